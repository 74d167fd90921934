//! An incident as the database holds it.
//!
//! Enters: a database and a uid, also one that was merged away. Leaves: what the incident comes to, its accounts, and
//! the verdicts that joined them. Example: `2023-12-12-daraban` → two articles, one verdict `same`.

use rusqlite::{Connection, OptionalExtension, Row};

use super::words::{days, spaced};
use super::{Explanation, Told, account, counting, rows};

/// What there is to say about the incident `uid`, its numbers as `convention` counts; `None` where there is none.
pub fn incident(db: &Connection, uid: &str, convention: &str) -> rusqlite::Result<Option<Explanation>> {
    let lead = "SELECT incident_id FROM incident_uids WHERE uid = ?1 AND incident_id IS NOT NULL";
    let Some(id) = db.query_row(lead, [uid], |row| row.get::<_, i64>(0)).optional()? else { return Ok(None) };
    // not the summary of the convention: that of UCDP has no row where nobody died
    let sql = "SELECT o.*, n.* FROM incident_overview AS o JOIN convention_counts AS n ON n.incident_id = o.incident_id
               WHERE o.incident_id = ?1 AND n.convention = ?2";
    let (title, values) = db.query_row(sql, rusqlite::params![id, convention], values)?;
    Ok(Some(Explanation {
        title,
        values,
        totals: counting::lines(db, id, convention)?,
        articles: articles(db, id)?,
        links: links(db, id)?,
    }))
}

fn values(row: &Row<'_>) -> rusqlite::Result<(String, Vec<(String, String)>)> {
    let text = |column: &str| row.get::<_, Option<String>>(column);
    let number = |column: &str| row.get::<_, Option<u32>>(column);
    let mut values = Vec::new();
    let mut say = |name: &str, value: Option<String>| {
        values.push((name.to_owned(), value.unwrap_or_else(|| "unknown".to_owned())));
    };
    say("uid", text("uid")?);
    let (start, end, precision) = (text("date_start")?, text("date_end")?, text("date_precision")?.unwrap_or_default());
    say("date", start.zip(end).map(|(start, end)| format!("{} ({precision} precision)", days(&start, &end))));
    let places = ["site", "place", "admin2", "admin1", "country"].map(text);
    let mut named: Vec<String> =
        places.into_iter().collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect();
    named.dedup();
    let precision = text("place_precision")?.unwrap_or_default();
    say("place", (!named.is_empty()).then(|| format!("{} ({precision} precision)", named.join(", "))));
    for column in ["attack_types", "weapons", "targets", "groups"] {
        say(&spaced(column), text(column)?.map(|codes| spaced(&codes)));
    }
    say("outcome", text("outcome")?);
    say("responsibility", text("claim_status")?.map(|code| spaced(&code)));
    for count in ["killed", "injured", "perpetrators_killed"] {
        let (low, best, high) =
            (number(&format!("{count}_low"))?, number(&format!("{count}_best"))?, number(&format!("{count}_high"))?);
        let best = best.map(|best| format!("{best} (low {}, high {})", open(low), open(high)));
        say(&spaced(count), best.or_else(|| Some("not stated".to_owned())));
    }
    Ok((row.get("title")?, values))
}

fn open(bound: Option<u32>) -> String {
    bound.map_or_else(|| "open".to_owned(), |bound| bound.to_string())
}

/// Outlet, headline and date of an article.
fn name(row: &Row<'_>) -> rusqlite::Result<String> {
    let parts = [row.get::<_, Option<String>>("publisher")?, row.get("title")?, row.get("published_on")?];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    Ok(if known.is_empty() { "an article without a name".to_owned() } else { known.join(" · ") })
}

fn articles(db: &Connection, id: i64) -> rusqlite::Result<Vec<Told>> {
    let sql = "SELECT a.id, a.publisher, a.title, a.published_on, a.text FROM articles AS a
               WHERE a.id IN (SELECT article_id FROM mentions WHERE incident_id = ?1)
               ORDER BY a.published_on, a.sha256";
    let mut statement = db.prepare(sql)?;
    let mut articles = Vec::new();
    let mut found = statement.query([id])?;
    while let Some(row) = found.next()? {
        let mentions = rows::mentions(db, row.get("id")?, id)?;
        articles.push(Told {
            heading: name(row)?,
            text: row.get("text")?,
            title: row.get("title")?,
            remark: None,
            accounts: mentions.iter().map(account::account).collect(),
        });
    }
    Ok(articles)
}

/// The verdicts on pairs of which at least one account belongs to the incident.
fn links(db: &Connection, id: i64) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT l.verdict, l.score, l.reasons, a.quote AS one, b.quote AS other, ia.uid AS uid_one, ib.uid AS uid_other,
                 a.incident_id = ?1 AS first_is_ours, a.incident_id IS b.incident_id AS together
               FROM links AS l JOIN mentions AS a ON a.key = l.mention_a JOIN mentions AS b ON b.key = l.mention_b
               LEFT JOIN incidents AS ia ON ia.id = a.incident_id LEFT JOIN incidents AS ib ON ib.id = b.incident_id
               WHERE a.incident_id = ?1 OR b.incident_id = ?1
               ORDER BY together DESC, l.score DESC, l.mention_a, l.mention_b";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([id], |row| {
        let (one, other): (String, String) = (row.get("one")?, row.get("other")?);
        let elsewhere: Option<String> = row.get(if row.get("first_is_ours")? { "uid_other" } else { "uid_one" })?;
        let what = match (row.get("together")?, elsewhere) {
            (true, _) => "joined".to_owned(),
            (false, Some(uid)) => format!("kept apart from {uid}"),
            (false, None) => "kept apart".to_owned(),
        };
        let (verdict, score): (String, f64) = (row.get("verdict")?, row.get("score")?);
        let reasons = reasons(&row.get::<_, String>("reasons")?);
        Ok(format!("{what} ({verdict}, {score:.1}): “{one}” and “{other}”: {reasons}"))
    })?;
    rows.collect()
}

/// `{"same day": 3, "other group": -2}` → `same day +3, other group -2`.
fn reasons(json: &str) -> String {
    let Ok(serde_json::Value::Object(reasons)) = serde_json::from_str(json) else { return json.to_owned() };
    let signed = |points: &serde_json::Value| points.as_f64().map_or_else(String::new, |points| format!(" {points:+}"));
    let named: Vec<String> = reasons.iter().map(|(name, points)| format!("{name}{}", signed(points))).collect();
    named.join(", ")
}
