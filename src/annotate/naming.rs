//! Names: known groups, groups known by their form, acronyms that the article itself explains, and people's names.
//!
//! Enters: the words of a sentence. Leaves: the length of a name and what it names.
//! Example: `Swords of Zabul` heads like a group; after `Baloch Raji Aajoi Sangar (BRAS)` a bare `BRAS` is that group.

use crate::annotate::collective::is_epithet;
use crate::annotate::common::{is_name, is_ordinary};
use crate::annotate::dated::dated;
use crate::annotate::introduction::introduced;
use crate::annotate::item::GroupName;
use crate::annotate::lexicon::{HeadPosition, Sense};
use crate::annotate::offshoot::{described, dissidents, renewed};
use crate::annotate::qualified::{owners, qualified};
use crate::annotate::romanised::{romanised_at, short, shortened};
use crate::annotate::unit::Reader;
use crate::reference::gazetteer;
use crate::span::Span;
use crate::text::{Case, Document};

/// Acronyms that the article explains.
#[derive(Clone, Debug, Default)]
pub struct Learned {
    /// The folded acronym and the group that it stands for.
    pub acronyms: Vec<(String, GroupName)>,
    /// Names that the article introduces as a group's (`a band calling itself …`), as folded words.
    pub introduced: Vec<Vec<String>>,
    /// A day is a group's name in it (`the November 17 group`).
    pub dated: bool,
    /// The first words of names with hyphens, by which they are called later: `Lashkar` of `Lashkar-e-Zil`.
    pub short: Vec<(String, GroupName)>,
}

/// Small words inside names.
pub const LINKS: &[&str] = &[
    "of", "the", "for", "al", "ul", "ur", "e", "i", "in", "wal", "wa", "de", "la", "del", "los", "las", "and", "el",
    "a", "y", "bin", "ibn", "us", "as", "an", "ar", "ash", "ad",
];

/// Reads `Name of the Group (ACRONYM)` and `a band calling itself Name` throughout the article.
pub fn learn(document: &Document<'_>) -> Learned {
    let mut learned = Learned::default();
    for sentence in &document.sentences {
        let reader = Reader::new(document, sentence);
        for i in 0..reader.len() {
            if let Some(words) = introduced(&reader, i)
                && !learned.introduced.contains(&words)
            {
                learned.introduced.push(words);
            }
            learned.dated |= dated(&reader, i, document.text, false).is_some();
            if let Some(short) = shortened(&reader, i, document.text)
                && !learned.short.iter().any(|(s, _)| *s == short.0)
            {
                learned.short.push(short);
            }
            if i == 0 {
                continue;
            }
            let acronym = &reader.tokens[i];
            let bracketed =
                matches!(reader.word(i - 1), "(" | "[") && matches!(reader.word(i + 1), ")" | "]" | "," | ";");
            if !bracketed || acronym.case != Case::Upper || acronym.norm.len() < 2 || acronym.norm.len() > 8 {
                continue;
            }
            let quote = usize::from(matches!(reader.word(i - 2.min(i)), "'" | "\""));
            let known = (1..=10.min((i - 1).saturating_sub(quote)))
                .rev()
                .find_map(|k| group_at(&reader, i - 1 - quote - k, document.text, &learned).filter(|(n, _)| *n >= k));
            if let Some((_, name)) = known
                && !learned.acronyms.iter().any(|(a, _)| *a == acronym.norm)
            {
                learned.acronyms.push((acronym.norm.clone(), name));
            }
        }
    }
    learned
}

/// The group's name at word `i`.
pub fn group_at(reader: &Reader<'_>, i: usize, text: &str, learned: &Learned) -> Option<(usize, GroupName)> {
    let first = reader.tokens.get(i)?;
    if let Some(found) = dated(reader, i, text, learned.dated) {
        return Some(found);
    }
    // "400 Red Dawn" where the table or the article has it
    let numbered = first.is_number() && first.norm.bytes().all(|b| b.is_ascii_digit()) && reader.capital(i + 1);
    if !(first.is_word() || numbered) {
        return None;
    }
    let name = |length: usize, known: Option<u16>| {
        let span = Span::new(first.span.start, reader.tokens[i + length - 1].span.end);
        (length, GroupName { known, text: span.of(text).split_whitespace().collect::<Vec<_>>().join(" "), span })
    };
    if let Some(words) = learned
        .introduced
        .iter()
        .filter(|w| w.iter().enumerate().all(|(k, word)| reader.word(i + k) == word))
        .max_by_key(|w| w.len())
        && (reader.capitals || reader.capital(i) || (i > 0 && matches!(reader.word(i - 1), "\"" | "'")))
    {
        return Some(name(words.len(), None));
    }
    if first.case == Case::Upper
        && let Some((_, group)) = learned.acronyms.iter().find(|(a, _)| *a == first.norm)
    {
        let (length, mut found) = name(1, group.known);
        found.text.clone_from(&group.text);
        return Some((length, found));
    }
    let known = reader
        .phrases(i)
        .filter_map(|(n, senses)| {
            let index = senses.iter().find_map(|s| match s {
                Sense::Group(index, acronym) => written_as_name(reader, i, n, *acronym).then_some(*index),
                _ => None,
            })?;
            Some((n, index))
        })
        .last();
    // "the Maoist Shining Path": what kind of group the next one is
    let epithet = |n: usize| n == 1 && is_epithet(first.norm.as_str()) && described(reader, i + 1, text, learned);
    if let Some((n, index)) = known.filter(|(n, _)| !epithet(*n)).or_else(|| romanised_at(reader, i)) {
        let (n, index) = qualified(reader, i, n, index).unwrap_or((n, index));
        let found = name(n, Some(index));
        return dissidents(reader, i, n, &found.1).or(Some(found));
    }
    if renewed(reader, i)
        && let Some((n, _)) = group_at(reader, i + 1, text, learned).filter(|(_, g)| g.known.is_some())
    {
        return Some(name(n + 1, None));
    }
    if let Some(known) = short(reader, i, text, &learned.short).filter(|_| by_form(reader, i).is_none()) {
        return Some(name(1, Some(known)));
    }
    let formed = by_form(reader, i).filter(|_| !numbered)?;
    Some(match qualified(reader, i, formed, u16::MAX) {
        Some((n, index)) => name(n, Some(index)),
        None => name(formed, None),
    })
}

/// Acronyms stand in capitals, other names begin with one; in a text of capitals that tells nothing.
fn written_as_name(reader: &Reader<'_>, i: usize, n: usize, acronym: bool) -> bool {
    let tokens = &reader.tokens[i..i + n];
    if reader.capitals {
        // IS, AS, MOVE and the like are words there
        let word =
            |s: &Sense| matches!(s, Sense::Word(_) | Sense::Verb { .. } | Sense::Event { .. } | Sense::Site { .. });
        let plain = tokens[0].norm.len() < 3 || (acronym && is_ordinary(&tokens[0].norm));
        return n > 1 || !(plain || reader.phrases(i).any(|(k, s)| k == 1 && s.iter().any(word)));
    }
    if acronym {
        // "SSP Aslam Baig said": a rank before a name
        let named = n == 1 && !reader.titled && !closed(reader, i + 1) && is_name(reader.word(i + 1));
        if named && by_form(reader, i + 1).is_none() && proper_at(reader, i + 1).is_some_and(|k| k > 1) {
            return false;
        }
        // "Renamo": a long acronym is also printed as a name
        let apart = !reader.capital(i + 1) && (i == 0 || !reader.capital(i - 1)) && !is_ordinary(&tokens[0].norm);
        let long = tokens[0].norm.len() > 4 || (tokens[0].norm.len() == 4 && apart);
        let word = n == 1 && long && tokens[0].is_capital() && !closed(reader, i);
        word || tokens.iter().all(|t| t.case == Case::Upper || t.is_number())
    } else {
        tokens.iter().any(crate::text::Token::is_capital)
    }
}

/// A capitalised name with the head of an armed group: `Swords of Zabul`, `Llanos Patriotic Column`.
fn by_form(reader: &Reader<'_>, i: usize) -> Option<usize> {
    if reader.capitals
        || reader.titled
        || !reader.capital(i)
        || reader.number(i).is_some()
        || (closed(reader, i) && reader.word(i) != "people" && !matches!(reader.word(i + 1), "of" | "for"))
    {
        return None;
    }
    let head = |k: usize| {
        reader.phrases(k).any(|(n, s)| {
            n == 1
                && s.iter().any(|s| match s {
                    Sense::Head(HeadPosition::First) => k == i,
                    Sense::Head(_) => true,
                    _ => false,
                })
        })
    };
    let known = |k: usize| {
        reader.phrases(k).any(|(n, s)| {
            s.iter().any(|s| matches!(s, Sense::Group(_, acronym) if written_as_name(reader, k, n, *acronym)))
        })
    };
    let mut end = i;
    let mut last_capital = i;
    while end < reader.len() && end < i + 9 {
        // another name begins: "in Syria the Islamic State"
        if end > i && known(end) && reader.word(end - 1) != "'s" {
            break;
        }
        if reader.capital(end) && reader.tokens[end].is_word() {
            last_capital = end;
        } else if reader.word(end) == "'s" && end > i && owners(reader.word(end - 1)) && reader.capital(end + 1) {
            // "People's Red Army"
        } else if end == i
            || !LINKS.contains(&reader.word(end))
            || (matches!(reader.word(end), "and" | "in" | "for") && (i..end).any(head) && !head(i))
            || (reader.word(end) == "the" && !matches!(reader.word(end - 1), "of" | "for" | "in"))
        {
            break;
        }
        end += 1;
    }
    let length = last_capital + 1 - i;
    // "Army of the Free", but "Men of the Second Brigade"
    if length < 2 || (closed(reader, i) && reader.word(i) != "people" && !head(i)) {
        return None;
    }
    let headed = (i..i + length).any(|k| {
        reader.phrases(k).any(|(n, s)| {
            n == 1
                && s.iter().any(|s| match s {
                    Sense::Head(HeadPosition::First) => k == i,
                    Sense::Head(HeadPosition::Last) => k == i + length - 1,
                    Sense::Head(HeadPosition::Any) => true,
                    _ => false,
                })
        })
    });
    (headed && !state(reader, i, length)).then_some(length)
}

/// `Pakistan Army`, `Iraqi Security Forces`, `Punjab Police`: forces of a state or a region; and institutions.
fn state(reader: &Reader<'_>, i: usize, length: usize) -> bool {
    let last = reader.word(i + length - 1);
    // "Soldiers of Operation Shield" wear a uniform
    if (i..i + length).any(|k| matches!(reader.word(k), "operation" | "mission" | "regiment" | "battalion"))
        && i + 1 < i + length
    {
        return true;
    }
    if crate::annotate::toponym::AREA_BEHIND.contains(&last) {
        return true;
    }
    if matches!(
        last,
        "force"
            | "forces"
            | "police"
            | "navy"
            | "corps"
            | "ministry"
            | "department"
            | "court"
            | "agency"
            | "guard"
            | "guards"
            | "rangers"
            | "rifles"
            | "command"
            | "council"
            | "university"
            | "battalion"
            | "regiment"
            | "company"
            | "service"
            | "organization"
            | "organisation"
            | "cell"
            | "committee"
            | "union"
            | "party"
    ) {
        return true;
    }
    // "Northern State", "Special Services Group": the last word alone makes no armed group
    let weak = matches!(
        last,
        "state"
            | "province"
            | "division"
            | "association"
            | "assembly"
            | "congress"
            | "society"
            | "group"
            | "unit"
            | "league"
            | "confederation"
            | "federation"
    );
    let other_head = (i..i + length - 1).any(|k| {
        reader
            .phrases(k)
            .any(|(n, s)| n == 1 && s.iter().any(|s| matches!(s, Sense::Head(p) if *p != HeadPosition::Last)))
    });
    if weak && !other_head {
        return true;
    }
    let demonym = reader.phrases(i).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Demonym(_))));
    let country = demonym || !gazetteer::lookup(reader.word(i)).is_empty();
    country && matches!(last, "army" | "troops" | "soldiers" | "military")
}

/// The length of a person's or another proper name at word `i`.
pub fn proper_at(reader: &Reader<'_>, i: usize) -> Option<usize> {
    let mut end = i;
    let mut words = 0;
    while end < reader.len() && end < i + 7 {
        let token = &reader.tokens[end];
        let link = end > i
            && matches!(
                reader.word(end),
                "al" | "ul"
                    | "ur"
                    | "bin"
                    | "ibn"
                    | "de"
                    | "la"
                    | "el"
                    | "von"
                    | "van"
                    | "y"
                    | "del"
                    | "e"
                    | "da"
                    | "dos"
                    | "di"
            );
        let initial = reader.word(end) == "." && end > i && reader.word(end - 1).len() == 1;
        let named = if reader.capitals {
            unknown(reader, end)
        } else {
            token.is_word() && token.is_capital() && !closed(reader, end)
        };
        if named {
            words += 1;
        } else if !(link || initial) {
            break;
        }
        end += 1;
    }
    while end > i && !(reader.tokens[end - 1].is_word() && (reader.capitals || reader.tokens[end - 1].is_capital())) {
        end -= 1;
    }
    (words > 0
        && end > i
        && !(i == 0
            && words == 1
            && !reader.capitals
            && end == 1
            && reader.tokens[0].case != Case::Upper
            && closed(reader, 0)))
    .then_some(end - i)
}

/// A word of a closed class, a verb, a noun that the lexicon knows: no part of a person's name.
fn closed(reader: &Reader<'_>, i: usize) -> bool {
    reader.phrases(i).any(|(n, s)| {
        n == 1
            && s.iter().any(|s| {
                matches!(
                    s,
                    Sense::Word(_)
                        | Sense::Verb { .. }
                        | Sense::People { .. }
                        | Sense::Event { .. }
                        | Sense::Speaker(_)
                        | Sense::Number { .. }
                        | Sense::Bound(_)
                        | Sense::Demonym(_)
                )
            })
    })
}

/// In a text of capitals: a word of letters that no list holds.
fn unknown(reader: &Reader<'_>, i: usize) -> bool {
    let token = &reader.tokens[i];
    token.is_word()
        && token.norm.len() > 2
        && reader.phrases(i).next().is_none()
        && !matches!(
            token.norm.as_str(),
            "yesterday"
                | "today"
                | "tonight"
                | "early"
                | "late"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "ago"
                | "there"
                | "this"
                | "that"
        )
        && is_name(&token.norm)
}
