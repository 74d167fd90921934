//! The casualty grammar: how English says that people were killed, hurt, taken or freed.
//!
//! Enters: the items of a sentence. Leaves: figures with their words, people and rule.
//! Example: `The blast killed ten and wounded 34` gives two.

pub mod bomber;
pub mod fit;
pub mod injured;
pub mod killed;
pub mod other_fates;
pub mod unnamed;

use std::sync::LazyLock;

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::fit::{counted, fits, single};
use crate::frame::pattern::Match;
use crate::frame::rule::{Compiled, Rule, Yield, span_of};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, Outcome};

/// A stated number of people and what happened to them.
#[derive(Clone, Debug)]
pub struct Casualty {
    /// What happened.
    pub outcome: Outcome,
    /// How many; none where the words do not count them (`the gunmen were killed`).
    pub quantity: Option<Quantity>,
    /// Who, where a noun says so.
    pub people: Option<People>,
    /// Index of the item that holds the people.
    pub item: usize,
    /// What kind of statement it is.
    pub manner: Yield,
    /// Negated or hypothetical.
    pub unreal: bool,
    /// The words.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
    /// In an aside: a part of what stands before it.
    pub aside: bool,
    /// Attackers whom the number holds as well (`nine, including three gunmen`): how many, where that is said.
    pub attackers: Option<(Option<Quantity>, Span)>,
}

static COMPILED: LazyLock<Vec<Compiled>> = LazyLock::new(|| rules().map(Compiled::new).collect());

/// Every rule, in the order in which they are tried.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    killed::RULES.iter().chain(injured::RULES).chain(other_fates::RULES)
}

/// The casualties that a sentence states, in the order of the text.
pub fn casualties(items: &[Item], tokens: &[Token]) -> Vec<Casualty> {
    let mut out = Vec::new();
    let items = &unnamed::personify(items, tokens);
    read(items, tokens, false, &mut out);
    for (index, item) in items.iter().enumerate().filter(|(_, i)| i.is(Tags::APPOS)) {
        let before = out.len();
        // only what `including` or a bracket opens is a part of what stands before it
        let part = item.is(Tags::INCL) || item.inner.first().is_some_and(|i| i.is(Tags::LPAR));
        read(&item.inner, tokens, part, &mut out);
        for found in &mut out[before..] {
            found.item = index;
        }
    }
    out.sort_by_key(|c| (c.span.start, c.span.end));
    as_many(&mut out, tokens);
    // "four of the gunmen in Lodi and two in Como": neither is a part of a number told before
    if out.iter().any(|c| c.rule == "killed_and_more") {
        for people in out.iter_mut().filter(|c| c.outcome == Outcome::Killed).filter_map(|c| c.people.as_mut()) {
            people.partitive = false;
        }
    }
    // "six rebels were killed and two others wounded": others of the same side
    for i in 1..out.len() {
        let before = out[i - 1].people.as_ref().map_or(Side::Neutral, |p| p.side);
        if before == Side::Attacker
            && let Some(people) = out[i].people.as_mut()
            && people.other
            && people.side == Side::Neutral
        {
            people.side = Side::Attacker;
        }
    }
    out
}

fn read(items: &[Item], tokens: &[Token], aside: bool, out: &mut Vec<Casualty>) {
    let mut taken: Vec<(usize, Outcome)> = Vec::new();
    let mut barred: Vec<std::ops::Range<usize>> = Vec::new();
    for compiled in COMPILED.iter() {
        for found in compiled.find(items, tokens) {
            let rule = compiled.rule;
            if barred.iter().any(|b| found.first < b.end && b.start < found.last) {
                continue;
            }
            let nobody = (found.first..found.last).any(|i| items[i].quantity().is_some_and(|q| q.low == Some(0)));
            if rule.yields == Yield::Nothing && nobody {
                continue;
            }
            if rule.yields == Yield::Nothing {
                barred.push(found.first..found.last);
                continue;
            }
            let verb = (found.first..found.last).find(|&i| items[i].is(Tags::VERB));
            if !fits(rule.yields, items, &found, tokens) {
                continue;
            }
            let unreal = verb.is_some_and(|v| items[v].is(Tags::NEGATED.with(Tags::MODAL_VG)));
            let outcome = match rule.yields {
                Yield::Fate(o)
                | Yield::Part(o)
                | Yield::Toll(o)
                | Yield::Former(o)
                | Yield::Attacker(o)
                | Yield::Along(o) => o,
                Yield::Struck => Outcome::Injured,
                _ => Outcome::Killed,
            };
            let who =
                if rule.yields == Yield::Unharmed { found.first } else { found.get("who").unwrap_or(found.first) };
            if rule.yields == Yield::Unharmed && items[who].quantity().is_none_or(|q| q.low != Some(0)) {
                continue;
            }
            // "nobody in the capital knows how many died" counts none
            if items[who].quantity().is_some_and(|q| q.low == Some(0)) && found.last - found.first > 4 {
                continue;
            }
            if taken.iter().any(|(i, o)| *i == who && (*o == outcome || both_harm(*o, outcome))) {
                continue;
            }
            taken.push((who, outcome));
            let item = &items[who];
            if aged(items, who, tokens) {
                continue;
            }
            let mut people = if let Value::People(p) = &item.value { Some((**p).clone()) } else { None };
            // "killed four of the gunmen in Lodi and two in Como": two more gunmen
            if rule.name == "killed_and_more" && people.is_none() {
                let first = items[found.first..who].iter().find_map(Item::people);
                let more = first.map(|p| People { count: item.quantity(), other: true, partitive: false, ..p.clone() });
                people = more;
            }
            if let Some(people) = &mut people {
                // "killed four people suspected of the attack"
                let suspects = items.get(who + 1).is_some_and(|i| i.is(Tags::SUSPECT) && i.is(Tags::PP))
                    && items.get(who + 2).is_some_and(|i| i.is(Tags::OF.with(Tags::TO)));
                if matches!(rule.yields, Yield::Attacker(_)) || suspects && people.side == Side::Neutral {
                    people.side = Side::Attacker;
                } else if people.side == Side::Attacker
                    && outcome == Outcome::Killed
                    && struck(items, &found, who, tokens)
                {
                    people.side = Side::Victim;
                }
            }
            out.push(Casualty {
                outcome,
                quantity: if rule.yields == Yield::Pronoun {
                    single(item, tokens)
                } else {
                    counted(items, &found, who, tokens)
                },
                people,
                item: who,
                manner: rule.yields,
                unreal: unreal || rule.yields == Yield::Pronoun,
                span: span_of(items, &found),
                rule: rule.name,
                aside,
                attackers: included(items, &found, who, tokens),
            });
        }
    }
}

/// Killed by attackers or by their bomb: fighters are victims there, whatever they are called.
fn struck(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> bool {
    let attacking = |i: &Item| {
        i.is(Tags::AGENT.with(Tags::WEAPON)) || matches!(&i.value, Value::Group(g) if crate::annotate::people::armed(g))
    };
    let own = |i: &Item| match (&items[who].value, &i.value) {
        (Value::People(p), Value::Group(g)) => p.group.as_ref().is_some_and(|o| o.text == g.text),
        (Value::People(p), Value::People(q)) => p.group.is_some() && p.group == q.group,
        _ => false,
    };
    let Some(verb) =
        (found.first..found.last).find(|&v| items[v].is(Tags::KILL.with(Tags::DIE)) && items[v].is(Tags::VERB))
    else {
        return false;
    };
    if bombed(items, verb, who, tokens) {
        return true;
    }
    if who > verb && !items[verb].is(Tags::PAS) {
        // the nearest actor before the verb, in its own clause
        let actor = items[..verb].iter().rev().take(8).find(|i| {
            i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WEAPON).with(Tags::SEMI).with(Tags::STOP).with(Tags::EVENT))
        });
        let named = |i: &Item| !i.is(Tags::EVENT) || i.is(Tags::WEAPON);
        // "police clashed with militants, killing four": they need not be the killers
        let sure = items[verb].is(Tags::ACT) && !items[..verb].last().is_some_and(|i| i.is(Tags::COMMA));
        return actor.is_some_and(|i| attacking(i) && named(i) && !own(i) && (sure || i.is(Tags::WEAPON)));
    }
    // "were killed by militants"
    let by = found.last;
    items.get(by).is_some_and(|i| i.is(Tags::BY))
        && items[by + 1..]
            .iter()
            .take(3)
            .find(|i| i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WEAPON)))
            .is_some_and(|i| attacking(i) && !own(i))
}

/// Fighters of a named group whom somebody's mine or bomb killed: `was killed in a landmine explosion`. No army's
/// strike, and no bomb of their own.
fn bombed(items: &[Item], verb: usize, who: usize, tokens: &[Token]) -> bool {
    let grouped = items[who].people().is_some_and(|p| p.group.is_some());
    let other = |t: &Token| {
        matches!(
            t.norm.as_str(),
            "premature"
                | "prematurely"
                | "planting"
                | "assembling"
                | "making"
                | "handling"
                | "carrying"
                | "own"
                | "suicide"
                | "airstrike"
                | "airstrikes"
                | "strike"
                | "strikes"
                | "raid"
                | "operation"
                | "clash"
                | "clashes"
                | "drone"
                | "attempt"
                | "attempting"
                | "jets"
                | "aircraft"
        )
    };
    let explosive = |i: &Item| {
        let code = match &i.value {
            Value::Weapon { attack, .. } => *attack,
            Value::Event(noun) => noun.attack[0],
            _ => None,
        };
        matches!(code, Some(AttackType::Bombing | AttackType::Ied))
    };
    let sentence = items.first().zip(items.last()).map(|(a, b)| &tokens[a.tokens.start..b.tokens.end]);
    if !grouped || sentence.is_none_or(|s| s.iter().any(other)) {
        return false;
    }
    if who < verb {
        return items.get(verb + 1).is_some_and(|i| i.is(Tags::IN.with(Tags::BY).with(Tags::AFTER)))
            && items[verb + 1..].iter().take(6).take_while(|i| !i.is(Tags::COMMA)).any(explosive);
    }
    items[..verb].iter().any(explosive) && !items[..verb].iter().any(|i| i.is(Tags::AGENT))
}

/// Attackers named behind `including` next to the people counted.
fn included(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> Option<(Option<Quantity>, Span)> {
    let close = items[found.last - 1].tokens.end;
    let after = |from: usize| tokens.get(from..(from + 5).min(tokens.len())).unwrap_or(&[]);
    for words in [after(items[who].tokens.end), after(close)] {
        let own = |t: &Token| matches!(t.norm.as_str(), "himself" | "herself" | "itself");
        if let Some(at) = words.iter().position(own)
            && words.iter().any(|t| matches!(t.norm.as_str(), "including" | "included" | "counting"))
        {
            return Some((Some(Quantity::exact(1)), words[at].span));
        }
    }
    if let Some(held) = listed(items, found, who) {
        return Some(held);
    }
    let inside = items.get(who + 1..found.last).unwrap_or(&[]).iter().find(|i| i.is(Tags::APPOS));
    let aside = inside.or_else(|| items.get(found.last)).filter(|i| i.is(Tags::APPOS))?;
    let out = |t: &Token| matches!(t.norm.as_str(), "excluding" | "not" | "besides" | "apart" | "than");
    let opens = aside.is(Tags::INCL) || aside.inner.iter().take(3).any(|i| i.is(Tags::INCL));
    if !opens || tokens[aside.tokens.clone()].iter().take(4).any(out) {
        return None;
    }
    aside.inner.iter().find_map(|i| {
        let own = i.people()?;
        let member = if own.parts.is_empty() {
            Some(i).filter(|_| own.side == Side::Attacker)
        } else {
            own.parts.iter().find(|m| m.people().is_some_and(|p| p.side == Side::Attacker))
        };
        member.map(|m| (m.quantity(), m.span))
    })
}

/// Attackers in a list behind a colon that comes to the number: `nine dead: two clerks, four guards and three attackers`.
fn listed(items: &[Item], found: &Match<'_>, who: usize) -> Option<(Option<Quantity>, Span)> {
    let list = items.get(found.last).filter(|i| i.is(Tags::COLON)).and_then(|_| items.get(found.last + 1)?.people())?;
    let whole = |q: Option<Quantity>| q.and_then(Quantity::printed);
    let attacker = list.parts.iter().find(|m| m.people().is_some_and(|p| p.side == Side::Attacker))?;
    let all = list.parts.iter().map(|m| whole(m.quantity())).try_fold(0, |sum, n| Some(sum + n?));
    (all == whole(items[who].quantity())).then(|| (attacker.quantity(), attacker.span))
}

/// A bare number between commas behind a name is an age: `the painter, 42, was declared dead`.
fn aged(items: &[Item], who: usize, tokens: &[Token]) -> bool {
    let item = &items[who];
    let comma = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.is(","));
    item.is(Tags::NUM)
        && item.tokens.len() == 1
        && item.quantity().and_then(Quantity::printed).is_some_and(|n| (5..100).contains(&n))
        && who > 1
        && items[who - 2].is(Tags::NAME.with(Tags::PEOPLE).with(Tags::WORD))
        && comma(item.tokens.start.checked_sub(1))
        && comma(Some(item.tokens.end))
}

/// `four clerks died and as many were hurt`: the number told before.
fn as_many(out: &mut [Casualty], tokens: &[Token]) {
    for i in 1..out.len() {
        let at = tokens.iter().position(|t| t.span.start >= out[i].span.start).unwrap_or(0);
        let many = at > 0 && tokens[at].is("many") && tokens[at - 1].is("as");
        if many && !tokens.get(at + 1).is_some_and(|t| t.is("as")) {
            out[i].quantity = out[i - 1].quantity;
        }
    }
}

/// One person is counted as killed or as hurt by one clause, not as both.
fn both_harm(a: Outcome, b: Outcome) -> bool {
    let harm = |o| matches!(o, Outcome::Killed | Outcome::Injured);
    harm(a) && harm(b)
}
