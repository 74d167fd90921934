//! Groups that bear another group's name with a word before or behind it.
//!
//! Enters: the words of a sentence and where a known group's name stands. Leaves: the length and the name of the other one.
//! Example: `FARC dissidents`, `a dissident faction of the FARC` and `Neo-JMB` are groups of their own.

use crate::annotate::collective::{is_body, is_epithet, stands_for_group};
use crate::annotate::item::GroupName;
use crate::annotate::naming::{Learned, group_at};
use crate::annotate::unit::Reader;
use crate::reference::groups::GROUPS;

/// Before a name: another group of that name.
const RENEWED: &[&str] = &["neo", "real", "continuity"];

/// Words between `dissidents` and the name.
const BETWEEN: &[&str] =
    &["of", "from", "the", "former", "ex", "now", "defunct", "disbanded", "demobilised", "demobilized", "within"];

/// The name at word `i`, `length` words long, is that of a group from which dissidents broke away: how long the words for them
/// are from `i` on, and who they are.
pub fn dissidents(reader: &Reader<'_>, i: usize, length: usize, name: &GroupName) -> Option<(usize, GroupName)> {
    let behind = match reader.word(i + length) {
        "dissidents" => 1,
        "dissident" => 2,
        _ => 0,
    };
    if behind == 0 && !broke_away(reader, i) {
        return None;
    }
    let named = name.known.and_then(|k| GROUPS.get(usize::from(k)));
    let stem = named.map_or(name.text.as_str(), |g| if g.short_name.is_empty() { g.name } else { g.short_name });
    let text = format!("{stem} dissidents");
    let known = GROUPS.iter().position(|g| g.name == text).and_then(|at| u16::try_from(at).ok());
    // "dissident" alone is an adjective of the noun behind it
    let length = length + behind.min(1);
    let span = reader.tokens[i].span.join(reader.tokens[i + length - 1].span);
    Some((length, GroupName { known, text, span }))
}

/// `dissidents of the`, `a dissident faction of the former`, `dissident` right before the name.
fn broke_away(reader: &Reader<'_>, i: usize) -> bool {
    let mut at = i;
    while at > 0 && at + 5 > i && BETWEEN.contains(&reader.word(at - 1)) {
        at -= 1;
    }
    let of = (at..i).any(|k| matches!(reader.word(k), "of" | "from" | "within"));
    if of && at > 0 && noun(reader.word(at - 1)) && at > 1 {
        at -= 1;
    }
    at > 0 && matches!(reader.word(at - 1), "dissident" | "dissidents") && (of || at == i)
}

/// `faction`, `groups`, `members`, `front`
fn noun(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    stands_for_group(word)
        || stands_for_group(singular)
        || matches!(singular, "member" | "front" | "element" | "commander" | "splinter" | "unit" | "wing" | "cell")
}

/// `Neo-`, `Real`, `Continuity` at word `i` before a known name.
pub fn renewed(reader: &Reader<'_>, i: usize) -> bool {
    RENEWED.contains(&reader.word(i)) && reader.capital(i) && !reader.titled
}

/// Behind an epithet: a group's name, or more of what it is before its name (`Maoist-inclined armed grouping "Red Dawn"`).
pub fn described(reader: &Reader<'_>, i: usize, text: &str, learned: &Learned) -> bool {
    let mut at = i;
    while at < i + 6 {
        if group_at(reader, at, text, learned).is_some() {
            return true;
        }
        let word = reader.word(at);
        let mark =
            matches!(word, "-" | "\"" | "," | "armed" | "inclined" | "oriented" | "grouping") && at < reader.len();
        if !(mark || is_epithet(word) || is_body(word)) {
            return false;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::annotate::naming::{Learned, group_at};
    use crate::annotate::unit::Reader;
    use crate::text::Document;

    fn names(text: &str) -> Vec<String> {
        let document = Document::cut(text, None);
        let reader = Reader::new(&document, &document.sentences[0]);
        (0..reader.len()).filter_map(|i| group_at(&reader, i, text, &Learned::default())).map(|(_, g)| g.text).collect()
    }

    #[test]
    fn dissidents_are_no_members() {
        for text in [
            "It was blamed on FARC dissidents.",
            "A dissident faction of the FARC is blamed.",
            "It was blamed on dissidents from the former FARC.",
        ] {
            assert_eq!(names(text).last().map(String::as_str), Some("FARC dissidents"), "{text}");
        }
        assert_eq!(names("It was blamed on the FARC."), ["FARC"]);
        assert_eq!(names("It was blamed on the Neo-Taliban.")[0], "Neo-Taliban");
    }
}
