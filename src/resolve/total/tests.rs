//! The total can be computed again from the marks alone, as the database's view does.
//!
//! Enters: figures, hand-made and random. Leaves: nothing.
//! Example: `two soldiers` and `a policeman`, both marked as summed, are three.

use super::*;
use crate::span::Span;
use crate::vocabulary::Population;
use proptest::prelude::*;

fn figure(n: (Option<u32>, Option<u32>), party: Party, kind: SpeakerKind, includes: Option<bool>) -> Figure {
    Figure {
        outcome: Outcome::Killed,
        party,
        population: Population::Unknown,
        low: n.0,
        high: n.1,
        qualifier: if n.0.is_none() && n.1.is_none() { Qualifier::Vague } else { Qualifier::Exact },
        scope: Scope::Attack,
        extent: Extent::Total,
        standing: Standing::Stands,
        includes_perpetrators: includes,
        reported_by: (kind != SpeakerKind::Narrator).then(|| kind.code().to_owned()),
        reported_by_kind: kind,
        at: Span::new(0, 0).quote(""),
        rule: "test".to_owned(),
    }
}

fn exact(n: u32) -> Figure {
    figure((Some(n), Some(n)), Party::Victim, SpeakerKind::Narrator, None)
}

/// What a view makes of the marks.
fn from_marks(figures: &[Stated], party: Party) -> Option<Count> {
    let of = |standing: Standing| -> Vec<&Figure> {
        mine(figures, Outcome::Killed, party)
            .into_iter()
            .map(|i| &figures[i].0)
            .filter(|f| f.standing == standing)
            .collect()
    };
    let (stands, summed, disputed) = (of(Standing::Stands), of(Standing::Summed), of(Standing::Disputed));
    assert!(stands.len() <= 1 && (stands.is_empty() || summed.is_empty() && disputed.is_empty()), "one of them stands");
    let mut result = if summed.is_empty() {
        stands.first().or(disputed.first()).map(|f| count(f))?
    } else {
        let add = |bound: fn(&Figure) -> Option<u32>, open: bool| {
            summed
                .iter()
                .filter(|f| open || f.low.is_some() || f.qualifier != Qualifier::Vague)
                .map(|f| bound(f))
                .try_fold(0, |a, b| Some(a + b?))
        };
        let includes = summed.iter().find_map(|f| f.includes_perpetrators);
        Count { low: add(|f| f.low, false), high: add(|f| f.high, true), includes_perpetrators: includes }
    };
    for figure in &disputed {
        result = widen(result, count(figure));
    }
    if party == Party::Victim
        && result.includes_perpetrators == Some(true)
        && let Some(n) = from_marks(figures, Party::Perpetrator).and_then(|c| c.low.or(c.high))
    {
        result = Count {
            low: result.low.map(|l| l.saturating_sub(n)),
            high: result.high.map(|h| h.saturating_sub(n)),
            includes_perpetrators: Some(false),
        };
    }
    Some(result)
}

fn any_figure() -> impl Strategy<Value = Stated> {
    let bounds = prop_oneof![
        (0u32..40).prop_map(|n| (Some(n), Some(n))),
        (1u32..40).prop_map(|n| (Some(n), None)),
        (1u32..40).prop_map(|n| (None, Some(n))),
        (1u32..20, 1u32..20).prop_map(|(a, b)| (Some(a), Some(a + b))),
        Just((None, None)),
    ];
    let party = prop_oneof![4 => Just(Party::Victim), 1 => Just(Party::Perpetrator)];
    let kind = prop_oneof![
        3 => Just(SpeakerKind::Narrator), 1 => Just(SpeakerKind::Police), 1 => Just(SpeakerKind::Government),
        1 => Just(SpeakerKind::Perpetrator), 1 => Just(SpeakerKind::Infobox),
    ];
    let flags = prop::array::uniform13(prop::bool::weighted(0.25));
    (bounds, party, kind, 0usize..4, flags).prop_map(|(n, party, kind, sentence, f)| {
        let includes = (f[0] && party == Party::Victim).then_some(true);
        let circumstance = Circumstance {
            sentence,
            headline: f[1],
            toll: f[2],
            former: f[3],
            further: f[4],
            dissent: f[2] && f[9],
            before: f[3] || f[11],
            told: f[9] && f[1],
            with: f[9] != f[12],
            trade: f[5] != f[7],
            civil: f[6] && f[7],
            force: f[6] && f[5],
            role: f[6] != f[10],
            noun: u32::from(f[6]) + 2 * u32::from(f[8]),
            part: f[5],
            general: f[6],
            definite: f[0],
            bomber: f[7] && party == Party::Perpetrator,
            ordinal: f[7].then_some(3),
            paired: f[12],
            separate: f[11],
            along: f[10],
            also: f[9],
            own_also: f[9] && f[2],
            first: None,
            changed: f[8],
            weak: f[9],
            apart: f[10],
            summing: f[11],
            of_them: f[5] && f[10],
            now: f[7],
            contrary: f[12],
            gunmen: f[12] && party == Party::Perpetrator,
        };
        (figure(n, party, kind, includes), circumstance)
    })
}

proptest! {
    #[test]
    fn the_marks_give_the_total_again(mut figures in prop::collection::vec(any_figure(), 0..9)) {
        let attackers = total(&mut figures, Outcome::Killed, Party::Perpetrator);
        let victims = total(&mut figures, Outcome::Killed, Party::Victim);
        let show = |c: Option<Count>| c.map(|c| (c.low, c.high, c.includes_perpetrators));
        prop_assert_eq!(show(from_marks(&figures, Party::Perpetrator)), show(attackers));
        prop_assert_eq!(show(from_marks(&figures, Party::Victim)), show(victims));
    }
}

fn read(figures: Vec<Stated>) -> Option<(Option<u32>, Option<u32>)> {
    let mut figures = figures;
    total(&mut figures, Outcome::Killed, Party::Victim).map(|c| (c.low, c.high))
}

#[test]
fn a_revised_toll_replaces_the_former_also_downwards() {
    let toll = Circumstance { toll: true, sentence: 1, ..Circumstance::default() };
    assert_eq!(read(vec![(exact(84), Circumstance::default()), (exact(76), toll)]), Some((Some(76), Some(76))));
}

#[test]
fn attackers_in_a_total_are_taken_out() {
    let with = figure((Some(9), None), Party::Victim, SpeakerKind::Narrator, Some(true));
    let them = figure((Some(3), Some(3)), Party::Perpetrator, SpeakerKind::Narrator, None);
    let here = Circumstance::default();
    assert_eq!(read(vec![(with, here), (them, here)]), Some((Some(6), None)));
}

#[test]
fn a_boast_never_widens_the_total() {
    let boast = figure((Some(60), Some(60)), Party::Victim, SpeakerKind::Perpetrator, None);
    assert_eq!(
        read(vec![(exact(12), Circumstance::default()), (boast, Circumstance::default())]),
        Some((Some(12), Some(12)))
    );
}
