//! Opens a database, or refuses it untouched.
//!
//! Enters: a path. Leaves: a `Store` of the newest schema, or one line that says why not.
//! Example: a browser's history file gives `history.db: holds another program's tables`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Store, failure, migrate, seed};
use crate::error::{Error, Result};

/// `pipe` in ASCII: marks our files in `SQLite`'s header.
const APPLICATION_ID: i32 = 0x7069_7065;
/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(10);

enum Found {
    Nothing,
    Ours,
}

impl Store {
    /// Opens `path` for writing; creates it where there is nothing, and brings an older schema up to date.
    pub fn open(path: &Path) -> Result<Self> {
        inspect(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(|source| failure(path, source))?;
        prepare(&connection, true).map_err(|source| failure(path, source))?;
        migrate::run(&mut connection, path)?;
        let mut store = Self { connection, path: path.to_owned() };
        store.transact(seed::load)?;
        Ok(store)
    }

    /// As [`Store::open`], but only where there is a database already.
    pub fn existing(path: &Path) -> Result<Self> {
        match inspect(path)? {
            Found::Ours => Self::open(path),
            Found::Nothing => Err(refusal(path, "no such database")),
        }
    }

    /// Opens a database of the newest schema for reading alone; writes nothing, not even a newer schema.
    pub fn read(path: &Path) -> Result<Self> {
        let Found::Ours = inspect(path)? else { return Err(refusal(path, "no such database")) };
        let connection = read_only(path)?;
        prepare(&connection, false).map_err(|source| failure(path, source))?;
        let pending = migrate::pending(&connection).map_err(|source| failure(path, source))?;
        if pending > 0 {
            return Err(refusal(path, "has an older schema; `pipeline migrate` brings it up to date"));
        }
        Ok(Self { connection, path: path.to_owned() })
    }
}

pub(super) fn refusal(path: &Path, reason: &str) -> Error {
    Error::NotOurs { path: path.to_owned(), reason: reason.to_owned() }
}

/// Opens without leave to write. A file in a folder that may not be written to has no room for WAL's shared memory:
/// then it is read as it lies, which is safe because nobody can be writing there.
pub(super) fn read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let plain = Connection::open_with_flags(path, flags).map_err(|source| failure(path, source))?;
    if plain.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_ok() {
        return Ok(plain);
    }
    let escaped: String = path
        .to_string_lossy()
        .chars()
        .map(|c| match c {
            '%' => "%25".to_owned(),
            '?' => "%3f".to_owned(),
            '#' => "%23".to_owned(),
            c => c.to_string(),
        })
        .collect();
    let still = Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags | OpenFlags::SQLITE_OPEN_URI);
    match still {
        Ok(still) if still.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_ok() => Ok(still),
        _ => Ok(plain),
    }
}

/// Looks without touching: is there a database, and is it ours?
fn inspect(path: &Path) -> Result<Found> {
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            return match folder {
                Some(folder) if !folder.is_dir() => Err(refusal(path, "its folder does not exist")),
                _ => Ok(Found::Nothing),
            };
        }
        Err(source) => return Err(Error::Io { path: path.to_owned(), source }),
        Ok(kind) if kind.is_dir() => return Err(refusal(path, "is a folder")),
        Ok(kind) if kind.len() == 0 => return Ok(Found::Nothing),
        Ok(_) => {}
    }
    let connection = read_only(path)?;
    let look = |connection: &Connection| -> rusqlite::Result<(i32, i64)> {
        Ok((
            connection.query_row("PRAGMA application_id", [], |row| row.get(0))?,
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?,
        ))
    };
    connection.busy_timeout(PATIENCE).map_err(|source| failure(path, source))?;
    match look(&connection).map_err(|source| failure(path, source))? {
        (APPLICATION_ID, _) => {
            migrate::refuse_newer(&connection, path)?;
            Ok(Found::Ours)
        }
        (0, 0) => Ok(Found::Nothing),
        _ => Err(refusal(path, "holds another program's tables")),
    }
}

fn prepare(connection: &Connection, writing: bool) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.set_prepared_statement_cache_capacity(128);
    if writing {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "normal")?;
    }
    Ok(())
}
