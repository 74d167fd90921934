//! Which cells of an edited export were changed, and to what.
//!
//! Enters: an export of `incident_summary` that an analyst edited, and the database. Leaves: corrections by row, and
//! each cell that cannot be one, by line and column with the reason.
//! Example: a `date_start` that a spreadsheet turned into `12/12/2023` is refused: nobody knows which is the month.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, bail};
use rusqlite::OptionalExtension;

use crate::export::sheet::{self, Standing};
use crate::export::{TABLES, Table};
use crate::store::field::{Field, day, spelled};
use crate::store::{Asked, Store};

/// What a file asks for.
#[derive(Debug, Default)]
pub struct Edits {
    /// Rows with changed cells.
    pub rows: Vec<Row>,
    /// Cells that cannot be corrections.
    pub refused: Vec<Refusal>,
}

/// A row with changed cells.
#[derive(Debug)]
pub struct Row {
    /// What it asks for.
    pub asked: Asked,
    line: u64,
    /// The column that asks for each field.
    columns: BTreeMap<&'static str, String>,
}

/// A cell that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Line of the file, from 1.
    pub line: u64,
    /// The column's name.
    pub column: String,
    /// Why.
    pub reason: String,
}

impl Row {
    /// The refusal of one of its cells by field.
    pub fn refusal(&self, field: &str, reason: &str) -> Refusal {
        let column = self.columns.get(field).cloned().unwrap_or_else(|| field.to_owned());
        Refusal { line: self.line, column, reason: reason.to_owned() }
    }
}

/// Compares `file` with what the database would export now.
pub fn read(file: &Path, store: &Store) -> anyhow::Result<Edits> {
    let input: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(file).with_context(|| file.display().to_string())?)
    };
    let sheet = sheet::read(input, file)?;
    let Some(uids) = sheet.columns.iter().position(|name| name == "uid") else {
        bail!("{}: has no column uid; edit what `pipeline export incident_summary` writes", file.display());
    };
    let table =
        TABLES.iter().find(|table| table.name == "incident_summary").context("incident_summary is an export")?;
    let now = sheet::standing(store.connection(), table)?;
    let mut edits = Edits::default();
    let known = columns(store, table)?;
    let mut named = BTreeSet::new();
    for column in &sheet.columns {
        let reason = match (known.contains(column), named.insert(column)) {
            (false, _) => "incident_summary has no such column",
            (true, false) => "stands in the header twice; the first counts",
            (true, true) => continue,
        };
        edits.refused.push(Refusal { line: 1, column: column.clone(), reason: reason.to_owned() });
    }
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for (line, cells) in &sheet.rows {
        let uid = cells.get(uids).map(|uid| uid.trim().to_owned()).unwrap_or_default();
        let mut refuse = |reason: String| edits.refused.push(Refusal { line: *line, column: "uid".to_owned(), reason });
        if cells.len() > sheet.columns.len() {
            refuse("the row has more cells than the header".to_owned());
            continue;
        }
        let Some(standing) = now.get(&uid) else {
            refuse(match store.incident(&uid) {
                Ok((_, other)) => format!("{uid:?} was merged into {other} since; edit that row"),
                Err(_) => format!("no incident is called {uid:?}"),
            });
            continue;
        };
        if let Some(first) = seen.insert(uid.clone(), *line) {
            refuse(format!("{uid} stands on line {first} already"));
            continue;
        }
        let mut changed: BTreeMap<&str, String> = BTreeMap::new();
        for (at, column) in sheet.columns.iter().enumerate().rev() {
            // a row cut short lost its last cells, which says nothing about them
            if let (Some(cell), Some(standing)) = (cells.get(at), standing.get(column)) {
                match standing.changed(cell) {
                    Some(edited) => changed.insert(column, edited),
                    None => changed.remove(column.as_str()),
                };
            }
        }
        let is_titled =
            standing.get("corrections").is_some_and(|cells| cells.plain().split("; ").any(|cell| cell == "title"));
        if !is_titled && changed.contains_key("title") && changed.get("title") == store.derived(&uid, "title")?.as_ref()
        {
            // a title follows the other cells: the sheet has it as it was before they were corrected
            changed.remove("title");
        }
        let mut row =
            Edited { line: *line, standing, changed, asked: Vec::new(), columns: BTreeMap::new(), refused: Vec::new() };
        row.fields(store)?;
        edits.refused.append(&mut row.refused);
        if !row.asked.is_empty() {
            edits.rows.push(Row { asked: Asked { uid, changes: row.asked }, line: *line, columns: row.columns });
        }
    }
    Ok(edits)
}

fn columns(store: &Store, table: &Table) -> anyhow::Result<BTreeSet<String>> {
    let statement = store.connection().prepare(table.sql)?;
    Ok(statement.column_names().map(ToOwned::to_owned).collect())
}

/// One row on its way from cells to fields.
struct Edited<'a> {
    line: u64,
    standing: &'a BTreeMap<String, Standing>,
    changed: BTreeMap<&'a str, String>,
    asked: Vec<(Field, String)>,
    columns: BTreeMap<&'static str, String>,
    refused: Vec<Refusal>,
}

impl Edited<'_> {
    fn fields(&mut self, store: &Store) -> anyhow::Result<()> {
        let dates = ["date_start", "date_end", "date_precision"].map(|column| self.changed.remove(column));
        if let Some(first) =
            ["date_start", "date_end", "date_precision"].iter().zip(&dates).find(|(_, new)| new.is_some())
        {
            match self.date(&dates) {
                Ok(value) => self.ask("date", first.0, value),
                Err(refused) => self.refused.extend(refused),
            }
        }
        match (self.changed.remove("country"), self.changed.remove("country_code")) {
            (Some(name), Some(code)) if !name.is_empty() && !code.is_empty() => {
                let sql = "SELECT name FROM countries WHERE code = upper(?1)";
                let of_code: Option<String> =
                    store.connection().query_row(sql, [&code], |row| row.get(0)).optional()?;
                if of_code.is_some_and(|of_code| of_code.to_lowercase() == name.to_lowercase()) {
                    self.ask("country", "country", name);
                } else {
                    self.refuse("country_code", &format!("{code} is not the code of {name}"));
                }
            }
            (Some(name), None) if !name.is_empty() => self.ask("country", "country", name),
            (None, Some(code)) if !code.is_empty() => self.ask("country", "country_code", code),
            (Some(name), Some(code)) if name.is_empty() && code.is_empty() => self.ask("country", "country", name),
            (None, None) => {}
            (name, _) => {
                let column = if name.is_some() { "country" } else { "country_code" };
                self.refuse(column, "country and country_code go together; empty both or neither");
            }
        }
        match (self.changed.remove("latitude"), self.changed.remove("longitude")) {
            (Some(latitude), Some(longitude)) => {
                let both = if latitude.is_empty() && longitude.is_empty() {
                    String::new()
                } else {
                    format!("{latitude},{longitude}")
                };
                self.ask("coordinates", "latitude", both);
            }
            (Some(latitude), None) if !latitude.is_empty() => self.ask("latitude", "latitude", latitude),
            (None, Some(longitude)) if !longitude.is_empty() => self.ask("longitude", "longitude", longitude),
            (None, None) => {}
            (latitude, _) => {
                let column = if latitude.is_some() { "latitude" } else { "longitude" };
                self.refuse(column, "latitude and longitude go together; empty both or neither");
            }
        }
        for (column, value) in std::mem::take(&mut self.changed) {
            let Some(field) = Field::named(column) else {
                self.refuse(column, "is worked out from the articles; it cannot be corrected here");
                continue;
            };
            match field.read(&value) {
                Ok(_) => self.ask(field.name, column, value),
                // each cell by itself: one slip does not cost the row
                Err(reason) => self.refuse(column, &reason),
            }
        }
        Ok(())
    }

    fn ask(&mut self, name: &'static str, column: &str, value: String) {
        if let Some(field) = Field::named(name) {
            self.columns.insert(field.name, column.to_owned());
            self.asked.push((field, value));
        }
    }

    fn refuse(&mut self, column: &str, reason: &str) {
        self.refused.push(Refusal { line: self.line, column: column.to_owned(), reason: reason.to_owned() });
    }

    /// First day, last day and precision as one date, in the words of the field.
    fn date(&self, new: &[Option<String>; 3]) -> Result<String, Vec<Refusal>> {
        let refusal = |column: &str, reason: String| Refusal { line: self.line, column: column.to_owned(), reason };
        let mut wrong = Vec::new();
        for (column, cell) in ["date_start", "date_end"].iter().zip(new) {
            if let Some(cell) = cell.as_deref().filter(|cell| !cell.is_empty() && day(cell).is_none()) {
                wrong.push(refusal(column, retyped(cell)));
            }
        }
        if let Some(code) = new[2].as_deref().filter(|code| !["", "day", "range", "month", "year"].contains(code)) {
            wrong.push(refusal(
                "date_precision",
                format!("{code:?} is no date_precision; it is one of day, range, month, year"),
            ));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let plain = |column: &str| self.standing.get(column).map(Standing::plain).unwrap_or_default();
        let cell = |at: usize, column: &str| new[at].clone().unwrap_or_else(|| plain(column).to_owned());
        let (start, end) = (cell(0, "date_start"), cell(1, "date_end"));
        let (start, end) = (start.as_str(), end.as_str());
        let fail = |column: &str, reason: &str| Err(vec![refusal(column, reason.to_owned())]);
        match (start, end) {
            ("", "") => return Ok(String::new()),
            ("", _) => return fail("date_start", "date_start and date_end go together; empty both or neither"),
            (_, "") => return fail("date_end", "date_start and date_end go together; empty both or neither"),
            _ if start != end && new[2].is_none() && plain("date_precision") == "day" => {
                let column = if new[0].is_some() { "date_start" } else { "date_end" };
                return fail(column, "date_precision is day: date_start and date_end must be changed alike");
            }
            _ if start > end => return fail("date_end", "date_end is before date_start"),
            _ => {}
        }
        let spelled_as = |precision: &str| spelled(start, end, precision).filter(|spelling| !spelling.contains('/'));
        match new[2].as_deref().filter(|code| !code.is_empty()) {
            Some("day") if start != end => {
                fail("date_precision", "a day has one date; write it into date_start and date_end")
            }
            // what was known to the day and is known to the month or year only
            Some("month") if new[0].is_none() && new[1].is_none() && start[..7] == end[..7] => {
                Ok(start[..7].to_owned())
            }
            Some("year") if new[0].is_none() && new[1].is_none() && start[..4] == end[..4] => Ok(start[..4].to_owned()),
            Some(code @ ("month" | "year")) => match spelled_as(code) {
                Some(spelling) => Ok(spelling),
                None => fail("date_precision", "date_start and date_end are not its first and last day"),
            },
            _ => Ok(spelled_as("year").or_else(|| spelled_as("month")).unwrap_or_else(|| format!("{start}/{end}"))),
        }
    }
}

/// Why a date that is not ISO is refused.
fn retyped(cell: &str) -> String {
    if cell.contains(['/', '.', '-']) && cell.chars().any(|c| c.is_ascii_digit()) {
        format!(
            "{cell:?} looks retyped by a spreadsheet, and day and month are easily swapped so; write YYYY-MM-DD, in a column set to text"
        )
    } else {
        format!("{cell:?} is no date; write YYYY-MM-DD")
    }
}
