//! Rows of the database as the mentions that they came from.
//!
//! Enters: an article and an incident. Leaves: the article's accounts of it, as the extractor gave them.
//! Example: a row of `mentions` and its rows of `casualties` become one `Mention` with its figures.

use std::str::FromStr;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::error::Error;
use crate::resolve::mention::{
    Claim, Count, Figure, GroupMention, Location, Mention, MentionDate, Target, TypedAttack, Weapon,
};
use crate::span::Quote;

/// The accounts of incident `incident` in article `article`, in the order of the text.
pub fn mentions(db: &Connection, article: i64, incident: i64) -> rusqlite::Result<Vec<Mention>> {
    let sql = "SELECT * FROM mentions WHERE article_id = ?1 AND incident_id = ?2 ORDER BY start_byte, key";
    let mut statement = db.prepare(sql)?;
    let mut rows = statement.query([article, incident])?;
    let mut mentions = Vec::new();
    while let Some(row) = rows.next()? {
        mentions.push(mention(db, row)?);
    }
    Ok(mentions)
}

fn mention(db: &Connection, row: &Row<'_>) -> rusqlite::Result<Mention> {
    let id: i64 = row.get("id")?;
    Ok(Mention {
        anchor: quote(row)?,
        primary: row.get("is_primary")?,
        date: date(row)?,
        location: location(row)?,
        attack_types: of(db, "SELECT * FROM mention_attack_types WHERE mention_id = ?1 ORDER BY seq", id, |row| {
            Ok(TypedAttack { code: code(row, "code")?, at: quote(row)? })
        })?,
        suicide: row.get("suicide")?,
        outcome: code(row, "outcome")?,
        weapons: of(db, "SELECT * FROM mention_weapons WHERE mention_id = ?1 ORDER BY seq", id, |row| {
            Ok(Weapon { code: code(row, "code")?, text: row.get("text")?, at: quote(row)? })
        })?,
        targets: of(db, "SELECT * FROM mention_targets WHERE mention_id = ?1 ORDER BY seq", id, |row| {
            let (named, text) = (row.get("named")?, row.get("text")?);
            Ok(Target { code: code(row, "code")?, kind: code(row, "kind")?, named, text, at: quote(row)? })
        })?,
        killed: count(db, id, "killed", "victim")?,
        injured: count(db, id, "injured", "victim")?,
        perpetrators_killed: count(db, id, "killed", "perpetrator")?,
        groups: of(
            db,
            "SELECT d.*, g.name, g.short_name, g.kind FROM mention_groups AS d JOIN groups AS g ON g.id = d.group_id
             WHERE d.mention_id = ?1 ORDER BY d.seq",
            id,
            |row| {
                Ok(GroupMention {
                    name: row.get("name")?,
                    short_name: row.get("short_name")?,
                    attribution: code(row, "attribution")?,
                    kind: code(row, "kind")?,
                    role: code(row, "role")?,
                    at: quote(row)?,
                })
            },
        )?,
        claim_status: code(row, "claim_status")?,
        casualties: of(db, "SELECT * FROM casualties WHERE mention_id = ?1 ORDER BY seq", id, figure)?,
        claims: of(db, "SELECT * FROM claims WHERE mention_id = ?1 ORDER BY start_byte, id", id, claim)?,
    })
}

fn date(row: &Row<'_>) -> rusqlite::Result<Option<MentionDate>> {
    let Some(start) = row.get("date_start")? else { return Ok(None) };
    Ok(Some(MentionDate {
        start,
        end: row.get("date_end")?,
        precision: code(row, "date_precision")?,
        basis: code(row, "date_basis")?,
        quote: row.get("date_quote")?,
        start_byte: row.get("date_start_byte")?,
        end_byte: row.get("date_end_byte")?,
    }))
}

fn location(row: &Row<'_>) -> rusqlite::Result<Option<Location>> {
    let Some(words) = row.get("place_quote")? else { return Ok(None) };
    let precision = row.get::<_, Option<String>>("place_precision")?.map(|given| parsed(&given)).transpose()?;
    Ok(Some(Location {
        country: row.get("country")?,
        country_code: row.get("country_code")?,
        admin1: row.get("admin1")?,
        admin2: row.get("admin2")?,
        place: row.get("place")?,
        place_text: row.get("place_text")?,
        site: row.get("site")?,
        latitude: row.get("latitude")?,
        longitude: row.get("longitude")?,
        precision,
        at: Quote { quote: words, start: row.get("place_start_byte")?, end: row.get("place_end_byte")? },
    }))
}

fn figure(row: &Row<'_>) -> rusqlite::Result<Figure> {
    Ok(Figure {
        outcome: code(row, "outcome")?,
        party: code(row, "party")?,
        population: code(row, "population")?,
        low: row.get("low")?,
        high: row.get("high")?,
        qualifier: code(row, "qualifier")?,
        scope: code(row, "scope")?,
        extent: code(row, "extent")?,
        standing: code(row, "standing")?,
        includes_perpetrators: row.get("includes_perpetrators")?,
        reported_by: row.get("reported_by")?,
        reported_by_kind: code(row, "reported_by_kind")?,
        at: quote(row)?,
        rule: row.get("rule")?,
    })
}

fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    Ok(Claim {
        kind: code(row, "kind")?,
        claimant: row.get("claimant")?,
        claimant_kind: code(row, "claimant_kind")?,
        about: row.get("about")?,
        low: row.get("low")?,
        high: row.get("high")?,
        at: quote(row)?,
        rule: row.get("rule")?,
    })
}

/// Asked of one account at a time: that alone reaches the index.
fn count(db: &Connection, mention: i64, outcome: &str, party: &str) -> rusqlite::Result<Option<Count>> {
    let sql = "SELECT low, high FROM account_totals WHERE mention_id = ?1 AND outcome = ?2 AND party = ?3";
    let found = db
        .prepare_cached(sql)?
        .query_row(rusqlite::params![mention, outcome, party], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (low, high) = found.unwrap_or_default();
    let none = Option::<u32>::is_none(&low) && Option::<u32>::is_none(&high);
    Ok((!none).then_some(Count { low, high, includes_perpetrators: None }))
}

fn quote(row: &Row<'_>) -> rusqlite::Result<Quote> {
    Ok(Quote { quote: row.get("quote")?, start: row.get("start_byte")?, end: row.get("end_byte")? })
}

fn of<T>(
    db: &Connection,
    sql: &str,
    mention: i64,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    db.prepare_cached(sql)?.query_map([mention], read)?.collect()
}

/// A column that holds a code of a vocabulary.
fn code<T: FromStr<Err = Error>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    parsed(&row.get::<_, String>(column)?)
}

fn parsed<T: FromStr<Err = Error>>(code: &str) -> rusqlite::Result<T> {
    code.parse().map_err(|error: Error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
