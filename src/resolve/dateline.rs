//! The dateline: where and when an agency filed its report.
//!
//! Enters: the items of the first sentences. Leaves: the date it was filed, and how many items the line takes.
//! Example: `SAN SALVADOR, 4 APR 89 (ACAN-EFE) -- …` was filed on 4 April 1989; the place is that of the report.

use chrono::NaiveDate;

use crate::annotate::{Annotated, Item, Tags, Value};
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::calendar::{Anchors, resolve};
use crate::span::Span;
use crate::text::BlockKind;

/// Takes the dateline off the sentence that bears it; gives its day.
pub fn take(annotated: &mut Annotated<'_>) -> Option<NaiveDate> {
    let mut filed = None;
    for index in 0..annotated.items.len().min(6) {
        let sentence = &annotated.document.sentences[index];
        if annotated.document.blocks[sentence.block].kind != BlockKind::Paragraph {
            continue;
        }
        let items = &annotated.items[index];
        let Some(length) = length(items) else { continue };
        filed = items[..length].iter().find_map(|i| match i.value {
            Value::Date(words) => resolve(words, &Anchors::default()).filter(|d| d.start == d.end).map(|d| d.start),
            _ => None,
        });
        annotated.items[index].drain(..length);
        break;
    }
    filed
}

/// The country that the report was filed from, where its dateline tells: the likeliest one for places without any.
pub fn country(annotated: &Annotated<'_>) -> Option<(&'static str, Span)> {
    for index in 0..annotated.items.len().min(6) {
        let sentence = &annotated.document.sentences[index];
        if annotated.document.blocks[sentence.block].kind != BlockKind::Paragraph {
            continue;
        }
        let items = &annotated.items[index];
        let Some(length) = length(items) else { continue };
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

/// Items up to and with the dash or colon, where all before it are names, dates and brackets.
fn length(items: &[Item]) -> Option<usize> {
    let end = items.iter().take(16).position(|i| i.is(Tags::DASH.with(Tags::COLON)))?;
    let named = items[..end].iter().any(|i| i.is(Tags::PLACE.with(Tags::NAME)));
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
    if !(named && plain) || end > 12 {
        return None;
    }
    let label = items[end].is(Tags::COLON) && items[..end].iter().any(|i| i.is(Tags::DATE));
    if label {
        return None;
    }
    let dashes = items[end..].iter().take_while(|i| i.is(Tags::DASH.with(Tags::COLON))).count();
    Some(end + dashes)
}
