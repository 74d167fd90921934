//! Corrections: asked for, written to the log, and laid over what the accounts come to.
//!
//! Enters: the log of decisions, the accounts of the incidents that it corrects. Leaves: rows of `incidents` and
//! `incident_corrections`, derived anew by every link: first the accounts' row, then each standing correction in the
//! order in which it was made.
//! Example: a place corrected to `Draban` stays although a third article says `Daraban`, and the title follows it.
//!
//! A correction is filed under a uid and follows it: when the incident is merged into another, it goes along; when the
//! merge is undone, it comes home. Where two speak about one cell the later counts.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::decide::{Ruling, lead};
use super::field::Field;
use super::state::State;
use super::{Store, accounts, decisions, incidents};
use crate::error::Result;
use crate::link::{self, Account, Incident};

/// What is to be corrected in one incident, all of it or nothing.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The incident, also by a uid that was merged away.
    pub uid: String,
    /// The fields with their values as a person writes them.
    pub changes: Vec<(Field, String)>,
}

/// One correction that was made, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The incident, by the uid that it has now.
    pub uid: String,
    /// The field.
    pub field: &'static str,
    /// What stood there.
    pub old: Option<String>,
    /// What stands there now.
    pub new: Option<String>,
    /// Its number in the log; `None` where nothing was written.
    pub decision: Option<i64>,
}

/// A field and its value in the spelling of the log; `None` is unknown.
type Value = (Field, Option<String>);

/// Why a correction was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No incident bears or bore this uid.
    Unknown(String),
    /// A value cannot stand there: the field and the reason.
    Value(&'static str, String),
}

/// A correction in force.
pub(super) struct Standing {
    decision: i64,
    field: Field,
    value: Option<String>,
    /// What the accounts came to when it was made.
    derived: Option<String>,
}

impl Store {
    /// Makes corrections, each incident's all or none; with `dry` only says what it would do.
    pub fn correct(
        &mut self,
        asked: &[Asked],
        ruling: &Ruling,
        dry: bool,
    ) -> Result<Vec<std::result::Result<Vec<Corrected>, Refused>>> {
        self.transact(|db| {
            let leads: Vec<Option<(i64, String)>> =
                asked.iter().map(|asked| lead(db, &asked.uid)).collect::<rusqlite::Result<_>>()?;
            let ids: BTreeSet<i64> = leads.iter().flatten().map(|(id, _)| *id).collect();
            let mut states = states(db, &ids)?;
            let mut done = Vec::with_capacity(asked.len());
            for (asked, lead) in asked.iter().zip(leads) {
                let Some(((derived, present), (_, uid))) = lead.and_then(|lead| Some((states.get_mut(&lead.0)?, lead)))
                else {
                    done.push(Err(Refused::Unknown(asked.uid.clone())));
                    continue;
                };
                let mut after = present.clone();
                let changes = match read(db, &mut after, &asked.changes)? {
                    Ok(changes) => changes,
                    Err(refused) => {
                        done.push(Err(refused));
                        continue;
                    }
                };
                let mut made = Vec::new();
                for (field, new) in changes {
                    let mut one = Corrected {
                        uid: uid.clone(),
                        field: field.name,
                        old: present.value(field),
                        new,
                        decision: None,
                    };
                    if !dry {
                        one.decision = Some(log(db, &one, field, derived.value(field).as_deref(), ruling)?);
                    }
                    made.push(one);
                }
                *present = after;
                done.push(Ok(made));
            }
            if !dry {
                apply(db)?;
            }
            Ok(done)
        })
    }
}

impl Store {
    /// What the accounts of an incident come to in one field, before any correction.
    pub fn derived(&self, uid: &str, field: &str) -> Result<Option<String>> {
        self.ask(|db| {
            let Some(((id, _), field)) = lead(db, uid)?.zip(Field::named(field)) else { return Ok(None) };
            Ok(states(db, &BTreeSet::from([id]))?.get(&id).and_then(|(derived, _)| derived.value(field)))
        })
    }

    /// The correction that sets a cell of an incident.
    pub fn correcting(&self, uid: &str, column: &str) -> Result<Option<i64>> {
        self.ask(|db| {
            db.query_row(
                "SELECT c.decision_id FROM incident_corrections AS c JOIN incidents AS i ON i.id = c.incident_id
                 WHERE i.uid = ?1 AND ?2 IN (c.column_name, (SELECT column_name FROM decisions WHERE id = c.decision_id)) LIMIT 1",
                [uid, column],
                |row| row.get(0),
            )
            .optional()
        })
    }
}

/// Reads the values and lays them over `state`.
fn read(
    db: &Connection,
    state: &mut State,
    changes: &[(Field, String)],
) -> rusqlite::Result<std::result::Result<Vec<Value>, Refused>> {
    let mut read: Vec<Value> = Vec::new();
    for (field, given) in changes {
        let refused = |reason| Ok(Err(Refused::Value(field.name, reason)));
        let mut value = match field.read(given) {
            Ok(value) => value,
            Err(reason) => return refused(reason),
        };
        if field.is_country() && value.is_some() {
            value = country(db, given.trim())?;
            if value.is_none() {
                return refused(format!(
                    "{given:?} is no country; write an English name or ISO code of the table countries"
                ));
            }
        }
        let mut field = *field;
        if field.is_half() {
            // the two halves are one fact: the log has them together
            match state.whole(field, value.as_deref()) {
                Ok((whole, pair)) => (field, value) = (whole, pair),
                Err(reason) => return refused(reason),
            }
        }
        state.amend(db, field, value.as_deref())?;
        read.retain(|(other, _)| other.name != field.name);
        read.push((field, value));
    }
    if let Some((field, reason)) =
        read.iter().find_map(|(field, _)| state.disorder(*field).map(|reason| (field, reason)))
    {
        return Ok(Err(Refused::Value(field.name, reason)));
    }
    Ok(Ok(read))
}

fn country(db: &Connection, given: &str) -> rusqlite::Result<Option<String>> {
    db.query_row(
        "SELECT name FROM countries WHERE name = ?1 COLLATE NOCASE OR code = upper(?1) OR code3 = upper(?1) ORDER BY name = ?1 COLLATE NOCASE DESC LIMIT 1",
        [given],
        |row| row.get(0),
    )
    .optional()
}

fn log(
    db: &Connection,
    one: &Corrected,
    field: Field,
    derived: Option<&str>,
    ruling: &Ruling,
) -> rusqlite::Result<i64> {
    let table = if field.is_figure() { "incident_summary" } else { "incidents" };
    db.prepare_cached(
        "INSERT INTO decisions (kind, incident_uid, table_name, row_key, column_name, old_value, new_value, derived_value, decided_by, decided_at, reason)
         VALUES ('correct', ?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .insert(params![one.uid, table, one.field, one.old, one.new, derived, ruling.by, ruling.at, ruling.why])
}

/// The corrections in force by the incident to which their uid leads now, in the order in which they were made. Those
/// whose incident nobody tells of any more wait.
pub(super) fn standing(db: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<Standing>>> {
    let undone = decisions::undone(db)?;
    let mut found = db.prepare(
        "SELECT u.incident_id, d.id, d.column_name, d.new_value, d.derived_value
         FROM decisions AS d JOIN incident_uids AS u ON u.uid = d.row_key
         WHERE d.kind = 'correct' AND d.table_name IN ('incidents', 'incident_summary') AND u.incident_id IS NOT NULL ORDER BY d.id",
    )?;
    let mut rows = found.query([])?;
    let mut standing: BTreeMap<i64, Vec<Standing>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let decision = row.get(1)?;
        // a field that a later program brought is left to that program
        let Some(field) = Field::named(&row.get::<_, String>(2)?) else { continue };
        if !undone.contains(&decision) {
            let one = Standing { decision, field, value: row.get(3)?, derived: row.get(4)? };
            standing.entry(row.get(0)?).or_default().push(one);
        }
    }
    Ok(standing)
}

/// The row of an incident with its corrections laid over it.
pub(super) fn corrected(
    db: &Connection,
    incident: Incident,
    standing: Option<&Vec<Standing>>,
) -> rusqlite::Result<Incident> {
    let mut state = State::new(incident);
    for one in standing.into_iter().flatten() {
        state.amend(db, one.field, one.value.as_deref())?;
    }
    Ok(state.incident)
}

/// What the accounts of these incidents come to, before and after the corrections in force.
fn states(db: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<BTreeMap<i64, (State, State)>> {
    let standing = standing(db)?;
    let mut states = BTreeMap::new();
    for (id, incident) in derived(db, ids)? {
        let derived = State::load(db, id, incident)?;
        let mut present = derived.clone();
        for one in standing.get(&id).into_iter().flatten() {
            present.amend(db, one.field, one.value.as_deref())?;
        }
        states.insert(id, (derived, present));
    }
    Ok(states)
}

fn derived(db: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<BTreeMap<i64, Incident>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let accounts = accounts::of(db, &ids.iter().copied().collect::<Vec<_>>())?;
    let mut members: BTreeMap<i64, Vec<&Account>> = BTreeMap::new();
    for account in &accounts {
        members.entry(account.incident.unwrap_or_default()).or_default().push(account);
    }
    Ok(members.into_iter().map(|(id, members)| (id, link::derive(&members))).collect())
}

/// A row of `incident_corrections` but for its key.
#[derive(PartialEq, Eq)]
struct Cell {
    value: Option<String>,
    derived: Option<String>,
    is_stale: bool,
    decision: i64,
}

/// Lays the corrections in force over the incidents, and takes off those that are no longer.
pub(super) fn apply(db: &Connection) -> rusqlite::Result<()> {
    let standing = standing(db)?;
    let stored = stored(db)?;
    let ids: BTreeSet<i64> = standing.keys().copied().chain(stored.keys().map(|(id, _)| *id)).collect();
    let mut cells: BTreeMap<(i64, String), Cell> = BTreeMap::new();
    for (id, incident) in derived(db, &ids)? {
        let derived = State::load(db, id, incident)?;
        let mut present = derived.clone();
        for one in standing.get(&id).into_iter().flatten() {
            present.amend(db, one.field, one.value.as_deref())?;
            let now = derived.value(one.field);
            let is_stale = now != one.derived && now != one.value;
            for column in one.field.columns {
                let cell = Cell { value: None, derived: derived.cell(column), is_stale, decision: one.decision };
                cells.insert((id, (*column).to_owned()), cell);
            }
        }
        // what a cell comes to is known when the last correction is in place
        for ((_, column), cell) in cells.range_mut((id, String::new())..(id + 1, String::new())) {
            cell.value = present.cell(column);
        }
        incidents::update(db, id, &present.incident)?;
    }
    if cells == stored {
        return Ok(());
    }
    db.execute("DELETE FROM incident_corrections", [])?;
    let mut insert = db.prepare(
        "INSERT INTO incident_corrections (incident_id, column_name, value, derived, is_stale, decision_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for ((id, column), cell) in &cells {
        insert.execute(params![id, column, cell.value, cell.derived, cell.is_stale, cell.decision])?;
    }
    Ok(())
}

fn stored(db: &Connection) -> rusqlite::Result<BTreeMap<(i64, String), Cell>> {
    let mut stored =
        db.prepare("SELECT incident_id, column_name, value, derived, is_stale, decision_id FROM incident_corrections")?;
    let rows = stored.query_map([], |row| {
        let cell = Cell { value: row.get(2)?, derived: row.get(3)?, is_stale: row.get(4)?, decision: row.get(5)? };
        Ok(((row.get(0)?, row.get(1)?), cell))
    })?;
    rows.collect()
}
