//! Armed groups, state forces and their names.
//!
//! Enters: `seeds/reference/groups.tsv`. Leaves: a table in the order of the file.
//! Example: `TTP`, `Pakistani Taliban` and `Tehreek-e-Taliban Pakistan` are names of one row.

use std::sync::LazyLock;

use crate::vocabulary::GroupKind;

/// An organisation.
#[derive(Clone, Debug)]
pub struct Group {
    /// Canonical name.
    pub name: &'static str,
    /// Acronym; empty where it has none.
    pub short_name: &'static str,
    /// Other names and romanisations.
    pub aliases: Vec<&'static str>,
    /// Armed group, state force, government or other.
    pub kind: GroupKind,
    /// Where it is at home, ISO 3166 alpha-2; empty where in many countries.
    pub country: &'static str,
    /// Every country where it acts.
    pub countries: Vec<&'static str>,
    /// A name is an ordinary word, or belongs to several groups.
    pub ambiguous: bool,
    /// Names that stand for it only in its own countries, or where the article gives another of its names.
    pub weak: Vec<&'static str>,
}

impl Group {
    /// Canonical name, acronym and aliases.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        [self.name, self.short_name].into_iter().chain(self.aliases.iter().copied()).filter(|n| !n.is_empty())
    }
}

/// Other spellings of a possessive inside a name: `People's Army` is also printed `Peoples' Army` and `People Army`.
pub fn possessives(name: &str) -> Vec<String> {
    let name = name.replace('\u{2019}', "'");
    let spellings: &[(&str, [&str; 3])] = &[("'s ", ["s' ", "s ", " "]), ("s' ", ["'s ", "s ", " "])];
    let found = spellings.iter().find(|(printed, _)| name.contains(printed));
    found.map(|(printed, others)| others.iter().map(|o| name.replace(printed, o)).collect()).unwrap_or_default()
}

/// British spellings and the American ones, inside names.
const SPELLINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("ised ", "ized "),
    ("Defence", "Defense"),
    ("Labour", "Labor"),
    ("Centre", "Center"),
    ("Armoured", "Armored"),
    ("Neighbour", "Neighbor"),
];

/// A name in the other English: `Secret Army Organisation` and `Secret Army Organization`.
pub fn respelled(name: &str) -> Vec<String> {
    let pairs = SPELLINGS.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
    pairs.filter(|(printed, _)| name.contains(printed)).map(|(printed, other)| name.replace(printed, other)).collect()
}

/// All groups.
pub static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let text = include_str!("../../seeds/reference/groups.tsv");
    let list = |cell: &'static str| cell.split('|').map(str::trim).filter(|s| !s.is_empty()).collect();
    text.lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells.len() >= 6)
        .map(|cells| Group {
            name: cells[0],
            short_name: cells[1],
            aliases: list(cells[2]),
            kind: cells[3].parse().unwrap_or(GroupKind::ArmedGroup),
            country: cells[4],
            countries: list(cells[5]),
            ambiguous: cells.get(8).is_some_and(|c| c.trim() == "1"),
            weak: cells.get(9).map(|c| list(c)).unwrap_or_default(),
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_is_printed_in_many_ways() {
        assert_eq!(possessives("New People's Army"), ["New Peoples' Army", "New Peoples Army", "New People Army"]);
        assert_eq!(possessives("Workers' Front")[0], "Worker's Front");
        assert!(possessives("Boko Haram").is_empty());
        assert_eq!(respelled("Secret Army Organisation"), ["Secret Army Organization"]);
        assert_eq!(respelled("Self-Defense Forces"), ["Self-Defence Forces"]);
    }
}
