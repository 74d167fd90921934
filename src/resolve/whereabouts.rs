//! From names of places to one place in one country.
//!
//! Enters: the places that a scene names. Leaves: a chain from site to country.
//! Example: `Tripoli` in an article on Lebanon is not the capital of Libya; `in the Bab quarter of Homs` is in Homs.

use crate::frame::report::PlaceWords;
use crate::reference::gazetteer::{self, Place, PlaceKind};
use crate::resolve::finer::{abroad, bearer, refine, shouted};
use crate::resolve::mention::Location;
use crate::resolve::nation::Countries;
use crate::resolve::nest::{contradicted, tail, together, town_around};
use crate::resolve::weigh::{best, capital};
use crate::span::Span;
use crate::vocabulary::PlacePrecision;

/// A place named somewhere, and what speaks for its being the place of the attack.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'p> {
    /// The segment that names it.
    pub segment: usize,
    /// Its words.
    pub words: &'p PlaceWords,
    /// The words for the attack in that segment.
    pub event: Option<Span>,
    /// Named elsewhere: the town of a quarter, never the place itself.
    pub context: bool,
    /// The town that the report was filed from; with `context` the scene speaks of it as `the city`.
    pub filed: bool,
}

/// A sight with the candidate that the context speaks for.
#[derive(Clone, Copy)]
pub struct Found<'p> {
    /// The sight.
    pub sight: Sight<'p>,
    /// The candidate; none where no list holds it.
    pub place: Option<&'p Place>,
}

impl Found<'_> {
    /// What it is.
    pub fn kind(&self) -> Option<PlaceKind> {
        self.place.map(|p| p.kind)
    }

    /// More than a country.
    pub fn specific(&self) -> bool {
        self.kind() != Some(PlaceKind::Country)
    }

    /// Not merely somebody's office.
    pub fn usable(&self) -> bool {
        !self.sight.words.institutional && (!self.sight.context || self.sight.filed)
    }
}

/// The candidate that the context speaks for.
fn choose<'p>(place: &'p PlaceWords, context: &[Vec<&Place>], own: usize, countries: &Countries) -> Option<&'p Place> {
    let others = || context.iter().enumerate().filter(|(i, _)| *i != own).map(|(_, c)| c);
    let top = countries.most().map_or(0, |code| countries.votes(code));
    // where a city and villages elsewhere share a name, the city is meant if its country is spoken of at all
    let city = place.candidates.iter().filter(|c| c.canonical && c.population > 300_000);
    let known = |c: &&Place| countries.votes(c.country_code) > 0 || c.population > 400_000;
    let city = city.filter(known).max_by_key(|c| c.population);
    // "in Guatemala": the country, not its capital
    let home = place.candidates.iter().find(|c| c.kind == PlaceKind::Country).filter(|_| place.area.is_empty());
    let bare = |c: &Place| home.is_none_or(|h| h.country_code != c.country_code || h.kind == c.kind);
    place
        .candidates
        .iter()
        .enumerate()
        .filter(|(_, c)| bare(c))
        .max_by_key(|(rank, candidate)| {
            let first =
                |c: &Vec<&Place>| c.first().is_some_and(|c| wide(c) && c.country_code == candidate.country_code);
            let near = others().filter(|c| first(c)).count() as u32;
            let sister = |c: &Place| {
                candidate.kind == PlaceKind::Populated
                    && c.country_code == candidate.country_code
                    && candidate.admin1.is_some()
                    && c.admin1 == candidate.admin1
            };
            let held = |c: &&Place| inside(candidate, c) || inside(c, candidate) || sister(c);
            let chain = others().filter(|c| c.iter().any(held)).count() as u32;
            let area = u32::from(match place.area.as_str() {
                "district" | "tehsil" | "county" | "municipality" | "subdistrict" | "agency" => {
                    candidate.kind == PlaceKind::Admin2
                }
                "province" | "state" | "region" | "governorate" | "department" | "oblast" | "republic" => {
                    candidate.kind == PlaceKind::Admin1
                }
                "city" | "town" | "village" => candidate.kind == PlaceKind::Populated,
                _ => false,
            });
            let votes = countries.votes(candidate.country_code).min(40);
            // within a country the order of the candidates decides
            let people = place.candidates.iter().filter(|c| c.country_code == candidate.country_code);
            let size = people.map(|c| c.population).max().unwrap_or(1).max(1).ilog10() * 2;
            let own = u32::from(candidate.canonical) * 4;
            let hamlet = city.is_some_and(|c| {
                let small = c.country_code != candidate.country_code && candidate.population < c.population / 20;
                // saints' names are those of towns in every country that speaks Spanish
                let saint = ["San ", "Santa ", "Santo "].iter().any(|w| candidate.name.starts_with(w));
                let home =
                    countries.most() == Some(candidate.country_code) && countries.votes(c.country_code) * 4 < top;
                small && chain == 0 && !(home && (saint || area > 0))
            });
            let score = near.min(3) * 60 + chain.min(3) * 40 + votes * 3 + area * 25 + own + size;
            (!hamlet, score, usize::MAX - rank)
        })
        .map(|(_, candidate)| candidate)
        .filter(|candidate| {
            // a namesake in a country that the article never names is not the place
            let votes = countries.votes(candidate.country_code);
            let reach = if candidate.canonical { 8 } else { 3 };
            let named = votes > 0 && (votes * reach >= top || candidate.population > 100_000 || wide(candidate));
            named || top < 2 || (candidate.population > 500_000 && candidate.canonical)
        })
}

fn wide(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Country | PlaceKind::Admin1)
}

/// `inner` lies in `outer`.
pub fn inside(inner: &Place, outer: &Place) -> bool {
    if inner.country_code != outer.country_code {
        return false;
    }
    match outer.kind {
        PlaceKind::Admin1 => inner.admin1 == Some(outer.name) && inner.kind != PlaceKind::Admin1,
        PlaceKind::Admin2 => inner.admin2 == Some(outer.name) && inner.kind == PlaceKind::Populated,
        _ => false,
    }
}

/// How exact a kind is.
pub fn rank(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Populated => 3,
        PlaceKind::Admin2 => 2,
        PlaceKind::Admin1 => 1,
        PlaceKind::Country => 0,
    }
}

/// The location of a scene: the place that most speaks for, with the chain above it.
pub fn locate(text: &str, sights: &[Sight<'_>], countries: &Countries) -> Option<Location> {
    let context: Vec<Vec<&Place>> = sights
        .iter()
        .map(|s| {
            let all = s.words.candidates.iter().enumerate();
            all.filter(|(i, c)| *i == 0 || c.kind != PlaceKind::Populated).map(|(_, c)| c).collect()
        })
        .collect();
    let mut found: Vec<Found<'_>> = sights
        .iter()
        .enumerate()
        .map(|(i, s)| Found { sight: *s, place: choose(s.words, &context, i, countries) })
        .collect();
    for at in 0..found.len() {
        if let Some(area) = state(&found, at) {
            found[at].place = Some(area);
        }
    }
    for at in 0..found.len() {
        if contradicted(text, &found, at) {
            found[at].place = None;
        }
    }
    let best = best(text, &found, countries);
    let filed = best.filter(|&at| found[at].sight.filed);
    let best = best
        .filter(|at| Some(*at) != filed)
        .or(filed.filter(|&at| !found[at].place.is_some_and(capital)))
        .or_else(|| bearer(&found))
        .or(filed)
        .or_else(|| abroad(&found))
        .map(|at| refine(text, &found, at));
    // a country that a quotation or a title names is not where it happened, if the article is about another
    let top = countries.most().map_or(0, |code| countries.votes(code));
    let meant = |f: &Found<'_>| {
        let most = f.place.is_some_and(|p| countries.votes(p.country_code) * 2 >= top);
        most || (f.sight.words.led && f.sight.event.is_some())
    };
    let country_named = found
        .iter()
        .position(|f| f.usable() && !f.sight.words.afar && f.kind() == Some(PlaceKind::Country) && meant(f));
    let Some(at) = best.or(country_named) else { return only_country(text, countries) };
    let holder = town_around(text, &found, at, countries.most());
    let chosen = holder.map_or(found[at].place, |h| found[h].place);
    let near = found[tail(text, &found, at)]
        .place
        .filter(|p| p.canonical && countries.votes(p.country_code) * 4 >= top)
        .or_else(|| {
            found
                .iter()
                .filter(|f| f.sight.segment == found[at].sight.segment && f.usable() && !f.sight.words.afar)
                .find_map(|f| f.place)
        })
        .or_else(|| {
            let wider = |p: &&Place| wide(p) && countries.votes(p.country_code) * 2 >= top;
            found.iter().filter(|f| f.usable() && !f.sight.words.afar).find_map(|f| f.place.filter(wider))
        });
    let code = chosen.or(near).map(|c| c.country_code).or_else(|| countries.most());
    let span =
        holder.map_or(found[at].sight.words.span, |h| found[at].sight.words.span.join(found[h].sight.words.span));
    let mut location = describe(text, chosen, span, code);
    let name = title_case(&flat(found[at].sight.words.span.of(text)));
    if chosen.is_none() {
        location.place = Some(name);
        let last = tail(text, &found, at);
        location.place_text = Some(flat(span.join(found[last].sight.words.span).of(text)));
        location.precision = Some(PlacePrecision::Place);
        // a place that no list holds lies somewhere in its district
        let district = (at + 1..=last).filter_map(|i| found[i].place).find(|p| p.admin2.is_some());
        location.admin2 = district.and_then(|p| p.admin2).map(str::to_owned);
    } else if holder.is_some() {
        // a dispatch gives the quarter with its town
        if shouted(text, found[at].sight.words) {
            location.place = location.place.map(|town| format!("{name}, {town}"));
        }
        location.site = Some(name);
        if holder.is_some_and(|h| found[h].sight.context) {
            let printed = found[at].sight.words.span;
            location.place_text = Some(flat(printed.of(text)));
            location.at = printed.quote(text);
        }
    }
    let together = if holder.is_none() { together(text, &found, at) } else { Vec::new() };
    if !together.is_empty() {
        let names = together.iter().filter_map(|&o| found[o].place.map(|p| shown(p, found[o].sight.words, text)));
        let all: Vec<String> = location.place.take().into_iter().chain(names).collect();
        location.place = Some(all.join(", "));
        let last = together.iter().map(|&o| found[o].sight.words.span).fold(span, Span::join);
        location.place_text = Some(flat(last.of(text)));
        location.at = last.quote(text);
    }
    above(&mut location, &found, at, chosen, code);
    if location.admin1.is_none() && chosen.is_none() {
        location.admin1 = common_area(&found, code);
    }
    Some(location)
}

/// All that the scene names of the country lies in one area, the capital aside: so does a village that no list holds.
fn common_area(found: &[Found<'_>], code: Option<&str>) -> Option<String> {
    let mut areas = found
        .iter()
        .filter(|f| !f.sight.words.institutional)
        .filter_map(|f| f.place)
        .filter(|p| Some(p.country_code) == code && !capital(p))
        .filter_map(|p| levels(p).0);
    let first = areas.next()?;
    areas.all(|a| a == first).then_some(first)
}

/// A bare name that a town and its province share is the province, where the scene names that province and another
/// town of it: `Ondo` beside `Owo, Ondo State`.
fn state<'p>(found: &[Found<'p>], at: usize) -> Option<&'p Place> {
    let words = found[at].sight.words;
    let town = found[at].place.filter(|p| p.kind == PlaceKind::Populated && words.area.is_empty())?;
    let same = |p: &Place| p.kind == PlaceKind::Admin1 && p.country_code == town.country_code && p.name == town.name;
    let area = words.candidates.iter().find(|p| same(p))?;
    let named = found.iter().any(|f| f.place.is_some_and(same));
    let other = found.iter().any(|f| {
        let apart = |p: &Place| p.kind == PlaceKind::Populated && p.id != town.id && inside(p, area);
        let village = f.place.is_none() && matches!(f.sight.words.area.as_str(), "village" | "town");
        f.usable() && !f.sight.words.afar && f.sight.words.led && (village || f.place.is_some_and(apart))
    });
    (named && other).then_some(area)
}

/// First- and second-order area as news and codebooks know them: in the Philippines the provinces come first.
pub fn levels(place: &Place) -> (Option<String>, Option<String>) {
    let own = |name: Option<&str>| name.map(str::to_owned);
    match (place.country_code, place.admin2) {
        ("PH", Some(province)) => (own(Some(province)), None),
        _ => (own(place.admin1), own(place.admin2)),
    }
}

/// What the same segment says of the areas above.
fn above(location: &mut Location, found: &[Found<'_>], at: usize, chosen: Option<&Place>, code: Option<&str>) {
    let first = found[at].sight.segment;
    let close = |f: &&Found<'_>| chosen.is_none() && !f.sight.words.afar && f.sight.segment <= first + 4;
    let here = found.iter().filter(|f| f.sight.segment == first).chain(found.iter().filter(close));
    for place in here.filter_map(|f| f.place).filter(|p| Some(p.country_code) == code) {
        if place.kind == PlaceKind::Admin1 && location.admin1.is_none() {
            location.admin1 = Some(place.name.to_owned());
        }
        if chosen.is_none() && location.admin1.is_none() && place.kind == PlaceKind::Admin2 {
            location.admin1 = if province(found, place) { Some(place.name.to_owned()) } else { levels(place).0 };
        }
        if place.kind == PlaceKind::Admin2
            && place.country_code != "PH"
            && chosen.is_none_or(|c| c.kind == PlaceKind::Populated)
            && location.admin2.is_none()
            && (place.admin1 == location.admin1.as_deref())
        {
            location.admin2 = Some(place.name.to_owned());
        }
    }
}

/// An area below the first level that the text itself calls a province or a region.
fn province(found: &[Found<'_>], place: &Place) -> bool {
    let called = |f: &Found<'_>| matches!(f.sight.words.area.as_str(), "province" | "region" | "state" | "governorate");
    found.iter().any(|f| called(f) && f.place.is_some_and(|p| p.id == place.id))
}

/// A place with all that holds it.
fn describe(text: &str, chosen: Option<&Place>, span: Span, code: Option<&str>) -> Location {
    let mut location = Location {
        country: code.and_then(gazetteer::country).map(|c| c.name.to_owned()),
        country_code: code.map(str::to_owned),
        at: span.quote(text),
        ..Location::default()
    };
    let Some(place) = chosen else { return location };
    (location.admin1, location.admin2) = levels(place);
    location.latitude = place.latitude;
    location.longitude = place.longitude;
    location.precision = Some(match place.kind {
        PlaceKind::Country => PlacePrecision::Country,
        PlaceKind::Admin1 => PlacePrecision::Admin1,
        PlaceKind::Admin2 => PlacePrecision::Admin2,
        PlaceKind::Populated => PlacePrecision::Place,
    });
    if place.kind != PlaceKind::Country {
        location.place = Some(place.name.to_owned());
        location.place_text = Some(flat(span.of(text)));
    }
    location
}

fn shown(place: &Place, _words: &PlaceWords, _text: &str) -> String {
    place.name.to_owned()
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No place is named: the country that the article speaks of.
fn only_country(text: &str, countries: &Countries) -> Option<Location> {
    let code = countries.most()?;
    let country = gazetteer::country(code)?;
    Some(Location {
        country: Some(country.name.to_owned()),
        country_code: Some(code.to_owned()),
        precision: Some(PlacePrecision::Country),
        at: countries.words(code)?.quote(text),
        ..Location::default()
    })
}

/// Names in capitals are stored as names are written.
fn title_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    name.split(' ')
        .map(|w| {
            w.chars().enumerate().map(|(i, c)| if i == 0 { c } else { c.to_ascii_lowercase() }).collect::<String>()
        })
        .collect::<Vec<_>>()
        .join(" ")
}
