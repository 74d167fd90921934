//! Reads a tab-separated table whose first line names its columns.
//!
//! A path enters, plain or `.gz`; rows leave, in the order of the file, each cell found by its column's name.

use flate2::read::GzDecoder;
use std::error::Error;
use std::io::Read;
use std::path::Path;

/// A whole table in memory.
pub struct Table {
    text: String,
    columns: Vec<String>,
}

/// One line of it.
pub struct Row<'a> {
    columns: &'a [String],
    cells: Vec<&'a str>,
}

impl Table {
    /// Reads the file, unpacking it when its name ends in `.gz`.
    pub fn open(path: &Path) -> Result<Self, Box<dyn Error>> {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut text = String::new();
        if path.extension().is_some_and(|ending| ending == "gz") {
            GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        } else {
            text = String::from_utf8(bytes)?;
        }
        let columns = text.lines().next().unwrap_or_default().split('\t').map(str::to_owned).collect();
        Ok(Self { text, columns })
    }

    /// The lines below the head.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.text.lines().skip(1).map(|line| Row { columns: &self.columns, cells: line.split('\t').collect() })
    }
}

impl<'a> Row<'a> {
    /// The cell of a column; empty where the table has no such column or the line ends before it.
    pub fn get(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The parts of a cell that holds a list.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        self.get(column).split('|').map(str::trim).filter(|part| !part.is_empty())
    }
}

/// The lines of a word list, less comments and blanks.
pub fn words(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    Ok(lines.flat_map(|line| line.split(',')).map(crate::fold::fold).filter(|word| !word.is_empty()).collect())
}
