//! All accounts, as linking sees them.
//!
//! Enters: mentions of articles that count, and of articles that have just been superseded. Leaves: `Account`s by key.
//! Example: an article's `published_on` of `2024-02` can have appeared from 1 to 29 February.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use rusqlite::{Connection, Row};

use super::rows::{code, maybe_code, parse};
use crate::link::{Account, Bounds, Published, When};
use crate::vocabulary::DatePrecision;

/// Accounts of relevant articles, by key.
pub(super) fn current(db: &Connection) -> rusqlite::Result<Vec<Account>> {
    read(db, "a.status = 'relevant'")
}

/// Accounts of these incidents, by key.
pub(super) fn of(db: &Connection, incidents: &[i64]) -> rusqlite::Result<Vec<Account>> {
    let ids: Vec<String> = incidents.iter().map(ToString::to_string).collect();
    read(db, &format!("a.status = 'relevant' AND m.incident_id IN ({})", ids.join(", ")))
}

/// Accounts that still stand in an incident although their article is superseded, each with the article that
/// stands at the end of the chain.
pub(super) fn departing(db: &Connection) -> rusqlite::Result<Vec<(Account, i64)>> {
    let accounts = read(db, "a.status <> 'relevant' AND m.incident_id IS NOT NULL")?;
    let mut heir = db.prepare(
        "WITH RECURSIVE chain (id, next) AS (
           SELECT id, superseded_by FROM articles WHERE id = ?1
           UNION SELECT a.id, a.superseded_by FROM chain JOIN articles AS a ON a.id = chain.next)
         SELECT ifnull((SELECT id FROM chain WHERE next IS NULL), ?1)",
    )?;
    accounts
        .into_iter()
        .map(|account| {
            let heir = heir.query_row([account.article], |row| row.get(0))?;
            Ok((account, heir))
        })
        .collect()
}

fn read(db: &Connection, condition: &str) -> rusqlite::Result<Vec<Account>> {
    let sql = format!(
        "SELECT m.*, a.published_on,
                substr(CAST(a.text AS BLOB), max(1, m.start_byte - 299), min(300, m.start_byte)) AS before,
                substr(CAST(a.text AS BLOB), m.start_byte + 1, 700) AS after
         FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE {condition}"
    );
    let mut accounts: BTreeMap<i64, Account> = BTreeMap::new();
    let mut rows = db.prepare(&sql)?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        accounts.insert(row.get("id")?, account(row)?);
    }
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    each(
        db,
        "SELECT d.mention_id, g.name, d.attribution FROM mention_groups AS d JOIN groups AS g ON g.id = d.group_id WHERE d.role = 'perpetrator' ORDER BY d.mention_id, d.seq",
        |id, row| {
            if let Some(account) = accounts.get_mut(&id) {
                account.groups.push((row.get(1)?, parse(&row.get::<_, String>(2)?)?));
            }
            Ok(())
        },
    )?;
    each(db, "SELECT mention_id, code FROM mention_attack_types ORDER BY mention_id, seq", |id, row| {
        if let Some(account) = accounts.get_mut(&id) {
            account.attack_types.push(parse(&row.get::<_, String>(1)?)?);
        }
        Ok(())
    })?;
    each(db, "SELECT mention_id, code, text FROM mention_targets ORDER BY mention_id, seq", |id, row| {
        if let Some(account) = accounts.get_mut(&id) {
            account.targets.push((parse(&row.get::<_, String>(1)?)?, row.get(2)?));
        }
        Ok(())
    })?;
    each(db, "SELECT mention_id, outcome, low, high FROM account_totals WHERE party = 'victim'", |id, row| {
        if let Some(account) = accounts.get_mut(&id) {
            let bounds = Bounds { low: row.get(2)?, high: row.get(3)? };
            match row.get::<_, String>(1)?.as_str() {
                "killed" => account.killed = bounds,
                _ => account.injured = bounds,
            }
        }
        Ok(())
    })?;
    let mut accounts: Vec<Account> = accounts.into_values().collect();
    accounts.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(accounts)
}

fn each(
    db: &Connection,
    sql: &str,
    mut take: impl FnMut(i64, &Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut rows = db.prepare(sql)?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        take(row.get(0)?, row)?;
    }
    Ok(())
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let precision: Option<DatePrecision> = maybe_code(row, "date_precision")?;
    let (start, end): (Option<String>, Option<String>) = (row.get("date_start")?, row.get("date_end")?);
    let day = |day: Option<String>| day.and_then(|day| NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok());
    let when = match (day(start), day(end), precision, maybe_code(row, "date_basis")?) {
        (Some(start), Some(end), Some(precision), Some(basis)) => Some(When { start, end, precision, basis }),
        _ => None,
    };
    let coordinates: (Option<f64>, Option<f64>) = (row.get("latitude")?, row.get("longitude")?);
    Ok(Account {
        key: row.get("key")?,
        article: row.get("article_id")?,
        incident: row.get("incident_id")?,
        published: row.get::<_, Option<String>>("published_on")?.as_deref().and_then(published),
        primary: row.get("is_primary")?,
        when,
        country_code: row.get("country_code")?,
        country: row.get("country")?,
        admin1: row.get("admin1")?,
        admin2: row.get("admin2")?,
        place: row.get("place")?,
        place_text: row.get("place_text")?,
        site: row.get("site")?,
        coordinates: coordinates.0.zip(coordinates.1),
        place_precision: maybe_code(row, "place_precision")?,
        groups: Vec::new(),
        attack_types: Vec::new(),
        suicide: row.get("suicide")?,
        outcome: code(row, "outcome")?,
        claim_status: code(row, "claim_status")?,
        targets: Vec::new(),
        killed: Bounds::default(),
        injured: Bounds::default(),
        before: words(row, "before")?,
        after: words(row, "after")?,
    })
}

/// A stretch of text cut by bytes.
fn words(row: &Row<'_>, column: &str) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(column)?.as_blob().unwrap_or_default()).into_owned())
}

/// The days of a year, a month or a day as printed.
fn published(printed: &str) -> Option<Published> {
    let first = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let last =
        |start: NaiveDate, months: u32| start.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1));
    match printed.len() {
        4 => first(&format!("{printed}-01-01")).and_then(|start| Some(Published { start, end: last(start, 12)? })),
        7 => first(&format!("{printed}-01")).and_then(|start| Some(Published { start, end: last(start, 1)? })),
        _ => first(printed).map(|day| Published { start: day, end: day }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_all_its_days() {
        let february = published("2024-02").expect("a month");
        assert_eq!((february.start.to_string(), february.end.to_string()), ("2024-02-01".into(), "2024-02-29".into()));
    }
}
