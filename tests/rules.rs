//! Every rule fires on its own examples, with the value and words that it states, and stays silent where it says so.
//!
//! Enters: the rules with their sentences. Leaves: nothing.
//! Example: `Twenty-three workers were abducted.` must yield 23, from these very words.

use pipeline::annotate::annotate;
use pipeline::frame::casualty::{casualties, rules};
use pipeline::frame::claim;
use pipeline::frame::relation;
use pipeline::frame::rule::Yield;
use pipeline::text::Document;

fn show(bound: Option<u32>) -> String {
    bound.map_or_else(String::new, |n| n.to_string())
}

#[test]
fn every_casualty_rule_does_what_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for (text, value, quote) in rule.fires {
            let document = Document::cut(text, None);
            let annotated = annotate(&document);
            let found: Vec<_> = annotated.items.iter().flat_map(|items| casualties(items, &document.tokens)).collect();
            if rule.yields == Yield::Nothing {
                if !found.is_empty() {
                    wrong.push(format!("{}: {text:?} should yield nothing, not {found:?}", rule.name));
                }
                continue;
            }
            let hit = found.iter().any(|c| {
                let stated = c.quantity.map(|q| format!("{}-{}", show(q.low), show(q.high)));
                c.rule == rule.name && stated.as_deref() == Some(*value) && c.span.of(text) == *quote
            });
            if !hit {
                let got: Vec<_> =
                    found.iter().map(|c| (c.rule, c.quantity.map(|q| (q.low, q.high)), c.span.of(text))).collect();
                let items: Vec<_> =
                    annotated.items.iter().flatten().map(|i| (i.span.of(text), i.tags.names())).collect();
                wrong.push(format!(
                    "{}: {text:?} should give {value} {quote:?}, gave {got:?}\n    from {items:?}",
                    rule.name
                ));
            }
        }
        for text in rule.silent {
            let document = Document::cut(text, None);
            let annotated = annotate(&document);
            if annotated.items.iter().flat_map(|items| casualties(items, &document.tokens)).any(|c| c.rule == rule.name)
            {
                wrong.push(format!("{}: should be silent on {text:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_claim_rule_does_what_its_examples_say() {
    let mut wrong = Vec::new();
    let read = |text: &str| -> Vec<(&'static str, String)> {
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        let found = annotated.items.iter().flat_map(|items| claim::assertions(items, &document.tokens));
        found.map(|a| (a.rule, a.group.map_or_else(String::new, |g| g.text))).collect()
    };
    for rule in claim::rules() {
        for (text, group) in rule.fires {
            let found = read(text);
            if !found.iter().any(|(name, who)| *name == rule.name && who == group) {
                wrong.push(format!("{}: {text:?} should give {group:?}, gave {found:?}", rule.name));
            }
        }
        for text in rule.silent {
            if read(text).iter().any(|(name, _)| *name == rule.name) {
                wrong.push(format!("{}: should be silent on {text:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_relation_rule_does_what_its_examples_say() {
    let mut wrong = Vec::new();
    let read = |text: &str| -> Vec<_> {
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        let found = annotated.items.iter().flat_map(|items| relation::relations(items, &document.tokens));
        found.map(|r| (r.kind, r.group.text, r.other.text)).collect()
    };
    for rule in relation::RULES {
        for (text, group, other) in rule.fires {
            let found = read(text);
            if !found.iter().any(|(kind, a, b)| *kind == rule.kind && a == group && b == other) {
                wrong.push(format!("{:?}: {text:?} should give {group:?} and {other:?}, gave {found:?}", rule.kind));
            }
        }
        for text in rule.silent {
            if read(text).iter().any(|(kind, ..)| *kind == rule.kind) {
                wrong.push(format!("{:?}: should be silent on {text:?}", rule.kind));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
