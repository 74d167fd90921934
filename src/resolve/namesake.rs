//! People who share their names with towns.
//!
//! Enters: a text, and the places that its sentences name. Leaves: the same, less the names of people.
//! Example: after `PRESIDENT VIRGILIO TALAVERA` the words `THE POLICIES OF TALAVERA` name no town; nor does the surname
//! of `Virgilio Talavera, 42,` in the rest of the article.

use rustc_hash::FxHashSet;

use crate::annotate::common::{is_listed_name, is_ordinary};
use crate::annotate::lexicon::Sense;
use crate::annotate::unit::Reader;
use crate::frame::report::{PlaceWords, Report};
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::whereabouts::rank;
use crate::text::Document;

/// Marks the places whose only word the text also gives to a person.
pub fn people(document: &Document<'_>, reports: &mut [Report]) {
    let mut named: FxHashSet<&str> = FxHashSet::default();
    for sentence in document.sentences.iter().filter(|s| s.capitals) {
        let reader = Reader::new(document, sentence);
        for i in 1..reader.len() {
            let (before, word) = (reader.word(i - 1), reader.word(i));
            let title = reader.phrases(i - 1).any(|(n, senses)| {
                n == 1 && senses.iter().any(|s| matches!(s, Sense::People { plural: false, .. } | Sense::Speaker(_)))
            });
            let plain = word.len() > 2 && reader.tokens[i].is_word() && !is_ordinary(word);
            if plain && (title || is_listed_name(before)) && reader.phrases(i).next().is_none() {
                named.insert(word);
            }
        }
    }
    let dispatch = document.is_dispatch();
    let surnames = surnames(document);
    if !dispatch && named.is_empty() && surnames.is_empty() {
        return;
    }
    for place in reports.iter_mut().flat_map(|r| &mut r.places) {
        let large = place.candidates.iter().any(|c| c.population > 300_000 || c.kind != PlaceKind::Populated);
        let words = place.span.of(document.text).to_lowercase();
        let vast = place.candidates.iter().any(|c| c.population > 1_000_000 || rank(c.kind) < 1);
        let person = !large && (named.contains(words.as_str()) || dispatch && addressed(document.text, place))
            || !vast && surnames.contains(words.as_str());
        if person && place.area.is_empty() {
            place.institutional = true;
            place.led = false;
            place.candidates.clear();
        }
    }
}

/// What leads to a place; another word before a name in capitals leads to a person: `THE ATTACK ON MERINO`, `DR SALCEDO`.
const LEADS: &str = "in at near outside from to of between and or around through into toward towards inside over across \
                     within northern southern eastern western central downtown northeastern northwestern southeastern \
                     southwestern north south east west city town village department province port including as";

/// In capitals: the word before the name leads to no place.
fn addressed(text: &str, place: &PlaceWords) -> bool {
    let before = text[..place.span.start].trim_end();
    if place.span.of(text).chars().any(char::is_lowercase) || before.ends_with([',', '(', '-', '/', '[', ':']) {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    !LEADS.split(' ').any(|w| w == word)
}

/// Surnames in mixed case: the word stands first behind a given name, or before an age.
fn surnames<'d>(document: &'d Document<'_>) -> FxHashSet<&'d str> {
    let mut met: FxHashSet<&str> = FxHashSet::default();
    let mut out: FxHashSet<&str> = FxHashSet::default();
    for sentence in document.sentences.iter().filter(|s| !s.capitals) {
        let tokens = document.tokens_of(sentence);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.is_word() && t.is_capital()) {
            let first = met.insert(token.norm.as_str());
            let given = i > 0 && tokens[i - 1].is_word() && tokens[i - 1].is_capital() && !token.joined;
            let comma = |k: usize| tokens.get(k).is_some_and(|t| t.is(","));
            let age =
                tokens.get(i + 2).and_then(|t| t.norm.parse::<u32>().ok()).is_some_and(|n| (10..100).contains(&n));
            let aged = comma(i + 1) && age && (comma(i + 3) || tokens.get(i + 3).is_some_and(|t| t.is(".")));
            if first && given && token.norm.len() > 2 && (aged || is_listed_name(&tokens[i - 1].norm)) {
                out.insert(token.norm.as_str());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::people;
    use crate::annotate::annotate;
    use crate::frame::report::report;
    use crate::text::Document;

    #[test]
    fn a_name_behind_a_title_is_a_person_throughout() {
        let text = "PRESIDENT TALAVERA CONDEMNED THE ATTACK ON THE BANK YESTERDAY.  THE MEASURES OF TALAVERA FAILED \
                    IN TALAVERA, A SOURCE SAID.";
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        let mut reports: Vec<_> = annotated.items.iter().map(|i| report(i, &document.tokens)).collect();
        people(&document, &mut reports);
        assert!(reports.iter().flat_map(|r| &r.places).all(|p| p.institutional));
    }

    #[test]
    fn a_surname_is_a_person_throughout() {
        for text in [
            "Virgilio Thala, 42, opened fire. Police found a rifle in Thala's car; two officers went for Thala.",
            "Maria Gafsa was shot dead on Friday. They had killed Gafsa for a debt, the men in the film said.",
        ] {
            let document = Document::cut(text, None);
            let annotated = annotate(&document);
            let mut reports: Vec<_> = annotated.items.iter().map(|i| report(i, &document.tokens)).collect();
            people(&document, &mut reports);
            assert!(reports.iter().flat_map(|r| &r.places).all(|p| p.institutional), "{text}");
        }
    }
}
