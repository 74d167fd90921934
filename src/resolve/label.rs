//! Labels that open an entry of a list: `BARCELONA, August 17, 2017:`, `December 31 – Abuja:`, `GAFSA - `.
//!
//! Enters: the items of a paragraph's first sentence. Leaves: how many items the label takes, and whether it is all there is.
//! Example: in a chronology every entry is opened by its date; a date inside a sentence is no label.

use crate::annotate::{Item, Tags};
use crate::text::Token;

/// Words of a line that is a label and nothing else.
const LONGEST_LINE: usize = 8;

/// Items of the label; none where the sentence begins without one.
pub fn label(items: &[Item], tokens: &[Token]) -> Option<usize> {
    if line(items) {
        return Some(items.len());
    }
    let end = items.iter().take(12).position(|i| i.is(Tags::COLON.with(Tags::DASH)))?;
    let dated = items[..end].iter().take(6).any(|i| i.is(Tags::DATE));
    let placed = end <= 4
        && items[..end].iter().any(|i| i.is(Tags::PLACE.with(Tags::NAME)))
        && tokens[items[0].tokens.clone()].iter().all(|t| !t.is_word() || t.is_shouted());
    let plain = items[..end].iter().all(|i| {
        i.is(Tags::DATE
            .with(Tags::PLACE)
            .with(Tags::NAME)
            .with(Tags::COMMA)
            .with(Tags::DASH)
            .with(Tags::STOP)
            .with(Tags::APPOS)
            .with(Tags::AND)
            .with(Tags::IN)
            .with(Tags::ON)
            .with(Tags::SITE))
            || tokens[i.tokens.clone()].iter().all(|t| !t.is_word() || t.is_capital())
    });
    ((dated || placed) && plain && !items[..end].iter().any(|i| i.is(Tags::VERB))).then_some(end + 1)
}

/// A line of its own that names a day or a place and tells nothing: `June 3 - Thala`, `CHAD`, `Old market, Gafsa`.
pub fn line(items: &[Item]) -> bool {
    let telling = Tags::VERB.with(Tags::EVENT).with(Tags::PEOPLE).with(Tags::QUOTE).with(Tags::SPEAKER).with(Tags::BY);
    // "Thala (Tunisia)."
    let mut bare = items.iter().filter(|i| !i.is(Tags::STOP.with(Tags::APPOS)));
    let alone = bare.next().is_some_and(|i| i.is(Tags::PLACE.with(Tags::NAME))) && bare.next().is_none();
    let aside = alone && items.iter().any(|i| i.is(Tags::APPOS) && i.inner.iter().any(|n| n.is(Tags::PLACE)));
    let open = items.last().is_some_and(|i| !i.is(Tags::STOP)) || items.len() == 2 || aside;
    items.len() <= LONGEST_LINE
        && open
        && (aside || items.iter().any(|i| i.is(Tags::DATE.with(Tags::PLACE))))
        && !items.iter().any(|i| i.is(telling))
}

/// Paragraphs that are opened by a label: three make a list.
pub fn is_list(sentences: &[&[Item]], tokens: &[Token]) -> bool {
    sentences.iter().filter(|items| label(items, tokens).is_some()).count() >= 3
}
