//! Which pairs are worth comparing.
//!
//! Enters: all profiles, sorted by key. Leaves: for each account the others to compare it with; each pair is found from
//! one side only. Named days meet their neighbours in the same country; what is known less exactly meets whatever
//! shares a telling word with it. Work grows with the accounts, not with their square: every walk has a bound.
//! Example: two accounts of 5 and 6 May in Mali are compared; one of 5 May in Mali and one of 5 May in Iraq are not.

use std::collections::BTreeMap;

use super::name;
use super::profile::{Day, Profile};

/// Days between two accounts of one event, when both name the day.
const REACH: Day = 3;
/// Entries of one list that one account walks past at most.
const WALK: usize = 2000;

/// What a list has in common, and so which pairs in it are worth comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Common {
    /// Country; both name the day.
    Days,
    /// A name of a place, a site or a target; one of the two is vague.
    Name,
    /// A group; one of the two is vague.
    Group,
    /// Province, kind of site or method; one of the two is vague, one names no town.
    Manner,
}

impl Common {
    /// Pairs of one account in one list at most.
    const fn most(self) -> usize {
        match self {
            Self::Days | Self::Name => 300,
            Self::Group => 100,
            Self::Manner => 60,
        }
    }

    fn worth(self, a: &Profile<'_>, b: &Profile<'_>) -> bool {
        let vague = |profile: &Profile<'_>| !profile.window.is_exact() || profile.country.is_none();
        match self {
            Self::Days => true,
            Self::Name | Self::Group => vague(a) || vague(b),
            Self::Manner => (vague(a) || vague(b)) && (a.places.is_empty() || b.places.is_empty()),
        }
    }
}

/// An account in a list, in the order of time.
type Entry = (Day, Day, usize);

/// The lists, and where each account stands in them.
pub struct Blocks<'p, 'a> {
    profiles: &'p [Profile<'a>],
    lists: Vec<(Common, Vec<Entry>)>,
    /// For each account: list, position in it.
    at: Vec<Vec<(usize, usize)>>,
}

impl<'p, 'a> Blocks<'p, 'a> {
    /// Lists all accounts under what they can be found by.
    pub fn new(profiles: &'p [Profile<'a>]) -> Self {
        let mut lists: BTreeMap<(Common, String), Vec<Entry>> = BTreeMap::new();
        for (at, profile) in profiles.iter().enumerate() {
            let (start, end) = profile.window.reach().unwrap_or((Day::MIN, Day::MAX));
            for key in keys(profile) {
                lists.entry(key).or_default().push((start, end, at));
            }
        }
        let mut lists: Vec<(Common, Vec<Entry>)> = lists
            .into_iter()
            .filter(|(_, listed)| listed.len() > 1)
            .map(|((common, _), listed)| (common, listed))
            .collect();
        let mut at = vec![Vec::new(); profiles.len()];
        for (list, (_, listed)) in lists.iter_mut().enumerate() {
            listed.sort_unstable();
            for (position, (.., account)) in listed.iter().enumerate() {
                at[*account].push((list, position));
            }
        }
        Self { profiles, lists, at }
    }

    /// The accounts to compare `account` with: those that come after it in time, sorted, without repeats.
    pub fn candidates(&self, account: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let profile = &self.profiles[account];
        for &(list, position) in &self.at[account] {
            let (common, listed) = &self.lists[list];
            let (start, end, _) = listed[position];
            let later = listed[position + 1..]
                .iter()
                .take(WALK)
                .take_while(|(other, ..)| start == Day::MIN || *other <= end.saturating_add(REACH))
                .filter(|(.., other)| common.worth(profile, &self.profiles[*other]))
                .take(common.most());
            found.extend(later.map(|(.., other)| *other));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn keys(profile: &Profile<'_>) -> Vec<(Common, String)> {
    let country = profile.country.unwrap_or("--");
    let spelled = |name: &str| name::skeleton(name).unwrap_or_else(|| name.replace(' ', ""));
    let mut keys = Vec::new();
    if profile.window.is_exact() {
        keys.extend(profile.country.map(|country| (Common::Days, country.to_owned())));
    }
    let names = profile.places.iter().chain(&profile.admin2).map(|place| format!("p {}", spelled(place)));
    keys.extend(names.map(|name| (Common::Name, name)));
    keys.extend(profile.telling.iter().map(|word| (Common::Name, format!("w {country} {word}"))));
    keys.extend(profile.groups.iter().map(|(group, _)| (Common::Group, format!("{country} {group}"))));
    let manner = profile.admin1.iter().map(|area| format!("a {country} {area}"));
    let manner = manner.chain(profile.kinds.iter().map(|kind| format!("k {country} {kind}")));
    let manner = manner.chain(profile.attacks.iter().map(|code| format!("t {country} {code}")));
    keys.extend(manner.map(|manner| (Common::Manner, manner)));
    keys.sort_unstable();
    keys.dedup();
    keys
}
