//! Common nouns and adjectives for armed groups.
//!
//! Enters: a folded word. Leaves: whether it names a body (`movement`), its men (`rebels`), or what kind it is (`militant`).
//! Example: `the movement` stands for the group named before, and `the militant group` leads to a name.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    Body,
    Unit,
    Men,
    Epithet,
}

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    include_str!("../../seeds/reference/lexicon/group_nouns.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .map(|(term, class)| {
            let noun = match class.trim() {
                "body" => Noun::Body,
                "unit" => Noun::Unit,
                "men" => Noun::Men,
                _ => Noun::Epithet,
            };
            (term, noun)
        })
        .collect()
});

/// `group`, `movement`, `squad`: a noun that introduces a name.
pub fn is_body(word: &str) -> bool {
    matches!(NOUNS.get(word), Some(Noun::Body | Noun::Unit))
}

/// `group`, `movement`, `rebels`, `militants`: words that stand for a group named before, as `brigade` need not.
pub fn stands_for_group(word: &str) -> bool {
    matches!(NOUNS.get(word), Some(Noun::Body | Noun::Men))
}

/// `militant`, `banned`, `separatist`
pub fn is_epithet(word: &str) -> bool {
    NOUNS.get(word) == Some(&Noun::Epithet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_groups() {
        assert!(is_body("movement") && stands_for_group("movement"));
        assert!(is_body("brigade") && !stands_for_group("brigade"));
        assert!(!is_body("rebels") && stands_for_group("rebels"));
        assert!(is_epithet("separatist") && !stands_for_group("separatist"));
    }
}
