//! From an article to sentences and words.
//!
//! Enters: a `Source`. Leaves: a `Document`: blocks, sentences and tokens, all with byte spans into the stored text.
//! Example: `Lt. Khan died. Two were hurt.` is one paragraph of two sentences.

pub mod block;
pub mod sentence;
pub mod token;

use std::ops::Range;

use crate::read::Source;
use crate::span::Span;

pub use block::{Block, BlockKind};
pub use token::{Case, Token};

/// A sentence: its place, its block and its tokens.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Index into `Document::blocks`.
    pub block: usize,
    /// Indices into `Document::tokens`.
    pub tokens: Range<usize>,
    /// Letters are capitals throughout, so that case tells nothing.
    pub capitals: bool,
    /// Nearly every word begins with a capital, as in many headlines.
    pub titled: bool,
}

/// An article cut into blocks, sentences and tokens.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The stored text.
    pub text: &'a str,
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// In the order of the text.
    pub sentences: Vec<Sentence>,
    /// In the order of the text.
    pub tokens: Vec<Token>,
}

impl<'a> Document<'a> {
    /// Cuts an article.
    pub fn new(source: &'a Source) -> Self {
        Self::cut(&source.text, source.title.as_deref())
    }

    /// Most of it is written in capitals, as agencies wired it.
    pub fn is_dispatch(&self) -> bool {
        self.sentences.iter().filter(|s| s.capitals).count() * 2 > self.sentences.len()
    }

    /// Cuts a text whose title is known or not.
    pub fn cut(text: &'a str, title: Option<&str>) -> Self {
        let blocks = block::blocks(text, title);
        let mut sentences = Vec::new();
        let mut tokens = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            for span in sentence::sentences(text, block.span) {
                let begin = tokens.len();
                tokens.extend(token::tokenize(text, span));
                sentences.push(Sentence {
                    span,
                    block: index,
                    tokens: begin..tokens.len(),
                    capitals: false,
                    titled: false,
                });
            }
        }
        let capitals: Vec<bool> = sentences.iter().map(|s| all_capitals(&tokens[s.tokens.clone()])).collect();
        for (sentence, capitals) in sentences.iter_mut().zip(capitals) {
            sentence.capitals = capitals;
            sentence.titled = titled(&tokens[sentence.tokens.clone()]);
        }
        Self { text, blocks, sentences, tokens }
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }
}

fn titled(tokens: &[Token]) -> bool {
    let words: Vec<&Token> = tokens.iter().filter(|t| t.is_word() && t.norm.len() > 3).collect();
    words.len() >= 4 && words.iter().filter(|t| t.is_capital()).count() * 10 >= words.len() * 8
}

fn all_capitals(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.is_word() && t.norm.len() > 1);
    let (mut upper, mut all) = (0, 0);
    for word in words {
        all += 1;
        upper += usize::from(word.case == Case::Upper);
    }
    all >= 3 && upper * 10 >= all * 9
}
