//! From an article's figures to one total, by rules that can be told.
//!
//! Enters: the figures of one incident, in order. Leaves: the total, and what became of each figure in it.
//! Example: `84 died` and later `the toll rose to 126` come to 126; the first is superseded.

use crate::resolve::mention::{Count, Figure};
use crate::vocabulary::{Extent, Outcome, Party, Population, Qualifier, Scope, SpeakerKind, Standing};

/// What the sentence says beside the number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstance {
    /// The sentence that states it.
    pub sentence: usize,
    /// In the headline.
    pub headline: bool,
    /// `the toll rose to`: it replaces what was said before.
    pub toll: bool,
    /// `an earlier toll of`: no longer true.
    pub former: bool,
    /// `others`, `another`, `also`: in addition.
    pub further: bool,
    /// A part by its words: an aside, `of them`, `among the dead`.
    pub part: bool,
    /// People in general, or a number alone.
    pub general: bool,
}

/// The total of one outcome and party; marks each figure's extent and standing.
pub fn total(figures: &mut [(Figure, Circumstance)], outcome: Outcome, party: Party) -> Option<Count> {
    let mine: Vec<usize> = (0..figures.len())
        .filter(|&i| {
            let f = &figures[i].0;
            let side = f.party == party
                || (party == Party::Victim && matches!(f.party, Party::Responder | Party::Bystander | Party::Unknown));
            f.outcome == outcome && side && f.scope == Scope::Attack
        })
        .collect();
    for &i in &mine {
        let (figure, circumstance) = &mut figures[i];
        figure.extent = if circumstance.part { Extent::Part } else { Extent::Total };
        figure.standing = if circumstance.part { Standing::Restated } else { Standing::Stands };
        if circumstance.former {
            figure.standing = Standing::Superseded;
        }
    }
    let standing = |figures: &[(Figure, Circumstance)], boast: bool| -> Vec<usize> {
        mine.iter()
            .copied()
            .filter(|&i| {
                let (f, c) = &figures[i];
                !c.part
                    && !c.former
                    && (boast || f.reported_by_kind != SpeakerKind::Perpetrator)
                    && f.reported_by_kind != SpeakerKind::Infobox
            })
            .collect()
    };
    let mut chosen = standing(figures, false);
    if chosen.iter().any(|&i| printed(&figures[i].0).is_some()) {
        // words alone give way to numbers, the headline to the text
        if chosen.iter().any(|&i| !figures[i].1.headline && printed(&figures[i].0).is_some()) {
            let headlines: Vec<usize> = chosen.iter().copied().filter(|&i| figures[i].1.headline).collect();
            for i in headlines {
                figures[i].0.standing = Standing::Restated;
            }
            chosen.retain(|&i| !figures[i].1.headline);
        }
        let worded: Vec<usize> = chosen.iter().copied().filter(|&i| printed(&figures[i].0).is_none()).collect();
        for i in worded {
            figures[i].0.standing = Standing::Restated;
        }
        chosen.retain(|&i| printed(&figures[i].0).is_some());
    }
    let box_figure = mine.iter().copied().find(|&i| figures[i].0.reported_by_kind == SpeakerKind::Infobox);
    if chosen.is_empty() {
        if let Some(i) = box_figure {
            return Some(count(&figures[i].0));
        }
        chosen = standing(figures, true);
    } else if let Some(i) = box_figure {
        figures[i].0.standing = Standing::Restated;
    }
    for &i in &mine {
        if figures[i].0.reported_by_kind == SpeakerKind::Perpetrator && !chosen.contains(&i) {
            figures[i].0.standing = Standing::Restated;
        }
    }
    if chosen.is_empty() {
        return parts_alone(figures, &mine);
    }
    let sum = accumulate(figures, &chosen);
    Some(sum)
}

fn printed(figure: &Figure) -> Option<u32> {
    figure.low.or(figure.high)
}

fn count(figure: &Figure) -> Count {
    Count { low: figure.low, high: figure.high, includes_perpetrators: figure.includes_perpetrators }
}

/// Parts without a total: they add up.
fn parts_alone(figures: &mut [(Figure, Circumstance)], mine: &[usize]) -> Option<Count> {
    let parts: Vec<usize> = mine
        .iter()
        .copied()
        .filter(|&i| figures[i].1.part && !figures[i].1.former && printed(&figures[i].0).is_some())
        .collect();
    let first = *parts.first()?;
    figures[first].0.standing = Standing::Stands;
    Some(count(&figures[first].0))
}

/// Reads the figures in order: restated, revised, added or disputed.
fn accumulate(figures: &mut [(Figure, Circumstance)], chosen: &[usize]) -> Count {
    let mut members: Vec<usize> = vec![chosen[0]];
    let mut disputed: Vec<usize> = Vec::new();
    for &i in &chosen[1..] {
        let now = sum(figures, &members);
        let (figure, circumstance) = (&figures[i].0, figures[i].1);
        let Some(n) = printed(figure) else {
            figures[i].0.standing = Standing::Restated;
            continue;
        };
        let have = now.low.or(now.high).unwrap_or(0);
        let last = members[members.len() - 1];
        let same_sentence = figures[last].1.sentence == circumstance.sentence;
        let kinds = figures[last].0.population != figure.population
            && figure.population != Population::Unknown
            && figures[last].0.population != Population::Unknown;
        let first_kind = figures[members[0]].1.general;
        if circumstance.toll {
            replace(figures, &mut members, i);
        } else if n == have {
            figures[i].0.standing = Standing::Restated;
        } else if n == 0 {
            figures[i].0.standing = Standing::Restated;
        } else if have == 0 {
            replace(figures, &mut members, i);
        } else if members.iter().any(|&m| printed(&figures[m].0) == Some(n)) {
            figures[i].0.standing = Standing::Restated;
        } else if circumstance.further && !(n > have && circumstance.general) {
            members.push(i);
        } else if same_sentence && !first_kind && kinds {
            members.push(i);
        } else if n < have && (!circumstance.general || circumstance.sentence > figures[members[0]].1.sentence) {
            let former = figures[members[0]].1.sentence == circumstance.sentence;
            figures[i].0.extent = Extent::Part;
            figures[i].0.standing = Standing::Restated;
            let _ = former;
        } else if n > have && both_named(figures, last, i) {
            disputed.push(i);
        } else if n > have {
            replace(figures, &mut members, i);
        } else {
            figures[i].0.standing = Standing::Restated;
        }
    }
    let mut result = sum(figures, &members);
    if members.len() > 1 {
        for &m in &members {
            figures[m].0.extent = Extent::Part;
            figures[m].0.standing = Standing::Summed;
        }
    }
    for &d in &disputed {
        figures[d].0.standing = Standing::Disputed;
        for &m in &members {
            figures[m].0.standing = Standing::Disputed;
        }
        let other = count(&figures[d].0);
        result.low = result.low.min(other.low);
        result.high = result.high.max(other.high);
    }
    result
}

fn both_named(figures: &[(Figure, Circumstance)], a: usize, b: usize) -> bool {
    let named = |i: usize| figures[i].0.reported_by.is_some();
    named(a)
        && named(b)
        && figures[a].0.reported_by != figures[b].0.reported_by
        && figures[a].0.reported_by_kind != figures[b].0.reported_by_kind
}

fn replace(figures: &mut [(Figure, Circumstance)], members: &mut Vec<usize>, by: usize) {
    for &m in members.iter() {
        figures[m].0.standing = Standing::Superseded;
    }
    members.clear();
    members.push(by);
}

fn sum(figures: &[(Figure, Circumstance)], members: &[usize]) -> Count {
    let mut low = Some(0);
    let mut high = Some(0);
    let mut includes = None;
    for &m in members {
        let f = &figures[m].0;
        let vague = f.qualifier == Qualifier::Vague && f.low.is_none();
        low = low.zip(f.low).map(|(a, b)| a + b).or(if vague { low } else { None });
        high = high.zip(f.high).map(|(a, b)| a + b);
        includes = includes.or(f.includes_perpetrators);
    }
    if low == Some(0) && members.len() == 1 && figures[members[0]].0.low.is_none() {
        low = None;
    }
    Count { low, high, includes_perpetrators: includes }
}
