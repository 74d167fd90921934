//! Victims who are named: one with a title, or several in a list.
//!
//! Enters: items. Leaves: where a name with the words for its bearer ends, and lists of names behind a noun for them.
//! Example: in `the murder of analyst Ana Soto and of her driver` two are told, in `the nuns Ana, Eva and Ida died` three.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::text::Token;

/// Words before a name that are no occupation by their ending.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "msgr",
    "monsignor",
    "prof",
    "father",
    "fr",
    "sister",
    "brother",
    "rev",
    "reverend",
    "rabbi",
    "imam",
    "sheikh",
    "mullah",
    "maulana",
    "comrade",
    "don",
    "sir",
    "lord",
    "agent",
    "attorney",
    "deputy",
    "magistrate",
    "mayor",
    "ambassador",
    "candidate",
    "analyst",
    "activist",
    "cleric",
    "bishop",
    "archbishop",
];

/// Nouns for deeds that have a victim.
const DEEDS: &[&str] = &["murder", "murders", "assassination", "assassinations", "slaying", "massacre", "execution"];

/// One past the name that begins at `at` with words for its bearer: `political analyst Ana Soto`.
pub fn titled(items: &[Item], at: usize, tokens: &[Token]) -> Option<usize> {
    let title = |i: &Item| {
        i.tags == Tags::WORD
            && (tokens[i.tokens.clone()].iter().any(|t| TITLES.contains(&t.norm.as_str())) || occupation(i, tokens))
            || i.is(Tags::SPEAKER) && !i.is(Tags::SITE.with(Tags::PEOPLE).with(Tags::GROUP).with(Tags::PRON))
    };
    let end = (at + 1..(at + 5).min(items.len())).find(|&k| items[k].is(Tags::NAME))?;
    let lead = |i: &Item| i.tags == Tags::WORD || i.is(Tags::DEMONYM) || title(i);
    // a stray dot behind an abbreviation ends the phrase
    (items[at..end].iter().all(lead) && title(&items[end - 1])).then_some(end + 1)
}

/// A word for what somebody does, by its ending: `coworker`, `conductor`, `florist`.
pub fn occupation(item: &Item, tokens: &[Token]) -> bool {
    tokens.get(item.tokens.start).is_some_and(|t| {
        t.norm.len() > 4
            && (["er", "or", "ist", "man", "woman", "ian", "ee"].iter().any(|e| t.norm.ends_with(e))
                || matches!(t.norm.as_str(), "chief" | "headman"))
            && !matches!(
                t.norm.as_str(),
                "latter" | "former" | "remainder" | "number" | "order" | "power" | "other" | "rumor" | "terror"
            )
            || t.is("head")
    })
}

/// Behind a name: `, who was murdered`, `'s murder`, `, her husband and two guards were killed`.
pub fn suffers(items: &[Item], at: usize) -> bool {
    let [link, next, verb, ..] = items.get(at..).unwrap_or(&[]) else { return false };
    let harm = Tags::KILL.with(Tags::WOUND);
    let fate = verb.is(Tags::VERB) && (verb.is(harm) && verb.is(Tags::PAS) || verb.is(Tags::DIE));
    link.is(Tags::COMMA) && (next.is(Tags::REL) || family(next)) && fate
        || link.is(Tags::GENITIVE) && next.is(Tags::DEATHN) && !verb.is(Tags::OF)
}

/// `the murder of`, also with the people of a list behind it: a name that follows is a victim's.
pub fn mourned(before: &[Item], tokens: &[Token]) -> bool {
    let member = |i: &Item| i.is(Tags::PEOPLE) || i.is(Tags::APPOS);
    let link = Tags::AND.with(Tags::COMMA);
    let mut at = before.len();
    // the nouns and the names before it, each with its comma
    while at > 0 && before.len() - at < 24 && (before[at - 1].is(link) || member(&before[at - 1])) {
        at -= 1;
    }
    let reach = &before[..at];
    let listed = at == before.len() || before.last().is_some_and(|i| i.is(link) || i.people().is_some_and(plural));
    let [.., noun, of] = reach else { return false };
    of.is(Tags::OF) && listed && deed(noun, tokens)
}

fn plural(people: &People) -> bool {
    people.plural && people.count.is_none()
}

/// A noun for a killing that somebody meant.
fn deed(noun: &Item, tokens: &[Token]) -> bool {
    let word = |t: &Token| DEEDS.contains(&t.norm.as_str()) || matches!(t.norm.as_str(), "killing" | "beheading");
    noun.is(Tags::DEATHN.with(Tags::EVENT)) && tokens[noun.tokens.clone()].iter().any(word)
}

/// The words of a match name a murder: those murdered are victims, whatever they are called.
pub fn murdered(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().any(|i| deed(i, tokens) && tokens[i.tokens.clone()].iter().any(|t| DEEDS.contains(&t.norm.as_str())))
}

/// Attackers by their name who were attacked here.
pub fn acquit(people: &mut People) {
    if people.side == Side::Attacker {
        people.side = Side::Victim;
    }
    for part in &mut people.parts {
        if let Value::People(member) = &mut part.value {
            acquit(member);
        }
    }
}

/// Without the second `of` in `the murder of the judge and of her clerk`.
pub fn of_both(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    at > 2
        && items[at].is(Tags::OF)
        && items[at - 1].is(Tags::AND)
        && (2..8).any(|k| at >= k + 2 && items[at - k - 1].is(Tags::OF) && deed(&items[at - k - 2], tokens))
}

/// `his guard and driver were killed`: one of each.
pub fn pairs(items: &mut [Item], tokens: &[Token]) {
    for at in 0..items.len().saturating_sub(2) {
        let single = |p: &People| !p.plural && !p.named && !p.other && p.parts.is_empty();
        let [first, and, second, rest @ ..] = &items[at..] else { continue };
        let (Some(a), Some(b)) = (first.people(), second.people()) else { continue };
        let fits = and.is(Tags::AND)
            && and.tokens.len() == 1
            && a.definite
            && a.count == Some(Quantity::exact(1))
            && b.count.is_none()
            && single(a)
            && single(b);
        let were = rest.first().is_some_and(|i| {
            tokens.get(i.tokens.start).is_some_and(|t| matches!(t.norm.as_str(), "were" | "are" | "have"))
        });
        let object = at > 0 && items[at - 1].is(Tags::KILL) && items[at - 1].is(Tags::ACT.with(Tags::ING));
        if fits
            && (were || object)
            && let Value::People(people) = &mut items[at + 2].value
        {
            people.count = Some(Quantity::exact(1));
        }
    }
}

/// `her husband and two guards`: a list that begins with somebody's.
fn family(item: &Item) -> bool {
    item.people().is_some_and(|p| {
        p.parts.len() > 1
            && p.count.is_some()
            && p.parts[0].people().is_some_and(|f| f.definite && !f.named && f.count == Some(Quantity::exact(1)))
    })
}

/// `Ana Soto, her husband and two guards`: she is one of them.
pub fn join_families(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let named =
            |i: &Item| i.people().is_some_and(|p| p.named && p.parts.is_empty() && p.count == Some(Quantity::exact(1)));
        if family(&item)
            && let [.., first, comma] = out.as_slice()
            && comma.is(Tags::COMMA)
            && named(first)
        {
            let whole = crate::annotate::list::joined(&[first.clone(), comma.clone(), item]);
            out.truncate(out.len() - 2);
            out.push(whole);
        } else {
            out.push(item);
        }
    }
    out
}

/// A noun for several people and the list of their names are one: `the nuns Ana, Eva and Ida`.
pub fn fold_heads(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let names = item.people().filter(|p| {
            p.parts.len() > 1 && p.parts[0].people().is_some_and(|f| f.named && f.count == Some(Quantity::exact(1)))
        });
        let head = out.last().and_then(Item::people).filter(|p| plural(p) && p.parts.is_empty() && !p.other);
        if let (Some(_), Some(head)) = (names, head) {
            let (population, side, target) = (head.population, head.side, head.target);
            let mut whole = item.clone();
            if let Value::People(people) = &mut whole.value {
                (people.population, people.side, people.target) = (population, side, target);
            }
            if let Some(first) = out.pop() {
                whole.tokens = first.tokens.start..whole.tokens.end;
                whole.span = first.span.join(whole.span);
                whole.tags = whole.tags.with(first.tags);
            }
            out.push(whole);
        } else {
            out.push(item);
        }
    }
    out
}
