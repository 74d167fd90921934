//! Verbs of attack that tell what somebody does again and again, or strike nobody.
//!
//! Enters: a verb among the items of its sentence. Leaves: whether it is told in general.
//! Example: `by murdering civilians` is a habit; `murdering two clerks on Monday` is a deed.

use crate::annotate::{Item, Tags, Value};
use crate::frame::words::has;
use crate::text::Token;

/// So many bombs are those of months.
const CAMPAIGN: u32 = 30;

/// Items behind a verb in which its object stands.
const NEAR: usize = 4;

/// `killing civilians`, `have set off more than 90 bombs`, `was hard hit`: no attack of its own.
pub fn habitual(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    general(items, at) || campaign(items, at) || hard_hit(items, at, tokens)
}

/// An `-ing` form with people whom nothing counts or names, in a sentence without a day or a number.
pub fn general(items: &[Item], at: usize) -> bool {
    let anybody = items.get(at + 1).and_then(Item::people).is_some_and(|p| {
        let counted = p.parts.iter().any(|i| i.quantity().is_some_and(|q| q.printed().is_some()));
        p.plural && !p.definite && !p.named && !p.partitive && p.count.is_none() && !counted
    });
    // "attacked the town, killing villagers": what came of a deed
    let set = items.iter().any(|i| i.is(Tags::DATE.with(Tags::NUM))) || at > 0 && items[at - 1].is(Tags::COMMA);
    items[at].is(Tags::ING) && items[at].is(Tags::KILL.with(Tags::ABDUCT).with(Tags::ATTACK)) && anybody && !set
}

/// Bombs by the dozen.
fn campaign(items: &[Item], at: usize) -> bool {
    let end = items.len().min(at + 1 + NEAR);
    items[at].is(Tags::EXPLODE.with(Tags::PLANT))
        && (at + 1..end).any(|k| {
            items[k].is(Tags::WEAPON) && items[k - 1].quantity().is_some_and(|q| q.low.is_some_and(|n| n >= CAMPAIGN))
        })
}

/// `killed in 386 clashes`, `more than 260 bombs`: a sum over attacks of months, whatever verb tells it.
pub fn sums_up(items: &[Item]) -> bool {
    (1..items.len()).any(|k| {
        let many = matches!(&items[k].value, Value::Event(noun) if noun.plural) || items[k].is(Tags::WEAPON);
        many && matches!(items[k - 1].value, Value::Number(count) if count.low.is_some_and(|n| n >= CAMPAIGN))
    })
}

/// `hard hit by the drought`, `hit the nail on the head`.
fn hard_hit(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let hard = at > 0 && has(tokens, &items[at - 1], &["hard", "worst", "badly"]);
    let nail = items[at + 1..].iter().take(NEAR).any(|i| has(tokens, i, &["nail"]));
    has(tokens, &items[at], &["hit", "hits", "hitting"]) && (hard || nail)
}

/// What this rule says of itself.
pub const TELLINGS: &[crate::frame::words::Telling] = &[crate::frame::words::Telling {
    rule: "done",
    attack: Some(crate::vocabulary::AttackType::Bombing),
    fires: &[("Raiders set off three bombs beside the mill.", "set off")],
    silent: &["Raiders have set off more than 90 bombs.", "The valley was hard hit."],
}];

#[cfg(test)]
mod tests {
    use super::sums_up;
    use crate::annotate::annotate;
    use crate::text::Document;

    #[test]
    fn dozens_of_attacks_are_a_sum() {
        let read = |text: &str| sums_up(&annotate(&Document::cut(text, None)).items.concat());
        assert!(read("Soldiers and rebels died in 47 clashes last spring."));
        assert!(read("The gang has set off more than 90 bombs, killing 60 people."));
        assert!(!read("Twelve people died in two attacks."));
        assert!(!read("The bomb killed 60 people."));
    }
}
