//! Do two accounts count alike?
//!
//! Enters: killed and injured of two accounts. Leaves: reasons. Tolls rise and fall while news is fresh, so a
//! different number weighs little against, an equal one much for.
//! Example: 23 and "at least 23" give `same number killed`.

use super::account::Bounds;
use super::evidence::Reason;
use super::profile::Profile;

/// From so many dead on, a toll tells one attack from the next even where reports differ.
pub const LARGE: u32 = 50;
/// From so many on even where they differ widely.
const HUGE: u32 = 100;

/// Compares the tolls of two accounts.
pub fn compare(a: &Profile, b: &Profile, reasons: &mut Vec<Reason>) {
    if let Some((fit, number)) = fit(a.killed, b.killed) {
        reasons.push(match fit {
            Fit::Equal if number >= 10 => Reason::new("same number killed", 1.8),
            Fit::Equal if number >= 4 => Reason::new("same number killed", 1.3),
            Fit::Equal => Reason::new("same small number killed", 0.6),
            // hardly two attacks of a time and a country kill so many
            Fit::Near if number >= LARGE => Reason::new("large numbers killed close", 2.0),
            Fit::Near => Reason::new("numbers killed close", 0.7),
            Fit::Compatible | Fit::Apart if number >= HUGE => Reason::new("numbers killed in the hundreds", 1.0),
            Fit::Off => Reason::new("small numbers killed differ", -0.3),
            Fit::Compatible => Reason::new("numbers killed can agree", 0.2),
            Fit::Apart => Reason::new("numbers killed differ", -0.7),
            Fit::Far => Reason::new("numbers killed far apart", -1.6),
        });
    }
    if let Some((fit, number)) = fit(a.injured, b.injured) {
        reasons.push(match fit {
            Fit::Equal if number >= 4 => Reason::new("same number injured", 1.2),
            Fit::Equal => Reason::new("same small number injured", 0.4),
            Fit::Near => Reason::new("numbers injured close", 0.4),
            Fit::Off => Reason::new("small numbers injured differ", -0.3),
            Fit::Compatible => Reason::new("numbers injured can agree", 0.1),
            Fit::Apart => Reason::new("numbers injured differ", -0.4),
            Fit::Far => Reason::new("numbers injured far apart", -0.6),
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Equal,
    Near,
    /// One or two more or less, where that is much.
    Off,
    Compatible,
    Apart,
    Far,
}

fn fit(a: Bounds, b: Bounds) -> Option<(Fit, u32)> {
    let (x, y) = (a.nearest()?, b.nearest()?);
    let (small, large) = (x.min(y), x.max(y));
    let overlap = a.low.unwrap_or(0) <= b.high.unwrap_or(u32::MAX) && b.low.unwrap_or(0) <= a.high.unwrap_or(u32::MAX);
    let fit = if small == large {
        Fit::Equal
    } else if f64::from(large) <= 1.25 * f64::from(small) || (small >= 6 && large - small <= 2) {
        Fit::Near
    } else if overlap {
        Fit::Compatible
    } else if large - small <= 2 {
        Fit::Off
    } else if large <= 3 * small.max(3) {
        Fit::Apart
    } else {
        Fit::Far
    };
    Some((fit, small))
}
