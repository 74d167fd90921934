//! Every rule fires on its own examples, with the value and words that it states, and stays silent where it says so.

use pipeline::annotate::annotate;
use pipeline::frame::casualty::{casualties, rules};
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
