//! The commands on a database: what they print, how they end.
//!
//! Enters: articles, extractions and databases. Leaves: nothing.
//! Example: a second `ingest` of the same folder finds every article known.

use std::path::Path;

use assert_cmd::Command;

fn pipeline(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("pipeline")
        .expect("a binary")
        .current_dir(folder)
        .env("PIPELINE_DB", "ours.db")
        .args(arguments)
        .output()
        .expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

fn articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    file("one.txt", "On 3 May 2024 gunmen killed four people at a market in Herat, Afghanistan.");
    file("two.txt", "The weather was fine.");
    file("empty.txt", " \n");
    folder
}

#[test]
fn ingest_names_what_it_refuses_and_a_second_run_finds_all_known() {
    let folder = articles();
    let (code, out, err) = pipeline(folder.path(), &["ingest", "one.txt", "two.txt", "empty.txt", "-j", "2"]);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    assert!(err.contains("empty.txt") && err.contains("2 articles new, 0 known, 0 updated, 1 refused"), "{err}");
    assert!(folder.path().join("ours.db").exists());
    let (code, _, err) = pipeline(folder.path(), &["ingest", "one.txt", "two.txt"]);
    assert_eq!(code, 0);
    assert!(err.contains("0 articles new, 2 known, 0 updated, 0 refused"), "{err}");
    assert_eq!(pipeline(folder.path(), &["check"]).0, 0);
}

#[test]
fn ingest_is_extract_and_then_load() {
    let folder = articles();
    pipeline(folder.path(), &["-q", "ingest", "--db", "one.db", "one.txt", "two.txt"]);
    let (_, lines, _) = pipeline(folder.path(), &["extract", "one.txt", "two.txt"]);
    std::fs::write(folder.path().join("lines.jsonl"), lines).expect("a file");
    let (code, out, err) = pipeline(folder.path(), &["-q", "load", "--db", "two.db", "lines.jsonl"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let rows = |name: &str| {
        let db = rusqlite::Connection::open(folder.path().join(name)).expect("a database");
        let mut rows = Vec::new();
        for table in ["articles", "mentions", "incidents", "casualties", "article_sources"] {
            let columns: Vec<String> = db
                .prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'ingested_at'")
                .expect("columns")
                .query_map([table], |row| row.get(0))
                .expect("columns")
                .collect::<Result<_, _>>()
                .expect("columns");
            let sql = format!("SELECT json_array({}) FROM {table} ORDER BY 1", columns.join(", "));
            let found: Vec<String> = db
                .prepare(&sql)
                .expect("rows")
                .query_map([], |row| row.get(0))
                .expect("rows")
                .collect::<Result<_, _>>()
                .expect("rows");
            rows.extend(found);
        }
        rows
    };
    assert_eq!(rows("one.db"), rows("two.db"));
}

#[test]
fn a_line_that_is_no_extraction_is_refused_by_number() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("lines.jsonl"), "\n{\"id\": 1}\n").expect("a file");
    let (code, _, err) = pipeline(folder.path(), &["load", "lines.jsonl", "absent.jsonl"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("lines.jsonl:2:") && err.contains("absent.jsonl"), "{err}");
}

#[test]
fn what_cannot_be_done_is_one_line_and_three() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("notes.db"),
        "these are notes and no database, although the name says that they are one, dear reader",
    )
    .expect("a file");
    for command in
        [&["link", "--db", "absent.db"][..], &["check", "--db", "absent.db"], &["load", "--db", "notes.db", "x.jsonl"]]
    {
        let (code, out, err) = pipeline(folder.path(), command);
        assert_eq!((code, out.as_str(), err.lines().count()), (3, "", 1), "{command:?}: {err}");
        assert!(err.contains(".db"), "{err}");
    }
    assert!(!folder.path().join("absent.db").exists());
}

#[test]
fn migrate_shows_what_is_there_and_brings_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, out, _) = pipeline(folder.path(), &["migrate", "--status"]);
    assert_eq!(code, 0);
    assert!(out.lines().count() > 10 && out.lines().all(|line| line.ends_with("\tpending")), "{out}");
    assert!(!folder.path().join("ours.db").exists());
    assert_eq!(pipeline(folder.path(), &["migrate"]).0, 0);
    let (_, out, _) = pipeline(folder.path(), &["migrate", "--status"]);
    assert!(out.lines().all(|line| line.ends_with("\tapplied")), "{out}");
}

#[test]
fn a_database_that_may_not_be_written_to_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pipeline(folder.path(), &["migrate"]).0, 0);
    let file = folder.path().join("ours.db");
    let mut permissions = std::fs::metadata(&file).expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&file, permissions).expect("a file");
    if std::fs::OpenOptions::new().write(true).open(&file).is_ok() {
        // a superuser may write to anything
        return;
    }
    let (code, _, err) = pipeline(folder.path(), &["link"]);
    assert_eq!((code, err.lines().count()), (3, 1), "{err}");
    assert!(err.contains("may not be written to"), "{err}");
}
