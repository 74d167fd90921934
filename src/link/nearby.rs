//! Names that stand near the words of an account: people, streets, trains, villages that no slot holds.
//!
//! Enters: the text before and after those words. Leaves: folded names, without those that every report has.
//! Example: `… took the Jaffar Express near Mushkaf tunnel` gives `express`, `jaffar`, `mushkaf`.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::account::Account;
use super::evidence::Reason;
use super::name;
use super::profile::Profile;
use crate::reference::countries::COUNTRIES;
use crate::reference::groups::GROUPS;

/// Bytes of history that are about one incident: the next sentence may recall another.
const HISTORY: usize = 220;

/// Words that no name of one event is made of: countries and groups of the reference tables. The tables, not the
/// accounts: what one article says must not change how two others are compared.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let countries = COUNTRIES.iter().map(|country| country.name);
    let groups = GROUPS.iter().map(|group| group.name);
    let words = countries
        .chain(groups)
        .flat_map(|name| name::fold(name).split(' ').map(ToOwned::to_owned).collect::<Vec<String>>());
    words.collect()
});

/// Words of the account's own country, province and groups.
pub fn common(account: &Account) -> Vec<String> {
    let areas = account.country.iter().chain(&account.admin1).map(String::as_str);
    let mut common = Vec::new();
    for name in areas.chain(account.groups.iter().map(|(group, _)| group.as_str())) {
        common.extend(name::fold(name).split(' ').map(ToOwned::to_owned));
    }
    common
}

/// The names near the words that introduce an account, folded, sorted. `before` and `after` are a few hundred bytes of
/// text on either side, the words themselves first in `after`; the outermost words may be cut.
pub fn names_near(primary: bool, before: &str, after: &str) -> Vec<String> {
    let before = before.rsplit('\n').next().unwrap_or_default();
    let (before, after) = if primary {
        (before, after)
    } else {
        (tail(before, HISTORY / 2), head(after.split('\n').next().unwrap_or_default(), HISTORY))
    };
    let mut names = BTreeSet::new();
    for part in [before, after] {
        // the first and the last word may be cut, and a sentence begins with a capital anyway
        let mut fresh = true;
        let mut words: Vec<&str> = part.split_whitespace().collect();
        words.pop();
        for word in words {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let opens = fresh;
            fresh = word.ends_with(['.', '!', '?', ':', '"', '”']) && bare.len() > 3;
            if opens || !bare.starts_with(char::is_uppercase) {
                continue;
            }
            for folded in name::fold(bare.trim_end_matches("'s").trim_end_matches("’s")).split(' ') {
                if folded.len() >= 4 && !KNOWN.contains(folded) && !EVERYWHERE.contains(&folded) {
                    names.insert(folded.to_owned());
                }
            }
        }
    }
    names.into_iter().collect()
}

/// Names that both have near, other than those of the places that were compared already.
pub fn compare(a: &Profile, b: &Profile) -> Option<Reason> {
    let placed = |word: &str| a.places.iter().chain(&b.places).any(|place| place.split(' ').any(|part| part == word));
    let told = |word: &str| a.telling.iter().any(|one| one == word) && b.telling.iter().any(|one| one == word);
    let shared = a.nearby.iter().filter(|name| b.nearby.binary_search(name).is_ok());
    match shared.filter(|name| !placed(name) && !told(name)).count() {
        0 => None,
        1 => Some(Reason::new("a name nearby in both", 0.5)),
        2 => Some(Reason::new("two names nearby in both", 1.0)),
        _ => Some(Reason::new("names nearby in both", 1.4)),
    }
}

fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

fn tail(text: &str, bytes: usize) -> &str {
    let start = text.len().saturating_sub(bytes);
    let start = (start..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[start..]
}

/// Capitalised words of any report.
const EVERYWHERE: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "president",
    "minister",
    "prime",
    "interior",
    "ministry",
    "police",
    "army",
    "military",
    "state",
    "government",
    "governor",
    "general",
    "colonel",
    "major",
    "captain",
    "chief",
    "district",
    "province",
    "provincial",
    "city",
    "town",
    "village",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "islamic",
    "muslim",
    "muslims",
    "christian",
    "christians",
    "catholic",
    "sunni",
    "shia",
    "shiite",
    "islamist",
    "islamists",
    "taliban",
    "reuters",
    "agence",
    "press",
    "news",
    "agency",
    "associated",
    "force",
    "forces",
    "security",
    "united",
    "nations",
    "kingdom",
    "states",
    "national",
    "international",
    "federal",
    "republic",
    "people",
    "this",
    "that",
    "these",
    "they",
    "there",
    "when",
    "where",
    "after",
    "before",
    "earlier",
    "later",
    "last",
    "local",
    "officials",
    "facebook",
    "twitter",
    "telegram",
    "west",
    "african",
    "africa",
    "asia",
    "europe",
    "european",
    "american",
    "pakistani",
    "afghan",
    "indian",
    "nigerian",
    "iraqi",
    "syrian",
    "somali",
    "turkish",
    "french",
    "british",
    "russian",
    "iranian",
    "israeli",
    "kurdish",
    "baloch",
    "kenyan",
    "malian",
    "party",
    "street",
    "road",
    "region",
    "county",
    "area",
    "department",
    "health",
    "hospital",
    "university",
    "school",
    "court",
    "council",
    "commission",
    "committee",
    "office",
    "service",
    "services",
];

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn a_cut_falls_between_characters() {
        assert_eq!(head("aé", 2), "a");
        assert_eq!(super::tail("éa", 2), "a");
    }
}
