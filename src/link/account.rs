//! What linking sees of one account.
//!
//! Enters: a stored mention with its article's publication. Leaves: nothing; these are the words of the room.
//! Example: `Account { key: "3f…:2024-02-06:57:1", primary: true, when: Some(12 December 2023), place: Some("Daraban"), … }`.

use chrono::NaiveDate;

use crate::vocabulary::{
    AttackType, Attribution, ClaimStatus, DateBasis, DatePrecision, IncidentOutcome, PlacePrecision, TargetType,
};

/// One article's account of one incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Row of `mentions`; decides nothing.
    pub mention: i64,
    /// The mention's key: names the account across readings and orders all work.
    pub key: String,
    /// Two accounts of one article are two incidents, unless they say the same in everything.
    pub article: i64,
    /// The incident that held it before, if any.
    pub incident: Option<i64>,
    /// First and last day on which the article can have appeared.
    pub published: Option<Published>,
    /// What the article is chiefly about.
    pub primary: bool,
    /// When, as far as the article says.
    pub when: Option<When>,
    /// ISO 3166 alpha-2.
    pub country_code: Option<String>,
    /// English short name.
    pub country: Option<String>,
    /// First-order area.
    pub admin1: Option<String>,
    /// Second-order area.
    pub admin2: Option<String>,
    /// Canonical name; several joined by ", ".
    pub place: Option<String>,
    /// As printed.
    pub place_text: Option<String>,
    /// Mosque, checkpoint, market …, as printed.
    pub site: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    /// How exactly the place is known.
    pub place_precision: Option<PlacePrecision>,
    /// Perpetrators by canonical name.
    pub groups: Vec<(String, Attribution)>,
    /// How, in the account's order.
    pub attack_types: Vec<AttackType>,
    /// An attacker died by the own weapon.
    pub suicide: bool,
    /// How far it got.
    pub outcome: IncidentOutcome,
    /// What is said of responsibility.
    pub claim_status: ClaimStatus,
    /// Whom or what, with the words.
    pub targets: Vec<(TargetType, String)>,
    /// Victims killed.
    pub killed: Bounds,
    /// Victims injured.
    pub injured: Bounds,
    /// Names that stand near the words that introduce it, folded, sorted; see [`super::names_near`].
    pub names: Vec<String>,
}

/// An interval of days and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// How exactly it is known.
    pub precision: DatePrecision,
    /// Where it comes from.
    pub basis: DateBasis,
}

/// The days on which an article can have appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Published {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

/// A number of people between two bounds; a missing bound is open, both missing say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// At least so many.
    pub low: Option<u32>,
    /// At most so many.
    pub high: Option<u32>,
}

impl Bounds {
    /// The number to compare by: the lower bound, else the upper.
    pub fn nearest(self) -> Option<u32> {
        self.low.or(self.high)
    }
}

/// What an analyst decided about accounts; stands against every verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// These tell of one incident.
    Together(Vec<String>),
    /// None of the first tells of an incident that any of the second tells of.
    Apart(Vec<String>, Vec<String>),
}
