//! What kind of deed a sentence tells of, and the kinds that a scene has told of.
//!
//! Enters: an event and the scenes so far. Leaves: whether a deed of another kind on another target begins.
//! Example: behind the murder of a judge, `A BOMB WENT OFF AT A BANK` is a deed of its own.

use crate::annotate::Tags;
use crate::frame::report::Trigger;
use crate::resolve::scope::Sorter;
use crate::resolve::scope::event::Event;
use crate::vocabulary::AttackType;

/// How a deed is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// With a bomb.
    Blast,
    /// With fire.
    Fire,
    /// People or craft are taken.
    Taking,
    /// With arms.
    Arms,
}

/// The kind that the words of a deed tell.
pub(super) fn deed(trigger: &Trigger) -> Option<Deed> {
    trigger.types.iter().find_map(|t| match t {
        AttackType::Bombing | AttackType::Ied | AttackType::SuicideBombing => Some(Deed::Blast),
        AttackType::Arson => Some(Deed::Fire),
        AttackType::Kidnapping | AttackType::HostageTaking | AttackType::Hijacking => Some(Deed::Taking),
        AttackType::ArmedAssault | AttackType::Assassination | AttackType::Ambush | AttackType::Stabbing => {
            Some(Deed::Arms)
        }
        _ => None,
    })
}

impl Sorter<'_> {
    /// A deed of a kind that the scene has not told of.
    pub(super) fn other_kind(&self, event: &Event<'_>, home: usize) -> bool {
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
