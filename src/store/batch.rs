//! A batch of inputs becomes rows, all of them or none.
//!
//! Enters: extractions, articles known already, refusals. Leaves: rows, and what became of each input.
//! Example: an article met a second time adds a source and is `known`.

use rusqlite::{Connection, params};

use super::{Store, article, mention, stale, validate};
use crate::error::Result;
use crate::resolve::mention::Extraction;

/// One input of a run.
#[derive(Clone, Debug)]
pub enum Incoming {
    /// An article that the database has, read by this very extractor.
    Known {
        /// Row of `articles`.
        article: i64,
        /// As the input gave it.
        source_id: String,
        /// Where it was met.
        uri: String,
    },
    /// What an article says.
    Read(Box<Extraction>),
    /// A stored article, read again from its stored text by a newer extractor.
    Reread {
        /// Row of `articles`.
        article: i64,
        /// What it says now.
        extraction: Box<Extraction>,
    },
    /// An input that is no article.
    Refused {
        /// As the input gave it.
        source_id: String,
        /// Where it was met.
        uri: String,
        /// A short code.
        code: String,
        /// One line that names the input.
        message: String,
    },
}

/// How many inputs fared how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles not met before.
    pub new: usize,
    /// Articles met before.
    pub known: usize,
    /// Articles whose text changed, or that a newer extractor read again.
    pub updated: usize,
    /// Inputs that are no articles.
    pub refused: usize,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.known += other.known;
        self.updated += other.updated;
        self.refused += other.refused;
    }
}

/// What became of one input.
enum Fate {
    New(i64),
    Known(i64),
    Updated(i64),
    Refused(String, String),
}

impl Store {
    /// Writes a batch in one transaction. Returns the tally and one line for each refused input.
    pub fn write(&mut self, run: i64, now: &str, batch: &[Incoming]) -> Result<(Tally, Vec<String>)> {
        self.transact(|db| {
            let (mut tally, mut refusals) = (Tally::default(), Vec::new());
            for incoming in batch {
                let (source_id, uri, fate) = one(db, incoming, now)?;
                let (outcome, article, code, reason) = match fate {
                    Fate::New(id) => ("new", Some(id), None, None),
                    Fate::Known(id) => ("known", Some(id), None, None),
                    Fate::Updated(id) => ("updated", Some(id), None, None),
                    Fate::Refused(code, message) => {
                        refusals.push(message.clone());
                        ("refused", None, Some(code), Some(message))
                    }
                };
                match outcome {
                    "new" => tally.new += 1,
                    "known" => tally.known += 1,
                    "updated" => tally.updated += 1,
                    _ => tally.refused += 1,
                }
                db.prepare_cached(
                    "INSERT INTO outcomes (run_id, source_id, uri, outcome, code, reason, article_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![run, source_id, uri, outcome, code, reason, article])?;
            }
            Ok((tally, refusals))
        })
    }
}

fn one<'a>(db: &Connection, incoming: &'a Incoming, now: &str) -> rusqlite::Result<(&'a str, &'a str, Fate)> {
    Ok(match incoming {
        Incoming::Known { article: id, source_id, uri } => {
            article::met(db, *id, source_id, uri)?;
            (source_id, uri, Fate::Known(*id))
        }
        Incoming::Refused { source_id, uri, code, message } => {
            (source_id, uri, Fate::Refused(code.clone(), message.clone()))
        }
        Incoming::Reread { article: id, extraction } => (&extraction.id, &extraction.uri, reread(db, *id, extraction)?),
        Incoming::Read(extraction) => (&extraction.id, &extraction.uri, read(db, extraction, now)?),
    })
}

fn read(db: &Connection, extraction: &Extraction, now: &str) -> rusqlite::Result<Fate> {
    if let Some(error) = extraction.error.as_ref().filter(|_| extraction.text.is_empty()) {
        return Ok(Fate::Refused(error.code.clone(), error.message.clone()));
    }
    if let Err(reason) = validate::validate(extraction) {
        return Ok(Fate::Refused("not_valid".to_owned(), format!("{}: {reason}", extraction.uri)));
    }
    if let Some(known) = article::known(db, &extraction.sha256, extraction.published.as_deref())? {
        article::met(db, known.id, &extraction.id, &extraction.uri)?;
        return if stale::is_older(&known.extractor, &extraction.extractor) {
            reread(db, known.id, extraction)
        } else {
            Ok(Fate::Known(known.id))
        };
    }
    let id = article::insert(db, extraction, now)?;
    article::met(db, id, &extraction.id, &extraction.uri)?;
    let changed = article::supersede(db, id, &extraction.id, &extraction.uri)?;
    mention::write_all(db, id, extraction)?;
    Ok(if changed { Fate::Updated(id) } else { Fate::New(id) })
}

fn reread(db: &Connection, id: i64, extraction: &Extraction) -> rusqlite::Result<Fate> {
    if let Err(reason) = validate::validate(extraction) {
        return Ok(Fate::Refused("not_valid".to_owned(), format!("{}: {reason}", extraction.uri)));
    }
    article::reread(db, id, extraction)?;
    mention::write_all(db, id, extraction)?;
    Ok(Fate::Updated(id))
}
