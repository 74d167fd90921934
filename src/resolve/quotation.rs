//! Quotations that run over several sentences.
//!
//! Enters: segments and reports, in order. Leaves: the sentences inside a quotation with the speaker who opened it.
//! Example: `Its spokesman stated, "We struck at dawn. More than 20 soldiers fell."`: both are the spokesman's words.

use crate::annotate::{Item, Tags};
use crate::frame::report::Report;
use crate::frame::speaker::Speaker;
use crate::resolve::segment::Segment;
use crate::text::Document;

/// Hands the speaker on while a quotation is open, within one block.
pub fn carry(document: &Document<'_>, segments: &[Segment], reports: &mut [Report]) {
    let mut open: Option<Speaker> = None;
    let mut block = usize::MAX;
    for (segment, report) in segments.iter().zip(reports) {
        let here = document.sentences[segment.sentence].block;
        if here != block {
            open = None;
        }
        block = here;
        if let Some(speaker) = &open
            && report.speaker.is_none()
        {
            report.speaker = Some(speaker.clone());
        }
        let marks = marks(&segment.items, document);
        let inside = open.is_some() != (marks % 2 == 1);
        open = if inside { report.speaker.clone() } else { None };
    }
}

/// Double quotation marks among the items.
fn marks(items: &[Item], document: &Document<'_>) -> usize {
    items
        .iter()
        .map(|item| {
            let own = usize::from(item.is(Tags::QUOTE) && document.tokens[item.tokens.start].is("\""));
            own + marks(&item.inner, document)
        })
        .sum()
}
