//! Names of groups that an article introduces as such.
//!
//! Enters: the words of a sentence. Leaves: the words of a name behind `calling itself` and the like.
//! Example: `a band calling itself the Sons of the Hills` introduces `Sons of the Hills`.

use crate::annotate::lexicon::Sense;
use crate::annotate::naming::LINKS;
use crate::annotate::unit::Reader;

/// Words behind which a group's own name stands: `calling itself the Sons of the Hills`.
const INTRODUCTIONS: &[&[&str]] = &[
    &["calling", "itself"],
    &["calls", "itself"],
    &["called", "itself"],
    &["calling", "themselves"],
    &["styling", "itself"],
    &["styles", "itself"],
    &["group", "called"],
    &["group", "named"],
    &["group", "known", "as"],
    &["militia", "known", "as"],
    &["militia", "called"],
    &["organisation", "called"],
    &["organization", "called"],
    &["organisation", "known", "as"],
    &["organization", "known", "as"],
    &["identified", "itself", "as"],
    &["identifying", "itself", "as"],
    &["describing", "itself", "as"],
];

/// The words of a name introduced right before word `i`; none where the table of groups has it.
pub fn introduced(reader: &Reader<'_>, i: usize) -> Option<Vec<String>> {
    let mut lead = i;
    while lead > 0 && matches!(reader.word(lead - 1), "the" | "\"" | "'" | "a") {
        lead -= 1;
    }
    let cued = INTRODUCTIONS.iter().any(|cue| {
        lead >= cue.len() && cue.iter().enumerate().all(|(k, word)| reader.word(lead - cue.len() + k) == *word)
    });
    if !cued || matches!(reader.word(i), "the" | "\"" | "'" | "a") {
        return None;
    }
    let fits = |at: usize| {
        let word = reader.word(at);
        let named = if reader.capitals {
            reader.tokens.get(at).is_some_and(crate::text::Token::is_word) && !verbal(reader, at)
        } else {
            reader.capital(at)
        };
        named || (at > i && LINKS.contains(&word) && word != "in")
    };
    let mut end = i;
    while end < reader.len() && end < i + 8 && fits(end) {
        end += 1;
    }
    while end > i && LINKS.contains(&reader.word(end - 1)) {
        end -= 1;
    }
    let known = reader.phrases(i).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Group(..))));
    (end > i && !known).then(|| (i..end).map(|k| reader.word(k).to_owned()).collect())
}

/// A verb or a word of a closed class ends a name in a text of capitals.
fn verbal(reader: &Reader<'_>, at: usize) -> bool {
    reader.phrases(at).any(|(n, s)| {
        n == 1
            && s.iter().any(|s| matches!(s, Sense::Verb { .. } | Sense::Word(_)))
            && !LINKS.contains(&reader.word(at))
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::naming::learn;
    use crate::text::Document;

    #[test]
    fn a_name_behind_calling_itself_is_a_group() {
        let read = |text: &str| learn(&Document::cut(text, None)).introduced;
        assert_eq!(
            read("A band calling itself the Red Dawn took the town."),
            [vec!["red".to_owned(), "dawn".to_owned()]]
        );
        assert!(read("The minister, calling himself a friend, left.").is_empty());
    }
}
