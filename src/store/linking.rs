//! One more article: links only what it touches, and comes out as linking everything would.
//!
//! Enters: the queue of accounts that are new, changed or gone. Leaves: rows of incidents, cores, pairs, links.
//!
//! Why this is the same as linking everything: whether two accounts come near follows from these two alone. Cores are
//! made by joining pairs from the surest down; a core follows from its own members and the pairs among them, because
//! the pairs that lead out of it were refused, and refusing changes nothing. So a part that consists of whole cores
//! may be sorted by itself, as long as every core that comes out different has all its neighbours in the part: a pair
//! that leads from an unchanged core to one outside was refused before and is refused again. The part grows until
//! that holds. History and decisions are then heard for every incident that a changed core has to do with.
//! Example: a sixth report on Gwoza touches the core of the other five and, by a loose pair, one raid of that week.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::Connection;

use super::queue::{self, Queue};
use super::{accounts, near};
use crate::link::{self, Account, Card, Decision, Forest, MAYBE, Pair, Profile, Ruled, SAME};

/// What one partial link works on.
pub(super) struct Part<'db> {
    db: &'db Connection,
    decisions: &'db [Decision],
    profiles: BTreeMap<i64, Profile>,
    accounts: BTreeMap<i64, Arc<Account>>,
    /// The core to which an account that stands alone looks, if to one only.
    looked: BTreeMap<i64, Option<i64>>,
}

/// What came of a part.
pub(super) struct Sorted {
    /// Whole incidents, by accounts.
    pub clusters: Vec<Vec<Arc<Account>>>,
    /// Accounts whose nearest may be others than before.
    pub near: BTreeSet<i64>,
}

impl<'db> Part<'db> {
    pub fn new(db: &'db Connection, decisions: &'db [Decision]) -> Self {
        Self { db, decisions, profiles: BTreeMap::new(), accounts: BTreeMap::new(), looked: BTreeMap::new() }
    }

    /// Links what the queue holds.
    pub fn sort(&mut self, queue: &Queue) -> rusqlite::Result<Sorted> {
        for id in &queue.fresh {
            near::forget(self.db, *id)?;
        }
        let mut touched = queue.fresh.clone();
        touched.extend(&queue.disturbed);
        self.fetch(&touched)?;
        touched.retain(|id| self.accounts.contains_key(id));
        let mut near = self.search(&queue.fresh)?;
        near.extend(&touched);
        let mut moved = self.cores(&touched)?;
        moved.extend(&touched);
        let whole = self.whole(&moved)?;
        Ok(Sorted { clusters: self.clusters(&whole)?, near })
    }

    /// Reads accounts that are not at hand yet.
    fn fetch(&mut self, ids: &BTreeSet<i64>) -> rusqlite::Result<()> {
        let missing: Vec<i64> = ids.iter().filter(|id| !self.accounts.contains_key(id)).copied().collect();
        for account in accounts::relevant(self.db, &missing)? {
            let account = Arc::new(account);
            self.profiles.insert(account.mention, Profile::new(Arc::clone(&account)));
            self.accounts.insert(account.mention, account);
        }
        Ok(())
    }

    /// The profile of an account, read if need be.
    pub fn profile(&mut self, id: i64) -> rusqlite::Result<Option<&Profile>> {
        if !self.profiles.contains_key(&id) {
            self.fetch(&BTreeSet::from([id]))?;
        }
        Ok(self.profiles.get(&id))
    }

    /// Profiles in the order of their keys, and the ids in that order.
    fn in_order(&self, ids: &BTreeSet<i64>) -> (Vec<i64>, Vec<Profile>) {
        let mut order: Vec<i64> = ids.iter().filter(|id| self.accounts.contains_key(id)).copied().collect();
        order.sort_by(|a, b| self.accounts[a].key.cmp(&self.accounts[b].key));
        let profiles = order.iter().map(|id| self.profiles[id].clone()).collect();
        (order, profiles)
    }

    /// Lists the fresh accounts and finds whom they come near to. Returns these.
    fn search(&mut self, fresh: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
        let cards: Vec<(i64, Card)> =
            fresh.iter().filter_map(|id| Some((*id, Card::new(self.profiles.get(id)?)))).collect();
        for (id, card) in &cards {
            near::list(self.db, *id, card)?;
            near::set_core(self.db, *id, *id, link::may_look(&self.profiles[id], 1))?;
        }
        let mut found = BTreeSet::new();
        for (id, card) in &cards {
            let met: BTreeSet<i64> = near::met(self.db, card)?.into_iter().filter(|other| other != id).collect();
            self.fetch(&met)?;
            for other in met {
                let (Some(a), Some(b)) = (self.profiles.get(id), self.profiles.get(&other)) else { continue };
                // always from the lower key: sums of tenths are not the same in any order
                let (a, b) = if self.accounts[id].key < self.accounts[&other].key { (a, b) } else { (b, a) };
                if let Some(score) = link::nearness(a, b) {
                    near::pair(self.db, *id, other, score)?;
                    found.insert(other);
                }
            }
        }
        Ok(found)
    }

    /// Sorts anew the cores that the touched accounts have to do with. Returns the accounts of those that changed.
    fn cores(&mut self, touched: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
        let mut part = self.with_mates(touched)?;
        loop {
            self.fetch(&part)?;
            let (order, profiles) = self.in_order(&part);
            let at: BTreeMap<i64, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
            let mut pairs = Vec::new();
            for (a, id) in order.iter().enumerate() {
                for (other, score) in near::neighbours(self.db, *id, SAME)? {
                    pairs.extend(at.get(&other).filter(|b| a < **b).map(|b| Pair { a, b: *b, score }));
                }
            }
            let forest = link::cores(&profiles, &pairs, &Ruled::new(&profiles, self.decisions));
            let mut changed = BTreeSet::new();
            for members in forest.clusters() {
                let ids: BTreeSet<i64> = members.iter().map(|at| order[*at]).collect();
                if ids.iter().any(|id| touched.contains(id)) || self.is_new(&ids)? {
                    changed.extend(ids);
                }
            }
            let mut around = BTreeSet::new();
            for id in &changed {
                around.extend(near::neighbours(self.db, *id, SAME)?.into_iter().map(|(other, _)| other));
            }
            around.retain(|id| !part.contains(id));
            if around.is_empty() {
                self.keep(&order, &profiles, &forest)?;
                return Ok(changed);
            }
            part.extend(self.with_mates(&around)?);
        }
    }

    /// Whether these accounts were no core before.
    fn is_new(&self, ids: &BTreeSet<i64>) -> rusqlite::Result<bool> {
        let Some(first) = ids.first() else { return Ok(false) };
        let Some((core, _)) = near::core(self.db, *first)? else { return Ok(true) };
        Ok(near::members(self.db, core)?.into_iter().collect::<BTreeSet<i64>>() != *ids)
    }

    /// Accounts with all that stand in one core with them.
    fn with_mates(&self, ids: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
        let mut all = ids.clone();
        for id in ids {
            if let Some((core, _)) = near::core(self.db, *id)? {
                all.extend(near::members(self.db, core)?);
            }
        }
        Ok(all)
    }

    fn keep(&self, order: &[i64], profiles: &[Profile], forest: &Forest) -> rusqlite::Result<()> {
        for members in forest.clusters() {
            let core = members.iter().map(|at| order[*at]).min().unwrap_or_default();
            for &at in members {
                near::set_core(self.db, order[at], core, link::may_look(&profiles[at], 1))?;
            }
        }
        Ok(())
    }

    /// The one core to which an account looks that stands alone and does not name its day.
    fn looks_to(&mut self, id: i64) -> rusqlite::Result<Option<i64>> {
        if let Some(known) = self.looked.get(&id) {
            return Ok(*known);
        }
        let sees = self.sees(id)?;
        self.looked.insert(id, sees);
        Ok(sees)
    }

    fn sees(&mut self, id: i64) -> rusqlite::Result<Option<i64>> {
        let Some((own, true)) = near::core(self.db, id)? else { return Ok(None) };
        if near::members(self.db, own)?.len() != 1 {
            return Ok(None);
        }
        // nearest first: two cores are mostly found among the first few
        let mut only = None;
        let mut seen = Vec::new();
        let mut pairs = self.db.prepare_cached(
            "SELECT p.other_id, p.score, c.core FROM link_pairs AS p JOIN link_cores AS c ON c.mention_id = p.other_id
             WHERE p.mention_id = ?1 AND p.score >= ?2 ORDER BY p.score DESC, p.other_id",
        )?;
        let mut rows = pairs.query(rusqlite::params![id, MAYBE])?;
        while let Some(row) = rows.next()? {
            let core: i64 = row.get(2)?;
            if *only.get_or_insert(core) != core {
                return Ok(None);
            }
            seen.push((row.get::<_, i64>(0)?, row.get::<_, f64>(1)?));
        }
        for (other, score) in seen {
            self.fetch(&BTreeSet::from([id, other]))?;
            let (Some(a), Some(b)) = (self.profiles.get(&id), self.profiles.get(&other)) else { continue };
            if link::fits(score, a, b) {
                return Ok(only);
            }
        }
        Ok(None)
    }

    /// All accounts of every incident, old or to be, that the moved ones have to do with.
    fn whole(&mut self, moved: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
        let mut agenda: Vec<i64> = moved.iter().copied().collect();
        for id in moved {
            for other in self.lookers(*id)? {
                // where nothing was joined and nothing is, nothing changes
                let stands = match queue::incident(self.db, other)? {
                    Some(incident) => queue::standing(self.db, incident)?.len() > 1,
                    None => true,
                };
                if stands || self.looks_to(other)?.is_some() {
                    agenda.push(other);
                }
            }
        }
        let together = self.together()?;
        let (mut whole, mut cores) = (BTreeSet::new(), BTreeSet::new());
        while let Some(id) = agenda.pop() {
            let Some((core, _)) = near::core(self.db, id)? else { continue };
            if !whole.insert(id) {
                continue;
            }
            if let Some(incident) = queue::incident(self.db, id)? {
                agenda.extend(queue::standing(self.db, incident)?);
            }
            agenda.extend(together.get(&id).into_iter().flatten());
            if let Some(target) = self.looks_to(id)? {
                agenda.extend(near::members(self.db, target)?);
            }
            if cores.insert(core) {
                for member in near::members(self.db, core)? {
                    agenda.push(member);
                    for other in self.lookers(member)? {
                        if self.looks_to(other)? == Some(core) {
                            agenda.push(other);
                        }
                    }
                }
            }
        }
        self.fetch(&whole)?;
        Ok(whole)
    }

    /// Accounts that come near to one and do not name their day.
    fn lookers(&self, id: i64) -> rusqlite::Result<Vec<i64>> {
        self.db
            .prepare_cached(
                "SELECT c.mention_id FROM link_pairs AS p JOIN link_cores AS c ON c.mention_id = p.other_id
                 WHERE p.mention_id = ?1 AND p.score >= ?2 AND c.looks = 1 ORDER BY 1",
            )?
            .query_map(rusqlite::params![id, MAYBE], |row| row.get(0))?
            .collect()
    }

    /// For each account that a person joined with others, those others.
    fn together(&self) -> rusqlite::Result<BTreeMap<i64, Vec<i64>>> {
        let mut together: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for decision in self.decisions {
            let Decision::Together(keys) = decision else { continue };
            let mut ids = Vec::new();
            for key in keys {
                ids.extend(queue::id_of(self.db, key)?);
            }
            for id in &ids {
                together.entry(*id).or_default().extend(&ids);
            }
        }
        Ok(together)
    }

    /// The incidents to be of accounts that make up whole ones.
    fn clusters(&mut self, whole: &BTreeSet<i64>) -> rusqlite::Result<Vec<Vec<Arc<Account>>>> {
        let (order, profiles) = self.in_order(whole);
        let at: BTreeMap<i64, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let ruled = Ruled::new(&profiles, self.decisions);
        let mut joined = Forest::new(order.len());
        let (mut cores, mut suitors): (BTreeMap<i64, Vec<usize>>, BTreeMap<i64, Vec<usize>>) = Default::default();
        for (position, id) in order.iter().enumerate() {
            if let Some((core, _)) = near::core(self.db, *id)? {
                cores.entry(core).or_default().push(position);
            }
            if let Some(target) = self.looks_to(*id)? {
                suitors.entry(target).or_default().push(position);
            }
        }
        for members in cores.values() {
            members.windows(2).for_each(|two| joined.join(two[0], two[1]));
        }
        for (core, suitors) in &suitors {
            let Some(members) = cores.get(core) else { continue };
            for suitor in link::taken(&profiles, members, suitors, &ruled) {
                joined.join(members[0], suitor);
            }
        }
        for (a, b) in &ruled.together {
            joined.join(*a, *b);
        }
        debug_assert!(at.len() == order.len(), "each account once");
        Ok(joined
            .clusters()
            .map(|members| members.iter().map(|at| Arc::clone(&self.accounts[&order[*at]])).collect())
            .collect())
    }
}
