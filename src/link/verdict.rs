//! One pair of accounts: the reasons, their sum and the verdict.
//!
//! Enters: two profiles. Leaves: a score with its reasons.
//! Example: same day 3.0, same country 0.3, same place 2.5, same number killed 1.8: 7.6, `same`.

use std::sync::Arc;

use super::account::Account;
use super::evidence::Reason;
use super::profile::Profile;
use super::{actors, method, nearby, place, toll, when};

/// From here on two accounts are one incident.
pub const SAME: f64 = 4.0;
/// From here on a person should look.
pub const MAYBE: f64 = 2.6;

/// An account that does not name its day joins the only incident that comes so near, when nothing speaks against it.
pub const ALONE: f64 = 3.35;

/// Reasons that tell one attack from the next on the same place by the same group.
const SINGLING: &[&str] = &[
    "same number killed",
    "same number injured",
    "large numbers killed close",
    "numbers killed in the hundreds",
    "same site or target by name",
    "same words for the site",
    "same kind of site",
    "two names nearby in both",
    "names nearby in both",
];

/// The reason given where no such reason is.
const NOT_SINGLED: &str = "nothing singles it out";
/// No pair of which no time is told and that nothing singles out is ever one incident.
const NOT_SINGLED_POINTS: f64 = -1.5;

/// Points and reasons of one pair.
#[derive(Clone, Debug)]
pub struct Compared {
    pub score: f64,
    pub reasons: Vec<Reason>,
}

impl Compared {
    /// Whether anything tells this pair from any two attacks on one place by one group.
    pub fn is_singled(&self) -> bool {
        self.reasons.last().is_none_or(|reason| reason.name != NOT_SINGLED)
    }
}

/// Compares two accounts.
pub fn compare(a: &Profile, b: &Profile) -> Compared {
    let mut reasons = Vec::with_capacity(10);
    if a.account.article == b.account.article {
        let reason = if identical(a, b) {
            Reason::new("one article says the same twice", SAME)
        } else {
            Reason::veto("one article tells them apart")
        };
        return Compared { score: reason.points, reasons: vec![reason] };
    }
    let time = when::compare(a.window, b.window);
    reasons.push(time);
    place::compare(a, b, &mut reasons);
    toll::compare(a, b, &mut reasons);
    method::compare(a, b, &mut reasons);
    reasons.extend(actors::compare(a, b));
    reasons.extend(nearby::compare(a, b));
    // with no time told, a group that strikes a place often strikes it again: a number or a name must single it out
    let singles = |reason: &Reason| reason.points >= 0.8 && SINGLING.contains(&reason.name);
    let open = a.window.is_open() || b.window.is_open();
    if open && !reasons.iter().any(singles) {
        reasons.push(Reason::new(NOT_SINGLED, NOT_SINGLED_POINTS));
    }
    Compared { score: reasons.iter().map(|reason| reason.points).sum(), reasons }
}

/// How surely two accounts tell of one incident; an older and a newer text of one article count as two articles.
pub fn likeness(a: &Account, b: &Account) -> f64 {
    compare(&Profile::new(Arc::new(a.clone())), &Profile::new(Arc::new(b.clone()))).score
}

/// Says the same of time, place, toll, actors and method, and says when and where.
fn identical(a: &Profile, b: &Profile) -> bool {
    let (x, y) = (&a.account, &b.account);
    x.when.is_some()
        && x.place.is_some()
        && x.when == y.when
        && x.place == y.place
        && x.site == y.site
        && x.killed == y.killed
        && x.injured == y.injured
        && x.groups == y.groups
        && x.attack_types == y.attack_types
        && x.targets == y.targets
}
