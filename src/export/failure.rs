//! A failure of the database, with its file.
//!
//! Enters: what `SQLite` says. Leaves: an error that names the database.
//! Example: `incidents.db: no such table: incidents`.

use rusqlite::Connection;

use crate::error::Error;

/// The failure with the file that it concerns.
pub fn failed(db: &Connection, source: rusqlite::Error) -> Error {
    Error::Database { path: db.path().unwrap_or_default().into(), source }
}
