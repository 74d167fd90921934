//! One article as it was read.
//!
//! Enters: what a format's reader found. Leaves: a `Source`, the only thing that `text` sees.
//! Example: `Source { id: "daraban-wiki", format: Wiki, title: Some("Daraban police station attack"), … }`.

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
