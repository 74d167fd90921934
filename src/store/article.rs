//! Which article is it, and where was it met?
//!
//! Enters: an extraction. Leaves: one row a text and publication date, one row a source; a text that changed at its
//! address retires the older one.
//! Example: a corrected report at the same path is a new row; the older says `superseded` and leaves the incidents.

use rusqlite::{Connection, OptionalExtension, params};

use super::Store;
use crate::error::Result;
use crate::resolve::mention::Extraction;

/// An article that the database has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Row of `articles`.
    pub id: i64,
    /// What read it.
    pub extractor: String,
}

impl Store {
    /// The article of this text and publication date.
    pub fn known(&self, sha256: &str, published: Option<&str>) -> Result<Option<Known>> {
        self.ask(|db| known(db, sha256, published))
    }
}

pub(super) fn known(db: &Connection, sha256: &str, published: Option<&str>) -> rusqlite::Result<Option<Known>> {
    db.prepare_cached("SELECT id, extractor FROM articles WHERE sha256 = ?1 AND ifnull(published_on, '') = ?2")?
        .query_row(params![sha256, published.unwrap_or_default()], |row| {
            Ok(Known { id: row.get(0)?, extractor: row.get(1)? })
        })
        .optional()
}

/// Adds an article. Returns its id.
pub(super) fn insert(db: &Connection, extraction: &Extraction, now: &str) -> rusqlite::Result<i64> {
    db.prepare_cached(
        "INSERT INTO articles (sha256, format, publisher, title, published_on, language, text, status, reason, extractor, ingested_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .insert(params![
        extraction.sha256,
        extraction.format.code(),
        extraction.publisher,
        extraction.title,
        extraction.published,
        extraction.language,
        extraction.text,
        status(extraction),
        extraction.reason,
        extraction.extractor,
        now
    ])
}

/// Records what a newer reading makes of a stored article; one that is superseded stays so.
pub(super) fn reread(db: &Connection, id: i64, extraction: &Extraction) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE articles SET status = iif(status = 'superseded', status, ?2), reason = ?3, language = ?4, extractor = ?5 WHERE id = ?1",
    )?
    .execute(params![id, status(extraction), extraction.reason, extraction.language, extraction.extractor])?;
    Ok(())
}

fn status(extraction: &Extraction) -> &'static str {
    match (&extraction.error, extraction.relevant) {
        (Some(_), _) => "unreadable",
        (None, true) => "relevant",
        (None, false) => "irrelevant",
    }
}

/// Records where an article was met.
pub(super) fn met(db: &Connection, id: i64, source_id: &str, uri: &str) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO article_sources (article_id, source_id, uri) VALUES (?1, ?2, ?3)")?
        .execute(params![id, source_id, uri])?;
    Ok(())
}

/// Retires what stood at this address before. Where both have a publication date the later one stays, else the one
/// read last. Returns whether anything was retired.
pub(super) fn supersede(db: &Connection, id: i64, source_id: &str, uri: &str) -> rusqlite::Result<bool> {
    let Some(by_uri) = names_one(source_id, uri) else { return Ok(false) };
    let met = if by_uri { "s.uri = ?3" } else { "s.source_id = ?2" };
    let older: Vec<(i64, bool, String)> = db
        .prepare_cached(&format!(
            "SELECT DISTINCT a.id, ifnull(a.published_on > n.published_on, 0), s.uri
             FROM article_sources AS s JOIN articles AS a ON a.id = s.article_id JOIN articles AS n ON n.id = ?1
             WHERE {met} AND ?2 IS NOT NULL AND ?3 IS NOT NULL AND a.id <> ?1 AND a.status <> 'superseded'
             ORDER BY a.published_on, a.id"
        ))?
        .query_map(params![id, source_id, uri], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let here = bare(uri);
    let mut retired = false;
    let retire = |old: i64, new: i64| {
        db.prepare_cached("UPDATE articles SET status = 'superseded', superseded_by = ?2 WHERE id = ?1")?
            .execute(params![old, new])
    };
    for (other, is_later, _) in older.into_iter().filter(|(.., met)| bare(met) == here) {
        if is_later {
            retire(id, other)?;
            return Ok(false);
        }
        retire(other, id)?;
        retired = true;
    }
    Ok(retired)
}

/// Whether the address alone names the article, or only together with the id. `None` where the address is no more
/// than a position: the third line of today's file and of yesterday's are two articles.
fn names_one(source_id: &str, uri: &str) -> Option<bool> {
    if uri.contains("://") {
        return Some(true);
    }
    let position = uri.get(bare(uri).len() + 1..).unwrap_or_default();
    let is_position = |mark: char| source_id.strip_suffix(position).is_some_and(|head| head.ends_with(mark));
    (position.is_empty() || !(is_position(':') || is_position('#'))).then_some(false)
}

/// An address without the line number or ordinal at its end.
fn bare(uri: &str) -> &str {
    if uri.contains("://") {
        return uri;
    }
    let head = uri.trim_end_matches(|c: char| c.is_ascii_digit());
    match head.strip_suffix([':', '#']) {
        Some(base) if head.len() < uri.len() => base,
        _ => uri,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_no_address() {
        assert_eq!(names_one("news:3", "news.jsonl:3"), None);
        assert_eq!(names_one("stdin:3", "stdin#3"), None);
        assert_eq!(names_one("sa-005", "news.jsonl:3"), Some(false));
        assert_eq!(names_one("raid", "articles/raid.txt"), Some(false));
        assert_eq!(names_one("3", "https://example.org/3"), Some(true));
        assert_eq!(bare("https://example.org/a:8"), "https://example.org/a:8");
        assert_eq!((bare("news.jsonl:3"), bare("news.json#12"), bare("a.txt")), ("news.jsonl", "news.json", "a.txt"));
    }
}
