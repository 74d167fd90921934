//! Verbs that take people or things, as what they take tells: `seize`, `carry off`, `lead away`.
//!
//! Enters: such a verb among the items of its sentence. Leaves: the attack that it tells of, if any.
//! Example: `seized two engineers` is a kidnapping, `seized the ferry` a hijacking, `raiders seized a library` holds those
//! inside; `seized two rifles` is none.

use crate::annotate::{Item, Tags};
use crate::frame::words::{Telling, has};
use crate::text::Token;
use crate::vocabulary::AttackType;

/// Trains, ships and planes: who seizes one hijacks it.
const CRAFT: &[&str] = &[
    "train",
    "plane",
    "aircraft",
    "airliner",
    "jet",
    "ship",
    "tanker",
    "vessel",
    "ferry",
    "boat",
    "express",
    "freighter",
    "airplane",
    "trawler",
    "yacht",
];

/// Buildings full of people: who seizes one holds them.
const HALLS: &[&str] = &[
    "theatre",
    "theater",
    "school",
    "hotel",
    "mall",
    "supermarket",
    "cinema",
    "hospital",
    "embassy",
    "church",
    "mosque",
    "restaurant",
    "cafe",
    "university",
    "college",
    "museum",
    "nightclub",
    "kindergarten",
    "parliament",
    "consulate",
    "hall",
    "library",
    "synagogue",
    "shopping",
    "clinic",
    "opera",
];

/// The attack that a verb of taking tells of.
pub fn taken(items: &[Item], at: usize, tokens: &[Token]) -> Option<AttackType> {
    let item = &items[at];
    if has(tokens, item, &["seize", "seizes", "seized", "seizing"]) && halls(items, at, tokens) {
        return Some(AttackType::HostageTaking);
    }
    // "were seized": people are taken, rifles and cars are found
    if item.is(Tags::PAS) {
        let whom = items[..at].iter().rev().take(6).find(|i| i.is(Tags::PEOPLE.with(Tags::WEAPON).with(Tags::SITE)));
        return whom.is_some_and(|i| i.is(Tags::PEOPLE)).then_some(AttackType::Kidnapping);
    }
    // "the divers whom the sect carried off"
    let relative = || items[..at].iter().rev().take(4);
    if relative().any(|i| i.is(Tags::REL) && has(tokens, i, &["whom"]))
        && relative().any(|i| i.is(Tags::GROUP.with(Tags::AGENT)))
    {
        return Some(AttackType::Kidnapping);
    }
    // "seized a rifle" takes a thing
    let led = Tags::FROM.with(Tags::BY).with(Tags::IN).with(Tags::AT).with(Tags::ON).with(Tags::STOP).with(Tags::COMMA);
    let ahead = || items[at + 1..].iter().take(3);
    if ahead().any(|i| has(tokens, i, CRAFT)) {
        return Some(AttackType::Hijacking);
    }
    let whom = ahead()
        .take_while(|i| !i.is(led))
        .position(|i| i.is(Tags::PEOPLE.with(Tags::WEAPON).with(Tags::NUM).with(Tags::WORD)))
        .filter(|&k| items[at + 1 + k].is(Tags::PEOPLE))?;
    // "took away people's papers"
    let theirs = items.get(at + 2 + whom).is_some_and(|i| i.is(Tags::GENITIVE));
    (!theirs).then_some(AttackType::Kidnapping)
}

/// Police seize suspects, too, and the wounded are carried off.
pub fn in_doubt(item: &Item, tokens: &[Token]) -> bool {
    item.is(Tags::PAS) && has(tokens, item, &["seized", "carried", "dragged", "led"])
}

/// Attackers and a hall on the two sides of a verb.
fn halls(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let (before, after) = (&items[at.saturating_sub(4)..at], &items[at + 1..items.len().min(at + 5)]);
    let hostile = |part: &[Item]| part.iter().any(|i| i.is(Tags::AGENT));
    let hall = |part: &[Item]| part.iter().any(|i| i.is(Tags::SITE.with(Tags::NAME)) && has(tokens, i, HALLS));
    if items[at].is(Tags::PAS) {
        hall(before) && hostile(after) && after.iter().any(|i| i.is(Tags::BY))
    } else {
        hostile(before) && hall(after)
    }
}

/// What these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "taken",
        attack: Some(AttackType::Kidnapping),
        fires: &[
            ("Four villagers were seized by raiders at the ford.", "were seized"),
            ("Rebels led away six farmhands.", "led away"),
            ("The divers whom the rebels carried off are home.", "carried off"),
        ],
        silent: &[
            "They took away people's papers.",
            "Two rifles were seized at the ford.",
            "The wounded were carried off in ambulances.",
        ],
    },
    Telling {
        rule: "held",
        attack: Some(AttackType::HostageTaking),
        fires: &[("Raiders seized a cinema in Lodi.", "seized"), ("A library was seized by gunmen.", "was seized")],
        silent: &["Gunmen seized two rifles.", "Police seized a hotel."],
    },
    Telling {
        rule: "hijacked",
        attack: Some(AttackType::Hijacking),
        fires: &[("Raiders seized the ferry near Lodi.", "seized")],
        silent: &["Customs men seized nine crates."],
    },
];
