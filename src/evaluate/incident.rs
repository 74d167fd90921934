//! One incident of an answer or an extraction, as far as it is compared.
//!
//! Enters: the JSON object of an incident; answers may be flat (`country`, `place` beside `date`). Leaves: its values.
//! Example: `{"date": {"start": "2023-12-01", "precision": "month"}}` has the date `2023-12`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::names::{group_key, same_name};

/// An incident, or nothing to compare with.
#[derive(Clone, Copy)]
pub struct Incident<'a>(pub Option<&'a Value>);

/// A number of people: low and high.
pub type Bounds = (Option<i64>, Option<i64>);

/// A named perpetrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Names under which it is accepted, the first its own.
    pub keys: Vec<String>,
    /// How it is connected, in five grades.
    pub grade: Option<String>,
    /// A generic actor, which may be left out.
    pub optional: bool,
}

/// The grades from the one that is kept first to the one that is kept last.
const GRADES: [&str; 5] = ["claimed", "denied", "accused", "suspected", "stated"];
/// Particular attack types with the general ones that they stand for.
const PARTICULAR: [(&str, &str); 4] =
    [("suicide_bombing", "bombing"), ("suicide_bombing", "ied"), ("ied", "bombing"), ("ambush", "armed_assault")];

impl<'a> Incident<'a> {
    /// True where there is an incident.
    pub fn exists(self) -> bool {
        self.0.is_some()
    }

    /// The value under `key`; null is none.
    pub fn get(self, key: &str) -> Option<&'a Value> {
        self.0?.get(key).filter(|value| !value.is_null())
    }

    /// True for what the article is chiefly about.
    pub fn primary(self) -> bool {
        self.get("primary").and_then(Value::as_bool).unwrap_or(false)
    }

    /// The date at its precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn date(self) -> Option<&'a str> {
        let date = self.get("date")?;
        if let Some(text) = date.as_str() {
            return Some(text).filter(|text| !text.is_empty());
        }
        let start = date.get("start")?.as_str().filter(|start| !start.is_empty())?;
        let length = match date.get("precision") {
            Some(Value::String(precision)) if precision == "unknown" => return None,
            Some(Value::Null) => return None,
            Some(Value::String(precision)) if precision == "year" => 4,
            Some(Value::String(precision)) if precision == "month" => 7,
            _ => 10,
        };
        Some(start.get(..length).unwrap_or(start))
    }

    /// Where the date comes from.
    pub fn date_basis(self) -> Option<&'a str> {
        self.get("date")?.get("basis")?.as_str()
    }

    /// A part of the place: beside the date, else inside `location`.
    pub fn place(self, key: &str) -> Option<&'a str> {
        let inside = || self.in_location(key);
        self.get(key).and_then(Value::as_str).or_else(inside).filter(|name| !name.is_empty())
    }

    /// A part of `location`.
    pub fn in_location(self, key: &str) -> Option<&'a str> {
        self.get("location")?.get(key)?.as_str().filter(|name| !name.is_empty())
    }

    /// A number of people; `None` where nothing is stated.
    pub fn count(self, key: &str) -> Option<Bounds> {
        let count = self.get(key)?;
        if let Some(number) = whole(count) {
            return Some((Some(number), Some(number)));
        }
        let bound = |name: &str| count.get(name).and_then(whole);
        let bounds = (bound("low"), bound("high"));
        (bounds != (None, None)).then_some(bounds)
    }

    /// True for a count that the article gives in words alone.
    pub fn is_in_words(self, key: &str) -> bool {
        self.get(key).is_some_and(Value::is_object) && self.count(key).is_none()
    }

    /// Attack types, without the general one beside the particular one.
    pub fn attack_types(self) -> BTreeSet<&'a str> {
        let code = |value: &'a Value| value.get("code").unwrap_or(value).as_str().unwrap_or_default();
        let mut codes: BTreeSet<&str> = self.list("attack_types").iter().map(code).collect();
        for (particular, general) in PARTICULAR {
            if codes.contains(particular) {
                codes.remove(general);
            }
        }
        codes
    }

    /// Perpetrators, each once, with the grade that is kept first.
    pub fn groups(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for value in self.list("groups") {
            let Some(found) = group(value) else { continue };
            let Some(known) = groups.iter_mut().find(|known| known.keys[0] == found.keys[0]) else {
                groups.push(found);
                continue;
            };
            let rank = |grade: &Option<String>| GRADES.iter().position(|one| Some(*one) == grade.as_deref());
            if let (Some(new), Some(old)) = (rank(&found.grade), rank(&known.grade))
                && new < old
            {
                known.grade = found.grade;
            }
        }
        groups
    }

    /// What is said of responsibility; that nothing is said counts as nothing.
    pub fn claim_status(self) -> Option<&'a str> {
        let given = |key: &str| self.get(key).and_then(Value::as_str).filter(|status| !status.is_empty());
        given("claim_status").or_else(|| given("claim_of_responsibility")).filter(|status| *status != "not_mentioned")
    }

    fn list(self, key: &str) -> &'a [Value] {
        self.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

fn whole(value: &Value) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a number of people written as 23.0")]
    value.as_i64().or_else(|| value.as_f64().map(|number| number as i64))
}

fn group(value: &Value) -> Option<Group> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let name = value.as_str().filter(|name| !name.is_empty()).or_else(|| text("name"))?;
    let given = |key: &str| value.get(key).and_then(Value::as_str);
    let mut keys = vec![group_key(name)];
    keys.extend([given("named_as"), given("short_name")].into_iter().flatten().map(group_key));
    for key in ["accept_also", "also_acceptable"] {
        match value.get(key) {
            Some(Value::Array(names)) => keys.extend(names.iter().filter_map(Value::as_str).map(group_key)),
            Some(Value::String(name)) if !name.is_empty() => keys.push(group_key(name)),
            _ => {}
        }
    }
    let grade = text("attribution").or_else(|| text("role")).map(|grade| match grade {
        "stated_as_fact" => "stated".to_owned(),
        "accused_by_authorities" => "accused".to_owned(),
        other => other.to_owned(),
    });
    Some(Group { keys, grade, optional: value.get("generic").and_then(Value::as_bool).unwrap_or(false) })
}

/// Pairs groups one to one, equal keys first; indices into both lists.
pub fn pair_groups(answer: &[&Group], other: &[&Group]) -> Vec<(usize, usize)> {
    let equal: fn(&Group, &Group) -> bool = |a, b| a.keys[0] == b.keys[0];
    let alike: fn(&Group, &Group) -> bool = |a, b| a.keys.iter().any(|x| b.keys.iter().any(|y| same_name(x, y)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for same in [equal, alike] {
        for (i, one) in answer.iter().enumerate() {
            if pairs.iter().any(|pair| pair.0 == i) {
                continue;
            }
            let free = |j: &usize| !pairs.iter().any(|pair| pair.1 == *j);
            if let Some(j) = (0..other.len()).filter(free).find(|&j| same(one, other[j])) {
                pairs.push((i, j));
            }
        }
    }
    pairs
}
