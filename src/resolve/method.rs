//! How an attack was carried out: attack types and suicide.
//!
//! Enters: the reports of one scene. Leaves: types less those that another rules out, each with its words.
//! Example: a suicide bombing is not listed as a bombing as well; a `blast` of rockets is no bombing.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::{Part, Report, Trigger};
use crate::frame::rule::Yield;
use crate::resolve::assassination::known_person;
use crate::resolve::mention::TypedAttack;
use crate::span::Span;
use crate::vocabulary::{AttackType, Outcome, TargetKind, WeaponType};

/// A type with the words that speak for it.
#[derive(Clone, Copy, Debug)]
struct Evidence {
    code: AttackType,
    span: Span,
    /// Gives way to other types of the scene.
    weak: bool,
    /// `stormed`, `broke into`: how they came in, not what they did there.
    entered: bool,
    /// Axes, machetes: beside knives no shooting.
    blade: bool,
    /// Grenades: beside shots they make no bombing.
    thrown: bool,
}

impl Evidence {
    fn sure(code: AttackType, span: Span) -> Self {
        Self { code, span, weak: false, entered: false, blade: false, thrown: false }
    }

    fn weak(code: AttackType, span: Span) -> Self {
        Self { code, span, weak: true, entered: false, blade: false, thrown: false }
    }
}

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
    if let Some(span) = throats(text, reports) {
        add(&mut found, Evidence::sure(AttackType::Stabbing, span));
    }
    // "stormed the mine and led off six foremen": the way in is no shooting where nobody was hurt
    let told: Vec<&Report> = reports.iter().copied().filter(|r| !r.triggers.is_empty()).collect();
    if has(&found, &[AttackType::Kidnapping]) && background.killed == 0 && !hurt(&told) {
        found.retain(|e| e.code != AttackType::ArmedAssault || !(e.entered || e.weak));
    }
    exclude(&mut found);
    if let Some(span) = known_person(text, reports, background) {
        add(&mut found, Evidence::sure(AttackType::Assassination, span));
    }
    fill(text, &mut found, reports, background);
    let types = found.into_iter().map(|e| TypedAttack { code: e.code, at: e.span.quote(text) }).collect();
    (types, suicide.is_some())
}

fn add(found: &mut Vec<Evidence>, new: Evidence) {
    if let Some(known) = found.iter_mut().find(|e| e.code == new.code) {
        known.weak &= new.weak;
        known.entered &= new.entered;
        known.thrown &= new.thrown;
        known.blade &= new.blade;
    } else {
        found.push(new);
    }
}

fn has(found: &[Evidence], codes: &[AttackType]) -> bool {
    found.iter().any(|e| codes.contains(&e.code))
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

fn weapons(text: &str, report: &Report, found: &mut Vec<Evidence>) {
    for weapon in &report.weapons {
        // "men in a stolen lorry" came in it
        let inside = text.get(..weapon.span.start).unwrap_or("").trim_end();
        let inside = ["in a", "from a", "in the"].iter().any(|w| inside.ends_with(w));
        let driven = weapon.weapon == WeaponType::Vehicle && weapon.part == Part::Used && !inside;
        let Some(code) = weapon.attack.or(driven.then_some(AttackType::VehicleRamming)) else { continue };
        let melee = weapon.weapon == WeaponType::Melee;
        let thrown = grenade(weapon.span.of(text));
        let (code, weak) = match weapon.part {
            Part::Used => (code, melee || driven || thrown),
            // rockets and grenades among the arms of people who attack are no method of their own
            Part::Carried if melee => (code, true),
            Part::Carried if matches!(weapon.weapon, WeaponType::Firearm | WeaponType::Explosive) => {
                (AttackType::ArmedAssault, true)
            }
            Part::Carried | Part::Named | Part::Seized => continue,
        };
        add(found, Evidence { code, span: weapon.span, weak, entered: false, blade: melee, thrown });
    }
}

/// Thrown beside shots, they make no bombing.
fn grenade(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("grenade") || words.contains("blast bomb")
}

/// A bomb hidden by the road, on a motorcycle, under a bridge: the words where it lay.
fn hidden(text: &str, reports: &[&Report]) -> Option<Span> {
    let laid = [
        "hidden",
        "concealed",
        "planted",
        "buried",
        "laid",
        "placed",
        "fitted",
        "rigged",
        "left",
        "attached",
        "mounted",
    ];
    let place = [
        "roadside",
        "side of a road",
        "side of the road",
        "by the road",
        "under a road",
        "under the road",
        "motorcycle",
        "motorbike",
        "bicycle",
        "culvert",
        "beneath the track",
        "along the road",
        "on the road",
        "rickshaw",
        "scooter",
        "under a bridge",
        "rail track",
        "railway track",
        "on the track",
        "railway line",
    ];
    let explosive = |r: &&Report| {
        r.weapons.iter().any(|w| w.weapon == WeaponType::Explosive && w.part != Part::Seized) || !r.triggers.is_empty()
    };
    reports.iter().copied().filter(explosive).map(|r| r.words).find(|span| {
        let words = span.of(text).to_lowercase();
        let lies = words.split(|c: char| !c.is_alphabetic()).any(|w| laid.contains(&w));
        let beneath = ["under a", "under his", "under her", "under the", "beneath", "underneath"];
        let below = words.contains("planted") && beneath.iter().any(|p| words.contains(p));
        let made = ["homemade ", "home-made ", "home made "].iter().any(|w| {
            words.find(w).is_some_and(|at| {
                let made = words.get(at + w.len()..).unwrap_or("");
                ["bomb", "device", "explosive", "pipe bomb"].iter().any(|b| made.starts_with(b))
            })
        });
        lies && place.iter().any(|p| words.contains(p)) || below || made || words.contains("improvised")
    })
}

/// People taken away, counted or not.
fn abducted(text: &str, reports: &[&Report]) -> Option<Span> {
    reports
        .iter()
        .flat_map(|r| &r.casualties)
        .filter(|c| c.outcome == Outcome::Abducted && !c.unreal && c.quantity.is_none_or(|q| q.high != Some(0)))
        // arms and cars are seized, too
        .find(|c| !c.span.of(text).to_lowercase().contains("seiz"))
        .map(|c| c.span)
}

/// Gunmen beside suicide bombers, killers who also burn: they shot, though no verb says so.
fn shooters(text: &str, reports: &[&Report], background: Background, found: &mut Vec<Evidence>) {
    let gunman = reports.iter().filter(|r| !r.triggers.is_empty()).flat_map(|r| &r.attackers).find(|s| {
        let words = s.of(text).to_lowercase();
        words.contains("gunm") || words.contains("shooter")
    });
    if let Some(&span) = gunman.filter(|_| has(found, &[AttackType::SuicideBombing])) {
        add(found, Evidence::sure(AttackType::ArmedAssault, span));
    }
    // "gunmen with dynamite attacked the depot"
    let attacked = |r: &&&Report| {
        r.triggers.iter().any(|t| !t.noun && t.types.is_empty() && text_has(text, t.span, &["attack", "assault"]))
    };
    let gunmen = reports.iter().filter(attacked).flat_map(|r| &r.attackers).find(|s| text_has(text, **s, &["gunm"]));
    if let Some(&span) = gunmen.filter(|_| has(found, &[AttackType::Bombing])) {
        add(found, Evidence::sure(AttackType::ArmedAssault, span));
    }
    let bare = |e: &Evidence| {
        matches!(e.code, AttackType::Arson | AttackType::Kidnapping) || e.code == AttackType::ArmedAssault && e.weak
    };
    if !has(found, &[AttackType::Arson, AttackType::Kidnapping]) || !found.iter().all(bare) {
        return;
    }
    let killed = reports.iter().copied().filter(|r| fatal(r)).flat_map(|r| &r.triggers).find(|t| {
        let words = t.span.of(text).to_lowercase();
        ["massacre", "murder", "slaughter", "kill"].iter().any(|w| words.contains(w))
    });
    let armed = reports.iter().any(|r| !r.attackers.is_empty() || !r.actors.is_empty());
    if let Some(trigger) = killed.filter(|_| armed && background.killed > 0) {
        add(found, Evidence::sure(AttackType::ArmedAssault, trigger.span));
    }
}

fn text_has(text: &str, span: Span, words: &[&str]) -> bool {
    let said = span.of(text).to_lowercase();
    words.iter().any(|w| said.contains(w))
}

/// It tells of victims killed.
fn fatal(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        let attackers = c.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
        c.outcome == Outcome::Killed && !c.unreal && !attackers && !matches!(c.manner, Yield::Attacker(_))
    })
}

/// Heads are cut off with blades, unless the scene is one of guns.
fn beheading(text: &str, found: &mut [Evidence]) {
    let armed = found
        .iter()
        .any(|e| matches!(e.code, AttackType::ArmedAssault | AttackType::Ambush | AttackType::Stabbing) && !e.weak);
    for one in found.iter_mut().filter(|e| e.code == AttackType::Other && !armed) {
        if one.span.of(text).to_lowercase().contains("behead") {
            one.code = AttackType::Stabbing;
        }
    }
}

/// Words for holding people, which say nothing of how they came there.
const HOLDING: &[&str] = &[
    "held hostage",
    "holding hostage",
    "held captive",
    "holding captive",
    "hostage drama",
    "taken captive",
    "took captive",
];

/// People who were abducted are held hostage, too; that they were taken away decides.
fn held(text: &str, found: &mut Vec<Evidence>) {
    let held_only = |e: &Evidence| {
        let words = e.span.of(text).to_lowercase();
        e.code == AttackType::HostageTaking && HOLDING.iter().any(|w| words.contains(w))
    };
    if found.iter().any(|e| e.code == AttackType::Kidnapping && !e.weak) && !has(found, &[AttackType::Hijacking]) {
        found.retain(|e| !held_only(e));
    }
}

/// People called hostages.
fn hostages(text: &str, reports: &[&Report]) -> Option<Span> {
    reports
        .iter()
        .filter(|r| !r.triggers.is_empty() || !r.casualties.is_empty())
        .flat_map(|r| &r.targets)
        .find(|t| {
            let lead = text.get(..t.span.start).unwrap_or("").trim_end();
            // "they had meant to take hostages"
            let planned = lead.ends_with("to take") || lead.ends_with("to seize");
            t.kind == TargetKind::Person && text_has(text, t.span, &["hostage"]) && !planned
        })
        .map(|t| t.span)
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

/// The particular type drives out the general one, the sure one the weak.
fn exclude(found: &mut Vec<Evidence>) {
    use AttackType::{
        Ambush, ArmedAssault, Arson, Bombing, DroneStrike, Hijacking, HostageTaking, Ied, Kidnapping, MortarOrRocket,
        Other, Stabbing, SuicideBombing, VehicleRamming,
    };
    for (particular, general) in [
        (SuicideBombing, Bombing),
        (SuicideBombing, Ied),
        (Ied, Bombing),
        (Ambush, ArmedAssault),
        (HostageTaking, Kidnapping),
    ] {
        if has(found, &[particular]) {
            found.retain(|e| e.code != general);
        }
    }
    // "burst in and hacked at passengers": the way in is no shooting
    if found.iter().any(|e| e.code == Stabbing) && found.iter().any(|e| e.code == ArmedAssault && e.entered) {
        found.retain(|e| e.code != ArmedAssault);
    }
    if has(found, &[ArmedAssault, Ambush, SuicideBombing, HostageTaking]) {
        found.retain(|e| !e.thrown || e.code != Bombing);
    }
    // knives and axes
    if has(found, &[Stabbing]) {
        found.retain(|e| e.code != ArmedAssault || !e.blade);
    }
    let weak: &[(AttackType, &[AttackType])] = &[
        (Bombing, &[DroneStrike, MortarOrRocket, SuicideBombing, Ied, ArmedAssault, Ambush]),
        (Arson, &[Bombing, SuicideBombing, Ied, DroneStrike, MortarOrRocket]),
        (VehicleRamming, &[Bombing, SuicideBombing, Ied, ArmedAssault]),
        (Stabbing, &[ArmedAssault, Ambush, HostageTaking]),
        (Kidnapping, &[ArmedAssault, Ambush, Bombing, SuicideBombing, Ied, Stabbing, VehicleRamming, MortarOrRocket]),
        (ArmedAssault, &[VehicleRamming, Stabbing, SuicideBombing, Bombing, Ied, DroneStrike, MortarOrRocket, Arson]),
    ];
    for (code, stronger) in weak {
        // a blast gives way to a shooting that is told, not to one that is supposed
        let stands =
            |e: &Evidence| stronger.contains(&e.code) && !(e.weak && *code == Bombing && e.code == ArmedAssault);
        if found.iter().any(stands) {
            found.retain(|e| e.code != *code || !e.weak);
        }
    }
    // the car was taken to reach the place
    if has(found, &[SuicideBombing, VehicleRamming]) {
        found.retain(|e| e.code != Hijacking);
    }
    if found.len() > 1 {
        found.retain(|e| e.code != Other);
    }
}

/// Somebody was killed or wounded.
fn hurt(reports: &[&Report]) -> bool {
    reports.iter().flat_map(|r| &r.casualties).any(|c| {
        let nobody = c.quantity.is_some_and(|q| q.high == Some(0));
        matches!(c.outcome, Outcome::Killed | Outcome::Injured) && !c.unreal && !nobody
    })
}

/// `whose throats had been slit`: done with blades.
fn throats(text: &str, reports: &[&Report]) -> Option<Span> {
    reports.iter().map(|r| r.words).find(|span| {
        let words = span.of(text).to_lowercase();
        let at = words.find("throat");
        at.is_some_and(|at| {
            let near = words.get(at.saturating_sub(24)..(at + 40).min(words.len())).unwrap_or(&words);
            ["slit", "cut", "slash"].iter().any(|w| near.contains(w))
        })
    })
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
    let named = reports
        .iter()
        .filter(|r| !r.triggers.is_empty() || !r.casualties.is_empty())
        .flat_map(|r| &r.weapons)
        .filter(|w| w.part == Part::Named)
        .find_map(|w| w.attack.map(|code| (code, w.span)));
    if let Some((code, span)) = named.filter(|_| found.is_empty()) {
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
    let hurt = massacre || hurt && (told || reports.iter().any(|r| !r.attackers.is_empty()));
    let seen = reports.iter().any(|r| !r.attackers.is_empty() && r.triggers.iter().any(|t| t.sure));
    if !found.is_empty() || hurt || seen {
        let span = reports.iter().flat_map(|r| &r.triggers).map(|t| t.span).next().unwrap_or(background.anchor);
        found.push(Evidence::weak(AttackType::ArmedAssault, span));
    }
}
