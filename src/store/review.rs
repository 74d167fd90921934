//! What needs a person, with the words to decide by.
//!
//! Enters: the view `review_queue`. Leaves: questions, the most doubtful first, each with its evidence.
//! Example: two incidents whose accounts came near give one question, however many pairs of accounts did.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params};
use serde::Serialize;

use super::Store;
use crate::error::Result;

/// Kinds of question, as `review_queue` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A new text speaks against a correction.
    Correction,
    /// Are these one incident?
    SameIncident,
    /// Tolls differ.
    Figures,
    /// No account gives a date.
    When,
    /// No account gives a place.
    Where,
}

impl Question {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Correction, Self::SameIncident, Self::Figures, Self::When, Self::Where];

    /// The code as the view gives it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::SameIncident => "same_incident",
            Self::Figures => "figures",
            Self::When => "when",
            Self::Where => "where",
        }
    }

    /// The kind of this code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// What is asked.
    pub question: Question,
    /// From 0 to 1.
    pub doubt: f64,
    /// The incident.
    pub uid: String,
    /// Its title.
    pub title: String,
    /// For `same_incident`: the other one.
    pub other_uid: Option<String>,
    /// Its title.
    pub other_title: Option<String>,
    /// The column in question.
    pub about: Option<String>,
    /// What stands there; for figures the lowest number.
    pub value: Option<String>,
    /// What the accounts say; for figures the highest number.
    pub other_value: Option<String>,
    /// For `same_incident`: the sum of the reasons.
    pub score: Option<f64>,
    /// For `same_incident`: each reason with its points.
    pub reasons: Option<serde_json::Value>,
    /// What the articles say.
    pub evidence: Vec<Evidence>,
}

/// The words of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The incident that it is an account of.
    pub uid: String,
    /// Lasting name of the account.
    pub mention: String,
    /// An id that the inputs gave the article.
    pub source_id: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// Publication date.
    pub published: Option<String>,
    /// First day of the incident, as the account has it.
    pub date: Option<String>,
    /// Place, as the account has it.
    pub place: Option<String>,
    /// The words; for figures with their speaker.
    pub quote: String,
}

/// Accounts shown with one question.
const SHOWN: usize = 8;

impl Store {
    /// The questions of these kinds, all where none is named, the most doubtful first.
    pub fn review(&self, kinds: &[Question], limit: Option<usize>) -> Result<Vec<Item>> {
        self.ask(|db| {
            let mut queue = db.prepare(
                "SELECT q.question, q.uid, q.other_uid, q.about, q.doubt, q.score, q.reasons, q.value, q.other_value, q.mention, q.other_mention,
                        i.title, (SELECT o.title FROM incidents AS o WHERE o.uid = q.other_uid) AS other_title
                 FROM review_queue AS q JOIN incidents AS i ON i.uid = q.uid
                 ORDER BY q.doubt DESC, q.score DESC, q.question, q.uid, q.other_uid, q.about, q.mention, q.other_mention",
            )?;
            let mut rows = queue.query([])?;
            let mut asked: BTreeSet<(String, String)> = BTreeSet::new();
            let mut items = Vec::new();
            while let Some(row) = rows.next()? {
                if limit.is_some_and(|limit| items.len() >= limit) {
                    break;
                }
                let Some(question) = Question::of(&row.get::<_, String>("question")?) else { continue };
                if !kinds.is_empty() && !kinds.contains(&question) {
                    continue;
                }
                let (uid, other): (String, Option<String>) = (row.get("uid")?, row.get("other_uid")?);
                if let Some(other) = other {
                    // many pairs of accounts, one question; the surest pair comes first
                    let pair = if uid < other { (uid, other) } else { (other, uid) };
                    if !asked.insert(pair) {
                        continue;
                    }
                }
                items.push(item(db, row, question)?);
            }
            Ok(items)
        })
    }
}

fn item(db: &Connection, row: &Row<'_>, question: Question) -> rusqlite::Result<Item> {
    let uid: String = row.get("uid")?;
    let about: Option<String> = row.get("about")?;
    let evidence = match question {
        Question::SameIncident => {
            let mut both = accounts(db, "m.key = ?1", &row.get::<_, String>("mention")?)?;
            both.extend(accounts(db, "m.key = ?1", &row.get::<_, String>("other_mention")?)?);
            both
        }
        Question::Figures => figures(db, &uid, about.as_deref().unwrap_or_default())?,
        _ => accounts(db, "i.uid = ?1", &uid)?,
    };
    let reasons: Option<String> = row.get("reasons")?;
    Ok(Item {
        question,
        doubt: row.get("doubt")?,
        uid,
        title: row.get("title")?,
        other_uid: row.get("other_uid")?,
        other_title: row.get("other_title")?,
        about,
        value: row.get("value")?,
        other_value: row.get("other_value")?,
        score: row.get("score")?,
        reasons: reasons.and_then(|reasons| serde_json::from_str(&reasons).ok()),
        evidence,
    })
}

/// What each evidence is taken from; the words come last.
const ACCOUNT: &str = "i.uid, m.key, (SELECT min(source_id) FROM article_sources WHERE article_id = a.id), a.publisher, a.published_on, m.date_start, m.place";

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        uid: row.get(0)?,
        mention: row.get(1)?,
        source_id: row.get(2)?,
        publisher: row.get(3)?,
        published: row.get(4)?,
        date: row.get(5)?,
        place: row.get(6)?,
        quote: row.get(7)?,
    })
}

/// The newest accounts first: what is new is what raised the question.
fn accounts(db: &Connection, condition: &str, given: &str) -> rusqlite::Result<Vec<Evidence>> {
    // some words on either side tell more than the few that introduce the account
    let sql = format!(
        "SELECT {ACCOUNT}, substr(a.text, max(1, m.start_char - 59), m.start_char - max(0, m.start_char - 60) + length(m.quote) + 120)
         FROM mentions AS m JOIN articles AS a ON a.id = m.article_id JOIN incidents AS i ON i.id = m.incident_id
         WHERE {condition} ORDER BY a.published_on DESC, m.key LIMIT ?2"
    );
    db.prepare_cached(&sql)?.query_map(params![given, SHOWN], evidence)?.collect()
}

fn figures(db: &Connection, uid: &str, about: &str) -> rusqlite::Result<Vec<Evidence>> {
    let outcome = about.strip_suffix("_best").unwrap_or(about);
    let sql = format!(
        "SELECT {ACCOUNT}, c.words || ' (' || ifnull(c.reported_by || ', ', '') || c.reported_by_kind || '): ' || c.quote
         FROM conflicting_figures AS c JOIN incidents AS i ON i.id = c.incident_id JOIN mentions AS m ON m.id = c.mention_id
         JOIN articles AS a ON a.id = c.article_id
         WHERE i.uid = ?1 AND c.outcome = ?2 ORDER BY a.published_on DESC, c.casualty_id LIMIT ?3"
    );
    db.prepare_cached(&sql)?.query_map(params![uid, outcome, SHOWN], evidence)?.collect()
}
