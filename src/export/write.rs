//! One table as CSV or JSON lines.
//!
//! Enters: a database and an export. Leaves: a header and the rows in the query's order, or one JSON object a row.
//! Example: `uid,title,…` and below it `2023-12-12-daraban,Daraban police station attack,…`.

use std::io::{self, Write};
use std::path::Path;

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::column::kind;
use super::failure::failed;
use super::{Table, cell};
use crate::error::{Error, Result};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// RFC 4180 in UTF-8; with `\n`, or for spreadsheets with a byte order mark and `\r\n`.
    Csv {
        /// For spreadsheets.
        excel: bool,
    },
    /// One JSON object a row.
    Jsonl,
}

impl Kind {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Jsonl => "jsonl",
        }
    }
}

/// What one query gave.
pub struct Rows {
    /// The header.
    pub columns: Vec<String>,
    /// How many rows.
    pub count: u64,
}

/// Writes `table` to `out`, which errors call `name`.
pub fn table(db: &Connection, table: &Table, kind: Kind, out: &mut dyn Write, name: &Path) -> Result<Rows> {
    let io = |source: io::Error| Error::Io { path: name.to_owned(), source };
    let sql = |source| failed(db, source);
    let mut statement = db.prepare(table.sql).map_err(sql)?;
    let columns: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
    let mut rows = statement.query([]).map_err(sql)?;
    let mut writer = Writer::begin(kind, &columns, out).map_err(io)?;
    let mut count = 0;
    while let Some(row) = rows.next().map_err(sql)? {
        writer.row(&columns, row).map_err(|error| match error {
            Failure::Sql(source) => failed(db, source),
            Failure::Io(source) => io(source),
        })?;
        count += 1;
    }
    writer.end().map_err(io)?;
    drop(rows);
    drop(statement);
    Ok(Rows { columns, count })
}

enum Failure {
    Sql(rusqlite::Error),
    Io(io::Error),
}

/// The system's own error, so that a closed pipe is still seen as one.
fn inner(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn plain(error: csv::Error) -> Failure {
    Failure::Io(inner(error))
}

enum Writer<'a> {
    Csv(Box<csv::Writer<&'a mut dyn Write>>),
    Jsonl(&'a mut dyn Write),
}

impl<'a> Writer<'a> {
    fn begin(kind: Kind, columns: &[String], out: &'a mut dyn Write) -> io::Result<Self> {
        let excel = match kind {
            Kind::Jsonl => return Ok(Self::Jsonl(out)),
            Kind::Csv { excel } => excel,
        };
        if excel {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let terminator = if excel { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(out);
        writer.write_record(columns).map_err(inner)?;
        Ok(Self::Csv(Box::new(writer)))
    }

    fn row(&mut self, columns: &[String], row: &rusqlite::Row<'_>) -> std::result::Result<(), Failure> {
        match self {
            Self::Csv(writer) => {
                for at in 0..columns.len() {
                    let value = row.get_ref(at).map_err(Failure::Sql)?;
                    writer.write_field(cell::csv(value).as_bytes()).map_err(plain)?;
                }
                writer.write_record(None::<&[u8]>).map_err(plain)
            }
            Self::Jsonl(out) => {
                let mut object = Map::with_capacity(columns.len());
                for (at, column) in columns.iter().enumerate() {
                    let value = row.get_ref(at).map_err(Failure::Sql)?;
                    object.insert(column.clone(), cell::json(value, kind(column)));
                }
                writeln!(out, "{}", Value::Object(object)).map_err(Failure::Io)
            }
        }
    }

    fn end(self) -> io::Result<()> {
        match self {
            Self::Csv(mut writer) => writer.flush(),
            Self::Jsonl(out) => out.flush(),
        }
    }
}
