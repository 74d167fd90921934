//! What may stand between a noun and its verb without being either.
//!
//! Enters: the items behind a noun. Leaves: how far its modifiers reach.
//! Example: in `two officers [of the rail police] [travelling in a jeep] were killed` the brackets are the trail.

use crate::annotate::{Item, Tags};
use crate::text::Token;

/// Items of one trail at most; longer ones are misreadings.
pub const LONGEST: usize = 28;

/// Leads a phrase that hangs on a noun.
const LEADS: Tags = Tags::OF
    .with(Tags::IN)
    .with(Tags::ON)
    .with(Tags::AT)
    .with(Tags::FROM)
    .with(Tags::WITH)
    .with(Tags::FOR)
    .with(Tags::BY)
    .with(Tags::TO)
    .with(Tags::PREP);

/// Ends a phrase.
const BOUNDS: Tags = Tags::VERB
    .with(Tags::BE)
    .with(Tags::HAVE)
    .with(Tags::MODAL)
    .with(Tags::COMMA)
    .with(Tags::AND)
    .with(Tags::OR)
    .with(Tags::BUT)
    .with(Tags::REL)
    .with(Tags::AFTER)
    .with(Tags::SEMI)
    .with(Tags::COLON)
    .with(Tags::STOP)
    .with(Tags::DASH)
    .with(Tags::QUOTE)
    .with(Tags::LPAR)
    .with(Tags::RPAR);

/// One past the modifier that begins at `at`; none where the trail ends.
pub fn modifier(items: &[Item], at: usize, tokens: &[Token]) -> Option<usize> {
    let item = items.get(at)?;
    if item.is(Tags::APPOS) || (item.is(Tags::DATE) && !item.is(Tags::VERB)) {
        return Some(at + 1);
    }
    if item.is(Tags::COMMA) {
        return aside(items, at);
    }
    if item.is(Tags::REL) && !item.is(Tags::THE) {
        return relative(items, at);
    }
    let participle = item.is(Tags::VERB)
        && (item.is(Tags::ING) && !item.is(Tags::KILL.with(Tags::WOUND)) || reduced(items, at))
        || item.tags == Tags::WORD && shaped(item, tokens);
    if participle {
        return Some(object(items, at + 1, tokens));
    }
    // "a teacher on leave"
    if item.is(Tags::ON)
        && items.get(at + 1).is_some_and(|i| {
            tokens.get(i.tokens.start).is_some_and(|t| matches!(t.norm.as_str(), "leave" | "patrol" | "duty" | "guard"))
        })
    {
        return Some(at + 2);
    }
    if item.is(LEADS) {
        let end = object(items, at + 1, tokens);
        return (end > at + 1).then_some(end);
    }
    None
}

/// `kidnapped by`, `armed with`: a participle behind its noun takes no object.
fn reduced(items: &[Item], at: usize) -> bool {
    items[at].is(Tags::PP)
        && !items[at].is(Tags::KILL.with(Tags::DIE).with(Tags::EXPLODE).with(Tags::SAY))
        && items.get(at + 1).is_some_and(|next| next.is(LEADS.with(Tags::DATE)))
}

/// Verbs that no list knows and that take no passive: they are finite.
const FINITE: &[&str] =
    &["resulted", "occurred", "happened", "erupted", "began", "started", "ended", "culminated", "seemed", "remained"];

/// A word that no list knows, in the form of a participle: `belonging to`, `manning a post`, `armed with`.
fn shaped(item: &Item, tokens: &[Token]) -> bool {
    tokens.get(item.tokens.start).is_some_and(|t| {
        t.norm.len() > 4 && (t.norm.ends_with("ing") || t.norm.ends_with("ed") && !FINITE.contains(&t.norm.as_str()))
    })
}

/// One past the noun phrase that begins at `at`.
fn object(items: &[Item], at: usize, tokens: &[Token]) -> usize {
    let mut end = at;
    // "an exchange of fire": a noun, whatever else the word may be
    let noun = |end: usize| items[end].is(Tags::VERB) && items[end - 1].is(Tags::OF) && items[end].tokens.len() == 1;
    let finite = |i: &Item| {
        i.tags == Tags::WORD
            && tokens
                .get(i.tokens.start)
                .is_some_and(|t| matches!(t.norm.as_str(), "suffered" | "sustained" | "sought" | "received"))
    };
    while items
        .get(end)
        .is_some_and(|i| !finite(i) && (!i.is(BOUNDS) || noun(end)) && (end == at || !i.is(LEADS) || i.is(Tags::OF)))
    {
        end += 1;
    }
    end
}

/// `, a driver aged 31 from the next village,`: to the closing comma; or a lone comma before the verb.
fn aside(items: &[Item], at: usize) -> Option<usize> {
    let next = items.get(at + 1)?;
    if next.is(Tags::PAS.with(Tags::DIE)) && next.is(Tags::VERB) {
        return Some(at + 1);
    }
    let close = items[at + 1..].iter().take(24).position(|i| i.is(Tags::COMMA))? + at + 1;
    let inner = &items[at + 1..close];
    // "the state of Veracruz" holds no verb
    let noun = |at: usize| at > 0 && inner[at - 1].is(Tags::THE.with(Tags::A).with(Tags::POSS));
    let clause = inner.iter().enumerate().any(|(at, i)| {
        i.is(Tags::STOP.with(Tags::SEMI)) || (i.is(Tags::VERB) && i.is(Tags::ACT) && !i.is(Tags::PP) && !noun(at))
    });
    let opens = inner.first().is_some_and(|i| i.is(Tags::REL));
    let joins = inner.first().is_some_and(|i| i.is(Tags::AND.with(Tags::BUT).with(Tags::AFTER)));
    // "a mayor, 45, a former clerk of the town, was shot": the comma closes the one and opens the other
    let plain = inner.len() <= 6 && !inner.iter().any(|i| i.is(Tags::VERB.with(Tags::COLON).with(Tags::REL)));
    let shared = plain
        && items.get(close + 1).is_some_and(|i| {
            i.is(Tags::A.with(Tags::PEOPLE).with(Tags::NAME).with(Tags::REL).with(Tags::OF).with(Tags::FORMER))
        });
    ((!clause || opens) && !joins && !inner.is_empty()).then_some(if shared { close } else { close + 1 })
}

/// `who were guarding the post`: the relative clause with its own verb, up to the next verb.
fn relative(items: &[Item], at: usize) -> Option<usize> {
    let verb = items[at + 1..].iter().take(4).position(|i| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)));
    // "who tried to flee": a verb that no list knows
    let own = verb.or_else(|| items.get(at + 1).filter(|i| i.tags == Tags::WORD).map(|_| 0))? + at + 1;
    // "who were hurt in the blast died later"
    let hurt = items[own].is(Tags::WOUND);
    if items[own].is(Tags::KILL.with(Tags::DIE)) {
        return None;
    }
    let end = own
        + 1
        + items[own + 1..]
            .iter()
            .take(16)
            .position(|i| i.is(Tags::PAS.with(Tags::DIE).with(Tags::STOP).with(Tags::SEMI).with(Tags::COMMA)))?;
    items[end].is(if hurt { Tags::DIE } else { Tags::PAS.with(Tags::DIE) }).then_some(end)
}
