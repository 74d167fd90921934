//! Small words between Rust and rows.
//!
//! Enters: byte offsets, codes. Leaves: what columns hold.
//! Example: in `"é ten"` byte 3 is character 2.

use rusqlite::Row;
use rusqlite::types::Type;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// Characters of `text` before byte `at`: `SQLite` counts those, not bytes.
pub(super) fn char_offset(text: &str, at: usize) -> usize {
    text.get(..at).map_or(at, |head| if head.is_ascii() { at } else { head.chars().count() })
}

/// Lower-case hexadecimal SHA-256.
pub(super) fn sha256(text: &str) -> String {
    use std::fmt::Write;
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // writing to a string cannot fail
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A column that holds a code of a vocabulary.
pub(super) fn code<T: std::str::FromStr<Err = Error>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let code: String = row.get(column)?;
    parse(&code)
}

/// A column that holds a code or nothing.
pub(super) fn maybe_code<T: std::str::FromStr<Err = Error>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let code: Option<String> = row.get(column)?;
    code.as_deref().map(parse).transpose()
}

/// A code as its value.
pub(super) fn parse<T: std::str::FromStr<Err = Error>>(code: &str) -> rusqlite::Result<T> {
    code.parse().map_err(|error: Error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters() {
        assert_eq!(char_offset("é ten", 3), 2);
        assert_eq!(char_offset("ten", 2), 2);
    }
}
