//! Sentences that take the reader to another place before they say what happened there.
//!
//! Enters: a sentence without an event. Leaves: whether it sets a scene for the sentences behind it.
//! Example: `In Amman a waiter walked into a bank. The grenade that he threw killed four.`

use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::scope::Sorter;
use crate::resolve::scope::agree::agree;
use crate::resolve::scope::event::{Event, fronted, harm};

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

    /// `Three died there`: the sentence before, in the same paragraph, names a place that is none of the scene's.
    pub(super) fn there(&self, event: &Event<'_>, home: usize) -> Option<usize> {
        let words = self.words(event.index);
        let exists = ["is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "could"];
        let there = words
            .iter()
            .enumerate()
            .any(|(k, t)| t.is("there") && !words.get(k + 1).is_some_and(|n| exists.contains(&n.norm.as_str())));
        let block = |s: usize| self.document.sentences[self.segments[s].sentence].block;
        let lead = event.index.checked_sub(1).filter(|&s| block(s) == block(event.index))?;
        let town = self.reports[lead].places.iter().any(|p| p.led && p.there());
        let text = self.document.text;
        let known: Vec<_> = self.scenes[home].places.iter().filter(|(s, _)| *s != lead).cloned().collect();
        let new = agree(&known, &self.reports[lead].places, text) == Some(false);
        let known = |s: &Scene| agree(&s.places, &self.reports[lead].places, text) == Some(true);
        let told = self.scenes.iter().enumerate().any(|(k, s)| k != home && known(s));
        let own = event.trigger.is_some_and(|t| t.sure && !t.plural) && harm(event.report);
        (there && town && new && !told && own && !event.definite() && event.report.places.is_empty()).then_some(lead)
    }

    /// The date that the leading sentence gives.
    pub(super) fn date_there(&self, lead: usize, event: &Event<'_>) -> Option<SceneDate> {
        event.date.or_else(|| self.dated(lead, None))
    }

    pub(super) fn places_of(&self, index: usize) -> Vec<(usize, crate::frame::report::PlaceWords)> {
        self.reports[index].places.iter().map(|p| (index, p.clone())).collect()
    }
}
