//! A month without a year lies before the day that the article tells of, whichever month it is and however it stands.
//!
//! Enters: one short report, once for each month. Leaves: nothing.
//! Example: on 30 December 2023 `In March` is March 2023, and `The March assault` is that raid.
#![allow(clippy::unwrap_used)]

mod story;

use serde_json::{Value, json};

const MONTHS: [&str; 11] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"];

fn told(month: &str, published: &[&str]) -> Value {
    let text = format!(
        "On December 30, 2023, men armed with rifles attacked a police station in Biu, in the Borno state of Nigeria.\n\n\
         The assault killed three police officers.\n\n\
         In {month}, an army base in Gwoza was the target of a fierce raid.\n\n\
         The {month} assault, in which suicide bombers took part, killed 18 soldiers and injured many others.\n"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), text).unwrap();
    let line = story::run(folder.path(), &[&["-q", "extract", "a.txt"], published].concat());
    let read: Value = serde_json::from_str(&line).unwrap();
    let incidents = read["incidents"].as_array().unwrap();
    json!(
        incidents
            .iter()
            .map(|one| json!([one["location"]["place"], one["date"]["start"], one["killed"]["low"], one["suicide"]]))
            .collect::<Vec<_>>()
    )
}

fn hold(published: &[&str]) {
    let wrong: Vec<String> = (1..)
        .zip(MONTHS)
        .filter_map(|(number, month)| {
            let due = json!([["Biu", "2023-12-30", 3, false], ["Gwoza", format!("2023-{number:02}-01"), 18, true]]);
            let got = told(month, published);
            (due != got).then(|| format!("{month}: due {due}, got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn before_the_day_of_publication() {
    hold(&["--published", "2023-12-31"]);
}

#[test]
fn before_the_day_that_is_told_where_no_publication_is_known() {
    hold(&[]);
}
