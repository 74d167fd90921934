//! Which incident each sentence speaks of.
//!
//! Enters: the reports of all sentences, in order. Leaves: scenes: the news, other attacks of the day, history recalled.
//! Example: after a paragraph on Monday's bombing, `In January a suicide bomber killed 101` opens a scene of its own,
//! and `The attack was claimed by …` in the next paragraph is Monday's again.

use crate::annotate::Item;
use crate::annotate::date::DateWords;
use crate::frame::report::{Report, Trigger};
use crate::frame::rule::Yield;
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::cue::{Cue, cue};
use crate::resolve::label::{is_list, label};
use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::segment::Segment;
use crate::resolve::whereabouts::agree;
use crate::text::{BlockKind, Document, Token};
use crate::vocabulary::{DateBasis, DatePrecision, Outcome};

/// Sorts the sentences into scenes.
pub fn scenes(document: &Document<'_>, segments: &[Segment], reports: &[Report], anchors: &Anchors) -> Vec<Scene> {
    let mut sorter = Sorter {
        document,
        segments,
        reports,
        anchors: *anchors,
        scenes: Vec::new(),
        current: None,
        block: usize::MAX,
        pending: None,
        list: false,
    };
    sorter.list = sorter.is_list();
    for index in 0..reports.len() {
        sorter.take(index);
    }
    let mut scenes = sorter.scenes;
    mark_roundup(document, segments, &mut scenes);
    rejoin(document.text, &mut scenes);
    scenes
}

struct Sorter<'a> {
    document: &'a Document<'a>,
    segments: &'a [Segment],
    reports: &'a [Report],
    anchors: Anchors,
    scenes: Vec<Scene>,
    current: Option<usize>,
    block: usize,
    /// A label that waits for its event: the segment that bears it.
    pending: Option<usize>,
    /// The article is a list of labelled entries.
    list: bool,
}

/// Casualties of an attack, not freed prisoners or arrests.
fn harm(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        !c.unreal
            && !matches!(c.outcome, Outcome::Released | Outcome::Captured | Outcome::Displaced | Outcome::Missing)
            && (c.quantity.is_some() || c.people.is_some())
    })
}

impl Sorter<'_> {
    fn is_list(&self) -> bool {
        let mut block = usize::MAX;
        let mut heads: Vec<&[Item]> = Vec::new();
        for segment in self.segments {
            let here = self.document.sentences[segment.sentence].block;
            if here != block {
                heads.push(&segment.items);
            }
            block = here;
        }
        is_list(&heads, &self.document.tokens)
    }

    fn take(&mut self, index: usize) {
        let segment = &self.segments[index];
        let sentence = &self.document.sentences[segment.sentence];
        let block = &self.document.blocks[sentence.block];
        let report = &self.reports[index];
        let fresh_block = sentence.block != self.block;
        self.block = sentence.block;
        if let Some(year) = year_heading(self.document.tokens_of(sentence)) {
            self.anchors.published = None;
            self.anchors.around = Interval::year(year, DateBasis::Stated);
            return;
        }
        if matches!(block.kind, BlockKind::Field(_) | BlockKind::Heading)
            || furniture(&block.section, sentence.span.of(self.document.text))
        {
            return;
        }
        let labelled = self.list
            && (fresh_block || self.block_starts(index))
            && label(&segment.items, &self.document.tokens).is_some();
        if fresh_block || labelled {
            self.pending = labelled.then_some(index);
        }
        let cue = cue(self.document.tokens_of(sentence));
        let trigger = main_trigger(report);
        let eventful = trigger.is_some() || harm(report);
        let date = self.date_of(report, trigger);
        if !eventful {
            if self.pending.is_none() {
                self.follow(index, fresh_block);
            }
            return;
        }
        if (cue == Cue::Cumulative && self.pending.is_none()) || cue == Cue::Unreal {
            return;
        }
        if let Some(head) = self.pending.take() {
            let label_date = self.date_of(&self.reports[head], None).or(date);
            self.open(head, label_date, trigger);
            let opened = self.scenes.len() - 1;
            self.scenes[opened].labelled = true;
            self.scenes[opened].primary = true;
            if head != index {
                self.join(opened, index, None);
            }
            return;
        }
        let Some(primary) = self.scenes.iter().position(|s| s.primary) else {
            if self.list || (trigger.is_none_or(|t| t.plural && !harm(report)) && !harm(report)) {
                return;
            }
            self.open(index, date, trigger);
            self.scenes[0].primary = true;
            return;
        };
        let home = if fresh_block || self.current.is_none() { primary } else { self.current.unwrap_or(primary) };
        let home = if self.list { self.current.unwrap_or(primary) } else { home };
        match self.choose(index, date, trigger, cue, home, primary) {
            Some(scene) => self.join(scene, index, date),
            None => self.open(index, date, trigger),
        }
    }

    /// The first segment of its sentence, behind the end of another: `…. August 26 – …` inside a paragraph.
    fn block_starts(&self, index: usize) -> bool {
        index == 0 || self.segments[index - 1].sentence != self.segments[index].sentence
    }

    /// A sentence without an event follows the scene before it.
    fn follow(&mut self, index: usize, fresh_block: bool) {
        let Some(primary) = self.scenes.iter().position(|s| s.primary) else { return };
        let scene = if fresh_block { primary } else { self.current.unwrap_or(primary) };
        self.scenes[scene].sentences.push(index);
        let places = self.reports[index].places.iter().map(|p| (index, p.clone()));
        self.scenes[scene].places.extend(places);
        if fresh_block {
            self.current = Some(primary);
        }
    }

    /// The scene that a sentence with an event belongs to; none for a new one.
    fn choose(
        &self,
        index: usize,
        date: Option<SceneDate>,
        trigger: Option<&Trigger>,
        cue: Cue,
        home: usize,
        primary: usize,
    ) -> Option<usize> {
        let report = &self.reports[index];
        let text = self.document.text;
        let place = |scene: usize| agree(&self.scenes[scene].places, &report.places, text);
        let further = trigger.is_some_and(|t| t.further && t.noun) || cue == Cue::Further;
        let counted =
            harm(report) && report.casualties.iter().any(|c| c.quantity.is_some_and(|q| q.printed().is_some()));
        if let Some(date) = date {
            let order = [home, primary].into_iter().chain(0..self.scenes.len());
            let mut fits = order.filter(|&s| {
                let meets = self.scenes[s].date.is_some_and(|d| same_time(&d.interval, &date.interval));
                meets && place(s) != Some(false) && !(further && s == home)
            });
            if let Some(found) = fits.next() {
                return Some(found);
            }
            // the first date that the news gives is the news's own
            if self.scenes[home].date.is_none()
                && !further
                && cue != Cue::History
                && place(home) != Some(false)
                && recent(&date.interval, &self.anchors)
            {
                return Some(home);
            }
            let noun_only = trigger.is_some_and(|t| t.noun && t.plural) && !counted;
            if noun_only || (!counted && report.places.is_empty() && trigger.is_none_or(|t| !t.noun)) {
                return Some(home);
            }
            // a day or two around the news without another place: its own run of events
            if let Some(d) = self.scenes[home].date
                && d.interval.distance(&date.interval) <= 1
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
                let apart =
                    counted && trigger.is_some_and(|t| !t.definite) && (cue == Cue::Further || cue == Cue::History);
                if apart { None } else { Some(home) }
            }
            _ if cue == Cue::History && counted => None,
            _ => Some(home),
        }
    }

    fn join(&mut self, scene: usize, index: usize, date: Option<SceneDate>) {
        let report = &self.reports[index];
        let target = &mut self.scenes[scene];
        target.sentences.push(index);
        if let Some(date) = date {
            let sharper = target.date.is_none_or(|d| {
                wide(d.interval.precision) > wide(date.interval.precision) && d.interval.meets(&date.interval)
            });
            if sharper {
                target.date = Some(date);
            }
        }
        target.places.extend(report.places.iter().map(|p| (index, p.clone())));
        self.current = Some(scene);
    }

    fn open(&mut self, index: usize, date: Option<SceneDate>, trigger: Option<&Trigger>) {
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

    /// The date of a sentence's event: the first that does not date a statement.
    fn date_of(&self, report: &Report, trigger: Option<&Trigger>) -> Option<SceneDate> {
        let event = self.current.or(Some(0)).and_then(|s| self.scenes.get(s)).and_then(|s| s.date).map(|d| d.interval);
        let anchors = Anchors { event, ..self.anchors };
        let near = trigger.map(|t| t.span).or_else(|| report.casualties.first().map(|c| c.span));
        report
            .dates
            .iter()
            .filter(|(_, _, said)| !said)
            .filter_map(|(words, span, _)| {
                let interval = resolve(*words, &anchors)?;
                let vague =
                    matches!(words, DateWords::Ago { whole: true, .. }) && interval.precision != DatePrecision::Month;
                (!vague || report.dates.len() == 1).then_some(SceneDate { interval, span: *span })
            })
            .min_by_key(|d| (wide(d.interval.precision), near.map_or(0, |n| d.span.start.abs_diff(n.start))))
    }
}

/// How wide a precision is.
fn wide(precision: DatePrecision) -> u8 {
    match precision {
        DatePrecision::Day => 0,
        DatePrecision::Range => 1,
        DatePrecision::Month => 2,
        DatePrecision::Year => 3,
    }
}

/// Two dates of one event: the same days, or one inside the other.
fn same_time(a: &Interval, b: &Interval) -> bool {
    a.meets(b)
}

/// Near enough to publication to be the news.
fn recent(date: &Interval, anchors: &Anchors) -> bool {
    let Some(published) = anchors.published else { return true };
    (published - date.end).num_days() <= 21
}

/// The surest trigger.
fn main_trigger(report: &Report) -> Option<&Trigger> {
    report
        .triggers
        .iter()
        .find(|t| t.sure && !t.plural)
        .or_else(|| report.triggers.iter().find(|t| t.sure))
        .or_else(|| report.triggers.first())
}

/// `Year 2010`, `2010`: the year of the entries below.
fn year_heading(tokens: &[Token]) -> Option<i32> {
    let words: Vec<&str> =
        tokens.iter().map(|t| t.norm.as_str()).filter(|w| !matches!(*w, ":" | "." | "-" | "year")).collect();
    match words.as_slice() {
        [year] if year.len() == 4 => year.parse().ok().filter(|y| (1900..2100).contains(y)),
        _ => None,
    }
}

/// Parts of a page that are not the article.
fn furniture(section: &str, sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["see also", "references", "external links", "notes", "bibliography"].iter().any(|s| section.starts_with(s))
        || [
            "related stories",
            "related:",
            "read also",
            "also read",
            "read more",
            "recommended",
            "advertisement",
            "more on this",
        ]
        .iter()
        .any(|s| lower.starts_with(s))
}

/// In a list of labelled entries every entry is news.
fn mark_roundup(document: &Document<'_>, segments: &[Segment], scenes: &mut [Scene]) {
    let _ = (document, segments);
    if scenes.iter().filter(|s| s.labelled).count() >= 3 {
        for scene in scenes.iter_mut() {
            scene.primary = scene.labelled;
        }
    }
}

/// Two scenes that tell of one event a day or two apart are one: reports mix the day of the event and of the news.
fn rejoin(text: &str, scenes: &mut Vec<Scene>) {
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

/// A statement of a former toll.
pub fn former(manner: Yield) -> bool {
    matches!(manner, Yield::Former(_))
}
