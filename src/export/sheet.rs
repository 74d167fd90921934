//! An exported table that comes back from a spreadsheet.
//!
//! Enters: CSV as `export` wrote it, perhaps saved by a spreadsheet since. Leaves: rows by line with their cells as
//! text, byte order mark, `\r\n` and the apostrophe before formulas undone; and the same table as it stands now.
//! Example: `\u{feff}uid;title` → the columns `uid` and `title`; `'=1+1` is read as `=1+1` where that is what stands there.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::cell;
use super::failure::failed;
use super::table::Table;
use crate::error::{Error, Result};

/// A table as read from a file.
#[derive(Debug)]
pub struct Sheet {
    /// The header.
    pub columns: Vec<String>,
    /// Rows with the line on which each begins, from 1.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// A cell as it stands in the database now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// As `export` writes it.
    cell: String,
    /// Without what protects it from spreadsheets.
    plain: String,
}

/// Reads an edited table, which errors call `name`.
pub fn read(mut input: impl Read, name: &Path) -> Result<Sheet> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|source| Error::Io { path: name.to_owned(), source })?;
    let wrong = |reason: String| Error::Unreadable { input: name.display().to_string(), reason };
    let text = String::from_utf8(bytes)
        .map_err(|_| wrong("is no UTF-8; save it as \"CSV UTF-8\", else letters would be lost".to_owned()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // spreadsheets of some countries write other separators
    let header = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| (header.bytes().filter(|b| b == mark).count(), *mark == b','));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet { columns: Vec::new(), rows: Vec::new() };
    let (mut line, mut counted) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(|error| wrong(format!("is no CSV: {error}")))?;
        // the reader leaves the second half of `\r\n` to the next record: its own line numbers are one behind
        let start = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(counted);
        let blank = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        line +=
            text.get(counted..start + blank).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count() as u64;
        counted = counted.max(start + blank);
        let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
        if sheet.columns.is_empty() {
            sheet.columns = cells.iter().map(|name| name.trim().to_owned()).collect();
        } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
            sheet.rows.push((line, cells));
        }
    }
    Ok(sheet)
}

/// The rows of an export as they stand now, by their first column, each cell by its column.
pub fn standing(db: &Connection, table: &Table) -> Result<BTreeMap<String, BTreeMap<String, Standing>>> {
    let read = || -> rusqlite::Result<_> {
        let mut statement = db.prepare(table.sql)?;
        let columns: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
        let mut rows = statement.query([])?;
        let mut standing = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let mut cells = BTreeMap::new();
            for (at, column) in columns.iter().enumerate() {
                let value = row.get_ref(at)?;
                let plain = match value {
                    ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    other => cell::csv(other).into_owned(),
                };
                cells.insert(column.clone(), Standing { cell: cell::csv(value).into_owned(), plain });
            }
            standing.insert(row.get(0)?, cells);
        }
        Ok(standing)
    };
    read().map_err(|source| failed(db, source))
}

impl Standing {
    /// What the analyst wrote where it differs from what stands there; `None` where a spreadsheet changed no more than
    /// the spelling: `31.730` for 31.73, `TRUE` for 1, the apostrophe before a formula.
    pub fn changed(&self, edited: &str) -> Option<String> {
        if edited == self.cell || edited == self.plain {
            return None;
        }
        let edited = edited.trim();
        let edited = edited.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(edited);
        let is_same_number = || match (edited.parse::<f64>(), self.plain.parse::<f64>()) {
            (Ok(edited), Ok(plain)) => (edited - plain).abs() < 1e-9,
            _ => false,
        };
        let is_same_truth =
            matches!((edited.to_lowercase().as_str(), self.plain.as_str()), ("true", "1") | ("false", "0"));
        let is_same = edited == self.plain.trim() || is_same_number() || is_same_truth;
        (!is_same).then(|| edited.to_owned())
    }

    /// The value without what protects it.
    pub fn plain(&self) -> &str {
        &self.plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        read(text.as_bytes(), Path::new("a.csv")).expect("a sheet")
    }

    #[test]
    fn what_spreadsheets_do_to_a_file_is_undone() {
        let plain = sheet("uid,title\na,\"two\nlines\"\nb,x\n");
        assert_eq!(plain.rows[1], (4, vec!["b".to_owned(), "x".to_owned()]));
        let excel = sheet("\u{feff}uid;title\r\na;x, y\r\n;\r\n");
        assert_eq!(excel.columns, ["uid", "title"]);
        assert_eq!(excel.rows, [(2, vec!["a".to_owned(), "x, y".to_owned()])]);
        assert!(read(&b"uid\n\xff\n"[..], Path::new("a.csv")).is_err());
    }

    #[test]
    fn only_what_was_edited_is_a_change() {
        let standing = |cell: &str, plain: &str| Standing { cell: cell.to_owned(), plain: plain.to_owned() };
        let formula = standing("'=1+1", "=1+1");
        assert_eq!(formula.changed("'=1+1"), None);
        assert_eq!(formula.changed("=1+1"), None);
        assert_eq!(formula.changed("'=2+2"), Some("=2+2".to_owned()));
        assert_eq!(standing("31.73", "31.73").changed("31.730"), None);
        assert_eq!(standing("1", "1").changed("TRUE"), None);
        assert_eq!(standing("1", "1").changed("FALSE"), Some("FALSE".to_owned()));
        assert_eq!(standing("23", "23").changed(""), Some(String::new()));
        assert_eq!(standing("", "").changed(" "), None);
        assert_eq!(standing("Dara", "Dara").changed("'Dara'"), Some("'Dara'".to_owned()));
    }
}
