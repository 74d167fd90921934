//! Lists of people: `two soldiers, a policeman and three civilians`.
//!
//! Enters: the items of a sentence. Leaves: the same with each list joined into one item that keeps its members.
//! Example: in `killed three people and two soldiers were hurt` nothing is joined: the second has a verb of its own.

use crate::annotate::item::{Item, People, Value};
use crate::annotate::quantity::Quantity;
use crate::annotate::tag::Tags;
use crate::vocabulary::{Population, Qualifier};

/// Joins lists of people.
pub fn join_lists(items: &[Item]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let end = list_end(items, at);
        if end > at + 1 {
            // "two Danes, a Swiss and a clerk were hurt" counts four, "two people, a cook and a clerk, were hurt" two
            let verbal = Tags::VERB.with(Tags::DEAD).with(Tags::HURT).with(Tags::BE).with(Tags::HAVE);
            let open = items.get(end).is_some_and(|i| i.is(verbal)) && end - at > 4;
            out.push(list(&items[at..end], !open));
            // "two policemen (a third was hurt) and four clerks": what the brackets say is said as well
            out.extend(items[at..end].iter().filter(|i| named_again(i)).cloned());
        } else {
            out.push(items[at].clone());
        }
        at = end.max(at + 1);
    }
    out
}

fn counted(item: &Item) -> bool {
    item.people().is_some_and(|p| p.count.is_some() && !p.partitive)
}

/// Several people without a number or an article.
fn uncounted(item: &Item) -> bool {
    item.people().is_some_and(|p| p.count.is_none() && p.plural && !p.definite && !p.partitive && !p.other && !p.named)
}

/// A verb, an auxiliary or a state.
fn verbal(item: &Item) -> bool {
    item.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE).with(Tags::DEAD).with(Tags::HURT).with(Tags::WORD))
}

/// More people of another kind.
fn larger(first: &Item, second: &Item) -> bool {
    let number = |p: &People| p.count.and_then(Quantity::printed);
    first.people().zip(second.people()).is_some_and(|(a, b)| {
        number(a).is_some_and(|n| n > 1)
            && number(a) < number(b)
            && a.population != b.population
            && b.population != Population::Unknown
            && !b.other
    })
}

/// Several people by number, and others of their side.
fn kin(first: &Item, second: &Item) -> bool {
    first.people().zip(second.people()).is_some_and(|(a, b)| a.plural && a.side == b.side)
}

/// Something in brackets: `(RC)`, `(another was hurt)`.
fn named_again(item: &Item) -> bool {
    item.is(Tags::APPOS) && item.inner.first().is_some_and(|i| i.is(Tags::LPAR.with(Tags::DASH)))
}

/// One past the last member of the list that begins at `at`.
fn list_end(items: &[Item], at: usize) -> usize {
    if !counted(&items[at]) {
        return at + 1;
    }
    let object =
        at > 0 && items[..at].iter().rev().take(2).any(|i| i.is(Tags::VERB) && !i.is(Tags::PAS.with(Tags::SAY)));
    let mut end = at + 1;
    let mut closed = at + 1;
    let place = Tags::FROM.with(Tags::IN).with(Tags::ON).with(Tags::AT).with(Tags::BY).with(Tags::WITH);
    let hangs = at > 0 && items[at - 1].is(place.with(Tags::TO));
    // "a candidate of the Farm Party, and 19 others": the party begins no list
    let of_one = at > 0
        && items[at - 1].is(Tags::OF)
        && items[at].people().is_some_and(|p| p.definite && p.count == Some(Quantity::exact(1)));
    loop {
        // "two guards of the River Corps (RC) and their driver"
        while items.get(end).is_some_and(named_again) && items.get(end + 1).is_some_and(|i| i.is(Tags::AND)) {
            end += 1;
        }
        let comma = items.get(end).is_some_and(|i| i.is(Tags::COMMA));
        let and_at = end + usize::from(comma);
        let and = items.get(and_at).is_some_and(|i| i.is(Tags::AND));
        let next = and_at + usize::from(and);
        // "20 soldiers and policemen were killed": the number counts both kinds
        let both = and && !comma && end == at + 1 && closed == at + 1 && items.get(next).is_some_and(uncounted);
        if both && kin(&items[at], &items[next]) && !(object && items.get(next + 1).is_some_and(verbal)) {
            return next + 1;
        }
        // "kills three monks, ten guards": the larger number is none of the smaller
        let plain = comma && !and && end == at + 1 && closed == at + 1 && items.get(next).is_some_and(counted);
        if plain && object && larger(&items[at], &items[next]) && items.get(next + 1).is_none_or(|i| i.is(place)) {
            return next + 1;
        }
        if !(comma || and) || !items.get(next).is_some_and(counted) {
            break;
        }
        if and {
            // "killed three people and two soldiers were hurt"; "… and two attackers"
            let leaves = at > 0 && items[..at].iter().rev().take(2).any(|i| i.is(Tags::LEAVE));
            let verb = items.get(next + 1).is_some_and(|i| {
                !(leaves && i.is(Tags::DEAD.with(Tags::HURT).with(Tags::PP)))
                    && i.is(Tags::PAS.with(Tags::ACT).with(Tags::BE).with(Tags::HAVE).with(Tags::DEAD).with(Tags::HURT))
            });
            let sides = items[at].people().map(|p| p.side) == items[next].people().map(|p| p.side)
                || !items[at..=next]
                    .iter()
                    .any(|i| i.people().is_some_and(|p| p.side == crate::annotate::lexicon::Side::Attacker));
            // "two soldiers and three rebels died", but not "killed two soldiers and three rebels fled"
            let shared = items.get(next + 1).is_none_or(|i| !i.is(Tags::WORD.with(Tags::ATTACK).with(Tags::EXPLODE)));
            // "back from a patrol, and their driver, were killed": the patrol begins no list
            let apart = (hangs || of_one) && comma && end == at + 1;
            if !(verb && object) && (sides || shared) && !apart {
                closed = next + 1;
            }
            break;
        }
        end = next + 1;
    }
    closed
}

/// The sum of the members; open where one of them is.
fn sum(members: &[&People]) -> Option<Quantity> {
    let mut low = 0;
    let mut high = Some(0);
    let mut qualifier = Qualifier::Exact;
    for people in members {
        let count = people.count?;
        high = high.zip(count.high).map(|(a, b)| a + b);
        if let Some(n) = count.low {
            low += n;
            if count.qualifier != Qualifier::Exact {
                qualifier = count.qualifier;
            }
        } else {
            // "15 officers and several civilians": more than the number, by nobody knows how many
            qualifier = Qualifier::AtLeast;
        }
    }
    if low == 0 && members.iter().all(|p| p.count.is_some_and(|c| c.qualifier == Qualifier::Vague)) {
        return Some(Quantity::vague());
    }
    Some(Quantity { low: Some(low), high, qualifier })
}

/// People of one trade: nobody of another is among them.
pub fn trade(people: &People) -> bool {
    matches!(
        people.population,
        Population::Police
            | Population::Military
            | Population::Paramilitary
            | Population::Militant
            | Population::Journalist
            | Population::Religious
            | Population::Teacher
            | Population::Student
            | Population::Health
            | Population::AidWorker
    )
}

/// One item for the list that these items hold.
pub fn joined(items: &[Item]) -> Item {
    list(items, true)
}

/// The same; `apposed` where the first member may count the others.
fn list(items: &[Item], apposed: bool) -> Item {
    let mut members: Vec<Item> = items.iter().filter(|i| i.people().is_some()).cloned().collect();
    // "the mayor, Ana Diaz, and six others": the name is the mayor's
    let name =
        |i: &Item| i.people().is_some_and(|p| p.named && p.noun == i.span && p.count == Some(Quantity::exact(1)));
    let titled = |i: &Item| i.people().is_some_and(|p| p.definite && !p.named && p.count == Some(Quantity::exact(1)));
    if members.len() > 2 && titled(&members[0]) && name(&members[1]) {
        members.remove(1);
    }
    let people: Vec<&People> = members.iter().filter_map(Item::people).collect();
    let mut whole = people[0].clone();
    // "six people, four clerks and two guards": the first counts the rest
    let rest = sum(&people[1..]).and_then(|q| q.low);
    // "three soldiers, two policemen and a child" are of kinds that exclude each other
    let excludes = trade(people[0]) && people[1..].iter().any(|p| trade(p) && p.population != people[0].population);
    let counted =
        apposed && !excludes && people.len() > 2 && rest.is_some() && people[0].count.and_then(|q| q.low) == rest;
    let shared = people.len() == 2 && people[1].count.is_none();
    whole.count = if counted || shared { people[0].count } else { sum(&people) };
    whole.plural = true;
    whole.definite = people.iter().all(|p| p.definite);
    whole.named = people.iter().any(|p| p.named);
    whole.other = people[0].other;
    if people.iter().any(|p| p.population != whole.population) {
        whole.population = Population::Mixed;
    }
    let first = &items[0];
    let last = &items[items.len() - 1];
    whole.noun = first.span.join(last.span);
    whole.parts = members;
    Item {
        tokens: first.tokens.start..last.tokens.end,
        span: first.span.join(last.span),
        tags: first.tags.with(last.tags),
        value: Value::People(Box::new(whole)),
        inner: Vec::new(),
    }
}
