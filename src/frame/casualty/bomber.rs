//! Bombers who died by their own bomb.
//!
//! Enters: the items of a sentence. Leaves: how many attackers set off a bomb on themselves.
//! Example: `two suicide bombers struck a market` is two dead attackers, `a suicide attack` one, `suicide attacks` no number.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::Casualty;
use crate::frame::rule::Yield;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, Outcome, Population, TargetType};

/// The rule that figures of bombers name.
pub const RULE: &str = "bomber";

/// Words that tell of a bomb that did not go off, or of bombers in general.
const UNDONE: &[&str] = &[
    "would-be",
    "foiled",
    "foil",
    "thwarted",
    "prevented",
    "failed",
    "arrested",
    "arrest",
    "arrests",
    "detained",
    "captured",
    "defused",
    "trained",
    "training",
    "train",
    "recruited",
    "recruiting",
    "malfunctioned",
    "threatened",
    "threat",
    "plot",
    "plotting",
    "planning",
    "planned",
    "often",
    "typically",
    "usually",
    "history",
    "mastermind",
    "facilitator",
    "network",
    "jacket",
    "jackets",
    "recovered",
    "seized",
    "hallmark",
    "hallmarks",
];

/// What a bomber would have done.
const SETS_OFF: &[&str] =
    &["blow", "detonate", "set", "explode", "carry", "use", "strike", "attack", "hit", "target", "be", "have", "try"];

/// The dead bombers of a sentence, as one figure.
pub fn bombers(items: &[Item], tokens: &[Token]) -> Option<Casualty> {
    let first = items.first()?.tokens.start;
    let last = items.last()?.tokens.end;
    let words = tokens.get(first..last)?;
    // "could strike", but not "was shot before he could do so"
    let modal = |w: &[Token]| {
        matches!(w[0].norm.as_str(), "could" | "would" | "might")
            && w[1..].iter().any(|t| SETS_OFF.contains(&t.norm.as_str()))
    };
    if words.iter().any(|t| UNDONE.contains(&t.norm.as_str())) || words.windows(4).any(modal) {
        return None;
    }
    let suicide = words.iter().any(|t| matches!(t.norm.as_str(), "suicide" | "kamikaze"))
        || words.windows(2).any(|w| {
            w[0].is("explosive") && w[1].is("vest")
                || matches!(w[0].norm.as_str(), "child" | "girl" | "boy" | "teenage" | "female" | "woman")
                    && w[1].is("bomber")
        });
    // "three car bombs, including two suicide car bombs"
    let flat: Vec<Item> = items
        .iter()
        .flat_map(|i| if i.is(Tags::INCL) && i.is(Tags::APPOS) { i.inner.clone() } else { vec![i.clone()] })
        .collect();
    let items = flat.as_slice();
    let mut best: Option<(Quantity, Span, bool)> = None;
    let mut keep = |quantity: Quantity, span: Span, further: bool| {
        best = Some(match best {
            Some((q, s, f)) if further && !f => (plus(q, quantity), s.join(span), f),
            Some((q, s, f)) if q.printed() >= quantity.printed() => (q, s, f),
            _ => (quantity, span, further),
        });
    };
    for (at, item) in items.iter().enumerate() {
        if let Some(found) = driven(items, at, tokens) {
            keep(found.0, found.1, false);
        }
        if let Some(people) = item.people()
            && people.side == Side::Attacker
            && suicide
            && tokens[item.tokens.clone()]
                .iter()
                .any(|t| matches!(t.norm.as_str(), "bomber" | "bombers" | "attacker" | "attackers"))
            && tokens[item.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "bomber" | "bombers" | "suicide"))
        {
            let further = people.other || at > 0 && ordinal(&items[..=at], tokens);
            if let Some(quantity) = people.count.or_else(|| (!people.plural).then_some(Quantity::exact(1))) {
                keep(quantity, item.span, further);
            }
        }
        // "blew himself up": as many as its subject
        if item.is(Tags::EXPLODE)
            && item.verb().is_some_and(|v| v.attack == Some(AttackType::SuicideBombing) && !v.negated && !v.modal)
            && !item.is(Tags::INF)
        {
            let subject = items[..at].iter().rev().take(6).find(|i| i.people().is_some() || i.is(Tags::NUM));
            let several = tokens[item.tokens.clone()].iter().any(|t| t.is("themselves"));
            let counted = subject.and_then(Item::quantity).filter(|q| several || q.printed() == Some(1));
            if let Some(quantity) = counted.or((!several).then_some(Quantity::exact(1))) {
                keep(
                    quantity,
                    subject.filter(|_| counted.is_some()).map_or(item.span, |s| s.span.join(item.span)),
                    subject.and_then(|s| s.people()).is_some_and(|p| p.other && p.definite),
                );
            }
        }
        // "killing himself and two others"
        if item.is(Tags::KILL)
            && !item.is(Tags::INF)
            && items.get(at + 1).is_some_and(|n| {
                n.is(Tags::PRON)
                    && tokens[n.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "himself" | "herself"))
            })
        {
            keep(Quantity::exact(1), item.span.join(items[at + 1].span), false);
        }
        // "killed five and himself"
        let myself = tokens[item.tokens.end..last]
            .iter()
            .take(6)
            .collect::<Vec<_>>()
            .windows(2)
            .find(|w| w[0].is("and") && matches!(w[1].norm.as_str(), "himself" | "herself"))
            .map(|w| w[1].span);
        if let Some(own) = myself.filter(|_| item.is(Tags::KILL) && item.is(Tags::VERB) && !item.is(Tags::INF)) {
            keep(Quantity::exact(1), item.span.join(own), false);
        }
        let (types, plural) = match &item.value {
            Value::Event(noun) => (noun.attack[0], noun.plural),
            Value::Weapon { attack, .. } => {
                (*attack, tokens.get(item.tokens.end.saturating_sub(1)).is_some_and(|t| t.norm.ends_with('s')))
            }
            _ => continue,
        };
        if types == Some(AttackType::SuicideBombing) {
            let by = items.get(at + 1).filter(|i| i.is(Tags::BY)).and_then(|_| items.get(at + 2)).filter(|_| plural);
            let by = by.and_then(|i| i.quantity()?.printed().filter(|n| *n > 1).map(|n| (n, i.span)));
            match numbered(&items[..at], tokens).or_else(|| conductors(&items[..at])).or(by) {
                Some((n, span)) => keep(Quantity::exact(n), span.join(item.span), false),
                None if !plural => keep(Quantity::exact(1), item.span, false),
                None => {}
            }
        }
    }
    if best.is_none() && suicide {
        best = blasts(items, tokens);
    }
    let (quantity, span, further) = best?;
    Some(Casualty {
        outcome: Outcome::Killed,
        quantity: Some(quantity),
        people: Some(attackers(quantity, span, further)),
        item: 0,
        manner: Yield::Fate(Outcome::Killed),
        unreal: false,
        span,
        rule: RULE,
        aside: false,
        attackers: None,
    })
}

fn plus(a: Quantity, b: Quantity) -> Quantity {
    Quantity {
        low: a.low.zip(b.low).map(|(x, y)| x + y),
        high: a.high.zip(b.high).map(|(x, y)| x + y),
        qualifier: a.qualifier,
    }
}

/// `a man rammed his explosive-laden car into the gate`: whoever was at the wheel.
fn driven(items: &[Item], at: usize, tokens: &[Token]) -> Option<(Quantity, Span)> {
    let verb = &items[at];
    let word = |i: &Item, list: &[&str]| tokens[i.tokens.clone()].iter().any(|t| list.contains(&t.norm.as_str()));
    if !word(verb, &["rammed", "drove", "crashed", "ploughed", "plowed", "slammed"]) || verb.is(Tags::PAS) {
        return None;
    }
    let load = items[at + 1..].iter().take(3).find(|i| {
        i.is(Tags::WEAPON)
            && word(i, &["laden", "packed", "filled", "loaded", "rigged"])
            && !word(i, &["bomb", "bombs"])
    })?;
    let who = items[..at]
        .iter()
        .rev()
        .take(4)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)))
        .find_map(|i| i.people().filter(|p| p.side != Side::Victim).map(|p| (p, i.span)))?;
    let one = !who.0.plural || who.0.count == Some(Quantity::exact(1));
    one.then(|| (Quantity::exact(1), who.1.join(load.span)))
}

/// `a second bomber`, `the other attacker`
fn ordinal(items: &[Item], tokens: &[Token]) -> bool {
    let listed = |t: &Token| matches!(t.norm.as_str(), "second" | "third" | "another" | "other");
    items.iter().rev().take(2).any(|i| tokens[i.tokens.clone()].iter().any(listed))
}

/// `suicide bombers killed ten people in two blasts`: one bomber a blast.
fn blasts(items: &[Item], tokens: &[Token]) -> Option<(Quantity, Span, bool)> {
    let several = items.iter().position(|i| {
        i.people().is_some_and(|p| p.side == Side::Attacker && p.plural && p.count.is_none())
            && tokens[i.tokens.clone()].iter().any(|t| t.is("bombers"))
    })?;
    let at = (several + 1..items.len()).find(|&at| matches!(&items[at].value, Value::Event(noun) if noun.plural))?;
    let number = items[at - 1].quantity().and_then(Quantity::printed).or_else(|| {
        ["two", "three", "four", "five"]
            .iter()
            .zip(2..)
            .find(|(w, _)| tokens[items[at - 1].tokens.end - 1].is(w))
            .map(|(_, n)| n)
    })?;
    Some((Quantity::exact(number), items[several].span.join(items[at].span), false))
}

/// `twin suicide bombings`, `three suicide attacks`
fn numbered(before: &[Item], tokens: &[Token]) -> Option<(u32, Span)> {
    let item = before.last()?;
    if let Value::Number(quantity) = item.value {
        return quantity.printed().map(|n| (n, item.span));
    }
    let n = match tokens.get(item.tokens.end.checked_sub(1)?)?.norm.as_str() {
        "twin" | "double" | "dual" => 2,
        "triple" => 3,
        _ => return None,
    };
    Some((n, item.span))
}

/// `four students carried out the suicide bombings`
fn conductors(before: &[Item]) -> Option<(u32, Span)> {
    let verb = before.iter().rev().take(4).position(|i| i.is(Tags::CONDUCT) && i.is(Tags::VERB) && !i.is(Tags::PAS))?;
    let who = before[..before.len() - verb - 1].last()?;
    let people = who.people().filter(|p| !matches!(p.population, Population::Police | Population::Military))?;
    people.count.and_then(Quantity::printed).filter(|n| *n > 1).map(|n| (n, who.span))
}

fn attackers(quantity: Quantity, noun: Span, other: bool) -> People {
    People {
        count: Some(quantity),
        population: Population::Militant,
        side: Side::Attacker,
        target: TargetType::Militia,
        noun,
        definite: false,
        named: false,
        other,
        partitive: false,
        plural: quantity.printed() != Some(1),
        group: None,
        suspected: false,
        parts: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    fn read(text: &str) -> Option<(Option<u32>, String)> {
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        let found = annotated.items.iter().find_map(|items| bombers(items, &document.tokens))?;
        Some((found.quantity?.low, found.span.of(text).to_owned()))
    }

    #[test]
    fn a_bomber_who_set_off_the_bomb_is_one_dead_attacker() {
        for (text, n, quote) in [
            ("A suicide bomber struck a market.", 1, "A suicide bomber"),
            ("Two suicide bombers struck a market.", 2, "Two suicide bombers"),
            ("Twin suicide bombings shook the port.", 2, "Twin suicide bombings"),
            ("A man blew himself up at the gate.", 1, "A man blew himself up"),
            ("A child bomber killed four people.", 1, "A child bomber"),
            ("Suicide bombings by four students hit a port.", 4, "Suicide bombings by four students"),
            ("Four students carried out the suicide bombings.", 4, "Four students carried out the suicide bombings"),
        ] {
            assert_eq!(read(text), Some((Some(n), quote.to_owned())), "{text}");
        }
        for text in ["Police arrested a would-be suicide bomber.", "A bomb struck a market.", "Suicide attacks go on."]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
