//! From accounts to incidents: which articles' mentions tell of one event.
//!
//! Enters: every stored account and the analyst's decisions. Leaves: clusters of accounts, the verdict on every pair
//! that was close enough to be compared with its reasons, and the values that each cluster comes to.
//! Example: "In December, a military facility in Dera Ismail Khan" joins "12 December 2023, Daraban": the month holds
//! the day, the district holds the town, both name one group and 23 dead.
//!
//! Pure and free of order: accounts come sorted by key. Whether two come near, and how near, follows from these two
//! alone; a core follows from its members and the pairs among them. So a part can be linked again by itself, and comes
//! out as it would with all the rest: see `store::linking`.

mod account;
mod actors;
mod block;
mod cluster;
mod derive;
mod evidence;
mod linked;
mod method;
mod name;
mod nearby;
mod place;
mod profile;
mod suit;
mod toll;
mod uid;
mod verdict;
mod voice;
mod when;

pub use account::{Account, Bounds, Decision, Published, When};
pub use block::{Card, Face, Kind, LONGEST, OPEN, REACH};
pub use cluster::{Forest, Pair, Ruled, cores, nearness};
pub use derive::{Incident, derive, seniority};
pub use evidence::{Link, Reason, Verdict};
pub use linked::{Linked, ROWS, held_apart, judge, link};
pub use nearby::names_near;
pub use profile::Profile;
pub use suit::{fits, may_look, taken};
pub use uid::{stem, vacant};
pub use verdict::{MAYBE, SAME, likeness};
pub use voice::voices;
