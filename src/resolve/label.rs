//! Labels at the head of a paragraph: `BARCELONA, August 17, 2017:`, `December 31 – Abuja:`.
//!
//! Enters: the items of a paragraph's first sentence. Leaves: how many items the label takes.
//! Example: in a chronology every entry is opened by its date; a date inside a sentence is no label.

use crate::annotate::{Item, Tags};
use crate::text::Token;

/// Items of the label; none where the sentence begins without one.
pub fn label(items: &[Item], tokens: &[Token]) -> Option<usize> {
    let date = items.iter().take(6).position(|i| i.is(Tags::DATE))?;
    let end = items.iter().take(12).position(|i| i.is(Tags::COLON.with(Tags::DASH)))?;
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
    (date < end && plain && !items[..end].iter().any(|i| i.is(Tags::VERB))).then_some(end + 1)
}

/// Paragraphs that are opened by a label: three make a list.
pub fn is_list(sentences: &[&[Item]], tokens: &[Token]) -> bool {
    sentences.iter().filter(|items| label(items, tokens).is_some()).count() >= 3
}
