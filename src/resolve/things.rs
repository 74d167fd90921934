//! The weapons and targets of a scene, each named once.
//!
//! Enters: the reports of one scene. Leaves: weapons that were used or carried, targets that were struck.
//! Example: `a car bomb … the bomb` is one weapon, `Judge Ana Villegas … the judge` one target.

use crate::annotate::common::is_listed_name;
use crate::frame::report::{Part, Report, TargetWords};
use crate::resolve::mention::{Target, Weapon};
use crate::vocabulary::{TargetKind, TargetType, WeaponType};

/// The weapons, in the order of the text.
pub fn weapons(text: &str, reports: &[&Report], harm: Harm) -> Vec<Weapon> {
    let mut out: Vec<Weapon> = Vec::new();
    for report in eventful(reports) {
        for weapon in report.weapons.iter().filter(|w| matches!(w.part, Part::Used | Part::Carried)) {
            let words = flat(weapon.span.of(text));
            // "rifle fire": the rifle
            let fired = ["fire", "FIRE"].iter().find_map(|f| words.strip_suffix(f)).map(str::trim_end);
            let words = fired
                .filter(|w| !w.is_empty() && !w.ends_with("GUN") && !w.ends_with("gun"))
                .unwrap_or(&words)
                .to_owned();
            let blast = matches!(weapon.weapon, WeaponType::Explosive) || charge(&words);
            if harm.only_taken && blast {
                continue;
            }
            if no_arm(&words) || out.iter().any(|w| same(&w.text, &words)) {
                continue;
            }
            let fresh = Weapon { code: weapon.weapon, text: words, at: weapon.span.quote(text) };
            // "a bomb … the explosives": one thing, by the words that say more
            match out.iter_mut().find(|w| charge(&w.text) && charge(&fresh.text)) {
                Some(known) if telling(&known.text) < telling(&fresh.text) => *known = fresh,
                Some(_) => {}
                None => out.push(fresh),
            }
        }
    }
    if out.iter().any(|w| !any_arms(&w.text)) {
        out.retain(|w| !any_arms(&w.text));
    }
    out
}

/// What is fired, or thrown by a crowd: no weapon is named.
fn no_arm(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.rsplit([' ', '-']).next().unwrap_or("");
    matches!(
        head.strip_suffix('s').unwrap_or(head),
        "bullet"
            | "gunshot"
            | "round"
            | "cartridge"
            | "ammunition"
            | "stone"
            | "catapult"
            | "detonator"
            | "shell casing"
    )
}

/// `bomb`, `dynamite`, `explosive device`: what goes off, by whatever word.
fn charge(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.rsplit([' ', '-']).next().unwrap_or("");
    matches!(
        head.strip_suffix('s').unwrap_or(head),
        "bomb" | "dynamite" | "explosive" | "device" | "charge" | "stick" | "tnt" | "carbomb"
    )
}

/// How much the words for a charge say: of `the explosives` little, of `a bomb` more, of `dynamite` and `a car bomb` most.
fn telling(words: &str) -> u8 {
    let words = words.to_lowercase();
    let head = words.rsplit([' ', '-']).next().unwrap_or("");
    match head.strip_suffix('s').unwrap_or(head) {
        "explosive" | "device" | "charge" | "stick" if !words.contains("dynamite") => 0,
        "bomb" if !words.contains("car") && !words.contains("truck") => 1,
        _ => 2,
    }
}

/// `weapons`, `firearms`: of use only where no other word is.
fn any_arms(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "weapon" | "weapons" | "firearm" | "firearms" | "arms")
}

/// What the account of an incident says of its victims.
#[derive(Clone, Copy, Debug, Default)]
pub struct Harm {
    /// People were abducted, and those who were set free are targets.
    pub taken: bool,
    /// Nothing but an abduction: no building or vehicle is struck.
    pub only_taken: bool,
    /// One person was killed or hurt, and nobody else.
    pub lone: bool,
}

/// The targets, in the order of the text; a fuller name replaces a shorter one.
pub fn targets(text: &str, reports: &[&Report], harm: Harm) -> Vec<Target> {
    let taken = harm.taken;
    let mut out: Vec<Target> = Vec::new();
    let freeing = |r: &&&Report| taken && r.targets.iter().any(|t| t.freed);
    let order = reports.iter().filter(|r| eventful_one(r) || freeing(r)).copied();
    for report in order {
        for target in report.targets.iter().filter(|t| t.struck || t.freed && taken) {
            let words = flat(target.span.of(text));
            let person = target.kind == TargetKind::Person;
            let crowd = target.counted && target.struck && words.eq_ignore_ascii_case("people");
            if words.is_empty() || pronoun(&words) && !crowd || guessed(target, &words) || way(&words) || corpse(&words)
            {
                continue;
            }
            if !person && harm.only_taken || again(text, target, &words, &out) {
                continue;
            }
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
    // "a minister was shot … Ana Villegas": where one was hurt, the one who is named
    let named = |t: &Target| t.kind == TargetKind::Person && t.named;
    if harm.lone && out.iter().filter(|t| named(t)).count() == 1 {
        out.retain(|t| t.kind != TargetKind::Person || t.named || escort(&t.text));
    }
    of_the_army(&mut out);
    out
}

/// `the minister` behind a minister's name, `the priests` behind other priests, `the building` behind a building: told before.
fn again(text: &str, target: &TargetWords, words: &str, out: &[Target]) -> bool {
    let before = text[..target.span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
    if target.named || !matches!(before.as_str(), "the" | "that" | "this" | "these" | "those") {
        return false;
    }
    let lower = words.to_lowercase();
    let head = lower.rsplit(' ').next().unwrap_or("");
    let several = head.ends_with('s') || matches!(head, "men" | "women" | "people" | "children" | "clergymen");
    if target.kind == TargetKind::Person {
        let alike = |t: &&Target| {
            t.kind == TargetKind::Person && (t.code == target.target || t.named && t.code == TargetType::Unknown)
        };
        return !escort(words)
            && out
                .iter()
                .filter(alike)
                .any(|t| t.named && !several || several && !t.named && t.text.to_lowercase().ends_with('s'));
    }
    let plain = matches!(
        head.strip_suffix('s').unwrap_or(head),
        "building"
            | "facilitie"
            | "facility"
            | "installation"
            | "premise"
            | "structure"
            | "propertie"
            | "property"
            | "establishment"
            | "vehicle"
    );
    plain && !lower.contains(' ') && out.iter().any(|t| t.kind == target.kind)
}

/// Those who are with somebody else: never the one who is named.
fn escort(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.rsplit(' ').next().unwrap_or("");
    matches!(
        head.strip_suffix('s').unwrap_or(head),
        "driver"
            | "chauffeur"
            | "bodyguard"
            | "escort"
            | "guard"
            | "wife"
            | "husband"
            | "son"
            | "daughter"
            | "brother"
            | "sister"
            | "companion"
            | "policeman"
            | "soldier"
            | "watchman"
            | "passerby"
            | "bystander"
            | "maid"
            | "cook"
            | "pilot"
            | "assistant"
    )
}

/// What is found of people who are told elsewhere.
fn corpse(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.rsplit(' ').next().unwrap_or("");
    matches!(head, "body" | "bodies" | "corpse" | "corpses" | "remains" | "us")
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
        "highway"
            | "highways"
            | "road"
            | "roads"
            | "street"
            | "streets"
            | "avenue"
            | "boulevard"
            | "freeway"
            | "expressway"
            | "motorway"
            | "neighborhood"
            | "neighborhoods"
            | "neighbourhood"
            | "neighbourhoods"
            | "suburb"
            | "suburbs"
            | "municipality"
            | "municipalities"
            | "entrance"
            | "gate"
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
