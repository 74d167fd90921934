//! A sentence as the claim rules read it.
//!
//! Enters: its items. Leaves: the same, in which groups named only as background are no groups, words that stand for the
//! group named last are marked, and descriptions behind a name are folded.
//! Example: in `Terrorists linked to al-Qaeda` al-Qaeda attacks nobody; `Boko Haram, the most feared group there, claimed it`
//! reads as `Boko Haram claimed it`.

use crate::annotate::collective::{is_body, stands_for_group};
use crate::annotate::item::{GroupName, Item, People, Value};
use crate::annotate::tag::Tags;
use crate::frame::claim::group_of;
use crate::frame::claim::passing::background;
use crate::text::Token;
use crate::vocabulary::Population;

/// The items with background demoted and back references marked.
pub fn reading(items: &[Item], tokens: &[Token]) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        // ", has since said it did it," belongs to the clause
        if item.is(Tags::APPOS) && item.is(Tags::SAY) && !item.inner.is_empty() {
            out.extend(item.inner.iter().cloned());
        } else {
            out.push(item.clone());
        }
    }
    for at in 1..out.len() {
        if let Some(group) = bracketed(&out[at]).filter(|_| names(&out[at - 1])).cloned() {
            out[at - 1].tags = out[at - 1].tags.with(Tags::GROUP);
            out[at - 1].value = Value::Group(group);
        }
    }
    // "the organisation, the Red Dawn,": one thing said twice
    for at in 1..out.len() {
        let named = matches!(out[at - 1].value, Value::Group(_));
        let body = !named && is_body(&tokens[out[at - 1].tokens.end - 1].norm);
        let behind = out[at + 1..].iter().find(|i| !i.is(Tags::QUOTE.with(Tags::THE)));
        if body && out[at].is(Tags::COMMA) && behind.is_some_and(|i| matches!(i.value, Value::Group(_))) {
            out[at].tags = Tags::WORD;
        }
    }
    // "al-Qaeda's local wing, the Red Dawn," and "the local branch of al-Qaeda, the Red Dawn,": the second is meant
    for at in 0..out.len() {
        let Some(comma) = wing(&out, at, tokens) else { continue };
        out[at].tags = Tags::WORD;
        out[comma].tags = Tags::WORD;
    }
    let items = out.clone();
    let items = items.as_slice();
    let Some(start) = items.first().map(|i| i.tokens.start) else { return out };
    for at in 0..out.len() {
        if items[at].is(Tags::GROUP) {
            // "linked to X and Y": the second goes with the first
            let listed = at >= 2
                && items[at - 1].is(Tags::AND.with(Tags::OR))
                && items[at - 2].is(Tags::GROUP)
                && !out[at - 2].is(Tags::GROUP)
                && !items.get(at + 1).is_some_and(|i| i.is(Tags::VERB) && !i.is(Tags::PP));
            if listed
                || branch(items, at, tokens)
                || background(items, at, start, tokens) && !speaks_up(items, at, tokens)
            {
                out[at].tags = out[at].tags.without(Tags::GROUP.with(Tags::AGENT));
            }
        } else if items[at].is(Tags::PEOPLE) && unnamed(&items[at], tokens) {
            out[at].tags = out[at].tags.with(Tags::AGENT);
        } else if refers_back(&items[at], tokens, start) {
            out[at].tags = out[at].tags.with(Tags::BACK);
        }
    }
    out
}

/// `the regional branch of X, Y,`, `X's local wing, Y,`: Y is meant.
fn branch(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let limb = |i: &Item| {
        let last = tokens[i.tokens.end - 1].norm.as_str();
        matches!(
            last,
            "branch" | "wing" | "affiliate" | "arm" | "chapter" | "franchise" | "offshoot" | "front" | "umbrella"
        )
    };
    let comma = (at + 1..(at + 6).min(items.len())).find(|&k| items[k].is(Tags::COMMA));
    let Some(comma) = comma else { return false };
    let behind = items[comma + 1..].iter().take(2).find(|i| !i.is(Tags::THE));
    let other = behind.and_then(group_of).is_some_and(|g| Some(g.known) != group_of(&items[at]).map(|own| own.known));
    let owned = items.get(at + 1).is_some_and(|i| i.is(Tags::GENITIVE)) && items[at + 1..comma].iter().any(limb);
    // "the Red Dawn, al-Qaeda's branch,": the first is meant
    let first = at > 1 && items[at - 1].is(Tags::COMMA.with(Tags::THE));
    let named = first && items[at.saturating_sub(3)..at].iter().any(|i| i.is(Tags::GROUP));
    if named && owned && !other {
        return true;
    }
    let of = comma == at + 1 && at > 1 && items[..at].iter().rev().take(3).any(limb);
    other && (owned || of)
}

/// `the leader of the group took responsibility`, `the group condemned the raid and denied any role`: whoever claims or denies
/// is no background.
fn speaks_up(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let avows = |i: &Item| i.is(Tags::OWN.with(Tags::DENY)) && i.is(Tags::ACT);
    let mut ahead = items[at + 1..].iter().take(9).filter(|i| i.is(Tags::VERB.with(Tags::STOP).with(Tags::BUT)));
    let led = tokens[items[at].tokens.clone()]
        .iter()
        .any(|t| matches!(t.norm.as_str(), "leader" | "commander" | "chief" | "head"));
    match ahead.next() {
        Some(verb) if verb.is(Tags::CONDEMN) => ahead.next().is_some_and(|i| i.is(Tags::DENY) && avows(i)),
        Some(verb) => led && avows(verb),
        None => false,
    }
}

/// Behind a group that is only the mother of the one named next: the comma between them.
fn wing(items: &[Item], at: usize, tokens: &[Token]) -> Option<usize> {
    const KIN: &[&str] =
        &["wing", "branch", "arm", "affiliate", "front", "offshoot", "chapter", "franchise", "faction"];
    group_of(&items[at]).filter(|_| items[at].is(Tags::GROUP))?;
    let kin = |i: &Item| tokens[i.tokens.clone()].iter().any(|t| KIN.contains(&t.norm.as_str()));
    let comma = (at + 1..(at + 5).min(items.len())).find(|&k| items[k].is(Tags::COMMA))?;
    let next = items[comma + 1..].iter().find(|i| !i.is(Tags::THE.with(Tags::QUOTE)))?;
    group_of(next).filter(|_| next.is(Tags::GROUP))?;
    let whose = tokens[items[at].tokens.clone()].iter().any(|t| t.is("'s")) || items[at + 1].is(Tags::GENITIVE);
    let behind = whose && items[at + 1..comma].iter().any(kin);
    let before = comma == at + 1
        && items[at.saturating_sub(4)..at].iter().any(kin)
        && items[at.saturating_sub(2)..at].iter().any(|i| i.is(Tags::OF));
    (behind || before).then_some(comma)
}

/// A name that no table holds, or people without a group.
fn names(item: &Item) -> bool {
    // "the Senior Superintendent of Police (SSP)" bears a rank
    let office = |p: &People| matches!(p.population, Population::Police | Population::Military | Population::Official);
    item.is(Tags::NAME) || item.people().is_some_and(|p| p.count.is_none() && !office(p) && group_of(item).is_none())
}

/// An aside that is nothing but a known group's name: `the Northern Resistance (RENAMO)`.
fn bracketed(item: &Item) -> Option<&GroupName> {
    let mut inner = item.inner.iter().filter(|i| !i.is(Tags::LPAR.with(Tags::RPAR).with(Tags::QUOTE)));
    let group = inner.next().filter(|_| item.is(Tags::APPOS)).and_then(group_of)?;
    (inner.next().is_none() && group.known.is_some()).then_some(group)
}

/// The groups of a sentence that are not mere background.
pub fn actors(items: &[Item], tokens: &[Token]) -> Vec<GroupName> {
    reading(items, tokens).iter().filter(|i| i.is(Tags::GROUP)).filter_map(group_of).cloned().collect()
}

/// `an unknown group`: a body without a name, which may claim.
fn unnamed(item: &Item, tokens: &[Token]) -> bool {
    let group =
        |i: usize| matches!(tokens[i].norm.as_str(), "group" | "organisation" | "organization" | "outfit" | "faction");
    let article = |i: usize| matches!(tokens[i].norm.as_str(), "a" | "an" | "another");
    let known = |i: usize| {
        matches!(tokens[i].norm.as_str(), "unknown" | "known" | "armed" | "obscure" | "shadowy" | "militant")
    };
    group(item.tokens.end - 1) && article(item.tokens.start) && item.tokens.clone().any(known)
}

/// `the group`, `it`, `the militants`
fn refers_back(item: &Item, tokens: &[Token], start: usize) -> bool {
    let last = &tokens[item.tokens.end - 1];
    // "its men", "one of their fighters"
    let own = |t: &Token| matches!(t.norm.as_str(), "its" | "their");
    // the leader's "his men"
    let followers = matches!(last.norm.as_str(), "men" | "fighters" | "followers" | "soldiers" | "forces" | "troops");
    if item.is(Tags::PEOPLE) && followers && tokens[item.tokens.start].is("his") {
        return true;
    }
    if item.is(Tags::PEOPLE) && tokens[item.tokens.clone()].iter().any(own) {
        return true;
    }
    if item.tokens.len() == 1 && matches!(last.norm.as_str(), "it" | "they") {
        return true;
    }
    if !stands_for_group(&last.norm) {
        return false;
    }
    let definite = |at: usize| matches!(tokens[at].norm.as_str(), "the" | "this" | "that" | "same");
    match &item.value {
        Value::People(p) => p.definite && p.count.is_none_or(|c| c.high == Some(1)),
        // "the warlord's group"
        _ if item.tokens.start > start && tokens[item.tokens.start - 1].is("'s") => is_body(&last.norm),
        _ => item.tokens.start > start && definite(item.tokens.start - 1) || definite(item.tokens.start),
    }
}

/// `, the largest group of the region,` · `, which has fought for years,` behind a name: an aside.
pub fn folded(items: &[Item], tokens: &[Token]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let group = |i: &Item| i.is(Tags::GROUP.with(Tags::BACK));
        let mut last = out.iter().rev().filter(|i| !i.is(Tags::APPOS));
        // "the group's leader, who lives abroad, denied it"
        let named = last.next().is_some_and(|i| {
            group(i)
                || i.is(Tags::PEOPLE)
                    && last.next().is_some_and(|i| i.is(Tags::GENITIVE))
                    && last.next().is_some_and(group)
        });
        if named
            && items[at].is(Tags::COMMA)
            && let Some(close) = description(items, at, tokens)
        {
            let inner = items[at..=close].to_vec();
            let span = inner[0].span.join(inner[inner.len() - 1].span);
            let tokens = inner[0].tokens.start..inner[inner.len() - 1].tokens.end;
            out.push(Item { tokens, span, tags: Tags::APPOS, value: Value::None, inner });
            at = close + 1;
        } else {
            out.push(items[at].clone());
            at += 1;
        }
    }
    out
}

/// The comma that closes a description opened at `at`, where the clause goes on with a verb.
fn description(items: &[Item], at: usize, tokens: &[Token]) -> Option<usize> {
    let first = items.get(at + 1)?;
    if first.is(Tags::AND.with(Tags::BUT).with(Tags::VERB)) && !first.is(Tags::PP) {
        return None;
    }
    let relative = first.is(Tags::REL);
    let finite = Tags::ACT.with(Tags::PAS).with(Tags::HAVE).with(Tags::BE);
    for close in at + 2..(at + 20).min(items.len()) {
        let item = &items[close];
        if item.is(Tags::STOP.with(Tags::SEMI)) {
            return None;
        }
        if item.is(Tags::COMMA) {
            let next = items.get(close + 1)?;
            if next.is(Tags::VERB.with(Tags::HAVE).with(Tags::BE).with(Tags::DO).with(Tags::MODAL))
                && !next.is(Tags::ING)
            {
                return Some(close);
            }
        } else if item.is(finite) && !item.is(Tags::PP) && !relative && !tokens[item.tokens.start].is("being") {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    fn groups(text: &str) -> Vec<String> {
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        let read = reading(&items, &document.tokens);
        read.iter().filter(|i| i.is(Tags::GROUP)).filter_map(group_of).map(|g| g.text.clone()).collect()
    }

    #[test]
    fn groups_named_in_passing_are_no_actors() {
        for text in [
            "Terrorists linked to al-Qaeda killed ten people.",
            "Ten died in an operation against Boko Haram.",
            "The town was retaken from Boko Haram.",
            "Taliban officials said ten people died.",
        ] {
            assert_eq!(groups(text), [""; 0], "{text}");
        }
        assert_eq!(groups("The attack was linked to Boko Haram."), ["Boko Haram"]);
        assert_eq!(groups("Boko Haram attacked a village."), ["Boko Haram"]);
    }
}
