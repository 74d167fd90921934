//! All word lists in one trie over folded words.
//!
//! Enters: the tables of `seeds/reference/lexicon`. Leaves: for a place in a sentence, the longest phrase that begins
//! there and what it can be. Example: `police station` is a site, though `police` alone is people and a speaker.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use crate::annotate::sense::{Form, HeadPosition, NumberKind, Sense, Side, Strength};
use crate::annotate::tag::Tags;
use crate::error::{Error, Result};
use crate::span::Span;
use crate::text::token::tokenize;
use crate::vocabulary::AttackType;

/// The trie and its senses.
pub struct Lexicon {
    symbols: FxHashMap<Box<str>, u32>,
    edges: FxHashMap<(u32, u32), u32>,
    senses: Vec<Vec<Sense>>,
}

/// Longest phrases that a lexicon holds, in words.
const LONGEST: usize = 12;

impl Lexicon {
    fn empty() -> Self {
        Self { symbols: FxHashMap::default(), edges: FxHashMap::default(), senses: vec![Vec::new()] }
    }

    fn insert(&mut self, phrase: &str, sense: Sense) {
        let mut node = 0u32;
        for token in tokenize(phrase, Span::new(0, phrase.len())) {
            let next = self.symbols.len() as u32 + 1;
            let symbol = *self.symbols.entry(token.norm.into_boxed_str()).or_insert(next);
            let fresh = self.senses.len() as u32;
            node = *self.edges.entry((node, symbol)).or_insert(fresh);
            if node == fresh {
                self.senses.push(Vec::new());
            }
        }
        let senses = &mut self.senses[node as usize];
        if node != 0 && !senses.contains(&sense) {
            senses.push(sense);
        }
    }

    /// The symbol of a folded word; 0 where no phrase holds it.
    pub fn symbol(&self, word: &str) -> u32 {
        self.symbols.get(word).copied().unwrap_or(0)
    }

    /// Every phrase that begins at the first symbol: its length in words and its senses, shortest first.
    pub fn at<'s>(&'static self, symbols: &'s [u32]) -> impl Iterator<Item = (usize, &'static [Sense])> + 's {
        let mut node = 0u32;
        symbols.iter().take(LONGEST).enumerate().map_while(move |(i, &symbol)| {
            node = if symbol == 0 { return None } else { *self.edges.get(&(node, symbol))? };
            Some((i + 1, self.senses[node as usize].as_slice()))
        })
    }
}

/// The program's lexicon, built once.
pub static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| load().unwrap_or_else(|e| unreachable!("embedded lexicon: {e}")));

/// A row of a table: cells by column.
struct Row<'a> {
    table: &'static str,
    line: usize,
    cells: Vec<&'a str>,
}

impl Row<'_> {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).copied().unwrap_or("").trim()
    }

    fn code<T: std::str::FromStr<Err = Error>>(&self, column: usize) -> Result<T> {
        self.cell(column).parse().map_err(|e: Error| self.wrong(&e.to_string()))
    }

    fn attack(&self, column: usize) -> Result<Option<AttackType>> {
        if self.cell(column).is_empty() { Ok(None) } else { self.code(column).map(Some) }
    }

    fn wrong(&self, reason: &str) -> Error {
        Error::Reference { table: self.table, line: self.line, reason: reason.to_owned() }
    }
}

fn rows<'a>(table: &'static str, text: &'a str) -> impl Iterator<Item = Row<'a>> {
    text.lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(move |(i, line)| Row { table, line: i + 1, cells: line.split('\t').collect() })
}

/// The spellings in one cell.
fn alternatives(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|t| !t.is_empty())
}

macro_rules! table {
    ($name:literal) => {
        ($name, include_str!(concat!("../../seeds/reference/lexicon/", $name)))
    };
}

fn load() -> Result<Lexicon> {
    let mut lexicon = Lexicon::empty();
    people(&mut lexicon)?;
    things(&mut lexicon)?;
    verbs(&mut lexicon)?;
    words(&mut lexicon)?;
    names(&mut lexicon);
    Ok(lexicon)
}

fn people(lexicon: &mut Lexicon) -> Result<()> {
    let (table, text) = table!("people.tsv");
    for row in rows(table, text) {
        let side = match row.cell(3) {
            "victim" => Side::Victim,
            "attacker" => Side::Attacker,
            "neutral" => Side::Neutral,
            other => return Err(row.wrong(&format!("{other:?} is no side"))),
        };
        let sense = |plural| -> Result<Sense> {
            Ok(Sense::People { population: row.code(2)?, side, target: row.code(4)?, plural })
        };
        lexicon.insert(row.cell(0), sense(row.cell(1).is_empty())?);
        for plural in alternatives(row.cell(1)) {
            lexicon.insert(plural, sense(true)?);
        }
    }
    Ok(())
}

fn things(lexicon: &mut Lexicon) -> Result<()> {
    let (table, text) = table!("weapons.tsv");
    for row in rows(table, text) {
        let sense = Sense::Weapon { weapon: row.code(2)?, attack: row.attack(4)? };
        for term in alternatives(row.cell(0)).chain(alternatives(row.cell(1))) {
            lexicon.insert(term, sense);
        }
    }
    let (table, text) = table!("sites.tsv");
    for row in rows(table, text) {
        for (column, plural) in [(0, false), (1, true)] {
            for term in alternatives(row.cell(column)) {
                lexicon.insert(term, Sense::Site { target: row.code(2)?, kind: row.code(3)?, plural });
            }
        }
    }
    let (table, text) = table!("attack_nouns.tsv");
    for row in rows(table, text) {
        let mut attack = [None, None];
        for (slot, code) in attack.iter_mut().zip(row.cell(2).split('|').filter(|c| !c.is_empty())) {
            *slot = Some(code.parse().map_err(|e: Error| row.wrong(&e.to_string()))?);
        }
        let strength = match row.cell(3) {
            "event" => Strength::Event,
            "blast" => Strength::Blast,
            "method" => Strength::Method,
            "clash" => Strength::Clash,
            "weak" => Strength::Weak,
            "war" => Strength::War,
            other => return Err(row.wrong(&format!("{other:?} is no strength"))),
        };
        for (column, plural) in [(0, false), (1, true)] {
            for term in alternatives(row.cell(column)) {
                lexicon.insert(term, Sense::Event { attack, strength, plural });
            }
        }
    }
    Ok(())
}

fn verbs(lexicon: &mut Lexicon) -> Result<()> {
    let (table, text) = table!("verbs.tsv");
    for row in rows(table, text) {
        let class = Tags::named(row.cell(0)).ok_or_else(|| row.wrong("no such class"))?;
        let attack = row.attack(6)?;
        let (past, participle) = (row.cell(3), row.cell(4));
        let alike = past == participle;
        let forms = [
            (1, Form::Base),
            (2, Form::Third),
            (3, if alike { Form::PastParticiple } else { Form::Past }),
            (4, if alike { Form::PastParticiple } else { Form::Participle }),
            (5, Form::Ing),
        ];
        for (column, form) in forms {
            lexicon.insert(row.cell(column), Sense::Verb { class, form, attack });
        }
    }
    Ok(())
}

fn words(lexicon: &mut Lexicon) -> Result<()> {
    let (table, text) = table!("words.tsv");
    for row in rows(table, text) {
        let class = Tags::named(row.cell(0)).ok_or_else(|| row.wrong("no such class"))?;
        lexicon.insert(row.cell(1), Sense::Word(class));
    }
    let (table, text) = table!("numbers.tsv");
    for row in rows(table, text) {
        let kind = match row.cell(1) {
            "unit" => NumberKind::Unit,
            "ten" => NumberKind::Ten,
            "multiplier" => NumberKind::Multiplier,
            "large" => NumberKind::Large,
            "dozen" => NumberKind::Dozen,
            "exact" => NumberKind::Exact,
            "vague" => NumberKind::Vague,
            "none" => NumberKind::None,
            "nobody" => NumberKind::Nobody,
            other => return Err(row.wrong(&format!("{other:?} is no kind of number"))),
        };
        lexicon
            .insert(row.cell(0), Sense::Number { kind, low: row.cell(2).parse().ok(), high: row.cell(3).parse().ok() });
    }
    let (table, text) = table!("bounds.tsv");
    for row in rows(table, text) {
        lexicon.insert(row.cell(0), Sense::Bound(row.code(1)?));
    }
    let (table, text) = table!("speakers.tsv");
    for row in rows(table, text) {
        for term in alternatives(row.cell(0)).chain(alternatives(row.cell(1))) {
            lexicon.insert(term, Sense::Speaker(row.code(2)?));
        }
    }
    let (table, text) = table!("group_heads.tsv");
    for row in rows(table, text) {
        let position = match row.cell(1) {
            "first" => HeadPosition::First,
            "last" => HeadPosition::Last,
            _ => HeadPosition::Any,
        };
        lexicon.insert(row.cell(0), Sense::Head(position));
    }
    Ok(())
}

fn names(lexicon: &mut Lexicon) {
    for (index, country) in crate::reference::countries::COUNTRIES.iter().enumerate() {
        for demonym in &country.demonyms {
            lexicon.insert(demonym, Sense::Demonym(index as u16));
        }
    }
    for (index, group) in crate::reference::groups::GROUPS.iter().enumerate() {
        for name in group.names() {
            let acronym = name.len() <= 8
                && name.chars().filter(|c| c.is_alphabetic()).count() > 1
                && name.chars().all(|c| !c.is_lowercase());
            lexicon.insert(name, Sense::Group(index as u16, acronym));
            let possessives = crate::reference::groups::possessives(name);
            for spelling in possessives.into_iter().chain(crate::reference::groups::respelled(name)) {
                lexicon.insert(&spelling, Sense::Group(index as u16, acronym));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_reported_last() {
        let symbols: Vec<u32> = ["police", "station"].iter().map(|w| LEXICON.symbol(w)).collect();
        let found: Vec<_> = LEXICON.at(&symbols).filter(|(_, s)| !s.is_empty()).map(|(n, _)| n).collect();
        assert_eq!(found, [1, 2]);
    }
}
