//! What a phrase of the lexicon can be.
//!
//! Enters: nothing; these are the columns of `seeds/reference/lexicon` as types. Leaves: the senses that chunks are cut by.
//! Example: `gunmen` is people on the attackers' side, in the plural; `dozens` is a vague number.

use crate::annotate::tag::Tags;
use crate::vocabulary::{AttackType, Population, Qualifier, SpeakerKind, TargetKind, TargetType, WeaponType};

/// Which side a noun for people puts them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Plainly not attackers: constables, pilgrims.
    Victim,
    /// Attackers by their name: gunmen, militants.
    Attacker,
    /// Anybody: people, men.
    Neutral,
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `kill`
    Base,
    /// `kills`
    Third,
    /// `killed`, where past and participle are alike
    PastParticiple,
    /// `slew`
    Past,
    /// `slain`
    Participle,
    /// `killing`
    Ing,
}

/// How a number word works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// one … nineteen
    Unit,
    /// twenty … ninety
    Ten,
    /// hundred, thousand
    Multiplier,
    /// million: no count of people at one attack
    Large,
    /// dozen: a multiplier that also stands alone
    Dozen,
    /// half a dozen, a couple
    Exact,
    /// dozens, several
    Vague,
    /// no
    None,
    /// nobody: number and noun in one
    Nobody,
}

/// What a phrase can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sense {
    /// A noun for people.
    People {
        /// What they are.
        population: Population,
        /// Whose side.
        side: Side,
        /// What kind of target they make.
        target: TargetType,
        /// The form is a plural.
        plural: bool,
    },
    /// A weapon.
    Weapon {
        /// Its type.
        weapon: WeaponType,
        /// The attack type that it implies.
        attack: Option<AttackType>,
    },
    /// A thing or place attacked.
    Site {
        /// Target type.
        target: TargetType,
        /// Facility, vehicle or organisation.
        kind: TargetKind,
        /// The form is a plural.
        plural: bool,
    },
    /// A form of a verb.
    Verb {
        /// Its class.
        class: Tags,
        /// Its form.
        form: Form,
        /// The attack type that it implies.
        attack: Option<AttackType>,
    },
    /// A noun for an attack.
    Event {
        /// The attack types that it implies.
        attack: [Option<AttackType>; 2],
        /// `event`, or something weaker: `blast`, `method`, `clash`, `weak`, `war`.
        strength: Strength,
        /// The form is a plural.
        plural: bool,
    },
    /// Somebody who reports.
    Speaker(SpeakerKind),
    /// A word of a closed class.
    Word(Tags),
    /// A number word.
    Number {
        /// How it works.
        kind: NumberKind,
        /// Its value or lower bound.
        low: Option<u32>,
        /// Its upper bound.
        high: Option<u32>,
    },
    /// `at least`, `up to`.
    Bound(Qualifier),
    /// `Pakistani`, `Iraqis`: index into the country table.
    Demonym(u16),
    /// A name of a group: index into the group table; true where it must be in capitals.
    Group(u16, bool),
    /// A word that heads the name of an armed group.
    Head(HeadPosition),
}

/// How surely a noun stands for an attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// attack, bombing
    Event,
    /// explosion: an attack if something else says so
    Blast,
    /// gunfire: how it was done
    Method,
    /// clash: two armed sides
    Clash,
    /// incident, violence
    Weak,
    /// insurgency
    War,
}

/// Where in a name its head word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadPosition {
    /// `Lashkar …`
    First,
    /// `… Brigades`
    Last,
    /// either
    Any,
}
