//! Fires that somebody set, where the verb and the flames stand apart.
//!
//! Enters: the words of a sentence. Leaves: a trigger where they say so.
//! Example: `set the hall ablaze`, `poured petrol over the doors and lit it`; `the blast set two vans ablaze` is none.

use crate::annotate::{Item, Tags};
use crate::frame::trigger::Trigger;
use crate::frame::words::{Telling, has, is};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::AttackType;

const FLAMES: &[&str] = &["ablaze", "alight", "afire", "aflame"];

const POURED: &[&str] =
    &["poured", "pours", "pouring", "doused", "douses", "dousing", "splashed", "splashing", "sprinkled"];

const FUEL: &[&str] = &["petrol", "gasoline", "kerosene", "fuel", "diesel", "paraffin"];

const LIT: &[&str] = &["lit", "set", "ignited", "setting", "lighting", "igniting", "torched", "torching", "burned"];

/// A fire told in two parts; bombs that set something on fire are no arson.
pub fn fire(items: &[Item], tokens: &[Token]) -> Option<Trigger> {
    let words = &tokens[items.first()?.tokens.start..items.last()?.tokens.end];
    let span = (0..words.len()).find_map(|at| {
        let rest = &words[at + 1..words.len().min(at + 8)];
        if is(&words[at], &["set", "sets", "setting"]) {
            let flames = rest
                .iter()
                .position(|t| is(t, FLAMES))
                .or_else(|| rest.windows(2).position(|w| w[0].is("on") && w[1].is("fire")).map(|k| k + 1))?;
            let clear = !rest[..flames].iter().any(|t| is(t, &[".", ";", ",", "and", "himself", "herself"]));
            return (flames > 0 && clear).then(|| (words[at].span.join(rest[flames].span), at));
        }
        if is(&words[at], POURED) && rest.iter().any(|t| is(t, FUEL)) {
            let lit = words[at + 1..].iter().take(16).find(|t| is(t, LIT))?;
            let himself = rest.iter().any(|t| is(t, &["himself", "herself"]));
            return (!himself).then(|| (words[at].span.join(lit.span), at));
        }
        None
    });
    let (span, at) = span?;
    let start = words[at].span.start;
    let before = items.iter().filter(|i| i.span.end <= start);
    // "they set a whole quarter on fire", said of a war: nobody is named who came to attack
    let unknown = ["unknown", "unidentified", "masked", "hooded"];
    let people = before.clone().any(|i| i.is(Tags::AGENT.with(Tags::GROUP)) || has(tokens, i, &unknown));
    let bomb = before.clone().any(|i| i.is(Tags::WEAPON.with(Tags::EXPLODE).with(Tags::EVENT)));
    let violent = items.iter().any(|i| i.is(Tags::KILL.with(Tags::SHOOT).with(Tags::ATTACK)));
    let protest =
        words.iter().any(|t| is(t, &["protesters", "demonstrators", "mob", "rioters", "effigy", "tyres", "tires"]));
    // armies burn quarters, too
    let state = ["military", "army", "troops", "soldiers", "police"];
    let by_state = words[..at].iter().any(|t| is(t, &state));
    (!protest && !by_state && (people || !bomb && violent)).then(|| arson(span))
}

fn arson(span: Span) -> Trigger {
    Trigger { weak: true, ..Trigger::deed(span, vec![AttackType::Arson]) }
}

/// What these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "set_alight",
        attack: Some(AttackType::Arson),
        fires: &[
            ("Unidentified people set a dredger on fire.", "set a dredger on fire"),
            ("Rebels set the customs shed ablaze before dawn.", "set the customs shed ablaze"),
            ("The raiders killed a herdsman and set two granaries on fire.", "set two granaries on fire"),
        ],
        silent: &[
            "The blast set two vans ablaze.",
            "Protesters set a stack of tyres alight.",
            "Troops set the reeds on fire.",
            "The speech set the hall on fire, and he left.",
        ],
    },
    Telling {
        rule: "poured_and_lit",
        attack: Some(AttackType::Arson),
        fires: &[("Gunmen poured kerosene over the looms and lit it.", "poured kerosene over the looms and lit")],
        silent: &["A man doused himself with petrol and set himself alight.", "Gunmen poured petrol into a generator."],
    },
];
