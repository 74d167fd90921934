//! Sentences cut where a second event begins.
//!
//! Enters: the items of each sentence. Leaves: segments, each with the sentence it belongs to.
//! Example: `The raid came days after gunmen killed six in the north` is cut before `gunmen`; the words of time stay
//! with the event that they date.

use crate::annotate::date::DateWords;
use crate::annotate::{Item, Tags, Value};
use crate::text::Token;

/// A part of a sentence that reports one event.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Index of its sentence.
    pub sentence: usize,
    /// Its items.
    pub items: Vec<Item>,
    /// It was cut off from a main clause: history that the sentence leans on.
    pub aside: bool,
}

/// Cuts every sentence.
pub fn segments(sentences: &[Vec<Item>], tokens: &[Token]) -> Vec<Segment> {
    let mut out = Vec::with_capacity(sentences.len());
    for (sentence, items) in sentences.iter().enumerate() {
        let mut start = 0;
        let mut aside = false;
        for at in 1..items.len() {
            if let Some(history) = cut(items, at, tokens)
                && (eventful(&items[start..at]) || items[at].is(Tags::REL) && attributive(&items[start..at]))
                && eventful(&items[at..])
            {
                out.push(Segment { sentence, items: items[start..at].to_vec(), aside });
                start = at;
                aside = history;
            }
        }
        out.push(Segment { sentence, items: items[start..].to_vec(), aside });
    }
    out
}

fn eventful(items: &[Item]) -> bool {
    let violent = Tags::KILL
        .with(Tags::ATTACK)
        .with(Tags::EXPLODE)
        .with(Tags::EVENT)
        .with(Tags::WOUND)
        .with(Tags::ABDUCT)
        .with(Tags::DIE)
        .with(Tags::DEAD)
        .with(Tags::SHOOT)
        .with(Tags::TOLL)
        .with(Tags::RAM);
    items.iter().any(|i| i.is(violent))
}

/// Somebody claims, denies or is blamed.
fn attributive(items: &[Item]) -> bool {
    let says = Tags::CLAIM.with(Tags::OWN).with(Tags::DENY).with(Tags::BLAME).with(Tags::SUSPECT);
    items.iter().any(|i| i.is(says))
}

/// A second event begins here: `Some(true)` where it is history for the first.
fn cut(items: &[Item], at: usize, tokens: &[Token]) -> Option<bool> {
    let item = &items[at];
    if item.is(Tags::SEMI) {
        return Some(false);
    }
    let word = tokens[item.tokens.start].norm.as_str();
    let next = items.get(at + 1)?;
    // "since the April 2021 ambush", "after an attack in June killed six"
    if matches!(word, "since" | "after" | "following")
        && items[at + 1..].iter().take(5).take_while(|i| !i.is(Tags::COMMA)).any(dated)
        && at > 2
    {
        return Some(true);
    }
    // "days after gunmen killed six": the date words come first
    if let Value::Date(DateWords::After { .. }) = item.value
        && next.is(Tags::PEOPLE
            .with(Tags::A)
            .with(Tags::THE)
            .with(Tags::GROUP)
            .with(Tags::NUM)
            .with(Tags::ANOTHER)
            .with(Tags::EVENT)
            .with(Tags::WEAPON))
        && at > 1
    {
        return Some(true);
    }
    // "the worst since a mine sank the ferry in 1971", "hours after a mine had killed nine"
    let telling = Tags::A.with(Tags::ANOTHER).with(Tags::NUM).with(Tags::PEOPLE).with(Tags::EVENT).with(Tags::GROUP);
    let told = items[at + 1..].iter().take(2).any(|i| i.is(telling.with(Tags::WEAPON).with(Tags::AGENT)));
    if matches!(word, "since" | "after" | "before" | "following") && at > 1 && told {
        let ranked = word == "since" && items[..at].iter().any(|i| superlative(&tokens[i.tokens.clone()]));
        let timed = word != "since"
            && tokens[..item.tokens.start].last().is_some_and(|t| TIME_UNITS.contains(&t.norm.as_str()));
        if ranked || timed {
            return Some(true);
        }
    }
    // "the worst since the theatre was seized by rebels in October 2002"
    if word == "since"
        && items[..at].iter().any(|i| superlative(&tokens[i.tokens.clone()]))
        && items[at + 1..].iter().any(|i| i.is(Tags::VERB) && i.is(DEED))
        && items[at + 1..].iter().any(dated)
    {
        return Some(true);
    }
    // "revenge for the shootings in May", "similar to the attack in March"
    if item.is(Tags::FOR.with(Tags::TO).with(Tags::OF)) && at > 1 {
        let leans = tokens[..item.tokens.start].last().is_some_and(|t| LEANS.contains(&t.norm.as_str()));
        if leans && items[at + 1..].iter().take(4).any(|i| i.is(Tags::EVENT)) {
            return Some(true);
        }
    }
    // "the group, which killed 35 guards in a raid in June"
    if item.is(Tags::REL)
        && at > 1
        && items[..at].iter().rev().take(2).any(|i| i.is(Tags::GROUP.with(Tags::APPOS)))
        && items[at + 1..].iter().take(14).any(dated)
        && (next.is(Tags::VERB) && items[at + 1..].iter().any(|i| i.quantity().is_some())
            || next.is(Tags::IN.with(Tags::ON)) && items.get(at + 2).is_some_and(dated))
    {
        return Some(true);
    }
    // "…, and in 2016 five died", "…, while on Sunday …"
    let joint = item.is(Tags::AND.with(Tags::BUT)) || matches!(word, "while");
    let day = dated(next) || next.is(Tags::IN.with(Tags::ON)) && items.get(at + 2).is_some_and(dated);
    if joint && day {
        return Some(false);
    }
    // "… in March, and most recently on 5 May, when …"
    let plain = items[at + 1..].iter().take(2).take_while(|i| i.is(Tags::ADV) || i.tags == Tags::WORD).count();
    let later = items.get(at + 1 + plain).is_some_and(|i| i.is(Tags::IN.with(Tags::ON)))
        && items.get(at + 2 + plain).is_some_and(dated);
    if item.is(Tags::AND) && plain > 0 && later && items[..at].iter().any(dated) {
        return Some(false);
    }
    // "the bombing of a train in May and two raids in June on …"
    let named = items[at + 1..]
        .iter()
        .take(4)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)))
        .position(|i| i.is(Tags::EVENT));
    if item.is(Tags::AND)
        && named.is_some_and(|n| items[at + 2 + n..].iter().take(3).any(dated))
        && items[..at].iter().any(|i| i.is(Tags::EVENT))
        && items[..at].iter().any(dated)
    {
        return Some(false);
    }
    // "…, where hours earlier they had burned 30 lorries"
    let before = |i: &Item| matches!(i.value, Value::Date(DateWords::From { .. }));
    if word == "where" && before(next) && items[at + 1..].iter().any(|i| i.is(Tags::VERB) && i.is(DEED)) {
        return Some(true);
    }
    None
}

/// Verbs for a deed.
const DEED: Tags = Tags::KILL
    .with(Tags::ATTACK)
    .with(Tags::EXPLODE)
    .with(Tags::SHOOT)
    .with(Tags::ABDUCT)
    .with(Tags::RAM)
    .with(Tags::ARSON);

/// Units of time before `after`: `hours after …`.
const TIME_UNITS: &[&str] = &[
    "hours", "hour", "minutes", "days", "day", "weeks", "week", "months", "month", "years", "year", "shortly", "soon",
];

/// What makes an event lean on another before it: `revenge for`, `similar to`.
const LEANS: &[&str] = &[
    "revenge",
    "retaliation",
    "retribution",
    "reprisal",
    "vengeance",
    "similar",
    "identical",
    "reminiscent",
    "response",
    "prelude",
];

/// `the deadliest`, `the worst such slaughter`, `the second-largest`.
pub fn superlative(tokens: &[Token]) -> bool {
    const RANKS: &[&str] =
        &["deadliest", "worst", "bloodiest", "biggest", "largest", "heaviest", "gravest", "most", "first"];
    tokens.iter().any(|t| RANKS.contains(&t.norm.rsplit('-').next().unwrap_or(&t.norm)))
}

fn dated(item: &Item) -> bool {
    matches!(
        item.value,
        Value::Date(
            DateWords::Day { .. }
                | DateWords::Month { .. }
                | DateWords::Year(_)
                | DateWords::Weekday { .. }
                | DateWords::Easter { .. }
                | DateWords::Ago { .. }
        )
    )
}
