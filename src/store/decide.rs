//! The analyst's merges and splits, and the taking back of any decision.
//!
//! Enters: uids, names of accounts, who decides and why. Leaves: a row of the log, and the incidents as it has them.
//! Example: `merge(["2023-12-12-daraban", "2023-12-di-khan"], ..)` joins all accounts of both; its undoing parts them
//! again, and each part has the uid back that it had.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, corrections, decisions};
use crate::error::{Error, Result};

/// Who decides, when and why.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// Not empty.
    pub by: String,
    /// ISO 8601 in UTC.
    pub at: String,
    /// In the analyst's words.
    pub why: Option<String>,
}

/// A decision that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its number in the log.
    pub decision: i64,
    /// The incidents that it came to, by uid.
    pub uids: Vec<String>,
}

/// A decision that was taken back, or put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The decision that the analyst named.
    pub undone: i64,
    /// The new row of the log.
    pub decision: i64,
    /// What the decision was, in words.
    pub what: String,
}

/// An account of an incident, for a person to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Row of `mentions`.
    pub id: i64,
    /// Lasting name.
    pub key: String,
    /// The ids that the inputs gave its article.
    pub source_ids: Vec<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// Publication date.
    pub published: Option<String>,
    /// First day of the incident, as the account has it.
    pub date: Option<String>,
    /// Place, as the account has it.
    pub place: Option<String>,
    /// The words that introduce it.
    pub quote: String,
}

impl Store {
    /// Holds all accounts of these incidents together.
    pub fn merge(&mut self, uids: &[String], ruling: &Ruling) -> Result<Decided> {
        let mut ids: Vec<i64> = Vec::new();
        for uid in uids {
            let (id, now) = self.incident(uid)?;
            if ids.contains(&id) {
                return Err(Error::Other(format!(
                    "{uid} is the incident {now} already; a merge takes two that differ"
                )));
            }
            ids.push(id);
        }
        if ids.len() < 2 {
            return Err(Error::Other("a merge takes two incidents or more".to_owned()));
        }
        let keys: Vec<String> = self.accounts(&ids)?.into_iter().map(|told| told.key).collect();
        let decision = self.transact(|db| {
            let uid: String =
                db.query_row("SELECT uid FROM incidents WHERE id = ?1", [ids.iter().min()], |row| row.get(0))?;
            log(db, "merge", &uid, &keys, None, &before(db, &keys)?, ruling)
        })?;
        self.relink_touched()?;
        Ok(Decided { decision, uids: self.homes(&keys)? })
    }

    /// Holds the named accounts of an incident apart from its others: by key, by id, or by the id of their article.
    pub fn split(&mut self, uid: &str, named: &[String], ruling: &Ruling) -> Result<Decided> {
        let (id, uid) = self.incident(uid)?;
        let accounts = self.accounts(&[id])?;
        let mut chosen: BTreeSet<&str> = BTreeSet::new();
        for name in named {
            let found: Vec<&Told> = accounts.iter().filter(|told| told.goes_by(name)).collect();
            if found.is_empty() {
                return Err(Error::Other(format!(
                    "{name} is no account of {uid}; `pipeline split {uid} --list` shows them"
                )));
            }
            chosen.extend(found.iter().map(|told| told.key.as_str()));
        }
        let (apart, rest): (Vec<&Told>, Vec<&Told>) =
            accounts.iter().partition(|told| chosen.contains(told.key.as_str()));
        if rest.is_empty() || apart.is_empty() {
            return Err(Error::Other(format!("these are all accounts of {uid}; a split leaves at least one behind")));
        }
        let keys = |side: Vec<&Told>| side.into_iter().map(|told| told.key.clone()).collect::<Vec<String>>();
        self.part(&uid, &keys(apart), &keys(rest), ruling)
    }

    /// Holds all accounts of two incidents apart: an answer to "are these one?".
    pub fn keep_apart(&mut self, uid: &str, other: &str, ruling: &Ruling) -> Result<Decided> {
        let ((one, uid), (two, _)) = (self.incident(uid)?, self.incident(other)?);
        let keys = |told: Vec<Told>| told.into_iter().map(|told| told.key).collect::<Vec<String>>();
        let (keys, others) = (keys(self.accounts(&[one])?), keys(self.accounts(&[two])?));
        self.part(&uid, &keys, &others, ruling)
    }

    fn part(&mut self, uid: &str, keys: &[String], others: &[String], ruling: &Ruling) -> Result<Decided> {
        let all = [keys, others].concat();
        let decision = self.transact(|db| log(db, "split", uid, keys, Some(others), &before(db, &all)?, ruling))?;
        self.relink_touched()?;
        Ok(Decided { decision, uids: self.homes(&all)? })
    }

    /// Takes a decision back; `None` is the latest that stands. An undoing can be undone as well.
    pub fn undo(&mut self, id: Option<i64>, ruling: &Ruling) -> Result<Undone> {
        let target = self.ask(|db| match id {
            Some(id) => target(db, id),
            None => latest(db),
        })?;
        let (undone, last) = match (target, id) {
            (Target::Stands { id, last }, _) => (id, last),
            (Target::Undone { by }, Some(id)) => {
                return Err(Error::Other(format!(
                    "decision {id} is undone already, by {by}; `pipeline undo {by}` puts it back"
                )));
            }
            (_, Some(id)) => {
                return Err(Error::Other(format!(
                    "there is no decision {id}; `pipeline export decisions --out -` shows them"
                )));
            }
            (_, None) => return Err(Error::Other("no decision stands; there is nothing to undo".to_owned())),
        };
        let (decision, what, is_correction) = self.transact(|db| {
            let what = words(db, undone)?;
            let is_correction = is_correction(db, undone)?;
            let decision = take_back(db, last, ruling)?;
            if is_correction {
                corrections::apply(db)?;
            }
            Ok((decision, what, is_correction))
        })?;
        if !is_correction {
            self.relink_touched()?;
        }
        Ok(Undone { undone, decision, what })
    }

    /// The accounts of an incident, the oldest article first.
    pub fn told(&self, uid: &str) -> Result<Vec<Told>> {
        let (id, _) = self.incident(uid)?;
        self.accounts(&[id])
    }

    /// The incident to which a uid leads, with the uid that it has now.
    pub fn incident(&self, uid: &str) -> Result<(i64, String)> {
        self.ask(|db| lead(db, uid))?
            .ok_or_else(|| Error::Other(format!("{uid}: no incident of {}", self.path().display())))
    }

    fn accounts(&self, incidents: &[i64]) -> Result<Vec<Told>> {
        self.ask(|db| {
            let mut told = Vec::new();
            for incident in incidents {
                let mut accounts = db.prepare_cached(
                    "SELECT m.id, m.key, (SELECT json_group_array(source_id) FROM (SELECT DISTINCT source_id FROM article_sources
                       WHERE article_id = a.id ORDER BY source_id)), a.publisher, a.published_on, m.date_start, m.place, m.quote
                     FROM mentions AS m JOIN articles AS a ON a.id = m.article_id
                     WHERE m.incident_id = ?1 ORDER BY a.published_on IS NULL, a.published_on, m.key",
                )?;
                let rows = accounts.query_map([incident], |row| {
                    Ok(Told {
                        id: row.get(0)?,
                        key: row.get(1)?,
                        source_ids: serde_json::from_str(&row.get::<_, String>(2)?).unwrap_or_default(),
                        publisher: row.get(3)?,
                        published: row.get(4)?,
                        date: row.get(5)?,
                        place: row.get(6)?,
                        quote: row.get(7)?,
                    })
                })?;
                for one in rows {
                    told.push(one?);
                }
            }
            Ok(told)
        })
    }

    /// The incidents that hold these accounts now.
    fn homes(&self, keys: &[String]) -> Result<Vec<String>> {
        self.ask(|db| {
            let mut homes = db.prepare(
                "SELECT DISTINCT i.uid FROM json_each(?1) AS k JOIN mentions AS m ON m.key = k.value JOIN incidents AS i ON i.id = m.incident_id
                 ORDER BY i.id",
            )?;
            homes.query_map([json(keys)], |row| row.get(0))?.collect()
        })
    }
}

impl Told {
    fn goes_by(&self, name: &str) -> bool {
        self.key == name || self.source_ids.iter().any(|id| id == name) || self.id.to_string() == name
    }
}

/// The incident to which a uid leads.
pub(super) fn lead(db: &Connection, uid: &str) -> rusqlite::Result<Option<(i64, String)>> {
    db.prepare_cached(
        "SELECT i.id, i.uid FROM incident_uids AS u JOIN incidents AS i ON i.id = u.incident_id WHERE u.uid = ?1",
    )?
    .query_row([uid], |row| Ok((row.get(0)?, row.get(1)?)))
    .optional()
}

fn json(keys: &[String]) -> String {
    serde_json::Value::from(keys.to_vec()).to_string()
}

fn log(
    db: &Connection,
    kind: &str,
    uid: &str,
    keys: &[String],
    others: Option<&[String]>,
    before: &str,
    ruling: &Ruling,
) -> rusqlite::Result<i64> {
    db.prepare_cached(
        "INSERT INTO decisions (kind, incident_uid, mentions, other_mentions, old_value, decided_by, decided_at, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .insert(params![kind, uid, json(keys), others.map(json), before, ruling.by, ruling.at, ruling.why])
}

/// The incidents of these accounts with all their accounts, as JSON: what a merge or a split changes.
fn before(db: &Connection, keys: &[String]) -> rusqlite::Result<String> {
    let mut rows = db.prepare_cached(
        "SELECT i.uid, m.key FROM incidents AS i JOIN mentions AS m ON m.incident_id = i.id
         WHERE i.id IN (SELECT incident_id FROM mentions WHERE key IN (SELECT value FROM json_each(?1))) ORDER BY i.uid, m.key",
    )?;
    let mut before: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.query_map([json(keys)], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (uid, key) = row?;
        before.entry(uid).or_default().push(key);
    }
    Ok(serde_json::to_string(&before).unwrap_or_default())
}

enum Target {
    /// It stands; `last` is what has to be undone: itself, or the undoing that put it back.
    Stands {
        id: i64,
        last: i64,
    },
    Undone {
        by: i64,
    },
    Missing,
}

/// Follows the undoings of a decision: an even number of them leaves it standing.
fn target(db: &Connection, id: i64) -> rusqlite::Result<Target> {
    if db.query_row("SELECT 1 FROM decisions WHERE id = ?1", [id], |_| Ok(())).optional()?.is_none() {
        return Ok(Target::Missing);
    }
    let (mut last, mut steps) = (id, 0);
    while let Some(next) =
        db.query_row("SELECT id FROM decisions WHERE undoes = ?1", [last], |row| row.get(0)).optional()?
    {
        (last, steps) = (next, steps + 1);
    }
    Ok(if steps % 2 == 0 { Target::Stands { id, last } } else { Target::Undone { by: last } })
}

/// The latest decision that stands and is no undoing itself.
fn latest(db: &Connection) -> rusqlite::Result<Target> {
    let undone = decisions::undone(db)?;
    let mut made = db.prepare("SELECT id FROM decisions WHERE kind <> 'undo' ORDER BY id DESC")?;
    for id in made.query_map([], |row| row.get(0))? {
        let id: i64 = id?;
        if !undone.contains(&id) {
            return target(db, id);
        }
    }
    Ok(Target::Missing)
}

fn words(db: &Connection, id: i64) -> rusqlite::Result<String> {
    db.query_row(
        "SELECT kind, ifnull(incident_uid, ''), ifnull(column_name, ''), ifnull(new_value, 'unknown'), undoes FROM decisions WHERE id = ?1",
        [id],
        |row| {
            let (kind, uid, column): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(match kind.as_str() {
                "correct" => format!("{uid} {column} to {}", row.get::<_, String>(3)?),
                "undo" => format!("undoing of {}", row.get::<_, i64>(4)?),
                kind => format!("{kind} of {uid}"),
            })
        },
    )
}

/// Whether a correction is at the root of a chain of undoings: then no account moves.
fn is_correction(db: &Connection, id: i64) -> rusqlite::Result<bool> {
    db.query_row(
        "WITH RECURSIVE chain (kind, undoes) AS (
           SELECT kind, undoes FROM decisions WHERE id = ?1
           UNION ALL SELECT d.kind, d.undoes FROM chain JOIN decisions AS d ON d.id = chain.undoes)
         SELECT kind = 'correct' FROM chain WHERE undoes IS NULL",
        [id],
        |row| row.get(0),
    )
}

/// Writes the undoing of `last`, and gives back the uids that its decision took away.
fn take_back(db: &Connection, last: i64, ruling: &Ruling) -> rusqlite::Result<i64> {
    let (uid, old): (Option<String>, Option<String>) = db.query_row(
        "SELECT incident_uid, iif(kind = 'correct', NULL, old_value) FROM decisions WHERE id = ?1",
        [last],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let former: BTreeMap<String, Vec<String>> = old.and_then(|old| serde_json::from_str(&old).ok()).unwrap_or_default();
    let keys: Vec<String> = former.values().flatten().cloned().collect();
    let snapshot = if keys.is_empty() { None } else { Some(before(db, &keys)?) };
    let decision = db
        .prepare_cached(
            "INSERT INTO decisions (kind, incident_uid, undoes, old_value, decided_by, decided_at, reason) VALUES ('undo', ?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .insert(params![uid, last, snapshot, ruling.by, ruling.at, ruling.why])?;
    for (uid, keys) in &former {
        give_back(db, uid, keys)?;
    }
    Ok(decision)
}

/// A uid that leads to another incident since gets an incident of its own again, with the accounts that it had; the next
/// link decides whether it keeps it.
fn give_back(db: &Connection, uid: &str, keys: &[String]) -> rusqlite::Result<()> {
    let Some((home, now)) = lead(db, uid)? else { return Ok(()) };
    let keys = json(keys);
    // some of its accounts are there, and others that stay
    let sql = "SELECT count(DISTINCT key IN (SELECT value FROM json_each(?2))) FROM mentions WHERE incident_id = ?1";
    let is_mixed = db.query_row(sql, params![home, keys], |row| row.get::<_, i64>(0))? == 2;
    if now == uid || !is_mixed {
        return Ok(());
    }
    let id = db
        .prepare_cached("INSERT INTO incidents (uid, title, suicide, outcome, claim_status) VALUES (?1, '', 0, 'completed', 'not_mentioned')")?
        .insert([uid])?;
    db.execute("UPDATE incident_uids SET incident_id = ?2 WHERE uid = ?1", params![uid, id])?;
    db.execute(
        "UPDATE mentions SET incident_id = ?2 WHERE incident_id = ?1 AND key IN (SELECT value FROM json_each(?3))",
        params![home, id, keys],
    )?;
    Ok(())
}
