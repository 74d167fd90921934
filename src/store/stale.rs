//! Articles that an older extractor read.
//!
//! Enters: the name of the present extractor. Leaves: stored articles, as sources, to be read again.
//! Example: `pipeline 0.1.0 rules:ab` is older than `pipeline 0.2.0 rules:cd`, and than other rules of its own version.

use rusqlite::{Connection, params};

use super::{Store, rows};
use crate::error::Result;
use crate::read::Source;

impl Store {
    /// Up to `limit` articles with an id above `after` that an extractor older than `extractor` read, by id.
    pub fn stale(&self, extractor: &str, after: i64, limit: usize) -> Result<Vec<(i64, Source)>> {
        self.ask(|db| sources(db, &older(db, extractor)?, after, limit))
    }

    /// How many articles an extractor older than `extractor` read.
    pub fn count_stale(&self, extractor: &str) -> Result<usize> {
        self.ask(|db| {
            db.prepare_cached("SELECT count(*) FROM articles WHERE extractor IN (SELECT value FROM json_each(?1))")?
                .query_row([older(db, extractor)?], |row| row.get(0))
        })
    }

    /// Up to `limit` articles with an id above `after`, whatever read them, by id.
    pub fn stored(&self, after: i64, limit: usize) -> Result<Vec<(i64, Source)>> {
        self.ask(|db| {
            let all: String =
                db.query_row("SELECT json_group_array(DISTINCT extractor) FROM articles", [], |row| row.get(0))?;
            sources(db, &all, after, limit)
        })
    }
}

/// The extractors in the database that are older than `extractor`, as a JSON list.
fn older(db: &Connection, extractor: &str) -> rusqlite::Result<String> {
    let mut others =
        db.prepare_cached("SELECT DISTINCT extractor FROM articles WHERE extractor <> ?1 ORDER BY extractor")?;
    let older: Vec<String> = others
        .query_map([extractor], |row| row.get(0))?
        .filter(|other: &rusqlite::Result<String>| other.as_ref().map_or(true, |other| is_older(other, extractor)))
        .collect::<rusqlite::Result<_>>()?;
    Ok(serde_json::to_string(&older).unwrap_or_default())
}

fn sources(db: &Connection, extractors: &str, after: i64, limit: usize) -> rusqlite::Result<Vec<(i64, Source)>> {
    let mut articles = db.prepare_cached(
        "SELECT a.id, a.sha256, a.format, a.publisher, a.title, a.published_on, a.text,
                (SELECT min(source_id) FROM article_sources WHERE article_id = a.id) AS source_id,
                (SELECT min(uri) FROM article_sources WHERE article_id = a.id) AS uri
         FROM articles AS a
         WHERE a.id > ?1 AND a.extractor IN (SELECT value FROM json_each(?2)) ORDER BY a.id LIMIT ?3",
    )?;
    let found = articles.query_map(params![after, extractors, limit], |row| {
        let source = Source {
            id: row.get::<_, Option<String>>("source_id")?.unwrap_or_default(),
            uri: row.get::<_, Option<String>>("uri")?.unwrap_or_default(),
            format: rows::code(row, "format")?,
            title: row.get("title")?,
            publisher: row.get("publisher")?,
            published: row.get("published_on")?,
            text: row.get("text")?,
            sha256: row.get("sha256")?,
        };
        Ok((row.get("id")?, source))
    })?;
    found.collect()
}

/// Whether `theirs` is to give way to `ours`: a lower version, or other rules of the same version.
pub(super) fn is_older(theirs: &str, ours: &str) -> bool {
    let version = |name: &str| -> Vec<u64> {
        let number = name.split_whitespace().nth(1).unwrap_or_default();
        number.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
    };
    theirs != ours && version(theirs) <= version(ours)
}

#[cfg(test)]
mod tests {
    use super::is_older;

    #[test]
    fn a_newer_version_is_left_alone() {
        assert!(is_older("pipeline 0.9.0 rules:a", "pipeline 0.10.0 rules:a"));
        assert!(is_older("pipeline 0.1.0 rules:a", "pipeline 0.1.0 rules:b"));
        assert!(!is_older("pipeline 0.1.0 rules:a", "pipeline 0.1.0 rules:a"));
        assert!(!is_older("pipeline 1.0.0 rules:a", "pipeline 0.1.0 rules:b"));
    }
}
