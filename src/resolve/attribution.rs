//! Which groups an article connects with an incident, and how.
//!
//! Enters: the assertions of one scene. Leaves: one entry a group with its grade, the claim status, and all claims.
//! Example: suspected in the lede and claiming in the last paragraph is `claimed`.

use crate::frame::claim::Asserted;
use crate::frame::report::Report;
use crate::reference::groups::{GROUPS, Group};
use crate::resolve::mention::{Claim, GroupMention};
use crate::vocabulary::{Attribution, ClaimKind, ClaimStatus, GroupKind, GroupRole, SpeakerKind};

/// Groups, claim status and claims of a scene; `brief` where the article is a sentence or two.
pub fn attribute(
    text: &str,
    reports: &[&Report],
    country: Option<&str>,
    brief: bool,
) -> (Vec<GroupMention>, ClaimStatus, Vec<Claim>) {
    let mut groups: Vec<GroupMention> = Vec::new();
    let mut claims = Vec::new();
    let mut none_yet = false;
    for report in reports {
        claims.extend(boasts(text, report, country));
        for asserted in &report.assertions {
            let state = asserted.group.as_ref().and_then(|g| canonical(g.known, &g.text, country));
            if asserted.kind == ClaimKind::Other && state.is_some_and(|(_, _, kind)| kind != GroupKind::ArmedGroup) {
                continue;
            }
            claims.push(claim(text, report, asserted, country));
            none_yet |= asserted.kind == ClaimKind::NoClaim;
            let Some(grade) = grade(asserted.kind, report) else { continue };
            let Some(name) = &asserted.group else { continue };
            let Some((canonical, short_name, kind)) = canonical(name.known, &name.text, country) else { continue };
            if kind != GroupKind::ArmedGroup {
                continue;
            }
            if let Some(same) = groups.iter_mut().find(|g| g.name == canonical) {
                if order(grade) < order(same.attribution) {
                    same.attribution = grade;
                    same.at = asserted.group.as_ref().map_or_else(|| asserted.span.quote(text), |g| g.span.quote(text));
                }
                continue;
            }
            groups.push(GroupMention {
                name: canonical,
                short_name,
                attribution: grade,
                kind,
                role: GroupRole::Perpetrator,
                at: name.span.quote(text),
            });
        }
    }
    if brief && groups.is_empty() && !none_yet {
        groups.extend(sole(text, reports, country));
    }
    let claimed = groups.iter().any(|g| g.attribution == Attribution::Claimed)
        || claims.iter().any(|c| c.kind == ClaimKind::Responsibility);
    let status = if claimed {
        ClaimStatus::Claimed
    } else if none_yet {
        ClaimStatus::NoneYet
    } else if groups.iter().any(|g| g.attribution == Attribution::Denied) {
        ClaimStatus::Denied
    } else {
        ClaimStatus::NotMentioned
    };
    (groups, status, claims)
}

/// In a report of a sentence or two the only armed group named is the one that attacked or fought.
fn sole(text: &str, reports: &[&Report], country: Option<&str>) -> Option<GroupMention> {
    let mut found: Option<GroupMention> = None;
    for group in reports.iter().flat_map(|r| &r.actors) {
        let Some((name, short_name, kind)) = canonical(group.known, &group.text, country) else { continue };
        if kind != GroupKind::ArmedGroup || group.known.is_none() {
            continue;
        }
        if found.as_ref().is_some_and(|f| f.name != name) {
            return None;
        }
        found = found.or(Some(GroupMention {
            name,
            short_name,
            attribution: Attribution::Stated,
            kind,
            role: GroupRole::Perpetrator,
            at: group.span.quote(text),
        }));
    }
    found
}

/// The first that applies stands.
pub fn order(grade: Attribution) -> u8 {
    match grade {
        Attribution::Claimed => 0,
        Attribution::Denied => 1,
        Attribution::AccusedByAuthorities => 2,
        Attribution::Accused => 3,
        Attribution::Suspected => 4,
        Attribution::Stated => 5,
    }
}

fn grade(kind: ClaimKind, report: &Report) -> Option<Attribution> {
    Some(match kind {
        ClaimKind::Responsibility => Attribution::Claimed,
        ClaimKind::Denial => Attribution::Denied,
        ClaimKind::Accusation => match report.speaker.as_ref().map(|s| s.kind) {
            Some(SpeakerKind::Police | SpeakerKind::Military | SpeakerKind::Government) => {
                Attribution::AccusedByAuthorities
            }
            _ => Attribution::Accused,
        },
        ClaimKind::Suspicion => Attribution::Suspected,
        ClaimKind::Other => Attribution::Stated,
        _ => return None,
    })
}

/// Canonical name, short name and kind of a group; none where the words are no group of that country.
pub fn canonical(known: Option<u16>, text: &str, country: Option<&str>) -> Option<(String, Option<String>, GroupKind)> {
    let Some(group) = known.and_then(|k| GROUPS.get(usize::from(k))) else {
        return Some((text.to_owned(), None, GroupKind::ArmedGroup));
    };
    let at_home = |g: &Group| country.is_none_or(|c| g.countries.is_empty() || g.countries.contains(&c));
    let named = |g: &Group| g.names().any(|n| n.eq_ignore_ascii_case(text));
    let weak = group.name != text && group.weak.iter().any(|n| n.eq_ignore_ascii_case(text));
    let mut chosen = group;
    if (weak || group.ambiguous) && !at_home(group) {
        match GROUPS.iter().find(|g| country.is_some_and(|c| g.countries.contains(&c)) && named(g)) {
            Some(bearer) => chosen = bearer,
            // an acronym or a common word, and the group acts elsewhere
            None if weak => return None,
            None => {}
        }
    }
    Some((chosen.name.to_owned(), Some(chosen.short_name.to_owned()).filter(|s| !s.is_empty()), chosen.kind))
}

fn claim(text: &str, report: &Report, asserted: &Asserted, country: Option<&str>) -> Claim {
    let name = asserted.group.as_ref().and_then(|g| canonical(g.known, &g.text, country)).map(|g| g.0);
    let speaker = report.speaker.as_ref();
    let own = matches!(asserted.kind, ClaimKind::Responsibility | ClaimKind::Denial);
    let (claimant, about) = if own { (name, None) } else { (speaker.map(|s| s.span.of(text).to_owned()), name) };
    Claim {
        kind: asserted.kind,
        claimant,
        claimant_kind: if own { SpeakerKind::Perpetrator } else { speaker.map_or(SpeakerKind::Narrator, |s| s.kind) },
        about,
        low: None,
        high: None,
        at: asserted.span.quote(text),
        rule: asserted.rule.to_owned(),
    }
}

/// The figures that a group gives for its own attack.
fn boasts<'a>(text: &'a str, report: &'a Report, country: Option<&'a str>) -> impl Iterator<Item = Claim> + 'a {
    let speaker = report.speaker.as_ref().filter(|s| s.kind == SpeakerKind::Perpetrator);
    speaker.into_iter().flat_map(move |speaker| {
        let name = report
            .groups
            .iter()
            .filter_map(|g| canonical(g.known, &g.text, country))
            .find(|g| g.2 == GroupKind::ArmedGroup)
            .map(|g| g.0);
        report.casualties.iter().filter(|c| !c.unreal).filter_map(move |casualty| {
            let quantity = casualty.quantity?;
            quantity.printed()?;
            Some(Claim {
                kind: ClaimKind::Figure,
                claimant: name.clone().or_else(|| Some(speaker.span.of(text).to_owned())),
                claimant_kind: SpeakerKind::Perpetrator,
                about: None,
                low: quantity.low,
                high: quantity.high,
                at: casualty.span.quote(text),
                rule: casualty.rule.to_owned(),
            })
        })
    })
}
