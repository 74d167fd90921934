//! Which words of a text in capitals can be part of a name.
//!
//! Enters: a folded word. Leaves: whether it is an ordinary English word, or may be a name.
//! Example: `villegas` may be a name; `situation` and `situations` are ordinary.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

fn words(text: &'static str) -> FxHashSet<&'static str> {
    text.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect()
}

static NAMES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let listed = words(include_str!("../../seeds/reference/places/person_names.txt"));
    listed.into_iter().map(|w| w.trim_end_matches(',').to_lowercase()).collect()
});

static ORDINARY: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../seeds/reference/lexicon/common_english.txt")));

/// Endings of inflected and derived forms, with what stands in the base form in their stead.
const ENDINGS: &[(&str, &[&str])] = &[
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ier", &["y"]),
    ("iest", &["y"]),
    ("ily", &["y"]),
    ("ings", &["", "e"]),
    ("ing", &["", "e"]),
    ("ers", &["", "e"]),
    ("er", &["", "e"]),
    ("ors", &["e", ""]),
    ("est", &["", "e"]),
    ("ed", &["", "e"]),
    ("es", &["", "e"]),
    ("ally", &[""]),
    ("ly", &["", "le"]),
    ("ness", &[""]),
    ("ments", &[""]),
    ("ment", &[""]),
    ("ations", &["e", "ate", ""]),
    ("ation", &["e", "ate", ""]),
    ("ions", &["", "e"]),
    ("ion", &["", "e"]),
    ("isms", &[""]),
    ("ism", &[""]),
    ("ists", &[""]),
    ("ive", &["", "e"]),
    ("s", &[""]),
];

/// An ordinary English word, in its base form or inflected.
pub fn is_ordinary(word: &str) -> bool {
    if ORDINARY.contains(word) {
        return true;
    }
    let inner =
        ["un", "dis", "mis", "non", "over", "inter"].iter().find_map(|p| word.strip_prefix(p).filter(|w| w.len() > 5));
    if inner.is_some_and(is_ordinary) {
        return true;
    }
    ENDINGS.iter().any(|(ending, bases)| {
        let Some(stem) = word.strip_suffix(ending).filter(|s| s.len() > 2) else { return false };
        let doubled = stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
        bases.iter().any(|base| {
            if base.is_empty() { ORDINARY.contains(stem) } else { ORDINARY.contains(format!("{stem}{base}").as_str()) }
        }) || (doubled && stem.get(..stem.len() - 1).is_some_and(|s| ORDINARY.contains(s)))
    })
}

/// It may be a given name or a surname: listed as one, or letters that make no ordinary word.
pub fn is_name(word: &str) -> bool {
    NAMES.contains(word) || (word.len() > 2 && word.chars().all(char::is_alphabetic) && !is_ordinary(word))
}

/// It is listed as a given name or a surname.
pub fn is_listed_name(word: &str) -> bool {
    NAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_ordinary() {
        for word in ["situation", "situations", "stopped", "carrying", "armies", "heavily", "announcements"] {
            assert!(is_ordinary(word), "{word}");
        }
    }

    #[test]
    fn other_words_may_be_names() {
        assert!(is_listed_name("garcia") && is_listed_name("abbas") && !is_listed_name("pylon"));
        for word in ["villegas", "ahmed", "quispe", "okonkwo"] {
            assert!(is_name(word), "{word}");
        }
        assert!(!is_name("mayor") && !is_name("m16"));
    }
}
