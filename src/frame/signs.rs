//! What the items of a sentence carry, all together: most sentences lack what most patterns ask for.
//!
//! Enters: the items of a sentence. Leaves: their classes and their last words as sets that are asked in an instant.
//! Example: a sentence without a verb of killing is spared every pattern that needs one.

use crate::annotate::{Item, Tags};
use crate::text::Token;

/// The classes and words that a stretch of items carries. A word that is there is always seen; one that is not may be,
/// rarely, as words share bits.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    classes: Tags,
    words: [u64; 4],
}

/// The bit of a word: which of the four, and which of its bits.
fn bit(word: &str) -> (usize, u64) {
    // FNV-1a
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    let folded = hash ^ (hash >> 32);
    ((folded >> 6) as usize & 3, 1 << (folded & 63))
}

/// A word as patterns ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Sign(usize, u64);

impl Sign {
    /// Of a folded word.
    pub fn of(word: &str) -> Self {
        let (part, bit) = bit(word);
        Self(part, bit)
    }
}

impl Signs {
    /// Of items and the last word of each.
    pub fn of(items: &[Item], tokens: &[Token]) -> Self {
        let mut out = Self { classes: Tags::NONE, words: [0; 4] };
        for item in items {
            out.classes = out.classes.with(item.tags);
            if let Some(token) = tokens.get(item.tokens.end.wrapping_sub(1)) {
                let (part, bit) = bit(&token.norm);
                out.words[part] |= bit;
            }
        }
        out
    }

    /// Some items carry each of the classes.
    pub fn classes(&self, wanted: Tags) -> bool {
        self.classes.all(wanted)
    }

    /// The word may be among them.
    pub fn word(&self, sign: Sign) -> bool {
        self.words[sign.0] & sign.1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_carries_nothing() {
        let none = Signs::of(&[], &[]);
        assert!(!none.classes(Tags::KILL) && none.classes(Tags::NONE));
        assert!(["among", "until", "killed"].iter().all(|w| !none.word(Sign::of(w))));
    }

    #[test]
    fn different_words_mostly_have_different_bits() {
        let words = ["who", "lost", "their", "in", "the", "after", "before", "until", "themselves", "himself"];
        let mut bits: Vec<_> = words.iter().map(|w| bit(w)).collect();
        bits.sort_unstable();
        bits.dedup();
        assert!(bits.len() >= 9, "{bits:?}");
    }
}
