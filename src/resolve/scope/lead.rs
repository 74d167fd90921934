//! The day of a sentence's event, and what leads up to the news.
//!
//! Enters: a segment, the scenes so far. Leaves: its date, counted from what was told before; the news with the sentences
//! that lead to it. Example: `On Monday at ten they queued in the hall. Ten were killed.` was on Monday.

use crate::annotate::Tags;
use crate::annotate::date::DateWords;
use crate::frame::dating::{Tie, tie};
use crate::frame::report::Trigger;
use crate::resolve::calendar::{Interval, resolve};
use crate::resolve::scene::SceneDate;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::dating::{Spoken, date_of, recent};
use crate::resolve::scope::event::harm;
use crate::text::BlockKind;
use crate::vocabulary::{DatePrecision, Outcome};

/// Sentences that may lead up to the news.
const LEAD: usize = 6;

impl Sorter<'_> {
    /// `Prosecutors accused the sect of that attack in 2006`: the day of what was said of it.
    pub(super) fn dates_statement(&self, index: usize, trigger: Option<&Trigger>, date: &SceneDate) -> bool {
        let items = &self.segments[index].items;
        let Some(at) = items.iter().position(|i| i.span == date.span) else { return false };
        let tie = tie(items, at, &self.document.tokens);
        // "a nurse died of her wounds in May": the last of those told before
        let died = trigger.is_none() && harm(&self.reports[index]) && tie == Tie::Aftermath;
        // "some 60 had cuts, and ten of them lay in a ward at the weekend"
        let late = trigger.is_none()
            && self.reports[index].casualties.iter().all(|c| c.outcome == Outcome::Injured)
            && harm(&self.reports[index])
            && items[..at].iter().rev().take(4).any(|i| i.is(Tags::HOSP));
        let said = trigger.is_some_and(|t| t.noun && t.definite && !t.plural) && tie == Tie::Statement;
        !self.scenes.is_empty() && (died || late || said)
    }

    /// The last day that the sentences before the news give: `On Monday at ten they queued in the hall. Ten were killed.`
    pub(super) fn lead_date(&self, index: usize) -> Option<SceneDate> {
        let here = self.document.sentences[self.segments[index].sentence].block;
        if self.document.blocks[here].kind != BlockKind::Paragraph {
            return None;
        }
        let told = |s: usize| {
            let block = self.document.sentences[self.segments[s].sentence].block;
            self.document.blocks[block].kind == BlockKind::Paragraph && self.reports[s].speaker.is_none()
        };
        (index.saturating_sub(LEAD)..index)
            .rev()
            .filter(|&s| told(s))
            .filter_map(|s| self.dated(s, None))
            .find(|d| d.interval.precision == DatePrecision::Day && recent(&d.interval, &self.anchors))
            .map(|d| SceneDate { close: false, ..d })
    }

    /// What leads up to the news belongs to it, where the news itself does not say where: `At noon on
    /// Monday they sang in the hall at Lodi. Nine were killed.`
    pub(super) fn lead_in(&mut self) {
        let Some(first) = self.scenes.first().filter(|s| s.primary && !s.labelled) else { return };
        let tolls = first.sentences.iter().any(|&s| harm(&self.reports[s]) && !self.reports[s].casualties.is_empty());
        if self.list || !tolls || first.places.iter().any(|(_, p)| p.there()) {
            return;
        }
        let owned: Vec<usize> = self.scenes.iter().flat_map(|s| s.sentences.iter().copied()).collect();
        let prose = |s: &usize| {
            let block = self.document.sentences[self.segments[*s].sentence].block;
            self.document.blocks[block].kind == BlockKind::Paragraph
        };
        let lead: Vec<usize> =
            (0..first.sentences[0]).filter(|s| !owned.contains(s)).filter(prose).take(LEAD).collect();
        let places: Vec<_> =
            lead.iter().flat_map(|&s| self.reports[s].places.iter().map(move |p| (s, p.clone()))).collect();
        let scene = &mut self.scenes[0];
        scene.places.splice(0..0, places);
        scene.sentences.splice(0..0, lead);
    }

    /// The date of a sentence's event, counted from the scene that stands open.
    pub(super) fn dated(&self, index: usize, trigger: Option<&Trigger>) -> Option<SceneDate> {
        let report = &self.reports[index];
        let dates = || self.scenes.iter().filter_map(|s| s.date).map(|d| d.interval);
        let open = self.current.or(Some(0)).and_then(|s| self.scenes.get(s)).and_then(|s| s.date).map(|d| d.interval);
        // history known by its month counts no days: those are counted from the last event with a day
        let day = dates().rfind(|i| i.precision == DatePrecision::Day);
        // "on 2 June a crowd marched. At the burial the next day …": counted from the day told just before
        let open = self.day_before(index).or(open).or_else(|| self.day_told(index));
        date_of(report, trigger, Spoken { event: open, day }, &self.anchors)
    }

    /// The last day told in the sentences of the scene that stands open.
    fn day_told(&self, index: usize) -> Option<Interval> {
        let scene = &self.scenes[self.current?];
        let told = scene.sentences.iter().rev().filter(|&&s| s < index && self.reports[s].speaker.is_none());
        told.flat_map(|&s| self.reports[s].dates.iter().filter(|(_, _, said)| !said))
            .filter(|(words, ..)| matches!(words, DateWords::Day { last: None, .. } | DateWords::Weekday { .. }))
            .filter_map(|(words, ..)| resolve(*words, &self.anchors))
            .find(|d| d.precision == DatePrecision::Day && recent(d, &self.anchors))
    }

    /// The day that the sentence before gives, in the same paragraph.
    pub(super) fn day_before(&self, index: usize) -> Option<Interval> {
        let block = |s: usize| self.document.sentences[self.segments[s].sentence].block;
        let before = index.checked_sub(1).filter(|&s| block(s) == block(index))?;
        let mut days = self.reports[before].dates.iter().filter(|(_, _, said)| !said).filter_map(|(words, _, _)| {
            matches!(words, DateWords::Day { last: None, .. } | DateWords::Weekday { .. })
                .then(|| resolve(*words, &self.anchors))
                .flatten()
        });
        days.next_back().filter(|d| d.precision == DatePrecision::Day)
    }
}
