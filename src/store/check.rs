//! Is the database whole?
//!
//! Enters: a database. Leaves: one finding for each thing that is not as it should be.
//! Example: `casualties 12: the text has other words at 10..20`.

use rusqlite::Connection;

use super::{Store, accounts, corrections};
use crate::error::Result;
use crate::link;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The table, and its row where there is one.
    pub at: String,
    /// What is wrong.
    pub what: String,
}

/// Tables whose rows quote the text, with the columns that do.
const QUOTES: &[(&str, &str, &str, &str)] = &[
    ("mentions", "quote", "start_byte", "end_byte"),
    ("mentions", "date_quote", "date_start_byte", "date_end_byte"),
    ("mentions", "place_quote", "place_start_byte", "place_end_byte"),
    ("casualties", "quote", "start_byte", "end_byte"),
    ("claims", "quote", "start_byte", "end_byte"),
    ("mention_groups", "quote", "start_byte", "end_byte"),
    ("mention_attack_types", "quote", "start_byte", "end_byte"),
    ("mention_weapons", "quote", "start_byte", "end_byte"),
    ("mention_targets", "quote", "start_byte", "end_byte"),
    ("group_relations", "quote", "start_byte", "end_byte"),
];

impl Store {
    /// Looks at the file, the keys, the quotes and the derived rows.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.ask(|db| {
            let mut findings = file(db)?;
            findings.extend(keys(db)?);
            for (table, quote, start, end) in QUOTES {
                findings.extend(quotes(db, table, quote, start, end)?);
            }
            findings.extend(characters(db)?);
            findings.extend(copies(db)?);
            findings.extend(derived(db)?);
            findings.extend(search(db)?);
            Ok(findings)
        })
    }
}

fn file(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut check = db.prepare("PRAGMA integrity_check")?;
    let lines: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").map(|what| Finding { at: "file".to_owned(), what }).collect())
}

fn keys(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut check = db.prepare("PRAGMA foreign_key_check")?;
    let found = check.query_map([], |row| {
        let (table, id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Finding { at: row_of(&table, id), what: format!("refers to a row of {parent} that is not there") })
    })?;
    found.collect()
}

fn row_of(table: &str, id: Option<i64>) -> String {
    id.map_or_else(|| table.to_owned(), |id| format!("{table} {id}"))
}

fn quotes(db: &Connection, table: &str, quote: &str, start: &str, end: &str) -> rusqlite::Result<Vec<Finding>> {
    let mut check = db.prepare(&format!(
        "SELECT t.id, t.{start}, t.{end} FROM {table} AS t JOIN articles AS a ON a.id = t.article_id
         WHERE t.{quote} IS NOT NULL
           AND substr(CAST(a.text AS BLOB), t.{start} + 1, t.{end} - t.{start}) IS NOT CAST(t.{quote} AS BLOB)
         ORDER BY t.id"
    ))?;
    let found = check.query_map([], |row| {
        let (id, start, end): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Finding {
            at: row_of(table, Some(id)),
            what: format!("the text has other words at {start}..{end} than its {quote}"),
        })
    })?;
    found.collect()
}

/// `start_char` must cut the same words as `start_byte`.
fn characters(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (table, ..) in QUOTES.iter().filter(|(_, quote, ..)| *quote == "quote") {
        let mut check = db.prepare(&format!(
            "SELECT t.id, t.start_char FROM {table} AS t JOIN articles AS a ON a.id = t.article_id
             WHERE substr(a.text, t.start_char + 1, length(t.quote)) IS NOT t.quote ORDER BY t.id"
        ))?;
        let found = check.query_map([], |row| {
            let (id, start): (i64, i64) = (row.get(0)?, row.get(1)?);
            Ok(Finding { at: row_of(table, Some(id)), what: format!("the text has other words at character {start}") })
        })?;
        for finding in found {
            findings.push(finding?);
        }
    }
    Ok(findings)
}

/// Copied keys: every row of an account belongs to the incident of that account.
fn copies(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for table in
        ["casualties", "claims", "mention_groups", "mention_attack_types", "mention_weapons", "mention_targets"]
    {
        let mut check = db.prepare(&format!(
            "SELECT t.id FROM {table} AS t JOIN mentions AS m ON m.id = t.mention_id
             WHERE t.incident_id IS NOT m.incident_id OR t.article_id <> m.article_id ORDER BY t.id"
        ))?;
        for id in check.query_map([], |row| row.get(0))? {
            findings.push(Finding {
                at: row_of(table, Some(id?)),
                what: "belongs to another incident than its mention".to_owned(),
            });
        }
    }
    let strays = [
        (
            "SELECT id FROM incidents WHERE id NOT IN (SELECT incident_id FROM mentions WHERE incident_id IS NOT NULL)",
            "incidents",
            "no account tells of it",
        ),
        (
            "SELECT id FROM incidents AS i WHERE NOT EXISTS (SELECT 1 FROM incident_uids AS u WHERE u.uid = i.uid AND u.incident_id = i.id)",
            "incidents",
            "its uid leads elsewhere",
        ),
        (
            "SELECT m.id FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE (m.incident_id IS NULL) = (a.status = 'relevant')",
            "mentions",
            "is in an incident although its article does not count, or the reverse; `pipeline link` mends it",
        ),
    ];
    for (sql, table, what) in strays {
        for id in db.prepare(sql)?.query_map([], |row| row.get(0))? {
            findings.push(Finding { at: row_of(table, Some(id?)), what: what.to_owned() });
        }
    }
    Ok(findings)
}

/// The row of every incident must follow from its accounts and the corrections in force.
fn derived(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let accounts = accounts::current(db)?;
    let mut by_incident: std::collections::BTreeMap<i64, Vec<&link::Account>> = std::collections::BTreeMap::new();
    for account in &accounts {
        if let Some(incident) = account.incident {
            by_incident.entry(incident).or_default().push(account);
        }
    }
    let mut findings = Vec::new();
    let standing = corrections::standing(db)?;
    let mut stored = db
        .prepare("SELECT title, date_start, date_end, place, country_code, attack_type FROM incidents WHERE id = ?1")?;
    for (id, accounts) in by_incident {
        let incident = corrections::corrected(db, link::derive(&accounts), standing.get(&id))?;
        let due = [
            Some(incident.title.clone()),
            incident.date.as_ref().map(|date| date.0.clone()),
            incident.date.as_ref().map(|date| date.1.clone()),
            incident.place.clone(),
            incident.country_code.clone(),
            incident.attack_type.map(|code| code.code().to_owned()),
        ];
        let row: Vec<Option<String>> =
            stored.query_row([id], |row| (0..due.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>())?;
        if row != due {
            findings.push(Finding {
                at: row_of("incidents", Some(id)),
                what: "its row does not follow from its accounts; `pipeline link` mends it".to_owned(),
            });
        }
    }
    Ok(findings)
}

fn search(db: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let sql = "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM article_search_docsize)";
    let missing: i64 = db.query_row(sql, [], |row| row.get(0))?;
    Ok((missing != 0)
        .then(|| Finding { at: "article_search".to_owned(), what: "does not hold every article".to_owned() })
        .into_iter()
        .collect())
}
