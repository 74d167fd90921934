//! Days, months and years of the calendar.
//!
//! Enters: words. Leaves: a day or month with as much of its year as is said.
//! Example: `from 24 June to 2 July 2016` is a stretch of days, both in 2016; `It may fall` holds no month.

use crate::annotate::date::{DateWords, DayWords, InYear};
use crate::annotate::lexicon::Sense;
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;

/// Months as words; case matters for `may` and `march`.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Feasts that fall on one day of every year.
const FEASTS: &[(&[&str], u32, u32)] = &[
    (&["christmas", "eve"], 12, 24),
    (&["christmas", "day"], 12, 25),
    (&["boxing", "day"], 12, 26),
    (&["new", "years", "eve"], 12, 31),
    (&["new", "year", "'s", "eve"], 12, 31),
    (&["new", "years", "day"], 1, 1),
    (&["new", "year", "'s", "day"], 1, 1),
    (&["valentine", "'s", "day"], 2, 14),
    (&["valentines", "day"], 2, 14),
    (&["may", "day"], 5, 1),
    (&["bastille", "day"], 7, 14),
    (&["halloween"], 10, 31),
    (&["all", "saints", "day"], 11, 1),
];

/// A day, or the stretch of days that it opens.
pub fn day(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    // "between 3 and 5 May": its numbers are no count of people
    if reader.word(i) == "between" {
        let (n, words) = stretch(reader, i + 1)?;
        return matches!(words, DateWords::Day { last: Some(_), .. }).then_some((n + 1, words));
    }
    iso(reader, i)
        .or_else(|| numeric(reader, i))
        .or_else(|| feast(reader, i))
        .or_else(|| movable(reader, i))
        .or_else(|| stretch(reader, i))
}

/// Feasts that move with Easter, and how many days from it they are.
const MOVABLE: &[(&[&str], i32)] = &[
    (&["palm", "sunday"], -7),
    (&["maundy", "thursday"], -3),
    (&["good", "friday"], -2),
    (&["holy", "saturday"], -1),
    (&["easter", "saturday"], -1),
    (&["easter", "eve"], -1),
    (&["easter", "sunday"], 0),
    (&["easter", "day"], 0),
    (&["easter", "monday"], 1),
];

/// `Good Friday`, `Easter Sunday 2019`
fn movable(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    if !(reader.capitals || reader.capital(i)) {
        return None;
    }
    let (names, days) =
        MOVABLE.iter().find(|(names, _)| names.iter().enumerate().all(|(k, name)| reader.word(i + k) == *name))?;
    let (year, end) = year_behind(reader, i + names.len());
    Some((end - i, DateWords::Easter { days: *days, year }))
}

fn words(year: InYear, month: u32, day: u32) -> DateWords {
    DateWords::Day { first: DayWords { year, month, day }, last: None }
}

/// 1 to 12 where the word is a month.
fn month(reader: &Reader<'_>, i: usize) -> Option<u32> {
    let is_month = reader.phrases(i).any(|(n, s)| n == 1 && s.contains(&Sense::Word(Tags::MONTH)));
    if !is_month {
        return None;
    }
    let word = reader.word(i);
    let index = MONTHS.iter().position(|m| word.starts_with(m))? as u32 + 1;
    if matches!(word, "may" | "march" | "mar" | "dec") && !reader.capitals && !reader.capital(i) {
        return None;
    }
    Some(index)
}

/// `may`, `march`: months only beside a number or behind a preposition.
fn doubtful(reader: &Reader<'_>, i: usize) -> bool {
    matches!(reader.word(i), "may" | "march" | "mar" | "august" | "jan")
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
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| (3, words(InYear::Printed(y), month, day)))
}

/// `25/12/2019`, `12.25.2019`: only where one of the numbers can be no month, since usage differs; or as the label of an
/// entry.
fn numeric(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let mark = |at: usize| matches!(reader.word(at), "/" | ".");
    let (second, third, n) = if mark(i + 1) && mark(i + 3) { (i + 2, i + 4, 5) } else { (i + 1, i + 2, 3) };
    if n == 3 && !(reader.joined(second) && reader.joined(third)) {
        return None;
    }
    let y = year(reader, third, false)?;
    let a: u32 = reader.word(i).parse().ok().filter(|n| (1..=31).contains(n))?;
    let b: u32 = reader.word(second).parse().ok().filter(|n| (1..=31).contains(n))?;
    let (day, month) = match (a > 12, b > 12) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        (false, false) if a == b => (a, b),
        // "05/04/2001: two men …": lists of incidents write the month first
        (false, false) if i == 0 && reader.word(i + n) == ":" => (b, a),
        _ => return None,
    };
    Some((n, words(InYear::Printed(y), month, day)))
}

/// `Christmas Day 2011`, `New Year's Eve`
fn feast(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    if !(reader.capitals || reader.capital(i)) {
        return None;
    }
    let (names, month, day) =
        FEASTS.iter().find(|(names, _, _)| names.iter().enumerate().all(|(k, name)| reader.word(i + k) == *name))?;
    let (year, end) = year_behind(reader, i + names.len());
    Some((end - i, words(year, *month, *day)))
}

/// The year behind a day or month, with or without a comma: `, 2023`, `last year`, `of that year`.
fn year_behind(reader: &Reader<'_>, at: usize) -> (InYear, usize) {
    if let Some((year, n)) = spoken_year(reader, at) {
        return (year, at + n);
    }
    let skip = usize::from(matches!(reader.word(at), "," | "." | "of"));
    match year(reader, at + skip, skip == 0) {
        Some(y) => (InYear::Printed(y), at + skip + 1),
        None => (InYear::Latest, at),
    }
}

/// `last year`, `of that year`, `the same year`, `the year before`
fn spoken_year(reader: &Reader<'_>, at: usize) -> Option<(InYear, usize)> {
    let of = usize::from(matches!(reader.word(at), "of" | "," | "in"));
    let (a, b, c) = (reader.word(at + of), reader.word(at + of + 1), reader.word(at + of + 2));
    match (a, b, c) {
        ("last", "year", _) => Some((InYear::Before(1), of + 2)),
        ("this", "year", _) => Some((InYear::Latest, of + 2)),
        ("that", "year", _) => Some((InYear::Spoken, of + 2)),
        ("the", "same", "year") => Some((InYear::Spoken, of + 3)),
        ("the", "year", "before") | ("the", "previous", "year") if of == 0 || reader.word(at) == "of" => {
            Some((InYear::Before(1), of + 3))
        }
        _ => None,
    }
}

/// One day, or several of one month under one name: `12 December 2023`, `1–3 September`, `Dec. 12`, `4 APR 89`.
fn named(reader: &Reader<'_>, i: usize) -> Option<(usize, DayWords, Option<DayWords>)> {
    let (end, month, first, last, year) = day_first(reader, i).or_else(|| month_first(reader, i))?;
    let at = |day| DayWords { year, month, day };
    Some((end - i, at(first), last.map(at)))
}

type Named = (usize, u32, u32, Option<u32>, InYear);

/// The last day of several, behind `at`: `-3`, `to 26`, and `and 5` where no people are counted.
fn last_of_several(reader: &Reader<'_>, at: usize, first: u32) -> Option<(usize, u32)> {
    let sign = usize::from(matches!(reader.word(at), "-" | "to" | "and" | "or" | "until" | "till"));
    if sign == 0 && !reader.joined(at) {
        return None;
    }
    let last = day_number(reader, at + sign).filter(|last| *last > first)?;
    Some((at + sign + 1, last))
}

/// `12 December`, `the 5th of May`
fn day_first(reader: &Reader<'_>, i: usize) -> Option<Named> {
    let first = day_number(reader, i)?;
    let mut at = i + 1;
    let mut last = None;
    if let Some((end, day)) = last_of_several(reader, at, first) {
        last = Some(day);
        at = end;
    }
    if reader.word(at) == "of" {
        at += 1;
    }
    let month = month(reader, at)?;
    at += 1;
    if reader.word(at) == "." {
        at += 1;
    }
    let (year, end) = year_behind(reader, at);
    Some((end, month, first, last, year))
}

/// `December 12, 2023`, `Dec. 12`
fn month_first(reader: &Reader<'_>, i: usize) -> Option<Named> {
    let month = month(reader, i)?;
    let mut at = i + 1;
    if reader.word(at) == "." {
        at += 1;
    }
    if year(reader, at, false).is_some() {
        return None;
    }
    let first = day_number(reader, at)?;
    at += 1;
    let several = last_of_several(reader, at, first).filter(|(end, _)| {
        // "on June 4 and 20 people fell"
        let next = reader.tokens.get(*end);
        !matches!(reader.word(at), "and" | "or")
            || next.is_none_or(|t| !t.is_word())
            || i > 0 && reader.word(i - 1) == "between"
    });
    let last = several.map(|s| s.1);
    let (year, end) = year_behind(reader, several.map_or(at, |s| s.0));
    Some((end, month, first, last, year))
}

/// A day, and the day up to which something lasted: `from 24 June to 2 July 2016`, `August 17 and August 18`.
fn stretch(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let (n, mut first, mut last) = named(reader, i)?;
    let mut end = i + n;
    let sign = reader.word(end);
    let led = i > 0 && matches!(reader.word(i - 1), "from" | "between");
    if last.is_none()
        && matches!(sign, "-" | "to" | "until" | "till" | "and")
        && let Some((m, to, None)) = named(reader, end + 1)
        && (sign != "and" || led || to.month == first.month && to.day == first.day + 1)
    {
        last = Some(to);
        end += 1 + m;
    }
    if let Some(to) = &mut last {
        match (first.year, to.year) {
            (InYear::Latest, InYear::Printed(year)) => {
                let over = (first.month, first.day) > (to.month, to.day);
                first.year = InYear::Printed(year - i32::from(over));
            }
            (InYear::Printed(year), InYear::Latest) => {
                let over = (first.month, first.day) > (to.month, to.day);
                to.year = InYear::Printed(year + i32::from(over));
            }
            _ => {}
        }
    }
    Some((end - i, DateWords::Day { first, last }))
}

/// `December 2023`, `in December`, `the December assault`, `September last year`; `the 12th of this month`
pub fn month_alone(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    if let Some(day) = day_number(reader, i)
        && reader.word(i) != day.to_string()
        && reader.word(i + 1) == "of"
        && reader.word(i + 3) == "month"
    {
        let back = match reader.word(i + 2) {
            "this" => 0,
            "last" => 1,
            _ => return None,
        };
        return Some((4, DateWords::OfMonth { day, back }));
    }
    let month = month(reader, i)?;
    let mut at = i + 1;
    if reader.word(at) == "." {
        at += 1;
    }
    if let Some((n, day)) = day_behind(reader, at) {
        let year = if i > 0 && reader.word(i - 1) == "last" { InYear::Past } else { InYear::Latest };
        return Some((at + n - i, words(year, month, day)));
    }
    let (year, end) = year_behind(reader, at);
    if matches!(year, InYear::Printed(y) if y >= 1900 && reader.word(end - 1).len() == 4) {
        return Some((end - i, DateWords::Month { year, month }));
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
            | "from"
            | "between"
    );
    // "the March assault": a month as an adjective
    let event = reader.longest(i + 1, |s| matches!(s, Sense::Event { .. }).then_some(())).is_some();
    if doubtful(reader, i) && !led && !event {
        return None;
    }
    if !matches!(year, InYear::Latest | InYear::Printed(_)) || end > at && spoken_year(reader, at).is_some() {
        return Some((end - i, DateWords::Month { year, month }));
    }
    let year = if before == "last" { InYear::Past } else { year_before(reader, i).unwrap_or(InYear::Latest) };
    Some((1, DateWords::Month { year, month }))
}

/// `Last year, in May`: the year stands before the month.
fn year_before(reader: &Reader<'_>, i: usize) -> Option<InYear> {
    let at = i.checked_sub(1).filter(|&at| reader.word(at) == "in")?;
    let at = at - usize::from(at > 0 && reader.word(at - 1) == ",");
    let year = at >= 2 && reader.word(at - 1) == "year";
    match reader.word(at.checked_sub(2)?) {
        "last" if year => Some(InYear::Before(1)),
        "that" if year => Some(InYear::Spoken),
        _ => None,
    }
}

/// Its day behind a month and a comma: `last May, on the night of the 19th`.
fn day_behind(reader: &Reader<'_>, at: usize) -> Option<(usize, u32)> {
    let mut end = at + usize::from(reader.word(at) == ",");
    end += usize::from(matches!(reader.word(end), "on" | "in"));
    if reader.word(end) != "the" {
        return None;
    }
    let part = matches!(reader.word(end + 1), "night" | "evening" | "morning" | "afternoon");
    if part && reader.word(end + 2) == "of" && reader.word(end + 3) == "the" {
        end += 3;
    }
    let day = day_number(reader, end + 1).filter(|d| reader.word(end + 1) != d.to_string())?;
    Some((end + 2 - at, day))
}

/// `in 2014`, `the 2022 Peshawar mosque attack`, `late 2016`
pub fn year_alone(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
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
    // "Looking back at 2019: …"
    let led = led || before == "at" && reader.word(i + 1) == ":";
    (led && !(counted && before != "in" && before != "the")).then_some((1, DateWords::Year(y)))
}
