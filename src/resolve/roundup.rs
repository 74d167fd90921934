//! Scenes looked at together: lists in which every entry is news, and twins that are one event.
//!
//! Enters: the scenes of an article. Leaves: the same, some marked primary, some joined.
//! Example: three attacks of one month, each in a paragraph of its own, are all what the article is about.

use chrono::NaiveDate;

use crate::resolve::scene::Scene;
use crate::resolve::scope::agree::agree;
use crate::resolve::segment::Segment;
use crate::text::Document;
use crate::vocabulary::DatePrecision;

/// In a list of labelled entries every entry is news.
pub fn mark_roundup(document: &Document<'_>, segments: &[Segment], scenes: &mut [Scene]) {
    // three attacks of the last weeks, each in a paragraph of its own
    let latest = scenes.iter().filter_map(|s| s.date).map(|d| d.interval.end).max();
    let block = |i: usize| document.sentences[segments[i].sentence].block;
    let opened: Vec<usize> = scenes.iter().map(|s| s.sentences[0]).collect();
    let starts = |scene: &Scene| {
        let first = scene.sentences[0];
        !opened.iter().any(|&o| o < first && block(o) == block(first))
    };
    let fresh = |scene: &Scene| {
        let near = scene.date.is_some_and(|d| {
            d.interval.precision == DatePrecision::Day && latest.is_some_and(|l| (l - d.interval.end).num_days() <= 31)
        });
        near && starts(scene)
    };
    if scenes.iter().filter(|s| fresh(s)).count() >= 3 {
        for scene in scenes.iter_mut() {
            scene.primary |= fresh(scene);
        }
    }
    if scenes.iter().filter(|s| s.labelled).count() >= 3 {
        // entries of one time and what happened beside them; in a chronology of years only the entries
        let (first, last) = span(scenes.iter().filter(|s| s.labelled));
        let one_time = first.zip(last).is_some_and(|(a, b)| (b - a).num_days() <= 31);
        let first_label = scenes.iter().filter(|s| s.labelled).map(|s| s.sentences[0]).min();
        for scene in scenes.iter_mut() {
            let beside = one_time
                && scene.date.is_some_and(|d| {
                    d.interval.precision == DatePrecision::Day
                        && first.is_some_and(|a| d.interval.start >= a)
                        && last.is_some_and(|b| d.interval.end <= b)
                });
            // what is told above the list is the news that calls for it
            let above = scene.primary && first_label.is_some_and(|at| scene.sentences[0] < at);
            scene.primary = scene.labelled || beside || above;
        }
    }
}

/// Two scenes that tell of one event a day or two apart are one: reports mix the day of the event and of the news.
pub fn rejoin(text: &str, scenes: &mut Vec<Scene>) {
    let mut at = 1;
    while at < scenes.len() {
        let twin = (0..at).find(|&other| {
            let (a, b) = (&scenes[other], &scenes[at]);
            let places: Vec<_> = b.places.iter().map(|(_, p)| p.clone()).collect();
            let near = match (a.date, b.date) {
                (Some(x), Some(y)) => {
                    x.interval.distance(&y.interval) <= 1 && x.interval.precision == y.interval.precision
                }
                _ => false,
            };
            a.primary && !b.labelled && !b.further && near && agree(&a.places, &places, text) == Some(true)
        });
        if let Some(other) = twin {
            let gone = scenes.remove(at);
            scenes[other].sentences.extend(gone.sentences);
            scenes[other].places.extend(gone.places);
        } else {
            at += 1;
        }
    }
}

/// The first and the last day of scenes.
fn span<'s>(scenes: impl Iterator<Item = &'s Scene> + Clone) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let days = scenes.filter_map(|s| s.date).map(|d| d.interval);
    (days.clone().map(|i| i.start).min(), days.map(|i| i.end).max())
}
