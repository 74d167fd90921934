//! A rule: a name, patterns, what it yields, and sentences on which it must and must not fire.
//!
//! Enters: the items of a sentence. Leaves: facts with the span of their words.
//! Example: `killed_passive` yields 10 killed from `Ten police officers were killed.`

use crate::annotate::Item;
use crate::frame::pattern::{Match, Pattern};
use crate::frame::signs::Signs;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::Outcome;

/// What a rule yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yield {
    /// What happened to the people under `who`.
    Fate(Outcome),
    /// As `Fate`, but as a part of people counted elsewhere.
    Part(Outcome),
    /// As `Fate`, of attackers: what the sentence makes of its own subject (`before he was shot dead`).
    Attacker(Outcome),
    /// As `Fate`, of others who share it: `along with eight others`.
    Along(Outcome),
    /// Stabbed, or shot in a limb: hurt, unless somebody says that they died.
    Struck,
    /// Bodies found: so many were killed.
    Bodies,
    /// Somebody whom only a pronoun names was killed; who that is stands before it.
    Pronoun,
    /// Nobody killed and nobody hurt.
    Unharmed,
    /// The toll is now what stands under `who`: it replaces what was said before.
    Toll(Outcome),
    /// An earlier toll, no longer true.
    Former(Outcome),
    /// Nothing: the words look like a report and are none; rules behind it do not see them.
    Nothing,
}

/// A rule of the casualty grammar.
pub struct Rule {
    /// Unique; stored with each figure.
    pub name: &'static str,
    /// Any of them.
    pub patterns: &'static [&'static str],
    /// What it yields.
    pub yields: Yield,
    /// Sentences on which it fires: text, `low-high`, quote.
    pub fires: &'static [(&'static str, &'static str, &'static str)],
    /// Sentences on which it must not.
    pub silent: &'static [&'static str],
}

/// A rule with its patterns compiled.
pub struct Compiled {
    /// The rule.
    pub rule: &'static Rule,
    patterns: Vec<Pattern>,
}

impl Compiled {
    /// Compiles a rule; its patterns are part of the program and checked by its tests.
    pub fn new(rule: &'static Rule) -> Self {
        let patterns = rule
            .patterns
            .iter()
            .map(|p| Pattern::new(p).unwrap_or_else(|e| unreachable!("{}: {e}", rule.name)))
            .collect();
        Self { rule, patterns }
    }

    /// Every match in a sentence.
    pub fn find<'i>(&'i self, signs: &Signs, items: &[Item], tokens: &[Token]) -> Vec<Match<'i>> {
        self.patterns.iter().flat_map(|p| p.find(signs, items, tokens)).collect()
    }
}

/// The words from the first to the last item of a match.
pub fn span_of(items: &[Item], found: &Match<'_>) -> Span {
    items[found.first].span.join(items[found.last - 1].span)
}
