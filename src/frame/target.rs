//! Who and what was struck.
//!
//! Enters: the items of a sentence. Leaves: people, buildings and vehicles, marked where a verb or noun of attack takes them.
//! Example: in `Gunmen attacked a bus near the bridge` the bus is struck, the bridge is not.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::Casualty;
use crate::frame::struck::{facility, freed, struck};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{Outcome, Population, TargetKind, TargetType};

/// A target as printed.
#[derive(Clone, Debug)]
pub struct TargetWords {
    /// Its words.
    pub span: Span,
    /// Target type.
    pub target: TargetType,
    /// Facility, vehicle, organisation or person.
    pub kind: TargetKind,
    /// A proper name.
    pub named: bool,
    /// Struck by a verb of attack, or hurt.
    pub struck: bool,
    /// Set free: a target where people were taken.
    pub freed: bool,
    /// A number says how many, or that there were several.
    pub counted: bool,
}

/// The targets of a sentence.
pub fn targets(items: &[Item], tokens: &[Token], casualties: &[Casualty]) -> Vec<TargetWords> {
    let mut out: Vec<TargetWords> = Vec::new();
    let marked = struck(items, tokens);
    for (at, item) in items.iter().enumerate() {
        visit(&mut out, items, at, marked[at], tokens);
        for inner in 0..item.inner.len() {
            visit(&mut out, &item.inner, inner, false, tokens);
        }
    }
    for casualty in casualties.iter().filter(|c| !c.unreal) {
        let harmed = matches!(casualty.outcome, Outcome::Killed | Outcome::Injured | Outcome::Abducted);
        if let Some(people) = casualty.people.as_ref().filter(|_| harmed) {
            add_people(&mut out, people, true, tokens);
        }
    }
    let released = freed(items, tokens);
    for target in &mut out {
        target.freed = items
            .iter()
            .zip(&released)
            .any(|(i, r)| *r && i.span.start <= target.span.start && target.span.end <= i.span.end);
    }
    out.sort_by_key(|t| (t.span.start, t.span.end));
    appositions(&mut out);
    out
}

/// Bytes between a name and what says who that is: `, a ` or `, the `.
const APPOSED: usize = 6;

/// `Ana Villegas, a judge,` is one person: the name stands for her.
fn appositions(targets: &mut [TargetWords]) {
    for k in 1..targets.len() {
        let (before, after) = targets.split_at_mut(k);
        let (a, b) = (&mut before[k - 1], &mut after[0]);
        let persons = a.kind == TargetKind::Person && b.kind == TargetKind::Person && (a.struck || b.struck);
        let both = a.struck && b.struck || a.named && a.struck && a.target == TargetType::Unknown;
        if persons && both && a.named != b.named && b.span.start.saturating_sub(a.span.end) <= APPOSED {
            let (name, office) = if a.named { (a, b) } else { (b, a) };
            if name.target == TargetType::Unknown {
                name.target = office.target;
            }
            office.struck = false;
        }
    }
}

fn visit(out: &mut Vec<TargetWords>, items: &[Item], at: usize, struck: bool, tokens: &[Token]) {
    let item = &items[at];
    match &item.value {
        Value::Site { target, kind } => {
            let (span, target, named) = named_site(items, at, tokens, *target);
            out.push(TargetWords { span, target, kind: *kind, named, struck, freed: false, counted: false });
        }
        Value::People(people) => add_people(out, people, struck, tokens),
        // a name before a building is the building's
        _ if item.is(Tags::NAME) && !items.get(at + 1).is_some_and(|n| n.is(Tags::SITE)) => {
            let (target, kind) = facility(item, tokens).unwrap_or((TargetType::Unknown, TargetKind::Person));
            out.push(TargetWords { span: item.span, target, kind, named: true, struck, freed: false, counted: false });
        }
        _ => {}
    }
}

/// A building or vehicle with what stands before it in its name: `the Rosewood Hotel`, `an army convoy`.
fn named_site(items: &[Item], at: usize, tokens: &[Token], target: TargetType) -> (Span, TargetType, bool) {
    let mut first = at;
    let mut named = false;
    let capitals = tokens[items[at].tokens.clone()].iter().all(Token::is_shouted);
    while first > 0 && at - first < 4 {
        let before = &items[first - 1];
        let joined = before.tokens.end == items[first].tokens.start;
        let marks =
            Tags::VERB.with(Tags::GENITIVE).with(Tags::COMMA).with(Tags::STOP).with(Tags::DATE).with(Tags::EVENT);
        let owns = before.is(Tags::NAME.with(Tags::PLACE));
        let epithet = before.is(Tags::DEMONYM.with(Tags::GROUP).with(Tags::PEOPLE))
            && before.people().is_none_or(|p| p.count.is_none() && !p.definite && p.parts.is_empty());
        let capital = !capitals && first > 1 && before.tags == Tags::WORD && tokens[before.tokens.start].is_capital();
        if !joined || before.is(marks) || !(owns || epithet || capital) {
            break;
        }
        named |= owns || capital;
        first -= 1;
    }
    let words = || items[first].tokens.start..items[at].tokens.end;
    let force = words().map(|k| tokens[k].norm.as_str()).find_map(|w| match w {
        "army" | "military" | "navy" | "naval" | "troops" | "troop" | "soldiers" | "marines" | "infantry"
        | "battalion" | "nato" | "regiment" | "brigade" | "troopers" | "enemy" => Some(TargetType::Military),
        "police" => Some(TargetType::Police),
        _ => None,
    });
    let open = matches!(
        target,
        TargetType::Civilian
            | TargetType::Unknown
            | TargetType::Transport
            | TargetType::AirportAircraft
            | TargetType::Business
    );
    // "a bus carrying 20 soldiers"
    let load = items.get(at + 1).is_some_and(|i| {
        tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "carrying" | "transporting"))
    });
    let soldiers = |i: &Item| i.people().is_some_and(|p| p.population == Population::Military);
    if open && load && items[at + 2..].iter().take(2).any(soldiers) {
        return (items[first].span.join(items[at].span), TargetType::Military, named);
    }
    let air = words().any(|k| tokens[k].is("air") && tokens.get(k + 1).is_some_and(|t| t.is("force")));
    let force = if air { Some(TargetType::Military) } else { force };
    (items[first].span.join(items[at].span), force.filter(|_| open).unwrap_or(target), named)
}

/// `members of the army`, `men of the battalion` serve in it.
fn serving(people: &People, tokens: &[Token]) -> TargetType {
    let plain = matches!(people.target, TargetType::Civilian | TargetType::Unknown);
    let first = tokens.partition_point(|t| t.span.start < people.noun.start);
    let words = tokens[first..].iter().take_while(|t| t.span.end <= people.noun.end);
    let mut of = words.skip_while(|t| !t.is("of")).filter(|_| plain && !people.named);
    of.find_map(|t| match t.norm.as_str() {
        "army" | "navy" | "battalion" | "regiment" | "brigade" | "military" => Some(TargetType::Military),
        "police" => Some(TargetType::Police),
        _ => None,
    })
    .unwrap_or(people.target)
}

/// Lists give one target a member.
fn add_people(out: &mut Vec<TargetWords>, people: &People, struck: bool, tokens: &[Token]) {
    if !people.parts.is_empty() {
        for part in people.parts.iter().filter_map(Item::people) {
            add_people(out, part, struck, tokens);
        }
        return;
    }
    let nobody = people.target == TargetType::Unknown && people.population == Population::Unknown && !people.named;
    if people.side == Side::Attacker || people.count.is_some_and(|c| c.high == Some(0)) || nobody {
        return;
    }
    if let Some(known) = out.iter_mut().find(|t| t.span == people.noun) {
        known.struck |= struck;
        return;
    }
    out.push(TargetWords {
        span: people.noun,
        target: serving(people, tokens),
        kind: TargetKind::Person,
        named: people.named,
        struck,
        freed: false,
        counted: people.count.is_some(),
    });
}
