//! What tells how an attack was carried out where no verb or noun of attack does.
//!
//! Enters: the reports of one scene, and the evidence found so far. Leaves: further evidence.
//! Example: a bomb hidden by the road is improvised; throats that were cut tell of blades.

use crate::annotate::lexicon::Side;
use crate::frame::report::{Part, Report};
use crate::frame::rule::Yield;
use crate::resolve::evidence::{Evidence, add, has};
use crate::resolve::method::Background;
use crate::span::Span;
use crate::vocabulary::{AttackType, Outcome, TargetKind, WeaponType};

/// Thrown beside shots, they make no bombing.
pub fn grenade(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("grenade") || words.contains("blast bomb")
}

/// A bomb hidden by the road, on a motorcycle, under a bridge: the words where it lay.
pub fn hidden(text: &str, reports: &[&Report]) -> Option<Span> {
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
        "beside the track",
        "beside a track",
        "under the track",
        "beside the line",
        "beside a road",
        "beside the road",
        "by the side of",
        "railway line",
    ];
    let explosive = |r: &&Report| {
        r.weapons.iter().any(|w| w.weapon == WeaponType::Explosive && w.part != Part::Seized) || !r.triggers.is_empty()
    };
    reports.iter().copied().filter(explosive).map(|r| r.words).find(|span| {
        let words = span.of(text).to_lowercase();
        let lies = words.split(|c: char| !c.is_alphabetic()).any(|w| laid.contains(&w));
        let beneath = ["under a", "under his", "under her", "under the", "beneath", "underneath"];
        // "a charge under the track", "a bomb beside a road": it lay there, though no verb says so
        let lies = lies
            || ["bomb ", "device ", "charge ", "mine "].iter().any(|b| {
                ["beside a road", "beside the road", "under the track", "under the rail", "beside the track"]
                    .iter()
                    .any(|p| words.contains(&format!("{b}{p}")))
            });
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

/// `mines laid under the track destroyed a lorry`: these went off, whatever the scene is called.
pub fn mined(text: &str, words: Span) -> bool {
    let said = words.of(text).to_lowercase();
    let mines =
        said.split(|c: char| !c.is_alphabetic()).any(|w| matches!(w, "mine" | "mines" | "landmine" | "landmines"));
    mines && ["destroyed", "hit", "struck", "blew", "killed", "exploded", "went off"].iter().any(|w| said.contains(w))
}

/// People taken away, counted or not.
pub fn abducted(text: &str, reports: &[&Report]) -> Option<Span> {
    reports
        .iter()
        .flat_map(|r| &r.casualties)
        .filter(|c| c.outcome == Outcome::Abducted && !c.unreal && c.quantity.is_none_or(|q| q.high != Some(0)))
        .find(|c| {
            let words = c.span.of(text).to_lowercase();
            // arms and cars are seized, too; "its clergy had been abducted": what had gone before
            !(words.contains("seiz") || c.quantity.is_none() && words.contains("had been "))
        })
        .map(|c| c.span)
}

/// Gunmen beside suicide bombers, killers who also burn: they shot, though no verb says so.
pub fn shooters(text: &str, reports: &[&Report], background: Background, found: &mut Vec<Evidence>) {
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
    // "three tellers were killed by those who held the bank"
    let killing = |r: &&&Report| {
        fatal(r) && !r.attackers.is_empty() && r.triggers.iter().any(|t| !t.noun && text_has(text, t.span, &["kill"]))
    };
    if has(found, &[AttackType::HostageTaking])
        && found.iter().all(|e| e.code == AttackType::HostageTaking || e.entered || e.weak)
        && let Some(trigger) = reports.iter().find(killing).and_then(|r| r.triggers.iter().find(|t| !t.noun))
    {
        add(found, Evidence::sure(AttackType::ArmedAssault, trigger.span));
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
pub fn fatal(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        let attackers = c.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
        c.outcome == Outcome::Killed && !c.unreal && !attackers && !matches!(c.manner, Yield::Attacker(_))
    })
}

/// Heads are cut off with blades, unless the scene is one of guns.
pub fn beheading(text: &str, found: &mut [Evidence]) {
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
pub fn held(text: &str, found: &mut Vec<Evidence>) {
    let held_only = |e: &Evidence| {
        let words = e.span.of(text).to_lowercase();
        e.code == AttackType::HostageTaking && HOLDING.iter().any(|w| words.contains(w))
    };
    if found.iter().any(|e| e.code == AttackType::Kidnapping && !e.weak) && !has(found, &[AttackType::Hijacking]) {
        found.retain(|e| !held_only(e));
    }
}

/// People called hostages.
pub fn hostages(text: &str, reports: &[&Report]) -> Option<Span> {
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

/// `held some 40 guests inside`, `kept the clerks in the hall for six hours`: captives whom nobody calls hostages.
pub fn captives(text: &str, reports: &[&Report]) -> Option<Span> {
    let verbs = ["held", "kept", "holding", "keeping"];
    let whom = [
        "people",
        "guests",
        "staff",
        "employees",
        "members",
        "passengers",
        "workers",
        "customers",
        "pupils",
        "students",
        "worshippers",
        "civilians",
        "women",
        "children",
        "clerks",
        "deputies",
        "captives",
        "foreigners",
        "residents",
    ];
    reports.iter().map(|r| r.words).find(|span| {
        let said = span.of(text).to_lowercase();
        let words: Vec<&str> = said.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
        (0..words.len()).any(|at| {
            let passive = at > 0 && matches!(words[at - 1], "was" | "were" | "been" | "be" | "being");
            if !verbs.contains(&words[at]) || passive {
                return false;
            }
            let rest = &words[at + 1..words.len().min(at + 9)];
            let Some(people) = rest.iter().position(|w| whom.contains(w)) else { return false };
            let behind = &words[at + 2 + people..words.len().min(at + 14 + people)];
            // schools keep pupils in, too
            let counted = rest[..people].iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
            if !counted && matches!(words[at], "kept" | "keeping") {
                return false;
            }
            let inside = behind.iter().take(8).any(|w| matches!(*w, "inside" | "gunpoint"))
                || behind.windows(3).any(|w| {
                    matches!(w[0], "in" | "at" | "there")
                        && matches!(
                            w[2],
                            "hall" | "building" | "café" | "cafe" | "studio" | "theatre" | "theater" | "bank" | "plant"
                        )
                })
                || behind.contains(&"for") && behind.iter().any(|w| matches!(*w, "hour" | "hours"));
            inside && rest[..people].iter().all(|w| !matches!(*w, "back" | "talks" | "meeting" | "that"))
        })
    })
}

/// A gas or poison that nobody shoots: the words for it.
pub fn poison(text: &str, reports: &[&Report]) -> Option<Span> {
    let harmless = ["tear", "pepper", "cs gas", "chemical", "fertili"];
    reports
        .iter()
        .flat_map(|r| &r.weapons)
        .filter(|w| matches!(w.weapon, WeaponType::Chemical | WeaponType::Biological) && w.part != Part::Seized)
        .find(|w| !text_has(text, w.span, &harmless))
        .map(|w| w.span)
}

/// Somebody was killed or wounded.
pub fn hurt(reports: &[&Report]) -> bool {
    reports.iter().flat_map(|r| &r.casualties).any(|c| {
        let nobody = c.quantity.is_some_and(|q| q.high == Some(0));
        matches!(c.outcome, Outcome::Killed | Outcome::Injured) && !c.unreal && !nobody
    })
}

/// `a knife-wielding man attacked a ticket seller`.
pub fn wielders(text: &str, reports: &[&Report]) -> Option<Span> {
    let told = reports.iter().filter(|r| !r.triggers.is_empty());
    told.map(|r| r.words).find(|span| {
        ["knife-wielding", "knife wielding", "knifeman", "knifemen", "dagger-wielding"]
            .iter()
            .any(|w| span.of(text).to_lowercase().contains(w))
    })
}

/// `nine were killed as the mill was raided`.
pub fn raided(text: &str, reports: &[&Report]) -> bool {
    reports.iter().filter(|r| fatal(r)).any(|r| text_has(text, r.words, &["was raided", "were raided", "was stormed"]))
}

/// `whose throats had been slit`: done with blades.
pub fn throats(text: &str, reports: &[&Report]) -> Option<Span> {
    reports.iter().map(|r| r.words).find(|span| {
        let words = span.of(text).to_lowercase();
        let at = words.find("throat");
        at.is_some_and(|at| {
            let near = words.get(at.saturating_sub(24)..(at + 40).min(words.len())).unwrap_or(&words);
            ["slit", "cut", "slash"].iter().any(|w| near.contains(w))
        })
    })
}
