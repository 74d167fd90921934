//! The verdicts that an analyst sees.
//!
//! Enters: links, or accounts whose nearest may be others than before. Leaves: rows of `links`: for each account the
//! best few pairs that hold it in its incident and the best few that almost did.
//! Example: a sixth report is nearer to the first than the fourth best was: one row comes, one goes.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::linking::Part;
use super::{near, queue};
use crate::link::{self, Decision, Link, ROWS, SAME};

/// Writes only what is different: both sides are in the order of their keys.
pub(super) fn write_all(db: &Connection, links: &[Link]) -> rusqlite::Result<()> {
    let mut stored = BTreeMap::new();
    let mut rows = db.prepare("SELECT mention_a, mention_b, verdict, score, reasons FROM links")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let key: (String, String) = (row.get(0)?, row.get(1)?);
        stored.insert(key, (row.get::<_, String>(2)?, row.get::<_, f64>(3)?, row.get::<_, String>(4)?));
    }
    for link in links {
        let row = cells(link);
        if stored.remove(&(link.a.clone(), link.b.clone())).as_ref() != Some(&row) {
            write(db, link, &row)?;
        }
    }
    stored.into_keys().try_for_each(|(a, b)| delete(db, &a, &b))
}

fn cells(link: &Link) -> (String, f64, String) {
    let reasons: serde_json::Map<String, serde_json::Value> =
        link.reasons.iter().map(|reason| (reason.name.to_owned(), reason.points.into())).collect();
    // hundredths: the sum of tenths is not exact in binary
    (link.verdict.code().to_owned(), (link.score * 100.0).round() / 100.0, serde_json::Value::from(reasons).to_string())
}

fn write(db: &Connection, link: &Link, row: &(String, f64, String)) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO links (mention_a, mention_b, verdict, score, reasons) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![link.a, link.b, row.0, row.1, row.2])?;
    Ok(())
}

fn delete(db: &Connection, a: &str, b: &str) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM links WHERE mention_a = ?1 AND mention_b = ?2")?.execute([a, b])?;
    Ok(())
}

/// Rewrites the rows of some accounts. `judged` are new, stand in other incidents than before or were decided about, so
/// that verdicts change; `near` have other neighbours, so that rows come and go.
pub(super) fn rewrite(
    db: &Connection,
    part: &mut Part<'_>,
    decisions: &[Decision],
    near: &BTreeSet<i64>,
    judged: &BTreeSet<i64>,
) -> rusqlite::Result<()> {
    let mut tops = Tops { db, known: BTreeMap::new() };
    for &id in near.union(judged) {
        let mut due: BTreeSet<i64> = BTreeSet::new();
        let stored = stored(db, id)?;
        let top = tops.of(id)?.clone();
        due.extend(&top);
        for other in &stored {
            if tops.of(*other)?.contains(&id) {
                due.insert(*other);
            }
        }
        let anew = judged.contains(&id);
        for other in &due {
            if anew || judged.contains(other) || !stored.contains(other) {
                show(db, part, decisions, id, *other)?;
            }
        }
        for other in stored.difference(&due) {
            if let (Some(a), Some(b)) = (key(db, id)?, key(db, *other)?) {
                delete(db, a.as_str().min(&b), a.as_str().max(&b))?;
            }
        }
    }
    Ok(())
}

fn show(db: &Connection, part: &mut Part<'_>, decisions: &[Decision], one: i64, other: i64) -> rusqlite::Result<()> {
    let Some(a) = part.profile(one)?.cloned() else { return Ok(()) };
    let Some(b) = part.profile(other)? else { return Ok(()) };
    let (a, b) = if a.key() < b.key() { (&a, b) } else { (b, &a) };
    let incident = queue::incident(db, one)?;
    let together = incident.is_some() && incident == queue::incident(db, other)?;
    let link = link::judge(a, b, together, link::held_apart(decisions, a.key(), b.key()));
    let row = cells(&link);
    write(db, &link, &row)
}

/// For each account, those with which it has a row because they are nearest to it.
struct Tops<'db> {
    db: &'db Connection,
    known: BTreeMap<i64, BTreeSet<i64>>,
}

impl Tops<'_> {
    fn of(&mut self, id: i64) -> rusqlite::Result<&BTreeSet<i64>> {
        if !self.known.contains_key(&id) {
            let mut top: BTreeSet<i64> = near::nearest(self.db, id, SAME, f64::MAX, ROWS)?.into_iter().collect();
            top.extend(near::nearest(self.db, id, f64::MIN, SAME, ROWS)?);
            self.known.insert(id, top);
        }
        Ok(&self.known[&id])
    }
}

/// The accounts with which one has a row.
fn stored(db: &Connection, id: i64) -> rusqlite::Result<BTreeSet<i64>> {
    db.prepare_cached(
        "SELECT o.id FROM mentions AS m JOIN links AS l ON l.mention_a = m.key JOIN mentions AS o ON o.key = l.mention_b WHERE m.id = ?1
         UNION SELECT o.id FROM mentions AS m JOIN links AS l ON l.mention_b = m.key JOIN mentions AS o ON o.key = l.mention_a WHERE m.id = ?1",
    )?
    .query_map([id], |row| row.get(0))?
    .collect()
}

fn key(db: &Connection, id: i64) -> rusqlite::Result<Option<String>> {
    use rusqlite::OptionalExtension;
    db.prepare_cached("SELECT key FROM mentions WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()
}
