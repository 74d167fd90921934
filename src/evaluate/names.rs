//! Whether two names mean one thing.
//!
//! Enters: names as printed. Leaves: folded keys and a verdict.
//! Example: `Tehreek-e-Taliban Pakistan` and `Tehrik-i-Taliban Pakistan (TTP)` are one; `… Jihad …` is another.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::names_known::{AROUND_PLACES, ARTICLES, COUNTRIES, GROUPS, SPELLINGS, TELLING, known};

/// How alike two spellings must be.
const ALIKE: f64 = 0.85;
/// Names in a list of places that are looked at.
const PLACES: usize = 6;

/// Lower-case letters and digits of the Latin alphabet, words set apart by one space.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' | '\u{b4}' => {}
            '\u{2010}'..='\u{2015}' => plain.push('-'),
            other => plain.push(other),
        }
    }
    let ascii: String = plain.nfkd().filter(char::is_ascii).map(|letter| letter.to_ascii_lowercase()).collect();
    let words = ascii.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The key of a group's name.
pub fn group_key(name: &str) -> String {
    let folded = fold(&without_asides(name));
    let named = known(GROUPS, folded.clone());
    if named != folded {
        return named;
    }
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        let put_right = SPELLINGS.iter().find(|(others, _)| others.contains(&word)).map_or(word, |(_, right)| right);
        // "jama at" is one word
        if put_right == "at" && words.last() == Some(&"jama") {
            words.pop();
            words.push("jamaat");
        } else {
            words.push(put_right);
        }
    }
    words.retain(|word| !ARTICLES.contains(word));
    known(GROUPS, words.join(" "))
}

/// The name without what stands in brackets, unless that tells groups apart: "Communist Party (Maoist)".
fn without_asides(name: &str) -> String {
    let mut left = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(open) = rest.find('(') {
        let inside = &rest[open + 1..];
        let lower = inside.to_lowercase();
        let telling = lower.starts_with("maoist") || lower.starts_with("marxist");
        match inside.find(')') {
            Some(close) if !telling => {
                left.push_str(&rest[..open]);
                left.push(' ');
                rest = &inside[close + 1..];
            }
            _ => {
                left.push_str(&rest[..=open]);
                rest = inside;
            }
        }
    }
    left + rest
}

/// The key of a country's name.
pub fn country_key(name: &str) -> String {
    known(COUNTRIES, fold(name))
}

/// Whether two keys are one name in two spellings.
pub fn same_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let words = |name: &str| name.split(' ').map(ToOwned::to_owned).collect::<BTreeSet<String>>();
    let telling = || words(a).symmetric_difference(&words(b)).any(|word| TELLING.contains(&word.as_str()));
    a.chars().next() == b.chars().next() && likeness(a, b) >= ALIKE && !telling()
}

/// Shared pairs of letters, 0 to 1 (Dice).
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |name: &str| -> Vec<[u8; 2]> { name.as_bytes().windows(2).map(|pair| [pair[0], pair[1]]).collect() };
    let (x, mut y) = (pairs(a), pairs(b));
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    let all = x.len() + y.len();
    let mut shared = 0_u32;
    for pair in x {
        if let Some(at) = y.iter().position(|other| *other == pair) {
            y.swap_remove(at);
            shared += 1;
        }
    }
    f64::from(2 * shared) / u32::try_from(all).map_or(f64::INFINITY, f64::from)
}

/// Whether any part of the answer's place names any of the first parts of the other.
pub fn same_place(answer: &str, other: &str) -> bool {
    let others = places(other);
    places(answer).iter().any(|one| {
        others.iter().take(PLACES).any(|two| {
            let holds = |whole: &str, part: &str| format!(" {whole} ").contains(&format!(" {part} "));
            same_name(one, two) || one.len() > 3 && two.len() > 3 && (holds(two, one) || holds(one, two))
        })
    })
}

/// The keys of the places in a list.
fn places(list: &str) -> Vec<String> {
    list.split([',', ';', '/']).map(place_key).filter(|key| !key.is_empty()).collect()
}

fn place_key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        if word == "government" && words.last() == Some(&"local") {
            words.pop();
        } else if !AROUND_PLACES.contains(&word) {
            words.push(word);
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_plain_words() {
        assert_eq!(fold("  Łódź–đà's “ærø” "), "lodz das aero");
        assert_eq!(fold("İstanbul, 3rd"), "istanbul 3rd");
    }

    #[test]
    fn groups_are_known_under_their_names() {
        for name in ["Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan (TTP)", "TTP", "the Pakistani Taliban"] {
            assert!(same_name(&group_key(name), "tehrik taliban pakistan"), "{name} is {}", group_key(name));
        }
        assert!(!same_name(&group_key("Tehreek-e-Jihad Pakistan"), "tehrik taliban pakistan"));
        assert_eq!(group_key("Communist Party of India (Maoist)"), "communist party india maoist");
        assert!(!same_name("east turkestan movement", "west turkestan movement"));
    }

    #[test]
    fn a_place_may_be_one_of_a_list() {
        assert!(same_place("Daraban", "Dera Ismail Khan, Daraban Tehsil"));
        assert!(same_place("Dera Ismail Khan District", "Dera Ismail Khan"));
        assert!(!same_place("Lagos", "Abuja"));
        assert!(!same_place("", ""));
    }
}
