//! Words beside the names of places that tell what part a place plays.
//!
//! Enters: a folded word. Leaves: whether it is of a class. The words are data: `lexicon/place_words.tsv`.
//! Example: `governor` bears the name of a province; `hacienda` is a house that bears one.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

static WORDS: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let rows = include_str!("../../seeds/reference/lexicon/place_words.tsv").lines().skip(1);
    for (class, word) in rows.filter_map(|row| row.split_once('\t')) {
        words.entry(class).or_default().insert(word.trim());
    }
    words
});

/// A class of such words.
#[derive(Clone, Copy, Debug)]
pub struct Class(&'static str);

impl Class {
    /// The folded word is of the class.
    pub fn contains(self, word: &str) -> bool {
        WORDS.get(self.0).is_some_and(|words| words.contains(word))
    }
}

/// Offices and bodies that bear the name of a place without being in it: `the governor of Kano`.
pub const OFFICES: Class = Class("office");
/// Those who are told.
pub const HEARERS: Class = Class("hearer");
/// What governments do, by the name of their capital.
pub const GOVERNS: Class = Class("governs");
/// Words for a direction, before `of`.
pub const COMPASS: Class = Class("compass");
/// Units of length.
pub const LENGTHS: Class = Class("length");
/// From where somebody speaks for others.
pub const SEATS: Class = Class("seat");
/// Houses and works that bear names.
pub const HOUSES: Class = Class("house");
/// Houses that bear the name of a saint behind `of`.
pub const DEDICATED: Class = Class("dedicated");
/// What two attacks can share, beside `the same`.
pub const SPOTS: Class = Class("spot");
/// What a small town lends its name to.
pub const BEARERS: Class = Class("bearer");
/// Words that make a name a part of a town.
pub const QUARTERS: Class = Class("quarter");
/// Words that make a name a site inside a town. A market, a mosque or a school may be a village's.
pub const SITES: Class = Class("site");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words() {
        let all =
            [OFFICES, HEARERS, GOVERNS, COMPASS, LENGTHS, SEATS, HOUSES, DEDICATED, SPOTS, BEARERS, QUARTERS, SITES];
        assert!(all.iter().all(|class| WORDS.contains_key(class.0)));
        assert_eq!(WORDS.len(), all.len());
        assert!(OFFICES.contains("mayor") && !OFFICES.contains("market"));
    }
}
