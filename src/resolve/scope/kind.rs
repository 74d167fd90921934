//! What kind of deed a sentence tells of, and the kinds that a scene has told of.
//!
//! Enters: an event and the scenes so far. Leaves: whether a deed of another kind on another target begins.
//! Example: behind the murder of a judge, `A BOMB WENT OFF AT A BANK` is a deed of its own.

use crate::annotate::Tags;
use crate::frame::report::Trigger;
use crate::resolve::deed::{Deed, deed};
use crate::resolve::scope::Sorter;
use crate::resolve::scope::event::Event;

impl Sorter<'_> {
    /// A deed of a kind that the scene has not told of.
    pub(super) fn other_kind(&self, event: &Event<'_>, home: usize) -> bool {
        // "a sailor suspected of a hijacking was arrested": what he is charged with
        let charged = event.trigger.is_some_and(|t| {
            let items = &self.segments[event.index].items;
            let at = items.iter().position(|i| i.span.overlaps(t.span)).unwrap_or(0);
            t.noun && items[..at].iter().rev().take(4).any(|i| i.is(Tags::SUSPECT.with(Tags::BLAME)))
        });
        if charged {
            return false;
        }
        let own = event.trigger.and_then(deed).or_else(|| self.slays(event.index, event.trigger));
        let Some(own) = own else { return false };
        let mut kinds = self.scenes[home].sentences.iter().flat_map(|&s| self.kinds(s)).peekable();
        kinds.peek().is_some() && kinds.all(|k| k != own)
    }

    fn kinds(&self, index: usize) -> impl Iterator<Item = Deed> + '_ {
        let told = |t: &&Trigger| t.sure && !(t.noun && t.plural);
        self.reports[index]
            .triggers
            .iter()
            .filter(told)
            .filter_map(move |t| deed(t).or_else(|| self.slays(index, Some(t))))
    }

    /// Somebody murders a person who is named.
    fn slays(&self, index: usize, trigger: Option<&Trigger>) -> Option<Deed> {
        let trigger = trigger?;
        let named = self.reports[index].targets.iter().any(|t| t.struck && t.named);
        let kills = self.segments[index].items.iter().any(|i| i.span == trigger.span && i.is(Tags::KILL));
        let murder = trigger.noun && {
            let words = trigger.span.of(self.document.text).to_lowercase();
            words.contains("murder") || words.contains("assassination") || words.contains("killing")
        };
        (named && (kills || murder)).then_some(Deed::Arms)
    }
}
