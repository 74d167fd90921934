//! Which figures may make a total.
//!
//! Enters: the figures of one outcome and party. Leaves: those that are read for the total, in order.
//! Example: of `dozens died` and `31 died` only the 31, of a headline and the text only the text.

use super::{Stated, in_box, printed};
use crate::resolve::mention::Figure;
use crate::resolve::total::Circumstance;
use crate::vocabulary::{Party, Qualifier, SpeakerKind};

/// The figures that may make the total, in order: numbers before words, the text before its headline, anybody before
/// the perpetrator, and the infobox where the text has none.
pub(super) fn chosen(figures: &[Stated], mine: &[usize]) -> Vec<usize> {
    let of = |wanted: &dyn Fn(&Figure, &Circumstance) -> bool| -> Vec<usize> {
        mine.iter().copied().filter(|&i| wanted(&figures[i].0, &figures[i].1)).collect()
    };
    let whole = |c: &Circumstance| !c.part && !c.former;
    let boasted = |f: &Figure| f.reported_by_kind == SpeakerKind::Perpetrator;
    let boxed = in_box;
    let numbered = |list: &[usize]| list.iter().any(|&i| printed(&figures[i].0).is_some());
    let mut chosen = of(&|f, c| whole(c) && !boasted(f) && !boxed(f) && !c.bomber);
    let more = chosen.iter().all(|&i| figures[i].1.further)
        || chosen.iter().all(|&i| figures[i].1.gunmen || figures[i].1.further)
        || of(&|_, c| c.bomber).iter().all(|&i| figures[i].1.further);
    if numbered(&chosen) && more {
        // "a second bomber was shot dead"
        chosen = of(&|f, c| whole(c) && !boasted(f) && !boxed(f) && (c.bomber || printed(f).is_some()));
        // "two blew themselves up, and the third was shot dead"
        if chosen.iter().any(|&i| figures[i].1.ordinal.is_some()) {
            chosen.sort_by_key(|&i| figures[i].1.ordinal.is_some());
        }
    } else if !numbered(&chosen) {
        let bombers = of(&|f, c| whole(c) && !boasted(f) && c.bomber);
        if !bombers.is_empty() {
            chosen = bombers;
        }
    }
    // the editors of an encyclopedia settled on the number in the box, but one with attackers in it is no toll of victims
    let held = figures.iter().filter(|(f, _)| f.party == Party::Perpetrator && boxed(f)).find_map(|(f, _)| printed(f));
    // several attackers in the box are all that died
    let several = |&&i: &&usize| {
        let f = &figures[i].0;
        f.party == Party::Perpetrator && boxed(f) && printed(f).is_some_and(|n| n > 1)
    };
    if let Some(&all) = mine.iter().find(several) {
        return vec![all];
    }
    let text = chosen.iter().filter_map(|&i| printed(&figures[i].0)).max();
    // unless it says how many attackers, and the text tells of fewer victims than are left
    let more = |f: &Figure| held.zip(printed(f)).is_some_and(|(a, n)| text.is_some_and(|t| t + a < n));
    let plain = |f: &Figure| boxed(f) && printed(f).is_some() && (f.includes_perpetrators != Some(true) || more(f));
    if let Some(&boxed) = of(&|f, c| plain(f) && whole(c)).first() {
        return vec![boxed];
    }
    // a number outweighs `dozens`, unless it is plainly a few of them
    let worded = |f: &Figure| f.qualifier == Qualifier::Vague;
    let firm = |list: &[usize]| {
        list.iter().filter(|&&i| !worded(&figures[i].0)).filter_map(|&i| printed(&figures[i].0)).max().unwrap_or(0)
    };
    let vague = chosen.iter().filter(|&&i| worded(&figures[i].0)).filter_map(|&i| figures[i].0.low).max().unwrap_or(0);
    if firm(&chosen) * 2 >= vague && vague > 0 {
        chosen.retain(|&i| !worded(&figures[i].0));
    }
    if numbered(&chosen) {
        chosen.retain(|&i| printed(&figures[i].0).is_some());
        let (heads, body): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|&&i| figures[i].1.headline);
        let most = |list: &[usize]| list.iter().filter_map(|&i| printed(&figures[i].0)).max();
        // a headline that says more than the text sums up what the text tells in parts
        let summed = most(&heads) > most(&body) && !body.iter().any(|&i| figures[i].1.toll);
        return if body.is_empty() || summed && !heads.is_empty() { heads } else { body };
    }
    let boxes = of(&|f, _| boxed(f));
    if let Some(&first) = boxes.first() {
        return vec![first];
    }
    if chosen.is_empty() { of(&|_, c| whole(c)) } else { chosen }
}
