//! The chunks of a sentence that rules look at.
//!
//! Enters: words. Leaves: items in order: people with their number, verb groups with their voice, dates, places, groups.
//! Example: `ten police officers | were killed | in | Kabul | on Tuesday`.

use std::ops::Range;

use crate::annotate::date::DateWords;
use crate::annotate::lexicon::{Side, Strength};
use crate::annotate::quantity::Quantity;
use crate::annotate::tag::Tags;
use crate::reference::gazetteer::Place;
use crate::span::Span;
use crate::vocabulary::{AttackType, Population, SpeakerKind, TargetKind, TargetType, WeaponType};

/// A chunk of a sentence.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its words, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// What patterns may ask for.
    pub tags: Tags,
    /// What it says.
    pub value: Value,
    /// The chunks inside a bracketed aside.
    pub inner: Vec<Item>,
}

/// What an item says.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing beyond its tags.
    None,
    /// People, one kind or a list.
    People(Box<People>),
    /// A number without a noun.
    Number(Quantity),
    /// A verb group.
    Verb(VerbGroup),
    /// A date.
    Date(DateWords),
    /// A place by its candidates, best first.
    Place(Vec<Place>),
    /// A named organisation.
    Group(GroupName),
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
    },
    /// A noun for an attack.
    Event(EventNoun),
    /// Who reports.
    Speaker(SpeakerKind),
}

/// People with their number.
#[derive(Clone, Debug)]
pub struct People {
    /// How many; none where the words do not count (`the soldiers`, `militants`).
    pub count: Option<Quantity>,
    /// What they are.
    pub population: Population,
    /// Whose side the noun puts them on.
    pub side: Side,
    /// The target type that they make.
    pub target: TargetType,
    /// The noun with its modifiers, without number and article.
    pub noun: Span,
    /// `the`, `his`, `these`.
    pub definite: bool,
    /// A proper name stands in it.
    pub named: bool,
    /// `others`, `more`, `another`: in addition to people named before.
    pub other: bool,
    /// `of them`, `of the dead`: part of people named before.
    pub partitive: bool,
    /// Several.
    pub plural: bool,
    /// A named group as modifier: `Taliban fighters`.
    pub group: Option<GroupName>,
    /// `suspected`, `alleged`.
    pub suspected: bool,
    /// Members of a list.
    pub parts: Vec<Item>,
}

/// A verb group.
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    /// The attack type that it implies.
    pub attack: Option<AttackType>,
    /// `not`, `never`.
    pub negated: bool,
    /// `could`, `would`, `may`.
    pub modal: bool,
}

/// A named organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupName {
    /// Index into the table of groups, where it is known.
    pub known: Option<u16>,
    /// As printed.
    pub text: String,
    /// Where the name stands.
    pub span: Span,
}

/// A noun for an attack.
#[derive(Clone, Copy, Debug)]
pub struct EventNoun {
    /// The attack types that it implies.
    pub attack: [Option<AttackType>; 2],
    /// How surely it stands for an attack.
    pub strength: Strength,
    /// Several.
    pub plural: bool,
    /// `the`, `this`, `Tuesday's`.
    pub definite: bool,
}

impl Item {
    /// The people in it.
    pub fn people(&self) -> Option<&People> {
        if let Value::People(p) = &self.value { Some(p) } else { None }
    }

    /// Its number, of people or bare.
    pub fn quantity(&self) -> Option<Quantity> {
        match &self.value {
            Value::People(p) => p.count,
            Value::Number(q) => Some(*q),
            _ => None,
        }
    }

    /// Its verb group.
    pub fn verb(&self) -> Option<&VerbGroup> {
        if let Value::Verb(v) = &self.value { Some(v) } else { None }
    }

    /// It carries one of the classes.
    pub fn is(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }
}
