//! A sentence cut into items.
//!
//! Enters: a sentence. Leaves: its items in order, asides folded, lists of people joined.
//! Example: `Ten people, including two children, were killed` is `people | aside | verb group`.

use crate::annotate::aside::fold_asides;
use crate::annotate::date::{DateWords, date};
use crate::annotate::dated::dated;
use crate::annotate::interrupted::interrupted;
use crate::annotate::item::{EventNoun, GroupName, Item, Value};
use crate::annotate::lexicon::{Sense, Side};
use crate::annotate::list::join_lists;
use crate::annotate::naming::{Learned, group_at, proper_at};
use crate::annotate::people::{Names, people};
use crate::annotate::quantity::quantity;
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;
use crate::annotate::verb::verb;
use crate::annotate::whereabouts::place_at;
use crate::span::Span;
use crate::text::{Document, Sentence};

/// Cuts a sentence into items.
pub fn chunk(document: &Document<'_>, sentence: &Sentence, learned: &Learned) -> Vec<Item> {
    let reader = Reader::new(document, sentence);
    let chunker = Chunker { text: document.text, reader, learned, offset: sentence.tokens.start };
    let flat = chunker.flat();
    interrupted(join_lists(&fold_asides(&join_lists(&flat))))
}

struct Chunker<'a> {
    text: &'a str,
    reader: Reader<'a>,
    learned: &'a Learned,
    offset: usize,
}

impl Chunker<'_> {
    fn item(&self, at: usize, length: usize, tags: Tags, value: Value) -> Item {
        let tokens = &self.reader.tokens[at..at + length];
        let span = Span::new(tokens[0].span.start, tokens[length - 1].span.end);
        Item { tokens: self.offset + at..self.offset + at + length, span, tags, value, inner: Vec::new() }
    }

    fn flat(&self) -> Vec<Item> {
        let mut items = Vec::with_capacity(self.reader.len() / 2 + 1);
        let mut at = 0;
        while at < self.reader.len() {
            let (length, item) = self.next(at);
            if let Some(item) = item {
                items.push(item);
            }
            at += length.max(1);
        }
        items
    }

    /// The item at word `at` and how many words it takes; plain adverbs leave no item.
    fn next(&self, at: usize) -> (usize, Option<Item>) {
        let r = &self.reader;
        if let Some(tags) = mark(r.word(at)) {
            return (1, Some(self.item(at, 1, tags, Value::None)));
        }
        if let Some(n) = ages(r, at) {
            return (n, Some(self.item(at, n, Tags::WORD, Value::None)));
        }
        let name = || dated(r, at, self.text, self.learned.dated).is_some();
        if let Some((n, words)) = date(r, at).filter(|_| !name()) {
            return (n, Some(self.item(at, n, Tags::DATE, Value::Date(words))));
        }
        let group = |i: usize| group_at(r, i, self.text, self.learned);
        let proper = |i: usize| proper_at(r, i);
        let names = Names { group: &group, proper: &proper };
        let found_people = people(r, at, &names);
        let found_group = group(at);
        let found_verb = verb(r, at);
        let (phrase, senses) = r
            .phrases(at)
            .filter(|(_, s)| s.iter().any(|s| !matches!(s, Sense::Head(_) | Sense::Group(..) | Sense::Demonym(_))))
            .last()
            .unwrap_or((0, &[]));
        let verb_length = found_verb.as_ref().map_or(0, |v| v.0);
        let group_length = found_group.as_ref().map_or(0, |g| g.0);
        let place = place_at(r, at);
        // "Dera Ismail Khan": a place of several words is no person
        // "Kandahar's Pashtun district" no people
        let owner = place.as_ref().is_some_and(|(n, _, weak)| {
            !weak
                && r.word(at + n) == "'s"
                && r.capital(at + n + 1)
                && found_people.as_ref().is_some_and(|p| place_at(r, at + n + 1).is_some_and(|q| q.0 + n + 1 >= p.0))
        });
        // "in Kabul gunmen opened fire": behind a preposition the town is where, not whose
        let where_led = at > 0
            && matches!(r.word(at - 1), "in" | "at" | "near")
            && place.as_ref().is_some_and(|(_, _, weak)| !weak)
            && found_people.as_ref().is_some_and(|(_, p)| p.side == Side::Attacker && p.plural && p.group.is_none());
        // "leading away farmhands", "shot dead two porters": a verb of several words is none of the people's epithets
        if let Some((n, tags, group)) = found_verb
            && phrase == n
            && n > 1
            && tags.any(Tags::ABDUCT.with(Tags::KILL).with(Tags::ATTACK))
            && found_people.as_ref().is_some_and(|p| p.0 > n)
        {
            return (n, Some(self.item(at, n, tags, Value::Verb(group))));
        }
        let long_place = owner
            || where_led
            || place
                .as_ref()
                .is_some_and(|(n, _, weak)| *n > 1 && !weak && found_people.as_ref().is_some_and(|p| p.0 <= *n));
        if let Some((n, people)) = found_people
            && !long_place
            && n >= phrase
            && n >= verb_length
            && (n > group_length || group_length == 0)
        {
            let mut tags = Tags::PEOPLE;
            if r.phrases(at + n - 1).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Speaker(_))))
                || senses.iter().any(|s| matches!(s, Sense::Speaker(_)))
            {
                tags = tags.with(Tags::SPEAKER);
            }
            if people.plural {
                tags = tags.with(Tags::PLURAL);
            }
            if people.group.is_some() {
                tags = tags.with(Tags::GROUP);
            }
            if people.side == Side::Attacker {
                tags = tags.with(Tags::AGENT);
            }
            return (n, Some(self.item(at, n, tags, Value::People(Box::new(people)))));
        }
        let place_first = place.as_ref().is_some_and(|(n, _, weak)| {
            *n > 1 && !weak && found_group.as_ref().is_some_and(|(m, name)| n > m || (n == m && name.known.is_none()))
        });
        if let Some((n, name)) = found_group
            && !place_first
        {
            return (n, Some(self.item(at, n, Tags::GROUP, Value::Group(name))));
        }
        if let Some((n, places, weak)) = place
            && n >= phrase
            && (found_verb.is_none() || r.capital(at))
        {
            let tags = if weak { Tags::PLACE.with(Tags::WEAK) } else { Tags::PLACE };
            return (n, Some(self.item(at, n, tags, Value::Place(places))));
        }
        if let Some((n, tags, group)) = found_verb
            && n >= phrase
            && !(senses.iter().any(|s| matches!(s, Sense::Event { .. } | Sense::Weapon { .. }))
                && n == phrase
                && self.reads_as_noun(at))
        {
            return (n, Some(self.item(at, n, tags, Value::Verb(group))));
        }
        // "around 40" is a number, "around the market" is not; so with "between 25 and 50"
        if (senses.iter().any(|s| matches!(s, Sense::Bound(_))) || r.word(at) == "between")
            && let Some(found) = quantity(r, at)
            && found.length > phrase
        {
            let tags = if self.counts(at + found.length) { Tags::NUM } else { Tags::WORD };
            return (found.length, Some(self.item(at, found.length, tags, Value::Number(found.quantity))));
        }
        if phrase > 0
            && let Some(item) = self.phrase(at, phrase, senses)
        {
            let drop = item.tags == Tags::ADV;
            return (phrase, (!drop).then_some(item));
        }
        // "the shooting at the depot": the noun, where the verb with its preposition was none
        let noun =
            r.phrases(at).filter(|(n, s)| *n < phrase && s.iter().any(|s| matches!(s, Sense::Event { .. }))).last();
        if let Some(item) = noun.and_then(|(n, senses)| self.phrase(at, n, senses)) {
            return (item.tokens.len(), Some(item));
        }
        if let Some(found) = quantity(r, at) {
            let end = at + found.length;
            let tags = if self.counts(end) { Tags::NUM } else { Tags::WORD };
            return (found.length, Some(self.item(at, found.length, tags, Value::Number(found.quantity))));
        }
        if let Some(n) = proper_at(r, at) {
            return (n, Some(self.item(at, n, Tags::NAME, Value::None)));
        }
        let demonym = r.phrases(at).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Demonym(_))));
        (1, Some(self.item(at, 1, if demonym { Tags::WORD.with(Tags::DEMONYM) } else { Tags::WORD }, Value::None)))
    }

    /// After an article, a preposition or an adjective, `attack` and `bomb` are nouns; behind people they are verbs.
    fn reads_as_noun(&self, at: usize) -> bool {
        let r = &self.reader;
        // "Shelling by rebels went on", "owing to shelling", "due to bombing"
        let noun = r.word(at).ends_with("ing");
        if noun
            && (at == 0 && r.word(at + 1) == "by"
                || at > 1 && r.word(at - 1) == "to" && matches!(r.word(at - 2), "due" | "owing"))
        {
            return true;
        }
        if at == 0 {
            return !matches!(r.word(at + 1), "the" | "a" | "an" | "at" | "on" | "in" | "by");
        }
        let word = r.word(at);
        let before = r.word(at - 1);
        // "claimed that attack", "behind that bombing"
        if before == "that" && at > 1 && points(r.word(at - 2)) && quantity(r, at + 1).is_none() {
            return true;
        }
        if matches!(
            before,
            "to" | "who"
                | "that"
                | "which"
                | "they"
                | "he"
                | "will"
                | "would"
                | "could"
                | "can"
                | "may"
                | "might"
                | "should"
                | "and"
                | "not"
        ) {
            // "the attack and bombing": a form in -ing behind "and" is a noun as often as not; "and killing four" is none
            return before == "and" && word.ends_with("ing") && quantity(r, at + 1).is_none();
        }
        if word.ends_with("ed") {
            return false;
        }
        // "killing at least 24 officers", but "the killing of 24 officers"
        if word.ends_with("ing") {
            let counted = quantity(r, at + 1).is_some()
                || matches!(
                    r.word(at + 1),
                    "the" | "a" | "an" | "his" | "her" | "their" | "its" | "both" | "all" | "him" | "them" | "himself" | "more"
                )
                // "…, killing Mayor Diaz"
                || before == "," && r.capital(at + 1);
            return !counted || matches!(before, "the" | "a" | "of" | "'s");
        }
        let subject =
            r.phrases(at - 1).any(|(n, s)| n == 1 && s.iter().any(|s| matches!(s, Sense::People { plural: true, .. })));
        let object = matches!(r.word(at + 1), "the" | "a" | "an" | "his" | "their" | "its")
            || r.tokens.get(at + 1).is_some_and(crate::text::Token::is_number);
        !(subject && object)
    }

    /// A number without a noun: what follows is no noun of its own.
    fn counts(&self, end: usize) -> bool {
        let r = &self.reader;
        let Some(next) = r.tokens.get(end) else { return true };
        if !next.is_word() {
            return !matches!(next.norm.as_str(), "%" | "'s" | "$") && !next.is_number();
        }
        if next.joined {
            return false;
        }
        // "reached 74 yesterday", "rose to 31 Tuesday"
        if date(r, end).is_some_and(|(_, words)| {
            matches!(words, DateWords::Weekday { .. } | DateWords::Ago { .. } | DateWords::Overnight)
        }) {
            return true;
        }
        let senses: Vec<&Sense> = r.phrases(end).flat_map(|(_, s)| s).collect();
        if senses.iter().any(|s| matches!(s, Sense::Word(c) if c.any(Tags::UNIT))) {
            return false;
        }
        senses.iter().any(|s| matches!(s, Sense::Word(_) | Sense::Verb { .. } | Sense::Bound(_)))
    }

    fn phrase(&self, at: usize, n: usize, senses: &[Sense]) -> Option<Item> {
        let mut tags = Tags::NONE;
        let mut value = Value::None;
        for sense in senses {
            match sense {
                Sense::Event { attack, strength, plural } => {
                    tags = tags.with(Tags::EVENT);
                    value = Value::Event(EventNoun {
                        attack: *attack,
                        strength: *strength,
                        plural: *plural,
                        definite: self.definite(at),
                    });
                }
                Sense::Weapon { weapon, attack } => {
                    tags = tags.with(Tags::WEAPON);
                    if matches!(value, Value::None) {
                        value = Value::Weapon { weapon: *weapon, attack: *attack };
                    }
                }
                Sense::Site { target, kind, .. } => {
                    tags = tags.with(Tags::SITE);
                    if matches!(value, Value::None) {
                        value = Value::Site { target: *target, kind: *kind };
                    }
                }
                Sense::Speaker(kind) => {
                    tags = tags.with(Tags::SPEAKER);
                    if matches!(value, Value::None) {
                        value = Value::Speaker(*kind);
                    }
                }
                Sense::Word(class) => tags = tags.with(*class),
                _ => {}
            }
        }
        if tags.is_empty() {
            return None;
        }
        if tags.any(Tags::ADV) && tags != Tags::ADV {
            tags = tags.without(Tags::ADV);
        }
        Some(self.item(at, n, tags, value))
    }

    /// `the attack`, `Tuesday's attack`, `the December attack`
    fn definite(&self, at: usize) -> bool {
        (1..=3.min(at))
            .map(|k| self.reader.word(at - k))
            .take_while(|w| !matches!(*w, "in" | "of" | "," | "to" | "and" | "by"))
            .any(|w| matches!(w, "the" | "this" | "that" | "these" | "those" | "'s"))
    }
}

/// `aged 4, 7 and 9` counts nobody.
fn ages(r: &Reader<'_>, at: usize) -> Option<usize> {
    let number = |i: usize| r.tokens.get(i).is_some_and(crate::text::Token::is_number) || r.number(i).is_some();
    if !matches!(r.word(at), "aged" | "ages") {
        return None;
    }
    let mut end = at + 1 + usize::from(r.word(at + 1) == "between");
    while number(end) || matches!(r.word(end), "," | "and" | "or" | "to" | "-") && number(end + 1) {
        end += 1;
    }
    (end > at + 1).then_some(end - at)
}

/// Words behind which `that` points: `claimed that attack`, `after that raid`.
fn points(word: &str) -> bool {
    matches!(
        word,
        "claimed"
            | "claim"
            | "claims"
            | "claiming"
            | "denied"
            | "condemned"
            | "behind"
            | "for"
            | "in"
            | "of"
            | "after"
            | "before"
            | "since"
            | "during"
            | "linked"
            | "out"
    )
}

fn mark(word: &str) -> Option<Tags> {
    Some(match word {
        "," => Tags::COMMA,
        "-" => Tags::DASH,
        "(" | "[" => Tags::LPAR,
        ")" | "]" => Tags::RPAR,
        "\"" | "'" => Tags::QUOTE,
        ":" => Tags::COLON,
        ";" => Tags::SEMI,
        "." | "!" | "?" | "*" => Tags::STOP,
        "'s" => Tags::GENITIVE,
        _ => return None,
    })
}

/// The group names among the items, asides included.
pub fn groups(items: &[Item]) -> Vec<&GroupName> {
    items
        .iter()
        .flat_map(|item| {
            let own = match &item.value {
                Value::Group(g) => vec![g],
                Value::People(p) => p.group.iter().chain(groups(&p.parts)).collect(),
                _ => Vec::new(),
            };
            own.into_iter().chain(groups(&item.inner))
        })
        .collect()
}
