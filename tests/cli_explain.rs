//! `explain` on a stored incident with two accounts, and on files.
//!
//! Enters: a database or articles. Leaves: nothing.
//! Example: the explanation of a toll of ten shows `Six officers` and `four civilians` as what it adds up.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

const FIRST: &str = "Gunmen <b>attacked</b> a police station in Chodwan on 5 February 2024. Six officers and four civilians were killed.";
const LATER: &str = "The raid on the police station in Chodwan on 5 February 2024 killed 12 people, the army said.";

fn quote(text: &str, words: &str) -> Value {
    let start = text.find(words).unwrap();
    json!({"quote": words, "start": start, "end": start + words.len()})
}

fn with(mut object: Value, more: &Value) -> Value {
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object
}

fn figure(text: &str, words: &str, number: u32, standing: &str, extent: &str) -> Value {
    let more = json!({
        "outcome": "killed", "party": "victim", "population": "unknown", "low": number, "high": number, "qualifier": "exact",
        "scope": "attack", "extent": extent, "standing": standing, "includes_perpetrators": null, "reported_by": null,
        "reported_by_kind": "narrator", "rule": "casualty.test",
    });
    with(quote(text, words), &more)
}

fn article(id: &str, published: &str, text: &str, anchor: &str, killed: u32, figures: &[Value]) -> String {
    let words = quote(text, "5 February 2024");
    let incident = with(
        quote(text, anchor),
        &json!({
            "primary": true,
            "date": {"start": "2024-02-05", "end": "2024-02-05", "precision": "day", "basis": "stated",
                     "quote": words["quote"], "start_byte": words["start"], "end_byte": words["end"]},
            "location": with(quote(text, "Chodwan"), &json!({"country": "Pakistan", "country_code": "PK", "admin1": null, "admin2": null,
                "place": "Chodwan", "place_text": "Chodwan", "site": "police station", "latitude": null, "longitude": null, "precision": "place"})),
            "attack_types": [with(quote(text, anchor), &json!({"code": "armed_assault"}))],
            "suicide": false, "outcome": "completed", "weapons": [],
            "targets": [with(quote(text, "police station"), &json!({"type": "police", "kind": "facility", "named": false, "text": "police station"}))],
            "killed": {"low": killed, "high": killed, "includes_perpetrators": null}, "injured": null, "perpetrators_killed": null,
            "groups": [], "claim_status": "not_mentioned", "casualties": figures, "claims": [],
        }),
    );
    let sum = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    json!({
        "id": id, "sha256": sum, "uri": format!("{id}.txt"), "format": "text", "title": null, "publisher": "Lamp", "published": published,
        "language": "en", "text": text, "relevant": true, "reason": null, "extractor": "pipeline 0 rules:0", "incidents": [incident],
        "relations": [],
    })
    .to_string()
}

fn loaded(folder: &Path) -> std::path::PathBuf {
    let parts =
        [figure(FIRST, "Six officers", 6, "summed", "part"), figure(FIRST, "four civilians", 4, "summed", "part")];
    let later = [figure(LATER, "12 people", 12, "stands", "total")];
    let lines = [
        article("first", "2024-02-06", FIRST, "attacked", 10, &parts),
        article("later", "2024-02-08", LATER, "raid on the police station", 12, &later),
    ];
    let db = folder.join("incidents.db");
    let mut load = Command::cargo_bin("pipeline").unwrap();
    load.args(["load", "-q", "--db"]).arg(&db).write_stdin(lines.join("\n")).assert().code(0);
    db
}

#[test]
fn a_stored_incident_shows_words_arithmetic_and_links() {
    let folder = tempfile::tempdir().unwrap();
    let db = loaded(folder.path());
    let page = folder.path().join("page.html");
    let mut explain = Command::cargo_bin("pipeline").unwrap();
    let run =
        explain.args(["explain", "2024-02-05-chodwan", "--db"]).arg(&db).arg("--html").arg(&page).assert().code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    for line in [
        "killed, victims: 6 + 4 = 10",
        "killed, victims: 12 = 12",
        "12 (low 10, high 12)",
        "“Six officers” 71..83",
        "rule casualty.test",
        "2024-02-05 — day precision, stated",
        "killed, victims: 1. 12, “12 people” (Lamp, 2024-02-08; the article itself) gives best",
        "killed, victims: 2. 10, “Six officers”, “four civilians” (Lamp, 2024-02-06; the article itself)",
        "killed = 12 (low 10, high 12)",
        "joined (same,",
    ] {
        assert!(text.contains(line), "no {line:?} in\n{text}");
    }
    let html = fs::read_to_string(page).unwrap();
    assert!(html.contains("&lt;b&gt;") && !html.contains("<b>"), "the article's markup must not be the page's");
}

#[test]
fn a_file_is_read_on_the_fly_and_touches_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, FIRST).unwrap();
    let mut explain = Command::cargo_bin("pipeline").unwrap();
    let run = explain.current_dir(folder.path()).args(["explain", "a.txt"]).assert().code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.contains("Six officers and four civilians were killed."), "{text}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    fs::write(&path, "").unwrap();
    Command::cargo_bin("pipeline").unwrap().arg("explain").arg(&path).assert().code(1);
}

#[test]
fn what_is_neither_is_said_to_be_neither() {
    let folder = tempfile::tempdir().unwrap();
    let db = loaded(folder.path());
    let mut explain = Command::cargo_bin("pipeline").unwrap();
    let run = explain.args(["explain", "2024-02-05-nowhere", "--db"]).arg(&db).assert().code(3);
    let said = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(said.contains("2024-02-05-nowhere: is no file and no incident of"), "{said}");
    let mut explain = Command::cargo_bin("pipeline").unwrap();
    explain.args(["explain", "x", "--db"]).arg(folder.path().join("no.db")).assert().code(3);
    assert!(!folder.path().join("no.db").exists(), "looking makes no database");
}
