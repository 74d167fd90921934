//! The public gold set: no figure may fall below the one recorded beside it.
//!
//! After a change that raises a figure: `RECORD_GOLD=1 cargo test --test gold` writes the new ones.
//! Enters: `seeds/gold`. Leaves: nothing; each figure that fell is listed.
//! Example: an F1 of places of 0.90 where 0.91 is recorded fails.

use std::collections::BTreeMap;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const GOLD: &str = "seeds/gold";

fn measured() -> BTreeMap<String, f64> {
    let folder = tempfile::tempdir().expect("a folder");
    let json = folder.path().join("figures.json");
    Command::cargo_bin("pipeline")
        .expect("the program")
        .args(["-q", "eval", "seeds/gold/answers.jsonl", "--articles", "seeds/gold/articles.jsonl", "--json"])
        .arg(&json)
        .assert()
        .success();
    let figures: Value = serde_json::from_slice(&std::fs::read(&json).expect("figures")).expect("JSON");
    let figures = figures.as_object().expect("an object");
    figures.iter().filter_map(|(name, value)| Some((name.clone(), value["f1"].as_f64().or(value.as_f64())?))).collect()
}

#[test]
fn no_figure_falls_below_the_recorded_one() {
    let recorded = Path::new(GOLD).join("recorded.json");
    let now = measured();
    assert!(now.contains_key("incident") && now.contains_key("slot_mean_f1"), "figures missing: {now:?}");
    #[allow(clippy::disallowed_methods)] // asked for by the person who records
    let record = std::env::var_os("RECORD_GOLD").is_some();
    if record {
        std::fs::write(&recorded, serde_json::to_string_pretty(&now).expect("JSON") + "\n").expect("written");
        return;
    }
    let before: BTreeMap<String, f64> =
        serde_json::from_slice(&std::fs::read(&recorded).expect("recorded figures")).expect("JSON");
    let fallen: Vec<String> = before
        .iter()
        .filter(|(name, before)| now.get(*name).is_none_or(|now| *now < **before - 0.0005))
        .map(|(name, before)| format!("{name}: {before} recorded, {:?} now", now.get(name)))
        .collect();
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
