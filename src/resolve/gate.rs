//! Whether a scene is an attack.
//!
//! Enters: the reports of a scene. Leaves: yes or no.
//! Example: `the killings of past years` is none; `the killing of two priests on Monday` is one.

use crate::annotate::lexicon::Side;
use crate::frame::casualty::Casualty;
use crate::frame::report::{Part, Report, Trigger};
use crate::resolve::scene::Scene;
use crate::text::{BlockKind, Document};
use crate::vocabulary::{AttackType, Outcome, Population, TargetKind};

/// Articles of fewer words are notes: what they say in general terms is still what happened.
const NOTE: usize = 160;

/// A scene that is an attack: somebody did something somewhere to somebody, and not only `killings` in general.
///
/// `wary`: the article is about something else, and the attack needs more signs; `nothing`: the scene has neither a toll nor a place nor a date.
pub fn bears(document: &Document<'_>, scene: &Scene, reports: &[&Report], nothing: bool, wary: bool) -> bool {
    // "the crash was the rebels' work"
    let caused = |r: &Report| r.words.of(document.text).to_lowercase().contains("caused by");
    let blamed = reports
        .iter()
        .any(|r| !r.actors.is_empty() && (!r.assertions.is_empty() || caused(r)) || !r.attackers.is_empty());
    let crashed = |r: &Report| !blamed && accident(document.text, r);
    let told: Vec<&Report> = reports.iter().copied().filter(|r| !crashed(r) && !of_a_war(document.text, r)).collect();
    // "a plane crashed. Its pilot died on the spot": the rest tells of the crash as well
    let rest = told.iter().any(|r| method(document.text, r) || !r.weapons.is_empty());
    if !rest && (reports.iter().any(|r| crashed(r)) || reports.first().is_some_and(|r| of_a_war(document.text, r))) {
        return false;
    }
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
    if operation(document.text, reports, note) {
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
    let whole = |r: &Report| {
        deed(r)
            && (!r.attackers.is_empty() || !r.assertions.is_empty() || r.weapons.iter().any(|w| w.part == Part::Used))
    };
    let news = scene.sentences.first().is_some_and(|s| *s < 2) && reports.iter().take(2).any(|r| whole(r));
    document.is_dispatch() && !scene.labelled && !news && reports.iter().all(|r| r.suicide.is_none())
}

/// What troops and fighters have with each other, whoever began it.
const FIGHTS: &[&str] =
    &["clash", "encounter", "firefight", "gunfight", "gun battle", "gunbattle", "offensive", "shootout", "shoot-out"];

/// Before those whom fighters met: `with the police`.
const WITH: &[&str] = &["with", "against"];

/// Who acts for a state.
const FORCES: &[&str] =
    &["police", "army", "soldiers", "troops", "policemen", "patrol", "military", "marines", "forces"];

/// `died in a confrontation with the police`, `was killed in a military operation`: the state's own deed.
fn met(words: &str) -> bool {
    let words: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    let force = |w: &&str| FORCES.contains(w);
    words.iter().enumerate().any(|(at, word)| {
        let fight =
            matches!(*word, "clash" | "confrontation" | "encounter" | "shootout" | "gunfight" | "battle" | "skirmish");
        let during = matches!(*word, "operation" | "raid" | "crackdown");
        // "died while struggling with the police"
        let resisted = matches!(*word, "grappling" | "struggling" | "scuffling") && at > 0 && words[at - 1] == "while";
        let led = resisted || words[at.saturating_sub(4)..at].iter().any(|w| matches!(*w, "in" | "during"));
        let rest = &words[at + 1..words.len().min(at + 7)];
        let against = rest.iter().position(|w| WITH.contains(w)).is_some_and(|k| rest[k + 1..].iter().any(force));
        led && ((fight || resisted) && against || during && words[at.saturating_sub(2)..at].iter().any(force))
    })
}

/// Forces of a state killed attackers in an operation of theirs.
fn swept(text: &str, report: &Report) -> bool {
    let words = report.words.of(text).to_lowercase();
    let fell = report
        .casualties
        .iter()
        .any(|c| c.outcome == Outcome::Killed && c.people.as_ref().is_some_and(|p| p.side == Side::Attacker));
    let any = |list: &[&str]| words.split(|c: char| !c.is_alphabetic()).any(|w| list.contains(&w));
    fell && any(FORCES) && any(&["operation", "operations", "offensive", "raid", "raids", "crackdown", "sweep"])
}

/// The trigger is a passive without a doer, or stands in the sentence of the operation.
fn swept_by(text: &str, report: &Report, trigger: &Trigger) -> bool {
    let words = trigger.span.of(text).to_lowercase();
    let passive = ["was ", "were ", "been "].iter().any(|w| words.starts_with(w) || words.contains(&format!(" {w}")));
    swept(text, report) || passive && report.attackers.is_empty()
}

/// `Troops killed five fighters`, and only then a soldier who fell: an operation of the state, as nothing tells of a deed of theirs.
fn operation(text: &str, reports: &[&Report], note: bool) -> bool {
    let harmed = |c: &&Casualty| !c.unreal && matches!(c.outcome, Outcome::Killed | Outcome::Injured);
    let first = reports.iter().flat_map(|r| &r.casualties).find(harmed).and_then(|c| c.people.as_ref());
    // "troops killed nine fighters in an operation; a workshop was burned": by them
    let swept = reports.first().is_some_and(|r| swept(text, r)) || reports.get(1).is_some_and(|r| swept(text, r));
    let theirs = |r: &Report, t: &Trigger| {
        let own = r.casualties.iter().any(|c| c.people.as_ref().is_some_and(|p| p.side != Side::Attacker));
        swept && !own && r.assertions.is_empty() && (swept_by(text, r, t) || t.noun)
    };
    let deed = reports.iter().flat_map(|r| r.triggers.iter().map(move |t| (*r, t))).any(|(r, t)| {
        if theirs(r, t) {
            return false;
        }
        let words = t.span.of(text).to_lowercase();
        let died = !t.noun && words.split_whitespace().last().is_some_and(|w| DEATHS.contains(&w));
        !died && (!t.noun || !FIGHTS.iter().any(|w| words.contains(w)))
    });
    let police = first.is_some_and(|p| p.population == Population::Police);
    let army = first.is_some_and(|p| matches!(p.population, Population::Military | Population::Paramilitary))
        && !reports.iter().any(|r| r.words.of(text).to_lowercase().contains(" police"));
    let hunted = first.is_some()
        && !(police || army)
        && reports.iter().any(|r| r.casualties.iter().any(|c| harmed(&c)) && met(&r.words.of(text).to_lowercase()));
    let fallen = first.is_some_and(|p| p.side == Side::Attacker);
    !deed && (fallen && !note || hunted) && reports.iter().all(|r| r.suicide.is_none())
}

/// So many dead in `the fighting` are not one attack's.
const HUNDREDS: u32 = 100;

/// So many dead are one attack's only where it is told.
const THOUSAND: u32 = 1000;

/// So many die in wars and years, not in one attack.
const WAR: u32 = 5000;

/// Verbs that say that people died and not how.
const DEATHS: &[&str] = &["killed", "killing", "kills", "kill"];

/// What kills by chance.
const ACCIDENTS: &[&str] = &[
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
];

/// One of the words stands in the sentence.
fn names(text: &str, report: &Report, list: &[&str]) -> bool {
    report.words.of(text).to_lowercase().split(|c: char| !c.is_alphabetic()).any(|w| list.contains(&w))
}

/// Killed by a crash or a quake that nobody meant.
fn accident(text: &str, report: &Report) -> bool {
    names(text, report, ACCIDENTS) && !method(text, report) && !meant(report)
}

/// Killed by hundreds in a war, or by thousands over years.
fn of_a_war(text: &str, report: &Report) -> bool {
    let dead = |least: u32| {
        let killed = report.casualties.iter().filter(|c| c.outcome == Outcome::Killed);
        killed.filter_map(|c| c.quantity).any(|q| q.low.is_some_and(|n| n >= least))
    };
    let war = names(text, report, &["fighting", "offensive", "clashes", "war", "combat", "operations"]);
    !method(text, report) && (war && dead(HUNDREDS) || dead(THOUSAND) && !meant(report))
}

/// An attacker or a weapon stands in the sentence.
fn meant(report: &Report) -> bool {
    let used = report.weapons.iter().any(|w| matches!(w.part, Part::Used | Part::Carried));
    !report.attackers.is_empty() || report.suicide.is_some() || used
}

/// Words for what was done, not only that people died: `a plane crashed, killing three`, `600 were killed in the fighting`.
fn method(text: &str, report: &Report) -> bool {
    let death = |t: &Trigger| {
        !t.noun && t.span.of(text).to_lowercase().split_whitespace().last().is_some_and(|w| DEATHS.contains(&w))
    };
    report.triggers.iter().any(|t| (!t.types.is_empty() || t.noun && t.sure) && !death(t))
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
