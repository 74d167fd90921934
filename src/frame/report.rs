//! What one sentence reports.
//!
//! Enters: a sentence's items. Leaves: casualties, triggers of attacks, dates, places, groups, weapons and targets.
//! Example: `Gunmen attacked a bus in Kabul on Friday` has a trigger, a target, a place and a date.

use crate::annotate::chunk::groups;
use crate::annotate::date::DateWords;
use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::bomber::bombers;
use crate::frame::casualty::{Casualty, casualties};
use crate::frame::claim::reading::actors;
use crate::frame::claim::{Asserted, assertions};
use crate::frame::ramming::ramming;
use crate::frame::relation::{Related, relations};
use crate::frame::speaker::{Speaker, speaker};
pub use crate::frame::target::TargetWords;
use crate::frame::target::targets;
pub use crate::frame::trigger::Trigger;
use crate::frame::trigger::{noun_trigger, verb_trigger};
use crate::frame::weapon::weapon;
pub use crate::frame::weapon::{Part, WeaponWords};
use crate::reference::gazetteer::Place;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, ClaimKind};

/// A place as printed.
#[derive(Clone, Debug)]
pub struct PlaceWords {
    /// The words.
    pub span: Span,
    /// Candidates, best first; none where only its form speaks for it.
    pub candidates: Vec<Place>,
    /// Behind `in`, `at`, `near`.
    pub led: bool,
    /// The word behind it (`district`, `province`), or empty.
    pub area: String,
    /// Index of its item.
    pub item: usize,
    /// Part of the name or title of somebody who speaks, or of an organisation.
    pub institutional: bool,
}

/// A sentence's report.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// All its words.
    pub words: Span,
    /// Casualties.
    pub casualties: Vec<Casualty>,
    /// Bombers who died by their own bomb.
    pub bombers: Option<Casualty>,
    /// Attacks.
    pub triggers: Vec<Trigger>,
    /// Dates with their words and whether they date a statement (`said on Tuesday`).
    pub dates: Vec<(DateWords, Span, bool)>,
    /// Places.
    pub places: Vec<PlaceWords>,
    /// Weapons.
    pub weapons: Vec<WeaponWords>,
    /// Targets.
    pub targets: Vec<TargetWords>,
    /// Groups named, in order.
    pub groups: Vec<GroupName>,
    /// Those of them that are not mere background.
    pub actors: Vec<GroupName>,
    /// Assertions about groups.
    pub assertions: Vec<Asserted>,
    /// Assertions about two groups.
    pub relations: Vec<Related>,
    /// Who speaks.
    pub speaker: Option<Speaker>,
    /// Attackers named by a common noun: gunmen, militants.
    pub attackers: Vec<Span>,
    /// `suicide` stands in it.
    pub suicide: Option<Span>,
}

/// Reads a sentence.
pub fn report(items: &[Item], tokens: &[Token]) -> Report {
    let mut out = Report {
        words: items.first().zip(items.last()).map_or(Span::new(0, 0), |(a, b)| a.span.join(b.span)),
        casualties: casualties(items, tokens),
        bombers: bombers(items, tokens),
        groups: groups(items).into_iter().cloned().collect(),
        actors: actors(items, tokens),
        assertions: assertions(items, tokens),
        relations: relations(items, tokens),
        speaker: speaker(items, tokens),
        ..Report::default()
    };
    for (at, item) in items.iter().enumerate() {
        visit(&mut out, items, at, item, tokens);
        for inner in 0..item.inner.len() {
            visit(&mut out, &item.inner, inner, &item.inner[inner], tokens);
        }
    }
    out.targets = targets(items, tokens, &out.casualties);
    if !out.triggers.iter().any(|t| t.types.contains(&AttackType::VehicleRamming)) {
        out.triggers.extend(ramming(items, tokens));
    }
    date_of_claim(&mut out, items);
    out
}

/// `On Tuesday the group claimed the bombing`: the day of the claim, not of the bombing.
fn date_of_claim(out: &mut Report, items: &[Item]) {
    let claims = out.assertions.iter().any(|a| matches!(a.kind, ClaimKind::Responsibility | ClaimKind::Denial));
    let head = items.get(1).or(items.first()).map_or(0, |i| i.span.start);
    if claims && out.casualties.is_empty() {
        for (_, span, said) in &mut out.dates {
            *said |= span.start <= head;
        }
    }
}

fn visit(out: &mut Report, items: &[Item], at: usize, item: &Item, tokens: &[Token]) {
    let before = at.checked_sub(1).map(|i| &items[i]);
    match &item.value {
        Value::Date(words) => {
            let said = items[..at]
                .iter()
                .rev()
                .take(4)
                .take_while(|i| !i.is(Tags::COMMA.with(Tags::REL).with(Tags::EVENT).with(Tags::WEAPON)))
                .find(|i| i.is(Tags::VERB))
                .is_some_and(|i| {
                    i.is(Tags::SAY.with(Tags::CONDEMN).with(Tags::OWN).with(Tags::DENY).with(Tags::BLAME))
                });
            // "Friday, June 10", "Tuesday (November 12)": the second date says more of the same
            let previous = out.dates.last().filter(|(_, span, _)| item.span.start.saturating_sub(span.end) <= 3);
            let said = said || previous.is_some_and(|p| p.2);
            if previous.is_some_and(|p| matches!(p.0, DateWords::Weekday { .. }))
                && matches!(words, DateWords::Day { .. })
            {
                out.dates.pop();
            }
            // "November 21, a Saturday"
            let apposed = matches!(words, DateWords::Weekday { .. })
                && out.dates.last().is_some_and(|(d, span, _)| {
                    matches!(d, DateWords::Day { .. }) && item.span.start.saturating_sub(span.end) <= 8
                });
            if apposed {
                return;
            }
            // "since 2009", "until May": a stretch of time; "since May, when 40 died" dates what follows
            let when = items[at + 1..].iter().take(2).any(|i| has_word(tokens, i, "when"));
            let stretch =
                !when && before.is_some_and(|b| ["since", "until", "till"].iter().any(|w| has_word(tokens, b, w)));
            out.dates.push((*words, item.span, said || stretch));
        }
        Value::Place(candidates) => {
            let led = led(out, items, at);
            let next = tokens.get(item.tokens.end).map_or("", |t| t.norm.as_str());
            let after = items.get(at + 1);
            let institutional = after.is_some_and(|n| n.is(Tags::SPEAKER.with(Tags::PEOPLE)) && !n.is(Tags::AGENT))
                && !before.is_some_and(|b| b.is(Tags::IN.with(Tags::AT)));
            // "400 km south of Raipur", "on its way from Quetta": near or far, but not there
            let measured =
                items[..at].iter().rev().take(5).take_while(|i| !i.is(Tags::COMMA.with(Tags::VERB))).any(|i| {
                    i.is(Tags::UNIT)
                        || tokens[i.tokens.clone()].iter().any(|t| {
                            matches!(
                                t.norm.as_str(),
                                "way" | "native" | "travelling" | "traveling" | "bound" | "headed" | "heading"
                            )
                        })
                });
            // "a camp in Koraput district" is there, whatever the distance named before
            let there = before.is_some_and(|b| b.is(Tags::IN.with(Tags::AT)));
            let institutional = institutional || measured && !there;
            let area =
                if crate::annotate::whereabouts::AREA_BEHIND.contains(&next) { next.to_owned() } else { String::new() };
            out.places.push(PlaceWords {
                span: item.span,
                candidates: candidates.clone(),
                led,
                area,
                item: at,
                institutional,
            });
        }
        Value::Weapon { .. } => out.weapons.extend(weapon(items, at, tokens)),
        Value::People(p) if p.side == Side::Attacker => out.attackers.push(item.span),
        Value::Event(noun) => {
            if let Some(trigger) = noun_trigger(items, at, noun, tokens) {
                out.triggers.push(trigger);
            }
        }
        Value::Verb(_) => {
            if let Some(trigger) = verb_trigger(items, at, tokens) {
                out.triggers.push(trigger);
            }
        }
        _ => {}
    }
    let words = &tokens[item.tokens.clone()];
    let drone = tokens.get(item.tokens.end).is_some_and(|t| matches!(t.norm.as_str(), "drone" | "drones" | "note"))
        || words.iter().any(|t| matches!(t.norm.as_str(), "drone" | "drones"));
    if out.suicide.is_none() && !drone && words.iter().any(|t| t.is("suicide")) {
        out.suicide = Some(item.span);
    }
}

fn has_word(tokens: &[Token], item: &Item, word: &str) -> bool {
    tokens[item.tokens.clone()].iter().any(|t| t.norm == word)
}

/// Behind `in`, `at`, `near`; or nested in such a place: `Kandahar's Maywand District`, `Daraban, Pakistan`.
fn led(out: &Report, items: &[Item], at: usize) -> bool {
    let preposition =
        Tags::IN.with(Tags::AT).with(Tags::PREP).with(Tags::ON).with(Tags::FROM).with(Tags::OF).with(Tags::WORD);
    let mut back = items[..at].iter().rev().skip_while(|i| i.is(Tags::THE));
    let Some(before) = back.next() else { return false };
    if before.is(preposition) {
        return true;
    }
    let nested = before.is(Tags::GENITIVE.with(Tags::COMMA).with(Tags::SITE));
    nested && out.places.last().is_some_and(|p| p.led && items[..at].iter().rev().take(4).any(|i| i.span == p.span))
}
