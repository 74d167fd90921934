//! One article as it was read.
//!
//! Enters: what a format's reader found. Leaves: a `Source`, the only thing that `text` sees.
//! Example: `Source { id: "daraban-wiki", format: Wiki, title: Some("Daraban police station attack"), … }`.

use super::{head, normal, wiki};
use crate::vocabulary::Format;

/// An article: its text as stored, and what is known about it from outside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As the input gave it, else the file name without its ending.
    pub id: String,
    /// A path, `path:line`, or the address that the input gave.
    pub uri: String,
    /// What it was read as.
    pub format: Format,
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, checked.
    pub published: Option<String>,
    /// NFC, `\n` line ends, no trailing space; begins with the title where there is one.
    pub text: String,
    /// Of `text`, lower-case hexadecimal.
    pub sha256: String,
}

/// What an input says of an article besides its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub id: String,
    pub uri: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
}

impl Source {
    /// An article from text as printed. What `given` leaves open is filled from the first lines of the text; where
    /// it gives a title that the text does not begin with, the title becomes the first block of the text.
    /// `None` where no text is left.
    pub(super) fn compose(given: Given, format: Format, text: &str) -> Option<Self> {
        let text = normal::normal(text);
        if text.is_empty() {
            return None;
        }
        if let Some(title) = wiki::title(&text).filter(|_| format != Format::Text).map(ToOwned::to_owned) {
            return Some(Self::with(given, Format::Wiki, Some(title), text));
        }
        let text = match text.strip_prefix("# ") {
            Some(heading) if given.title.is_none() => heading.trim_start().to_owned(),
            _ => text,
        };
        let found = head::head(&text);
        let given = Given {
            published: given.published.or(found.published),
            publisher: given.publisher.or(found.publisher),
            ..given
        };
        Some(match given.title.as_deref().and_then(normal::one_line) {
            Some(title) if begins_with(&text, &title) => Self::with(given, format, Some(title), text),
            Some(title) => {
                let text = format!("{title}\n\n{text}");
                Self::with(given, format, Some(title), text)
            }
            None => Self::with(given, format, found.title, text),
        })
    }

    fn with(given: Given, format: Format, title: Option<String>, text: String) -> Self {
        let Given { id, uri, publisher, published, .. } = given;
        let sha256 = normal::sha256(&text);
        Self { id, uri, format, title, publisher, published, text, sha256 }
    }
}

/// True where the text opens with the title: as its first line, or, for a title of four words and more, as the
/// first words of that line.
fn begins_with(text: &str, title: &str) -> bool {
    let Some(rest) = text.strip_prefix(title) else { return false };
    rest.is_empty()
        || rest.starts_with('\n')
        || title.split(' ').count() >= 4 && !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str, text: &str) -> Source {
        let given = Given { id: "a".into(), uri: "a".into(), title: Some(title.into()), ..Given::default() };
        Source::compose(given, Format::Jsonl, text).expect("text")
    }

    #[test]
    fn a_given_title_is_the_first_block_once() {
        assert_eq!(titled("Ten die in raid", "The police said so.").text, "Ten die in raid\n\nThe police said so.");
        assert_eq!(titled("Ten die in raid", "Ten die in raid\n\nThe police.").text, "Ten die in raid\n\nThe police.");
        assert_eq!(titled("Raid", "Raid kills ten.").text, "Raid\n\nRaid kills ten.");
        assert_eq!(titled("Ten  die\nin raid ", "It was so.").title.as_deref(), Some("Ten die in raid"));
    }

    #[test]
    fn a_wiki_layout_keeps_its_text() {
        let source = titled("Daraban attack", "= Daraban police station attack =\n\nInfobox\n- Date: 12 December 2023");
        assert_eq!(source.format, Format::Wiki);
        assert_eq!(source.title.as_deref(), Some("Daraban police station attack"));
        assert!(source.text.starts_with("= Daraban"));
    }

    #[test]
    fn a_markdown_heading_is_a_headline() {
        let source =
            Source::compose(Given::default(), Format::Text, "# Ten die in raid\n\nThe police said so.").expect("text");
        assert_eq!((source.title.as_deref(), source.text.starts_with("Ten die")), (Some("Ten die in raid"), true));
    }
}
