//! Sentences put into scenes: a new one, the one chosen, or the one before.
//!
//! Enters: a sentence and its scene. Leaves: the scene with its places and its day.
//! Example: `It happened on Monday` follows the news and gives it its day.

use crate::frame::report::Trigger;
use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::scope::Sorter;
use crate::resolve::scope::dating::{recent, wide};
use crate::text::Token;
use crate::vocabulary::DatePrecision;

impl Sorter<'_> {
    /// A sentence without an event follows the scene before it.
    pub(super) fn follow(&mut self, index: usize, fresh_block: bool, date: Option<SceneDate>) {
        let Some(primary) = self.scenes.iter().position(|s| s.primary) else { return };
        let scene = if fresh_block { primary } else { self.current.unwrap_or(primary) };
        self.scenes[scene].sentences.push(index);
        let places = self.reports[index].places.iter().map(|p| (index, p.clone()));
        self.scenes[scene].places.extend(places);
        // the day can stand in a sentence that tells how the attackers came, or that it happened
        let report = &self.reports[index];
        let tells = index < 8
            && scene == primary
            && (!(report.attackers.is_empty() && report.weapons.is_empty()) || happened(self.words(index)));
        if let Some(date) = date
            && tells
            && self.scenes[scene].date.is_none()
            && date.interval.precision == DatePrecision::Day
            && recent(&date.interval, &self.anchors)
        {
            self.scenes[scene].date = Some(date);
        }
        if fresh_block {
            self.current = Some(primary);
        }
    }

    /// A sentence of a scene: a sharper or surer date is the scene's.
    pub(super) fn join(&mut self, scene: usize, index: usize, date: Option<SceneDate>) {
        let report = &self.reports[index];
        let target = &mut self.scenes[scene];
        target.sentences.push(index);
        if let Some(date) = date {
            let sharper = target.date.is_none_or(|d| {
                wide(d.interval.precision) > wide(date.interval.precision) && d.interval.meets(&date.interval)
            });
            let surer = target.date.is_some_and(|d| {
                !d.close
                    && date.close
                    && d.interval.distance(&date.interval) <= 3
                    && wide(date.interval.precision) <= wide(d.interval.precision)
            });
            if sharper || surer {
                target.date = Some(date);
            }
        }
        target.places.extend(report.places.iter().map(|p| (index, p.clone())));
        self.current = Some(scene);
    }

    /// A new scene.
    pub(super) fn open(&mut self, index: usize, date: Option<SceneDate>, trigger: Option<&Trigger>) {
        let report = &self.reports[index];
        let span = self.document.sentences[self.segments[index].sentence].span;
        let anchor = trigger.map_or_else(|| report.casualties.first().map_or(span, |c| c.span), |t| t.span);
        let mut scene = Scene::open(index, anchor, false);
        scene.further = trigger.is_some_and(|t| t.further);
        scene.date = date;
        scene.places = report.places.iter().map(|p| (index, p.clone())).collect();
        self.scenes.push(scene);
        self.current = Some(self.scenes.len() - 1);
    }
}

/// `It happened …`, `The incident occurred …`: a sentence that only says when and where.
pub(super) fn happened(words: &[Token]) -> bool {
    let head = || words.iter().take(8).map(|t| t.norm.as_str());
    words.first().is_some_and(|t| matches!(t.norm.as_str(), "it" | "this" | "that" | "the"))
        && (head().any(|w| matches!(w, "happened" | "occurred" | "unfolded" | "came"))
            || head().zip(head().skip(1)).any(|pair| pair == ("took", "place")))
}
