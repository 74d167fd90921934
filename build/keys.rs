//! The keys under which a name can be looked up, and the names that are too common to be looked up at all.
//!
//! A printed name enters; the folded spellings under which news print it leave. `Ar Raqqah` in Syria gives
//! `ar raqqah`, `raqqah`, `al raqqah`, `raqqa` and so on.

use crate::fold::fold;
use std::collections::BTreeSet;

/// Countries whose names carry the Arabic article, in one of its spellings.
const ARABIC: &[&str] = &[
    "AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY",
    "TD", "TN", "YE",
];
/// The article before sun and moon letters.
const ARTICLES: &[&str] =
    &["al", "el", "ad", "an", "ar", "as", "ash", "at", "ath", "az", "adh", "ed", "er", "es", "ez"];
/// Countries whose names join their words with the Persian ezafe.
const PERSIAN: &[&str] = &["AF", "IR", "PK", "TJ"];

/// Words that need a context before they name a place.
pub struct Common {
    /// Words of the language.
    pub words: BTreeSet<String>,
    /// Given names and surnames.
    pub people: BTreeSet<String>,
}

impl Common {
    /// Whether a key is a word or a person's name more often than a place.
    pub fn holds(&self, key: &str) -> bool {
        self.words.contains(key) || self.people.contains(key)
    }

    /// Whether a populated place may be looked up under this key. A common word leads only to a large town that bears
    /// it as its own name; codes and scraps lead nowhere.
    pub fn admits(&self, key: &str, printed: &str, canonical: bool, population: u32) -> bool {
        let (letters, words) = (key.chars().count(), key.split(' ').count());
        let large = population >= 50_000;
        if letters <= 2 || words > 6 || !key.chars().any(char::is_alphabetic) {
            return false;
        }
        if !canonical {
            let code = letters <= 4 && printed.chars().all(char::is_uppercase);
            if code || (letters == 3 && population < 1_000_000) {
                return false;
            }
        }
        if self.words.contains(key) {
            return canonical && large;
        }
        canonical || large || !self.people.contains(key)
    }
}

/// Countries that write in Latin letters, whose accents belong to the name.
const LATIN: &[&str] = &[
    "AD", "AL", "AO", "AR", "AT", "AU", "AZ", "BA", "BE", "BF", "BI", "BJ", "BO", "BR", "CA", "CD", "CF", "CG", "CH",
    "CI", "CL", "CM", "CO", "CR", "CU", "CV", "CZ", "DE", "DJ", "DK", "DO", "DZ", "EC", "EE", "ES", "FI", "FO", "FR",
    "GA", "GB", "GF", "GL", "GN", "GP", "GQ", "GT", "GW", "HN", "HR", "HT", "HU", "IE", "IS", "IT", "KM", "LI", "LT",
    "LU", "LV", "MA", "MC", "MD", "ME", "MG", "ML", "MQ", "MR", "MT", "MX", "MZ", "NC", "NE", "NI", "NL", "NO", "PA",
    "PE", "PF", "PL", "PM", "PR", "PT", "PY", "RE", "RO", "RS", "SE", "SI", "SK", "SM", "SN", "ST", "SV", "TD", "TG",
    "TN", "TR", "US", "UY", "VA", "VE", "VN", "XK", "YT",
];

/// A name as English prints it: where the country writes in other letters, without the marks of transliteration.
/// `Khānaqīn` is Khanaqin, `Bogotá` stays.
pub fn plain(name: &str, country: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    if name.is_ascii() || LATIN.contains(&country) {
        return name.to_owned();
    }
    let sign = |c: char| matches!(c, '\u{2018}' | '\u{2019}' | '\u{2b9}'..='\u{2c1}' | '\u{60}' | '\u{b4}');
    name.nfd().filter(|c| !is_combining_mark(*c) && !sign(*c)).nfc().collect()
}

/// All keys of one name in one country, the plain one first, without repetition.
pub fn spellings(name: &str, country: &str) -> Vec<String> {
    let printed = name.split(['(', '/']).next().unwrap_or(name);
    let key = fold(if printed.trim().is_empty() { name } else { printed });
    let mut keys = vec![key.clone()];
    if let Some(rest) = key.strip_prefix("saint ") {
        keys.push(format!("st {rest}"));
    } else if let Some(rest) = key.strip_prefix("st ") {
        keys.push(format!("saint {rest}"));
    }
    if ARABIC.contains(&country) {
        keys.extend(arabic(&key));
    }
    if PERSIAN.contains(&country) {
        keys.extend(persian(&key));
    }
    let mut seen = BTreeSet::new();
    keys.retain(|key| !key.is_empty() && seen.insert(key.clone()));
    keys
}

/// With the article as `al`, without it, and with the feminine ending as English prints it.
fn arabic(key: &str) -> Vec<String> {
    let mut forms = Vec::new();
    match key.split_once(' ') {
        Some((article, rest)) if ARTICLES.contains(&article) && rest.len() > 3 => {
            forms.extend([format!("al {rest}"), format!("el {rest}"), rest.to_owned()]);
        }
        _ => forms.push(key.to_owned()),
    }
    let soft: Vec<String> = forms.iter().filter(|form| form.len() > 4).filter_map(|form| soft_ending(form)).collect();
    forms.extend(soft);
    forms
}

/// `raqqah` as `raqqa`, `latifiyya` as `latifiya`.
fn soft_ending(form: &str) -> Option<String> {
    let stem = form.strip_suffix("iyyah").or_else(|| form.strip_suffix("iyya")).or_else(|| form.strip_suffix("iyah"));
    match stem {
        Some(stem) => Some(format!("{stem}iya")),
        None => form.strip_suffix("ah").map(|stem| format!("{stem}a")),
    }
}

/// `takht e qeysar` also with `i`, and without the joining vowel.
fn persian(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let joins = |word: &str| matches!(word, "e" | "i" | "ye" | "yi");
    if words.len() < 3 || !words.iter().any(|word| joins(word)) {
        return Vec::new();
    }
    let with = |put: &str| words.iter().map(|word| if joins(word) { put } else { word }).collect::<Vec<_>>().join(" ");
    let without = words.iter().filter(|word| !joins(word)).copied().collect::<Vec<_>>().join(" ");
    vec![with("e"), with("i"), without]
}
