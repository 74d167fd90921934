//! How the places of a sentence hold one another.
//!
//! Enters: places with their candidates, in order. Leaves: the town of a quarter, the towns of one wave of attacks.
//! Example: `in the Bab quarter of Homs` is in Homs; `in Mosul, Kirkuk and Baquba` are three towns.

use crate::annotate::place_words::{QUARTERS, SITES};
use crate::annotate::toponym::AREA_BEHIND;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, Place, PlaceKind};
use crate::resolve::whereabouts::Found;
use crate::span::Span;

/// From so many inhabitants on a town has quarters that news name.
const CITY: u32 = 100_000;

/// The town of a quarter: `the Bab quarter of Homs`, `Bab Souika, Tunis`, a name that no list holds in a city.
pub fn town_around(text: &str, found: &[Found<'_>], at: usize, home: Option<&str>) -> Option<usize> {
    let quarter = found[at];
    let area = quarter.sight.words.area.as_str();
    if matches!(area, "village" | "town" | "city" | "province" | "state" | "county" | "governorate")
        || quarter.place.is_some_and(|p| p.kind == PlaceKind::Admin1 || p.population >= CITY * 20)
    {
        return None;
    }
    let part = QUARTERS.contains(area);
    if !part && quarter.place.is_some_and(|p| p.kind != PlaceKind::Populated || p.population >= CITY * 5) {
        return None;
    }
    let sited =
        area.is_empty() && site(text, quarter.sight.words.span) && quarter.place.is_none_or(|q| q.population < 30_000);
    let city = |f: &Found<'_>| {
        let Some(place) = f.place.filter(|p| p.kind == PlaceKind::Populated) else { return false };
        let fits = quarter.place.is_none_or(|q| {
            q.id != place.id
                && q.population < place.population / 4
                && (apart(q, place) < 15.0 || part || sited || q.latitude.is_none())
        });
        // a district is not of the town that the report was filed from, unless it lies close by
        let filed =
            f.sight.filed && !matches!(area, "quarter" | "neighborhood" | "neighbourhood" | "suburb" | "borough");
        let far = filed && !sited && quarter.place.is_none_or(|q| apart(q, place) > 15.0);
        (f.usable() || f.sight.context)
            && fits
            && !far
            && !f.sight.words.afar
            && place.population >= if part { CITY / 5 } else { CITY }
    };
    // its own holder comes right behind it, or before it with a genitive
    let next = (at + 1..found.len().min(at + 3)).find(|&i| city(&found[i]) && nested(text, found, at, i));
    let before = at.checked_sub(1).filter(|&i| city(&found[i]) && nested(text, found, i, at));
    if let Some(holder) = next.or(before) {
        return Some(holder);
    }
    // "at Jebel Nour on the road near Thala": a spot, and the town it is near
    let own = quarter.sight.words.span;
    let spot = quarter.place.is_none()
        && area.is_empty()
        && ["at ", "at the "]
            .iter()
            .any(|w| text.get(own.start.saturating_sub(w.len())..own.start).is_some_and(|t| t.eq_ignore_ascii_case(w)));
    if spot {
        let town = |f: &Found<'_>| {
            f.usable()
                && f.sight.segment == quarter.sight.segment
                && !f.sight.words.afar
                && f.sight.words.led
                && f.kind() == Some(PlaceKind::Populated)
        };
        if let Some(found) = (at + 1..found.len().min(at + 3)).find(|&i| town(&found[i])) {
            return Some(found);
        }
    }
    // "shot dead in Thornby … at Abbey Rise": a name that no list holds, in the town that the scene named first
    let told = |f: &Found<'_>| {
        let words = f.sight.words;
        let fits = f.usable() && !words.afar && f.kind() == Some(PlaceKind::Populated) && words.led;
        fits && f.sight.event.is_some() && f.place.is_some_and(|p| p.population >= CITY / 5)
    };
    let here = quarter.sight.segment;
    if sited || quarter.place.is_none() && area.is_empty() && !quarter.sight.words.near {
        let first = (0..at).find(|&i| found[i].sight.segment < here && told(&found[i]));
        let own = |f: &Found<'_>| f.place.map(|p| p.country_code) == home;
        let any = || {
            let towns = (0..found.len()).filter(|&i| i != at && sited && city(&found[i]) && own(&found[i]));
            towns.max_by_key(|&i| (found[i].place.map(|p| p.population), std::cmp::Reverse(i)))
        };
        if let Some(holder) = first.or_else(any) {
            return Some(holder);
        }
    }
    let small = quarter.place.is_none_or(|q| q.population < CITY);
    if !(part && small) {
        // a name of its own may be a village; one inside a city that the scene names is not
        let close = |f: &Found<'_>| {
            quarter.place.zip(f.place).is_some_and(|(q, c)| {
                q.population < c.population / 20 && c.population >= CITY * 5 && apart(q, c) < 10.0
            })
        };
        return (0..found.len()).find(|&i| i != at && city(&found[i]) && close(&found[i]));
    }
    let same = found[at].sight.segment;
    let close = |i: usize| {
        let other = &found[i].sight;
        other.context || other.filed || other.segment <= same + 3
    };
    // "the Darbo area of Basra province" lies in no town that is named paragraphs below
    let held = found.get(at + 1).is_some_and(|f| {
        matches!(f.kind(), Some(PlaceKind::Admin1 | PlaceKind::Admin2)) && nested(text, found, at, at + 1)
    });
    (0..found.len())
        .find(|&i| i != at && found[i].sight.segment == same && city(&found[i]))
        .or_else(|| (0..found.len()).find(|&i| i != at && !held && close(i) && city(&found[i])))
}

/// `Abbey station`, `the Abbey and Park Lane stations`: the name of a site.
fn site(text: &str, name: Span) -> bool {
    let is = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        SITES.contains(w.as_str()) || w.strip_suffix('s').is_some_and(|w| SITES.contains(w))
    };
    let before = text[..name.start].trim_end();
    if let Some(named) = before.strip_suffix(" of") {
        return named.rsplit(' ').next().is_some_and(is);
    }
    let mut rest = text[name.end..].split(' ').skip(1).take(5);
    match rest.next() {
        Some("and") => rest.take_while(|w| w.starts_with(char::is_uppercase) || is(w)).any(is),
        Some(word) => text[name.end..].starts_with(' ') && is(word),
        None => false,
    }
}

/// The last of the places that tell where a name lies which no list holds: `Dabaa, near Homs`, `Dabaa in Homs province`.
pub fn tail(text: &str, found: &[Found<'_>], at: usize) -> usize {
    let mut last = at;
    for next in at + 1..found.len() {
        let (a, b) = (found[last].sight.words.span, found[next].sight.words.span);
        let same =
            found[next].sight.segment == found[at].sight.segment && !found[next].sight.context && a.end <= b.start;
        let close = same && {
            let between = text[a.end..b.start].to_lowercase();
            let near = [", near ", " near ", ", near the town of ", " near the town of "].contains(&between.as_str());
            near || nested(text, found, last, next)
        };
        if !close || found[next].kind() == Some(PlaceKind::Country) {
            break;
        }
        last = next;
    }
    last
}

/// It only says where a place beside it lies: `Homs` in `the village of Dabaa, Homs` and in `Homs' Dabaa district`.
pub fn holds(text: &str, found: &[Found<'_>], at: usize) -> bool {
    let exact = |f: &Found<'_>| f.usable() && !f.sight.words.afar && f.kind() != Some(PlaceKind::Country);
    let wide = |f: &Found<'_>| matches!(f.kind(), Some(PlaceKind::Admin1 | PlaceKind::Country));
    let genitive = |i: usize| {
        text.get(found[i].sight.words.span.end..).is_some_and(|rest| rest.starts_with("'s") || rest.starts_with("’s"))
    };
    let before = at.checked_sub(1).is_some_and(|i| {
        !genitive(i) && exact(&found[i]) && nested(text, found, i, at) && (!wide(&found[i]) || wide(&found[at]))
    });
    let behind = genitive(at) && found.get(at + 1).is_some_and(exact) && nested(text, found, at, at + 1);
    before || behind
}

/// Between the two stand only words that nest one in the other.
fn nested(text: &str, found: &[Found<'_>], inner: usize, outer: usize) -> bool {
    let (a, b) = (found[inner].sight.words.span, found[outer].sight.words.span);
    if found[inner].sight.segment != found[outer].sight.segment || a.end > b.start || b.start - a.end > 60 {
        return false;
    }
    let between = text[a.end..b.start].to_lowercase();
    if let Some(said) = between.strip_prefix(", a ").or_else(|| between.strip_prefix(", an ")) {
        let town = said.split(' ').any(|w| matches!(w, "village" | "town" | "city" | "hamlet"));
        return !town && [" of ", " in ", " of the ", " in the "].iter().any(|end| said.ends_with(end));
    }
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let known = |w: &str| {
        QUARTERS.contains(w)
            || AREA_BEHIND.contains(&w)
            || matches!(
                w,
                "in" | "of"
                    | "the"
                    | "s"
                    | "capital"
                    | "city"
                    | "port"
                    | "central"
                    | "southern"
                    | "northern"
                    | "eastern"
                    | "western"
                    | "restive"
                    | "old"
                    | "coastal"
                    | "rural"
                    | "southeastern"
                    | "northwestern"
                    | "northeastern"
                    | "southwestern"
            )
    };
    !between.contains(';') && words.all(known)
}

/// The area that stands right behind a name does not hold the one that was chosen for it.
pub fn contradicted(text: &str, found: &[Found<'_>], at: usize) -> bool {
    let Some(place) = found[at].place.filter(|p| p.kind == PlaceKind::Populated && p.population < CITY) else {
        return false;
    };
    let holders = (at + 1..found.len().min(at + 4)).take_while(|&i| nested(text, found, at, i) || i > at + 1);
    holders.filter(|&i| found[i].sight.segment == found[at].sight.segment).filter_map(|i| found[i].place).any(
        |holder| match holder.kind {
            PlaceKind::Admin1 => {
                holder.country_code != place.country_code
                    || (place.admin1.is_some() && !gazetteer::within(place, &fold(holder.name)))
            }
            _ => holder.country_code != place.country_code,
        },
    )
}

/// Further towns of one attack: `in Mosul, Kirkuk and Baquba`.
pub fn together(text: &str, found: &[Found<'_>], at: usize) -> Vec<usize> {
    let town = |f: &Found<'_>| {
        f.usable() && !f.sight.words.afar && f.sight.words.led && f.kind() == Some(PlaceKind::Populated)
    };
    if !town(&found[at]) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut last = at;
    let mut and = false;
    for next in at + 1..found.len() {
        let (a, b) = (found[last].sight.words.span, found[next].sight.words.span);
        if found[next].sight.segment != found[at].sight.segment || a.end > b.start {
            break;
        }
        let between = text[a.end..b.start].trim().to_lowercase();
        let listed = matches!(
            between.as_str(),
            "," | "and" | ", and" | "and in" | ", and in" | "and the town of" | "and the city of"
        );
        if !listed {
            break;
        }
        // an area behind a town holds it
        if found[next].place.is_some_and(|p| p.kind != PlaceKind::Populated) {
            continue;
        }
        let far = |p: &Place| found[at].place.is_some_and(|q| p.id != q.id && apart(p, q) > 5.0);
        if found[next].place.is_none_or(|p| !far(p)) {
            break;
        }
        and |= between.contains("and");
        out.push(next);
        last = next;
    }
    if and { out } else { Vec::new() }
}

/// Kilometres between two places, roughly; far where one has no coordinates.
pub fn apart(a: &Place, b: &Place) -> f64 {
    let (Some(x1), Some(y1), Some(x2), Some(y2)) = (a.latitude, a.longitude, b.latitude, b.longitude) else {
        return f64::MAX;
    };
    let (north, east) = ((x1 - x2) * 111.0, (y1 - y2) * 111.0 * x1.to_radians().cos());
    north.hypot(east)
}
