//! Whether one known person was the target of an attack.
//!
//! Enters: the reports of a scene. Leaves: the words that name the person.
//! Example: `killed Governor Ana Villegas and nine others` was meant for her; `killed ten, the governor among them` was not.

use crate::frame::report::Report;
use crate::resolve::method::Background;
use crate::span::Span;
use crate::vocabulary::{AttackType, TargetKind, TargetType};

/// One known person was the target: named, hit on purpose; others who died were with them.
pub fn known_person(text: &str, reports: &[&Report], background: Background) -> Option<Span> {
    let first: Vec<&&Report> =
        reports.iter().filter(|r| !r.triggers.is_empty() || !r.casualties.is_empty()).take(2).collect();
    let kidnapping = first.iter().flat_map(|r| &r.triggers).any(|t| {
        t.types.iter().any(|c| matches!(c, AttackType::Kidnapping | AttackType::HostageTaking | AttackType::Hijacking))
    });
    if kidnapping {
        return None;
    }
    // "killed the governor and nine others", but not "killed ten, the governor among them"
    let counted = first
        .iter()
        .flat_map(|r| &r.casualties)
        .filter(|c| c.quantity.is_some_and(|q| q.low.is_some_and(|n| n > 3)))
        .map(|c| c.span.start)
        .min();
    let many = background.killed > 3 || counted.is_some();
    let persons = || first.iter().flat_map(|r| &r.targets).filter(|t| t.struck && t.kind == TargetKind::Person);
    let struck: Vec<(Span, bool)> = persons()
        .filter_map(|t| {
            let office = titled(t.span.of(text));
            let known = t.named && t.target != TargetType::Unknown || office;
            // "the party, and 19 others"
            let known = known && !t.span.of(text).contains("others");
            known.then_some((t.span, t.named && (office || public(t.target))))
        })
        .collect();
    if let [(span, public)] = struck[..] {
        let leads = counted.is_none_or(|at| span.start < at) && background.killed < 40;
        return (!many || public && leads).then_some(span);
    }
    // "a gunman shot Ana Villegas": a name alone, and nobody else
    let armed = first.iter().any(|r| !r.attackers.is_empty());
    let mut names = persons().filter(|t| t.named);
    match (names.next(), names.next()) {
        (Some(one), None) if struck.is_empty() && armed && background.killed < 2 && persons().count() == 1 => {
            Some(one.span)
        }
        _ => None,
    }
}

/// People who are known for what they do.
fn public(target: TargetType) -> bool {
    matches!(
        target,
        TargetType::Government | TargetType::Diplomatic | TargetType::Media | TargetType::Religious | TargetType::Party
    )
}

/// The holder of an office, without a name.
fn titled(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.split(" of ").next().unwrap_or(&words).split_whitespace().last().unwrap_or("");
    OFFICES.contains(&head)
}

/// Offices whose holders are killed for holding them.
const OFFICES: &[&str] = &[
    "governor",
    "minister",
    "mayor",
    "councillor",
    "councilor",
    "councilman",
    "senator",
    "lawmaker",
    "legislator",
    "deputy",
    "judge",
    "prosecutor",
    "ambassador",
    "candidate",
    "president",
    "bishop",
    "archbishop",
    "congressman",
    "mp",
    "politician",
    "diplomat",
    "consul",
    "magistrate",
    "journalist",
    "governor-general",
    "vice-president",
    "premier",
    "chancellor",
    "congresswoman",
    "councilwoman",
    "commissioner",
    "cardinal",
    "attorney-general",
    "leader",
    "chief",
    "cleric",
    "activist",
    "editor",
    "imam",
    "mullah",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_the_words_is_the_office() {
        assert!(titled("the deputy governor of the province"));
        assert!(titled("radio journalist"));
        assert!(!titled("the governor's driver"));
    }
}
