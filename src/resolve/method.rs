//! How an attack was carried out: attack types and suicide.
//!
//! Enters: the reports of one scene. Leaves: types less those that another rules out, each with its words.
//! Example: a suicide bombing is not listed as a bombing as well; a `blast` of rockets is no bombing.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::{Part, Report, Trigger};
use crate::frame::rule::Yield;
use crate::resolve::assassination::known_person;
use crate::resolve::evidence::{Evidence, add, exclude, has};
use crate::resolve::manner::{
    abducted, beheading, grenade, held, hidden, hostages, hurt, raided, shooters, throats, wielders,
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
        let theirs = report.triggers.is_empty() || !report.triggers.iter().all(|t| of_others(report, t));
        if theirs && (!report.triggers.is_empty() || !report.casualties.is_empty()) {
            weapons(text, report, &mut found);
        }
    }
    let suicide = suicide(reports, &found).filter(|span| !by_name(text, *span, reports, &found));
    if let Some(span) = suicide {
        add(&mut found, Evidence::sure(AttackType::SuicideBombing, span));
    }
    if let Some(span) = hidden(text, reports).filter(|_| has(&found, &[AttackType::Bombing])) {
        add(&mut found, Evidence::sure(AttackType::Ied, span));
    }
    held(text, &mut found);
    if !has(&found, &[AttackType::Kidnapping, AttackType::HostageTaking])
        && let Some(span) = hostages(text, reports)
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
];

/// Bytes from a verb to the end of the words for those whom it struck.
const REACH: usize = 40;

/// `a porter shot the attacker dead`, `nobody was abducted`: no deed of the attackers.
fn of_others(report: &Report, trigger: &Trigger) -> bool {
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
        if of_others(report, trigger) {
            continue;
        }
        let words = trigger.span.of(text).to_lowercase();
        // people can be besieged without being held
        if words.contains("siege") && !text.to_lowercase().contains("hostage") {
            continue;
        }
        let grenades = trigger.weak && report.weapons.iter().any(|w| grenade(w.span.of(text)));
        let entered = ENTERING.iter().any(|w| words.contains(w));
        for &code in &trigger.types {
            add(
                found,
                Evidence {
                    code,
                    span: trigger.span,
                    weak: trigger.weak,
                    entered,
                    blade: false,
                    thrown: grenades && code == AttackType::Bombing,
                },
            );
        }
    }
}

/// `was murdered with a dagger`: the blade did it, whatever else was fired.
fn wielded(text: &str, weapon: Span) -> bool {
    let lead = text.get(..weapon.start).unwrap_or("").trim_end().to_lowercase();
    let lead = lead.strip_suffix(" a").or(lead.strip_suffix(" an")).unwrap_or(&lead);
    ["killed", "murdered", "wounded", "stabbed", "attacked", "slain", "injured"]
        .iter()
        .any(|verb| lead.strip_suffix(" with").is_some_and(|l| l.ends_with(verb)))
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
        let Some(code) = weapon.attack.or(driven.then_some(AttackType::VehicleRamming)) else { continue };
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

fn suicide(reports: &[&Report], found: &[Evidence]) -> Option<Span> {
    let eventful = |r: &&&Report| !r.triggers.is_empty() || !r.casualties.is_empty();
    reports
        .iter()
        .filter(eventful)
        .find_map(|r| r.suicide)
        .or_else(|| found.iter().find(|e| e.code == AttackType::SuicideBombing).map(|e| e.span))
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
