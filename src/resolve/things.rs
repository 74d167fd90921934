//! The weapons and targets of a scene, each named once.
//!
//! Enters: the reports of one scene. Leaves: weapons that were used or carried, targets that were struck.
//! Example: `a car bomb … the bomb` is one weapon, `Judge Ana Villegas … the judge` one target.

use crate::annotate::common::is_listed_name;
use crate::frame::report::{Part, Report, TargetWords};
use crate::resolve::mention::{Target, Weapon};
use crate::vocabulary::{TargetKind, TargetType};

/// The weapons, in the order of the text.
pub fn weapons(text: &str, reports: &[&Report]) -> Vec<Weapon> {
    let mut out: Vec<Weapon> = Vec::new();
    for report in eventful(reports) {
        for weapon in report.weapons.iter().filter(|w| matches!(w.part, Part::Used | Part::Carried)) {
            let words = flat(weapon.span.of(text));
            if !out.iter().any(|w| same(&w.text, &words)) {
                out.push(Weapon { code: weapon.weapon, text: words, at: weapon.span.quote(text) });
            }
        }
    }
    out
}

/// The targets, in the order of the text; a fuller name replaces a shorter one. `taken`: people were abducted, and those
/// who were set free are targets.
pub fn targets(text: &str, reports: &[&Report], taken: bool) -> Vec<Target> {
    let mut out: Vec<Target> = Vec::new();
    let freeing = |r: &&&Report| taken && r.targets.iter().any(|t| t.freed);
    let order = reports.iter().filter(|r| eventful_one(r) || freeing(r)).copied();
    for report in order {
        for target in report.targets.iter().filter(|t| t.struck || t.freed && taken) {
            let words = flat(target.span.of(text));
            if words.is_empty() || pronoun(&words) || guessed(target, &words) || way(&words) {
                continue;
            }
            let person = target.kind == TargetKind::Person;
            let fresh = Target {
                code: target.target,
                kind: target.kind,
                named: target.named,
                text: words,
                at: target.span.quote(text),
            };
            let known = out.iter().position(|t| {
                (t.kind == TargetKind::Person) == person
                    && if t.named && fresh.named {
                        one_person(&t.text, &fresh.text)
                    } else {
                        same(&t.text, &fresh.text)
                    }
            });
            match known {
                None => out.push(fresh),
                Some(k) if fresh.named && !out[k].named => out[k] = fresh,
                Some(_) => {}
            }
        }
    }
    of_the_army(&mut out);
    out
}

/// `the convoy`, `the helicopter`, `two officers` beside soldiers and no police are the army's.
fn of_the_army(targets: &mut Vec<Target>) {
    let army = targets.iter().any(|t| t.code == TargetType::Military);
    let police = targets.iter().any(|t| t.code == TargetType::Police && t.text.to_lowercase().contains("police"));
    if !army || police {
        return;
    }
    // "two people were killed" in an attack on a convoy: its soldiers
    targets.retain(|t| t.text.to_lowercase() != "people");
    for target in targets.iter_mut().filter(|t| !t.named) {
        let words = target.text.to_lowercase();
        let head = words.split_whitespace().last().unwrap_or("");
        let head = head.strip_suffix('s').unwrap_or(head);
        let theirs = [
            "officer",
            "helicopter",
            "convoy",
            "headquarter",
            "installation",
            "base",
            "post",
            "position",
            "patrol",
            "vehicle",
            "truck",
            "trench",
            "crew",
            "camp",
            "barrack",
            "outpost",
            "pilot",
            "aircraft",
            "crewman",
            "crewmen",
            "commander",
            "personnel",
            "gunship",
        ];
        if theirs.contains(&head) || words == "crew member" || words == "crew members" {
            target.code = TargetType::Military;
        }
    }
}

fn eventful<'r>(reports: &'r [&Report]) -> impl Iterator<Item = &'r Report> {
    reports.iter().copied().filter(|r| eventful_one(r))
}

fn eventful_one(report: &Report) -> bool {
    !report.triggers.is_empty() || !report.casualties.is_empty() || report.targets.iter().any(|t| t.struck)
}

fn pronoun(words: &str) -> bool {
    let words = words.to_lowercase();
    matches!(
        words.as_str(),
        "them"
            | "u.s."
            | "victim"
            | "the victim"
            | "whom"
            | "those"
            | "others"
            | "victims"
            | "the victims"
            | "no one"
            | "nobody"
            | "anyone"
    )
}

/// A lone word in capitals that no list of names holds, and nothing says who it is: no person.
fn guessed(target: &TargetWords, words: &str) -> bool {
    let person = target.kind == TargetKind::Person && target.named && target.target == TargetType::Unknown;
    let lone = words.chars().all(|c| c.is_uppercase() || c == '\'');
    person && words.len() > 3 && lone && !is_listed_name(&words.to_lowercase())
}

/// `the Salta highway`: where an attack was, seldom what it struck.
fn way(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
    matches!(
        last.as_str(),
        "highway" | "road" | "street" | "avenue" | "boulevard" | "freeway" | "expressway" | "motorway"
    )
}

/// One holds the other's words, or both end in the same noun.
pub fn same(a: &str, b: &str) -> bool {
    let head = |s: &str| {
        let last = s.split([',', '(', '[']).next().unwrap_or(s).split_whitespace().last().unwrap_or("").to_lowercase();
        last.strip_suffix('s').map_or(last.clone(), str::to_owned)
    };
    within(a, b) || head(a) == head(b)
}

/// Two names of one person: they share the last name, or two words.
pub fn one_person(a: &str, b: &str) -> bool {
    let words =
        |s: &str| s.to_lowercase().split_whitespace().filter(|w| w.len() > 2).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    a.last() == b.last() || a.iter().filter(|w| b.contains(w)).count() >= 2
}

fn within(a: &str, b: &str) -> bool {
    let (a, b) = (format!(" {} ", a.to_lowercase()), format!(" {} ", b.to_lowercase()));
    a.contains(&b) || b.contains(&a)
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_noun_is_the_same_thing() {
        assert!(same("car bomb", "the bombs"));
        assert!(same("Judge Ana Villegas", "Villegas"));
        assert!(one_person("Judge Ana Maria Villegas", "Ana Maria"));
        assert!(!same("police station", "two banks"));
    }
}
