//! The casualty grammar: how English says that people were killed, hurt, taken or freed.
//!
//! Enters: the items of a sentence. Leaves: figures with their words, people and rule.
//! Example: `The blast killed ten and wounded 34` gives two.

pub mod bomber;
pub mod census;
pub mod fit;
pub mod held;
pub mod injured;
pub mod killed;
pub mod named;
pub mod other_fates;
pub mod side;
pub mod toll;
pub mod unnamed;

use std::sync::LazyLock;

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::fit::{counted, fits, single};
use crate::frame::casualty::held::included;
use crate::frame::casualty::side::{bearer, own_bomb, struck};
use crate::frame::pattern::Match;
use crate::frame::rule::{Compiled, Rule, Yield, span_of};
use crate::frame::signs::Signs;
use crate::frame::unreal::{supposed, unfounded};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{Outcome, Population};

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
    toll::RULES.iter().chain(census::RULES).chain(killed::RULES).chain(injured::RULES).chain(other_fates::RULES)
}

/// The casualties that a sentence states, in the order of the text.
pub fn casualties(items: &[Item], tokens: &[Token]) -> Vec<Casualty> {
    let mut out = Vec::new();
    let items = &unnamed::personify(&unquoted(items), tokens);
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
    out = out.into_iter().flat_map(|c| side::apart(c, tokens)).collect();
    shares(&mut out);
    // "four of the gunmen in Lodi and two in Como": neither is a part of a number told before
    if out.iter().any(|c| c.rule == "killed_and_more") {
        for people in out.iter_mut().filter(|c| c.outcome == Outcome::Killed).filter_map(|c| c.people.as_mut()) {
            people.partitive = false;
        }
    }
    // "six rebels were killed and two others wounded": others of the same side
    for i in 1..out.len() {
        let before = out[i - 1].people.as_ref().map_or(Side::Neutral, |p| p.side);
        let apart = out[i - 1].span.end <= out[i].span.start;
        if before == Side::Attacker
            && apart
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
    let signs = Signs::of(items, tokens);
    for compiled in COMPILED.iter() {
        for found in compiled.find(&signs, items, tokens) {
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
            let uncounted = |who: usize| items[who].quantity().is_none_or(|q| q.printed().is_none());
            let unreal = verb.is_some_and(|v| {
                items[v].is(Tags::NEGATED.with(Tags::MODAL_VG))
                    || unfounded(items, v, tokens)
                    || uncounted(found.get("who").unwrap_or(found.first)) && supposed(items, v, tokens)
            });
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
            let without = rule.yields == Yield::Unharmed && tokens[items[who].tokens.start].is("without");
            if rule.yields == Yield::Unharmed && !without && items[who].quantity().is_none_or(|q| q.low != Some(0)) {
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
            if outcome == Outcome::Abducted && seizes(items, &found, who) {
                continue;
            }
            if aged(items, who, tokens) || stands_for_thing(items, who, tokens) {
                continue;
            }
            let mut people = if let Value::People(p) = &item.value { Some((**p).clone()) } else { None };
            // "killed four of the gunmen in Lodi and two in Como": two more gunmen
            if rule.name == "killed_and_more" && people.is_none() {
                let first = items[found.first..who].iter().find_map(Item::people);
                let more = first.map(|p| People { count: item.quantity(), other: true, partitive: false, ..p.clone() });
                people = more;
            }
            // "the clerk was shot along with two other party militants": of her side
            if let Some(people) = &mut people
                && matches!(rule.yields, Yield::Along(_))
                && people.other
                && people.group.is_none()
            {
                named::acquit(people);
            }
            // "of 14 attackers nine were killed": nine attackers
            if people.is_none() && matches!(rule.yields, Yield::Attacker(_)) && item.quantity().is_some() {
                let count = item.quantity();
                people = Some(People { count, plural: true, ..unnamed::one(item, false) });
            }
            // "two cooks and the boy carrying a bomb"
            if let Some(people) = &mut people
                && !people.parts.is_empty()
                && bearer(items, who, people, tokens)
                && let Some(Value::People(last)) = people.parts.last_mut().map(|i| &mut i.value)
            {
                last.side = Side::Attacker;
            }
            // "the murder of a rebel leader and of his clerk": victims
            if let Some(people) = &mut people
                && matches!(rule.name, "deaths_of" | "murder_of_owner")
                && named::murdered(&items[found.first..found.last], tokens)
            {
                named::acquit(people);
            }
            if let Some(people) = &mut people {
                // "killed four people suspected of the attack"
                let suspects = items.get(who + 1).is_some_and(|i| i.is(Tags::SUSPECT) && i.is(Tags::PP))
                    && items.get(who + 2).is_some_and(|i| i.is(Tags::OF.with(Tags::TO)));
                if matches!(rule.yields, Yield::Attacker(_))
                    || suspects && people.side == Side::Neutral
                    || people.parts.is_empty()
                        && (bearer(items, who, people, tokens) || own_bomb(items, who, people, tokens))
                {
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
                quantity: if without {
                    Some(Quantity::none())
                } else if rule.yields == Yield::Pronoun {
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

/// `the police seized three passports`: who takes, not who is taken.
fn seizes(items: &[Item], found: &Match<'_>, who: usize) -> bool {
    let force = items[who]
        .people()
        .is_some_and(|p| matches!(p.population, Population::Police | Population::Military | Population::Paramilitary));
    let ends =
        Tags::IN.with(Tags::AT).with(Tags::ON).with(Tags::BY).with(Tags::DATE).with(Tags::STOP).with(Tags::COMMA);
    let verb = found.last.checked_sub(1).filter(|&v| v > who && items[v].is(Tags::ABDUCT) && !items[v].is(Tags::PAS));
    force && verb.is_some_and(|v| items.get(v + 1).is_some_and(|n| !n.is(ends)))
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

/// `the largest one seized`: a thing of a kind told before, nobody.
fn stands_for_thing(items: &[Item], who: usize, tokens: &[Token]) -> bool {
    let one = &items[who];
    let before = one.tokens.start.checked_sub(1).and_then(|k| tokens.get(k));
    one.people().is_none()
        && one.tokens.len() == 1
        && tokens[one.tokens.start].is("one")
        && before.is_some_and(|t| t.norm.len() > 5 && t.norm.ends_with("est"))
}

/// `four clerks died and as many were hurt`, `killing four and injuring as many`: the number told before.
fn as_many(out: &mut [Casualty], tokens: &[Token]) {
    for i in 1..out.len() {
        let from = tokens.iter().position(|t| t.span.start >= out[i].span.start).unwrap_or(0).saturating_sub(1);
        let within = tokens[from..].iter().take_while(|t| t.span.end <= out[i].span.end).count();
        let words = &tokens[from..(from + within + 1).min(tokens.len())];
        let many = words.windows(3).any(|w| w[0].is("as") && w[1].is("many") && !w[2].is("as"));
        if many {
            out[i].quantity = out[i - 1].quantity;
        }
    }
}

/// `killed six, three at a mill and three at a school`: the numbers behind come to the first and are parts of it.
fn shares(out: &mut [Casualty]) {
    let number = |c: &Casualty| c.quantity.and_then(Quantity::printed);
    let victims = |c: &Casualty| c.people.as_ref().is_none_or(|p| p.side != Side::Attacker);
    let first = |c: &&Casualty| c.outcome == Outcome::Killed && c.rule != "killed_and_more" && victims(c);
    let whole = out.iter().find(first).and_then(number);
    let parts: Option<u32> = out.iter().filter(|c| c.rule == "killed_and_more").map(number).sum();
    if whole.is_some() && whole == parts {
        out.iter_mut().filter(|c| c.rule == "killed_and_more").for_each(|c| c.aside = true);
    }
}

/// Without the marks around one number or one verb: `put the toll at "at least 80"`.
fn unquoted(items: &[Item]) -> Vec<Item> {
    let word = Tags::NUM.with(Tags::PEOPLE).with(Tags::KILL).with(Tags::WOUND).with(Tags::DEAD);
    let alone = |at: usize| {
        items[at].is(Tags::QUOTE)
            && items.get(at + 1).is_some_and(|i| i.is(word))
            && items.get(at + 2).is_some_and(|i| i.is(Tags::QUOTE))
    };
    let drop = |at: usize| alone(at) || at > 1 && alone(at - 2);
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        // "six" "bandits": so many of them
        let number = out.last().filter(|_| at > 0 && alone(at - 1)).and_then(|i| {
            if let Value::Number(quantity) = i.value { Some((quantity, i.span, i.tokens.start)) } else { None }
        });
        match (&item.value, number) {
            (Value::People(people), Some((quantity, span, from))) if people.count.is_none() => {
                let people = People { count: Some(quantity), ..(**people).clone() };
                let joined = Item {
                    tokens: from..item.tokens.end,
                    span: span.join(item.span),
                    value: Value::People(Box::new(people)),
                    ..item.clone()
                };
                out.pop();
                out.push(joined);
            }
            _ if drop(at) => {}
            _ => out.push(item.clone()),
        }
    }
    out
}

/// One person is counted as killed or as hurt by one clause, not as both.
fn both_harm(a: Outcome, b: Outcome) -> bool {
    let harm = |o| matches!(o, Outcome::Killed | Outcome::Injured);
    harm(a) && harm(b)
}
