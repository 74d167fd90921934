//! What a state does: an air strike, a raid by soldiers, police who fire. Such a sentence opens no incident.
//!
//! Enters: a segment with its trigger. Leaves: whether a state's force acts in it.
//! Example: `Kenya bombed two camps`, `a raid by soldiers in August killed 10`.

use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::Casualty;
use crate::frame::report::{Report, Trigger};
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::cue::Cue;
use crate::text::Token;
use crate::vocabulary::Population;

/// What only a state flies.
const AIRCRAFT: &[&str] = &["helicopter", "helicopters", "gunships", "warplane", "warplanes", "jets", "aircraft"];

/// Police, soldiers, a country.
fn state(item: &Item) -> bool {
    match &item.value {
        Value::People(p) => {
            p.side != Side::Attacker
                && matches!(p.population, Population::Police | Population::Military | Population::Paramilitary)
        }
        Value::Place(candidates) => candidates.first().is_some_and(|c| c.kind == PlaceKind::Country),
        _ => false,
    }
}

/// A state's force acts, and nobody else.
pub(super) fn state_acts(
    items: &[Item],
    tokens: &[Token],
    report: &Report,
    trigger: Option<&Trigger>,
    cue: Cue,
    dated: bool,
) -> bool {
    let Some(trigger) = trigger else { return false };
    let fell = |c: &Casualty| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
    if cue == Cue::Response && !report.casualties.is_empty() && report.casualties.iter().all(fell) {
        return true;
    }
    // "an operation in which five rebels had been killed"
    let operation = items.iter().take_while(|i| !i.span.overlaps(trigger.span)).any(|i| {
        matches!(tokens[i.tokens.end - 1].norm.as_str(), "operation" | "operations" | "encounter" | "crackdown")
    });
    if operation && report.casualties.iter().any(fell) {
        return true;
    }
    if !report.attackers.is_empty() || !report.actors.is_empty() {
        return false;
    }
    // "in response to the attack of 2020 …": what it answers has a day of its own
    if cue == Cue::Response && !(trigger.noun && dated) {
        return true;
    }
    let Some(at) = items.iter().position(|i| i.span.overlaps(trigger.span)) else { return false };
    let by = items[at + 1..].iter().take(6).position(|i| i.is(Tags::BY));
    if let Some(by) = by {
        let strike = |i: &Item| {
            tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "airstrike" | "airstrikes" | "air"))
                && i.is(Tags::EVENT)
        };
        return items[at + 2 + by..].iter().take(3).any(|i| state(i) || strike(i));
    }
    if trigger.noun || items[at].is(Tags::PAS) {
        return false;
    }
    let subject = items[..at]
        .iter()
        .rev()
        .take(5)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::SEMI).with(Tags::STOP).with(Tags::COMMA)))
        .find(|i| i.is(Tags::PEOPLE.with(Tags::PRON).with(Tags::NAME).with(Tags::GROUP).with(Tags::PLACE)));
    let led = subject.is_some_and(|s| report.places.iter().any(|p| p.span == s.span && p.led));
    // "two guards met the man on the stairs; they shot him"
    let they = subject.is_some_and(|s| s.is(Tags::PRON) && tokens[s.tokens.start].is("they"));
    let named = || items[..at].iter().find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP)));
    let flies = items[..at].iter().rev().take(4).any(|i| AIRCRAFT.contains(&tokens[i.tokens.end - 1].norm.as_str()));
    subject.is_some_and(state) && !led || they && named().is_some_and(state) || flies
}
