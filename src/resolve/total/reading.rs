//! Figures read one after the other, as a reader of the article does.
//!
//! Enters: the figures that may make the total, in order. Leaves: the total, and each figure marked.
//! Example: behind `84 died` the words `the toll rose to 126` replace it, `two more died later` add to it.

use super::{Stated, count, printed, sum, widen};
use crate::resolve::mention::Count;
use crate::resolve::total::Circumstance;
use crate::vocabulary::{Extent, Outcome, Party, Population, SpeakerKind, Standing};

/// What one more figure is to the total so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Said before.
    Restates,
    /// A part of the total.
    Part,
    /// One more part of a sum.
    Adds,
    /// The total from here on.
    Replaces,
    /// Another number by another speaker.
    Disputes,
    /// An older number.
    Overtaken,
}

/// The total so far.
struct Reading<'f> {
    figures: &'f mut [Stated],
    chosen: &'f [usize],
    headline: Option<u32>,
    /// The figures that make the total.
    members: Vec<usize>,
    /// Those of other speakers.
    disputed: Vec<usize>,
}

/// One more figure beside the total so far.
struct Next {
    /// Its index.
    at: usize,
    /// Its number.
    n: u32,
    /// The number of the total so far.
    have: u32,
    /// What its words say.
    circumstance: Circumstance,
    /// In the sentence of the last member.
    same_sentence: bool,
    /// Of another population than the last member.
    kinds: bool,
}

/// Reads the figures in order: restated, revised, added or disputed.
///
/// What the headline bears out is not replaced by a larger number that no word of change introduces.
pub(super) fn accumulate(figures: &mut [Stated], chosen: &[usize], headline: Option<u32>) -> Count {
    let mut reading = Reading { figures, chosen, headline, members: vec![chosen[0]], disputed: Vec::new() };
    for &at in &chosen[1..] {
        if let Some(next) = reading.next(at) {
            let role = reading.role(&next);
            reading.take(at, role);
        }
    }
    reading.settle()
}

impl Reading<'_> {
    fn next(&self, at: usize) -> Option<Next> {
        let (figure, circumstance) = &self.figures[at];
        let n = printed(figure)?;
        let now = sum(self.figures, &self.members);
        let (last, other) = &self.figures[self.last()];
        let same_sentence = other.sentence == circumstance.sentence;
        let kinds = last.population != figure.population
            && figure.population != Population::Unknown
            && last.population != Population::Unknown;
        // "55 others were injured" counts beside the dead of the same sentence, not beside earlier injured
        let beside = figure.outcome == Outcome::Injured
            && self.figures.iter().any(|(f, c)| f.outcome == Outcome::Killed && c.sentence == circumstance.sentence);
        // "the ministry said ten were hurt; medics said five more": no two of a kind
        let quarrel = circumstance.further && both_named(self.figures, self.last(), at);
        let further = circumstance.further && (!beside || same_sentence) && !quarrel;
        let circumstance = Circumstance { further, ..*circumstance };
        Some(Next { at, n, have: now.low.or(now.high).unwrap_or(0), circumstance, same_sentence, kinds })
    }

    fn last(&self) -> usize {
        self.members[self.members.len() - 1]
    }

    fn first(&self) -> Circumstance {
        self.figures[self.members[0]].1
    }

    fn attackers(&self, next: &Next) -> bool {
        self.figures[next.at].0.party == Party::Perpetrator
    }

    fn role(&self, next: &Next) -> Role {
        let Next { at, n, have, circumstance, same_sentence, kinds } = *next;
        let (first, last) = (self.first(), self.last());
        // bodies that one counted stand beside another's toll, whatever their offices
        let (own, other) = (&self.figures[at].0.reported_by, &self.figures[last].0.reported_by);
        let named = both_named(self.figures, last, at) || circumstance.told && other.is_some() && own != other;
        let known = self.members.iter().any(|&m| printed(&self.figures[m].0) == Some(n));
        let two = self.two_nouns(next);
        let restated =
            !two && n == have && (!circumstance.further || n > 2) || n == 0 || known && !two && !circumstance.further;
        if circumstance.with {
            return if have <= 2 { Role::Adds } else { Role::Part };
        }
        if self.joins(next) {
            return Role::Adds;
        }
        if circumstance.along && !same_sentence || self.within(next) {
            return Role::Part;
        }
        if self.beside(next) {
            return Role::Adds;
        }
        if (circumstance.before || first.now && !circumstance.now && circumstance.dissent) && n < have {
            return Role::Overtaken;
        }
        let dissent = (circumstance.dissent || first.dissent && circumstance.toll && !circumstance.changed)
            && n > 0
            && have > 0
            && !circumstance.further;
        if (self.quarrels(next) || self.objects(next) || dissent) && !restated {
            return Role::Disputes;
        }
        if self.attackers(next) && first.definite != circumstance.definite && !circumstance.further {
            // "all six attackers" outweighs any count of militants
            return if circumstance.definite { Role::Replaces } else { Role::Restates };
        }
        // "five engineers and their driver" tells more than "five engineers"
        let fuller = n > have && circumstance.first == Some(have) && !circumstance.further;
        if fuller || circumstance.toll && (circumstance.changed || !named) || have == 0 && n > 0 {
            return Role::Replaces;
        }
        // "the governor was shot dead. Five other people were killed"
        let more = circumstance.further && have == 1 && !first.general && !first.definite
            || circumstance.further && (n <= have || !circumstance.general || same_sentence)
            || same_sentence && !first.general && kinds
            || two && (circumstance.role || !circumstance.general);
        // a number larger than what the headline bears out, or of a league of its own, belongs to another story
        let foreign = n > have && (self.headline == Some(have) || first.general && have > 4 && n > 3 * have);
        if restated || foreign {
            return if more && !restated { Role::Adds } else { Role::Restates };
        }
        let near = circumstance.general && n * 2 > have && self.headline != Some(have);
        match n {
            _ if more => Role::Adds,
            _ if n < have && near && named => Role::Disputes,
            _ if n < have && (!circumstance.general || circumstance.sentence > first.sentence) => Role::Part,
            _ if n > have && named => Role::Disputes,
            _ if n > have => Role::Replaces,
            _ => Role::Restates,
        }
    }

    /// `the mayor, 65, was killed, along with two of his guards`, where the mayor's death was told before.
    fn joins(&self, next: &Next) -> bool {
        let Next { at, have, circumstance, same_sentence, .. } = *next;
        let own = &self.figures[at].0;
        let again = |(f, c): &Stated| {
            f.outcome == own.outcome
                && f.party == own.party
                && c.sentence == circumstance.sentence
                && !c.along
                && f.at.end <= own.at.end
                && printed(f) == Some(have)
                && !c.part
        };
        circumstance.along && !same_sentence && have <= 2 && self.figures.iter().any(again)
    }

    /// `but witnesses said that as many as 300 had died`: the words object to the number before.
    fn objects(&self, next: &Next) -> bool {
        let Next { at, n, have, circumstance, .. } = *next;
        let last = self.last();
        circumstance.contrary
            && n > have
            && have > 4
            && n < have * 10
            && both_named(self.figures, last, at)
            && circumstance.general
            && !circumstance.changed
            && !circumstance.further
    }

    /// `a cook sustained burns and a baker was hit`: somebody else, by the noun.
    fn two_nouns(&self, next: &Next) -> bool {
        let noun = next.circumstance.noun;
        let own = &self.figures[next.at].0.at;
        let other = |m: &usize| {
            let (figure, told) = &self.figures[*m];
            told.noun != 0 && told.noun != noun && (figure.at.end <= own.start || own.end <= figure.at.start)
        };
        next.same_sentence
            && noun != 0
            && self.members.iter().all(other)
            && !self.first().general
            && !next.circumstance.toll
            && !next.circumstance.headline
    }

    /// People whom the total counts already.
    fn within(&self, next: &Next) -> bool {
        let Next { at, n, have, circumstance, same_sentence, .. } = *next;
        let own = &self.figures[at].0;
        // "earlier it was nine. One more died": the one is in the total of ten
        let counted = || {
            self.figures.iter().any(|(f, c)| {
                f.outcome == own.outcome
                    && f.party == own.party
                    && c.former
                    && printed(f) == Some(have.saturating_sub(n))
            })
        };
        // "two died on the spot, four others later": both in the six told before
        let told = |j: &usize| {
            let sentence = self.figures[*j].1.sentence;
            *j != at
                && !self.members.contains(j)
                && sentence > self.figures[self.last()].1.sentence
                && sentence <= circumstance.sentence
        };
        let parts = || {
            let before = self.chosen.iter().rev().filter(|j| told(j)).find_map(|&j| printed(&self.figures[j].0));
            n < have && before.is_some_and(|b| b < have && (have..=have + 1).contains(&(b + n + 1)))
        };
        circumstance.ordinal.is_some_and(|k| have >= k)
            || circumstance.further && (!same_sentence && counted() || parts())
    }

    /// People of another blow, of another kind, or beside those told.
    fn beside(&self, next: &Next) -> bool {
        let Next { n, have, circumstance, same_sentence, kinds, .. } = *next;
        let last = &self.figures[self.last()].1;
        if self.attackers(next) {
            return self.members.iter().all(|&m| self.figures[m].1.bomber != circumstance.bomber)
                && (circumstance.gunmen || self.members.iter().all(|&m| self.figures[m].1.gunmen))
                && !circumstance.further;
        }
        // another blow of the same story, told right behind the first
        let sums = |m: &usize| {
            let c = &self.figures[*m].1;
            c.summing && !circumstance.separate || c.headline || c.toll
        };
        let site = circumstance.apart
            && !same_sentence
            && circumstance.sentence <= last.sentence + 2
            && !self.members.iter().any(sums)
            && self.headline.is_none_or(|h| h > have)
            && !circumstance.toll
            && n > 0;
        // "the judge was shot; her clerk was killed too"
        let too = circumstance.also
            && !self.first().general
            && (!circumstance.general || circumstance.first.is_some())
            && !circumstance.toll
            && !same_sentence
            && circumstance.sentence <= last.sentence + 3
            && (kinds || have == 1);
        // "he knifed a sentry. Four walkers die": people of a trade, and others by their noun
        let first = self.first();
        let other = kinds
            && !same_sentence
            && circumstance.sentence <= last.sentence + 2
            && self.members.len() == 1
            && first.trade
            && !first.headline
            && !first.toll
            && !circumstance.toll
            && !circumstance.changed
            && circumstance.role
            && n >= have
            && self.headline.is_none_or(|h| h > have);
        // "killed six hostages. Two policemen had died": no hostages
        let forces = circumstance.force
            && first.civil
            && !same_sentence
            && !first.toll
            && !first.headline
            && !circumstance.headline
            && !circumstance.part
            && circumstance.sentence <= last.sentence + 3
            && self.members.len() == 1
            && self.headline.is_none_or(|h| h != have || h < n);
        // "the minister's death, in an attack in which his driver was also killed"
        let within = circumstance.own_also && same_sentence && have == 1 && first.sentence == circumstance.sentence;
        site || too || other || forces || within || circumstance.paired && same_sentence
    }

    /// Two speakers, two numbers of one league.
    fn quarrels(&self, next: &Next) -> bool {
        let Next { at, n, have, circumstance, .. } = *next;
        n != have
            && both_named(self.figures, self.last(), at)
            && (circumstance.general || circumstance.toll)
            && n * 2 > have
            && have * 2 > n
            && !circumstance.changed
            && !circumstance.further
            && !self.figures[self.last()].1.changed
    }

    fn take(&mut self, at: usize, role: Role) {
        match role {
            Role::Restates => {}
            Role::Part => self.figures[at].0.extent = Extent::Part,
            Role::Adds => self.members.push(at),
            Role::Disputes => self.disputed.push(at),
            Role::Overtaken => self.figures[at].0.standing = Standing::Superseded,
            Role::Replaces => {
                for &m in &self.members {
                    self.figures[m].0.standing = Standing::Superseded;
                }
                self.members = vec![at];
            }
        }
    }

    /// Marks the figures that make the total, and adds them up.
    fn settle(self) -> Count {
        let mut result = sum(self.figures, &self.members);
        for &m in &self.members {
            let figure = &mut self.figures[m].0;
            if self.members.len() > 1 {
                figure.extent = Extent::Part;
                figure.standing = Standing::Summed;
            } else {
                figure.standing = if self.disputed.is_empty() { Standing::Stands } else { Standing::Disputed };
            }
        }
        for &d in &self.disputed {
            self.figures[d].0.standing = Standing::Disputed;
            result = widen(result, count(&self.figures[d].0));
        }
        result
    }
}

/// Two speakers who are not one.
fn both_named(figures: &[Stated], a: usize, b: usize) -> bool {
    let named = |i: usize| figures[i].0.reported_by.is_some();
    // two of no office are two people where their names share no word
    let kinds = (figures[a].0.reported_by_kind, figures[b].0.reported_by_kind);
    let strangers = || {
        let words = |i: usize| figures[i].0.reported_by.iter().flat_map(|s| s.split_whitespace()).collect::<Vec<_>>();
        kinds.0 == SpeakerKind::Other && !words(a).iter().any(|w| words(b).contains(w))
    };
    named(a) && named(b) && figures[a].0.reported_by != figures[b].0.reported_by && (kinds.0 != kinds.1 || strangers())
}
