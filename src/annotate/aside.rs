//! Asides: what stands in brackets or between commas and breaks a clause.
//!
//! Enters: the items of a sentence. Leaves: the same with each aside folded into one item.
//! Example: `Ten people [, including two children,] were killed`.

use crate::annotate::item::{Item, Value};
use crate::annotate::tag::Tags;

/// Folds every aside.
pub fn fold_asides(items: &[Item]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let end = bracket(items, at)
            .or_else(|| dashes(items, at))
            .or_else(|| including(items, at))
            .or_else(|| speech(items, at))
            .or_else(|| participial(items, at));
        if let Some((end, extra)) = end {
            let inner: Vec<Item> = items[at..end].to_vec();
            let span = inner[0].span.join(inner[inner.len() - 1].span);
            let tokens = inner[0].tokens.start..inner[inner.len() - 1].tokens.end;
            out.push(Item { tokens, span, tags: Tags::APPOS.with(extra), value: Value::None, inner });
            at = end;
        } else {
            out.push(items[at].clone());
            at += 1;
        }
    }
    out
}

/// `( … )`
fn bracket(items: &[Item], at: usize) -> Option<(usize, Tags)> {
    if !items[at].is(Tags::LPAR) {
        return None;
    }
    let close = items[at..].iter().take(30).position(|i| i.is(Tags::RPAR))?;
    Some((at + close + 1, Tags::NONE))
}

/// `six people - four clerks and two gunmen - were killed`: who they were.
fn dashes(items: &[Item], at: usize) -> Option<(usize, Tags)> {
    let counted = |i: &Item| i.is(Tags::PEOPLE.with(Tags::NUM)) && i.quantity().is_some();
    if at == 0 || !items[at].is(Tags::DASH) || !counted(&items[at - 1]) {
        return None;
    }
    // agencies write two hyphens for one dash
    let dash = |at: usize| usize::from(items.get(at + 1).is_some_and(|i| i.is(Tags::DASH)));
    let begin = at + 1 + dash(at);
    if !items.get(begin).is_some_and(counted) {
        return None;
    }
    let close = items[begin..].iter().take(14).position(|i| i.is(Tags::DASH))? + begin;
    let clause = items[begin..close].iter().any(|i| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)));
    (!clause).then_some((close + 1 + dash(close), Tags::INCL))
}

/// `, including two children,` · `, among them a woman,` · `, most of them soldiers,` · `, two of them children,`
fn including(items: &[Item], at: usize) -> Option<(usize, Tags)> {
    let opener = items[at].is(Tags::COMMA.with(Tags::DASH));
    let begin = at + usize::from(opener);
    let first = items.get(begin)?;
    // ", seven children among them,"
    // ", children's among them,"
    let genitive = usize::from(items.get(begin + 1).is_some_and(|i| i.is(Tags::GENITIVE)));
    let among = begin + 1 + genitive;
    let trailing = opener
        && first.is(Tags::PEOPLE.with(Tags::NUM))
        && items.get(among).is_some_and(|i| i.is(Tags::INCL.with(Tags::AMONG)))
        && items.get(among + 1).is_none_or(|i| i.is(Tags::COMMA.with(Tags::STOP).with(Tags::DASH).with(Tags::SEMI)));
    if trailing {
        let close = usize::from(items.get(among + 1).is_some_and(|i| i.is(Tags::COMMA.with(Tags::DASH))));
        return Some((among + 1 + close, Tags::INCL));
    }
    let partitive = opener && first.people().is_some_and(|p| p.partitive);
    if !(first.is(Tags::INCL) || partitive) || (first.is(Tags::INCL) && first.is(Tags::VERB)) {
        return None;
    }
    if at == 0 {
        return None;
    }
    // "seven raiders, of whom five were killed" has a verb of its own
    let own = items.get(begin + 1).is_some_and(|i| i.is(Tags::PEOPLE.with(Tags::NUM)))
        && items.get(begin + 2).is_some_and(|i| i.is(Tags::VERB) && i.is(Tags::PAS.with(Tags::DIE)));
    if first.is(Tags::INCL) && first.tokens.len() == 2 && own {
        return None;
    }
    // "six people including a cook and two guards were killed": the verb is that of the six
    let object = at > 1 && items[at - 2].is(Tags::VERB);
    let adjoins = !opener && !object && items[at - 1].is(Tags::PEOPLE.with(Tags::NUM));
    let mut end = begin + 1;
    while end < items.len() {
        let item = &items[end];
        if item.is(Tags::STOP.with(Tags::SEMI).with(Tags::DASH).with(Tags::RPAR).with(Tags::COLON)) {
            break;
        }
        // "three (naval) guards": a bracket inside the list
        if item.is(Tags::LPAR)
            && let Some(close) = items[end..].iter().take(12).position(|i| i.is(Tags::RPAR))
        {
            end += close + 1;
            continue;
        }
        // "six people, including the rider who blew up the charge, were killed"
        if item.is(Tags::REL)
            && opener
            && let Some(close) = items[end..].iter().take(10).position(|i| i.is(Tags::COMMA.with(Tags::STOP)))
            && items[end + close].is(Tags::COMMA)
            && items
                .get(end + close + 1)
                .is_some_and(|i| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)) && !i.is(Tags::ING))
        {
            return Some((end + close + 1, Tags::INCL));
        }
        // "six people including a nurse died", "… killed in a blast"
        let fate = item.is(Tags::VERB) && (item.is(Tags::DIE) || !opener && item.is(Tags::KILL.with(Tags::WOUND)));
        let finite = item.is(Tags::ACT.with(Tags::PAS).with(Tags::BE).with(Tags::HAVE).with(Tags::MODAL))
            && (!item.is(Tags::PP) || fate);
        if item.is(Tags::COMMA) {
            // the list goes on where more people follow and no verb takes them
            let next = items.get(end + 1);
            let more = next.is_some_and(|n| n.is(Tags::PEOPLE))
                && !items.get(end + 2).is_some_and(|n| n.is(Tags::VERB.with(Tags::BE)));
            if !more {
                return Some((end + 1, Tags::INCL));
            }
        } else if finite
            || (item.is(Tags::AND) && !items.get(end + 1).is_some_and(|n| n.is(Tags::PEOPLE.with(Tags::NUM))))
            || (item.is(Tags::AND)
                && !adjoins
                && items.get(end + 2).is_some_and(|n| n.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE))))
            || item.is(Tags::BUT.with(Tags::REL).with(Tags::AFTER))
        {
            break;
        }
        end += 1;
    }
    (end > begin + 1).then_some((end, Tags::INCL))
}

/// `This faction, suspected of being a splinter group, claimed …`: the clause goes on behind the second comma.
fn participial(items: &[Item], at: usize) -> Option<(usize, Tags)> {
    let open = items[at].is(Tags::COMMA)
        && at > 0
        && items[at - 1].is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::WORD).with(Tags::NAME));
    let verb = items.get(at + 1)?;
    if !open || !verb.is(Tags::SUSPECT) || !verb.is(Tags::PP) {
        return None;
    }
    let close = items[at + 2..].iter().take(12).position(|i| i.is(Tags::COMMA))? + at + 2;
    let finite = items.get(close + 1)?;
    (finite.is(Tags::VERB) && finite.is(Tags::ACT.with(Tags::PAS))).then_some((close + 1, Tags::NONE))
}

/// `, police said,` · `, according to officials,`
fn speech(items: &[Item], at: usize) -> Option<(usize, Tags)> {
    if !items[at].is(Tags::COMMA) {
        return None;
    }
    let close = items[at + 1..].iter().take(9).position(|i| i.is(Tags::COMMA))?;
    let inner = &items[at + 1..at + 1 + close];
    let says = inner.iter().filter(|i| i.is(Tags::SAY)).count() == 1;
    let other =
        inner.iter().any(|i| i.is(Tags::VERB) && !i.is(Tags::SAY) || i.is(Tags::AND.with(Tags::BUT).with(Tags::REL)));
    // "the mayor, said nine clerks, two nurses among them, died": the clerks say nothing
    let told = items.get(at + 2 + close).is_some_and(|i| i.is(Tags::PEOPLE.with(Tags::NUM)) && i.quantity().is_some())
        && items.get(at + 3 + close).is_some_and(|i| i.is(Tags::INCL.with(Tags::AMONG)));
    let said = says
        && !told
        && !other
        && (inner
            .iter()
            .any(|i| i.is(Tags::SPEAKER.with(Tags::PEOPLE).with(Tags::NAME).with(Tags::GROUP).with(Tags::PRON))));
    said.then_some((at + close + 2, Tags::SAY))
}
