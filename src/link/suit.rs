//! History that does not name its day joins the one incident that it can be: "the 2019 Pulwama attack".
//!
//! Enters: cores, and accounts that stand alone. Leaves: who joins which core. As soon as two cores come near, an
//! account joins neither. All of it follows from the cores as they stand, so that no order can matter.
//! Example: an account of "last year's raid on the Gwoza market, 32 dead" joins the only raid on it that it knows of.

use super::cluster::{Forest, Pair, Ruled, SPEAKERS, VETO};
use super::profile::Profile;
use super::verdict::{self, ALONE, MAYBE};

/// Whether an account in a core of so many may look for another core.
pub const fn may_look(profile: &Profile, members: usize) -> bool {
    members == 1 && !profile.window.is_exact()
}

/// Whether a pair is enough for an account that stands alone: near, and with nothing that speaks against it.
pub fn fits(score: f64, a: &Profile, b: &Profile) -> bool {
    score >= ALONE && verdict::compare(a, b).reasons.iter().all(|reason| reason.points >= 0.0)
}

/// Of those who look to one core, by position in the order of their keys, those whom it takes: nothing in the core
/// and nobody taken before speaks against them.
pub fn taken(profiles: &[Profile], core: &[usize], suitors: &[usize], ruled: &Ruled) -> Vec<usize> {
    let mut inside: Vec<usize> = core.iter().copied().take(SPEAKERS).collect();
    let mut taken = Vec::new();
    for &suitor in suitors {
        let vetoed = |other: &usize| verdict::compare(&profiles[*other], &profiles[suitor]).score <= VETO;
        if !ruled.apart(core, &[suitor]) && !ruled.apart(&taken, &[suitor]) && !inside.iter().any(vetoed) {
            inside.push(suitor);
            taken.push(suitor);
        }
    }
    taken
}

/// Joins to the cores whoever looks to one of them alone.
pub fn join_alone(profiles: &[Profile], near: &[Pair], ruled: &Ruled, cores: &Forest) -> Forest {
    let mut seen: Vec<Option<Sight>> = vec![None; profiles.len()];
    for pair in near.iter().filter(|pair| pair.score >= MAYBE) {
        for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if may_look(&profiles[one], cores.members(one).len()) {
                let core = cores.root(other);
                let only = seen[one].map_or(Some(core), |sight| sight.core.filter(|seen| *seen == core));
                let fit = only.is_some() && seen[one].is_some_and(|sight| sight.fits);
                let fits = fit || (only.is_some() && fits(pair.score, &profiles[one], &profiles[other]));
                seen[one] = Some(Sight { core: only, fits });
            }
        }
    }
    let mut looks: Vec<(usize, usize)> = seen
        .iter()
        .enumerate()
        .filter_map(|(one, sight)| {
            let sight = sight.filter(|sight| sight.fits)?;
            Some((sight.core?, one))
        })
        .collect();
    looks.sort_unstable();
    let mut joined = cores.clone();
    for some in looks.chunk_by(|x, y| x.0 == y.0) {
        let suitors: Vec<usize> = some.iter().map(|(_, suitor)| *suitor).collect();
        for suitor in taken(profiles, cores.members(some[0].0), &suitors, ruled) {
            joined.join(some[0].0, suitor);
        }
    }
    joined
}

/// What an account that stands alone sees: one core, or several.
#[derive(Clone, Copy)]
struct Sight {
    /// `None` once there are two.
    core: Option<usize>,
    fits: bool,
}
