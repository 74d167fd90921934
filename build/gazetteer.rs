//! Gathers countries, areas and populated places from the tables into entities and keys.
//!
//! The tables under `seeds/reference` enter; entities, numbered countries first, then areas, then places, and the
//! keys that lead to them go to [`crate::pack`].

use crate::areas::{bare, describes, first_order, second_order};
use crate::fold::fold;
use crate::keys::{Common, plain, spellings};
use crate::pack::{self, Entity, Key, Kind, NONE};
use crate::table::{Table, words};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

/// Where the tables lie, from the package's root.
pub const SEEDS: &str = "seeds/reference";
/// The tables that are read.
pub const TABLES: &[&str] = &[COUNTRIES, ADMIN1, ADMIN2, REGIONS, PLACES, NICKNAMES, COMMON_WORDS, PERSON_NAMES];
const COUNTRIES: &str = "countries.tsv";
const ADMIN1: &str = "admin/admin1_names.tsv";
const ADMIN2: &str = "admin/admin2_names.tsv";
const REGIONS: &str = "admin/regions.tsv";
const PLACES: &str = "places/places.tsv.gz";
const NICKNAMES: &str = "places/nicknames.tsv";
const COMMON_WORDS: &str = "places/common_words.txt";
const PERSON_NAMES: &str = "places/person_names.txt";
/// From this size on a town is also looked up as `NAME city`.
const CITY: u32 = 50_000;

/// What a district or town that is listed by hand weighs among namesakes when its inhabitants are not known: news
/// mean it more often than a village of the same name.
const LISTED: u32 = 30_000;

/// Packs the tables under `seeds` into files in `out`.
pub fn write(seeds: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut draft = Draft::default();
    draft.countries(&Table::open(&seeds.join(COUNTRIES))?)?;
    draft.first_order(&Table::open(&seeds.join(ADMIN1))?)?;
    let districts = Table::open(&seeds.join(ADMIN2))?;
    draft.second_order(&districts)?;
    draft.regions(&Table::open(&seeds.join(REGIONS))?)?;
    let places = Table::open(&seeds.join(PLACES))?;
    draft.areas_of_places(&places)?;
    let common = Common {
        words: words(&seeds.join(COMMON_WORDS))?.into_iter().chain(std::mem::take(&mut draft.demonyms)).collect(),
        people: words(&seeds.join(PERSON_NAMES))?.into_iter().collect(),
    };
    draft.places(&places, &Table::open(&seeds.join(NICKNAMES))?, &common)?;
    draft.towns(&districts, &common)?;
    draft.settle();
    draft.measure();
    draft.name_areas(&common);
    pack::write(&draft.entities, &draft.codes, draft.keys, &common, out)
}

/// What has been gathered so far.
#[derive(Default)]
struct Draft {
    entities: Vec<Entity>,
    keys: Vec<Key>,
    /// ISO codes of the countries, in the order of their entities.
    codes: Vec<String>,
    /// Words for the people of a country.
    demonyms: BTreeSet<String>,
    /// Country by code.
    country: BTreeMap<String, u32>,
    /// First-order area by country and key.
    admin1: BTreeMap<(u32, String), u32>,
    /// Second-order area by first-order area (or country, where that is unknown) and key.
    admin2: BTreeMap<(u32, String), u32>,
    /// Second-order areas of a country by key: those that a hand-made table names.
    listed: BTreeMap<(u32, String), Vec<u32>>,
    /// All printed names of an area, its own first.
    names: BTreeMap<u32, Vec<String>>,
}

impl Draft {
    fn add(&mut self, kind: Kind, name: &str, country: u32, area1: u32, area2: u32) -> Result<u32, Box<dyn Error>> {
        let id = u32::try_from(self.entities.len())?;
        let name = name.to_owned();
        self.entities.push(Entity { kind, name, country, area1, area2, at: None, population: 0, weight: 0 });
        Ok(id)
    }

    fn key(&mut self, key: String, entity: u32, canonical: bool) {
        self.keys.push(Key { key, entity, canonical });
    }

    fn code(&self, code: &str) -> Result<u32, Box<dyn Error>> {
        Ok(*self.country.get(code).ok_or_else(|| format!("no country has the code {code:?}"))?)
    }

    fn countries(&mut self, table: &Table) -> Result<(), Box<dyn Error>> {
        let mut rows: Vec<_> = table.rows().collect();
        rows.sort_by_key(|row| row.get("code"));
        for row in rows {
            let (code, name) = (row.get("code"), row.get("name"));
            let id = u32::try_from(self.entities.len())?;
            self.add(Kind::Country, name, id, NONE, NONE)?;
            self.codes.push(code.to_owned());
            self.country.insert(code.to_owned(), id);
            self.entities[id as usize].population = row.get("population").parse().unwrap_or(0);
            self.entities[id as usize].weight = self.entities[id as usize].population;
            self.key(fold(name), id, true);
            for alias in row.list("aliases") {
                self.key(fold(alias), id, false);
            }
            self.demonyms.extend(row.list("demonyms").map(fold));
        }
        Ok(())
    }

    /// Finds or adds a first-order area.
    fn area1(&mut self, country: u32, name: &str) -> Result<u32, Box<dyn Error>> {
        for form in [name, bare(name)] {
            if let Some(id) = self.admin1.get(&(country, fold(form))) {
                return Ok(*id);
            }
        }
        let id = self.add(Kind::Admin1, bare(name), country, NONE, NONE)?;
        self.call(id, country, [bare(name), name].into_iter());
        Ok(id)
    }

    /// Notes the names of an area and makes them findable for the rows to come.
    fn call<'a>(&mut self, id: u32, within: u32, names: impl Iterator<Item = &'a str>) {
        let second = self.entities[id as usize].kind == Kind::Admin2;
        for name in names {
            for form in [name, bare(name)] {
                let map = if second { &mut self.admin2 } else { &mut self.admin1 };
                map.entry((within, fold(form))).or_insert(id);
                let known = self.names.entry(id).or_default();
                if !known.iter().any(|it| it == form) {
                    known.push(form.to_owned());
                }
            }
        }
    }

    fn first_order(&mut self, table: &Table) -> Result<(), Box<dyn Error>> {
        for row in table.rows() {
            let country = self.code(row.get("country_code"))?;
            let id = self.add(Kind::Admin1, row.get("name"), country, NONE, NONE)?;
            let names = std::iter::once(row.get("name")).chain(row.list("aliases"));
            self.call(id, country, names);
        }
        Ok(())
    }

    fn second_order(&mut self, table: &Table) -> Result<(), Box<dyn Error>> {
        for row in table.rows().filter(|row| row.get("level") == "district") {
            let country = self.code(row.get("country_code"))?;
            let admin1 = row.get("admin1");
            let area1 = if admin1.is_empty() { NONE } else { self.area1(country, admin1)? };
            let id = self.add(Kind::Admin2, row.get("name"), country, area1, NONE)?;
            self.entities[id as usize].weight = LISTED;
            let names: Vec<&str> = std::iter::once(row.get("name")).chain(row.list("aliases")).collect();
            let within = if area1 == NONE { country } else { area1 };
            self.call(id, within, names.iter().copied());
            for name in names {
                self.listed.entry((country, fold(name))).or_default().push(id);
            }
        }
        Ok(())
    }

    /// The towns that are listed by hand: more spellings and the district for those that the table of places has,
    /// new entities without inhabitants for the rest.
    fn towns(&mut self, table: &Table, common: &Common) -> Result<(), Box<dyn Error>> {
        let known = self.bearers();
        for row in table.rows().filter(|row| row.get("level") == "town") {
            let (code, name) = (row.get("country_code"), row.get("name"));
            let country = self.code(code)?;
            let area1 = self.area1(country, row.get("admin1"))?;
            let area2 = self.area2(area1, row.get("district")).unwrap_or(NONE);
            let names: Vec<&str> = std::iter::once(name).chain(row.list("aliases")).collect();
            let found = names.iter().find_map(|name| known.get(&(area1, fold(name)))).copied();
            let id = match found {
                Some(id) => id,
                None => self.add(Kind::Populated, name, country, area1, area2)?,
            };
            if area2 != NONE {
                self.entities[id as usize].area2 = area2;
            }
            let weight = &mut self.entities[id as usize].weight;
            *weight = LISTED.max(*weight);
            for (nth, printed) in names.iter().enumerate() {
                for (mth, key) in spellings(printed, code).into_iter().enumerate() {
                    let canonical = found.is_none() && nth == 0 && mth == 0;
                    if common.admits(&key, printed, canonical, LISTED) {
                        if code == "PK" {
                            self.key(format!("{key} tehsil"), id, false);
                        }
                        self.key(key, id, canonical);
                    }
                }
            }
        }
        Ok(())
    }

    /// Wider or older regions, each the parent of the first-order areas that it lists.
    fn regions(&mut self, table: &Table) -> Result<(), Box<dyn Error>> {
        for row in table.rows() {
            let country = self.code(row.get("country_code"))?;
            let members: Vec<u32> =
                row.list("members").map(|name| self.area1(country, name)).collect::<Result<_, _>>()?;
            let id = self.add(Kind::Admin1, row.get("name"), country, NONE, NONE)?;
            let names = std::iter::once(row.get("name")).chain(row.list("aliases"));
            self.names.insert(id, names.map(str::to_owned).collect());
            for member in members {
                self.entities[member as usize].area1 = id;
            }
        }
        Ok(())
    }

    /// Adds the areas that only the table of places knows.
    fn areas_of_places(&mut self, table: &Table) -> Result<(), Box<dyn Error>> {
        for row in table.rows() {
            let country = self.code(row.get("country_code"))?;
            let (admin1, admin2) = (row.get("admin1"), row.get("admin2"));
            let area1 = if admin1.is_empty() { NONE } else { self.area1(country, admin1)? };
            let within = if area1 == NONE { country } else { area1 };
            if !admin2.is_empty() && self.area2(within, admin2).is_none() {
                let id = self.add(Kind::Admin2, bare(admin2), country, area1, NONE)?;
                self.call(id, within, [bare(admin2), admin2].into_iter());
            }
        }
        Ok(())
    }

    fn area2(&self, within: u32, name: &str) -> Option<u32> {
        [name, bare(name)].iter().find_map(|form| self.admin2.get(&(within, fold(form))).copied())
    }

    fn places(&mut self, table: &Table, nicknames: &Table, common: &Common) -> Result<(), Box<dyn Error>> {
        let mut extra: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        let nicknames: Vec<_> = nicknames.rows().collect();
        for row in &nicknames {
            extra.entry((row.get("country_code"), row.get("name"))).or_default().extend(row.list("aliases"));
        }
        for row in table.rows() {
            let (code, name) = (row.get("country_code"), row.get("name"));
            let country = self.code(code)?;
            let area1 = if row.get("admin1").is_empty() { NONE } else { self.area1(country, row.get("admin1"))? };
            let within = if area1 == NONE { country } else { area1 };
            let area2 = self.area2(within, row.get("admin2")).unwrap_or(NONE);
            let id = self.add(Kind::Populated, &plain(name, code), country, area1, area2)?;
            let population: u32 = row.get("population").parse()?;
            let entity = &mut self.entities[id as usize];
            entity.at = Some((row.get("latitude").parse()?, row.get("longitude").parse()?));
            (entity.population, entity.weight) = (population, population);
            let variants = row.list("alternate_names").map(|it| (it, false));
            let mut own = Vec::new();
            for (printed, canonical) in std::iter::once((name, true)).chain(variants) {
                for (nth, key) in spellings(printed, code).into_iter().enumerate() {
                    let canonical = canonical && nth == 0;
                    if common.admits(&key, printed, canonical, population) {
                        own.push((key, canonical));
                    }
                }
            }
            let nicks = extra.get(&(code, name)).filter(|_| population >= CITY);
            own.extend(nicks.into_iter().flatten().map(|nick| (fold(nick), true)));
            if population >= CITY && !fold(name).ends_with(" city") {
                own.push((format!("{} city", fold(name)), false));
            }
            self.seat(id, &own);
            for (key, canonical) in own {
                self.key(key, id, canonical);
            }
        }
        Ok(())
    }

    /// The largest town by first-order area and key.
    fn bearers(&self) -> BTreeMap<(u32, String), u32> {
        let mut towns: BTreeMap<(u32, String), u32> = BTreeMap::new();
        for key in &self.keys {
            let town = &self.entities[key.entity as usize];
            if town.kind == Kind::Populated && town.area1 != NONE {
                let best = towns.entry((town.area1, key.key.clone())).or_insert(key.entity);
                if self.entities[*best as usize].population < town.population {
                    *best = key.entity;
                }
            }
        }
        towns
    }

    /// Puts a town that bears the name of a listed district into that district, where only one can be meant.
    fn seat(&mut self, id: u32, keys: &[(String, bool)]) {
        let (country, area1, area2) = {
            let it = &self.entities[id as usize];
            (it.country, it.area1, it.area2)
        };
        if area2 != NONE {
            return;
        }
        let mut found: Vec<u32> = keys
            .iter()
            .filter_map(|(key, _)| self.listed.get(&(country, key.clone())))
            .flatten()
            .copied()
            .filter(|it| area1 == NONE || self.entities[*it as usize].area1 == area1)
            .collect();
        found.sort_unstable();
        found.dedup();
        if let [only] = found[..] {
            let parent = self.entities[only as usize].area1;
            let town = &mut self.entities[id as usize];
            (town.area1, town.area2) = (if area1 == NONE { parent } else { area1 }, only);
        }
    }

    /// A listed first-order area without any place is younger than the table of places: it takes the largest town
    /// of its name.
    fn settle(&mut self) {
        let mut empty: BTreeMap<(u32, String), u32> = BTreeMap::new();
        for (id, area) in (0..).zip(&self.entities).filter(|(_, it)| it.kind == Kind::Admin1) {
            empty.insert((area.country, fold(&area.name)), id);
        }
        let taken: BTreeSet<u32> =
            self.entities.iter().filter(|it| it.kind == Kind::Populated).map(|it| it.area1).collect();
        empty.retain(|_, id| !taken.contains(id));
        let mut towns: BTreeMap<u32, usize> = BTreeMap::new();
        for (at, town) in self.entities.iter().enumerate().filter(|(_, it)| it.kind == Kind::Populated) {
            if let Some(id) = empty.get(&(town.country, fold(&town.name))) {
                let best = towns.entry(*id).or_insert(at);
                if self.entities[*best].population < town.population {
                    *best = at;
                }
            }
        }
        for (id, town) in towns {
            self.entities[town].area1 = id;
        }
    }

    /// Areas take inhabitants and centre from the places inside them, weighed by their inhabitants.
    fn measure(&mut self) {
        let mut sums: BTreeMap<u32, (f64, f64, f64, u64, u32)> = BTreeMap::new();
        for town in self.entities.iter().filter(|it| it.kind == Kind::Populated) {
            let wider = self.entities.get(town.area1 as usize).map_or(NONE, |it| it.area1);
            let Some((north, east)) = town.at else { continue };
            let share = f64::from(town.population.max(1));
            for area in [town.country, town.area1, town.area2, wider].into_iter().filter(|it| *it != NONE) {
                let sum = sums.entry(area).or_default();
                (sum.0, sum.1, sum.2) = (sum.0 + north * share, sum.1 + east * share, sum.2 + share);
                (sum.3, sum.4) = (sum.3 + u64::from(town.population), sum.4.max(town.population));
            }
        }
        for (&id, &(north, east, share, people, largest)) in &sums {
            let area = &mut self.entities[id as usize];
            area.at = Some((north / share, east / share));
            if area.kind != Kind::Country {
                area.population = u32::try_from(people).unwrap_or(u32::MAX);
                area.weight = area.weight.max(largest);
            }
        }
        // A town of unknown place lies at the centre of its district.
        for id in 0..self.entities.len() {
            let town = &self.entities[id];
            if town.kind == Kind::Populated && town.at.is_none() {
                self.entities[id].at = self.entities.get(town.area2 as usize).and_then(|district| district.at);
            }
        }
    }

    /// Adds the keys of the areas: every name, bare and with the words for its level.
    fn name_areas(&mut self, common: &Common) {
        let names = std::mem::take(&mut self.names);
        let towns = self.bearers();
        for (id, names) in names {
            let (kind, country) = (self.entities[id as usize].kind, self.entities[id as usize].country);
            let code = self.codes[country as usize].clone();
            let levels = if kind == Kind::Admin1 { first_order(&code) } else { second_order(&code) };
            // The capital of an area shares the spellings of the name that it shares.
            let capital = names.iter().find_map(|name| towns.get(&(id, fold(name)))).copied();
            for (nth, name) in names.iter().enumerate() {
                for (mth, key) in spellings(name, &code).into_iter().enumerate() {
                    let canonical = nth == 0 && mth == 0;
                    let short = key.chars().count() <= 2 && !canonical;
                    if short || (kind == Kind::Admin2 && !canonical && common.holds(&key)) {
                        continue;
                    }
                    if let Some(town) = capital.filter(|_| mth == 0 && !describes(&key) && !common.holds(&key)) {
                        self.key(key.clone(), town, false);
                    }
                    for level in levels.iter().filter(|level| !key.ends_with(*level)) {
                        self.key(format!("{key} {level}"), id, false);
                    }
                    self.key(key, id, canonical);
                }
            }
        }
    }
}
