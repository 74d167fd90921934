//! From pairs to incidents.
//!
//! Enters: accounts and decisions. Leaves: clusters in which nothing speaks against anything else, and the links.
//! Pairs join from the surest down; two clusters join when no member vetoes a member of the other, no analyst holds
//! them apart, and on average their accounts agree.
//! Example: where a pair fits but a third account of the cluster names another day far off, the pair stays apart.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::account::{Account, Decision};
use super::block::Blocks;
use super::evidence::{Link, Verdict};
use super::nearby;
use super::profile::Profile;
use super::verdict::{self, ALONE, MAYBE, SAME};

/// Two clusters join when their accounts agree by so much on average.
const AGREEMENT: f64 = 2.6;
/// Below this no pair of accounts may stand in one cluster.
const VETO: f64 = -3.0;
/// So many members of a large cluster speak for it.
const SPEAKERS: usize = 24;
/// A pair that is this far from `maybe` is not worth a row.
const WORTH: f64 = 1.5;
/// Rows of one account: so many that hold it in its incident, so many that almost did.
const ROWS: usize = 4;

/// What linking comes to.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Positions in the input, sorted by key; clusters sorted by their first key.
    pub clusters: Vec<Vec<usize>>,
    /// Every pair that came near, sorted by keys.
    pub links: Vec<Link>,
}

/// Sorts accounts into incidents. The order of the input changes nothing but the positions.
pub fn link(accounts: &[Account], decisions: &[Decision]) -> Linked {
    let mut order: Vec<usize> = (0..accounts.len()).collect();
    order.sort_unstable_by(|a, b| accounts[*a].key.cmp(&accounts[*b].key));
    let common = nearby::common(accounts);
    let profiles: Vec<Profile<'_>> = order.iter().map(|at| Profile::new(&accounts[*at], &common)).collect();
    let near = near(&profiles);
    let mut table = Table { profiles: &profiles, scores: HashMap::new() };
    let mut joins: Vec<&Pair> = near.iter().filter(|pair| pair.score >= SAME).collect();
    joins.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut forest = Forest::new(profiles.len());
    let ruled = Ruled::new(&profiles, decisions);
    for pair in joins {
        let (x, y) = (forest.root(pair.a), forest.root(pair.b));
        if x != y
            && !ruled.apart(&forest.members[x], &forest.members[y])
            && table.agree(&forest.members[x], &forest.members[y])
        {
            forest.join(x, y);
        }
    }
    only_fit(&profiles, &near, &ruled, &mut table, &mut forest);
    // last: what a person joined brings along all that belongs to either part
    for (a, b) in &ruled.together {
        forest.join(*a, *b);
    }
    let clusters = forest
        .members
        .iter()
        .filter(|members| !members.is_empty())
        .map(|members| members.iter().map(|at| order[*at]).collect())
        .collect();
    let links = shown(near, profiles.len()).iter().map(|pair| decided(pair, &profiles, &ruled, &forest)).collect();
    Linked { clusters, links }
}

/// Two accounts, by position, the lower first.
struct Pair {
    a: usize,
    b: usize,
    score: f64,
}

/// Every pair that comes near, sorted.
fn near(profiles: &[Profile<'_>]) -> Vec<Pair> {
    let blocks = Blocks::new(profiles);
    // threads change nothing: each account's pairs depend on nothing else, and they are sorted afterwards
    let mut near: Vec<Pair> = (0..profiles.len())
        .into_par_iter()
        .flat_map_iter(|one| {
            let pairs = blocks.candidates(one).into_iter().map(move |other| {
                let (a, b) = (one.min(other), one.max(other));
                Pair { a, b, score: verdict::compare(&profiles[a], &profiles[b]).score }
            });
            pairs.filter(|pair| pair.score >= WORTH)
        })
        .collect();
    near.sort_unstable_by_key(|pair| (pair.a, pair.b));
    near
}

/// The pairs worth a row: the best few of each account, so that a much reported event does not drown the rest.
fn shown(mut near: Vec<Pair>, accounts: usize) -> Vec<Pair> {
    near.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut rows = vec![[0_usize; 2]; accounts];
    near.retain(|pair| {
        let kind = usize::from(pair.score < SAME);
        let few = rows[pair.a][kind].min(rows[pair.b][kind]) < ROWS;
        rows[pair.a][kind] += 1;
        rows[pair.b][kind] += 1;
        few
    });
    near.sort_unstable_by_key(|pair| (pair.a, pair.b));
    near
}

fn decided(pair: &Pair, profiles: &[Profile<'_>], ruled: &Ruled, forest: &Forest) -> Link {
    let Pair { a, b, score } = *pair;
    let verdict = match forest.root(a) == forest.root(b) {
        true => Verdict::Same,
        // what was likely by itself but not together with the rest is a question, not an answer
        false if score >= MAYBE && !ruled.apart(&[a], &[b]) => Verdict::Maybe,
        false => Verdict::Different,
    };
    let reasons = verdict::compare(&profiles[a], &profiles[b]).reasons;
    Link { a: profiles[a].account.key.clone(), b: profiles[b].account.key.clone(), verdict, score, reasons }
}

/// History that does not name its day joins the one incident that it can be: "the 2019 Pulwama attack". As soon as
/// two incidents come near, it joins neither.
fn only_fit(profiles: &[Profile<'_>], pairs: &[Pair], ruled: &Ruled, table: &mut Table<'_, '_>, forest: &mut Forest) {
    let mut near: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.score >= MAYBE) {
        for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if !profiles[one].window.is_exact() && forest.members[forest.root(one)].len() == 1 {
                let fits = pair.score >= ALONE && {
                    let reasons = verdict::compare(&profiles[one], &profiles[other]).reasons;
                    reasons.iter().all(|reason| reason.points >= 0.0)
                };
                near.entry(one).or_default().push((other, fits));
            }
        }
    }
    // settled before anything joins, so that the order of joining cannot matter
    let settled: Vec<(usize, usize)> = near
        .into_iter()
        .filter_map(|(one, others)| {
            let root = forest.root(others[0].0);
            let only = others.iter().all(|(other, _)| forest.root(*other) == root);
            (only && others.iter().any(|(_, fits)| *fits)).then_some((one, root))
        })
        .collect();
    for (one, root) in settled {
        let (x, y) = (forest.root(one), forest.root(root));
        let free = x != y && !ruled.apart(&forest.members[x], &forest.members[y]);
        if free && !table.vetoed(&forest.members[x], &forest.members[y]) {
            forest.join(x, y);
        }
    }
}

/// Scores by pair, computed once.
struct Table<'p, 'a> {
    profiles: &'p [Profile<'a>],
    scores: HashMap<(usize, usize), f64>,
}

impl Table<'_, '_> {
    fn score(&mut self, a: usize, b: usize) -> f64 {
        let pair = (a.min(b), a.max(b));
        let profiles = self.profiles;
        *self.scores.entry(pair).or_insert_with(|| verdict::compare(&profiles[pair.0], &profiles[pair.1]).score)
    }

    fn vetoed(&mut self, xs: &[usize], ys: &[usize]) -> bool {
        let pairs = xs.iter().take(SPEAKERS).flat_map(|x| ys.iter().take(SPEAKERS).map(move |y| (*x, *y)));
        pairs.into_iter().any(|(x, y)| self.score(x, y) <= VETO)
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
struct Forest {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Forest {
    fn new(size: usize) -> Self {
        Self { parent: (0..size).collect(), members: (0..size).map(|at| vec![at]).collect() }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// The lower root stays, so that roots do not depend on the order of joining.
    fn join(&mut self, a: usize, b: usize) {
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
struct Ruled {
    together: Vec<(usize, usize)>,
    /// For each account, those that it is held apart from.
    apart: BTreeMap<usize, Vec<usize>>,
}

impl Ruled {
    fn new(profiles: &[Profile<'_>], decisions: &[Decision]) -> Self {
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

    fn apart(&self, xs: &[usize], ys: &[usize]) -> bool {
        !self.apart.is_empty()
            && xs.iter().any(|x| self.apart.get(x).is_some_and(|apart| apart.iter().any(|other| ys.contains(other))))
    }
}
