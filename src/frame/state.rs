//! Violence that is a state's own: raids, shoot-outs with attackers, air strikes.
//!
//! Enters: a verb of attack among the items of its sentence. Leaves: whether a state did it.
//! Example: `troops killed the gunmen`, `the bomber was shot dead by police`, `warplanes bombed the valley`.

use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags, Value};
use crate::frame::words::has;
use crate::reference::gazetteer::PlaceKind;
use crate::text::Token;
use crate::vocabulary::Population;

/// What flies and drops bombs for a state.
const AIR: &[&str] = &[
    "aircraft",
    "warplanes",
    "warplane",
    "jets",
    "planes",
    "helicopters",
    "helicopter",
    "gunship",
    "gunships",
    "airplanes",
    "airstrikes",
];

/// Police, soldiers and the like.
fn of_state(item: &Item) -> bool {
    item.people().is_some_and(|p| {
        p.side != Side::Attacker
            && matches!(p.population, Population::Police | Population::Military | Population::Paramilitary)
    })
}

/// Attackers, or an aside that names them.
fn of_attackers(item: &Item) -> bool {
    attacker(item) || item.inner.iter().any(attacker)
}

fn attacker(item: &Item) -> bool {
    item.people().is_some_and(|p| p.side == Side::Attacker)
}

/// `Troops killed the gunmen`, `the bomber was shot dead by police`: what the state did.
pub fn state_action(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let active = !item.is(Tags::PAS);
    let doer = || {
        items[..at]
            .iter()
            .rev()
            .take(5)
            .take_while(|i| !i.is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP).with(Tags::REL)))
    };
    // only states have an air force
    let force = tokens[item.tokens.start.saturating_sub(6)..item.tokens.start]
        .windows(2)
        .any(|w| w[0].is("air") && w[1].is("force"));
    let flown =
        (force || doer().any(|i| has(tokens, i, AIR))) && !doer().any(|i| has(tokens, i, &["hijacked", "crop"]));
    if active && flown && item.is(Tags::EXPLODE.with(Tags::ATTACK).with(Tags::PLANT)) {
        return true;
    }
    // "the strafing by the air force", "were dropped by planes"
    let by_air = items[at + 1..].iter().take(4).position(|i| i.is(Tags::BY)).is_some_and(|k| {
        items[at + 2 + k..].iter().take(4).any(|i| {
            has(tokens, i, AIR)
                || tokens[i.tokens.clone()].windows(2).any(|w| w[0].is("air") && w[1].is("force"))
                || has(tokens, i, &["air"])
        })
    });
    if by_air && item.is(Tags::EXPLODE.with(Tags::ATTACK).with(Tags::PLANT).with(Tags::SHOOT)) {
        return true;
    }
    // what stands behind "into" or "on" is hit, not the hitter
    let led = Tags::PREP
        .with(Tags::IN)
        .with(Tags::AT)
        .with(Tags::ON)
        .with(Tags::TO)
        .with(Tags::OF)
        .with(Tags::BY)
        .with(Tags::WITH);
    let forces = (at.saturating_sub(3)..at).rev().find(|&k| items[k].is(Tags::PEOPLE)).is_some_and(|k| {
        of_state(&items[k])
            && !(k > 0 && items[k - 1].is(led))
            && !items[k + 1..at].iter().any(|i| i.is(Tags::REL.with(Tags::AND)))
    });
    // "was killed in a police operation", "the authorities raided four farms"
    let tail = || items[at + 1..].iter().take(6);
    let operation = tail().any(|i| has(tokens, i, &["operation", "raid", "crackdown", "sweep"]))
        && tail().any(|i| has(tokens, i, &["police", "military", "army", "security"]))
        && tail().take(2).any(|i| has(tokens, i, &["in", "during", "by"]));
    let several = |i: &Item| i.quantity().is_some_and(|q| q.low.is_none_or(|n| n > 1));
    let own = items[..at].iter().rev().take(6).any(|i| of_state(i) || several(i));
    if item.is(Tags::PAS) && operation && !own {
        return true;
    }
    let officials = [
        "authorities",
        "police",
        "troops",
        "army",
        "agents",
        "officers",
        "commandos",
        "forces",
        "government",
        "soldiers",
        "gendarmes",
        "marines",
        "policemen",
        "paratroopers",
    ];
    // "Norway fired a torpedo": a country's own
    let country = at > 0
        && matches!(&items[at - 1].value, Value::Place(p) if p.first().is_some_and(|p| p.kind == PlaceKind::Country))
        && !(at > 1 && items[at - 2].is(led.with(Tags::FROM)));
    if active && country && item.is(Tags::PLANT.with(Tags::ATTACK).with(Tags::EXPLODE)) {
        return true;
    }
    let raids = has(tokens, item, &["raided", "raiding", "raid", "stormed", "searched", "storm"]);
    let armed =
        doer().any(|i| i.is(Tags::AGENT.with(Tags::GROUP)) || has(tokens, i, &["rebel", "rebels", "guerrilla"]));
    if active && raids && !armed && doer().any(|i| has(tokens, i, &officials) || of_state(i)) {
        return true;
    }
    // "three assailants whom police shot"
    if at > 1
        && of_state(&items[at - 1])
        && (items[at - 2].is(Tags::REL) && at > 2 && of_attackers(&items[at - 3])
            || has(tokens, &items[at - 2], &["whom"])
            || of_attackers(&items[at - 2]) && has(tokens, &items[at - 2], &["whom"]))
    {
        return true;
    }
    let takes = item.is(Tags::ABDUCT) && item.verb().is_some_and(|v| v.attack.is_none());
    // "troops fired howitzers"
    if active && forces && (takes || item.is(Tags::EXPLODE.with(Tags::PLANT))) {
        return true;
    }
    // "wounding a policeman before setting fire to a barn": not the policeman
    // "wounded a ferryman and burned the pier": nor is it the object of the verb before
    let joined = at > 0 && items[at - 1].is(Tags::AND) && items[..at - 1].iter().any(|i| i.is(Tags::VERB));
    let apart = item.is(Tags::ING) && at > 0 && items[at - 1].is(Tags::AFTER) || joined && !item.is(Tags::PAS);
    let subject = items[..at]
        .iter()
        .rev()
        .take(if apart { 0 } else { 5 })
        .take_while(|i| !i.is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP)))
        .find(|i| i.is(Tags::PEOPLE.with(Tags::PRON).with(Tags::NAME).with(Tags::GROUP)));
    let object = items[at + 1..]
        .iter()
        .take(4)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP).with(Tags::BY)))
        .find(|i| i.is(Tags::PEOPLE.with(Tags::PRON).with(Tags::GROUP).with(Tags::SITE)));
    let by = items[at + 1..].iter().take(2).position(|i| i.is(Tags::BY)).and_then(|k| {
        items[at + 2 + k..].iter().take(3).find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::SPEAKER)))
    });
    if item.is(Tags::ABDUCT.with(Tags::EXPLODE)) {
        return false;
    }
    // "guards gunned down the first": one of those who came
    let rest = &tokens[item.tokens.end..(item.tokens.end + 2).min(tokens.len())];
    let guards = subject.is_some_and(|i| has(tokens, i, &["guard", "guards"]));
    let one_of = rest.first().is_some_and(|t| t.is("the"))
        && rest.get(1).is_some_and(|t| matches!(t.norm.as_str(), "first" | "second" | "third" | "fourth" | "others"));
    let counted = !items.get(at + 1).is_some_and(|i| i.is(Tags::PEOPLE))
        && !items.get(at + 2).is_some_and(|i| i.is(Tags::PEOPLE));
    if active && item.is(Tags::KILL.with(Tags::SHOOT)) && one_of && counted && (guards || subject.is_some_and(of_state))
    {
        return true;
    }
    // "three suspects shot dead at the bridge"
    let ends =
        Tags::IN.with(Tags::AT).with(Tags::ON).with(Tags::BY).with(Tags::DATE).with(Tags::STOP).with(Tags::AFTER);
    let bare = items.get(at + 1).is_none_or(|i| i.is(ends));
    let reduced = item.is(Tags::PP) && item.is(Tags::KILL) && bare && subject.is_some_and(attacker);
    if item.is(Tags::PAS) || by.is_some() || reduced {
        let by_state = by.is_some_and(of_state);
        return by_state || (by.is_none() && subject.is_some_and(attacker));
    }
    let struck = object.is_some_and(|o| attacker(o) || o.is(Tags::PRON.with(Tags::GROUP).with(Tags::SITE)));
    let hostile = subject.is_some_and(|i| attacker(i) || i.is(Tags::GROUP))
        || items[..at].iter().rev().take(4).any(|i| i.is(Tags::AGENT.with(Tags::WEAPON)));
    object.is_some_and(|o| attacker(o) && !hostile) || (subject.is_some_and(of_state) && struck)
}
