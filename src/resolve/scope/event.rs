//! What a sentence says of an event, as far as sorting needs it.
//!
//! Enters: a segment and its report. Leaves: its surest trigger, its cue, whether it counts and what it brings in anew.
//! Example: `Hours after the raid a mine blew up a cart` introduces a mine and stands beside another event.

use crate::annotate::date::DateWords;
use crate::annotate::{Item, Tags, Value};
use crate::frame::report::{PlaceWords, Report, Trigger};
use crate::reference::fold::fold;
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::cue::Cue;
use crate::resolve::scene::SceneDate;
use crate::resolve::segment::superlative;
use crate::text::Token;
use crate::vocabulary::Outcome;

/// A segment's event.
pub(super) struct Event<'a> {
    /// Index of the segment.
    pub index: usize,
    /// What it reports.
    pub report: &'a Report,
    /// The surest trigger.
    pub trigger: Option<&'a Trigger>,
    /// News, history, a sum.
    pub cue: Cue,
    /// When.
    pub date: Option<SceneDate>,
    /// It opens with the date or the place: `In May …`, `At Thala …`.
    pub fronted: bool,
    /// An attacker or a weapon comes in anew: `a mine blew up a cart`, `gunmen opened fire`.
    pub introduces: bool,
    /// Other attackers than before: `another set of gunmen`.
    pub others: bool,
    /// Cut off from a clause that leans on it: `the worst since …`, `hours after …`.
    pub leans: bool,
    /// Named by its day: `Sunday's bombings`.
    pub by_day: bool,
    /// In what somebody says: `the caller said that he had been executed`.
    pub told: bool,
    /// A state's force acts.
    pub by_state: bool,
}

impl Event<'_> {
    /// It harms somebody in numbers.
    pub fn counted(&self) -> bool {
        harm(self.report)
            && self.report.casualties.iter().any(|c| c.quantity.is_some_and(|q| q.printed().is_some()) && !c.unreal)
    }

    /// `the attack`, `Tuesday's bombing`.
    pub fn definite(&self) -> bool {
        self.trigger.is_some_and(|t| t.definite && t.noun)
    }

    /// `another attack`, `elsewhere`.
    pub fn further(&self) -> bool {
        self.trigger.is_some_and(|t| t.further && t.noun) || self.cue == Cue::Further || self.others
    }
}

/// Casualties of an attack, not freed prisoners or arrests.
pub(super) fn harm(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        !c.unreal
            && !matches!(c.outcome, Outcome::Released | Outcome::Captured | Outcome::Displaced | Outcome::Missing)
            && (c.quantity.is_some() || c.people.is_some())
    })
}

/// The surest trigger. `in the deadliest attack since 2004, gunmen overran …`: the noun only ranks what the verb tells.
pub(super) fn main_trigger<'r>(report: &'r Report, items: &[Item], tokens: &[Token]) -> Option<&'r Trigger> {
    let ranks = |t: &Trigger| {
        let at = items.iter().position(|i| i.span.overlaps(t.span)).unwrap_or(0);
        t.noun && items[at.saturating_sub(4)..at].iter().any(|i| superlative(&tokens[i.tokens.clone()]))
    };
    let sure = || report.triggers.iter().filter(|t| t.sure);
    // "hours after the abduction a mast was blown up": what it counts from was told before
    let counts_from = |t: &Trigger| {
        let at = items.iter().position(|i| i.span.overlaps(t.span)).unwrap_or(0);
        let counted = items[at.saturating_sub(3)..at].iter().any(|i| {
            matches!(i.value, Value::Date(DateWords::After { .. }))
                || tokens[i.tokens.clone()].iter().any(|t| t.is("after"))
        });
        t.noun && t.definite && at < 8 && counted && sure().any(|o| !o.noun && o.span.start > t.span.end)
    };
    sure()
        .find(|t| !t.plural && !ranks(t) && !counts_from(t))
        .or_else(|| sure().find(|t| !t.plural))
        .or_else(|| sure().next())
        .or_else(|| report.triggers.first())
}

/// An attacker or a weapon that the sentence brings in: no article, an indefinite one or a number.
pub(super) fn introduces(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().enumerate().any(|(at, item)| {
        let before = items[..at].iter().rev().take(4);
        let mut before = before.take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)));
        if item.is(Tags::AGENT) && item.people().is_some() {
            return item.people().is_some_and(|p| !p.definite && !p.partitive);
        }
        let bare = items[..at].last().is_none_or(|i| i.is(Tags::DATE.with(Tags::COMMA)))
            && tokens[item.tokens.clone()].last().is_some_and(|t| t.norm.ends_with('s'));
        item.is(Tags::WEAPON) && (bare || before.any(|i| i.is(Tags::A.with(Tags::ANOTHER).with(Tags::NUM))))
    })
}

/// The segment opens with a place or a day: `In Kabul, …`, `At Thala, in …`, `On Friday a grenade …`.
pub(super) fn fronted(items: &[Item]) -> bool {
    let mut ahead = items.iter().skip_while(|i| i.is(Tags::AND.with(Tags::BUT).with(Tags::ADV))).take(7);
    let leads = ahead.next().is_some_and(|i| i.is(Tags::IN.with(Tags::ON).with(Tags::AT).with(Tags::DATE)));
    leads
        && (items.first().is_some_and(|i| i.is(Tags::DATE))
            || ahead.take_while(|i| !i.is(Tags::VERB.with(Tags::PEOPLE))).any(|i| i.is(Tags::DATE.with(Tags::PLACE))))
}

/// A place of its own: a town, behind a preposition.
pub(super) fn town(places: &[PlaceWords]) -> bool {
    places.iter().any(|p| p.led && p.there() && p.candidates.first().is_some_and(|c| c.kind == PlaceKind::Populated))
}

/// Several attacks at once: `two attacks`, `a string of bombings`, `five massacres`. Not `twin blasts`: those share a toll.
pub(in crate::resolve) fn several(items: &[Item], tokens: &[Token]) -> bool {
    const RUNS: &[&str] = &[
        "separate",
        "series",
        "string",
        "chain",
        "flurry",
        "rash",
        "succession",
        "spate",
        "wave",
        "several",
        "multiple",
        "different",
    ];
    items.iter().enumerate().any(|(at, item)| {
        let plural = match &item.value {
            Value::Event(noun) => noun.plural,
            _ => tokens[item.tokens.clone()].iter().any(|t| t.is("incidents")),
        };
        let before = items[at.saturating_sub(4)..at].iter().rev();
        plural
            && tokens[item.tokens.clone()].iter().any(|t| t.norm.ends_with('s'))
            && before.take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA))).any(|i| {
                i.quantity().is_some_and(|q| q.low.is_some_and(|n| (2..100).contains(&n)))
                    || tokens[i.tokens.clone()].iter().any(|t| RUNS.contains(&t.norm.as_str()))
            })
    })
}

/// An attack named by its day: `Sunday's bombings`, not `Sunday's report of bombings`.
pub(super) fn by_day(items: &[Item], trigger: Option<&Trigger>) -> bool {
    let Some(at) = trigger.and_then(|t| items.iter().position(|i| i.span.overlaps(t.span))) else { return false };
    let before = &items[at.saturating_sub(3)..at];
    before.iter().any(|i| i.is(Tags::GENITIVE)) && before.first().is_some_and(|i| i.is(Tags::DATE))
        || before.iter().rev().take(2).any(|i| i.is(Tags::DATE) && i.is(Tags::GENITIVE))
}

/// Somebody says it: a verb of saying stands before the trigger.
pub(super) fn told(items: &[Item], trigger: Option<&Trigger>) -> bool {
    let Some(at) = trigger.and_then(|t| items.iter().position(|i| i.span.overlaps(t.span))) else { return false };
    items[..at].iter().any(|i| i.is(Tags::SAY) && i.is(Tags::VERB))
}

/// `another group of gunmen`, `another set of attackers`: others than before, at the head of what they do.
pub(super) fn others(items: &[Item]) -> bool {
    items.iter().enumerate().any(|(at, item)| {
        let people = item.people().is_some_and(|p| item.is(Tags::AGENT) && !p.definite);
        let verb = items[at + 1..].iter().take(9).find(|i| i.is(Tags::VERB.with(Tags::PEOPLE).with(Tags::STOP)));
        let verb = verb.is_some_and(|i| i.is(Tags::VERB) && !i.is(Tags::PAS));
        people && verb && items[at.saturating_sub(3)..at].iter().any(|i| i.is(Tags::ANOTHER))
    })
}

/// `Another village, Thala, was raided`: a place like the first, named.
pub(super) fn another_site(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().enumerate().any(|(at, item)| {
        let other = at > 0 && items[at - 1].is(Tags::ANOTHER)
            || tokens[item.tokens.clone()].first().is_some_and(|t| t.is("another"));
        let behind = || items[at + 1..].iter().take(9);
        let struck = behind().find(|i| i.is(Tags::VERB)).is_some_and(|i| {
            i.is(Tags::PAS)
                && i.is(Tags::ATTACK.with(Tags::EXPLODE).with(Tags::SHOOT).with(Tags::ARSON).with(Tags::RAM))
        });
        let named = behind().take(4).any(|i| i.is(Tags::PLACE.with(Tags::NAME)));
        item.is(Tags::SITE) && other && struck && named
    })
}

/// A place behind a preposition that none of the names of the scene is: a town, or one that no list holds.
pub(super) fn own_place(places: &[PlaceWords], told: &[(usize, PlaceWords)], text: &str) -> bool {
    let name = |p: &PlaceWords| fold(p.span.of(text));
    places.iter().any(|p| {
        p.led
            && !p.institutional
            && p.candidates.first().is_none_or(|c| c.kind == PlaceKind::Populated)
            && !told.iter().any(|(_, q)| name(q) == name(p))
    })
}
