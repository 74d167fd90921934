//! Vehicles driven into people, gates and convoys.
//!
//! Enters: the words of a sentence. Leaves: a trigger where they say so.
//! Example: `drove a lorry into the crowd` is a ramming, `drove into town` is none.

use crate::annotate::Item;
use crate::frame::trigger::Trigger;
use crate::frame::words::Telling;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::AttackType;

/// A vehicle driven into people, a gate or a convoy, by verbs that say so only together with `into`.
pub fn ramming(items: &[Item], tokens: &[Token]) -> Option<Trigger> {
    let first = items.first()?.tokens.start;
    let last = items.last()?.tokens.end;
    let words = &tokens[first..last];
    let driving = [
        "drove", "driven", "drives", "driving", "drive", "steers", "steer", "veered", "swerved", "ploughed", "plowed",
        "steered", "slammed", "smashed", "crashed", "rammed", "careered",
    ];
    let racing =
        ["races", "raced", "speeds", "sped", "hurtles", "hurtled", "mows", "mowed", "plows", "ploughs", "careers"];
    // on foot, all of them: nobody drives there
    let afoot = [
        "crowd",
        "crowds",
        "pedestrians",
        "shoppers",
        "tourists",
        "worshippers",
        "cyclists",
        "protesters",
        "sidewalk",
        "sidewalks",
        "pavement",
        "promenade",
        "march",
        "marchers",
        "parade",
        "procession",
        "rally",
        "demonstrators",
        "passers-by",
        "passersby",
        "revellers",
        "revelers",
        "spectators",
        "bystanders",
        "market",
        "pilgrims",
        "mourners",
    ];
    let struck = [
        "crowd",
        "crowds",
        "pedestrians",
        "people",
        "group",
        "bus",
        "convoy",
        "gate",
        "gates",
        "wall",
        "checkpoint",
        "shoppers",
        "tourists",
        "worshippers",
        "soldiers",
        "officers",
        "policemen",
        "entrance",
        "barracks",
        "compound",
        "vehicle",
        "post",
        "cyclists",
        "building",
        "protesters",
        "car",
        "station",
        "market",
        "barrier",
        "bollards",
        "base",
        "camp",
        "hotel",
        "embassy",
        "consulate",
        "headquarters",
    ];
    let vehicle = |t: &Token| {
        matches!(
            t.norm.as_str(),
            "car"
                | "vehicle"
                | "truck"
                | "van"
                | "lorry"
                | "bus"
                | "suv"
                | "motorcycle"
                | "motorbike"
                | "pickup"
                | "jeep"
                | "tanker"
                | "minibus"
                | "tractor"
        )
    };
    // "nine people were killed by an attacker in a van", "by a hijacked truck"
    let hurt = words.iter().any(|t| matches!(t.norm.as_str(), "killed" | "injured" | "hurt" | "wounded" | "dead"));
    let bombed = words.iter().any(|t| t.norm.contains("bomb") || t.norm.contains("explo"));
    let behind_wheel = words.windows(4).find(|w| {
        let who = matches!(w[0].norm.as_str(), "attacker" | "assailant" | "terrorist" | "extremist" | "attackers");
        let taken = w[0].is("by") && matches!(w[2].norm.as_str(), "hijacked" | "stolen" | "speeding") && vehicle(&w[3]);
        taken || who && w[1].is("in") && matches!(w[2].norm.as_str(), "a" | "an" | "the") && vehicle(&w[3])
    });
    if let Some(found) = behind_wheel.filter(|_| hurt && !bombed) {
        return Some(ram(found[0].span.join(found[3].span)));
    }
    for (at, word) in words.iter().enumerate() {
        let moved = words[at.saturating_sub(9)..at].iter().any(vehicle);
        if let Some(found) = run_down(&words[at..], moved, vehicle) {
            return Some(ram(found));
        }
        let raced = racing.contains(&word.norm.as_str());
        if !raced && !driving.contains(&word.norm.as_str()) {
            continue;
        }
        if let Some(found) = down_street(&words[at..], moved, vehicle).filter(|_| !bombed) {
            return Some(ram(found));
        }
        let Some(into) = words[at + 1..]
            .iter()
            .take(12)
            .position(|t| matches!(t.norm.as_str(), "into" | "at" | "through" | "over" | "along" | "onto"))
            .map(|k| at + 1 + k)
        else {
            continue;
        };
        let between = &words[at + 1..into];
        if between.iter().any(|t| matches!(t.norm.as_str(), "." | ";" | "said" | "hospital")) {
            continue;
        }
        // "drove up in a taxi and stabbed a porter at the door": the car only brought them
        if words[into].is("at") && between.iter().any(|t| matches!(t.norm.as_str(), "and" | "up")) {
            continue;
        }
        let carried = between.iter().any(vehicle);
        let moved = words[at.saturating_sub(7)..at].iter().any(vehicle);
        let ahead =
            || words[into + 1..].iter().take(6).take_while(|t| !matches!(t.norm.as_str(), "," | "." | "near" | "to"));
        let walking = ahead().any(|t| afoot.contains(&t.norm.as_str()));
        // "drives a Beetle into a parade", "races through the market in a rented BMW"
        let one = between.first().is_some_and(|t| matches!(t.norm.as_str(), "a" | "an" | "his" | "her" | "their"));
        let inside = words[into + 1..]
            .windows(2)
            .take(9)
            .any(|w| w[0].is("in") && matches!(w[1].norm.as_str(), "a" | "an" | "his" | "her"));
        let road = matches!(words[into].norm.as_str(), "along" | "onto");
        let hit = words[into + 1..].iter().take(6).any(|t| struck.contains(&t.norm.as_str()));
        if walking && (carried || moved || one || raced && inside)
            || !road && !raced && hit && (carried || moved || between.is_empty())
        {
            return Some(ram(word.span.join(words[into].span)));
        }
    }
    None
}

/// `steered a hired lorry along the esplanade, killing nine`.
fn down_street(words: &[Token], moved: bool, vehicle: impl Fn(&Token) -> bool) -> Option<Span> {
    let along = words.iter().take(9).position(|t| matches!(t.norm.as_str(), "down" | "along" | "through"))?;
    let carried = moved || words[1..along.max(1)].iter().any(vehicle);
    let street = words[along + 1..].iter().take(5).any(|t| {
        matches!(
            t.norm.as_str(),
            "street"
                | "avenue"
                | "boulevard"
                | "promenade"
                | "esplanade"
                | "sidewalk"
                | "pavement"
                | "path"
                | "footpath"
                | "lane"
        )
    });
    let harm = words.iter().any(|t| {
        matches!(t.norm.as_str(), "killing" | "injuring" | "wounding" | "hitting" | "striking" | "killed" | "injured")
    });
    (carried && street && harm).then(|| words[0].span.join(words[along].span))
}

/// `ran down four pedestrians`, `mowed down shoppers with a van`: people under the wheels of a vehicle that is named.
fn run_down(words: &[Token], moved: bool, vehicle: impl Fn(&Token) -> bool) -> Option<Span> {
    let verb =
        |t: &Token| matches!(t.norm.as_str(), "ran" | "runs" | "mowed" | "mows" | "mowing" | "running" | "knocked");
    let down = words.get(1)?.is("down") || words.get(1)?.is("over");
    let rest = &words[2..words.len().min(14)];
    let people = rest.iter().take(5).any(|t| {
        matches!(
            t.norm.as_str(),
            "people"
                | "pedestrians"
                | "shoppers"
                | "tourists"
                | "passers-by"
                | "cyclists"
                | "soldiers"
                | "officers"
                | "worshippers"
                | "marchers"
                | "protesters"
        )
    });
    let wheels = moved || rest.iter().take_while(|t| !matches!(t.norm.as_str(), "." | ";")).any(vehicle);
    (verb(&words[0]) && down && people && wheels).then(|| words[0].span.join(words[1].span))
}

fn ram(span: Span) -> Trigger {
    Trigger::deed(span, vec![AttackType::VehicleRamming])
}

/// What these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "driven_into",
        attack: Some(AttackType::VehicleRamming),
        fires: &[
            ("A man drove a tractor into a crowd of skaters.", "drove a tractor into"),
            ("She steered a bus into the gate of the camp.", "steered a bus into"),
            ("A man in a hired jeep drove down a footpath and killed two joggers.", "drove down"),
            ("He steered a hired lorry along the esplanade, killing nine.", "steered a hired lorry along"),
        ],
        silent: &[
            "They drove a van into town.",
            "Two men drove up in a taxi and stabbed a porter at the gate.",
            "The ambulance drove the wounded into hospital.",
        ],
    },
    Telling {
        rule: "run_down",
        attack: Some(AttackType::VehicleRamming),
        fires: &[
            ("The attacker ran down four cyclists with a van.", "ran down"),
            ("A van mounted the kerb and mowed down shoppers.", "mowed down"),
        ],
        silent: &["He ran down the stairs to the van.", "The battery ran down."],
    },
];
