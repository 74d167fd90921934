//! What one sentence reports.
//!
//! Enters: a sentence's items. Leaves: casualties, triggers of attacks, dates, places, groups, weapons and targets.
//! Example: `Gunmen attacked a bus in Kabul on Friday` has a trigger, a target, a place and a date.

use crate::annotate::date::DateWords;
use crate::annotate::chunk::groups;
use crate::annotate::item::{EventNoun, GroupName};
use crate::annotate::lexicon::{Side, Strength};
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::{Casualty, casualties};
use crate::frame::claim::reading::actors;
use crate::frame::claim::{Asserted, assertions};
use crate::frame::relation::{Related, relations};
use crate::frame::speaker::{Speaker, speaker};
use crate::reference::gazetteer::Place;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, TargetKind, TargetType, WeaponType};

/// Words that stand for an attack.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// The words.
    pub span: Span,
    /// Attack types that the words imply.
    pub types: Vec<AttackType>,
    /// An attack for certain, not only an explosion or a clash.
    pub sure: bool,
    /// `the attack`.
    pub definite: bool,
    /// `attacks`.
    pub plural: bool,
    /// A noun rather than a verb.
    pub noun: bool,
    /// `another`, `a second`, `a separate`, `a similar`.
    pub further: bool,
}

/// A place as printed.
#[derive(Clone, Debug)]
pub struct PlaceWords {
    /// The words.
    pub span: Span,
    /// Candidates, best first; none where only its form speaks for it.
    pub candidates: Vec<Place>,
    /// Behind `in`, `at`, `near`.
    pub led: bool,
    /// The word behind it (`district`, `province`), or empty.
    pub area: String,
    /// Index of its item.
    pub item: usize,
    /// Part of the name or title of somebody who speaks, or of an organisation.
    pub institutional: bool,
}

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
}

/// A sentence's report.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Casualties.
    pub casualties: Vec<Casualty>,
    /// Attacks.
    pub triggers: Vec<Trigger>,
    /// Dates with their words and whether they date a statement (`said on Tuesday`).
    pub dates: Vec<(DateWords, Span, bool)>,
    /// Places.
    pub places: Vec<PlaceWords>,
    /// Weapons.
    pub weapons: Vec<(WeaponType, Option<AttackType>, Span)>,
    /// Targets.
    pub targets: Vec<TargetWords>,
    /// Groups named, in order.
    pub groups: Vec<GroupName>,
    /// Those of them that are not mere background.
    pub actors: Vec<GroupName>,
    /// Assertions about groups.
    pub assertions: Vec<Asserted>,
    /// Assertions about two groups.
    pub relations: Vec<Related>,
    /// Who speaks.
    pub speaker: Option<Speaker>,
    /// Attackers named by a common noun: gunmen, militants.
    pub attackers: Vec<Span>,
    /// `suicide` stands in it.
    pub suicide: Option<Span>,
}

/// Reads a sentence.
pub fn report(items: &[Item], tokens: &[Token]) -> Report {
    let mut out = Report {
        casualties: casualties(items, tokens),
        groups: groups(items).into_iter().cloned().collect(),
        actors: actors(items, tokens),
        assertions: assertions(items, tokens),
        relations: relations(items, tokens),
        speaker: speaker(items, tokens),
        ..Report::default()
    };
    for (at, item) in items.iter().enumerate() {
        visit(&mut out, items, at, item, tokens);
        for inner in 0..item.inner.len() {
            visit(&mut out, &item.inner, inner, &item.inner[inner], tokens);
        }
    }
    out
}

fn visit(out: &mut Report, items: &[Item], at: usize, item: &Item, tokens: &[Token]) {
    let before = at.checked_sub(1).map(|i| &items[i]);
    match &item.value {
        Value::Date(words) => {
            let said = items[..at]
                .iter()
                .rev()
                .take(4)
                .take_while(|i| !i.is(Tags::COMMA.with(Tags::REL).with(Tags::EVENT).with(Tags::WEAPON)))
                .find(|i| i.is(Tags::VERB))
                .is_some_and(|i| i.is(Tags::SAY.with(Tags::CONDEMN)));
            // "Friday, June 10", "Tuesday (November 12)": the second date says more of the same
            let previous = out.dates.last().filter(|(_, span, _)| item.span.start.saturating_sub(span.end) <= 3);
            let said = said || previous.is_some_and(|p| p.2);
            if previous.is_some_and(|p| matches!(p.0, DateWords::Weekday { .. })) && matches!(words, DateWords::Day { .. }) {
                out.dates.pop();
            }
            // "since 2009", "until May": a stretch of time
            let stretch = before.is_some_and(|b| tokens[b.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "since" | "until" | "till")));
            out.dates.push((*words, item.span, said || stretch));
        }
        Value::Place(candidates) => {
            let led = led(out, items, at);
            let next = tokens.get(item.tokens.end).map_or("", |t| t.norm.as_str());
            let after = items.get(at + 1);
            let institutional = after.is_some_and(|n| n.is(Tags::SPEAKER.with(Tags::PEOPLE)) && !n.is(Tags::AGENT))
                && !before.is_some_and(|b| b.is(Tags::IN.with(Tags::AT)));
            // "400 km south of Raipur", "on its way from Quetta": near or far, but not there
            let measured = items[..at].iter().rev().take(5).take_while(|i| !i.is(Tags::COMMA.with(Tags::VERB))).any(|i| {
                i.is(Tags::UNIT) || tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "way" | "native" | "travelling" | "traveling" | "bound" | "headed" | "heading"))
            });
            let institutional = institutional || measured;
            let area =
                if crate::annotate::whereabouts::AREA_BEHIND.contains(&next) { next.to_owned() } else { String::new() };
            out.places.push(PlaceWords {
                span: item.span,
                candidates: candidates.clone(),
                led,
                area,
                item: at,
                institutional,
            });
        }
        Value::Weapon { weapon, attack } => out.weapons.push((*weapon, *attack, item.span)),
        Value::Site { target, kind } => {
            let struck = struck(items, at);
            out.targets.push(TargetWords { span: item.span, target: *target, kind: *kind, named: false, struck });
        }
        Value::People(p) => {
            if p.side == Side::Attacker {
                out.attackers.push(item.span);
            } else if p.count.is_some() || struck(items, at) {
                let hurt = out.casualties.iter().any(|c| c.span.contains(item.span));
                out.targets.push(TargetWords {
                    span: p.noun,
                    target: p.target,
                    kind: TargetKind::Person,
                    named: p.named,
                    struck: hurt || struck(items, at),
                });
            }
        }
        Value::Event(noun) => {
            if let Some(trigger) = noun_trigger(items, at, noun, tokens) {
                out.triggers.push(trigger);
            }
        }
        Value::Verb(_) => {
            if let Some(trigger) = verb_trigger(items, at) {
                out.triggers.push(trigger);
            }
        }
        _ => {}
    }
    let words = &tokens[item.tokens.clone()];
    if out.suicide.is_none() && words.iter().any(|t| t.is("suicide")) {
        out.suicide = Some(item.span);
    }
}

/// Behind `in`, `at`, `near`; or nested in such a place: `Kandahar's Maywand District`, `Daraban, Pakistan`.
fn led(out: &Report, items: &[Item], at: usize) -> bool {
    let preposition = Tags::IN.with(Tags::AT).with(Tags::PREP).with(Tags::ON).with(Tags::FROM).with(Tags::OF).with(Tags::WORD);
    let mut back = items[..at].iter().rev().skip_while(|i| i.is(Tags::THE));
    let Some(before) = back.next() else { return false };
    if before.is(preposition) {
        return true;
    }
    let nested = before.is(Tags::GENITIVE.with(Tags::COMMA).with(Tags::SITE));
    nested && out.places.last().is_some_and(|p| p.led && items[..at].iter().rev().take(4).any(|i| i.span == p.span))
}

/// The object of a verb of attack, or the subject of a passive one; or `in an attack on a mosque`.
fn struck(items: &[Item], at: usize) -> bool {
    let violent = Tags::ATTACK
        .with(Tags::KILL)
        .with(Tags::EXPLODE)
        .with(Tags::RAM)
        .with(Tags::ARSON)
        .with(Tags::ABDUCT)
        .with(Tags::SHOOT)
        .with(Tags::WOUND);
    let back = items[..at]
        .iter()
        .rev()
        .take(5)
        .take_while(|i| !i.is(Tags::COMMA.with(Tags::SEMI)))
        .any(|i| (i.is(violent) && !i.is(Tags::PAS)) || i.is(Tags::EVENT) || i.is(Tags::WEAPON));
    let ahead = items[at + 1..]
        .iter()
        .take(4)
        .take_while(|i| !i.is(Tags::COMMA.with(Tags::SEMI)))
        .any(|i| i.is(violent) && i.is(Tags::PAS));
    back || ahead
}

fn noun_trigger(items: &[Item], at: usize, noun: &EventNoun, tokens: &[Token]) -> Option<Trigger> {
    if matches!(noun.strength, Strength::Weak | Strength::War) {
        return None;
    }
    let before: Vec<&Item> = items[..at].iter().rev().take(4).collect();
    let word = |i: &Item, list: &[&str]| tokens[i.tokens.clone()].iter().any(|t| list.contains(&t.norm.as_str()));
    // no attack took place: "air strike", "heart attack", "threat of attacks", "any attack", "future attacks"
    let no_attack = [
        "air",
        "heart",
        "counter",
        "future",
        "possible",
        "potential",
        "planned",
        "verbal",
        "cyber",
        "personal",
        "panic",
        "any",
        "against",
        "hunger",
        "labor",
        "labour",
        "general",
        "military",
        "israeli",
        "us",
        "american",
    ];
    if before.first().is_some_and(|i| i.tokens.len() == 1 && word(i, &no_attack))
        || before.iter().take(3).any(|i| {
            i.is(Tags::THREATEN)
                || word(i, &["threat", "threats", "danger", "risk", "fear", "fears", "prevent", "mock", "simulated"])
        })
    {
        return None;
    }
    let further = before.iter().take(3).any(|i| {
        i.is(Tags::ANOTHER)
            || word(
                i,
                &["another", "second", "third", "separate", "similar", "different", "previous", "earlier", "other"],
            )
    });
    Some(Trigger {
        span: items[at].span,
        types: noun.attack.iter().flatten().copied().collect(),
        sure: noun.strength == Strength::Event,
        definite: noun.definite,
        plural: noun.plural,
        noun: true,
        further,
    })
}

fn verb_trigger(items: &[Item], at: usize) -> Option<Trigger> {
    let item = &items[at];
    let verb = item.verb()?;
    let violent = Tags::ATTACK
        .with(Tags::EXPLODE)
        .with(Tags::RAM)
        .with(Tags::ARSON)
        .with(Tags::ABDUCT)
        .with(Tags::SHOOT)
        .with(Tags::KILL);
    let thrown = item.is(Tags::PLANT) && items[at + 1..].iter().take(4).any(|i| i.is(Tags::WEAPON));
    let planted =
        item.is(Tags::PLANT) && item.is(Tags::PAS) && items[..at].iter().rev().take(3).any(|i| i.is(Tags::WEAPON));
    if !(item.is(violent) || thrown || planted) || verb.negated || verb.modal || item.is(Tags::INF) {
        return None;
    }
    let mut types: Vec<AttackType> = verb.attack.into_iter().collect();
    // an explosion is a bombing where a bomb or its like is named
    if thrown || planted || item.is(Tags::EXPLODE) {
        for near in items.iter().take(at + 5).skip(at.saturating_sub(5)) {
            if let Value::Weapon { attack: Some(attack), .. } = near.value {
                types.push(attack);
            }
        }
    }
    let object = items[at + 1..].iter().take(4).any(|i| i.is(Tags::PEOPLE.with(Tags::SITE).with(Tags::NUM).with(Tags::NAME)));
    let agent = items[..at].iter().rev().take(5).any(|i| i.is(Tags::AGENT.with(Tags::GROUP).with(Tags::WEAPON)));
    let sure = item.is(Tags::EXPLODE)
        || (item.is(Tags::ATTACK.with(Tags::RAM).with(Tags::ARSON).with(Tags::ABDUCT))
            && (object || agent || item.is(Tags::PAS)))
        || item.is(Tags::SHOOT.with(Tags::KILL))
        || thrown
        || planted;
    sure.then_some(Trigger {
        span: item.span,
        types,
        sure: item.is(violent) || agent,
        definite: false,
        plural: false,
        noun: false,
        further: false,
    })
}
