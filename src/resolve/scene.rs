//! An incident while it is being gathered from the sentences that speak of it.
//!
//! Enters: reports, sentence by sentence. Leaves: all that one article says of one incident.
//! Example: headline, lede and the third paragraph make one scene; `In January, …` opens another.

use crate::frame::report::{PlaceWords, Report};
use crate::resolve::calendar::Interval;
use crate::span::Span;

/// A date with its words.
#[derive(Clone, Copy, Debug)]
pub struct SceneDate {
    /// The days.
    pub interval: Interval,
    /// The words.
    pub span: Span,
    /// It stands beside the words for the attack or its toll.
    pub close: bool,
}

/// One incident's sentences.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The words that introduce it.
    pub anchor: Span,
    /// What the article is chiefly about.
    pub primary: bool,
    /// When.
    pub date: Option<SceneDate>,
    /// Indices of its sentences, in order.
    pub sentences: Vec<usize>,
    /// Places in the order met, with the sentence.
    pub places: Vec<(usize, PlaceWords)>,
    /// Opened by a label at the head of a paragraph (`PARIS, November 2015:`).
    pub labelled: bool,
    /// Opened by `another`, `a second`, `a separate`.
    pub further: bool,
}

/// The sentences of a document, read and sorted into scenes.
#[derive(Debug, Default)]
pub struct Sorted {
    /// One report a sentence.
    pub reports: Vec<Report>,
    /// The incidents.
    pub scenes: Vec<Scene>,
}

impl Scene {
    /// A scene that a sentence opens.
    pub fn open(sentence: usize, anchor: Span, primary: bool) -> Self {
        Self {
            anchor,
            primary,
            date: None,
            sentences: vec![sentence],
            places: Vec::new(),
            labelled: false,
            further: false,
        }
    }
}
