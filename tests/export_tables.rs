//! Exports of a small database: headers, types, cells, and files that are whole.
//!
//! Enters: a database of two articles. Leaves: nothing.
//! Example: a title `=1+1` must not be a formula in the sheet that a spreadsheet makes of it.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use pipeline::export::{Kind, TABLES};
use pipeline::store::Store;
use rusqlite::Connection;
use rusqlite::types::Type;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const DECISIONS: &str = "id,kind,incident_uid,mentions,other_mentions,table_name,row_key,column_name,old_value,new_value,derived_value,undoes,\
                         decided_by,decided_at,reason";

/// A database with one incident in two articles, written as SQL so that nothing but the schema is needed.
fn database(folder: &Path) -> PathBuf {
    let path = folder.join("incidents.db");
    drop(Store::open(&path).unwrap());
    let db = Connection::open(&path).unwrap();
    let sum = |digit: &str| digit.repeat(64);
    db.execute_batch(&format!(
        "INSERT INTO articles VALUES
           (1, '{}', 'text', NULL, '=Raid \"here\"', '2024-02-06', 'en', '=Raid \"here\"\n\n- Ten, died.', 'relevant', NULL, NULL, 'pipeline 0', '2026-01-01T00:00:00Z'),
           (2, '{}', 'text', 'Lamp', NULL, '2024', 'en', 'Twelve died.', 'relevant', NULL, NULL, 'pipeline 0', '2026-01-01T00:00:00Z');
         INSERT INTO article_sources VALUES (1, 'a', 'a.txt'), (2, 'b', 'b.txt');
         INSERT INTO incidents VALUES (1, '2024-02-05-chodwan', 'Raid', '2024-02-05', '2024-02-05', 'day', 'PK', 'Pakistan', NULL, NULL,
           'Chodwan', NULL, 31.5, -70.25, 'place', 'armed_assault', 0, 'completed', 'not_mentioned');
         INSERT INTO incident_uids VALUES ('2024-02-05-chodwan', 1);
         INSERT INTO mentions (id, key, article_id, incident_id, is_primary, outcome, suicide, claim_status, quote, start_byte, end_byte, start_char)
           VALUES (1, 'k1', 1, 1, 1, 'completed', 0, 'not_mentioned', 'Raid', 1, 5, 1), (2, 'k2', 2, 1, 1, 'completed', 0, 'not_mentioned', 'died', 7, 11, 7);
         INSERT INTO casualties VALUES
           (1, 1, 1, 1, 1, 'killed', 'victim', 'police', 10, 10, 'exact', 'attack', 'total', 'stands', NULL, NULL, 'narrator', 'Ten', '- Ten, died', 14, 26, 14, 'r'),
           (2, 1, 2, 2, 1, 'killed', 'victim', 'unknown', 12, NULL, 'at_least', 'attack', 'total', 'stands', NULL, NULL, 'narrator', 'Twelve', 'Twelve died', 0, 11, 0, 'r');
         INSERT OR REPLACE INTO codebook VALUES ('incident_summary', 'uid', 'Public name of the incident');",
        sum("a"),
        sum("b"),
    ))
    .unwrap();
    path
}

fn export(db: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pipeline").unwrap().arg("export").args(arguments).arg("--db").arg(db).assert()
}

fn names(db: &Connection, sql: &str) -> BTreeSet<String> {
    db.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_table_and_view_has_an_export_with_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let db = Connection::open(database(folder.path())).unwrap();
    let inner = [
        "seed_loads",
        "sqlite_sequence",
        "counted_figures",
        "account_totals",
        "refinery_schema_history",
        "voices_due",
        "incident_overview",
        "convention_accounts",
        "convention_totals",
        "derived_figures",
        "convention_counts",
        "link_keys",
        "link_pairs",
        "link_cores",
        "link_queue",
        "link_state",
    ];
    let schema = names(
        &db,
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'article_search%'",
    );
    let exported: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
    let missing: Vec<&String> =
        schema.iter().filter(|name| !exported.contains(*name) && !inner.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "no export for {missing:?}");
    for table in TABLES {
        let header: BTreeSet<String> = db.prepare(table.sql).unwrap().column_names().map(ToOwned::to_owned).collect();
        let columns = names(&db, &format!("SELECT name FROM pragma_table_info('{}')", table.name));
        let left_out: Vec<&String> = columns.difference(&header).collect();
        assert!(left_out.is_empty(), "{} leaves out {left_out:?}", table.name);
    }
}

#[test]
fn cells_are_quoted_defused_and_empty_for_null() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    let out = export(&db, &["articles", "--out", "-"]).code(0).get_output().stdout.clone();
    let text = String::from_utf8(out).unwrap();
    let first = text.split_once('\n').unwrap().1;
    assert!(first.starts_with("1,aaaa"), "{first}");
    assert!(
        first.contains(
            ",text,,\"'=Raid \"\"here\"\"\",2024-02-06,en,\"'=Raid \"\"here\"\"\n\n- Ten, died.\",relevant,,,"
        ),
        "{first}"
    );
    let out = export(&db, &["casualties", "--out", "-"]).code(0).get_output().stdout.clone();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains(",\"'- Ten, died\",") && text.contains(",12,,at_least,"), "{text}");
    let out = export(&db, &["incident_summary", "--out", "-"]).code(0).get_output().stdout.clone();
    assert!(String::from_utf8(out).unwrap().contains(",31.5,-70.25,"));
}

#[test]
fn a_spreadsheet_gets_its_mark_and_line_ends_and_json_its_types() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    let out = export(&db, &["decisions", "--excel", "--out", "-"]).code(0).get_output().stdout.clone();
    assert_eq!(String::from_utf8(out).unwrap(), format!("\u{feff}{DECISIONS}\r\n"));
    let out = export(&db, &["incident_summary", "--format", "jsonl", "--out", "-"]).code(0).get_output().stdout.clone();
    let row: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(
        (&row["suicide"], &row["killed_low"], &row["site"]),
        (&false.into(), &10.into(), &serde_json::Value::Null)
    );
}

#[test]
fn a_folder_holds_every_table_and_describes_it() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    let out = folder.path().join("new/csv");
    export(&db, &["--out", out.to_str().unwrap()]).code(0).stdout("");
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("datapackage.json")).unwrap()).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), TABLES.len());
    assert_eq!(fs::read_dir(&out).unwrap().count(), resources.len() + 1, "nothing else is left behind");
    assert_eq!(resources[0]["schema"]["fields"][0]["description"], "Public name of the incident");
    for resource in resources {
        let mut reader = csv::Reader::from_path(out.join(resource["path"].as_str().unwrap())).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let header: Vec<String> = fields.iter().map(|field| field["name"].as_str().unwrap().to_owned()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), header);
        for row in reader.records() {
            for (cell, field) in row.unwrap().iter().zip(fields).filter(|(cell, _)| !cell.is_empty()) {
                let sound = match field["type"].as_str().unwrap() {
                    "integer" => cell.parse::<i64>().is_ok(),
                    "number" => cell.parse::<f64>().is_ok(),
                    "boolean" => cell == "0" || cell == "1",
                    "date" => chrono::NaiveDate::parse_from_str(cell, "%Y-%m-%d").is_ok(),
                    "datetime" => chrono::NaiveDateTime::parse_from_str(cell, "%Y-%m-%dT%H:%M:%SZ").is_ok(),
                    _ => true,
                };
                assert!(sound, "{}.{} is no {}: {cell}", resource["name"], field["name"], field["type"]);
            }
        }
    }
}

#[test]
fn columns_are_described_as_what_they_are_declared_and_hold() {
    let folder = tempfile::tempdir().unwrap();
    let db = Connection::open(database(folder.path())).unwrap();
    let out = folder.path().join("csv");
    pipeline::export::folder(&db, &TABLES.iter().collect::<Vec<_>>(), Kind::Csv { excel: false }, &out).unwrap();
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("datapackage.json")).unwrap()).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        for field in resource["schema"]["fields"].as_array().unwrap() {
            assert!(field["description"].is_string(), "{}.{} is not described", resource["name"], field["name"]);
            let sql = "SELECT type FROM pragma_table_info(?1) WHERE name = ?2";
            let declared: Option<String> =
                db.query_row(sql, [resource["name"].as_str(), field["name"].as_str()], |row| row.get(0)).ok();
            let kind = field["type"].as_str().unwrap();
            let fits = match declared.as_deref() {
                Some("INTEGER") => matches!(kind, "integer" | "boolean"),
                Some("REAL") => kind == "number",
                Some("TEXT") => matches!(kind, "string" | "date" | "datetime"),
                _ => true,
            };
            assert!(fits, "{}.{} is {declared:?} but described as {kind}", resource["name"], field["name"]);
        }
        // expressions of views have no declared type: what counts is what they give
        let table = TABLES.iter().find(|table| resource["name"] == table.name).unwrap();
        let mut statement = db.prepare(table.sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (at, field) in resource["schema"]["fields"].as_array().unwrap().iter().enumerate() {
                let kind = field["type"].as_str().unwrap();
                let fits = match row.get_ref(at).unwrap().data_type() {
                    Type::Integer => matches!(kind, "integer" | "boolean"),
                    Type::Real => kind == "number",
                    Type::Text => matches!(kind, "string" | "date" | "datetime"),
                    _ => true,
                };
                assert!(fits, "{}.{} holds another kind than {kind}", resource["name"], field["name"]);
            }
        }
    }
}

#[test]
fn what_cannot_be_exported_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    export(&db, &["incident_sumary"]).code(2);
    export(&db, &["--out", "-"]).code(2);
    export(&db, &["groups", "--format", "jsonl", "--excel"]).code(2);
    let missing = export(&folder.path().join("no.db"), &["groups", "--out", "-"]).code(3);
    assert!(String::from_utf8_lossy(&missing.get_output().stderr).contains("no.db: no such database"));
    fs::write(folder.path().join("text.db"), "not a database at all, just words").unwrap();
    let text = export(&folder.path().join("text.db"), &["groups", "--out", "-"]).code(3);
    assert!(String::from_utf8_lossy(&text.get_output().stderr).contains("text.db: "));
    let blocked = folder.path().join("file");
    fs::write(&blocked, "").unwrap();
    export(&db, &["groups", "--out", blocked.to_str().unwrap()]).code(3);
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let db = Connection::open(&path).unwrap();
    // more than a pipe holds
    db.execute("UPDATE articles SET text = ?1 WHERE id = 1", ["word ".repeat(100_000)]).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .args(["export", "articles", "--out", "-", "--db"])
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}
