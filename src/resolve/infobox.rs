//! The fields of an encyclopedic article's infobox.
//!
//! Enters: field blocks. Leaves: figures, date, place, types and groups that the fields state.
//! Example: `Fatalities: 24 (including a perpetrator)` is a figure of 24 that counts an attacker.

use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Sense;
use crate::annotate::quantity::Quantity;
use crate::annotate::unit::Reader;
use crate::annotate::{Annotated, Item, Tags, Value};
use crate::frame::claim::reading::reading;
use crate::frame::report::{PlaceWords, report};
use crate::resolve::attribution::{canonical, order};
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::mention::{Figure, GroupMention, Location, TypedAttack, named_as};
use crate::resolve::nation::Countries;
use crate::resolve::total::Circumstance;
use crate::resolve::whereabouts::{Sight, locate};
use crate::span::Span;
use crate::text::BlockKind;
use crate::vocabulary::{
    AttackType, Attribution, Extent, GroupKind, GroupRole, Outcome, Party, Population, Scope, SpeakerKind, Standing,
};

/// What the infobox says.
#[derive(Clone, Debug, Default)]
pub struct Infobox {
    /// Deaths and injuries.
    pub figures: Vec<(Figure, Circumstance)>,
    /// When.
    pub date: Option<(Interval, Span)>,
    places: Vec<(usize, PlaceWords)>,
    types: Vec<(AttackType, Span)>,
    groups: Vec<(GroupName, Attribution)>,
}

impl Infobox {
    /// Reads the fields; none where the article has no infobox.
    pub fn read(annotated: &Annotated<'_>) -> Option<Self> {
        let document = annotated.document;
        let mut found = None;
        for (index, sentence) in document.sentences.iter().enumerate() {
            let BlockKind::Field(key) = &document.blocks[sentence.block].kind else { continue };
            let out = found.get_or_insert_with(Self::default);
            let items = &annotated.items[index];
            match key.as_str() {
                "fatalities" | "deaths" | "killed" | "dead" => out.count(document.text, items, Outcome::Killed, index),
                "injuries" | "injured" | "wounded" => out.count(document.text, items, Outcome::Injured, index),
                "date" | "dates" => {
                    out.date = out.date.or_else(|| {
                        items.iter().find_map(|i| {
                            if let Value::Date(words) = i.value {
                                resolve(words, &Anchors::default()).map(|d| (d, i.span))
                            } else {
                                None
                            }
                        })
                    });
                }
                "location" | "place" | "locale" => {
                    // "Dabaa, Homs Governorate, Syria": a name that no list holds
                    let unlisted = items.first().filter(|i| i.is(Tags::NAME) && !i.is(Tags::PLACE)).filter(|_| {
                        items.get(1).is_some_and(|i| i.is(Tags::COMMA))
                            && items.get(2).is_some_and(|i| i.is(Tags::PLACE))
                    });
                    out.places.extend(
                        unlisted.map(|i| (index, PlaceWords { led: true, ..PlaceWords::bare(i.span, Vec::new()) })),
                    );
                    out.places.extend(report(items, &document.tokens).places.into_iter().map(|p| (index, p)));
                }
                "type" | "attack type" | "attack_type" | "weapons" | "weapon" => {
                    // what they carried tells how only where no field says it
                    if key.starts_with("weapon") && !out.types.is_empty() {
                        continue;
                    }
                    let reader = Reader::new(document, sentence);
                    out.read_types(&reader);
                }
                "perps" | "perpetrators" | "perpetrator" | "perp" | "assailants" | "assailant" | "suspects"
                | "suspect" | "susperps" | "susperp" | "accused" => {
                    let items = reading(items, &document.tokens);
                    for (at, item) in items.iter().enumerate() {
                        if let Value::Group(group) = &item.value
                            && item.is(Tags::GROUP)
                        {
                            let aside = items[at + 1..].iter().take(2).find(|i| i.is(Tags::APPOS));
                            let words = aside.map_or("", |a| a.span.of(document.text));
                            out.groups.push((group.clone(), standing(key, words)));
                        }
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn read_types(&mut self, reader: &Reader<'_>) {
        let mut i = 0;
        while i < reader.len() {
            let found = reader.longest(i, |s| match s {
                Sense::Event { attack, .. } => attack[0],
                Sense::Weapon { attack, .. } | Sense::Verb { attack, .. } => *attack,
                _ => None,
            });
            if let Some((n, code)) = found {
                self.types.push((code, reader.tokens[i].span.join(reader.tokens[i + n - 1].span)));
                i += n;
            } else {
                i += 1;
            }
        }
    }

    /// `24 (including a perpetrator)`, `334 (excluding 31 attackers)`, `36 (26 victims, 10 attackers)`
    fn count(&mut self, text: &str, items: &[Item], outcome: Outcome, sentence: usize) {
        let Some(first) = items.iter().find(|i| i.quantity().is_some()) else { return };
        let Some(quantity) = first.quantity() else { return };
        let aside = items.iter().find(|i| i.is(Tags::APPOS));
        // "(14 civilians, 5 soldiers and 2 bombers)": one list, of which the bombers are a member
        let attackers = aside.and_then(|a| {
            let holds =
                |i: &&Item| i.is(Tags::AGENT) || i.people().is_some_and(|p| p.parts.iter().any(|p| p.is(Tags::AGENT)));
            a.inner.iter().filter(holds).find_map(|i| match i.people() {
                Some(people) if !people.parts.is_empty() => people.parts.iter().find(|p| p.is(Tags::AGENT)),
                _ => Some(i),
            })
        });
        let excluding = aside.is_some_and(|a| {
            a.span.of(text).to_lowercase().contains("exclud")
                || a.span.of(text).to_lowercase().contains("not including")
        });
        let attackers_count = attackers.and_then(Item::quantity).and_then(Quantity::printed);
        let including = attackers.is_some() && !excluding;
        let figure = |low, high, party, span: Span, includes| Figure {
            outcome,
            party,
            population: Population::Unknown,
            low,
            high,
            qualifier: quantity.qualifier,
            scope: Scope::Attack,
            extent: Extent::Total,
            standing: Standing::Stands,
            includes_perpetrators: includes,
            reported_by: None,
            reported_by_kind: SpeakerKind::Infobox,
            at: span.quote(text),
            rule: "infobox_count".to_owned(),
        };
        let span = first.span.join(items.last().map_or(first.span, |i| i.span));
        let circumstance = Circumstance { sentence, ..Circumstance::default() };
        self.figures
            .push((figure(quantity.low, quantity.high, Party::Victim, span, including.then_some(true)), circumstance));
        if let (Some(item), Some(n)) = (attackers, attackers_count) {
            let mut killed = figure(Some(n), Some(n), Party::Perpetrator, item.span, None);
            killed.extent = if including { Extent::Part } else { Extent::Total };
            // one attacker in the total is not all that died
            self.figures.push((killed, Circumstance { part: including, ..circumstance }));
        }
    }

    /// Where, by the infobox.
    pub fn location(&self, text: &str, countries: &Countries) -> Option<Location> {
        let sights: Vec<Sight<'_>> = self
            .places
            .iter()
            .map(|(segment, words)| Sight { segment: *segment, words, event: None, context: false, filed: false })
            .collect();
        locate(text, &sights, countries)
    }

    /// Adds the types that the fields name.
    pub fn add_types(&self, text: &str, types: &mut Vec<TypedAttack>) {
        // the field names the methods; the text adds whom, and what was driven
        let kept = |code: AttackType| {
            let bomb = |c: AttackType| matches!(c, AttackType::Bombing | AttackType::SuicideBombing | AttackType::Ied);
            self.types.iter().any(|(c, _)| *c == code || *c == AttackType::Bombing && bomb(code))
                || matches!(code, AttackType::Assassination | AttackType::VehicleRamming)
        };
        let held = self.types.iter().all(|(c, _)| {
            matches!(
                c,
                AttackType::HostageTaking | AttackType::Kidnapping | AttackType::Assassination | AttackType::Hijacking
            )
        });
        if !held {
            types.retain(|t| kept(t.code));
        }
        for (code, span) in &self.types {
            if !types.iter().any(|t| t.code == *code) {
                types.push(TypedAttack { code: *code, at: span.quote(text) });
            }
        }
        let has = |types: &[TypedAttack], code| types.iter().any(|t| t.code == code);
        // "shooting, hand grenade"
        let grenade = |t: &TypedAttack| t.code == AttackType::Bombing && t.at.quote.to_lowercase().contains("grenade");
        if has(types, AttackType::ArmedAssault) {
            types.retain(|t| !grenade(t));
        }
        if has(types, AttackType::SuicideBombing) {
            types.retain(|t| !matches!(t.code, AttackType::Bombing | AttackType::Ied));
        }
    }

    /// Adds the perpetrators that the fields name and the text does not.
    pub fn add_groups(&self, text: &str, groups: &mut Vec<GroupMention>, country: Option<&str>) {
        for (group, grade) in &self.groups {
            let Some((name, short_name, kind)) = canonical(group.known, &group.text, country) else { continue };
            if let Some(same) = groups.iter_mut().find(|g| g.name == name) {
                if order(*grade) < order(same.attribution) {
                    same.attribution = *grade;
                }
            } else if kind == GroupKind::ArmedGroup {
                let at = group.span.quote(text);
                groups.push(GroupMention {
                    named_as: named_as(&name, &at),
                    name,
                    short_name,
                    attribution: *grade,
                    kind,
                    role: GroupRole::Perpetrator,
                    at,
                });
            }
        }
    }
}

/// `Islamic State (claimed)`, `Suspects: …`
fn standing(key: &str, aside: &str) -> Attribution {
    let aside = aside.to_lowercase();
    let said = |words: &[&str]| words.iter().any(|w| aside.contains(w));
    if said(&["claim"]) {
        Attribution::Claimed
    } else if said(&["denie"]) {
        Attribution::Denied
    } else if said(&["accus", "blam"]) || key == "accused" {
        Attribution::Accused
    } else if said(&["suspect", "alleg", "possibl", "believed"]) || key.starts_with("susp") {
        Attribution::Suspected
    } else {
        Attribution::Stated
    }
}
