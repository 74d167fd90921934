//! Which incident each sentence speaks of.
//!
//! Enters: the reports of all sentences, in order. Leaves: scenes: the news, other attacks of the day, history recalled.
//! Example: after a paragraph on Monday's bombing, `In January a suicide bomber killed 101` opens a scene of its own,
//! and `The attack was claimed by …` in the next paragraph is Monday's again.

use crate::annotate::Item;
use crate::annotate::date::DateWords;
use crate::frame::report::{Report, Trigger};
use crate::reference::gazetteer::PlaceKind;
use crate::resolve::agree::agree;
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::cue::{Cue, cue};
use crate::resolve::label::{is_list, label};
use crate::resolve::page::{furniture, year_heading};
use crate::resolve::roundup::{mark_roundup, rejoin};
use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::segment::Segment;
use crate::span::Span;
use crate::text::{BlockKind, Document};
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
        carried: None,
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
    /// A day that a sentence sets for those behind it: `The violence returned yesterday.`
    carried: Option<SceneDate>,
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
        let anniversary = self.document.tokens_of(sentence).iter().any(|t| t.is("anniversary"));
        let date = self
            .date_of(report, trigger)
            .filter(|d| !anniversary || !recent(&d.interval, &self.anchors))
            .filter(|d| !trigger.is_some_and(|t| self.dates_another(t, d)));
        if fresh_block {
            self.carried = None;
        }
        let counted = report.casualties.iter().any(|c| c.quantity.is_some());
        let home_date = self.current.and_then(|c| self.scenes[c].date);
        let sets = date.is_some_and(|d| {
            wide(d.interval.precision) == 0 && home_date.is_some_and(|h| !h.interval.meets(&d.interval))
        });
        if sets && !counted && report.attackers.is_empty() && trigger.is_none_or(|t| t.plural) {
            self.carried = date;
            return;
        }
        let date = date.or(self.carried.filter(|_| eventful));
        if !eventful {
            if self.pending.is_none() {
                self.follow(index, fresh_block, date);
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

    /// `the raid … who died in November`: a date in a clause of its own does not date the attack before it.
    fn dates_another(&self, trigger: &Trigger, date: &SceneDate) -> bool {
        if !(trigger.noun && trigger.definite) || date.span.start < trigger.span.end {
            return false;
        }
        if date.span.of(self.document.text).to_lowercase().ends_with("after") {
            return true;
        }
        let between = Span::new(trigger.span.end, date.span.start).of(self.document.text).to_lowercase();
        between.split(|c: char| !c.is_alphabetic()).any(|w| {
            matches!(
                w,
                "who"
                    | "which"
                    | "whose"
                    | "after"
                    | "since"
                    | "killed"
                    | "died"
                    | "when"
                    | "revenge"
                    | "avenge"
                    | "retaliation"
                    | "response"
            )
        })
    }

    /// The first segment of its sentence, behind the end of another: `…. August 26 – …` inside a paragraph.
    fn block_starts(&self, index: usize) -> bool {
        index == 0 || self.segments[index - 1].sentence != self.segments[index].sentence
    }

    /// A sentence without an event follows the scene before it.
    fn follow(&mut self, index: usize, fresh_block: bool, date: Option<SceneDate>) {
        let Some(primary) = self.scenes.iter().position(|s| s.primary) else { return };
        let scene = if fresh_block { primary } else { self.current.unwrap_or(primary) };
        self.scenes[scene].sentences.push(index);
        let places = self.reports[index].places.iter().map(|p| (index, p.clone()));
        self.scenes[scene].places.extend(places);
        // the day can stand in a sentence that tells how the attackers came
        let tells = index < 8
            && scene == primary
            && !(self.reports[index].attackers.is_empty() && self.reports[index].weapons.is_empty());
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
                    && (cue == Cue::Further || cue == Cue::History || elsewhere(report));
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
        let spoken = self.current.or(Some(0)).and_then(|s| self.scenes.get(s)).and_then(|s| s.date).map(|d| d.interval);
        // "on Wednesday, a day after …": another date of the sentence is what is counted from
        let own = report.dates.iter().find_map(|(words, _, _)| match words {
            DateWords::Weekday { .. } | DateWords::Day { .. } | DateWords::Ago { whole: false, .. } => {
                resolve(*words, &self.anchors)
            }
            _ => None,
        });
        let near = trigger.map(|t| t.span).or_else(|| report.casualties.first().map(|c| c.span));
        let counted = |words: &DateWords| {
            matches!(words, DateWords::After { .. } | DateWords::SameDay(_) | DateWords::From { .. })
        };
        let relative = report.dates.iter().any(|(words, _, _)| counted(words)) && own.is_some();
        report
            .dates
            .iter()
            .filter(|(words, _, said)| !said && (!relative || counted(words)))
            .filter_map(|(words, span, _)| {
                let event = if counted(words) { own.or(spoken) } else { spoken };
                let interval = resolve(*words, &Anchors { event, ..self.anchors })?;
                let behind = trigger.is_some_and(|t| t.definite && t.noun && t.span.start > span.end);
                if matches!(words, DateWords::After { .. }) && behind && own.is_none() {
                    return None;
                }
                let vague =
                    matches!(words, DateWords::Ago { whole: true, .. }) && interval.precision != DatePrecision::Month;
                (!vague || report.dates.len() == 1).then_some(SceneDate {
                    interval,
                    span: *span,
                    close: near.is_some_and(|n| gap(n, *span) < 60),
                })
            })
            .min_by_key(|d| (wide(d.interval.precision), near.map_or(0, |n| d.span.start.abs_diff(n.start))))
    }
}

/// Bytes between two spans.
fn gap(a: Span, b: Span) -> usize {
    if a.overlaps(b) {
        0
    } else if a.end <= b.start {
        b.start - a.end
    } else {
        a.start - b.end
    }
}

/// The sentence places its event in a town of its own.
fn elsewhere(report: &Report) -> bool {
    report
        .places
        .iter()
        .any(|p| p.led && !p.institutional && p.candidates.first().is_some_and(|c| c.kind == PlaceKind::Populated))
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
