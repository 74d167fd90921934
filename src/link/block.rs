//! Which pairs are worth comparing.
//!
//! Enters: all profiles, sorted by key. Leaves: pairs of positions, each once, sorted. Named days meet their
//! neighbours in the same country; what is known less exactly meets whatever shares a telling word with it.
//! Work grows with the accounts, not with their square: every list that is walked has a bound.

use std::collections::BTreeMap;

use super::name;
use super::profile::{Day, Profile, Window};

/// Days between two accounts of one event, when both name the day.
const REACH: Day = 3;
/// At most so many neighbours of one account in one list.
const NEIGHBOURS: usize = 300;

/// The pairs to compare, lower position first, without repeats.
pub fn pairs(profiles: &[Profile<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    same_days(profiles, &mut pairs);
    shared_words(profiles, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Accounts of one country within a few days of each other.
fn same_days(profiles: &[Profile<'_>], pairs: &mut Vec<(usize, usize)>) {
    let mut countries: BTreeMap<&str, Vec<(Day, Day, usize)>> = BTreeMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        if let (Some(country), true, Some((start, end))) =
            (profile.country, profile.window.is_exact(), profile.window.reach())
        {
            countries.entry(country).or_default().push((start, end, at));
        }
    }
    for days in countries.values_mut() {
        days.sort_unstable();
        for (n, &(_, end, at)) in days.iter().enumerate() {
            let near = days[n + 1..].iter().take_while(|(start, ..)| *start <= end + REACH).take(NEIGHBOURS);
            pairs.extend(near.map(|&(.., other)| (at.min(other), at.max(other))));
        }
    }
}

/// Accounts that share a name, where at least one does not name its day or its country.
fn shared_words(profiles: &[Profile<'_>], pairs: &mut Vec<(usize, usize)>) {
    let mut words: BTreeMap<String, Vec<(Day, Day, usize)>> = BTreeMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        let (start, end) = profile.window.reach().unwrap_or((Day::MIN, Day::MAX));
        for word in keys(profile) {
            words.entry(word).or_default().push((start, end, at));
        }
    }
    for listed in words.values_mut() {
        listed.sort_unstable();
        for (n, &(start, end, at)) in listed.iter().enumerate() {
            let vague = |at: usize| !profiles[at].window.is_exact() || profiles[at].country.is_none();
            let near = listed[n + 1..]
                .iter()
                .take_while(|(other, ..)| start == Day::MIN || *other <= end.saturating_add(REACH))
                .filter(|&&(.., other)| vague(at) || vague(other))
                .take(NEIGHBOURS);
            pairs.extend(near.map(|&(.., other)| (at.min(other), at.max(other))));
        }
    }
}

/// What an account can be found by: its places, districts, groups and telling words; where it has no place, also
/// the province and the method.
fn keys(profile: &Profile<'_>) -> Vec<String> {
    let country = profile.country.unwrap_or("--");
    let spelled = |name: &str| name::skeleton(name).unwrap_or_else(|| name.replace(' ', ""));
    let mut keys: Vec<String> =
        profile.places.iter().chain(&profile.admin2).map(|place| format!("p {}", spelled(place))).collect();
    keys.extend(profile.groups.iter().map(|(group, _)| format!("g {country} {group}")));
    keys.extend(profile.telling.iter().map(|word| format!("w {country} {word}")));
    keys.extend(profile.admin1.iter().map(|area| format!("a {country} {area}")));
    if profile.places.is_empty() || !matches!(profile.window, Window::Named { .. }) {
        keys.extend(profile.kinds.iter().map(|kind| format!("k {country} {kind}")));
        keys.extend(profile.attacks.iter().map(|code| format!("t {country} {code}")));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
