//! Which incident the claims of a sentence are about.
//!
//! Enters: scenes and reports. Leaves: for each scene the sentences whose claims are heard for it, though not always their figures.
//! Example: behind `the deadliest day since the 2019 bombing`, `The Taliban claimed responsibility` is about the news.

use crate::frame::report::Report;
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::scene::Scene;
use crate::resolve::scope::event::several;
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
                [] => {
                    if let Some(scene) = self.adopted(index, primary) {
                        out[scene].push(index);
                        for other in self.shared(index, scene, primary) {
                            out[other].push(index);
                        }
                    }
                }
                [home] => {
                    let scene = self.about(index, *home, primary);
                    let mut heard = self.shared(index, scene, primary);
                    heard.insert(0, scene);
                    // "both were revenge for the killings of May": not of the killings
                    if self.opened_by_motive(index, *home) {
                        heard.retain(|s| s != home);
                    }
                    for scene in heard {
                        out[scene].push(index);
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

    fn scene_of(&self, index: usize) -> Option<usize> {
        self.scenes.iter().position(|s| s.sentences.contains(&index))
    }

    /// The other scenes that a sentence is about beside `home`: the two told last behind `both` and `either`, all the news behind
    /// `the attacks` and `a chain of bombings`.
    fn shared(&self, index: usize, home: usize, primary: usize) -> Vec<usize> {
        let report = &self.reports[index];
        if report.assertions.is_empty() {
            return Vec::new();
        }
        let words = report.words.of(self.document.text).to_lowercase();
        let has = |wanted: &[&str]| words.split(|c: char| !c.is_alphabetic()).any(|w| wanted.contains(&w));
        if pair(&words) {
            let mut told: Vec<usize> = Vec::new();
            for scene in (0..index).rev().filter_map(|i| self.scene_of(i)) {
                if !told.contains(&scene) {
                    told.push(scene);
                }
            }
            told.truncate(2);
            // "both were put down to the group", above what is told of the second
            if told.len() < 2 && self.scenes[home].primary {
                return (0..self.scenes.len()).filter(|&s| self.scenes[s].primary && s != home).take(1).collect();
            }
            return if told.contains(&home) || self.opened_by_motive(index, home) {
                told.into_iter().filter(|s| *s != home).collect()
            } else {
                Vec::new()
            };
        }
        let others = || (0..self.scenes.len()).filter(|&s| self.scenes[s].primary && s != home);
        // in a list of entries only what stands above it or below
        let opens = |s: &Scene| s.labelled && self.block(s.sentences[0]) == self.block(index);
        let entry = self.scenes.iter().any(opens);
        let tolled = self.scenes[home]
            .sentences
            .iter()
            .any(|&i| self.reports[i].casualties.iter().any(|c| c.quantity.is_some() && !c.unreal));
        let all = [
            "the attacks",
            "all the attacks",
            "the two attacks",
            "all three attacks",
            "the bombings",
            "these attacks",
            "all of it",
            "most of it",
            "all of them",
            "each of them",
        ];
        let graded = |kind| matches!(kind, ClaimKind::Responsibility | ClaimKind::Denial | ClaimKind::Accusation);
        let graded = report.assertions.iter().any(|a| graded(a.kind) || a.kind == ClaimKind::NoClaim);
        let named = graded && all.iter().any(|w| words.contains(w));
        // "a chain of bombings that the army suspects the group of", before they are told one by one
        let tokens = &self.document.tokens;
        let first = (0..self.scenes.len()).filter(|&s| self.scenes[s].primary && s != primary);
        let ahead = first.clone().count() > 0 && first.clone().all(|s| self.scenes[s].sentences[0] > index);
        let series =
            ["series", "chain", "string", "wave", "spate", "coordinated", "simultaneous", "attacks", "bombings"];
        let list = first.count() > 1 && has(&series) && report.triggers.iter().any(|t| t.noun && t.plural);
        let chain = ahead && (list || several(&self.segments[index].items, tokens));
        let about_all = named && !entry || chain && !(entry && tolled);
        if about_all && self.scenes[home].primary { others().collect() } else { Vec::new() }
    }

    /// The sentence opens its scene with what the attackers avenge: `it was in revenge for the killings of May`.
    fn opened_by_motive(&self, index: usize, home: usize) -> bool {
        let report = &self.reports[index];
        let Some(trigger) = report.triggers.first().map(|t| t.span.start) else { return false };
        let claimed = report.assertions.iter().find(|a| a.kind == ClaimKind::Responsibility);
        self.scenes[home].sentences.first() == Some(&index)
            && claimed.is_some_and(|a| {
                let between = self.document.text.get(a.span.start..trigger).unwrap_or_default().to_lowercase();
                ["revenge for", "retaliation for", "reprisal for", "response to", "reply to", "answer to", "avenge"]
                    .iter()
                    .any(|w| between.contains(w))
            })
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

/// `both attacks`, `both were`, `either of them`; not `both police and soldiers`.
fn pair(words: &str) -> bool {
    const DEEDS: &[&str] = &[
        "attack",
        "raid",
        "bomb",
        "blast",
        "act",
        "incident",
        "killing",
        "assault",
        "shooting",
        "deed",
        "explosion",
        "ambush",
        "operation",
        "strike",
        "murder",
        "kidnapping",
        "abduction",
        "massacre",
    ];
    let all: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    all.iter().enumerate().any(|(at, word)| {
        let next = all.get(at + 1).copied().unwrap_or_default();
        let deed = DEEDS.iter().any(|d| next.starts_with(d));
        let joined = all[at + 1..].iter().take(5).any(|w| *w == "and" || *w == "or");
        matches!(*word, "both" | "either") && (deed || !joined)
    })
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
