//! Words that tell news from history, sums over time and what did not happen.
//!
//! Enters: the words of a sentence. Leaves: one cue. Example: `so far this year` sums up, `elsewhere` opens another attack.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::resolve::segment::superlative;
use crate::text::Token;

/// What kind of sentence it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Nothing special.
    None,
    /// `so far this year`, `since 2009`: a sum over many attacks.
    Cumulative,
    /// `previous`, `years ago`: history.
    History,
    /// `elsewhere`, `in a separate incident`: another attack.
    Further,
    /// `hours after the blast`, `the same night`: beside another event, on its day.
    Beside,
    /// `in response`, `retaliatory`: what the state did afterwards.
    Response,
    /// A threat, a drill, a fiction.
    Unreal,
}

const CUMULATIVE: &[&str] = &[
    "so far this year",
    "in recent years",
    "over the past",
    "in the past year",
    "in the past years",
    "in the past months",
    "in the past decade",
    "since the beginning of",
    "since the start of",
    "over the years",
    "in recent months",
    "in recent weeks",
    "over the last",
    "in the last",
    "each year",
    "every year",
    "per year",
    "annually",
    "a total of attacks",
    "have been killed since",
    "have died since",
    "were killed last year",
    "killed since",
    "died since",
    "this year alone",
    "more than a decade",
    "during the war",
    "in the war",
    "civil war",
    "decades of",
    "years of",
    "since the conflict",
    "since the insurgency",
    "in the conflict",
    "since its",
    "since their",
    "year long",
    "has killed thousands",
    "have killed thousands",
    "tens of thousands",
    "according to the global terrorism",
    "in total since",
    "to date",
    "during the conflict",
];
const FURTHER: &[&str] = &[
    "elsewhere",
    "in a separate",
    "in another",
    "in a second",
    "a second attack",
    "another attack",
    "separately",
    "in an earlier",
    "in a similar",
    "a day earlier",
    "in other violence",
    "in other incidents",
    "before that",
    "meanwhile in",
    "also on",
];
const HISTORY: &[&str] = &[
    "previous attack",
    "previous attacks",
    "earlier attack",
    "earlier attacks",
    "past attack",
    "past attacks",
    "previously",
    "anniversary",
    "years ago",
    "recalled",
    "let us recall",
    "we recall",
    "we remember",
    "not forget",
    "remind you",
    "reminded of",
    "in the past",
    "history of",
    "months after",
    "weeks after",
    "years after",
];
const BESIDE: &[&str] = &[
    "hours after the",
    "hours later",
    "hours afterwards",
    "hours earlier",
    "hours before",
    "hour after the",
    "hour later",
    "hour earlier",
    "the same day",
    "the very same day",
    "the same night",
    "the same evening",
    "the same morning",
    "the same afternoon",
    "at the same time",
    "about the same time",
    "the same hour",
    "later that day",
    "earlier that day",
    "later that night",
    "earlier that night",
    "earlier in the day",
    "later in the day",
    "in the night",
];
const RESPONSE: &[&str] = &[
    "in response",
    "retaliat",
    "reprisal",
    "search operation",
    "air strike",
    "airstrike",
    "airstrikes",
    "air strikes",
    "drone strike",
    "drone strikes",
    "air raid",
    "air raids",
    "air force jets",
    "army raid",
    "military raid",
    "police raid",
    "army operation",
    "military operation",
    "police operation",
    "security operation",
    "clearance operation",
    "counter operation",
    "follow up operation",
    "in a raid on",
    "subsequent operation",
    "cleared the area",
    "intelligence based operation",
    "hunt for",
    "manhunt",
];
const UNREAL: &[&str] = &[
    "threatened to",
    "vowed to",
    "warned of",
    "could be attacked",
    "plotted to",
    "planned to",
    "plotting to",
    "planning to",
    "plot to",
    "the mission of",
    "exercise",
    "exercises",
    "drill",
    "drills",
    "in the film",
    "in the movie",
    "in the novel",
    "would have",
];

/// Phrases that may go on as another word.
const OPEN: &[&str] = &["retaliat"];

/// The rank of a phrase's list, its cue, and whether it may go on as another word.
type Meaning = (usize, Cue, bool);

/// All phrases in one automaton, with the cue of each; an earlier list outweighs a later one.
static PHRASES: LazyLock<(AhoCorasick, Vec<Meaning>)> = LazyLock::new(|| {
    let lists = [
        (Cue::Unreal, UNREAL),
        (Cue::Cumulative, CUMULATIVE),
        (Cue::Further, FURTHER),
        (Cue::History, HISTORY),
        (Cue::Beside, BESIDE),
        (Cue::Response, RESPONSE),
    ];
    let all = lists.iter().enumerate().flat_map(|(rank, (cue, list))| list.iter().map(move |p| (p, rank, *cue)));
    let meanings = all.clone().map(|(p, rank, cue)| (rank, cue, OPEN.contains(p))).collect();
    let automaton = AhoCorasick::new(all.map(|(p, ..)| p)).unwrap_or_else(|e| unreachable!("phrases of cues: {e}"));
    (automaton, meanings)
});

/// The cue of a sentence.
pub fn cue(tokens: &[Token]) -> Cue {
    let text = tokens.iter().map(|t| t.norm.as_str()).collect::<Vec<_>>().join(" ");
    let (automaton, meanings) = &*PHRASES;
    // "the worst attack in recent years" ranks one event and sums up none
    let ranked = superlative(tokens);
    automaton
        .find_overlapping_iter(&text)
        .filter_map(|found| {
            let (rank, cue, open) = meanings[found.pattern().as_usize()];
            // whole words, in the singular or plural; "in the war" is not in "in the Warmami district"
            let rest = &text[found.end()..];
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            let begins = found.start() == 0 || text.as_bytes()[found.start() - 1] == b' ';
            let whole = begins && (open || rest.is_empty() || rest.starts_with(' '));
            // "121 had died since Wednesday" is one attack's toll
            let recent = text[found.start()..found.end()].ends_with("since") && day(rest);
            // "in the last few hours", "over the past 24 hours": of today
            let hours = cue == Cue::Cumulative && rest.split_whitespace().take(3).any(|w| w.starts_with("hour"));
            let whole = whole && !recent && !hours;
            (whole && !(ranked && matches!(cue, Cue::Cumulative | Cue::History))).then_some((rank, cue))
        })
        .min_by_key(|(rank, _)| *rank)
        .map_or(Cue::None, |(_, cue)| cue)
}

/// The words begin with a day of this week.
fn day(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or("");
    word == "yesterday" || word == "dawn" || word.len() > 5 && word.ends_with("day")
}
