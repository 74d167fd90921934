//! What each run did.
//!
//! Enters: the command and the time that `cli` read off the clock. Leaves: a row of `runs`.
//! Example: `ingest`, 12 articles new, 3 refused.

use rusqlite::params;

use super::{Store, Tally};
use crate::error::Result;

impl Store {
    /// Notes that a run begins. Returns its id.
    pub fn begin(&mut self, command: &str, extractor: &str, now: &str) -> Result<i64> {
        self.transact(|db| {
            db.prepare_cached("INSERT INTO runs (command, started_at, extractor) VALUES (?1, ?2, ?3)")?
                .insert(params![command, now, extractor])
        })
    }

    /// Notes how a run ended.
    pub fn finish(&mut self, run: i64, tally: Tally, incidents: usize, now: &str) -> Result<()> {
        self.transact(|db| {
            db.execute(
                "UPDATE runs SET finished_at = ?2, new = ?3, known = ?4, updated = ?5, refused = ?6, incidents = ?7 WHERE id = ?1",
                params![run, now, tally.new, tally.known, tally.updated, tally.refused, incidents],
            )?;
            Ok(())
        })
    }
}
