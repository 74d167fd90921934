//! Which incident each sentence speaks of.
//!
//! Enters: the reports of all sentences, in order. Leaves: scenes: the news, other attacks of the day, history recalled.
//! Example: after a paragraph on Monday's bombing, `In January a suicide bomber killed 101` opens a scene of its own,
//! and `The attack was claimed by …` in the next paragraph is Monday's again.

pub mod agree;
mod apart;
mod choose;
mod dating;
pub(super) mod event;
mod gather;
mod kind;
mod lead;
mod setting;
mod state;
pub mod sum;

use crate::annotate::{Item, Tags};
use crate::frame::habit::sums_up;
use crate::frame::report::{PlaceWords, Report};
use crate::reference::fold::fold;
use crate::resolve::calendar::{Anchors, Interval};
use crate::resolve::cue::{Cue, cue};
use crate::resolve::label::{is_list, label, line};
use crate::resolve::page::{furniture, year_heading};
use crate::resolve::roundup::{mark_roundup, rejoin};
use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::scope::dating::{dates_another, recent, wide};
use crate::resolve::scope::event::{
    Event, another_site, by_day, fronted, harm, introduces, main_trigger, others, several, told, town,
};
use crate::resolve::scope::gather::happened;
use crate::resolve::scope::state::state_acts;
use crate::resolve::segment::Segment;
use crate::text::{BlockKind, Document, Token};
use crate::vocabulary::{DateBasis, DatePrecision};

/// Segments at the head of an article that say what it is about.
const HEAD: usize = 3;

/// Sorts the sentences into scenes.
///
/// `boxed`: when the infobox says that it was.
pub fn scenes(
    document: &Document<'_>,
    segments: &[Segment],
    reports: &[Report],
    anchors: &Anchors,
    boxed: Option<SceneDate>,
) -> Vec<Scene> {
    let mut sorter = Sorter {
        document,
        segments,
        reports,
        anchors: *anchors,
        scenes: Vec::new(),
        current: None,
        block: usize::MAX,
        pending: None,
        held: false,
        carried: None,
        setting: None,
        boxed,
        list: false,
        bundle: segments.iter().take(HEAD).any(|s| several(&s.items, &document.tokens)),
    };
    sorter.list = sorter.is_list();
    for index in 0..reports.len() {
        sorter.take(index);
    }
    sorter.lead_in();
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
    /// The label is a line of its own: it waits beyond its paragraph.
    held: bool,
    /// A day that a sentence sets for those behind it: `The violence returned yesterday.`
    carried: Option<SceneDate>,
    /// A sentence that leads elsewhere, in the paragraph at hand.
    setting: Option<usize>,
    /// The day that the infobox gives.
    boxed: Option<SceneDate>,
    /// The article is a list of labelled entries.
    list: bool,
    /// Its head speaks of several attacks.
    bundle: bool,
}

impl Sorter<'_> {
    fn is_list(&self) -> bool {
        let mut block = usize::MAX;
        let mut heads: Vec<&[Item]> = Vec::new();
        for segment in self.segments {
            let here = self.document.sentences[segment.sentence].block;
            let prose = !matches!(self.document.blocks[here].kind, BlockKind::Title | BlockKind::Field(_));
            if here != block && prose {
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
        if matches!(block.kind, BlockKind::Field(_)) || furniture(&block.section, sentence.span.of(self.document.text))
        {
            return;
        }
        let labelled = self.list
            && block.kind != BlockKind::Title
            && (fresh_block || self.block_starts(index))
            && label(&segment.items, &self.document.tokens).is_some();
        if labelled || fresh_block && !self.held {
            self.pending = labelled.then_some(index);
            self.held = labelled && line(&segment.items);
        }
        if block.kind == BlockKind::Heading || self.held && self.pending == Some(index) {
            return;
        }
        let cue = if sums_up(&segment.items) { Cue::Cumulative } else { cue(self.words(index)) };
        let trigger = main_trigger(report, &segment.items, &self.document.tokens);
        let eventful = trigger.is_some() || harm(report);
        let anniversary = self.document.tokens_of(sentence).iter().any(|t| t.is("anniversary"));
        let date = self
            .dated(index, trigger)
            .filter(|d| !anniversary || !recent(&d.interval, &self.anchors))
            .filter(|d| !trigger.is_some_and(|t| dates_another(self.document, t, d)))
            .filter(|d| !self.dates_statement(index, trigger, d));
        if fresh_block {
            self.carried = None;
            if let (Some(unused), Some(primary)) = (self.setting.take(), self.scenes.iter().position(|s| s.primary)) {
                self.scenes[primary].sentences.push(unused);
            }
        }
        let counted = report.casualties.iter().any(|c| c.quantity.is_some());
        let home_date = self.current.and_then(|c| self.scenes[c].date);
        let sets = date.is_some_and(|d| {
            // "the army, which came only yesterday, has no count": no day of what follows
            let told = segment.items.iter().take_while(|i| i.span != d.span).any(|i| i.is(Tags::REL));
            !told && wide(d.interval.precision) == 0 && home_date.is_some_and(|h| !h.interval.meets(&d.interval))
        });
        if sets
            && !counted
            && (report.attackers.is_empty() || trigger.is_none() && fronted(&segment.items) && report.places.is_empty())
            && trigger.is_none_or(|t| {
                t.plural || t.noun && report.places.is_empty() && several(&segment.items, &self.document.tokens)
            })
        {
            self.carried = date;
            if self.leads_elsewhere(index) {
                self.setting = Some(index);
            }
            return;
        }
        // "It had happened in June." before what had happened
        let pluperfect = !eventful
            && !sets
            && index > 0
            && !self.scenes.is_empty()
            && self.words(index).len() <= 8
            && self.words(index).iter().any(|t| t.is("had"))
            && happened(self.words(index))
            && date.is_some_and(|d| home_date.is_some_and(|h| !h.interval.meets(&d.interval)));
        if pluperfect {
            self.carried = date;
            return;
        }
        let borrowed = date.is_none() && self.carried.is_some() && trigger.is_some_and(|t| t.sure && !t.noun);
        let date = date.or(self.carried.filter(|_| eventful));
        // "On April 30 two assailants used knives at the exit of the station. Three people were killed."
        let another_day = !eventful && sets && fronted(&segment.items) && !self.scenes.is_empty();
        if another_day && self.pending.is_none() && !report.attackers.is_empty() {
            self.carried = date;
            self.setting = Some(index);
            return;
        }
        if !eventful {
            if self.pending.is_none() && self.leads_elsewhere(index) {
                self.setting = Some(index);
            } else if self.pending.is_none() {
                self.follow(index, fresh_block, date);
            }
            return;
        }
        if (cue == Cue::Cumulative && self.pending.is_none()) || cue == Cue::Unreal {
            return;
        }
        if let Some(head) = self.pending.take() {
            self.held = false;
            // "a chain of bombings on Tuesday": the day of all of them, where the entry gives none
            let run = |s: &Scene| several(&self.segments[s.sentences[0]].items, &self.document.tokens);
            let head_date = self.scenes.first().filter(|s| s.primary && run(s)).and_then(|s| s.date);
            let label_date = self.dated(head, None).or(date);
            let label_date = label_date.or(head_date.map(|d| SceneDate { close: false, ..d }));
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
            let verb = trigger.is_some_and(|t| t.sure && !t.noun);
            let day = date.is_some_and(|d| wide(d.interval.precision) == 0);
            let news = introduces(&segment.items, &self.document.tokens) || harm(report) && day;
            let lede = index < HEAD && verb && news && (date.is_some() || !report.places.is_empty());
            let placed = day && town(&report.places);
            let general = trigger.is_none_or(|t| t.plural && !placed) && !harm(report);
            // "the group has raided resorts and boarded yachts": what it does
            let habit = trigger.is_some_and(|t| {
                let words = t.span.of(self.document.text).to_lowercase();
                !t.noun && (words.starts_with("has ") || words.starts_with("have "))
            }) && date.is_none()
                && report.places.is_empty()
                && !harm(report)
                && index >= HEAD;
            if self.list && !lede || general || habit {
                return;
            }
            let led = date.or(self.boxed).or_else(|| self.lead_date(index));
            self.open(index, led, trigger);
            self.scenes[0].primary = true;
            return;
        };
        let home = if fresh_block || self.current.is_none() { primary } else { self.current.unwrap_or(primary) };
        // "Hours later …" counts from what was told last, also over a new paragraph
        let goes_on = self.list || self.opens_with_cue(index);
        let home = if goes_on { self.current.unwrap_or(primary) } else { home };
        let event = Event {
            index,
            report,
            trigger,
            cue,
            date,
            fronted: borrowed || fronted(&segment.items),
            introduces: introduces(&segment.items, &self.document.tokens),
            leans: segment.aside,
            others: others(&segment.items) || another_site(&segment.items, &self.document.tokens),
            by_day: by_day(&segment.items, trigger),
            told: told(&segment.items, trigger),
            by_state: state_acts(&segment.items, &self.document.tokens, report, trigger, cue, date.is_some()),
        };
        // "in 1994, 300 people were killed in the province": the toll of a year
        let yearly = date.is_some_and(|d| d.interval.precision == DatePrecision::Year)
            && report.triggers.iter().all(|t| !t.noun && t.types.is_empty())
            && !event.introduces
            && event.counted()
            && (report.attackers.is_empty() || trigger.is_none())
            && !town(&report.places);
        // "Lodi went through three blasts in 1994"
        let yearly = yearly
            || date.is_some_and(|d| d.interval.precision == DatePrecision::Year)
                && !event.counted()
                && report.casualties.is_empty()
                && several(&segment.items, &self.document.tokens);
        if yearly {
            return;
        }
        let titled = block.kind != BlockKind::Title && self.only_titled();
        let lede = index < HEAD && !self.bundle && !self.list;
        if titled && !segment.aside && cue != Cue::History && (lede || self.titled_place(&event)) {
            self.join(0, index, date);
            return;
        }
        if let Some(lead) = self.led_there(&event) {
            self.setting = None;
            self.open(lead, self.date_there(lead, &event), None);
            let opened = self.scenes.len() - 1;
            self.join(opened, index, date);
            if let Some(trigger) = trigger {
                self.scenes[opened].anchor = trigger.span;
            }
            return;
        }
        if let Some(lead) = self.there(&event, home) {
            self.open(index, self.date_there(lead, &event), trigger);
            let places = self.places_of(lead);
            if let Some(opened) = self.scenes.last_mut() {
                opened.places.extend(places);
            }
            return;
        }
        let apart = self.apart(&event, home, fresh_block);
        if let Some(scene) = self.of_victim(&event, home) {
            self.join(scene, index, date);
        } else if let Some(scene) = self.choose(&event, home, primary).filter(|_| !apart) {
            self.join(scene, index, date);
        } else {
            let beside = self.day_of_home(&event, home).or_else(|| apart.then_some(self.scenes[home].date).flatten());
            self.open(index, date.or(beside), trigger);
            let bundled = self.bundle && cue != Cue::History && !segment.aside;
            let news = bundled.then_some(self.scenes[primary].date).flatten();
            let anchors = self.anchors;
            if let Some(opened) = self.scenes.last_mut() {
                opened.further |= beside.is_some() || event.further();
                opened.primary |= apart && date.is_none_or(|d| recent(&d.interval, &anchors));
                opened.date = opened.date.or(news.map(|d| SceneDate { close: false, ..d }));
                opened.primary |= bundled && opened.date.is_none_or(|d| recent(&d.interval, &anchors));
            }
        }
    }

    /// So far only the headline has told of the event: what the text tells first is the same.
    fn only_titled(&self) -> bool {
        let titled = |&s: &usize| {
            let block = self.document.sentences[self.segments[s].sentence].block;
            self.document.blocks[block].kind == BlockKind::Title
        };
        matches!(self.scenes.as_slice(), [only] if only.sentences.iter().all(titled))
    }

    /// The text may tell of where the headline places it: `killed at Thala`, `Thala College`.
    fn titled_place(&self, event: &Event<'_>) -> bool {
        let name = |p: &PlaceWords| fold(p.span.of(self.document.text));
        self.place(0, event) != Some(false)
            || event.report.places.iter().any(|p| self.scenes[0].places.iter().any(|(_, q)| name(p) == name(q)))
    }

    /// The words of a segment.
    fn words(&self, index: usize) -> &[Token] {
        let items = &self.segments[index].items;
        let range = items.first().zip(items.last()).map_or(0..0, |(a, b)| a.tokens.start..b.tokens.end);
        &self.document.tokens[range]
    }

    /// The first segment of its sentence, behind the end of another: `…. August 26 – …` inside a paragraph.
    fn block_starts(&self, index: usize) -> bool {
        index == 0 || self.segments[index - 1].sentence != self.segments[index].sentence
    }
}
