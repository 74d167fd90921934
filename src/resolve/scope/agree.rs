//! Whether two lists of places may be one place.
//!
//! Enters: the places of a scene and those of a sentence. Leaves: yes, no, or nothing where neither can be said.
//! Example: a town and its own province agree; two towns far apart do not.

use crate::frame::report::PlaceWords;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::resolve::whereabouts::{inside, rank};

/// Words of a place and whether another may stand for the same.
pub fn agree(a: &[(usize, PlaceWords)], b: &[PlaceWords], text: &str) -> Option<bool> {
    let specific = |p: &&PlaceWords| p.there() && p.candidates.first().is_none_or(|c| c.kind != PlaceKind::Country);
    let left: Vec<&PlaceWords> = a.iter().map(|(_, p)| p).filter(specific).collect();
    let right: Vec<&PlaceWords> = b.iter().filter(specific).collect();
    if left.is_empty() || right.is_empty() {
        // countries that differ are places that differ
        let country = |list: &[&PlaceWords]| {
            list.iter().filter_map(|p| p.candidates.first()).map(|c| c.country_code).collect::<Vec<_>>()
        };
        let (l, r) = (
            country(&a.iter().map(|(_, p)| p).filter(|p| p.there()).collect::<Vec<_>>()),
            country(&b.iter().filter(|p| p.there()).collect::<Vec<_>>()),
        );
        return if !l.is_empty() && !r.is_empty() && !r.iter().any(|c| l.contains(c)) { Some(false) } else { None };
    }
    // two towns of one province are two places: what both sides name most exactly is compared
    let exact = |p: &&&PlaceWords| p.candidates.first().is_none_or(|c| rank(c.kind) >= 2);
    let (left, right) = if left.iter().any(|p| exact(&p)) && right.iter().any(|p| exact(&p)) {
        (left.iter().filter(exact).copied().collect(), right.iter().filter(exact).copied().collect())
    } else {
        (left, right)
    };
    // "Darfur" and "North Darfur"
    let named = |l: &PlaceWords, r: &PlaceWords| {
        let (l, r) = (l.span.of(text), r.span.of(text));
        same_name(l, r) || within(l, r) || within(r, l)
    };
    let linked = |l: &PlaceWords, r: &PlaceWords| {
        l.candidates.iter().any(|x| r.candidates.iter().any(|y| x.id == y.id || inside(x, y) || inside(y, x)))
    };
    let beside = |l: &PlaceWords, r: &PlaceWords| l.candidates.iter().any(|x| r.candidates.iter().any(|y| close(x, y)));
    if left.iter().any(|l| right.iter().any(|r| named(l, r) || linked(l, r))) {
        return Some(true);
    }
    // a name that no list holds can lie anywhere, and two near towns can be one scene
    if left.iter().any(|l| right.iter().any(|r| beside(l, r)))
        || left.iter().all(|l| l.candidates.is_empty())
        || right.iter().all(|r| r.candidates.is_empty())
    {
        None
    } else {
        Some(false)
    }
}

/// Less than some 50 km apart.
fn close(a: &Place, b: &Place) -> bool {
    let (Some(x1), Some(y1), Some(x2), Some(y2)) = (a.latitude, a.longitude, b.latitude, b.longitude) else {
        return false;
    };
    let exact = |p: &Place| matches!(p.kind, PlaceKind::Populated | PlaceKind::Admin2);
    exact(a) && exact(b) && (x1 - x2).abs() < 0.45 && (y1 - y2).abs() < 0.45
}

/// The words of the one name end those of the other.
fn within(name: &str, longer: &str) -> bool {
    let (name, longer) = (fold(name), fold(longer));
    name.len() > 3 && longer.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with(' '))
}

/// Two names for places say the same.
fn same_name(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}
