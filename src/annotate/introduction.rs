//! Names of groups that an article introduces as such.
//!
//! Enters: the words of a sentence. Leaves: the words of a name beside words that make it a group's.
//! Example: `a band calling itself the Sons of the Hills`, `the militant group Sons of the Hills` and `Sons of the Hills, a
//! little-known separatist outfit,` introduce `Sons of the Hills`.

use crate::annotate::collective::{is_body, is_epithet};
use crate::annotate::lexicon::Sense;
use crate::annotate::naming::LINKS;
use crate::annotate::romanised::romanised_at;
use crate::annotate::unit::Reader;
use crate::reference::gazetteer;

/// Ends of phrases behind which a group's own name stands, whoever says so.
const CALLS: &[&str] = &["calling", "calls", "called", "styling", "styles", "styled", "naming", "names", "dubbing"];
const PRESENTS: &[&str] = &["identified", "identifying", "identifies", "describing", "describes", "introducing"];
/// Behind a noun for a body: `a militia named`.
const NAMED: &[&str] = &["called", "named", "dubbed", "titled"];
/// Before a name, beside a noun for a body: `the self-styled Red Dawn squad`.
const STYLED: &[&str] = &["called", "styled", "proclaimed", "named", "denominated", "described"];
/// Nouns for bodies that are armed without saying so.
const OUTLAWS: &[&str] = &["gang", "cartel", "militia"];
/// Longest name, in words.
const LONGEST: usize = 8;

/// The words of a name that begins at word `i` and is introduced there; none where the table of groups has it.
pub fn introduced(reader: &Reader<'_>, i: usize) -> Option<Vec<String>> {
    if opens(reader.word(i)) || !reader.tokens[i].is_word() && !reader.tokens[i].is_number() {
        return None;
    }
    let end = name_end(reader, i);
    let known = |n: usize| n > 1 || n == end - i;
    if reader.phrases(i).any(|(n, s)| known(n) && s.iter().any(|s| matches!(s, Sense::Group(..))))
        || romanised_at(reader, i).is_some()
    {
        return None;
    }
    let cued = cued(reader, i) || (end > i && between(reader, i, end));
    if end == i || !(cued || beside(reader, i, end)) {
        return None;
    }
    Some((i..end).map(|k| reader.word(k).to_owned()).collect())
}

/// An article or a quotation mark before a name.
fn opens(word: &str) -> bool {
    matches!(word, "the" | "\"" | "'" | "a")
}

/// One past the last word of a name: to the closing mark of a quoted one, else as far as capitals reach.
fn name_end(reader: &Reader<'_>, i: usize) -> usize {
    if i > 0 && matches!(reader.word(i - 1), "\"" | "'") {
        let close = (i + 1..(i + 1 + LONGEST).min(reader.len())).find(|&k| reader.word(k) == reader.word(i - 1));
        // "9 May" People's Forces: the name goes on behind the marks
        if let Some(close) = close.filter(|&k| !reader.capital(k + 1)) {
            return close;
        }
    }
    let fits = |at: usize| {
        let word = reader.word(at);
        let named = if reader.capitals {
            reader.tokens.get(at).is_some_and(crate::text::Token::is_word) && !verbal(reader, at)
        } else {
            reader.capital(at)
        };
        let number = at > i && reader.tokens.get(at).is_some_and(crate::text::Token::is_number);
        named || number || (at > i && word == "'s") || (at > i && LINKS.contains(&word) && word != "in")
    };
    let mut end = i;
    while end < reader.len() && end < i + LONGEST && fits(end) {
        end += 1;
    }
    while end > i && (LINKS.contains(&reader.word(end - 1)) || reader.word(end - 1) == "'s") {
        end -= 1;
    }
    end
}

/// `calling itself`, `a militia named`, `a group known as`, `going by the name of` right before the name.
fn cued(reader: &Reader<'_>, i: usize) -> bool {
    let mut lead = i;
    while lead > 0 && opens(reader.word(lead - 1)) {
        lead -= 1;
    }
    let back = |k: usize| if lead >= k { reader.word(lead - k) } else { "" };
    let oneself = |w: &str| matches!(w, "itself" | "themselves");
    let body = |from: usize| (from..from + 3).any(|k| is_body(back(k)));
    (oneself(back(1)) && CALLS.contains(&back(2)))
        || (back(1) == "as" && back(2) == "itself" && PRESENTS.contains(&back(3)))
        || (NAMED.contains(&back(1)) && body(2))
        // "in the name of the Red Dawn claimed it", "claimed it on behalf of Red Dawn"
        || (back(1) == "of" && back(2) == "name" && back(3) == "the" && back(4) == "in" && avowed(reader, i))
        // "a previously unknown "Red Dawn""
        || (quoted(reader, i) && (1..=3).any(|k| matches!(back(k), "unknown" | "obscure")) && reader.capital(i + 1))
        // "leaflets signed by Red Dawn"
        || (lead == i && back(1) == "by" && back(2) == "signed" && (3..14).any(|k| leaflet(back(k))) && unsigned(reader, i))
        // "a group never heard of before, the Red Dawn,"
        || (lead + 1 == i && back(1) == "," && obscure(reader, lead))
        // "the gang Red Dawn"
        || (lead == i && OUTLAWS.contains(&back(1)) && back(2) != "a" && (solitary(reader, i) || reader.capital(i + 1)))
        || (back(1) == "as" && back(2) == "known" && body(3))
        || (back(1) == "of" && back(2) == "name" && matches!(back(4), "by" | "under") && body(5))
        // "a self-styled commando unit, the "Red Dawn""
        || (quoted(reader, i) && back(1) == "," && (2..5).any(|k| is_body(back(k)) || back(k) == "unit") && styled(reader, lead))
        // "the militant group Red Dawn"
        || (lead == i && is_body(back(1)) && epithet(reader, i - 1) && solitary(reader, i))
}

/// Paper that groups leave behind.
fn leaflet(word: &str) -> bool {
    matches!(
        word,
        "leaflet"
            | "leaflets"
            | "pamphlet"
            | "pamphlets"
            | "flyers"
            | "fliers"
            | "note"
            | "banner"
            | "slogans"
            | "placard"
    )
}

/// The name behind `signed by` is no person's.
fn unsigned(reader: &Reader<'_>, i: usize) -> bool {
    let plain = reader.phrases(i).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::People { .. } | Sense::Speaker(_))));
    !plain && !reader.capitals && !crate::annotate::common::is_name(reader.word(i)) && reader.capital(i + 1)
}

/// The sentence speaks of a claim.
fn avowed(reader: &Reader<'_>, i: usize) -> bool {
    let near = i.saturating_sub(12)..(i + 12).min(reader.len());
    !matches!(reader.word(i), "god" | "allah" | "islam")
        && reader.capital(i)
        && !demonym(reader, i)
        && near
            .into_iter()
            .any(|k| matches!(reader.word(k), "claimed" | "claim" | "claiming" | "claims" | "responsibility"))
}

/// `a little-known group,` · `a group that nobody had heard of,` right before word `lead`.
fn obscure(reader: &Reader<'_>, lead: usize) -> bool {
    let before = lead.saturating_sub(11)..lead - 1;
    let said = |list: &[&str]| before.clone().any(|k| list.contains(&reader.word(k)));
    let body = before.clone().any(|k| is_body(reader.word(k)) && !reader.capital(k));
    let whole = before.clone().all(|k| !matches!(reader.word(k), "," | ";" | ":"));
    let unknown = said(&["known", "unknown", "heard", "obscure", "shadowy"]);
    // "an anarchist outfit, the Red Dawn, took"
    let end = name_end(reader, lead + 1);
    let armed = before.clone().any(|k| is_epithet(reader.word(k))) && reader.word(end) == "," && end > lead + 2;
    body && whole && said(&["a", "an"]) && (unknown || armed)
}

/// The name stands behind a quotation mark.
fn quoted(reader: &Reader<'_>, i: usize) -> bool {
    i > 0 && matches!(reader.word(i - 1), "\"" | "'")
}

/// `self-styled`, `so-called` or an epithet in the eight words before.
fn styled(reader: &Reader<'_>, lead: usize) -> bool {
    (1..=8.min(lead)).any(|k| {
        let word = reader.word(lead - k);
        is_epithet(word) || (STYLED.contains(&word) && lead > k && matches!(reader.word(lead - k - 1), "so" | "self"))
    })
}

/// `the so-called Red Dawn group`, `the self-styled Red Dawn squad`.
fn between(reader: &Reader<'_>, i: usize, end: usize) -> bool {
    let mut lead = i;
    while lead > 0 && matches!(reader.word(lead - 1), "\"" | "'") {
        lead -= 1;
    }
    let styled = lead >= 2 && matches!(reader.word(lead - 2), "so" | "self") && STYLED.contains(&reader.word(lead - 1));
    let behind = (end..end + 3).any(|k| is_body(reader.word(k)));
    // "the traffickers' self-styled army" bears no name
    if end - i == 1 && is_body(reader.word(i)) {
        return false;
    }
    let before = (1..=4.min(lead)).any(|k| is_body(reader.word(lead - k)));
    styled && (behind || before || is_body(reader.word(end - 1)))
}

/// `Red Dawn, a little-known separatist outfit,` · `the Red Dawn militant group`
fn beside(reader: &Reader<'_>, i: usize, end: usize) -> bool {
    if reader.capitals || reader.titled || end - i < 2 || i > 0 && reader.capital(i - 1) || plain(reader, i, end) {
        return false;
    }
    if is_body(reader.word(end)) || is_epithet(reader.word(end)) {
        let noun = (end..end + 3).find(|&k| is_body(reader.word(k)));
        return noun.is_some_and(|k| k > end && (end..k).all(|e| is_epithet(reader.word(e))) && bare(reader, k + 1));
    }
    if reader.word(end) != "," || !matches!(reader.word(end + 1), "a" | "an" | "the") {
        return false;
    }
    let noun = (end + 2..end + 7).find(|&k| is_body(reader.word(k)) && !reader.capital(k));
    noun.is_some_and(|k| epithet(reader, k) && bare(reader, k + 1) && (end + 2..k).all(|w| reader.word(w) != ","))
}

/// One of the words before the noun says that the body is an armed one.
fn epithet(reader: &Reader<'_>, noun: usize) -> bool {
    (1..=3.min(noun)).any(|k| is_epithet(reader.word(noun - k)))
}

/// Nothing follows that makes the noun part of somebody's title: `a rebel group leader`.
fn bare(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at) != "'s"
        && !reader.phrases(at).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::People { .. } | Sense::Speaker(_))))
}

/// A single word behind `the militant group` is no place, people or country: `the militant group Iraq expelled`.
fn solitary(reader: &Reader<'_>, i: usize) -> bool {
    let word = reader.phrases(i).any(|(_, s)| s.iter().any(|s| !matches!(s, Sense::Head(_) | Sense::Group(..))));
    reader.capital(i) && !reader.titled && !word && gazetteer::lookup(reader.word(i)).is_empty()
}

/// Every word is a demonym, a place or an epithet: `the Iraqi Shiite militant group`.
fn plain(reader: &Reader<'_>, i: usize, end: usize) -> bool {
    (i..end).any(|k| demonym(reader, k))
        || (i..end).all(|k| !gazetteer::lookup(reader.word(k)).is_empty())
        || reader.phrases(i).any(|(n, s)| {
            n == 1 && s.iter().any(|s| matches!(s, Sense::People { .. } | Sense::Word(_) | Sense::Speaker(_)))
        })
}

fn demonym(reader: &Reader<'_>, at: usize) -> bool {
    reader.phrases(at).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Demonym(_))))
}

/// A verb or a word of a closed class ends a name in a text of capitals.
fn verbal(reader: &Reader<'_>, at: usize) -> bool {
    reader.phrases(at).any(|(n, s)| {
        n == 1
            && s.iter().any(|s| matches!(s, Sense::Verb { .. } | Sense::Word(_)))
            && !LINKS.contains(&reader.word(at))
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::naming::learn;
    use crate::text::Document;

    fn read(text: &str) -> Vec<String> {
        learn(&Document::cut(text, None)).introduced.iter().map(|w| w.join(" ")).collect()
    }

    #[test]
    fn a_name_beside_words_for_a_body_is_a_group() {
        for text in [
            "A band calling itself the Red Dawn took the town.",
            "A militia named Red Dawn claimed the raid.",
            "A separatist group known as \"Red Dawn\" claimed the raid.",
            "Members of the militant group Red Dawn smashed the windows.",
            "Red Dawn, a little-known separatist outfit, claimed the raid.",
            "Police blamed the Red Dawn militant group for the raid.",
            "Police blamed the so-called Red Dawn group for the raid.",
            "A self-styled commando unit, the \"Red Dawn\", claimed the raid.",
            "An anarchist group calling itself \"red dawn\" claimed the fire.",
        ] {
            assert_eq!(read(text), ["red dawn"], "{text}");
        }
        for text in [
            "The minister, calling himself a friend, left.",
            "John Miller, a rebel group leader, was held.",
            "The Iraqi Shiite militant group claimed it.",
            "He met the armed group Tuesday.",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
