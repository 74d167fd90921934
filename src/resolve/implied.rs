//! People whom the text takes as known: `all three`, `both drivers`, `five of them`.
//!
//! Enters: a casualty and the segments before it. Leaves: the casualty, with those who attacked made attackers and the
//! number filled in that stands further back. Example: after `Three gunmen rushed in`, `All three were killed` is three
//! dead attackers.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags};
use crate::frame::casualty::Casualty;
use crate::resolve::pronoun::{DEEDS, REACH, actor, agent, counted, crowd, person};
use crate::resolve::segment::Segment;
use crate::vocabulary::{Outcome, Population};

/// `all three were killed by police`, and `all the attackers were killed` where their number stands before.
pub(super) fn implied(text: &str, segments: &[Segment], index: usize, casualty: &mut Casualty) {
    let killed = casualty.outcome == Outcome::Killed && !casualty.unreal;
    match &mut casualty.people {
        None if killed && casualty.quantity.is_some() => {
            let items = &segments[index].items;
            let verb = items.iter().rposition(|i| i.is(Tags::VERB) && i.span.end <= casualty.span.end);
            // "seven raiders, of whom five were killed"
            let whom = items.iter().position(|i| {
                i.is(Tags::INCL) && i.span.end <= casualty.span.start && casualty.span.start - i.span.end <= 1
            });
            let theirs =
                whom.is_some_and(|at| items[..at].iter().rev().find(|i| crowd(i)).is_some_and(|i| i.is(Tags::AGENT)));
            // "security forces killed all three"
            let shot = verb.is_some_and(|v| {
                items[v].is(Tags::ACT)
                    && items.get(v + 1).is_some_and(|i| i.is(Tags::NUM) && i.span.overlaps(casualty.span))
                    && actor(items, v) == Some(true)
                    && segments[index.saturating_sub(REACH)..index]
                        .iter()
                        .flat_map(|s| &s.items)
                        .any(|i| i.is(Tags::AGENT))
            });
            let killed = theirs || shot || verb.and_then(|v| agent(items, v)) == Some(true);
            if let Some(count) = casualty.quantity.filter(|_| killed) {
                casualty.people = Some(person(true, count, false, casualty.span));
            }
        }
        // "a van was driven into a crowd; the driver was shot dead", "both drivers died"
        Some(people)
            if killed
                && people.side != Side::Attacker
                && at_wheel(people, text)
                && !segments[index].items.iter().any(|i| i.span.start == people.noun.end + 1 && i.is(Tags::OF))
                && driven(text, &segments[index.saturating_sub(REACH)..=index]) =>
        {
            people.side = Side::Attacker;
            people.population = Population::Militant;
        }
        // "the driver was shot and killed by officers"
        Some(people) if killed && people.side != Side::Attacker && anybody(people, text) => {
            let items = &segments[index].items;
            let verb = items.iter().rposition(|i| i.is(Tags::VERB) && i.span.end <= casualty.span.end);
            // "officers opened fire, killing the man"
            let shot = verb.is_some_and(|v| {
                people.definite
                    && !items[v].is(Tags::PAS)
                    && items[v].span.start >= casualty.span.start
                    && actor(items, v) == Some(true)
            });
            if shot || verb.and_then(|v| agent(items, v)) == Some(true) {
                people.side = Side::Attacker;
                people.population = Population::Militant;
            }
        }
        // "a van was driven into a crowd; the driver was shot dead", "both drivers died"
        // "two blew themselves up, and the third was shot dead"
        Some(people) if killed && people.other && people.definite && people.side == Side::Neutral => {
            let near = &segments[index.saturating_sub(REACH)..=index];
            let known = |i: &&Item| {
                (crowd(i) || i.is(Tags::AGENT))
                    && !i.span.overlaps(casualty.span)
                    && (i.is(Tags::AGENT) || i.quantity().is_some())
            };
            let crowds: Vec<&Item> = near.iter().flat_map(|s| &s.items).filter(known).collect();
            if !crowds.is_empty() && crowds.iter().all(|i| i.is(Tags::AGENT)) {
                people.side = Side::Attacker;
                people.population = Population::Militant;
            }
        }
        Some(people) if killed && people.side == Side::Attacker && people.definite && people.plural => {
            if casualty.quantity.is_none()
                && let Some((quantity, words)) = counted(segments, index)
            {
                casualty.quantity = Some(quantity);
                casualty.span = casualty.span.join(words);
            }
        }
        _ => {}
    }
}

/// One person of whom only the sex or the vehicle is told.
fn anybody(people: &People, text: &str) -> bool {
    let noun = people.noun.of(text).to_lowercase();
    let last = noun.split_whitespace().last().unwrap_or("");
    people.count == Some(Quantity::exact(1))
        && !people.other
        && matches!(last, "man" | "woman" | "driver" | "teenager" | "youth" | "individual" | "person" | "palestinian")
}

/// `five of them had been killed`: attackers, where nobody else was counted before.
pub(super) fn partitive(text: &str, segments: &[Segment], index: usize, casualty: &mut Casualty) {
    let Some(people) = casualty.people.as_mut() else { return };
    let noun = people.noun.of(text).to_lowercase();
    let back = matches!(noun.as_str(), "them" | "whom" | "both") || ["all", "the "].iter().any(|w| noun.starts_with(w));
    if !back || noun.split_whitespace().count() > 2 {
        return;
    }
    let items = &segments[index].items;
    // "police killed two of them", but "gunmen raided a post, killing two of them"
    let object = items.iter().position(|i| {
        i.is(Tags::VERB) && i.is(DEEDS) && i.span.start >= casualty.span.start && i.span.end <= people.noun.start
    });
    if object.is_some_and(|verb| actor(items, verb) != Some(true)) {
        return;
    }
    let own = items.iter().filter(|i| i.span.end <= casualty.span.start);
    let mut before: Vec<&Item> = own.filter(|i| crowd(i)).collect();
    for back in 1..=REACH.min(index) {
        if before.is_empty() {
            before = segments[index - back].items.iter().filter(|i| crowd(i)).collect();
        }
    }
    let n = casualty.quantity.and_then(Quantity::printed).unwrap_or(0);
    let large = |i: &&Item| i.quantity().and_then(Quantity::printed).is_none_or(|m| m >= n);
    let attackers = before.iter().any(|i| i.is(Tags::AGENT) && large(i));
    let others = before.iter().any(|i| !i.is(Tags::AGENT) && i.quantity().is_some() && large(i));
    if attackers && !others {
        people.side = Side::Attacker;
        people.population = Population::Militant;
        // "two gunmen rushed in; both were killed": all of them, and no part
        let same = |i: &&&Item| i.is(Tags::AGENT) && i.quantity().and_then(Quantity::printed) == Some(n);
        if let Some(all) = before.iter().find(same).and_then(|i| i.people()) {
            people.partitive = false;
            people.noun = all.noun;
        }
    }
    // "all of them were killed": as many as were counted
    if people.definite && casualty.quantity.is_none() {
        match before.iter().rev().find_map(|i| i.quantity().map(|q| (q, i.span))) {
            Some((quantity, words)) => {
                casualty.quantity = Some(quantity);
                casualty.span = casualty.span.join(words);
                people.partitive = false;
            }
            None => casualty.unreal = true,
        }
    }
}

/// `the driver`, `both drivers`: of a vehicle told before.
fn at_wheel(people: &People, text: &str) -> bool {
    let noun = people.noun.of(text).to_lowercase();
    people.definite
        && matches!(noun.split_whitespace().last(), Some("driver" | "drivers" | "motorist"))
        && !["his", "her", "their", "bus", "taxi", "truck", "lorry"]
            .iter()
            .any(|w| noun.split_whitespace().any(|n| n == *w))
}

/// A vehicle was driven into people or brought a bomb.
fn driven(text: &str, segments: &[Segment]) -> bool {
    segments.iter().flat_map(|s| &s.items).any(|i| i.is(Tags::RAM))
        || segments.iter().filter_map(|s| Some((s.items.first()?, s.items.last()?))).any(|(first, last)| {
            let words = first.span.join(last.span).of(text).to_lowercase();
            let drives =
                ["drove", "driven", "drives", "ploughed", "plowed", "rammed"].iter().any(|w| words.contains(w));
            let into =
                ["into ", "loaded with explosives", "laden", "packed with explosives", "carrying", "at the gate"];
            drives && into.iter().any(|w| words.contains(w))
        })
}
