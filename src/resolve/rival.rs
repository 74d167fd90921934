//! A bare number that somebody puts beside a toll told just before.
//!
//! Enters: the segments and their reports. Leaves: the same, with the number as another toll, where the words count.
//! Example: behind `the minister said that 40 had been killed` the words `The hospital counts 46.` are about the dead,
//! though they do not say so; `The minister was 46.` is not.

use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags};
use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::resolve::segment::Segment;
use crate::span::Span;
use crate::text::{Document, Token};
use crate::vocabulary::Outcome;

/// The rule that such a figure names.
pub const RULE: &str = "killed_rival";

/// Segments between a toll and the number that rivals it.
const NEAR: usize = 2;

/// Tolls from which on a number can be told from an age or an hour.
const LEAST: u32 = 5;

/// Words right before the number that count on their own.
const COUNTS: &[&str] = &[
    "counts",
    "counted",
    "count",
    "lists",
    "listed",
    "tallied",
    "registers",
    "registered",
    "recorded",
    "records",
    "documented",
    "logged",
    "certifies",
    "certified",
    "reported",
    "reports",
    "announced",
    "announces",
    "buried",
];

/// Words right before the number that count behind a word for a count.
const LEADS: &[&str] =
    &["was", "is", "are", "were", "at", "as", "nearer", "to", "show", "shows", "showed", "of", "stood", "stands"];

/// Words for a count, before the number.
const TALLIES: &[&str] = &[
    "figure",
    "total",
    "count",
    "tally",
    "number",
    "toll",
    "list",
    "record",
    "records",
    "names",
    "spoke",
    "speaks",
    "spoken",
    "puts",
    "put",
    "insists",
    "insisted",
    "holds",
    "maintains",
    "arrived",
    "registers",
    "register",
    "it",
];

/// Words of a toll that no longer holds, or of things that there are.
const OLDER: &[&str] = &["had", "first", "earlier", "initially", "originally", "previously", "there"];

/// What else is counted.
const ALIVE: &[&str] = &[
    "injured",
    "injuries",
    "wounded",
    "hurt",
    "missing",
    "arrested",
    "arrests",
    "detained",
    "abducted",
    "kidnapped",
    "treated",
    "released",
    "displaced",
    "survivors",
];

/// Adds the numbers that rival a toll.
pub fn settle(document: &Document<'_>, segments: &[Segment], reports: &mut [Report]) {
    for index in 0..segments.len() {
        let killed = |r: &Report| r.casualties.iter().any(|c| c.outcome == Outcome::Killed && !c.unreal);
        if killed(&reports[index]) {
            if let Some((at, quantity)) = gapped(&segments[index].items, &reports[index], &document.tokens) {
                let span = segments[index].items[at].span;
                reports[index].casualties.push(figure(at, quantity, span));
            }
            continue;
        }
        let before = (index.saturating_sub(NEAR)..index).rev().find_map(|i| toll(&reports[i]));
        let Some(toll) = before else { continue };
        let items = &segments[index].items;
        let older =
            items.iter().flat_map(|i| &document.tokens[i.tokens.clone()]).any(|t| OLDER.contains(&t.norm.as_str()));
        // several numbers tell how the toll grew
        let single = items.iter().filter(|i| i.is(Tags::NUM) && i.quantity().is_some()).count() == 1;
        let found = (0..items.len()).find_map(|at| rival(items, at, &document.tokens, toll).map(|q| (at, q)));
        if let Some((at, quantity)) = found.filter(|_| single && !older) {
            reports[index].casualties.push(figure(at, quantity, items[at].span));
        }
    }
}

/// The number as a toll.
fn figure(item: usize, quantity: Quantity, span: Span) -> Casualty {
    Casualty {
        outcome: Outcome::Killed,
        quantity: Some(quantity),
        people: None,
        item,
        manner: Yield::Toll(Outcome::Killed),
        unreal: false,
        span,
        rule: RULE,
        aside: false,
        attackers: None,
    }
}

/// `the army counts 30 killed, and the clinics 34`: the number that ends the sentence, behind another counter.
fn gapped(items: &[Item], report: &Report, tokens: &[Token]) -> Option<(usize, Quantity)> {
    let toll = toll(report)?;
    let told = report.casualties.iter().filter(|c| c.outcome == Outcome::Killed).map(|c| c.span.end).max()?;
    let and = items.iter().position(|i| i.is(Tags::AND.with(Tags::BUT)) && i.span.start >= told)?;
    let at = items.iter().rposition(|i| i.is(Tags::NUM) && i.quantity().is_some())?;
    let between = items.get(and + 1..at)?;
    let counter = between.iter().any(|i| i.is(Tags::SPEAKER.with(Tags::PEOPLE)));
    let plain = !between.iter().any(|i| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE).with(Tags::INJURYN)));
    let last = items[at + 1..].iter().all(|i| i.is(Tags::STOP.with(Tags::QUOTE)));
    let quantity = items[at].quantity()?;
    let n = quantity.printed()?;
    let alive = items.iter().flat_map(|i| &tokens[i.tokens.clone()]).any(|t| ALIVE.contains(&t.norm.as_str()));
    (counter && plain && last && !alive && n != toll && n * 3 > toll && n < toll * 3).then_some((at, quantity))
}

/// The largest number of victims killed that a report states.
fn toll(report: &Report) -> Option<u32> {
    let victims = report.casualties.iter().filter(|c| {
        c.outcome == Outcome::Killed
            && !c.unreal
            && !c.aside
            && c.people.as_ref().is_none_or(|p| p.side != Side::Attacker && !p.partitive)
    });
    victims.filter_map(|c| c.quantity?.printed()).max().filter(|n| *n >= LEAST)
}

/// The number at `at`, where the words before it count and it is of the toll's league.
fn rival(items: &[Item], at: usize, tokens: &[Token], toll: u32) -> Option<Quantity> {
    let item = &items[at];
    let quantity = if item.is(Tags::NUM) { item.quantity() } else { None }?;
    let n = quantity.printed()?;
    if n == toll || n * 3 < toll || n > toll * 3 {
        return None;
    }
    let end = items.get(at + 1).is_none_or(|next| {
        next.is(Tags::STOP
            .with(Tags::COMMA)
            .with(Tags::SEMI)
            .with(Tags::DATE)
            .with(Tags::ON)
            .with(Tags::AND)
            .with(Tags::BUT))
    });
    let word = |i: &Item| tokens[i.tokens.end - 1].norm.as_str();
    let before = items[..at].last()?;
    // the items of the clause before the number
    let clause = || items[..at].iter().rev().take(9).take_while(|i| !i.is(Tags::SEMI.with(Tags::STOP)));
    let tally = || {
        let words = clause().flat_map(|i| &tokens[i.tokens.clone()]);
        words.into_iter().any(|t| TALLIES.contains(&t.norm.as_str()))
    };
    // "the imam was 46", "wounded 46"
    let person = clause().skip(1).take(2).any(|i| {
        i.is(Tags::PRON) && !tokens[i.tokens.start].is("it") || i.people().is_some_and(|p| !p.plural && p.named)
    });
    let alive = |i: &Item| tokens[i.tokens.clone()].iter().any(|t| ALIVE.contains(&t.norm.as_str()));
    let hurt = clause().chain(items[at + 1..].iter().take(2)).any(alive);
    let counts = COUNTS.contains(&word(before)) || LEADS.contains(&word(before)) && tally() && !person;
    (end && counts && !hurt).then_some(quantity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::frame::report::report;
    use crate::resolve::segment::segments;

    /// The number that rivals a toll of 40.
    fn rival_of_forty(text: &str) -> Option<u32> {
        let text =
            format!("A car bomb exploded in Thala on Monday. The minister said that 40 people had been killed. {text}");
        let document = Document::cut(&text, None);
        let annotated = annotate(&document);
        let segments = segments(&annotated.items, &document.tokens);
        let mut reports: Vec<_> = segments.iter().map(|s| report(&s.items, &document.tokens)).collect();
        settle(&document, &segments, &mut reports);
        let mut figures = reports.iter().flat_map(|r| &r.casualties).filter(|c| c.rule == RULE);
        figures.next().and_then(|c| c.quantity?.printed())
    }

    #[test]
    fn a_bare_number_rivals_a_toll() {
        for text in [
            "The health office counts 46.",
            "The Red Cross reported at least 46 on Tuesday.",
            "The opposition insists that it was 46.",
            "A union, which went from house to house, arrived at 46.",
            "Hospital records show 46.",
            "The union, working from another list, announced 46.",
            "The Red Cross spoke of 46.",
        ] {
            assert_eq!(rival_of_forty(text), Some(46), "{text}");
        }
    }

    #[test]
    fn ages_hurt_and_other_numbers_do_not() {
        for text in [
            "The minister was 46.",
            "Ali Raza, an imam, was 46.",
            "The hospital counted 46 wounded.",
            "The number of the injured was 46.",
            "It was the work of 46 men.",
            "The police put 46 roadblocks up.",
            "The market is at 46 Harbour Street.",
            "The bank reported 46 million in losses.",
        ] {
            assert_eq!(rival_of_forty(text), None, "{text}");
        }
    }
}
