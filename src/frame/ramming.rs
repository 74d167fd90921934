//! Vehicles driven into people, gates and convoys.
//!
//! Enters: the words of a sentence. Leaves: a trigger where they say so.
//! Example: `drove a lorry into the crowd` is a ramming, `drove into town` is none.

use crate::annotate::Item;
use crate::frame::trigger::Trigger;
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
    // "86 people were killed by an attacker in a lorry", "by a hijacked truck"
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
        if !driving.contains(&word.norm.as_str()) {
            continue;
        }
        let Some(into) = words[at + 1..]
            .iter()
            .take(12)
            .position(|t| matches!(t.norm.as_str(), "into" | "at" | "through" | "over"))
            .map(|k| at + 1 + k)
        else {
            continue;
        };
        let between = &words[at + 1..into];
        if between.iter().any(|t| matches!(t.norm.as_str(), "." | ";" | "said" | "hospital")) {
            continue;
        }
        let carried = between.iter().any(vehicle);
        let moved = words[at.saturating_sub(7)..at].iter().any(vehicle);
        let hit = words[into + 1..].iter().take(6).any(|t| struck.contains(&t.norm.as_str()));
        if hit && (carried || moved || between.is_empty()) {
            return Some(ram(word.span.join(words[into].span)));
        }
    }
    None
}

fn ram(span: Span) -> Trigger {
    Trigger {
        span,
        types: vec![AttackType::VehicleRamming],
        sure: true,
        definite: false,
        plural: false,
        noun: false,
        further: false,
        weak: false,
    }
}
