//! From words to chunks: numbers, dates, people, verb groups, names.
//!
//! Enters: a `Document`. Leaves: for each sentence its items.
//! Example: `Gunmen killed two soldiers in Kunduz.` is people, a verb group, people with their number, and a place.

pub mod aside;
pub mod chunk;
pub mod collective;
pub mod common;
pub mod date;
pub mod dated;
pub mod interrupted;
pub mod introduction;
pub mod item;
pub mod lexicon;
pub mod list;
pub mod naming;
pub mod noun;
pub mod offshoot;
pub mod people;
pub mod phrase;
pub mod place_words;
pub mod qualified;
pub mod quantity;
pub mod romanised;
pub mod sense;
pub mod tag;
pub mod toponym;
pub mod unit;
pub mod verb;
pub mod whereabouts;

use crate::text::Document;

pub use item::{Item, Value};
pub use tag::Tags;

/// A document with the items of each sentence.
pub struct Annotated<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// One list a sentence, in order.
    pub items: Vec<Vec<Item>>,
}

/// Chunks every sentence.
pub fn annotate<'a>(document: &'a Document<'a>) -> Annotated<'a> {
    let learned = naming::learn(document);
    let items = document.sentences.iter().map(|s| chunk::chunk(document, s, &learned)).collect();
    Annotated { document, items }
}
