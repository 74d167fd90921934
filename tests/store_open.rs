//! Opening: new, again, foreign, newer, read-only.
//!
//! Enters: databases. Leaves: nothing.
//! Example: a database of another program is refused, and not a byte of it changes.

mod fixture;

use fixture::Desk;
use pipeline::store::Store;
use rusqlite::Connection;

fn refusal(result: pipeline::error::Result<Store>) -> String {
    let line = result.expect_err("a refusal").to_string();
    assert!(!line.contains('\n'), "{line}");
    line
}

#[test]
fn a_new_database_has_the_newest_schema_and_opens_again() {
    let desk = Desk::new();
    let path = desk.path();
    let before = desk.row("SELECT group_concat(sql) FROM sqlite_schema");
    assert_eq!(desk.row("PRAGMA application_id"), "1885958245");
    assert_eq!(desk.row("PRAGMA journal_mode"), "wal");
    assert_eq!(desk.row("PRAGMA foreign_keys"), "1");
    drop(desk.store);
    let again = Store::open(&path).expect("a database");
    let after: String = again
        .connection()
        .query_row("SELECT group_concat(sql) FROM sqlite_schema", [], |row| row.get(0))
        .expect("a schema");
    assert_eq!(before, after);
    assert!(Store::status(&path).expect("a status").iter().all(|step| step.applied));
}

#[test]
fn every_table_is_strict() {
    let desk = Desk::new();
    let lax = desk.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'refinery_%'",
    );
    assert_eq!(lax, Vec::<String>::new());
}

#[test]
fn every_view_answers() {
    let desk = Desk::new();
    let views = desk.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
    assert_eq!(views.len(), 26, "{views:?}");
    for view in views {
        assert_eq!(desk.row(&format!("SELECT count(*) FROM {view}")), "0", "{view}");
    }
}

#[test]
fn a_foreign_database_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("other.db");
    Connection::open(&path).expect("a file").execute_batch("CREATE TABLE history (url TEXT)").expect("a table");
    let before = std::fs::read(&path).expect("bytes");
    assert!(refusal(Store::open(&path)).contains("another program's tables"));
    assert_eq!(std::fs::read(&path).expect("bytes"), before);
    let text = folder.path().join("notes.txt");
    std::fs::write(
        &text,
        "no database at all, but long enough to have a header of its own: one hundred bytes and some more of them",
    )
    .expect("a file");
    assert!(refusal(Store::open(&text)).contains("is no SQLite database"));
    assert!(refusal(Store::open(folder.path())).contains("is a folder"));
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    let path = desk.path();
    desk.store
        .connection()
        .execute(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) VALUES (999, 'later', '', '1')",
            [],
        )
        .expect("a row");
    drop(desk.store);
    let before = std::fs::read(&path).expect("bytes");
    assert!(refusal(Store::open(&path)).contains("newer"));
    assert!(refusal(Store::read(&path)).contains("newer"));
    assert_eq!(std::fs::read(&path).expect("bytes"), before);
}

#[test]
fn what_is_not_there_is_not_made_by_looking() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("incidents.db");
    assert!(refusal(Store::existing(&path)).contains("no such database"));
    assert!(refusal(Store::read(&path)).contains("no such database"));
    assert!(Store::status(&path).expect("a status").iter().all(|step| !step.applied));
    assert!(!path.exists());
}

#[test]
fn the_rows_of_a_user_outlive_an_upgrade() {
    let desk = Desk::new();
    let path = desk.path();
    let db = desk.store.connection();
    db.execute("INSERT INTO groups (name, kind) VALUES ('Swords of Zabul', 'armed_group')", []).expect("a row");
    db.execute("UPDATE countries SET name = 'Our name', origin = 'user' WHERE code = 'PK'", []).expect("a row");
    db.execute("UPDATE countries SET name = 'Spoiled' WHERE code = 'AF'", []).expect("a row");
    db.execute("UPDATE seed_loads SET sha256 = replace(hex(zeroblob(32)), '00', '00')", []).expect("an older seed");
    drop(desk.store);
    let store = Store::open(&path).expect("a database");
    let name = |sql: &str| store.connection().query_row(sql, [], |row| row.get::<_, String>(0)).expect("a row");
    assert_eq!(name("SELECT name FROM countries WHERE code = 'PK'"), "Our name");
    assert_eq!(name("SELECT name FROM countries WHERE code = 'AF'"), "Afghanistan");
    assert_eq!(name("SELECT origin FROM groups WHERE name = 'Swords of Zabul'"), "user");
}
