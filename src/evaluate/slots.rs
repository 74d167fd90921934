//! One slot of one incident: right, stated in the answer, stated in the extraction.
//!
//! Enters: a pair of incidents, or one that is left over. Leaves: three numbers that add up over all articles.
//! Example: the answer says 5 February, the extraction nothing: 0 right, 1 in the answer, 0 in the extraction.

use serde_json::{Value, json};

use super::incident::{Incident, pair_groups};
use super::names::{country_key, same_place};
use super::pairing::same_count;

/// What is compared, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// When, at the answer's precision.
    Date,
    /// Where: the country.
    Country,
    /// Where: the first-order area.
    Admin1,
    /// Where: the place.
    Place,
    /// How.
    AttackTypes,
    /// Victims killed.
    Killed,
    /// Victims injured.
    Injured,
    /// Attackers killed.
    PerpetratorsKilled,
    /// Who.
    Groups,
    /// Who, and how surely.
    Attribution,
    /// What is said of responsibility.
    ClaimStatus,
}

/// Right, in the answer, in the extraction.
pub type Counts = (usize, usize, usize);

impl Slot {
    /// Every slot.
    pub const ALL: [Self; 11] = [
        Self::Date,
        Self::Country,
        Self::Admin1,
        Self::Place,
        Self::AttackTypes,
        Self::Killed,
        Self::Injured,
        Self::PerpetratorsKilled,
        Self::Groups,
        Self::Attribution,
        Self::ClaimStatus,
    ];

    /// The slots of which all must be right in a row that nobody need touch.
    pub const NO_TOUCH: [Self; 6] = [Self::Date, Self::Country, Self::Place, Self::Killed, Self::Injured, Self::Groups];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Country => "country",
            Self::Admin1 => "admin1",
            Self::Place => "place",
            Self::AttackTypes => "attack_types",
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::PerpetratorsKilled => "perpetrators_killed",
            Self::Groups => "groups",
            Self::Attribution => "attribution",
            Self::ClaimStatus => "claim_status",
        }
    }

    /// How the slot compares; what cannot be judged gives nothing at all.
    pub fn compare(self, answer: Incident<'_>, other: Incident<'_>) -> Counts {
        match self {
            Self::Date => date(answer, other),
            Self::Country | Self::Admin1 | Self::Place => self.place(answer, other),
            Self::AttackTypes => {
                let (a, b) = (answer.attack_types(), other.attack_types());
                (a.intersection(&b).count(), a.len(), b.len())
            }
            Self::Killed | Self::Injured | Self::PerpetratorsKilled => self.count(answer, other),
            Self::Groups | Self::Attribution => self.groups(answer, other),
            Self::ClaimStatus => one(answer.claim_status(), other.claim_status(), |a, b| a == b),
        }
    }

    /// True where all that either side states is right.
    pub fn right(self, answer: Incident<'_>, other: Incident<'_>) -> bool {
        let (right, stated, found) = self.compare(answer, other);
        right == stated && stated == found
    }

    /// What a side states, for the list of errors.
    pub fn show(self, side: Incident<'_>) -> Value {
        match self {
            Self::Date => json!(side.date()),
            Self::Country | Self::Admin1 | Self::Place => json!(side.place(self.name())),
            Self::Groups | Self::Attribution => {
                side.groups().iter().map(|group| json!([group.keys[0], group.grade])).collect()
            }
            _ => side.get(self.name()).cloned().unwrap_or(Value::Null),
        }
    }

    fn place(self, answer: Incident<'_>, other: Incident<'_>) -> Counts {
        let (a, b) = (answer.place(self.name()), other.place(self.name()));
        match self {
            // a gazetteer may add what the answer, which reads the text alone, does not have
            Self::Admin1 if answer.exists() && a.is_none() => (0, 0, 0),
            Self::Place => {
                let named = b.map(|b| {
                    let mut names = vec![b];
                    for name in [other.in_location("place_text"), other.in_location("admin2")].into_iter().flatten() {
                        if !names.contains(&name) {
                            names.push(name);
                        }
                    }
                    names.join(", ")
                });
                one(a, named.as_deref(), same_place)
            }
            Self::Country => one(a, b, |a, b| country_key(a) == country_key(b)),
            _ => one(a, b, same_place),
        }
    }

    fn count(self, answer: Incident<'_>, other: Incident<'_>) -> Counts {
        let (a, b) = (answer.count(self.name()), other.count(self.name()));
        let bomber = || answer.exists() && a.is_none() && answer.attack_types().contains("suicide_bombing");
        if answer.is_in_words(self.name()) || self == Self::PerpetratorsKilled && bomber() {
            return (0, 0, 0);
        }
        one(a, b, same_count)
    }

    fn groups(self, answer: Incident<'_>, other: Incident<'_>) -> Counts {
        let (a, b) = (answer.groups(), other.groups());
        let (optional, needed): (Vec<_>, Vec<_>) = a.iter().partition(|group| group.optional);
        let found: Vec<_> = b.iter().collect();
        let pairs = pair_groups(&needed, &found);
        let rest: Vec<_> = found
            .iter()
            .enumerate()
            .filter(|(j, _)| !pairs.iter().any(|pair| pair.1 == *j))
            .map(|(_, group)| *group)
            .collect();
        let free = pair_groups(&optional, &rest).len();
        let agree = |&&(i, j): &&(usize, usize)| self == Self::Groups || needed[i].grade == found[j].grade;
        (pairs.iter().filter(agree).count(), needed.len(), found.len() - free)
    }
}

fn date(answer: Incident<'_>, other: Incident<'_>) -> Counts {
    let (a, b) = (answer.date(), other.date());
    let fallback = matches!(other.date_basis(), Some("published" | "dateline"));
    if answer.exists() && a.is_none() && fallback {
        return (0, 0, 0);
    }
    let guessed = matches!(answer.get("date_how").and_then(Value::as_str), Some("published_fallback" | "inferred"));
    if let Some(a) = a.filter(|_| guessed) {
        let month = |date: &'_ str| date.get(..7).unwrap_or(date).to_owned();
        if b.is_none_or(|b| month(a) == month(b)) {
            return (0, 0, 0);
        }
    }
    one(a, b, |a, b| a == b)
}

/// A slot that holds one value.
fn one<T: Copy>(answer: Option<T>, other: Option<T>, same: impl Fn(T, T) -> bool) -> Counts {
    let right = answer.zip(other).is_some_and(|(a, b)| same(a, b));
    (usize::from(right), usize::from(answer.is_some()), usize::from(other.is_some()))
}
