//! What verbs and nouns of attack take: their objects, the subjects of passives, the places of explosions.
//!
//! Enters: the items of a sentence. Leaves: a mark for each item that is struck, or set free.
//! Example: in `the judge, who was shot, and his house, which was burned` the judge and the house are marked.

use crate::annotate::lexicon::{LEXICON, Sense};
use crate::annotate::{Item, Tags};
use crate::frame::words::has;
use crate::text::Token;
use crate::vocabulary::{Population, TargetKind, TargetType};

const ON_PEOPLE: Tags = Tags::ATTACK
    .with(Tags::KILL)
    .with(Tags::RAM)
    .with(Tags::ABDUCT)
    .with(Tags::SHOOT)
    .with(Tags::WOUND)
    .with(Tags::DIE);

const ON_THINGS: Tags =
    Tags::ATTACK.with(Tags::EXPLODE).with(Tags::RAM).with(Tags::ARSON).with(Tags::ABDUCT).with(Tags::SHOOT);

/// Verbs of damage, which no class holds.
const DAMAGE: &[&str] = &[
    "damaged",
    "damage",
    "damaging",
    "destroyed",
    "destroying",
    "wrecked",
    "knocked",
    "toppled",
    "sabotaged",
    "shattered",
    "gutted",
    "razed",
    "dynamited",
    "dynamiting",
    "targeted",
    "targeting",
    "hit",
    "hitting",
    "struck",
    "blasted",
    "looted",
    "ransacked",
];

/// Fights, as nouns and as verbs.
const FIGHTS: &[&str] =
    &["clash", "clashes", "clashed", "clashing", "firefight", "skirmish", "skirmishes", "shootout", "battle"];

/// Marks the items that verbs and nouns of attack take.
pub fn struck(items: &[Item], tokens: &[Token]) -> Vec<bool> {
    let sited = |i: &Item| i.is(Tags::SITE) || facility(i, tokens).is_some();
    let named = |i: &Item| i.is(Tags::NAME) && facility(i, tokens).is_none();
    let mut out = vec![false; items.len()];
    let word = |item: &Item, list: &[&str]| has(tokens, item, list);
    for (at, item) in items.iter().enumerate() {
        // "the mosque attack"
        if item.is(Tags::EVENT) && at > 0 && sited(&items[at - 1]) && !items[at - 1].is(Tags::VERB) {
            out[at - 1] = true;
        }
        let damage = word(item, DAMAGE);
        if item.is(Tags::NEGATED.with(Tags::MODAL_VG)) {
            continue;
        }
        let aimed = word(item, &["meant", "intended", "aimed"])
            && items.get(at + 1).is_some_and(|n| n.is(Tags::FOR.with(Tags::AT)));
        let on_people = item.is(ON_PEOPLE) && item.is(Tags::VERB) || aimed || word(item, &["targeting", "targeted"]);
        let on_things = item.is(ON_THINGS) && item.is(Tags::VERB) || damage || aimed;
        // "the businessman, kidnapped last week,"
        let reduced = item.is(Tags::PP)
            && item.is(Tags::ABDUCT.with(Tags::KILL).with(Tags::SHOOT))
            && at > 0
            && items[at - 1].is(Tags::COMMA)
            && items
                .get(at + 1)
                .is_some_and(|n| n.is(Tags::DATE.with(Tags::IN).with(Tags::BY).with(Tags::ON).with(Tags::AT)));
        let passive =
            item.is(Tags::PAS) || reduced || (damage && at > 0 && items[at - 1].is(Tags::BE.with(Tags::HAVE)));
        if on_people || on_things {
            let on_names = item.is(ON_PEOPLE.without(Tags::ATTACK.with(Tags::RAM)));
            let takes =
                |i: &Item| (on_people && i.is(Tags::PEOPLE)) || (on_names && named(i)) || (on_things && sited(i));
            if passive || item.is(Tags::DIE) {
                subjects(items, at, takes, &mut out);
                antecedent(items, at, takes, &mut out);
            } else {
                objects(items, at, takes, &mut out);
            }
        }
        if item.is(Tags::EXPLODE) || damage {
            places(items, at, tokens, &mut out);
        }
        if item.is(Tags::PLANT)
            && items[at.saturating_sub(4)..(at + 5).min(items.len())].iter().any(|i| i.is(Tags::WEAPON))
        {
            places(items, at, tokens, &mut out);
        }
        // "a clash between soldiers and rebels", "clashed with a patrol": the force that fought
        if word(item, FIGHTS) {
            let stop = Tags::SEMI.with(Tags::STOP).with(Tags::REL).with(Tags::COLON);
            let end =
                (at + 1..items.len().min(at + 12)).find(|&k| items[k].is(stop)).unwrap_or(items.len().min(at + 12));
            let led = (at + 1..end).find(|&k| word(&items[k], &["between", "with", "against"]));
            for k in led.unwrap_or(end)..end {
                out[k] |= items[k].people().is_some_and(|p| {
                    matches!(p.population, Population::Military | Population::Police | Population::Paramilitary)
                });
            }
        }
        // "the attack on a bus", "the murder of the judge", "an explosion at a bank"
        if item.is(Tags::EVENT) {
            // "the judge's murder", "suspected of killing the judge"
            let deed = word(item, &["murder", "assassination", "killing", "kidnapping", "abduction", "slaying"]);
            if deed && at > 1 && items[at - 1].is(Tags::GENITIVE) && items[at - 2].is(Tags::PEOPLE.with(Tags::NAME)) {
                out[at - 2] = true;
            }
            if word(item, &["killing", "kidnapping", "bombing", "murdering"])
                && items.get(at + 1).is_some_and(|n| n.is(Tags::PEOPLE.with(Tags::NAME)))
            {
                objects(items, at, |i| i.is(Tags::PEOPLE.with(Tags::NAME)), &mut out);
            }
            // "escaped unhurt from an attack", "survived the bombing"
            let spared = (at.saturating_sub(6)..at).rev().find(|&k| {
                word(&items[k], &["survived", "escaped", "unhurt", "unharmed", "unscathed", "survives", "escapes"])
            });
            if let Some(k) = spared {
                subjects(items, k, |i| i.is(Tags::PEOPLE.with(Tags::NAME)), &mut out);
            }
            // "an attack today against the post"
            let at = if items.get(at + 1).is_some_and(|n| n.is(Tags::DATE)) { at + 1 } else { at };
            // "the murder on 22 March of the mayor", "the killing in Lodi of two clerks"
            let ahead = |k: usize, tags: Tags| items.get(at + k).is_some_and(|i| i.is(tags));
            let put = ahead(1, Tags::ON.with(Tags::IN).with(Tags::AT))
                && ahead(2, Tags::DATE.with(Tags::PLACE))
                && ahead(3, Tags::OF);
            let at = if put { at + 2 } else { at };
            let led = items.get(at + 1).is_some_and(|i| {
                i.is(Tags::ON.with(Tags::OF).with(Tags::AT)) || word(i, &["against", "in", "outside", "near", "inside"])
            });
            if led {
                let of = items.get(at + 1).is_some_and(|i| i.is(Tags::OF.with(Tags::ON)) || word(i, &["against"]));
                objects(items, at + 1, |i| sited(i) || (of && (i.is(Tags::PEOPLE) || named(i))), &mut out);
            }
        }
    }
    out
}

/// A name that ends in a noun for a building: `Rosewood Hotel`.
pub fn facility(item: &Item, tokens: &[Token]) -> Option<(TargetType, TargetKind)> {
    if !item.is(Tags::NAME) || item.tokens.len() < 2 {
        return None;
    }
    (item.tokens.start + 1..item.tokens.end).find_map(|k| {
        let tail = &tokens[k..item.tokens.end];
        let symbols: Vec<u32> = tail.iter().map(|t| LEXICON.symbol(&t.norm)).collect();
        LEXICON.at(&symbols).filter(|(n, _)| *n == tail.len()).find_map(|(_, senses)| {
            senses.iter().find_map(|s| match s {
                Sense::Site { target, kind, .. } => Some((*target, *kind)),
                _ => None,
            })
        })
    })
}

/// `the minister's residence`: not the minister.
fn owner(items: &[Item], k: usize) -> bool {
    items.get(k + 1).is_some_and(|i| i.is(Tags::GENITIVE))
}

/// What stands before a passive verb, back to the verb or the break before it.
fn subjects(items: &[Item], at: usize, takes: impl Fn(&Item) -> bool, out: &mut [bool]) {
    let stop = Tags::VERB.with(Tags::SEMI).with(Tags::REL).with(Tags::COLON).with(Tags::AFTER).with(Tags::QUOTE);
    for k in (0..at).rev().take(14) {
        if items[k].is(stop) {
            break;
        }
        let inside = k > 0
            && items[k - 1].is(Tags::OF
                .with(Tags::BY)
                .with(Tags::IN)
                .with(Tags::FROM)
                .with(Tags::AT)
                .with(Tags::ON)
                .with(Tags::TO));
        if takes(&items[k]) && !inside && !owner(items, k) {
            out[k] = true;
        }
    }
}

/// What stands behind an active verb, as far as the list goes.
fn objects(items: &[Item], at: usize, takes: impl Fn(&Item) -> bool, out: &mut [bool]) {
    let stop = Tags::VERB
        .with(Tags::SEMI)
        .with(Tags::STOP)
        .with(Tags::REL)
        .with(Tags::COLON)
        .with(Tags::AFTER)
        .with(Tags::BY)
        .with(Tags::DATE)
        .with(Tags::BUT);
    let mut found = false;
    let mut since = 0;
    for k in at + 1..items.len().min(at + 13) {
        let item = &items[k];
        if item.is(stop) && !(k == at + 1 && item.is(Tags::ON)) {
            break;
        }
        if takes(item) && !owner(items, k) {
            out[k] = true;
            found = true;
            since = 0;
        } else if found && item.is(Tags::IN.with(Tags::AT).with(Tags::PREP).with(Tags::ON).with(Tags::FROM)) {
            break;
        } else {
            since += 1;
        }
        if since > 5 {
            break;
        }
    }
}

/// `exploded outside a bank`, `a bomb was placed at the embassy`.
fn places(items: &[Item], at: usize, tokens: &[Token], out: &mut [bool]) {
    let mut led = false;
    for k in at + 1..items.len().min(at + 12) {
        let item = &items[k];
        if item.is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP).with(Tags::REL).with(Tags::AFTER)) {
            break;
        }
        led |= item.is(Tags::AT.with(Tags::IN).with(Tags::ON).with(Tags::PREP))
            || tokens[item.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "front" | "next" | "under"));
        if led && (item.is(Tags::SITE) || facility(item, tokens).is_some()) && !owner(items, k) {
            out[k] = true;
            // "at the house of the judge and at the offices of the party"
            if !items[k + 1..].iter().take(6).any(|i| i.is(Tags::AND)) {
                break;
            }
        }
    }
}

/// `the offices, which were dynamited`, `the senator, who was shot`: the noun before the relative.
fn antecedent(items: &[Item], at: usize, takes: impl Fn(&Item) -> bool, out: &mut [bool]) {
    let Some(rel) = (at.saturating_sub(2)..at).rev().find(|&k| items[k].is(Tags::REL) && !items[k].is(Tags::THE))
    else {
        return;
    };
    let noun = (rel.saturating_sub(3)..rel)
        .rev()
        .take_while(|&k| !items[k].is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP)))
        .find(|&k| takes(&items[k]));
    if let Some(k) = noun.filter(|&k| !owner(items, k)) {
        out[k] = true;
    }
}

/// People set free: `rescued the engineer`, `the mayors were released`; not those who got away from police.
pub fn freed(items: &[Item], tokens: &[Token]) -> Vec<bool> {
    let mut out = vec![false; items.len()];
    let takes = |i: &Item| i.is(Tags::PEOPLE.with(Tags::NAME));
    for (at, item) in items.iter().enumerate() {
        let set = tokens[item.tokens.clone()]
            .iter()
            .any(|t| matches!(t.norm.as_str(), "rescued" | "released" | "freed" | "rescue" | "release"));
        if !item.is(Tags::RELEASE) || !item.is(Tags::VERB) || !set || item.is(Tags::NEGATED) {
            continue;
        }
        if item.is(Tags::PAS) {
            subjects(items, at, takes, &mut out);
        } else {
            objects(items, at, takes, &mut out);
        }
    }
    out
}
