//! What somebody says of an attack, once it is known who speaks: that it was their own, or that it was not.
//!
//! Enters: the items behind a verb of saying. Leaves: whether the speaker owns the deed or denies it. Example: of `it had
//! carried them out` the speaker is the author, of `its men did not do it` not, of `the army had attacked` nothing is said.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags};
use crate::frame::claim::group_of;
use crate::text::Token;
use crate::vocabulary::Population;

/// What a word does in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `targeted`, `done`
    Deed,
    /// `revenge`
    Reprisal,
    /// `behind`, `work`
    Author,
    /// `role`, `hand`: what the innocent have none of
    Share,
    /// `statement`, `leaflet`
    Medium,
    /// `spokesman`, `leader`
    Mouth,
}

static PARTS: LazyLock<FxHashMap<&'static str, Vec<Part>>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Vec<Part>> = FxHashMap::default();
    let rows = include_str!("../../../seeds/reference/lexicon/avowal.tsv").lines().skip(1);
    for (word, class) in rows.filter_map(|line| line.split_once('\t')) {
        let part = match class.trim() {
            "deed" => Part::Deed,
            "reprisal" => Part::Reprisal,
            "author" => Part::Author,
            "share" => Part::Share,
            "medium" => Part::Medium,
            _ => Part::Mouth,
        };
        out.entry(word).or_default().push(part);
    }
    out
});

/// The word plays that part.
pub fn plays(word: &str, part: Part) -> bool {
    PARTS.get(word).is_some_and(|parts| parts.contains(&part))
}

/// What a speaker makes of the deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was theirs.
    Owns,
    /// It was not.
    Denies,
}

const VIOLENT: Tags = Tags::ATTACK
    .with(Tags::KILL)
    .with(Tags::SHOOT)
    .with(Tags::RAM)
    .with(Tags::EXPLODE)
    .with(Tags::ABDUCT)
    .with(Tags::ARSON)
    .with(Tags::PLANT)
    .with(Tags::CONDUCT)
    .with(Tags::WOUND);

/// Who does what the content tells of.
enum Doer<'i> {
    Own(Option<&'i GroupName>),
    Other,
}

/// What the speaker says of the deed, and the group that the words themselves name as its author. `speaker` is the group that
/// speaks, where one does; a leaflet names its own.
pub fn verdict<'i>(
    content: &'i [Item],
    speaker: Option<&GroupName>,
    tokens: &[Token],
) -> Option<(Verdict, Option<&'i GroupName>)> {
    for (at, item) in content.iter().enumerate() {
        if item.is(Tags::STOP.with(Tags::SEMI)) {
            return None;
        }
        let doer = || subject(content, at, speaker, tokens);
        let before = |reach: usize, tags: Tags| content[at.saturating_sub(reach)..at].iter().any(|i| i.is(tags));
        let negated = item.is(Tags::NEGATED)
            || before(4, Tags::NEG.with(Tags::NONE_WORD))
            || content.get(at + 1).is_some_and(|i| i.is(Tags::NEG));
        let judged = |own: Option<&'i GroupName>| (if negated { Verdict::Denies } else { Verdict::Owns }, own);
        if item.is(Tags::VERB.with(Tags::OWN).with(Tags::DENY)) && item.is(Tags::OWN.with(Tags::DENY)) {
            if let Some(Doer::Own(own)) = doer() {
                let denies = item.is(Tags::DENY) != item.is(Tags::NEGATED);
                return Some((if denies { Verdict::Denies } else { Verdict::Owns }, own));
            }
            continue;
        }
        let word =
            if item.tokens.len() == 1 || item.is(Tags::VERB) { tokens[item.tokens.end - 1].norm.as_str() } else { "" };
        // "he was a soldier of the caliphate"
        let soldier =
            |t: &Token| matches!(t.norm.as_str(), "soldier" | "soldiers" | "fighter" | "fighters" | "lion" | "lions");
        let caliph = item.is(Tags::PEOPLE) && tokens[item.tokens.clone()].iter().any(soldier);
        if speaker.is_none() && caliph && before(3, Tags::BE) && group_of(item).is_some() && !negated {
            return Some((Verdict::Owns, group_of(item)));
        }
        // "carried them out"
        let apart = word == "carried" && content[at + 1..].iter().take(3).any(|i| tokens[i.tokens.start].is("out"));
        let object =
            content.get(at + 1).is_some_and(|i| i.is(Tags::PRON.with(Tags::PEOPLE).with(Tags::PLACE).with(Tags::NAME)));
        let taken = matches!(word, "taken" | "seized" | "captured" | "took" | "brought")
            && (object || tokens.get(item.tokens.end).is_some_and(|t| t.is("down")));
        let planted =
            matches!(word, "left" | "set" | "laid") && content[at + 1..].iter().take(4).any(|i| i.is(Tags::WEAPON));
        // "the raiders had planned to seize a ferry", "he had been sent to kill the minister"
        let purpose = matches!(word, "meant" | "intended" | "sent" | "dispatched" | "sought")
            && content[at + 1..].iter().take(3).any(|i| {
                i.is(Tags::VERB) && i.is(VIOLENT) || tokens[i.tokens.clone()].iter().any(|t| t.is("hostages"))
            });
        if purpose && before(2, Tags::BE) && speaker.is_some() && !negated {
            return Some((Verdict::Owns, None));
        }
        let deed =
            purpose || apart || planted || taken || plays(word, Part::Deed) && !before(1, Tags::THE.with(Tags::A));
        if item.is(Tags::VERB) && item.is(VIOLENT) || deed {
            if item.is(Tags::MODAL_VG.with(Tags::INF)) || before(1, Tags::MODAL.with(Tags::TO)) {
                continue;
            }
            let passive = item.is(Tags::PAS) || !item.is(Tags::VERB) && before(2, Tags::BE);
            let punished = matches!(word, "executed" | "punished" | "eliminated" | "liquidated" | "targeted");
            if passive && punished && speaker.is_some() && !negated {
                return Some((Verdict::Owns, None));
            }
            let own = if passive { agent(content, at, speaker, tokens) } else { doer() };
            if let Some(Doer::Own(own)) = own {
                return Some(judged(own));
            }
        } else if plays(word, Part::Author) {
            if let Some(found) = author(content, at, speaker, tokens) {
                return Some(found);
            }
        } else if plays(word, Part::Reprisal) {
            let thing = Tags::EVENT.with(Tags::WEAPON).with(Tags::PRON).with(Tags::SITE);
            let be = content[at.saturating_sub(4)..at]
                .iter()
                .rposition(|i| i.is(Tags::BE))
                .map(|k| at.saturating_sub(4) + k);
            let avenged =
                be.is_some_and(|be| content[be.saturating_sub(4)..be].iter().any(|i| i.is(thing) || both(i, tokens)));
            // "a natural response" praises, "in response" owns up
            let own = !matches!(word, "response" | "answer" | "warning")
                || content[..at].last().is_some_and(|i| i.is(Tags::IN));
            if avenged && own && !negated {
                return Some((Verdict::Owns, None));
            }
        }
        if plays(word, Part::Share) || word == "nothing" && tokens.get(item.tokens.end).is_some_and(|t| t.is("to")) {
            let none = word == "nothing" || negated || before(2, Tags::NONE_WORD) || no(content, at, tokens);
            if none && let Some(Doer::Own(own)) = doer_before_have(content, at, speaker, tokens) {
                return Some((Verdict::Denies, own));
            }
        }
        // "it was us"
        if word == "us" && before(2, Tags::BE) {
            return Some(judged(None));
        }
    }
    None
}

/// `both`, `this`
fn both(item: &Item, tokens: &[Token]) -> bool {
    matches!(tokens[item.tokens.start].norm.as_str(), "both" | "this" | "that" | "these" | "two" | "fire" | "blaze")
}

/// `no`, `not`, `nt` in the three words before.
fn no(content: &[Item], at: usize, tokens: &[Token]) -> bool {
    let first = content[at].tokens.start;
    tokens[first.saturating_sub(4)..first]
        .iter()
        .any(|t| matches!(t.norm.as_str(), "no" | "not" | "nt" | "never" | "any"))
        && content[..at].iter().rev().take(4).any(|i| {
            i.is(Tags::NONE_WORD.with(Tags::NEG).with(Tags::NEGATED))
                || i.quantity().is_some_and(|q| q.high == Some(0))
                || tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "no" | "not" | "nt"))
        })
}

/// `it was behind`, `its fighters were responsible`, `it was its work`
fn author<'i>(
    content: &'i [Item],
    at: usize,
    speaker: Option<&GroupName>,
    tokens: &[Token],
) -> Option<(Verdict, Option<&'i GroupName>)> {
    let near = at.saturating_sub(5)..at;
    let be = near.clone().rev().find(|&k| content[k].is(Tags::BE))?;
    let negated = content[be..at].iter().any(|i| i.is(Tags::NEG.with(Tags::NONE_WORD)));
    let verdict = if negated { Verdict::Denies } else { Verdict::Owns };
    let first = content[at].tokens.start;
    let whose = tokens[first.saturating_sub(3)..first].iter().any(|t| own_word(&t.norm));
    let word = tokens[first].norm.as_str();
    if matches!(word, "work" | "doing" | "handiwork") {
        if whose {
            return Some((verdict, None));
        }
        // "the work of its fighters", "the work of the Red Dawn"
        let behind = content[at + 1..].iter().take(5).take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)));
        let own = behind.map(|i| own(i, speaker, tokens)).find(Option::is_some)??;
        return if let Doer::Own(group) = own { Some((verdict, group)) } else { None };
    }
    if word == "theirs" {
        return Some((verdict, None));
    }
    match subject(content, be, speaker, tokens)? {
        Doer::Own(group) => Some((verdict, group)),
        Doer::Other => None,
    }
}

/// `it had no hand`, `the group played no part`: who has or plays.
fn doer_before_have<'i>(
    content: &'i [Item],
    at: usize,
    speaker: Option<&GroupName>,
    tokens: &[Token],
) -> Option<Doer<'i>> {
    let plays = |i: &Item| {
        i.is(Tags::HAVE.with(Tags::BE).with(Tags::DO))
            || matches!(
                tokens[i.tokens.start].norm.as_str(),
                "played" | "plays" | "play" | "took" | "takes" | "take" | "bears" | "bore" | "bear"
            )
    };
    let verb = (at.saturating_sub(6)..at).rev().find(|&k| plays(&content[k]))?;
    subject(content, verb, speaker, tokens)
}

/// `by its fighters` behind a passive.
fn agent<'i>(content: &'i [Item], at: usize, speaker: Option<&GroupName>, tokens: &[Token]) -> Option<Doer<'i>> {
    let by = (at + 1..(at + 7).min(content.len())).find(|&k| content[k].is(Tags::BY))?;
    content[by + 1..]
        .iter()
        .take(5)
        .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)))
        .find_map(|i| own(i, speaker, tokens))
}

/// The subject of the verb at `at`.
fn subject<'i>(content: &'i [Item], at: usize, speaker: Option<&GroupName>, tokens: &[Token]) -> Option<Doer<'i>> {
    let mut hung = None;
    for k in (at.saturating_sub(14)..at).rev() {
        let item = &content[k];
        if item.is(Tags::VERB) && !item.is(Tags::PP.with(Tags::ING)) {
            return None;
        }
        // what hangs on a preposition is no subject: "its men in Kano had attacked"
        let prep =
            Tags::IN.with(Tags::AT).with(Tags::FROM).with(Tags::OF).with(Tags::PREP).with(Tags::BY).with(Tags::WITH);
        let hangs = (k.saturating_sub(2)..k).any(|p| content[p].is(prep));
        if let Some(doer) = own(item, speaker, tokens) {
            if !hangs {
                return Some(doer);
            }
            hung = hung.or(Some(doer));
        }
        // "soldiers of the caliphate"
        if tokens[item.tokens.clone()].iter().any(|t| t.is("caliphate")) {
            return Some(Doer::Own(None));
        }
    }
    hung
}

/// The word is the speaker's own: `its`, `our`.
fn own_word(word: &str) -> bool {
    matches!(word, "its" | "their" | "our" | "his" | "my")
}

/// Whether an item is the speaker or the speaker's man, or somebody else; none where it is neither.
fn own<'i>(item: &'i Item, speaker: Option<&GroupName>, tokens: &[Token]) -> Option<Doer<'i>> {
    let first = tokens[item.tokens.start].norm.as_str();
    if own_word(first) || item.tokens.start > 0 && own_word(&tokens[item.tokens.start - 1].norm) {
        return Some(Doer::Own(None));
    }
    if let Some(group) = group_of(item) {
        let same = |s: &GroupName| s.text == group.text || s.known.is_some() && s.known == group.known;
        return Some(if speaker.is_none_or(same) { Doer::Own(Some(group)) } else { Doer::Other });
    }
    // "a man named Abu Musa", though a town bears the name
    if item.tokens.start > 0 && matches!(tokens[item.tokens.start - 1].norm.as_str(), "named" | "called" | "as") {
        return Some(Doer::Own(None));
    }
    if item.is(Tags::BACK) || matches!(first, "it" | "they" | "he" | "we" | "i") && item.tokens.len() == 1 {
        return Some(Doer::Own(None));
    }
    if let Some(people) = item.people() {
        let forces = [Population::Police, Population::Military, Population::Paramilitary, Population::Official];
        let one = people.count.is_none_or(|c| c.high.is_some_and(|n| n < 6));
        return Some(
            if people.side == Side::Attacker || one && !forces.contains(&people.population) && !people.definite {
                Doer::Own(None)
            } else {
                Doer::Other
            },
        );
    }
    if item.is(Tags::NAME) {
        return Some(Doer::Own(None));
    }
    item.is(Tags::SPEAKER.with(Tags::EVENT).with(Tags::WEAPON).with(Tags::PLACE)).then_some(Doer::Other)
}
