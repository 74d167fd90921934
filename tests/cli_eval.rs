//! `eval` on a gold set that is small enough to count by hand.
//!
//! Enters: answers and extractions. Leaves: nothing.
//! Example: two of three stated places found is a recall of 0.67.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn write(folder: &Path, name: &str, rows: &[Value]) {
    let lines: Vec<String> = rows.iter().map(ToString::to_string).collect();
    fs::write(folder.join(name), lines.join("\n")).unwrap();
}

/// Two articles with three incidents; one is found with a wrong toll, one is right, one is missed, one is invented.
fn set(folder: &Path) {
    let daraban = json!({"primary": true, "date": {"start": "2023-12-12", "precision": "day"}, "country": "Pakistan", "place": "Daraban",
        "attack_types": ["suicide_bombing"], "killed": {"low": 23, "high": null}, "injured": 34, "claim_status": "claimed",
        "groups": [{"name": "Tehreek-e-Jihad Pakistan", "role": "claimed"}, {"name": "militants", "role": "stated_as_fact", "generic": true}]});
    let peshawar = json!({"primary": false, "date": {"start": "2022-03-04", "precision": "month"}, "country": "Pakistan", "place": "Peshawar",
        "attack_types": ["bombing"], "killed": {"low": null, "high": null}});
    let lahore = json!({"primary": true, "date": "2016-03-27", "country": "Pakistan", "place": "Lahore", "attack_types": ["bombing"], "killed": 70});
    write(
        folder,
        "gold.jsonl",
        &[
            json!({"id": "a", "gold": {"relevant": true, "incidents": [daraban, peshawar]}}),
            json!({"id": "b", "gold": {"relevant": true, "incidents": [lahore]}}),
            json!({"id": "c", "gold": {"relevant": false, "incidents": []}}),
        ],
    );
    let found = json!({"primary": true, "date": {"start": "2023-12-12", "end": "2023-12-12", "precision": "day", "basis": "stated"},
        "location": {"country": "Pakistan", "admin1": "Khyber Pakhtunkhwa", "place": "Daraban"},
        "attack_types": [{"code": "suicide_bombing"}, {"code": "bombing"}], "killed": {"low": 23, "high": 23}, "injured": {"low": 34, "high": 34},
        "perpetrators_killed": {"low": 1, "high": 1}, "groups": [{"name": "Tehrik-e-Jihad Pakistan", "attribution": "suspected"}], "claim_status": "claimed"});
    let wrong = json!({"primary": true, "date": {"start": "2016-03-27", "precision": "day"}, "location": {"country": "Pakistan", "place": "Lahore"},
        "attack_types": [{"code": "bombing"}], "killed": {"low": 65, "high": null}});
    let invented =
        json!({"primary": true, "location": {"country": "Nigeria", "place": "Jos"}, "killed": {"low": 3, "high": 3}});
    write(
        folder,
        "predicted.jsonl",
        &[
            json!({"id": "a", "incidents": [found]}),
            json!({"id": "b", "incidents": [wrong]}),
            json!({"id": "c", "incidents": [invented]}),
        ],
    );
}

fn eval(folder: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pipeline").unwrap().current_dir(folder).arg("eval").args(arguments).assert()
}

#[test]
fn the_figures_are_those_that_one_counts_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    set(folder.path());
    let run =
        eval(folder.path(), &["gold.jsonl", "predicted.jsonl", "--errors", "errors.jsonl", "--json", "figures.json"])
            .code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    for line in [
        "3 articles, 3 of them predicted",
        "relevance                  0.667     1.000     0.800       2       3",
        "incident                   0.667     0.667     0.667       3       3",
        "date                       1.000     0.667     0.800       3       2",
        "country                    0.667     0.667     0.667       3       3",
        // the province that a gazetteer adds is not judged, nor the bomber's own death
        "admin1                     1.000     1.000     1.000       0       0",
        "perpetrators_killed        1.000     1.000     1.000       0       0",
        // 23 and "at least 23" agree; a toll in words is not judged; 65 is wrong for 70; the invented 3 is spurious
        "killed                     0.333     0.500     0.400       2       3",
        "injured                    1.000     1.000     1.000       1       1",
        "groups                     1.000     1.000     1.000       1       1",
        "attribution                0.000     0.000     0.000       1       1",
        "primary incidents found 2 of 2",
        "no-touch primary rows   1 of 2 (0.5)",
    ] {
        assert!(text.lines().any(|one| one == line), "no {line:?} in\n{text}");
    }
    let errors = fs::read_to_string(folder.path().join("errors.jsonl")).unwrap();
    assert!(
        errors.contains(
            r#"{"id":"b","slot":"killed","primary":true,"gold":70,"predicted":{"low":65,"high":null},"paired":true}"#
        ),
        "{errors}"
    );
    let figures: Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("figures.json")).unwrap()).unwrap();
    assert_eq!((&figures["killed"]["f1"], &figures["no_touch"]), (&json!(0.4), &json!(0.5)));
}

#[test]
fn the_answers_themselves_are_all_right() {
    let folder = tempfile::tempdir().unwrap();
    set(folder.path());
    let gold = fs::read_to_string(folder.path().join("gold.jsonl")).unwrap();
    let rows: Vec<Value> = gold.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let same: Vec<Value> =
        rows.iter().map(|row| json!({"id": row["id"], "incidents": row["gold"]["incidents"]})).collect();
    write(folder.path(), "same.jsonl", &same);
    let run = eval(folder.path(), &["gold.jsonl", "same.jsonl"]).code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.contains("mean slot F1            1.000") && text.contains("2 of 2 (1.0)"), "{text}");
}

#[test]
fn articles_are_extracted_where_no_extraction_is_given() {
    let folder = tempfile::tempdir().unwrap();
    set(folder.path());
    write(folder.path(), "articles.jsonl", &[json!({"id": "c", "text": "The council met on Monday."})]);
    let run = eval(folder.path(), &["gold.jsonl", "--articles", "articles.jsonl", "-q"]).code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.starts_with("3 articles, 1 of them predicted\n"), "{text}");
    eval(folder.path(), &["gold.jsonl"]).code(2);
    let run = eval(folder.path(), &["missing.jsonl", "predicted.jsonl"]).code(3);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("missing.jsonl"));
    fs::write(folder.path().join("bad.jsonl"), "{\"id\": 1}\n{\"id\": \n").unwrap();
    let run = eval(folder.path(), &["gold.jsonl", "bad.jsonl"]).code(3);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("bad.jsonl:2: is not JSON"));
}
