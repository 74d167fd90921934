//! The places of the world: countries, their first- and second-order areas, populated places.
//!
//! A folded name enters (see [`super::fold`]); the places that bear it leave, the likeliest first.
//! `kabul` gives the city, then the province. The tables are packed by the build script and lie in the binary as
//! bytes: nothing is read, sorted or allocated before the first question, and little at it.

use super::own;
use fst::Map;
use fst::raw::{Fst, Output};
use std::cmp::Ordering;
use std::sync::LazyLock;

static KEYS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.fst"));
static POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.postings"));
static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.records"));
static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.names"));

/// Wraps the bytes; the header alone is looked at.
static INDEX: LazyLock<Map<&'static [u8]>> =
    LazyLock::new(|| Map::new(KEYS).expect("the build script wrote this map with the same crate"));

/// Bytes a record.
const RECORD: usize = 28;
/// In place of an area's number: there is none.
const NONE: u32 = u32::MAX;
/// Flags of a posting, above the number of its place.
const CANONICAL: u32 = 1 << 31;
const COMMON: u32 = 1 << 30;
const LAST: u32 = 1 << 29;

/// From this number on places are the user's own.
pub(super) const OWN: u32 = 1 << 29;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A sovereign state or a territory with an ISO code.
    Country,
    /// A state, province, governorate; also a wider region inside one country (Sinai, Donbas).
    Admin1,
    /// A district, county, local government area, cercle, tehsil.
    Admin2,
    /// A city, town or village.
    Populated,
}

/// One place, or one area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Number of the record: stable within one build only.
    pub id: u32,
    /// What it is.
    pub kind: PlaceKind,
    /// The name to show.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country_code: &'static str,
    /// The country's name in English.
    pub country: &'static str,
    /// The first-order area that holds it; its own name for such an area.
    pub admin1: Option<&'static str>,
    /// The second-order area that holds it; its own name for such an area.
    pub admin2: Option<&'static str>,
    /// Degrees north; of an area the centre of its known inhabitants.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Inhabitants; of an area below the country those of its known places together. 0 where unknown.
    pub population: u32,
    /// The name asked for is its own, not a variant in another spelling or language.
    pub canonical: bool,
    /// The name asked for is also an ordinary word or a person's name: ask for context before believing it.
    pub common: bool,
}

/// The places that bear a folded name, countries first, then by size; empty when there is none.
pub fn lookup(folded: &str) -> Vec<Place> {
    merge(built_in(folded), own::lookup(folded))
}

/// As [`lookup`], without the user's own places.
pub fn built_in(folded: &str) -> Vec<Place> {
    INDEX.get(folded).map(postings).unwrap_or_default()
}

/// The user's places stand before smaller ones of the same name.
fn merge(mut known: Vec<Place>, own: Vec<Place>) -> Vec<Place> {
    for place in own {
        let smaller = |it: &Place| it.kind != PlaceKind::Country && it.population < place.population;
        let at = known.iter().position(smaller).unwrap_or(known.len());
        known.insert(at, place);
    }
    known
}

/// The longest run of words from the first on that is a known name: how many words, and the places.
///
/// The words are folded, one word each. One step an input byte, and nothing allocated unless there is a name.
pub fn longest(words: &[&str]) -> Option<(usize, Vec<Place>)> {
    let fst: &Fst<&[u8]> = INDEX.as_fst();
    let mut node = fst.root();
    let mut output = Output::zero();
    let mut best = None;
    'words: for (nth, word) in words.iter().enumerate() {
        let space = if nth == 0 { "" } else { " " };
        for byte in space.bytes().chain(word.bytes()) {
            let Some(found) = node.find_input(byte) else { break 'words };
            let step = node.transition(found);
            output = output.cat(step.out);
            node = fst.node(step.addr);
        }
        if node.is_final() {
            best = Some((nth + 1, output.cat(node.final_output()).value()));
        }
    }
    let known = best.map(|(count, first)| (count, postings(first)));
    match (known, own::longest(words)) {
        (Some((n, known)), Some((m, own))) if n == m => Some((n, merge(known, own))),
        (known, Some(own)) if known.as_ref().is_none_or(|(n, _)| own.0 > *n) => Some(own),
        (known, _) => known,
    }
}

/// The country with an ISO 3166-1 alpha-2 code, in capitals.
pub fn country(code: &str) -> Option<Place> {
    let (mut low, mut high) = (0, u32::try_from(RECORDS.len() / RECORD).ok()?);
    // Countries are the first records, in the order of their codes.
    while low < high {
        let middle = low.midpoint(high);
        let record = Record::of(middle)?;
        let is_country = record.kind() == PlaceKind::Country;
        match if is_country { text(record.area2()).cmp(code) } else { Ordering::Greater } {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return place(middle),
        }
    }
    None
}

/// The place with this number.
pub fn place(id: u32) -> Option<Place> {
    if id >= OWN {
        return own::place(id);
    }
    let record = Record::of(id)?;
    let country = Record::of(record.country())?;
    let kind = record.kind();
    let name = record.name();
    let (area1, area2) = match kind {
        PlaceKind::Country => (None, None),
        PlaceKind::Admin1 => (Some(name), None),
        PlaceKind::Admin2 => (named(record.area1()), Some(name)),
        PlaceKind::Populated => (named(record.area1()), named(record.area2())),
    };
    let at = record.at();
    Some(Place {
        id,
        kind,
        name,
        country_code: text(country.area2()),
        country: country.name(),
        admin1: area1,
        admin2: area2,
        latitude: at.map(|(north, _)| north),
        longitude: at.map(|(_, east)| east),
        population: record.population(),
        canonical: true,
        common: false,
    })
}

/// Whether a place lies in an area, or is that area, under any of the area's names, folded.
pub fn within(place: &Place, area_folded: &str) -> bool {
    let areas = numbers(area_folded);
    if place.id >= OWN {
        let holds = |id: &u32| {
            Record::of(*id).is_some_and(|area| match area.kind() {
                PlaceKind::Country => text(area.area2()) == place.country_code,
                PlaceKind::Admin1 => place.admin1 == Some(area.name()),
                _ => place.admin2 == Some(area.name()),
            })
        };
        return areas.iter().any(holds);
    }
    chain(place.id).any(|own| areas.contains(&own))
}

/// The numbers of the countries and areas that bear a folded name.
fn numbers(folded: &str) -> Vec<u32> {
    let first = INDEX.get(folded);
    let all = first.into_iter().flat_map(list).map(|posting| posting & !(CANONICAL | COMMON | LAST));
    all.filter(|id| Record::of(*id).is_some_and(|record| record.kind() != PlaceKind::Populated)).collect()
}

/// A place and all that holds it: second-order area, first-order area, wider region, country.
fn chain(id: u32) -> impl Iterator<Item = u32> {
    let record = Record::of(id);
    let is_country = record.is_some_and(|it| it.kind() == PlaceKind::Country);
    let area1 = record.filter(|_| !is_country).map_or(NONE, Record::area1);
    let area2 = record.filter(|_| !is_country).map_or(NONE, Record::area2);
    let wider = Record::of(area1).map_or(NONE, Record::area1);
    let country = record.map_or(NONE, Record::country);
    [id, area2, area1, wider, country].into_iter().filter(|it| *it != NONE)
}

/// The postings from one place in the file to the last of their key.
fn list(first: u64) -> impl Iterator<Item = u32> {
    let start = usize::try_from(first).unwrap_or(usize::MAX / 8) * 4;
    let mut over = false;
    POSTINGS.get(start..).unwrap_or_default().chunks_exact(4).map(word).take_while(move |posting| {
        let take = !over;
        over = posting & LAST != 0;
        take
    })
}

fn postings(first: u64) -> Vec<Place> {
    let found = list(first).filter_map(|posting| {
        let place = place(posting & !(CANONICAL | COMMON | LAST))?;
        Some(Place { canonical: posting & CANONICAL != 0, common: posting & COMMON != 0, ..place })
    });
    found.collect()
}

fn word(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// The name that starts at an offset of the table of names.
fn text(offset: u32) -> &'static str {
    let rest = NAMES.get(offset as usize..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}

fn named(area: u32) -> Option<&'static str> {
    Record::of(area).map(Record::name)
}

/// One fixed-width record, as the build script lays it out.
#[derive(Clone, Copy)]
struct Record(&'static [u8]);

impl Record {
    fn of(id: u32) -> Option<Self> {
        let start = (id as usize).checked_mul(RECORD)?;
        RECORDS.get(start..start.checked_add(RECORD)?).map(Self)
    }

    fn name(self) -> &'static str {
        text(word(&self.0[0..4]))
    }

    fn kind(self) -> PlaceKind {
        match self.0[4] {
            0 => PlaceKind::Country,
            1 => PlaceKind::Admin1,
            2 => PlaceKind::Admin2,
            _ => PlaceKind::Populated,
        }
    }

    fn country(self) -> u32 {
        word(&self.0[6..8])
    }

    /// The first-order area, or of a first-order area the wider region.
    fn area1(self) -> u32 {
        word(&self.0[8..12])
    }

    /// The second-order area; of a country the offset of its code.
    fn area2(self) -> u32 {
        word(&self.0[12..16])
    }

    fn at(self) -> Option<(f64, f64)> {
        let degrees = |bytes| f64::from(word(bytes).cast_signed()) / 1e4;
        (self.0[5] != 0).then(|| (degrees(&self.0[16..20]), degrees(&self.0[20..24])))
    }

    fn population(self) -> u32 {
        word(&self.0[24..28])
    }
}

#[cfg(test)]
#[path = "gazetteer_tests.rs"]
mod tests;
