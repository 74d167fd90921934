//! Verbs of attack that tell of none: what will be, what was meant, what was only words; and bombs that did not go off.
//!
//! Enters: a verb among the items of its sentence. Leaves: whether it happened.
//! Example: `will be bombed` and `to kill` did not happen, `tried to kill` began; `the device was defused` is a foiled bombing.

use crate::annotate::item::EventNoun;
use crate::annotate::{Item, Tags, Value};
use crate::frame::habit::general;
use crate::frame::words::has;
use crate::text::Token;
use crate::vocabulary::AttackType;

/// `charged with murder`, `the murder trial`, `142 murders were reported`, `chaos and murder`: no attack of its own.
pub fn in_general(items: &[Item], at: usize, noun: &EventNoun, tokens: &[Token]) -> bool {
    let before = at.checked_sub(1).map(|k| &items[k]);
    let next = items.get(at + 1);
    let word = |item: Option<&Item>, list: &[&str]| item.is_some_and(|i| has(tokens, i, list));
    let trial = [
        "trial",
        "trials",
        "charge",
        "charges",
        "conviction",
        "rate",
        "rates",
        "squad",
        "statistics",
        "cases",
        "industry",
    ];
    if word(next, &trial) || word(before, &["to"]) && noun.plural {
        return true;
    }
    // so many are a count of a year or of a war
    if noun.plural && before.and_then(Item::quantity).is_some_and(|q| q.low.is_some_and(|n| n >= 15)) {
        return true;
    }
    let crime = has(
        tokens,
        &items[at],
        &["murder", "kidnapping", "assassination", "arson", "slaughter", "extortion", "kidnap"],
    );
    let bare = before.is_none_or(|b| {
        b.is(Tags::WITH
            .with(Tags::AND)
            .with(Tags::OR)
            .with(Tags::COMMA)
            .with(Tags::FOR)
            .with(Tags::OF)
            .with(Tags::STOP))
    });
    let led = next.is_some_and(|n| n.is(Tags::OF.with(Tags::IN).with(Tags::BY).with(Tags::ON).with(Tags::AT)));
    let gang = next
        .is_some_and(|n| n.is(Tags::PEOPLE.with(Tags::GROUP)) || has(tokens, n, &["gang", "gangs", "ring", "rings"]));
    crime
        && !noun.plural
        && (!noun.definite && bare && !led || gang && has(tokens, &items[at], &["kidnapping", "kidnap", "extortion"]))
}

/// `the strike by employees`: nobody is struck.
pub fn labour(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let work = [
        "workers",
        "worker",
        "union",
        "unions",
        "labor",
        "labour",
        "wage",
        "wages",
        "employees",
        "strikers",
        "stoppage",
        "judges",
        "teachers",
        "miners",
        "lawyers",
        "doctors",
        "nurses",
        "drivers",
    ];
    let aimed = items.get(at + 1).is_some_and(|n| n.is(Tags::ON) || has(tokens, n, &["against"]));
    has(tokens, &items[at], &["strike", "strikes"]) && !aimed && items.iter().any(|i| has(tokens, i, &work))
}

/// `a shot in the arm`, `fired into the air`, `is strangling the trade of the valley`: idioms, warnings, what goes on.
pub fn idle(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    if item.is(Tags::SHOOT) && at > 0 && items[at - 1].is(Tags::A) && item.tokens.len() == 1 {
        return true;
    }
    let end = item.tokens.end;
    let air = tokens[end.min(tokens.len())..(end + 7).min(tokens.len())]
        .windows(3)
        .any(|w| matches!(w[0].norm.as_str(), "into" | "in") && w[1].is("the") && w[2].is("air"));
    if air && item.is(Tags::SHOOT.with(Tags::PLANT).with(Tags::ATTACK)) {
        return true;
    }
    let words = &tokens[item.tokens.clone()];
    let goes_on = words.first().is_some_and(|t| matches!(t.norm.as_str(), "is" | "are" | "am"))
        && words.last().is_some_and(|t| t.norm.ends_with("ing"));
    goes_on && !items[..at].iter().rev().take(6).any(|i| i.is(Tags::AGENT))
}

/// What is set off.
const CHARGES: &[&str] = &[
    "vest",
    "vests",
    "belt",
    "belts",
    "charge",
    "charges",
    "load",
    "himself",
    "herself",
    "themselves",
    "detonation",
    "cylinder",
    "cylinders",
    "fuse",
];

/// `eliminated the post`, `slashing bureaucracy`, `the crisis exploded`: nothing that people feel.
pub fn of_things(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let whom = Tags::PEOPLE.with(Tags::NAME).with(Tags::PRON).with(Tags::NUM).with(Tags::GROUP);
    let figurative = [
        "eliminate",
        "eliminated",
        "eliminates",
        "eliminating",
        "liquidate",
        "liquidated",
        "liquidating",
        "slash",
        "slashed",
        "slashes",
        "slashing",
        "hack",
        "hacked",
        "hacking",
        "neutralised",
        "neutralized",
        "neutralising",
        "neutralizing",
        "execute",
        "executed",
        "executes",
        "executing",
    ];
    if has(tokens, item, &figurative) {
        let passive = item.is(Tags::PAS);
        let near = if passive { &items[at.saturating_sub(6)..at] } else { &items[at + 1..(at + 5).min(items.len())] };
        let subject = |k: &usize| near[*k].is(whom) && !(*k > 0 && near[*k - 1].is(Tags::OF));
        return !(0..near.len()).any(|k| subject(&k));
    }
    // "derailed the talks", "was poisoned by fumes", "prices shot up": no deed of people against people
    let invades = ["invade", "invades", "invaded", "invading"];
    let thing = |list: &[&str]| items[at + 1..].iter().take(4).any(|i| has(tokens, i, list));
    let agent = items[..at].iter().rev().take(5).any(|i| i.is(Tags::AGENT.with(Tags::GROUP)))
        || items[at + 1..].iter().take(4).any(|i| i.is(Tags::AGENT.with(Tags::GROUP)));
    let derailed = has(tokens, item, &["derail", "derails", "derailed", "derailing"]);
    let poisoned = has(tokens, item, &["poison", "poisons", "poisoned", "poisoning"]);
    let soared =
        item.is(Tags::MOVE) && item.is(Tags::ATTACK) && !items[at + 1..].iter().take(3).any(|i| i.is(Tags::SITE));
    // "the invading army", "fans invaded the pitch"
    if (derailed || poisoned || soared || has(tokens, item, &invades)) && !agent
        || derailed && !thing(&["train", "trains", "carriage", "carriages", "locomotive", "wagons", "express", "tram"])
    {
        return true;
    }
    // "treated for severe burns": wounds
    let burns = has(tokens, item, &["burns"]) && item.tokens.len() == 1;
    let wounds = ["with", "serious", "severe", "suffered", "and", "of", "from", "third-degree", "sustained", "treated"];
    if burns && at > 0 && has(tokens, &items[at - 1], &wounds) {
        return true;
    }
    // "the remains were burned"
    let dead =
        ["corpses", "corpse", "bodies", "body", "remains", "effigy", "effigies", "flag", "flags", "tyres", "tires"];
    if item.is(Tags::ARSON)
        && (item.is(Tags::PAS) && items[at.saturating_sub(4)..at].iter().any(|i| has(tokens, i, &dead))
            || items[at + 1..].iter().take(3).any(|i| has(tokens, i, &dead)))
    {
        return true;
    }
    // "it set fire to a curtain": what a bomb did
    if item.is(Tags::ARSON) && !item.is(Tags::PAS) && at > 0 && has(tokens, &items[at - 1], &["it"]) {
        return true;
    }
    // "has set off a quarrel": no bomb in sight
    let off = tokens[item.tokens.clone()].windows(2).any(|w| w[0].is("set") && w[1].is("off"));
    let bomb = |i: &Item| i.is(Tags::WEAPON.with(Tags::EVENT)) || has(tokens, i, CHARGES);
    if off && !items[at.saturating_sub(6)..items.len().min(at + 8)].iter().any(bomb) {
        return true;
    }
    // "the wounded were taken away in ambulances"
    let care = [
        "ambulance",
        "ambulances",
        "hospital",
        "hospitals",
        "bodies",
        "morgue",
        "mortuary",
        "stretcher",
        "stretchers",
        "rubble",
        "debris",
        "wreckage",
    ];
    let untyped = item.verb().is_some_and(|v| v.attack.is_none());
    if item.is(Tags::ABDUCT) && untyped && items.iter().any(|i| has(tokens, i, &care)) {
        return true;
    }
    let mood = [
        "crisis",
        "anger",
        "scandal",
        "conflict",
        "controversy",
        "tension",
        "tensions",
        "protests",
        "violence",
        "tyre",
        "tire",
        "fireworks",
        "cylinder",
        "population",
        "war",
        "debate",
        "row",
    ];
    item.is(Tags::EXPLODE)
        && !item.is(Tags::PAS)
        && items[at.saturating_sub(4)..at].iter().any(|i| has(tokens, i, &mood))
        && !items.iter().any(|i| i.is(Tags::WEAPON))
}

/// A form without an ending: `kidnap`, `murder`; not `shot`, `took hostage`.
fn base_form(item: &Item, tokens: &[Token]) -> bool {
    let past = [
        "shot", "struck", "blew", "set", "hit", "took", "held", "slew", "tore", "threw", "beat", "cut", "burnt",
        "broke", "burst", "overran", "went", "slit", "drove", "fled",
    ];
    let Some(last) = tokens[item.tokens.clone()].iter().find(|t| t.is_word()) else { return false };
    item.is(Tags::ACT)
        && item.tokens.len() == 1
        && !item.is(Tags::PP)
        && !last.norm.ends_with("ed")
        && !last.norm.ends_with('s')
        && !past.contains(&last.norm.as_str())
}

/// `harshly attacked the president`: with words.
pub fn scolding(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let words = &tokens[item.tokens.start.saturating_sub(1)..(item.tokens.end + 1).min(tokens.len())];
    item.is(Tags::ATTACK)
        && words.iter().any(|t| {
            matches!(
                t.norm.as_str(),
                "harshly" | "verbally" | "sharply" | "bitterly" | "strongly" | "openly" | "publicly"
            )
        })
}

/// A bomb that was defused, or did not go off: what it would have been.
pub fn undone(items: &[Item], at: usize, tokens: &[Token]) -> Option<Vec<AttackType>> {
    let item = &items[at];
    let idle = item.is(Tags::EXPLODE) && item.is(Tags::NEGATED);
    let to = item.is(Tags::EXPLODE) && item.is(Tags::INF);
    if !(idle || to || item.is(Tags::FOIL)) {
        return None;
    }
    // what a war left behind
    if items.iter().any(|i| {
        has(tokens, i, &["unexploded", "ordnance", "wartime", "wwii"])
            || (has(tokens, i, &["world"]) && items.iter().any(|i| has(tokens, i, &["war"])))
    }) {
        return None;
    }
    let near = items[at.saturating_sub(6)..(at + 5).min(items.len())].iter();
    let bombs = near.filter_map(|i| match i.value {
        Value::Weapon {
            attack: Some(attack @ (AttackType::Bombing | AttackType::Ied | AttackType::SuicideBombing)),
            ..
        } => Some(attack),
        _ => None,
    });
    let types: Vec<AttackType> = bombs.collect();
    (!types.is_empty()).then_some(types)
}

/// `will hurt the people`, `the mission of killing the bishop`, `we deny that he was shot`: harm that nobody counts and that
/// was not done. What is told with `by` was: `answered by killing the envoy`.
pub fn supposed(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let aim = at > 0 && items[at - 1].is(Tags::OF);
    let went_on = at > 0 && items[at - 1].is(Tags::ON) && items[at].is(Tags::INF);
    (!items[at].is(Tags::ING) || aim) && !went_on && unreal(items, at, tokens) || general(items, at)
}

/// `the report that a priest was shot is unfounded`.
pub fn unfounded(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let told = ["report", "reports", "claim", "claims", "story", "rumour", "rumor", "news"];
    let wrong = ["unfounded", "baseless", "groundless", "fabricated", "erroneous", "untrue"];
    let is_wrong = items[at + 1..].iter().take(10).position(|i| has(tokens, i, &wrong));
    is_wrong.is_some_and(|k| items[at + 1..at + 1 + k].iter().any(|i| i.is(Tags::BE)))
        && items[..at].iter().any(|i| has(tokens, i, &told))
}

/// `will be bombed`, `by blowing up pipelines`, `to kill`; but `tried to kill` began.
pub fn unreal(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let before = || items[..at].iter().rev().take(3);
    if has(tokens, item, &["will", "shall"]) || before().take(2).any(|i| has(tokens, i, &["will", "shall", "if"])) {
        return true;
    }
    // "until they surrender or are neutralised": still to come
    let present = tokens[item.tokens.clone()].first().is_some_and(|t| matches!(t.norm.as_str(), "is" | "are"));
    if present && items[..at].iter().rev().take(6).any(|i| has(tokens, i, &["until", "unless"])) {
        return true;
    }
    if unfounded(items, at, tokens) {
        return true;
    }
    let denied = ["dismissed", "denied", "deny", "denies", "rejected", "rumours", "rumors", "untrue", "rumoured"];
    if item.is(Tags::PAS) && items[..at].iter().rev().take(9).any(|i| has(tokens, i, &denied)) {
        return true;
    }
    let words = &tokens[item.tokens.clone()];
    let to = words.first().is_some_and(|t| t.is("to"))
        && !words.get(1).is_some_and(|t| matches!(t.norm.as_str(), "have" | "be"));
    if item.is(Tags::INF) || to {
        // "used a barge full of dynamite to attack the pier"
        let used = items[..at].iter().rev().take(8).take_while(|i| !i.is(Tags::COMMA.with(Tags::SEMI).with(Tags::REL)));
        if item.is(Tags::ATTACK)
            && used.clone().any(|i| has(tokens, i, &["used"]))
            && used.clone().any(|i| i.is(Tags::WEAPON))
        {
            return false;
        }
        return !before().take(2).any(|i| {
            has(
                tokens,
                i,
                &[
                    "tried",
                    "attempted",
                    "trying",
                    "attempting",
                    "tries",
                    "attempts",
                    "managed",
                    "began",
                    "started",
                    "attempt",
                ],
            )
        });
    }
    // "gangs who kidnap and murder", "orders to intercept or shoot down"
    if base_form(item, tokens) {
        let joined = before().next().is_some_and(|i| i.is(Tags::AND.with(Tags::OR).with(Tags::COMMA)));
        let purpose = items[..at].iter().rev().take(12).any(|i| i.is(Tags::INF.with(Tags::MODAL_VG).with(Tags::TO)));
        let habit = items[..at].iter().rev().take(5).any(|i| i.is(Tags::REL) && !i.is(Tags::THE));
        if before().next().is_some_and(|i| i.is(Tags::REL)) || joined && (purpose || habit) {
            return true;
        }
    }
    let never = [
        "continue",
        "continues",
        "continued",
        "keep",
        "kept",
        "from",
        "without",
        "avoid",
        "for",
        "planning",
        "preparing",
        "plotting",
        "ceased",
        "stopped",
        "cease",
        "stop",
    ];
    let meant =
        ["mission", "missions", "plan", "plans", "plot", "plots", "intention", "idea", "threat", "possibility", "way"];
    item.is(Tags::ING)
        && (before().take(1).any(|i| i.is(Tags::BY) || has(tokens, i, &never))
            || before().next().is_some_and(|i| i.is(Tags::OF))
                && before().nth(1).is_some_and(|i| has(tokens, i, &meant)))
}
