//! One article through all pure stages.
//!
//! Enters: a `Source`. Leaves: an `Extraction`, the line that `extract` prints.
//! Example: an article on a strike in a factory leaves no incident, and the reason why.

use crate::annotate::annotate;
use crate::read::Source;
use crate::reference::own;
use crate::resolve::mention::Extraction;
use crate::resolve::resolve;
use crate::text::Document;

/// Names the program, its rules and the user's own places: stored with each article, so that an upgrade knows what to read again.
pub fn extractor() -> String {
    let places = own::fingerprint().map_or_else(String::new, |sum| format!(" places:{sum}"));
    format!("pipeline {} rules:{}{places}", env!("CARGO_PKG_VERSION"), env!("RULES_FINGERPRINT"))
}

/// Reads one article. Never fails: what cannot be understood is left out.
pub fn extract(source: &Source) -> Extraction {
    let document = Document::new(source);
    let resolved = resolve(annotate(&document), source.published.as_deref());
    Extraction {
        id: source.id.clone(),
        sha256: source.sha256.clone(),
        uri: source.uri.clone(),
        format: source.format,
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        published: source.published.clone(),
        language: "en".to_owned(),
        text: source.text.clone(),
        relevant: !resolved.incidents.is_empty(),
        reason: resolved.reason,
        extractor: extractor(),
        incidents: resolved.incidents,
        relations: resolved.relations,
        error: None,
    }
}
