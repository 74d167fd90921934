//! People who share their names with towns.
//!
//! Enters: a text in capitals, and the places that its sentences name. Leaves: the same, less the names of people.
//! Example: after `PRESIDENT VIRGILIO TALAVERA` the words `THE POLICIES OF TALAVERA` name no town.

use rustc_hash::FxHashSet;

use crate::annotate::common::{is_listed_name, is_ordinary};
use crate::annotate::lexicon::Sense;
use crate::annotate::unit::Reader;
use crate::frame::report::{PlaceWords, Report};
use crate::reference::gazetteer::PlaceKind;
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
    if !dispatch && named.is_empty() {
        return;
    }
    for place in reports.iter_mut().flat_map(|r| &mut r.places) {
        let large = place.candidates.iter().any(|c| c.population > 300_000 || c.kind != PlaceKind::Populated);
        let words = place.span.of(document.text).to_lowercase();
        let person = named.contains(words.as_str()) || dispatch && addressed(document.text, place);
        if !large && place.area.is_empty() && person {
            place.institutional = true;
            place.led = false;
            place.candidates.clear();
        }
    }
}

/// What leads to a place; another word before a name in capitals leads to a person: `THE ATTACK ON MERINO`, `DR SALCEDO`.
const LEADS: &[&str] = &[
    "in",
    "at",
    "near",
    "outside",
    "from",
    "to",
    "of",
    "between",
    "and",
    "or",
    "around",
    "through",
    "into",
    "toward",
    "towards",
    "inside",
    "around",
    "over",
    "across",
    "within",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "downtown",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north",
    "south",
    "east",
    "west",
    "city",
    "town",
    "village",
    "department",
    "province",
    "port",
    "including",
    "as",
];

/// In capitals: the word before the name leads to no place.
fn addressed(text: &str, place: &PlaceWords) -> bool {
    let before = text[..place.span.start].trim_end();
    if place.span.of(text).chars().any(char::is_lowercase) || before.ends_with([',', '(', '-', '/', '[', ':']) {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    !LEADS.contains(&word.as_str())
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
}
