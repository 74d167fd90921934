//! Do two accounts tell of one kind of attack on one kind of target?
//!
//! Enters: attack types, targets and sites. Leaves: reasons.
//! Example: two hijackings of the Jaffar Express share a rare type and a telling word.

use super::evidence::Reason;
use super::profile::Profile;
use crate::vocabulary::{AttackType, TargetType};

/// Compares how and against what.
pub fn compare(a: &Profile, b: &Profile, reasons: &mut Vec<Reason>) {
    let general = |code: AttackType| code == AttackType::Other;
    let shared = a.attacks.iter().filter(|code| !general(**code) && b.attacks.contains(code)).copied().map(weight);
    let shared = shared.fold(0.0, f64::max);
    if shared > 0.0 {
        reasons.push(Reason::new("same attack type", shared));
    } else {
        let told = |profile: &Profile| profile.attacks.iter().any(|code| !general(*code));
        if told(a) && told(b) {
            let family = a.attacks.iter().any(|x| b.attacks.iter().any(|y| kin(*x) & kin(*y) != 0));
            reasons.push(if family {
                Reason::new("kindred attack types", 0.2)
            } else {
                Reason::new("other attack types", -1.2)
            });
        }
    }
    if a.telling.iter().any(|word| b.telling.binary_search(word).is_ok()) {
        reasons.push(Reason::new("same site or target by name", 1.4));
    } else if a.site.iter().filter(|word| b.site.binary_search(word).is_ok()).count() >= 2 {
        reasons.push(Reason::new("same words for the site", 0.8));
    }
    if a.kinds.iter().any(|kind| b.kinds.contains(kind)) {
        reasons.push(Reason::new("same kind of site", 0.8));
    } else if !a.kinds.is_empty() && !b.kinds.is_empty() {
        reasons.push(Reason::new("other kind of site", -0.8));
    }
    let told = |profile: &Profile| profile.targets.iter().any(|code| !open(*code));
    if a.targets.iter().any(|code| !open(*code) && b.targets.contains(code)) {
        reasons.push(Reason::new("same kind of target", 0.5));
    } else if told(a) && told(b) {
        reasons.push(Reason::new("other kind of target", -0.4));
    }
}

const fn open(code: TargetType) -> bool {
    matches!(code, TargetType::Unknown | TargetType::Other | TargetType::Civilian)
}

/// The rarer a type, the more it says that two accounts share it.
const fn weight(code: AttackType) -> f64 {
    match code {
        AttackType::Hijacking | AttackType::VehicleRamming | AttackType::DroneStrike => 1.2,
        AttackType::HostageTaking | AttackType::Arson | AttackType::Stabbing | AttackType::Assassination => 0.9,
        AttackType::SuicideBombing | AttackType::Kidnapping | AttackType::MortarOrRocket | AttackType::Ied => 0.7,
        _ => 0.4,
    }
}

/// Types that one event is reported under: bits in common are kin.
const fn kin(code: AttackType) -> u8 {
    match code {
        AttackType::Bombing | AttackType::SuicideBombing | AttackType::Ied => 1,
        AttackType::VehicleRamming => 1 | 4,
        AttackType::ArmedAssault | AttackType::Ambush | AttackType::Assassination => 2,
        AttackType::MortarOrRocket | AttackType::DroneStrike => 1 | 8,
        AttackType::Stabbing => 4 | 2,
        AttackType::Kidnapping | AttackType::HostageTaking | AttackType::Hijacking => 16 | 2,
        AttackType::Arson => 32 | 2,
        AttackType::Other => 0,
    }
}
