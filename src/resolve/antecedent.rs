//! Which group `it`, `the group` and `its spokesman` stand for, and whose bare name a name is.
//!
//! Enters: the reports of an article, in order. Leaves: the same with the groups filled in.
//! Example: after `Boko Haram attacked a town`, `The group said it had killed 12` is a claim of Boko Haram.

use crate::annotate::Tags;
use crate::annotate::item::GroupName;
use crate::frame::claim::{Asserted, group_of};
use crate::frame::report::Report;
use crate::frame::speaker::Speaker;
use crate::reference::groups::GROUPS;
use crate::resolve::segment::Segment;
use crate::span::Span;
use crate::text::Document;
use crate::vocabulary::{ClaimKind, GroupKind, SpeakerKind};

/// How many sentences back a group may have been said to do something.
const REACH: usize = 6;
/// How many sentences back a group may have been named in passing.
const NEAR: usize = 2;

/// Fills in the groups that words refer back to.
pub fn bind(document: &Document<'_>, segments: &[Segment], reports: &mut [Report]) {
    let text = document.text;
    specify(reports);
    let topic = topic(reports);
    let known = sole(reports);
    let mut last: Option<(usize, GroupName)> = None;
    let mut named: Option<(usize, GroupName)> = None;
    let mut quoted: Option<Speaker> = None;
    let mut sentence = usize::MAX;
    // every armed group that has done something so far, and every one named: if there is but one, it is meant
    let mut met: [Vec<GroupName>; 2] = Default::default();
    for (index, report) in reports.iter_mut().enumerate() {
        if let Some(deed) = relative(segments, index) {
            report.assertions.push(deed);
        }
        let spoken: Vec<Span> = report.assertions.iter().filter_map(|a| a.group.as_ref()).map(|g| g.span).collect();
        for asserted in &mut report.assertions {
            if !asserted.back {
                continue;
            }
            // of the sentence's own groups only one named before the words
            let here = report.actors.iter().rfind(|g| armed(g) && g.span.end <= asserted.span.start).cloned();
            let within = |found: &Option<(usize, GroupName)>, reach| {
                found.as_ref().filter(|(at, _)| index - at <= reach).map(|(_, g)| g.clone())
            };
            // "they killed" is said of those who acted just before, "it killed" of a group named in the sentence
            let first = text[asserted.span.start..].split_whitespace().next().map(str::to_lowercase);
            if asserted.kind == ClaimKind::Other
                && let Some(pronoun @ ("they" | "it")) = first.as_deref()
            {
                asserted.group = here
                    .or_else(|| within(&last, 1).filter(|_| pronoun == "they"))
                    .or_else(|| within(&named, 1).filter(|_| asserted.rule == "stated_it"));
                continue;
            }
            let sole = met.iter().find(|m| !m.is_empty()).filter(|m| m.len() == 1);
            let only = sole.filter(|_| first.as_deref() != Some("it")).map(|m| m[0].clone());
            let lone = || known.as_ref().filter(|_| asserted.kind != ClaimKind::Other).cloned();
            let acted = within(&last, REACH).or_else(|| topic.clone()).or(only).or_else(lone);
            // "the militants attacked": a group that did something before, not one named in passing
            let deed = asserted.kind == ClaimKind::Other;
            // "the Red Dawn said its men had staged it": of the sentence's own group
            let own = matches!(first.as_deref(), Some("its" | "their" | "one" | "the"));
            let own = own && here.as_ref().is_some_and(|g| spoken.contains(&g.span));
            asserted.group = if deed && own {
                here
            } else if deed {
                acted.or(here)
            } else {
                here.or_else(|| within(&named, NEAR)).or(acted)
            };
        }
        // without a group only a claim says something
        report.assertions.retain(|a| a.group.is_some() || !a.back);
        if let Some(speaker) = &mut report.speaker {
            let words = speaker.span.of(text).to_lowercase();
            let whose = ["its ", "their ", "the group"].iter().any(|w| words.starts_with(w))
                || text[..speaker.span.start].to_lowercase().ends_with("its ");
            let near = named.as_ref().is_some_and(|(at, _)| index - at <= 2);
            if whose
                && near
                && !matches!(speaker.kind, SpeakerKind::Police | SpeakerKind::Military | SpeakerKind::Hospital)
            {
                speaker.kind = SpeakerKind::Perpetrator;
            }
        }
        // "It put the dead at 20": the group that spoke just before
        if report.speaker.is_none()
            && let [subject, verb, ..] = segments[index].items.as_slice()
            && subject.is(Tags::PRON)
            && matches!(subject.span.of(text), "It" | "They")
            && matches!(verb.span.of(text), "put" | "said" | "claimed" | "gave")
            && last.as_ref().is_some_and(|(at, _)| *at + 1 == index)
        {
            report.speaker = Some(Speaker { span: subject.span, kind: SpeakerKind::Perpetrator });
        }
        // a quotation that runs on is said by whom it began with
        let fresh = segments[index].sentence != sentence;
        sentence = segments[index].sentence;
        if fresh && report.speaker.is_none() {
            report.speaker.clone_from(&quoted);
        }
        if fresh {
            let before = quoted.is_some();
            let open = runs_on(document.sentences[sentence].span.of(text), before);
            quoted = if open { report.speaker.clone().or(quoted) } else { None };
        }
        for (met, names) in met.iter_mut().zip([&report.actors, &report.groups]) {
            for group in names.iter().filter(|g| armed(g)) {
                if !met.iter().any(|m| same(m, group)) {
                    met.push(group.clone());
                }
            }
        }
        let actor = report.assertions.iter().filter(|a| a.kind != ClaimKind::Denial).find_map(|a| a.group.clone());
        if let Some(group) = actor.filter(armed) {
            last = Some((index, group.clone()));
            named = Some((index, group));
        } else if let Some(group) = report.actors.iter().find(|g| armed(g)) {
            named = Some((index, group.clone()));
        }
    }
}

/// `…, which killed 12 in May`, cut off from the clause that ends with the group's name.
fn relative(segments: &[Segment], index: usize) -> Option<Asserted> {
    let before = segments.get(index.checked_sub(1)?)?;
    let segment = &segments[index];
    let mut items = segment.items.iter().filter(|i| !i.is(Tags::COMMA));
    let (pronoun, verb) = (items.next()?, items.next()?);
    let deed =
        Tags::ATTACK.with(Tags::KILL).with(Tags::EXPLODE).with(Tags::ABDUCT).with(Tags::SHOOT).with(Tags::CONDUCT);
    if before.sentence != segment.sentence || !pronoun.is(Tags::REL) || !(verb.is(deed) && verb.is(Tags::ACT)) {
        return None;
    }
    let named = before.items.iter().rev().find(|i| !i.is(Tags::COMMA.with(Tags::APPOS)))?;
    let group = group_of(named).filter(|g| armed(g))?.clone();
    let span = pronoun.span.join(verb.span);
    Some(Asserted { kind: ClaimKind::Other, group: Some(group), back: false, span, rule: "stated" })
}

/// A quotation is open at the end of a sentence; `open` at its start.
fn runs_on(sentence: &str, open: bool) -> bool {
    sentence.chars().fold(open, |open, c| match c {
        '"' => !open,
        '\u{201c}' => true,
        '\u{201d}' => false,
        _ => open,
    })
}

/// The armed group that the article names most, if more than once.
fn topic(reports: &[Report]) -> Option<GroupName> {
    let all: Vec<&GroupName> = reports.iter().flat_map(|r| &r.actors).filter(|g| armed(g)).collect();
    let count = |g: &GroupName| all.iter().filter(|o| same(g, o)).count();
    let most = all.iter().map(|g| count(g)).max().filter(|n| *n > 1)?;
    all.iter().find(|g| count(g) == most).map(|g| (*g).clone())
}

fn same(a: &GroupName, b: &GroupName) -> bool {
    if a.known.is_some() { a.known == b.known } else { a.text == b.text }
}

/// The one armed group that the article names as an actor.
fn sole(reports: &[Report]) -> Option<GroupName> {
    let mut all = reports.iter().flat_map(|r| &r.actors).filter(|g| armed(g));
    let first = all.next()?;
    let same = |g: &GroupName| if first.known.is_some() { first.known == g.known } else { first.text == g.text };
    all.all(same).then(|| first.clone())
}

fn armed(group: &GroupName) -> bool {
    group.known.and_then(|k| GROUPS.get(usize::from(k))).is_none_or(|g| g.kind == GroupKind::ArmedGroup)
}

/// A bare name that a group named in full also bears is that group's: `Taliban` after `Pakistani Taliban`.
fn specify(reports: &mut [Report]) {
    let mut named: Vec<(u16, String)> = Vec::new();
    for group in reports.iter().flat_map(|r| &r.groups) {
        if let Some(known) = group.known {
            named.push((known, group.text.to_lowercase()));
        }
    }
    let mut swaps: Vec<(u16, u16)> = Vec::new();
    for (bare, _) in &named {
        let group = &GROUPS[usize::from(*bare)];
        let name = group.name.to_lowercase();
        if !group.ambiguous || name.contains(' ') || named.iter().any(|(k, t)| k == bare && *t != name) {
            continue;
        }
        let bearer = named.iter().map(|(k, _)| *k).find(|k| {
            k != bare
                && GROUPS[usize::from(*k)].names().any(|alias| {
                    let alias = alias.to_lowercase();
                    alias.split_whitespace().count() == 2 && alias.ends_with(&format!(" {name}"))
                })
        });
        if let Some(bearer) = bearer {
            swaps.push((*bare, bearer));
        }
    }
    let swap = |group: &mut GroupName| {
        if let Some((_, to)) = swaps.iter().find(|(from, _)| Some(*from) == group.known) {
            group.known = Some(*to);
        }
    };
    for report in reports {
        report.groups.iter_mut().chain(report.actors.iter_mut()).for_each(swap);
        report.assertions.iter_mut().filter_map(|a| a.group.as_mut()).for_each(swap);
    }
}
