//! The dateline: where and when an agency filed its report.
//!
//! Enters: the items of the first sentences. Leaves: the day, the country and the town that it was filed from.
//! Example: `SAN SALVADOR, 4 APR 89 (ACAN-EFE) -- …` was filed on 4 April 1989; the place is that of the report.

use chrono::NaiveDate;

use crate::annotate::date::DateWords;
use crate::annotate::{Annotated, Item, Tags, Value};
use crate::frame::report::PlaceWords;
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::resolve::calendar::{Anchors, resolve};
use crate::resolve::label::label;
use crate::span::Span;
use crate::text::BlockKind;

/// What the dateline tells.
#[derive(Clone, Debug, Default)]
pub struct Dateline {
    /// Its day, of the year of publication if need be.
    pub filed: Option<NaiveDate>,
    /// The country that the report was filed from: the likeliest one for places without any.
    pub country: Option<(&'static str, Span)>,
    /// The town that the report was filed from.
    pub town: Option<PlaceWords>,
}

/// Takes the dateline off the sentence that bears it.
pub fn take(annotated: &mut Annotated<'_>, published: Option<NaiveDate>) -> Dateline {
    let Some((index, length)) = find(annotated, published) else { return Dateline::default() };
    let line: Vec<Item> = annotated.items[index].drain(..length).collect();
    let all = || line.iter().flat_map(|i| std::iter::once(i).chain(&i.inner));
    let anchors = Anchors { published, ..Anchors::default() };
    let filed = all().find_map(|i| match i.value {
        Value::Date(words @ DateWords::Day { last: None, .. }) => resolve(words, &anchors).map(|d| d.start),
        _ => None,
    });
    let places: Vec<(&[Place], Span)> = all()
        .filter_map(|i| match &i.value {
            Value::Place(candidates) => Some((candidates.as_slice(), i.span)),
            _ => None,
        })
        .collect();
    let named = places.iter().filter_map(|(c, span)| Some((c.first()?, *span)));
    let country = named
        .clone()
        .find(|(c, _)| c.kind == PlaceKind::Country)
        .or_else(|| named.clone().find(|(c, _)| c.population > 100_000 || c.kind == PlaceKind::Admin1))
        .map(|(c, span)| (c.country_code, span));
    // "DABAA, Syria -- …": a name that no list holds
    let unlisted = line.first().zip(line.get(2)).filter(|(first, holder)| {
        first.is(Tags::NAME) && !first.is(Tags::PLACE) && line[1].is(Tags::COMMA) && holder.is(Tags::PLACE)
    });
    let town = match unlisted {
        Some((first, _)) => Some(PlaceWords::bare(first.span, Vec::new())),
        None => town(&places, country.map(|c| c.0)),
    };
    Dateline { filed, country, town }
}

/// The town of the dateline: `TRIPOLI, Lebanon` is the one in Lebanon.
fn town(places: &[(&[Place], Span)], country: Option<&str>) -> Option<PlaceWords> {
    let of = |kind: PlaceKind| {
        places.iter().find_map(|(candidates, span)| {
            let inside = |p: &&Place| p.kind == kind && country.is_none_or(|code| p.country_code == code);
            let candidates: Vec<Place> = candidates.iter().filter(inside).copied().collect();
            (!candidates.is_empty()).then(|| PlaceWords::bare(*span, candidates))
        })
    };
    of(PlaceKind::Populated).or_else(|| of(PlaceKind::Admin2))
}

/// The sentence that bears the dateline, and how many items it takes.
fn find(annotated: &Annotated<'_>, published: Option<NaiveDate>) -> Option<(usize, usize)> {
    let tokens = &annotated.document.tokens;
    let chronology = chronology(annotated);
    (0..annotated.items.len().min(6))
        .filter(|&index| {
            let block = annotated.document.sentences[index].block;
            annotated.document.blocks[block].kind == BlockKind::Paragraph
        })
        .filter(|&index| !chronology || label(&annotated.items[index], tokens).is_none())
        .find_map(|index| Some((index, length(&annotated.items[index], published)?)))
}

/// Three sentences open with a date or place and a dash or colon: entries of a list, none of them a dateline.
fn chronology(annotated: &Annotated<'_>) -> bool {
    let tokens = &annotated.document.tokens;
    let told = |items: &[Item], n: usize| items[..n].iter().any(|i| i.is(Tags::DATE.with(Tags::PLACE)));
    let entries = annotated.items.iter().filter(|items| label(items, tokens).is_some_and(|n| told(items, n)));
    entries.count() >= 3
}

/// Items up to and with the dash or colon, where all before it are names, dates and brackets: a name at least, or the
/// day of publication alone.
fn length(items: &[Item], published: Option<NaiveDate>) -> Option<usize> {
    let end = items.iter().take(16).position(|i| i.is(Tags::DASH.with(Tags::COLON)))?;
    let anchors = Anchors { published, ..Anchors::default() };
    let fresh = |item: &Item| match (&item.value, published) {
        (Value::Date(words @ DateWords::Day { last: None, .. }), Some(published)) => {
            resolve(*words, &anchors).is_some_and(|d| (0..=3).contains(&(published - d.start).num_days()))
        }
        _ => false,
    };
    let named = items[..end].iter().any(|i| i.is(Tags::PLACE.with(Tags::NAME)) || fresh(i));
    let plain = items[..end].iter().all(|i| {
        i.is(Tags::PLACE
            .with(Tags::NAME)
            .with(Tags::DATE)
            .with(Tags::COMMA)
            .with(Tags::APPOS)
            .with(Tags::STOP)
            .with(Tags::SPEAKER)
            .with(Tags::WORD)
            .with(Tags::LPAR)
            .with(Tags::RPAR)
            .with(Tags::NUM))
            && !i.is(Tags::VERB.with(Tags::EVENT))
    });
    // "[Handout, 12 March: the scene]" is a caption
    let caption = items.first().is_some_and(|i| i.is(Tags::LPAR));
    if !(named && plain) || caption || end > 12 {
        return None;
    }
    // an entry of a chronology, unless it is of the day of publication
    let dated = items[..end].iter().find(|i| i.is(Tags::DATE));
    if items[end].is(Tags::COLON) && dated.is_some_and(|i| !fresh(i)) {
        return None;
    }
    let dashes = items[end..].iter().take_while(|i| i.is(Tags::DASH.with(Tags::COLON))).count();
    Some(end + dashes)
}
