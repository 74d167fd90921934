//! Tables as files of a folder.
//!
//! Enters: a database, exports, a folder. Leaves: a file a table and, for CSV, `datapackage.json`; all of them from one
//! state of the database, and all of them or none. Example: `export/incident_summary.csv`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::convention;
use super::descriptor::{Codebook, package};
use super::failure::failed;
use super::whole::Whole;
use super::write::{Kind, table};
use super::{Table, write::Rows};
use crate::error::{Error, Result};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How many rows below the header.
    pub rows: u64,
}

/// Writes `tables` into `folder`, which is made where it is missing.
pub fn folder(db: &Connection, tables: &[&'static Table], kind: Kind, folder: &Path) -> Result<Vec<Written>> {
    fs::create_dir_all(folder).map_err(|source| Error::Io { path: folder.to_owned(), source })?;
    // one reading transaction: a row that is added meanwhile is in no file
    let reading = db.unchecked_transaction().map_err(|source| failed(db, source))?;
    let mut files = Vec::new();
    let mut described = Vec::new();
    for &one in tables {
        let path = folder.join(format!("{}.{}", one.name, kind.ending()));
        let mut file = Whole::create(&path)?;
        let Rows { columns, count } = table(&reading, one, kind, &mut file, &path)?;
        file.finish()?;
        files.push((file, Written { path, rows: count }));
        described.push((one, columns));
    }
    let descriptor = match kind {
        Kind::Csv { .. } => {
            let path = folder.join("datapackage.json");
            let mut file = Whole::create(&path)?;
            let json = package(&described, &Codebook::load(&reading)?, convention::adopted(&reading)?);
            writeln!(file, "{json:#}").map_err(|source| Error::Io { path: path.clone(), source })?;
            Some(file)
        }
        Kind::Jsonl => None,
    };
    let mut written = Vec::new();
    for (file, what) in files {
        file.keep()?;
        written.push(what);
    }
    descriptor.map_or(Ok(()), Whole::keep)?;
    Ok(written)
}
