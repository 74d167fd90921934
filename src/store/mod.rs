//! The database: opened, migrated, written, linked and checked.
//!
//! Enters: extractions and refusals. Leaves: rows in one `SQLite` file, one transaction a batch, one writer.
//! Example: `Store::open("incidents.db")?.write(run, now, &batch)?` adds a batch; `relink` sorts it into incidents.

mod accounts;
mod article;
mod batch;
mod cells;
mod check;
mod corrections;
mod decide;
mod decisions;
pub mod field;
mod group;
mod incidents;
mod linking;
mod mention;
mod migrate;
mod near;
mod open;
mod queue;
mod review;
mod rows;
mod run;
mod seed;
mod showing;
mod stale;
mod state;
mod trial;
mod validate;
mod voices;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use article::Known;
pub use batch::{Incoming, Tally};
pub use cells::{Cells, Changed, changes};
pub use check::Finding;
pub use corrections::{Asked, Corrected, Refused};
pub use decide::{Decided, Ruling, Told, Undone};
pub use incidents::Relinked;
pub use migrate::Step;
pub use review::{Evidence, Item, Question};

use crate::error::{Error, Result};

/// An open database of the newest schema.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// The connection, for questions.
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `work` in one transaction: all of it or nothing. On trial, a part of the trial's own.
    fn transact<T>(&mut self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let path = self.path.clone();
        let failed = |source| failure(&path, source);
        if !self.connection.is_autocommit() {
            let part = self.connection.savepoint().map_err(failed)?;
            let done = work(&part).map_err(failed)?;
            part.commit().map_err(failed)?;
            return Ok(done);
        }
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
        let done = work(&transaction).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(done)
    }

    /// Asks without writing.
    fn ask<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        work(&self.connection).map_err(|source| failure(&self.path, source))
    }
}

/// One clear line for what `SQLite` reports in its own words.
fn failure(path: &Path, source: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let reason = match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "is in use by another program",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "may not be written to",
        Some(ErrorCode::NotADatabase) => "is no SQLite database",
        Some(ErrorCode::DatabaseCorrupt) => "is damaged",
        Some(ErrorCode::DiskFull) => "cannot grow: the disk is full",
        _ => return Error::Database { path: path.to_owned(), source },
    };
    Error::NotOurs { path: path.to_owned(), reason: reason.to_owned() }
}
