//! People whom no word list knows, by their place beside a verb that only people suffer.
//!
//! Enters: items. Leaves: the same, with an unknown noun phrase or a proper name before `was murdered` or behind
//! `shot dead` turned into people. Example: `A beekeeper was shot dead` counts one, `30 gold miners` count thirty.

use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags, Value};
use crate::frame::casualty::named::{fold_heads, join_families, mourned, occupation, of_both, pairs, suffers, titled};
use crate::frame::trail;
use crate::text::Token;
use crate::vocabulary::{Population, TargetType};

/// Verbs whose object or passive subject is a person.
const HARM: Tags = Tags::KILL.with(Tags::WOUND);

/// Heads that are no people, whatever happened to them.
const THINGS: Tags = Tags::EVENT
    .with(Tags::WEAPON)
    .with(Tags::SITE)
    .with(Tags::UNIT)
    .with(Tags::TOLL)
    .with(Tags::DEATHN)
    .with(Tags::INJURYN)
    .with(Tags::CASUALTYN)
    .with(Tags::LIFEN)
    .with(Tags::MONTH);

/// What is shot down.
const MACHINES: &[&str] = &[
    "missile",
    "missiles",
    "rocket",
    "rockets",
    "drone",
    "drones",
    "aircraft",
    "plane",
    "planes",
    "helicopter",
    "helicopters",
    "jet",
    "jets",
    "dogs",
    "cattle",
    "cows",
    "horses",
];

/// What may stand inside the noun phrase.
const INSIDE: Tags = Tags::WORD
    .with(Tags::DEMONYM)
    .with(Tags::NAME)
    .with(Tags::GROUP)
    .with(Tags::SPEAKER)
    .with(Tags::SITE)
    .with(Tags::WEAPON)
    .with(Tags::PLACE)
    .with(Tags::PEOPLE)
    .with(Tags::APPOS)
    .with(Tags::FORMER);

/// Turns unnamed people into people.
pub fn personify(items: &[Item], tokens: &[Token]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        if let Some((end, people)) = phrase(items, at, tokens) {
            let harmed = behind(&out)
                || mourned(&out, tokens) && people.named
                || !people.definite && !led(&out) && before(items, end, people.named, tokens);
            if harmed {
                out.push(whole(&items[at..end], people));
                at = end;
                continue;
            }
        }
        // "the murder of the judge and of her clerk"
        if of_both(items, at, tokens) {
            at += 1;
            continue;
        }
        let mut item = items[at].clone();
        // "no casualties", "no deaths"
        let counted = Tags::CASUALTYN.with(Tags::INJURYN).with(Tags::DEATHN);
        // "no reports of casualties"
        let reports = items.get(at + 1).is_some_and(|n| tokens[n.tokens.start].is("reports"))
            && items.get(at + 2).is_some_and(|n| n.is(Tags::OF))
            && items.get(at + 3).is_some_and(|n| n.is(counted));
        if item.is(Tags::NONE_WORD) && (reports || items.get(at + 1).is_some_and(|n| n.is(counted))) {
            item.tags = Tags::NUM;
            item.value = Value::Number(Quantity::none());
        }
        // "four injured pupils"
        let hurt = |t: &Token| matches!(t.norm.as_str(), "injured" | "wounded");
        if item.people().is_some_and(|p| p.count.is_some() && p.parts.is_empty() && !p.partitive)
            && tokens[item.tokens.clone()].iter().skip(1).any(hurt)
        {
            item.tags = item.tags.with(Tags::HURT);
        }
        // "thirty of the wounded came to a clinic"
        let of_hurt = |t: &Token| matches!(t.norm.as_str(), "wounded" | "injured");
        if item.people().is_some_and(|p| p.partitive && p.count.is_some())
            && tokens[..item.tokens.end].last().is_some_and(of_hurt)
        {
            item.tags = item.tags.with(Tags::HURT);
        }
        out.push(item);
        at += 1;
    }
    pairs(&mut out, tokens);
    let out = join_families(out);
    across(&fold_heads(crate::annotate::list::join_lists(&out)), tokens)
}

/// `Ten officers of the guard on their way home, and their driver, were killed`: a list whose members have modifiers.
fn across(items: &[Item], tokens: &[Token]) -> Vec<Item> {
    let counted = |i: &Item| i.people().is_some_and(|p| p.count.is_some() && !p.partitive);
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let object = out.last().is_some_and(|i| {
            i.is(Tags::VERB
                .with(Tags::OF)
                .with(Tags::IN)
                .with(Tags::BY)
                .with(Tags::WITH)
                .with(Tags::ON)
                .with(Tags::PREP))
                && !i.is(Tags::SAY)
        });
        let harmed = out.last().is_some_and(|i| i.is(HARM) && i.is(Tags::VERB) && !i.is(Tags::PAS));
        let mut end = at + 1;
        while counted(&items[at]) && (!object || harmed) && end < at + trail::LONGEST {
            let and = end + usize::from(items.get(end).is_some_and(|i| i.is(Tags::COMMA)));
            // "killed Judge Villegas, a former deputy, and three others"
            let others = harmed
                && items.get(and).is_some_and(|i| i.is(Tags::AND))
                && items.get(and + 1).is_some_and(counted)
                && !clause(&items[(and + 2).min(items.len())..])
                && items.get(and + 2).is_none_or(|i| {
                    !i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE).with(Tags::DEAD).with(Tags::HURT))
                });
            // modifiers of the second member: "and her two daughters, aged 5 and 8, were killed"
            let mut far = and + 2;
            let dead = |i: &Item| i.is(Tags::VERB) && (i.is(HARM) && i.is(Tags::PAS) || i.is(Tags::DIE));
            while !items.get(far).is_some_and(dead) {
                let Some(next) = trail::modifier(items, far, tokens).filter(|n| *n <= at + trail::LONGEST) else {
                    break;
                };
                far = next;
            }
            let verb = items.get(far).is_some_and(dead);
            // a comma before "and" closes again before the verb, else another clause begins there
            let paired = and == end || items.get(and + 2).is_some_and(|i| i.is(Tags::COMMA));
            if others && end > at + 1
                || verb && paired && !harmed && items[and].is(Tags::AND) && counted(&items[and + 1]) && end > at + 1
            {
                out.push(crate::annotate::list::joined(&[
                    items[at].clone(),
                    items[and].clone(),
                    items[and + 1].clone(),
                ]));
                at = and + 2;
                break;
            }
            match trail::modifier(items, end, tokens) {
                Some(next) => end = next,
                None => break,
            }
        }
        if at < items.len() {
            out.push(items[at].clone());
            at += 1;
        }
    }
    out
}

fn whole(items: &[Item], people: People) -> Item {
    let (first, last) = (&items[0], &items[items.len() - 1]);
    let mut tags = Tags::PEOPLE;
    if people.side == Side::Attacker {
        tags = tags.with(Tags::AGENT);
    }
    Item {
        tokens: first.tokens.start..last.tokens.end,
        span: first.span.join(last.span),
        tags,
        value: Value::People(Box::new(people)),
        inner: Vec::new(),
    }
}

/// A noun phrase that begins here and has no number of people yet: its end and whom it names.
fn phrase(items: &[Item], at: usize, tokens: &[Token]) -> Option<(usize, People)> {
    let first = &items[at];
    let led =
        at > 0 && items[at - 1].is(Tags::A.with(Tags::THE).with(Tags::POSS).with(Tags::GENITIVE).with(Tags::WORD));
    // a proper name alone
    if first.is(Tags::NAME) && !led && (!inside_phrase(items, at) || mourned(&items[..at], tokens)) {
        return Some((at + 1, one(first, true)));
    }
    // "political analyst Ana Soto"
    if !led && let Some(end) = titled(items, at, tokens) {
        return Some((end, one(&items[end - 1], true)));
    }
    let article = first.is(Tags::A);
    // "killed the coworker": one, whom the text takes as known
    let known = first.is(Tags::THE) && items.get(at + 1).is_some_and(|i| i.tags == Tags::WORD && occupation(i, tokens));
    if known {
        return Some((at + 2, People { definite: true, ..one(&items[at + 1], false) }));
    }
    let number = matches!(first.value, Value::Number(_)) && !first.is(Tags::DATE);
    let bare = first.tags == Tags::WORD.with(Tags::DEMONYM) && !led;
    if !(article || number || bare) {
        return None;
    }
    let mut end = at + 1;
    while items.get(end).is_some_and(|i| {
        i.is(INSIDE)
            && !(i.is(Tags::APPOS) && i.is(Tags::INCL.with(Tags::SAY)))
            && !i.is(Tags::VERB.with(Tags::AFTER).with(Tags::AND))
            && (i.tags != Tags::WORD || word(i, tokens))
    }) && end < at + 8
    {
        // people with a number of their own begin another phrase
        if items[end].people().is_some_and(|p| p.count.is_some() || p.definite) {
            return None;
        }
        end += 1;
    }
    while end > at + 1 && items[end - 1].is(Tags::APPOS) {
        end -= 1;
    }
    let head = &items[end - 1];
    if end == at + 1 && !(bare && head.is(Tags::DEMONYM)) || head.is(THINGS) && !head.is(Tags::PEOPLE) {
        return None;
    }
    // "two missiles were shot down"
    let machine = |t: &Token| MACHINES.contains(&t.norm.as_str());
    if tokens[head.tokens.clone()].last().is_some_and(machine) {
        return None;
    }
    let mut people = head.people().cloned().unwrap_or_else(|| one(head, head.is(Tags::NAME)));
    people.count = if let Value::Number(quantity) = first.value { Some(quantity) } else { Some(Quantity::exact(1)) };
    people.plural = people.count != Some(Quantity::exact(1));
    if let Some(group) = items[at..end].iter().find_map(|i| if let Value::Group(g) = &i.value { Some(g) } else { None })
    {
        if head.is(Tags::GROUP) && crate::annotate::people::armed(group) {
            people.side = Side::Attacker;
            people.population = Population::Militant;
        }
        people.group = Some(group.clone());
    }
    Some((end, people))
}

/// A word that can be part of a name for people: letters, and no participle that opens a clause.
fn word(item: &Item, tokens: &[Token]) -> bool {
    tokens.get(item.tokens.start).is_some_and(|t| t.is_word() && !t.norm.ends_with("ing"))
}

/// A verb follows before the clause ends: what stands before it is its subject.
fn clause(items: &[Item]) -> bool {
    let ends =
        Tags::REL.with(Tags::AFTER).with(Tags::COMMA).with(Tags::SEMI).with(Tags::STOP).with(Tags::BUT).with(Tags::AND);
    items.iter().take_while(|i| !i.is(ends)).any(|i| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)))
}

/// A name behind an article or a word belongs to a longer phrase.
fn inside_phrase(items: &[Item], at: usize) -> bool {
    at > 0
        && items[at - 1].is(Tags::OF
            .with(Tags::IN)
            .with(Tags::AT)
            .with(Tags::ON)
            .with(Tags::FROM)
            .with(Tags::PREP)
            .with(Tags::BY)
            .with(Tags::TO)
            .with(Tags::FOR)
            .with(Tags::WITH)
            .with(Tags::EVENT))
}

/// One person by a noun or a name, of no known side.
pub fn one(head: &Item, named: bool) -> People {
    People {
        count: Some(Quantity::exact(1)),
        population: Population::Unknown,
        side: Side::Neutral,
        target: TargetType::Unknown,
        noun: head.span,
        definite: false,
        named,
        other: false,
        partitive: false,
        plural: false,
        group: None,
        suspected: false,
        parts: Vec::new(),
    }
}

/// The phrase is the object of a verb of harm, or joins a list of such objects.
fn behind(before: &[Item]) -> bool {
    let mut back = before.iter().rev().filter(|i| !i.is(Tags::APPOS));
    let active = |i: &Item| i.is(HARM) && i.is(Tags::VERB) && !i.is(Tags::PAS) && !i.is(Tags::INF);
    let Some(last) = back.next() else { return false };
    if active(last) {
        return true;
    }
    let leaves = |i: &Item| i.is(Tags::LEAVE);
    let joins = last.is(Tags::AND.with(Tags::COMMA));
    leaves(last)
        || joins
            && back.next().is_some_and(|i| i.is(Tags::PEOPLE))
            && back.next().is_some_and(|i| active(i) || leaves(i))
}

/// `at a naval post`: a preposition stands before the phrase, which is no subject then.
fn led(before: &[Item]) -> bool {
    before.last().is_some_and(|i| i.is(Tags::AT.with(Tags::ON).with(Tags::FROM).with(Tags::TO)))
}

/// The phrase is the subject of a passive verb of harm or of a verb of dying.
fn before(items: &[Item], end: usize, named: bool, tokens: &[Token]) -> bool {
    let mut at = end;
    loop {
        let Some(item) = items.get(at) else { return false };
        if item.is(Tags::VERB) && (item.is(HARM.with(Tags::SHOOT)) && item.is(Tags::PAS) || item.is(Tags::DIE)) {
            return true;
        }
        // "Baran suffered cuts"
        let body = |t: &Token| {
            matches!(
                t.norm.as_str(),
                "cuts" | "cut" | "burns" | "bruises" | "wounds" | "injuries" | "concussion" | "fractures" | "shock"
            )
        };
        if named && tokens.get(item.tokens.start).is_some_and(|t| matches!(t.norm.as_str(), "suffered" | "sustained")) {
            let behind = || tokens[item.tokens.end..].iter().take(4);
            return behind().any(body) && !behind().any(|t| t.is("no"));
        }
        if item.is(Tags::VERB) && item.is(HARM) && item.is(Tags::PP) {
            // a bare participle is passive where nothing follows that it could strike
            return items.get(at + 1).is_none_or(|n| {
                n.is(Tags::IN
                    .with(Tags::AT)
                    .with(Tags::BY)
                    .with(Tags::AFTER)
                    .with(Tags::ON)
                    .with(Tags::STOP)
                    .with(Tags::AND)
                    .with(Tags::COMMA))
            });
        }
        if item.is(Tags::PAS) && item.is(Tags::VERB) {
            // "was kidnapped and killed"
            let joined = items[at + 1..].iter().take(5).position(|i| i.is(Tags::AND));
            return joined.is_some_and(|k| items.get(at + 2 + k).is_some_and(|i| i.is(HARM) && i.is(Tags::PP)))
                || item.is(Tags::RECOVER) && items.get(at + 1).is_some_and(|i| i.is(Tags::DEAD.with(Tags::KILL)));
        }
        if named && suffers(items, at) {
            return true;
        }
        // "the head of the council, Ana Soto, and a cook of the hall died"
        if named
            && item.is(Tags::COMMA)
            && items.get(at + 1).is_some_and(|n| n.is(Tags::AND))
            && items.get(at + 2).is_some_and(|n| n.is(Tags::NAME) || n.people().is_some_and(|p| p.count.is_some()))
        {
            at += 3;
            continue;
        }
        // one more member of a list before the verb
        if item.is(Tags::AND) && items.get(at + 1).is_some_and(|n| n.is(Tags::PEOPLE.with(Tags::NAME).with(Tags::A))) {
            at += 2;
            while items.get(at).is_some_and(|i| i.is(INSIDE)) {
                at += 1;
            }
            continue;
        }
        match trail::modifier(items, at, tokens) {
            Some(next) if next <= end + trail::LONGEST => at = next,
            _ => return false,
        }
    }
}
