//! The scene that a sentence with an event belongs to.
//!
//! Enters: an event and the scenes so far. Leaves: the scene, or none where a new one begins.
//! Example: `On 4 May gunmen killed three in the next town` is no part of Monday's bombing.

use crate::annotate::Tags;
use crate::annotate::date::DateWords;
use crate::annotate::lexicon::Side;
use crate::frame::report::{PlaceWords, Trigger};
use crate::reference::fold::fold;
use crate::resolve::calendar::Interval;
use crate::resolve::cue::{Cue, cue};
use crate::resolve::scene::SceneDate;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::agree::agree;
use crate::resolve::scope::dating::recent;
use crate::resolve::scope::event::{Event, fronted, harm, own_place, town};
use crate::resolve::whereabouts::rank;
use crate::vocabulary::{AttackType, ClaimKind, DateBasis};

/// Segments in which an article still tells its news for the first time.
const EARLY: usize = 5;

/// Days from which a date in the midst of a sentence is that of another event.
const LONG_BEFORE: i64 = 30;

/// Attacks that a blast may be.
const BLASTS: &[AttackType] = &[AttackType::Bombing, AttackType::SuicideBombing, AttackType::Ied];

impl Sorter<'_> {
    /// The scene that a sentence with an event belongs to; none for a new one.
    pub(super) fn choose(&self, event: &Event<'_>, home: usize, primary: usize) -> Option<usize> {
        // "it is the third such raid this winter": the news, ranked
        let ranked = event.trigger.is_some_and(|t| t.further && t.definite && t.noun && !t.plural);
        if ranked && !event.counted() {
            return Some(home);
        }
        if self.bundled(event, home) {
            return (0..self.scenes.len()).find(|&s| self.place(s, event) == Some(true) && !self.beside(event, s));
        }
        // "the caller said that they had killed him": what is claimed is the attack at hand
        let says_so = event.told
            && event.report.assertions.iter().any(|a| a.kind == ClaimKind::Responsibility)
            && !event.counted()
            && event.date.is_none_or(|d| self.anchors.published.is_none_or(|p| (p - d.interval.end).num_days() <= 7))
            && self.scenes[home].date.is_none_or(|d| recent(&d.interval, &self.anchors));
        if says_so && !event.definite() {
            return Some(home);
        }
        let found = match event.date {
            Some(date) => self.choose_dated(event, date, home, primary),
            None => self.choose_undated(event, home),
        };
        found.or_else(|| event.by_state.then_some(home))
    }

    /// An attack `hours after` that of the scene, or in its night, is of its day.
    pub(super) fn day_of_home(&self, event: &Event<'_>, home: usize) -> Option<SceneDate> {
        let hours = event.leans
            && event.index > 0
            && self
                .words(event.index - 1)
                .last()
                .is_some_and(|t| matches!(t.norm.as_str(), "hours" | "hour" | "minutes" | "shortly" | "soon"));
        (hours || event.cue == Cue::Beside)
            .then_some(self.scenes[home].date)
            .flatten()
            .map(|date| SceneDate { close: false, ..date })
    }

    /// One of the several attacks that the head of the article speaks of: another place with an attacker or a toll.
    fn bundled(&self, event: &Event<'_>, home: usize) -> bool {
        self.bundle
            && !event.definite()
            && !event.by_state
            && event.date.is_none()
            && (self.fronted_elsewhere(home, event) && event.trigger.is_some_and(|t| !t.noun)
                || (event.trigger.is_some_and(|t| t.sure && !t.plural) || event.introduces && event.trigger.is_none())
                    && (event.counted() || event.introduces)
                    && (self.place(home, event) == Some(false) && town(&event.report.places)
                        || (event.fronted || event.introduces && event.counted())
                            && self.place(home, event) != Some(true)
                            && self.other_district(home, event)))
    }

    /// It names a town or a district, as the scene does, and none of the scene's.
    pub(super) fn other_district(&self, scene: usize, event: &Event<'_>) -> bool {
        let exact = |p: &&PlaceWords| p.led && p.there() && p.candidates.first().is_some_and(|c| rank(c.kind) >= 2);
        let name = |p: &PlaceWords| fold(p.span.of(self.document.text));
        let told = || self.scenes[scene].places.iter().map(|(_, p)| p).filter(exact);
        let mut own = event.report.places.iter().filter(exact).peekable();
        own.peek().is_some() && told().next().is_some() && own.all(|p| told().all(|q| name(p) != name(q)))
    }

    /// Whether the event may be where the scene is.
    pub(super) fn place(&self, scene: usize, event: &Event<'_>) -> Option<bool> {
        agree(&self.scenes[scene].places, &event.report.places, self.document.text)
    }

    /// It stands beside the scene, of its day but with an attacker, a weapon or a place and a toll of its own.
    fn beside(&self, event: &Event<'_>, home: usize) -> bool {
        let verb = event.trigger.is_some_and(|t| !t.noun);
        let place = self.place(home, event);
        let own = event.introduces && (event.counted() || verb && self.opens_with_cue(event.index))
            || verb
                && self.opens_with_cue(event.index)
                && self.own_place(home, event)
                && (place == Some(false) || event.leans && place != Some(true))
            || verb && self.opens_with_event(event)
            || verb
                && harm(event.report)
                && (self.opens_with_cue(event.index) || town(&event.report.places) && place != Some(true));
        (event.cue == Cue::Beside && own && !event.told || event.leans && event.trigger.is_some() && event.counted())
            && !event.definite()
            && event.index > self.scenes[home].sentences[0]
            && !self.restates(home, event)
    }

    /// `in the nearby town of Thala`: a place beside that of the news, named.
    fn next_town(&self, event: &Event<'_>) -> bool {
        let beside = ["nearby", "neighbouring", "neighboring", "adjacent"];
        let words = self.words(event.index);
        let near = words.iter().position(|t| beside.contains(&t.norm.as_str()));
        near.is_some_and(|at| {
            let ahead = &words[at + 1..words.len().min(at + 5)];
            ahead.first().zip(ahead.last()).is_some_and(|(a, b)| {
                event
                    .report
                    .places
                    .iter()
                    .any(|p| p.led && p.there() && a.span.start <= p.span.start && p.span.start <= b.span.end)
            })
        })
    }

    /// Two sentences that each open with a town of its own, under a head that speaks of several attacks.
    fn fronted_elsewhere(&self, home: usize, event: &Event<'_>) -> bool {
        let text = self.document.text;
        event.fronted
            && town(&event.report.places)
            && self.scenes[home].sentences.iter().any(|&s| {
                s >= 2
                    && s < event.index
                    && fronted(&self.segments[s].items)
                    && town(&self.reports[s].places)
                    && agree(&self.places_of(s), &event.report.places, text) == Some(false)
            })
    }

    /// Tolls of the scene have been told.
    fn tolled(&self, scene: usize) -> bool {
        let told =
            |&s: &usize| harm(&self.reports[s]) && self.reports[s].casualties.iter().any(|c| c.quantity.is_some());
        self.scenes[scene].sentences.iter().any(told)
    }

    /// It names a place that the scene does not.
    fn own_place(&self, scene: usize, event: &Event<'_>) -> bool {
        own_place(&event.report.places, &self.scenes[scene].places, self.document.text)
    }

    /// `Minutes after the kidnapping a mast was toppled`: what follows the event is another deed, not the death of those
    /// who did it or what a state does.
    fn opens_with_event(&self, event: &Event<'_>) -> bool {
        let items = &self.segments[event.index].items;
        let named = items.iter().take(6).position(|i| i.is(Tags::EVENT));
        let deed = event.trigger.is_some_and(|t| !t.types.is_empty());
        let fell = event.report.casualties.iter().any(|c| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker));
        named.is_some_and(|at| items[at + 1..].iter().take(2).any(|i| i.is(Tags::COMMA)))
            && self.opens_with_cue(event.index)
            && deed
            && !fell
            && !event.by_state
    }

    /// `The blast` where the scene at hand was a shooting: the one scene of its day that tells of a blast.
    fn by_method(&self, event: &Event<'_>, home: usize) -> Option<usize> {
        let bombed = |t: &Trigger| t.types.iter().any(|t| BLASTS.contains(t));
        if !event.definite() || !event.trigger.is_some_and(bombed) || self.place(home, event) == Some(true) {
            return None;
        }
        let blast = |s: usize| self.scenes[s].sentences.iter().any(|&i| self.reports[i].triggers.iter().any(bombed));
        let near = |s: usize| match (self.scenes[s].date, self.scenes[home].date) {
            (Some(a), Some(b)) => a.interval.distance(&b.interval) <= 1,
            _ => false,
        };
        let mut others = (0..self.scenes.len()).filter(|&s| s != home && blast(s) && near(s));
        let armed = |s: usize| self.scenes[s].sentences.iter().any(|&i| !self.reports[i].weapons.is_empty());
        let found = others.next().filter(|_| !blast(home) && !armed(home))?;
        others.next().is_none().then_some(found)
    }

    /// It begins with what was told before: `It exploded …`, `The bomb went off …`.
    fn anaphoric(&self, index: usize) -> bool {
        let items = &self.segments[index].items;
        let the = items.first().is_some_and(|i| i.is(Tags::THE)) && items.get(1).is_some_and(|i| i.is(Tags::WEAPON));
        let it = items.first().is_some_and(|i| i.is(Tags::PRON));
        (it || the) && items.iter().take(4).any(|i| i.is(Tags::VERB))
    }

    /// `The same day …`, `Two hours later …` stand at the head of the segment.
    pub(super) fn opens_with_cue(&self, index: usize) -> bool {
        let words = self.words(index);
        cue(&words[..words.len().min(6)]) == Cue::Beside
    }

    /// One of its figures is a figure of the scene already.
    fn restates(&self, scene: usize, event: &Event<'_>) -> bool {
        let told = |index: usize| self.reports[index].casualties.iter();
        event.report.casualties.iter().filter(|c| c.quantity.is_some()).any(|c| {
            let large = c.quantity.and_then(|q| q.low.or(q.high)).is_some_and(|n| n > 1);
            let same =
                |index: &usize| large && told(*index).any(|t| t.outcome == c.outcome && t.quantity == c.quantity);
            self.scenes[scene].sentences.iter().any(same)
        })
    }

    fn choose_dated(&self, event: &Event<'_>, date: SceneDate, home: usize, primary: usize) -> Option<usize> {
        let &Event { report, trigger, cue, .. } = event;
        let (further, counted) = (event.further(), event.counted());
        let place = |scene: usize| self.place(scene, event);
        let order = [home, primary].into_iter().chain(0..self.scenes.len());
        let mut fits = order.filter(|&s| {
            let meets = self.scenes[s].date.is_some_and(|d| d.interval.meets(&date.interval));
            // "Tuesday's attack" is Tuesday's, whatever else the sentence names
            let loose = !counted && (event.definite() || !event.fronted);
            meets && (place(s) != Some(false) || loose) && !(further && s == home) && !self.beside(event, s)
        });
        if let Some(found) = fits.next() {
            return Some(found);
        }
        // the toll told again, now with its day
        if self.scenes[home].date.is_none() && !further && self.restates(home, event) {
            return Some(home);
        }
        // "on 3 March 12 people were hurt one valley on": days before news that has its own toll
        let earlier = event.fronted
            && counted
            && self.tolled(home)
            && self.own_place(home, event)
            && self.anchors.published.is_some_and(|p| (p - date.interval.end).num_days() > 7);
        // the first date that the news gives is the news's own
        if self.scenes[home].date.is_none()
            && !further
            && !earlier
            && (place(home) != Some(false) || event.index < EARLY && !counted)
            && (recent(&date.interval, &self.anchors) && cue != Cue::History
                || event.definite() && place(home) == Some(true) && self.anchors.published.is_none())
        {
            return Some(home);
        }
        // "it exploded at one on 27 February": what the news told without its day
        if self.scenes[home].date.is_none() && !further && self.anaphoric(event.index) {
            return Some(home);
        }
        // history that was named before its day is told
        let undated = |&s: &usize| !self.scenes[s].primary && self.scenes[s].date.is_none() && place(s) == Some(true);
        if !further && let Some(found) = (0..self.scenes.len()).find(undated) {
            return Some(found);
        }
        let news = self.scenes[home].date.map(|d| d.interval);
        let news = news.or(self.anchors.published.map(|day| Interval::day(day, DateBasis::Published)));
        let apart = news.map_or(0, |d| d.distance(&date.interval));
        // "this morning the group said that it had carried out the attack": the day of the statement
        let told = event.definite() && !counted && trigger.is_some_and(|t| !t.plural);
        if told && apart <= 3 {
            return Some(home);
        }
        let noun_only = trigger.is_some_and(|t| t.noun && t.plural) && !counted;
        if noun_only {
            // "the London bombings of 2005": an event of its own by name
            let named = event.definite() && place(home) == Some(false) && apart > LONG_BEFORE;
            return if named { None } else { Some(home) };
        }
        if !counted && report.places.is_empty() && trigger.is_none_or(|t| !t.noun) {
            let another = trigger.is_some_and(|t| t.sure)
                && (event.fronted && (apart > 3 || event.introduces && apart > 1) || apart > LONG_BEFORE);
            return if another { None } else { Some(home) };
        }
        // a day or two around the news without another place: its own run of events
        if let Some(d) = self.scenes[home].date
            && apart <= if d.close { 1 } else { 3 }
            && place(home) != Some(false)
            && !further
            && !event.by_day
            && !self.beside(event, home)
            && !(event.fronted
                && event.introduces
                && (counted || town(&report.places) && place(home) != Some(true))
                && apart > 0
                && !self.restates(home, event))
            && !(event.fronted && counted && apart > 0 && self.own_place(home, event) && !self.restates(home, event))
        {
            return Some(home);
        }
        None
    }

    fn choose_undated(&self, event: &Event<'_>, home: usize) -> Option<usize> {
        let &Event { report, trigger, cue, .. } = event;
        let (further, counted) = (event.further(), event.counted());
        let place = |scene: usize| self.place(scene, event);
        // "a week later a man killed five": counted from a scene whose day is not known
        let later = event.fronted
            && event.introduces
            && counted
            && report.dates.iter().any(|(words, _, said)| matches!(words, DateWords::From { .. }) && !said);
        if later {
            return None;
        }
        let begins = further && trigger.is_some_and(|t| t.sure && !t.noun) && (event.introduces || event.others);
        // "they attempted a second bombing that morning at Thala"
        let second =
            trigger.is_some_and(|t| t.sure && t.noun && t.further && !t.definite) && self.own_place(home, event);
        let begins = begins || second;
        if counted && self.next_town(event) && trigger.is_some_and(|t| t.sure && !t.noun) && !self.restates(home, event)
        {
            return None;
        }
        if further && (counted || place(home) == Some(false) || begins) && trigger.is_none_or(|t| !t.plural) {
            return None;
        }
        let elsewhere = event.fronted && event.introduces && counted && self.own_place(home, event);
        if self.beside(event, home) || elsewhere && place(home) != Some(true) && !self.restates(home, event) {
            return None;
        }
        if let Some(scene) = self.by_method(event, home) {
            return Some(scene);
        }
        match place(home) {
            Some(false) => {
                if let Some(other) = (0..self.scenes.len()).find(|&s| place(s) == Some(true)) {
                    return Some(other);
                }
                // another place with a toll of its own is another attack
                let dated = report.dates.iter().any(|(_, _, said)| !said);
                let apart = counted
                    && trigger.is_none_or(|t| !t.definite)
                    && (cue == Cue::Further
                        || cue == Cue::History
                        || trigger.is_some() && (town(&report.places) || dated)
                        || event.fronted)
                    || event.fronted
                        && event.introduces
                        && town(&report.places)
                        && trigger.is_some_and(|t| t.sure && !t.noun);
                if apart { None } else { Some(home) }
            }
            _ if cue == Cue::History && counted && !self.restates(home, event) => None,
            _ => Some(home),
        }
    }
}
