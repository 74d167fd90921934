//! Numbers of things, with what the words around them do to them.
//!
//! Enters: the words of a sentence. Leaves: a quantity with bounds and a qualifier, and how many words it took.
//! Example: `at least twenty-three` is 23 with no upper bound; `between 6 and 8` is 6 to 8; `dozens` is 24 or more.

use crate::annotate::lexicon::{NumberKind, Sense};
use crate::annotate::unit::Reader;
use crate::vocabulary::Qualifier;

/// A number as the words give it. A bound that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// At least so many.
    pub low: Option<u32>,
    /// At most so many.
    pub high: Option<u32>,
    /// What the words do to the number.
    pub qualifier: Qualifier,
}

impl Quantity {
    /// A plain number.
    pub const fn exact(n: u32) -> Self {
        Self { low: Some(n), high: Some(n), qualifier: Qualifier::Exact }
    }

    /// Nobody.
    pub const fn none() -> Self {
        Self { low: Some(0), high: Some(0), qualifier: Qualifier::None }
    }

    /// Words alone, no number.
    pub const fn vague() -> Self {
        Self { low: None, high: None, qualifier: Qualifier::Vague }
    }

    /// The number printed, whichever bound it stands for.
    pub fn printed(self) -> Option<u32> {
        self.low.or(self.high)
    }

    fn under(self, bound: Qualifier) -> Self {
        let n = self.printed();
        match bound {
            Qualifier::AtLeast | Qualifier::MoreThan => Self { low: n, high: None, qualifier: bound },
            Qualifier::AtMost | Qualifier::LessThan => Self { low: None, high: self.high.or(n), qualifier: bound },
            _ if self.qualifier == Qualifier::Exact => Self { qualifier: bound, ..self },
            _ => self,
        }
    }
}

/// Where a quantity ends and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Words taken.
    pub length: usize,
    /// What they say.
    pub quantity: Quantity,
    /// The number word is a noun for people as well (`nobody`).
    pub nobody: bool,
}

/// The quantity that begins at word `i`.
pub fn quantity(reader: &Reader<'_>, i: usize) -> Option<Found> {
    // "a UH-60", "an AK-47": part of a name
    if i > 0
        && reader.joined(i)
        && reader.tokens[i].is_number()
        && reader.tokens[i - 1].is_word()
        && reader.number(i - 1).is_none()
    {
        return None;
    }
    if unit(reader, i) || hour(reader, i) {
        return None;
    }
    let (bound, taken) = bounds(reader, i);
    // "a total of 34", "a total of at least 12": the number alone counts
    let summed =
        reader.word(i + taken) == "a" && reader.word(i + taken + 1) == "total" && reader.word(i + taken + 2) == "of";
    if summed && bound.is_none() {
        return quantity(reader, i + 3).map(|found| Found { length: found.length + 3, ..found });
    }
    let start = i + taken;
    // "between 6 and 8", "from 6 to 8"
    if bound.is_none()
        && reader.word(start) == "between"
        && let Some((low, n)) = cardinal(reader, start + 1)
        && reader.word(start + 1 + n) == "and"
        && let Some((high, m)) = cardinal(reader, start + 2 + n)
        && low < high
    {
        let quantity = Quantity { low: Some(low), high: Some(high), qualifier: Qualifier::Range };
        return Some(Found { length: start + 2 + n + m - i, quantity, nobody: false });
    }
    if let Some(found) = worded(reader, start) {
        let quantity = match bound {
            Some(bound) if found.quantity.qualifier != Qualifier::None => found.quantity.under(bound),
            Some(_) => return None,
            None => found.quantity,
        };
        return Some(Found { length: found.length + taken, quantity, nobody: found.nobody });
    }
    // "a dozen", "a hundred", "an additional six"
    let skip = usize::from(
        matches!(reader.word(start), "a" | "an")
            && matches!(reader.number_kind(start + 1), Some(NumberKind::Dozen | NumberKind::Multiplier)),
    );
    let (low, n) = cardinal(reader, start + skip)?;
    let mut end = start + skip + n;
    let mut quantity = Quantity::exact(low);
    // "six to eight", "600-800", "six or eight"
    // "rose from 12 to 23" names two numbers
    let from = i > 0 && reader.word(i - 1) == "from";
    let range = matches!(reader.word(end), "to" | "-" | "or") && !from;
    if range || reader.joined(end) {
        let at = end + usize::from(range);
        if let Some((high, m)) = cardinal(reader, at)
            && high > low
            && (reader.word(end) != "or" || high <= low + low / 2 + 5)
        {
            quantity = Quantity { low: Some(low), high: Some(high), qualifier: Qualifier::Range };
            end = at + m;
        }
    }
    if reader.word(end) == "+" {
        quantity = quantity.under(Qualifier::AtLeast);
        end += 1;
    } else if reader.word(end) == "or" && matches!(reader.word(end + 1), "more" | "so") {
        quantity = quantity.under(if reader.word(end + 1) == "more" { Qualifier::AtLeast } else { Qualifier::About });
        end += 2;
    }
    if let Some(bound) = bound {
        quantity = if quantity.qualifier == Qualifier::Range && bound == Qualifier::AtLeast {
            Quantity { high: None, qualifier: bound, ..quantity }
        } else {
            quantity.under(bound)
        };
    }
    Some(Found { length: end - i, quantity, nobody: false })
}

/// `the 46 River Rifles`, `the 12 Infantry Division`: the number is a name.
fn unit(reader: &Reader<'_>, i: usize) -> bool {
    const UNITS: &[&str] =
        &["rifles", "regiment", "battalion", "brigade", "division", "corps", "squadron", "regt", "bn", "infantry"];
    reader.tokens.get(i).is_some_and(crate::text::Token::is_number)
        && reader.capital(i + 1)
        && (1..=3)
            .any(|k| UNITS.contains(&reader.word(i + k)) && (reader.capital(i + k) || reader.word(i + k) == "regiment"))
        && (1..=2).all(|k| {
            UNITS.contains(&reader.word(i + k)) || reader.tokens.get(i + k).is_some_and(crate::text::Token::is_word)
        })
}

/// `a quarter to ten`, `half past six`: the time of day.
fn hour(reader: &Reader<'_>, i: usize) -> bool {
    i > 1
        && matches!(reader.word(i - 1), "to" | "past")
        && matches!(reader.word(i - 2), "quarter" | "half" | "minutes")
        && (reader.word(i - 1) == "past" || reader.word(i - 2) != "half")
}

/// `a second bomber`: in addition to the first.
pub fn parts_ordinal(word: &str) -> bool {
    matches!(
        word,
        "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth" | "11th" | "12th"
    )
}

/// `at least`, also doubled as in `at least about`.
fn bounds(reader: &Reader<'_>, i: usize) -> (Option<Qualifier>, usize) {
    let mut at = i;
    let mut bound = None;
    while let Some((n, q)) = reader.longest(at, |s| if let Sense::Bound(q) = s { Some(*q) } else { None }) {
        bound = bound.or(Some(q));
        at += n;
    }
    (bound, at - i)
}

/// `dozens of`, `no`, `nobody`, `several`, `half a dozen`.
fn worded(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (n, (kind, low, high)) = reader.longest(i, |s| match s {
        Sense::Number { kind, low, high }
            if matches!(kind, NumberKind::Vague | NumberKind::None | NumberKind::Nobody | NumberKind::Exact) =>
        {
            Some((*kind, *low, *high))
        }
        _ => None,
    })?;
    let quantity = match kind {
        NumberKind::Exact => Quantity { low, high, qualifier: Qualifier::Exact },
        NumberKind::Vague => Quantity { low, high: None, qualifier: Qualifier::Vague },
        _ => Quantity::none(),
    };
    Some(Found { length: n, quantity, nobody: kind == NumberKind::Nobody })
}

/// A whole number in digits or words, at most 9,999,999, and how many words it took.
pub fn cardinal(reader: &Reader<'_>, i: usize) -> Option<(u32, usize)> {
    if let Some(n) = digits(reader.word(i)) {
        // "2 dozen", "3 thousand", "5 million" (no count of people)
        return match reader.number(i + 1) {
            Some((NumberKind::Multiplier | NumberKind::Dozen, m)) => Some((n.checked_mul(m)?, 2)),
            Some((NumberKind::Large, _)) => None,
            _ => Some((n, 1)),
        };
    }
    let mut total = 0u32;
    let mut current = 0u32;
    let mut at = i;
    let mut last: Option<NumberKind> = None;
    loop {
        match reader.number(at) {
            Some((NumberKind::Unit, n))
                if last != Some(NumberKind::Unit) && (last != Some(NumberKind::Ten) || n <= 9) =>
            {
                current += n;
                last = Some(NumberKind::Unit);
            }
            Some((NumberKind::Ten, n)) if !matches!(last, Some(NumberKind::Unit | NumberKind::Ten)) => {
                current += n;
                last = Some(NumberKind::Ten);
            }
            Some((NumberKind::Multiplier, n)) if n > 100 => {
                total += current.max(1).checked_mul(n)?;
                current = 0;
                last = Some(NumberKind::Multiplier);
            }
            Some((kind @ (NumberKind::Multiplier | NumberKind::Dozen), n)) if last != Some(NumberKind::Dozen) => {
                current = current.max(1).checked_mul(n)?;
                last = Some(kind);
            }
            Some((NumberKind::Large, _)) => return None,
            _ => {
                let joins = reader.word(at) == "and"
                    && last == Some(NumberKind::Multiplier)
                    && matches!(reader.number(at + 1), Some((NumberKind::Unit | NumberKind::Ten, _)));
                if !joins {
                    break;
                }
            }
        }
        at += 1;
    }
    last?;
    Some((total + current, at - i))
}

/// `1,400` and `24`, not `2.5`, `10:30`, `4th` or `1980s`.
fn digits(word: &str) -> Option<u32> {
    if !word.as_bytes().first()?.is_ascii_digit() || word.len() > 9 {
        return None;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        word.parse().ok()
    } else if word.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        word.replace(',', "").parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn read(text: &str) -> Option<(Option<u32>, Option<u32>, &'static str)> {
        let document = Document::cut(text, None);
        let reader = Reader::new(&document, &document.sentences[0]);
        let found = (0..reader.len()).find_map(|i| quantity(&reader, i))?;
        Some((found.quantity.low, found.quantity.high, found.quantity.qualifier.code()))
    }

    #[test]
    fn the_number_of_a_type_counts_nobody() {
        assert_eq!(read("a Kestrel UH-60 fell"), None);
        assert_eq!(read("the 46 River Rifles marched"), None);
        assert_eq!(read("it was quarter to ten"), None);
    }

    #[test]
    fn the_words_of_a_number_bound_it() {
        for (text, expected) in [
            ("a total of 34 died", (Some(34), Some(34), "exact")),
            ("ten police officers died", (Some(10), Some(10), "exact")),
            ("at least 23 died", (Some(23), None, "at_least")),
            ("more than 20 died", (Some(20), None, "more_than")),
            ("up to 30 died", (None, Some(30), "at_most")),
            ("as many as 30 died", (None, Some(30), "at_most")),
            ("between 6 and 8 died", (Some(6), Some(8), "range")),
            ("six to eight died", (Some(6), Some(8), "range")),
            ("six or eight died", (Some(6), Some(8), "range")),
            ("some 40 died", (Some(40), Some(40), "about")),
            ("nearly 40 died", (Some(40), Some(40), "about")),
            ("fewer than 40 died", (None, Some(40), "less_than")),
            ("a dozen died", (Some(12), Some(12), "exact")),
            ("half a dozen died", (Some(6), Some(6), "exact")),
            ("two dozen died", (Some(24), Some(24), "exact")),
            ("dozens died", (Some(24), None, "vague")),
            ("scores died", (Some(40), None, "vague")),
            ("several died", (None, None, "vague")),
            ("no one died", (Some(0), Some(0), "none")),
            ("one hundred and forty-eight died", (Some(148), Some(148), "exact")),
            ("1,400 were hurt", (Some(1400), Some(1400), "exact")),
            ("300+ were hurt", (Some(300), None, "at_least")),
            ("two thousand and five were hurt", (Some(2005), Some(2005), "exact")),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }
}
