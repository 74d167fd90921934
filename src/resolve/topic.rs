//! Articles about something else, whose words look like attacks.
//!
//! Enters: the words of an article. Leaves: the topic that it is about instead, or none.
//! Example: a cricket report whose bowlers `attack` is about sport.

use crate::text::Document;

/// A topic whose words look like attacks.
struct Topic {
    name: &'static str,
    /// Words that give it away.
    words: &'static [&'static str],
    /// How many of them it takes.
    needed: usize,
    /// How many of them outweigh one word of violence.
    weight: usize,
}

const TOPICS: &[Topic] = &[
    Topic {
        name: "sport",
        words: &[
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
            "kick",
            "scored",
            "teammates",
            "pitch",
            "halftime",
        ],
        needed: 5,
        weight: 2,
    },
    Topic {
        name: "fiction",
        words: &[
            "film",
            "films",
            "movie",
            "director",
            "novel",
            "audience",
            "audiences",
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
            "screen",
            "camera",
            "credits",
            "villain",
            "villains",
            "hero",
            "heroine",
            "cast",
            "script",
            "sequel",
            "scenes",
            "watched",
            "viewers",
            "book",
            "author",
            "readers",
        ],
        needed: 6,
        weight: 2,
    },
    Topic {
        name: "exercise",
        words: &[
            "exercise",
            "exercises",
            "drill",
            "drills",
            "simulated",
            "mock",
            "rehearsal",
            "rehearse",
            "rehearsed",
            "scenario",
            "umpire",
            "umpires",
            "blank",
            "blanks",
            "trainees",
            "training",
            "trained",
            "trainers",
            "acted",
        ],
        needed: 4,
        weight: 1,
    },
    Topic {
        name: "disaster",
        words: &[
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
            "infections",
            "tsunami",
            "drought",
            "magnitude",
            "aftershocks",
            "typhoon",
            "storm",
            "heatwave",
            "avalanche",
            "cholera",
            "wildfire",
            "wildfires",
            "tornado",
        ],
        needed: 3,
        weight: 2,
    },
    Topic {
        name: "animal",
        words: &[
            "elephant",
            "elephants",
            "shark",
            "sharks",
            "tiger",
            "tigers",
            "leopard",
            "crocodile",
            "wildlife",
            "bitten",
            "bite",
            "surfer",
            "surfers",
            "bear",
            "bears",
            "wolf",
            "wolves",
            "mauled",
            "snake",
            "dog",
            "dogs",
        ],
        needed: 3,
        weight: 2,
    },
    Topic {
        name: "accident",
        words: &[
            "accident",
            "accidents",
            "accidental",
            "accidentally",
            "collided",
            "collision",
            "crashed",
            "derailed",
            "derailment",
            "brakes",
            "speeding",
            "speed",
            "overturned",
            "ravine",
            "gorge",
            "sewing",
            "garment",
            "stampede",
            "stampedes",
            "boiler",
            "capsized",
            "cylinder",
            "cylinders",
            "compressed",
            "leak",
            "leaked",
            "plunge",
            "plunges",
            "plunged",
            "skidded",
            "bend",
            "crushed",
            "locked",
            "exits",
            "overcrowded",
            "negligence",
            "sank",
            "short",
            "circuit",
            "fireworks",
        ],
        needed: 3,
        weight: 2,
    },
    Topic {
        name: "statistics",
        words: &[
            "percent",
            "statistics",
            "compared",
            "monthly",
            "annual",
            "decline",
            "declined",
            "increase",
            "increased",
            "average",
            "combatants",
            "recorded",
            "documented",
            "figures",
            "trend",
            "trends",
            "data",
            "analyst",
            "analysts",
            "dropped",
            "fell",
            "deadliest",
            "costs",
            "cost",
            "expensive",
            "balance",
        ],
        needed: 7,
        weight: 1,
    },
    Topic {
        name: "court",
        words: &[
            "court",
            "judge",
            "jury",
            "trial",
            "sentenced",
            "sentence",
            "sentences",
            "convicted",
            "conviction",
            "guilty",
            "plotting",
            "conspiracy",
            "parole",
            "verdict",
            "prosecutors",
            "prosecution",
            "prosecutor",
            "defendants",
            "defendant",
            "acquitted",
            "cleared",
            "appeal",
            "prison",
            "plotters",
            "conspired",
            "pleaded",
        ],
        needed: 9,
        weight: 3,
    },
    Topic {
        name: "politics",
        words: &[
            "election",
            "elections",
            "vote",
            "votes",
            "voters",
            "ballot",
            "ballots",
            "candidate",
            "candidates",
            "poll",
            "polls",
            "debate",
            "campaign",
            "senator",
            "parliament",
            "presidential",
            "incumbent",
            "lawmakers",
            "party",
            "coalition",
            "running",
            "elected",
            "electoral",
            "constituency",
        ],
        needed: 7,
        weight: 3,
    },
    Topic {
        name: "life",
        words: &[
            "obituary",
            "born",
            "aged",
            "died",
            "married",
            "career",
            "childhood",
            "memoir",
            "biography",
            "survived",
            "widow",
            "honours",
            "graduated",
            "retired",
            "foundation",
            "philanthropist",
        ],
        needed: 5,
        weight: 1,
    },
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
                    | "murdered"
                    | "assassinated"
                    | "assassination"
                    | "dynamite"
                    | "dynamited"
                    | "ambushed"
                    | "subversives"
                    | "kidnapping"
                    | "kidnappers"
                    | "hostages"
                    | "attackers"
            )
        })
        .count();
    TOPICS
        .iter()
        .map(|topic| (topic, document.tokens.iter().filter(|t| topic.words.contains(&t.norm.as_str())).count()))
        .filter(|(topic, n)| *n >= topic.needed && *n > topic.weight * violent)
        .max_by_key(|(_, n)| *n)
        .map(|(topic, _)| topic.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_is_no_attack() {
        let text = "The striker attacked from the wing. The league match was decided by a penalty after two goals, and the coach \
                    praised the midfielder.";
        assert_eq!(other_topic(&Document::cut(text, None)), Some("sport"));
    }

    #[test]
    fn an_attack_at_a_match_is_one() {
        let text =
            "A suicide bomber killed 12 people at a football match; militants with grenades shot at the stadium.";
        assert_eq!(other_topic(&Document::cut(text, None)), None);
    }
}
