//! The analyst's decisions that still stand.
//!
//! Enters: the table `decisions`. Leaves: what linking must keep together or apart.
//! Example: a merge that was undone, and whose undoing was undone, stands.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::link::Decision;

/// Merges and splits in force, in the order in which they were made.
pub(super) fn standing(db: &Connection) -> rusqlite::Result<Vec<Decision>> {
    let undone = undone(db)?;
    let mut made = db.prepare(
        "SELECT id, kind, ifnull(mentions, '[]'), ifnull(other_mentions, '[]') FROM decisions WHERE kind IN ('merge', 'split') ORDER BY id",
    )?;
    let rows = made.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    })?;
    let mut standing = Vec::new();
    for row in rows {
        let (id, kind, mentions, others) = row?;
        let keys = |json: &str| serde_json::from_str::<Vec<String>>(json).unwrap_or_default();
        match kind.as_str() {
            _ if undone.contains(&id) => {}
            "merge" => standing.push(Decision::Together(keys(&mentions))),
            _ => standing.push(Decision::Apart(keys(&mentions), keys(&others))),
        }
    }
    Ok(standing)
}

/// Keys that any merge or split ever named, in force or not.
pub(super) fn touching(db: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    db.prepare(
        "SELECT j.value FROM decisions AS d, json_each(d.mentions) AS j WHERE d.kind IN ('merge', 'split')
         UNION SELECT j.value FROM decisions AS d, json_each(d.other_mentions) AS j WHERE d.kind = 'split'",
    )?
    .query_map([], |row| row.get(0))?
    .collect()
}

/// Decisions that an undoing in force takes back. The latest comes first: only then is it known which undoings stand.
pub(super) fn undone(db: &Connection) -> rusqlite::Result<BTreeSet<i64>> {
    let mut undone = BTreeSet::new();
    let mut undoings = db.prepare("SELECT id, undoes FROM decisions WHERE kind = 'undo' ORDER BY id DESC")?;
    for row in undoings.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (id, undoes): (i64, i64) = row?;
        if !undone.contains(&id) {
            undone.insert(undoes);
        }
    }
    Ok(undone)
}
