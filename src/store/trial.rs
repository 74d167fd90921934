//! Changes made on trial.
//!
//! Enters: an open store. Leaves: what was written since the trial began, kept as a whole or gone as a whole.
//! Example: a new reading of every article is written, compared with the old one, and taken back where nobody accepts it.
//! A trial that is never ended, as when the program is stopped, is taken back as well.

use super::{Store, failure};
use crate::error::Result;

impl Store {
    /// From here on nothing is kept until [`Store::keep`]. Other programs still read what stood before.
    pub fn rehearse(&mut self) -> Result<()> {
        self.batch("BEGIN IMMEDIATE")
    }

    /// Keeps what was written on trial.
    pub fn keep(&mut self) -> Result<()> {
        self.batch("COMMIT")
    }

    /// Takes back what was written on trial.
    pub fn discard(&mut self) -> Result<()> {
        self.batch("ROLLBACK")
    }

    fn batch(&self, sql: &str) -> Result<()> {
        self.connection.execute_batch(sql).map_err(|source| failure(&self.path, source))
    }
}
