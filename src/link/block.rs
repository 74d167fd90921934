//! Which pairs are worth comparing.
//!
//! Enters: a profile. Leaves: its card: the keys under which it can be found, its days, and two small filters. Whether
//! two accounts meet follows from their two cards alone, never from how many others there are: so a new account meets
//! the same accounts whether it is linked by itself or together with all the rest.
//! Example: two accounts of 5 and 6 May in Mali meet; one of 5 May in Mali and one of 5 May in Iraq do not.

use rayon::prelude::*;

use super::name;
use super::profile::{Day, Profile};
use super::toll::LARGE;

/// Days between two accounts of one event.
pub const REACH: Day = 3;
/// Longest window, in days, that is kept in the order of time; a longer one counts as open.
pub const LONGEST: Day = 400;
/// First day of what is not bounded.
pub const OPEN: Day = Day::MIN;

/// What an account is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Hashes of what it has in common with others, sorted. The two lowest bits say what kind of thing: see [`Kind`].
    pub keys: Vec<i64>,
    /// Days, exactness and filters.
    pub face: Face,
}

/// The part of a card that stands in every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Face {
    /// First day on which it can have happened, or [`OPEN`].
    pub first: Day,
    /// Last such day.
    pub last: Day,
    /// Bits: 1 names day and country, 2 tells no time, 4 names a town.
    pub marks: i64,
    /// One bit for each number, kind of site and telling word: two accounts that share one share a bit.
    pub singles: i64,
    /// One bit for each name nearby.
    pub names: i64,
}

/// What a list holds in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Country; both name the day.
    Days,
    /// A name of a place, of a thing or of a group; one of the two is vague.
    Name,
    /// Province, kind of site or method; one of the two is vague, one names no town.
    Manner,
}

impl Kind {
    const fn bits(self) -> i64 {
        match self {
            Self::Days => 1,
            Self::Name => 2,
            Self::Manner => 3,
        }
    }

    /// The kind of a key.
    pub const fn of(key: i64) -> Self {
        match key & 3 {
            1 => Self::Days,
            3 => Self::Manner,
            _ => Self::Name,
        }
    }
}

const EXACT: i64 = 1;
const TIMELESS: i64 = 2;
const TOWN: i64 = 4;

impl Face {
    /// Whether two accounts in a list of this kind are worth comparing.
    pub fn meets(&self, other: &Self, kind: Kind) -> bool {
        let marks = self.marks & other.marks;
        let near = self.first <= other.last.saturating_add(REACH) && other.first <= self.last.saturating_add(REACH);
        let timeless = (self.marks | other.marks) & TIMELESS != 0;
        let singled = || self.singles & other.singles != 0 || (self.names & other.names).count_ones() >= 2;
        near && match kind {
            Kind::Days => true,
            Kind::Name => marks & EXACT == 0,
            Kind::Manner => marks & (EXACT | TOWN) == 0,
        } && (!timeless || singled())
    }
}

impl Card {
    /// The card of a profile.
    pub fn new(profile: &Profile) -> Self {
        let exact = profile.window.is_exact() && profile.country.is_some();
        let (first, last) = match profile.window.reach() {
            Some((first, last)) if last - first <= LONGEST => (first, last),
            _ => (OPEN, Day::MAX),
        };
        let timeless = profile.window.is_open();
        let marks = (i64::from(exact) * EXACT)
            | (i64::from(timeless) * TIMELESS)
            | (i64::from(!profile.places.is_empty()) * TOWN);
        let bit = |word: &str| 1_i64 << (hash(word) & 63);
        let number = |outcome: &str, number: Option<u32>| {
            number.filter(|number| *number >= 4).map_or(0, |number| bit(&format!("{outcome} {number}")))
        };
        let mut singles = number("killed", profile.killed.nearest()) | number("injured", profile.injured.nearest());
        // two large tolls single out without being the same
        if profile.killed.nearest().is_some_and(|number| number >= LARGE) {
            singles |= bit("killed many");
        }
        let words = profile.telling.iter().chain(&profile.site).map(String::as_str);
        for word in words.chain(profile.kinds.iter().copied()) {
            singles |= bit(word);
        }
        let names = profile.nearby.iter().fold(0, |names, name| names | bit(name));
        Self { keys: keys(profile), face: Face { first, last, marks, singles, names } }
    }
}

fn keys(profile: &Profile) -> Vec<i64> {
    let country = profile.country.as_deref().unwrap_or("--");
    let spelled = |name: &str| name::skeleton(name).unwrap_or_else(|| name.replace(' ', ""));
    let mut keys = Vec::new();
    let mut put = |kind: Kind, word: &str| keys.push(hash(word) & !3 | kind.bits());
    if profile.window.is_exact() && profile.country.is_some() {
        put(Kind::Days, country);
    }
    for place in profile.places.iter().chain(&profile.admin2) {
        put(Kind::Name, &format!("p {}", spelled(place)));
    }
    for word in &profile.telling {
        put(Kind::Name, &format!("w {country} {word}"));
    }
    for (group, _) in &profile.groups {
        put(Kind::Name, &format!("g {country} {group}"));
    }
    if let Some(area) = &profile.admin1 {
        put(Kind::Manner, &format!("a {country} {area}"));
    }
    for kind in &profile.kinds {
        put(Kind::Manner, &format!("k {country} {kind}"));
    }
    for code in &profile.attacks {
        put(Kind::Manner, &format!("t {country} {}", code.code()));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// FNV-1a, mixed once more so that its low bits are as good as its high ones: the same on every machine, for it is stored.
fn hash(word: &str) -> i64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash ^ (hash >> 29)).cast_signed()
}

/// An account in a list.
type Entry = (i64, Face, u32);

/// All lists, one after the other, each in the order of time.
pub struct Lists {
    entries: Vec<Entry>,
}

impl Lists {
    /// Lists all cards, by position.
    pub fn new(cards: &[Card]) -> Self {
        let listed = cards.iter().enumerate().flat_map(|(at, card)| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            card.keys.iter().map(move |key| (*key, card.face, at))
        });
        let mut entries: Vec<Entry> = listed.collect();
        entries.par_sort_unstable();
        Self { entries }
    }

    /// The accounts to compare the one of `card` with: those after it in a list, sorted, without repeats. Each pair is
    /// found from one side only.
    pub fn candidates(&self, card: &Card, at: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        for key in &card.keys {
            let kind = Kind::of(*key);
            let own = (*key, card.face, at);
            let start = self.entries.partition_point(|entry| *entry <= own);
            let reach = card.face.last.saturating_add(REACH);
            let later = self.entries[start..].iter().take_while(|(list, face, _)| list == key && face.first <= reach);
            found.extend(later.filter(|(_, face, _)| card.face.meets(face, kind)).map(|(.., at)| *at as usize));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(first: Day, last: Day, marks: i64, singles: i64) -> Face {
        Face { first, last, marks, singles, names: 0 }
    }

    #[test]
    fn whether_two_meet_does_not_depend_on_who_asks() {
        let faces = [
            face(100, 100, EXACT | TOWN, 1),
            face(103, 103, EXACT | TOWN, 2),
            face(104, 104, EXACT, 1),
            face(90, 120, 0, 3),
            face(OPEN, Day::MAX, TIMELESS, 2),
        ];
        for a in &faces {
            for b in &faces {
                for kind in [Kind::Days, Kind::Name, Kind::Manner] {
                    assert_eq!(a.meets(b, kind), b.meets(a, kind));
                }
            }
        }
        assert!(faces[0].meets(&faces[1], Kind::Days) && !faces[0].meets(&faces[2], Kind::Days));
        assert!(faces[4].meets(&faces[1], Kind::Name) && !faces[4].meets(&faces[0], Kind::Name));
    }

    #[test]
    fn a_key_keeps_its_kind_and_its_value() {
        assert_eq!(Kind::of(hash("ML") & !3 | Kind::Days.bits()), Kind::Days);
        assert_ne!(hash("killed 5"), hash("killed 6"));
    }
}
