//! What can go wrong, in one enum.
//!
//! Enters: the failed thing and its name. Leaves: one line that names the input and the cause.
//! Example: `notes.txt: holds no text`.

use std::path::PathBuf;

/// Every failure of the library. Each prints as one line that names its input.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be opened or read.
    #[error("{}: {source}", path.display())]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// An input was read but is no article.
    #[error("{input}: {reason}")]
    Unreadable {
        /// The file, or `file:line` in JSON lines.
        input: String,
        /// Why, in a few words.
        reason: String,
    },
    /// A code that its vocabulary does not hold.
    #[error("{code:?} is no {vocabulary}")]
    UnknownCode {
        /// The vocabulary's name.
        vocabulary: &'static str,
        /// The code met.
        code: String,
    },
    /// A row of the reference data does not fit its table.
    #[error("{table} line {line}: {reason}")]
    Reference {
        /// The table's file name.
        table: &'static str,
        /// Line, from 1.
        line: usize,
        /// Why.
        reason: String,
    },
    /// The database refused.
    #[error("{}: {source}", path.display())]
    Database {
        /// The database file.
        path: PathBuf,
        /// `SQLite`'s reason.
        source: rusqlite::Error,
    },
    /// The file is a database, but not one that this program may write.
    #[error("{}: {reason}", path.display())]
    NotOurs {
        /// The database file.
        path: PathBuf,
        /// Why it is refused.
        reason: String,
    },
    /// Anything that has a reason of its own.
    #[error("{0}")]
    Other(String),
}

/// The library's result.
pub type Result<T> = std::result::Result<T, Error>;
