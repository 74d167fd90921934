//! The values of an incident, from its accounts.
//!
//! Enters: the accounts of one cluster. Leaves: one row. Date and place are those of the account that knows them most
//! exactly; among equals what most accounts say, then the article that appeared first, then the key.
//! Example: an account of "December" and one of "12 December" give 12 December.

use super::account::Account;
use crate::vocabulary::{AttackType, ClaimStatus, DateBasis, DatePrecision, IncidentOutcome, PlacePrecision};

/// What an incident's row holds, but for its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Attack type and place in words.
    pub title: String,
    /// First day, last day, precision.
    pub date: Option<(String, String, DatePrecision)>,
    /// ISO 3166 alpha-2.
    pub country_code: Option<String>,
    /// English short name.
    pub country: Option<String>,
    /// First-order area.
    pub admin1: Option<String>,
    /// Second-order area.
    pub admin2: Option<String>,
    /// Canonical name.
    pub place: Option<String>,
    /// As printed.
    pub site: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    /// How exactly the place is known.
    pub place_precision: Option<PlacePrecision>,
    /// The one that most accounts give first.
    pub attack_type: Option<AttackType>,
    /// Any account says so.
    pub suicide: bool,
    /// The furthest that any account reports.
    pub outcome: IncidentOutcome,
    /// The strongest that any account reports.
    pub claim_status: ClaimStatus,
}

impl Incident {
    /// Attack type and place in words, as the row has them now.
    pub fn entitled(&self) -> String {
        let place = self.place.as_deref().or(self.admin1.as_deref());
        title(self.attack_type, self.site.as_deref(), place, self.country.as_deref())
    }
}

/// Derives the row of one cluster; `accounts` holds at least one.
pub fn derive(accounts: &[&Account]) -> Incident {
    let mut elders: Vec<&Account> = accounts.to_vec();
    elders.sort_by(|a, b| seniority(a).cmp(&seniority(b)));
    let dated = best(&elders, |account| {
        let when = account.when?;
        let weak = matches!(when.basis, DateBasis::Published | DateBasis::Inferred);
        Some(((when.precision, weak), (when.start, when.end)))
    });
    let when = dated.and_then(|account| account.when);
    let placed = best(&elders, |account| {
        let precision =
            account.place_precision.or_else(|| account.country_code.is_some().then_some(PlacePrecision::Country))?;
        // a site is where the town is: both name the place
        let rank = precision.max(PlacePrecision::Place);
        // a town that bears its district's name may stand for the district: a place inside it says more
        let coarse = account.place == account.admin2;
        Some((
            (rank, account.admin2.is_none(), coarse, !account.primary),
            (&account.place, &account.admin1, &account.country_code),
        ))
    });
    let place = placed.and_then(|account| account.place.clone());
    let same_place = |account: &&&Account| placed.is_some_and(|placed| placed.place == account.place);
    let first = |value: fn(&Account) -> Option<String>| {
        placed
            .and_then(value)
            .or_else(|| elders.iter().filter(same_place).find_map(|account| value(account)))
            .or_else(|| elders.iter().find_map(|account| value(account)).filter(|_| place.is_none()))
    };
    let site = best(&elders, |account| Some(((), account.site.as_ref()?))).and_then(|account| account.site.clone());
    let attack_type = best(&elders, |account| {
        let code = account.attack_types.first()?;
        Some((*code == AttackType::Other, *code))
    })
    .and_then(|account| account.attack_types.first().copied());
    let strongest = accounts.iter().map(|account| account.claim_status).min().unwrap_or(ClaimStatus::NotMentioned);
    let outcome = accounts.iter().map(|account| account.outcome).min().unwrap_or(IncidentOutcome::Completed);
    let country = first(|account| account.country.clone());
    let admin1 = first(|account| account.admin1.clone());
    Incident {
        title: title(attack_type, site.as_deref(), place.as_deref().or(admin1.as_deref()), country.as_deref()),
        date: when.map(|when| (when.start.to_string(), when.end.to_string(), when.precision)),
        country_code: first(|account| account.country_code.clone()),
        admin2: first(|account| account.admin2.clone()),
        coordinates: placed
            .and_then(|account| account.coordinates)
            .or_else(|| elders.iter().filter(same_place).find_map(|account| account.coordinates)),
        place_precision: placed.and_then(|account| account.place_precision),
        country,
        admin1,
        place,
        site,
        attack_type,
        suicide: accounts.iter().any(|account| account.suicide),
        outcome,
        claim_status: strongest,
    }
}

/// Who spoke first; articles without a date come last.
pub fn seniority(account: &Account) -> (bool, Option<super::Published>, &str) {
    (account.published.is_none(), account.published, &account.key)
}

/// The account of the lowest rank; among equals the one whose value most share, then the most senior.
fn best<'a, R: Ord, V: PartialEq>(
    elders: &[&'a Account],
    told: impl Fn(&'a Account) -> Option<(R, V)>,
) -> Option<&'a Account> {
    let mut told: Vec<(R, V, &Account)> =
        elders.iter().filter_map(|account| told(account).map(|(rank, value)| (rank, value, *account))).collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let foremost = told.iter().take_while(|(rank, ..)| *rank == told[0].0).count();
    let equals = &told[..foremost];
    let votes = |value: &V| equals.iter().filter(|(_, other, _)| other == value).count();
    let most = equals.iter().map(|(_, value, _)| votes(value)).max()?;
    equals.iter().find(|(_, value, _)| votes(value) == most).map(|(.., account)| *account)
}

fn title(attack: Option<AttackType>, site: Option<&str>, place: Option<&str>, country: Option<&str>) -> String {
    let what = match attack {
        Some(AttackType::Other) | None => "attack".to_owned(),
        Some(AttackType::Ied) => "IED attack".to_owned(),
        Some(AttackType::MortarOrRocket) => "mortar or rocket attack".to_owned(),
        Some(code) => code.code().replace('_', " "),
    };
    let mut title: String = what.chars().take(1).flat_map(char::to_uppercase).chain(what.chars().skip(1)).collect();
    for part in [site, place, country].into_iter().flatten() {
        if !title.ends_with(part) {
            title.push_str(", ");
            title.push_str(part);
        }
    }
    title
}
