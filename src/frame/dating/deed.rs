//! What a verb beside a date does: attacks, speaks, or follows upon an attack.
//!
//! Enters: a verb with what stands before and behind it. Leaves: to what a date at this verb belongs.
//! Example: `died` is the attack's, `died in hospital` and `was buried` come after it.

use crate::annotate::lexicon::Strength;
use crate::annotate::{Item, Tags, Value};
use crate::frame::dating::Tie;
use crate::text::Token;

/// Verbs that attack.
pub const VIOLENT: Tags = Tags::KILL
    .with(Tags::DIE)
    .with(Tags::WOUND)
    .with(Tags::SHOOT)
    .with(Tags::ATTACK)
    .with(Tags::RAM)
    .with(Tags::ARSON)
    .with(Tags::EXPLODE)
    .with(Tags::PLANT)
    .with(Tags::CONDUCT)
    .with(Tags::ABDUCT)
    .with(Tags::FOIL);
const SPOKEN: Tags = Tags::SAY
    .with(Tags::CLAIM)
    .with(Tags::ADMIT)
    .with(Tags::OWN)
    .with(Tags::DENY)
    .with(Tags::BLAME)
    .with(Tags::SUSPECT)
    .with(Tags::CONDEMN)
    .with(Tags::THREATEN);
const AFTERWARDS: Tags = Tags::CAPTURE.with(Tags::RELEASE).with(Tags::RECOVER).with(Tags::MOVE).with(Tags::DISPLACE);

/// Verbs that tell that an event took place, beside a noun for it or `it`.
const OCCUR: &[&str] =
    &["occurred", "happened", "began", "started", "took", "came", "unfolded", "ended", "occur", "lasted"];

/// What a regular verb adds to its stem.
const ENDINGS: &[&str] = &["ed", "ied", "ted", "led", "sed", "zed", "ing", "ting", "ling", "sing", "zing"];

/// Forms of verbs for coming upon bodies or bombs.
const FOUND: &[&str] = &["found", "find", "finds", "discovered", "discovers", "discover"];

/// Nouns for a number of people.
const FIGURES: &[&str] = &["toll", "number", "figure", "count", "total", "tally", "dead", "deaths"];

/// Stems of regular verbs for what people say of an attack.
const SPEAKING: &[&str] = &[
    "demand",
    "urg",
    "call",
    "ask",
    "appeal",
    "express",
    "pledg",
    "vow",
    "promis",
    "insist",
    "argu",
    "explain",
    "describ",
    "declar",
    "reveal",
    "publish",
    "broadcast",
    "issu",
    "distribut",
    "releas",
    "post",
    "testif",
    "comment",
    "respond",
    "repl",
    "reiterat",
    "predict",
    "suggest",
    "charg",
    "stress",
    "emphasi",
    "point",
    "inform",
    "claim",
    "apologi",
    "prais",
    "hail",
    "welcom",
    "recount",
    "summon",
    "relay",
];

/// Stems of regular verbs for what follows an attack: mourning, inquiry, visits, trials, votes.
const FOLLOWING: &[&str] = &[
    "jail",
    "imprison",
    "acquit",
    "remand",
    "arraign",
    "prosecut",
    "mourn",
    "visit",
    "arriv",
    "resign",
    "gather",
    "march",
    "demonstrat",
    "protest",
    "vot",
    "sentenc",
    "convict",
    "appear",
    "travel",
    "return",
    "reopen",
    "clos",
    "investigat",
    "interrogat",
    "question",
    "search",
    "cancel",
    "postpon",
    "suspend",
    "order",
    "attend",
    "approv",
    "sign",
    "offer",
    "honor",
    "honour",
    "pray",
    "commemorat",
    "dispatch",
    "deploy",
    "tighten",
    "evacuat",
    "treat",
    "discharg",
    "identif",
    "extradit",
    "indict",
    "plead",
];

/// The like that are irregular, and nouns for what follows.
const FOLLOWS: &[&str] =
    &["met", "meet", "meeting", "flew", "left", "held", "paid", "funeral", "funerals", "trial", "mourning", "swept"];

/// Its words, folded.
pub(super) fn words<'a>(item: &Item, tokens: &'a [Token]) -> impl Iterator<Item = &'a str> {
    tokens[item.tokens.clone()].iter().map(|t| t.norm.as_str())
}

/// One of the words stands in it.
pub(super) fn has(item: &Item, tokens: &[Token], list: &[&str]) -> bool {
    words(item, tokens).any(|w| list.contains(&w))
}

/// A noun for an attack, or a weapon.
pub(super) fn attack_noun(item: &Item) -> bool {
    match &item.value {
        Value::Event(noun) => noun.strength != Strength::War,
        Value::Weapon { .. } => true,
        _ => false,
    }
}

/// A verb, known to the lexicon or to the lists here; also a bare auxiliary, whose verb is not known.
pub(super) fn verbal(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    // "Ondo state", "Benue State"
    let area = at > 0 && items[at - 1].is(Tags::PLACE) && has(item, tokens, &["state"]);
    // "a returning patrol", "the resigned minister"
    let adjective = at > 0 && items[at - 1].is(Tags::A.with(Tags::THE).with(Tags::POSS)) && item.tokens.len() == 1;
    !area && !adjective && (item.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)) || sense(item, tokens).is_some())
}

/// What a verb outside the lexicon does.
fn sense(item: &Item, tokens: &[Token]) -> Option<Tie> {
    if !item.is(Tags::WORD) || item.tokens.len() != 1 {
        return None;
    }
    let word = words(item, tokens).next()?;
    let stem = |list: &[&str]| list.iter().any(|s| word.strip_prefix(s).is_some_and(|end| ENDINGS.contains(&end)));
    if OCCUR.contains(&word) {
        Some(Tie::Attack)
    } else if stem(SPEAKING) {
        Some(Tie::Statement)
    } else if stem(FOLLOWING) || FOLLOWS.contains(&word) {
        Some(Tie::Aftermath)
    } else {
        None
    }
}

/// The tie of a date to its verb; `subject` stands before the verb, `behind` after it.
pub(super) fn governed(verb: &Item, subject: &[Item], behind: &[Item], tokens: &[Token]) -> Option<Tie> {
    if verb.is(SPOKEN) {
        return Some(Tie::Statement);
    }
    // "two of the wounded died on Tuesday", "died in hospital"
    let late = |i: &Item| {
        let hurt = ["wounds", "injuries", "hospital", "wounded", "injured", "burns"];
        i.is(Tags::HOSP.with(Tags::HURT)) || has(i, tokens, &hurt)
    };
    if verb.is(Tags::DIE) {
        let after =
            has(verb, tokens, &["succumb", "succumbed"]) || subject.iter().any(late) || behind.iter().take(6).any(late);
        return Some(if after { Tie::Aftermath } else { Tie::Attack });
    }
    if verb.is(VIOLENT) {
        return Some(Tie::Attack);
    }
    // "a body was found on Monday": nothing nearer to the attack may be known
    if verb.is(Tags::RECOVER) && has(verb, tokens, FOUND) {
        return None;
    }
    if verb.is(AFTERWARDS) {
        // "gunmen fell on the village", but "the toll rose"
        let counted = Tags::TOLL.with(Tags::NUM).with(Tags::DEATHN).with(Tags::CASUALTYN).with(Tags::DEAD);
        let agent = !verb.is(Tags::PAS) && subject.iter().any(|i| i.is(Tags::AGENT));
        let moved = verb.is(Tags::MOVE) && !verb.is(AFTERWARDS.without(Tags::MOVE));
        let toll = || subject.iter().any(|i| i.is(counted) || i.quantity().is_some() || has(i, tokens, FIGURES));
        return (!agent && (!moved || toll())).then_some(Tie::Aftermath);
    }
    match sense(verb, tokens)? {
        // "it happened on Thursday", "the attack took place on Thursday"; but "the trial began on Thursday"
        Tie::Attack => subject
            .iter()
            .any(|i| attack_noun(i) || i.is(Tags::PRON) || has(i, tokens, &["it", "this", "incident"]))
            .then_some(Tie::Attack),
        // "rebels arrived in the village on Sunday", but "gunmen demanded a ransom on Monday"
        Tie::Aftermath if subject.iter().any(|i| i.is(Tags::AGENT)) => Some(Tie::Attack),
        other => Some(other),
    }
}
