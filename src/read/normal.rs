//! One spelling for one text.
//!
//! Enters: text as printed. Leaves: text as stored: NFC, `\n` line ends, no byte order mark, no space at the end of a
//! line, no blank line before the first or after the last word.
//! Example: `"\u{feff}Ten died. \r\n"` → `"Ten died."`.

use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text as it is stored. Doing it twice changes nothing.
pub fn normal(text: &str) -> String {
    // a byte order mark in mid-text is what joined files leave behind
    let unmarked =
        if text.contains('\u{feff}') { Cow::Owned(text.replace('\u{feff}', "")) } else { Cow::Borrowed(text) };
    let text = match is_nfc_quick(unmarked.chars()) {
        IsNormalized::Yes => unmarked,
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(unmarked.nfc().collect()),
    };
    let mut stored = String::with_capacity(text.len());
    // a lone carriage return ends a line too; `\r\n` gives an empty piece that must not become a line of its own
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        for part in line.split('\r') {
            let part = part.trim_end();
            if stored.is_empty() && part.is_empty() {
                continue;
            }
            stored.push_str(part);
            stored.push('\n');
        }
    }
    stored.truncate(stored.trim_end().len());
    stored
}

/// A headline or a name on one line, without space around it; `None` where nothing is left.
pub fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| normal(&words.join(" "))).filter(|line| !line.is_empty())
}

/// SHA-256 of the stored text in lower-case hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_article_has_one_spelling() {
        for (read, stored) in [
            ("\u{feff}Ten died. \r\n", "Ten died."),
            ("\n\n  Two\t\n\nlines\n\n", "  Two\n\nlines"),
            ("old\rMac\r\rlines", "old\nMac\n\nlines"),
            ("Bogota\u{301}", "Bogot\u{e1}"),
            (" \n\t\r\n", ""),
        ] {
            assert_eq!(normal(read), stored, "{read:?}");
        }
    }

    #[test]
    fn the_sum_is_the_known_one() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "[a-z\u{301}\u{feff} \t\r\n\u{e9}]{0,40}") {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }
}
