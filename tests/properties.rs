//! Whatever the text, extraction ends, repeats itself, and quotes only what stands there.
//!
//! Enters: noise, and pieces of news in any order. Leaves: nothing; a failing case prints its text.
//! Example: `killed at least (12 March` has a span for each value, or none.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use pipeline::extract::extract;
use pipeline::read::{Options, Source, Sources};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};

const CASES: u32 = 200;

/// What articles are made of, whole and broken.
const PIECES: &[&str] = &[
    "ten police officers",
    "at least 23 people",
    "more than 1,400",
    "between 6 and 8",
    "six to eight",
    "half a dozen",
    "dozens",
    "no one",
    "nobody was hurt",
    "24 (including a perpetrator)",
    "99999999999999999999",
    "4294967296 people",
    "-3",
    "0",
    "3.5 million",
    "twenty-",
    "one hundred and",
    "a further",
    "another 12 others",
    "killed",
    "were killed",
    "wounding",
    "injured",
    "kidnapped",
    "died of their wounds",
    "the death toll rose to 41 from 38",
    "a suicide bomber",
    "suicide bombers",
    "blew himself up",
    "opened fire",
    "a car bomb exploded",
    "attacked a police station",
    "the attack",
    "The December assault",
    "this faction",
    "the army killed 27 militants in response",
    "all six attackers died",
    "claimed responsibility",
    "No group has claimed",
    "denied that it was behind",
    "suspicion fell on",
    "believed to be the work of",
    "a spokesman for the group said",
    "according to police",
    "hospital officials said",
    "the Tehrik-i-Taliban Pakistan (TTP)",
    "Boko Haram",
    "al-Shabaab",
    "the Islamic State group",
    "Harakat-ul-Sabr Front",
    "militants",
    "gunmen on motorcycles",
    "soldiers",
    "civilians, among them women and children",
    "On 12 December 2023,",
    "on Monday",
    "In December",
    "January 2023",
    "31 February 2021",
    "29 Feb. 2023",
    "21–24 September 2013",
    "0000-00-00",
    "9999-12-31",
    "31 December 9999",
    "last year",
    "two days earlier",
    "300000 years ago",
    "the previous night",
    "Published: 28 March 2016",
    "in Peshawar",
    "in Daraban, Dera Ismail Khan District, Khyber Pakhtunkhwa, Pakistan",
    "in Cúcuta",
    "near N'Djamena",
    "in the Miraflores district of the Peruvian capital",
    "LAHORE —",
    "MANCHESTER, England —",
    "LIMA, 17 JUL 92 (AUSTRAL) --",
    "TWO CAR BOMBS EXPLODED, KILLING AT LEAST 18 PERSONS",
    "= Daraban attack =",
    "== Background ==",
    "=== ===",
    "=",
    "Infobox",
    "- Date: 12 December 2023",
    "- Date:",
    "- Fatalities: 24 (including a perpetrator)",
    "- Fatalities: 10–12+",
    "- Injuries: 34",
    "- Perps: Al-Shabaab",
    "- Location:",
    "- Type: Mass shooting, suicide bombing",
    "Peshawar, 30 January:",
    "Kabul: 12 dead.",
    "* Herat —",
    "1.",
    "a)",
    "•",
    "Lt. Col. J. Smith",
    "Mr",
    "Jan.",
    "U.S.",
    "St.",
    "\"Our men entered at 2:30 a.m.\"",
    "“More than 20 soldiers were killed",
    "'",
    "’s",
    "(",
    ")",
    "[",
    "]]",
    "«",
    "—",
    "–",
    "-",
    "--",
    "...",
    "…",
    ";",
    ":",
    ",",
    ".",
    "?!",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{2009}000",
    "e\u{301}",
    "İSTANBUL",
    "ẞ",
    "ﬁve killed",
    "K\u{212a}illed",
    "ŉ",
    "٣ قتلى",
    "十人死亡",
    "💥",
    "👨‍👩‍👧",
];
const JOINTS: &[&str] =
    &[" ", " ", " ", ". ", ", ", "\n", "\n\n", "", " — ", "; ", " and ", ": ", " (", ") ", "\t", "\r\n"];

/// Pieces in any order, now and then cut inside a word or set in capitals.
fn news() -> impl Strategy<Value = String> {
    let piece = (select(PIECES), select(JOINTS), 0..12u8, any::<prop::sample::Index>());
    prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        pieces.into_iter().fold(String::new(), |text, (piece, joint, form, cut)| {
            let piece = match form {
                0 => piece.to_uppercase(),
                1 => piece.to_lowercase(),
                2 => piece.chars().take(cut.index(piece.chars().count() + 1)).collect(),
                3 => piece.chars().skip(cut.index(piece.chars().count() + 1)).collect(),
                _ => piece.to_owned(),
            };
            text + &piece + joint
        })
    })
}

/// Any characters, with whitespace and marks oftener than chance gives them.
fn noise() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => any::<char>(),
        3 => select(vec![' ', '\n', '.', ',', '-', '=', ':', '(', '"', '’', '0', '7', 'a', 'K', 'é', 'İ', '\u{301}']),
    ];
    prop::collection::vec(character, 0..200).prop_map(|characters| characters.into_iter().collect())
}

fn dates() -> impl Strategy<Value = Option<&'static str>> {
    select(vec![None, Some("2024-02-29"), Some("2024-02"), Some("2024"), Some("0001-01-01"), Some("9999-12-31")])
}

/// The text as a plain file and as a JSON line under a headline; noise that is no article gives nothing.
fn sources(folder: &Path, text: &str, published: Option<&str>) -> Vec<Source> {
    let plain = folder.join("a.txt");
    let line = folder.join("a.jsonl");
    fs::write(&plain, text).unwrap();
    let (title, body) = text.split_once('\n').unwrap_or(("Ten killed in Herat", text));
    fs::write(&line, json!({"id": "a", "title": title, "text": body}).to_string()).unwrap();
    let options = Options { format: None, published: published.map(ToOwned::to_owned) };
    Sources::new([plain, line], options).filter_map(Result::ok).collect()
}

fn check(source: &Source) -> Result<(), TestCaseError> {
    let extraction = extract(source);
    prop_assert_eq!(&extraction, &extract(source), "not the same twice");
    prop_assert_eq!(&extraction.text, &source.text);
    let value = serde_json::to_value(&extraction).unwrap();
    let mut quotes = 0;
    walk(&value, "", &source.text, &mut quotes)?;
    prop_assert!(quotes >= extraction.incidents.len());
    prop_assert_eq!(extraction.relevant, !extraction.incidents.is_empty());
    prop_assert!(extraction.relevant || extraction.reason.is_some(), "irrelevant without a reason");
    let again: pipeline::resolve::mention::Extraction = serde_json::from_value(value).unwrap();
    prop_assert_eq!(again, extraction, "not the same after JSON");
    Ok(())
}

fn walk(value: &Value, at: &str, text: &str, quotes: &mut usize) -> Result<(), TestCaseError> {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(n, item)| walk(item, &format!("{at}[{n}]"), text, quotes))
        }
        Value::Object(fields) => {
            object(fields, at, text, quotes)?;
            fields.iter().try_for_each(|(key, value)| walk(value, &format!("{at}.{key}"), text, quotes))
        }
        _ => Ok(()),
    }
}

fn object(fields: &Map<String, Value>, at: &str, text: &str, quotes: &mut usize) -> Result<(), TestCaseError> {
    if let Some(quote) = fields.get("quote") {
        let (first, last) =
            if fields.contains_key("start_byte") { ("start_byte", "end_byte") } else { ("start", "end") };
        let offset = |key: &str| fields.get(key).and_then(Value::as_u64).map(|at| usize::try_from(at).unwrap());
        let (Some(start), Some(end)) = (offset(first), offset(last)) else {
            return Err(TestCaseError::fail(format!("{at}: no offsets")));
        };
        prop_assert_eq!(text.get(start..end), quote.as_str(), "{} at {}..{}", at, start, end);
        prop_assert!(start < end, "{at}: an empty quote at {start}");
        *quotes += 1;
    }
    if let (Some(low), Some(high)) = (number(fields, "low"), number(fields, "high")) {
        prop_assert!(low <= high, "{at}: {low} to {high}");
    }
    if fields.contains_key("basis") {
        let (start, end) = (fields["start"].as_str(), fields["end"].as_str());
        prop_assert!(start <= end, "{at}: {start:?} to {end:?}");
    }
    Ok(())
}

fn number(fields: &Map<String, Value>, key: &str) -> Option<u64> {
    fields.get(key).and_then(Value::as_u64)
}

fn hold(texts: &impl Strategy<Value = String>) {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let folder = tempfile::tempdir().unwrap();
    let cases = (texts, dates());
    let held =
        runner.run(&cases, |(text, published)| sources(folder.path(), &text, published).iter().try_for_each(check));
    if let Err(failure) = held {
        panic!("{failure}");
    }
}

#[test]
fn any_characters() {
    hold(&noise());
}

#[test]
fn pieces_of_news_in_any_order() {
    hold(&news());
}

#[test]
fn pieces_of_news_in_capitals() {
    hold(&news().prop_map(|text| text.to_uppercase()));
}

#[test]
fn articles_cut_anywhere() {
    let texts: Vec<String> =
        Sources::new(["seeds/articles"], Options::default()).map(|read| read.unwrap().text).collect();
    let cut =
        (select(texts), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, from, to)| {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let (from, to) = (places[from.index(places.len())], places[to.index(places.len())]);
            text[from.min(to)..from.max(to)].to_owned()
        });
    hold(&cut);
}
