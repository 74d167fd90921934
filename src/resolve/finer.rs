//! From the area of an attack to the place in it.
//!
//! Enters: the places of a scene and the one that most speaks for. Leaves: a finer one inside it, or one of last resort.
//! Example: `in Basra province … in the village of Dabaa` is in Dabaa.

use crate::frame::report::PlaceWords;
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::resolve::whereabouts::{Found, inside, rank};

/// The place whose name an office bears that is struck: `the mayor of Gwoza was shot`.
pub fn bearer(found: &[Found<'_>]) -> Option<usize> {
    found.iter().position(|f| {
        let words = f.sight.words;
        words.institutional && f.sight.event.is_some() && words.led && f.specific()
    })
}

/// A place in another country than most of the article, which the scene says it happened in: `In Vienna, three men …`.
pub fn abroad(found: &[Found<'_>]) -> Option<usize> {
    found.iter().position(|f| {
        let words = f.sight.words;
        f.usable() && f.specific() && words.led && !words.afar && f.place.is_some_and(|p| p.canonical)
    })
}

/// In a dispatch in capitals a name counts behind `in` or `at`, and one that no list holds in the sentence of the attack.
pub fn passing(text: &str, found: &Found<'_>) -> bool {
    let words = found.sight.words;
    shouted(text, words)
        && words.area.is_empty()
        && (!words.led || found.sight.event.is_none() && words.candidates.is_empty())
}

/// Written in capitals, as are the words around.
pub fn shouted(text: &str, words: &PlaceWords) -> bool {
    let around = text[..words.span.start].chars().rev().take(40).chain(text[words.span.start..].chars().take(80));
    !around.into_iter().any(char::is_lowercase)
}

/// An area named first gives way to the first place inside it that the scene names.
pub fn refine(text: &str, found: &[Found<'_>], at: usize) -> usize {
    let Some(area) = found[at].place.filter(|p| matches!(p.kind, PlaceKind::Admin1 | PlaceKind::Admin2)) else {
        return at;
    };
    let first = found[at].sight.segment;
    let finer = |f: &Found<'_>| {
        f.usable()
            && (f.sight.segment <= first + 5)
            && !f.sight.words.afar
            && f.place.is_some_and(|c| inside(c, area) && rank(c.kind) > rank(area.kind) && c.name != area.name)
    };
    let led = (0..found.len()).find(|&i| finer(&found[i]) && found[i].sight.words.led);
    if let Some(finer) = led.or_else(|| (0..found.len()).find(|&i| finer(&found[i]))) {
        return finer;
    }
    // a village that no list holds, if the words for the attack stand beside it
    let village = |f: &Found<'_>| {
        let words = f.sight.words;
        let shaped = f.place.is_none() && matches!(words.area.as_str(), "village" | "town" | "hamlet");
        shaped && f.usable() && words.led && !words.afar && f.sight.event.is_some() && f.sight.segment <= first + 3
    };
    // nothing beside it may lie in another country
    let home = |i: &usize| {
        let beside = found.iter().filter(|f| f.sight.segment == found[*i].sight.segment);
        beside.filter_map(|f| f.place).all(|p| p.country_code == area.country_code)
    };
    let unlisted = (0..found.len()).find(|i| village(&found[*i]) && home(i));
    unlisted.or_else(|| (0..found.len()).find(|&i| measured(text, &found[i], area))).unwrap_or(at)
}

/// The spot has no name but is measured from one: `40 km west of Arish`, `between Thala and Gafsa`.
fn measured(text: &str, found: &Found<'_>, area: &Place) -> bool {
    let words = found.sight.words;
    let start = words.span.start;
    let from = (start.saturating_sub(60)..=start).find(|&i| text.is_char_boundary(i)).unwrap_or(start);
    let before = text[from..start].to_lowercase();
    let before = before.rsplit(['.', ';', '\n']).next().unwrap_or_default();
    let between = before.ends_with("between ");
    let distance = before
        .split(|c: char| !c.is_alphabetic())
        .any(|w| matches!(w, "km" | "kms" | "kilometres" | "kilometers" | "miles" | "mile" | "metres" | "meters"));
    let held = found.place.is_some_and(|p| p.kind == PlaceKind::Populated && inside(p, area));
    let usable = words.afar && !words.institutional && !found.sight.context && found.sight.event.is_some();
    usable && held && (between || (distance && !before.contains("from ")))
}
