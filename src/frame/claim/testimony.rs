//! What else is claimed of an attack: who the attackers were, why they did it, and what a state denies.
//!
//! Enters: the items of a sentence. Leaves: claims that are about no armed group. Example: `The gunman was identified as
//! Ali Khan` names him; `in revenge for the raid` gives a motive; `Iran denied any involvement` clears itself.

use std::sync::LazyLock;

use crate::annotate::{Item, Tags};
use crate::frame::pattern::Pattern;
use crate::frame::signs::Signs;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::ClaimKind;

/// A rule for what is claimed beside responsibility.
pub struct TestimonyRule {
    /// Unique; stored with each claim.
    pub name: &'static str,
    /// What is claimed.
    pub kind: ClaimKind,
    /// Any of them; `who` claims, `about` is what the claim is about.
    pub patterns: &'static [&'static str],
    /// Sentences on which it fires, and the words that the claim is about; empty where there are none.
    pub fires: &'static [(&'static str, &'static str)],
    /// Sentences on which it must not.
    pub silent: &'static [&'static str],
}

/// A claim that is about no armed group.
#[derive(Clone, Debug)]
pub struct Testimony {
    /// What is claimed.
    pub kind: ClaimKind,
    /// Who claims it, where the words themselves say so.
    pub who: Option<Span>,
    /// Whom it is about.
    pub about: Option<Span>,
    /// The words.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// In the order in which they are tried; each holds once a sentence.
pub const RULES: &[TestimonyRule] = &[
    TestimonyRule {
        name: "identified",
        kind: ClaimKind::Identity,
        patterns: &[
            "people&agent ~3 recover&pas ~2 'as' ~2 about:name|people&!group",
            "people&agent ~3 be ~2 'named' ~1 about:name",
            "recover&act|'named' ~2 people&agent ~2 'as' ~2 about:name|people&!group",
            "people&agent comma recover&pp|'named' ~2 'as' ~2 about:name|people&!group",
        ],
        fires: &[
            ("The gunman was identified as Ali Khan.", "Ali Khan"),
            ("Police named the bomber as Ali Khan.", "Ali Khan"),
        ],
        silent: &["The gunmen were identified as members of Boko Haram.", "The victim was identified as Ali Khan."],
    },
    TestimonyRule {
        name: "motive",
        kind: ClaimKind::Motive,
        patterns: &[
            "'revenge'|'retaliation'|'reprisal'|'retribution'|'vengeance' for|'against' ~4 about:people|event|name|group|word",
            "'response'|'reply' to ~4 about:people|event|name|group|word",
            "'avenge'|'avenging'|'avenged' ~3 about:people|event|deathn|name|word",
            "'punish'|'punished'|'punishment' ~3 about:people|name|group",
            "'protest' 'against'|at ~3 about:people|event|name|word",
        ],
        fires: &[
            ("The group said it acted in revenge for the raid.", "raid"),
            ("The bombing was meant to punish the elders.", "the elders"),
        ],
        silent: &["The group said it had carried out the raid."],
    },
    TestimonyRule {
        name: "state_denies",
        kind: ClaimKind::Denial,
        patterns: &[
            "who:place ~2 deny&!negated ..4 'involvement'|'role'|'part'|'accusation'|'accusations'|'charge'|'charges'|'allegation'|'allegations'|'responsibility'|'hand'|respons|'it'|pron",
            "who:place ~2 'called' ~2 'accusation'|'accusations'|'allegation'|'allegations'|'charge'|'charges' ~1 'baseless'|'false'|'unfounded'",
        ],
        fires: &[("Iran denied any involvement.", "")],
        silent: &["Iran said that it had caught two men."],
    },
    TestimonyRule {
        name: "state_accused",
        kind: ClaimKind::Accusation,
        patterns: &[
            "blame&act|blame&ing ~2 about:place ~1 for|of|stop|comma",
            "blame&act|blame&ing ..6 on ~3 about:place",
            "about:place ~2 blame&pas",
        ],
        fires: &[("The minister blamed Iran for the raid.", "Iran")],
        silent: &["The minister blamed the Taliban for the raid in Kabul."],
    },
];

static COMPILED: LazyLock<Vec<(&'static TestimonyRule, Vec<Pattern>)>> = LazyLock::new(|| {
    let pattern = |p: &&str| Pattern::new(p).unwrap_or_else(|e| unreachable!("{p}: {e}"));
    RULES.iter().map(|rule| (rule, rule.patterns.iter().map(pattern).collect())).collect()
});

/// What a sentence claims beside responsibility.
pub fn testimonies(items: &[Item], tokens: &[Token]) -> Vec<Testimony> {
    let signs = Signs::of(items, tokens);
    COMPILED
        .iter()
        .filter_map(|(rule, patterns)| {
            let hit = patterns.iter().find_map(|p| p.find(&signs, items, tokens).into_iter().next())?;
            let matched = &items[hit.first..hit.last];
            if rule.kind != ClaimKind::Denial && matched.iter().any(|i| i.is(Tags::NEGATED.with(Tags::NEG))) {
                return None;
            }
            let named = |name| hit.get(name).map(|at| items[at].span);
            Some(Testimony {
                kind: rule.kind,
                who: named("who"),
                about: named("about"),
                span: matched[0].span.join(matched[matched.len() - 1].span),
                rule: rule.name,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    #[test]
    fn every_rule_does_what_its_examples_say() {
        for rule in RULES {
            let read = |text: &str| -> Vec<String> {
                let document = Document::cut(text, None);
                let items = annotate(&document).items.concat();
                let found = testimonies(&items, &document.tokens).into_iter().filter(|t| t.rule == rule.name);
                found.map(|t| t.about.map_or_else(String::new, |s| s.of(text).to_owned())).collect()
            };
            for (text, about) in rule.fires {
                assert_eq!(read(text), [*about], "{}: {text}", rule.name);
            }
            for text in rule.silent {
                assert!(read(text).is_empty(), "{}: {text}", rule.name);
            }
        }
    }
}
