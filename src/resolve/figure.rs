//! From a casualty as read to a figure with party, scope and speaker.
//!
//! Enters: a casualty and its sentence's report. Leaves: a figure and the circumstances of its statement.
//! Example: `all six militants were killed` counts perpetrators; `killed 27 militants in response` is a response.

use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::resolve::cue::Cue;
use crate::resolve::mention::Figure;
use crate::resolve::total::Circumstance;
use crate::resolve::wording::{
    CHANGED, DISSENT, FORMER, GUNMEN, afterwards, apart, bombarded, operation, ordinal, separate, summed_up,
};
use crate::span::Span;
use crate::vocabulary::{Extent, Outcome, Party, Population, Qualifier, Scope, SpeakerKind, Standing};

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

/// What the sentence around a casualty is.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its index.
    pub sentence: usize,
    /// The headline.
    pub headline: bool,
    /// Its cue.
    pub cue: Cue,
}

/// The figures that a casualty states; none where it is unreal or counts nobody.
pub fn figures(text: &str, report: &Report, casualty: &Casualty, setting: Setting) -> Vec<(Figure, Circumstance)> {
    if casualty.unreal {
        return Vec::new();
    }
    let people = casualty.people.as_ref();
    let quantity = match casualty.quantity {
        Some(q) => q,
        None if people.is_some_and(|p| p.plural) => Quantity::vague(),
        // "attacker shot dead by guards", "army colonel killed"
        None if people.is_some_and(|p| {
            !p.noun.of(text).split_whitespace().last().is_none_or(|w| COLLECTIVE.contains(&w.to_lowercase().as_str()))
        }) =>
        {
            Quantity::exact(1)
        }
        None => return Vec::new(),
    };
    // "the higher figure includes people who died": nobody
    let thing = |p: &crate::annotate::item::People| {
        let noun = p.noun.of(text).to_lowercase();
        matches!(noun.split_whitespace().last(), Some("figure" | "number" | "count" | "toll" | "total" | "tally"))
    };
    if casualty.quantity.is_none_or(|q| q.printed() == Some(1)) && people.is_some_and(thing) {
        return Vec::new();
    }
    // "casualties" of both kinds
    if people.is_some_and(|p| p.noun.of(text).to_lowercase().contains("casualt")) && quantity.low != Some(0) {
        return Vec::new();
    }
    let mixed = people.filter(|p| {
        p.parts.len() > 1
            && p.parts.iter().any(|i| i.people().is_some_and(|p| p.side == Side::Attacker))
            && p.parts.iter().any(|i| i.people().is_some_and(|p| p.side != Side::Attacker))
    });
    if let Some(list) = mixed {
        return list
            .parts
            .iter()
            .filter_map(|item| {
                let part = item.people()?;
                let single =
                    Casualty { people: Some(part.clone()), quantity: part.count, attackers: None, ..casualty.clone() };
                Some(figures(text, report, &single, setting))
            })
            .flatten()
            .collect();
    }
    let side = people.map_or(Side::Neutral, |p| p.side);
    let party = match side {
        Side::Attacker => Party::Perpetrator,
        _ => Party::Victim,
    };
    let within = |words: Span| words.start <= casualty.span.start && casualty.span.end <= words.end;
    let own = report.boast.iter().find(|(_, words)| within(*words)).map(|(speaker, _)| speaker);
    let clause = report.speakers.iter().find(|(words, _)| within(*words)).map(|(_, speaker)| speaker);
    let speaker = own.or(clause).or(report.speaker.as_ref());
    let definite = people.is_some_and(|p| p.definite);
    let words = report.words.of(text);
    let strike = !setting.headline && setting.sentence > 0 && bombarded(text, report.words, casualty);
    let hunted = party == Party::Perpetrator
        && !definite
        && casualty.manner != Yield::Pronoun
        && (afterwards(words) || setting.sentence > 2 && (setting.cue == Cue::Response || operation(words)));
    let scope = if setting.cue == Cue::Cumulative || summed_up(words, &quantity) {
        Scope::Cumulative
    } else if strike || hunted {
        Scope::Response
    } else {
        Scope::Attack
    };
    let nobody = quantity.low == Some(0) && casualty.outcome == Outcome::Injured && people.is_none_or(|p| !p.other);
    let outcomes: &[Outcome] = match casualty.manner {
        _ if nobody => &[Outcome::Killed, Outcome::Injured],
        Yield::Unharmed => &[Outcome::Killed, Outcome::Injured],
        _ => std::slice::from_ref(&casualty.outcome),
    };
    // "one of the wounded died": one more dead
    let succumbed = casualty.outcome == Outcome::Killed
        && people
            .is_some_and(|p| p.partitive && matches!(p.noun.of(text).to_lowercase().as_str(), "injured" | "wounded"));
    // "four of the gunmen were killed": all the attackers who were
    let theirs = party == Party::Perpetrator
        && matches!(casualty.manner, Yield::Fate(_))
        && people.is_some_and(|p| p.partitive && p.plural);
    let part = !succumbed
        && !(theirs && !casualty.aside)
        && (casualty.aside || people.is_some_and(|p| p.partitive) || matches!(casualty.manner, Yield::Part(_)));
    let said = casualty.span.of(text).to_lowercase();
    let whole = words.to_lowercase();
    let has = |words: &str, list: &[&str]| list.iter().any(|p| words.contains(p));
    // "the toll rose to 16, with more than 50 hurt": the wounded are counted anew as well
    let with = casualty.outcome == Outcome::Injured
        && people.is_none_or(|p| !p.other && !p.partitive)
        && report
            .casualties
            .iter()
            .any(|c| c.manner == Yield::Toll(Outcome::Killed) && c.span.start < casualty.span.start);
    let toll = matches!(casualty.manner, Yield::Toll(_)) || with && has(&whole, CHANGED);
    // "the toll rose to 67 as six of the wounded died": the six are in it
    let within_toll = casualty.outcome == Outcome::Killed
        && (succumbed || people.is_some_and(|p| p.other))
        && has(&whole, CHANGED)
        && report.casualties.iter().any(|c| {
            c.manner == Yield::Toll(Outcome::Killed)
                && c.span.start < casualty.span.start
                && c.quantity.and_then(Quantity::printed) > quantity.printed()
        });
    let part = part || within_toll;
    let dissent = !setting.headline && has(&whole, DISSENT);
    let circumstance = Circumstance {
        sentence: setting.sentence,
        headline: setting.headline,
        toll,
        changed: toll && !dissent && has(&whole, CHANGED),
        dissent,
        before: has(&whole, &["had spoken of", "had first", "had earlier"]),
        former: matches!(casualty.manner, Yield::Former(_))
            || toll && has(&said, &["had stood", "had been put", "initially"])
            || !setting.headline && has(&whole, FORMER) && !has(&said, CHANGED),
        weak: matches!(casualty.manner, Yield::Struck | Yield::Bodies) && !people.is_some_and(|p| p.other)
            || casualty.manner == Yield::Pronoun && party == Party::Victim,
        apart: apart(&whole, casualty.outcome),
        paired: has(&whole, &["the first "]) && has(&whole, &["the second ", "the other "]),
        separate: separate(&whole),
        summing: has(
            &whole,
            &["attacks", "bombings", "blasts", "explosions", "bombs", "shootings", "incidents", "raids"],
        ),
        gunmen: (!definite || said.contains("both "))
            && people.is_some_and(|p| has(&p.noun.of(text).to_lowercase(), GUNMEN)),
        further: !within_toll && succumbed
            || people.is_some_and(|p| p.other && !(p.definite && party == Party::Victim))
            || matches!(casualty.rule, "killed_and_more" | "killed_along"),
        ordinal: people.filter(|p| p.other).and_then(|p| ordinal(p.noun.of(text))),
        along: matches!(casualty.rule, "killed_and_more" | "killed_along"),
        // "his driver was also killed", but not "the minister's death was also mourned"
        also: has(&whole, &[" also ", " as well", " too"])
            && (!definite || ["his ", "her ", "their "].iter().any(|p| said.starts_with(p))),
        told: casualty.manner == Yield::Bodies && speaker.is_some(),
        noun: people.filter(|p| !p.named && p.parts.is_empty()).map_or(0, |p| fingerprint(p.noun.of(text))),
        first: people
            .and_then(|p| p.parts.first())
            .and_then(crate::annotate::Item::quantity)
            .and_then(Quantity::printed),
        part,
        definite,
        bomber: casualty.rule == crate::frame::casualty::bomber::RULE,
        general: people.is_none_or(|p| {
            matches!(p.population, Population::Unknown | Population::Civilian | Population::Mixed)
                && p.side == Side::Neutral
                && !p.named
                || p.parts.len() > 1
        }),
    };
    let held = casualty
        .attackers
        .filter(|_| party == Party::Victim && matches!(casualty.outcome, Outcome::Killed | Outcome::Injured));
    let attackers = held.and_then(|(quantity, span)| Some((quantity?, span))).map(|(quantity, span)| {
        let figure = Figure {
            outcome: casualty.outcome,
            party: Party::Perpetrator,
            population: Population::Militant,
            low: quantity.low,
            high: quantity.high,
            qualifier: quantity.qualifier,
            scope,
            extent: Extent::Total,
            standing: Standing::Stands,
            includes_perpetrators: None,
            reported_by: speaker.map(|s| s.span.of(text).to_owned()),
            reported_by_kind: speaker.map_or(SpeakerKind::Narrator, |s| s.kind),
            at: span.quote(text),
            rule: casualty.rule.to_owned(),
        };
        (figure, Circumstance { part: false, toll: false, former: false, further: false, ..circumstance })
    });
    // "only the assailant was killed": nobody else
    let lead = text.get(..casualty.span.start).unwrap_or("").trim_end().to_lowercase();
    let only = party == Party::Perpetrator
        && casualty.outcome == Outcome::Killed
        && !has(&said, &["some of", "one of", "two of"])
        && (lead.ends_with("only") || said.starts_with("only ") || said.contains(" alone "));
    let alone = only.then(|| {
        let figure = Figure {
            outcome: Outcome::Killed,
            party: Party::Victim,
            population: Population::Unknown,
            low: Some(0),
            high: Some(0),
            qualifier: Qualifier::None,
            scope,
            extent: Extent::Total,
            standing: Standing::Stands,
            includes_perpetrators: None,
            reported_by: speaker.map(|s| s.span.of(text).to_owned()),
            reported_by_kind: speaker.map_or(SpeakerKind::Narrator, |s| s.kind),
            at: casualty.span.quote(text),
            rule: casualty.rule.to_owned(),
        };
        (figure, Circumstance { part: false, further: false, ..circumstance })
    });
    outcomes
        .iter()
        .map(|&outcome| {
            let figure = Figure {
                outcome,
                party,
                population: people.map_or(Population::Unknown, |p| p.population),
                low: quantity.low,
                high: quantity.high,
                qualifier: quantity.qualifier,
                scope,
                extent: if part { Extent::Part } else { Extent::Total },
                standing: Standing::Stands,
                includes_perpetrators: held.map(|_| true),
                reported_by: speaker.map(|s| s.span.of(text).to_owned()),
                reported_by_kind: speaker.map_or(SpeakerKind::Narrator, |s| s.kind),
                at: casualty.span.quote(text),
                rule: casualty.rule.to_owned(),
            };
            (figure, circumstance)
        })
        .chain(attackers)
        .chain(alone)
        .collect()
}

/// A figure without words of its own is none.
pub fn counts(figure: &Figure) -> bool {
    figure.low.is_some() || figure.high.is_some() || figure.qualifier == Qualifier::Vague
}

/// A number for the last word of a noun, so that two nouns can be told apart; never 0.
fn fingerprint(noun: &str) -> u32 {
    let last = noun.split_whitespace().last().unwrap_or("").to_lowercase();
    last.bytes().fold(7, |sum: u32, b| sum.wrapping_mul(31).wrapping_add(u32::from(b))).max(1)
}
