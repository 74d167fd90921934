//! Words for days, months and years, as they are written.
//!
//! Enters: the words of a sentence. Leaves: what the words say, not yet the day that they mean: that needs the
//! article's own date. Example: `last Friday` is a weekday, `12 December` a day without a year.

use crate::annotate::lexicon::{NumberKind, Sense};
use crate::annotate::quantity::cardinal;
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;

/// A stretch of time counted from somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWords {
    /// `12 December 2023`, `12 December`; with a last day for `1–3 September`.
    Day {
        /// Year, where printed.
        year: Option<i32>,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
        /// Last day of a range in the same month.
        until: Option<u32>,
    },
    /// `January 2023`, `in December`.
    Month {
        /// Year, where printed.
        year: Option<i32>,
        /// 1 to 12.
        month: u32,
        /// `last`: the latest such month that is over.
        last: bool,
        /// `this`/`that year`: of the year spoken of.
        that_year: bool,
    },
    /// `in 2014`.
    Year(i32),
    /// `Tuesday`; `last Friday` and `Friday of last week` reach back further.
    Weekday {
        /// 0 is Monday.
        weekday: u32,
        /// Of the week before.
        last_week: bool,
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
    },
    /// `the same day`, `the previous evening`: days from the event last spoken of.
    SameDay(i32),
}

/// Months as words; case matters for `may` and `march`.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The words for a date that begin at word `i`, and how many they are.
pub fn date(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    iso(reader, i)
        .or_else(|| day_month(reader, i))
        .or_else(|| month_first(reader, i))
        .or_else(|| weekday(reader, i))
        .or_else(|| relative(reader, i))
        .or_else(|| year_alone(reader, i))
}

fn class(reader: &Reader<'_>, i: usize, class: Tags) -> bool {
    reader.phrases(i).any(|(n, s)| n == 1 && s.contains(&Sense::Word(class)))
}

/// 1 to 12 where the word is a month.
fn month(reader: &Reader<'_>, i: usize) -> Option<u32> {
    if !class(reader, i, Tags::MONTH) {
        return None;
    }
    let word = reader.word(i);
    let index = MONTHS.iter().position(|m| word.starts_with(m))? as u32 + 1;
    if matches!(word, "may" | "march" | "mar" | "dec" | "sun") && !reader.capitals && !reader.capital(i) {
        return None;
    }
    Some(index)
}

/// `may`, `march`: months only beside a number or behind a preposition.
fn doubtful(reader: &Reader<'_>, i: usize) -> bool {
    matches!(reader.word(i), "may" | "march" | "mar" | "august")
}

fn day_number(reader: &Reader<'_>, i: usize) -> Option<u32> {
    let word = reader.word(i);
    let digits = word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th");
    let n: u32 = digits.parse().ok()?;
    (1..=31).contains(&n).then_some(n)
}

/// `2023`, and the `89` of agency datelines.
fn year(reader: &Reader<'_>, i: usize, short: bool) -> Option<i32> {
    let word = reader.word(i);
    let n: i32 = word.parse().ok()?;
    match word.len() {
        4 if (1900..=2099).contains(&n) => Some(n),
        2 if short && n >= 60 => Some(1900 + n),
        _ => None,
    }
}

fn iso(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let y = year(reader, i, false)?;
    if !(reader.joined(i + 1) && reader.joined(i + 2)) {
        return None;
    }
    let month: u32 = reader.word(i + 1).parse().ok()?;
    let day: u32 = reader.word(i + 2).parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some((3, DateWords::Day { year: Some(y), month, day, until: None }))
}

/// A year behind a date, with or without a comma.
fn year_behind(reader: &Reader<'_>, at: usize) -> (Option<i32>, usize) {
    let skip = usize::from(reader.word(at) == "," || reader.word(at) == "." || reader.word(at) == "of");
    match year(reader, at + skip, skip == 0) {
        Some(y) => (Some(y), at + skip + 1),
        None => match year(reader, at, true) {
            Some(y) => (Some(y), at + 1),
            None => (None, at),
        },
    }
}

/// `12 December 2023`, `1–3 September`, `the 5th of May`, `4 APR 89`
fn day_month(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let first = day_number(reader, i)?;
    let mut at = i + 1;
    let mut until = None;
    if matches!(reader.word(at), "-" | "to" | "and") && month(reader, at).is_none() {
        if let Some(d) = day_number(reader, at + 1).filter(|d| *d > first) {
            until = Some(d);
            at += 2;
        }
    } else if reader.joined(at)
        && let Some(d) = day_number(reader, at).filter(|d| *d > first)
    {
        until = Some(d);
        at += 1;
    }
    if reader.word(at) == "of" {
        at += 1;
    }
    let m = month(reader, at)?;
    at += 1;
    if reader.word(at) == "." {
        at += 1;
    }
    let (y, end) = year_behind(reader, at);
    Some((end - i, DateWords::Day { year: y, month: m, day: first, until }))
}

/// `December 12, 2023`, `Dec. 12`, `December 2023`, `December`
fn month_first(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let m = month(reader, i)?;
    let mut at = i + 1;
    if reader.word(at) == "." {
        at += 1;
    }
    if let Some(y) = year(reader, at, false) {
        return Some((at + 1 - i, DateWords::Month { year: Some(y), month: m, last: false, that_year: false }));
    }
    if matches!(reader.word(at), "," | "of")
        && let Some(y) = year(reader, at + 1, false)
    {
        return Some((at + 2 - i, DateWords::Month { year: Some(y), month: m, last: false, that_year: false }));
    }
    if let Some(d) = day_number(reader, at) {
        at += 1;
        let mut until = None;
        let dash = usize::from(matches!(reader.word(at), "-" | "to" | "and"));
        if (dash == 1 || reader.joined(at))
            && let Some(last) = day_number(reader, at + dash).filter(|l| *l > d)
        {
            until = Some(last);
            at += dash + 1;
        }
        let (y, end) = year_behind(reader, at);
        return Some((end - i, DateWords::Day { year: y, month: m, day: d, until }));
    }
    let before = if i == 0 { "" } else { reader.word(i - 1) };
    let led = matches!(
        before,
        "in" | "last"
            | "this"
            | "since"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "during"
            | "until"
            | "by"
            | "next"
            | "previous"
    );
    // "the March assault": a month as an adjective
    let event = reader.longest(i + 1, |s| matches!(s, Sense::Event { .. }).then_some(())).is_some();
    if doubtful(reader, i) && !led && !event {
        return None;
    }
    let that_year = matches!((reader.word(i + 1), reader.word(i + 2)), ("that" | "this" | "the", "year" | "same"));
    let last_year = matches!((reader.word(i + 1), reader.word(i + 2)), ("last", "year"));
    let length = if that_year || last_year { 3 } else { 1 };
    Some((length, DateWords::Month { year: None, month: m, last: before == "last" || last_year, that_year }))
}

/// `Tuesday`, `last Friday`, `Friday of last week`, `Tuesday 12 December`
fn weekday(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let last = usize::from(matches!(reader.word(i), "last" | "this" | "past"));
    let word = reader.word(i + last);
    if !class(reader, i + last, Tags::WEEKDAY)
        || (matches!(word, "sun" | "sat" | "wed" | "mon") && !reader.capital(i + last))
    {
        return None;
    }
    let weekday = WEEKDAYS.iter().position(|d| word.starts_with(d))? as u32;
    let mut at = i + last + 1;
    if matches!(reader.word(at), "morning" | "night" | "evening" | "afternoon") {
        at += 1;
    }
    // the date behind it says more
    let skip = usize::from(matches!(reader.word(at), "," | "."));
    if let Some((n, words @ DateWords::Day { .. })) =
        day_month(reader, at + skip).or_else(|| month_first(reader, at + skip))
    {
        return Some((at + skip + n - i, words));
    }
    let of_last_week = reader.word(at) == "of" && reader.word(at + 1) == "last" && reader.word(at + 2) == "week";
    if of_last_week || (reader.word(at) == "last" && reader.word(at + 1) == "week") {
        let n = if of_last_week { 3 } else { 2 };
        return Some((at + n - i, DateWords::Weekday { weekday, last_week: true }));
    }
    Some((at - i, DateWords::Weekday { weekday, last_week: false }))
}

fn step(word: &str) -> Option<Step> {
    Some(match word {
        "day" | "days" | "night" | "nights" => Step::Day,
        "week" | "weeks" => Step::Week,
        "month" | "months" => Step::Month,
        "year" | "years" => Step::Year,
        _ => return None,
    })
}

/// `yesterday`, `last month`, `two weeks ago`, `three days later`, `the same day`
fn relative(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let (a, b, c) = (reader.word(i), reader.word(i + 1), reader.word(i + 2));
    let ago = |count, step, whole| DateWords::Ago { count, step, whole };
    let simple = match (a, b) {
        ("today" | "tonight", _) => Some((1, ago(0, Step::Day, false))),
        ("yesterday", "morning" | "afternoon" | "evening" | "night") | ("last", "night" | "evening") => {
            Some((2, ago(1, Step::Day, false)))
        }
        ("yesterday", _) => Some((1, ago(1, Step::Day, false))),
        ("this", "morning" | "afternoon" | "evening" | "noon") => Some((2, ago(0, Step::Day, false))),
        ("last" | "past", "week") => Some((2, ago(1, Step::Week, true))),
        ("last", "month") => Some((2, ago(1, Step::Month, true))),
        ("last", "year") => Some((2, ago(1, Step::Year, true))),
        ("this", "week") => Some((2, ago(0, Step::Week, true))),
        ("this", "month") => Some((2, ago(0, Step::Month, true))),
        ("this", "year") => Some((2, ago(0, Step::Year, true))),
        _ => None,
    };
    if simple.is_some() {
        return simple;
    }
    match (a, b, c) {
        ("the", "same", "day" | "night" | "morning" | "evening") => return Some((3, DateWords::SameDay(0))),
        ("the", "previous" | "preceding", "day" | "night" | "evening") | ("the", "day" | "night", "before") => {
            return Some((3, DateWords::SameDay(-1)));
        }
        ("the", "next" | "following", "day" | "night" | "morning") => return Some((3, DateWords::SameDay(1))),
        ("the", "previous", "week") => return Some((3, ago(1, Step::Week, true))),
        ("the", "previous", "month") => return Some((3, ago(1, Step::Month, true))),
        ("the", "previous", "year") => return Some((3, ago(1, Step::Year, true))),
        _ => {}
    }
    let (count, n) = if matches!(a, "a" | "an") {
        (1, 1)
    } else {
        cardinal(reader, i).filter(|_| reader.number_kind(i) != Some(NumberKind::Multiplier))?
    };
    let unit = step(reader.word(i + n))?;
    let count = i32::try_from(count).ok()?;
    match reader.word(i + n + 1) {
        "ago" => Some((n + 2, ago(count, unit, false))),
        "earlier" | "before" => Some((n + 2, DateWords::From { count: -count, step: unit })),
        "later" | "afterwards" => Some((n + 2, DateWords::From { count, step: unit })),
        "after"
            if matches!(reader.word(i + n + 2), "that" | "this")
                && !matches!(reader.word(i + n + 3), "attack" | "raid" | "bombing") =>
        {
            Some((n + 3, DateWords::From { count, step: unit }))
        }
        "after" => Some((n + 2, DateWords::After { count, step: unit })),
        _ => None,
    }
}

/// `in 2014`, `the 2022 Peshawar mosque attack`, `late 2016`
fn year_alone(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let y = year(reader, i, false)?;
    let before = if i == 0 { "" } else { reader.word(i - 1) };
    let led = matches!(
        before,
        "in" | "since"
            | "the"
            | "of"
            | "during"
            | "late"
            | "early"
            | "mid"
            | "from"
            | "until"
            | "year"
            | "("
            | "by"
            | "and"
            | "to"
            | "a"
            | "around"
            | "'s"
            | "before"
            | "after"
            | "between"
            | ","
    );
    let counted = reader.phrases(i + 1).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::People { .. })));
    (led && !(counted && before != "in" && before != "the")).then_some((1, DateWords::Year(y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn words_for_dates() {
        let day = |year, month, day| DateWords::Day { year, month, day, until: None };
        for (text, expected) in [
            ("On February 5, 2024, it fell", Some(day(Some(2024), 2, 5))),
            ("On 12 December it fell", Some(day(None, 12, 12))),
            ("4 APR 89", Some(day(Some(1989), 4, 4))),
            ("on Tuesday, Dec. 12", Some(day(None, 12, 12))),
            ("1–3 September 2004", Some(DateWords::Day { year: Some(2004), month: 9, day: 1, until: Some(3) })),
            ("2023-12-12", Some(day(Some(2023), 12, 12))),
            (
                "In January 2023 it fell",
                Some(DateWords::Month { year: Some(2023), month: 1, last: false, that_year: false }),
            ),
            ("It may fall", None),
            ("on Friday of last week", Some(DateWords::Weekday { weekday: 4, last_week: true })),
            ("two weeks ago", Some(DateWords::Ago { count: 2, step: Step::Week, whole: false })),
            ("three days later", Some(DateWords::From { count: 3, step: Step::Day })),
            ("the 2022 attack", Some(DateWords::Year(2022))),
            ("killed 2000 soldiers", None),
        ] {
            let document = Document::cut(text, None);
            let reader = Reader::new(&document, &document.sentences[0]);
            let found = (0..reader.len()).find_map(|i| date(&reader, i)).map(|f| f.1);
            assert_eq!(found, expected, "{text}");
        }
    }
}
