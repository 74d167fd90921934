//! From bytes to articles.
//!
//! Enters: paths, folders, stdin. Leaves: `Source`s, and a named failure for each input that is no article.

pub mod source;

pub use source::Source;
