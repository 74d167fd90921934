//! Weapons of a sentence, and whether they were used.
//!
//! Enters: the items of a sentence. Leaves: each weapon with the part it plays.
//! Example: in `armed with rockets and rifles, they attacked` both are carried; in `police seized two rifles` none was used.

use crate::annotate::lexicon::{LEXICON, Sense};
use crate::annotate::{Item, Tags, Value};
use crate::frame::state::state_action;
use crate::frame::trigger::Trigger;
use crate::frame::words::{Telling, has};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, WeaponType};

/// The part that a weapon plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Fired, thrown, planted, set off; or the attack is named after it.
    Used,
    /// Among the attackers' arms.
    Carried,
    /// Named, and no more.
    Named,
    /// Seized, found, handed over.
    Seized,
}

/// A weapon as printed.
#[derive(Clone, Copy, Debug)]
pub struct WeaponWords {
    /// Its words.
    pub span: Span,
    /// Its type.
    pub weapon: WeaponType,
    /// The attack type that its use implies.
    pub attack: Option<AttackType>,
    /// The part it plays.
    pub part: Part,
}

const CARRYING: &[&str] = &["armed", "carrying", "carried", "wielding", "brandishing", "equipped", "wearing", "arms"];
const SEIZING: &[&str] = &[
    "seized",
    "confiscated",
    "recovered",
    "found",
    "discovered",
    "captured",
    "surrendered",
    "seizure",
    "cache",
    "stolen",
    "stole",
    "supply",
    "supplied",
    "delivered",
    "shipment",
    "smuggled",
    "handed",
    "possession",
    "bought",
    "purchased",
    "sale",
    "manufacture",
    "stockpile",
    "depot",
    "uncovered",
    "retrieved",
];

/// What bombs are left in.
const BAGS: &[&str] = &[
    "bag",
    "suitcase",
    "rucksack",
    "backpack",
    "package",
    "parcel",
    "holdall",
    "briefcase",
    "satchel",
    "box",
    "letter",
];

/// The weapon at item `at`.
pub fn weapon(items: &[Item], at: usize, tokens: &[Token]) -> Option<WeaponWords> {
    let Value::Weapon { weapon, attack } = items[at].value else { return None };
    let part = part(items, at, tokens);
    // a mine is a pit as often as a weapon
    let bare = tokens[items[at].tokens.clone()].iter().all(|t| matches!(t.norm.as_str(), "mine" | "mines"));
    if bare && !trodden(items, at, tokens) {
        return None;
    }
    Some(WeaponWords { span: items[at].span, weapon, attack, part })
}

/// The weapon that a noun of attack names: `dynamite attack`, `bomb explosion`.
pub fn within(item: &Item, tokens: &[Token]) -> Option<WeaponWords> {
    let words = &tokens[item.tokens.clone()];
    let symbols: Vec<u32> = words.iter().map(|t| LEXICON.symbol(&t.norm)).collect();
    let (length, weapon) = LEXICON
        .at(&symbols)
        .filter(|(n, _)| *n < words.len())
        .filter_map(|(n, senses)| {
            senses.iter().find_map(|s| if let Sense::Weapon { weapon, .. } = s { Some((n, *weapon)) } else { None })
        })
        .last()?;
    let span = words[0].span.join(words[length - 1].span);
    Some(WeaponWords { span, weapon, attack: None, part: Part::Used })
}

/// A mine goes off, is laid, or somebody steps on it.
fn trodden(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let pit = ["coal", "gold", "caught", "miners", "copper", "shaft", "workers", "owners"];
    if items[at.saturating_sub(4)..(at + 4).min(items.len())].iter().any(|i| has(tokens, i, &pit)) {
        return false;
    }
    items[at.saturating_sub(5)..(at + 5).min(items.len())].iter().any(|i| {
        i.is(Tags::EXPLODE.with(Tags::PLANT))
            || tokens[i.tokens.clone()].iter().any(|t| {
                matches!(
                    t.norm.as_str(),
                    "stepped" | "laid" | "struck" | "hit" | "ran" | "drove" | "triggered" | "blast" | "explosion"
                )
            })
    })
}

fn part(items: &[Item], at: usize, tokens: &[Token]) -> Part {
    let has = |item: &Item, list: &[&str]| has(tokens, item, list);
    let clause = Tags::SEMI.with(Tags::STOP).with(Tags::REL);
    let near = |item: &&Item| !item.is(clause);
    let back = || items[..at].iter().rev().take(9).take_while(near);
    let ahead = || items[at + 1..].iter().take(13).take_while(near);
    let seized = back().take(7).any(|i| has(i, SEIZING)) || ahead().take(5).any(|i| has(i, SEIZING));
    let sets_off = Tags::EXPLODE.with(Tags::PLANT);
    let fired = |k: usize| {
        let i = &items[k];
        i.is(sets_off) && !i.is(Tags::NEGATED) && !state_action(items, k, tokens)
    };
    let clear = |k: usize| !items[k.min(at)..k.max(at)].iter().any(|i| i.is(clause));
    if (at.saturating_sub(4)..items.len().min(at + 5)).any(|k| k != at && clear(k) && fired(k)) && !seized {
        return Part::Used;
    }
    if seized {
        return Part::Seized;
    }
    // "youths with cleavers and daggers ran up and attacked him"
    let bearers = items[..at]
        .iter()
        .enumerate()
        .rev()
        .take(5)
        .take_while(|(_, i)| {
            i.is(Tags::WEAPON.with(Tags::AND).with(Tags::A).with(Tags::WITH).with(Tags::COMMA).with(Tags::OR))
        })
        .find(|(_, i)| i.is(Tags::WITH))
        .is_some_and(|(k, _)| k > 0 && items[k - 1].is(Tags::PEOPLE) && !items[k - 1].is(Tags::SPEAKER));
    let melee = matches!(items[at].value, Value::Weapon { weapon: WeaponType::Melee, .. });
    if bearers && melee && ahead().any(|i| i.is(Tags::VERB) && i.is(Tags::ATTACK.with(Tags::SHOOT).with(Tags::KILL))) {
        return Part::Used;
    }
    // "armed men with rockets attacked": the word belongs to the men
    let carries = |i: &Item| has(i, CARRYING) && !i.is(Tags::PEOPLE);
    if back().take_while(|i| !i.is(Tags::VERB) || has(i, CARRYING)).any(carries) {
        return Part::Carried;
    }
    let violent = Tags::SHOOT
        .with(Tags::ATTACK)
        .with(Tags::KILL)
        .with(Tags::WOUND)
        .with(Tags::RAM)
        .with(Tags::ARSON)
        .with(Tags::DIE)
        .with(Tags::EVENT);
    // "destroyed by a bomb", "attacked the post near the bridge with mortars", "a car bomb was defused"
    let led = |tags: Tags| back().take(3).take_while(|i| !i.is(Tags::VERB)).any(|i| i.is(tags));
    let agent = led(Tags::BY) && !has(&items[at], &["car", "truck", "van"]);
    let means = led(Tags::WITH) && back().any(|i| i.is(Tags::VERB) && i.is(violent));
    let dud = ahead().take(4).any(|i| has(i, &["defused", "deactivated", "defuse", "dismantled"]))
        || back().take(3).any(|i| has(i, &["defused", "deactivated", "hitting"]));
    let used = agent
        || means
        || dud
        || back().take(5).any(|i| i.is(violent) || has(i, &["using", "used", "fired", "threw", "hurled", "lobbed"]))
        || ahead().take_while(|i| !i.is(Tags::AFTER)).find(|i| i.is(Tags::VERB)).is_some_and(|i| i.is(violent))
        || ahead()
            .take(5)
            .any(|i| i.is(violent) || has(i, &["used", "fired", "hit", "landed", "damaged", "destroyed"]));
    if used { Part::Used } else { Part::Named }
}

/// `hit a landmine`, `ran over an explosive device`, `stepped on a bomb`: behind a verb with an article only.
fn driven_over(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let mut k = at;
    while k > 0
        && at - k < 3
        && items[k - 1].is(Tags::A.with(Tags::WORD).with(Tags::ANOTHER))
        && !met(&items[k - 1], tokens)
    {
        k -= 1;
    }
    let led = k < at && items[k..at].iter().any(|i| i.is(Tags::A));
    let car = ["car", "truck", "lorry", "van", "suicide", "vehicle", "petrol", "nail", "letter", "parcel"];
    led && k > 0 && met(&items[k - 1], tokens) && !has(tokens, &items[at], &car)
}

/// `struck`, `hit`, `ran over`, `stepped on`: not `was hit by`.
fn met(item: &Item, tokens: &[Token]) -> bool {
    let words = &tokens[item.tokens.clone()];
    !item.is(Tags::PAS)
        && words.last().is_some_and(|t| {
            matches!(t.norm.as_str(), "struck" | "hit" | "over" | "hits" | "strikes" | "on" | "onto" | "encountered")
        })
        && (words.len() > 1 || !item.is(Tags::ON) || {
            item.tokens.start.checked_sub(1).is_some_and(|k| {
                matches!(tokens[k].norm.as_str(), "stepped" | "trod" | "stepping" | "drove" | "driving" | "stepp")
            })
        })
}

/// What a bomb does to what stands by it.
const WRECKS: &[&str] = &[
    "brings",
    "brought",
    "downs",
    "downed",
    "destroys",
    "destroyed",
    "tears",
    "tore",
    "rips",
    "ripped",
    "wrecks",
    "wrecked",
    "demolishes",
    "demolished",
    "injured",
    "injures",
    "wounded",
    "wounds",
    "maimed",
    "maims",
    "shattered",
    "shatters",
    "damaged",
    "damages",
    "flattens",
    "flattened",
];

/// `used a home-made bomb against the patrol`, `six rockets landed at the airport`.
pub fn weapon_trigger(items: &[Item], at: usize, tokens: &[Token]) -> Option<Trigger> {
    let Value::Weapon { attack: Some(attack), .. } = items[at].value else { return None };
    let back = || items[..at].iter().rev().take(3);
    let ahead = || items[at + 1..].iter().take(4);
    let used = back().any(|i| has(tokens, i, &["used", "uses", "using"]))
        && ahead().take(2).any(|i| has(tokens, i, &["against", "on"]));
    let fell = matches!(attack, AttackType::MortarOrRocket | AttackType::DroneStrike)
        && ahead()
            .take_while(|i| !i.is(Tags::COMMA.with(Tags::AND).with(Tags::STOP)))
            .any(|i| has(tokens, i, &["landed", "fell", "hit", "struck", "slammed", "crashed", "rained"]))
        && !back().any(|i| i.is(Tags::NEGATED));
    // "a bomb brings down an airliner": the bomb is the one that acts
    let wrecks = matches!(attack, AttackType::Bombing | AttackType::Ied)
        && tokens[items[at].tokens.end..].first().is_some_and(|t| WRECKS.contains(&t.norm.as_str()))
        && !back().any(|i| i.is(Tags::NEGATED));
    // "their tractor ran over a mine", "struck an explosive device": it lay on the road
    let lay = matches!(attack, AttackType::Bombing | AttackType::Ied) && driven_over(items, at, tokens);
    // "the bag contained a pipe bomb": somebody left it there
    let hidden = matches!(attack, AttackType::Bombing | AttackType::Ied)
        && back().take(2).any(|i| has(tokens, i, &["contained", "held"]))
        && items[..at].iter().rev().take(14).any(|i| has(tokens, i, BAGS));
    (used || fell || wrecks || lay || hidden)
        .then(|| Trigger::deed(items[at].span, vec![if lay { AttackType::Ied } else { attack }]))
}

/// What these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "driven_over",
        attack: Some(AttackType::Ied),
        fires: &[
            ("Three herdsmen died when their tractor ran over an explosive device.", "explosive device"),
            ("The mayor's van struck a bomb on the Lodi road.", "bomb"),
        ],
        silent: &["The van was hit by a car bomb.", "The lorry struck a car on the road."],
    },
    Telling {
        rule: "hidden",
        attack: Some(AttackType::Bombing),
        fires: &[("The suitcase under the bench contained a bomb.", "bomb")],
        silent: &["The lorry contained a bomb disposal robot.", "The cellar held a bomb."],
    },
    Telling {
        rule: "fell",
        attack: Some(AttackType::MortarOrRocket),
        fires: &[("Six rockets landed near the airport.", "rockets")],
        silent: &["Police found six rockets near the airport."],
    },
];
