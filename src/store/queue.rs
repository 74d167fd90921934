//! What is still to be linked.
//!
//! Enters: `link_queue`, which triggers fill, and decisions made since the last link. Leaves: mentions to look at.
//! Example: a merge names two keys: their accounts are disturbed, and so are those that stand with them.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::{decisions, near};

/// Mentions and incidents that the last link has not seen as they are now.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    /// New, changed, or of an article that counts no longer.
    pub fresh: BTreeSet<i64>,
    /// Near an account that went or changed, with one, or decided about.
    pub disturbed: BTreeSet<i64>,
    /// Incidents that lost an account altogether.
    pub incidents: BTreeSet<i64>,
    /// Named by a decision, where there is a new one; disturbed too.
    pub decided: BTreeSet<i64>,
}

/// Reads the queue. What is fresh disturbs whatever it stood with and came near to before.
pub(super) fn read(db: &Connection) -> rusqlite::Result<Queue> {
    let mut queue = Queue::default();
    let mut rows = db.prepare("SELECT kind, id FROM link_queue")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(1)?;
        match row.get::<_, String>(0)?.as_str() {
            "fresh" => queue.fresh.insert(id),
            "disturbed" => queue.disturbed.insert(id),
            _ => queue.incidents.insert(id),
        };
    }
    queue.decided.extend(decided(db)?);
    queue.disturbed.extend(&queue.decided);
    Ok(queue)
}

/// Adds what stands with the fresh accounts, or came near to them, as the last link left it.
pub(super) fn disturb(db: &Connection, queue: &mut Queue) -> rusqlite::Result<()> {
    for &id in &queue.fresh {
        queue.disturbed.extend(near::neighbours(db, id, f64::MIN)?.into_iter().map(|(other, _)| other));
        if let Some((core, _)) = near::core(db, id)? {
            queue.disturbed.extend(near::members(db, core)?);
        }
        if let Some(incident) = incident(db, id)? {
            queue.incidents.insert(incident);
            queue.disturbed.extend(standing(db, incident)?);
        }
    }
    Ok(())
}

/// The incident in which an account stands.
pub(super) fn incident(db: &Connection, id: i64) -> rusqlite::Result<Option<i64>> {
    let found = db
        .prepare_cached("SELECT incident_id FROM mentions WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// The accounts of an incident.
pub(super) fn standing(db: &Connection, incident: i64) -> rusqlite::Result<Vec<i64>> {
    db.prepare_cached("SELECT id FROM mentions WHERE incident_id = ?1")?
        .query_map([incident], |row| row.get(0))?
        .collect()
}

/// Accounts that decisions since the last link are about. Undoing may bring any of them back or take it away.
fn decided(db: &Connection) -> rusqlite::Result<Vec<i64>> {
    let new = "SELECT 1 FROM decisions WHERE kind IN ('merge', 'split', 'undo') AND id > (SELECT last_decision FROM link_state) LIMIT 1";
    if db.query_row(new, [], |_| Ok(())).optional()?.is_none() {
        return Ok(Vec::new());
    }
    decisions::touching(db)?.iter().filter_map(|key| id_of(db, key).transpose()).collect()
}

/// The mention of a key.
pub(super) fn id_of(db: &Connection, key: &str) -> rusqlite::Result<Option<i64>> {
    db.prepare_cached("SELECT id FROM mentions WHERE key = ?1")?.query_row([key], |row| row.get(0)).optional()
}

/// Notes that everything has been linked.
pub(super) fn clear(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch(
        "DELETE FROM link_queue; UPDATE link_state SET last_decision = (SELECT ifnull(max(id), 0) FROM decisions),
           last_group = (SELECT ifnull(max(id), 0) FROM groups);",
    )
}
