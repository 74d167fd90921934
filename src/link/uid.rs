//! The public name of an incident.
//!
//! Enters: its first date and place. Leaves: a name that reads well and is given once.
//! Example: 12 December 2023, Daraban → `2023-12-12-daraban`; taken already → `2023-12-12-daraban-2`.

use super::derive::Incident;
use super::name;
use crate::vocabulary::DatePrecision;

/// Date and place as a name; `undated` and `somewhere` where the accounts do not say.
pub fn stem(incident: &Incident) -> String {
    let date = match &incident.date {
        Some((start, _, DatePrecision::Day | DatePrecision::Range)) => start.as_str(),
        Some((start, _, DatePrecision::Month)) => start.get(..7).unwrap_or(start),
        Some((start, _, DatePrecision::Year)) => start.get(..4).unwrap_or(start),
        None => "undated",
    };
    let place = [&incident.place, &incident.admin2, &incident.admin1, &incident.country].into_iter().flatten();
    let place = place
        .filter_map(|names| names.split(',').next())
        .map(|name| {
            let folded: String = name::fold(name).chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
            folded.split_whitespace().collect::<Vec<_>>().join("-")
        })
        .find(|slug| !slug.is_empty());
    format!("{date}-{}", place.as_deref().unwrap_or("somewhere"))
}

/// The first of `stem`, `stem-2`, `stem-3` … that is not taken.
pub fn vacant(stem: &str, mut taken: impl FnMut(&str) -> bool) -> String {
    if !taken(stem) {
        return stem.to_owned();
    }
    let mut number = 2_u64;
    loop {
        let uid = format!("{stem}-{number}");
        if !taken(&uid) {
            return uid;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clash_gets_the_next_number() {
        let taken = ["2023-12-12-daraban", "2023-12-12-daraban-2"];
        assert_eq!(vacant("2023-12-12-daraban", |uid| taken.contains(&uid)), "2023-12-12-daraban-3");
        assert_eq!(vacant("2022-peshawar", |uid| taken.contains(&uid)), "2022-peshawar");
    }
}
