//! From accounts to incidents: which articles' mentions tell of one event.
//!
//! Enters: every stored account and the analyst's decisions. Leaves: clusters of accounts, the verdict on every pair
//! that was close enough to be compared with its reasons, and the values that each cluster comes to.
//! Example: "In December, a military facility in Dera Ismail Khan" joins "12 December 2023, Daraban": the month holds
//! the day, the district holds the town, both name one group and 23 dead.
//!
//! Pure and free of order: accounts are sorted by key before anything else happens.

mod account;
mod actors;
mod block;
mod cluster;
mod derive;
mod evidence;
mod method;
mod name;
mod nearby;
mod place;
mod profile;
mod toll;
mod uid;
mod verdict;
mod voice;
mod when;

pub use account::{Account, Bounds, Decision, Published, When};
pub use cluster::{Linked, link};
pub use derive::{Incident, derive, seniority};
pub use evidence::{Link, Reason, Verdict};
pub use uid::{stem, vacant};
pub use verdict::{MAYBE, likeness};
pub use voice::voices;
