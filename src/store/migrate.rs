//! Brings the schema up to date.
//!
//! Enters: a connection. Leaves: the newest schema, or the old one untouched and a reason.
//! Example: a file of schema 17 opened by a program that knows 16 is refused, not guessed at.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::open::{read_only, refusal};
use super::{Store, failure};
use crate::error::{Error, Result};

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// One migration and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// From 1.
    pub version: i32,
    /// As the file is called.
    pub name: String,
    /// The database has it.
    pub applied: bool,
}

impl Store {
    /// What the database at `path` has and lacks; changes nothing.
    pub fn status(path: &Path) -> Result<Vec<Step>> {
        let at = if path.exists() {
            let connection = read_only(path)?;
            refuse_newer(&connection, path)?;
            version(&connection).map_err(|source| failure(path, source))?
        } else {
            0
        };
        let mut steps: Vec<Step> = embedded::migrations::runner()
            .get_migrations()
            .iter()
            .map(|step| Step { version: step.version(), name: step.name().to_owned(), applied: step.version() <= at })
            .collect();
        steps.sort_by_key(|step| step.version);
        Ok(steps)
    }
}

/// The newest schema that this program knows.
fn newest() -> i32 {
    embedded::migrations::runner().get_migrations().iter().map(refinery::Migration::version).max().unwrap_or(0)
}

/// The schema of a database; 0 where it has none.
fn version(connection: &Connection) -> rusqlite::Result<i32> {
    let table = "SELECT 1 FROM sqlite_schema WHERE name = 'refinery_schema_history'";
    if connection.query_row(table, [], |_| Ok(())).optional()?.is_none() {
        return Ok(0);
    }
    connection.query_row("SELECT ifnull(max(version), 0) FROM refinery_schema_history", [], |row| row.get(0))
}

/// How many migrations are still to be run.
pub(super) fn pending(connection: &Connection) -> rusqlite::Result<i32> {
    Ok(newest() - version(connection)?)
}

/// Refuses a database that a newer program has written.
pub(super) fn refuse_newer(connection: &Connection, path: &Path) -> Result<()> {
    let (theirs, ours) = (version(connection).map_err(|source| failure(path, source))?, newest());
    if theirs > ours {
        let reason = format!("was written by a newer pipeline (schema {theirs}; this one knows {ours})");
        return Err(refusal(path, &reason));
    }
    Ok(())
}

/// Runs what is missing. Another process may be doing the same: then its work counts.
pub(super) fn run(connection: &mut Connection, path: &Path) -> Result<()> {
    for attempt in 0.. {
        if pending(connection).map_err(|source| failure(path, source))? == 0 {
            return Ok(());
        }
        match embedded::migrations::runner().run(connection) {
            Ok(_) => return Ok(()),
            Err(_) if attempt < 3 => std::thread::sleep(std::time::Duration::from_millis(200)),
            Err(error) => return Err(reason(path, &error)),
        }
    }
    Ok(())
}

fn reason(path: &Path, error: &refinery::Error) -> Error {
    use std::error::Error as _;
    let cause = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    refusal(path, &format!("its schema could not be brought up to date: {cause}"))
}
