//! Whether a scene is an attack.
//!
//! Enters: the reports of a scene. Leaves: yes or no.
//! Example: `the killings of past years` is none; `the killing of two priests on Monday` is one.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::{Part, Report};
use crate::resolve::scene::Scene;
use crate::text::{BlockKind, Document};
use crate::vocabulary::{AttackType, Outcome, TargetKind};

/// Articles of fewer words are notes: what they say in general terms is still what happened.
const NOTE: usize = 160;

/// A scene that is an attack: somebody did something somewhere to somebody, and not only `killings` in general.
///
/// `wary`: the article is about something else, and the attack needs more signs; `nothing`: the scene has neither a toll nor a place nor a date.
pub fn bears(document: &Document<'_>, scene: &Scene, reports: &[&Report], nothing: bool, wary: bool) -> bool {
    // "the crash was the rebels' work"
    let blamed = reports.iter().any(|r| !r.actors.is_empty() || !r.attackers.is_empty());
    let told: Vec<&Report> = reports.iter().copied().filter(|r| !otherwise(document.text, r, blamed)).collect();
    let reports = told.as_slice();
    let sure = reports.iter().flat_map(|r| &r.triggers).any(|t| t.sure && !(t.noun && t.plural));
    let any = reports.iter().any(|r| !r.triggers.is_empty());
    let victims = reports.iter().any(|r| victims(r));
    let fallen =
        reports.iter().flat_map(|r| &r.casualties).any(|c| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker));
    // fighters killed in a raid or a clash, and no word of what they did: an operation of the state
    let fight = reports.iter().flat_map(|r| &r.triggers).all(|t| t.noun && t.types == [AttackType::ArmedAssault]);
    // "four suicide bombers were killed before they could attack": begun and stopped
    let bombers = reports.iter().flat_map(|r| &r.casualties).filter_map(|c| c.people.as_ref()).any(|p| {
        p.side == Side::Attacker
            && p.count.is_some()
            && p.noun.of(document.text).to_lowercase().contains("suicide bomber")
    });
    if !victims && !bombers && ((fallen && fight) || !sure && (fallen || !any)) {
        return false;
    }
    let note = document.tokens.len() < NOTE;
    if !note && operation(document.text, reports) {
        return false;
    }
    let titled = document.blocks.first().is_some_and(|b| b.kind == BlockKind::Title) && scene.sentences.contains(&0);
    let needed = match (note, titled && scene.primary, nothing) {
        (true, ..) | (_, true, false) => 0,
        (_, true, true) => 1,
        // an entry's label says when or where
        _ if scene.labelled => 1,
        // what an article opens with is its news
        _ if scene.primary && scene.sentences.first().is_some_and(|s| *s < 2) => 1,
        _ => 2,
    };
    let most = reports.iter().map(|r| signs(r)).max().unwrap_or(0);
    // the dead in one sentence, the hurt in another
    let tolls = reports.iter().filter(|r| r.casualties.iter().any(counted)).count();
    let signs = if scene.primary && sure { most.max(tolls.min(2)) } else { most };
    // news whose toll and day stand in two sentences
    let placed = !scene.primary && scene.places.iter().any(|(_, p)| p.led && p.there() && !p.candidates.is_empty());
    let dated = (scene.primary || placed) && sure && tolls > 0 && scene.date.is_some();
    let signs = if dated { signs.max(2) } else { signs };
    // "hours later a mast was toppled": on the day of the news
    let site = |r: &Report| r.targets.iter().any(|t| t.struck && t.kind != TargetKind::Person);
    let beside = scene.further && sure && scene.date.is_some() && reports.iter().any(|r| site(r));
    let signs = if beside && signs == 1 { 2 } else { signs };
    signs >= if wary { needed.max(3) } else { needed }
}

/// A dispatch in capitals that speaks of an attack and neither of whom nor what it struck: `THE ATTACK WAS CONDEMNED`.
pub fn hearsay(document: &Document<'_>, scene: &Scene, reports: &[&Report]) -> bool {
    let deed = |r: &Report| r.triggers.iter().any(|t| t.sure && !t.noun);
    let whole = |r: &Report| deed(r) && (!r.attackers.is_empty() || r.weapons.iter().any(|w| w.part == Part::Used));
    let news = scene.sentences.first().is_some_and(|s| *s < 2) && reports.iter().take(2).any(|r| whole(r));
    document.is_dispatch() && !scene.labelled && !news && reports.iter().all(|r| r.suicide.is_none())
}

/// What troops and fighters have with each other, whoever began it.
const FIGHTS: &[&str] = &["clash", "encounter", "firefight", "gunfight", "gun battle", "gunbattle", "offensive"];

/// `Troops killed five fighters`, and only then a soldier who fell: an operation of the state, as nothing tells of a deed of theirs.
fn operation(text: &str, reports: &[&Report]) -> bool {
    let harmed = |c: &&Casualty| !c.unreal && matches!(c.outcome, Outcome::Killed | Outcome::Injured);
    let first = reports.iter().flat_map(|r| &r.casualties).find(harmed).and_then(|c| c.people.as_ref());
    let deed = reports.iter().flat_map(|r| &r.triggers).any(|t| {
        let words = t.span.of(text).to_lowercase();
        !t.noun || !FIGHTS.iter().any(|w| words.contains(w))
    });
    !deed && first.is_some_and(|p| p.side == Side::Attacker) && reports.iter().all(|r| r.suicide.is_none())
}

/// So many die in wars and years, not in one attack.
const WAR: u32 = 5000;

/// Killed by a crash or a quake for which nobody is `blamed`, or by hundreds in a war.
fn otherwise(text: &str, report: &Report, blamed: bool) -> bool {
    let words = report.words.of(text).to_lowercase();
    let any = |list: &[&str]| words.split(|c: char| !c.is_alphabetic()).any(|w| list.contains(&w));
    let method = report.triggers.iter().any(|t| !t.types.is_empty() || t.noun && t.sure);
    let accident = any(&[
        "crash",
        "crashed",
        "accident",
        "collision",
        "collided",
        "derailed",
        "derailment",
        "earthquake",
        "landslide",
        "avalanche",
        "hurricane",
        "cyclone",
        "floods",
        "flooding",
        "drowned",
        "capsized",
        "mechanical",
        "epidemic",
    ]);
    let many = report.casualties.iter().any(|c| c.quantity.is_some_and(|q| q.low.is_some_and(|n| n >= 140)));
    let war = any(&["fighting", "offensive", "clashes", "war", "combat", "operations"]) && many;
    let meant = !report.attackers.is_empty() || report.suicide.is_some() || !report.weapons.is_empty();
    accident && !method && !meant && !blamed || war && !method
}

/// Victims with a number, or of a kind that is named.
fn victims(report: &Report) -> bool {
    report.casualties.iter().any(|c| {
        !c.unreal
            && matches!(c.outcome, Outcome::Killed | Outcome::Injured | Outcome::Abducted)
            && c.people.as_ref().is_none_or(|p| p.side != Side::Attacker)
            && (c.people.is_some() || c.quantity.is_some())
            && c.quantity.is_none_or(|q| q.high != Some(0) && q.low.is_none_or(|n| n < WAR))
    })
}

/// So many victims.
fn counted(casualty: &Casualty) -> bool {
    !casualty.unreal
        && casualty.quantity.is_some_and(|q| q.low.or(q.high).is_some_and(|n| n < 1000))
        && casualty.people.as_ref().is_none_or(|p| p.side != Side::Attacker)
}

/// How many things a sentence tells of one attack: when, where, who, whom, with what, how many.
fn signs(report: &Report) -> usize {
    let attack = report.triggers.iter().any(|t| !(t.noun && t.plural));
    let sum = |c: &Casualty| c.quantity.is_some_and(|q| q.low.is_some_and(|n| n >= WAR));
    if report.casualties.iter().any(sum) {
        return 0;
    }
    if !attack && !victims(report) {
        return 0;
    }
    let counted = report.casualties.iter().any(counted);
    let struck = report.targets.iter().any(|t| t.struck && (t.named || t.kind != TargetKind::Person));
    // "the murder of the priests": people whom the reader knows
    let known =
        report.casualties.iter().any(|c| {
            !c.unreal && c.people.as_ref().is_some_and(|p| p.side != Side::Attacker && (p.definite || p.named))
        }) || report.targets.iter().any(|t| t.struck && t.named);
    [
        counted,
        struck,
        known,
        report.dates.iter().any(|(_, _, said)| !said),
        report.places.iter().any(|p| p.there() && (p.led || !p.candidates.is_empty())),
        report.weapons.iter().any(|w| w.part == Part::Used),
        !report.attackers.is_empty() || report.suicide.is_some(),
    ]
    .into_iter()
    .filter(|sign| *sign)
    .count()
}
