//! Do two accounts name one perpetrator?
//!
//! Enters: groups with how they are connected. Leaves: a reason, or none where one account names nobody.
//! Example: `Tehreek-e-Jihad Pakistan` and `Tehrik-e-Jihad Pakistan` give `same group`.

use super::evidence::Reason;
use super::name::alike;
use super::profile::Profile;
use crate::vocabulary::Attribution;

/// One name, or word by word the same: `baloch liberation army`, `balochistan liberation army`.
fn same(group: &str, other: &str) -> bool {
    let word = |(x, y): (&str, &str)| {
        let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
        alike(x, y) || (short.len() >= 5 && long.starts_with(short))
    };
    let words = |name: &str| name.split(' ').count();
    alike(group, other) || (words(group) == words(other) && group.split(' ').zip(other.split(' ')).all(word))
}

/// Compares the groups of two accounts. A group that denies takes part too: the denial is about this incident.
pub fn compare(a: &Profile, b: &Profile) -> Option<Reason> {
    if a.groups.is_empty() || b.groups.is_empty() {
        return None;
    }
    let mut akin = false;
    for (group, _) in &a.groups {
        for (other, _) in &b.groups {
            if same(group, other) {
                return Some(Reason::new("same group", 1.4));
            }
            // a branch and its parent: Islamic State, Islamic State Khorasan Province
            akin |= group.starts_with(other.as_str()) || other.starts_with(group.as_str());
        }
    }
    let sure = |profile: &Profile| profile.groups.iter().any(|(_, how)| *how == Attribution::Claimed);
    Some(match (akin, sure(a) && sure(b)) {
        (true, _) => Reason::new("akin groups", 0.7),
        (false, true) => Reason::new("other groups claim", -1.5),
        (false, false) => Reason::new("other groups", -0.6),
    })
}
