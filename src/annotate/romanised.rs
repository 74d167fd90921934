//! Names of known groups in another romanisation than the table's.
//!
//! Enters: the words of a sentence. Leaves: the length of a name and the group that bears it.
//! Example: `Jumaat Ul Ahrar` and `Jamaat-ul-Ahrar` have one key, since vowels, doubled letters and the little words
//! between (`ul`, `ur`, `al`, `e`) do not count.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::annotate::common::is_ordinary;
use crate::annotate::item::GroupName;
use crate::annotate::naming::{Learned, group_at};
use crate::annotate::unit::Reader;
use crate::reference::fold::fold;
use crate::reference::groups::GROUPS;

/// Little words between the words of a name that writers change or leave out.
const PARTICLES: &[&str] = &[
    "al", "el", "ul", "ur", "us", "ud", "ut", "as", "an", "ar", "ash", "ad", "az", "at", "e", "i", "wa", "wal", "w",
    "the", "of", "and", "in", "for",
];
/// Letters and groups of letters that stand for one sound.
const SOUNDS: &[(&str, &str)] = &[
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "S"),
    ("ch", "C"),
    ("dj", "j"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("w", "v"),
];
/// Words that a name is searched over.
const LONGEST: usize = 8;
/// Letters that a key needs before it tells anything.
const TELLING: usize = 5;

/// The word with each letter or group of letters as it sounds.
fn as_heard(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let sound = SOUNDS.iter().find_map(|(printed, sound)| rest.strip_prefix(printed).map(|tail| (*sound, tail)));
        if let Some((sound, tail)) = sound {
            out.push_str(sound);
            rest = tail;
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out
}

/// The consonants of a word as they sound; a first vowel is kept as `a`, a first `h` as it is.
fn sounds(word: &str) -> String {
    let mut word = as_heard(word);
    // "Hizbul", "Jamaatul": the particle grown onto the word
    if word.len() > 5 {
        let bare = ["ul", "ur", "us", "ud"].iter().find_map(|end| word.strip_suffix(end)).map(str::to_owned);
        word = bare.unwrap_or(word);
    }
    let mut key = String::new();
    for (at, letter) in word.chars().enumerate() {
        let put = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' if at == 0 => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => continue,
            'h' if at > 0 => continue,
            other => other,
        };
        if !key.ends_with(put) {
            key.push(put);
        }
    }
    key
}

struct Keys {
    names: FxHashMap<String, Option<u16>>,
    first: FxHashSet<String>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let mut keys = Keys { names: FxHashMap::default(), first: FxHashSet::default() };
    for (index, group) in GROUPS.iter().enumerate() {
        for name in group.names().filter(|n| !n.contains('(') && n.chars().any(char::is_lowercase)) {
            let folded = fold(name);
            let words: Vec<String> = folded.split(' ').filter(|w| !PARTICLES.contains(w)).map(sounds).collect();
            if words.len() < 2 || words.iter().map(String::len).sum::<usize>() < TELLING {
                continue;
            }
            let other = keys.names.entry(words.join(" ")).or_insert(Some(index as u16));
            // two groups with one key: only an exact spelling tells them apart
            if *other != Some(index as u16) {
                *other = None;
            }
            keys.first.extend(words.into_iter().next());
        }
    }
    keys
});

/// The group whose name begins at word `i` in some romanisation: how many words, and its place in the table.
pub fn romanised_at(reader: &Reader<'_>, i: usize) -> Option<(usize, u16)> {
    if !reader.capital(i) || PARTICLES.contains(&reader.word(i)) || !KEYS.first.contains(&sounds(reader.word(i))) {
        return None;
    }
    let mut key = String::new();
    let mut words = 0;
    let mut foreign = false;
    let mut found = None;
    for at in i..(i + LONGEST).min(reader.len()) {
        let word = reader.word(at);
        if PARTICLES.contains(&word) {
            continue;
        }
        if word == "'" && reader.capital(at + 1) {
            continue;
        }
        if !reader.capital(at) {
            break;
        }
        if words > 0 {
            key.push(' ');
        }
        key.push_str(&sounds(word));
        words += 1;
        foreign |= !is_ordinary(word);
        if words > 1
            && foreign
            && let Some(Some(group)) = KEYS.names.get(&key)
        {
            found = Some((at + 1 - i, *group));
        }
    }
    found
}

/// The first word of a known name of several words joined by hyphens, by which the article calls the group later: `Lashkar` of
/// `Lashkar-e-Zil`.
pub fn shortened(reader: &Reader<'_>, i: usize, text: &str) -> Option<(String, GroupName)> {
    let first = reader.tokens.get(i).filter(|t| t.is_capital() && t.norm.len() > 4)?;
    if text.as_bytes().get(first.span.end) != Some(&b'-') {
        return None;
    }
    let (_, name) = group_at(reader, i, text, &Learned::default()).filter(|(_, g)| g.known.is_some())?;
    (name.text.matches('-').count() > 1).then(|| (first.norm.clone(), name))
}

/// A bare first word that the article has learned so.
pub fn short(reader: &Reader<'_>, i: usize, text: &str, learned: &[(String, GroupName)]) -> Option<u16> {
    let first = reader.tokens.get(i).filter(|t| t.is_capital())?;
    if text.as_bytes().get(first.span.end) == Some(&b'-') {
        return None;
    }
    learned.iter().find(|(s, _)| *s == first.norm).and_then(|(_, g)| g.known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn name(text: &str) -> Option<&'static str> {
        let document = Document::cut(text, None);
        let reader = Reader::new(&document, &document.sentences[0]);
        romanised_at(&reader, 0).map(|(_, g)| GROUPS[usize::from(g)].name)
    }

    #[test]
    fn one_name_in_many_spellings() {
        assert_eq!(name("Jumaat Ul Ahrar claimed the raid."), Some("Jamaat-ul-Ahrar"));
        assert_eq!(name("Lashkar-e-Tayyeba was blamed."), Some("Lashkar-e-Taiba"));
        assert_eq!(name("Tehrik-e Taleban Pakistan was blamed."), Some("Tehrik-i-Taliban Pakistan"));
        assert_eq!(name("Red Army was blamed."), None);
        assert_eq!(name("Ahmad Khan was blamed."), None);
    }
}
