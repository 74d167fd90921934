//! Every stored quote is cut from its article by its offsets, with nothing but SQL.
//!
//! Enters: the sample articles, ingested. Leaves: nothing.
//! Example: `substr(CAST(text AS BLOB), start_byte + 1, end_byte - start_byte)` is the quote's bytes.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use rusqlite::Connection;

fn ingested(folder: &tempfile::TempDir) -> Connection {
    let db = folder.path().join("incidents.db");
    let done = Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .args(["ingest", "seeds/articles", "--db"])
        .arg(&db)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    Connection::open(db).unwrap()
}

fn names(db: &Connection, sql: &str) -> Vec<String> {
    db.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Each table with each family of columns `quote`, `start_byte`, `end_byte`, with the prefix that they share.
fn quoting(db: &Connection) -> Vec<(String, String, bool)> {
    let tables = names(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    let mut found = Vec::new();
    for table in tables {
        let columns = names(db, &format!("SELECT name FROM pragma_table_info('{table}')"));
        for prefix in columns.iter().filter_map(|column| column.strip_suffix("quote")) {
            let has = |name: &str| columns.contains(&format!("{prefix}{name}"));
            assert!(has("start_byte") && has("end_byte"), "{table}.{prefix}quote has no offsets");
            found.push((table.clone(), prefix.to_owned(), has("start_char")));
        }
    }
    found
}

#[test]
fn offsets_cut_their_quote() {
    let folder = tempfile::tempdir().unwrap();
    let db = ingested(&folder);
    let quoting = quoting(&db);
    for (table, prefix, has_char) in &quoting {
        let wrong = |test: &str| {
            names(
                &db,
                &format!(
                    "SELECT concat_ws(' ', t.{prefix}start_byte, t.{prefix}end_byte, t.{prefix}quote) FROM {table} AS t
                     JOIN articles AS a ON a.id = t.article_id WHERE t.{prefix}quote IS NOT NULL AND ({test})"
                ),
            )
        };
        let by_byte = wrong(&format!(
            "substr(CAST(a.text AS BLOB), t.{prefix}start_byte + 1, t.{prefix}end_byte - t.{prefix}start_byte)
             IS NOT CAST(t.{prefix}quote AS BLOB)"
        ));
        assert_eq!(by_byte, Vec::<String>::new(), "{table}.{prefix}quote");
        if *has_char {
            let by_char = wrong(&format!(
                "substr(a.text, t.{prefix}start_char + 1, length(t.{prefix}quote)) IS NOT t.{prefix}quote"
            ));
            assert_eq!(by_char, Vec::<String>::new(), "{table}.{prefix}quote by characters");
        }
        assert_eq!(wrong(&format!("t.{prefix}quote = ''")), Vec::<String>::new(), "{table}.{prefix}quote is empty");
    }
    for table in [
        "mentions",
        "casualties",
        "claims",
        "mention_groups",
        "mention_attack_types",
        "mention_weapons",
        "mention_targets",
    ] {
        assert!(quoting.iter().any(|(name, ..)| name == table), "{table} keeps no quote");
        let rows: i64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{table} is empty");
    }
    for table in ["mentions", "casualties", "claims"] {
        assert!(quoting.iter().any(|(name, _, has_char)| name == table && *has_char), "{table} has no start_char");
    }
}

#[test]
fn some_quotes_stand_behind_letters_of_two_bytes() {
    // else the two offsets would agree by chance
    let folder = tempfile::tempdir().unwrap();
    let db = ingested(&folder);
    let differing: i64 =
        db.query_row("SELECT count(*) FROM casualties WHERE start_char < start_byte", [], |row| row.get(0)).unwrap();
    assert!(differing > 0);
}
