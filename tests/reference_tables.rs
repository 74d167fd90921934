//! The tables of `seeds/reference` keep their headers, their vocabularies and one row a term.
//!
//! Enters: the tables. Leaves: nothing.
//! Example: a code in `weapons.tsv` that the vocabulary does not hold fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

use pipeline::reference::fold::fold;
use pipeline::vocabulary::{AttackType, GroupKind, Population, SpeakerKind, TargetKind, TargetType, WeaponType};

/// A table as read: cells by row, the line number of a row being its index and two.
struct Table {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a table and holds its header, its width and its plain text to account.
    fn read(name: &'static str, header: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/reference").join(name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(text.ends_with('\n') && !text.contains('\r') && !text.starts_with('\u{feff}'), "{name}: line ends");
        let mut lines = text.lines();
        assert_eq!(lines.next().unwrap_or_default().replace('\t', " "), header, "{name}");
        let width = header.split(' ').count();
        let rows: Vec<Vec<String>> = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
        for (i, row) in rows.iter().enumerate() {
            assert_eq!(row.len(), width, "{name}:{}: {row:?}", i + 2);
            assert!(!row[0].is_empty(), "{name}:{}: no key", i + 2);
            for cell in row {
                assert_eq!(cell.trim(), cell, "{name}:{}: space at an end of {cell:?}", i + 2);
                let mut alternatives = BTreeSet::new();
                for part in cell.split('|').filter(|_| !cell.is_empty()) {
                    assert!(!part.is_empty(), "{name}:{}: an empty alternative in {cell:?}", i + 2);
                    assert!(alternatives.insert(part), "{name}:{}: {part:?} twice in {cell:?}", i + 2);
                }
            }
        }
        Self { name, rows }
    }

    /// No key twice.
    fn unique(self) -> Self {
        let mut seen = BTreeSet::new();
        for row in &self.rows {
            assert!(seen.insert(&row[0]), "{}: {:?} twice", self.name, row[0]);
        }
        self
    }

    /// Every cell of the column is a code of the vocabulary, or empty where that is allowed.
    fn coded<T: FromStr>(self, column: usize, may_be_empty: bool) -> Self {
        for row in &self.rows {
            let cell = &row[column];
            assert!(
                (may_be_empty && cell.is_empty()) || cell.parse::<T>().is_ok(),
                "{}: {:?} of {:?} is no code",
                self.name,
                cell,
                row[0]
            );
        }
        self
    }

    /// Every cell of the column is one of these.
    fn one_of(self, column: usize, allowed: &[&str]) -> Self {
        for row in &self.rows {
            assert!(allowed.contains(&row[column].as_str()), "{}: {:?} of {:?}", self.name, row[column], row[0]);
        }
        self
    }

    /// Terms are lower case, as the readers of the table fold them.
    fn lower_case(self) -> Self {
        for row in &self.rows {
            for cell in row.iter().take(2) {
                assert_eq!(&cell.to_lowercase(), cell, "{}: capitals", self.name);
            }
        }
        self
    }

    fn at_least(self, rows: usize) -> Self {
        assert!(self.rows.len() >= rows, "{}: {} rows", self.name, self.rows.len());
        self
    }
}

fn country_codes() -> BTreeSet<String> {
    let countries =
        Table::read("countries.tsv", "code code3 name aliases demonyms capital continent population").unique();
    countries.rows.into_iter().map(|row| row[0].clone()).collect()
}

#[test]
fn people() {
    Table::read("lexicon/people.tsv", "term plural population side target")
        .unique()
        .lower_case()
        .coded::<Population>(2, false)
        .one_of(3, &["victim", "attacker", "neutral"])
        .coded::<TargetType>(4, false)
        .at_least(500);
}

#[test]
fn weapons() {
    let subtypes =
        Table::read("weapon_subtypes.tsv", "gtd_code label weapon_type").unique().coded::<WeaponType>(2, false);
    let of: BTreeMap<_, _> = subtypes.rows.iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
    let weapons = Table::read("lexicon/weapons.tsv", "term plural weapon subtype attack")
        .unique()
        .lower_case()
        .coded::<WeaponType>(2, false)
        .coded::<AttackType>(4, true)
        .at_least(250);
    for row in weapons.rows.iter().filter(|row| !row[3].is_empty()) {
        assert_eq!(of.get(row[3].as_str()), Some(&row[2].as_str()), "{:?}: its sub-type is of another type", row[0]);
    }
}

#[test]
fn sites() {
    Table::read("lexicon/sites.tsv", "term plural target kind")
        .unique()
        .lower_case()
        .coded::<TargetType>(2, false)
        .coded::<TargetKind>(3, false)
        .at_least(400);
}

#[test]
fn actors_and_speakers() {
    Table::read("lexicon/group_nouns.tsv", "term class")
        .unique()
        .lower_case()
        .one_of(1, &["body", "unit", "men", "epithet"]);
    Table::read("lexicon/speakers.tsv", "term plural kind").unique().lower_case().coded::<SpeakerKind>(2, false);
    Table::read("lexicon/group_heads.tsv", "word position").unique().one_of(1, &["first", "last", "any"]);
}

#[test]
fn every_code_of_a_vocabulary_has_its_row() {
    let attacks =
        Table::read("attack_types.tsv", "code label gtd_code gtd_text acled_event_type acled_sub_event_type").unique();
    assert!(attacks.rows.iter().map(|row| row[0].as_str()).eq(AttackType::ALL.iter().map(|code| code.code())));
    let weapons = Table::read("weapon_types.tsv", "code label gtd_code gtd_text").unique();
    assert!(weapons.rows.iter().map(|row| row[0].as_str()).eq(WeaponType::ALL.iter().map(|code| code.code())));
    let targets = Table::read("target_types.tsv", "code label gtd_code gtd_text acled_note").unique();
    assert!(targets.rows.iter().map(|row| row[0].as_str()).eq(TargetType::ALL.iter().map(|code| code.code())));
    for (place, row) in weapons.rows.iter().enumerate().chain(targets.rows.iter().enumerate()) {
        assert_eq!(row[2], (place + 1).to_string(), "{}: GTD counts in this order", row[0]);
    }
}

#[test]
fn no_name_belongs_to_two_countries() {
    let countries = Table::read("countries.tsv", "code code3 name aliases demonyms capital continent population");
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for row in &countries.rows {
        assert_eq!((row[0].len(), row[1].len()), (2, 3), "{:?}", row[2]);
        let names = std::iter::once(row[2].as_str()).chain(row[3].split('|').filter(|alias| !alias.is_empty()));
        for name in names {
            if let Some(other) = owner.insert(name.to_lowercase(), row[0].clone()) {
                assert_eq!(other, row[0], "{name:?} is claimed twice");
            }
        }
    }
}

#[test]
fn groups() {
    let codes = country_codes();
    let groups = Table::read(
        "groups.tsv",
        "name short_name aliases kind country_code countries founded dissolved ambiguous weak_aliases",
    )
    .unique()
    .coded::<GroupKind>(3, false)
    .one_of(8, &["0", "1"])
    .at_least(450);
    let names = |row: &[String]| -> BTreeSet<String> {
        row[..3].iter().flat_map(|cell| cell.split('|')).filter(|name| !name.is_empty()).map(fold).collect()
    };
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for row in &groups.rows {
        for name in names(row) {
            assert!(!name.is_empty(), "{:?}: a name of signs alone", row[0]);
            owners.entry(name).or_default().push(&row[0]);
        }
    }
    for row in &groups.rows {
        let countries: Vec<&str> = row[5].split('|').filter(|code| !code.is_empty()).collect();
        assert!(countries.iter().all(|code| codes.contains(*code)), "{:?}: {countries:?}", row[0]);
        assert!(row[4].is_empty() || countries.first() == Some(&row[4].as_str()), "{:?}: main country", row[0]);
        let year = |cell: &str| -> Option<u16> { cell.parse().ok().filter(|y| (1600..2100).contains(y)) };
        for cell in &row[6..8] {
            assert!(cell.is_empty() || year(cell).is_some(), "{:?}: year {cell:?}", row[0]);
        }
        if let (Some(founded), Some(dissolved)) = (year(&row[6]), year(&row[7])) {
            assert!(founded <= dissolved, "{:?}: dissolved before it was founded", row[0]);
        }
        let weak: BTreeSet<String> = row[9].split('|').filter(|name| !name.is_empty()).map(fold).collect();
        assert_eq!(row[8] == "1", !weak.is_empty(), "{:?}: ambiguous without a weak alias, or the reverse", row[0]);
        let all = names(row);
        assert!(weak.is_subset(&all), "{:?}: weak aliases that are no names of it", row[0]);
        for name in all.iter().filter(|name| owners[*name].len() > 1) {
            assert!(weak.contains(name), "{:?} shares {name:?} with {:?} and does not say so", row[0], owners[name]);
        }
    }
}
