//! How far an attack got.
//!
//! Enters: the words of a scene and what came of it. Leaves: completed, attempted, foiled or threatened.
//! Example: a bomb that was defused is a foiled attack.

use crate::text::Token;
use crate::vocabulary::IncidentOutcome;

const FOILED: &[&str] = &[
    "defused",
    "thwarted",
    "foiled",
    "intercepted",
    "averted",
    "deactivated",
    "disarmed",
    "neutralised",
    "neutralized",
    "repelled",
    "repulsed",
    "disposed",
];
const ATTEMPTED: &[&str] = &["attempted", "attempt", "tried", "unsuccessful", "failed", "botched", "malfunctioned"];

/// The outcome of a scene; `harm` where victims were killed, hurt or taken.
pub fn outcome<'a>(sentences: impl Iterator<Item = &'a [Token]>, harm: bool) -> IncidentOutcome {
    if harm {
        return IncidentOutcome::Completed;
    }
    let mut attempted = false;
    for tokens in sentences {
        let any = |list: &[&str]| tokens.iter().any(|t| list.contains(&t.norm.as_str()));
        let dud = tokens.windows(3).any(|w| {
            matches!(w[0].norm.as_str(), "not" | "to")
                && matches!(w[1].norm.as_str(), "explode" | "detonate" | "go")
                && (w[0].is("not") || tokens.iter().any(|t| t.is("failed")))
        });
        if any(FOILED) || dud {
            return IncidentOutcome::Foiled;
        }
        attempted |= any(ATTEMPTED);
    }
    if attempted { IncidentOutcome::Attempted } else { IncidentOutcome::Completed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn of(text: &str, harm: bool) -> IncidentOutcome {
        let document = Document::cut(text, None);
        outcome(document.sentences.iter().map(|s| document.tokens_of(s)), harm)
    }

    #[test]
    fn a_defused_bomb_is_foiled_and_harm_completes() {
        assert_eq!(of("Sappers defused a bomb left at the station.", false), IncidentOutcome::Foiled);
        assert_eq!(of("The second device did not explode at all.", false), IncidentOutcome::Foiled);
        assert_eq!(of("A man tried to stab a guard.", false), IncidentOutcome::Attempted);
        assert_eq!(of("A man tried to flee after stabbing a guard.", true), IncidentOutcome::Completed);
        assert_eq!(of("Rebels burned a bridge.", false), IncidentOutcome::Completed);
    }
}
