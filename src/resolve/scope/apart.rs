//! Deeds that a dispatch in capitals tells one after another, each with a target of its own.
//!
//! Enters: an event and the scenes so far. Leaves: whether it is a deed of its own, or whose scene its victim is in.
//! Example: `THE REBELS ALSO BLEW UP TWO PYLONS` is no part of the raid on a barracks, and `THE MURDER OF SENATOR LUGO` is
//! Lugo's scene wherever it is told.

use crate::annotate::Tags;
use crate::frame::report::TargetWords;
use crate::resolve::cue::Cue;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::event::Event;
use crate::resolve::things::{one_person, same};
use crate::text::Token;
use crate::vocabulary::TargetKind;

/// Words at the head of a sentence that lead on to another matter.
const LEADS: &[&str] =
    &["meanwhile", "addition", "finally", "likewise", "furthermore", "moreover", "elsewhere", "simultaneously", "also"];

/// Words within which a lead stands.
const HEAD: usize = 4;

/// What a named person is struck by, rather than what becomes of the wounded.
const DEEDS: Tags = Tags::ABDUCT.with(Tags::SHOOT).with(Tags::ATTACK).with(Tags::KILL);

impl Sorter<'_> {
    /// The scene whose named victim the event names, where home is another.
    pub(super) fn of_victim(&self, event: &Event<'_>, home: usize) -> Option<usize> {
        let names = self.names(event.index);
        if !self.dispatch(event.index) || names.is_empty() || self.shares(home, &names) {
            return None;
        }
        (0..self.scenes.len()).find(|&s| s != home && self.shares(s, &names))
    }

    /// It strikes another target than the scene's, and says that it is another.
    pub(super) fn apart(&self, event: &Event<'_>, home: usize, fresh: bool) -> bool {
        if !self.dispatch(event.index) || event.by_state || event.definite() && self.names(event.index).is_empty() {
            return false;
        }
        let Some(trigger) = event.trigger.filter(|t| t.sure && !t.plural) else { return false };
        let struck = self.struck(event.index);
        let led = self.words(event.index).iter().take(HEAD).any(|t| LEADS.contains(&t.norm.as_str()))
            || self.also(event.index, trigger.span.start);
        let fresh_target = !struck.is_empty() && !self.meets(home, &struck);
        let adds = self.adds(event.index);
        // "IN ADDITION, A BOMB WENT OFF AT A BANK": another kind of deed, on a target of its own or told as another
        if !event.definite() && !adds && (fresh_target || led && struck.is_empty()) && self.other_kind(event, home) {
            return true;
        }
        if led && trigger.noun && !trigger.definite && fresh_target {
            return true;
        }
        let day = self.scenes[home].date;
        let other_day = event.date.is_some_and(|a| day.is_none_or(|b| !a.interval.meets(&b.interval)));
        if other_day
            && (led && day.is_some() && !event.definite() || trigger.noun && self.names(event.index).len() == 1)
        {
            return true;
        }
        // another named victim on another day, or another target in another place
        let names = self.names(event.index);
        let deed = trigger.noun
            || self.segments[event.index]
                .items
                .iter()
                .any(|i| i.span == trigger.span && i.is(DEEDS) && !i.is(Tags::DIE));
        let another_person = !names.is_empty() && !self.shares(home, &names) && deed;
        let another_place = fresh_target
            && !event.definite()
            && !self.resumes(event.index, trigger.span.start)
            && self.place(home, event) == Some(false);
        if !adds && (other_day && day.is_some() && another_person || another_place) {
            return true;
        }
        if struck.is_empty() || self.meets(home, &struck) {
            return false;
        }
        let known = self.scenes[home].sentences.iter().any(|&s| !self.names(s).is_empty());
        if !names.is_empty() && known && deed && !adds {
            return true;
        }
        let led = led || event.cue == Cue::Further || event.introduces;
        let another = trigger.noun && !trigger.definite && fresh;
        (led && !trigger.noun || another) && !adds
    }

    /// `THE TWO VEHICLES WENT OFF`: things told before, that the sentence begins with.
    fn resumes(&self, index: usize, start: usize) -> bool {
        let before = self.segments[index].items.iter().take_while(|i| i.span.start < start);
        let mut head = before.skip_while(|i| i.is(Tags::COMMA.with(Tags::DATE))).take(3);
        head.next().is_some_and(|i| self.document.tokens[i.tokens.start].is("the"))
            && head.any(|i| i.is(Tags::SITE.with(Tags::WEAPON)))
    }

    /// The sentence is written in capitals.
    fn dispatch(&self, index: usize) -> bool {
        self.document.sentences[self.segments[index].sentence].capitals
    }

    /// Targets that are struck, people by a name or a kind.
    fn struck(&self, index: usize) -> Vec<&TargetWords> {
        self.reports[index].targets.iter().filter(|t| t.struck).collect()
    }

    /// Persons struck by name.
    fn names(&self, index: usize) -> Vec<&TargetWords> {
        self.struck(index).into_iter().filter(|t| t.named && t.kind == TargetKind::Person).collect()
    }

    fn shares(&self, scene: usize, names: &[&TargetWords]) -> bool {
        self.scenes[scene]
            .sentences
            .iter()
            .flat_map(|&s| self.names(s))
            .any(|a| names.iter().any(|b| one_person(a.span.of(self.document.text), b.span.of(self.document.text))))
    }

    /// One of the targets is the scene's already.
    fn meets(&self, scene: usize, struck: &[&TargetWords]) -> bool {
        let text = self.document.text;
        self.scenes[scene].sentences.iter().flat_map(|&s| &self.reports[s].targets).any(|a| {
            struck.iter().any(|b| {
                let person = a.kind == TargetKind::Person;
                let (x, y) = (a.span.of(text), b.span.of(text));
                person == (b.kind == TargetKind::Person)
                    && if person && a.named && b.named { one_person(x, y) } else { same(x, y) }
            })
        })
    }

    /// `two guards were also wounded`: more victims of what is being told.
    fn adds(&self, index: usize) -> bool {
        let items = &self.segments[index].items;
        let hurt = |i: &crate::annotate::Item| {
            i.is(Tags::VERB) && (i.is(Tags::DIE.with(Tags::WOUND)) || i.is(Tags::KILL) && i.is(Tags::PAS))
        };
        items.iter().any(|i| hurt(i) && self.beside_also(i.tokens.start, i.tokens.end))
    }

    /// `ALSO` stands at the words for the attack.
    fn also(&self, index: usize, start: usize) -> bool {
        let item = self.segments[index].items.iter().find(|i| i.span.start == start);
        item.is_some_and(|i| self.beside_also(i.tokens.start, i.tokens.end))
    }

    fn beside_also(&self, start: usize, end: usize) -> bool {
        let is = |t: &Token| t.is("also");
        self.document.tokens[start.saturating_sub(1)..(end + 1).min(self.document.tokens.len())].iter().any(is)
    }
}
