//! A sentence as words that can be looked up.
//!
//! Enters: a sentence. Leaves: for each word, the phrases of the lexicon that begin there.
//! Example: at `police` of `a police station` the reader knows `police` and `police station`.

use crate::annotate::lexicon::{LEXICON, NumberKind, Sense};
use crate::text::{Document, Sentence, Token};

/// Words of a sentence with what the lexicon says of each.
pub struct Reader<'a> {
    /// The words.
    pub tokens: &'a [Token],
    /// Letters are capitals throughout.
    pub capitals: bool,
    /// Nearly every word begins with a capital.
    pub titled: bool,
    /// Phrases by the word at which they begin, in one list: each is asked for many times.
    found: Vec<(usize, &'static [Sense])>,
    starts: Vec<u32>,
}

impl<'a> Reader<'a> {
    /// Looks up the words of a sentence.
    pub fn new(document: &'a Document<'_>, sentence: &Sentence) -> Self {
        let tokens = document.tokens_of(sentence);
        let symbols: Vec<u32> = tokens.iter().map(|t| LEXICON.symbol(&t.norm)).collect();
        let mut found = Vec::with_capacity(tokens.len());
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        for i in 0..tokens.len() {
            starts.push(found.len() as u32);
            found.extend(LEXICON.at(&symbols[i..]).filter(|(_, senses)| !senses.is_empty()));
        }
        starts.push(found.len() as u32);
        Self { tokens, capitals: sentence.capitals, titled: sentence.titled, found, starts }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// There are no words.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The folded word; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.norm.as_str())
    }

    /// A hyphen binds the word to the one before.
    pub fn joined(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.joined)
    }

    /// Written with a capital, in a text where that tells something.
    pub fn capital(&self, i: usize) -> bool {
        !self.capitals && self.tokens.get(i).is_some_and(Token::is_capital)
    }

    /// Every phrase that begins at word `i`, shortest first.
    pub fn phrases(&self, i: usize) -> impl Iterator<Item = (usize, &'static [Sense])> + '_ {
        let bounds = self.starts.get(i).zip(self.starts.get(i + 1));
        let range = bounds.map_or(0..0, |(from, to)| *from as usize..*to as usize);
        self.found[range].iter().copied()
    }

    /// The longest phrase at word `i` that has a sense which `wanted` takes.
    pub fn longest<T>(&self, i: usize, wanted: impl Fn(&Sense) -> Option<T>) -> Option<(usize, T)> {
        self.phrases(i).filter_map(|(n, senses)| senses.iter().find_map(&wanted).map(|t| (n, t))).last()
    }

    /// A single number word at `i`.
    pub fn number(&self, i: usize) -> Option<(NumberKind, u32)> {
        let (_, senses) = self.phrases(i).find(|(n, _)| *n == 1)?;
        senses.iter().find_map(|s| match s {
            Sense::Number { kind, low, .. }
                if matches!(
                    kind,
                    NumberKind::Unit | NumberKind::Ten | NumberKind::Multiplier | NumberKind::Large | NumberKind::Dozen
                ) =>
            {
                Some((*kind, low.unwrap_or(0)))
            }
            _ => None,
        })
    }

    /// How the single number word at `i` works.
    pub fn number_kind(&self, i: usize) -> Option<NumberKind> {
        self.number(i).map(|n| n.0)
    }
}
