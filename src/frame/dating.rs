//! What a date in a sentence dates: the attack, a statement about it, or what came of it.
//!
//! Enters: the items of a sentence and the place of a date among them. Leaves: to what its words belong.
//! Example: in `Police said on Tuesday that gunmen had killed six on Sunday`, Tuesday is the statement's day and Sunday
//! the attack's.

mod deed;

use crate::annotate::{Item, Tags};
pub use crate::frame::dating::deed::VIOLENT;
use crate::frame::dating::deed::{attack_noun, governed, has, verbal, words};
use crate::text::Token;

/// Behind a weekday: what people had come for.
const OCCASIONS: &[&str] =
    &["mass", "service", "services", "prayer", "prayers", "worship", "sermon", "school", "market", "papers"];

/// Behind a date: what bears its name, or is still to come.
const NAMES: &[&str] = &[
    "movement",
    "brigade",
    "battalion",
    "accord",
    "accords",
    "agreement",
    "election",
    "elections",
    "vote",
    "referendum",
    "plebiscite",
    "deadline",
    "revolution",
];

/// What is set for a day and is no attack: `in the election on Sunday`.
const SET: &[&str] = &["election", "elections", "vote", "referendum", "plebiscite", "ballot", "summit", "inauguration"];

/// To what a date belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// `killed six on Sunday`, `Sunday's bombing`, `the attack took place on Sunday`.
    Attack,
    /// No word tells.
    Loose,
    /// `Sunday mass`, `Friday prayers`: the occasion on which people had come.
    Occasion,
    /// `the worst since 1998`, `the 9 May Movement`: no date of this event.
    Aside,
    /// `said on Tuesday`, `today denounced`.
    Statement,
    /// `buried on Tuesday`, `a suspect arrested on Monday`.
    Aftermath,
}

impl Tie {
    /// It dates something other than the attack.
    pub const fn elsewhere(self) -> bool {
        matches!(self, Self::Statement | Self::Aftermath)
    }
}

/// Parts of a day or month, beside a date.
const PARTS: &[&str] =
    &["early", "late", "last", "around", "night", "morning", "evening", "afternoon", "dawn", "midnight", "noon"];

/// The tie of the date at `at`.
pub fn tie(items: &[Item], at: usize, tokens: &[Token]) -> Tie {
    if moment(items, at, tokens) {
        return Tie::Attack;
    }
    if stretch(items, at, tokens) {
        // "the worst since the 8 June attack": the words name that attack by its day
        let named = items[at - 1].is(Tags::THE) && beside_noun(items, at, tokens) == Some(Tie::Attack);
        return if named { Tie::Attack } else { Tie::Aside };
    }
    beside_noun(items, at, tokens).or_else(|| of_verb(items, at, tokens)).unwrap_or(Tie::Loose)
}

/// `was leaving the office on Sunday night when gunmen opened fire`: the time at which the attack broke in.
fn moment(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let edge = Tags::VERB.with(Tags::SEMI).with(Tags::STOP).with(Tags::BE).with(Tags::HAVE);
    let near = items[at + 1..].iter().take(14).take_while(|i| !i.is(edge));
    let Some(when) = near.into_iter().position(|i| has(i, tokens, &["when"])).map(|n| at + 1 + n) else {
        return false;
    };
    // another date between the two is the nearer
    if items[at + 1..when].iter().any(|i| i.is(Tags::DATE)) {
        return false;
    }
    let clause = items[when + 1..].iter().take_while(|i| !i.is(Tags::SEMI.with(Tags::STOP)));
    let verb = clause.clone().enumerate().find(|(_, i)| i.is(Tags::VERB.without(Tags::BE)) && i.is(VIOLENT));
    let unknown = ["shots", "men", "man", "youths"];
    let subject = clause.clone().take(5).any(|i| i.is(Tags::AGENT.with(Tags::WEAPON)) || has(i, tokens, &unknown));
    subject || verb.is_some_and(|(n, _)| n < 12)
}

/// `since 2009`, `until May`: from or up to a time; `by Friday`: what was counted by then.
fn stretch(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let by = at > 0 && has(&items[at - 1], tokens, &["by"]);
    by || items[..at].iter().rev().take(2).any(|i| has(i, tokens, &["since", "until", "till"]))
}

/// The words name the attack by its day: `last night's attack`, `Sunday's bombing`.
pub fn names_attack(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    items.get(at + 1).is_some_and(|i| i.is(Tags::GENITIVE)) && beside_noun(items, at, tokens) == Some(Tie::Attack)
}

/// `Sunday's lorry bomb`, `the 8 June attack`; `an attack in Kabul on Monday`, `the assault of 8 June`; `Sunday mass`
fn beside_noun(items: &[Item], at: usize, tokens: &[Token]) -> Option<Tie> {
    let next = items.get(at + 1);
    let genitive = next.is_some_and(|i| i.is(Tags::GENITIVE));
    let ahead = &items[at + 1 + usize::from(genitive)..];
    let modifier = Tags::WORD.with(Tags::SITE).with(Tags::PLACE).with(Tags::NUM).with(Tags::EVENT).with(Tags::DEMONYM);
    let modifier = modifier.with(Tags::PEOPLE).with(Tags::GROUP).with(Tags::NAME).with(Tags::DEAD);
    let near = ahead.iter().take(4).take_while(|i| attack_noun(i) || i.is(modifier)).find(|i| attack_noun(i));
    let article = at > 0 && items[at - 1].is(Tags::THE);
    // "the April 1, 2001, ambush"
    if article && next.is_some_and(|i| i.is(Tags::COMMA)) && ahead.get(1).is_some_and(attack_noun) {
        return Some(Tie::Attack);
    }
    if near.is_some() && (genitive || article || ahead.first().is_some_and(attack_noun)) {
        return Some(Tie::Attack);
    }
    // "Sunday's election", "this evening's newscast"
    if genitive {
        return Some(Tie::Aftermath);
    }
    if of_what_is_set(items, at, tokens) {
        return Some(Tie::Aftermath);
    }
    // "the '9 May' brigade"
    let quoted = at > 0 && items[at - 1].is(Tags::QUOTE) && next.is_some_and(|i| i.is(Tags::QUOTE));
    let next = next.and_then(|i| words(i, tokens).next());
    if next.is_some_and(|w| OCCASIONS.contains(&w)) {
        return Some(Tie::Occasion);
    }
    if quoted || next.is_some_and(|w| NAMES.contains(&w)) {
        return Some(Tie::Aside);
    }
    let led = Tags::ON.with(Tags::IN).with(Tags::AT).with(Tags::OF).with(Tags::PREP).with(Tags::THE).with(Tags::A);
    let led = led.with(Tags::PLACE).with(Tags::SITE).with(Tags::NUM).with(Tags::GENITIVE).with(Tags::APPOS);
    let behind = (0..at).rev().take(8).take_while(|&j| {
        let i = &items[j];
        // "the killing of six villagers on Friday"
        let object = i.is(Tags::PEOPLE) && j > 0 && items[j - 1].is(Tags::OF);
        attack_noun(i) || i.is(led) || object || has(i, tokens, PARTS)
    });
    // "accused the sect of that attack in 2006": an attack pointed at is dated elsewhere
    let pointed = |j: usize| j > 0 && has(&items[j - 1], tokens, &["that", "this"]);
    behind.into_iter().find(|&j| attack_noun(&items[j])).filter(|&j| !pointed(j)).map(|_| Tie::Attack)
}

/// `a candidate in the election on Sunday`: the day of the election.
pub fn of_what_is_set(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    at > 1 && items[at - 1].is(Tags::ON) && has(&items[at - 2], tokens, SET)
}

/// By the verb that governs the date: the one before it in its clause, else the one behind it.
fn of_verb(items: &[Item], at: usize, tokens: &[Token]) -> Option<Tie> {
    let edge = Tags::SEMI.with(Tags::STOP).with(Tags::COLON).with(Tags::QUOTE).with(Tags::REL);
    let edge = items[..at].iter().rposition(|i| i.is(edge));
    let start = edge.map_or(0, |i| i + 1);
    let clause = &items[start..at];
    let verbs = |list: &[Item]| (0..list.len()).rev().find(|&i| verbal(list, i, tokens));
    let light = |list: &[Item]| {
        let light = Tags::ON.with(Tags::IN).with(Tags::AT).with(Tags::PREP).with(Tags::THE).with(Tags::COMMA);
        let light = light.with(Tags::PLACE).with(Tags::AND).with(Tags::BUT).with(Tags::DATE).with(Tags::DASH);
        list.iter().all(|i| i.is(light) || has(i, tokens, PARTS))
    };
    // a verb right behind it is its own: "the party today denounced"
    let follows = (at + 1 < items.len() && verbal(items, at + 1, tokens)).then(|| &items[at + 1]);
    let relative = edge.is_some_and(|e| items[e].is(Tags::REL)) && !light(clause);
    // somebody who can be the subject of the verb behind: not "abducted by gunmen"
    let subject = |from: usize| {
        let actor = Tags::PEOPLE.with(Tags::GROUP).with(Tags::PRON);
        (from..clause.len()).any(|i| clause[i].is(actor) && !clause[i - 1].is(Tags::BY.with(Tags::OF)))
    };
    if let Some(b) = verbs(clause)
        && (follows.is_none() || relative || !subject(b + 1))
    {
        // "was shot while travelling home on Monday": the verb that the other one leans on
        let leans = clause[b].is(Tags::WORD) && words(&clause[b], tokens).any(|w| w.ends_with("ing"));
        let b = verbs(&clause[..b]).filter(|_| leans).unwrap_or(b);
        // "the raid, which took place on Sunday": the subject stands before the clause
        let whole = edge.is_some_and(|e| items[e].is(Tags::REL));
        let from = if whole { start.saturating_sub(7) } else { start };
        return governed(&clause[b], &items[from..start + b], &items[start + b + 1..], tokens);
    }
    // a relative clause whose verb is not known
    if relative {
        return None;
    }
    if let Some(verb) = follows {
        return governed(verb, clause, &items[at + 2..], tokens);
    }
    // "the president yesterday sent a telegram": what an official did, whatever it was
    let subject = at.checked_sub(1).map(|i| &items[i]).filter(|i| i.is(Tags::PEOPLE) && !i.is(Tags::AGENT));
    if subject.is_some() && items.get(at + 1).is_some_and(|i| i.tags == Tags::WORD) {
        return Some(Tie::Aftermath);
    }
    // "on a radio show last night, the mayor announced …"
    let fronted = clause.first().is_some_and(|i| i.is(Tags::ON.with(Tags::IN).with(Tags::AT).with(Tags::PREP)))
        && items.get(at + 1).is_some_and(|i| i.is(Tags::COMMA))
        && !clause.iter().any(|i| i.is(Tags::COMMA));
    if !(light(clause) || fronted) {
        return None;
    }
    let ahead = items[at + 1..].iter().position(|i| i.is(Tags::SEMI.with(Tags::STOP).with(Tags::REL)));
    let ahead = &items[at + 1..ahead.map_or(items.len(), |n| at + 1 + n)];
    let verb = (0..ahead.len()).find(|&i| verbal(ahead, i, tokens))?;
    // "was published": the auxiliary says nothing
    let auxiliary =
        ahead[verb].is(Tags::BE.with(Tags::HAVE)) && verb + 1 < ahead.len() && verbal(ahead, verb + 1, tokens);
    let verb = verb + usize::from(auxiliary);
    // "he decided to be killed rather than …": the verb of the clause is not known
    let unknown = ahead[..verb].windows(2).any(|w| w[0].is(Tags::PRON) && w[1].tags == Tags::WORD);
    if unknown || ahead[verb].is(Tags::INF) {
        return None;
    }
    governed(&ahead[verb], &ahead[..verb], &ahead[verb + 1..], tokens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    /// The ties of all dates of a sentence.
    fn ties(text: &str) -> Vec<Tie> {
        let document = Document::cut(text, None);
        let annotated = annotate(&document);
        annotated
            .items
            .iter()
            .flat_map(|items| {
                let dates = items.iter().enumerate().filter(|(_, i)| i.is(Tags::DATE));
                dates.map(|(at, _)| tie(items, at, &document.tokens)).collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn a_date_belongs_to_its_verb_or_noun() {
        use Tie::{Aftermath, Aside, Attack, Loose, Occasion, Statement};
        for (text, expected) in [
            ("Gunmen killed six villagers near the river on Sunday.", vec![Attack]),
            ("On Sunday three gunmen in a jeep opened fire on a depot.", vec![Attack]),
            ("A bomb exploded Sunday in the market, police said Monday.", vec![Attack, Statement]),
            ("Police said on Tuesday that gunmen had killed six on Sunday.", vec![Statement, Attack]),
            ("THE PARTY TODAY DENOUNCED THE MURDER OF ITS LEADER.", vec![Statement]),
            ("The movement today distributed leaflets about the murder.", vec![Statement]),
            ("The toll of Sunday's lorry bomb rose to 90.", vec![Attack]),
            ("The toll of the bombing rose to 90 on Monday.", vec![Aftermath]),
            ("Tuesday's Taliban attack on a bank left ten dead.", vec![Attack]),
            ("The 8 June attack left ten dead.", vec![Attack]),
            ("The assault of 8 June left ten dead.", vec![Attack]),
            ("An attack in Kabul on Monday left ten dead.", vec![Attack]),
            ("The attack took place on the morning of 9 November.", vec![Attack]),
            ("It happened near the border on Thursday.", vec![Attack]),
            ("The rebels denied the attack on a radio station, which took place early this morning.", vec![Attack]),
            ("The body of a farmer was found on Thursday.", vec![Loose]),
            ("The trial began on Thursday.", vec![Loose]),
            ("Six pupils abducted by gunmen on 2 March were freed on Friday.", vec![Attack, Aftermath]),
            ("A man who killed six worshippers in 2019 was sentenced on Friday.", vec![Attack, Aftermath]),
            ("The president yesterday sent a telegram to the widow of the murdered judge.", vec![Aftermath]),
            ("On a radio show last night, the mayor announced the results.", vec![Statement]),
            ("On Thursday two charges blew open the doors of a vault.", vec![Loose]),
            ("Rebels overran a border post on Sunday.", vec![Attack]),
            ("A suspect was arrested on Friday over the bombing.", vec![Aftermath]),
            ("The dead were buried on Friday.", vec![Aftermath]),
            ("Two of the wounded died in hospital on Friday.", vec![Aftermath]),
            ("Two bombers struck worshippers after Sunday mass.", vec![Occasion]),
            ("A mayor was shot dead while travelling to his office on Monday.", vec![Attack]),
            ("Yesterday a column of rebels arrived in the village and shot 16 peasants.", vec![Attack]),
            ("The group, which on 3 March claimed responsibility for a murder, is banned.", vec![Statement]),
            ("A leader of the 9 May Movement was shot dead on Friday.", vec![Aside, Attack]),
            ("It was the worst attack since 1998.", vec![Aside]),
            ("It was the worst attack since the April 2021 ambush in the hills.", vec![Attack]),
            ("It was the worst attack since the April 1, 2021, ambush in the hills.", vec![Attack]),
            ("The fighting went on until early this morning.", vec![Aside]),
            ("A clerk was leaving her office on Sunday night when gunmen opened fire.", vec![Attack]),
            ("The town has been tense since May 4, when a lorry bomb exploded at a bank.", vec![Attack]),
            ("By Friday the toll had risen to 12.", vec![Aside]),
            ("Two of the injured died on Friday.", vec![Aftermath]),
            ("Gunmen fell on the hamlet in the night of 9 June.", vec![Loose]),
            ("Voters turned out for Sunday's election.", vec![Aftermath]),
            ("She spoke for a candidate in the election on Sunday.", vec![Aftermath]),
            ("Parents queued at a mortuary on Friday, where they looked for the murdered.", vec![Loose]),
            ("Gunmen struck a church in Ondo state, on Sunday.", vec![Attack]),
        ] {
            assert_eq!(ties(text), expected, "{text}");
        }
    }
}
