//! README.md shows what the program does: every command in it is run here, and what follows it is what comes out.
//!
//! After a change that alters the output, `UPDATE_README=1 cargo test --test readme` writes the new output into the page.
//! Enters: `README.md`. Leaves: nothing; a block that differs is shown beside what came out.
//! Example: under `$ pipeline ingest seeds/articles` stands the line that it prints.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A line of dots stands for any further lines.
const AND_SO_ON: &str = "…";

#[test]
fn what_the_readme_shows_is_what_comes_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for part in ["seeds/articles", "seeds/gold"] {
        for entry in fs::read_dir(root.join(part)).unwrap() {
            let path = entry.unwrap().path();
            let to = folder.path().join(part);
            fs::create_dir_all(&to).unwrap();
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    let mut shown = String::new();
    let mut commands = 0;
    for (at, part) in page.split("```").enumerate() {
        let fence = if at == 0 { "" } else { "```" };
        match part.strip_prefix("console\n").filter(|_| at % 2 == 1) {
            Some(block) => {
                let _ = write!(shown, "{fence}console\n{}", replay(block, folder.path(), &mut commands));
            }
            None => {
                let _ = write!(shown, "{fence}{part}");
            }
        }
    }
    assert!(commands > 5, "the page shows commands");
    #[expect(clippy::disallowed_methods, reason = "a test may be told to write")]
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(root.join("README.md"), shown).unwrap();
    } else {
        let differ = page.lines().zip(shown.lines()).find(|(old, new)| old != new);
        assert!(page == shown, "README.md is out of date; first at {differ:?}; see the head of tests/readme.rs");
    }
}

/// The block with the output that each of its commands gives now.
fn replay(block: &str, folder: &Path, commands: &mut usize) -> String {
    let mut replayed = String::new();
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        let mut command = line.strip_prefix("$ ").unwrap_or_else(|| panic!("no command in {line:?}")).to_owned();
        let _ = writeln!(replayed, "{line}");
        while command.matches('"').count() % 2 == 1 {
            let more = lines.next().unwrap();
            let _ = write!(command, "\n{more}");
            let _ = writeln!(replayed, "{more}");
        }
        let mut old = Vec::new();
        while let Some(output) = lines.next_if(|line| !line.starts_with("$ ")) {
            old.push(output);
        }
        let new = output(&command, folder);
        *commands += 1;
        let kept = if old.last() == Some(&AND_SO_ON) { old.len() - 1 } else { usize::MAX };
        for line in new.lines().take(kept) {
            let _ = writeln!(replayed, "{line}");
        }
        if kept < usize::MAX {
            let _ = writeln!(replayed, "{AND_SO_ON}");
        }
    }
    replayed
}

/// What a command prints, stderr before stdout.
fn output(command: &str, folder: &Path) -> String {
    if let Some(query) = command.strip_prefix("sqlite3 incidents.db ") {
        return rows(&folder.join("incidents.db"), query.trim_matches('"'));
    }
    let words: Vec<&str> = command.split(' ').collect();
    assert_eq!(words[0], "pipeline", "{command}");
    let run = Command::cargo_bin("pipeline").unwrap().current_dir(folder).args(&words[1..]).output().unwrap();
    assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8([run.stderr, run.stdout].concat()).unwrap()
}

/// Rows as sqlite3 prints them: values set apart by `|`, nothing for NULL.
fn rows(database: &Path, query: &str) -> String {
    let db = Connection::open(database).unwrap();
    let mut statement = db.prepare(query).unwrap_or_else(|error| panic!("{query}: {error}"));
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut text = String::new();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<String> = (0..columns)
            .map(|at| match row.get_ref(at).unwrap() {
                ValueRef::Null => String::new(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => format!("{number:?}"),
                ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into_owned(),
            })
            .collect();
        let _ = writeln!(text, "{}", values.join("|"));
    }
    text
}
