//! From names of places to one place in one country.
//!
//! Enters: the places that a scene names, and those of the whole article. Leaves: a chain from site to country.
//! Example: `Tripoli` in an article on Lebanon is not the capital of Libya.

use std::collections::BTreeMap;

use crate::annotate::lexicon::Sense;
use crate::annotate::unit::Reader;
use crate::frame::report::{PlaceWords, Report};
use crate::reference::countries::COUNTRIES;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, Place, PlaceKind};
use crate::resolve::mention::Location;
use crate::span::Span;
use crate::text::Document;
use crate::vocabulary::PlacePrecision;

/// How often the article names each country, by code.
#[derive(Clone, Debug, Default)]
pub struct Countries(BTreeMap<String, (u32, Span)>);

impl Countries {
    /// Counts names of countries, their provinces and their people; the head of the article weighs more.
    pub fn of(document: &Document<'_>, reports: &[Report], filed: Option<(&'static str, Span)>) -> Self {
        let mut votes: BTreeMap<String, (u32, Span)> = BTreeMap::new();
        let mut vote =
            |code: &str, weight: u32, span: Span| votes.entry(code.to_owned()).or_insert((0, span)).0 += weight;
        // where the report was filed says which of several namesakes is meant, not where it happened
        if let Some((code, span)) = filed {
            vote(code, 16, span);
        }
        for (index, report) in reports.iter().enumerate() {
            let weight = if index < 4 { 3 } else { 1 };
            for place in &report.places {
                let Some(first) = place.candidates.first() else { continue };
                match first.kind {
                    PlaceKind::Country => vote(first.country_code, 4 * weight, place.span),
                    PlaceKind::Admin1 if place.candidates.iter().all(|c| c.country_code == first.country_code) => {
                        vote(first.country_code, 2 * weight, place.span);
                    }
                    _ if first.population > 500_000 => vote(first.country_code, weight, place.span),
                    _ => {}
                }
            }
        }
        for (index, sentence) in document.sentences.iter().enumerate() {
            let weight = if index < 4 { 2 } else { 1 };
            let reader = Reader::new(document, sentence);
            for i in 0..reader.len() {
                for (_, senses) in reader.phrases(i) {
                    for sense in senses {
                        if let Sense::Demonym(country) = sense {
                            vote(COUNTRIES[usize::from(*country)].code, weight, reader.tokens[i].span);
                        }
                    }
                }
            }
        }
        Self(votes)
    }

    fn votes(&self, code: &str) -> u32 {
        self.0.get(code).map_or(0, |v| v.0)
    }

    /// The country named most.
    pub fn most(&self) -> Option<&str> {
        self.0.iter().max_by_key(|(code, v)| (v.0, std::cmp::Reverse(code.as_str()))).map(|(code, _)| code.as_str())
    }

    /// Where the article first names a country.
    pub fn words(&self, code: &str) -> Option<Span> {
        self.0.get(code).map(|v| v.1)
    }
}

/// Drops namesakes in countries that the article never names; a name left without candidates is known by its form alone.
pub fn prune(reports: &mut [Report], countries: &Countries) {
    let top = countries.most().map_or(0, |code| countries.votes(code));
    if top < 4 {
        return;
    }
    for place in reports.iter_mut().flat_map(|r| &mut r.places) {
        place.candidates.retain(|c| countries.votes(c.country_code) > 0 || c.population > 500_000);
        let best = place.candidates.iter().map(|c| countries.votes(c.country_code)).max().unwrap_or(0);
        // between small namesakes the country spoken of decides
        place.candidates.retain(|c| countries.votes(c.country_code) * 4 >= best || c.population > 500_000);
    }
}

/// The candidate that the context speaks for.
fn choose<'p>(place: &'p PlaceWords, context: &[&Place], countries: &Countries) -> Option<&'p Place> {
    place
        .candidates
        .iter()
        .enumerate()
        .max_by_key(|(rank, candidate)| {
            let near = context.iter().filter(|c| c.country_code == candidate.country_code).count() as u32;
            let chain = context.iter().filter(|c| inside(candidate, c) || inside(c, candidate)).count() as u32;
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
            (
                near * 60
                    + chain * 40
                    + votes * 3
                    + area * 25
                    + u32::from(candidate.canonical) * 4
                    + (candidate.population.max(1)).ilog10() * 2,
                usize::MAX - rank,
            )
        })
        .map(|(_, candidate)| candidate)
        .filter(|candidate| {
            // a namesake in a country that the article never names is not the place
            let top = countries.most().map_or(0, |code| countries.votes(code));
            let named = countries.votes(candidate.country_code) > 0;
            named || top < 4 || candidate.population > 500_000
        })
}

/// `inner` lies in `outer`.
pub(super) fn inside(inner: &Place, outer: &Place) -> bool {
    if inner.country_code != outer.country_code {
        return false;
    }
    match outer.kind {
        PlaceKind::Admin1 => inner.admin1 == Some(outer.name) && inner.kind != PlaceKind::Admin1,
        PlaceKind::Admin2 => inner.admin2 == Some(outer.name) && inner.kind == PlaceKind::Populated,
        _ => false,
    }
}

pub(super) fn rank(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Populated => 3,
        PlaceKind::Admin2 => 2,
        PlaceKind::Admin1 => 1,
        PlaceKind::Country => 0,
    }
}

/// The location of a scene: the most exact place of its first sentence that has one, with the chain above it.
pub fn locate(text: &str, places: &[(usize, PlaceWords)], countries: &Countries) -> Option<Location> {
    let context: Vec<&Place> = places
        .iter()
        .filter_map(|(_, p)| p.candidates.first())
        .filter(|c| c.kind == PlaceKind::Country || c.kind == PlaceKind::Admin1)
        .collect();
    let resolved: Vec<(usize, &PlaceWords, Option<&Place>)> =
        places.iter().map(|(s, p)| (*s, p, choose(p, &context, countries))).collect();
    let usable = |(_, p, _): &&(usize, &PlaceWords, Option<&Place>)| !p.institutional;
    let specific = |found: &&(usize, &PlaceWords, Option<&Place>)| found.2.is_none_or(|c| c.kind != PlaceKind::Country);
    let first = resolved.iter().filter(usable).filter(specific).map(|r| r.0).next();
    // the most exact of the first sentence that names more than a country
    let here: Vec<_> = resolved.iter().filter(|r| Some(r.0) == first).filter(usable).filter(specific).collect();
    let best = here
        .iter()
        .max_by_key(|(_, p, c)| {
            let kind = c.map_or(if p.area.is_empty() { 5 } else { 7 }, |c| 2 * rank(c.kind) + 2);
            let exact =
                if matches!(p.area.as_str(), "district" | "province" | "state" | "region" | "county" | "governorate") {
                    kind.min(6)
                } else {
                    kind
                };
            (u8::from(p.led), exact, u8::from(!p.area.is_empty()), std::cmp::Reverse(p.span.start))
        })
        .copied();
    let base = best.map(|b| (b.1, b.2));
    let best = base.map(|base| refine(&resolved, base));
    let quarter = best.filter(|(_, chosen)| chosen.is_none()).map(|(words, _)| words);
    let best = quarter.and_then(|words| town_around(&resolved, words, first)).or(best);
    let country_named =
        resolved.iter().filter(usable).find(|(_, _, c)| c.is_some_and(|c| c.kind == PlaceKind::Country));
    let (words, chosen) = match best {
        Some(found) => found,
        None => {
            if let Some((_, words, chosen)) = country_named {
                (*words, *chosen)
            } else {
                return only_country(text, countries);
            }
        }
    };
    let near = resolved
        .iter()
        .filter(|(s, p, c)| Some(*s) == first && !p.institutional && c.is_some())
        .find_map(|(_, _, c)| *c);
    let code = chosen
        .or(near)
        .map(|c| c.country_code)
        .or_else(|| context.first().map(|c| c.country_code))
        .or_else(|| country_named.and_then(|c| c.2).map(|c| c.country_code))
        .or_else(|| countries.most());
    let country = code.and_then(gazetteer::country);
    let mut location = Location {
        country: country.map(|c| c.name.to_owned()),
        country_code: code.map(str::to_owned),
        at: words.span.quote(text),
        ..Location::default()
    };
    let printed = words.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(place) = chosen {
        location.admin1 = place.admin1.map(str::to_owned);
        location.admin2 = place.admin2.map(str::to_owned);
        location.latitude = place.latitude;
        location.longitude = place.longitude;
        location.precision = Some(match place.kind {
            PlaceKind::Country => PlacePrecision::Country,
            PlaceKind::Admin1 => PlacePrecision::Admin1,
            PlaceKind::Admin2 => PlacePrecision::Admin2,
            PlaceKind::Populated => PlacePrecision::Place,
        });
        match place.kind {
            PlaceKind::Country => {}
            PlaceKind::Admin1 => {
                location.admin1 = Some(place.name.to_owned());
                location.place = Some(place.name.to_owned());
                location.place_text = Some(printed);
            }
            PlaceKind::Admin2 => {
                location.admin2 = Some(place.name.to_owned());
                location.place = Some(place.name.to_owned());
                location.place_text = Some(printed);
            }
            PlaceKind::Populated => {
                location.place = Some(place.name.to_owned());
                location.place_text = Some(printed);
            }
        }
    } else {
        location.place = Some(title_case(&printed));
        location.place_text = Some(printed);
        location.precision = Some(PlacePrecision::Place);
    }
    if let Some(quarter) = quarter
        && chosen.is_some()
    {
        let name = title_case(&quarter.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
        location.place = location.place.map(|town| format!("{name}, {town}"));
    }
    // what the same sentence or scene says of the areas above
    for (_, _, place) in resolved.iter().filter(|(s, _, _)| Some(*s) == first) {
        let Some(place) = place.filter(|p| Some(p.country_code) == code) else { continue };
        if place.kind == PlaceKind::Admin1
            && location.admin1.as_deref() != Some(place.name)
            && (chosen.is_none() || location.admin1.is_none())
        {
            location.admin1 = Some(place.name.to_owned());
        }
        if place.kind == PlaceKind::Admin2
            && chosen.is_none_or(|c| c.kind == PlaceKind::Populated)
            && location.admin2.is_none()
        {
            location.admin2 = Some(place.name.to_owned());
        }
    }
    Some(location)
}

type Found<'p> = (usize, &'p PlaceWords, Option<&'p Place>);

/// An area named first gives way to the first place inside it that the scene names later.
fn refine<'p>(
    resolved: &[Found<'p>],
    base: (&'p PlaceWords, Option<&'p Place>),
) -> (&'p PlaceWords, Option<&'p Place>) {
    let Some(area) = base.1.filter(|p| matches!(p.kind, PlaceKind::Admin1 | PlaceKind::Admin2)) else { return base };
    resolved
        .iter()
        .filter(|(_, p, _)| p.led && !p.institutional && p.span.start > base.0.span.start)
        .find(|(_, _, c)| c.is_some_and(|c| inside(c, area) && rank(c.kind) > rank(area.kind) && c.name != area.name))
        .map_or(base, |(_, words, chosen)| (*words, *chosen))
}

/// The town of a quarter that no list holds: in the same sentence, else the first that the scene names.
fn town_around<'p>(
    resolved: &[Found<'p>],
    quarter: &PlaceWords,
    first: Option<usize>,
) -> Option<(&'p PlaceWords, Option<&'p Place>)> {
    if matches!(quarter.area.as_str(), "village" | "town" | "city" | "district" | "province" | "state") {
        return None;
    }
    let town = |c: &Place| c.kind == PlaceKind::Populated && c.population >= 20_000;
    let found = |same: bool| {
        resolved
            .iter()
            .find(move |(s, p, c)| !p.institutional && p.led && (Some(*s) == first) == same && c.is_some_and(town))
    };
    found(true).or_else(|| found(false)).map(|(_, words, chosen)| (*words, *chosen))
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

/// Two names for places say the same.
pub fn same_name(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}
