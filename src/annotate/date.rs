//! Words for days, months and years, as they are written.
//!
//! Enters: the words of a sentence. Leaves: what the words say, not yet the day that they mean: that needs the
//! article's own date. Example: `last Friday` is a weekday, `12 December` a day without a year.

mod absolute;
mod counted;
mod weekday;

use crate::annotate::unit::Reader;

/// A stretch of time counted from somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// The year that a day or month belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InYear {
    /// `2023`.
    Printed(i32),
    /// Not said: the latest that is possible.
    Latest,
    /// `last December`: the latest that is over.
    Past,
    /// `last year`: so many years before that of writing.
    Before(i32),
    /// `that year`: of the event spoken of.
    Spoken,
}

/// How far a weekday reaches back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// `Friday`: the latest, today included.
    Latest,
    /// `last Friday`: the latest before today.
    Past,
    /// `Friday of last week`.
    LastWeek,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayWords {
    /// Its year.
    pub year: InYear,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWords {
    /// `12 December 2023`, `12 December`; with a last day for `1–3 September`, `from 24 June to 2 July`.
    Day {
        /// The day, or the first of several.
        first: DayWords,
        /// Last day of several.
        last: Option<DayWords>,
    },
    /// `January 2023`, `in December`.
    Month {
        /// Its year.
        year: InYear,
        /// 1 to 12.
        month: u32,
    },
    /// `in 2014`.
    Year(i32),
    /// `Tuesday`; `last Friday` and `Friday of last week` reach back further.
    Weekday {
        /// 0 is Monday.
        weekday: u32,
        /// How far back.
        reach: Reach,
    },
    /// `at the weekend`, `last weekend`: the latest Saturday and Sunday.
    Weekend,
    /// `overnight`: the night that ends on the day of writing.
    Overnight,
    /// `the 12th of this month`: a day some months back.
    OfMonth {
        /// 1 to 31.
        day: u32,
        /// Months before that of writing.
        back: u32,
    },
    /// `Good Friday`, `Easter Sunday 2019`: days from Easter Sunday.
    Easter {
        /// -7 is Palm Sunday, 1 Easter Monday.
        days: i32,
        /// Its year.
        year: InYear,
    },
    /// So many steps before or after the day of writing: `yesterday`, `two weeks ago`, `last month`.
    Ago {
        /// How many; negative is the future.
        count: i32,
        /// Of what.
        step: Step,
        /// The words name the whole period (`last month`), not a day at that distance (`a month ago`).
        whole: bool,
    },
    /// `a year ago this month`, `exactly two years ago`: the same month or day of an earlier year.
    YearsAgo {
        /// How many years.
        count: u32,
        /// How exactly: a day or a month.
        step: Step,
    },
    /// `three days after the raid`: the event named behind it came so much earlier.
    After {
        /// How many.
        count: i32,
        /// Of what.
        step: Step,
    },
    /// `three days later`, `a week earlier`: counted from another event.
    From {
        /// How many; negative is earlier.
        count: i32,
        /// Of what.
        step: Step,
        /// `exactly a year later`: to the day.
        exact: bool,
    },
    /// `the same day`, `the previous evening`: days from the event last spoken of.
    SameDay(i32),
}

impl DateWords {
    /// Counted from an event rather than from the day of writing.
    pub const fn counted(&self) -> bool {
        matches!(self, Self::After { .. } | Self::SameDay(_) | Self::From { .. })
    }
}

/// The words for a date that begin at word `i`, and how many they are.
pub fn date(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    absolute::day(reader, i)
        .or_else(|| absolute::month_alone(reader, i))
        .or_else(|| weekday::weekday(reader, i))
        .or_else(|| counted::counted(reader, i))
        .or_else(|| absolute::year_alone(reader, i))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn first(text: &str) -> Option<(DateWords, String)> {
        let document = Document::cut(text, None);
        let reader = Reader::new(&document, &document.sentences[0]);
        (0..reader.len()).find_map(|i| {
            let (n, words) = date(&reader, i)?;
            let span = reader.tokens[i].span.join(reader.tokens[i + n - 1].span);
            Some((words, span.of(text).to_owned()))
        })
    }

    fn on(year: InYear, month: u32, day: u32) -> DateWords {
        DateWords::Day { first: DayWords { year, month, day }, last: None }
    }

    fn span(from: (InYear, u32, u32), to: (InYear, u32, u32)) -> DateWords {
        let words = |(year, month, day)| DayWords { year, month, day };
        DateWords::Day { first: words(from), last: Some(words(to)) }
    }

    #[test]
    fn words_for_days_and_months() {
        use InYear::{Before, Latest, Past, Printed, Spoken};
        for (text, expected, quote) in [
            ("On February 5, 2024, it fell", on(Printed(2024), 2, 5), "February 5, 2024"),
            ("On 12 December it fell", on(Latest, 12, 12), "12 December"),
            ("On the 5th of May it fell", on(Latest, 5, 5), "5th of May"),
            ("ON 12 MARCH IT FELL", on(Latest, 3, 12), "12 MARCH"),
            ("4 APR 89", on(Printed(1989), 4, 4), "4 APR 89"),
            ("on Tuesday, Dec. 12", on(Latest, 12, 12), "Tuesday, Dec. 12"),
            ("2023-12-12", on(Printed(2023), 12, 12), "2023-12-12"),
            ("It fell on 12 June last year", on(Before(1), 6, 12), "12 June last year"),
            ("It fell on June 12 that year", on(Spoken, 6, 12), "June 12 that year"),
            ("It fell on Christmas Eve", on(Latest, 12, 24), "Christmas Eve"),
            ("On Christmas Day 2011 it fell", on(Printed(2011), 12, 25), "Christmas Day 2011"),
            ("On New Year's Eve it fell", on(Latest, 12, 31), "New Year's Eve"),
            ("1–3 September 2004", span((Printed(2004), 9, 1), (Printed(2004), 9, 3)), "1–3 September 2004"),
            ("between 3 and 5 May", span((Latest, 5, 3), (Latest, 5, 5)), "between 3 and 5 May"),
            ("from 24 to 26 June", span((Latest, 6, 24), (Latest, 6, 26)), "24 to 26 June"),
            ("from June 24 to 26", span((Latest, 6, 24), (Latest, 6, 26)), "June 24 to 26"),
            ("the night of 4-5 June", span((Latest, 6, 4), (Latest, 6, 5)), "4-5 June"),
            ("August 17 and August 18: it fell", span((Latest, 8, 17), (Latest, 8, 18)), "August 17 and August 18"),
            (
                "from 24 June to 2 July 2016",
                span((Printed(2016), 6, 24), (Printed(2016), 7, 2)),
                "24 June to 2 July 2016",
            ),
            (
                "30 December 1996 – 22 April 1997",
                span((Printed(1996), 12, 30), (Printed(1997), 4, 22)),
                "30 December 1996 – 22 April 1997",
            ),
            ("On June 4 and 20 people fell", on(Latest, 6, 4), "June 4"),
            ("In January 2023 it fell", DateWords::Month { year: Printed(2023), month: 1 }, "January 2023"),
            ("in January it fell", DateWords::Month { year: Latest, month: 1 }, "January"),
            ("last December it fell", DateWords::Month { year: Past, month: 12 }, "December"),
            ("In September last year it fell", DateWords::Month { year: Before(1), month: 9 }, "September last year"),
            ("in May of that year it fell", DateWords::Month { year: Spoken, month: 5 }, "May of that year"),
            ("the 2022 attack", DateWords::Year(2022), "2022"),
            ("in 1998 it fell", DateWords::Year(1998), "1998"),
            ("last May, on the night of the 19th", on(Past, 5, 19), "May, on the night of the 19th"),
            ("05/04/2001: Two men fell", on(Printed(2001), 5, 4), "05/04/2001"),
            ("the 12th of this month", DateWords::OfMonth { day: 12, back: 0 }, "12th of this month"),
        ] {
            assert_eq!(first(text), Some((expected, quote.to_owned())), "{text}");
        }
    }

    #[test]
    fn words_counted_from_somewhere() {
        let ago = |count, step, whole| DateWords::Ago { count, step, whole };
        let from = |count, step| DateWords::From { count, step, exact: false };
        let week = |weekday, reach| DateWords::Weekday { weekday, reach };
        for (text, expected) in [
            ("on Friday of last week", week(4, Reach::LastWeek)),
            ("on Friday last week", week(4, Reach::LastWeek)),
            ("on Friday of the previous week", week(4, Reach::LastWeek)),
            ("last Friday", week(4, Reach::Past)),
            ("late on Sunday night", week(6, Reach::Latest)),
            ("at the weekend", DateWords::Weekend),
            ("overnight", DateWords::Overnight),
            ("yesterday morning", ago(1, Step::Day, false)),
            ("the day before yesterday", ago(2, Step::Day, false)),
            ("LAST NIGHT", ago(1, Step::Day, false)),
            ("early today", ago(0, Step::Day, false)),
            ("two weeks ago", ago(2, Step::Week, false)),
            ("a fortnight ago", ago(2, Step::Week, false)),
            ("36 hours ago", ago(36, Step::Hour, false)),
            ("last month", ago(1, Step::Month, true)),
            ("earlier this week", ago(0, Step::Week, true)),
            ("earlier this month", ago(0, Step::Month, true)),
            ("this year", ago(0, Step::Year, true)),
            ("a year ago this month", DateWords::YearsAgo { count: 1, step: Step::Month }),
            ("exactly two years ago", DateWords::YearsAgo { count: 2, step: Step::Day }),
            ("three days later", from(3, Step::Day)),
            ("a day earlier", from(-1, Step::Day)),
            ("hours later", from(0, Step::Day)),
            ("exactly a year later", DateWords::From { count: 1, step: Step::Year, exact: true }),
            ("a year to the day later", DateWords::From { count: 1, step: Step::Year, exact: true }),
            ("three days after the raid", DateWords::After { count: 3, step: Step::Day }),
            ("the same evening", DateWords::SameDay(0)),
            ("the previous morning", DateWords::SameDay(-1)),
            ("the night before", DateWords::SameDay(-1)),
            ("the next morning", DateWords::SameDay(1)),
            ("the following day", DateWords::SameDay(1)),
            ("the day after", DateWords::SameDay(1)),
        ] {
            assert_eq!(first(text).map(|f| f.0), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_that_are_no_date() {
        for text in [
            "It fell in Mon state",
            "It may fall",
            "killed 2000 soldiers",
            "a march of 12 men",
            "the second day",
            "It fell on them",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
