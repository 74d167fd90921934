//! `gazetteer import` as it is typed: a dump in, places that the readers know from then on.
//!
//! Enters: a dump of `GeoNames`. Leaves: nothing.
//! Example: a hamlet of 200 people is no place before the import, and the place of its attack after it.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

fn pipeline(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("pipeline").unwrap();
    command.current_dir(folder).env_remove("PIPELINE_GAZETTEER");
    command
}

fn line(id: u32, name: &str, others: &str, code: &str, north: &str) -> String {
    let class = if code.starts_with("ADM") { "A" } else { "P" };
    format!(
        "{id}\t{name}\t{name}\t{others}\t{north}\t70.9\t{class}\t{code}\tAF\t\t34\t\t\t\t300\t\t900\tAsia/Kabul\t2020-01-01\n"
    )
}

fn dump(folder: &Path) {
    let hamlet = line(900_001, "Shorwandi Kalay", "Shorvandi Kili", "PPL", "34.7111");
    let province = line(900_002, "Wilayat-e Kunar", "", "ADM1", "34.8");
    fs::write(folder.join("dump.txt"), hamlet + &province).unwrap();
}

const ARTICLE: &str = "Gunmen killed four farmers in Shorvandi Kili in eastern Afghanistan on Monday.";

fn location(folder: &Path) -> (serde_json::Value, String) {
    let out =
        pipeline(folder).args(["extract", "-q"]).write_stdin(ARTICLE).assert().code(0).get_output().stdout.clone();
    let row: serde_json::Value = serde_json::from_slice(&out).unwrap();
    (row["incidents"][0]["location"].clone(), row["extractor"].as_str().unwrap().to_owned())
}

#[test]
fn imported_places_are_found_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    dump(folder.path());
    let (before, extractor) = location(folder.path());
    assert!(before["latitude"].is_null());
    pipeline(folder.path()).args(["gazetteer", "import", "dump.txt"]).assert().code(0);
    let (after, with_places) = location(folder.path());
    assert_eq!(after["place"], "Shorwandi Kalay");
    assert_eq!(after["place_text"], "Shorvandi Kili");
    assert_eq!(after["admin1"], "Kunar");
    assert_eq!(after["latitude"], 34.7111);
    // articles that were read without these places are stale
    assert!(with_places.starts_with(&extractor) && with_places != extractor);
}

#[test]
fn importing_again_changes_nothing_and_updates_what_moved() {
    let folder = tempfile::tempdir().unwrap();
    dump(folder.path());
    let import = || pipeline(folder.path()).args(["gazetteer", "import", "dump.txt"]).assert().code(0);
    import();
    let table = fs::read_to_string(folder.path().join("gazetteer.tsv")).unwrap();
    import();
    assert_eq!(fs::read_to_string(folder.path().join("gazetteer.tsv")).unwrap(), table);
    fs::write(folder.path().join("dump.txt"), line(900_001, "Shorwandi Kalay", "", "PPL", "34.9")).unwrap();
    import();
    let moved = fs::read_to_string(folder.path().join("gazetteer.tsv")).unwrap();
    assert_eq!(moved.lines().count(), table.lines().count());
    assert!(moved.contains("34.9") && !moved.contains("34.7111"));
}

#[test]
fn what_is_no_dump_is_refused_and_the_table_stays() {
    let folder = tempfile::tempdir().unwrap();
    dump(folder.path());
    pipeline(folder.path()).args(["gazetteer", "import", "dump.txt"]).assert().code(0);
    let table = fs::read_to_string(folder.path().join("gazetteer.tsv")).unwrap();
    fs::write(folder.path().join("notes.txt"), "no dump\n").unwrap();
    pipeline(folder.path()).args(["gazetteer", "import", "notes.txt"]).assert().code(3);
    pipeline(folder.path()).args(["gazetteer", "import", "missing.txt"]).assert().code(3);
    assert_eq!(fs::read_to_string(folder.path().join("gazetteer.tsv")).unwrap(), table);
    // a few bad lines cost only themselves
    let mixed = format!("no line\n{}", line(900_005, "Tangi Shorwand", "", "PPL", "34.6"));
    fs::write(folder.path().join("mixed.txt"), mixed).unwrap();
    pipeline(folder.path()).args(["gazetteer", "import", "mixed.txt"]).assert().code(1);
}

#[test]
fn a_table_asked_for_by_name_must_be_there_and_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let extract = |table: &str| {
        pipeline(folder.path()).args(["extract", "-q", "--gazetteer", table]).write_stdin(ARTICLE).assert()
    };
    extract("none.tsv").code(3);
    fs::write(folder.path().join("other.tsv"), "a\tb\n").unwrap();
    extract("other.tsv").code(3);
}
