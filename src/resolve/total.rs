//! From an article's figures to one total, by rules that can be told.
//!
//! Enters: the figures of one incident, in order. Leaves: the total, and what became of each figure in it.
//! Example: `84 died` and later `the toll rose to 126` come to 126; the first is superseded.
//!
//! The marks say it all, so that a view comes to the same total: summed figures add up, or else one stands; disputed
//! ones widen it to the lowest and highest; superseded and restated ones do not count. A total that holds attackers
//! loses their own total.

mod choice;
mod circumstance;
mod reading;

pub use circumstance::Circumstance;

use crate::resolve::mention::{Count, Figure};
use crate::resolve::total::choice::chosen;
use crate::resolve::total::reading::accumulate;
use crate::vocabulary::{Extent, Outcome, Party, Qualifier, Scope, SpeakerKind, Standing};

type Stated = (Figure, Circumstance);

/// The figures that count for one outcome and party.
fn mine(figures: &[Stated], outcome: Outcome, party: Party) -> Vec<usize> {
    (0..figures.len())
        .filter(|&i| {
            let f = &figures[i].0;
            let side = f.party == party
                || (party == Party::Victim && matches!(f.party, Party::Responder | Party::Bystander | Party::Unknown));
            f.outcome == outcome && side && f.scope == Scope::Attack
        })
        .collect()
}

/// The total of one outcome and party; marks each figure's extent and standing.
pub fn total(figures: &mut [Stated], outcome: Outcome, party: Party) -> Option<Count> {
    let mine = mine(figures, outcome, party);
    for &i in &mine {
        let (figure, circumstance) = &mut figures[i];
        figure.extent = if circumstance.part { Extent::Part } else { Extent::Total };
        figure.standing = if circumstance.former { Standing::Superseded } else { Standing::Restated };
    }
    unpart(figures, &mine);
    let mine = firm(figures, mine, outcome, party);
    let chosen = chosen(figures, &mine);
    let found = if chosen.is_empty() {
        let stated = |former: bool| {
            mine.iter().copied().find(|&i| {
                let (f, c) = &figures[i];
                (c.part || former) && c.former == former && printed(f).is_some()
            })
        };
        let first = stated(false).or_else(|| stated(true))?;
        figures[first].0.standing = Standing::Stands;
        count(&figures[first].0)
    } else {
        let headline = mine.iter().filter(|&&i| figures[i].1.headline).find_map(|&i| printed(&figures[i].0));
        accumulate(figures, &chosen, headline)
    };
    let found = including(figures, &mine, found);
    Some(if party == Party::Victim { less_attackers(figures, outcome, &mine, found) } else { found })
}

/// `300 slept there; 108 of them died`: a part of those who slept, and the number of the dead, where none were told
/// before it.
fn unpart(figures: &mut [Stated], mine: &[usize]) {
    for &i in mine {
        let (figure, circumstance) = &figures[i];
        let n = printed(figure);
        let told = |j: &usize| {
            let (other, before) = &figures[*j];
            *j != i
                && !before.weak
                && !in_box(other)
                && before.sentence <= circumstance.sentence
                && (printed(other).is_some() && !before.former || !before.headline)
        };
        let alone = figure.outcome == Outcome::Killed
            && circumstance.part
            && circumstance.of_them
            && !circumstance.definite
            && n.is_some_and(|n| n > 2)
            && !mine.iter().any(told);
        if alone {
            figures[i].1.part = false;
            figures[i].0.extent = Extent::Total;
        }
    }
}

/// Without the weak ones, where anything firmer is stated: another figure, or that the stabbed died.
fn firm(figures: &[Stated], mut mine: Vec<usize>, outcome: Outcome, party: Party) -> Vec<usize> {
    let counted = |f: &Figure| printed(f).is_some_and(|n| n > 0);
    let dead = outcome == Outcome::Injured
        && figures.iter().any(|(f, c)| f.outcome == Outcome::Killed && f.party == party && counted(f) && !c.former);
    let other = mine.iter().any(|&i| {
        let (f, c) = &figures[i];
        !c.weak && (counted(f) && f.qualifier != Qualifier::Vague || c.part)
    });
    if dead || other {
        // bodies that one speaker counted stand beside another's toll
        let toll = |f: &Figure| {
            mine.iter().any(|&i| {
                let (o, c) = &figures[i];
                !c.weak
                    && !c.part
                    && o.reported_by.is_some()
                    && o.reported_by != f.reported_by
                    && printed(o) < printed(f)
                    && printed(o).zip(printed(f)).is_some_and(|(a, b)| a * 2 > b)
            })
        };
        let kept: Vec<bool> =
            mine.iter().map(|&i| !figures[i].1.weak || figures[i].1.told && toll(&figures[i].0)).collect();
        let mut keep = kept.into_iter();
        mine.retain(|_| keep.next().unwrap_or(true));
    }
    mine
}

/// Stated by the infobox.
fn in_box(figure: &Figure) -> bool {
    figure.reported_by_kind == SpeakerKind::Infobox
}

fn printed(figure: &Figure) -> Option<u32> {
    figure.low.or(figure.high)
}

fn count(figure: &Figure) -> Count {
    Count { low: figure.low, high: figure.high, includes_perpetrators: figure.includes_perpetrators }
}

/// Another statement of the same number says that it holds the attackers.
fn including(figures: &mut [Stated], mine: &[usize], found: Count) -> Count {
    let same = |f: &Figure| printed(f).is_some() && printed(f) == found.low.or(found.high);
    let told = mine.iter().any(|&i| figures[i].0.includes_perpetrators == Some(true) && same(&figures[i].0));
    let Some(&one) = mine.iter().find(|&&i| figures[i].0.standing == Standing::Stands).filter(|_| told) else {
        return found;
    };
    figures[one].0.includes_perpetrators = Some(true);
    Count { includes_perpetrators: Some(true), ..found }
}

/// A total with the attackers in it, where their own number is known.
fn less_attackers(figures: &mut [Stated], outcome: Outcome, mine: &[usize], found: Count) -> Count {
    if found.includes_perpetrators != Some(true) {
        return found;
    }
    // its own words say how many: "22 (including 3 perpetrators)"
    let whole = mine.iter().map(|&i| &figures[i].0).find(|f| f.standing == Standing::Stands);
    let held = whole.and_then(|w| {
        let inside = |f: &&Figure| {
            f.party == Party::Perpetrator
                && f.outcome == outcome
                && w.at.start < w.at.end
                && f.at.start >= w.at.start
                && f.at.end <= w.at.end
        };
        figures.iter().map(|(f, _)| f).filter(inside).map(|f| f.low).reduce(|a, b| Some(a? + b?)).flatten()
    });
    let told = held.or_else(|| total(figures, outcome, Party::Perpetrator).and_then(|c| c.low.or(c.high)));
    match told {
        Some(n) => Count {
            low: found.low.map(|l| l.saturating_sub(n)),
            high: found.high.map(|h| h.saturating_sub(n)),
            includes_perpetrators: Some(false),
        },
        None => found,
    }
}

/// From the lowest to the highest.
fn widen(a: Count, b: Count) -> Count {
    let low = a.low.or(a.high).min(b.low.or(b.high));
    Count {
        low,
        high: a.high.or(a.low).max(b.high.or(b.low)),
        includes_perpetrators: a.includes_perpetrators.or(b.includes_perpetrators),
    }
}

/// The sum of figures; open where one of them is.
fn sum(figures: &[Stated], members: &[usize]) -> Count {
    let parts: Vec<&Figure> = members.iter().map(|&m| &figures[m].0).collect();
    if let [only] = parts.as_slice() {
        return count(only);
    }
    let vague = |f: &Figure| f.qualifier == Qualifier::Vague && f.low.is_none();
    let low = parts.iter().filter(|f| !vague(f)).map(|f| f.low).try_fold(0, |a, b| Some(a + b?));
    let high = parts.iter().map(|f| f.high).try_fold(0, |a, b| Some(a + b?));
    Count { low, high, includes_perpetrators: parts.iter().find_map(|f| f.includes_perpetrators) }
}

#[cfg(test)]
mod tests;
