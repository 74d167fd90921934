//! Which groups an article connects with an incident, and how.
//!
//! Enters: the assertions of one scene. Leaves: one entry a group with its grade, the claim status, and all claims.
//! Example: suspected in the lede and claiming in the last paragraph is `claimed`.

use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::claim::Asserted;
use crate::frame::report::Report;
use crate::reference::groups::{GROUPS, Group};
use crate::resolve::mention::{Claim, GroupMention, named_as};
use crate::resolve::testimony::rows;
use crate::vocabulary::{Attribution, ClaimKind, ClaimStatus, GroupKind, GroupRole, Outcome, Population, SpeakerKind};

/// What is known of an incident when its groups are asked for.
#[derive(Clone, Copy)]
pub struct Inquiry<'a> {
    /// The article.
    pub text: &'a str,
    /// Where the attack was, ISO 3166 alpha-2.
    pub country: Option<&'a str>,
    /// The article is a sentence or two.
    pub brief: bool,
    /// The article recalls the attack.
    pub history: bool,
}

impl Inquiry<'_> {
    /// Groups, claim status and claims, from the sentences that are heard for the incident.
    pub fn attribute(&self, reports: &[&Report]) -> (Vec<GroupMention>, ClaimStatus, Vec<Claim>) {
        let mut groups: Vec<GroupMention> = Vec::new();
        let mut tied: Vec<GroupMention> = Vec::new();
        let mut withdrawn: Vec<String> = Vec::new();
        let mut claims = Vec::new();
        let mut none_yet = false;
        for report in reports {
            claims.extend(rows(self.text, report, self.country));
            for asserted in &report.assertions {
                let named = asserted.group.as_ref().and_then(|g| canonical(g.known, &g.text, self.country));
                let state = named.as_ref().is_some_and(|(_, _, kind)| *kind != GroupKind::ArmedGroup);
                let bare = asserted.group.as_ref().is_some_and(|g| abroad(g.known, &g.text, self.country));
                if asserted.kind == ClaimKind::Other && (state || bare) {
                    continue;
                }
                claims.push(claim(self.text, report, asserted, self.country));
                none_yet |= asserted.kind == ClaimKind::NoClaim;
                let Some(grade) = self.grade(asserted, report) else { continue };
                let Some((name, (canonical, short_name, kind))) = asserted.group.as_ref().zip(named) else { continue };
                if kind != GroupKind::ArmedGroup {
                    continue;
                }
                if asserted.rule == "withdrawn" {
                    withdrawn.push(canonical.clone());
                }
                let list = if asserted.rule == "affiliated" { &mut tied } else { &mut groups };
                if let Some(same) = list.iter_mut().find(|g| g.name == canonical) {
                    if order(grade) < order(same.attribution) {
                        same.attribution = grade;
                        same.at = name.span.quote(self.text);
                        same.named_as = named_as(&same.name, &same.at).or(same.named_as.take());
                    }
                    continue;
                }
                let at = name.span.quote(self.text);
                list.push(GroupMention {
                    named_as: named_as(&canonical, &at),
                    name: canonical,
                    short_name,
                    attribution: grade,
                    kind,
                    role: GroupRole::Perpetrator,
                    at,
                });
            }
        }
        for group in groups.iter_mut().filter(|g| withdrawn.contains(&g.name)) {
            group.attribution = Attribution::Denied;
        }
        branches(&mut groups, self.country);
        if groups.is_empty() && self.brief {
            groups = tied;
        }
        if groups.is_empty() && !none_yet {
            groups.extend(self.fallen(reports));
        }
        if self.brief && groups.is_empty() && !none_yet {
            groups.extend(self.sole(reports));
        }
        let status = status(&groups, &claims, none_yet);
        (groups, status, claims)
    }

    /// In a report of a sentence or two the only armed group named is the one that attacked or fought; failing that, the one
    /// against which the police or soldiers who were hurt were sent out, or from which people fled, is suspected.
    fn sole(&self, reports: &[&Report]) -> Option<GroupMention> {
        // a sentence that tells of no violence tells of no attacker
        let violent = reports.iter().filter(|r| !(r.triggers.is_empty() && r.casualties.is_empty()));
        let acted = self.only(violent.flat_map(|r| &r.actors), Attribution::Stated);
        let forces = |c: &Casualty| {
            let forces = [Population::Police, Population::Military, Population::Paramilitary, Population::Mixed];
            c.people.as_ref().is_some_and(|p| p.side != Side::Attacker && forces.contains(&p.population))
        };
        let hurt = reports.iter().any(|r| r.casualties.iter().any(forces));
        acted.or_else(|| {
            let named = reports.iter().flat_map(|r| &r.groups);
            let foes = named.filter(|g| hurt && opposed(self.text, g, AGAINST) || opposed(self.text, g, FLEEING));
            self.only(foes, Attribution::Suspected)
        })
    }

    /// The group whose men died or were taken in the attack.
    fn fallen(&self, reports: &[&Report]) -> Option<GroupMention> {
        let lost =
            |c: &&Casualty| matches!(c.outcome, Outcome::Killed | Outcome::Injured | Outcome::Captured) && !c.unreal;
        let men = reports.iter().flat_map(|r| &r.casualties).filter(lost).filter_map(|c| c.people.as_ref());
        self.only(men.filter(|p| p.side == Side::Attacker).filter_map(|p| p.group.as_ref()), Attribution::Stated)
    }

    /// A dispatch says `the guerrillas` for the only armed group of the country that it names.
    pub fn guerrillas(&self, scene: &[&Report], article: &[Report]) -> Option<GroupMention> {
        let told = |words: &str| {
            let words = words.to_lowercase();
            ["guerrilla", "rebel", "subversive", "insurgent", "urban commando"].iter().any(|w| words.contains(w))
        };
        let came = scene.iter().flat_map(|r| &r.attackers).any(|a| told(a.of(self.text)));
        let home = |g: &&GroupName| {
            let known = g.known.and_then(|k| GROUPS.get(usize::from(k)));
            known.zip(self.country).is_some_and(|(k, c)| k.kind == GroupKind::ArmedGroup && k.countries.contains(&c))
        };
        came.then(|| self.only(article.iter().flat_map(|r| &r.groups).filter(home), Attribution::Suspected)).flatten()
    }

    /// The forces of a state, and the bands without a name, that are charged with the attack, or that the article shows as the
    /// attackers where no group is known to be.
    pub fn forces(&self, reports: &[&Report], groups: &[GroupMention]) -> Vec<GroupMention> {
        let mut out: Vec<GroupMention> = Vec::new();
        for (report, force) in reports.iter().flat_map(|r| r.forces.iter().map(move |f| (r, f))) {
            let authorities = [SpeakerKind::Police, SpeakerKind::Military, SpeakerKind::Government];
            let official = report.speaker.as_ref().is_some_and(|s| authorities.contains(&s.kind));
            let attribution = match force.asserted {
                ClaimKind::Accusation if official => Attribution::AccusedByAuthorities,
                ClaimKind::Accusation => Attribution::Accused,
                _ if !groups.is_empty() => continue,
                _ => Attribution::Stated,
            };
            let name = force.name.text.clone();
            let one = |g: &GroupMention| g.name.contains(&name) || name.contains(&g.name);
            if out.iter().any(one) {
                continue;
            }
            let at = force.name.span.quote(self.text);
            out.push(GroupMention {
                name,
                short_name: None,
                named_as: None,
                attribution,
                kind: force.kind,
                role: GroupRole::Perpetrator,
                at,
            });
        }
        out
    }

    fn only<'g>(&self, names: impl Iterator<Item = &'g GroupName>, attribution: Attribution) -> Option<GroupMention> {
        let mut found: Option<GroupMention> = None;
        for group in names {
            let Some((name, short_name, kind)) = canonical(group.known, &group.text, self.country) else { continue };
            if kind != GroupKind::ArmedGroup || group.known.is_none() {
                continue;
            }
            if found.as_ref().is_some_and(|f| f.name != name) {
                return None;
            }
            let at = group.span.quote(self.text);
            let role = GroupRole::Perpetrator;
            let named_as = named_as(&name, &at);
            found = found.or(Some(GroupMention { name, short_name, named_as, attribution, kind, role, at }));
        }
        found
    }

    fn grade(&self, asserted: &Asserted, report: &Report) -> Option<Attribution> {
        let authorities = [SpeakerKind::Police, SpeakerKind::Military, SpeakerKind::Government];
        let official = report.speaker.as_ref().is_some_and(|s| authorities.contains(&s.kind));
        Some(match asserted.kind {
            ClaimKind::Responsibility => Attribution::Claimed,
            ClaimKind::Denial => Attribution::Denied,
            ClaimKind::Accusation if official => Attribution::AccusedByAuthorities,
            ClaimKind::Accusation => Attribution::Accused,
            // "it has in the past claimed the bombing": of that bombing it is a claim
            ClaimKind::Suspicion if self.history && asserted.rule == "record" && claims(self.text, asserted) => {
                Attribution::Claimed
            }
            ClaimKind::Suspicion => Attribution::Suspected,
            ClaimKind::Other if asserted.rule == "member" && official => Attribution::AccusedByAuthorities,
            ClaimKind::Other => Attribution::Stated,
            _ => return None,
        })
    }
}

/// A bare name beside the one branch of that name which acts there is that branch's: `IS` where the police named its Khorasan
/// branch.
fn branches(groups: &mut Vec<GroupMention>, country: Option<&str>) {
    let home = |name: &str| {
        GROUPS.iter().find(|g| g.name == name).is_some_and(|g| country.is_some_and(|c| g.countries.contains(&c)))
    };
    let of = |whole: &str, name: &str| name.strip_prefix(whole).is_some_and(|rest| rest.starts_with(" \u{2013} "));
    for at in 0..groups.len() {
        let mut limbs = (0..groups.len()).filter(|&k| of(&groups[at].name, &groups[k].name) && home(&groups[k].name));
        let (Some(limb), None) = (limbs.next(), limbs.next()) else { continue };
        if order(groups[at].attribution) < order(groups[limb].attribution) {
            groups[limb].attribution = groups[at].attribution;
            groups[limb].at = groups[at].at.clone();
        }
        groups.remove(at);
        return;
    }
}

/// The words of a record hold a claim.
fn claims(text: &str, asserted: &Asserted) -> bool {
    asserted.span.of(text).split_whitespace().any(|w| w.starts_with("claim"))
}

/// `an operation against the Taliban`, `battling the Taliban`
const AGAINST: &[&str] = &["against", "battling", "fighting", "combating", "combatting"];
/// `trying to flee the Taliban`
const FLEEING: &[&str] = &["flee", "fleeing", "escape", "escaping"];

/// One of the words stands right before the group's name.
fn opposed(text: &str, group: &GroupName, words: &[&str]) -> bool {
    let mut before = text[..group.span.start].split_whitespace().rev().take(4).map(str::to_lowercase);
    before.any(|w| words.contains(&w.as_str()))
}

fn status(groups: &[GroupMention], claims: &[Claim], none_yet: bool) -> ClaimStatus {
    let graded = |grade| groups.iter().any(|g| g.attribution == grade);
    let stands = |c: &Claim| {
        let taken_back =
            groups.iter().any(|g| g.attribution == Attribution::Denied && Some(&g.name) == c.claimant.as_ref());
        c.kind == ClaimKind::Responsibility && !taken_back
    };
    if graded(Attribution::Claimed) || claims.iter().any(stands) {
        ClaimStatus::Claimed
    } else if none_yet {
        ClaimStatus::NoneYet
    } else if graded(Attribution::Denied)
        || claims.iter().any(|c| c.kind == ClaimKind::Denial && c.rule == "state_denies")
    {
        ClaimStatus::Denied
    } else {
        ClaimStatus::NotMentioned
    }
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
            // a common word, and the group acts elsewhere; an acronym that attacked is still the group's
            // "Ansar al-Haqq" is a name wherever it stands, though not of the group elsewhere that bears it
            None if weak && text.contains('-') && text.contains(' ') => {
                return Some((text.to_owned(), None, GroupKind::ArmedGroup));
            }
            None if weak && !group.names().any(|n| n.eq_ignore_ascii_case(text) && acronym(n)) => return None,
            None => {}
        }
    }
    Some((chosen.name.to_owned(), Some(chosen.short_name.to_owned()).filter(|s| !s.is_empty()), chosen.kind))
}

/// An acronym of a group that acts elsewhere: a deed alone does not show that it is the group's and no other body's.
fn abroad(known: Option<u16>, text: &str, country: Option<&str>) -> bool {
    known.and_then(|k| GROUPS.get(usize::from(k))).is_some_and(|g| {
        let weak = g.name != text && g.weak.iter().any(|n| n.eq_ignore_ascii_case(text));
        weak && acronym(text) && country.is_some_and(|c| !g.countries.is_empty() && !g.countries.contains(&c))
    })
}

/// Two capitals or more and nothing but capitals: `ELN`, `IS`.
fn acronym(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 1 && !text.chars().any(char::is_lowercase)
}

fn claim(text: &str, report: &Report, asserted: &Asserted, country: Option<&str>) -> Claim {
    let name = asserted.group.as_ref().and_then(|g| canonical(g.known, &g.text, country)).map(|g| g.0);
    // "police blamed the group, which has announced …": what the accused does behind the charge is no charge of its own
    let speaker =
        report.speaker.as_ref().filter(|s| s.kind != SpeakerKind::Perpetrator || s.span.start < asserted.span.start);
    let own = matches!(asserted.kind, ClaimKind::Responsibility | ClaimKind::Denial);
    let (claimant, about) = if own { (name, None) } else { (speaker.map(|s| s.span.of(text).to_owned()), name) };
    // the accused accuse somebody else
    let counter = asserted.kind == ClaimKind::Accusation && speaker.is_some_and(|s| s.kind == SpeakerKind::Perpetrator);
    Claim {
        kind: if counter { ClaimKind::CounterAccusation } else { asserted.kind },
        claimant,
        claimant_kind: if own { SpeakerKind::Perpetrator } else { speaker.map_or(SpeakerKind::Narrator, |s| s.kind) },
        about,
        low: None,
        high: None,
        at: asserted.span.quote(text),
        rule: asserted.rule.to_owned(),
    }
}
