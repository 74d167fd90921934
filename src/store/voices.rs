//! Which articles of an incident speak with one voice.
//!
//! Enters: incidents whose accounts changed, as triggers note them in `voices_due`. Leaves: rows of `incident_voices`.
//! Example: three outlets that print one agency's text are three articles and one voice.

use rusqlite::{Connection, params};

use crate::link;

/// Tells the voices of every incident apart whose accounts changed since the last time.
pub(super) fn update(db: &Connection) -> rusqlite::Result<()> {
    let due: Vec<i64> = db
        .prepare("SELECT incident_id FROM voices_due ORDER BY incident_id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for incident in due {
        incident_voices(db, incident)?;
    }
    db.execute("DELETE FROM voices_due", [])?;
    Ok(())
}

fn incident_voices(db: &Connection, incident: i64) -> rusqlite::Result<()> {
    // the eldest first; one without a date last; equals in the order of their texts, so that no id matters
    let articles: Vec<i64> = db
        .prepare_cached(
            "SELECT id FROM articles WHERE id IN (SELECT article_id FROM mentions WHERE incident_id = ?1)
             ORDER BY published_on IS NULL, published_on, sha256",
        )?
        .query_map([incident], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut read = db.prepare_cached("SELECT text FROM articles WHERE id = ?1")?;
    let texts: Vec<String> = match articles.as_slice() {
        [] | [_] => vec![String::new(); articles.len()],
        several => several.iter().map(|id| read.query_row([id], |row| row.get(0))).collect::<rusqlite::Result<_>>()?,
    };
    let voices = link::voices(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    db.prepare_cached("DELETE FROM incident_voices WHERE incident_id = ?1")?.execute([incident])?;
    let mut insert =
        db.prepare_cached("INSERT INTO incident_voices (incident_id, article_id, voice_id) VALUES (?1, ?2, ?3)")?;
    for (article, voice) in articles.iter().zip(voices) {
        insert.execute(params![incident, article, articles[voice]])?;
    }
    Ok(())
}
