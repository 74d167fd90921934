//! What one sentence reports.
//!
//! Enters: a sentence's items. Leaves: casualties, triggers of attacks, dates, places, groups, weapons and targets.
//! Example: `Gunmen attacked a bus in Kabul on Friday` has a trigger, a target, a place and a date.

use crate::annotate::chunk::groups;
use crate::annotate::date::DateWords;
use crate::annotate::item::GroupName;
use crate::annotate::lexicon::{Side, Strength};
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::bomber::bombers;
use crate::frame::casualty::{Casualty, casualties};
use crate::frame::claim::forces::{Force, forces};
use crate::frame::claim::reading::actors;
use crate::frame::claim::testimony::{Testimony, testimonies};
use crate::frame::claim::{Asserted, assertions};
use crate::frame::damage::damage;
use crate::frame::dating::of_what_is_set;
use crate::frame::fire::fire;
use crate::frame::intended::intended;
pub use crate::frame::place::PlaceWords;
use crate::frame::place::place;
use crate::frame::ramming::ramming;
use crate::frame::relation::{Related, relations};
use crate::frame::speaker::{Speaker, boast, speaker, speakers};
use crate::frame::suicide::suicide;
pub use crate::frame::target::TargetWords;
use crate::frame::target::targets;
pub use crate::frame::trigger::Trigger;
use crate::frame::trigger::{noun_trigger, verb_trigger};
pub use crate::frame::weapon::{Part, WeaponWords};
use crate::frame::weapon::{weapon, weapon_trigger, within};
use crate::frame::words::has;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, ClaimKind};

/// A sentence's report.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// All its words.
    pub words: Span,
    /// Casualties.
    pub casualties: Vec<Casualty>,
    /// Bombers who died by their own bomb.
    pub bombers: Option<Casualty>,
    /// Attacks.
    pub triggers: Vec<Trigger>,
    /// Dates with their words and whether they date a statement (`said on Tuesday`).
    pub dates: Vec<(DateWords, Span, bool)>,
    /// Places.
    pub places: Vec<PlaceWords>,
    /// Weapons.
    pub weapons: Vec<WeaponWords>,
    /// Targets.
    pub targets: Vec<TargetWords>,
    /// Groups named, in order.
    pub groups: Vec<GroupName>,
    /// Those of them that are not mere background.
    pub actors: Vec<GroupName>,
    /// Assertions about groups.
    pub assertions: Vec<Asserted>,
    /// Forces of a state and bands without a name that are said to have attacked.
    pub forces: Vec<Force>,
    /// What else is claimed: who, why, what states say.
    pub testimonies: Vec<Testimony>,
    /// Assertions about two groups.
    pub relations: Vec<Related>,
    /// Who speaks.
    pub speaker: Option<Speaker>,
    /// The speakers of its clauses, where they differ.
    pub speakers: Vec<(Span, Speaker)>,
    /// What a group says of its own deed beside them.
    pub boast: Option<(Speaker, Span)>,
    /// Attackers named by a common noun: gunmen, militants.
    pub attackers: Vec<Span>,
    /// The words that tell of a suicide attack.
    pub suicide: Option<Span>,
    /// Whom the attack was meant for.
    pub intended: Option<Span>,
}

/// Reads a sentence.
pub fn report(items: &[Item], tokens: &[Token]) -> Report {
    let mut out = Report {
        words: items.first().zip(items.last()).map_or(Span::new(0, 0), |(a, b)| a.span.join(b.span)),
        casualties: casualties(items, tokens),
        bombers: bombers(items, tokens),
        groups: groups(items).into_iter().cloned().collect(),
        actors: actors(items, tokens),
        assertions: assertions(items, tokens),
        forces: forces(items, tokens),
        testimonies: testimonies(items, tokens),
        relations: relations(items, tokens),
        speaker: speaker(items, tokens),
        boast: boast(items, tokens),
        speakers: speakers(items, tokens),
        suicide: suicide(items, tokens),
        intended: intended(items, tokens),
        ..Report::default()
    };
    if let Some((_, words)) = &out.boast {
        let rest = items.iter().position(|i| i.span.start >= words.end).map_or(items, |at| &items[at..]);
        out.speaker = speaker(rest, tokens);
    }
    for (at, item) in items.iter().enumerate() {
        visit(&mut out, items, at, item, tokens);
        for inner in 0..item.inner.len() {
            visit(&mut out, &item.inner, inner, &item.inner[inner], tokens);
        }
    }
    out.targets = targets(items, tokens, &out.casualties);
    if !out.triggers.iter().any(|t| t.types.contains(&AttackType::VehicleRamming)) {
        out.triggers.extend(ramming(items, tokens));
    }
    if !out.triggers.iter().any(|t| t.types.contains(&AttackType::Arson)) {
        out.triggers.extend(fire(items, tokens));
    }
    if !out.triggers.iter().any(|t| t.sure) {
        out.triggers.extend((0..items.len()).filter_map(|at| damage(items, at, tokens)));
    }
    date_of_claim(&mut out, items);
    out
}

/// `On Tuesday the group claimed the bombing`: the day of the claim, not of the bombing.
fn date_of_claim(out: &mut Report, items: &[Item]) {
    let claims = out.assertions.iter().any(|a| matches!(a.kind, ClaimKind::Responsibility | ClaimKind::Denial));
    let head = items.get(1).or(items.first()).map_or(0, |i| i.span.start);
    if claims && out.casualties.is_empty() {
        for (_, span, said) in &mut out.dates {
            *said |= span.start <= head;
        }
    }
}

fn visit(out: &mut Report, items: &[Item], at: usize, item: &Item, tokens: &[Token]) {
    match &item.value {
        Value::Date(words) => {
            let said = items[..at]
                .iter()
                .rev()
                .take(4)
                .take_while(|i| !i.is(Tags::COMMA.with(Tags::REL).with(Tags::EVENT).with(Tags::WEAPON)))
                .find(|i| i.is(Tags::VERB))
                .is_some_and(|i| {
                    i.is(Tags::SAY.with(Tags::CONDEMN).with(Tags::OWN).with(Tags::DENY).with(Tags::BLAME))
                });
            // "Friday, June 10", "Tuesday (November 12)": the second date says more of the same
            let previous = out.dates.last().filter(|(_, span, _)| item.span.start.saturating_sub(span.end) <= 3);
            let said = said || previous.is_some_and(|p| p.2);
            if previous.is_some_and(|p| matches!(p.0, DateWords::Weekday { .. }))
                && matches!(words, DateWords::Day { .. })
            {
                out.dates.pop();
            }
            // "November 21, a Saturday"
            let apposed = matches!(words, DateWords::Weekday { .. })
                && out.dates.last().is_some_and(|(d, span, _)| {
                    matches!(d, DateWords::Day { .. }) && item.span.start.saturating_sub(span.end) <= 8
                });
            if apposed {
                return;
            }
            // "since 2009", "until May": a stretch of time; "since May, when 40 died" dates what follows
            let when = items[at + 1..].iter().take(2).any(|i| has_word(tokens, i, "when"));
            let stretch = !when && since(items, at, tokens);
            let stretch = stretch || of_what_is_set(items, at, tokens);
            out.dates.push((*words, item.span, said || stretch));
        }
        Value::Place(_) => out.places.extend(place(&out.places, items, at, tokens)),
        Value::Weapon { .. } => {
            out.weapons.extend(weapon(items, at, tokens));
            out.triggers.extend(weapon_trigger(items, at, tokens));
        }
        Value::People(p) if p.side == Side::Attacker => out.attackers.push(item.span),
        Value::Event(noun) => {
            if let Some(trigger) = noun_trigger(items, at, noun, tokens) {
                out.triggers.push(trigger);
                out.weapons.extend(within(item, tokens));
            }
        }
        Value::Verb(_) => {
            if let Some(trigger) = verb_trigger(items, at, tokens) {
                out.triggers.push(trigger);
            }
        }
        _ => {}
    }
}

/// `since 2009`, `since the end of the war in 1990`: no event of the sentence's own stands between.
fn since(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let own = |i: &Item| {
        matches!(&i.value, Value::Event(e) if e.strength == Strength::Event)
            || i.is(Tags::VERB.with(Tags::WEAPON).with(Tags::AGENT))
    };
    // "since the 2014 school massacre" dates the massacre
    let dates = items[at + 1..]
        .iter()
        .take(4)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA).with(Tags::STOP)))
        .any(|i| matches!(&i.value, Value::Event(e) if e.strength == Strength::Event));
    if dates {
        return false;
    }
    items[..at]
        .iter()
        .rev()
        .take(9)
        .take_while(|i| !own(i) && !i.is(Tags::COMMA.with(Tags::SEMI).with(Tags::REL)))
        .any(|i| ["since", "until", "till"].iter().any(|w| has_word(tokens, i, w)))
}

fn has_word(tokens: &[Token], item: &Item, word: &str) -> bool {
    has(tokens, item, &[word])
}
