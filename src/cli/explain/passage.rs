//! The sentences of a text with the facts that stand in them.
//!
//! Enters: a text, its accounts. Leaves: sentences in the order of the text, each with its facts.
//! Example: `[14..58] Ten police officers were killed.` and below it the figure.

use super::Told;
use super::account::Fact;
use crate::span::Span;
use crate::text::Document;

/// A sentence and what was read in it.
pub struct Passage<'a> {
    /// Where it stands.
    pub span: Span,
    /// Number of the account (from 1) and fact.
    pub facts: Vec<(usize, &'a Fact)>,
}

/// The sentences of `told`, also those in which nothing was found.
pub fn passages(told: &Told) -> Vec<Passage<'_>> {
    let document = Document::cut(&told.text, told.title.as_deref());
    let mut passages: Vec<Passage<'_>> =
        document.sentences.iter().map(|sentence| Passage { span: sentence.span, facts: Vec::new() }).collect();
    for (number, account) in told.accounts.iter().enumerate() {
        for fact in &account.facts {
            let holder = passages.partition_point(|passage| passage.span.end <= fact.span.start);
            if let Some(passage) = passages.get_mut(holder) {
                passage.facts.push((number + 1, fact));
            }
        }
    }
    passages
}
