//! Sentences that take the reader to another place before they say what happened there.
//!
//! Enters: a sentence without an event. Leaves: whether it sets a scene for the sentences behind it.
//! Example: `In Amman a waiter walked into a bank. The grenade that he threw killed four.`

use crate::resolve::scene::SceneDate;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::agree::agree;
use crate::resolve::scope::event::{Event, fronted};

impl Sorter<'_> {
    /// The sentence leads elsewhere: it opens with a place where no scene yet is, and nobody speaks in it.
    pub(super) fn leads_elsewhere(&self, index: usize) -> bool {
        let report = &self.reports[index];
        let text = self.document.text;
        let new = |places: &[_]| agree(places, &report.places, text) == Some(false);
        report.speaker.is_none()
            && report.assertions.is_empty()
            && fronted(&self.segments[index].items)
            && !self.scenes.is_empty()
            && self.scenes.iter().filter(|s| s.primary || !s.places.is_empty()).all(|s| new(&s.places))
    }

    /// An event behind such a sentence, in the same paragraph, happens there. The sentence that leads there.
    pub(super) fn led_there(&self, event: &Event<'_>) -> Option<usize> {
        let lead = self.setting?;
        let there = agree(&self.places_of(lead), &event.report.places, self.document.text) != Some(false);
        let own = event.counted() || event.trigger.is_some_and(|t| t.sure && !t.noun);
        (there && own && !event.definite()).then_some(lead)
    }

    /// The date that the leading sentence gives.
    pub(super) fn date_there(&self, lead: usize, event: &Event<'_>) -> Option<SceneDate> {
        event.date.or_else(|| self.dated(lead, None))
    }

    fn places_of(&self, index: usize) -> Vec<(usize, crate::frame::report::PlaceWords)> {
        self.reports[index].places.iter().map(|p| (index, p.clone())).collect()
    }
}
