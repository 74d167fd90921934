//! From clusters of accounts to rows of incidents, under uids that never change.
//!
//! Enters: all accounts and standing decisions. Leaves: incidents, each account's incident, links, uids.
//! Example: two incidents that turn out to be one keep the elder's uid; the other's uid leads to it from then on.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::{Store, accounts, corrections, decisions, group, voices};
use crate::error::Result;
use crate::link::{self, Account, Incident, Link};

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

impl Store {
    /// Sorts all stored accounts into incidents again; changes only what is different.
    pub fn relink(&mut self) -> Result<Relinked> {
        self.transact(|db| {
            group::tie_claims(db)?;
            let mut accounts = accounts::current(db)?;
            inherit(&mut accounts, &accounts::departing(db)?);
            let linked = link::link(&accounts, &decisions::standing(db)?);
            let clusters: Vec<Vec<&Account>> =
                linked.clusters.iter().map(|members| members.iter().map(|at| &accounts[*at]).collect()).collect();
            let summary = Relinked {
                accounts: accounts.len(),
                incidents: clusters.len(),
                maybe: linked.links.iter().filter(|link| link.verdict == link::Verdict::Maybe).count(),
            };
            write_incidents(db, &clusters)?;
            write_links(db, &linked.links)?;
            voices::update(db)?;
            corrections::apply(db)?;
            Ok(summary)
        })
    }
}

/// An account of a superseded article hands its incident to the account of the newer text that tells of the same.
fn inherit(accounts: &mut [Account], departing: &[(Account, i64)]) {
    for (old, heir) in departing {
        let best = accounts
            .iter()
            .enumerate()
            .filter(|(_, new)| new.article == *heir && new.incident.is_none())
            .map(|(at, new)| (link::likeness(old, new), at))
            .filter(|(score, _)| *score >= link::MAYBE)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, at)) = best {
            accounts[at].incident = old.incident;
        }
    }
}

fn write_incidents(db: &Connection, clusters: &[Vec<&Account>]) -> rusqlite::Result<()> {
    let homes = homes(clusters);
    let mut kept: Vec<Option<i64>> = vec![None; clusters.len()];
    let mut moved: Vec<(i64, usize)> = Vec::new();
    for (incident, cluster) in homes {
        // ascending: the elder comes first
        match kept[cluster] {
            None => kept[cluster] = Some(incident),
            Some(_) => moved.push((incident, cluster)),
        }
    }
    let derived: Vec<Incident> = clusters.iter().map(|members| link::derive(members)).collect();
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
    let mut assign = db.prepare("UPDATE mentions SET incident_id = ?2 WHERE key = ?1 AND incident_id IS NOT ?2")?;
    for (members, id) in clusters.iter().zip(&kept) {
        for account in members {
            assign.execute(params![account.key, id])?;
        }
    }
    db.execute(
        "UPDATE mentions SET incident_id = NULL
         WHERE incident_id IS NOT NULL AND article_id IN (SELECT id FROM articles WHERE status <> 'relevant')",
        [],
    )?;
    for (incident, cluster) in moved {
        db.prepare_cached("UPDATE incident_uids SET incident_id = ?2 WHERE incident_id = ?1")?
            .execute(params![incident, kept[cluster]])?;
    }
    // an incident that nobody tells of any more; its uid stays taken
    let told: BTreeSet<i64> = kept.iter().flatten().copied().collect();
    let all: Vec<i64> = db
        .prepare("SELECT id FROM incidents ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in all.into_iter().filter(|id| !told.contains(id)) {
        db.prepare_cached("DELETE FROM incidents WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

/// The cluster in which each former incident goes on: that of its oldest account.
fn homes(clusters: &[Vec<&Account>]) -> BTreeMap<i64, usize> {
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

/// Writes only what is different: both sides are in the order of their keys.
fn write_links(db: &Connection, links: &[Link]) -> rusqlite::Result<()> {
    let mut stored = BTreeMap::new();
    let mut rows = db.prepare("SELECT mention_a, mention_b, verdict, score, reasons FROM links")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let key: (String, String) = (row.get(0)?, row.get(1)?);
        stored.insert(key, (row.get::<_, String>(2)?, row.get::<_, f64>(3)?, row.get::<_, String>(4)?));
    }
    let mut write = db.prepare(
        "INSERT OR REPLACE INTO links (mention_a, mention_b, verdict, score, reasons) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for link in links {
        let reasons: serde_json::Map<String, serde_json::Value> =
            link.reasons.iter().map(|reason| (reason.name.to_owned(), reason.points.into())).collect();
        // hundredths: the sum of tenths is not exact in binary
        let row = (
            link.verdict.code().to_owned(),
            (link.score * 100.0).round() / 100.0,
            serde_json::Value::from(reasons).to_string(),
        );
        if stored.remove(&(link.a.clone(), link.b.clone())).as_ref() != Some(&row) {
            write.execute(params![link.a, link.b, row.0, row.1, row.2])?;
        }
    }
    let mut delete = db.prepare("DELETE FROM links WHERE mention_a = ?1 AND mention_b = ?2")?;
    for (a, b) in stored.into_keys() {
        delete.execute([a, b])?;
    }
    Ok(())
}
