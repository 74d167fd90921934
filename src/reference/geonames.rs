//! Reads a dump of `GeoNames`.
//!
//! Lines of 19 columns enter (`allCountries.txt`, `PK.txt`, `cities500.txt`, the files of download.geonames.org);
//! populated places and areas of the first two orders leave. Mountains, rivers and ruins are left out.
//! Example: a line with class `P` and code `PPL` is a village; `A` and `ADM2` a district.

use std::collections::BTreeMap;

use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, PlaceKind};
use crate::reference::own::Row;

/// Gathers the lines of a dump.
#[derive(Debug, Default)]
pub struct Dump {
    found: Vec<(Row, String, String)>,
    /// Names of areas by country and codes.
    areas: BTreeMap<(String, String, String), String>,
    /// Lines that are neither a place nor an area.
    pub other: usize,
    /// Lines that are none of `GeoNames`.
    pub wrong: usize,
}

/// Codes of places where nobody lives any more.
const GONE: &[&str] = &["PPLH", "PPLQ", "PPLW", "PPLCH"];

impl Dump {
    /// Takes one line.
    pub fn take(&mut self, line: &str) {
        if line.trim().is_empty() || line.starts_with('#') {
            return;
        }
        let Some((row, code1, code2)) = read(line) else {
            self.wrong += 1;
            return;
        };
        let Some(row) = row else {
            self.other += 1;
            return;
        };
        let country = row.country_code.clone();
        match row.kind {
            PlaceKind::Admin1 => {
                self.areas.insert((country, code1.clone(), String::new()), row.name.clone());
            }
            PlaceKind::Admin2 => {
                self.areas.insert((country, code1.clone(), code2.clone()), row.name.clone());
            }
            _ => {}
        }
        self.found.push((row, code1, code2));
    }

    /// The places, each with the names of its areas as far as the dump or the built-in table tells them.
    pub fn rows(self) -> Vec<Row> {
        let Self { found, areas, .. } = self;
        let mut known: BTreeMap<(String, String), String> = BTreeMap::new();
        let mut plain = |country: &str, name: &str, kind: PlaceKind| {
            let key = (country.to_owned(), name.to_owned());
            known.entry(key).or_insert_with(|| built_in_name(country, name, kind)).clone()
        };
        let mut out = Vec::with_capacity(found.len());
        for (mut row, code1, code2) in found {
            let country = row.country_code.clone();
            if row.kind != PlaceKind::Admin1
                && let Some(name) = areas.get(&(country.clone(), code1.clone(), String::new()))
            {
                row.admin1 = plain(&country, name, PlaceKind::Admin1);
            }
            if row.kind == PlaceKind::Populated
                && !code2.is_empty()
                && let Some(name) = areas.get(&(country, code1, code2))
            {
                row.admin2.clone_from(name);
            }
            out.push(row);
        }
        out
    }
}

/// A line as a row with the codes of its areas; no row where it is something else than a place; none for another table.
fn read(line: &str) -> Option<(Option<Row>, String, String)> {
    let cells: Vec<&str> = line.split('\t').collect();
    if cells.len() < 15 {
        return None;
    }
    let id = cells[0].parse().ok()?;
    let (latitude, longitude): (f64, f64) = (cells[4].parse().ok()?, cells[5].parse().ok()?);
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return None;
    }
    let (class, code, country) = (cells[6], cells[7], cells[8]);
    let kind = match (class, code) {
        ("P", code) if !GONE.contains(&code) => PlaceKind::Populated,
        ("A", "ADM1") => PlaceKind::Admin1,
        ("A", "ADM2") => PlaceKind::Admin2,
        _ => return Some((None, String::new(), String::new())),
    };
    if gazetteer::country(country).is_none() || cells[1].trim().is_empty() {
        return Some((None, String::new(), String::new()));
    }
    let row = Row {
        id,
        name: cells[1].trim().to_owned(),
        aliases: aliases(cells[1], cells[2], cells[3]),
        country_code: country.to_owned(),
        admin1: String::new(),
        admin2: String::new(),
        kind,
        latitude,
        longitude,
        population: cells[14].parse::<u64>().map_or(0, |n| u32::try_from(n).unwrap_or(u32::MAX)),
    };
    Some((Some(row), cells[10].to_owned(), cells[11].to_owned()))
}

/// Other names in Latin letters, without codes of airports and the like.
fn aliases(name: &str, ascii: &str, others: &str) -> Vec<String> {
    let mut seen = vec![fold(name)];
    let mut out = Vec::new();
    for other in std::iter::once(ascii).chain(others.split(',')).map(str::trim) {
        let key = fold(other);
        let code = other.len() <= 4 && other.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if key.len() < 3 || code || !key.is_ascii() || other.contains('|') || seen.contains(&key) {
            continue;
        }
        seen.push(key);
        out.push(other.to_owned());
    }
    out
}

/// The name under which the built-in table shows an area: `Wilayat-e Kunar` and `Kunar Province` are Kunar.
fn built_in_name(country: &str, name: &str, kind: PlaceKind) -> String {
    let key = fold(name);
    let words: Vec<&str> = key.split(' ').collect();
    let shorter = [(0, 0), (0, 1), (1, 0), (2, 0), (1, 1)].into_iter().filter(|(a, b)| a + b < words.len());
    let found = shorter
        .flat_map(|(first, last)| gazetteer::built_in(&words[first..words.len() - last].join(" ")))
        .find(|p| p.country_code == country && p.kind == kind);
    found.map_or_else(|| name.to_owned(), |p| p.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: u32, name: &str, other: &str, class: &str, code: &str, codes: (&str, &str)) -> String {
        let (one, two) = codes;
        format!(
            "{id}\t{name}\t{name}\t{other}\t34.1\t70.9\t{class}\t{code}\tAF\t\t{one}\t{two}\t\t\t450\t\t900\tAsia/Kabul\t2020-01-01"
        )
    }

    #[test]
    fn places_take_the_names_of_their_areas() {
        let mut dump = Dump::default();
        dump.take(&line(1, "Shorandam Kalay", "Shorandām Kili,شورندام,SHR", "P", "PPL", ("34", "3401")));
        dump.take(&line(2, "Wilayat-e Kunar", "", "A", "ADM1", ("34", "")));
        dump.take(&line(3, "Dara-ye Nur", "", "A", "ADM2", ("34", "3401")));
        dump.take(&line(4, "Koh-e Siah", "", "T", "MT", ("34", "")));
        dump.take("no line of GeoNames");
        assert_eq!((dump.other, dump.wrong), (1, 1));
        let rows = dump.rows();
        let village = &rows[0];
        assert_eq!((village.admin1.as_str(), village.admin2.as_str()), ("Kunar", "Dara-ye Nur"));
        assert_eq!(village.aliases, ["Shorandām Kili"]);
        assert_eq!(rows[2].kind, PlaceKind::Admin2);
    }

    #[test]
    fn ruins_and_unknown_countries_are_left_out() {
        let mut dump = Dump::default();
        dump.take(&line(1, "Old Site", "", "P", "PPLH", ("", "")));
        dump.take(&line(2, "Nowhere", "", "P", "PPL", ("", "")).replace("\tAF\t", "\tZQ\t"));
        assert_eq!((dump.other, dump.rows().len()), (2, 0));
    }
}
