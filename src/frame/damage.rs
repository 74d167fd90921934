//! Damage that somebody did: buildings and lines destroyed by a bomb or by attackers.
//!
//! Enters: a verb of damage among the items of its sentence. Leaves: a trigger where a weapon or an attacker did it.
//! Example: `a booth was destroyed by a bomb`, `rebels knocked down four pylons`; `the storm destroyed a bridge` is none.

use crate::annotate::{Item, Tags, Value};
use crate::frame::trigger::Trigger;
use crate::frame::unreal::unreal;
use crate::frame::words::has;
use crate::text::Token;
use crate::vocabulary::AttackType;

/// What destroys, in the forms that tell of something done.
const DESTROYS: &[&str] = &[
    "destroyed",
    "destroying",
    "damaged",
    "damaging",
    "sabotaged",
    "sabotaging",
    "wrecked",
    "toppled",
    "downed",
    "felled",
    "looted",
    "ransacked",
    "robbed",
];

/// The trigger at an item, where the verb of damage has a doer.
pub fn damage(items: &[Item], at: usize, tokens: &[Token]) -> Option<Trigger> {
    let item = &items[at];
    let knocked = has(tokens, item, &["knocked", "knocking"])
        && items.get(at + 1).is_some_and(|n| has(tokens, n, &["down", "out", "over"]));
    if !(has(tokens, item, DESTROYS) || knocked) || item.is(Tags::VERB) {
        return None;
    }
    let before = || items[..at].iter().rev().take(3);
    if before().any(|i| i.is(Tags::NEG.with(Tags::MODAL)) || has(tokens, i, &["not", "never", "to", "almost"]))
        || unreal(items, at, tokens)
    {
        return None;
    }
    let after = &items[at + 1..items.len().min(at + 11)];
    let by = after.iter().take(2).position(|i| i.is(Tags::BY));
    let passive = by.is_some() || before().next().is_some_and(|i| i.is(Tags::BE));
    let types: Vec<AttackType> = if passive {
        let doer = &after[by? + 1..];
        let doer = || doer.iter().take(4).take_while(|i| !i.is(Tags::VERB.with(Tags::STOP)));
        let bomb = doer().find_map(explosive);
        if bomb.is_none() && !doer().any(attacker) {
            return None;
        }
        bomb.into_iter().collect()
    } else {
        let breaks = Tags::STOP.with(Tags::SEMI).with(Tags::REL).with(Tags::BY);
        let mut doers = items[..at].iter().rev().take(6).take_while(|i| !i.is(breaks));
        let subject = doers.find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WEAPON)))?;
        // "in May drones damaged two stations"
        let weapon = explosive(subject);
        if weapon.is_none() && !attacker(subject) || !struck(after, tokens) {
            return None;
        }
        weapon.into_iter().collect()
    };
    Some(Trigger { weak: true, ..Trigger::deed(item.span, types) })
}

/// A thing close behind, or a part of one: `a section of the pipeline between the port and the plant`.
fn struck(after: &[Item], tokens: &[Token]) -> bool {
    let part = after.iter().take(3).any(|i| has(tokens, i, &["section", "sections", "part", "parts", "stretch"]));
    after.iter().take(if part { 10 } else { 6 }).any(|i| i.is(Tags::SITE))
}

/// Attackers or a group.
fn attacker(item: &Item) -> bool {
    item.is(Tags::AGENT) && item.is(Tags::PEOPLE) || item.is(Tags::GROUP) && !item.is(Tags::GENITIVE)
}

/// The attack that an explosive weapon implies.
fn explosive(item: &Item) -> Option<AttackType> {
    match item.value {
        Value::Weapon { attack: Some(attack), .. } => Some(attack),
        _ => None,
    }
}
