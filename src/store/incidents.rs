//! From clusters of accounts to rows of incidents, under uids that never change.
//!
//! Enters: all accounts and standing decisions. Leaves: incidents, each account's incident, links, uids.
//! Example: two incidents that turn out to be one keep the elder's uid; the other's uid leads to it from then on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::{Connection, params};

use super::linking::Part;
use super::queue::{self, Queue};
use super::{Store, accounts, corrections, decisions, group, near, showing, voices};
use crate::error::Result;
use crate::link::{self, Account, Incident};

/// What linking came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relinked {
    /// Accounts of relevant articles.
    pub accounts: usize,
    /// Incidents that they tell of.
    pub incidents: usize,
    /// Pairs that a person should look at.
    pub maybe: usize,
}

/// More accounts than this are linked together with all others: that is faster than one by one.
const FEW: usize = 5_000;

impl Store {
    /// Sorts all stored accounts into incidents again; changes only what is different.
    pub fn relink(&mut self) -> Result<Relinked> {
        self.transact(|db| {
            group::tie_claims(db)?;
            all(db)?;
            queue::clear(db)?;
            voices::update(db)?;
            corrections::apply(db)?;
            relinked(db)
        })
    }

    /// Links what is new, changed or decided since the last link, and what that touches. The outcome is that of
    /// [`Store::relink`].
    pub fn relink_touched(&mut self) -> Result<Relinked> {
        self.transact(|db| {
            let queue = queue::read(db)?;
            let total: usize = db.query_row("SELECT count(*) FROM mentions", [], |row| row.get(0))?;
            if queue.fresh.len() > FEW && queue.fresh.len() > total / 8 {
                group::tie_claims(db)?;
                all(db)?;
            } else {
                group::tie_new_claims(db, &queue.fresh)?;
                touched(db, queue)?;
            }
            queue::clear(db)?;
            voices::update(db)?;
            corrections::apply(db)?;
            relinked(db)
        })
    }
}

fn relinked(db: &Connection) -> rusqlite::Result<Relinked> {
    let count = |sql: &str| db.query_row(sql, [], |row| row.get(0));
    Ok(Relinked {
        accounts: count("SELECT count(*) FROM mentions WHERE incident_id IS NOT NULL")?,
        incidents: count("SELECT count(*) FROM incidents")?,
        maybe: count("SELECT count(*) FROM links WHERE verdict = 'maybe'")?,
    })
}

fn all(db: &Connection) -> rusqlite::Result<()> {
    hand_on(db, None)?;
    let accounts: Vec<Arc<Account>> = accounts::current(db)?.into_iter().map(Arc::new).collect();
    let linked = link::link(&accounts, &decisions::standing(db)?);
    let clusters: Vec<Vec<Arc<Account>>> =
        linked.clusters.iter().map(|members| members.iter().map(|at| Arc::clone(&accounts[*at])).collect()).collect();
    let stood: BTreeSet<i64> =
        db.prepare("SELECT id FROM incidents")?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    write_incidents(db, &clusters, &stood)?;
    let ids: Vec<i64> = accounts.iter().map(|account| account.mention).collect();
    near::replace(db, &ids, &linked)?;
    showing::write_all(db, &linked.links)
}

fn touched(db: &Connection, mut queue: Queue) -> rusqlite::Result<()> {
    queue::disturb(db, &mut queue)?;
    hand_on(db, Some(&queue.fresh.iter().copied().collect::<Vec<i64>>()))?;
    let decisions = decisions::standing(db)?;
    let mut part = Part::new(db, &decisions);
    let sorted = part.sort(&queue)?;
    let mut stood = std::mem::take(&mut queue.incidents);
    stood.extend(sorted.clusters.iter().flatten().filter_map(|account| account.incident));
    let mut judged = write_incidents(db, &sorted.clusters, &stood)?;
    judged.extend(&queue.fresh);
    judged.extend(&queue.decided);
    showing::rewrite(db, &mut part, &decisions, &sorted.near, &judged)
}

/// An account of a superseded article hands its incident to the account of the newer text that tells of the same, and
/// leaves. `mentions`: only these leave; else all that are due.
fn hand_on(db: &Connection, mentions: Option<&[i64]>) -> rusqlite::Result<()> {
    let departing = accounts::departing(db, mentions)?;
    let mut enter = db.prepare("UPDATE mentions SET incident_id = ?2 WHERE id = ?1")?;
    for (old, heir) in departing {
        let heirs: Vec<i64> = db
            .prepare_cached("SELECT id FROM mentions WHERE article_id = ?1 AND incident_id IS NULL")?
            .query_map([heir], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let heirs = accounts::relevant(db, &heirs)?;
        let best = heirs
            .iter()
            .enumerate()
            .map(|(at, new)| (link::likeness(&old, new), at))
            .filter(|(score, _)| *score >= link::MAYBE)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, at)) = best {
            enter.execute(params![heirs[at].mention, old.incident])?;
        }
        enter.execute(params![old.mention, None::<i64>])?;
    }
    Ok(())
}

/// Writes the incidents of these clusters, which are whole: every account of every incident in `stood` that still
/// counts is in one of them. Returns the accounts that stand in another incident than before.
fn write_incidents(
    db: &Connection,
    clusters: &[Vec<Arc<Account>>],
    stood: &BTreeSet<i64>,
) -> rusqlite::Result<BTreeSet<i64>> {
    let mut kept: Vec<Option<i64>> = vec![None; clusters.len()];
    let mut merged: Vec<(i64, usize)> = Vec::new();
    for (incident, cluster) in homes(clusters) {
        // ascending: the elder comes first
        match kept[cluster] {
            None => kept[cluster] = Some(incident),
            Some(_) => merged.push((incident, cluster)),
        }
    }
    let derived: Vec<Incident> = clusters
        .iter()
        .map(|members| link::derive(&members.iter().map(AsRef::as_ref).collect::<Vec<&Account>>()))
        .collect();
    for (incident, id) in derived.iter().zip(&kept) {
        if let Some(id) = id {
            update(db, *id, incident)?;
        }
    }
    // new ones in the order of their names and accounts, so that the same articles give the same names
    let mut fresh: Vec<(String, Option<link::Published>, &str, usize)> = Vec::new();
    for (at, members) in clusters.iter().enumerate().filter(|(at, _)| kept[*at].is_none()) {
        let first = members.iter().filter_map(|account| account.published).min();
        fresh.push((link::stem(&derived[at]), first, members[0].key.as_str(), at));
    }
    fresh.sort_by(|a, b| (&a.0, a.1.is_none(), a.1, a.2).cmp(&(&b.0, b.1.is_none(), b.1, b.2)));
    for (stem, _, _, at) in fresh {
        kept[at] = Some(insert(db, &stem, &derived[at])?);
    }
    let mut moved = BTreeSet::new();
    let mut assign = db.prepare("UPDATE mentions SET incident_id = ?2 WHERE id = ?1")?;
    for (members, id) in clusters.iter().zip(&kept) {
        for account in members.iter().filter(|account| account.incident != *id) {
            assign.execute(params![account.mention, id])?;
            moved.insert(account.mention);
        }
    }
    for (incident, cluster) in merged {
        db.prepare_cached("UPDATE incident_uids SET incident_id = ?2 WHERE incident_id = ?1")?
            .execute(params![incident, kept[cluster]])?;
    }
    // an incident that nobody tells of any more; its uid stays taken
    let told: BTreeSet<i64> = kept.into_iter().flatten().collect();
    for id in stood.difference(&told) {
        db.prepare_cached("DELETE FROM incidents WHERE id = ?1")?.execute([id])?;
    }
    Ok(moved)
}

/// The cluster in which each former incident goes on: that of its oldest account.
fn homes(clusters: &[Vec<Arc<Account>>]) -> BTreeMap<i64, usize> {
    let mut oldest: BTreeMap<i64, (&Account, usize)> = BTreeMap::new();
    for (at, members) in clusters.iter().enumerate() {
        for account in members {
            let Some(incident) = account.incident else { continue };
            let entry = oldest.entry(incident).or_insert((account, at));
            if link::seniority(account) < link::seniority(entry.0) {
                *entry = (account, at);
            }
        }
    }
    oldest.into_iter().map(|(incident, (_, at))| (incident, at)).collect()
}

fn insert(db: &Connection, stem: &str, incident: &Incident) -> rusqlite::Result<i64> {
    let mut failed = Ok(());
    let uid = link::vacant(stem, |uid| {
        let taken = db
            .prepare_cached("SELECT count(*) FROM incident_uids WHERE uid = ?1")
            .and_then(|mut taken| taken.query_row([uid], |row| row.get::<_, bool>(0)));
        taken.unwrap_or_else(|error| {
            failed = Err(error);
            false
        })
    });
    failed?;
    let id = db
        .prepare_cached("INSERT INTO incidents (uid, title, suicide, outcome, claim_status) VALUES (?1, '', 0, 'completed', 'not_mentioned')")?
        .insert([&uid])?;
    db.prepare_cached("INSERT INTO incident_uids (uid, incident_id) VALUES (?1, ?2)")?.execute(params![uid, id])?;
    update(db, id, incident)?;
    Ok(id)
}

pub(super) fn update(db: &Connection, id: i64, incident: &Incident) -> rusqlite::Result<()> {
    let date = incident.date.as_ref();
    db.prepare_cached(
        "UPDATE incidents SET (title, date_start, date_end, date_precision, country_code, country, admin1, admin2, place, site, latitude,
           longitude, place_precision, attack_type, suicide, outcome, claim_status)
         = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         WHERE id = ?1 AND (title, date_start, date_end, date_precision, country_code, country, admin1, admin2, place, site, latitude,
           longitude, place_precision, attack_type, suicide, outcome, claim_status)
         IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        id,
        incident.title,
        date.map(|(start, ..)| start),
        date.map(|(_, end, _)| end),
        date.map(|(.., precision)| precision.code()),
        incident.country_code,
        incident.country,
        incident.admin1,
        incident.admin2,
        incident.place,
        incident.site,
        incident.coordinates.map(|(latitude, _)| latitude),
        incident.coordinates.map(|(_, longitude)| longitude),
        incident.place_precision.map(crate::vocabulary::PlacePrecision::code),
        incident.attack_type.map(crate::vocabulary::AttackType::code),
        incident.suicide,
        incident.outcome.code(),
        incident.claim_status.code()
    ])?;
    Ok(())
}
