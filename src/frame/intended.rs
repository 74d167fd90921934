//! Whom an attack was meant for, where that person was not killed or is named only by what is theirs.
//!
//! Enters: the items of a sentence. Leaves: the words that name the person.
//! Example: `the governor escaped unhurt when a bomb hit her convoy`, `bandits shot up the jeep of the mayor`,
//! `a bomb meant for the minister`; not `the mayor said that two guards escaped`.

use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags};
use crate::frame::words::{Telling, has};
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::TargetType;

/// Ways to come out of an attack alive.
const SPARED: &[&str] = &[
    "escaped",
    "escapes",
    "escape",
    "survived",
    "survives",
    "survive",
    "unhurt",
    "unharmed",
    "unscathed",
    "uninjured",
];

/// What carries one person and those around them.
const CONVEYANCE: &[&str] =
    &["car", "vehicle", "convoy", "motorcade", "jeep", "limousine", "suv", "helicopter", "cavalcade"];

/// Where a bomb for somebody is put, and what is done to the car.
const AT_IT: &[&str] = &[
    "under",
    "beneath",
    "underneath",
    "beside",
    "near",
    "at",
    "into",
    "against",
    "past",
    "hit",
    "struck",
    "raked",
    "ambushed",
    "attacked",
    "sprayed",
    "targeted",
    "targeting",
    "rammed",
    "on",
    "to",
    "of",
    "in",
    "blew",
    "riddled",
];

/// Somebody who holds an office, or is known for what they do; one person, not several.
fn known(item: &Item, text_of: impl Fn(&Item) -> String) -> bool {
    let speaks = item.is(Tags::SPEAKER) && item.people().is_none() && office(&text_of(item));
    speaks
        || item.people().is_some_and(|p| {
            let one = p.count.is_none_or(|c| c.low == Some(1)) && !p.plural && p.parts.is_empty();
            one && p.side != Side::Attacker && (public(p.target) && (p.named || p.definite) || office(&text_of(item)))
        })
}

/// Offices and callings that make somebody a target.
pub fn public(target: TargetType) -> bool {
    matches!(
        target,
        TargetType::Government | TargetType::Diplomatic | TargetType::Media | TargetType::Religious | TargetType::Party
    )
}

/// The holder of an office, without a name: `the deputy governor of the province`; not `the governor's driver`.
pub fn office(words: &str) -> bool {
    let words = words.to_lowercase();
    let head = words.split(" of ").next().unwrap_or(&words).split_whitespace().last().unwrap_or("");
    OFFICES.contains(&head) || ["barangay captain", "village head"].iter().any(|o| words.ends_with(o))
}

/// The words that name the person whom an attack was meant for.
pub fn intended(items: &[Item], tokens: &[Token]) -> Option<Span> {
    let words = |i: &Item| tokens[i.tokens.clone()].iter().map(|t| t.norm.as_str()).collect::<Vec<_>>().join(" ");
    let persons: Vec<usize> = (0..items.len()).filter(|&k| known(&items[k], words)).collect();
    let violent = Tags::EVENT
        .with(Tags::WEAPON)
        .with(Tags::EXPLODE)
        .with(Tags::ATTACK)
        .with(Tags::SHOOT)
        .with(Tags::PLANT)
        .with(Tags::RAM);
    let attacked = items.iter().any(|i| i.is(violent));
    persons
        .iter()
        .copied()
        .find(|&at| {
            // "the car of Ana Villegas, a former mayor": the office stands behind the name
            let named = at > 1 && items[at - 1].is(Tags::COMMA) && items[at - 2].is(Tags::NAME);
            attacked
                && (spared(items, at, tokens) || theirs(items, at, tokens) || named && theirs(items, at - 2, tokens))
                || meant(items, at, tokens)
        })
        .map(|at| items[at].span)
        .or_else(|| survivor(items, tokens))
}

/// `Ana Villegas, who had left the party, survived an ambush`: an attack of her own, and she is named.
fn survivor(items: &[Item], tokens: &[Token]) -> Option<Span> {
    let verb = items.iter().position(|i| has(tokens, i, &["survived", "survives"]))?;
    let behind = items[verb + 1..].iter().take(4);
    let own = behind.clone().next().is_some_and(|i| i.is(Tags::A.with(Tags::ANOTHER)) || has(tokens, i, &["a", "an"]));
    let attack = behind.into_iter().any(|i| {
        let bomb = i.is(Tags::WEAPON) && has(tokens, i, &["bomb", "bombs", "bombing"]);
        bomb || has(tokens, i, &["ambush", "assassination", "shooting"])
    });
    if !own || !attack {
        return None;
    }
    let edge = Tags::SEMI.with(Tags::STOP);
    let clause = items[..verb].iter().rposition(|i| i.is(edge)).map_or(0, |k| k + 1);
    let subject = items[clause..verb].iter().find(|i| i.is(Tags::NAME) || i.people().is_some())?;
    let several = subject.people().is_some_and(|p| p.plural || p.side == Side::Attacker || !p.named);
    let whole = subject.tokens.len() > 1;
    (!several && whole).then_some(subject.span)
}

/// `the minister escaped unhurt`, `the consul, 44, survived`.
fn spared(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    // a reporter or a priest who lived through a blast was there by chance
    let official = items[at]
        .people()
        .is_none_or(|p| matches!(p.target, TargetType::Government | TargetType::Diplomatic | TargetType::Party));
    let stop = Tags::SEMI.with(Tags::STOP).with(Tags::SAY).with(Tags::AND);
    let ahead = || items[at + 1..].iter().take(11).take_while(|i| !i.is(stop));
    let others = ahead()
        .take_while(|i| !has(tokens, i, SPARED))
        .any(|i| i.is(Tags::PEOPLE) && i.people().is_some_and(|p| p.plural));
    let escaped = ahead().any(|i| has(tokens, i, SPARED));
    let not = ahead().any(|i| i.is(Tags::WOUND) && i.is(Tags::NEGATED) && i.is(Tags::PAS));
    official && (escaped && !others || not)
}

/// `the car of the mayor`, `the mayor's convoy`, `the consul was hurt when a mine went off under his car`.
fn theirs(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let conveyance = |k: usize| items.get(k).is_some_and(|i| i.is(Tags::SITE) && has(tokens, i, CONVEYANCE));
    let led = |k: usize| {
        k > 0
            && items[k.saturating_sub(3)..k].iter().any(|i| has(tokens, i, AT_IT) || i.is(Tags::ATTACK.with(Tags::RAM)))
    };
    let of = at > 1 && items[at - 1].is(Tags::OF) && conveyance(at - 2) && led(at - 2);
    let of_the =
        at > 2 && items[at - 1].is(Tags::THE) && items[at - 2].is(Tags::OF) && conveyance(at - 3) && led(at - 3);
    let genitive = items.get(at + 1).is_some_and(|i| i.is(Tags::GENITIVE))
        && (at + 2..at + 5).any(conveyance)
        && (led(at)
            || items[at + 2..].iter().take(6).any(|i| i.is(Tags::PAS) && i.is(Tags::ATTACK.with(Tags::EXPLODE))));
    let apart = Tags::SAY.with(Tags::STOP).with(Tags::SEMI);
    let own = (at + 2..items.len().min(at + 22))
        .take_while(|&k| !items[k].is(apart))
        .any(|k| conveyance(k) && (1..=3).any(|n| k > n + at && items[k - n].is(Tags::POSS)) && led(k));
    // "survived a mine that wounded her bodyguard"
    let guards = ["bodyguard", "bodyguards", "chauffeur"];
    let guarded = items[at + 1..]
        .iter()
        .take(16)
        .any(|i| i.is(Tags::PEOPLE) && has(tokens, i, &guards) && has(tokens, i, &["his", "her"]));
    if guarded {
        return true;
    }
    of || of_the || genitive || own
}

/// `a bomb meant for the governor`, `hurled a grenade near Minister Otto Brandt`, `blew up the judge in her study`.
fn meant(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let back = &items[at.saturating_sub(3)..at];
    let aimed = back.iter().any(|i| has(tokens, i, &["meant", "intended", "aimed", "targeting"]));
    let near = back.iter().any(|i| has(tokens, i, &["near", "beside", "at", "towards", "toward"]));
    let set_off = items[at.saturating_sub(6)..at].iter().any(|i| i.is(Tags::EXPLODE.with(Tags::PLANT)));
    let blown = at > 0
        && items[at - 1].is(Tags::EXPLODE)
        && has(tokens, &items[at - 1], &["up"])
        && items[at - 1].is(Tags::ACT)
        || at > 1
            && items[at - 1].is(Tags::THE)
            && items[at - 2].is(Tags::EXPLODE)
            && has(tokens, &items[at - 2], &["up"]);
    let tried = items[..at].iter().rev().take(3).any(|i| i.is(Tags::INF) && i.is(Tags::KILL))
        && items[..at]
            .iter()
            .rev()
            .take(6)
            .any(|i| has(tokens, i, &["attempt", "attempted", "tried", "attempts", "trying", "bid"]));
    let person = items[at].people().is_some_and(|p| p.named);
    aimed || near && set_off && person || blown || tried
}

/// Offices whose holders are killed for holding them.
const OFFICES: &[&str] = &[
    "governor",
    "head",
    "minister",
    "mayor",
    "councillor",
    "councilor",
    "councilman",
    "senator",
    "lawmaker",
    "legislator",
    "deputy",
    "judge",
    "prosecutor",
    "ambassador",
    "candidate",
    "president",
    "bishop",
    "archbishop",
    "congressman",
    "mp",
    "mla",
    "mna",
    "politician",
    "diplomat",
    "consul",
    "magistrate",
    "journalist",
    "governor-general",
    "vice-president",
    "premier",
    "chancellor",
    "congresswoman",
    "councilwoman",
    "commissioner",
    "cardinal",
    "attorney-general",
    "leader",
    "chief",
    "cleric",
    "activist",
    "editor",
    "imam",
    "mullah",
    "prefect",
    "speaker",
    "hopeful",
    "administrator",
    "blogger",
    "novelist",
    "publisher",
    "columnist",
    "reporter",
    "broadcaster",
    "alderman",
    "envoy",
    "attache",
    "parliamentarian",
    "assemblyman",
    "chairman",
    "chairwoman",
    "sarpanch",
    "emir",
    "rabbi",
    "negotiator",
    "patriarch",
];

/// What these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "spared",
        attack: None,
        fires: &[
            ("Governor Ana Villegas escaped unhurt when a bomb hit the road.", "Governor Ana Villegas"),
            ("The minister survived an attack by six gunmen.", "The minister"),
        ],
        silent: &[
            "The minister said that two guards had survived the attack.",
            "A reporter escaped unhurt when a bomb went off in the street.",
            "The mayor escaped a scandal.",
        ],
    },
    Telling {
        rule: "survivor",
        attack: None,
        fires: &[("Otto Brandt, who had left the party, survived a car bomb in May.", "Otto Brandt")],
        silent: &["Otto Brandt survived the bombing of a theatre.", "Three tourists survived an ambush."],
    },
    Telling {
        rule: "theirs",
        attack: None,
        fires: &[
            ("Bandits shot at the jeep of the mayor near Lodi.", "the mayor"),
            ("The consul was hurt when a mine exploded under his car.", "The consul"),
            ("Senator Luis Prado survived a mine that wounded her bodyguard.", "Senator Luis Prado"),
        ],
        silent: &[
            "The mayor visited the car park where a bomb had exploded.",
            "A bomb exploded near the house of a mayor.",
        ],
    },
    Telling {
        rule: "meant",
        attack: None,
        fires: &[
            ("A mine meant for the governor killed two herdsmen.", "the governor"),
            ("A man hurled a grenade near Minister Otto Brandt.", "Minister Otto Brandt"),
        ],
        silent: &["A mine meant for the patrol killed two herdsmen."],
    },
];
