//! Attackers who meant to die by their own bomb, also where nobody says `suicide`.
//!
//! Enters: the words of a sentence. Leaves: the words that say so.
//! Example: `set off his vest`, `the driver detonated the load`, `rammed a lorry full of explosives into the gate`;
//! not `whether it was a suicide bombing is not known`.

use crate::annotate::Item;
use crate::frame::words::{any, is};
use crate::span::Span;
use crate::text::Token;

/// Words that say it by themselves.
const SAID: &[&str] = &["suicide", "fidayeen", "fidayee", "fedayeen", "fidayin", "kamikaze"];

/// Words behind `suicide` that make it an attack.
const OF_BOMBERS: &[&str] = &[
    "bomber",
    "bombers",
    "bomb",
    "bombs",
    "bombing",
    "bombings",
    "attack",
    "attacks",
    "attacker",
    "attackers",
    "blast",
    "blasts",
    "explosion",
    "explosions",
    "mission",
    "missions",
    "vest",
    "vests",
    "belt",
    "belts",
    "jacket",
    "jackets",
    "squad",
    "squads",
    "car",
    "truck",
    "lorry",
    "vehicle",
    "vehicles",
    "assault",
    "assaults",
    "raid",
    "raids",
    "strike",
    "strikes",
    "unit",
    "units",
    "operation",
    "operations",
    "commando",
    "commandos",
    "assailant",
    "assailants",
    "militant",
    "militants",
    "fighter",
    "fighters",
    "terrorist",
    "terrorists",
    "motorcycle",
    "boat",
    "boats",
    "detonation",
    "device",
    "devices",
    "explosives",
];

const SETS_OFF: &[&str] = &[
    "detonated",
    "detonates",
    "detonating",
    "detonate",
    "exploded",
    "explodes",
    "exploding",
    "triggered",
    "triggers",
    "triggering",
    "activated",
    "activates",
    "ignited",
];

/// What is worn to die in.
const WORN: &[&str] = &["vest", "vests", "jacket", "jackets", "belt", "belts", "waistcoat", "waistcoats"];

const CHARGE: &[&str] = &[
    "explosives",
    "explosive",
    "bomb",
    "bombs",
    "device",
    "devices",
    "charge",
    "charges",
    "load",
    "dynamite",
    "grenades",
];

const VEHICLE: &[&str] = &[
    "car",
    "vehicle",
    "truck",
    "van",
    "lorry",
    "bus",
    "suv",
    "motorcycle",
    "motorbike",
    "pickup",
    "jeep",
    "tanker",
    "minibus",
    "tractor",
    "humvee",
    "ambulance",
    "rickshaw",
    "boat",
    "taxi",
    "trailer",
    "wagon",
    "bicycle",
    "scooter",
    "minivan",
];

const DRIVEN: &[&str] = &[
    "drove", "drives", "driving", "driven", "rammed", "rams", "ramming", "ploughed", "plowed", "crashed", "smashed",
    "slammed", "steered",
];

/// People who are with their bomb when it goes off.
const BEARERS: &[&str] = &["driver", "rider", "bomber", "bombers", "motorcyclist", "assailant", "attacker"];

/// Before the words: nobody says that it was one.
const DOUBT: &[&str] =
    &["whether", "if", "may", "might", "could", "possible", "possibly", "not", "no", "ruled", "rule", "threat"];

/// The words of a sentence that tell of a suicide attack.
pub fn suicide(items: &[Item], tokens: &[Token]) -> Option<Span> {
    let range = items.first()?.tokens.start..items.last()?.tokens.end;
    let words = &tokens[range];
    said(words).or_else(|| told(words))
}

fn said(words: &[Token]) -> Option<Span> {
    let at = words.iter().enumerate().position(|(at, token)| {
        // "committed suicide": nobody's attack; "suicide car bombing", "suicide and car bombs" are
        let tail = &words[at + 1..(at + 4).min(words.len())];
        let drone = tail.first().is_some_and(|t| is(t, &["drone", "drones", "uav", "uavs"]));
        let attack = !token.is("suicide") || any(tail, OF_BOMBERS) && !drone;
        is(token, SAID) && attack && !doubted(words, at)
    })?;
    Some(words[at].span)
}

/// `may have been`, `looking into whether it was`: what is not known is not told.
fn doubted(words: &[Token], at: usize) -> bool {
    let back = &words[at.saturating_sub(5)..at];
    let ahead = &words[(at + 1).min(words.len())..(at + 5).min(words.len())];
    any(back, &["whether", "ruled", "rule"])
        || ahead.windows(2).any(|w| is(&w[0], &["may", "might", "could"]) && is(&w[1], &["have", "be"]))
        || back.windows(3).any(|w| is(&w[0], &["may", "might", "could"]) && w[1].is("have") && w[2].is("been"))
}

/// Told without a word for it.
fn told(words: &[Token]) -> Option<Span> {
    (0..words.len()).find_map(|at| {
        worn(words, at).or_else(|| borne(words, at)).or_else(|| driven(words, at)).or_else(|| clad(words, at))
    })
}

/// One past `detonated` or `set off` at a word.
fn sets_off(words: &[Token], at: usize) -> Option<usize> {
    let off = is(&words[at], &["set", "sets", "setting", "let"]) && words.get(at + 1).is_some_and(|t| t.is("off"));
    let blew = is(&words[at], &["blew", "blows", "blowing"]) && words.get(at + 1).is_some_and(|t| t.is("up"));
    let it = is(&words[at], &["set", "sets", "setting", "blew"])
        && words.get(at + 1).is_some_and(|t| is(t, &["it", "them"]))
        && words.get(at + 2).is_some_and(|t| is(t, &["off", "up"]));
    if it {
        return Some(at + 3);
    }
    if off || blew { Some(at + 2) } else { is(&words[at], SETS_OFF).then_some(at + 1) }
}

/// `set off his vest`, `detonated explosives strapped to her body`, `the bomb that he wore`.
fn worn(words: &[Token], at: usize) -> Option<Span> {
    if let Some(end) = sets_off(words, at) {
        let object = &words[end..(end + 9).min(words.len())];
        let stop =
            object.iter().position(|t| matches!(t.norm.as_str(), "." | ";" | "," | "after")).unwrap_or(object.len());
        let object = &object[..stop];
        let on_body = object.windows(3).any(|w| {
            is(&w[0], &["strapped", "attached", "tied", "taped", "fastened", "wrapped"])
                && is(&w[1], &["to", "around", "round"])
                && is(&w[2], &["his", "her", "their", "himself", "herself", "themselves", "the"])
        });
        let vest = object.iter().position(|t| is(t, WORN)).is_some_and(|k| {
            any(&object[..k], &["his", "her", "their", "its", "suicide", "explosive", "explosives", "bomb"])
        });
        let wearing = any(object, &["wearing", "wore"]) && any(object, CHARGE);
        // "boarded a tram and detonated his explosives", "set off the charge in his satchel and died"
        let bag = [
            "rucksack", "backpack", "bag", "satchel", "suitcase", "coat", "jacket", "vest", "car", "van", "lorry",
            "truck",
        ];
        let own = object.first().is_some_and(|t| is(t, &["his", "her", "their"]))
            && object.iter().take(3).any(|t| is(t, &["explosives", "explosive", "bomb", "charge", "load"]));
        let died = |whom: &[&str]| {
            words[end..].windows(2).take(24).any(|w| is(&w[0], &["killed", "killing", "including"]) && is(&w[1], whom))
        };
        let carried =
            any(object, CHARGE) && object.windows(2).any(|w| is(&w[0], &["his", "her", "their"]) && is(&w[1], &bag));
        // "a car full of dynamite blew up as the consul passed, killing him": not the one who brought it
        let brought = any(&words[at.saturating_sub(16)..at], CHARGE) && died(&["himself", "herself"]);
        let carried = carried && died(&["him", "her", "himself", "herself"]) || brought;
        if (on_body || vest || wearing || own || carried)
            && !any(&words[at.saturating_sub(3)..at], &["not", "failed", "could", "before"])
        {
            return Some(words[at].span.join(object.last().unwrap_or(&words[at]).span));
        }
    }
    let wore = is(&words[at], &["bomb", "explosives", "bombs"])
        && words[at + 1..].iter().take(3).any(|t| is(t, &["he", "she", "they"]))
        && words[at + 1..].iter().take(5).any(|t| is(t, &["wore", "wearing"]));
    wore.then(|| words[at].span.join(words[(at + 3).min(words.len() - 1)].span))
}

/// `the driver set off the load`, `the rider blew up his motorcycle`, `a bomber threw himself at the car`.
fn borne(words: &[Token], at: usize) -> Option<Span> {
    if !is(&words[at], BEARERS) {
        return None;
    }
    let next = (at + 1..(at + 4).min(words.len())).find_map(|k| sets_off(words, k).map(|end| (k, end)));
    if let Some((k, end)) = next
        && !any(&words[at + 1..k], DOUBT)
        && !any(&words[at + 1..k], &["was", "were", "had", "when", "as", ",", "by"])
    {
        let object = &words[end..(end + 6).min(words.len())];
        if any(object, CHARGE) || any(object, VEHICLE) || any(object, WORN) {
            return Some(words[at].span.join(words[end - 1].span));
        }
    }
    let threw = words[at..].iter().take(3).any(|t| is(t, &["threw", "hurled", "flung"]))
        && words[at..].iter().take(5).any(|t| is(t, &["himself", "herself"]))
        && is(&words[at], &["bomber", "bombers"]);
    // "the driver died in the blast": the one who brought the bomb
    let died = is(&words[at], &["driver", "rider", "bomber", "motorcyclist"])
        && words[at + 1..].iter().take(4).any(|t| is(t, &["died", "killed", "dead"]))
        && words[at + 1..].iter().take(8).any(|t| is(t, &["explosion", "blast", "detonation"]))
        && any(words, &["explosives", "bomb"])
        && any(words, DRIVEN);
    (threw || died).then_some(words[at].span)
}

/// `an attacker with an explosive belt struck a hall`, `rammed the gate in a car loaded with explosives`.
fn clad(words: &[Token], at: usize) -> Option<Span> {
    let ahead = |from: usize, n: usize| &words[from.min(words.len())..(from + n).min(words.len())];
    let bomber = is(&words[at], &["bomber", "attacker", "assailant", "militant"])
        && any(ahead(at + 1, 2), &["wearing", "wore", "with"]);
    if bomber {
        let vest = ahead(at + 2, 5).windows(2).position(|w| {
            is(&w[0], &["explosive", "explosives", "suicide", "bomb", "laden", "filled", "packed"]) && is(&w[1], WORN)
        });
        let struck = ["struck", "hit", "attacked", "targeted", "blew", "killed", "walked", "entered"];
        return vest
            .filter(|k| any(ahead(at + 4 + k, 3), &struck))
            .map(|k| words[at].span.join(words[at + 3 + k].span));
    }
    // "she lit the dynamite and killed two and herself"
    let killed = is(&words[at], &["killed", "kills", "killing"])
        && ahead(at + 1, 8).windows(2).any(|w| w[0].is("and") && is(&w[1], &["himself", "herself"]))
        && words[at.saturating_sub(10)..at].iter().any(|t| is(t, CHARGE))
        || is(&words[at], &["killed", "kills", "killing"])
            && is(words.get(at + 1)?, &["himself", "herself"])
            && words.get(at + 2).is_some_and(|t| t.is("and"))
            && words[at.saturating_sub(10)..at].iter().any(|t| is(t, CHARGE));
    if killed {
        return Some(words[at].span);
    }
    let rams = is(&words[at], &["rammed", "rams", "ramming", "hit", "struck"]);
    let behind = ahead(at + 1, 22);
    let stop = behind.iter().position(|t| is(t, &[".", ";", "said"])).unwrap_or(behind.len());
    let loaded = behind[..stop].windows(5).find(|w| {
        is(&w[0], &["a", "an", "his", "the"])
            && is(&w[2], &["loaded", "laden", "packed", "filled", "rigged", "stuffed"])
            && w[3].is("with")
            && is(&w[4], CHARGE)
    })?;
    let led = behind[..stop].iter().position(|t| t.span == loaded[0].span)?;
    let inside = led > 0 && is(&behind[led - 1], &["in", "with"]);
    (rams && inside).then(|| words[at].span.join(loaded[4].span))
}

/// `rammed a lorry packed with explosives into the gate`: nobody gets out of that.
fn driven(words: &[Token], at: usize) -> Option<Span> {
    if !is(&words[at], DRIVEN) {
        return None;
    }
    let into = at
        + 1
        + words[at + 1..].iter().take(14).position(|t| is(t, &["into", "at", "through", "toward", "towards"]))?;
    let around = &words[at.saturating_sub(9)..into];
    let between = &words[at + 1..into];
    if any(between, &[".", ";", "said"]) || any(around, &["unmanned", "remote", "empty", "donkey", "abandoned"]) {
        return None;
    }
    let loaded = |part: &[Token]| any(part, VEHICLE) && any(part, &["explosives", "explosive", "bomb", "bombs"]);
    let before = &words[at.saturating_sub(9)..at];
    (loaded(between) || loaded(before) && between.len() < 3).then(|| words[at].span.join(words[into].span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn found(text: &str) -> bool {
        let document = Document::cut(text, None);
        let words = document.tokens_of(&document.sentences[0]);
        said(words).or_else(|| told(words)).is_some()
    }

    #[test]
    fn the_bomb_tells_it_without_the_word() {
        for text in [
            "A woman walked up to the queue and set off her vest.",
            "He detonated explosives strapped to his body near the gate.",
            "The driver set off the load beside the consulate.",
            "Rebels rammed a lorry packed with explosives into the barracks.",
            "An explosives-laden car was driven into the convoy.",
            "The bomb that she wore killed nine shoppers.",
            "Fidayeen entered the camp at dawn.",
            "A man boarded a tram and detonated his explosives.",
            "She sat down and set off the bomb in her satchel, which killed her and hurt nine others.",
            "A man took a van filled with explosives to the gate and set it off, killing nine clerks, including himself.",
            "An attacker with an explosive belt struck a wake.",
            "A man rammed the gate of a depot in a Moskvich loaded with explosives.",
        ] {
            assert!(found(text), "{text}");
        }
    }

    #[test]
    fn doubt_and_distance_tell_nothing() {
        for text in [
            "Police are looking into whether it was a suicide bombing.",
            "A suicide bomber may have been among the gunmen.",
            "Militants detonated a bomb as the bus passed.",
            "The driver was hurt when a bomb exploded.",
            "The army used suicide drones.",
            "Guards drove a car into the compound.",
            "A car full of dynamite blew up as the consul passed, killing him.",
            "Police arrested an attacker wearing an explosive vest.",
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
