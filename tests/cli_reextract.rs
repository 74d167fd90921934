//! `pipeline reextract`: what changes is shown cell by cell, and kept only where that is accepted.
//!
//! Enters: a database whose articles another program is said to have read. Leaves: nothing.
//! Example: a toll that stands as 9 in the database and is 4 in the text is a line `casualties … low,9,4`.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rusqlite::Connection;

fn run(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = Command::cargo_bin("pipeline").unwrap().current_dir(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn ask(folder: &Path, sql: &str) -> String {
    let db = Connection::open(folder.join("incidents.db")).unwrap();
    db.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap()
}

/// Two articles, the first as an older program misread it.
fn misread() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    let at = |name: &str| folder.path().join("articles").join(name);
    fs::write(at("a.txt"), "On 3 May 2024 gunmen killed four people at a market in Herat, Afghanistan.").unwrap();
    fs::write(at("b.txt"), "On 9 June 2024 a car bomb killed seven soldiers in Baqubah, Iraq.").unwrap();
    run(folder.path(), &["ingest", "articles"]);
    let db = Connection::open(folder.path().join("incidents.db")).unwrap();
    db.execute_batch(
        "UPDATE articles SET extractor = 'pipeline 0.0.9 rules:old' WHERE text LIKE '%Herat%';
         UPDATE casualties SET low = 9, high = 9 WHERE words LIKE '%four people%';
         DELETE FROM mention_attack_types WHERE article_id = (SELECT id FROM articles WHERE text LIKE '%Herat%');",
    )
    .unwrap();
    folder
}

const TOLL: &str = "SELECT killed_low || '' FROM incident_summary WHERE place = 'Herat'";

#[test]
fn changes_are_shown_and_nothing_is_kept_unasked() {
    let folder = misread();
    let (lines, said) = run(folder.path(), &["reextract"]);
    let key = ask(folder.path(), "SELECT key FROM mentions WHERE place = 'Herat'");
    let expected = [
        "article,table,row,column,old,new".to_owned(),
        format!("a,casualties,\"{key} killed victim \"\"killed four people\"\"\",high,9,4"),
        format!("a,casualties,\"{key} killed victim \"\"killed four people\"\"\",low,9,4"),
        format!("a,mention_attack_types,{key} armed_assault,code,,armed_assault"),
        format!("a,mention_totals,{key},killed_high,9,4"),
        format!("a,mention_totals,{key},killed_low,9,4"),
        ",incident_summary,2024-05-03-herat,attack_types,,armed_assault".to_owned(),
        ",incident_summary,2024-05-03-herat,killed_best,9,4".to_owned(),
        ",incident_summary,2024-05-03-herat,killed_high,9,4".to_owned(),
        ",incident_summary,2024-05-03-herat,killed_low,9,4".to_owned(),
    ];
    let without_title: Vec<&str> = lines.lines().filter(|line| !line.contains(",title,")).collect();
    assert_eq!(without_title, expected);
    assert!(said.contains("1 article read again"), "{said}");
    assert!(said.contains("nothing was changed"), "{said}");
    assert_eq!(ask(folder.path(), TOLL), "9");
    assert_eq!(ask(folder.path(), "SELECT count(*) || '' FROM runs WHERE command = 'reextract'"), "0");
}

#[test]
fn what_is_accepted_stands_under_the_same_names() {
    let folder = misread();
    let names =
        "SELECT group_concat(m.key || i.uid, ' ') FROM mentions AS m JOIN incidents AS i ON i.id = m.incident_id";
    let before = ask(folder.path(), names);
    run(folder.path(), &["reextract", "--accept"]);
    assert_eq!(ask(folder.path(), TOLL), "4");
    assert_eq!(ask(folder.path(), names), before);
    assert_eq!(ask(folder.path(), "SELECT updated || '' FROM runs WHERE command = 'reextract'"), "1");
    let (lines, _) = run(folder.path(), &["reextract"]);
    assert_eq!(lines.lines().count(), 1, "nothing is left to read: {lines}");
    let (lines, said) = run(folder.path(), &["reextract", "--all"]);
    assert_eq!(lines.lines().count(), 1, "reading again what this program read changes nothing: {lines}");
    assert!(said.contains("2 articles read again"), "{said}");
    run(folder.path(), &["check"]);
}

#[test]
fn ingest_reads_nothing_again_but_says_so() {
    let folder = misread();
    let (_, said) = run(folder.path(), &["ingest", "articles"]);
    assert!(said.contains("1 article read by an older extractor"), "{said}");
    assert_eq!(ask(folder.path(), TOLL), "9");
}
