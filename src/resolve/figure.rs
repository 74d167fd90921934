//! From a casualty as read to a figure with party, scope and speaker.
//!
//! Enters: a casualty and its sentence's report. Leaves: a figure and the circumstances of its statement.
//! Example: `all six militants were killed` counts perpetrators; `killed 27 militants in response` is a response.

use crate::annotate::item::People;
use crate::annotate::quantity::Quantity;
use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::resolve::mention::Figure;
pub use crate::resolve::telling::Setting;
use crate::resolve::telling::Telling;
use crate::resolve::total::Circumstance;
use crate::span::Span;
use crate::vocabulary::{Extent, Outcome, Party, Population, Qualifier, SpeakerKind, Standing};

/// Singular nouns for several people.
const COLLECTIVE: &[&str] = &[
    "group",
    "family",
    "gang",
    "mob",
    "crew",
    "team",
    "militia",
    "army",
    "force",
    "squad",
    "cell",
    "unit",
    "staff",
    "public",
    "crowd",
    "population",
    "organization",
    "organisation",
    "opposition",
    "leadership",
    "couple",
    "village",
];

/// Singular nouns for a number, and for nobody.
const NUMBERS: &[&str] = &["figure", "number", "count", "toll", "total", "tally"];

/// The figures that a casualty states; none where it is unreal or counts nobody.
pub fn figures(text: &str, report: &Report, casualty: &Casualty, setting: Setting) -> Vec<(Figure, Circumstance)> {
    if casualty.unreal {
        return Vec::new();
    }
    let Some(quantity) = counted(text, casualty) else { return Vec::new() };
    let telling = Telling::new(text, report, casualty, setting, quantity);
    let circumstance = telling.circumstance();
    let told: Vec<(Figure, Circumstance)> = outcomes(casualty, quantity)
        .iter()
        .map(|&outcome| {
            let figure = Figure {
                outcome,
                party: telling.party,
                population: casualty.people.as_ref().map_or(Population::Unknown, |p| p.population),
                extent: if circumstance.part { Extent::Part } else { Extent::Total },
                includes_perpetrators: telling.held().map(|_| true),
                ..blank(&telling, quantity, casualty.span)
            };
            (figure, circumstance)
        })
        .collect();
    told.into_iter().chain(attackers(&telling, circumstance)).chain(nobody_else(&telling, circumstance)).collect()
}

/// How many; none where the words count nobody.
fn counted(text: &str, casualty: &Casualty) -> Option<Quantity> {
    let people = casualty.people.as_ref();
    let last = |p: &People| p.noun.of(text).split_whitespace().last().map(str::to_lowercase);
    let among = |p: &People, list: &[&str]| last(p).is_none_or(|w| list.contains(&w.as_str()));
    // "the higher figure includes people who died": nobody
    let one = casualty.quantity.is_none_or(|q| q.printed() == Some(1));
    if one && people.is_some_and(|p| among(p, NUMBERS)) {
        return None;
    }
    let quantity = match (casualty.quantity, people) {
        (Some(quantity), _) => quantity,
        (None, Some(p)) if p.plural => Quantity::vague(),
        // "attacker shot dead by guards", "army colonel killed"
        (None, Some(p)) if !among(p, COLLECTIVE) => Quantity::exact(1),
        _ => return None,
    };
    // "casualties" of both kinds
    let both = people.is_some_and(|p| p.noun.of(text).to_lowercase().contains("casualt"));
    (!both || quantity.low == Some(0)).then_some(quantity)
}

/// `nobody was hurt` says that nobody was killed as well.
fn outcomes(casualty: &Casualty, quantity: Quantity) -> &[Outcome] {
    let nobody = quantity.low == Some(0)
        && casualty.outcome == Outcome::Injured
        && casualty.people.as_ref().is_none_or(|p| !p.other);
    if nobody || casualty.manner == Yield::Unharmed {
        &[Outcome::Killed, Outcome::Injured]
    } else {
        std::slice::from_ref(&casualty.outcome)
    }
}

/// A figure of victims killed, said as the casualty is said.
fn blank(telling: &Telling<'_>, quantity: Quantity, words: Span) -> Figure {
    Figure {
        outcome: Outcome::Killed,
        party: Party::Victim,
        population: Population::Unknown,
        low: quantity.low,
        high: quantity.high,
        qualifier: quantity.qualifier,
        scope: telling.scope(),
        extent: Extent::Total,
        standing: Standing::Stands,
        includes_perpetrators: None,
        reported_by: telling.speaker.map(|s| s.span.of(telling.text).to_owned()),
        reported_by_kind: telling.speaker.map_or(SpeakerKind::Narrator, |s| s.kind),
        at: words.quote(telling.text),
        rule: telling.casualty.rule.to_owned(),
    }
}

/// `nine, including the bomber`: the bomber.
fn attackers(telling: &Telling<'_>, circumstance: Circumstance) -> Option<(Figure, Circumstance)> {
    let (quantity, span) = telling.held()?;
    let figure = Figure {
        outcome: telling.casualty.outcome,
        party: Party::Perpetrator,
        population: Population::Militant,
        ..blank(telling, quantity?, span)
    };
    Some((figure, Circumstance { part: false, toll: false, former: false, further: false, ..circumstance }))
}

/// `only the assailant was killed`: nobody else.
fn nobody_else(telling: &Telling<'_>, circumstance: Circumstance) -> Option<(Figure, Circumstance)> {
    let figure = blank(telling, Quantity::none(), telling.casualty.span);
    telling.only().then_some((figure, Circumstance { part: false, further: false, ..circumstance }))
}

/// A figure without words of its own is none.
pub fn counts(figure: &Figure) -> bool {
    figure.low.is_some() || figure.high.is_some() || figure.qualifier == Qualifier::Vague
}
