//! The same articles give the same incidents: in any order, in batches of any size, on any number of threads, twice.
//!
//! Enters: the sample articles and the two of the acceptance story. Leaves: nothing.
//! Example: ten articles at once or one after the other give the same rows of `incidents`.
#![allow(clippy::unwrap_used)]

mod fixture;

use std::path::Path;
use std::process::Command;

use fixture::{Desk, daraban, dera_ismail_khan};
use pipeline::extract::extract;
use pipeline::read::{Options, Sources};
use pipeline::resolve::mention::Extraction;
use rusqlite::Connection;

const FOLDER: &str = "seeds/articles";

fn articles() -> Vec<Extraction> {
    let read = Sources::new([FOLDER], Options::default()).map(|source| extract(&source.unwrap()));
    read.chain([daraban(), dera_ismail_khan()]).collect()
}

/// A known order for each seed: a linear congruence draws, Fisher and Yates swap.
fn shuffled(mut articles: Vec<Extraction>, seed: u64) -> Vec<Extraction> {
    let mut state = seed;
    for at in (1..articles.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        articles.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
    }
    articles
}

fn names(db: &Connection, sql: &str) -> Vec<String> {
    db.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Every cell of a table or view but the named columns, a row a line, sorted.
fn rows(db: &Connection, table: &str, but: &[&str]) -> Vec<String> {
    let columns: Vec<String> = names(db, &format!("SELECT name FROM pragma_table_info('{table}')"))
        .into_iter()
        .filter(|column| !but.contains(&column.as_str()))
        .collect();
    let cells: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    let mut rows = names(db, &format!("SELECT concat_ws('|', {}) FROM {table}", cells.join(", ")));
    rows.sort();
    rows
}

/// The incidents with their accounts, without what is numbered by arrival.
fn incidents(db: &Connection) -> Vec<String> {
    let mut told = names(
        db,
        "SELECT group_concat(key, ' ') FROM (SELECT incident_id, key FROM mentions WHERE incident_id IS NOT NULL ORDER BY key)
         GROUP BY incident_id ORDER BY 1",
    );
    for (table, but) in [
        ("incident_summary", &["uid", "incident_id"][..]),
        ("incident_summary_gtd", &["uid", "incident_id"]),
        ("incident_summary_acled", &["uid", "incident_id"]),
        ("incident_summary_muc4", &["uid", "incident_id"]),
        ("incidents", &["id", "uid"]),
        ("incident_figures", &["uid", "incident_id", "casualty_id", "mention_id", "article_id"]),
        ("conflicting_figures", &["uid", "incident_id", "casualty_id", "mention_id", "article_id"]),
        ("mentions", &["id", "incident_id", "article_id"]),
        ("casualties", &["id", "incident_id", "mention_id", "article_id"]),
        ("claims", &["id", "incident_id", "mention_id", "article_id", "claimant_group_id", "about_group_id"]),
    ] {
        told.extend(rows(db, table, but).into_iter().map(|row| format!("{table}: {row}")));
    }
    told
}

fn assert_same(left: &[String], right: &[String], what: &str) {
    let odd: Vec<&String> = left
        .iter()
        .filter(|row| !right.contains(row))
        .chain(right.iter().filter(|row| !left.contains(row)))
        .take(6)
        .collect();
    assert!(left == right, "{what}: {odd:#?}");
}

fn loaded(articles: &[Extraction], batch: usize) -> Desk {
    let mut desk = Desk::new();
    for some in articles.chunks(batch) {
        assert_eq!(desk.load(some).1, Vec::<String>::new());
    }
    desk
}

#[test]
fn order_and_batches_change_no_incident() {
    let articles = articles();
    let first = loaded(&articles, articles.len());
    let expected = incidents(first.store.connection());
    assert!(expected.len() > articles.len());
    for (seed, batch) in [(1, 1), (2, 1), (3, 2), (4, 5), (5, articles.len()), (6, 3)] {
        let desk = loaded(&shuffled(articles.clone(), seed), batch);
        assert_same(&incidents(desk.store.connection()), &expected, &format!("order {seed} in batches of {batch}"));
        assert_eq!(desk.store.check().unwrap(), []);
    }
}

fn ingest(db: &Path, arguments: &[&str], paths: &[String]) {
    let done = Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .args(["-q", "ingest", "--db"])
        .arg(db)
        .args(arguments)
        .args(paths)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
}

fn files() -> Vec<String> {
    let mut files: Vec<String> = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| format!("{FOLDER}/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    files.sort();
    files
}

#[test]
fn threads_and_the_order_of_paths_change_no_incident() {
    let folder = tempfile::tempdir().unwrap();
    let told = |name: &str, jobs: &str, paths: &[String]| {
        let db = folder.path().join(name);
        ingest(&db, &["-j", jobs], paths);
        incidents(&Connection::open(&db).unwrap())
    };
    let expected = told("one.db", "1", &files());
    assert!(!expected.is_empty());
    let backwards: Vec<String> = files().into_iter().rev().collect();
    for (name, jobs, paths) in
        [("two.db", "2", files()), ("folder.db", "4", vec![FOLDER.to_owned()]), ("back.db", "3", backwards)]
    {
        assert_same(&told(name, jobs, &paths), &expected, name);
    }
}

/// Every cell of every table but the log of runs.
fn dump(db: &Path) -> Vec<String> {
    let db = Connection::open(db).unwrap();
    let tables = names(
        &db,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('runs', 'outcomes') ORDER BY name",
    );
    assert!(tables.len() > 15, "{tables:?}");
    tables
        .iter()
        .flat_map(|table| rows(&db, table, &[]).into_iter().map(move |row| format!("{table}: {row}")))
        .collect()
}

#[test]
fn twice_is_once() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("incidents.db");
    ingest(&db, &[], &files());
    let once = dump(&db);
    ingest(&db, &[], &files());
    assert_same(&dump(&db), &once, "the second time");
    let linked = Command::new(env!("CARGO_BIN_EXE_pipeline")).args(["-q", "link", "--db"]).arg(&db).status().unwrap();
    assert!(linked.success());
    assert_same(&dump(&db), &once, "linked again");
}

#[test]
fn a_uid_given_once_is_never_given_to_another() {
    let articles = articles();
    let mut desk = Desk::new();
    let mut known: Vec<String> = Vec::new();
    for one in shuffled(articles, 7) {
        desk.load(std::slice::from_ref(&one));
        let now = names(desk.store.connection(), "SELECT uid FROM incident_uids ORDER BY uid");
        let lost: Vec<&String> = known.iter().filter(|uid| !now.contains(uid)).collect();
        assert!(lost.is_empty(), "{lost:?} lead nowhere after {}", one.id);
        known = now;
    }
}
