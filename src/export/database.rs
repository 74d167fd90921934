//! The database as an export sees it: to be read, never written.
//!
//! Enters: a path. Leaves: a connection that cannot write, or the reason why there is none.
//! Example: `incidents.db: no such file; pipeline ingest makes one`.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, Result};

/// The number that marks a file as this program's (see `migrations/V001__vocabularies.sql`).
const OURS: i32 = 1_885_958_245;

/// Opens a database that `ingest`, `load` or `migrate` made.
pub fn open(path: &Path) -> Result<Connection> {
    let refuse = |reason: &str| Error::NotOurs { path: path.to_owned(), reason: reason.to_owned() };
    if !path.exists() {
        return Err(refuse("no such file; `pipeline ingest` makes one"));
    }
    let failed = |source| Error::Database { path: path.to_owned(), source };
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(failed)?;
    let mark = db.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0));
    match mark {
        Ok(OURS) => Ok(db),
        Ok(_) => Err(refuse("is no database of this program")),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            Err(refuse("is no database"))
        }
        Err(error) => Err(failed(error)),
    }
}

/// A failure of the database, with its file.
pub fn failed(db: &Connection, source: rusqlite::Error) -> Error {
    Error::Database { path: db.path().unwrap_or_default().into(), source }
}
