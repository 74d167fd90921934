//! The dateline: where and when an agency filed its report.
//!
//! Enters: the items of the first sentences. Leaves: the date it was filed, and how many items the line takes.
//! Example: `SAN SALVADOR, 4 APR 89 (ACAN-EFE) -- …` was filed on 4 April 1989; the place is that of the report.

use chrono::NaiveDate;

use crate::annotate::date::DateWords;
use crate::annotate::{Annotated, Item, Tags, Value};
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::calendar::{Anchors, resolve};
use crate::resolve::label::label;
use crate::span::Span;
use crate::text::BlockKind;

/// Takes the dateline off the sentence that bears it; gives its day, its year from the day of publication if need be.
pub fn take(annotated: &mut Annotated<'_>, published: Option<NaiveDate>) -> Option<NaiveDate> {
    let anchors = Anchors { published, ..Anchors::default() };
    if chronology(annotated) {
        return None;
    }
    let mut filed = None;
    for index in 0..annotated.items.len().min(6) {
        let sentence = &annotated.document.sentences[index];
        if annotated.document.blocks[sentence.block].kind != BlockKind::Paragraph {
            continue;
        }
        let items = &annotated.items[index];
        let Some(length) = length(items, published) else { continue };
        filed = items[..length].iter().flat_map(|i| std::iter::once(i).chain(&i.inner)).find_map(|i| match i.value {
            Value::Date(words @ DateWords::Day { last: None, .. }) => resolve(words, &anchors).map(|d| d.start),
            _ => None,
        });
        annotated.items[index].drain(..length);
        break;
    }
    filed
}

/// Three sentences open with a date and a dash or colon: entries of a list, none of them a dateline.
fn chronology(annotated: &Annotated<'_>) -> bool {
    let tokens = &annotated.document.tokens;
    annotated.items.iter().filter(|items| label(items, tokens).is_some()).count() >= 3
}

/// The country that the report was filed from, where its dateline tells: the likeliest one for places without any.
pub fn country(annotated: &Annotated<'_>, published: Option<NaiveDate>) -> Option<(&'static str, Span)> {
    for index in 0..annotated.items.len().min(6) {
        let sentence = &annotated.document.sentences[index];
        if annotated.document.blocks[sentence.block].kind != BlockKind::Paragraph {
            continue;
        }
        let items = &annotated.items[index];
        let Some(length) = length(items, published) else { continue };
        let places = || {
            items[..length].iter().flat_map(|i| std::iter::once(i).chain(&i.inner)).filter_map(|i| match &i.value {
                Value::Place(candidates) => candidates.first().map(|c| (c, i.span)),
                _ => None,
            })
        };
        let found = places()
            .find(|(c, _)| c.kind == PlaceKind::Country)
            .or_else(|| places().find(|(c, _)| c.population > 100_000))?;
        return Some((found.0.country_code, found.1));
    }
    None
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
