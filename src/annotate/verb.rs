//! Verb groups: auxiliaries, adverbs and a verb that the lexicon knows, with voice, negation and mood.
//!
//! Enters: the words of a sentence. Leaves: how many words the group takes and its tags.
//! Example: `could have been killed` is `kill`, passive, modal.

use crate::annotate::item::VerbGroup;
use crate::annotate::lexicon::{Form, Sense};
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;

#[derive(Default)]
struct Auxiliaries {
    be: bool,
    have: bool,
    to: bool,
    modal: bool,
    negated: bool,
}

fn class(reader: &Reader<'_>, i: usize) -> Tags {
    reader.phrases(i).filter(|(n, _)| *n == 1).fold(Tags::NONE, |tags, (_, senses)| {
        senses.iter().fold(tags, |tags, s| if let Sense::Word(class) = s { tags.with(*class) } else { tags })
    })
}

/// Adverbs and the like inside a group.
fn adverb(reader: &Reader<'_>, i: usize) -> usize {
    let listed =
        reader.longest(i, |s| if let Sense::Word(class) = s { class.any(Tags::ADV).then_some(()) } else { None });
    if let Some((n, ())) = listed {
        return n;
    }
    let word = reader.word(i);
    usize::from(word.len() > 4 && word.ends_with("ly") && !matches!(word, "family" | "assembly" | "italy" | "july"))
}

/// The verb group at word `i`.
pub fn verb(reader: &Reader<'_>, i: usize) -> Option<(usize, Tags, VerbGroup)> {
    let mut at = i;
    let mut aux = Auxiliaries::default();
    let mut lead = 0;
    loop {
        let tags = class(reader, at);
        if tags.any(Tags::BE) {
            aux.be = true;
        } else if tags.any(Tags::HAVE) {
            aux.have = true;
        } else if tags.any(Tags::MODAL) {
            aux.modal |= !matches!(reader.word(at), "will" | "shall");
        } else if tags.any(Tags::DO) {
        } else if reader.word(at) == "to" && (lead == 0 || aux.be || aux.have) {
            aux.to = true;
        } else if tags.any(Tags::NEG) && lead > 0 {
            aux.negated = true;
        } else if lead > 0 {
            let n = adverb(reader, at);
            if n == 0 || main(reader, at).is_some_and(|(m, ..)| m > n) {
                break;
            }
            at += n;
            continue;
        } else {
            break;
        }
        lead += 1;
        at += 1;
        if lead > 8 {
            return None;
        }
    }
    let (length, class, form, attack) = main(reader, at)?;
    // "a servant of the Danish state": the country, unless people say it
    if lead == 0 && length == 1 && form == Form::Base && reader.word(at) == "state" && i > 0 {
        let before = reader.word(i - 1);
        if !matches!(before, "they" | "we" | "officials" | "police" | "reports" | "sources" | "and") {
            return None;
        }
    }
    // "a shooting at the fortress" is a noun with its preposition
    let article = Tags::A.with(Tags::THE).with(Tags::ANOTHER).with(Tags::POSS);
    if lead == 0 && length > 1 && form == Form::Ing && i > 0 && self::class(reader, i - 1).any(article) {
        return None;
    }
    // a bare participle as modifier of a noun is no verb: "the killed soldiers" is left to the rules
    let voice = match form {
        // "were burned", of a verb whose participle is listed as "burnt"
        Form::PastParticiple | Form::Participle | Form::Past if aux.be => Tags::PAS,
        Form::PastParticiple if !aux.have => Tags::ACT.with(Tags::PP),
        Form::Participle if !aux.have => Tags::PP,
        Form::Base if aux.to && !aux.modal => Tags::INF,
        Form::Ing if !aux.be => Tags::ING,
        _ => Tags::ACT,
    };
    let mut tags = class.with(voice).with(Tags::VERB);
    if aux.negated {
        tags = tags.with(Tags::NEGATED);
    }
    if aux.modal {
        tags = tags.with(Tags::MODAL_VG);
    }
    Some((at + length - i, tags, VerbGroup { attack, negated: aux.negated, modal: aux.modal }))
}

type Main = (usize, Tags, Form, Option<crate::vocabulary::AttackType>);

fn main(reader: &Reader<'_>, at: usize) -> Option<Main> {
    let (length, senses) =
        reader.phrases(at).filter(|(_, s)| s.iter().any(|s| matches!(s, Sense::Verb { .. }))).last()?;
    let mut best: Option<Main> = None;
    for sense in senses {
        if let Sense::Verb { class, form, attack } = sense {
            match &mut best {
                None => best = Some((length, *class, *form, *attack)),
                Some((_, tags, f, a)) => {
                    *tags = tags.with(*class);
                    if *f != *form && matches!(form, Form::PastParticiple) {
                        *f = *form;
                    }
                    *a = a.or(*attack);
                }
            }
        }
    }
    best
}
