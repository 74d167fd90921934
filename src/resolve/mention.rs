//! What one article says of one incident, as `extract` prints it.
//!
//! Enters: nothing; these are the types of a line. Leaves: JSON through serde, rows through `store`.
//! Example: a mention anchored on `attacked a police station`, with its date, place, counts, groups, figures and claims.

use serde::{Deserialize, Serialize};

use crate::span::Quote;
use crate::vocabulary::{
    AttackType, Attribution, ClaimKind, ClaimStatus, DateBasis, DatePrecision, Extent, Format, GroupKind, GroupRole,
    IncidentOutcome, Outcome, Party, PlacePrecision, Population, Qualifier, RelationKind, Scope, SpeakerKind, Standing,
    TargetKind, TargetType, WeaponType,
};

/// One line of `extract`: an article and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// As the input gave it, else the file name without its ending.
    pub id: String,
    /// Of the stored text, lower-case hexadecimal.
    pub sha256: String,
    /// Where the article was met: a path, `path:line`, or the address that the input gave.
    pub uri: String,
    /// What it was read as.
    pub format: Format,
    /// Headline, where there is one.
    pub title: Option<String>,
    /// Outlet, where known.
    pub publisher: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: Option<String>,
    /// `en`, or what the reader took it for.
    pub language: String,
    /// The stored text; every span indexes it.
    pub text: String,
    /// At least one incident, background included.
    pub relevant: bool,
    /// Why not relevant.
    pub reason: Option<String>,
    /// `pipeline X.Y.Z rules:HASH`.
    pub extractor: String,
    /// The incidents that the article tells of, in the order of the text.
    pub incidents: Vec<Mention>,
    /// What is said about how groups are related.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// Only where the article could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ReadFailure>,
}

/// Why an input is no article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFailure {
    /// A short code: `empty`, `not_utf8`, `binary`, `not_json`, `no_text`, `io`.
    pub code: String,
    /// One line that names the input.
    pub message: String,
}

/// One article's account of one incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The words that introduce it.
    #[serde(flatten)]
    pub anchor: Quote,
    /// What the article is chiefly about, or history that it recalls.
    pub primary: bool,
    /// When.
    pub date: Option<MentionDate>,
    /// Where.
    pub location: Option<Location>,
    /// How.
    pub attack_types: Vec<TypedAttack>,
    /// An attacker died, or meant to, by the own weapon.
    pub suicide: bool,
    /// How far it got.
    pub outcome: IncidentOutcome,
    /// With what.
    pub weapons: Vec<Weapon>,
    /// Against what.
    pub targets: Vec<Target>,
    /// Victims killed.
    pub killed: Option<Count>,
    /// Victims injured.
    pub injured: Option<Count>,
    /// Attackers killed.
    pub perpetrators_killed: Option<Count>,
    /// Perpetrators only.
    pub groups: Vec<GroupMention>,
    /// What is said of responsibility.
    pub claim_status: ClaimStatus,
    /// Every figure.
    pub casualties: Vec<Figure>,
    /// Every claim.
    pub claims: Vec<Claim>,
}

/// An interval of days with the words that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionDate {
    /// First day, `YYYY-MM-DD`.
    pub start: String,
    /// Last day, `YYYY-MM-DD`.
    pub end: String,
    /// How exactly it is known.
    pub precision: DatePrecision,
    /// Where it comes from.
    pub basis: DateBasis,
    /// The words; where the basis is `published` and the text has no words for it, the anchor's. Printed as `quote`,
    /// `start_byte` and `end_byte`, since `start` and `end` of a date are days.
    pub quote: String,
    /// First byte of the words.
    pub start_byte: usize,
    /// One past the last byte of the words.
    pub end_byte: usize,
}

/// A place with the chain that holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// English short name.
    pub country: Option<String>,
    /// ISO 3166 alpha-2.
    pub country_code: Option<String>,
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
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// How exactly it is known.
    pub precision: Option<PlacePrecision>,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}

/// An attack type with the words that show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedAttack {
    /// The code.
    pub code: AttackType,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}

/// A weapon as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weapon {
    /// The code.
    #[serde(rename = "type")]
    pub code: WeaponType,
    /// As printed.
    pub text: String,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}

/// A target as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The code.
    #[serde(rename = "type")]
    pub code: TargetType,
    /// Person, facility, vehicle or organisation.
    pub kind: TargetKind,
    /// A proper name.
    pub named: bool,
    /// As printed.
    pub text: String,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}

/// A number of people between two bounds; a bound that is null is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// At least so many.
    pub low: Option<u32>,
    /// At most so many.
    pub high: Option<u32>,
    /// Dead attackers are in it; null where the text does not say.
    pub includes_perpetrators: Option<bool>,
}

/// A named perpetrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMention {
    /// Canonical name.
    pub name: String,
    /// Acronym or short form.
    pub short_name: Option<String>,
    /// The name as printed, where that is another: `Real IRA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_as: Option<String>,
    /// How it is connected.
    pub attribution: Attribution,
    /// What kind of organisation it is.
    #[serde(default = "armed_group")]
    pub kind: GroupKind,
    /// Which side it takes; `groups` of `extract` holds perpetrators only.
    #[serde(default = "perpetrator")]
    pub role: GroupRole,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}

/// The printed words, where they are a name of several words and not the canonical one.
pub fn named_as(name: &str, at: &Quote) -> Option<String> {
    let printed = at.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    (printed.contains([' ', '-']) && !printed.eq_ignore_ascii_case(name)).then_some(printed)
}

const fn armed_group() -> GroupKind {
    GroupKind::ArmedGroup
}

const fn perpetrator() -> GroupRole {
    GroupRole::Perpetrator
}

/// One stated number of people, never altered by what else is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What happened to them.
    pub outcome: Outcome,
    /// Whose side they were on.
    pub party: Party,
    /// What they are.
    pub population: Population,
    /// At least so many.
    pub low: Option<u32>,
    /// At most so many.
    pub high: Option<u32>,
    /// What the words do to the number.
    pub qualifier: Qualifier,
    /// To what it belongs.
    pub scope: Scope,
    /// Total or part.
    pub extent: Extent,
    /// What became of it in the article's total.
    pub standing: Standing,
    /// Dead attackers are in it.
    pub includes_perpetrators: Option<bool>,
    /// Who says so, as printed; null for the narrator.
    pub reported_by: Option<String>,
    /// What kind of speaker that is.
    pub reported_by_kind: SpeakerKind,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
    /// The rule that read it.
    pub rule: String,
}

/// One assertion about the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is claimed.
    pub kind: ClaimKind,
    /// Who claims, as printed or canonical.
    pub claimant: Option<String>,
    /// What kind of speaker that is.
    pub claimant_kind: SpeakerKind,
    /// Whom or what it is about.
    pub about: Option<String>,
    /// For kind `figure`.
    pub low: Option<u32>,
    /// For kind `figure`.
    pub high: Option<u32>,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
    /// The rule that read it.
    pub rule: String,
}

/// One assertion about two groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Canonical name.
    pub group: String,
    /// Canonical name.
    pub other_group: String,
    /// How they are related.
    pub relation: RelationKind,
    /// Who says so; null for the narrator.
    pub asserted_by: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub at: Quote,
}
