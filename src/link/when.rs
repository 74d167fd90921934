//! Do two accounts tell of one time?
//!
//! Enters: two windows of time. Leaves: one reason.
//! Example: `December 2023` and `12 December 2023` give `the month holds the day`.

use super::evidence::Reason;
use super::profile::Window;
use crate::vocabulary::DatePrecision;

/// Compares two windows; the order of the two does not matter.
pub fn compare(a: Window, b: Window) -> Reason {
    match (a, b) {
        (
            Window::Named { start, end, precision },
            Window::Named { start: other_start, end: other_end, precision: other_precision },
        ) => {
            let gap = (start - other_end).max(other_start - end).max(0);
            named(gap, coarser(precision, other_precision), precision == other_precision)
        }
        (Window::Named { start, end, precision }, Window::Reported { start: first, end: last })
        | (Window::Reported { start: first, end: last }, Window::Named { start, end, precision }) => {
            if start > last + 1 {
                return Reason::veto("later than the report");
            }
            let age = first - end;
            match (precision, age) {
                (DatePrecision::Year, ..=0) => Reason::new("reported that year", 0.5),
                (DatePrecision::Month, ..=0) => Reason::new("reported that month", 0.8),
                (_, ..=1) => Reason::new("reported within a day", 2.3),
                (_, 2..=3) => Reason::new("reported within three days", 1.7),
                (_, 4..=14) => Reason::new("reported within two weeks", 0.5),
                (_, 15..=60) => Reason::new("reported within two months", -1.5),
                _ => Reason::new("long before the report", -3.5),
            }
        }
        (Window::Reported { start, end }, Window::Reported { start: other_start, end: other_end }) => {
            match (start - other_end).max(other_start - end).max(0) {
                ..=1 => Reason::new("reported within a day", 1.7),
                2..=3 => Reason::new("reported within three days", 1.0),
                4..=10 => Reason::new("reported within ten days", 0.2),
                11..=60 => Reason::new("reported weeks apart", -2.0),
                _ => Reason::new("reported months apart", -4.0),
            }
        }
        (Window::Before { end }, Window::Named { start, .. } | Window::Reported { start, .. })
        | (Window::Named { start, .. } | Window::Reported { start, .. }, Window::Before { end }) => {
            if start > end + 1 {
                Reason::veto("later than the article that recalls it")
            } else {
                Reason::new("time not told", 0.0)
            }
        }
        (Window::Before { .. } | Window::Any, _) | (_, Window::Any) => Reason::new("time not told", 0.0),
    }
}

fn coarser(a: DatePrecision, b: DatePrecision) -> DatePrecision {
    a.max(b)
}

/// `gap`: days between two named intervals, 0 where they share a day.
const fn named(gap: i32, coarse: DatePrecision, equally: bool) -> Reason {
    match (coarse, gap) {
        (DatePrecision::Day | DatePrecision::Range, 0) => Reason::new("same day", 3.0),
        (DatePrecision::Day | DatePrecision::Range, 1) => Reason::new("a day apart", 0.9),
        (DatePrecision::Day | DatePrecision::Range, 2..=3) => Reason::new("two or three days apart", -2.0),
        (DatePrecision::Day | DatePrecision::Range, 4..=7) => Reason::new("days apart", -4.0),
        (DatePrecision::Month, 0) if equally => Reason::new("same month", 1.4),
        (DatePrecision::Month, 0) => Reason::new("the month holds the day", 1.5),
        (DatePrecision::Month, 1..=3) => Reason::new("days from the month", -1.5),
        (DatePrecision::Year, 0) => Reason::new("same year", 0.6),
        (DatePrecision::Year, 1..=3) => Reason::new("days from the year", -2.5),
        _ => Reason::veto("another time"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named_window(start: i32, end: i32, precision: DatePrecision) -> Window {
        Window::Named { start, end, precision }
    }

    #[test]
    fn a_month_takes_a_day_that_it_holds() {
        let month = named_window(100, 130, DatePrecision::Month);
        assert!(compare(month, named_window(112, 112, DatePrecision::Day)).points > 1.0);
        assert!(compare(month, named_window(160, 160, DatePrecision::Day)).points < -50.0);
    }

    #[test]
    fn history_cannot_come_after_the_article_that_recalls_it() {
        let before = Window::Before { end: 100 };
        assert!(compare(before, named_window(110, 110, DatePrecision::Day)).points < -50.0);
        assert!(compare(named_window(90, 90, DatePrecision::Day), before).points.abs() < 0.1);
    }

    #[test]
    fn the_order_of_the_two_does_not_matter() {
        let windows = [
            named_window(100, 100, DatePrecision::Day),
            named_window(90, 120, DatePrecision::Month),
            Window::Reported { start: 103, end: 103 },
            Window::Before { end: 101 },
            Window::Any,
        ];
        for a in windows {
            for b in windows {
                assert_eq!(compare(a, b), compare(b, a));
            }
        }
    }
}
