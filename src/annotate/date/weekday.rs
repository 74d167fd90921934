//! Days of the week, and the weekend.
//!
//! Enters: words. Leaves: the weekday and how far it reaches back; a date of the calendar where one stands behind it.
//! Example: `Friday of last week`; `Tuesday, 12 December` is the day of December.

use crate::annotate::date::{DateWords, Reach, absolute};
use crate::annotate::lexicon::Sense;
use crate::annotate::tag::Tags;
use crate::annotate::toponym::AREA_BEHIND;
use crate::annotate::unit::Reader;

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// `Tuesday`, `last Friday`, `Friday of last week`, `Tuesday 12 December`, `at the weekend`
pub fn weekday(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let lead = usize::from(matches!(reader.word(i), "last" | "this" | "past" | "the"));
    if matches!(reader.word(i + lead), "weekend") && lead == 1 {
        return Some((2, DateWords::Weekend));
    }
    let lead = if reader.word(i) == "the" { 0 } else { lead };
    let word = reader.word(i + lead);
    let is_weekday = reader.phrases(i + lead).any(|(n, s)| n == 1 && s.contains(&Sense::Word(Tags::WEEKDAY)));
    if !is_weekday || matches!(word, "sun" | "sat" | "wed" | "mon") && !reader.capital(i + lead) {
        return None;
    }
    // "Mon state": a name, not the day
    if word.len() == 3 && AREA_BEHIND.contains(&reader.word(i + lead + 1)) {
        return None;
    }
    let weekday = WEEKDAYS.iter().position(|d| word.starts_with(d))? as u32;
    let mut at = i + lead + 1;
    if matches!(reader.word(at), "morning" | "night" | "evening" | "afternoon") {
        at += 1;
    }
    // the date behind it says more
    let skip = usize::from(matches!(reader.word(at), "," | "."));
    if let Some((n, words @ DateWords::Day { .. })) = absolute::day(reader, at + skip) {
        return Some((at + skip + n - i, words));
    }
    let of = usize::from(reader.word(at) == "of");
    let week = |from: usize| match (reader.word(from), reader.word(from + 1), reader.word(from + 2)) {
        ("last", "week", _) => Some(2),
        ("the", "previous" | "preceding" | "past", "week") | ("the", "week", "before") => Some(3),
        _ => None,
    };
    if let Some(n) = week(at + of) {
        return Some((at + of + n - i, DateWords::Weekday { weekday, reach: Reach::LastWeek }));
    }
    let past = matches!(reader.word(i), "last" | "past") && lead == 1;
    Some((at - i, DateWords::Weekday { weekday, reach: if past { Reach::Past } else { Reach::Latest } }))
}
