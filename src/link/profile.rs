//! An account made ready for comparison.
//!
//! Enters: an `Account`. Leaves: days as numbers, names folded, words that stand out.
//! Example: site `the All Saints Church` gives the telling words `all`, `saints` and the kind `church`.

use std::sync::Arc;

use chrono::Datelike;

use super::account::{Account, Bounds};
use super::{name, nearby};
use crate::vocabulary::{AttackType, Attribution, DateBasis, DatePrecision, PlacePrecision, TargetType};

/// Days since the first of January of year 1.
pub type Day = i32;

/// What an account tells of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// It names the days.
    Named { start: Day, end: Day, precision: DatePrecision },
    /// News of something fresh: on or shortly before these days.
    Reported { start: Day, end: Day },
    /// History: at some time before.
    Before { end: Day },
    /// Nothing at all.
    Any,
}

impl Window {
    /// First and last day on which it can have happened, as far as that is bounded.
    pub const fn reach(self) -> Option<(Day, Day)> {
        match self {
            Self::Named { start, end, .. } => Some((start, end)),
            Self::Reported { start, end } => Some((start - 14, end)),
            Self::Before { .. } | Self::Any => None,
        }
    }

    /// Whether it does not tell the time at all.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Before { .. } | Self::Any)
    }

    /// Whether it names one day or a few.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Named { precision: DatePrecision::Day | DatePrecision::Range, start, end } if end - start <= 7)
    }
}

/// An account with names folded and days counted.
#[derive(Clone, Debug)]
pub struct Profile {
    pub(super) account: Arc<Account>,
    pub(super) window: Window,
    pub(super) country: Option<String>,
    pub(super) admin1: Option<String>,
    pub(super) admin2: Option<String>,
    /// Folded name of the area, where the account's place is one: often it means the town of that name.
    pub(super) area: Option<String>,
    /// Folded names of towns; none where only an area is known.
    pub(super) places: Vec<String>,
    /// Only where the place is a town or finer, and one.
    pub(super) point: Option<(f64, f64)>,
    /// Words of the site and of the targets that could name one thing, sorted.
    pub(super) telling: Vec<String>,
    /// Names near the account's words, sorted.
    pub(super) nearby: Vec<String>,
    /// All words of the site, sorted.
    pub(super) site: Vec<String>,
    /// Kinds of site: mosque, church, market, sorted.
    pub(super) kinds: Vec<&'static str>,
    pub(super) groups: Vec<(String, Attribution)>,
    pub(super) attacks: Vec<AttackType>,
    pub(super) targets: Vec<TargetType>,
    pub(super) killed: Bounds,
    pub(super) injured: Bounds,
}

impl Profile {
    /// The account's key.
    pub fn key(&self) -> &str {
        &self.account.key
    }

    /// Makes an account ready. Nothing but the account itself enters.
    pub fn new(account: Arc<Account>) -> Self {
        let window = window(&account);
        let fine = !matches!(
            account.place_precision,
            Some(PlacePrecision::Country | PlacePrecision::Admin1 | PlacePrecision::Admin2)
        );
        let mut places = account.place.as_deref().map(name::places).unwrap_or_default();
        for printed in account.place_text.as_deref().map(name::places).unwrap_or_default() {
            if account.place.is_some() && !places.contains(&printed) {
                places.push(printed);
            }
        }
        let area = |area: &Option<String>| area.as_deref().and_then(|area| name::places(area).into_iter().next());
        let admin1 = area(&account.admin1);
        let common = nearby::common(&account);
        let country = account.country.as_deref().map(name::fold);
        // a city may be a province of its own, but a province is no city
        let area_named = (!fine).then(|| places.first().cloned()).flatten();
        places.retain(|place| (fine || Some(place) != admin1.as_ref()) && Some(place) != country.as_ref());
        let mut telling = Vec::new();
        let mut kinds = Vec::new();
        for words in
            account.site.iter().map(String::as_str).chain(account.targets.iter().map(|(_, text)| text.as_str()))
        {
            for word in name::fold(words).split(' ') {
                match KINDS.iter().find(|(form, _)| *form == word) {
                    Some((_, kind)) => kinds.push(*kind),
                    None if word.len() > 3 && !PLAIN.contains(&word) => telling.push(word.to_owned()),
                    None => {}
                }
            }
        }
        let mut site: Vec<String> = account
            .site
            .as_deref()
            .map(|site| {
                name::fold(site)
                    .split(' ')
                    .filter(|word| word.len() > 2 && *word != "the")
                    .map(ToOwned::to_owned)
                    .collect()
            })
            .unwrap_or_default();
        site.sort_unstable();
        site.dedup();
        telling.sort_unstable();
        telling.dedup();
        telling.retain(|word| !places.iter().any(|place| place.split(' ').any(|part| part == word)));
        kinds.sort_unstable();
        kinds.dedup();
        let mut targets: Vec<TargetType> = account.targets.iter().map(|(code, _)| *code).collect();
        targets.sort_unstable();
        targets.dedup();
        Self {
            window,
            country: account.country_code.clone(),
            admin2: area(&account.admin2),
            admin1,
            area: area_named,
            point: account
                .coordinates
                .filter(|_| fine && account.place.as_ref().is_none_or(|place| !place.contains(','))),
            places,
            telling,
            nearby: account.names.iter().filter(|name| !common.contains(name)).cloned().collect(),
            site,
            kinds,
            groups: account.groups.iter().map(|(group, how)| (group_key(group), *how)).collect(),
            attacks: account.attack_types.clone(),
            targets,
            killed: account.killed,
            injured: account.injured,
            account,
        }
    }
}

fn window(account: &Account) -> Window {
    let day = |date: chrono::NaiveDate| date.num_days_from_ce();
    match (account.when, account.published) {
        (Some(when), _) if when.basis != DateBasis::Published => {
            Window::Named { start: day(when.start), end: day(when.end), precision: when.precision }
        }
        (Some(when), _) => Window::Reported { start: day(when.start), end: day(when.end) },
        (None, Some(published)) if account.primary => {
            Window::Reported { start: day(published.start), end: day(published.end) }
        }
        (None, Some(published)) => Window::Before { end: day(published.end) },
        (None, None) => Window::Any,
    }
}

/// A group's name folded, without the small words that spellings differ in.
fn group_key(group: &str) -> String {
    let folded = name::fold(group);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !["the", "al", "el", "ul", "i", "e", "of", "in", "and", "wa", "wal", "de"].contains(word))
        .map(|word| match word {
            "tehreek" | "tahrik" | "tahreek" | "tehrek" => "tehrik",
            "jihadi" | "jehad" => "jihad",
            word => word,
        })
        .collect();
    words.join(" ")
}

/// Words for kinds of site, each with the kind that it stands for.
const KINDS: &[(&str, &str)] = &[
    ("mosque", "mosque"),
    ("mosques", "mosque"),
    ("imambargah", "mosque"),
    ("church", "church"),
    ("churches", "church"),
    ("cathedral", "church"),
    ("parish", "church"),
    ("temple", "temple"),
    ("synagogue", "synagogue"),
    ("shrine", "shrine"),
    ("school", "school"),
    ("schools", "school"),
    ("college", "school"),
    ("university", "school"),
    ("academy", "school"),
    ("pupils", "school"),
    ("students", "school"),
    ("schoolchildren", "school"),
    ("hotel", "hotel"),
    ("hotels", "hotel"),
    ("restaurant", "restaurant"),
    ("cafe", "restaurant"),
    ("bakery", "restaurant"),
    ("market", "market"),
    ("bazaar", "market"),
    ("mall", "market"),
    ("airport", "airport"),
    ("station", "station"),
    ("train", "train"),
    ("railway", "train"),
    ("trains", "train"),
    ("bus", "bus"),
    ("buses", "bus"),
    ("court", "court"),
    ("courthouse", "court"),
    ("judicial", "court"),
    ("prison", "prison"),
    ("jail", "prison"),
    ("hospital", "hospital"),
    ("embassy", "embassy"),
    ("consulate", "embassy"),
    ("checkpoint", "checkpoint"),
    ("checkpost", "checkpoint"),
    ("mine", "mine"),
    ("mines", "mine"),
    ("miners", "mine"),
    ("convoy", "convoy"),
    ("parade", "parade"),
    ("wedding", "wedding"),
    ("funeral", "funeral"),
    ("stadium", "stadium"),
    ("concert", "concert"),
    ("parliament", "parliament"),
];

/// Words that name nothing: they stand in too many sites and targets.
const PLAIN: &[&str] = &[
    "police",
    "military",
    "army",
    "security",
    "forces",
    "force",
    "soldiers",
    "officers",
    "officer",
    "troops",
    "civilians",
    "people",
    "personnel",
    "base",
    "camp",
    "compound",
    "building",
    "buildings",
    "headquarters",
    "center",
    "centre",
    "complex",
    "facility",
    "area",
    "road",
    "highway",
    "street",
    "square",
    "main",
    "near",
    "village",
    "villagers",
    "residents",
    "town",
    "city",
    "district",
    "local",
    "government",
    "officials",
    "workers",
    "passengers",
    "worshippers",
    "tourists",
    "three",
    "with",
    "from",
    "post",
    "guards",
    "vehicle",
    "vehicles",
    "house",
    "houses",
    "homes",
    "home",
    "members",
    "group",
    "their",
    "that",
    "state",
    "company",
    "park",
    "shop",
    "shops",
    "outside",
    "inside",
    "gate",
    "border",
    "regional",
    "national",
    "federal",
    "public",
    "central",
    "christian",
    "christians",
    "muslim",
    "muslims",
    "catholic",
    "shia",
    "women",
    "children",
    "policemen",
    "policeman",
    "soldier",
    "civilian",
    "armed",
    "bridge",
    "saint",
];
