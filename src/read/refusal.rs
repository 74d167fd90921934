//! Why an input is no article.
//!
//! Enters: what went wrong. Leaves: a code for programs and one line for people that names the input.
//! Example: `empty`, `notes.txt: holds no text`.

use crate::error::Error;

/// An input that was not read as an article. The codes are API: `empty`, `not_utf8`, `binary`, `not_json`, `no_text`,
/// `not_text` (a kind of file that this version does not read), `too_large`, `io`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// As the input gave it, else the file name without its ending.
    pub id: String,
    /// The path, or `path:line`.
    pub uri: String,
    /// One of the codes above.
    pub code: &'static str,
    /// What is wrong, without the name of the input.
    pub reason: String,
}

impl Refusal {
    /// A refusal of `uri`, whose article would have been called `id`.
    pub fn new(id: &str, uri: &str, code: &'static str, reason: impl Into<String>) -> Self {
        Self { id: id.to_owned(), uri: uri.to_owned(), code, reason: reason.into() }
    }

    /// One line that names the input.
    pub fn message(&self) -> String {
        format!("{}: {}", self.uri, self.reason)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.uri, self.reason)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Unreadable { input: refusal.uri, reason: refusal.reason }
    }
}
