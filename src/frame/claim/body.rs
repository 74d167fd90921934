//! Bodies that bear no name of their own: the forces of a state, and bands known by their trade.
//!
//! Enters: the items of a sentence. Leaves: the same in which such a body is one item, a group, and its members with it.
//! Example: `MEMBERS OF THE ARMED FORCES` is one item that names the armed forces, `THE DRUG MAFIAS` one that names the mafias.

use crate::annotate::item::{GroupName, Item, Value};
use crate::annotate::tag::Tags;
use crate::frame::claim::group_of;
use crate::reference::groups::GROUPS;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::GroupKind;

/// Words for the forces of a state, the longest first.
const FORCES: &[&[&str]] = &[
    &["armed", "forces"],
    &["security", "forces"],
    &["air", "force"],
    &["national", "guard"],
    &["national", "police"],
    &["treasury", "police"],
    &["high", "command"],
    &["army"],
    &["military"],
    &["navy"],
    &["battalion"],
];

/// Words for those who govern.
const RULERS: &[&[&str]] = &[&["government"], &["regime"], &["administration"]];

/// What a band is called that has no name.
const BANDS: &[&str] = &["mafia", "mafias", "cartel", "cartels"];

/// What a band is called where the word before says of which trade it is.
const HEADS: &[&str] = &[
    "ring",
    "rings",
    "gang",
    "gangs",
    "group",
    "groups",
    "squad",
    "squads",
    "organization",
    "organizations",
    "organisation",
    "organisations",
    "faction",
    "factions",
    "band",
    "bands",
];

/// The trades: drugs, killing to order, the far right.
const TRADES: &[&str] = &[
    "drug",
    "trafficking",
    "narcotics",
    "cocaine",
    "death",
    "paramilitary",
    "rightist",
    "ultrarightist",
    "rightwing",
    "ultrarightwing",
];

/// What people wear or lend who are no members: `men in military uniforms`, `military advisers`.
const DRESS: &[&str] = &[
    "uniform",
    "uniforms",
    "dress",
    "clothes",
    "clothing",
    "fatigues",
    "advisers",
    "advisors",
    "informers",
    "informer",
];

/// Words before a body that are no part of its name.
const SMALL: &[&str] =
    &["the", "members", "member", "same", "own", "wearing", "dressed", "camouflage", "other", "criminal", "entire"];

/// The words of a body within a sentence.
#[derive(Clone, Debug)]
pub struct Body {
    /// The name as printed, and where it stands.
    pub name: GroupName,
    /// What it is.
    pub kind: GroupKind,
}

/// Bodies by the items that they are.
pub type Bodies = Vec<(usize, Body)>;

/// The sentence in which bodies are groups, and nothing else is; with the bodies by their items.
pub fn with_bodies(items: &[Item], tokens: &[Token]) -> Option<(Vec<Item>, Bodies)> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut bodies = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let (item, taken, body) = if let Some((body, last)) = body(items, at, tokens) {
            (joined(items, at, last, &body), last + 1 - at, Some(body))
        } else {
            let mut item = items[at].clone();
            item.tags = item.tags.without(Tags::GROUP);
            (item, 1, None)
        };
        bodies.extend(body.map(|b| (out.len(), b)));
        out.push(item);
        at += taken;
    }
    (!bodies.is_empty()).then_some((out, bodies))
}

fn joined(items: &[Item], first: usize, last: usize, body: &Body) -> Item {
    Item {
        tokens: items[first].tokens.start..items[last].tokens.end,
        span: items[first].span.join(items[last].span),
        tags: Tags::GROUP,
        value: Value::Group(body.name.clone()),
        inner: Vec::new(),
    }
}

/// The body that begins with item `at`, and its last item.
fn body(items: &[Item], at: usize, tokens: &[Token]) -> Option<(Body, usize)> {
    let item = &items[at];
    if let Some(group) = group_of(item) {
        let kind = group.known.and_then(|k| GROUPS.get(usize::from(k))).map(|g| g.kind)?;
        return (kind == GroupKind::StateForce || kind == GroupKind::Government)
            .then(|| (Body { name: group.clone(), kind }, at));
    }
    if item.is(Tags::APPOS.with(Tags::VERB).with(Tags::EVENT).with(Tags::SITE).with(Tags::AGENT)) {
        return None;
    }
    let words = item.tokens.clone();
    let find = |list: &[&[&str]]| {
        list.iter().find_map(|phrase| {
            words.clone().find_map(|k| {
                let fits = phrase.iter().enumerate().all(|(n, w)| tokens.get(k + n).is_some_and(|t| t.is(w)));
                fits.then_some(k..k + phrase.len())
            })
        })
    };
    // "army barracks", "a government building": the noun behind is what is meant
    let free = |end: usize| {
        let next = items.iter().find(|i| i.tokens.contains(&end));
        let dress = tokens.get(end).is_some_and(|t| DRESS.contains(&t.norm.as_str()));
        !dress && next.is_none_or(|n| !n.is(Tags::SITE.with(Tags::EVENT).with(Tags::WEAPON)))
    };
    let forces = find(FORCES).map(|r| (r, GroupKind::StateForce));
    let rulers = || {
        let plain = item.is(Tags::SPEAKER) && !item.is(Tags::PEOPLE);
        find(RULERS).filter(|_| plain).map(|r| (r, GroupKind::Government))
    };
    if let Some((range, kind)) = forces.or_else(rulers).filter(|(r, _)| free(r.end)) {
        let last = items[at..].iter().position(|i| i.tokens.end >= range.end)? + at;
        let inside = |k: usize| k > words.start || at > 0 && items[at - 1].is(Tags::DEMONYM) && k + 1 > words.start;
        let mut start = range.start;
        // "the Salvadoran armed forces", "the Fifth Battalion": what stands before it in the name
        let small = |t: &Token| t.norm.len() < 3 || SMALL.contains(&t.norm.as_str()) || !t.is_word();
        while inside(start) && start > 0 && !small(&tokens[start - 1]) {
            start -= 1;
        }
        return Some((named(start, range.end, kind, tokens), last));
    }
    band(items, at, tokens)
}

/// `the drug mafias`, `death squads`, `drug trafficking rings`
fn band(items: &[Item], at: usize, tokens: &[Token]) -> Option<(Body, usize)> {
    let start = items[at].tokens.clone().find(|k| {
        let word = tokens[*k].norm.as_str();
        TRADES.contains(&word) || BANDS.contains(&word)
    })?;
    let trade = |k: usize| tokens.get(k).is_some_and(|t| TRADES.contains(&t.norm.as_str()));
    let mut end = start;
    while trade(end) {
        end += 1;
    }
    let head = tokens.get(end)?.norm.as_str();
    if !(BANDS.contains(&head) || end > start && HEADS.contains(&head)) {
        return None;
    }
    let last = items[at..].iter().position(|i| i.tokens.end > end)? + at;
    Some((named(start, end + 1, GroupKind::Other, tokens), last))
}

fn named(start: usize, end: usize, kind: GroupKind, tokens: &[Token]) -> Body {
    let words: Vec<&str> = tokens[start..end].iter().map(|t| t.norm.as_str()).collect();
    let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
    Body { name: GroupName { known: None, text: words.join(" "), span }, kind }
}
