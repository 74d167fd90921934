//! Whether one known person was the target of an attack.
//!
//! Enters: the reports of a scene. Leaves: the words that name the person.
//! Example: `killed Governor Ana Villegas and nine others` was meant for her; `killed ten, the governor among them` was not.

use crate::frame::casualty::Casualty;
use crate::frame::intended::{office, public};
use crate::frame::report::{Report, Trigger};
use crate::frame::rule::Yield;
use crate::frame::target::TargetWords;
use crate::resolve::method::Background;
use crate::span::Span;
use crate::vocabulary::{AttackType, Outcome, TargetKind, TargetType};

/// Bytes between a name and an office of the same person: `the mayor of Lodi, Ana Villegas`.
const ONE_PERSON: usize = 30;

/// Bytes between an office and the name of its holder.
const APPOSED: usize = 40;

/// More dead than this, and the person who is named was one among many.
const MASSACRE: u32 = 40;

/// One known person was the target: named, hit on purpose; others who died were with them.
pub fn known_person(text: &str, reports: &[&Report], background: Background) -> Option<Span> {
    let eventful = || reports.iter().copied().filter(|r| !r.triggers.is_empty() || !r.casualties.is_empty());
    let first: Vec<&Report> = eventful().take(2).collect();
    let kidnapping = first.iter().flat_map(|r| &r.triggers).filter(|t| !t.weak).any(|t| {
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
    let persons = |r: &Report| {
        r.targets.iter().filter(|t| t.struck && t.kind == TargetKind::Person).cloned().collect::<Vec<TargetWords>>()
    };
    // "the mayor of Lodi, Ana Villegas,"
    let apposed = |r: &Report, name: &TargetWords| {
        name.named
            && name.target == TargetType::Unknown
            && r.targets.iter().any(|t| {
                let between = text.get(t.span.end..name.span.start).unwrap_or("and");
                !t.named
                    && office(t.span.of(text))
                    && between.len() <= APPOSED
                    && between.ends_with(", ")
                    && !between.contains("and")
            })
    };
    for report in &first {
        let mut known: Vec<TargetWords> = Vec::new();
        for person in persons(report).into_iter().filter(|t| is_known(text, t) || apposed(report, t)) {
            let same = known.last().is_some_and(|before| {
                let between = text.get(before.span.end..person.span.start).unwrap_or(" and ");
                between.len() <= ONE_PERSON && !between.contains(" and ")
            });
            if !same {
                known.push(person);
            } else if person.named
                && let Some(last) = known.last_mut()
            {
                last.named = true;
            }
        }
        match &known[..] {
            [] => {}
            [one] => {
                // "Ana Villegas and Luis Prado were shot": two soldiers as good as any
                let joined = report.targets.iter().any(|t| {
                    t.struck
                        && t.named
                        && t.kind == TargetKind::Person
                        && t.span.start > one.span.end
                        && text.get(one.span.end..t.span.start).is_some_and(|b| b.trim() == "and")
                });
                if joined {
                    return None;
                }
                let definite = definite(text, one.span);
                let leads = counted.is_none_or(|at| one.span.start < at) && background.killed < MASSACRE;
                let high = public(one.target) && (one.named || definite && office(one.span.of(text)));
                let amid = !one.named && !definite && background.killed > 1;
                if if many { high && leads } else { !amid } {
                    return Some(one.span);
                }
                if !many {
                    return None;
                }
            }
            _ => return None,
        }
    }
    // "killed Ana Villegas, a candidate of the party, and six others"
    if background.killed < MASSACRE * 5
        && let Some(span) = first.iter().find_map(|r| introduced(text, r))
    {
        return Some(span);
    }
    // "escaped unhurt", "shot up the jeep of the mayor"
    if background.killed < MASSACRE
        && let Some(span) = reports.iter().take(6).find_map(|r| r.intended)
    {
        return Some(span);
    }
    // "a gunman shot Ana Villegas": a name alone, and nobody else
    let armed = first.iter().any(|r| !r.attackers.is_empty());
    let all: Vec<TargetWords> = first.iter().flat_map(|r| persons(r)).collect();
    match &all[..] {
        [one] if one.named && (armed || alone(text, one, &first)) && background.killed < 2 => Some(one.span),
        _ => None,
    }
}

/// `Ana Villegas, who ran the clinic, was shot dead`: nobody else is told of, and the one who died has a name.
fn alone(text: &str, one: &TargetWords, reports: &[&Report]) -> bool {
    let words = one.span.of(text);
    let whole = words.split_whitespace().count() > 1;
    let ranked = words.split_whitespace().any(|w| RANKS.contains(&w.to_lowercase().as_str()));
    let shot = |t: &Trigger| {
        let said = t.span.of(text).to_lowercase();
        !t.noun && ["shot dead", "gunned down", "murdered", "assassinated"].iter().any(|w| said.ends_with(w))
    };
    let by = |r: &&&Report| r.triggers.iter().any(shot) && r.targets.iter().any(|t| t.span == one.span);
    whole && !ranked && one.target == TargetType::Unknown && reports.iter().find(by).is_some()
}

/// `killed Ana Villegas, a candidate of the party, and six others`, `the candidate, Luis Prado, died`: a name, and an
/// office beside it; who comes first among the dead was meant.
fn introduced(text: &str, report: &Report) -> Option<Span> {
    let victim = |c: &&Casualty| {
        c.outcome == Outcome::Killed && !c.unreal && !c.aside && !matches!(c.manner, Yield::Attacker(_))
    };
    report.casualties.iter().filter(victim).find_map(|c| {
        let words = c.span.of(text);
        let mut from = 0;
        let parts: Vec<(usize, &str)> = words
            .split(", ")
            .map(|part| {
                let at = from;
                from += part.len() + 2;
                (at, part)
            })
            .collect();
        let called = |part: &str| {
            let name: Vec<&str> =
                part.split_whitespace().rev().take_while(|w| w.starts_with(char::is_uppercase)).collect();
            name.len() > 1 && part.chars().any(char::is_lowercase)
        };
        let holder = |part: &str| {
            let head = part.split(" of ").next().unwrap_or(part).split(" and ").next().unwrap_or(part);
            let led = ["a ", "an ", "the ", "then ", "former "].iter().any(|w| head.to_lowercase().starts_with(w));
            led && office(head) && !head.contains("among") && head.split_whitespace().count() < 7
        };
        let first = parts.first()?;
        let (before, last) = parts.iter().zip(parts.iter().skip(1)).find(|((at, p), (_, q))| {
            let counted = words.get(..*at).unwrap_or("").chars().any(|c| c.is_ascii_digit());
            let kin = p.contains("'s ") || p.contains("’s ");
            !counted && ((called(p) || kin) && holder(q) || *at == first.0 && holder(p) && called(q))
        })?;
        let start = c.span.start + before.0;
        // the verb that leads is none of the name
        let skip = before.1.find(char::is_uppercase).unwrap_or(0);
        Some(Span::new(start + skip, c.span.start + last.0 + last.1.len()))
    })
}

/// Named and known for what they do, or the holder of an office.
fn is_known(text: &str, target: &TargetWords) -> bool {
    let words = target.span.of(text);
    // "the party, and 19 others"
    let creed = words.split_whitespace().next().is_some_and(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "catholic" | "christian" | "muslim" | "jewish" | "hindu" | "sunni" | "shiite"
        )
    });
    // an officer of the ranks is killed for the uniform
    let ranks = words.split_whitespace().any(|w| RANKS.contains(&w.to_lowercase().as_str()));
    !creed
        && !ranks
        && (target.named && target.target != TargetType::Unknown || office(words))
        && !words.contains("others")
}

/// Ranks below those that are known by name.
const RANKS: &[&str] = &[
    "constable",
    "havildar",
    "naik",
    "sepoy",
    "jawan",
    "sub-inspector",
    "asi",
    "corporal",
    "sergeant",
    "private",
    "trooper",
    "guard",
    "orderly",
    "cadet",
    "recruit",
    "patrolman",
    "gendarme",
    "soldier",
    "policeman",
    "sapper",
];

/// `the`, `his` or somebody's stands before the words.
fn definite(text: &str, span: Span) -> bool {
    let lead = text.get(..span.start).unwrap_or("").trim_end().to_lowercase();
    ["the", "his", "her", "its", "'s", "’s", "then"]
        .iter()
        .any(|w| lead.ends_with(w) && !lead[..lead.len() - w.len()].ends_with(char::is_alphabetic))
        || span.of(text).to_lowercase().starts_with("the ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_the_words_is_the_office() {
        assert!(office("the deputy governor of the province"));
        assert!(office("radio journalist"));
        assert!(!office("the governor's driver"));
    }

    fn known(text: &str) -> Option<String> {
        let document = crate::text::Document::cut(text, None);
        let annotated = crate::annotate::annotate(&document);
        let report = crate::frame::report::report(&annotated.items[0], &document.tokens);
        introduced(text, &report).map(|s| s.of(text).to_owned())
    }

    #[test]
    fn an_office_beside_the_name_tells_who_was_meant() {
        let meant = "A bomber killed Ana Villegas, a candidate of the Farmers' Party, and 12 others at a rally.";
        assert!(known(meant).is_some_and(|w| w.starts_with("Ana Villegas")));
        assert!(known("The candidate, Luis Prado, died in hospital.").is_some());
        assert!(known("A bomb killed nine people, a bus driver and Luis Prado among them.").is_none());
        assert!(known("Ana Villegas, a baker of 40, was killed.").is_none());
    }
}
