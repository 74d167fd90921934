//! Bombs that somebody left somewhere.
//!
//! Enters: what stands behind a verb of leaving. Leaves: whether it is a bomb.
//! Example: `left a bomb in a basket` is an attack; `left a bomb disposal course` is none.

use crate::annotate::{Item, Tags, Value};
use crate::frame::words::{Telling, has};
use crate::text::Token;
use crate::vocabulary::{AttackType, WeaponType};

/// `a bomb`, `two suitcase bombs`: what explodes stands right behind the verb.
pub fn leaves_bomb(after: &[Item], tokens: &[Token]) -> bool {
    let mut ahead = after.iter().take(5).skip_while(|i| {
        i.is(Tags::A.with(Tags::NUM)) || i.tags == Tags::WORD || i.is(Tags::SITE) && !i.is(Tags::PEOPLE)
    });
    let bomb = ahead.next().is_some_and(|i| {
        matches!(
            i.value,
            Value::Weapon { attack: Some(AttackType::Bombing | AttackType::Ied), weapon: WeaponType::Explosive }
        )
    });
    // "a bomb disposal course"
    bomb && !ahead.next().is_some_and(|i| has(tokens, i, &["disposal", "threat", "scare", "squad"]))
}

/// What this rule says of itself.
pub const TELLINGS: &[Telling] = &[Telling {
    rule: "left",
    attack: Some(AttackType::Bombing),
    fires: &[("Two riders left a bomb in a basket at the gate of a mill.", "left")],
    silent: &["They left a bomb disposal course early.", "Two riders left a note at the gate."],
}];
