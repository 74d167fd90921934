//! Which of the places that a scene names most speaks for being where it happened.
//!
//! Enters: the places of a scene, each with the candidate chosen for it. Leaves: the one that is best placed.
//! Example: in `Police in Tunis said gunmen struck a post in Thala` it is Thala.

use crate::reference::countries::COUNTRIES;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::resolve::finer::{passing, shouted};
use crate::resolve::nation::Countries;
use crate::resolve::nest::holds;
use crate::resolve::whereabouts::Found;

/// What speaks for the town of the dateline: a capital is where correspondents sit, to a small place they come for the
/// news; and `the city` is the one that was named.
fn filed(found: &Found<'_>) -> i64 {
    match found.place {
        _ if found.sight.context => 45,
        Some(town) if capital(town) => -4,
        Some(town) if town.population > 100_000 => 14,
        _ => 32,
    }
}

/// The capital of its country.
pub fn capital(place: &Place) -> bool {
    COUNTRIES.iter().any(|c| c.code == place.country_code && fold(c.capital) == fold(place.name))
}

/// `attacks in Punjab and Sindh`: of several provinces none is the place.
fn several(text: &str, found: &[Found<'_>], at: &Found<'_>) -> bool {
    let province = |f: &Found<'_>| f.kind() == Some(PlaceKind::Admin1) && f.sight.segment == at.sight.segment;
    let own = at.sight.words.span;
    province(at)
        && found.iter().filter(|f| province(f)).any(|f| {
            let other = f.sight.words.span;
            let (first, last) = if other.start < own.start { (other, own) } else { (own, other) };
            let between = text.get(first.end..last.start).unwrap_or_default().trim();
            matches!(between, "and" | "," | ", and" | "and in") && f.place.map(|p| p.id) != at.place.map(|p| p.id)
        })
}

/// The sight that most speaks for: in the segment of the attack, behind `in`, near its words, exact, early.
pub fn best(text: &str, found: &[Found<'_>], countries: &Countries) -> Option<usize> {
    let mut order: Vec<usize> = Vec::new();
    for f in found.iter().filter(|f| f.usable() && f.specific()) {
        if !order.contains(&f.sight.segment) {
            order.push(f.sight.segment);
        }
    }
    // "killed in Mali" rules out what lies elsewhere
    let stated = found.iter().find(|f| {
        let words = f.sight.words;
        f.usable() && f.sight.event.is_some() && words.led && !words.afar && f.kind() == Some(PlaceKind::Country)
    });
    let abroad = |f: &Found<'_>| {
        stated.and_then(|s| s.place).zip(f.place).is_some_and(|(s, p)| s.country_code != p.country_code)
    };
    // a capital abroad that the article speaks of less than of its own country
    let top = countries.most().map_or(0, |code| countries.votes(code));
    let foreign = |f: &Found<'_>| f.place.is_some_and(|p| top >= 12 && countries.votes(p.country_code) * 4 < top);
    // a village that the scene names is finer than the town from where it is told
    let village = found.iter().any(|f| {
        let words = f.sight.words;
        f.usable() && words.led && !words.afar && matches!(words.area.as_str(), "village" | "hamlet")
    });
    let score = |f: &Found<'_>| {
        let words = f.sight.words;
        if f.sight.filed {
            return if village { filed(f).min(8) } else { filed(f) };
        }
        let turn: i64 = order.iter().take_while(|s| **s != f.sight.segment).take(6).map(|_| 1).sum();
        let exact = match f.kind() {
            Some(PlaceKind::Populated) => 18,
            Some(PlaceKind::Admin2) => 12,
            Some(_) => 6,
            None if matches!(words.area.as_str(), "province" | "state" | "region" | "governorate") => 6,
            None if words.area == "district" => 14,
            None if words.area.is_empty() => 16,
            None => 20,
        };
        let gap = f.sight.event.map_or(60, |event| {
            let gap = if words.span.start >= event.end {
                words.span.start - event.end
            } else {
                event.start.saturating_sub(words.span.end) + 10
            };
            i64::try_from(gap / 12).map_or(8, |steps| steps.min(8))
        });
        let event = if f.sight.event.is_some() { 14 } else { 0 };
        let loss = i64::from(words.afar) * 40
            + i64::from(words.near) * 4
            + i64::from(words.lends) * 14
            + i64::from(abroad(f)) * 30
            + i64::from(several(text, found, f)) * 24
            + i64::from(foreign(f)) * 12;
        exact + event - gap.min(8) - turn * 12 + i64::from(words.led) * 24 - loss
    };
    // and a name that no list holds and a church bears is the church's
    let told = |f: &Found<'_>| {
        let words = f.sight.words;
        (!foreign(f) || f.sight.filed || (f.sight.event.is_some() && !words.afar))
            && !(words.candidates.is_empty() && words.lends)
            && (f.sight.filed || !passing(text, f))
            && !(!f.sight.filed && shouted(text, words) && score(f) < 0)
    };
    let usable = (0..found.len()).filter(|&i| found[i].usable() && found[i].specific() && told(&found[i]));
    usable.max_by_key(|&i| (!holds(text, found, i), score(&found[i]), std::cmp::Reverse(i)))
}
