//! Exports under a counting convention other than the default.
//!
//! Enters: a convention and the tables asked for. Leaves: the tables that answer in its terms.
//! Example: under `gtd`, `incident_summary` is `incident_summary_gtd`, and `monthly_totals` adds up its numbers.

use rusqlite::Connection;

use super::failure::failed;
use super::{TABLES, Table};
use crate::error::Result;

/// The conventions, the default first.
pub const CONVENTIONS: [&str; 5] = ["stated", "gtd", "acled", "ucdp", "muc4"];

/// The view of one row an incident.
const SUMMARY: &str = "incident_summary";

/// Views that add up its numbers.
const DERIVED: [&str; 3] = ["unclaimed_incidents", "group_activity", "monthly_totals"];

/// The summary of a convention.
pub fn summary(convention: &str) -> String {
    if convention == CONVENTIONS[0] { SUMMARY.to_owned() } else { format!("{SUMMARY}_{convention}") }
}

/// The tables `named` as the convention has them; where none is named, all but the other conventions' summaries.
pub fn tables(named: &[String], convention: Option<&str>) -> Vec<&'static Table> {
    let summary = convention.map(summary);
    let asked = |table: &&Table| match &summary {
        None => named.is_empty() || named.iter().any(|name| name == table.name),
        Some(own) if table.name == own => {
            named.is_empty() || named.iter().any(|name| name == SUMMARY || name == table.name)
        }
        Some(_) if table.name == SUMMARY => false,
        Some(_) if table.name.starts_with(SUMMARY) => named.iter().any(|name| name == table.name),
        Some(_) => named.is_empty() || named.iter().any(|name| name == table.name),
    };
    TABLES.iter().filter(asked).collect()
}

/// Makes the views that add up a summary add up that of the convention, for this connection only.
pub fn adopt(db: &Connection, convention: &str) -> Result<()> {
    let summary = summary(convention);
    for view in DERIVED {
        let sql = "SELECT sql FROM main.sqlite_schema WHERE type = 'view' AND name = ?1";
        let told: String = db.query_row(sql, [view], |row| row.get(0)).map_err(|source| failed(db, source))?;
        let own = told
            .replacen(&format!("CREATE VIEW {view}"), &format!("CREATE TEMP VIEW {view}"), 1)
            .replace(&format!("{SUMMARY} "), &format!("{summary} "))
            .replace(&format!("{SUMMARY}\n"), &format!("{summary}\n"));
        db.execute_batch(&own).map_err(|source| failed(db, source))?;
    }
    Ok(())
}

/// The convention that this connection's views follow.
pub(super) fn adopted(db: &Connection) -> Result<&'static str> {
    let sql = "SELECT ifnull((SELECT sql FROM temp.sqlite_schema WHERE name = ?1), '')";
    let own: String = db.query_row(sql, [DERIVED[0]], |row| row.get(0)).map_err(|source| failed(db, source))?;
    Ok(CONVENTIONS.into_iter().rev().find(|one| own.contains(&format!("{SUMMARY}_{one}"))).unwrap_or(CONVENTIONS[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(named: &[&str], convention: Option<&str>) -> Vec<&'static str> {
        let named: Vec<String> = named.iter().map(|name| (*name).to_owned()).collect();
        tables(&named, convention).iter().map(|table| table.name).collect()
    }

    #[test]
    fn the_summary_is_that_of_the_convention() {
        assert_eq!(names(&["incident_summary"], None), ["incident_summary"]);
        assert_eq!(names(&["incident_summary"], Some("stated")), ["incident_summary"]);
        assert_eq!(names(&["incident_summary", "claims"], Some("gtd")), ["incident_summary_gtd", "claims"]);
        assert_eq!(names(&["incident_summary_gtd"], Some("gtd")), ["incident_summary_gtd"]);
        assert_eq!(names(&[], None).len(), TABLES.len());
        let all = names(&[], Some("ucdp"));
        assert_eq!(all.len(), TABLES.len() - 4);
        assert!(all.contains(&"incident_summary_ucdp") && !all.contains(&"incident_summary"));
    }
}
