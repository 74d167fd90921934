//! What the files of a folder hold: a Frictionless data package.
//!
//! Enters: the tables written with their columns, and the codebook. Leaves: `datapackage.json`.
//! Example: `{"name": "killed_low", "type": "integer", "description": "Smallest number of victims killed …"}`.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::{Value, json};

use super::Table;
use super::column::{Kind, kind};
use super::failure::failed;
use crate::error::Result;

/// Tables of which a uid is the key; any other whose first column is `id` is keyed by that.
const KEYED_BY_UID: &[&str] = &[
    "incident_summary",
    "incident_summary_gtd",
    "incident_summary_acled",
    "incident_summary_ucdp",
    "incident_summary_muc4",
    "incident_uids",
    "unclaimed_incidents",
];

/// Columns that the queries take from another table, so that a file can be read alone.
const ADDED: &[(&str, &str)] = &[
    ("incident_uid", "Public name of the incident (incidents.uid)"),
    ("mention_key", "Lasting name of the account (mentions.key)"),
    ("group_name", "Canonical name of the group (groups.name)"),
    ("other_group_name", "Canonical name of the other group (groups.name)"),
    ("claimant_group", "Canonical name of the group that claims (groups.name)"),
    ("about_group", "Canonical name of the group that the claim is about (groups.name)"),
    ("sha256", "Sum of the article's stored text (articles.sha256)"),
];

/// Meanings by table and column.
pub struct Codebook(BTreeMap<(String, String), String>);

impl Codebook {
    /// What the database says of its columns.
    pub fn load(db: &Connection) -> Result<Self> {
        let read = || -> rusqlite::Result<_> {
            let mut statement = db.prepare(r#"SELECT "table", "column", meaning FROM codebook"#)?;
            let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
            rows.collect()
        };
        read().map(Self).map_err(|source| failed(db, source))
    }

    /// The meaning of a column of a table, or of one that the exports add to it.
    fn meaning(&self, table: &str, column: &str) -> Option<&str> {
        let own = self.0.get(&(table.to_owned(), column.to_owned())).map(String::as_str);
        own.or_else(|| ADDED.iter().find(|(name, _)| *name == column).map(|(_, meaning)| *meaning))
    }
}

/// The package of `tables`, each with its columns, and how totals are counted.
pub fn package(tables: &[(&Table, Vec<String>)], codebook: &Codebook, convention: &str) -> Value {
    let resources: Vec<Value> = tables.iter().map(|(table, columns)| resource(table, columns, codebook)).collect();
    json!({
        "profile": "tabular-data-package",
        "name": "incidents",
        "title": "Incidents of armed attacks, each value with the words that say it",
        "sources": [{"title": "GeoNames (CC BY 4.0): places and coordinates", "path": "https://www.geonames.org/"}],
        "convention": convention,
        "resources": resources,
    })
}

fn resource(table: &Table, columns: &[String], codebook: &Codebook) -> Value {
    let fields: Vec<Value> = columns.iter().map(|column| field(table.name, column, codebook)).collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    let key = columns.first().filter(|first| *first == "id" || KEYED_BY_UID.contains(&table.name));
    if let Some(key) = key {
        schema["primaryKey"] = json!(key);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": table.about(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(table: &str, column: &str, codebook: &Codebook) -> Value {
    let kind = kind(column);
    let mut field = json!({"name": column, "type": kind.name()});
    if kind == Kind::Boolean {
        field["trueValues"] = json!(["1"]);
        field["falseValues"] = json!(["0"]);
    }
    if let Some(meaning) = codebook.meaning(table, column) {
        field["description"] = json!(meaning);
    }
    field
}
