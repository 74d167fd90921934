//! Evidence for attack types, and which of them rules out which.
//!
//! Enters: types with their words, sure or weak. Leaves: those that stand.
//! Example: a suicide bombing drives out a bombing; grenades thrown beside shots make no bombing.

use crate::span::Span;
use crate::vocabulary::AttackType;

/// A type with the words that speak for it.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// The type.
    pub code: AttackType,
    /// The words.
    pub span: Span,
    /// Gives way to other types of the scene.
    pub weak: bool,
    /// `stormed`, `broke into`: how they came in, not what they did there.
    pub entered: bool,
    /// Axes, machetes: beside knives no shooting.
    pub blade: bool,
    /// Grenades: beside shots they make no bombing.
    pub thrown: bool,
}

impl Evidence {
    /// Evidence that stands by itself.
    pub fn sure(code: AttackType, span: Span) -> Self {
        Self { code, span, weak: false, entered: false, blade: false, thrown: false }
    }

    /// Evidence that gives way.
    pub fn weak(code: AttackType, span: Span) -> Self {
        Self { code, span, weak: true, entered: false, blade: false, thrown: false }
    }
}

/// Adds evidence; what is sure or direct once stays so.
pub fn add(found: &mut Vec<Evidence>, new: Evidence) {
    if let Some(known) = found.iter_mut().find(|e| e.code == new.code) {
        known.weak &= new.weak;
        known.entered &= new.entered;
        known.thrown &= new.thrown;
        known.blade &= new.blade;
    } else {
        found.push(new);
    }
}

/// One of the types is there.
pub fn has(found: &[Evidence], codes: &[AttackType]) -> bool {
    found.iter().any(|e| codes.contains(&e.code))
}

/// The particular type drives out the general one, the sure one the weak.
pub fn exclude(found: &mut Vec<Evidence>) {
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
    if found.iter().any(|e| e.code == Stabbing && (e.weak || !e.blade))
        && found.iter().any(|e| e.code == ArmedAssault && e.entered)
    {
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
