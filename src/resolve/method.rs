//! How an attack was carried out: attack types, weapons, suicide.
//!
//! Enters: the reports of one scene. Leaves: types by the contract's exclusions, each with its words.
//! Example: a suicide bombing is not listed as a bombing as well.

use crate::frame::report::Report;
use crate::resolve::mention::TypedAttack;
use crate::span::Span;
use crate::vocabulary::AttackType;

/// The attack types of a scene, in the order in which the text shows them.
pub fn attack_types(text: &str, reports: &[&Report], headline: bool) -> (Vec<TypedAttack>, bool) {
    let mut found: Vec<(AttackType, Span)> = Vec::new();
    let mut suicide = None;
    let _ = headline;
    for report in reports {
        for trigger in &report.triggers {
            for &code in &trigger.types {
                if !found.iter().any(|(c, _)| *c == code) {
                    found.push((code, trigger.span));
                }
            }
        }
        let eventful = !report.triggers.is_empty() || !report.casualties.is_empty();
        for (_, attack, span) in report.weapons.iter().filter(|_| eventful) {
            if let Some(code) = attack
                && !found.iter().any(|(c, _)| c == code)
            {
                found.push((*code, *span));
            }
        }
        suicide = suicide.or(report.suicide.filter(|_| eventful));
    }
    let suicide = suicide.or_else(|| found.iter().find(|(c, _)| *c == AttackType::SuicideBombing).map(|(_, s)| *s));
    if let Some(span) = suicide
        && !found.iter().any(|(c, _)| *c == AttackType::SuicideBombing)
    {
        found.push((AttackType::SuicideBombing, span));
    }
    let has = |found: &[(AttackType, Span)], code| found.iter().any(|(c, _)| *c == code);
    for (particular, general) in [
        (AttackType::SuicideBombing, AttackType::Bombing),
        (AttackType::SuicideBombing, AttackType::Ied),
        (AttackType::Ied, AttackType::Bombing),
        (AttackType::Ambush, AttackType::ArmedAssault),
        (AttackType::HostageTaking, AttackType::Kidnapping),
    ] {
        if has(&found, particular) {
            found.retain(|(c, _)| *c != general);
        }
    }
    if found.len() > 1 {
        found.retain(|(c, _)| *c != AttackType::Other);
    }
    let types = found.into_iter().map(|(code, span)| TypedAttack { code, at: span.quote(text) }).collect();
    (types, suicide.is_some())
}
