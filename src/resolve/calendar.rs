//! From words for a date to the days that they mean.
//!
//! Enters: the words, the article's own date, and the event spoken of. Leaves: an interval with its precision and basis.
//! Example: `Tuesday` in an article of Wednesday 13 December 2023 is 12 December 2023.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::annotate::date::{DateWords, DayWords, InYear, Reach, Step};
use crate::resolve::feast::feast;
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
    /// The article's own day, where it is known to the day: of publication, else of its dateline.
    pub published: Option<NaiveDate>,
    /// The day of the dateline, from which `today` and `yesterday` count.
    pub filed: Option<NaiveDate>,
    /// The article's own day is known from the dateline alone.
    pub by_dateline: bool,
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
    let event = anchors.event.filter(|e| e.precision == DatePrecision::Day).map(|e| e.start);
    match words {
        DateWords::Day { first, last } => days(first, last, anchors),
        DateWords::Month { year, month } => month_of(year, month, anchors),
        DateWords::Year(year) => Interval::year(year, DateBasis::Stated),
        DateWords::Weekday { weekday, reach } => weekday_of(weekday, reach, anchors.published?),
        DateWords::Weekend => {
            let saturday = latest(Weekday::Sat, anchors.published?)?;
            let sunday = saturday.succ_opt()?.min(anchors.published?);
            Some(range(saturday, sunday))
        }
        DateWords::Overnight => {
            let morning = anchors.filed.or(anchors.published)?;
            Some(range(morning.pred_opt()?, morning))
        }
        DateWords::Easter { days, year } => Some(Interval::day(feast(days, year, anchors)?, DateBasis::Inferred)),
        DateWords::OfMonth { day, back } => {
            let month = reference?.checked_sub_months(Months::new(back))?;
            Some(Interval::day(month.with_day(day)?, DateBasis::Relative)).filter(|i| Some(i.start) <= reference)
        }
        DateWords::Ago { count, step, whole } => ago(count, step, whole, anchors, reference?),
        DateWords::YearsAgo { count, step } => {
            let day = anchors.published.or(reference)?.checked_sub_months(Months::new(count * 12))?;
            match step {
                Step::Day | Step::Hour if anchors.published.is_some() => Some(Interval::day(day, DateBasis::Relative)),
                _ => Interval::month(day.year(), day.month(), DateBasis::Relative),
            }
        }
        DateWords::From { count, step, exact } => from_event(event?, count, step, exact),
        DateWords::After { count, step } => from_event(event?, -count, step, false),
        DateWords::SameDay(count) => Some(Interval::day(shift(event?, count, Step::Day)?, DateBasis::Relative)),
    }
}

const fn range(start: NaiveDate, end: NaiveDate) -> Interval {
    Interval { start, end, precision: DatePrecision::Range, basis: DateBasis::Relative }
}

/// The latest such weekday that is not after `day`.
fn latest(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    let back = day.weekday().days_since(weekday);
    day.checked_sub_days(Days::new(u64::from(back)))
}

/// A weekday is the last such day on or before publication.
fn weekday_of(weekday: u32, reach: Reach, published: NaiveDate) -> Option<Interval> {
    let wanted = Weekday::try_from(u8::try_from(weekday).ok()?).ok()?;
    let day = match reach {
        Reach::Latest => latest(wanted, published)?,
        Reach::Past => latest(wanted, published.pred_opt()?)?,
        Reach::LastWeek => latest(wanted, published.week(Weekday::Mon).first_day().pred_opt()?)?,
    };
    Some(Interval::day(day, DateBasis::Relative))
}

/// A day or several; without a year it is the last such day on or before publication.
fn days(first: DayWords, last: Option<DayWords>, anchors: &Anchors) -> Option<Interval> {
    let known = anchors.published.or(anchors.around.map(|i| i.end)).is_some();
    let basis = match first.year {
        InYear::Printed(_) => DateBasis::Stated,
        _ if known => DateBasis::Stated,
        _ => DateBasis::Inferred,
    };
    let start = day_of(first, anchors)?;
    let Some(last) = last else { return Some(Interval::day(start, basis)) };
    let end = if let InYear::Printed(_) = last.year {
        day_of(last, anchors)?
    } else {
        let same = NaiveDate::from_ymd_opt(start.year(), last.month, last.day)?;
        if same < start { NaiveDate::from_ymd_opt(start.year() + 1, last.month, last.day)? } else { same }
    };
    (start <= end).then_some(Interval { start, end, precision: DatePrecision::Range, basis })
}

fn day_of(words: DayWords, anchors: &Anchors) -> Option<NaiveDate> {
    let year = match words.year {
        InYear::Printed(year) => year,
        InYear::Latest | InYear::Past => year_without(anchors, words.month, Some(words.day))?,
        InYear::Before(years) => year_before(anchors, years)?,
        InYear::Spoken => year_spoken(anchors, words.month, Some(words.day))?,
    };
    NaiveDate::from_ymd_opt(year, words.month, words.day)
}

fn month_of(year: InYear, month: u32, anchors: &Anchors) -> Option<Interval> {
    let year = match year {
        InYear::Printed(year) => return Interval::month(year, month, DateBasis::Stated),
        InYear::Latest => year_without(anchors, month, None)?,
        InYear::Past => {
            let year = year_without(anchors, month, None)?;
            let reference = anchors.published.or(anchors.around.map(|i| i.end));
            let running = reference.is_some_and(|r| (r.year(), r.month()) == (year, month));
            year - i32::from(running)
        }
        InYear::Before(years) => year_before(anchors, years)?,
        InYear::Spoken => year_spoken(anchors, month, None)?,
    };
    Interval::month(year, month, DateBasis::Inferred)
}

/// `last year`
pub(super) fn year_before(anchors: &Anchors, years: i32) -> Option<i32> {
    let reference = anchors.published.or(anchors.around.or(anchors.stated).map(|i| i.end))?;
    Some(reference.year() - years)
}

/// `that year`
fn year_spoken(anchors: &Anchors, month: u32, day: Option<u32>) -> Option<i32> {
    anchors.event.map(|event| event.start.year()).or_else(|| year_without(anchors, month, day))
}

/// The year of a date without one: the last before publication; where that is unknown, the nearest to a date that the
/// text states in full.
fn year_without(anchors: &Anchors, month: u32, day: Option<u32>) -> Option<i32> {
    if let Some(reference) = anchors.published.or(anchors.around.map(|i| i.end)) {
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

/// The day so many steps away; hours count as whole days.
pub(super) fn shift(day: NaiveDate, count: i32, step: Step) -> Option<NaiveDate> {
    let n = count.unsigned_abs();
    let (days, months) = match step {
        Step::Hour => (u64::from(n / 24), 0),
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

/// `three days later` is a day, `a month later` a month, `exactly a year later` a day.
fn from_event(event: NaiveDate, count: i32, step: Step, exact: bool) -> Option<Interval> {
    let day = shift(event, count, step)?;
    match step {
        Step::Hour | Step::Day | Step::Week => Some(Interval::day(day, DateBasis::Relative)),
        _ if exact => Some(Interval::day(day, DateBasis::Relative)),
        Step::Month => Interval::month(day.year(), day.month(), DateBasis::Relative),
        Step::Year => Interval::year(day.year(), DateBasis::Relative),
    }
}

fn ago(count: i32, step: Step, whole: bool, anchors: &Anchors, reference: NaiveDate) -> Option<Interval> {
    let day = shift(reference, -count, step)?;
    match step {
        Step::Hour | Step::Day => {
            let today = anchors.filed.or(anchors.published)?;
            Some(Interval::day(shift(today, -count, step)?, DateBasis::Relative))
        }
        Step::Week => {
            // the calendar's week, or the week around a day
            let begins = if whole { Weekday::Mon } else { day.checked_sub_days(Days::new(3))?.weekday() };
            let week = day.week(begins);
            Some(range(week.first_day(), week.last_day().min(reference)))
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

    fn day(year: InYear, month: u32, day: u32) -> DateWords {
        DateWords::Day { first: DayWords { year, month, day }, last: None }
    }

    #[test]
    fn words_become_days() {
        let weekday = |weekday, reach| DateWords::Weekday { weekday, reach };
        let ago = |count, step| DateWords::Ago { count, step, whole: false };
        for (words, published, expected) in [
            (weekday(1, Reach::Latest), "2023-12-13", "2023-12-12"),
            (weekday(2, Reach::Latest), "2023-12-13", "2023-12-13"),
            (weekday(3, Reach::Latest), "2023-12-13", "2023-12-07"),
            (weekday(2, Reach::Past), "2023-12-13", "2023-12-06"),
            (weekday(1, Reach::Past), "2023-12-13", "2023-12-12"),
            (weekday(1, Reach::LastWeek), "2023-12-13", "2023-12-05"),
            (weekday(4, Reach::LastWeek), "2023-12-13", "2023-12-08"),
            (day(InYear::Latest, 12, 12), "2024-02-05", "2023-12-12"),
            (day(InYear::Latest, 2, 5), "2024-02-05", "2024-02-05"),
            (day(InYear::Before(1), 1, 9), "2024-02-05", "2023-01-09"),
            (ago(1, Step::Day), "2024-03-01", "2024-02-29"),
            (ago(36, Step::Hour), "2024-03-01", "2024-02-29"),
            (DateWords::YearsAgo { count: 1, step: Step::Day }, "2024-02-29", "2023-02-28"),
            (DateWords::OfMonth { day: 12, back: 1 }, "2024-02-05", "2024-01-12"),
        ] {
            let found = resolve(words, &on(published)).map(|i| i.start.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{words:?} in {published}");
        }
    }

    #[test]
    fn words_become_stretches_of_days() {
        let at = |year, month, day| DayWords { year, month, day };
        let several = |first, last| DateWords::Day { first, last: Some(last) };
        for (words, published, expected) in [
            (several(at(InYear::Latest, 6, 24), at(InYear::Latest, 7, 2)), "2024-07-05", "2024-06-24 2024-07-02"),
            (several(at(InYear::Latest, 12, 30), at(InYear::Latest, 1, 2)), "2024-07-05", "2023-12-30 2024-01-02"),
            (DateWords::Weekend, "2024-07-08", "2024-07-06 2024-07-07"),
            (DateWords::Overnight, "2024-07-08", "2024-07-07 2024-07-08"),
            (DateWords::Ago { count: 1, step: Step::Week, whole: true }, "2024-07-10", "2024-07-01 2024-07-07"),
            (DateWords::Ago { count: 0, step: Step::Week, whole: true }, "2024-07-10", "2024-07-08 2024-07-10"),
            (DateWords::Ago { count: 1, step: Step::Week, whole: false }, "2024-07-10", "2024-06-30 2024-07-06"),
        ] {
            let found = resolve(words, &on(published)).map(|i| format!("{} {}", i.start, i.end));
            assert_eq!(found.as_deref(), Some(expected), "{words:?} in {published}");
        }
    }

    #[test]
    fn a_month_without_a_year_is_the_last_one() {
        for (year, published, expected) in [
            (InYear::Latest, "2024-02-05", "2023-12-01"),
            (InYear::Latest, "2023-12-05", "2023-12-01"),
            (InYear::Past, "2023-12-05", "2022-12-01"),
            (InYear::Before(1), "2024-12-05", "2023-12-01"),
        ] {
            let found = resolve(DateWords::Month { year, month: 12 }, &on(published));
            let found = found.map(|i| (i.start.to_string(), i.precision, i.basis));
            assert_eq!(found, Some((expected.to_owned(), DatePrecision::Month, DateBasis::Inferred)), "{published}");
        }
    }

    #[test]
    fn days_are_counted_from_the_event_spoken_of() {
        let event = parse("2023-12-12");
        let from = |count, step, exact| DateWords::From { count, step, exact };
        for (words, expected) in [
            (DateWords::SameDay(-1), "2023-12-11"),
            (DateWords::After { count: 3, step: Step::Day }, "2023-12-09"),
            (from(2, Step::Day, false), "2023-12-14"),
            (from(1, Step::Year, true), "2024-12-12"),
            (from(1, Step::Year, false), "2024-01-01"),
            (from(-1, Step::Month, false), "2023-11-01"),
        ] {
            let found = resolve(words, &Anchors { event, ..Anchors::default() }).map(|i| i.start.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{words:?}");
            assert_eq!(resolve(words, &Anchors::default()), None, "{words:?} from nowhere");
        }
    }

    #[test]
    fn no_such_day_is_no_date() {
        for (year, month, of_month) in [(2023, 2, 30), (2023, 2, 29), (2023, 4, 31)] {
            assert_eq!(resolve(day(InYear::Printed(year), month, of_month), &Anchors::default()), None);
        }
    }
}
