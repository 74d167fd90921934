//! Kinds of deeds: by a bomb, by fire, by taking people, by arms.
//!
//! Enters: triggers and the reports of a scene. Leaves: their kind; the reports that tell how a scene's own deed was done.
//! Example: in a dispatch on the murder of a judge, `A BOMB WENT OFF AT A BANK` does not make the murder a bombing.

use crate::frame::report::{Report, Trigger};
use crate::vocabulary::{AttackType, TargetKind};

/// How a deed is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// With a bomb.
    Blast,
    /// With fire.
    Fire,
    /// People or craft are taken.
    Taking,
    /// With arms.
    Arms,
}

/// The kind that the words of a deed tell.
pub fn deed(trigger: &Trigger) -> Option<Deed> {
    trigger.types.iter().find_map(|t| match t {
        AttackType::Bombing | AttackType::Ied | AttackType::SuicideBombing => Some(Deed::Blast),
        AttackType::Arson => Some(Deed::Fire),
        AttackType::Kidnapping | AttackType::HostageTaking | AttackType::Hijacking => Some(Deed::Taking),
        AttackType::ArmedAssault | AttackType::Assassination | AttackType::Ambush | AttackType::Stabbing => {
            Some(Deed::Arms)
        }
        _ => None,
    })
}

/// The reports that say how the deed of a scene was done: all but those that tell of a deed of another kind only, where the
/// scene opens with people who were struck and no weapon.
pub fn of_its_kind<'r>(reports: &[&'r Report]) -> Vec<&'r Report> {
    let opening = reports.iter().position(|r| !r.triggers.is_empty() || !r.casualties.is_empty()).unwrap_or(0);
    let other = |t: &Trigger| deed(t).is_some_and(|kind| kind != Deed::Arms);
    let struck = reports.get(opening).is_some_and(|r| {
        let person = r.targets.iter().any(|t| t.struck && t.kind == TargetKind::Person);
        !r.triggers.is_empty() && r.weapons.is_empty() && person && !r.triggers.iter().any(other)
    });
    let foreign = |r: &Report| struck && !r.triggers.is_empty() && r.triggers.iter().all(other);
    reports.iter().enumerate().filter(|(at, r)| *at <= opening || !foreign(r)).map(|(_, r)| *r).collect()
}
