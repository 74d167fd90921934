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
use crate::resolve::implied::{implied, partitive};
use crate::resolve::segment::Segment;
use crate::span::Span;
use crate::vocabulary::{Population, TargetType};

/// Segments back in which somebody may have been named.
pub(super) const REACH: usize = 2;
/// What attackers do.
pub(super) const DEEDS: Tags = Tags::ATTACK
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
    let object = at > verb;
    let said = if object { actor(items, verb) } else { agent(items, verb) };
    let doer = subject(items, verb).filter(|_| object);
    let before = candidates(segments, index, (at, doer), (several, object));
    let died = items[verb].is(Tags::DIE);
    let found = match said {
        Some(attacker) => before.iter().rev().find(|n| n.attacker == attacker),
        None if object => before.last(),
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

pub(super) fn person(attacker: bool, count: Quantity, other: bool, noun: Span) -> People {
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

/// Who kills in `guards killed him`: true where the killed are attackers, false where attackers kill.
pub(super) fn actor(items: &[Item], verb: usize) -> Option<bool> {
    let near = || items[..verb].iter().rposition(|i| i.is(Tags::PEOPLE.with(Tags::NAME).with(Tags::GROUP)));
    let who = &items[subject(items, verb).or_else(near)?];
    if guards(who) { Some(true) } else { who.is(Tags::AGENT.with(Tags::GROUP)).then_some(false) }
}

/// The subject of a verb: the nearest actor before it that is no object of another.
fn subject(items: &[Item], verb: usize) -> Option<usize> {
    let led = Tags::OF.with(Tags::IN).with(Tags::BY).with(Tags::WITH).with(Tags::FROM).with(Tags::ON).with(Tags::TO);
    let object =
        |k: usize| k > 0 && (items[k - 1].is(led) || items[k - 1].is(Tags::VERB) && !items[k - 1].is(Tags::SAY));
    let actors = || {
        (verb.saturating_sub(18)..verb).rev().filter(|&k| items[k].is(Tags::PEOPLE.with(Tags::NAME).with(Tags::GROUP)))
    };
    let nearest = actors().find(|&k| !object(k));
    // "raiders led eight passengers away and killed them"
    let raiders = || actors().find(|&k| !object(k) && items[k].is(Tags::AGENT));
    match nearest {
        Some(k) if !guards(&items[k]) => raiders().or(nearest),
        _ => nearest,
    }
}

/// Who kills in `was killed by guards`.
pub(super) fn agent(items: &[Item], verb: usize) -> Option<bool> {
    let by = items[verb + 1..].iter().take(3).position(|i| i.is(Tags::BY))? + verb + 1;
    let who = items[by + 1..].iter().take(4).find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP)))?;
    if guards(who) {
        return Some(true);
    }
    who.is(Tags::AGENT).then_some(false)
}

/// Those named before the pronoun in its own segment, else in the segments before it, in the order of the text.
///
/// `doer`: the subject of the verb, who does not kill himself.
fn candidates(
    segments: &[Segment],
    index: usize,
    (at, doer): (usize, Option<usize>),
    several: (bool, bool),
) -> Vec<Named> {
    let mut own = named(&segments[index].items[..at], several);
    if let Some(doer) = doer {
        own.retain(|n| n.noun != segments[index].items[doer].span);
    }
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
pub(super) fn counted(segments: &[Segment], index: usize) -> Option<(Quantity, Span)> {
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
    let stop = Tags::SEMI.with(Tags::STOP).with(Tags::AFTER);
    // "two raiders with axes and torches attacked": the "and" joins no clause
    let acts =
        Tags::PEOPLE.with(Tags::PRON).with(Tags::VERB).with(Tags::NAME).with(Tags::A).with(Tags::THE).with(Tags::NUM);
    let ends = |k: usize| items[k].is(stop) || items[k].is(Tags::AND) && items.get(k + 1).is_none_or(|n| n.is(acts));
    let verb = (at + 1..items.len()).take(8).take_while(|&k| !ends(k)).map(|k| &items[k]).find(|i| i.is(Tags::VERB))?;
    verb.is(DEEDS).then(|| !verb.is(Tags::PAS))
}

/// Several people.
pub(super) fn crowd(item: &Item) -> bool {
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
