//! A stretch of the stored text.
//!
//! Enters: byte offsets. Leaves: a pair that can cut a text, and the quote that it cuts.
//! Example: in `"Ten died."` the span `0..3` quotes `"Ten"`.

use serde::{Deserialize, Serialize};

/// Byte offsets `start..end` into the stored text; `start <= end`, both on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` to `end`; swapped bounds are put in order.
    pub const fn new(start: usize, end: usize) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// True where `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words of `text` under the span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The span together with its words.
    pub fn quote(self, text: &str) -> Quote {
        Quote { quote: self.of(text).to_owned(), start: self.start, end: self.end }
    }
}

/// Words of the text with the place where they stand: `text[start..end] == quote`, always.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub quote: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Quote {
    /// Where the words stand.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_what_its_span_cuts() {
        let text = "Zehn Polizisten – tot.";
        let quote = Span::new(5, 15).quote(text);
        assert_eq!(quote.quote, "Polizisten");
        assert_eq!(quote.span().of(text), quote.quote);
    }

    #[test]
    fn a_span_inside_a_character_quotes_nothing() {
        assert_eq!(Span::new(1, 2).of("é"), "");
    }
}
