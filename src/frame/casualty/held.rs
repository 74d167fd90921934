//! Attackers whom a number of people holds.
//!
//! Enters: a match and its sentence. Leaves: how many of the people counted attacked, and the words that say so.
//! Example: `killed nine people, including the gunman` holds one.

use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags};
use crate::frame::casualty::side::bearer;
use crate::frame::pattern::Match;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::Population;

/// Attackers named behind `including` next to the people counted.
pub fn included(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> Option<(Option<Quantity>, Span)> {
    let close = items[found.last - 1].tokens.end;
    let after = |from: usize| tokens.get(from..(from + 5).min(tokens.len())).unwrap_or(&[]);
    for words in [after(items[who].tokens.end), after(close)] {
        let own = |t: &Token| matches!(t.norm.as_str(), "himself" | "herself" | "itself");
        if let Some(at) = words.iter().position(own)
            && words.iter().any(|t| matches!(t.norm.as_str(), "including" | "included" | "counting"))
        {
            return Some((Some(Quantity::exact(1)), words[at].span));
        }
    }
    if let Some(held) = listed(items, found, who) {
        return Some(held);
    }
    // "four cooks, the bomber included, were hurt"
    if let [comma, own, word, ..] = items.get(who + 1..).unwrap_or(&[])
        && comma.is(Tags::COMMA)
        && own.people().is_some_and(|p| p.side == Side::Attacker)
        && tokens[word.tokens.clone()].iter().any(|t| t.is("included"))
    {
        return Some((own.quantity(), own.span));
    }
    let inside = items.get(who + 1..found.last).unwrap_or(&[]).iter().find(|i| i.is(Tags::APPOS));
    // "12 were hurt in Lodi, she said, among them two gunmen"
    let rest = items.get(found.last..).unwrap_or(&[]);
    let passed =
        Tags::IN.with(Tags::AT).with(Tags::ON).with(Tags::PLACE).with(Tags::DATE).with(Tags::SITE).with(Tags::THE);
    let far = || rest.iter().take(6).find(|i| !(i.is(passed) || i.is(Tags::APPOS) && i.is(Tags::SAY)));
    let aside = inside.or_else(far).filter(|i| i.is(Tags::APPOS))?;
    let out = |t: &Token| matches!(t.norm.as_str(), "excluding" | "not" | "besides" | "apart" | "than");
    let opens = aside.is(Tags::INCL) || aside.inner.iter().take(3).any(|i| i.is(Tags::INCL));
    if !opens || tokens[aside.tokens.clone()].iter().take(4).any(out) {
        return None;
    }
    aside.inner.iter().enumerate().find_map(|(at, i)| {
        let own = i.people()?;
        // "including the rider, who fired the charge"
        let whose = || bearer(&aside.inner, at, own, tokens);
        let member = if own.parts.is_empty() {
            // "two of them gang members"
            let gang = own.side == Side::Neutral && own.population == Population::Militant;
            Some(i).filter(|_| own.side == Side::Attacker || gang || whose())
        } else {
            own.parts.iter().find(|m| m.people().is_some_and(|p| p.side == Side::Attacker))
        };
        member.map(|m| (m.quantity(), m.span))
    })
}

/// Attackers in a list behind a colon that comes to the number: `nine dead: two clerks, four guards and three attackers`.
fn listed(items: &[Item], found: &Match<'_>, who: usize) -> Option<(Option<Quantity>, Span)> {
    let list = items.get(found.last).filter(|i| i.is(Tags::COLON)).and_then(|_| items.get(found.last + 1)?.people())?;
    let whole = |q: Option<Quantity>| q.and_then(Quantity::printed);
    let attacker = list.parts.iter().find(|m| m.people().is_some_and(|p| p.side == Side::Attacker))?;
    let all = list.parts.iter().map(|m| whole(m.quantity())).try_fold(0, |sum, n| Some(sum + n?));
    (all == whole(items[who].quantity())).then(|| (attacker.quantity(), attacker.span))
}
