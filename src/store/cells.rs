//! What the database says of an article and of incidents, cell by cell.
//!
//! Enters: an article, or nothing for all incidents. Leaves: cells by table, row and column, to be compared with later ones.
//! Example: table `casualties`, row `9f…:2024-02-05:12:1 killed victim "ten officers"`, column `low`: `10`.
//!
//! Rows are named by what they say, not by their ids or places in a list: a figure added in front of others changes one
//! row, not all of them. NULL is no cell. What linking derives, as the group behind a claimant, is left out.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params};

use super::Store;
use crate::error::Result;

/// Table, row and column of a cell.
pub type Cell = (&'static str, String, String);

/// Values by cell.
pub type Cells = BTreeMap<Cell, String>;

/// For each table: its name and the query; the first column names the row. `?1` is the article.
const OF_ARTICLE: &[(&str, &str)] = &[
    ("articles", "SELECT id, status, reason, language FROM articles WHERE id = ?1"),
    (
        "mentions",
        "SELECT key, is_primary, date_start, date_end, date_precision, date_basis, date_quote, country_code, country, admin1, admin2,
                place, place_text, site, latitude, longitude, place_precision, outcome, suicide, claim_status, quote
         FROM mentions WHERE article_id = ?1 ORDER BY key",
    ),
    (
        "mention_totals",
        "SELECT m.key, t.killed_low, t.killed_high, t.injured_low, t.injured_high, t.perpetrators_killed_low, t.perpetrators_killed_high
         FROM mention_totals AS t JOIN mentions AS m ON m.id = t.mention_id WHERE m.article_id = ?1 ORDER BY m.key",
    ),
    (
        "casualties",
        "SELECT m.key || ' ' || c.outcome || ' ' || c.party || ' \"' || c.words || '\"', c.population, c.low, c.high, c.qualifier, c.scope,
                c.extent, c.standing, c.includes_perpetrators, c.reported_by, c.reported_by_kind
         FROM casualties AS c JOIN mentions AS m ON m.id = c.mention_id WHERE c.article_id = ?1 ORDER BY m.key, c.seq",
    ),
    (
        "claims",
        "SELECT m.key || ' ' || c.kind || ' \"' || c.quote || '\"', c.claimant, c.claimant_kind, c.low, c.high
         FROM claims AS c JOIN mentions AS m ON m.id = c.mention_id
         WHERE c.article_id = ?1 ORDER BY m.key, c.id",
    ),
    (
        "mention_groups",
        "SELECT m.key || ' ' || g.name, d.role, d.attribution FROM mention_groups AS d
         JOIN mentions AS m ON m.id = d.mention_id JOIN groups AS g ON g.id = d.group_id WHERE d.article_id = ?1 ORDER BY m.key, d.seq",
    ),
    (
        "mention_attack_types",
        "SELECT m.key || ' ' || d.code, d.code FROM mention_attack_types AS d
         JOIN mentions AS m ON m.id = d.mention_id WHERE d.article_id = ?1 ORDER BY m.key, d.seq",
    ),
    (
        "mention_weapons",
        "SELECT m.key || ' \"' || d.text || '\"', d.code FROM mention_weapons AS d
         JOIN mentions AS m ON m.id = d.mention_id WHERE d.article_id = ?1 ORDER BY m.key, d.seq",
    ),
    (
        "mention_targets",
        "SELECT m.key || ' \"' || d.text || '\"', d.code, d.kind, d.named FROM mention_targets AS d
         JOIN mentions AS m ON m.id = d.mention_id WHERE d.article_id = ?1 ORDER BY m.key, d.seq",
    ),
    (
        "group_relations",
        "SELECT g.name || ' ' || r.relation || ' ' || o.name, r.asserted_by FROM group_relations AS r
         JOIN groups AS g ON g.id = r.group_id JOIN groups AS o ON o.id = r.other_group_id WHERE r.article_id = ?1 ORDER BY r.id",
    ),
];

/// Columns of `incident_summary` that name no value of an incident.
const ASIDE: &[&str] = &["uid", "incident_id"];

impl Store {
    /// All that is stored of one article.
    pub fn cells_of_article(&self, article: i64) -> Result<Cells> {
        self.ask(|db| {
            let mut cells = Cells::new();
            for (table, sql) in OF_ARTICLE {
                read(db, table, sql, [article], &mut cells)?;
            }
            Ok(cells)
        })
    }

    /// All that `incident_summary` shows.
    pub fn cells_of_incidents(&self) -> Result<Cells> {
        self.ask(|db| {
            let mut cells = Cells::new();
            read(db, "incident_summary", "SELECT uid, * FROM incident_summary", [], &mut cells)?;
            cells.retain(|(.., column), _| !ASIDE.contains(&column.as_str()));
            Ok(cells)
        })
    }
}

fn read(
    db: &Connection,
    table: &'static str,
    sql: &str,
    params: impl Params,
    cells: &mut Cells,
) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached(sql)?;
    let columns: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        let name = text(row.get_ref(0)?).unwrap_or_default();
        let times = met.entry(name.clone()).or_default();
        *times += 1;
        let name = if *times > 1 { format!("{name} #{times}") } else { name };
        for (at, column) in columns.iter().enumerate().skip(1) {
            if let Some(value) = text(row.get_ref(at)?) {
                cells.insert((table, name.clone(), column.clone()), value);
            }
        }
    }
    Ok(())
}

fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

/// One cell before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Table or view.
    pub table: &'static str,
    /// What the row is called.
    pub row: String,
    /// Column.
    pub column: String,
    /// Value before; none where there was none.
    pub old: Option<String>,
    /// Value after; none where there is none.
    pub new: Option<String>,
}

/// The cells that differ, in the order of their names.
pub fn changes(before: &Cells, after: &Cells) -> Vec<Changed> {
    let all: BTreeSet<&Cell> = before.keys().chain(after.keys()).collect();
    all.into_iter()
        .map(|cell| {
            let (table, row, column) = cell.clone();
            Changed { table, row, column, old: before.get(cell).cloned(), new: after.get(cell).cloned() }
        })
        .filter(|change| change.old != change.new)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_that_differ_are_changes() {
        let cell = |column: &str| ("mentions", "k".to_owned(), column.to_owned());
        let before = Cells::from([(cell("place"), "Lodi".to_owned()), (cell("site"), "mill".to_owned())]);
        let after = Cells::from([(cell("place"), "Como".to_owned()), (cell("quote"), "raid".to_owned())]);
        let changed: Vec<_> =
            changes(&before, &after).into_iter().map(|change| (change.column, change.old, change.new)).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            changed,
            [
                ("place".to_owned(), some("Lodi"), some("Como")),
                ("quote".to_owned(), None, some("raid")),
                ("site".to_owned(), some("mill"), None)
            ]
        );
    }
}
