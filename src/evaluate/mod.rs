//! How well extractions agree with answers that people gave.
//!
//! Enters: answers and extractions, one JSON object an article. Leaves: precision, recall and F1 for relevance,
//! incidents and each slot, and the share of primary incidents that an analyst need not touch.
//! Example: 9 of 10 stated dates right and one too many gives precision 0.818, recall 0.900, F1 0.857.
//!
//! Incidents of one article are paired one to one by likeness; what is left over is missed or spurious, and misses or
//! adds its slots too. A slot that neither side states counts nowhere.

mod incident;
mod names;
mod names_known;
mod pairing;
mod report;
mod rows;
mod score;
mod slots;

pub use report::report;
pub use rows::{Rows, rows};
pub use score::{Scores, score};
pub use slots::Slot;
