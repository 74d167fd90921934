//! How an attack was carried out: attack types and suicide.
//!
//! Enters: the reports of one scene. Leaves: types less those that another rules out, each with its words.
//! Example: a suicide bombing is not listed as a bombing as well; a `blast` of rockets is no bombing.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::{Part, Report, Trigger, WeaponWords};
use crate::frame::rule::Yield;
use crate::resolve::assassination::known_person;
use crate::resolve::evidence::{Evidence, add, exclude, has};
use crate::resolve::guards::fired_by_guards;
use crate::resolve::manner::{
    abducted, beheading, captives, grenade, held, hidden, hostages, hurt, mined, poison, raided, shooters, throats,
    wielders,
};
use crate::resolve::mention::TypedAttack;
use crate::span::Span;
use crate::vocabulary::{AttackType, Outcome, WeaponType};

/// What the rest of the article tells about a scene.
#[derive(Clone, Copy, Debug)]
pub struct Background {
    /// Victims killed, at least.
    pub killed: u32,
    /// The words that introduce the scene.
    pub anchor: Span,
}

/// The attack types of a scene, in the order in which the text shows them, and whether it was a suicide attack.
pub fn attack_types(text: &str, reports: &[&Report], background: Background) -> (Vec<TypedAttack>, bool) {
    let mut found: Vec<Evidence> = Vec::new();
    let opening = reports.iter().position(|r| !r.triggers.is_empty() || !r.casualties.is_empty()).unwrap_or(0);
    for (at, report) in reports.iter().enumerate() {
        // "the bombings of the past months": of other attacks, unless the scene opens with them or counts their dead
        let own = at == opening || !report.casualties.is_empty();
        triggers(text, report, own, &mut found);
        let theirs = report.triggers.is_empty() || !report.triggers.iter().all(|t| of_others(text, report, t));
        if theirs && (!report.triggers.is_empty() || !report.casualties.is_empty() || used(text, report)) {
            weapons(text, report, &mut found);
        }
    }
    let suicide = suicide(text, reports, &found).filter(|span| !by_name(text, *span, reports, &found));
    if let Some(span) = suicide {
        add(&mut found, Evidence::sure(AttackType::SuicideBombing, span));
    }
    if let Some(span) = hidden(text, reports).filter(|s| has(&found, &[AttackType::Bombing]) || mined(text, *s)) {
        add(&mut found, Evidence::sure(AttackType::Ied, span));
    }
    held(text, &mut found);
    if !has(&found, &[AttackType::Kidnapping, AttackType::HostageTaking])
        && let Some(span) = hostages(text, reports).or_else(|| captives(text, reports))
    {
        add(&mut found, Evidence::sure(AttackType::HostageTaking, span));
    }
    if !has(&found, &[AttackType::Kidnapping, AttackType::HostageTaking, AttackType::Hijacking])
        && let Some(span) = abducted(text, reports)
    {
        add(&mut found, Evidence::sure(AttackType::Kidnapping, span));
    }
    shooters(text, reports, background, &mut found);
    beheading(text, &mut found);
    if let Some(span) = wielders(text, reports) {
        add(&mut found, Evidence::sure(AttackType::Stabbing, span));
    }
    if let Some(span) = throats(text, reports) {
        add(&mut found, Evidence { blade: true, ..Evidence::sure(AttackType::Stabbing, span) });
    }
    // "stormed the mine and led off six foremen": the way in is no shooting where nobody was hurt
    let told: Vec<&Report> = reports.iter().copied().filter(|r| !r.triggers.is_empty()).collect();
    if has(&found, &[AttackType::Kidnapping]) && background.killed == 0 && !hurt(&told) {
        let fought = |e: &Evidence| {
            let words = e.span.of(text).to_lowercase();
            words.contains("storm") || words.contains("overr")
        };
        found.retain(|e| e.code != AttackType::ArmedAssault || fought(e) || !(e.entered || e.weak));
    }
    if let Some(span) = poison(text, reports) {
        // "police raid the sect": of a poisoning only
        found.retain(|e| e.code != AttackType::ArmedAssault || !(e.weak || e.entered));
        if found.is_empty() {
            add(&mut found, Evidence::sure(AttackType::Other, span));
        }
    }
    exclude(&mut found);
    if let Some(span) = known_person(text, reports, background) {
        add(&mut found, Evidence::sure(AttackType::Assassination, span));
    }
    fill(text, &mut found, reports, background);
    let types = found.into_iter().map(|e| TypedAttack { code: e.code, at: e.span.quote(text) }).collect();
    (types, suicide.is_some())
}

/// Verbs and nouns of coming in by force, and of hacking, where the weapon tells how.
const ENTERING: &[&str] = &[
    "storm",
    "burst",
    "break into",
    "broke into",
    "broken into",
    "breaking into",
    "infiltrat",
    "invad",
    "overr",
    "raid",
    "hack",
    "pounc",
    "descend",
    "swoop",
    "barg",
    "set upon",
    "set about",
];

/// Bytes from a verb to the end of the words for those whom it struck.
const REACH: usize = 40;

/// `a porter shot the attacker dead`, `nobody was abducted`: no deed of the attackers.
fn of_others(text: &str, report: &Report, trigger: &Trigger) -> bool {
    if fired_by_guards(text, report, trigger) {
        return true;
    }
    let mut touched = report
        .casualties
        .iter()
        .filter(|c| c.span.start < trigger.span.end && trigger.span.start < c.span.end)
        .peekable();
    let harmed = |c: &Casualty| matches!(c.outcome, Outcome::Killed | Outcome::Injured);
    let attackers = |c: &Casualty| {
        harmed(c)
            && c.span.end.saturating_sub(trigger.span.end) <= REACH
            && (matches!(c.manner, Yield::Attacker(_)) || c.people.as_ref().is_some_and(|p| p.side == Side::Attacker))
    };
    let nobody = |c: &Casualty| c.quantity.is_some_and(|q| q.high == Some(0));
    let shot = trigger.types.iter().all(|t| {
        matches!(
            t,
            AttackType::ArmedAssault | AttackType::Stabbing | AttackType::VehicleRamming | AttackType::Kidnapping
        )
    });
    !trigger.noun && shot && touched.peek().is_some() && touched.all(|c| attackers(c) || nobody(c))
}

fn triggers(text: &str, report: &Report, own: bool, found: &mut Vec<Evidence>) {
    for trigger in report.triggers.iter().filter(|t| own || !(t.noun && t.plural)) {
        if of_others(text, report, trigger) {
            continue;
        }
        let words = trigger.span.of(text).to_lowercase();
        // people can be besieged without being held
        if words.contains("siege") && !text.to_lowercase().contains("hostage") {
            continue;
        }
        let grenades = trigger.weak && report.weapons.iter().any(|w| grenade(w.span.of(text)));
        if described(text, trigger) {
            continue;
        }
        let joined = report.triggers.iter().any(|other| joined(text, trigger, other));
        let entered = !joined && ENTERING.iter().any(|w| words.contains(w));
        let afar = projectile(text, report, trigger.span);
        for &code in &trigger.types {
            // a charge thrown from a tube bursts, but from afar; rockets that were fired are no shots
            let other = code == AttackType::Bombing && trigger.types.contains(&AttackType::MortarOrRocket);
            if other || afar && code == AttackType::ArmedAssault {
                continue;
            }
            add(
                found,
                Evidence {
                    code,
                    span: trigger.span,
                    weak: trigger.weak && !joined,
                    entered,
                    blade: false,
                    thrown: grenades && code == AttackType::Bombing,
                },
            );
        }
    }
}

/// `two hijacked vans`, `the burning lorries`, `a badly burned man`: what a thing is like, no deed.
fn described(text: &str, trigger: &Trigger) -> bool {
    let words = trigger.span.of(text).to_lowercase();
    let like = ["hijacked", "burned", "burnt", "burning", "torched", "seized"].contains(&words.as_str());
    let before = text.get(..trigger.span.start).unwrap_or_default().trim_end().to_lowercase();
    let before = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let article =
        matches!(before, "the" | "a" | "an" | "two" | "three" | "four" | "badly" | "several" | "his" | "their");
    like && article && text.get(trigger.span.end..).is_some_and(|t| t.starts_with(' '))
}

/// `shot and hacked`, `shot or stabbed`: two ways of killing, told side by side.
fn joined(text: &str, one: &Trigger, other: &Trigger) -> bool {
    let (first, last) = if one.span.start < other.span.start { (one, other) } else { (other, one) };
    let between = text.get(first.span.end..last.span.start).unwrap_or_default().trim().to_lowercase();
    let blade = |t: &Trigger| t.types == [AttackType::Stabbing];
    let shot = |t: &Trigger| t.types == [AttackType::ArmedAssault];
    matches!(between.as_str(), "and" | "or") && (blade(first) && shot(last) || shot(first) && blade(last))
}

/// `rockets were fired at the barracks`: no shots of gunmen.
fn projectile(text: &str, report: &Report, verb: Span) -> bool {
    let words = verb.of(text).to_lowercase();
    let passive = ["was", "were", "been", "being"].iter().any(|w| words.starts_with(w)) || words.contains(" been ");
    let before = text.get(report.words.start..verb.start).unwrap_or_default().to_lowercase();
    let last: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let thrown = ["rocket", "missile", "mortar", "shell", "projectile", "grenade"];
    passive && words.contains("fired") && last.iter().any(|w| thrown.iter().any(|t| w.contains(t)))
}

/// `was murdered with a dagger`: the blade did it, whatever else was fired.
fn wielded(text: &str, weapon: Span) -> bool {
    let lead = text.get(..weapon.start).unwrap_or("").trim_end().to_lowercase();
    let lead = lead.strip_suffix(" a").or(lead.strip_suffix(" an")).unwrap_or(&lead);
    ["killed", "murdered", "wounded", "stabbed", "attacked", "slain", "injured"]
        .iter()
        .any(|verb| lead.strip_suffix(" with").is_some_and(|l| l.ends_with(verb)))
}

/// `three missiles landed`: fired from afar, unless they struck a tank or an aircraft.
fn missile(text: &str, report: &Report, weapon: &WeaponWords) -> Option<AttackType> {
    let words = weapon.span.of(text).to_lowercase();
    let said = report.words.of(text).to_lowercase();
    let other = ["tank", "aircraft", "helicopter", "shoulder", "air defen", "plane was", "shot down", "intercept"];
    let far = (words.ends_with("missile") || words.ends_with("missiles")) && !other.iter().any(|w| said.contains(w));
    (far && weapon.part == Part::Used).then_some(AttackType::MortarOrRocket)
}

fn weapons(text: &str, report: &Report, found: &mut Vec<Evidence>) {
    for weapon in &report.weapons {
        // "men in a stolen lorry" came in it
        let inside = text.get(..weapon.span.start).unwrap_or("").trim_end();
        let inside = ["in a", "from a", "in the"].iter().any(|w| inside.ends_with(w));
        let driven = weapon.weapon == WeaponType::Vehicle && weapon.part == Part::Used && !inside;
        // a shell wired up and set off is no fire from afar
        let charge = weapon.attack == Some(AttackType::MortarOrRocket)
            && report.triggers.iter().any(|t| t.types.contains(&AttackType::Ied));
        if charge {
            continue;
        }
        let attack = weapon.attack.or_else(|| missile(text, report, weapon));
        let Some(code) = attack.or(driven.then_some(AttackType::VehicleRamming)) else { continue };
        let melee = weapon.weapon == WeaponType::Melee;
        let thrown = grenade(weapon.span.of(text));
        let (code, weak) = match weapon.part {
            Part::Used => (code, melee && !wielded(text, weapon.span) || driven || thrown),
            // rockets and grenades among the arms of people who attack are no method of their own
            Part::Carried if melee => (code, true),
            Part::Carried if matches!(weapon.weapon, WeaponType::Firearm | WeaponType::Explosive) => {
                (AttackType::ArmedAssault, true)
            }
            Part::Carried | Part::Named | Part::Seized => continue,
        };
        add(found, Evidence { code, span: weapon.span, weak, entered: melee, blade: melee, thrown });
    }
}

/// `the attackers used mortars`: what they fought with, though no verb of attack stands there.
fn used(text: &str, report: &Report) -> bool {
    let said = report.words.of(text).to_lowercase();
    let found = said.find(" used ").and_then(|at| said.get(at..)).unwrap_or_default();
    // "used drones to find them"
    let purpose = found.split(['.', ',']).next().unwrap_or_default().contains(" to ");
    !report.attackers.is_empty() && !found.is_empty() && !purpose
}

fn suicide(text: &str, reports: &[&Report], found: &[Evidence]) -> Option<Span> {
    let eventful = |r: &&&Report| !r.triggers.is_empty() || !r.casualties.is_empty() || used(text, r);
    reports
        .iter()
        .filter(eventful)
        .find_map(|r| r.suicide)
        .or_else(|| found.iter().find(|e| e.code == AttackType::SuicideBombing).map(|e| e.span))
        // "a head found at the door pointed to a suicide bomber"
        .or_else(|| {
            let blast = has(found, &[AttackType::Bombing]) && !has(found, &[AttackType::ArmedAssault, AttackType::Ied]);
            let told = reports.iter().filter(|r| blast && r.groups.is_empty()).take(14).find_map(|r| r.suicide);
            told.or_else(|| reports.iter().take(2).filter(|_| found.is_empty()).find_map(|r| r.suicide))
        })
}

/// `four suicide fighters raked the hall`: a name for people who meant to die, where nothing exploded.
fn by_name(text: &str, words: Span, reports: &[&Report], found: &[Evidence]) -> bool {
    let tail = text.get(words.end..).unwrap_or("").to_lowercase();
    let people = ["attacker", "squad", "fighter", "commando", "militant", "unit"];
    let named = people.iter().any(|w| tail.trim_start().starts_with(w));
    let exploded = has(found, &[AttackType::Bombing, AttackType::SuicideBombing, AttackType::Ied])
        || reports.iter().flat_map(|r| &r.weapons).any(|w| w.weapon == WeaponType::Explosive)
        || reports.iter().any(|r| r.bombers.is_some());
    named && has(found, &[AttackType::ArmedAssault]) && !exploded
}

/// Nouns of killing that say how by themselves.
const SLAUGHTER: &[&str] = &["massacre", "execution", "slaughter", "murder"];

/// Where the text gives no method: attackers who kill and wound do it with arms.
fn fill(text: &str, found: &mut Vec<Evidence>, reports: &[&Report], background: Background) {
    let bare = found.iter().all(|e| matches!(e.code, AttackType::Other | AttackType::Assassination));
    if !bare || found.iter().any(|e| e.code == AttackType::Other) {
        return;
    }
    // a weapon that is named, and no more
    let only_whom = found.iter().all(|e| e.code == AttackType::Assassination);
    let named = reports
        .iter()
        .filter(|r| !r.triggers.is_empty() || !r.casualties.is_empty())
        .flat_map(|r| &r.weapons)
        .filter(|w| w.part == Part::Named)
        .find_map(|w| w.attack.map(|code| (code, w.span)));
    if let Some((code, span)) = named.filter(|_| only_whom) {
        found.push(Evidence::weak(code, span));
        return;
    }
    // "a device near the gate killed a porter"
    let charge = reports
        .iter()
        .filter(|r| !r.casualties.is_empty())
        .flat_map(|r| &r.weapons)
        .find(|w| w.weapon == WeaponType::Explosive && w.part == Part::Used && w.attack.is_none());
    if let Some(weapon) = charge {
        found.push(Evidence::weak(AttackType::Bombing, weapon.span));
        return;
    }
    // an attack recalled by its name alone has no method, nor has one of which only the toll is told
    let told = reports.iter().any(|r| {
        r.triggers.iter().any(|t| !t.noun || SLAUGHTER.iter().any(|w| t.span.of(text).to_lowercase().contains(w)))
    });
    let hurt = hurt(reports);
    let massacre =
        reports.iter().flat_map(|r| &r.triggers).any(|t| t.span.of(text).to_lowercase().contains("massacre"));
    let told = told || raided(text, reports);
    let hurt = massacre || hurt && (told || reports.iter().any(|r| !r.attackers.is_empty()));
    let seen = reports.iter().any(|r| !r.attackers.is_empty() && r.triggers.iter().any(|t| t.sure));
    if !found.is_empty() || hurt || seen {
        let span = reports.iter().flat_map(|r| &r.triggers).map(|t| t.span).next().unwrap_or(background.anchor);
        found.push(Evidence::weak(AttackType::ArmedAssault, span));
    }
}
