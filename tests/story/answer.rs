//! What an extraction or a database says, cut down to the cells that a check compares.
//!
//! Enters: an incident as JSON, or a query. Leaves: a small JSON value; null where nothing is said.
//! Example: a date becomes `["2023-12-12", "2023-12-12", "day"]`.

use rusqlite::Connection;
use serde_json::{Value, json};

/// The incident with a figure that stands at `words`; null where there is none.
pub(super) fn find(told: &Value, words: &str, text: &str) -> Value {
    let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
    let holds = |one: &&Value| {
        let figures = one["casualties"].as_array().into_iter().flatten();
        figures.into_iter().any(|figure| {
            let bound = |key: &str| figure[key].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
            bound("start") < at + words.len() && at < bound("end")
        })
    };
    told.as_array().into_iter().flatten().find(holds).cloned().unwrap_or_default()
}

pub(super) fn date(told: &Value) -> Value {
    let date = &told["date"];
    if date.is_null() { Value::Null } else { json!([date["start"], date["end"], date["precision"]]) }
}

/// Country, first-order area and place, with the site where it is asked for.
pub(super) fn place(told: &Value, site: bool) -> Value {
    let place = &told["location"];
    let mut cells = vec![place["country_code"].clone(), place["admin1"].clone(), place["place"].clone()];
    if site {
        cells.push(place["site"].clone());
    }
    json!(cells)
}

pub(super) fn bounds(count: &Value) -> Value {
    if count.is_null() { Value::Null } else { json!([count["low"], count["high"]]) }
}

pub(super) fn groups(told: &Value) -> Value {
    let all = told["groups"].as_array().into_iter().flatten();
    json!(all.map(|one| json!([one["name"], one["attribution"]])).collect::<Vec<_>>())
}

pub(super) fn types(told: &Value) -> Value {
    let mut all: Vec<&str> =
        told["attack_types"].as_array().into_iter().flatten().filter_map(|one| one["code"].as_str()).collect();
    all.sort_unstable();
    json!(all)
}

/// Figures of this number: bounds, party, whether attackers are in it, kind of speaker.
pub(super) fn figures(told: &Value, outcome: &str, number: u32) -> Value {
    let all = told["casualties"].as_array().into_iter().flatten();
    let ours = all.filter(|one| one["outcome"] == outcome && one["low"] == number);
    json!(
        ours.map(|one| json!([
            one["low"],
            one["high"],
            one["party"],
            one["includes_perpetrators"],
            one["reported_by_kind"]
        ]))
        .collect::<Vec<_>>()
    )
}

pub(super) fn rows(db: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = db.prepare(sql).unwrap();
    let columns = statement.column_count();
    let read = statement.query_map([], |row| {
        (0..columns)
            .map(|at| {
                Ok(match row.get::<_, rusqlite::types::Value>(at)? {
                    rusqlite::types::Value::Integer(number) => json!(number),
                    rusqlite::types::Value::Text(text) => json!(text),
                    _ => Value::Null,
                })
            })
            .collect()
    });
    read.unwrap().collect::<Result<_, rusqlite::Error>>().unwrap()
}
