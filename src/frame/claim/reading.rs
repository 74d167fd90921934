//! A sentence as the claim rules read it.
//!
//! Enters: its items. Leaves: the same, in which groups named only as background are no groups, words that stand for the
//! group named last are marked, and descriptions behind a name are folded.
//! Example: in `Terrorists linked to al-Qaeda` al-Qaeda attacks nobody; `Boko Haram, the most feared group there, claimed it`
//! reads as `Boko Haram claimed it`.

use crate::annotate::item::{GroupName, Item, Value};
use crate::annotate::tag::Tags;
use crate::frame::claim::group_of;
use crate::text::Token;

/// Nouns that stand for a group named before.
pub const COLLECTIVES: &[&str] = &[
    "group",
    "movement",
    "organisation",
    "organization",
    "outfit",
    "faction",
    "cartel",
    "sect",
    "network",
    "rebels",
    "militants",
    "insurgents",
    "guerrillas",
    "militia",
    "jihadists",
    "extremists",
    "separatists",
];

/// Words between a preposition and the name that say what the group is.
const EPITHETS: &[&str] = &[
    "the",
    "a",
    "an",
    "so",
    "called",
    "banned",
    "outlawed",
    "proscribed",
    "local",
    "terror",
    "terrorist",
    "group",
    "groups",
    "militant",
    "militants",
    "extremist",
    "extremists",
    "network",
    "movement",
    "islamist",
    "islamists",
    "jihadist",
    "jihadists",
    "notorious",
    "main",
    "rebel",
    "rebels",
    "organisation",
    "organization",
    "insurgent",
    "insurgents",
    "fighters",
    "both",
    "either",
    "regional",
    "armed",
    "sunni",
    "shiite",
    "larger",
    "wider",
];

const OPPOSED: &[&str] =
    &["against", "fighting", "battling", "fight", "combating", "anti", "than", "unlike", "like", "defeat", "defeating"];
const TIES: &[&str] = &[
    "linked",
    "link",
    "links",
    "ties",
    "tied",
    "affiliated",
    "allied",
    "allegiance",
    "loyalty",
    "loyal",
    "close",
    "connections",
    "connected",
    "aligned",
    "sympathetic",
    "fealty",
    "associated",
    "rival",
    "opposed",
    "affiliation",
    "joined",
    "join",
    "joining",
];
const KIN: &[&str] = &[
    "splinter",
    "breakaway",
    "offshoot",
    "affiliate",
    "affiliates",
    "ally",
    "allies",
    "rival",
    "rivals",
    "stronghold",
    "strongholds",
    "bastion",
    "founder",
    "rule",
    "fall",
    "enemies",
    "enemy",
    "opponents",
    "victims",
    "splintered",
    "group",
    "spin",
    "broke",
    "away",
    "split",
    "defected",
    "part",
    "takeover",
    "return",
    "rise",
    "leader",
    "leaders",
    "commander",
    "head",
    "chief",
];
const HELD: &[&str] = &[
    "inspired",
    "founded",
    "controlled",
    "held",
    "run",
    "ruled",
    "occupied",
    "influenced",
    "besieged",
    "recaptured",
    "backed",
    "led",
    "dominated",
    "supported",
    "condemned",
    "rejected",
    "praised",
    "governed",
];
const FREED: &[&str] =
    &["retaken", "recaptured", "captured", "liberated", "freed", "back", "withdrawn", "defected", "wrested"];
const ADJECTIVAL: &[&str] = &[
    "linked",
    "affiliated",
    "allied",
    "inspired",
    "aligned",
    "backed",
    "controlled",
    "held",
    "run",
    "appointed",
    "led",
    "dominated",
    "era",
    "style",
    "ruled",
    "infested",
    "occupied",
    "supporting",
    "affiliate",
];
const BEHIND: &[&str] = &[
    "government",
    "authorities",
    "administration",
    "officials",
    "official",
    "regime",
    "rule",
    "rulers",
    "takeover",
    "controlled",
    "stronghold",
    "strongholds",
    "territory",
    "insurgency",
    "conflict",
    "war",
    "prisoners",
    "prisoner",
    "defectors",
    "held",
    "affiliated",
    "linked",
    "affiliate",
    "ministry",
    "police",
    "hideout",
    "hideouts",
    "position",
    "positions",
    "targets",
    "base",
    "bases",
    "camp",
    "camps",
    "leader",
    "flag",
];

const CLASHES: &[&str] =
    &["shootout", "gunfight", "clash", "clashes", "battle", "shooting", "firefight", "fighting", "encounter", "combat"];

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
            if listed || background(items, at, start, tokens) {
                out[at].tags = out[at].tags.without(Tags::GROUP.with(Tags::AGENT));
            }
        } else if refers_back(&items[at], tokens, start) {
            out[at].tags = out[at].tags.with(Tags::BACK);
        }
    }
    out
}

/// The groups of a sentence that are not mere background.
pub fn actors(items: &[Item], tokens: &[Token]) -> Vec<GroupName> {
    reading(items, tokens).iter().filter(|i| i.is(Tags::GROUP)).filter_map(group_of).cloned().collect()
}

/// `the group`, `it`, `the militants`
fn refers_back(item: &Item, tokens: &[Token], start: usize) -> bool {
    let last = &tokens[item.tokens.end - 1];
    // "its men", "their spokesman"
    if item.is(Tags::PEOPLE) && matches!(tokens[item.tokens.start].norm.as_str(), "its" | "their") {
        return true;
    }
    if item.tokens.len() == 1 && matches!(last.norm.as_str(), "it" | "they") {
        return true;
    }
    if !COLLECTIVES.contains(&last.norm.as_str()) {
        return false;
    }
    let definite = |at: usize| matches!(tokens[at].norm.as_str(), "the" | "this" | "that" | "same");
    match &item.value {
        Value::People(p) => p.definite && p.count.is_none_or(|c| c.high == Some(1)),
        _ => item.tokens.start > start && definite(item.tokens.start - 1) || definite(item.tokens.start),
    }
}

/// The group is named only to say who somebody else is, whom somebody fights, or whose land it is.
fn background(items: &[Item], at: usize, start: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let Some(group) = group_of(item) else { return false };
    let Some(first) = item.tokens.clone().find(|&t| tokens[t].span.start >= group.span.start) else { return false };
    let end =
        (first..item.tokens.end).take_while(|&t| tokens[t].span.end <= group.span.end).last().map_or(first, |t| t) + 1;
    let word = |t: usize| tokens.get(t).map_or("", |t| t.norm.as_str());
    let sentence_end = items.last().map_or(end, |i| i.tokens.end);
    if end < sentence_end {
        let next = word(end);
        let joined = tokens[end].joined;
        if (joined && ADJECTIVAL.contains(&next)) || BEHIND.contains(&next) {
            return true;
        }
        let kin = |t: usize| {
            KIN.contains(&word(t)) && !matches!(word(t), "part" | "head" | "leader" | "leaders" | "commander" | "chief")
        };
        if next == "'s" && (end + 1..(end + 5).min(sentence_end)).any(kin) {
            return true;
        }
    }
    let mut before = first;
    while before > start && EPITHETS.contains(&word(before - 1)) {
        before -= 1;
    }
    if before == start {
        return false;
    }
    let last = word(before - 1);
    let earlier = |list: &[&str]| (before.saturating_sub(4).max(start)..before - 1).any(|t| list.contains(&word(t)));
    let just = |list: &[&str]| before >= start + 2 && list.contains(&word(before - 2));
    match last {
        "its" | "their" | "pro" => true,
        "to" | "with" => {
            // "the raid was linked to", "officials linked the raid to": suspicions; "men linked to": who they are
            let verb = earlier(&["was", "were", "been", "is", "are"]) && just(&["linked", "tied", "connected"]);
            let object = items[..at].iter().rev().take(4).any(|i| i.is(Tags::EVENT)) && !just(TIES);
            !verb && !object && earlier(TIES)
        }
        "of" | "from" => {
            let kin = before >= start + 2 && KIN.contains(&word(before - 2)) && word(before - 2) != "group";
            let splinter = earlier(&["splinter", "breakaway", "offshoot", "broke", "split"]);
            kin || splinter || (last == "from" && earlier(FREED))
        }
        "by" => just(HELD),
        // "blamed the attack on"
        "on" | "at" if items[..at].iter().rev().take(6).any(|i| i.is(Tags::BLAME)) || earlier(&["blame"]) => false,
        "on" | "at" => {
            items[..at]
                .iter()
                .rev()
                .take(4)
                .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)))
                .any(|i| i.is(Tags::EVENT))
                || just(&["crackdown", "offensive", "war", "operation", "operations"])
        }
        // a gunfight has two sides
        "against" => !earlier(CLASHES),
        _ => OPPOSED.contains(&last),
    }
}

/// `, the largest group of the region,` · `, which has fought for years,` behind a name: an aside.
pub fn folded(items: &[Item]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let named = out.iter().rev().find(|i| !i.is(Tags::APPOS)).is_some_and(|i| i.is(Tags::GROUP.with(Tags::BACK)));
        if named
            && items[at].is(Tags::COMMA)
            && let Some(close) = description(items, at)
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
fn description(items: &[Item], at: usize) -> Option<usize> {
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
        } else if item.is(finite) && !item.is(Tags::PP) && !relative {
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
