//! Which incident the claims of a sentence are about.
//!
//! Enters: scenes and reports. Leaves: for each scene the sentences whose claims are heard for it, though not always their figures.
//! Example: behind `the deadliest day since the 2019 bombing`, `The Taliban claimed responsibility` is about the news.

use crate::frame::report::Report;
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::scene::Scene;
use crate::resolve::segment::Segment;
use crate::text::{BlockKind, Document};
use crate::vocabulary::ClaimKind;

/// What the hearing needs to know of an article.
pub struct Hearing<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Parts of sentences.
    pub segments: &'a [Segment],
    /// One report a segment.
    pub reports: &'a [Report],
    /// The incidents.
    pub scenes: &'a [Scene],
    /// The article's own date.
    pub anchors: Anchors,
}

impl Hearing<'_> {
    /// One list of sentences a scene, in the order of the text.
    pub fn lists(&self) -> Vec<Vec<usize>> {
        let mut out = vec![Vec::new(); self.scenes.len()];
        let Some(primary) = self.scenes.iter().position(|s| s.primary) else {
            return self.scenes.iter().map(|s| s.sentences.clone()).collect();
        };
        for index in 0..self.reports.len() {
            let homes: Vec<usize> = (0..out.len()).filter(|&s| self.scenes[s].sentences.contains(&index)).collect();
            match homes.as_slice() {
                _ if self.introduces(index) => {
                    (0..out.len()).filter(|&s| self.scenes[s].primary).for_each(|s| out[s].push(index));
                }
                [] => {
                    if let Some(scene) = self.adopted(index, primary) {
                        out[scene].push(index);
                    }
                }
                [home] => {
                    let scene = self.about(index, *home, primary);
                    out[scene].push(index);
                    // "officials put both attacks down to the group"
                    if self.shared(index) {
                        self.sharers(index, scene).into_iter().for_each(|s| out[s].push(index));
                    }
                }
                several => several.iter().for_each(|&s| out[s].push(index)),
            }
        }
        out
    }

    fn block(&self, index: usize) -> usize {
        self.document.sentences[self.segments[index].sentence].block
    }

    fn homes(&self, index: usize) -> usize {
        self.scenes.iter().filter(|s| s.sentences.contains(&index)).count()
    }

    fn scene_of(&self, index: usize) -> Option<usize> {
        self.scenes.iter().position(|s| s.sentences.contains(&index))
    }

    /// The sentence blames or clears somebody of both attacks, or of all.
    fn shared(&self, index: usize) -> bool {
        let report = &self.reports[index];
        let graded = |kind| matches!(kind, ClaimKind::Responsibility | ClaimKind::Denial | ClaimKind::Accusation);
        let graded = report.assertions.iter().any(|a| graded(a.kind) || a.kind == ClaimKind::NoClaim);
        let words = report.words.of(self.document.text).to_lowercase();
        // "both raids", "put both down to", but "both soldiers and police"
        let list: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
        let both = (0..list.len()).any(|at| list[at] == "both" && !list[at + 1..].iter().take(6).any(|w| *w == "and"));
        let all = ["both attacks", "the two attacks", "the attacks", "all the attacks", "all three attacks"];
        let labelled = self.scenes.iter().any(|s| s.labelled);
        graded && (both || !labelled && all.iter().any(|w| words.contains(w)))
    }

    /// The other scenes that a shared sentence is about: the rest of the news, or, where the article has entries or recalls
    /// two attacks, the scene told of just before.
    fn sharers(&self, index: usize, scene: usize) -> Vec<usize> {
        let labelled = self.scenes.iter().any(|s| s.labelled);
        if self.scenes[scene].primary && !labelled {
            return (0..self.scenes.len()).filter(|&s| self.scenes[s].primary && s != scene).collect();
        }
        let last = |s: usize| self.scenes[s].sentences.iter().copied().filter(|&i| i < index).max();
        let alike = |s: usize| !self.scenes[scene].primary || self.scenes[s].primary;
        let others = (0..self.scenes.len()).filter(|&s| s != scene && alike(s));
        others.filter(|&s| last(s).is_some_and(|i| index - i <= 4)).max_by_key(|&s| last(s)).into_iter().collect()
    }

    /// A sentence at the head of a round-up, before its first entry, that lays the whole series at somebody's door: `a chain
    /// of bombings that the army attributes to the group`.
    fn introduces(&self, index: usize) -> bool {
        let report = &self.reports[index];
        let graded = |kind| matches!(kind, ClaimKind::Responsibility | ClaimKind::Accusation | ClaimKind::Suspicion);
        let entries: Vec<usize> =
            self.scenes.iter().filter(|s| s.primary).filter_map(|s| s.sentences.first().copied()).collect();
        let Some(first) = entries.iter().min().filter(|_| entries.len() > 2) else { return false };
        let words = report.words.of(self.document.text).to_lowercase();
        let series =
            ["series", "chain", "string", "wave", "spate", "coordinated", "simultaneous", "attacks", "bombings"];
        index <= *first
            && self.homes(index) < 2
            && report.assertions.iter().any(|a| graded(a.kind) && (a.group.is_some() || a.back))
            && words.split(|c: char| !c.is_alphabetic()).any(|w| series.contains(&w))
    }

    /// The scene that takes over a sentence of none: the one before it in the paragraph, else the news.
    fn adopted(&self, index: usize, primary: usize) -> Option<usize> {
        let kind = &self.document.blocks[self.block(index)].kind;
        if matches!(kind, BlockKind::Field(_) | BlockKind::Heading) {
            return None;
        }
        let asserts = |wanted: &[ClaimKind]| self.reports[index].assertions.iter().any(|a| wanted.contains(&a.kind));
        let before =
            index.checked_sub(1).filter(|&i| self.block(i) == self.block(index)).and_then(|i| self.scene_of(i));
        if asserts(&[ClaimKind::Responsibility, ClaimKind::Denial, ClaimKind::NoClaim, ClaimKind::Accusation]) {
            return Some(before.unwrap_or(primary));
        }
        // what leads up to the news: its headline, and the sentences before it in its own paragraph
        let first = *self.scenes[primary].sentences.first()?;
        let leads = *kind == BlockKind::Title || (index < first && self.block(index) == self.block(first));
        (leads && asserts(&[ClaimKind::Other, ClaimKind::Suspicion])).then_some(primary)
    }

    /// The scene that the claims of a sentence are about: its own, unless its words say otherwise.
    fn about(&self, index: usize, home: usize, primary: usize) -> usize {
        let report = &self.reports[index];
        if report.assertions.is_empty() || self.scenes[home].labelled {
            return home;
        }
        if let Some(dated) = self.dated(report, home) {
            return dated;
        }
        if let Some(that) = self.that(index) {
            return that;
        }
        let counted = report.casualties.iter().any(|c| c.quantity.is_some());
        if home == primary || counted {
            return home;
        }
        let definite = report.triggers.iter().any(|t| t.definite && t.noun);
        let mut words = self.document.tokens_of(&self.document.sentences[self.segments[index].sentence]).iter();
        if definite && words.any(|t| t.is("latest")) {
            return primary;
        }
        // "The Taliban, who began their offensive in April, denied the bombing" opens no scene of April
        let asserted = report.assertions.iter().any(|a| a.kind != ClaimKind::Other && a.kind != ClaimKind::Suspicion);
        if definite && asserted && self.scenes[home].sentences.first() == Some(&index) {
            let before = index.checked_sub(1).filter(|&i| self.block(i) == self.block(index));
            return before.and_then(|i| self.scene_of(i)).unwrap_or(primary);
        }
        if !report.dates.is_empty() {
            return home;
        }
        self.passing(index, home).unwrap_or(home)
    }

    /// `last night's attack`, `the attack on Monday`: the scene of that day, where it is not the sentence's own.
    fn dated(&self, report: &Report, home: usize) -> Option<usize> {
        let days = report.triggers.iter().filter(|t| t.definite && t.noun).filter_map(|trigger| {
            let beside = report.dates.iter().find(|(_, span, _)| {
                let gap = trigger.span.start.saturating_sub(span.end);
                span.end <= trigger.span.start && gap <= 3
            });
            beside.and_then(|(words, _, _)| resolve(*words, &self.anchors))
        });
        let near = |scene: usize, day: &Interval| self.scenes[scene].date.map(|d| d.interval.distance(day));
        let mut other = days.filter(|day| near(home, day) != Some(0));
        other.find_map(|day| {
            // the night before a report of the morning may bear either date
            let apart = (0..self.scenes.len()).filter_map(|s| near(s, &day).map(|d| (d, s))).min();
            apart.filter(|(days, _)| *days <= 1).map(|(_, scene)| scene)
        })
    }

    /// `that attack`: the scene of the sentence before.
    fn that(&self, index: usize) -> Option<usize> {
        let pointed = self.reports[index].triggers.iter().filter(|t| t.noun && t.definite).any(|t| {
            let before = self.document.text[..t.span.start].trim_end();
            before.ends_with(" that") || before.ends_with(" those")
        });
        if pointed { index.checked_sub(1).and_then(|i| self.scene_of(i)) } else { None }
    }

    /// A scene that half a sentence opened in comparison (`the worst since the 2019 bombing`) holds no sentence's claims but
    /// those of its own: they are about what it was compared with.
    fn passing(&self, index: usize, home: usize) -> Option<usize> {
        let opener = *self.scenes[home].sentences.first()?;
        let whole = self.segments[opener].sentence;
        let half = opener > 0 && self.segments[opener - 1].sentence == whole;
        if !half || self.segments[index].sentence == whole {
            return None;
        }
        self.scene_of(opener - 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::resolve::resolve;
    use crate::text::Document;

    fn claimed(text: &str) -> Vec<(bool, usize)> {
        let found = resolve(annotate(&Document::cut(text, None)), Some("2024-03-06")).incidents;
        found.iter().map(|i| (i.primary, i.groups.len())).collect()
    }

    #[test]
    fn a_claim_is_heard_for_the_attack_that_it_is_about() {
        for text in [
            "Gunmen killed 20 people in a market in Kano on Tuesday, the deadliest attack since the 2019 bombing in Jos. \
             Boko Haram claimed responsibility.",
            "Gunmen killed 20 people in a market in Kano on Tuesday. In 2019 a bombing in Jos killed 30. Boko Haram claimed \
             Tuesday's attack.",
        ] {
            let found = claimed(text);
            assert!(found.contains(&(true, 1)) && !found.contains(&(false, 1)), "{text}: {found:?}");
        }
    }
}
