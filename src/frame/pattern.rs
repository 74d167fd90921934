//! The small language in which rules say what they look for.
//!
//! Enters: a pattern and the items of a sentence. Leaves: where it matches and what its captures hold.
//! Example: `who:people|num kill&pas` takes people or a bare number before a passive verb of killing.
//!
//! | written | means |
//! | --- | --- |
//! | `people` | an item of that class |
//! | `people\|num` | one of the classes |
//! | `kill&pas`, `kill&!pas` | all of the classes, or not that one |
//! | `'among'` | that word |
//! | `'*author'` | that word, or an item that ends with it (`the author`) |
//! | `who:people` | kept under a name |
//! | `x?` | may be left out |
//! | `~3` | up to three items, none of them a verb, a comma, people by number or the end of a clause |
//! | `..3` | up to three items, none of them the end of a clause |
//! | `!x` | what follows is no such item |
//! | `^` | the modifiers of the noun before it, as far as they reach |
//!
//! Asides are passed over between any two elements, as a reader does.

use crate::annotate::{Item, Tags};
use crate::frame::signs::{Sign, Signs};
use crate::frame::trail;
use crate::text::Token;

/// One alternative of an element.
#[derive(Clone, Debug)]
enum Atom {
    Class { all: Tags, none: Tags },
    Word(Box<str>),
    Last(Box<str>),
}

/// What an atom needs of a sentence.
#[derive(Clone, Copy, Debug)]
enum Need {
    Classes(Tags),
    Word(Sign),
}

#[derive(Clone, Debug)]
enum Element {
    One { atoms: Vec<Atom>, capture: Option<Box<str>>, optional: bool },
    Not(Vec<Atom>),
    Gap { most: usize, verbs: bool },
    Trail,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    elements: Vec<Element>,
    /// Classes that a sentence must carry.
    classes: Tags,
    /// For each other element that must be there: the classes or words of which a sentence must carry one.
    needed: Vec<Vec<Need>>,
}

/// Where a pattern matched.
#[derive(Clone, Debug)]
pub struct Match<'i> {
    /// Index of the first item.
    pub first: usize,
    /// One past the last item.
    pub last: usize,
    captures: Vec<(&'i str, usize)>,
}

impl Match<'_> {
    /// Index of the item kept under a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.captures.iter().find(|(n, _)| *n == name).map(|(_, i)| *i)
    }
}

fn atoms(text: &str) -> Result<Vec<Atom>, String> {
    text.split('|')
        .map(|alternative| {
            if let Some(word) = alternative.strip_prefix('\'').and_then(|w| w.strip_suffix('\'')) {
                return Ok(word
                    .strip_prefix('*')
                    .map_or_else(|| Atom::Word(word.into()), |last| Atom::Last(last.into())));
            }
            let (mut all, mut none) = (Tags::NONE, Tags::NONE);
            for class in alternative.split('&') {
                let (set, name) = class.strip_prefix('!').map_or((&mut all, class), |name| (&mut none, name));
                *set = set.with(Tags::named(name).ok_or_else(|| format!("{name:?} is no class"))?);
            }
            Ok(Atom::Class { all, none })
        })
        .collect()
}

impl Pattern {
    /// Compiles a pattern.
    pub fn new(text: &str) -> Result<Self, String> {
        let elements: Vec<Element> = text
            .split_whitespace()
            .map(|word| {
                if word == "^" {
                    return Ok(Element::Trail);
                }
                if let Some(most) = word.strip_prefix("..") {
                    return Ok(Element::Gap { most: most.parse().map_err(|_| word.to_owned())?, verbs: true });
                }
                if let Some(most) = word.strip_prefix('~') {
                    return Ok(Element::Gap { most: most.parse().map_err(|_| word.to_owned())?, verbs: false });
                }
                if let Some(rest) = word.strip_prefix('!') {
                    return Ok(Element::Not(atoms(rest)?));
                }
                let (word, optional) = word.strip_suffix('?').map_or((word, false), |w| (w, true));
                let (capture, word) = word.split_once(':').map_or((None, word), |(n, w)| (Some(n.into()), w));
                Ok(Element::One { atoms: atoms(word)?, capture, optional })
            })
            .collect::<Result<_, String>>()?;
        let (mut classes, mut choices) = (Tags::NONE, Vec::new());
        for needed in elements.iter().filter_map(needed) {
            match needed.as_slice() {
                [Need::Classes(all)] => classes = classes.with(*all),
                _ => choices.push(needed),
            }
        }
        // words are rarer than classes: asked first, they spare the rest
        choices.sort_by_key(|any| any.iter().any(|need| matches!(need, Need::Classes(_))));
        Ok(Self { elements, classes, needed: choices })
    }

    /// The signs allow the pattern to match.
    fn may_match(&self, signs: &Signs) -> bool {
        let there = |need: &Need| match need {
            Need::Classes(all) => signs.classes(*all),
            Need::Word(sign) => signs.word(*sign),
        };
        signs.classes(self.classes) && self.needed.iter().all(|any| any.iter().any(there))
    }

    /// Every place where the pattern matches, leftmost first, not overlapping themselves. `signs` are those of the items,
    /// or of a longer stretch that holds them.
    pub fn find<'i>(&'i self, signs: &Signs, items: &[Item], tokens: &[Token]) -> Vec<Match<'i>> {
        let mut out = Vec::new();
        if !self.may_match(signs) {
            return out;
        }
        let mut start = 0;
        let mut captures = Vec::new();
        while start < items.len() {
            if !items[start].is(Tags::APPOS)
                && let Some(last) = step(&self.elements, items, tokens, start, &mut captures)
                && last > start
            {
                out.push(Match { first: start, last, captures: std::mem::take(&mut captures) });
                start = last.max(start + 1);
                continue;
            }
            captures.clear();
            start += 1;
        }
        out
    }
}

/// What an element asks of a sentence, where it must be there.
fn needed(element: &Element) -> Option<Vec<Need>> {
    let Element::One { atoms, optional: false, .. } = element else { return None };
    let need = |atom: &Atom| match atom {
        Atom::Class { all, .. } => Need::Classes(*all),
        Atom::Word(word) | Atom::Last(word) => Need::Word(Sign::of(word)),
    };
    Some(atoms.iter().map(need).collect())
}

fn fits(atoms: &[Atom], item: &Item, tokens: &[Token]) -> bool {
    atoms.iter().any(|atom| match atom {
        Atom::Class { all, none } => item.tags.all(*all) && !item.tags.any(*none),
        Atom::Word(word) => item.tokens.len() == 1 && tokens.get(item.tokens.start).is_some_and(|t| t.is(word)),
        Atom::Last(word) => tokens.get(item.tokens.end - 1).is_some_and(|t| t.is(word)),
    })
}

fn step<'p>(
    elements: &'p [Element],
    items: &[Item],
    tokens: &[Token],
    at: usize,
    captures: &mut Vec<(&'p str, usize)>,
) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(at) };
    match element {
        Element::One { atoms, capture, optional } => {
            let mut here = at;
            // asides are passed over, unless they are asked for
            while items.get(here).is_some_and(|i| i.is(Tags::APPOS)) && !fits(atoms, &items[here], tokens) {
                here += 1;
            }
            if items.get(here).is_some_and(|item| fits(atoms, item, tokens)) {
                let depth = captures.len();
                if let Some(name) = capture {
                    captures.push((name, here));
                }
                if let Some(end) = step(rest, items, tokens, here + 1, captures) {
                    return Some(end);
                }
                captures.truncate(depth);
            }
            if *optional { step(rest, items, tokens, at, captures) } else { None }
        }
        Element::Not(atoms) => {
            let mut here = at;
            while items.get(here).is_some_and(|i| i.is(Tags::APPOS)) {
                here += 1;
            }
            if items.get(here).is_some_and(|item| fits(atoms, item, tokens)) {
                None
            } else {
                step(rest, items, tokens, at, captures)
            }
        }
        Element::Trail => {
            let mut here = at;
            loop {
                if let Some(end) = step(rest, items, tokens, here, captures) {
                    return Some(end);
                }
                here = trail::modifier(items, here, tokens)?;
                if here > at + trail::LONGEST {
                    return None;
                }
            }
        }
        Element::Gap { most, verbs } => {
            for here in at..=at + *most {
                if let Some(end) = step(rest, items, tokens, here, captures) {
                    return Some(end);
                }
                let item = items.get(here)?;
                let ends = item.is(Tags::SEMI.with(Tags::COLON))
                    || (!verbs
                        && item.people().is_some_and(|p| p.count.is_some_and(|c| c.printed().is_some_and(|n| n > 1))))
                    || (!verbs && item.is(Tags::VERB.with(Tags::COMMA).with(Tags::AFTER).with(Tags::BUT)));
                if ends {
                    return None;
                }
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_pattern_can_say_is_refused() {
        assert!(Pattern::new("who:people kill&pas").is_ok());
        assert!(Pattern::new("who:folks kill").is_err());
        assert!(Pattern::new("~x").is_err());
    }
}
