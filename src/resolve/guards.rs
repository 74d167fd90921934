//! Shots that were fired by those who guard, not by those who attack.
//!
//! Enters: a verb of shooting and its sentence. Leaves: whether police, soldiers or guards are the ones who fired.
//! Example: `the suspect was shot in the thigh by officers` and `a constable shot him dead` are no armed assault.

use crate::frame::report::{Report, Trigger};
use crate::vocabulary::AttackType;

/// Those who shoot attackers.
const GUARDS: &[&str] = &[
    "police",
    "policeman",
    "policemen",
    "policewoman",
    "officer",
    "officers",
    "constable",
    "constables",
    "soldier",
    "soldiers",
    "troops",
    "commandos",
    "marines",
    "gendarmes",
    "guard",
    "guards",
    "bodyguard",
    "bodyguards",
    "forces",
    "marksmen",
    "marksman",
    "sniper",
    "snipers",
    "squad",
    "inspector",
];

/// Those who attack, where the words name them.
const ATTACKERS: &[&str] = &[
    "gunman",
    "gunmen",
    "militant",
    "militants",
    "attacker",
    "attackers",
    "rebel",
    "rebels",
    "insurgents",
    "bandits",
    "assailant",
    "assailants",
    "terrorist",
    "terrorists",
    "guerrillas",
    "suspect",
    "suspects",
    "hitmen",
    "men",
    "man",
    "youths",
    "youth",
    "unknown",
    "he",
    "she",
    "they",
    "armed",
    "masked",
];

/// Letters between the verb and `by officers`.
const REACH: usize = 48;

/// Guards fired these shots.
pub fn fired_by_guards(text: &str, report: &Report, trigger: &Trigger) -> bool {
    let shot = !trigger.noun && trigger.types.iter().all(|t| *t == AttackType::ArmedAssault);
    let verb = trigger.span.of(text).to_lowercase();
    if !shot || !["shot", "fire", "gunned", "shoot"].iter().any(|w| verb.contains(w)) {
        return false;
    }
    let ahead = text.get(trigger.span.end..report.words.end).unwrap_or_default().to_lowercase();
    let before = text.get(report.words.start..trigger.span.start).unwrap_or_default().to_lowercase();
    let words = |part: &str| -> Vec<String> {
        part.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let one_of = |word: &String, list: &[&str]| list.contains(&word.as_str());
    // "was shot in the thigh by officers": not "by men in police uniform"
    let passive = ["was ", "were ", "been ", "being "].iter().any(|w| verb.contains(w));
    let clause = ahead.split(['.', ';', ':']).next().unwrap_or_default();
    if let Some(at) = clause.find("by ").filter(|at| *at <= REACH && (*at == 0 || clause[..*at].ends_with(' '))) {
        let agent = words(&clause[at + 3..]);
        let noun = agent.iter().take(4).find(|w| one_of(w, GUARDS) || one_of(w, ATTACKERS) || w.as_str() == "in");
        return noun.is_some_and(|w| one_of(w, GUARDS));
    }
    if passive {
        return false;
    }
    let lead = before.rsplit(['.', ';', ':', '"']).next().unwrap_or_default();
    let led = words(lead);
    // "a soldier shot dead a man"
    let own = led.last().is_some_and(|w| one_of(w, GUARDS)) && !lead.trim_end().ends_with(',');
    let struck = led.len() > 1 && led[..led.len() - 1].iter().any(|w| one_of(w, ATTACKERS) || w == "who" || w == "by");
    if own && !struck {
        return true;
    }
    // "constables on the pier shot him dead"
    let object = words(&ahead);
    let one = object.first().is_some_and(|w| matches!(w.as_str(), "him" | "her" | "them"))
        || verb.contains(" him") && verb.contains("shot");
    let guard = led.iter().position(|w| one_of(w, GUARDS));
    one && guard.is_some_and(|at| !led[..at].iter().any(|w| one_of(w, ATTACKERS)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::frame::report::report;
    use crate::text::Document;

    fn guards(text: &str) -> bool {
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        let report = report(&annotated.items[0], &document.tokens);
        report.triggers.iter().any(|t| fired_by_guards(text, &report, t))
    }

    #[test]
    fn guards_who_fire_are_no_attackers() {
        for text in [
            "A student of 20 was shot in the leg by officers.",
            "A soldier shot dead a man who had left a case on the stairs.",
        ] {
            assert!(guards(text), "{text}");
        }
        for text in [
            "A policeman was shot dead by gunmen in Lodi.",
            "Gunmen stopped an officer and shot him dead.",
            "Two clerks were shot by men in police uniform.",
            "Masked men opened fire on the guards.",
        ] {
            assert!(!guards(text), "{text}");
        }
    }
}
