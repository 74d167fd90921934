//! Which words of a text in capitals can be part of a person's name.
//!
//! Enters: a folded word. Leaves: whether the list of given names and surnames holds it.
//! Example: `garcia` is a name, `situation` is none.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static NAMES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../seeds/reference/places/person_names.txt")
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect()
});

/// A given name or surname.
pub fn is_name(word: &str) -> bool {
    NAMES.contains(word)
}
