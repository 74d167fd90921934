//! People with their number, article and modifiers.
//!
//! Enters: the words of a sentence. Leaves: a chunk that says how many of whom.
//! Example: `an additional six police officers` is 6, police, others than those named before.

use crate::annotate::item::{GroupName, People};
use crate::annotate::lexicon::{Sense, Side};
use crate::annotate::noun::{blocks, compound, noun, tied};
use crate::annotate::phrase::{Parts, built, finish};
use crate::annotate::quantity::{Quantity, parts_ordinal, quantity};
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;
use crate::reference::groups::GROUPS;
use crate::vocabulary::{GroupKind, Population, TargetType};

/// An age: `24-year-old`.
fn age(reader: &Reader<'_>, i: usize) -> Option<usize> {
    let counted = reader.tokens.get(i).is_some_and(crate::text::Token::is_number) || reader.number(i).is_some();
    let aged = matches!(reader.word(i + 1), "year" | "years" | "month" | "months") && reader.word(i + 2) == "old";
    (aged && (counted || reader.joined(i + 1))).then_some(3)
}

/// What the chunker needs to know of names.
pub struct Names<'n> {
    /// A group's name at a word: its length and the group.
    pub group: &'n dyn Fn(usize) -> Option<(usize, GroupName)>,
    /// A capitalised name at a word: its length.
    pub proper: &'n dyn Fn(usize) -> Option<usize>,
}

/// The people at word `i`: how many words, and who.
pub fn people(reader: &Reader<'_>, i: usize, names: &Names<'_>) -> Option<(usize, People)> {
    if let Some(found) = whole(reader, i) {
        return Some(found);
    }
    let mut at = i;
    let mut definite = false;
    let mut article = false;
    let mut other = false;
    let mut possessive = false;
    let mut pair = false;
    match reader.word(at) {
        "the" | "these" | "those" | "this" => {
            definite = true;
            at += 1;
        }
        "a" | "an" if quantity(reader, at).is_none() => {
            article = true;
            at += 1;
        }
        "both" if reader.word(at + 1) != "of" => {
            definite = true;
            pair = true;
            at += 1;
            if matches!(reader.word(at), "the" | "these" | "those" | "its" | "their") {
                at += 1;
            }
        }
        // "all of them", "both of whom"
        word @ ("all" | "both") if reader.word(at + 1) == "of" && matches!(reader.word(at + 2), "them" | "whom") => {
            let count = (word == "both").then_some(Quantity::exact(2));
            let nobody = (Population::Unknown, Side::Neutral, TargetType::Unknown);
            let mut people = built(reader, at + 2, at + 3, count, nobody, Vec::new());
            people.partitive = true;
            people.definite = true;
            return Some((3, people));
        }
        "all" | "both" if !matches!(reader.word(at + 1), "of") || reader.word(at + 2) == "the" => {
            definite = true;
            at += 1;
            if reader.word(at) == "of" {
                at += 2;
            } else if matches!(reader.word(at), "the" | "these" | "those" | "its" | "their") {
                at += 1;
            }
        }
        "his" | "her" | "their" | "its" => {
            definite = true;
            possessive = true;
            at += 1;
        }
        _ => {}
    }
    if matches!(reader.word(at), "other" | "another" | "additional" | "further" | "more" | "extra" | "remaining")
        && reader.word(at + 1) != "than"
    {
        article |= reader.word(at) == "another";
        other = true;
        at += 1;
    }
    let mut count = pair.then_some(Quantity::exact(2));
    // "a couple and their child", but "a couple of men"
    let couple = reader.word(at) == "couple" && reader.word(at + 1) != "of";
    if age(reader, at).is_none()
        && !couple
        && let Some(found) = quantity(reader, at)
    {
        if found.nobody {
            let (length, parts) = (found.length, Vec::new());
            return Some((
                at + length - i,
                built(
                    reader,
                    at,
                    at + length,
                    Some(found.quantity),
                    (Population::Unknown, Side::Neutral, TargetType::Unknown),
                    parts,
                ),
            ));
        }
        let end = at + found.length;
        // "12-member", "three-day": no count; "10 years", "6 km": no people
        if reader.joined(end) && age(reader, at).is_none() && !reader.word(end).is_empty() {
            if count_is_modifier(reader, end) {
                count = None;
            } else {
                return None;
            }
        } else {
            count = Some(found.quantity);
        }
        at = end;
    }
    if matches!(reader.word(at), "other" | "additional" | "further" | "more" | "remaining") && count.is_some() {
        other = true;
        at += 1;
    }
    // "two of them", "three of the attackers"
    let mut partitive = false;
    if count.is_some()
        && reader.word(at) == "of"
        && matches!(
            reader.word(at + 1),
            "them" | "whom" | "these" | "those" | "the" | "its" | "their" | "his" | "which"
        )
    {
        // "the driver and two of his passengers": no part of anybody counted before
        partitive = !matches!(reader.word(at + 1), "his" | "her" | "their" | "its");
        at += 2;
        if matches!(reader.word(at - 1), "them" | "whom" | "which") {
            let mut people =
                built(reader, at, at, count, (Population::Unknown, Side::Neutral, TargetType::Unknown), Vec::new());
            people.partitive = true;
            people.noun = reader.tokens[at - 1].span;
            return Some((at - i, people));
        }
        if let Some(found) = quantity(reader, at) {
            at += found.length;
        }
    }
    if partitive
        && let Some((length, Sense::Word(class))) = reader
            .longest(at, |s| matches!(s, Sense::Word(_) | Sense::Verb { .. }).then_some(*s))
            .map(|(n, s)| (n, if let Sense::Verb { .. } = s { Sense::Word(Tags::HURT) } else { s }))
        && class.any(Tags::HURT.with(Tags::DEAD))
    {
        // "one of the wounded", "three of the dead"
        let mut people = built(
            reader,
            at,
            at + length,
            count,
            (Population::Unknown, Side::Neutral, TargetType::Unknown),
            Vec::new(),
        );
        people.partitive = true;
        return Some((at + length - i, people));
    }
    let begin = at;
    let mut group = None;
    let mut suspected = false;
    let mut modifiers = 0;
    let mut grouped = begin;
    loop {
        // "blamed on militants", "accused Red Dawn fighters": no adjectives
        let duty =
            !matches!(reader.word(at), "on" | "off") || reader.word(at + 1) == "duty" || reader.word(at + 1) == "-";
        let charged = at == i && matches!(reader.word(at), "accused" | "blamed") && (names.group)(at + 1).is_some();
        if charged {
            return None;
        }
        if !duty && modifiers == 0 {
            break;
        }
        // "security sources suspect": a verb
        if modifiers > 0 && reader.word(at) == "suspect" && reader.word(at - 1).ends_with('s') {
            return None;
        }
        if let Some((length, sense)) = noun(reader, at) {
            // "two of the minister's bodyguards"
            if partitive && reader.word(at + length) == "'s" && noun(reader, at + length + 1).is_some() {
                at += length + 1;
                partitive = false;
                modifiers += 1;
                continue;
            }
            // "the chief suspects that the men …": a verb
            if at == i && matches!(reader.word(at), "suspect" | "suspects") && reader.word(at + 1) == "that" {
                let clause =
                    matches!(reader.word(at + 2), "the" | "a" | "his" | "they" | "it" | "these" | "those" | "he");
                if clause {
                    return None;
                }
            }
            // "the Sons of the Hills": the noun opens a name
            let owner = definite || reader.word(at + length) == "'s";
            if owner && modifiers == 0 && count.is_none() && (names.group)(at).is_some_and(|(n, _)| n > length + 1) {
                return None;
            }
            // "the extremist Islamic State group": an epithet of the name behind it
            let epithet = matches!(sense, Sense::People { side: Side::Attacker, plural: false, .. })
                && (names.group)(at + length).is_some_and(|(_, g)| g.known.is_some());
            let named = (names.group)(at).filter(|(n, g)| *n > length && g.known.is_some());
            if (epithet || named.is_some()) && modifiers < 5 {
                at += named.as_ref().map_or(length, |(n, _)| *n);
                group = named.map(|(_, g)| g).or(group);
                modifiers += 1;
                continue;
            }
            let (mut end, mut kind) = compound(reader, at + length, sense);
            // "the army suspects the group": a verb
            if end > at + length && matches!(reader.word(end - 1), "suspect" | "suspects") {
                let object = (end..end + 3).any(|k| (names.group)(k).is_some_and(|(_, g)| g.known.is_some()));
                let determined =
                    matches!(reader.word(end), "the" | "a" | "an" | "that" | "it" | "them" | "this" | "they");
                let verb = object || determined && reader.word(end - 1) == "suspects";
                (end, kind) = if verb { (at + length, sense) } else { (end, kind) };
            }
            let sense = kind;
            return Some(finish(
                reader,
                i,
                begin,
                end,
                sense,
                &Parts { count, definite, article, possessive, other, partitive, group, suspected },
                names,
            ));
        }
        if modifiers >= 5 || at >= reader.len() {
            break;
        }
        if let Some(length) = age(reader, at) {
            at += length;
            modifiers += 1;
            continue;
        }
        if let Some((length, name)) = (names.group)(at) {
            // an unnamed head right behind makes it a modifier: "Taliban fighters"; in "Taliban-linked men" it is none of theirs
            group = if tied(reader, at + length) { group } else { Some(name) };
            at += length;
            modifiers += 1;
            grouped = at;
            continue;
        }
        // "a second bomber", but "a second" of time
        let ordinal = parts_ordinal(reader.word(at)) && count.is_none() && noun(reader, at + 1).is_some();
        if !ordinal && blocks(reader, at) {
            break;
        }
        other |= parts_ordinal(reader.word(at)) && !definite;
        suspected |= matches!(reader.word(at), "suspected" | "alleged" | "presumed" | "purported" | "apparent");
        let site = reader.longest(at, |s| matches!(s, Sense::Site { .. } | Sense::Weapon { .. }).then_some(()));
        at += site.map_or(1, |(n, ())| n);
        modifiers += 1;
    }
    let parts = Parts { count, definite, article, possessive, other, partitive, group, suspected };
    alone(reader, i, begin, grouped, parts)
}

/// A number whose people are a group (`13 Taliban`), or that stands for people named before (`four more`, `another`).
fn alone(reader: &Reader<'_>, i: usize, begin: usize, grouped: usize, parts: Parts) -> Option<(usize, People)> {
    let nobody = (Population::Unknown, Side::Neutral, TargetType::Unknown);
    if let Some(group) = &parts.group
        && parts.count.is_some()
        && grouped > begin
        && closes(reader, grouped)
    {
        let kind = if armed(group) {
            (Population::Militant, Side::Attacker, TargetType::Militia)
        } else {
            (Population::Military, Side::Victim, TargetType::Military)
        };
        let mut people = built(reader, begin, grouped, parts.count, kind, Vec::new());
        people.other = parts.other;
        people.definite = parts.definite;
        people.partitive = parts.partitive;
        people.group = parts.group;
        return Some((grouped - i, people));
    }
    // "a Swiss and a Dane", "by a Palestinian who fled"
    if parts.article && parts.group.is_none() && parts.count.is_none() && !parts.other && native(reader, begin) {
        let kind = (Population::Civilian, Side::Neutral, TargetType::Civilian);
        let mut people = built(reader, begin, begin + 1, Some(Quantity::exact(1)), kind, Vec::new());
        people.plural = false;
        return Some((begin + 1 - i, people));
    }
    // "and the third was shot dead"
    if (parts.definite || parts.article)
        && parts.count.is_none()
        && parts_ordinal(reader.word(begin))
        && acts(reader, begin + 1)
    {
        let mut people = built(reader, begin, begin + 1, Some(Quantity::exact(1)), nobody, Vec::new());
        people.definite = parts.definite;
        people.other = true;
        people.plural = false;
        return Some((begin + 1 - i, people));
    }
    let lone = parts.other && parts.group.is_none() && !parts.possessive && closes(reader, begin);
    let rest = parts.definite && reader.word(begin - 1) == "other";
    if !lone || !(parts.count.is_some() || parts.article || rest || matches!(reader.word(begin), "was" | "is")) {
        return None;
    }
    let mut people = built(reader, begin - 1, begin, parts.count.or(Some(Quantity::exact(1))), nobody, Vec::new());
    people.other = true;
    people.definite = parts.definite;
    people.plural = people.count != Some(Quantity::exact(1));
    Some((begin - i, people))
}

/// `both were killed`, `all three died`, `the two were shot dead`: of those named before.
fn whole(reader: &Reader<'_>, i: usize) -> Option<(usize, People)> {
    let word = reader.word(i);
    let (length, count) = match word {
        "both" => (1, Some(Quantity::exact(2))),
        "all" | "the" => match quantity(reader, i + 1) {
            Some(found) if !found.nobody => (1 + found.length, Some(found.quantity)),
            None if word == "all" => (1, None),
            _ => return None,
        },
        _ => return None,
    };
    // "all had", "both have" are as often no people
    let passive = matches!(
        reader.word(i + length),
        "were" | "are" | "have" | "had" | "died" | "got" | "escaped" | "suffered" | "sustained"
    );
    if !passive {
        return None;
    }
    let nobody = (Population::Unknown, Side::Neutral, TargetType::Unknown);
    let mut people = built(reader, i, i + length, count, nobody, Vec::new());
    people.definite = true;
    people.partitive = true;
    Some((length, people))
}

/// A verb or an auxiliary follows.
fn acts(reader: &Reader<'_>, at: usize) -> bool {
    reader.phrases(at).any(|(_, senses)| {
        senses.iter().any(|s| match s {
            Sense::Word(class) => class.any(Tags::BE.with(Tags::HAVE)),
            Sense::Verb { .. } => true,
            _ => false,
        })
    })
}

/// A demonym that stands for one person: what follows is no noun.
fn native(reader: &Reader<'_>, at: usize) -> bool {
    let demonym = reader.phrases(at).any(|(n, s)| n == 1 && s.iter().any(|s| matches!(s, Sense::Demonym(_))));
    let joined = matches!(reader.word(at + 1), "and" | "or");
    demonym
        && !reader.joined(at + 1)
        && closes(reader, at + 1)
        && (!joined || matches!(reader.word(at + 2), "a" | "an" | "one" | "two" | "three" | "his" | "her"))
}

/// A named group that fights a state; an unknown name is left open.
pub fn armed(group: &GroupName) -> bool {
    group.known.and_then(|k| GROUPS.get(usize::from(k))).is_some_and(|g| g.kind == GroupKind::ArmedGroup)
}

/// No noun follows: the sentence ends, or a verb, a preposition or a mark stands there.
pub fn closes(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens.get(at).is_none_or(|token| {
        !token.is_word() && !token.is_number() && !matches!(token.norm.as_str(), "%" | "'s" | "$")
            || matches!(token.norm.as_str(), "suffered" | "sustained" | "sought")
            || !token.joined
                && reader.phrases(at).any(|(_, senses)| {
                    senses.iter().any(|s| match s {
                        Sense::Word(class) => !class.any(Tags::UNIT.with(Tags::THE).with(Tags::A)),
                        Sense::Verb { .. } => true,
                        _ => false,
                    })
                })
    })
}

/// `12-member family`, `three-man crew`
fn count_is_modifier(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), "member" | "man" | "strong" | "person" | "odd")
}
