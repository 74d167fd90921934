//! Verbs of attack that tell of none: what will be, what was meant, what was only words; and bombs that did not go off.
//!
//! Enters: a verb among the items of its sentence. Leaves: whether it happened.
//! Example: `will be bombed` and `to kill` did not happen, `tried to kill` began; `the device was defused` is a foiled bombing.

use crate::annotate::{Item, Tags, Value};
use crate::text::Token;
use crate::vocabulary::AttackType;

/// The item holds one of the words.
pub fn has(tokens: &[Token], item: &Item, list: &[&str]) -> bool {
    tokens[item.tokens.clone()].iter().any(|t| list.contains(&t.norm.as_str()))
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

/// `will be bombed`, `by blowing up pipelines`, `to kill`; but `tried to kill` began.
pub fn unreal(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let before = || items[..at].iter().rev().take(3);
    if has(tokens, item, &["will", "shall"]) || before().take(2).any(|i| has(tokens, i, &["will", "shall", "if"])) {
        return true;
    }
    let denied = ["dismissed", "denied", "denies", "rejected", "rumours", "rumors", "untrue", "rumoured"];
    if item.is(Tags::PAS) && items[..at].iter().rev().take(9).any(|i| has(tokens, i, &denied)) {
        return true;
    }
    if item.is(Tags::INF) {
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
    let never =
        ["from", "without", "avoid", "for", "planning", "preparing", "plotting", "ceased", "stopped", "cease", "stop"];
    let meant =
        ["mission", "missions", "plan", "plans", "plot", "plots", "intention", "idea", "threat", "possibility", "way"];
    item.is(Tags::ING)
        && (before().take(1).any(|i| i.is(Tags::BY) || has(tokens, i, &never))
            || before().next().is_some_and(|i| i.is(Tags::OF))
                && before().nth(1).is_some_and(|i| has(tokens, i, &meant)))
}
