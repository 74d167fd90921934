//! What linking remembers: keys, pairs that come near, cores.
//!
//! Enters: cards and pairs. Leaves: rows of `link_keys`, `link_pairs`, `link_cores`, and answers from them.
//! Example: for a new account of 5 May in Mali, the accounts that stand within three days of it in the list of Mali.

use rusqlite::{Connection, params};

use crate::link::{Card, Face, Kind, LONGEST, Linked, OPEN, REACH};

/// Replaces everything by what linking all accounts came to; `ids` are the mentions in the order of their keys.
pub(super) fn replace(db: &Connection, ids: &[i64], linked: &Linked) -> rusqlite::Result<()> {
    db.execute_batch("DELETE FROM link_keys; DELETE FROM link_pairs; DELETE FROM link_cores;")?;
    // in the order of the tables, which makes them grow at one end
    let mut keys: Vec<(i64, Face, i64)> = Vec::new();
    for (card, id) in linked.cards.iter().zip(ids) {
        keys.extend(card.keys.iter().map(|key| (*key, card.face, *id)));
    }
    keys.sort_unstable_by_key(|(key, face, id)| (*key, face.first, *id));
    for (key, face, id) in keys {
        insert_key(db, key, &face, id)?;
    }
    let mut pairs: Vec<(i64, f64, i64)> = Vec::with_capacity(2 * linked.near.len());
    for pair in &linked.near {
        let (a, b) = (ids[pair.a], ids[pair.b]);
        pairs.extend([(a, pair.score, b), (b, pair.score, a)]);
    }
    pairs.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then(x.2.cmp(&y.2)));
    let mut insert = db.prepare_cached("INSERT INTO link_pairs (mention_id, score, other_id) VALUES (?1, ?2, ?3)")?;
    for (one, score, other) in pairs {
        insert.execute(params![one, score, other])?;
    }
    let mut cores: Vec<(i64, i64, bool)> = Vec::with_capacity(ids.len());
    for members in &linked.cores {
        let core = members.iter().map(|at| ids[*at]).min().unwrap_or_default();
        cores.extend(members.iter().map(|at| (ids[*at], core, linked.looks[*at])));
    }
    cores.sort_unstable();
    cores.iter().try_for_each(|(id, core, looks)| set_core(db, *id, *core, *looks))
}

/// Lists an account under its keys.
pub(super) fn list(db: &Connection, id: i64, card: &Card) -> rusqlite::Result<()> {
    card.keys.iter().try_for_each(|key| insert_key(db, *key, &card.face, id))
}

fn insert_key(db: &Connection, key: i64, face: &Face, id: i64) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO link_keys (key, first, mention_id, last, marks, singles, names) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![key, face.first, id, face.last, face.marks, face.singles, face.names])?;
    Ok(())
}

/// The listed accounts that one of this card meets, sorted, itself among them.
pub(super) fn met(db: &Connection, card: &Card) -> rusqlite::Result<Vec<i64>> {
    let mut met = Vec::new();
    let face = &card.face;
    let read = "SELECT first, last, marks, singles, names, mention_id FROM link_keys WHERE key = ?1 AND first BETWEEN ?2 AND ?3";
    let mut listed = db.prepare_cached(read)?;
    let (low, high) = (face.first.saturating_sub(LONGEST + REACH), face.last.saturating_add(REACH));
    for key in &card.keys {
        let kind = Kind::of(*key);
        // what is not bounded stands before all days; where `first` is open, one walk covers both
        let walks = if face.first == OPEN { vec![(OPEN, high)] } else { vec![(OPEN, OPEN), (low, high)] };
        for (low, high) in walks {
            let mut rows = listed.query(params![key, low, high])?;
            while let Some(row) = rows.next()? {
                let other = Face {
                    first: row.get(0)?,
                    last: row.get(1)?,
                    marks: row.get(2)?,
                    singles: row.get(3)?,
                    names: row.get(4)?,
                };
                if face.meets(&other, kind) {
                    met.push(row.get(5)?);
                }
            }
        }
    }
    met.sort_unstable();
    met.dedup();
    Ok(met)
}

/// Records that two accounts come near.
pub(super) fn pair(db: &Connection, a: i64, b: i64, score: f64) -> rusqlite::Result<()> {
    let mut insert =
        db.prepare_cached("INSERT OR IGNORE INTO link_pairs (mention_id, score, other_id) VALUES (?1, ?2, ?3)")?;
    insert.execute(params![a, score, b])?;
    insert.execute(params![b, score, a])?;
    Ok(())
}

/// Takes an account out of keys, pairs and cores.
pub(super) fn forget(db: &Connection, id: i64) -> rusqlite::Result<()> {
    for (other, score) in neighbours(db, id, f64::MIN)? {
        db.prepare_cached("DELETE FROM link_pairs WHERE mention_id = ?1 AND score = ?2 AND other_id = ?3")?
            .execute(params![other, score, id])?;
    }
    for table in ["link_pairs", "link_keys", "link_cores"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE mention_id = ?1"))?.execute([id])?;
    }
    Ok(())
}

/// The accounts near one, the nearest first.
pub(super) fn neighbours(db: &Connection, id: i64, least: f64) -> rusqlite::Result<Vec<(i64, f64)>> {
    db.prepare_cached(
        "SELECT other_id, score FROM link_pairs WHERE mention_id = ?1 AND score >= ?2 ORDER BY score DESC, other_id",
    )?
    .query_map(params![id, least], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// The few nearest with a score from `least` to below `below`; among equals by key, so that arrival decides nothing.
pub(super) fn nearest(db: &Connection, id: i64, least: f64, below: f64, few: usize) -> rusqlite::Result<Vec<i64>> {
    db.prepare_cached(
        "SELECT p.other_id FROM link_pairs AS p JOIN mentions AS m ON m.id = p.other_id
         WHERE p.mention_id = ?1 AND p.score >= ?2 AND p.score < ?3 ORDER BY p.score DESC, m.key LIMIT ?4",
    )?
    .query_map(params![id, least, below, few], |row| row.get(0))?
    .collect()
}

/// The core of an account, and whether the account may look for another.
pub(super) fn core(db: &Connection, id: i64) -> rusqlite::Result<Option<(i64, bool)>> {
    use rusqlite::OptionalExtension;
    db.prepare_cached("SELECT core, looks FROM link_cores WHERE mention_id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The accounts of a core.
pub(super) fn members(db: &Connection, core: i64) -> rusqlite::Result<Vec<i64>> {
    db.prepare_cached("SELECT mention_id FROM link_cores WHERE core = ?1 ORDER BY mention_id")?
        .query_map([core], |row| row.get(0))?
        .collect()
}

/// Puts an account into a core.
pub(super) fn set_core(db: &Connection, id: i64, core: i64, looks: bool) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO link_cores (mention_id, core, looks) VALUES (?1, ?2, ?3)
         ON CONFLICT (mention_id) DO UPDATE SET core = excluded.core, looks = excluded.looks
         WHERE core <> excluded.core OR looks <> excluded.looks",
    )?
    .execute(params![id, core, looks])?;
    Ok(())
}
