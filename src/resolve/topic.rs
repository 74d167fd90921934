//! Articles about something else, whose words look like attacks.
//!
//! Enters: the words of an article. Leaves: the topic that it is about instead, or none.
//! Example: a cricket report whose bowlers `attack` is about sport.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Document, Token};

/// A topic whose reports borrow the words of violence; its own words are data.
struct Topic {
    name: &'static str,
    /// Points that it takes.
    needed: u32,
    /// Points that outweigh one word of violence, in tenths.
    tenths: u32,
    /// Arms are none of its own: they count against it twice.
    unarmed: bool,
}

const fn topic(name: &'static str, needed: u32, tenths: u32) -> Topic {
    Topic { name, needed, tenths, unarmed: false }
}

const fn unarmed(name: &'static str, needed: u32, tenths: u32) -> Topic {
    Topic { name, needed, tenths, unarmed: true }
}

const TOPICS: &[Topic] = &[
    unarmed("sport", 8, 20),
    unarmed("fiction", 8, 10),
    topic("exercise", 8, 10),
    unarmed("disaster", 6, 10),
    unarmed("animal", 6, 15),
    topic("accident", 6, 10),
    topic("statistics", 7, 20),
    topic("court", 9, 25),
    topic("politics", 8, 20),
    topic("riot", 9, 10),
    topic("life", 5, 15),
];

/// Tokens in which an article says what it is about: their words count twice.
const HEAD: usize = 50;

/// Articles of fewer tokens are notes without a head.
const NOTE: usize = 60;

/// The word list, a topic's index and the points of each word; `violence` is the index behind the last topic, `arms` the next.
static WORDS: LazyLock<FxHashMap<&'static str, Vec<(usize, u32)>>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Vec<(usize, u32)>> = FxHashMap::default();
    let table = include_str!("../../seeds/reference/lexicon/topics.tsv");
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(name), Some(points), Some(list)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let other = if name == "arms" { TOPICS.len() + 1 } else { TOPICS.len() };
        let index = TOPICS.iter().position(|t| t.name == name).unwrap_or(other);
        let points = points.parse().unwrap_or(1);
        for word in list.split_whitespace() {
            words.entry(word).or_default().push((index, points));
        }
    }
    words
});

/// The topic that the article is about instead of an attack.
pub fn other_topic(document: &Document<'_>) -> Option<&'static str> {
    let points = points(&document.tokens);
    let (violence, arms) = (points[TOPICS.len()], points[TOPICS.len() + 1]);
    TOPICS
        .iter()
        .enumerate()
        .filter(|(i, topic)| {
            points[*i] >= topic.needed
                && points[*i] * 10 > topic.tenths * (violence + if topic.unarmed { arms } else { 0 })
        })
        .max_by_key(|(i, _)| points[*i])
        .map(|(_, topic)| topic.name)
}

/// The points of each topic, and of violence and of arms behind them. A word counts once, however often it stands.
fn points(tokens: &[Token]) -> Vec<u32> {
    let mut out = vec![0; TOPICS.len() + 2];
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let head = if tokens.len() < NOTE { 0 } else { HEAD };
    let mut met = |word: &str, at: usize| {
        let Some(topics) = WORDS.get(word) else { return };
        if seen.insert(word.to_owned()) {
            for &(topic, points) in topics {
                out[topic] += if at < head { 2 * points } else { points };
            }
        }
    };
    for (at, token) in tokens.iter().enumerate() {
        // "a bomb in a movie theater": where it went off
        let hall = |t: &Token| ["theater", "theatre", "theaters", "theatres", "house", "hall"].iter().any(|w| t.is(w));
        if (token.is("movie") || token.is("film")) && tokens.get(at + 1).is_some_and(hall) {
            continue;
        }
        met(&token.norm, at);
        if let Some(next) = tokens.get(at + 1) {
            met(&format!("{}-{}", token.norm, next.norm), at);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic_of(text: &str) -> Option<&'static str> {
        other_topic(&Document::cut(text, None))
    }

    #[test]
    fn a_match_is_no_attack() {
        let text = "The striker attacked from the wing. The league match was decided by a penalty after two goals, and the coach \
                    praised the midfielder.";
        assert_eq!(topic_of(text), Some("sport"));
    }

    #[test]
    fn an_attack_at_a_match_is_one() {
        let text =
            "A suicide bomber killed 12 people at a football match; militants with grenades shot at the stadium.";
        assert_eq!(topic_of(text), None);
    }

    #[test]
    fn a_drill_and_a_play_are_played() {
        let drill = "Gunmen stormed the ferry terminal, but nobody was hurt: it was an exercise. Volunteers played the hostages, \
                     and observers from four agencies followed the simulated siege from a control room in the harbour.";
        assert_eq!(topic_of(drill), Some("exercise"));
        let play = "In the second act of this thriller the gunmen take the audience hostage. The playwright gives her heroine \
                    the best scenes, and the cast is superb.";
        assert_eq!(topic_of(play), Some("fiction"));
    }

    #[test]
    fn a_movie_theater_is_a_place() {
        let text =
            "A clerk found a bomb in a movie theater on Monday. The movie theater was cleared while the squad worked.";
        assert_eq!(topic_of(text), None);
    }

    #[test]
    fn a_riot_is_none_and_an_attack_on_a_protest_is_one() {
        let riot = "Rioters set fire to cars and looted shops for a third night. Police used tear gas and water cannon against \
                    protesters who threw stones.";
        assert_eq!(topic_of(riot), Some("riot"));
        let attack = "A suicide bomber killed nine protesters in the square. A militant group claimed responsibility for the \
                      bombing; the blast wounded 40.";
        assert_eq!(topic_of(attack), None);
    }

    #[test]
    fn every_topic_has_words() {
        let known: Vec<usize> = WORDS.values().flatten().map(|(topic, _)| *topic).collect();
        assert!((0..=TOPICS.len() + 1).all(|topic| known.contains(&topic)));
    }
}
