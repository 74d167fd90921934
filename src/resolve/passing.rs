//! What an article only mentions: its news is something else.
//!
//! Enters: the scenes of an article, dated. Leaves: the same, some marked as history that it recalls.
//! Example: in the sixth sentence of a report on talks, `the murder of the judge` is no news of the article.

use chrono::NaiveDate;

use crate::frame::report::Report;
use crate::resolve::calendar::Anchors;
use crate::resolve::scene::Scene;
use crate::resolve::segment::Segment;
use crate::text::{BlockKind, Document};

/// Sentences in which an article tells its news, at the latest.
const HEAD: usize = 4;

/// Days behind publication from which an attack is history, where the article comes to it late.
const OLD: i64 = 60;

/// Marks what is only mentioned. An article of labelled entries mentions nothing: it lists.
pub fn mark(
    document: &Document<'_>,
    segments: &[Segment],
    reports: &[Report],
    anchors: &Anchors,
    scenes: &mut [Scene],
) {
    if scenes.iter().any(|s| s.labelled) {
        return;
    }
    let titled = |s: &usize| {
        let block = document.sentences[segments[*s].sentence].block;
        document.blocks[block].kind == BlockKind::Title
    };
    // what leads up to it tells of no attack
    let tells = |s: &&usize| !reports[**s].triggers.is_empty() || !reports[**s].casualties.is_empty();
    let late =
        |scene: &Scene| scene.sentences.iter().filter(tells).all(|&s| segments[s].sentence >= HEAD && !titled(&s));
    let news = scenes.iter().any(|s| s.primary && !late(s));
    for scene in scenes.iter_mut().filter(|s| s.primary) {
        let passing = old(scene, anchors.published) || !news && named_only(scene, reports);
        scene.primary = !(passing && late(scene));
    }
}

/// It was long before the article.
fn old(scene: &Scene, published: Option<NaiveDate>) -> bool {
    published.zip(scene.date).is_some_and(|(published, date)| (published - date.interval.end).num_days() > OLD)
}

/// A noun for an attack, without a day, a number or an attacker: `the crimes of that year`, `the recent bombings`; one victim
/// by name is no number: `those responsible for the bishop's murder`.
fn named_only(scene: &Scene, reports: &[Report]) -> bool {
    scene.date.is_none()
        && scene.sentences.iter().map(|&s| &reports[s]).all(|report| {
            report.triggers.iter().all(|t| t.noun)
                && report.casualties.iter().all(|c| {
                    let named = c.people.as_ref().is_some_and(|p| p.named || p.definite && p.count.is_none());
                    named || c.quantity.is_none_or(|q| q.printed().is_none())
                })
        })
}
