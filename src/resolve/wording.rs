//! The words around a toll: what changes it, what overtakes it, what is told of something else.
//!
//! Enters: the sentence of a figure. Leaves: whether such words stand in it.
//! Example: in `the toll rose to 67, officials first said 40` the 40 is overtaken.

use crate::annotate::quantity::Quantity;
use crate::frame::casualty::Casualty;
use crate::span::Span;
use crate::vocabulary::Outcome;

/// Words of change: the toll is another than before.
pub(super) const CHANGED: &[&str] = &[
    "rose",
    "risen",
    "rise",
    "climb",
    "jump",
    "reach",
    "increas",
    "mount",
    "grew",
    "grown",
    "soar",
    "rais",
    "revis",
    "lower",
    "drop",
    "fell",
    "fallen",
    " cut",
    "brought",
    "bring",
    " now",
    "settled on",
    "stands at",
    "updat",
    "correct",
    "latest",
];

/// Words of a figure that stands beside another, whoever is right.
pub(super) const DISSENT: &[&str] = &[
    " speak of ",
    " spoke of ",
    " spoken of ",
    "lower figure",
    "higher figure",
    "lower toll",
    "higher toll",
    "lower number",
    "higher number",
    "lower count",
    "higher count",
];

/// Words of a number that somebody had given before: overtaken, where it is the smaller one.
pub(super) const BEFORE: &[&str] = &[
    "had spoken of",
    "had first",
    "had earlier",
    "had reported",
    "ministry had counted",
    "officials had counted",
    "police had counted",
    "earlier in the week",
    "earlier in the day",
    "over the weekend",
];

/// Words of a toll that the same article overtakes.
pub(super) const FORMER: &[&str] = &[
    "first report",
    "first put",
    "first gave",
    "first said",
    "at first",
    "initially",
    "initial report",
    "early report",
    "earlier report",
    "had earlier",
    "earlier said",
    "had first",
    "had initially",
    "earlier, ",
];

/// Attackers who came on foot, beside a bomber.
pub(super) const GUNMEN: &[&str] =
    &["gunm", "armed men", "shooter", "fighter", "militant", "rifleme", "insurgent", "rebel"];

/// The sentence tells of one more blow: `another bomb`, `shortly afterwards`, `in addition`.
pub(super) fn apart(words: &str, outcome: Outcome) -> bool {
    let opens = [
        "another ",
        "a second ",
        "the second ",
        "a third ",
        "the third ",
        "later",
        "shortly after",
        "moments later",
        "additionally",
        "in addition",
        "separately",
        "meanwhile",
        "at the same time",
        "minutes later",
        "hours later",
        "in another",
        "in a second",
        "in a separate",
        "simultaneously",
        "also ",
        "elsewhere",
    ];
    opens.iter().any(|p| words.starts_with(p))
        || outcome == Outcome::Injured
            && (words.contains(" also got ") || words.contains(" were also ") || words.contains(" was also "))
        || [", followed by a third", "another bomb ", "another explo", "a second bomb ", "a second blast "]
            .iter()
            .any(|p| words.contains(p))
}

/// The sentence says that it tells of something else.
pub(super) fn separate(words: &str) -> bool {
    ["additionally", "in addition", "separately", "elsewhere", "in another", "in a separate"]
        .iter()
        .any(|p| words.starts_with(p))
}

/// `the third` is one of three.
pub(super) fn ordinal(words: &str) -> Option<u32> {
    let ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    (2..).zip(ordinals).find(|(_, word)| words.eq_ignore_ascii_case(word)).map(|(n, _)| n)
}

/// What security forces did in the days behind the attack.
pub(super) fn afterwards(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "days after the",
        "following week",
        "following day",
        "week after the",
        "weeks after the",
        "since the attack",
        "since the bombing",
    ]
    .iter()
    .any(|p| words.contains(p))
}

/// A large number over years of war is no toll of one attack.
pub(super) fn summed_up(words: &str, quantity: &Quantity) -> bool {
    let words = words.to_lowercase();
    let years = [
        "insurgency",
        "in fighting with",
        "decade",
        "years of",
        "since 19",
        "since 20",
        "in recent years",
        "in the past month",
        "over the past month",
        "in the past few",
        "in the last few",
        "the past year",
        "the last year",
        "month-long",
        "nationwide",
        "since the fighting",
        "since fighting",
        "the fighting going on",
        "year-long",
        "conflict has",
        "conflict that",
        "campaign of",
        "campaign that",
        "in its campaign",
        "in their campaign",
        "this month",
        "this year",
        "in its fight",
        "in their fight",
        "in its war",
        "in their war",
        "in its struggle",
        "in its history",
        "over the years",
    ];
    // "have killed more than 40 clerks since 2013"
    let ever = ["have ", "has "].iter().any(|p| words.contains(p))
        && (words.contains("since 19") || words.contains("since 20"));
    // "the war has left 4,000 dead"
    let war = ["fighting", "battle", "the war", "civil war", "unrest", "hostilities", "political violence", "conflict"];
    // "the rebel offensive has left 600 dead"
    let offensive =
        words.contains("offensive") && ["has ", "have ", "so far", "during", "since"].iter().any(|p| words.contains(p));
    let league = |n: u32| {
        n >= 100 && years.iter().any(|p| words.contains(p))
            || n >= 20 && ever
            || n >= 2 && stretched(&words)
            || n >= 100 && offensive
            || n >= 1000 && war.iter().any(|p| words.contains(p))
            || n >= 1000 && [" since ", " last year", " so far this"].iter().any(|p| words.contains(p))
    };
    quantity.printed().is_some_and(league)
}

/// `over the last six months five judges have been murdered`: told together, whatever the number.
fn stretched(words: &str) -> bool {
    let leads =
        ["in the last ", "during the last ", "over the last ", "in the past ", "over the past ", "the course of "];
    let long = |rest: &str| {
        let near: Vec<&str> = rest.split_whitespace().take(3).collect();
        near.iter().any(|w| ["month", "week", "year"].iter().any(|unit| w.starts_with(unit)))
    };
    [" have been ", " have died", " have killed "].iter().any(|p| words.contains(p))
        && leads.iter().any(|p| words.split(p).skip(1).any(long))
}

/// The dead of a state's air strike: `an air strike killed four of its members`. The strike is the one that kills.
pub(super) fn bombarded(text: &str, words: Span, casualty: &Casualty) -> bool {
    let before = Span::new(words.start, casualty.span.start.max(words.start)).of(text).to_lowercase();
    let flown =
        ["aircraft", "warplanes", "fighter jets", "bombers of", "helicopters"].iter().any(|p| before.contains(p))
            && [" bombed", " dropped bombs", " pounded"].iter().any(|p| before.contains(p));
    let strike =
        ["air strike", "airstrike", "air raid", "fighter jets", "warplanes"].iter().any(|p| before.contains(p));
    casualty.outcome == Outcome::Killed && (flown || strike && casualty.rule == "killed_active")
}

/// What an army does afterwards: operations, raids and strikes.
pub(super) fn operation(words: &str) -> bool {
    let words = words.to_lowercase();
    ["operation", "air strike", "airstrike", "drone", "crackdown", "offensive", "raids", "jets", "helicopter gunship"]
        .iter()
        .any(|p| words.contains(p))
}

/// Police and troops who look for those behind an attack.
pub(super) fn searched(words: &str) -> bool {
    let words = words.to_lowercase();
    let state = ["police", "security forces", "troops", "soldiers", "army", "commandos", "intelligence agents"];
    let acts =
        [" raided", " searched", " combed", "launched an operation", "mounted an operation", "carried out raids"];
    let first = |list: &[&str]| list.iter().filter_map(|w| words.find(w)).min();
    first(&state).zip(first(&acts)).is_some_and(|(who, what)| who < what)
}
