//! What on a page is not the article's own story.
//!
//! Enters: a sentence and the heading above it. Leaves: whether it is furniture, or the year of the entries below.
//! Example: `Related stories: …` is furniture; `Year 2010` alone in a line dates what follows.

use crate::text::Token;

/// `Year 2010`, `2010`: the year of the entries below.
pub fn year_heading(tokens: &[Token]) -> Option<i32> {
    let words: Vec<&str> =
        tokens.iter().map(|t| t.norm.as_str()).filter(|w| !matches!(*w, ":" | "." | "-" | "year")).collect();
    match words.as_slice() {
        [year] if year.len() == 4 => year.parse().ok().filter(|y| (1900..2100).contains(y)),
        _ => None,
    }
}

/// Parts of a page that are not the article.
pub fn furniture(section: &str, sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["see also", "references", "external links", "notes", "bibliography"].iter().any(|s| section.starts_with(s))
        || [
            "related stories",
            "related:",
            "read also",
            "also read",
            "read more",
            "recommended",
            "advertisement",
            "more on this",
        ]
        .iter()
        .any(|s| lower.starts_with(s))
}
