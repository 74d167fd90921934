//! Nouns for people, and the words that may stand before them.
//!
//! Enters: the words of a sentence. Leaves: the length of a noun and what it says of the people.
//! Example: `police commandos` is one noun: police by its first word, people by its last.

use crate::annotate::lexicon::{Sense, Side};
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;
use crate::vocabulary::Population;

/// Words that may stand between number and noun though they are verbs or closed-class words elsewhere.
const MODIFIERS: &[&str] = &[
    "suspected",
    "alleged",
    "armed",
    "masked",
    "unidentified",
    "unknown",
    "wounded",
    "injured",
    "unarmed",
    "foreign",
    "local",
    "young",
    "old",
    "elderly",
    "hooded",
    "off",
    "duty",
    "on",
    "plain",
    "clothes",
    "senior",
    "junior",
    "top",
    "innocent",
    "fellow",
    "former",
    "ex",
    "retired",
    "pro",
    "anti",
    "government",
    "backed",
    "led",
    "linked",
    "affiliated",
    "based",
    "trained",
    "made",
    "held",
    "dressed",
    "uniformed",
    "accused",
    "convicted",
    "identified",
    "confirmed",
    "different",
    "same",
    "new",
];

/// Finite verbs and the like end the search for a noun.
pub fn blocks(reader: &Reader<'_>, i: usize) -> bool {
    let word = reader.word(i);
    if MODIFIERS.contains(&word) {
        return false;
    }
    // "not clear how many people died"
    if matches!(word, "how" | "clear" | "unclear" | "because" | "although" | "though" | "unless" | "whether") {
        return true;
    }
    let Some(token) = reader.tokens.get(i) else { return true };
    // a number begins another phrase
    if token.is_number() || reader.number(i).is_some() {
        return true;
    }
    let word_class = Tags::ADV;
    if !token.is_word() {
        return true;
    }
    reader.phrases(i).filter(|(n, _)| *n == 1).any(|(_, senses)| {
        senses.iter().any(|s| match s {
            Sense::Verb { class, .. } => {
                !class.any(Tags::ATTACK.with(Tags::ARSON).with(Tags::EXPLODE)) || !reader.joined(i + 1)
            }
            Sense::Word(class) => !class.any(word_class),
            Sense::Bound(_) => true,
            _ => false,
        })
    })
}

/// `-linked`, `-backed` right behind a name: the people are none of its men.
pub fn tied(reader: &Reader<'_>, at: usize) -> bool {
    let ties = ["linked", "affiliated", "allied", "aligned", "inspired", "backed"];
    reader.joined(at) && ties.contains(&reader.word(at))
}

/// The longest phrase at `i`, when one of its senses is a noun for people.
pub fn noun(reader: &Reader<'_>, i: usize) -> Option<(usize, Sense)> {
    let (length, senses) = reader.phrases(i).filter(|(_, s)| s.iter().any(|s| !matches!(s, Sense::Head(_)))).last()?;
    // "one minor injury" is no child
    if reader.word(i) == "minor"
        && ["injur", "wound", "burn", "damage", "cut"].iter().any(|w| reader.word(i + 1).starts_with(w))
    {
        return None;
    }
    // "12 dead", "34 wounded": a state, not a noun
    if senses.iter().any(|s| matches!(s, Sense::Word(c) if c.any(Tags::DEAD.with(Tags::HURT).with(Tags::LIFEN).with(Tags::INJTOLL).with(Tags::TOLL)))) {
        return None;
    }
    let sense = senses.iter().find(|s| matches!(s, Sense::People { .. })).or_else(|| {
        senses.iter().find(|s| {
            matches!(s, Sense::Demonym(_))
                && reader.word(i + length - 1).ends_with('s')
                && !reader.word(i).ends_with("ss")
                && !matches!(reader.word(i + length - 1), "emirates" | "states" | "nations")
        })
    })?;
    Some((length, *sense))
}

/// `police` + `commandos`, `army` + `soldiers`: the last noun heads, the first tells the kind.
pub fn compound(reader: &Reader<'_>, mut end: usize, mut sense: Sense) -> (usize, Sense) {
    while let Some((length, next)) = noun(reader, end) {
        // "security forces suspect": a verb
        if matches!(reader.word(end), "suspect" | "suspects") && reader.word(end - 1).ends_with('s') {
            break;
        }
        if reader.capital(end) && !reader.capital(end - 1) {
            break;
        }
        if let (
            Sense::People { population, side, target, .. },
            Sense::People { population: p2, side: s2, target: t2, plural },
        ) = (sense, next)
        {
            let keep = p2 == Population::Unknown
                || (p2 == Population::Official && population != Population::Unknown)
                || (p2 == Population::Civilian
                    && population != Population::Unknown
                    && population != Population::Civilian);
            let side = if s2 == Side::Neutral { side } else { s2 };
            sense = Sense::People {
                population: if keep { population } else { p2 },
                side,
                target: if keep { target } else { t2 },
                plural,
            };
        } else {
            sense = next;
        }
        end += length;
    }
    (end, sense)
}

/// Nouns that are never one person.
pub fn plural_only(head: &str) -> bool {
    matches!(
        head,
        "police"
            | "forces"
            | "force"
            | "army"
            | "military"
            | "family"
            | "troops"
            | "crew"
            | "staff"
            | "personnel"
            | "public"
            | "population"
            | "team"
            | "navy"
            | "militia"
            | "crowd"
    )
}
