//! What the words beside a number do to it.
//!
//! Enters: nothing; `figure` fills it in. Leaves: marks that the total asks for.
//! Example: `the toll rose to 126` is `toll` and `changed`; `another two` is `further`.

/// What the sentence says beside the number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstance {
    /// The sentence that states it.
    pub sentence: usize,
    /// In the headline.
    pub headline: bool,
    /// `the toll rose to`: it replaces what was said before.
    pub toll: bool,
    /// The words say that the toll changed: `rose`, `now`, `revised`.
    pub changed: bool,
    /// A speaker of its own puts another number beside the one told: `hospitals speak of 40`.
    pub dissent: bool,
    /// Stabbed, or killed as a pronoun: gives way to any stated number.
    pub weak: bool,
    /// `had spoken of`: overtaken, where it is the smaller number.
    pub before: bool,
    /// Bodies that somebody says were counted.
    pub told: bool,
    /// One more blow: `another bomb`, `shortly afterwards`.
    pub apart: bool,
    /// `the first killed ten and the second seven`.
    pub paired: bool,
    /// `additionally`, `elsewhere`: another attack by its words.
    pub separate: bool,
    /// The sentence speaks of several attacks at once.
    pub summing: bool,
    /// Attackers who came on foot: a bomber beside them is one more.
    pub gunmen: bool,
    /// `the third`: no more than three with those told before.
    pub ordinal: Option<u32>,
    /// `along with eight others`: beside the figure of the same sentence.
    pub along: bool,
    /// `with him`: beside one who was killed.
    pub with: bool,
    /// `also`, `as well`: somebody else was killed too.
    pub also: bool,
    /// Its own words say so: `his driver was also killed`.
    pub own_also: bool,
    /// The noun for the people, as a number: two nouns differ where the numbers do; 0 where no plain noun counts.
    pub noun: u32,
    /// People by what they are or do: `pedestrians`, not `people`, `women` or `victims`.
    pub role: bool,
    /// People who are no force by their noun: `hostages`, `villagers`.
    pub civil: bool,
    /// Police or soldiers by their noun.
    pub force: bool,
    /// People of one trade.
    pub trade: bool,
    /// The first number of a list: `five engineers and their driver` holds five.
    pub first: Option<u32>,
    /// `an earlier toll of`: no longer true.
    pub former: bool,
    /// `others`, `another`, `also`: in addition.
    pub further: bool,
    /// A part by its words: an aside, `of them`, `among the dead`.
    pub part: bool,
    /// `108 of them died`: a part only of dead who were told before.
    pub of_them: bool,
    /// `But hospital staff said`: the words object to what was said before.
    pub contrary: bool,
    /// `now`: the number as it is at last.
    pub now: bool,
    /// People in general, or a number alone.
    pub general: bool,
    /// `the six attackers`, `all of them`.
    pub definite: bool,
    /// A bomber, counted by the bomb: gives way to a stated number of dead attackers.
    pub bomber: bool,
}
