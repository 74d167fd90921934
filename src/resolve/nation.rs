//! Which countries an article is about.
//!
//! Enters: names of countries, places, peoples and groups. Leaves: how much speaks for each country.
//! Example: `Damboa` in an article on Boko Haram and Nigerian troops lies in Nigeria, whatever its namesakes.

use std::collections::BTreeMap;

use crate::annotate::lexicon::Sense;
use crate::annotate::unit::Reader;
use crate::frame::report::Report;
use crate::reference::countries::COUNTRIES;
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::reference::groups::GROUPS;
use crate::span::Span;
use crate::text::Document;

/// How often the article names each country, by code.
#[derive(Clone, Debug, Default)]
pub struct Countries(BTreeMap<String, (u32, Span)>);

impl Countries {
    /// Counts names of countries, their provinces and their people; the head of the article weighs more.
    pub fn of(document: &Document<'_>, reports: &[Report], filed: Option<(&'static str, Span)>) -> Self {
        let mut votes: BTreeMap<String, (u32, Span)> = BTreeMap::new();
        let mut vote =
            |code: &str, weight: u32, span: Span| votes.entry(code.to_owned()).or_insert((0, span)).0 += weight;
        // where the report was filed says which of several namesakes is meant, not where it happened
        if let Some((code, span)) = filed {
            vote(code, 16, span);
        }
        for (index, report) in reports.iter().enumerate() {
            let weight = if index < 4 { 3 } else { 1 };
            for place in &report.places {
                let Some(first) = place.candidates.first() else { continue };
                let lent = place.lends && !(first.canonical && first.population > 100_000);
                if first.kind == PlaceKind::Populated && (lent || place.afar) {
                    continue;
                }
                match first.kind {
                    PlaceKind::Country => vote(first.country_code, 4 * weight, place.span),
                    PlaceKind::Admin1 if alone(first, &place.candidates) => {
                        vote(first.country_code, 2 * weight, place.span);
                    }
                    _ if first.canonical
                        && (first.population > 200_000
                            || ((first.population > 30_000 || first.kind == PlaceKind::Admin2)
                                && alone(first, &place.candidates))) =>
                    {
                        vote(first.country_code, weight, place.span);
                    }
                    _ => {}
                }
            }
        }
        // a group acts at home
        let mut seen = Vec::new();
        for group in reports.iter().flat_map(|r| &r.groups) {
            if seen.contains(&group.known) {
                continue;
            }
            seen.push(group.known);
            let known = group.known.and_then(|k| GROUPS.get(usize::from(k)));
            if let Some(code) = known.map(|g| g.country).filter(|c| !c.is_empty()) {
                vote(code, 2, group.span);
            }
        }
        for (index, sentence) in document.sentences.iter().enumerate() {
            let weight = if index < 4 { 2 } else { 1 };
            let reader = Reader::new(document, sentence);
            for i in 0..reader.len() {
                for (_, senses) in reader.phrases(i) {
                    for sense in senses {
                        if let Sense::Demonym(country) = sense {
                            vote(COUNTRIES[usize::from(*country)].code, weight, reader.tokens[i].span);
                        }
                    }
                }
            }
        }
        Self(votes)
    }

    /// How much speaks for a country.
    pub fn votes(&self, code: &str) -> u32 {
        self.0.get(code).map_or(0, |v| v.0)
    }

    /// The country named most.
    pub fn most(&self) -> Option<&str> {
        self.0.iter().max_by_key(|(code, v)| (v.0, std::cmp::Reverse(code.as_str()))).map(|(code, _)| code.as_str())
    }

    /// Where the article first names a country.
    pub fn words(&self, code: &str) -> Option<Span> {
        self.0.get(code).map(|v| v.1)
    }
}

/// Drops namesakes in countries that the article never names; a name left without candidates is known by its form alone.
pub fn prune(reports: &mut [Report], countries: &Countries) {
    let top = countries.most().map_or(0, |code| countries.votes(code));
    if top < 4 {
        return;
    }
    for place in reports.iter_mut().flat_map(|r| &mut r.places) {
        place.candidates.retain(|c| countries.votes(c.country_code) > 0 || c.population > 500_000);
        let best = place.candidates.iter().map(|c| countries.votes(c.country_code)).max().unwrap_or(0);
        // between small namesakes the country spoken of decides
        place.candidates.retain(|c| countries.votes(c.country_code) * 4 >= best || c.population > 500_000);
    }
}

/// No other country has a place of that name worth speaking of.
fn alone(first: &Place, candidates: &[Place]) -> bool {
    candidates.iter().all(|c| {
        c.country_code == first.country_code
            || (!c.canonical && first.canonical)
            || c.population < first.population / 50
    })
}
