//! One JSON object as an article.
//!
//! Enters: an object with `id`, `text`, `title`, `published`, `publisher`, `url`, or the usual synonyms. Leaves: a
//! `Source`, and a remark where the publication date is none.
//! Example: `{"maintext": "Ten died.", "date_publish": "2024-02-05 10:00:00", "source_domain": "lamp.example"}`.

use serde_json::{Map, Value};

use super::calendar;
use super::refusal::Refusal;
use super::source::{Given, Source};
use crate::vocabulary::Format;

/// The names that an article's parts go by, those of `extract` first; the first that holds something wins.
const ID: &[&str] = &["id", "_id", "article_id", "doc_id", "docid", "document_id", "uuid", "guid"];
const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "maintext",
    "main_text",
    "article_text",
    "article_body",
    "articleBody",
    "full_text",
    "fulltext",
    "story",
];
const TITLE: &[&str] = &["title", "headline", "heading"];
const PUBLISHED: &[&str] = &[
    "published",
    "published_on",
    "published_at",
    "publishedAt",
    "date_publish",
    "date_published",
    "datePublished",
    "publish_date",
    "publication_date",
    "pub_date",
    "pubDate",
    "date",
    "datetime",
];
const PUBLISHER: &[&str] =
    &["publisher", "source_domain", "source_name", "source", "outlet", "newspaper", "site_name", "domain"];
const URL: &[&str] = &["url", "uri", "link", "web_url", "source_url"];

/// Where an object stands.
pub struct Place<'a> {
    /// Its article's id where it gives none.
    pub id: &'a str,
    /// `path:line`.
    pub uri: &'a str,
}

/// The article of one JSON text, and a remark on what was left out.
pub fn article(json: &str, at: &Place<'_>) -> Result<(Source, Option<String>), Refusal> {
    let refuse = |id: &str, code, reason: String| Refusal::new(id, at.uri, code, reason);
    let value: Value = serde_json::from_str(json.trim_end()).map_err(|error| {
        let said = error.to_string();
        let cause = said.split(" at line ").next().unwrap_or_default().to_owned();
        refuse(at.id, "not_json", format!("is not JSON at column {}: {cause}", error.column()))
    })?;
    let Value::Object(object) = value else {
        return Err(refuse(at.id, "not_json", "is no JSON object".to_owned()));
    };
    let id = first(&object, ID, words).unwrap_or_else(|| at.id.to_owned());
    let Some(text) = first(&object, TEXT, prose) else {
        let names = TEXT[..4].join(", ");
        let blank = TEXT.iter().any(|name| object.get(*name).is_some_and(Value::is_string));
        return Err(if blank {
            refuse(&id, "empty", "holds no text".to_owned())
        } else {
            refuse(&id, "no_text", format!("has no text (none of {names}, …)"))
        });
    };
    if text.contains('\0') {
        return Err(refuse(&id, "binary", "has a NUL in its text".to_owned()));
    }
    let date = first(&object, PUBLISHED, words);
    let published = date.as_deref().and_then(calendar::published);
    let remark = date
        .filter(|_| published.is_none())
        .map(|date| format!("{}: {date:?} is no publication date; left out", at.uri));
    let given = Given {
        id: id.clone(),
        uri: first(&object, URL, words).unwrap_or_else(|| at.uri.to_owned()),
        title: first(&object, TITLE, words),
        publisher: first(&object, PUBLISHER, name),
        published,
    };
    match Source::compose(given, Format::Jsonl, &text) {
        Some(source) => Ok((source, remark)),
        None => Err(refuse(&id, "empty", "holds no text".to_owned())),
    }
}

fn first(object: &Map<String, Value>, names: &[&str], of: fn(&Value) -> Option<String>) -> Option<String> {
    names.iter().find_map(|name| object.get(*name).and_then(of))
}

/// A string that is not blank, or a number as its digits.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(ToOwned::to_owned),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A name, or the `name` of an object, as news services print their sources.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::Object(inner) => inner.get("name").and_then(words),
        other => words(other),
    }
}

/// A text that is not blank, or its paragraphs as a list.
fn prose(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n\n"),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Place<'static> = Place { id: "news:3", uri: "news.jsonl:3" };

    #[test]
    fn synonyms_lead_to_the_same_article() {
        let plain =
            r#"{"id": 7, "text": "Ten died.", "title": "Raid", "published": "2024-02-05", "publisher": "Lamp"}"#;
        let other = r#"{"_id": "7", "maintext": "Ten died.", "headline": "Raid", "date_publish": "2024-02-05 10:00:00", "source": {"name": "Lamp"}}"#;
        assert_eq!(article(plain, &AT), article(other, &AT));
        let (source, remark) = article(plain, &AT).expect("an article");
        assert_eq!((source.id.as_str(), source.uri.as_str(), remark), ("7", "news.jsonl:3", None));
    }

    #[test]
    fn a_bad_date_costs_the_date_and_not_the_article() {
        let (source, remark) = article(r#"{"text": "Ten died.", "date": "5/2/24"}"#, &AT).expect("an article");
        assert_eq!(source.published, None);
        assert_eq!(remark.as_deref(), Some("news.jsonl:3: \"5/2/24\" is no publication date; left out"));
    }

    #[test]
    fn what_is_no_article_says_why() {
        let code = |json: &str| article(json, &AT).map(|_| ()).map_err(|refusal| (refusal.code, refusal.message()));
        assert_eq!(code("{\"text\": ").map_err(|e| e.0), Err("not_json"));
        assert_eq!(code("[1]"), Err(("not_json", "news.jsonl:3: is no JSON object".to_owned())));
        assert_eq!(code(r#"{"text": " "}"#), Err(("empty", "news.jsonl:3: holds no text".to_owned())));
        assert_eq!(code(r#"{"title": "Raid"}"#).map_err(|e| e.0), Err("no_text"));
        assert_eq!(code(r#"{"text": "a\u0000b"}"#).map_err(|e| e.0), Err("binary"));
    }
}
