//! The user's own places, beside those that lie in the binary.
//!
//! The lines of a table of places enter (see [`TABLE`]); names are then looked up in it too. Without such a table
//! nothing here costs more than one comparison.
//! Example: a hamlet of 200 people that the built-in table leaves out, with its coordinates.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::error::Error;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, OWN, Place, PlaceKind};

/// The header of the table: one place a line, `|` between other names, degrees, inhabitants.
pub const TABLE: &str = "geonameid\tname\taliases\tcountry_code\tadmin1\tadmin2\tkind\tlatitude\tlongitude\tpopulation";

/// Names that are ordinary words or people's: they need a context.
const COMMON: [&str; 2] = [
    include_str!("../../seeds/reference/places/common_words.txt"),
    include_str!("../../seeds/reference/places/person_names.txt"),
];

static PLACES: OnceLock<Own> = OnceLock::new();

/// Places and the folded names that lead to them.
#[derive(Debug, Default)]
struct Own {
    places: Vec<Place>,
    keys: BTreeMap<String, Vec<u32>>,
    firsts: FxHashSet<String>,
    fingerprint: String,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The number that `GeoNames` gives it.
    pub id: u64,
    /// The name to show.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country_code: String,
    /// First-order area; empty where unknown.
    pub admin1: String,
    /// Second-order area; empty where unknown.
    pub admin2: String,
    /// An area of first or second order, or a populated place.
    pub kind: PlaceKind,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
}

impl Row {
    /// As a line of the table.
    pub fn line(&self) -> String {
        let kind = match self.kind {
            PlaceKind::Country => "country",
            PlaceKind::Admin1 => "admin1",
            PlaceKind::Admin2 => "admin2",
            PlaceKind::Populated => "place",
        };
        let Self { id, name, aliases, country_code, admin1, admin2, latitude, longitude, population, .. } = self;
        let aliases = aliases.join("|");
        format!(
            "{id}\t{name}\t{aliases}\t{country_code}\t{admin1}\t{admin2}\t{kind}\t{latitude}\t{longitude}\t{population}"
        )
    }

    /// From a line of the table.
    pub fn parse(line: &str) -> Option<Self> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, name, aliases, country_code, admin1, admin2, kind, latitude, longitude, population] = cells[..] else {
            return None;
        };
        let kind = match kind {
            "admin1" => PlaceKind::Admin1,
            "admin2" => PlaceKind::Admin2,
            "place" => PlaceKind::Populated,
            _ => return None,
        };
        Some(Self {
            id: id.parse().ok()?,
            name: name.to_owned(),
            aliases: aliases.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
            country_code: country_code.to_owned(),
            admin1: admin1.to_owned(),
            admin2: admin2.to_owned(),
            kind,
            latitude: latitude.parse().ok()?,
            longitude: longitude.parse().ok()?,
            population: population.parse().ok()?,
        })
    }
}

/// The rows of a table.
///
/// # Errors
/// `Error::Reference` where the header or a line is not one of the table's.
pub fn rows(text: &str) -> Result<Vec<Row>, Error> {
    let wrong = |line: usize, reason: &str| Error::Reference { table: "own places", line, reason: reason.to_owned() };
    let mut lines = text.lines();
    if lines.next() != Some(TABLE) {
        return Err(wrong(1, "is not the header that `pipeline gazetteer import` writes"));
    }
    lines.enumerate().map(|(n, line)| Row::parse(line).ok_or_else(|| wrong(n + 2, "is no place"))).collect()
}

/// Takes a table into use for the rest of the process, and gives the number of its places. The first one stays.
///
/// # Errors
/// As [`rows`].
pub fn install(text: &str) -> Result<usize, Error> {
    let own = Own::of(rows(text)?, text);
    Ok(PLACES.get_or_init(|| own).places.len())
}

/// Tells one table from another; nothing without a table.
pub fn fingerprint() -> Option<&'static str> {
    PLACES.get().filter(|own| !own.places.is_empty()).map(|own| own.fingerprint.as_str())
}

/// The user's places of that name, the largest first.
pub(super) fn lookup(key: &str) -> Vec<Place> {
    PLACES.get().map(|own| own.find(key)).unwrap_or_default()
}

/// The place with this number.
pub(super) fn place(id: u32) -> Option<Place> {
    PLACES.get()?.places.get((id - OWN) as usize).copied()
}

/// The longest run of words from the first on that names one of the user's places.
pub(super) fn longest(words: &[&str]) -> Option<(usize, Vec<Place>)> {
    PLACES.get()?.longest(words)
}

impl Own {
    fn of(rows: Vec<Row>, text: &str) -> Self {
        let mut own = Self { fingerprint: fingerprint_of(text), ..Self::default() };
        for row in rows {
            own.add(row);
        }
        let Self { places, keys, .. } = &mut own;
        for found in keys.values_mut() {
            found.sort_by_key(|id| std::cmp::Reverse(places[*id as usize].population));
        }
        own
    }

    fn add(&mut self, row: Row) {
        let (Some(country), Ok(number)) = (gazetteer::country(&row.country_code), u32::try_from(self.places.len()))
        else {
            return;
        };
        let keys: Vec<String> = std::iter::once(&row.name).chain(&row.aliases).map(|name| fold(name)).collect();
        // a text lives as long as the process, as the built-in tables do
        let keep = |text: String| -> Option<&'static str> { (!text.is_empty()).then(|| &*text.leak()) };
        let Some(name) = keep(row.name) else { return };
        let place = Place {
            id: OWN + number,
            kind: row.kind,
            name,
            country_code: country.country_code,
            country: country.country,
            admin1: if row.kind == PlaceKind::Admin1 { Some(name) } else { keep(row.admin1) },
            admin2: if row.kind == PlaceKind::Admin2 { Some(name) } else { keep(row.admin2) },
            latitude: Some(row.latitude),
            longitude: Some(row.longitude),
            population: row.population,
            canonical: true,
            common: false,
        };
        let mut wanted = false;
        for key in keys {
            let short = key.chars().count() < 3;
            if short || gazetteer::built_in(&key).iter().any(|known| same(known, &place)) {
                continue;
            }
            let first = key.split(' ').next().unwrap_or_default().to_owned();
            self.firsts.insert(first);
            let list = self.keys.entry(key).or_default();
            if !list.contains(&number) {
                list.push(number);
            }
            wanted = true;
        }
        if wanted {
            self.places.push(place);
        }
    }

    fn find(&self, key: &str) -> Vec<Place> {
        let ids = self.keys.get(key).map(Vec::as_slice).unwrap_or_default();
        let common = || COMMON.iter().flat_map(|list| list.lines()).any(|word| word == key);
        let flag = !ids.is_empty() && common();
        ids.iter()
            .map(|id| self.places[*id as usize])
            .map(|place| Place { canonical: fold(place.name) == key, common: flag, ..place })
            .collect()
    }

    fn longest(&self, words: &[&str]) -> Option<(usize, Vec<Place>)> {
        if !self.firsts.contains(*words.first()?) {
            return None;
        }
        (1..=words.len()).rev().find_map(|n| {
            let found = self.find(&words[..n].join(" "));
            (!found.is_empty()).then_some((n, found))
        })
    }
}

/// One place in both tables: of one kind, in one country, some ten kilometres apart at most.
fn same(known: &Place, own: &Place) -> bool {
    let near = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 0.1);
    let area = own.kind != PlaceKind::Populated;
    known.kind == own.kind
        && known.country_code == own.country_code
        && (area || (near(known.latitude, own.latitude) && near(known.longitude, own.longitude)))
}

/// FNV-1a, as 8 hexadecimal digits.
fn fingerprint_of(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u64, name: &str, alias: &str, north: f64) -> Row {
        Row {
            id,
            name: name.to_owned(),
            aliases: vec![alias.to_owned()],
            country_code: "AF".to_owned(),
            admin1: "Kunar".to_owned(),
            admin2: String::new(),
            kind: PlaceKind::Populated,
            latitude: north,
            longitude: 71.0,
            population: 120,
        }
    }

    #[test]
    fn a_row_is_its_line_and_back() {
        let one = row(7, "Zarwandi Kalay", "Zarwandai Kili", 34.5);
        assert_eq!(Row::parse(&one.line()), Some(one.clone()));
        assert_eq!(rows(&format!("{TABLE}\n{}\n", one.line())).ok(), Some(vec![one]));
    }

    #[test]
    fn other_tables_are_refused() {
        assert!(rows("a\tb\n1\t2\n").is_err());
        assert!(rows(&format!("{TABLE}\n1\tx\n")).is_err());
    }

    #[test]
    fn names_lead_to_places_and_the_longest_wins() {
        let own = Own::of(vec![row(1, "Zarwandi", "Zarwandai", 34.5), row(2, "Zarwandi Kalay", "", 34.9)], "");
        assert_eq!(own.longest(&["zarwandi", "kalay", "on"]).map(|(n, p)| (n, p[0].latitude)), Some((2, Some(34.9))));
        assert_eq!(own.longest(&["zarwandai"]).map(|(n, p)| (n, p[0].canonical)), Some((1, false)));
        assert!(own.longest(&["kalay"]).is_none());
    }

    #[test]
    fn a_place_that_is_built_in_is_not_stored_twice() {
        let kabul = Row { admin1: "Kabul".to_owned(), latitude: 34.53, longitude: 69.17, ..row(3, "Kabul", "", 0.0) };
        assert!(Own::of(vec![kabul], "").places.is_empty());
    }
}
