//! From an article's figures to one total, by rules that can be told.
//!
//! Enters: the figures of one incident, in order. Leaves: the total, and what became of each figure in it.
//! Example: `84 died` and later `the toll rose to 126` come to 126; the first is superseded.
//!
//! The marks say it all, so that a view comes to the same total: summed figures add up, or else one stands; disputed
//! ones widen it to the lowest and highest; superseded and restated ones do not count. A total that holds attackers
//! loses their own total.

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
    /// The words say that the toll changed: `rose`, `now`, `revised`.
    pub changed: bool,
    /// A speaker of its own puts another number beside the one told: `hospitals speak of 40`.
    pub dissent: bool,
    /// Stabbed, or killed as a pronoun: gives way to any stated number.
    pub weak: bool,
    /// `had spoken of`: overtaken, where it is the smaller number.
    pub before: bool,
    /// Bodies that somebody says were counted.
    pub told: bool,
    /// One more blow: `another bomb`, `shortly afterwards`.
    pub apart: bool,
    /// `the first killed ten and the second seven`.
    pub paired: bool,
    /// `additionally`, `elsewhere`: another attack by its words.
    pub separate: bool,
    /// The sentence speaks of several attacks at once.
    pub summing: bool,
    /// Attackers who came on foot: a bomber beside them is one more.
    pub gunmen: bool,
    /// `the third`: no more than three with those told before.
    pub ordinal: Option<u32>,
    /// `along with eight others`: beside the figure of the same sentence.
    pub along: bool,
    /// `also`, `as well`: somebody else was killed too.
    pub also: bool,
    /// The noun for the people, as a number: two nouns differ where the numbers do; 0 where no plain noun counts.
    pub noun: u32,
    /// The first number of a list: `five engineers and their driver` holds five.
    pub first: Option<u32>,
    /// `an earlier toll of`: no longer true.
    pub former: bool,
    /// `others`, `another`, `also`: in addition.
    pub further: bool,
    /// A part by its words: an aside, `of them`, `among the dead`.
    pub part: bool,
    /// People in general, or a number alone.
    pub general: bool,
    /// `the six attackers`, `all of them`.
    pub definite: bool,
    /// A bomber, counted by the bomb: gives way to a stated number of dead attackers.
    pub bomber: bool,
}

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

/// The figures that may make the total, in order: numbers before words, the text before its headline, anybody before
/// the perpetrator, and the infobox where the text has none.
fn chosen(figures: &[Stated], mine: &[usize]) -> Vec<usize> {
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

/// Reads the figures in order: restated, revised, added or disputed.
///
/// What the headline bears out is not replaced by a larger number that no word of change introduces.
fn accumulate(figures: &mut [Stated], chosen: &[usize], headline: Option<u32>) -> Count {
    let mut members: Vec<usize> = vec![chosen[0]];
    let mut disputed: Vec<usize> = Vec::new();
    for &i in &chosen[1..] {
        let now = sum(figures, &members);
        let (figure, circumstance) = (&figures[i].0, figures[i].1);
        let Some(n) = printed(figure) else { continue };
        let have = now.low.or(now.high).unwrap_or(0);
        let last = members[members.len() - 1];
        let same_sentence = figures[last].1.sentence == circumstance.sentence;
        let kinds = figures[last].0.population != figure.population
            && figure.population != Population::Unknown
            && figures[last].0.population != Population::Unknown;
        let first = figures[members[0]].1;
        // "a guard suffered a cut and a fisherman was struck": somebody else, by the noun
        let two = same_sentence
            && circumstance.noun != 0
            && members.iter().all(|&m| figures[m].1.noun != 0 && figures[m].1.noun != circumstance.noun)
            && !first.general
            && !circumstance.toll
            && !circumstance.headline;
        // "five engineers and their driver" tells more than "five engineers"
        let fuller = n > have && circumstance.first == Some(have) && !circumstance.further;
        let known = members.iter().any(|&m| printed(&figures[m].0) == Some(n));
        let attackers = figure.party == Party::Perpetrator && first.definite != circumstance.definite;
        // "55 others were injured" counts beside the dead of the same sentence, not beside earlier injured
        let beside = figure.outcome == Outcome::Injured
            && figures.iter().any(|(f, c)| f.outcome == Outcome::Killed && c.sentence == circumstance.sentence);
        // "the ministry said ten were hurt; medics said five more": no two of a kind
        let quarrel = circumstance.further && both_named(figures, last, i);
        let further = circumstance.further && (!beside || same_sentence) && !quarrel;
        let circumstance = Circumstance { further, ..circumstance };
        // another blow of the same story, told right behind the first
        let site = circumstance.apart
            && !same_sentence
            && circumstance.sentence <= figures[last].1.sentence + 2
            && !members.iter().any(|&m| {
                let c = &figures[m].1;
                c.summing && !circumstance.separate || c.headline || c.toll
            })
            && headline.is_none_or(|h| h > have)
            && !circumstance.toll
            && n > 0
            && figure.party != Party::Perpetrator;
        // "the minister was shot; his driver was killed as well"
        let too = circumstance.also
            && !first.general
            && (!circumstance.general || circumstance.first.is_some())
            && !circumstance.toll
            && !same_sentence
            && circumstance.sentence <= figures[last].1.sentence + 3
            && figure.party != Party::Perpetrator
            && (kinds || have == 1);
        let bomber = figure.party == Party::Perpetrator
            && members.iter().all(|&m| figures[m].1.bomber != circumstance.bomber)
            && (circumstance.gunmen || members.iter().all(|&m| figures[m].1.gunmen))
            && !circumstance.further;
        let restated =
            !two && n == have && (!circumstance.further || n > 2) || n == 0 || known && !circumstance.further;
        // "the figure was nine. One more died": the one is in the total of ten
        let counted = circumstance.further
            && !same_sentence
            && figures.iter().any(|(f, c)| {
                f.outcome == figure.outcome
                    && f.party == figure.party
                    && c.former
                    && printed(f) == Some(have.saturating_sub(n))
            });
        // "two died on the spot, four others later": both in the six told before
        let told = |j: usize| {
            !members.contains(&j)
                && figures[j].1.sentence > figures[last].1.sentence
                && figures[j].1.sentence <= circumstance.sentence
        };
        let before =
            chosen.iter().copied().filter(|&j| j != i && told(j)).filter_map(|j| printed(&figures[j].0)).last();
        let shared =
            circumstance.further && n < have && before.is_some_and(|b| b < have && b + n <= have && b + n + 1 >= have);
        // a number of its own league, or larger than what the headline bears out, belongs to another story
        let quarrels = n != have
            && both_named(figures, last, i)
            && (circumstance.general || circumstance.toll)
            && n * 2 > have
            && have * 2 > n
            && !circumstance.changed
            && !circumstance.further
            && !figures[last].1.changed;
        let foreign = n > have && (headline == Some(have) || first.general && have > 4 && n > 3 * have);
        if circumstance.along && !same_sentence || circumstance.ordinal.is_some_and(|k| have >= k) || counted || shared
        {
            figures[i].0.extent = Extent::Part;
        } else if site || bomber || too || circumstance.paired && same_sentence && figure.party != Party::Perpetrator {
            members.push(i);
        } else if circumstance.before && n < have {
            figures[i].0.standing = Standing::Superseded;
        } else if (quarrels || circumstance.dissent && n > 0 && have > 0 && !circumstance.further) && !restated {
            disputed.push(i);
        } else if attackers && !circumstance.further {
            // "all six attackers" outweighs any count of militants
            if circumstance.definite {
                replace(figures, &mut members, i);
            }
        } else if fuller
            || circumstance.toll && (circumstance.changed || !both_named(figures, last, i))
            || (have == 0 && n > 0)
        {
            replace(figures, &mut members, i);
        } else if !restated
            && (circumstance.further && (n <= have || !circumstance.general || same_sentence)
                || same_sentence && !first.general && kinds
                || two && !circumstance.general)
        {
            members.push(i);
        } else if restated || foreign {
            // as marked: restated
        } else if n < have
            && circumstance.general
            && n * 2 > have
            && headline != Some(have)
            && both_named(figures, last, i)
        {
            disputed.push(i);
        } else if n < have && (!circumstance.general || circumstance.sentence > first.sentence) {
            figures[i].0.extent = Extent::Part;
        } else if n > have && both_named(figures, last, i) {
            disputed.push(i);
        } else if n > have {
            replace(figures, &mut members, i);
        }
    }
    settle(figures, &members, &disputed)
}

/// Marks the figures that make the total, and adds them up.
fn settle(figures: &mut [Stated], members: &[usize], disputed: &[usize]) -> Count {
    let mut result = sum(figures, members);
    for &m in members {
        if members.len() > 1 {
            figures[m].0.extent = Extent::Part;
            figures[m].0.standing = Standing::Summed;
        } else {
            figures[m].0.standing = if disputed.is_empty() { Standing::Stands } else { Standing::Disputed };
        }
    }
    for &d in disputed {
        figures[d].0.standing = Standing::Disputed;
        result = widen(result, count(&figures[d].0));
    }
    result
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

fn both_named(figures: &[Stated], a: usize, b: usize) -> bool {
    let named = |i: usize| figures[i].0.reported_by.is_some();
    // two of no office are two people where their names share no word
    let kinds = (figures[a].0.reported_by_kind, figures[b].0.reported_by_kind);
    let strangers = || {
        let words = |i: usize| figures[i].0.reported_by.iter().flat_map(|s| s.split_whitespace()).collect::<Vec<_>>();
        kinds.0 == SpeakerKind::Other && !words(a).iter().any(|w| words(b).contains(w))
    };
    named(a) && named(b) && figures[a].0.reported_by != figures[b].0.reported_by && (kinds.0 != kinds.1 || strangers())
}

fn replace(figures: &mut [Stated], members: &mut Vec<usize>, by: usize) {
    for &m in members.iter() {
        figures[m].0.standing = Standing::Superseded;
    }
    members.clear();
    members.push(by);
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
