//! From bytes to articles.
//!
//! Enters: paths, folders, stdin. Leaves: `Source`s one after the other, in the order of the input, and a named
//! `Refusal` for each input that is no article; no input ends the batch.
//! Example: `Sources::new(["news.jsonl", "articles/"], Options::default())` yields each line of the first and then each
//! file under the second, by path.

mod bytes;
mod calendar;
mod folder;
mod head;
mod json;
mod json_stream;
mod normal;
mod refusal;
pub mod source;
mod sources;
mod wiki;

pub use calendar::published;
pub use refusal::Refusal;
pub use source::Source;
pub use sources::{Options, Sources};
