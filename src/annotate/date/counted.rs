//! Dates counted from the day of writing or from another event.
//!
//! Enters: words. Leaves: how many days, weeks, months or years, and from what.
//! Example: `two weeks ago` counts from the day of writing, `three days later` from the event spoken of.

use crate::annotate::date::{DateWords, Step};
use crate::annotate::lexicon::NumberKind;
use crate::annotate::quantity::cardinal;
use crate::annotate::sense::Sense;
use crate::annotate::unit::Reader;

/// `yesterday`, `last month`, `two weeks ago`, `three days later`, `the same day`
pub fn counted(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    named(reader, i).or_else(|| beside(reader, i)).or_else(|| numbered(reader, i))
}

const fn ago(count: i32, step: Step, whole: bool) -> DateWords {
    DateWords::Ago { count, step, whole }
}

/// Words for one day or period, seen from the day of writing.
fn named(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let (a, b) = (reader.word(i), reader.word(i + 1));
    Some(match (a, b) {
        ("today" | "tonight", _) => (1, ago(0, Step::Day, false)),
        ("yesterday", "morning" | "afternoon" | "evening" | "night") | ("last", "night" | "evening") => {
            (2, ago(1, Step::Day, false))
        }
        ("yesterday", _) => (1, ago(1, Step::Day, false)),
        ("this", "morning" | "afternoon" | "evening" | "noon") => (2, ago(0, Step::Day, false)),
        ("overnight", _) => (1, DateWords::Overnight),
        ("last" | "past", "week") => (2, ago(1, Step::Week, true)),
        ("last", "month") => (2, ago(1, Step::Month, true)),
        ("last", "year") => (2, ago(1, Step::Year, true)),
        ("this", "week") => (2, ago(0, Step::Week, true)),
        ("this", "month") => (2, ago(0, Step::Month, true)),
        ("this", "year") => (2, ago(0, Step::Year, true)),
        _ => return None,
    })
}

/// What a date may be counted from that is no attack.
const OCCASIONS: &[&str] = &[
    "election",
    "elections",
    "vote",
    "voting",
    "polls",
    "poll",
    "referendum",
    "christmas",
    "easter",
    "ramadan",
    "eid",
    "diwali",
    "trial",
    "verdict",
    "summit",
    "visit",
    "anniversary",
    "talks",
    "ceasefire",
    "truce",
    "inauguration",
    "tournament",
    "olympics",
    "match",
    "deadline",
    "hearing",
    "wedding",
    "graduation",
];

fn part_of_day(word: &str) -> bool {
    matches!(word, "day" | "night" | "morning" | "evening" | "afternoon" | "dawn")
}

/// `the same day`, `the previous evening`, `the night before`, `the next morning`; `the day before yesterday`
fn beside(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let word = |k: usize| reader.word(i + k);
    if matches!(word(0), "that" | "hours" | "minutes" | "moments") {
        return match (word(0), word(1)) {
            ("that", part) if part_of_day(part) && part != "day" => Some((2, DateWords::SameDay(0))),
            ("hours" | "minutes" | "moments", "later" | "earlier") => {
                Some((2, DateWords::From { count: 0, step: Step::Day, exact: false }))
            }
            _ => None,
        };
    }
    if word(0) != "the" {
        return None;
    }
    match (word(1), word(2), word(3)) {
        ("day", "before", "yesterday") => Some((4, ago(2, Step::Day, false))),
        ("same", part, _) if part_of_day(part) => Some((3, DateWords::SameDay(0))),
        ("previous" | "preceding", part, _) if part_of_day(part) => Some((3, DateWords::SameDay(-1))),
        ("next" | "following", part, _) if part_of_day(part) => Some((3, DateWords::SameDay(1))),
        (part, "before" | "earlier", next) if part_of_day(part) && !starts_phrase(next) => {
            Some((3, DateWords::SameDay(-1)))
        }
        (part, "after", next) if part_of_day(part) && !starts_phrase(next) => Some((3, DateWords::SameDay(1))),
        ("previous", "week", _) => Some((3, ago(1, Step::Week, true))),
        ("previous", "month", _) => Some((3, ago(1, Step::Month, true))),
        ("previous", "year", _) => Some((3, ago(1, Step::Year, true))),
        _ => None,
    }
}

/// `the day before the vote`: what it is counted from is named behind it.
fn starts_phrase(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "gunmen" | "militants" | "that")
}

fn step(word: &str) -> Option<(i32, Step)> {
    Some(match word {
        "hour" | "hours" => (1, Step::Hour),
        "day" | "days" | "night" | "nights" | "evening" | "morning" => (1, Step::Day),
        "week" | "weeks" => (1, Step::Week),
        "fortnight" => (2, Step::Week),
        "month" | "months" => (1, Step::Month),
        "year" | "years" | "summers" | "winters" => (1, Step::Year),
        _ => return None,
    })
}

/// `two weeks ago`, `three days after the raid`, `exactly a year later`
fn numbered(reader: &Reader<'_>, i: usize) -> Option<(usize, DateWords)> {
    let exactly = usize::from(matches!(reader.word(i), "exactly" | "precisely"));
    let about = usize::from(matches!(
        reader.word(i),
        "about" | "around" | "some" | "nearly" | "almost" | "roughly" | "approximately" | "barely"
    ));
    let at = i + exactly + about;
    let (count, n) = if matches!(reader.word(at), "a" | "an") {
        (1, 1)
    } else {
        cardinal(reader, at).filter(|_| reader.number_kind(at) != Some(NumberKind::Multiplier))?
    };
    let (of, unit) = step(reader.word(at + n))?;
    let count = i32::try_from(count).ok()?.checked_mul(of)?;
    let mut end = at + n + 1;
    let to_the_day = matches!((reader.word(end), reader.word(end + 1), reader.word(end + 2)), ("to", "the", "day"));
    end += if to_the_day { 3 } else { 0 };
    let exact = exactly == 1 || to_the_day;
    let from = |count| DateWords::From { count, step: unit, exact };
    // "a week before elections": counted from no attack
    let occasion = (end + 1..end + 4).any(|k| OCCASIONS.contains(&reader.word(k)));
    if matches!(reader.word(end), "before" | "after" | "following") && occasion {
        return None;
    }
    let (length, words) = match reader.word(end) {
        "ago" => {
            let tail = (reader.word(end + 1), reader.word(end + 2));
            let years = u32::try_from(count).ok().filter(|_| unit == Step::Year);
            match (years, tail) {
                (Some(count), ("this", "month")) => (3, DateWords::YearsAgo { count, step: Step::Month }),
                (Some(count), ("today", _)) => (2, DateWords::YearsAgo { count, step: Step::Day }),
                (Some(count), _) if exact => (1, DateWords::YearsAgo { count, step: Step::Day }),
                _ => (1, ago(count, unit, false)),
            }
        }
        "earlier" | "before" | "previously" => (1, from(-count)),
        "later" | "afterwards" | "afterward" => (1, from(count)),
        "after" | "following"
            if matches!(reader.word(end + 1), "that" | "this")
                && !matches!(reader.word(end + 2), "attack" | "raid" | "bombing") =>
        {
            (2, from(count))
        }
        "after" if unit != Step::Hour => (1, DateWords::After { count, step: unit }),
        // "two hours after the blast": of the same day
        "after"
            if reader.word(end + 1) == "the"
                && reader.longest(end + 2, |s| matches!(s, Sense::Event { .. }).then_some(())).is_some() =>
        {
            (1, DateWords::After { count: 0, step: Step::Day })
        }
        _ => return None,
    };
    Some((end + length - i, words))
}
