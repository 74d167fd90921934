//! The sentences of a text with the facts that stand in them.
//!
//! Enters: a text, its accounts. Leaves: sentences in the order of the text, each with its facts.
//! Example: `[14..58] Ten police officers were killed.` and below it the figure.

use super::Told;
use super::account::Fact;
use crate::span::Span;

/// A sentence and what was read in it.
pub struct Passage<'a> {
    /// Where it stands.
    pub span: Span,
    /// Number of the account (from 1) and fact.
    pub facts: Vec<(usize, &'a Fact)>,
}

/// The sentences of `told`, also those in which nothing was found.
pub fn passages(told: &Told) -> Vec<Passage<'_>> {
    let mut passages: Vec<Passage<'_>> =
        sentences(&told.text).into_iter().map(|span| Passage { span, facts: Vec::new() }).collect();
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

/// Lines that are not blank, cut behind a full stop that a space and a capital follow.
fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let mut from = start;
        for (at, _) in line.trim_end().match_indices(". ") {
            let next = start + at + 2;
            if text[next..end].starts_with(|c: char| c.is_uppercase() || c == '"' || c == '“') {
                spans.push(Span::new(from, next - 1));
                from = next;
            }
        }
        if from < end {
            spans.push(Span::new(from, end));
        }
        start += line.len();
    }
    spans
}
