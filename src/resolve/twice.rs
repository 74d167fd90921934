//! One time that is told twice: by a count from something else, and by its day.
//!
//! Enters: a date, a count and the text. Leaves: whether they stand side by side for the same time.
//! Example: `on Tuesday, a day after the blast`, `Two months after it, on 8 May 2016`; not `on Tuesday that a day after`.

use crate::annotate::date::{DateWords, InYear};
use crate::span::Span;

/// A comma alone, or with `on` and `in`, parts the date from the count; `after it` may stand before it.
pub fn told_twice(text: &str, (words, date): (DateWords, Span), count: Span) -> bool {
    let (first, last) = if date.start < count.start { (date, count) } else { (count, date) };
    let between = text.get(first.end..last.start).unwrap_or_default();
    let Some((object, led)) = between.split_once(',') else { return false };
    let sharp = matches!(
        words,
        DateWords::Day { .. } | DateWords::Weekday { .. } | DateWords::Month { year: InYear::Printed(_), .. }
    );
    sharp && object.split_whitespace().count() < 2 && matches!(led.trim(), "" | "on" | "in")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_joins_them() {
        let words = DateWords::Month { year: InYear::Printed(2016), month: 5 };
        let told = |text: &str, date: &str, count: &str| {
            let span = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len()));
            span(date).zip(span(count)).is_some_and(|(d, c)| told_twice(text, (words, d), c))
        };
        assert!(told("In May 2016, two months after the vote, a mill burned.", "May 2016", "two months after"));
        assert!(told("Two months after it, in May 2016, a mill burned.", "May 2016", "Two months after"));
        assert!(!told("In May 2016 the court heard that two months after", "May 2016", "two months after"));
    }
}
