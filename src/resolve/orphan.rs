//! Claims in sentences that belong to no scene.
//!
//! Enters: scenes and reports. Leaves: for each scene the sentences whose claims it takes over, though none of their figures.
//! Example: `It claimed the attack, one of many in recent years` sums up, and yet says who claims the news.

use crate::frame::report::Report;
use crate::resolve::scene::Scene;
use crate::resolve::segment::Segment;
use crate::text::{BlockKind, Document};
use crate::vocabulary::ClaimKind;

/// One list of sentences a scene.
pub fn adopt(document: &Document<'_>, segments: &[Segment], reports: &[Report], scenes: &[Scene]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); scenes.len()];
    let Some(primary) = scenes.iter().position(|s| s.primary) else { return out };
    for (index, report) in reports.iter().enumerate() {
        let block = |i: usize| document.sentences[segments[i].sentence].block;
        let prose = !matches!(document.blocks[block(index)].kind, BlockKind::Field(_) | BlockKind::Heading);
        let says = report.assertions.iter().any(|a| {
            matches!(a.kind, ClaimKind::Responsibility | ClaimKind::Denial | ClaimKind::NoClaim | ClaimKind::Accusation)
        });
        if !prose || !says || scenes.iter().any(|s| s.sentences.contains(&index)) {
            continue;
        }
        let before = scenes.iter().position(|s| index > 0 && s.sentences.contains(&(index - 1)));
        let near = before.filter(|_| block(index - 1) == block(index));
        out[near.unwrap_or(primary)].push(index);
    }
    out
}
