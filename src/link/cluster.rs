//! From pairs to cores: clusters in which nothing speaks against anything else.
//!
//! Enters: profiles sorted by key, the pairs that come near, what the analyst ruled. Leaves: cores.
//! Pairs join from the surest down; two clusters join when no member vetoes a member of the other, no analyst holds
//! them apart, and on average their accounts agree.
//! Example: where a pair fits but a third account of the cluster names another day far off, the pair stays apart.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::account::Decision;
use super::block::{Card, Lists};
use super::profile::Profile;
use super::verdict::{self, MAYBE, SAME};

/// Two clusters join when their accounts agree by so much on average.
const AGREEMENT: f64 = 2.6;
/// Below this no pair of accounts may stand in one cluster.
pub const VETO: f64 = -3.0;
/// So many members of a large cluster speak for it.
pub const SPEAKERS: usize = 24;
/// A pair below this is not kept.
const WORTH: f64 = 2.0;

/// Two accounts that come near, by position, the lower first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Position of the account with the lower key.
    pub a: usize,
    /// Position of the other.
    pub b: usize,
    /// Sum of the points.
    pub score: f64,
}

/// The score of two accounts whose cards meet, where it is worth keeping. It depends on these two alone.
pub fn nearness(a: &Profile, b: &Profile) -> Option<f64> {
    let compared = verdict::compare(a, b);
    (compared.score >= WORTH && compared.is_singled()).then_some(compared.score)
}

/// Every pair that comes near, sorted.
pub fn near(profiles: &[Profile], cards: &[Card]) -> Vec<Pair> {
    let lists = Lists::new(cards);
    // threads change nothing: each account's pairs depend on nothing else, and they are sorted afterwards
    let mut near: Vec<Pair> = (0..profiles.len())
        .into_par_iter()
        .flat_map_iter(|one| {
            lists.candidates(&cards[one], one).into_iter().filter_map(move |other| {
                let (a, b) = (one.min(other), one.max(other));
                nearness(&profiles[a], &profiles[b]).map(|score| Pair { a, b, score })
            })
        })
        .collect();
    near.par_sort_unstable_by_key(|pair| (pair.a, pair.b));
    near
}

/// Sorts accounts into cores. The outcome for a core follows from its own members and the pairs among them: pairs that
/// lead out of it were refused, and refusing changes nothing.
pub fn cores(profiles: &[Profile], near: &[Pair], ruled: &Ruled) -> Forest {
    let mut table = Table { profiles, scores: HashMap::new() };
    let mut joins: Vec<&Pair> = near.iter().filter(|pair| pair.score >= SAME).collect();
    joins.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut forest = Forest::new(profiles.len());
    for pair in joins {
        let (x, y) = (forest.root(pair.a), forest.root(pair.b));
        if x != y
            && !ruled.apart(&forest.members[x], &forest.members[y])
            && table.agree(&forest.members[x], &forest.members[y])
        {
            forest.join(x, y);
        }
    }
    forest
}

/// Scores by pair, computed once.
struct Table<'p> {
    profiles: &'p [Profile],
    scores: HashMap<(usize, usize), f64>,
}

impl Table<'_> {
    fn score(&mut self, a: usize, b: usize) -> f64 {
        let pair = (a.min(b), a.max(b));
        let profiles = self.profiles;
        *self.scores.entry(pair).or_insert_with(|| verdict::compare(&profiles[pair.0], &profiles[pair.1]).score)
    }

    fn agree(&mut self, xs: &[usize], ys: &[usize]) -> bool {
        let (mut sum, mut pairs) = (0.0, 0.0);
        for &x in xs.iter().take(SPEAKERS) {
            for &y in ys.iter().take(SPEAKERS) {
                let score = self.score(x, y);
                if score <= VETO {
                    return false;
                }
                // one very sure pair must not carry many doubtful ones
                sum += score.min(2.0 * MAYBE);
                pairs += 1.0;
            }
        }
        sum >= AGREEMENT * pairs
    }
}

/// Clusters as trees with their members sorted.
#[derive(Clone, Debug)]
pub struct Forest {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Forest {
    /// Everyone alone.
    pub fn new(size: usize) -> Self {
        Self { parent: (0..size).collect(), members: (0..size).map(|at| vec![at]).collect() }
    }

    /// The lowest member of the cluster that holds `at`.
    pub fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// Members of the cluster that holds `at`, sorted.
    pub fn members(&self, at: usize) -> &[usize] {
        &self.members[self.root(at)]
    }

    /// The clusters, by their lowest member.
    pub fn clusters(&self) -> impl Iterator<Item = &[usize]> {
        self.members.iter().map(Vec::as_slice).filter(|members| !members.is_empty())
    }

    /// The lower root stays, so that roots do not depend on the order of joining.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (root, other) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[other]);
        self.members[root].extend(moved);
        self.members[root].sort_unstable();
        self.parent[other] = root;
    }
}

/// Decisions by position.
#[derive(Clone, Debug, Default)]
pub struct Ruled {
    /// Held together, two at a time.
    pub together: Vec<(usize, usize)>,
    /// For each account, those that it is held apart from.
    apart: BTreeMap<usize, Vec<usize>>,
}

impl Ruled {
    /// What is ruled about these profiles, which are sorted by key; keys of others are passed over.
    pub fn new(profiles: &[Profile], decisions: &[Decision]) -> Self {
        let at = |key: &String| profiles.binary_search_by(|profile| profile.account.key.cmp(key)).ok();
        let mut together = Vec::new();
        let mut apart: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for decision in decisions {
            match decision {
                Decision::Together(keys) => {
                    let known: Vec<usize> = keys.iter().filter_map(at).collect();
                    together.extend(known.windows(2).map(|pair| (pair[0], pair[1])));
                }
                Decision::Apart(keys, others) => {
                    for a in keys.iter().filter_map(at) {
                        for b in others.iter().filter_map(at) {
                            apart.entry(a).or_default().push(b);
                            apart.entry(b).or_default().push(a);
                        }
                    }
                }
            }
        }
        Self { together, apart }
    }

    /// Whether an analyst holds any of the first apart from any of the second.
    pub fn apart(&self, xs: &[usize], ys: &[usize]) -> bool {
        !self.apart.is_empty()
            && xs.iter().any(|x| self.apart.get(x).is_some_and(|apart| apart.iter().any(|other| ys.contains(other))))
    }
}
