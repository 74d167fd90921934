//! A toll that adds up several incidents belongs to none of them.
//!
//! Enters: scenes and reports. Leaves: the figures that are sums, taken out; and the scenes told together as news.
//! Example: under `18 killed in two attacks` six died in the one town and 12 in the other.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::resolve::scene::Scene;
use crate::resolve::scope::event::several;
use crate::resolve::segment::Segment;
use crate::text::Document;
use crate::vocabulary::Outcome;

/// The number that a figure prints.
fn number(casualty: &Casualty, outcome: Outcome) -> Option<u32> {
    // others beside one who is named, or a part, add nothing up
    let beside = matches!(casualty.manner, Yield::Along(_));
    let attackers = casualty.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
    if casualty.outcome != outcome || casualty.unreal || casualty.aside || attackers || beside {
        return None;
    }
    casualty.quantity.and_then(|q| q.low.or(q.high)).filter(|n| *n > 0)
}

/// Takes out the sums, and marks the scenes that they add up.
pub fn drop_sums(document: &Document<'_>, segments: &[Segment], scenes: &mut [Scene], reports: &mut [Report]) {
    drop_totals_of_runs(document, segments, scenes, reports);
    for outcome in [Outcome::Killed, Outcome::Injured] {
        for home in 0..scenes.len() {
            for other in 0..scenes.len() {
                if home != other && near(&scenes[home], &scenes[other]) {
                    let sums = sums(&scenes[home], &scenes[other], reports, outcome);
                    if sums.is_empty() {
                        continue;
                    }
                    let wholes: Vec<u32> =
                        sums.iter().filter_map(|&(s, at)| number(&reports[s].casualties[at], outcome)).collect();
                    for (sentence, at) in sums {
                        reports[sentence].casualties[at].unreal = true;
                    }
                    drop_headline(segments, &scenes[home], reports, outcome, &wholes);
                    let primary = scenes[home].primary || scenes[other].primary;
                    scenes[home].primary = primary;
                    scenes[other].primary = primary;
                }
            }
        }
    }
}

/// `11 dead in separate attacks`: the toll of a run of attacks, where two of them at least are told with tolls of their own.
fn drop_totals_of_runs(document: &Document<'_>, segments: &[Segment], scenes: &[Scene], reports: &mut [Report]) {
    let Some(home) = scenes.iter().position(|s| s.primary) else { return };
    for outcome in [Outcome::Killed, Outcome::Injured] {
        let counted = |scene: &Scene| {
            scene.sentences.iter().any(|&s| reports[s].casualties.iter().any(|c| number(c, outcome).is_some()))
        };
        let others =
            scenes.iter().enumerate().filter(|(i, s)| *i != home && s.primary && near(s, &scenes[home]) && counted(s));
        if others.count() < 2 {
            continue;
        }
        let run = |s: usize| several(&segments[s].items, &document.tokens);
        let totals: Vec<u32> = scenes[home]
            .sentences
            .iter()
            .filter(|&&s| run(s))
            .flat_map(|&s| reports[s].casualties.iter().filter_map(|c| number(c, outcome)))
            .collect();
        for &s in &scenes[home].sentences {
            for casualty in &mut reports[s].casualties {
                casualty.unreal |= number(casualty, outcome).is_some_and(|n| totals.contains(&n));
            }
        }
    }
}

/// `A dozen die in raids` over `13 people died in two raids`: the same sum, roughly.
fn drop_headline(segments: &[Segment], home: &Scene, reports: &mut [Report], outcome: Outcome, wholes: &[u32]) {
    for &s in home.sentences.iter().filter(|&&s| segments[s].sentence == 0) {
        for casualty in &mut reports[s].casualties {
            let rough = |n: u32| wholes.iter().any(|w| n <= *w && n * 10 >= w * 9);
            casualty.unreal |= number(casualty, outcome).is_some_and(rough);
        }
    }
}

/// Told as one run of events: of one day or of none.
fn near(a: &Scene, b: &Scene) -> bool {
    match (a.date, b.date) {
        (Some(x), Some(y)) => x.interval.distance(&y.interval) <= 1,
        _ => true,
    }
}

/// Figures of `home` that are the sum of another of its figures and one of `other`.
fn sums(home: &Scene, other: &Scene, reports: &[Report], outcome: Outcome) -> Vec<(usize, usize)> {
    let told = |scene: &Scene| -> Vec<(usize, usize, u32)> {
        scene
            .sentences
            .iter()
            .flat_map(|&s| {
                let casualties = reports[s].casualties.iter().enumerate();
                casualties.filter_map(move |(at, c)| number(c, outcome).map(|n| (s, at, n)))
            })
            .collect()
    };
    let (own, theirs) = (told(home), told(other));
    let mut out: Vec<(usize, usize)> = own
        .iter()
        .filter(|(s, at, sum)| {
            // "five clerks and their driver" adds to the five of its own scene
            let list = reports[*s].casualties[*at].people.as_ref().and_then(|p| p.parts.first()?.quantity()?.printed());
            let adds = |a: &u32| a != sum && list != Some(*a);
            own.iter().any(|(_, _, a)| adds(a) && theirs.iter().any(|(_, _, b)| b < sum && a + b == *sum))
        })
        .map(|&(s, at, _)| (s, at))
        .collect();
    // "more than 90" over 85 and seven
    let rough = |s: usize, at: usize| reports[s].casualties[at].quantity.is_some_and(|q| q.high.is_none());
    let head = own.first().filter(|(s, at, _)| rough(*s, *at));
    if let Some(&(s, at, sum)) = head
        && out.is_empty()
        && sum > 20
        && own
            .iter()
            .any(|(_, _, a)| *a < sum && theirs.iter().any(|(_, _, b)| (sum..sum + sum / 20 + 1).contains(&(a + b))))
    {
        out.push((s, at));
    }
    out
}
