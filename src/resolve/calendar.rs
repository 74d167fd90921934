//! From words for a date to the days that they mean.
//!
//! Enters: the words, the article's own date, and the event spoken of. Leaves: an interval with its precision and basis.
//! Example: `Tuesday` in an article of Wednesday 13 December 2023 is 12 December 2023.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::annotate::date::{DateWords, Step};
use crate::vocabulary::{DateBasis, DatePrecision};

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// How exactly it is known.
    pub precision: DatePrecision,
    /// Where it comes from.
    pub basis: DateBasis,
}

impl Interval {
    /// One day.
    pub const fn day(day: NaiveDate, basis: DateBasis) -> Self {
        Self { start: day, end: day, precision: DatePrecision::Day, basis }
    }

    /// A month.
    pub fn month(year: i32, month: u32, basis: DateBasis) -> Option<Self> {
        let start = NaiveDate::from_ymd_opt(year, month, 1)?;
        let end = start.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(Self { start, end, precision: DatePrecision::Month, basis })
    }

    /// A year.
    pub fn year(year: i32, basis: DateBasis) -> Option<Self> {
        Some(Self {
            start: NaiveDate::from_ymd_opt(year, 1, 1)?,
            end: NaiveDate::from_ymd_opt(year, 12, 31)?,
            precision: DatePrecision::Year,
            basis,
        })
    }

    /// They share a day.
    pub fn meets(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Days between the two; 0 where they meet.
    pub fn distance(&self, other: &Self) -> i64 {
        if self.meets(other) {
            0
        } else if self.end < other.start {
            (other.start - self.end).num_days()
        } else {
            (self.start - other.end).num_days()
        }
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn parse(text: &str) -> Option<Interval> {
    let mut parts = text.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month = parts.next().map(str::parse::<u32>);
    let day = parts.next().and_then(|d| d.get(..2)).map(str::parse::<u32>);
    match (month, day) {
        (Some(Ok(m)), Some(Ok(d))) => Some(Interval::day(NaiveDate::from_ymd_opt(year, m, d)?, DateBasis::Published)),
        (Some(Ok(m)), None) => Interval::month(year, m, DateBasis::Published),
        (None, None) => Interval::year(year, DateBasis::Published),
        _ => None,
    }
}

/// From where dates are counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchors {
    /// The article's own day, where it is known to the day.
    pub published: Option<NaiveDate>,
    /// The article's own year and month, where that is all that is known.
    pub around: Option<Interval>,
    /// The first date with a year in the text: the last resort for the year of dates without one.
    pub stated: Option<Interval>,
    /// The event last spoken of.
    pub event: Option<Interval>,
}

/// What the words mean; none where they cannot be resolved or are no date.
pub fn resolve(words: DateWords, anchors: &Anchors) -> Option<Interval> {
    let reference = anchors.published.or(anchors.around.map(|i| i.end));
    match words {
        DateWords::Day { year, month, day, until } => day_of(year, month, day, until, anchors, reference),
        DateWords::Month { year, month, last, that_year } => month_of(year, month, last, that_year, anchors, reference),
        DateWords::Year(year) => Interval::year(year, DateBasis::Stated),
        DateWords::Weekday { weekday, last_week } => {
            let wanted = Weekday::try_from(u8::try_from(weekday).ok()?).ok()?;
            let published = anchors.published?;
            let mut day = published;
            while day.weekday() != wanted {
                day = day.pred_opt()?;
            }
            if last_week && day.iso_week() == published.iso_week() {
                day = day.checked_sub_days(Days::new(7))?;
            }
            Some(Interval::day(day, DateBasis::Relative))
        }
        DateWords::Ago { count, step, whole } => ago(count, step, whole, anchors, reference?),
        DateWords::From { count, step } => {
            let event = anchors.event.filter(|e| e.precision == DatePrecision::Day)?;
            shift(event.start, count, step).map(|day| match step {
                Step::Day | Step::Week => Some(Interval::day(day, DateBasis::Relative)),
                Step::Month => Interval::month(day.year(), day.month(), DateBasis::Relative),
                Step::Year => Interval::year(day.year(), DateBasis::Relative),
            })?
        }
        DateWords::After { count, step } => {
            let event = anchors.event.filter(|e| e.precision == DatePrecision::Day)?;
            match step {
                Step::Day => Some(Interval::day(shift(event.start, -count, step)?, DateBasis::Relative)),
                Step::Week | Step::Month | Step::Year => {
                    let day = shift(event.start, -count, step)?;
                    if step == Step::Year {
                        Interval::year(day.year(), DateBasis::Relative)
                    } else {
                        Interval::month(day.year(), day.month(), DateBasis::Relative)
                    }
                }
            }
        }
        DateWords::SameDay(days) => {
            let event = anchors.event.filter(|e| e.precision == DatePrecision::Day)?;
            Some(Interval::day(shift(event.start, days, Step::Day)?, DateBasis::Relative))
        }
    }
}

/// A day; without a year it is the last such day on or before publication.
fn day_of(
    year: Option<i32>,
    month: u32,
    day: u32,
    until: Option<u32>,
    anchors: &Anchors,
    reference: Option<NaiveDate>,
) -> Option<Interval> {
    let (year, basis) = match year {
        Some(y) => (y, DateBasis::Stated),
        None => (year_without(anchors, reference, month, Some(day))?, DateBasis::Inferred),
    };
    let start = NaiveDate::from_ymd_opt(year, month, day)?;
    let basis = if basis == DateBasis::Inferred && reference.is_some() { DateBasis::Stated } else { basis };
    match until {
        Some(last) => Some(Interval {
            start,
            end: NaiveDate::from_ymd_opt(year, month, last)?,
            precision: DatePrecision::Range,
            basis,
        }),
        None => Some(Interval::day(start, basis)),
    }
}

fn month_of(
    year: Option<i32>,
    month: u32,
    last: bool,
    that_year: bool,
    anchors: &Anchors,
    reference: Option<NaiveDate>,
) -> Option<Interval> {
    if let Some(year) = year {
        return Interval::month(year, month, DateBasis::Stated);
    }
    if that_year && let Some(event) = anchors.event {
        return Interval::month(event.start.year(), month, DateBasis::Inferred);
    }
    let mut year = year_without(anchors, reference, month, None)?;
    if let Some(reference) = reference
        && last
        && year == reference.year()
        && month == reference.month()
    {
        year -= 1;
    }
    Interval::month(year, month, DateBasis::Inferred)
}

/// The year of a date without one: the last before publication; where that is unknown, the nearest to a date that the
/// text states in full.
fn year_without(anchors: &Anchors, reference: Option<NaiveDate>, month: u32, day: Option<u32>) -> Option<i32> {
    if let Some(reference) = reference {
        return Some(latest_year(reference, month, day));
    }
    let stated = anchors.stated?;
    if stated.precision == DatePrecision::Year {
        return Some(stated.start.year());
    }
    // a month alone recalls: it is not later than the day told
    if day.is_none() {
        return Some(latest_year(stated.end, month, None));
    }
    let months = |year: i32| {
        ((year - stated.start.year()) * 12 + i32::try_from(month).unwrap_or(1)
            - i32::try_from(stated.start.month()).unwrap_or(1))
        .abs()
    };
    let year = stated.start.year();
    [year, year - 1, year + 1].into_iter().min_by_key(|y| months(*y))
}

/// The year of the last such month or day that is not after the reference.
fn latest_year(reference: NaiveDate, month: u32, day: Option<u32>) -> i32 {
    let later =
        month > reference.month() || (month == reference.month() && day.is_some_and(|d| d > reference.day() + 1));
    if later { reference.year() - 1 } else { reference.year() }
}

fn shift(day: NaiveDate, count: i32, step: Step) -> Option<NaiveDate> {
    let n = count.unsigned_abs();
    let (days, months) = match step {
        Step::Day => (u64::from(n), 0),
        Step::Week => (u64::from(n) * 7, 0),
        Step::Month => (0, n),
        Step::Year => (0, n * 12),
    };
    if count < 0 {
        day.checked_sub_days(Days::new(days))?.checked_sub_months(Months::new(months))
    } else {
        day.checked_add_days(Days::new(days))?.checked_add_months(Months::new(months))
    }
}

fn ago(count: i32, step: Step, whole: bool, anchors: &Anchors, reference: NaiveDate) -> Option<Interval> {
    let day = shift(reference, -count, step)?;
    match step {
        Step::Day => {
            anchors.published.and_then(|p| shift(p, -count, step)).map(|d| Interval::day(d, DateBasis::Relative))
        }
        Step::Week => {
            let start = if whole {
                day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?
            } else {
                day.checked_sub_days(Days::new(3))?
            };
            let end = start.checked_add_days(Days::new(6))?.min(reference);
            Some(Interval { start, end, precision: DatePrecision::Range, basis: DateBasis::Relative })
        }
        Step::Month => Interval::month(day.year(), day.month(), DateBasis::Relative),
        Step::Year => Interval::year(day.year(), DateBasis::Relative),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(published: &str) -> Anchors {
        Anchors { published: parse(published).map(|i| i.start), ..Anchors::default() }
    }

    #[test]
    fn words_become_days() {
        let weekday = |weekday| DateWords::Weekday { weekday, last_week: false };
        let day = |month, day| DateWords::Day { year: None, month, day, until: None };
        for (words, published, expected) in [
            (weekday(1), "2023-12-13", "2023-12-12"),
            (weekday(2), "2023-12-13", "2023-12-13"),
            (weekday(3), "2023-12-13", "2023-12-07"),
            (day(12, 12), "2024-02-05", "2023-12-12"),
            (day(2, 5), "2024-02-05", "2024-02-05"),
            (DateWords::Ago { count: 1, step: Step::Day, whole: false }, "2024-03-01", "2024-02-29"),
        ] {
            let found = resolve(words, &on(published)).map(|i| i.start.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{words:?} in {published}");
        }
    }

    #[test]
    fn a_month_without_a_year_is_the_last_one() {
        let december = DateWords::Month { year: None, month: 12, last: false, that_year: false };
        let found = resolve(december, &on("2024-02-05")).map(|i| (i.start.to_string(), i.end.to_string(), i.basis));
        assert_eq!(found, Some(("2023-12-01".to_owned(), "2023-12-31".to_owned(), DateBasis::Inferred)));
    }

    #[test]
    fn no_such_day_is_no_date() {
        let impossible = DateWords::Day { year: Some(2023), month: 2, day: 30, until: None };
        assert_eq!(resolve(impossible, &Anchors::default()), None);
    }
}
