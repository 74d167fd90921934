//! What a date in a sentence dates: the attack, a statement about it, or what came of it.
//!
//! Enters: the items of a sentence and the place of a date among them. Leaves: to what its words belong.
//! Example: in `Police said on Tuesday that gunmen had killed six on Sunday`, Tuesday is the statement's day and Sunday
//! the attack's.

use crate::annotate::lexicon::Strength;
use crate::annotate::{Item, Tags, Value};
use crate::text::Token;

/// To what a date belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// `killed six on Sunday`, `Sunday's bombing`, `the attack took place on Sunday`.
    Attack,
    /// No word tells.
    Loose,
    /// `Sunday mass`, `the worst since 1998`: no date of an event.
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

const VIOLENT: Tags = Tags::KILL
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

/// Nouns for a number of people.
const FIGURES: &[&str] = &["toll", "number", "figure", "count", "total", "tally", "dead", "deaths"];

/// Parts of a day or month, beside a date.
const PARTS: &[&str] =
    &["early", "late", "last", "around", "night", "morning", "evening", "afternoon", "dawn", "midnight", "noon"];

/// Stems of verbs for what people say of an attack.
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
];

/// Stems of verbs for what follows an attack: mourning, inquiry, visits, trials, votes.
const FOLLOWING: &[&str] = &[
    "mourn",
    "buried",
    "bury",
    "funeral",
    "visit",
    "met",
    "arriv",
    "resign",
    "gather",
    "march",
    "demonstrat",
    "protest",
    "vot",
    "sentenc",
    "convict",
    "trial",
    "appear",
    "travel",
    "fly",
    "flew",
    "return",
    "reopen",
    "open",
    "clos",
    "investigat",
    "interrogat",
    "question",
    "search",
    "raid",
    "succumb",
    "cancel",
    "postpon",
    "suspend",
    "order",
    "attend",
    "sweep",
    "sweeping",
    "meet",
    "launch",
    "summon",
    "approv",
    "sign",
    "hold",
    "held",
    "paid",
    "pay",
];

/// The tie of the date at `at`.
pub fn tie(items: &[Item], at: usize, tokens: &[Token]) -> Tie {
    if stretch(items, at, tokens) {
        return Tie::Aside;
    }
    beside_noun(items, at, tokens).or_else(|| of_verb(items, at, tokens)).unwrap_or(Tie::Loose)
}

fn words<'a>(item: &Item, tokens: &'a [Token]) -> impl Iterator<Item = &'a str> {
    tokens[item.tokens.clone()].iter().map(|t| t.norm.as_str())
}

fn has(item: &Item, tokens: &[Token], list: &[&str]) -> bool {
    words(item, tokens).any(|w| list.contains(&w))
}

/// `since 2009`, `until May`: from or up to a time.
fn stretch(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    items[..at].iter().rev().take(2).any(|i| has(i, tokens, &["since", "until", "till"]))
}

fn attack_noun(item: &Item) -> bool {
    match &item.value {
        Value::Event(noun) => noun.strength != Strength::War,
        Value::Weapon { .. } => true,
        _ => false,
    }
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
    if near.is_some() && (genitive || article || ahead.first().is_some_and(attack_noun)) {
        return Some(Tie::Attack);
    }
    // "Sunday's election", "this evening's newscast"
    if genitive {
        return Some(Tie::Aftermath);
    }
    // "Sunday mass", "Friday prayers": the day names what people had come for
    let service =
        ["mass", "service", "services", "prayer", "prayers", "worship", "sermon", "school", "market", "papers"];
    if next.is_some_and(|i| words(i, tokens).next().is_some_and(|w| service.contains(&w))) {
        return Some(Tie::Aside);
    }
    let behind = items[..at].iter().rev().take(8).take_while(|i| {
        attack_noun(i)
            || i.is(Tags::ON
                .with(Tags::IN)
                .with(Tags::AT)
                .with(Tags::OF)
                .with(Tags::PREP)
                .with(Tags::THE)
                .with(Tags::A))
            || i.is(Tags::PLACE.with(Tags::SITE).with(Tags::NUM).with(Tags::GENITIVE).with(Tags::APPOS))
            || has(i, tokens, PARTS)
    });
    behind.into_iter().find(|i| attack_noun(i)).map(|_| Tie::Attack)
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
    if let Some(b) = verbs(clause)
        && (follows.is_none() || !clause[b + 1..].iter().any(|i| i.is(Tags::PEOPLE.with(Tags::GROUP).with(Tags::PRON))))
    {
        return governed(&clause[b], &clause[..b], &items[start + b + 1..], tokens);
    }
    // a relative clause whose verb is not known
    if edge.is_some_and(|e| items[e].is(Tags::REL)) {
        return None;
    }
    if let Some(verb) = follows {
        return governed(verb, clause, &items[at + 2..], tokens);
    }
    if !light(clause) {
        return None;
    }
    let ahead = items[at + 1..].iter().position(|i| i.is(Tags::SEMI.with(Tags::STOP).with(Tags::REL)));
    let ahead = &items[at + 1..ahead.map_or(items.len(), |n| at + 1 + n)];
    let verb = (0..ahead.len()).find(|&i| verbal(ahead, i, tokens))?;
    // "he decided to be killed rather than …": the verb of the clause is not known
    let unknown = ahead[..verb].windows(2).any(|w| w[0].is(Tags::PRON) && w[1].tags == Tags::WORD);
    if unknown || ahead[verb].is(Tags::INF) {
        return None;
    }
    governed(&ahead[verb], &ahead[..verb], &ahead[verb + 1..], tokens)
}

/// A verb, known to the lexicon or to the lists here; also a bare auxiliary, whose verb is not known.
fn verbal(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    // "Ondo state", "Benue State"
    let area = at > 0 && items[at - 1].is(Tags::PLACE) && has(item, tokens, &["state"]);
    !area && (item.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE)) || sense(item, tokens).is_some())
}

/// What a verb outside the lexicon does.
fn sense(item: &Item, tokens: &[Token]) -> Option<Tie> {
    if !item.is(Tags::WORD) || item.tokens.len() != 1 {
        return None;
    }
    let word = words(item, tokens).next()?;
    let verb = word.ends_with("ed") || word.ends_with("ing") || word.len() <= 5;
    let stem = |list: &[&str]| {
        verb && list.iter().any(|s| {
            word.strip_prefix(s)
                .is_some_and(|end| matches!(end, "" | "ed" | "d" | "ied" | "ing" | "ged" | "ted" | "ting"))
        })
    };
    if OCCUR.contains(&word) {
        Some(Tie::Attack)
    } else if stem(SPEAKING) {
        Some(Tie::Statement)
    } else if stem(FOLLOWING) {
        Some(Tie::Aftermath)
    } else {
        None
    }
}

/// The tie of a date to its verb; `subject` stands before the verb, `behind` after it.
fn governed(verb: &Item, subject: &[Item], behind: &[Item], tokens: &[Token]) -> Option<Tie> {
    if verb.is(SPOKEN) {
        return Some(Tie::Statement);
    }
    // "two of the wounded died on Tuesday", "died in hospital"
    let late = |i: &Item| i.is(Tags::HOSP.with(Tags::HURT)) || has(i, tokens, &["wounds", "injuries", "hospital"]);
    if verb.is(Tags::DIE) {
        let after =
            has(verb, tokens, &["succumb", "succumbed"]) || subject.iter().any(late) || behind.iter().take(6).any(late);
        return Some(if after { Tie::Aftermath } else { Tie::Attack });
    }
    if verb.is(VIOLENT) {
        return Some(Tie::Attack);
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
        other => Some(other),
    }
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
        use Tie::{Aftermath, Aside, Attack, Loose, Statement};
        for (text, expected) in [
            ("Gunmen killed six villagers near the river on Sunday.", vec![Attack]),
            ("On Sunday two gunmen on a motorcycle opened fire on a hostel.", vec![Attack]),
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
            ("The trial began on Thursday.", vec![Loose]),
            ("A suspect was arrested on Friday over the bombing.", vec![Aftermath]),
            ("The dead were buried on Friday.", vec![Aftermath]),
            ("Two of the wounded died in hospital on Friday.", vec![Aftermath]),
            ("Two bombers struck worshippers after Sunday mass.", vec![Aside]),
            ("It was the worst attack since 1998.", vec![Aside]),
            ("The fighting went on until early this morning.", vec![Aside]),
            ("Gunmen fell on the village in the night of 4 June.", vec![Loose]),
            ("Voters turned out for Sunday's election.", vec![Aftermath]),
            ("Parents queued at a mortuary on Friday, where they looked for the murdered.", vec![Loose]),
            ("Gunmen struck a church in Ondo state, on Sunday.", vec![Attack]),
        ] {
            assert_eq!(ties(text), expected, "{text}");
        }
    }
}
