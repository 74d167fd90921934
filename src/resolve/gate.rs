//! Whether an article reports an attack at all.
//!
//! Enters: words and scenes. Leaves: the reason why it does not, or none.
//! Example: a cricket report whose bowlers `attack` is about sport.

use crate::text::Document;

/// Topics whose words look like attacks, with words that give them away and how many it takes.
const TOPICS: &[(&str, &[&str], usize)] = &[
    (
        "sport",
        &[
            "cricket",
            "wicket",
            "wickets",
            "innings",
            "bowler",
            "bowlers",
            "batsman",
            "batsmen",
            "goal",
            "goals",
            "striker",
            "midfielder",
            "match",
            "league",
            "tournament",
            "coach",
            "defender",
            "penalty",
            "championship",
            "runs",
            "overs",
            "semi",
            "final",
            "football",
            "stadium",
            "quarterback",
            "season",
        ],
        5,
    ),
    (
        "film",
        &[
            "film",
            "movie",
            "director",
            "novel",
            "audience",
            "screenplay",
            "plot",
            "character",
            "characters",
            "actor",
            "actress",
            "cinema",
            "reviewer",
            "thriller",
            "series",
            "episode",
        ],
        4,
    ),
    ("exercise", &["exercise", "exercises", "drill", "drills", "simulated", "mock", "rehearsal", "scenario"], 4),
    (
        "disaster",
        &[
            "flood",
            "floods",
            "flooding",
            "earthquake",
            "quake",
            "cyclone",
            "hurricane",
            "landslide",
            "landslides",
            "monsoon",
            "rainfall",
            "epidemic",
            "virus",
            "outbreak",
            "ebola",
            "vaccine",
            "vaccination",
            "patients",
            "infection",
            "tsunami",
            "drought",
            "magnitude",
            "aftershocks",
            "typhoon",
        ],
        3,
    ),
    (
        "animal",
        &["elephant", "elephants", "shark", "sharks", "tiger", "leopard", "crocodile", "wildlife", "forest department"],
        3,
    ),
    (
        "accident",
        &[
            "accident",
            "collided",
            "collision",
            "crash",
            "derailed",
            "derailment",
            "brakes",
            "speeding",
            "overturned",
            "ravine",
            "short circuit",
            "sewing",
            "garment",
            "stampede",
            "fire exits",
            "locked exits",
            "boiler",
            "gas leak",
            "capsized",
        ],
        3,
    ),
];

/// The topic that the article is about instead of an attack.
pub fn other_topic(document: &Document<'_>) -> Option<&'static str> {
    let violent = document
        .tokens
        .iter()
        .filter(|t| {
            matches!(
                t.norm.as_str(),
                "gunmen"
                    | "militants"
                    | "bomber"
                    | "bombers"
                    | "suicide"
                    | "insurgents"
                    | "terrorist"
                    | "terrorists"
                    | "gunman"
                    | "rebels"
                    | "bomb"
                    | "bombs"
                    | "grenade"
                    | "grenades"
                    | "jihadist"
                    | "jihadists"
                    | "explosives"
                    | "shot"
                    | "kidnapped"
                    | "guerrillas"
                    | "extremists"
                    | "assailants"
                    | "stabbed"
                    | "bombing"
            )
        })
        .count();
    TOPICS
        .iter()
        .map(|(topic, words, needed)| {
            (topic, document.tokens.iter().filter(|t| words.contains(&t.norm.as_str())).count(), needed)
        })
        .filter(|(_, n, needed)| n >= needed && *n > 2 * violent)
        .max_by_key(|(_, n, _)| *n)
        .map(|(topic, ..)| *topic)
}
