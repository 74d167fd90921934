//! Whether an article reports an attack at all.
//!
//! Enters: words and scenes. Leaves: the reason why it does not, or none.
//! Example: a cricket report whose bowlers `attack` is about sport.

use crate::annotate::lexicon::Side;
use crate::frame::report::{Part, Report};
use crate::resolve::scene::Scene;
use crate::text::{BlockKind, Document};
use crate::vocabulary::{Outcome, TargetKind};

/// Articles of fewer words are notes: what they say in general terms is still what happened.
const NOTE: usize = 160;

/// A scene that is an attack: somebody did something somewhere to somebody, and not only `killings` in general.
///
/// `nothing`: the scene has neither a toll nor a place nor a date.
pub fn bears(document: &Document<'_>, scene: &Scene, reports: &[&Report], nothing: bool) -> bool {
    let sure = reports.iter().flat_map(|r| &r.triggers).any(|t| t.sure && !(t.noun && t.plural));
    let any = reports.iter().any(|r| !r.triggers.is_empty());
    let victims = reports.iter().any(|r| victims(r));
    let fallen =
        reports.iter().flat_map(|r| &r.casualties).any(|c| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker));
    // fighters killed, and no word of what they did: an operation of the state
    if !victims && !sure && (fallen || !any) {
        return false;
    }
    let note = document.tokens.len() < NOTE;
    let titled = document.blocks.first().is_some_and(|b| b.kind == BlockKind::Title) && scene.sentences.contains(&0);
    let needed = match (note, titled && scene.primary, nothing) {
        (true, ..) | (_, true, false) => 0,
        (_, true, true) => 1,
        // what an article opens with is its news
        _ if scene.primary && scene.sentences.first().is_some_and(|s| *s < 2) => 1,
        _ => 2,
    };
    let signs = reports.iter().map(|r| signs(r)).max().unwrap_or(0);
    signs >= needed
}

/// Victims with a number, or of a kind that is named.
fn victims(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        !c.unreal
            && matches!(c.outcome, Outcome::Killed | Outcome::Injured | Outcome::Abducted)
            && c.people.as_ref().is_none_or(|p| p.side != Side::Attacker)
            && (c.people.is_some() || c.quantity.is_some())
    })
}

/// How many things a sentence tells of one attack: when, where, who, whom, with what, how many.
fn signs(report: &Report) -> usize {
    let attack = report.triggers.iter().any(|t| !(t.noun && t.plural));
    if !attack && !victims(report) {
        return 0;
    }
    let counted = report.casualties.iter().any(|c| {
        !c.unreal
            && c.quantity.is_some_and(|q| q.low.or(q.high).is_some_and(|n| n < 1000))
            && c.people.as_ref().is_none_or(|p| p.side != Side::Attacker)
    });
    let struck = report.targets.iter().any(|t| t.struck && (t.named || t.kind != TargetKind::Person));
    // "the murder of the priests": people whom the reader knows
    let known =
        report.casualties.iter().any(|c| {
            !c.unreal && c.people.as_ref().is_some_and(|p| p.side != Side::Attacker && (p.definite || p.named))
        }) || report.targets.iter().any(|t| t.struck && t.named);
    [
        counted,
        struck,
        known,
        report.dates.iter().any(|(_, _, said)| !said),
        report.places.iter().any(|p| !p.institutional && (p.led || !p.candidates.is_empty())),
        report.weapons.iter().any(|w| w.part == Part::Used),
        !report.attackers.is_empty() || report.suicide.is_some(),
    ]
    .into_iter()
    .filter(|sign| *sign)
    .count()
}

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
