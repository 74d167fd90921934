//! The clause around a claim: who shares its verb, what hedges it, what negates it.
//!
//! Enters: the items of a match. Leaves: the groups that go with the one found, and whether the words are a fact.
//! Example: in `blamed the Red Dawn and its armed wing, the Red Star` both are blamed.

use crate::annotate::{Item, Tags};
use crate::frame::claim::group_of;
use crate::frame::pattern::Match;
use crate::text::Token;

/// `X and Y`, `X, Y or Z`, `X together with Y`: the indices of all groups that share the verb.
pub(super) fn coordinated(items: &[Item], who: usize, object: bool, tokens: &[Token]) -> Vec<usize> {
    let mut out = vec![who];
    let mut at = who + 1;
    loop {
        while items.get(at).is_some_and(|i| i.is(Tags::APPOS)) {
            at += 1;
        }
        // "X, its acronym,": one group twice
        let twice = items.get(at).is_some_and(|i| i.is(Tags::COMMA))
            && items.get(at + 1).and_then(group_of).is_some_and(|g| {
                g.known.is_some() && group_of(&items[who]).is_some_and(|first| first.known == g.known)
            });
        if twice {
            at += 2 + usize::from(items.get(at + 2).is_some_and(|i| i.is(Tags::COMMA)));
        }
        let joint = |i: &Item| i.is(Tags::AND.with(Tags::OR).with(Tags::COMMA));
        let start = at;
        let comma = items.get(at).is_some_and(|i| i.is(Tags::COMMA)) && !items.get(at + 1).is_some_and(joint);
        while at < start + 2 && items.get(at).is_some_and(joint) {
            at += 1;
        }
        if at == start {
            return out;
        }
        // "and its armed wing, the Y"
        let wing = |i: &Item| matches!(tokens[i.tokens.end - 1].norm.as_str(), "wing" | "arm" | "faction");
        if let Some(behind) = items[at..].iter().take(4).position(wing) {
            at += behind + 1 + usize::from(items.get(at + behind + 1).is_some_and(|i| i.is(Tags::COMMA)));
        }
        let limit = at + 3;
        // "and its armed wing, the …"
        let own = items.get(at).is_some_and(|i| i.is(Tags::POSS)) && items[at - 1].is(Tags::AND);
        let wing = if own { Tags::POSS.with(Tags::COMMA).with(Tags::PEOPLE) } else { Tags::NONE };
        let limit = if own { at + 6 } else { limit };
        while at < limit
            && items
                .get(at)
                .is_some_and(|i| !i.is(Tags::GROUP) && i.is(wing.with(Tags::THE).with(Tags::WORD).with(Tags::A)))
        {
            at += 1;
        }
        let verb = |i: &Item| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE).with(Tags::DO));
        // ", a supporter of Y" describes X
        let described = comma && items.get(at).is_some_and(|i| i.is(Tags::PEOPLE));
        if described
            || !items.get(at).is_some_and(|i| i.is(Tags::GROUP))
            || (object && items.get(at + 1).is_some_and(verb))
            || comma && items.get(at + 1).is_some_and(|i| i.is(Tags::GENITIVE))
        {
            return out;
        }
        out.push(at);
        at += 1;
    }
}

/// Behind `and`, `but` or `;` inside a match a second group begins a clause of its own: its place.
pub(super) fn second_subject(hit: &Match<'_>, items: &[Item]) -> Option<usize> {
    let who = hit.get("who")?;
    let joint = Tags::AND.with(Tags::BUT).with(Tags::SEMI);
    (who + 2..hit.last).find(|&at| {
        let before = items[..at].iter().rev().find(|i| !i.is(Tags::THE)).is_some_and(|i| i.is(joint));
        before && items[at].is(Tags::GROUP) && items[who + 1..at].iter().any(|i| i.is(Tags::ACT))
    })
}

/// `suspected`, `believed`, `allegedly`: reported, but not as a fact.
pub(super) fn hedged(who: &Item, matched: &[Item], tokens: &[Token]) -> bool {
    let (first, last) = (matched[0].tokens.start, matched[matched.len() - 1].tokens.end);
    who.people().is_some_and(|p| p.suspected)
        || tokens[first.saturating_sub(2)..last].iter().any(|t| {
            matches!(
                t.norm.as_str(),
                "suspected"
                    | "believed"
                    | "thought"
                    | "alleged"
                    | "allegedly"
                    | "presumed"
                    | "presumably"
                    | "possibly"
                    | "probably"
                    | "apparently"
                    | "likely"
                    | "purported"
                    | "purportedly"
            )
        })
}

/// The match ends with a verb, also with one that no list knows: `descended`.
pub(super) fn does(matched: &[Item], tokens: &[Token]) -> bool {
    let Some(last) = matched.last() else { return false };
    let past = |t: &Token| {
        t.norm.len() > 4 && t.norm.ends_with("ed")
            || matches!(
                t.norm.as_str(),
                "came" | "went" | "broke" | "rode" | "drove" | "swept" | "fell" | "burst" | "set" | "took"
            )
    };
    last.is(Tags::VERB) || tokens.get(last.tokens.start).is_some_and(past)
}

/// `likely`, `perhaps`
pub(super) fn likely(item: &Item, tokens: &[Token]) -> bool {
    let word = |t: &Token| {
        matches!(t.norm.as_str(), "likely" | "probably" | "possibly" | "perhaps" | "apparently" | "whether")
    };
    tokens[item.tokens.clone()].iter().any(word)
}

/// `no group`, `nobody`, `has not been claimed`: the words hold a negation.
pub(super) fn nobody(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().filter(|i| !i.is(Tags::APPOS)).any(|i| {
        i.is(Tags::NEGATED.with(Tags::NEG).with(Tags::NONE_WORD))
            || i.quantity().is_some_and(|q| q.high == Some(0))
            || tokens[i.tokens.clone()].iter().any(|t| {
                matches!(t.norm.as_str(), "no" | "none" | "nobody" | "yet" | "unclaimed" | "not" | "without" | "never")
            })
    })
}
