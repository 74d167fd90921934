//! From scenes to mentions: the article's account of each incident.
//!
//! Enters: the scenes and reports of an article. Leaves: mentions in the order of the text.
//! Example: the Daraban article gives Daraban (primary) and Peshawar (background).

use crate::frame::casualty::Casualty;
use crate::frame::report::Report;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, Place, PlaceKind};
use crate::resolve::attribution::Inquiry;
use crate::resolve::calendar::{Anchors, Interval};
use crate::resolve::cue::cue;
use crate::resolve::deed::of_its_kind;
use crate::resolve::figure::{Setting, figures};
use crate::resolve::gate;
use crate::resolve::infobox::Infobox;
use crate::resolve::landscape::Landscape;
use crate::resolve::mention::{Count, Figure, Location, Mention, MentionDate};
use crate::resolve::method::{Background, attack_types};
use crate::resolve::nation::Countries;
use crate::resolve::outcome::outcome;
use crate::resolve::scene::Scene;
use crate::resolve::segment::Segment;
use crate::resolve::things::{Harm, targets, weapons};
use crate::resolve::total::{Circumstance, total};
use crate::resolve::wording::searched;
use crate::span::Span;
use crate::text::{BlockKind, Document};
use crate::vocabulary::{
    AttackType, ClaimStatus, DateBasis, DatePrecision, Outcome, Party, PlacePrecision, TargetKind,
};

/// What the accounts of one article share.
pub struct Shared<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Parts of sentences.
    pub segments: &'a [Segment],
    /// One report a segment.
    pub reports: &'a [Report],
    /// Countries named.
    pub countries: &'a Countries,
    /// The article's own date.
    pub anchors: Anchors,
    /// Where things are.
    pub land: Landscape<'a>,
    /// The infobox, where there is one.
    pub infobox: Option<Infobox>,
    /// The article is about politics: an attack has to be told in full.
    pub wary: bool,
}

/// The account of one scene; `heard` are the sentences whose claims are about it.
pub fn account(shared: &Shared<'_>, scene: &Scene, heard: &[usize], leading: bool) -> Option<Mention> {
    let document = shared.document;
    let text = document.text;
    let reports: Vec<&Report> = scene.sentences.iter().map(|&s| &shared.reports[s]).collect();
    let infobox = shared.infobox.as_ref().filter(|_| leading);
    let mut stated = stated(shared, scene);
    if let Some(infobox) = infobox {
        stated.extend(infobox.figures.iter().cloned());
    }
    let killed = total(&mut stated, Outcome::Killed, Party::Victim);
    let injured = total(&mut stated, Outcome::Injured, Party::Victim);
    let mut perpetrators_killed = total(&mut stated, Outcome::Killed, Party::Perpetrator);
    if perpetrators_killed.is_some_and(|c| c.low.is_none() && c.high.is_none()) {
        perpetrators_killed = None;
    }
    let mut location = shared.land.locate(scene);
    if let Some(boxed) = infobox.and_then(|b| b.location(text, shared.countries)) {
        location = Some(merge(boxed, location));
    }
    if let Some(location) = &mut location {
        bare_area(location);
    }
    let date = date(shared, scene, infobox);
    let background = Background { killed: killed.as_ref().and_then(|c| c.low).unwrap_or(0), anchor: scene.anchor };
    let how = if document.is_dispatch() { of_its_kind(&reports) } else { reports.clone() };
    let (mut types, suicide) = attack_types(text, &how, background);
    if let Some(infobox) = infobox {
        infobox.add_types(text, &mut types);
    }
    let country = location
        .as_ref()
        .and_then(|l| l.country_code.as_deref())
        .map(str::to_owned)
        .or_else(|| shared.countries.most().map(str::to_owned));
    let heard: Vec<&Report> = heard.iter().map(|&s| &shared.reports[s]).collect();
    let brief = document.sentences.len() <= 3;
    let inquiry = Inquiry { text, country: country.as_deref(), brief, history: !scene.primary };
    let (mut groups, claim_status, claims) = inquiry.attribute(&heard);
    if groups.is_empty() && claim_status == ClaimStatus::NotMentioned && document.is_dispatch() {
        groups.extend(inquiry.guerrillas(&reports, shared.reports));
    }
    let forces = inquiry.forces(&heard, &groups);
    groups.extend(forces);
    if let Some(infobox) = infobox {
        infobox.add_groups(text, &mut groups, country.as_deref());
    }
    if types.is_empty() {
        types.push(crate::resolve::mention::TypedAttack { code: AttackType::Other, at: scene.anchor.quote(text) });
    }
    let taken = types
        .iter()
        .any(|t| matches!(t.code, AttackType::Kidnapping | AttackType::HostageTaking | AttackType::Hijacking));
    let exactly = |c: Option<&Count>| c.map_or(Some(0), |c| c.low.filter(|low| c.high == Some(*low)));
    let lone = exactly(killed.as_ref()).zip(exactly(injured.as_ref())).is_some_and(|(k, i)| k + i == 1);
    let blown =
        |code| matches!(code, AttackType::Bombing | AttackType::Ied | AttackType::Arson | AttackType::MortarOrRocket);
    let only_taken = types.iter().any(|t| t.code == AttackType::Kidnapping) && !types.iter().any(|t| blown(t.code));
    let harm = Harm { taken, only_taken, lone };
    let (weapons, targets) = (weapons(text, &reports, harm), targets(text, &reports, harm));
    let site = targets.iter().find(|t| t.kind == TargetKind::Facility).map(|t| t.text.clone());
    if let Some(location) = &mut location {
        location.site = site.or(location.site.take());
    }
    let casualties: Vec<Figure> = stated.into_iter().map(|(f, _)| f).collect();
    let nothing =
        killed.is_none() && injured.is_none() && perpetrators_killed.is_none() && location.is_none() && date.is_none();
    let late = scene.primary && scene.sentences.first().is_some_and(|&s| s > 1);
    let nobody = killed.is_none() && injured.is_none() && casualties.iter().all(|c| c.high == Some(0));
    let bare = targets.is_empty() && (nobody || late);
    if !gate::bears(document, scene, &reports, nothing, shared.wary) || bare && gate::hearsay(document, scene, &reports)
    {
        return None;
    }
    let harm = |c: &Figure| {
        matches!(c.outcome, Outcome::Killed | Outcome::Injured | Outcome::Abducted)
            && c.party != Party::Perpetrator
            && c.high != Some(0)
    };
    let outcome = outcome(
        scene.sentences.iter().map(|&s| document.tokens_of(&document.sentences[shared.segments[s].sentence])),
        casualties.iter().any(harm),
    );
    Some(Mention {
        anchor: scene.anchor.quote(text),
        primary: scene.primary,
        date,
        location,
        attack_types: types,
        suicide,
        outcome,
        weapons,
        targets,
        killed: killed.filter(|c| c.low.is_some() || c.high.is_some()),
        injured: injured.filter(|c| c.low.is_some() || c.high.is_some()),
        perpetrators_killed,
        groups,
        claim_status,
        casualties,
        claims,
    })
}

fn stated(shared: &Shared<'_>, scene: &Scene) -> Vec<(Figure, Circumstance)> {
    let document = shared.document;
    let mut out = Vec::new();
    for &index in &scene.sentences {
        let sentence = &document.sentences[shared.segments[index].sentence];
        let report = &shared.reports[index];
        let cue = cue(document.tokens_of(sentence));
        let headline = document.blocks[sentence.block].kind == BlockKind::Title;
        let raid = index > 2
            && !scene.sentences.contains(&(index - 1))
            && searched(shared.reports[index - 1].words.of(document.text));
        let setting = Setting { sentence: index, headline, cue, raid };
        for casualty in &report.casualties {
            out.extend(figures(document.text, report, casualty, setting));
        }
        // "nine people, including a suicide bomber": the bomber is told
        let told = |at: &Span| {
            out.iter().any(|(f, _)| {
                f.party == Party::Perpetrator
                    && f.outcome == Outcome::Killed
                    && at.overlaps(Span::new(f.at.start, f.at.end))
                    && f.at.end - f.at.start <= at.end - at.start
            })
        };
        let bombers: Vec<&Casualty> = report.bombers.iter().filter(|c| !told(&c.span)).collect();
        for casualty in bombers {
            out.extend(figures(document.text, report, casualty, setting));
        }
    }
    out
}

fn date(shared: &Shared<'_>, scene: &Scene, infobox: Option<&Infobox>) -> Option<MentionDate> {
    let text = shared.document.text;
    let stated = scene.date.map(|d| (d.interval, d.span));
    let boxed = infobox.and_then(|b| b.date);
    let best = match (boxed, stated) {
        (Some(b), _) => Some(b),
        (None, s) => s,
    };
    if let Some((interval, span)) = best {
        return Some(written(text, interval, span));
    }
    if !scene.primary {
        return None;
    }
    let basis = if shared.anchors.by_dateline { DateBasis::Dateline } else { DateBasis::Published };
    let published = shared.anchors.published.map(|d| Interval::day(d, basis)).or(shared.anchors.around)?;
    Some(written(text, published, scene.anchor))
}

fn written(text: &str, interval: Interval, span: Span) -> MentionDate {
    let quote = span.quote(text);
    let precision = if interval.precision == DatePrecision::Range && interval.start == interval.end {
        DatePrecision::Day
    } else {
        interval.precision
    };
    MentionDate {
        start: interval.start.to_string(),
        end: interval.end.to_string(),
        precision,
        basis: interval.basis,
        quote: quote.quote,
        start_byte: quote.start,
        end_byte: quote.end,
    }
}

/// The text names a place inside the area, or inside the district whose name a town bears.
fn inside(text: &Location, boxed: &Location) -> bool {
    boxed.place.is_some() && text.place != boxed.place && (text.admin2 == boxed.place || text.admin1 == boxed.place)
}

/// The infobox's place with what the text adds.
fn merge(boxed: Location, text: Option<Location>) -> Location {
    let Some(text) = text else { return boxed };
    let finer = text.country_code == boxed.country_code
        && (text.precision.is_some_and(|p| boxed.precision.is_none_or(|b| p < b)) || inside(&text, &boxed));
    if finer {
        Location { admin1: text.admin1.clone().or(boxed.admin1), admin2: text.admin2.clone().or(boxed.admin2), ..text }
    } else {
        boxed
    }
}

/// A province is no place in it, unless a town bears its name.
fn bare_area(location: &mut Location) {
    let name = location.admin1.clone().unwrap_or_default();
    if location.precision != Some(PlacePrecision::Admin1) || location.place.as_deref() != Some(&name) {
        return;
    }
    let code = location.country_code.as_deref();
    let town = |p: &Place| p.kind == PlaceKind::Populated && Some(p.country_code) == code && p.population > 50_000;
    if !gazetteer::lookup(&fold(&name)).iter().any(town) {
        location.place = None;
    }
}
