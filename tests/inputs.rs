//! Bad inputs beside good ones, and databases that cannot be written: what `ingest` says, and how it ends.
//!
//! Enters: files and databases in every poor state. Leaves: nothing.
//! Example: an empty file among three articles is named on one line, the other two are stored, and the exit code is 1.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rusqlite::Connection;

const GOOD: &str = "On 3 May 2024 gunmen killed four people at a market in Herat, Afghanistan.";
const ALSO_GOOD: &str = "On 9 June 2024 a car bomb killed seven soldiers in Baqubah, Iraq.";

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::cargo_bin("pipeline").unwrap().current_dir(folder).args(arguments).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn count(db: &Path, sql: &str) -> i64 {
    Connection::open(db).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The only line of `said` that names `input`.
fn line<'a>(said: &'a str, input: &str) -> &'a str {
    let lines: Vec<&str> = said.lines().filter(|line| line.contains(input)).collect();
    assert_eq!(lines.len(), 1, "{input}: {said}");
    lines[0]
}

#[test]
fn bad_inputs_are_named_one_by_one_and_the_good_ones_are_done() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good.txt"), GOOD).unwrap();
    fs::write(at("empty.txt"), "").unwrap();
    fs::create_dir(at("hollow")).unwrap();
    fs::write(at("latin.txt"), b"Four killed in Bogot\xe1").unwrap();
    fs::write(at("program"), b"\x7fELF\x02\x01\x01\0\0\0\0\0\0killed four people").unwrap();
    fs::write(at("broken.jsonl"), "{\"text\": \"Ten killed\n").unwrap();
    fs::write(at("last.txt"), ALSO_GOOD).unwrap();
    let (code, said) = run(
        folder.path(),
        &[
            "ingest",
            "good.txt",
            "missing.txt",
            "empty.txt",
            "hollow",
            "latin.txt",
            "program",
            "broken.jsonl",
            "last.txt",
        ],
    );
    assert_eq!(code, 1, "{said}");
    for (input, reason) in [
        ("missing.txt", "no such file"),
        ("empty.txt", "no text"),
        ("hollow", "no articles"),
        ("latin.txt", "not UTF-8"),
        ("program", "binary"),
        ("broken.jsonl", "not JSON"),
    ] {
        assert!(line(&said, input).contains(reason), "{input}: {said}");
    }
    assert!(!said.contains("panicked") && !said.contains("good.txt") && !said.contains("last.txt"), "{said}");
    assert!(said.contains("2 articles new") && said.contains("6 refused"), "{said}");
    let db = at("incidents.db");
    assert_eq!(count(&db, "SELECT count(*) FROM articles WHERE status = 'relevant'"), 2);
    assert_eq!(count(&db, "SELECT count(*) FROM incidents"), 2);
    assert_eq!(run(folder.path(), &["check"]).0, 0);
}

#[test]
fn nothing_but_bad_inputs_is_still_one() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = run(folder.path(), &["ingest", "missing.txt"]);
    assert_eq!(code, 1, "{said}");
    assert!(line(&said, "missing.txt").contains("no such file"), "{said}");
}

#[test]
fn a_database_in_use_is_named_and_three() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    assert_eq!(run(folder.path(), &["migrate"]).0, 0);
    let other = Connection::open(folder.path().join("incidents.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (code, said) = run(folder.path(), &["-q", "ingest", "good.txt"]);
    assert_eq!((code, said.lines().count()), (3, 1), "{said}");
    assert!(said.contains("incidents.db") && said.contains("in use"), "{said}");
    other.execute_batch("ROLLBACK").unwrap();
    let (code, said) = run(folder.path(), &["-q", "ingest", "good.txt"]);
    assert_eq!((code, said.as_str()), (0, ""));
}

#[test]
fn a_database_that_cannot_be_is_named_and_three() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    fs::write(folder.path().join("notes.db"), GOOD.repeat(20)).unwrap();
    fs::create_dir(folder.path().join("folder.db")).unwrap();
    for db in ["notes.db", "folder.db", "no/such/place.db", "good.txt/in.db"] {
        let (code, said) = run(folder.path(), &["-q", "ingest", "--db", db, "good.txt"]);
        assert_eq!((code, said.lines().count()), (3, 1), "{db}: {said}");
        assert!(said.contains(db), "{said}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("notes.db")).unwrap(), GOOD.repeat(20));
}

#[test]
fn a_database_that_may_only_be_read_is_named_and_three() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    assert_eq!(run(folder.path(), &["migrate"]).0, 0);
    let db = folder.path().join("incidents.db");
    let before = fs::read(&db).unwrap();
    let mut permissions = fs::metadata(&db).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&db, permissions).unwrap();
    if fs::OpenOptions::new().write(true).open(&db).is_ok() {
        // a superuser may write to anything
        return;
    }
    let (code, said) = run(folder.path(), &["-q", "ingest", "good.txt"]);
    assert_eq!((code, said.lines().count()), (3, 1), "{said}");
    assert!(said.contains("incidents.db") && said.contains("may not be written to"), "{said}");
    assert_eq!(fs::read(&db).unwrap(), before);
}
