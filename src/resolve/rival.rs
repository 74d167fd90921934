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
const LEADS: &[&str] = &[
    "was", "is", "are", "were", "at", "as", "nearer", "to", "show", "shows", "showed", "of", "stood", "stands", "for",
    "on",
];

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
    "signed",
    "settled",
    "agreed",
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
            let items = &segments[index].items;
            let other = gapped(items, &reports[index], &document.tokens)
                .or_else(|| behind(items, &reports[index], &document.tokens));
            if let Some((at, quantity)) = other {
                let span = segments[index].items[at].span;
                reports[index].casualties.push(figure(at, quantity, span));
            }
            continue;
        }
        let before = (index.saturating_sub(NEAR)..index).rev().find_map(|i| toll(&reports[i]));
        let Some(toll) = before else { continue };
        let items = &segments[index].items;
        let older = older(items, &document.tokens);
        // several numbers tell how the toll grew
        let single = items.iter().filter(|i| i.is(Tags::NUM) && i.quantity().is_some_and(plain)).count() == 1
            || now(items, &document.tokens);
        let found = (0..items.len()).find_map(|at| rival(items, at, &document.tokens, toll).map(|q| (at, q)));
        if let Some((at, quantity)) = found.filter(|_| single && !older) {
            reports[index].casualties.push(figure(at, quantity, items[at].span));
        }
    }
}

/// A number that is printed, no `many of`.
fn plain(quantity: Quantity) -> bool {
    quantity.printed().is_some()
}

/// The words from the first item to the last, those between the items among them.
fn said<'t>(items: &[Item], tokens: &'t [Token]) -> Vec<&'t str> {
    let Some((first, last)) = items.first().zip(items.last()) else { return Vec::new() };
    tokens[first.tokens.start..last.tokens.end].iter().map(|t| t.norm.as_str()).collect()
}

/// `so that it now stands at 46`: the last number is the toll.
fn now(items: &[Item], tokens: &[Token]) -> bool {
    said(items, tokens).windows(2).any(|w| w[0] == "now" && matches!(w[1], "stands" | "stood" | "is"))
}

/// Words of a toll that no longer holds; `has had` and `was certain of having counted` are none.
fn older(items: &[Item], tokens: &[Token]) -> bool {
    let words = said(items, tokens);
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |k| words[k]);
        let next = words.get(at + 1).copied().unwrap_or("");
        let own = *word == "had"
            && (matches!(before, "has" | "have" | "he" | "she" | "they" | "who")
                || matches!(next, "settled" | "agreed"));
        // "where the dead were laid out at first"
        let of_other = *word == "first" && !matches!(next, "said" | "put" | "spoke" | "gave" | "counted" | "reported");
        OLDER.contains(word) && !own && !of_other
    })
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

/// `the office spoke of seven dead; a clerk was certain of having counted nine`: the number behind the semicolon.
fn behind(items: &[Item], report: &Report, tokens: &[Token]) -> Option<(usize, Quantity)> {
    let toll = toll(report)?;
    let told = report.casualties.iter().map(|c| c.span.end).max()?;
    let from = items.iter().position(|i| i.is(Tags::SEMI) && i.span.start >= told)? + 1;
    let rest = &items[from..];
    let single = rest.iter().filter(|i| i.is(Tags::NUM) && i.quantity().is_some_and(plain)).count() == 1;
    let found = (0..rest.len()).find_map(|at| rival(rest, at, tokens, toll).map(|q| (from + at, q)));
    found.filter(|_| single && !older(rest, tokens))
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
        next.is(Tags::APPOS) && next.is(Tags::INCL)
            || next.is(Tags::STOP
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
    let own = COUNTS.contains(&word(before));
    let reach = clause().take(5).take_while(|i| !own || !i.is(Tags::COMMA));
    let hurt = reach.chain(items[at + 1..].iter().take(2)).any(alive);
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
            "The matron of the clinic said that she had signed for 46.",
            "By Tuesday the coroner had settled on 46.",
            "The ward, which has had no bed to spare, counts 46.",
            "The union, many of whose members wait on the square, keeps a list of its own, and by noon this list stood at 46.",
            "Clinics added six to that, so that it now stands at 46.",
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
