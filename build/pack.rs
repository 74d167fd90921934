//! Lays entities and their keys out as bytes that need no reading at start.
//!
//! Entities and keys enter; four files leave: `gazetteer.fst` (key to the place of its first posting),
//! `gazetteer.postings` (u32: entity, with flags), `gazetteer.records` (28 bytes an entity) and `gazetteer.names`
//! (all names in one text). All numbers are little-endian.

use crate::keys::Common;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// In place of an entity's number: there is none.
pub const NONE: u32 = u32::MAX;
/// The key is the entity's own name, not a variant.
const CANONICAL: u32 = 1 << 31;
/// The key is also an ordinary word or a person's name.
const COMMON: u32 = 1 << 30;
/// No posting of this key follows.
const LAST: u32 = 1 << 29;

/// What an entity is; the order is that of the library's `PlaceKind`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Country,
    Admin1,
    Admin2,
    Populated,
}

/// One place or area.
pub struct Entity {
    pub kind: Kind,
    pub name: String,
    /// Its country, an entity.
    pub country: u32,
    /// The first-order area that holds it, or for such an area the wider region that does.
    pub area1: u32,
    /// The second-order area that holds it.
    pub area2: u32,
    /// Degrees north and east.
    pub at: Option<(f64, f64)>,
    /// Inhabitants, of an area the sum over its known places.
    pub population: u32,
    /// What ranks it among namesakes: inhabitants, of an area those of its largest place.
    pub weight: u32,
}

/// A key that leads to an entity.
#[allow(clippy::struct_field_names)] // a key is what it is
pub struct Key {
    /// The folded name.
    pub key: String,
    pub entity: u32,
    pub canonical: bool,
}

/// Writes the four files.
pub fn write(
    entities: &[Entity],
    codes: &[String],
    mut keys: Vec<Key>,
    common: &Common,
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    // The canonical posting of an entity comes first, so that the repetitions after it fall away.
    keys.sort_by(|a, b| (&a.key, a.entity, !a.canonical).cmp(&(&b.key, b.entity, !b.canonical)));
    keys.dedup_by(|b, a| a.key == b.key && a.entity == b.entity);
    let mut map = fst::MapBuilder::memory();
    let mut postings: Vec<u32> = Vec::new();
    for same in keys.chunk_by(|a, b| a.key == b.key) {
        map.insert(&same[0].key, postings.len() as u64)?;
        let mut ranked: Vec<(Rank, &Key)> = same.iter().map(|key| (rank(entities, same, key), key)).collect();
        ranked.sort_by_key(|(rank, key)| (*rank, key.entity));
        for (_, key) in &ranked {
            let mut posting = key.entity;
            if key.canonical {
                posting |= CANONICAL;
            }
            // A country's own name needs no context, whoever else bears it; three letters do, unless for a city.
            let entity = &entities[key.entity as usize];
            let sure = entity.kind == Kind::Country && key.canonical;
            let scrap = key.key.len() <= 3 && entity.kind != Kind::Country && entity.weight < 100_000;
            if (common.holds(&key.key) || scrap) && !sure {
                posting |= COMMON;
            }
            postings.push(posting);
        }
        if let Some(last) = postings.last_mut() {
            *last |= LAST;
        }
    }
    let (names, records) = records(entities, codes)?;
    std::fs::write(out.join("gazetteer.fst"), map.into_inner()?)?;
    std::fs::write(
        out.join("gazetteer.postings"),
        postings.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<u8>>(),
    )?;
    std::fs::write(out.join("gazetteer.records"), records)?;
    std::fs::write(out.join("gazetteer.names"), names)?;
    Ok(())
}

/// Smaller comes first: countries, then by weight, and an area directly behind the town whose name it bears.
type Rank = (bool, u64, u8);

fn rank(entities: &[Entity], same: &[Key], key: &Key) -> Rank {
    let entity = |key: &Key| &entities[key.entity as usize];
    // A variant counts little: it is most often a name in another language, and villages bear it as their own.
    let weigh = |key: &Key| u64::from(entity(key).weight) * if key.canonical { 20 } else { 1 };
    let holds = |area: &Key, town: &Key| {
        let it = entity(town);
        it.kind == Kind::Populated && (it.area1 == area.entity || it.area2 == area.entity)
    };
    let share = |area: &Key, town: &Key| f64::from(entity(town).weight) / f64::from(entity(area).population.max(1));
    let own = weigh(key);
    let weight = match entity(key).kind {
        Kind::Country => own,
        // A seat that bears the name stands before its area.
        Kind::Admin1 | Kind::Admin2 => {
            let seat = same.iter().filter(|town| (town.canonical || !key.canonical) && holds(key, town));
            seat.filter(|town| share(key, town) > 0.05).map(weigh).max().unwrap_or(own)
        }
        // One that is called so in a variant only does when a quarter of the area live there.
        Kind::Populated => {
            let area = same.iter().filter(|area| holds(area, key) && share(area, key) > 0.25);
            area.map(weigh).max().map_or(own, |area| own.max(area))
        }
    };
    (entity(key).kind != Kind::Country, u64::MAX - weight, 3 - entity(key).kind as u8)
}

/// The names, each once, and the fixed-width records that point into them.
fn records(entities: &[Entity], codes: &[String]) -> Result<(String, Vec<u8>), Box<dyn Error>> {
    let mut names = String::new();
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let mut bytes = Vec::with_capacity(entities.len() * 28);
    let mut place = |text: &str| -> Result<u32, Box<dyn Error>> {
        if let Some(at) = known.get(text) {
            return Ok(*at);
        }
        let at = u32::try_from(names.len())?;
        names.push_str(text);
        names.push('\n');
        known.insert(text.to_owned(), at);
        Ok(at)
    };
    for (id, entity) in entities.iter().enumerate() {
        let area2 = if entity.kind == Kind::Country { place(&codes[id])? } else { entity.area2 };
        let (north, east) = entity.at.unwrap_or_default();
        bytes.extend(place(&entity.name)?.to_le_bytes());
        bytes.extend([entity.kind as u8, u8::from(entity.at.is_some())]);
        bytes.extend(u16::try_from(entity.country)?.to_le_bytes());
        bytes.extend(entity.area1.to_le_bytes());
        bytes.extend(area2.to_le_bytes());
        bytes.extend(((north * 1e4).round() as i32).to_le_bytes());
        bytes.extend(((east * 1e4).round() as i32).to_le_bytes());
        bytes.extend(entity.population.to_le_bytes());
    }
    Ok((names, bytes))
}
