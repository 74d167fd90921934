//! All accounts sorted at once.
//!
//! Enters: accounts and decisions. Leaves: clusters, the pairs that came near, and a verdict on the best of them.
//! Example: 1000 accounts give 400 clusters, in the order of their first keys.

use std::sync::Arc;

use rayon::prelude::*;

use super::account::{Account, Decision};
use super::block::Card;
use super::cluster::{self, Forest, Pair, Ruled};
use super::evidence::{Link, Verdict};
use super::profile::Profile;
use super::suit;
use super::verdict::{self, MAYBE, SAME};

/// Rows of one account: so many that hold it in its incident, so many that almost did.
pub const ROWS: usize = 4;

/// What linking comes to; positions are those of the accounts sorted by key.
#[derive(Clone, Debug)]
pub struct Linked {
    /// Incidents, by their first member.
    pub clusters: Vec<Vec<usize>>,
    /// The cores that they were made from: what the accounts say, before history and the analyst are heard.
    pub cores: Vec<Vec<usize>>,
    /// What each account can be found by.
    pub cards: Vec<Card>,
    /// For each account, whether it does not name its day: one that may look for another core.
    pub looks: Vec<bool>,
    /// Every pair that came near, sorted.
    pub near: Vec<Pair>,
    /// The pairs that are worth showing, sorted by keys.
    pub links: Vec<Link>,
}

/// Sorts accounts, which come in the order of their keys, into incidents.
pub fn link(accounts: &[Arc<Account>], decisions: &[Decision]) -> Linked {
    let profiles: Vec<Profile> = accounts.par_iter().map(|account| Profile::new(Arc::clone(account))).collect();
    let cards: Vec<Card> = profiles.par_iter().map(Card::new).collect();
    let near = cluster::near(&profiles, &cards);
    let ruled = Ruled::new(&profiles, decisions);
    let cores = cluster::cores(&profiles, &near, &ruled);
    let mut joined = suit::join_alone(&profiles, &near, &ruled, &cores);
    // last: what a person joined brings along all that belongs to either part
    for (a, b) in &ruled.together {
        joined.join(*a, *b);
    }
    let shown = shown(&near, profiles.len());
    let links = shown.par_iter().map(|pair| decided(pair, &profiles, &ruled, &joined)).collect();
    let lists = |forest: &Forest| forest.clusters().map(<[usize]>::to_vec).collect();
    let looks = profiles.iter().map(|profile| suit::may_look(profile, 1)).collect();
    Linked { looks, clusters: lists(&joined), cores: lists(&cores), cards, near, links }
}

fn decided(pair: &Pair, profiles: &[Profile], ruled: &Ruled, joined: &Forest) -> Link {
    let together = joined.root(pair.a) == joined.root(pair.b);
    judge(&profiles[pair.a], &profiles[pair.b], together, ruled.apart(&[pair.a], &[pair.b]))
}

/// The row of one pair, given whether it came to stand in one incident and whether an analyst holds it apart.
pub fn judge(a: &Profile, b: &Profile, together: bool, apart: bool) -> Link {
    let compared = verdict::compare(a, b);
    let verdict = match together {
        true => Verdict::Same,
        // what was likely by itself but not together with the rest is a question, not an answer
        false if compared.score >= MAYBE && !apart => Verdict::Maybe,
        false => Verdict::Different,
    };
    let (a, b) = (a.key().to_owned(), b.key().to_owned());
    Link { a, b, verdict, score: compared.score, reasons: compared.reasons }
}

/// The pairs worth a row: the best few of each account, so that a much reported event does not drown the rest.
fn shown(near: &[Pair], accounts: usize) -> Vec<Pair> {
    let mut order: Vec<&Pair> = near.iter().collect();
    order.par_sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut rows = vec![[0_usize; 2]; accounts];
    let mut shown = Vec::new();
    for pair in order {
        let kind = usize::from(pair.score < SAME);
        if rows[pair.a][kind].min(rows[pair.b][kind]) < ROWS {
            shown.push(*pair);
        }
        rows[pair.a][kind] += 1;
        rows[pair.b][kind] += 1;
    }
    shown.sort_unstable_by_key(|pair| (pair.a, pair.b));
    shown
}

/// Whether an analyst holds the accounts of these two keys apart.
pub fn held_apart(decisions: &[Decision], a: &str, b: &str) -> bool {
    let among = |keys: &[String], key: &str| keys.iter().any(|one| one == key);
    decisions.iter().any(|decision| match decision {
        Decision::Apart(keys, others) => (among(keys, a) && among(others, b)) || (among(keys, b) && among(others, a)),
        Decision::Together(_) => false,
    })
}
