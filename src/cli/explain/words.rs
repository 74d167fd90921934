//! Numbers, dates and speakers in words.
//!
//! Enters: values of the vocabulary. Leaves: what a person would say.
//! Example: low 23, high open, `at_least` → `at least 23`.

use crate::resolve::mention::Count;
use crate::vocabulary::Qualifier;

/// A figure as its qualifier means it.
pub fn figure(low: Option<u32>, high: Option<u32>, qualifier: Qualifier) -> String {
    let number = bounds(low, high);
    match (qualifier, low.or(high)) {
        (_, None) => "no number".to_owned(),
        (Qualifier::MoreThan, Some(number)) => format!("more than {number}"),
        (Qualifier::LessThan, Some(number)) => format!("less than {number}"),
        (Qualifier::About, Some(_)) => format!("about {number}"),
        (Qualifier::Vague, Some(_)) => format!("vaguely {number}"),
        _ => number,
    }
}

/// A number between two bounds.
pub fn bounds(low: Option<u32>, high: Option<u32>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "not stated".to_owned(),
    }
}

/// A count, or that there is none.
pub fn count(count: Option<Count>) -> String {
    count.map_or_else(|| "not stated".to_owned(), |count| bounds(count.low, count.high))
}

/// First and last day as one.
pub fn days(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start} to {end}") }
}

/// A code for people: `mortar_or_rocket` → `mortar or rocket`.
pub fn spaced(code: &str) -> String {
    code.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_read_as_they_are_meant() {
        assert_eq!(figure(Some(23), None, Qualifier::AtLeast), "at least 23");
        assert_eq!(figure(Some(20), None, Qualifier::MoreThan), "more than 20");
        assert_eq!(figure(Some(6), Some(8), Qualifier::Range), "6 to 8");
        assert_eq!(figure(Some(0), Some(0), Qualifier::None), "0");
        assert_eq!(figure(None, None, Qualifier::Vague), "no number");
    }
}
