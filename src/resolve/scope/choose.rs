//! The scene that a sentence with an event belongs to.
//!
//! Enters: an event and the scenes so far. Leaves: the scene, or none where a new one begins.
//! Example: `On 4 May gunmen killed three in the next town` is no part of Monday's bombing.

use crate::resolve::cue::Cue;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::agree::agree;
use crate::resolve::scope::dating::recent;
use crate::resolve::scope::event::{Event, town};

impl Sorter<'_> {
    /// The scene that a sentence with an event belongs to; none for a new one.
    pub(super) fn choose(&self, event: &Event<'_>, home: usize, primary: usize) -> Option<usize> {
        let &Event { report, trigger, cue, .. } = event;
        let text = self.document.text;
        let place = |scene: usize| agree(&self.scenes[scene].places, &report.places, text);
        let (further, counted) = (event.further(), event.counted());
        if let Some(date) = event.date {
            let order = [home, primary].into_iter().chain(0..self.scenes.len());
            let mut fits = order.filter(|&s| {
                let meets = self.scenes[s].date.is_some_and(|d| d.interval.meets(&date.interval));
                // "Tuesday's attack" is Tuesday's, whatever else the sentence names
                let named = trigger.is_some_and(|t| t.definite && t.noun) && !counted;
                meets && (place(s) != Some(false) || named) && !(further && s == home)
            });
            if let Some(found) = fits.next() {
                return Some(found);
            }
            // the first date that the news gives is the news's own
            if self.scenes[home].date.is_none()
                && !further
                && place(home) != Some(false)
                && (cue != Cue::History && recent(&date.interval, &self.anchors)
                    || trigger.is_some_and(|t| t.definite && t.noun) && place(home) == Some(true))
            {
                return Some(home);
            }
            let noun_only = trigger.is_some_and(|t| t.noun && t.plural) && !counted;
            if noun_only || (!counted && report.places.is_empty() && trigger.is_none_or(|t| !t.noun)) {
                return Some(home);
            }
            // a day or two around the news without another place: its own run of events
            if let Some(d) = self.scenes[home].date
                && d.interval.distance(&date.interval) <= if d.close { 1 } else { 3 }
                && place(home) != Some(false)
                && !further
            {
                return Some(home);
            }
            return None;
        }
        if further && (counted || place(home) == Some(false)) && trigger.is_none_or(|t| !t.plural) {
            return None;
        }
        match place(home) {
            Some(false) => {
                if let Some(other) = (0..self.scenes.len()).find(|&s| place(s) == Some(true)) {
                    return Some(other);
                }
                // another place with a toll of its own is another attack
                let apart = counted
                    && trigger.is_some_and(|t| !t.definite)
                    && (cue == Cue::Further || cue == Cue::History || town(&report.places));
                if apart { None } else { Some(home) }
            }
            _ if cue == Cue::History && counted => None,
            _ => Some(home),
        }
    }
}
