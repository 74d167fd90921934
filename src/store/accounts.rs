//! All accounts, as linking sees them.
//!
//! Enters: mentions of articles that count, and of articles that have just been superseded. Leaves: `Account`s by key.
//! Example: an article's `published_on` of `2024-02` can have appeared from 1 to 29 February.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use rusqlite::{Connection, Row};

use super::rows::{code, maybe_code, parse};
use crate::link::{self, Account, Bounds, Published, When};
use crate::vocabulary::DatePrecision;

/// Accounts of relevant articles, by key.
pub(super) fn current(db: &Connection) -> rusqlite::Result<Vec<Account>> {
    read(db, "a.status = 'relevant'", None)
}

/// Those of these mentions whose articles count, by key.
pub(super) fn relevant(db: &Connection, mentions: &[i64]) -> rusqlite::Result<Vec<Account>> {
    read(db, "a.status = 'relevant'", Some(mentions))
}

/// Accounts of these incidents, by key.
pub(super) fn of(db: &Connection, incidents: &[i64]) -> rusqlite::Result<Vec<Account>> {
    let mut of = db.prepare_cached("SELECT id FROM mentions WHERE incident_id = ?1")?;
    let mut mentions = Vec::new();
    for incident in incidents {
        for id in of.query_map([incident], |row| row.get(0))? {
            mentions.push(id?);
        }
    }
    relevant(db, &mentions)
}

/// Accounts that still stand in an incident although their article is superseded, each with the article that
/// stands at the end of the chain.
/// `mentions`: only these; else all.
pub(super) fn departing(db: &Connection, mentions: Option<&[i64]>) -> rusqlite::Result<Vec<(Account, i64)>> {
    let accounts = read(db, "a.status <> 'relevant' AND m.incident_id IS NOT NULL", mentions)?;
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

fn read(db: &Connection, condition: &str, mentions: Option<&[i64]>) -> rusqlite::Result<Vec<Account>> {
    let mut accounts: BTreeMap<i64, Account> = BTreeMap::new();
    let sql = |which: &str| {
        format!(
            "SELECT m.*, a.published_on,
                    substr(CAST(a.text AS BLOB), max(1, m.start_byte - 299), min(300, m.start_byte)) AS before,
                    substr(CAST(a.text AS BLOB), m.start_byte + 1, 700) AS after
             FROM mentions AS m JOIN articles AS a ON a.id = m.article_id WHERE {condition}{which}"
        )
    };
    each(db, &sql(""), &sql(" AND m.id = ?1"), mentions, |id, row| {
        accounts.insert(id, account(row)?);
        Ok(())
    })?;
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    details(db, mentions, &mut accounts)?;
    let mut accounts: Vec<Account> = accounts.into_values().collect();
    accounts.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(accounts)
}

/// Adds groups, attack types, targets and totals.
fn details(db: &Connection, mentions: Option<&[i64]>, accounts: &mut BTreeMap<i64, Account>) -> rusqlite::Result<()> {
    let groups =
        "SELECT d.mention_id, g.name, d.attribution FROM mention_groups AS d JOIN groups AS g ON g.id = d.group_id
                  WHERE d.role = 'perpetrator'";
    each(
        db,
        &format!("{groups} ORDER BY d.mention_id, d.seq"),
        &format!("{groups} AND d.mention_id = ?1 ORDER BY d.seq"),
        mentions,
        |id, row| {
            if let Some(account) = accounts.get_mut(&id) {
                account.groups.push((row.get(1)?, parse(&row.get::<_, String>(2)?)?));
            }
            Ok(())
        },
    )?;
    let types = "SELECT mention_id, code FROM mention_attack_types";
    each(
        db,
        &format!("{types} ORDER BY mention_id, seq"),
        &format!("{types} WHERE mention_id = ?1 ORDER BY seq"),
        mentions,
        |id, row| {
            if let Some(account) = accounts.get_mut(&id) {
                account.attack_types.push(parse(&row.get::<_, String>(1)?)?);
            }
            Ok(())
        },
    )?;
    let targets = "SELECT mention_id, code, text FROM mention_targets";
    each(
        db,
        &format!("{targets} ORDER BY mention_id, seq"),
        &format!("{targets} WHERE mention_id = ?1 ORDER BY seq"),
        mentions,
        |id, row| {
            if let Some(account) = accounts.get_mut(&id) {
                account.targets.push((parse(&row.get::<_, String>(1)?)?, row.get(2)?));
            }
            Ok(())
        },
    )?;
    let totals = "SELECT mention_id, outcome, low, high FROM account_totals WHERE party = 'victim'";
    each(db, totals, &format!("{totals} AND mention_id = ?1"), mentions, |id, row| {
        if let Some(account) = accounts.get_mut(&id) {
            let bounds = Bounds { low: row.get(2)?, high: row.get(3)? };
            match row.get::<_, String>(1)?.as_str() {
                "killed" => account.killed = bounds,
                _ => account.injured = bounds,
            }
        }
        Ok(())
    })
}

/// Takes every row of `all`, or those of `one` for each of `mentions`. The first column is the mention.
fn each(
    db: &Connection,
    all: &str,
    one: &str,
    mentions: Option<&[i64]>,
    mut take: impl FnMut(i64, &Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached(if mentions.is_some() { one } else { all })?;
    let mut run = |parameters: &[&dyn rusqlite::ToSql]| {
        let mut rows = statement.query(parameters)?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, row)?;
        }
        Ok(())
    };
    match mentions {
        None => run(&[]),
        Some(mentions) => mentions.iter().try_for_each(|mention| run(&[mention])),
    }
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
        mention: row.get("id")?,
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
        names: link::names_near(row.get("is_primary")?, &words(row, "before")?, &words(row, "after")?),
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
