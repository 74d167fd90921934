//! The phrase for people once its noun is found: what they are, whose side they take, how many they are.
//!
//! Enters: the words, where the noun stands and what stood before it. Leaves: the people and where their words end.
//! Example: behind `members` the words `of the rail police` belong to the phrase and make the members police.

use crate::annotate::collective::stands_for_group;
use crate::annotate::item::{GroupName, People};
use crate::annotate::lexicon::{Sense, Side};
use crate::annotate::noun::{blocks, noun, plural_only, tied};
use crate::annotate::people::{Names, armed, closes};
use crate::annotate::quantity::{Quantity, quantity};
use crate::annotate::unit::Reader;
use crate::vocabulary::{Population, TargetType};

/// What stood before the noun.
pub struct Parts {
    /// How many, where a number says so.
    pub count: Option<Quantity>,
    /// `the`, `these`.
    pub definite: bool,
    /// `a`, `an`.
    pub article: bool,
    /// `his`, `their`.
    pub possessive: bool,
    /// `other`, `another`.
    pub other: bool,
    /// `of them`.
    pub partitive: bool,
    /// A named group as modifier.
    pub group: Option<GroupName>,
    /// `suspected`.
    pub suspected: bool,
}

/// People with nothing said but their number and kind.
pub fn built(
    reader: &Reader<'_>,
    from: usize,
    to: usize,
    count: Option<Quantity>,
    kind: (Population, Side, TargetType),
    parts: Vec<crate::annotate::item::Item>,
) -> People {
    let first = from.min(reader.len().saturating_sub(1));
    let last = to.saturating_sub(1).clamp(first, reader.len().saturating_sub(1));
    People {
        count,
        population: kind.0,
        side: kind.1,
        target: kind.2,
        noun: reader.tokens[first].span.join(reader.tokens[last].span),
        definite: false,
        named: false,
        other: false,
        partitive: false,
        plural: true,
        group: None,
        suspected: false,
        parts,
    }
}

/// Reads on behind the noun and puts the people together; the length counts from word `i`.
pub fn finish(
    reader: &Reader<'_>,
    i: usize,
    begin: usize,
    mut end: usize,
    sense: Sense,
    parts: &Parts,
    names: &Names<'_>,
) -> (usize, People) {
    let (mut population, mut side, mut target, plural) = match sense {
        Sense::People { population, side, target, plural } => (population, side, target, plural),
        _ => (Population::Civilian, Side::Neutral, TargetType::Civilian, true),
    };
    let head = reader.word(end - 1);
    let singular = !plural || matches!(head, "police" | "personnel") && parts.article;
    let mut named = false;
    let mut group = parts.group.clone().or_else(|| {
        // no part of a longer name: "Fateh" of "Fateh Squad"
        let apart = |k: usize, n: usize| {
            reader.titled
                || ((k == begin || k == 1 || !reader.capital(k - 1)) && (k + n == end || !reader.capital(k + n)))
        };
        (begin..end)
            .find_map(|k| {
                (names.group)(k)
                    .filter(|(n, g)| k + n <= end && g.known.is_some() && apart(k, *n) && !tied(reader, k + n))
            })
            .map(|(_, g)| g)
    });
    // "the militant group Boko Haram"
    if group.is_none()
        && stands_for_group(head)
        && let Some((length, name)) = (names.group)(end)
    {
        end += length;
        group = Some(name);
        side = Side::Attacker;
        population = Population::Militant;
    }
    // "members of the security forces"
    if matches!(
        head,
        "members"
            | "member"
            | "personnel"
            | "officers"
            | "officer"
            | "men"
            | "soldiers"
            | "soldier"
            | "agents"
            | "employees"
            | "leader"
            | "commander"
            | "leaders"
            | "commanders"
            | "fighters"
            | "fighter"
            | "militants"
            | "militant"
            | "rebels"
            | "rebel"
            | "insurgents"
            | "guerrillas"
            | "terrorists"
            | "terrorist"
            | "gunmen"
            | "gunman"
            | "cadres"
            | "jihadists"
            | "supporters"
            | "supporter"
            | "unit"
            | "units"
    ) && matches!(reader.word(end), "of" | "from")
    {
        let from = reader.word(end) == "from";
        let mut at = end + 1;
        if matches!(reader.word(at), "the" | "a" | "an") {
            at += 1;
        }
        for skipped in 0..4 {
            if let Some((length, _)) = (names.group)(at)
                && reader.joined(at + length)
                && matches!(
                    reader.word(at + length),
                    "linked" | "affiliated" | "allied" | "aligned" | "inspired" | "backed"
                )
            {
                at += length + 1;
                continue;
            }
            if let Some((length, name)) = (names.group)(at) {
                end = at + length;
                if side == Side::Neutral && armed(&name) {
                    side = Side::Attacker;
                    population = Population::Militant;
                }
                group = group.or(Some(name));
                break;
            }
            if !from && let Some((length, Sense::People { population: p, side: s, target: t, .. })) = noun(reader, at) {
                // "rebels of the Islamist Sons of the Hills"
                if let Some((n, name)) = (names.group)(at + length) {
                    end = at + length + n;
                    group = group.or(Some(name));
                    break;
                }
                if population == Population::Unknown {
                    (population, side, target) = (p, s, t);
                }
                end = at + length;
                break;
            }
            if skipped == 3 || blocks(reader, at) {
                break;
            }
            at += 1;
        }
    }
    // "Taliban fighters", but "hostages of the Taliban" stay what they are
    if side == Side::Neutral && group.as_ref().is_some_and(armed) {
        side = Side::Attacker;
        population = Population::Militant;
    }
    // "a family of six", "a group of ten militants", "the bodies of five villagers"
    let mut counted = None;
    if reader.word(end) == "of"
        && matches!(
            head,
            "family"
                | "group"
                | "gang"
                | "team"
                | "crew"
                | "squad"
                | "band"
                | "bodies"
                | "body"
                | "remains"
                | "corpses"
        )
        && let Some(found) = quantity(reader, end + 1)
    {
        let after = end + 1 + found.length;
        if let Some((length, Sense::People { population: p, side: s, target: t, .. })) = noun(reader, after) {
            counted = Some(found.quantity);
            (population, side, target) = (p, s, t);
            end = after + length;
        } else if head == "family" && closes(reader, after) {
            counted = Some(found.quantity);
            end = after;
        }
    }
    if head == "couple" && parts.count.is_none() {
        counted = Some(Quantity::exact(2));
    }
    // a title and a name: "Governor Aziz Khan"
    if (singular || parts.count.is_some_and(|c| c.low == Some(1)))
        && let Some(length) = (names.proper)(end)
    {
        end += length;
        named = true;
    }
    let count = counted.or(parts.count).or_else(|| {
        let bare = named && !parts.definite;
        let one = !plural_only(head) || (parts.article && head == "personnel");
        // "a boy and a 60-year-old man", also without the article
        let aged = matches!(reader.word(begin + 1), "year" | "month") && reader.word(begin + 2) == "old";
        (singular && one && (parts.article || aged || bare || parts.possessive || parts.definite || named))
            .then_some(Quantity::exact(1))
    });
    let mut people = built(reader, begin, end, count, (population, side, target), Vec::new());
    people.definite = parts.definite;
    people.named = named;
    people.other = parts.other || matches!(head, "others");
    people.partitive = parts.partitive;
    people.plural = (plural || counted.is_some()) && !(parts.article && counted.is_none());
    people.group = group;
    people.suspected = parts.suspected;
    (end - i, people)
}
