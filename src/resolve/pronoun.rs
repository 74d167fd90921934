//! Whom `he`, `them` and `two of them` stand for, where somebody was killed.
//!
//! Enters: the segments and reports of an article. Leaves: the reports, with each killed pronoun made one side or the
//! other, or left out. Example: after `A man stabbed a guard`, `He was shot dead by police` is one dead attacker.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::resolve::segment::Segment;
use crate::span::Span;
use crate::vocabulary::{Outcome, Population, TargetType};

/// Segments back in which somebody may have been named.
const REACH: usize = 2;
/// What attackers do.
const DEEDS: Tags = Tags::ATTACK
    .with(Tags::KILL)
    .with(Tags::SHOOT)
    .with(Tags::WOUND)
    .with(Tags::RAM)
    .with(Tags::EXPLODE)
    .with(Tags::ARSON)
    .with(Tags::ABDUCT);

/// Somebody named before the pronoun.
struct Named {
    attacker: bool,
    count: Option<Quantity>,
    other: bool,
    noun: Span,
}

/// Settles every pronoun among the casualties; those that nobody before explains stay unreal.
pub fn settle(text: &str, segments: &[Segment], reports: &mut [Report]) {
    for (index, report) in reports.iter_mut().enumerate() {
        // "before they were shot dead" is read with its subject
        let read = report.casualties.iter().any(|c| matches!(c.manner, Yield::Attacker(_)));
        for casualty in &mut report.casualties {
            if casualty.manner == Yield::Pronoun {
                if read {
                    continue;
                }
                pronoun(segments, index, casualty);
            } else if casualty.people.as_ref().is_some_and(|p| p.partitive && p.side != Side::Attacker) {
                partitive(text, segments, index, casualty);
            } else {
                implied(text, segments, index, casualty);
            }
        }
    }
}

fn pronoun(segments: &[Segment], index: usize, casualty: &mut Casualty) {
    let items = &segments[index].items;
    let inside = |i: &Item| i.span.start >= casualty.span.start && i.span.end <= casualty.span.end;
    let Some(at) = items.iter().position(|i| inside(i) && i.is(Tags::PRON.with(Tags::POSS))) else { return };
    let Some(verb) = items.iter().position(|i| inside(i) && (i.is(Tags::VERB) || i.is(Tags::DEATHN))) else { return };
    if items[verb].is(Tags::NEGATED.with(Tags::MODAL_VG)) {
        return;
    }
    let several = casualty.quantity.is_none();
    let said = if at > verb { Some(actor(items, verb).unwrap_or(false)) } else { agent(items, verb) };
    let before = candidates(segments, index, at, (several, at > verb));
    let died = items[verb].is(Tags::DIE);
    let found = match said {
        Some(attacker) => before.iter().rev().find(|n| n.attacker == attacker),
        None if died => before.iter().find(|n| !n.attacker).or(before.first()),
        None => before.first(),
    };
    let attacker = said.or(found.map(|n| n.attacker));
    // "shot the assailants": how many they were stands further back
    let number = || found.and_then(|n| n.count.map(|c| (c, n.noun)));
    let back = || counted(segments, index).filter(|_| attacker == Some(true));
    let one = casualty.quantity.map(|q| (q, items[at].span));
    let (Some(attacker), Some((quantity, words))) = (attacker, one.or_else(number).or_else(back)) else { return };
    // somebody must have been named; police who shoot shoot somebody whom the text knows
    if found.is_none() && !attacker {
        return;
    }
    casualty.quantity = Some(quantity);
    casualty.unreal = false;
    let other = found.is_some_and(|n| n.other);
    // the quote holds the words of the number
    casualty.span = casualty.span.join(words);
    casualty.people = Some(person(attacker, quantity, other, found.map_or(words, |n| n.noun)));
}

fn person(attacker: bool, count: Quantity, other: bool, noun: Span) -> People {
    People {
        count: Some(count),
        population: if attacker { Population::Militant } else { Population::Unknown },
        side: if attacker { Side::Attacker } else { Side::Neutral },
        target: TargetType::Unknown,
        noun,
        definite: false,
        named: false,
        other,
        partitive: false,
        plural: count.printed() != Some(1),
        group: None,
        suspected: false,
        parts: Vec::new(),
    }
}

/// Police, soldiers and guards: whom they kill is the attacker.
fn guards(item: &Item) -> bool {
    item.people().is_some_and(|p| {
        p.side != Side::Attacker
            && matches!(p.population, Population::Police | Population::Military | Population::Paramilitary)
    })
}

/// Who kills in `guards killed him`: true where the killed are attackers.
fn actor(items: &[Item], verb: usize) -> Option<bool> {
    let who = items[..verb].iter().rev().take(12).find(|i| i.is(Tags::PEOPLE.with(Tags::NAME).with(Tags::GROUP)))?;
    Some(guards(who))
}

/// Who kills in `was killed by guards`.
fn agent(items: &[Item], verb: usize) -> Option<bool> {
    let by = items[verb + 1..].iter().take(3).position(|i| i.is(Tags::BY))? + verb + 1;
    let who = items[by + 1..].iter().take(4).find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP)))?;
    if guards(who) {
        return Some(true);
    }
    who.is(Tags::AGENT).then_some(false)
}

/// Those named before the pronoun in its own segment, else in the segments before it, in the order of the text.
fn candidates(segments: &[Segment], index: usize, at: usize, several: (bool, bool)) -> Vec<Named> {
    let own = named(&segments[index].items[..at], several);
    if !own.is_empty() {
        return own;
    }
    for back in 1..=REACH.min(index) {
        let found = named(&segments[index - back].items, several);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The attackers last counted, and their words.
fn counted(segments: &[Segment], index: usize) -> Option<(Quantity, Span)> {
    let near = segments[index.saturating_sub(REACH)..=index].iter().flat_map(|s| &s.items).rev();
    near.filter(|i| i.is(Tags::AGENT))
        .filter_map(|i| i.quantity().map(|q| (q, i.span)))
        .find(|(q, _)| q.printed().is_some_and(|n| n > 1))
}

/// Those of the wanted number; `loose` takes people to whom nothing was done as well (`pulled 40 riders off a train`).
fn named(items: &[Item], (several, loose): (bool, bool)) -> Vec<Named> {
    items
        .iter()
        .enumerate()
        .filter(|(_, i)| i.is(Tags::PEOPLE.with(Tags::NAME)))
        .filter_map(|(at, item)| {
            let people = item.people();
            let plural = people.is_some_and(|p| p.count.map_or(p.plural, |c| c.printed() != Some(1)));
            if plural != several || guards(item) && !struck(items, at) {
                return None;
            }
            let other = people.is_some_and(|p| p.other);
            let counted = loose && people.is_some_and(|p| p.count.is_some());
            let attacker = role(items, at).or(other.then_some(true)).or(counted.then_some(false))?;
            Some(Named { attacker, count: people.and_then(|p| p.count), other, noun: item.span })
        })
        .collect()
}

/// Something was done to the people at `at`.
fn struck(items: &[Item], at: usize) -> bool {
    role(items, at) == Some(false)
}

/// Attacker or victim, by the noun or by the verb beside it.
fn role(items: &[Item], at: usize) -> Option<bool> {
    if items[at].is(Tags::AGENT) {
        return Some(true);
    }
    let object = at > 0 && items[at - 1].is(DEEDS) && items[at - 1].is(Tags::VERB) && !items[at - 1].is(Tags::PAS);
    if object {
        return Some(actor(items, at - 1).unwrap_or(false));
    }
    let stop = Tags::SEMI.with(Tags::STOP).with(Tags::AND).with(Tags::AFTER);
    let verb = items[at + 1..].iter().take(8).take_while(|i| !i.is(stop)).find(|i| i.is(Tags::VERB))?;
    verb.is(DEEDS).then(|| !verb.is(Tags::PAS))
}

/// `all three were killed by police`, and `all the attackers were killed` where their number stands before.
fn implied(text: &str, segments: &[Segment], index: usize, casualty: &mut Casualty) {
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
            let killed = theirs || verb.and_then(|v| agent(items, v)) == Some(true);
            if let Some(count) = casualty.quantity.filter(|_| killed) {
                casualty.people = Some(person(true, count, false, casualty.span));
            }
        }
        // "the driver was shot and killed by officers"
        Some(people) if killed && people.side != Side::Attacker && anybody(people, text) => {
            let items = &segments[index].items;
            let verb = items.iter().rposition(|i| i.is(Tags::VERB) && i.span.end <= casualty.span.end);
            if verb.and_then(|v| agent(items, v)) == Some(true) {
                people.side = Side::Attacker;
                people.population = Population::Militant;
            }
        }
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
fn partitive(text: &str, segments: &[Segment], index: usize, casualty: &mut Casualty) {
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

/// Several people.
fn crowd(item: &Item) -> bool {
    matches!(&item.value, Value::People(p) if p.count.map_or(p.plural, |c| c.printed() != Some(1)) && !p.partitive)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::frame::report::report;
    use crate::resolve::segment::segments;
    use crate::text::Document;

    fn read(text: &str) -> Vec<(Option<u32>, bool)> {
        let document = Document::cut(text, None);
        let segments = segments(&annotate(&document).items, &document.tokens);
        let mut reports: Vec<Report> = segments.iter().map(|s| report(&s.items, &document.tokens)).collect();
        settle(text, &segments, &mut reports);
        let settled = reports.iter().flat_map(|r| &r.casualties).filter(|c| !c.unreal);
        settled
            .filter(|c| c.manner == Yield::Pronoun || c.people.as_ref().is_some_and(|p| p.partitive || p.definite))
            .map(|c| {
                (c.quantity.and_then(Quantity::printed), c.people.as_ref().is_some_and(|p| p.side == Side::Attacker))
            })
            .collect()
    }

    #[test]
    fn the_killed_pronoun_takes_the_side_of_whom_it_stands_for() {
        for (text, expected) in [
            ("A man stabbed a guard at the gate. He was shot dead by police.", vec![(Some(1), true)]),
            ("A gunman attacked a shopkeeper and killed him.", vec![(Some(1), false)]),
            ("A teacher was kidnapped by rebels. He was killed a day later.", vec![(Some(1), false)]),
            ("Six attackers climbed the wall. Five of them were killed.", vec![(Some(5), true)]),
            ("Gunmen attacked a convoy, killing four of them.", vec![(Some(4), false)]),
            ("Gunmen took twelve villagers. Five of them were killed.", vec![(Some(5), false)]),
            ("Four gunmen rushed in, but security forces killed them.", vec![(Some(4), true)]),
            ("A bus with five engineers was hit and all of them were killed.", vec![(Some(5), false)]),
            ("There were seven raiders, of whom five were killed.", vec![]),
            ("Two gunmen rushed in. Both were killed.", vec![(Some(2), true)]),
            ("Three gunmen rushed in. All were killed by police.", vec![(Some(3), true)]),
            ("Three gunmen rushed in. All three were killed.", vec![(Some(3), true)]),
            ("Raiders led eight passengers away and killed them.", vec![(Some(8), false)]),
            ("The envoy praised the talks. It was killed in committee.", vec![]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
