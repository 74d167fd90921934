//! Countries, their other names and demonyms.
//!
//! Enters: `seeds/reference/countries.tsv`. Leaves: a table in the order of the file.
//! Example: `PK` is Pakistan; `Pakistani` and `Pakistanis` lead to it.

use std::sync::LazyLock;

/// A country.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub code: &'static str,
    /// English short name.
    pub name: &'static str,
    /// Other names.
    pub aliases: Vec<&'static str>,
    /// Adjectives and nouns for its people, both numbers.
    pub demonyms: Vec<&'static str>,
    /// Its capital.
    pub capital: &'static str,
}

/// All countries.
pub static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let text = include_str!("../../seeds/reference/countries.tsv");
    let list = |cell: &'static str| cell.split('|').map(str::trim).filter(|s| !s.is_empty()).collect();
    text.lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells.len() >= 5)
        .map(|cells| Country {
            code: cells[0],
            name: cells[2],
            aliases: list(cells[3]),
            demonyms: list(cells[4]),
            capital: cells.get(5).copied().unwrap_or(""),
        })
        .collect()
});
