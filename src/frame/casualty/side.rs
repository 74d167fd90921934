//! Whose side the people of a casualty took.
//!
//! Enters: a match and its sentence. Leaves: whether those killed attacked or were attacked.
//! Example: `the boy carrying a bomb died` is a dead attacker; `fighters were killed by a mine` are victims.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::Casualty;
use crate::frame::pattern::Match;
use crate::text::Token;
use crate::vocabulary::{AttackType, Population};

/// Killed by attackers or by their bomb: fighters are victims there, whatever they are called.
pub fn struck(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> bool {
    let attacking = |i: &Item| {
        i.is(Tags::AGENT.with(Tags::WEAPON)) || matches!(&i.value, Value::Group(g) if crate::annotate::people::armed(g))
    };
    let own = |i: &Item| match (&items[who].value, &i.value) {
        (Value::People(p), Value::Group(g)) => p.group.as_ref().is_some_and(|o| o.text == g.text),
        (Value::People(p), Value::People(q)) => p.group.is_some() && p.group == q.group,
        _ => false,
    };
    let Some(verb) =
        (found.first..found.last).find(|&v| items[v].is(Tags::KILL.with(Tags::DIE)) && items[v].is(Tags::VERB))
    else {
        return false;
    };
    if bombed(items, verb, who, tokens) {
        return true;
    }
    if who > verb && !items[verb].is(Tags::PAS) {
        // the nearest actor before the verb, in its own clause
        let actor = items[..verb].iter().rev().take(8).find(|i| {
            i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WEAPON).with(Tags::SEMI).with(Tags::STOP).with(Tags::EVENT))
        });
        let named = |i: &Item| !i.is(Tags::EVENT) || i.is(Tags::WEAPON);
        // "police clashed with militants, killing four": they need not be the killers
        let sure = items[verb].is(Tags::ACT) && !items[..verb].last().is_some_and(|i| i.is(Tags::COMMA));
        return actor.is_some_and(|i| attacking(i) && named(i) && !own(i) && (sure || i.is(Tags::WEAPON)));
    }
    // "were killed by militants"
    let by = found.last;
    items.get(by).is_some_and(|i| i.is(Tags::BY))
        && items[by + 1..]
            .iter()
            .take(3)
            .find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WEAPON)))
            .is_some_and(|i| attacking(i) && !own(i))
}

/// Fighters of a named group whom somebody's mine or bomb killed: `was killed in a landmine explosion`. No army's
/// strike, and no bomb of their own.
fn bombed(items: &[Item], verb: usize, who: usize, tokens: &[Token]) -> bool {
    let grouped = items[who].people().is_some_and(|p| p.group.is_some());
    let other = |t: &Token| {
        matches!(
            t.norm.as_str(),
            "premature"
                | "prematurely"
                | "planting"
                | "assembling"
                | "making"
                | "handling"
                | "carrying"
                | "own"
                | "suicide"
                | "airstrike"
                | "airstrikes"
                | "strike"
                | "strikes"
                | "raid"
                | "operation"
                | "clash"
                | "clashes"
                | "drone"
                | "attempt"
                | "attempting"
                | "jets"
                | "aircraft"
        )
    };
    let explosive = |i: &Item| {
        let code = match &i.value {
            Value::Weapon { attack, .. } => *attack,
            Value::Event(noun) => noun.attack[0],
            _ => None,
        };
        matches!(code, Some(AttackType::Bombing | AttackType::Ied))
    };
    let sentence = items.first().zip(items.last()).map(|(a, b)| &tokens[a.tokens.start..b.tokens.end]);
    if !grouped || sentence.is_none_or(|s| s.iter().any(other)) {
        return false;
    }
    if who < verb {
        return items.get(verb + 1).is_some_and(|i| i.is(Tags::IN.with(Tags::BY).with(Tags::AFTER)))
            && items[verb + 1..].iter().take(6).take_while(|i| !i.is(Tags::COMMA)).any(explosive);
    }
    items[..verb].iter().any(explosive) && !items[..verb].iter().any(|i| i.is(Tags::AGENT))
}

/// What people do who attack.
const DEEDS: Tags = Tags::ATTACK.with(Tags::KILL).with(Tags::SHOOT).with(Tags::WOUND).with(Tags::RAM);

/// `the boy carrying a bomb`, `the rider who set off the charge`, `a sixth raider, whose vest had failed`,
/// `a man who had stabbed two people`: what stands behind the noun makes them attackers.
pub fn bearer(items: &[Item], who: usize, people: &People, tokens: &[Token]) -> bool {
    if matches!(people.population, Population::Police | Population::Military) && people.parts.is_empty() {
        return false;
    }
    let comma = usize::from(items.get(who + 1).is_some_and(|i| i.is(Tags::COMMA)));
    let Some(next) = items.get(who + 1 + comma) else { return false };
    let rest = &items[who + 2 + comma..];
    let near = |n: usize| rest.iter().take(n).take_while(|i| !i.is(Tags::COMMA.with(Tags::SEMI).with(Tags::STOP)));
    let word = |i: &Item, list: &[&str]| tokens[i.tokens.clone()].iter().any(|t| list.contains(&t.norm.as_str()));
    let bomb = |i: &Item| {
        matches!(
            i.value,
            Value::Weapon { attack: Some(AttackType::Bombing | AttackType::Ied | AttackType::SuicideBombing), .. }
        ) || word(
            i,
            &[
                "vest",
                "belt",
                "vests",
                "belts",
                "bomb",
                "bombs",
                "explosives",
                "charge",
                "charges",
                "device",
                "grenade",
            ],
        )
    };
    if word(next, &["carrying", "wearing", "strapped"]) && near(3).any(bomb) {
        return true;
    }
    if word(next, &["whose"]) && near(4).any(bomb) {
        return true;
    }
    if !next.is(Tags::REL) || !word(next, &["who"]) {
        return false;
    }
    // "a man who had tried to blow up a train"
    let tried = rest.iter().take(3).position(|i| word(i, &["tried", "attempted", "trying", "attempting"]));
    let meant = |i: &&Item| i.is(Tags::VERB) && i.is(Tags::EXPLODE) || word(i, &["detonate"]);
    if tried.is_some_and(|at| rest[at..].iter().take(5).any(|i| meant(&i)))
        && people.side == Side::Neutral
        && people.parts.is_empty()
    {
        return true;
    }
    let Some(verb) = near(3).position(|i| i.is(Tags::VERB)) else { return false };
    let acts = rest[verb].is(Tags::ACT) && !rest[verb].is(Tags::MODAL_VG.with(Tags::NEGATED));
    let object = near(verb + 5).skip(verb + 1).collect::<Vec<_>>();
    if acts && rest[verb].is(Tags::EXPLODE) && object.iter().any(|i| bomb(i)) {
        return true;
    }
    // "a guard who shot the attacker" defended somebody
    acts && rest[verb].is(DEEDS)
        && people.side == Side::Neutral
        && people.parts.is_empty()
        && !object.iter().any(|i| i.is(Tags::AGENT))
        && object.iter().any(|i| i.is(Tags::PEOPLE.with(Tags::SITE).with(Tags::NUM)))
}

/// `a man was killed when the bomb he was carrying went off`
pub fn own_bomb(items: &[Item], who: usize, people: &People, tokens: &[Token]) -> bool {
    const HANDLES: &[&str] = &[
        "carrying",
        "planting",
        "making",
        "assembling",
        "handling",
        "transporting",
        "preparing",
        "building",
        "laying",
    ];
    let rest = &items[who + 1..];
    let Some((first, last)) = rest.first().zip(rest.last()) else { return false };
    let words = &tokens[first.tokens.start..last.tokens.end];
    let his = |w: &[Token]| {
        matches!(w[0].norm.as_str(), "he" | "she" | "they")
            && matches!(w[1].norm.as_str(), "was" | "were")
            && HANDLES.contains(&w[2].norm.as_str())
    };
    let bomb = |i: &Item| matches!(i.value, Value::Weapon { attack: Some(AttackType::Bombing | AttackType::Ied), .. });
    people.side == Side::Neutral
        && people.count.is_some()
        && words.windows(3).any(his)
        && rest.iter().any(|i| i.is(Tags::EXPLODE))
        && rest.iter().any(bomb)
}

/// A list with both sides in it, as two casualties: `four soldiers and six gunmen were killed`.
pub fn apart(casualty: Casualty, tokens: &[Token]) -> Vec<Casualty> {
    let attacks = |p: &People| p.side == Side::Attacker;
    let mut parts: Vec<People> =
        casualty.people.iter().flat_map(|p| &p.parts).filter_map(|i| i.people().cloned()).collect();
    if parts.len() < 2 || parts.iter().all(attacks) || !parts.iter().any(attacks) {
        return vec![casualty];
    }
    // "two people, a clerk and a gunman": the first counts the others
    let rest: u32 = parts[1..].iter().filter_map(|p| p.count.and_then(Quantity::printed)).sum();
    if parts.len() > 2 && parts[0].count.and_then(Quantity::printed) == Some(rest) {
        // an operative may be anybody's
        let sure = |p: &&People| {
            attacks(p)
                && !tokens
                    .iter()
                    .any(|t| t.span.end == p.noun.end && matches!(t.norm.as_str(), "operative" | "operatives"))
        };
        let held = parts[1..].iter().find(sure).map(|p| (p.count, p.noun));
        return vec![Casualty {
            attackers: casualty.attackers.or(held),
            people: Some(parts.swap_remove(0)),
            ..casualty
        }];
    }
    let single =
        |part: People| Casualty { quantity: part.count, people: Some(part), attackers: None, ..casualty.clone() };
    parts.into_iter().map(single).collect()
}
