//! What a rule's pattern cannot ask for, asked of the words of its match.
//!
//! Enters: a match. Leaves: whether the rule holds there, and how many the words count.
//! Example: `stabbed a woman` fits the rule of the struck, `shot a woman` does only before `in the leg`.

use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags};
use crate::frame::pattern::Match;
use crate::frame::rule::Yield;
use crate::text::Token;
use crate::vocabulary::{AttackType, Outcome};

/// What a pattern cannot ask for: a blade or a limb, bodies, somebody who is not the subject itself.
pub fn fits(yields: Yield, items: &[Item], found: &Match<'_>, tokens: &[Token]) -> bool {
    let Some(who) = found.get("who") else { return true };
    let words = &tokens[items[who].tokens.clone()];
    match yields {
        // "put the figure at 76"
        _ if items[found.first].is(Tags::MOVE)
            && items.get(found.first + 1).is_some_and(|i| i.is(Tags::PEOPLE))
            && matches!(yields, Yield::Toll(_)) =>
        {
            tokens[items[found.first + 1].tokens.clone()]
                .iter()
                .any(|t| matches!(t.norm.as_str(), "figure" | "number" | "count"))
        }
        // "kidnapped by rebels and later executed": not the rebels
        Yield::Attacker(_) => found.first != who || who == 0 || !items[who - 1].is(Tags::BY),
        // "among the wounded were two clerks"
        Yield::Part(_) => {
            let whole = items[found.first].tokens.start..items[found.last - 1].tokens.end;
            !tokens[whole].iter().any(|t| matches!(t.norm.as_str(), "wounded" | "injured"))
        }
        // "30 people were taken to hospital", but not their bodies
        Yield::Fate(Outcome::Injured) => {
            !words.iter().any(|t| matches!(t.norm.as_str(), "body" | "bodies" | "corpses"))
        }
        // others, with no fate of their own
        Yield::Along(_) => {
            let next = items[found.last..].iter().find(|i| !i.is(Tags::APPOS));
            // "along with", "together with", "with 22 others", but not "and"
            let with = who > 0 && (items[who - 1].tokens.len() > 1 || other(&items[who - 1], &items[who]));
            // "along with a clerk who had stopped to talk", but not "who was wounded"
            let rest = items.get(found.last..).unwrap_or(&[]);
            let told = next.is_some_and(|i| i.is(Tags::REL))
                && !rest.iter().any(|i| i.is(Tags::HURT.with(Tags::WOUND).with(Tags::BE).with(Tags::ABDUCT)));
            with && next.is_none_or(|i| {
                told || !i.is(Tags::VERB
                    .with(Tags::BE)
                    .with(Tags::HAVE)
                    .with(Tags::DEAD)
                    .with(Tags::HURT)
                    .with(Tags::REL))
            })
        }
        Yield::Struck => {
            let blade = (found.first..found.last)
                .any(|i| items[i].verb().is_some_and(|v| v.attack == Some(AttackType::Stabbing)));
            let end = items[found.last - 1].tokens.end;
            let rest = tokens.get(end..(end + 5).min(tokens.len())).unwrap_or(&[]);
            blade || rest.first().is_some_and(|t| t.is("in")) && rest.iter().any(|t| LIMBS.contains(&t.norm.as_str()))
        }
        Yield::Bodies => {
            items[who].quantity().is_some()
                && words.iter().any(|t| matches!(t.norm.as_str(), "body" | "bodies" | "corpse" | "corpses" | "remains"))
        }
        // "a clerk attached to him was killed": an object is no subject
        Yield::Pronoun if found.first == who && words.iter().any(|t| matches!(t.norm.as_str(), "him" | "them")) => {
            false
        }
        Yield::Pronoun => words.iter().any(|t| PERSONS.contains(&t.norm.as_str())),
        _ => true,
    }
}

/// `with 22 others`: of the same fate.
fn other(with: &Item, who: &Item) -> bool {
    with.is(Tags::WITH) && who.people().is_some_and(|p| p.other)
}

/// Where a shot does not kill.
const LIMBS: &[&str] = &[
    "leg",
    "legs",
    "knee",
    "knees",
    "arm",
    "arms",
    "foot",
    "feet",
    "hand",
    "hands",
    "thigh",
    "thighs",
    "ankle",
    "ankles",
    "shoulder",
    "shoulders",
    "calf",
    "elbow",
    "elbows",
    "wrist",
    "hip",
    "buttocks",
];

/// Pronouns for people killed.
const PERSONS: &[&str] = &["he", "she", "they", "him", "her", "them", "his", "their"];

/// `As many as ten officers are dead` is a count and no estimate, as papers of South Asia use it.
pub fn counted(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> Option<Quantity> {
    let quantity = items[who].quantity()?;
    let words = &tokens[items[who].tokens.clone()];
    let as_many = words.first().is_some_and(|t| t.is("as")) && words.get(1).is_some_and(|t| t.is("many"));
    let fact = (found.first..found.last).any(|i| items[i].is(Tags::BE) && tokens[items[i].tokens.start].is("are"))
        && (found.first..found.last).any(|i| items[i].is(Tags::DEAD));
    Some(if as_many && fact { quantity.high.map_or(quantity, Quantity::exact) } else { quantity })
}

/// `him` is one; how many `them` are is said elsewhere.
pub fn single(item: &Item, tokens: &[Token]) -> Option<Quantity> {
    let word = tokens.get(item.tokens.start)?;
    (!matches!(word.norm.as_str(), "they" | "them" | "their")).then_some(Quantity::exact(1))
}
