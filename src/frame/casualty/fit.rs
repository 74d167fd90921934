//! What a rule's pattern cannot ask for, asked of the words of its match.
//!
//! Enters: a match. Leaves: whether the rule holds there, and how many the words count.
//! Example: `stabbed a woman` fits the rule of the struck, `shot a woman` does only before `in the leg`.

use crate::annotate::quantity::Quantity;
use crate::annotate::{Item, Tags};
use crate::frame::pattern::Match;
use crate::frame::rule::Yield;
use crate::text::Token;
use crate::vocabulary::{AttackType, Outcome};

/// What a pattern cannot ask for: a blade or a limb, bodies, somebody who is not the subject itself.
pub fn fits(yields: Yield, items: &[Item], found: &Match<'_>, tokens: &[Token]) -> bool {
    let Some(who) = found.get("who") else { return true };
    let words = &tokens[items[who].tokens.clone()];
    if misread(items, found, who, tokens) {
        return false;
    }
    // "has left a toll of one person wounded"
    let behind = items.get(found.last);
    if matches!(yields, Yield::Toll(Outcome::Killed))
        && items[who].is(Tags::PEOPLE)
        && found.last == who + 1
        && behind.is_some_and(|i| i.is(Tags::WOUND) && i.is(Tags::PP))
    {
        return false;
    }
    // "it would be worse if one were killed"
    let lead = items[who].tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
    if lead.is_some_and(|t| matches!(t.norm.as_str(), "if" | "nor" | "neither")) {
        return false;
    }
    match yields {
        // "the figure was 19", "the victims numbered 19"
        Yield::Toll(_)
            if items[found.first].is(Tags::PEOPLE)
                && !items[found.first..found.last].iter().any(|i| i.is(Tags::MOVE.with(Tags::KILL))) =>
        {
            let noun = &tokens[items[found.first].tokens.clone()];
            let settled = noun
                .iter()
                .any(|t| matches!(t.norm.as_str(), "true" | "real" | "final" | "correct" | "actual" | "official"));
            (found.last - found.first == 3 || settled && items[found.first + 1].is(Tags::FOR))
                && noun
                    .iter()
                    .any(|t| matches!(t.norm.as_str(), "figure" | "count" | "victims" | "fatalities" | "dead"))
        }
        // "the number of bodies found has reached 76"
        Yield::Toll(Outcome::Killed)
            if found.first != who
                && items[found.first].is(Tags::PEOPLE)
                && items[who - 1].is(Tags::MOVE.with(Tags::TO)) =>
        {
            let noun = &tokens[items[found.first].tokens.clone()];
            let any = |list: &[&str]| noun.iter().any(|t| list.contains(&t.norm.as_str()));
            any(&["number", "total", "count", "tally", "figure"])
                && (any(&["bodies", "dead", "deaths", "victims", "corpses", "fatalities", "killed"])
                    || items[found.first..who].iter().any(|i| i.is(Tags::KILL.with(Tags::TOLL).with(Tags::DEAD))))
        }
        // "raised the toll from 12 to 14", but "open from 8 to 12"
        Yield::Former(Outcome::Killed) if tokens[items[found.first].tokens.start].is("from") => {
            let near = &items[found.first.saturating_sub(10)..found.first];
            near.iter().any(|i| {
                i.is(Tags::TOLL.with(Tags::DEATHN).with(Tags::DEAD).with(Tags::KILL).with(Tags::DIE).with(Tags::MOVE))
            }) && !near.iter().any(|i| i.is(Tags::WOUND.with(Tags::HURT).with(Tags::INJURYN)))
        }
        // "put the figure at 76"
        _ if items[found.first].is(Tags::MOVE)
            && items.get(found.first + 1).is_some_and(|i| i.is(Tags::PEOPLE))
            && matches!(yields, Yield::Toll(_)) =>
        {
            tokens[items[found.first + 1].tokens.clone()]
                .iter()
                .any(|t| matches!(t.norm.as_str(), "figure" | "number" | "count"))
        }
        // "kidnapped by rebels and later executed": not the rebels; "a gunman … who killed two clerks": one
        Yield::Attacker(_) => {
            (found.first != who || who == 0 || !items[who - 1].is(Tags::BY)) && agrees(items, found, who, tokens)
        }
        // "among the wounded were two clerks"
        Yield::Part(_) => {
            let whole = items[found.first].tokens.start..items[found.last - 1].tokens.end;
            !tokens[whole].iter().any(|t| matches!(t.norm.as_str(), "wounded" | "injured"))
        }
        // "30 people were taken to hospital", but not their bodies
        Yield::Fate(Outcome::Injured) => {
            // "the driver suffered no injuries"
            let behind = items[who].tokens.end..items[found.last - 1].tokens.end.max(items[who].tokens.end);
            let none = tokens[behind].iter().any(|t| matches!(t.norm.as_str(), "no" | "not" | "without" | "never"));
            // "was rushed to a clinic, where he died"
            let rest = &items[found.last..];
            let where_died = rest
                .iter()
                .take(4)
                .position(|i| tokens[i.tokens.start].is("where"))
                .is_some_and(|at| rest[at + 1..].iter().take(4).any(|i| i.is(Tags::DIE) || i.is(Tags::DEAD)));
            !none && !where_died && !words.iter().any(|t| matches!(t.norm.as_str(), "body" | "bodies" | "corpses"))
        }
        // others, with no fate of their own
        Yield::Along(_) => {
            let next = items[found.last..].iter().find(|i| !i.is(Tags::APPOS));
            // "along with", "together with", "with 22 others", but not "and"
            // "four died on the spot and two more in hospital"
            let more = who > 0
                && items[who - 1].is(Tags::AND)
                && items[who].people().is_some_and(|p| p.other)
                && items[found.last - 1].is(Tags::IN.with(Tags::ON).with(Tags::AT))
                && !items[found.last..].iter().take(6).any(|i| i.is(Tags::WOUND.with(Tags::HURT).with(Tags::INJURYN)));
            let with =
                more || who > 0 && (items[who - 1].tokens.len() > 1 || other(&items[who - 1], &items[who], words));
            // "along with a clerk who had stopped to talk", but not "who was wounded"
            let rest = items.get(found.last..).unwrap_or(&[]);
            let told = next.is_some_and(|i| i.is(Tags::REL))
                && !rest.iter().any(|i| i.is(Tags::HURT.with(Tags::WOUND).with(Tags::BE).with(Tags::ABDUCT)));
            // "five others died with him"
            found.first == who && who + 1 < found.last
                || with
                    && next.is_none_or(|i| {
                        told || !i.is(Tags::VERB
                            .with(Tags::BE)
                            .with(Tags::HAVE)
                            .with(Tags::DEAD)
                            .with(Tags::HURT)
                            .with(Tags::REL))
                    })
        }
        Yield::Struck => {
            let blade = (found.first..found.last)
                .any(|i| items[i].verb().is_some_and(|v| v.attack == Some(AttackType::Stabbing)));
            let end = items[found.last - 1].tokens.end;
            let rest = tokens.get(end..(end + 5).min(tokens.len())).unwrap_or(&[]);
            blade || rest.first().is_some_and(|t| t.is("in")) && rest.iter().any(|t| LIMBS.contains(&t.norm.as_str()))
        }
        Yield::Bodies => {
            let dead = |t: &Token| {
                matches!(
                    t.norm.as_str(),
                    "body" | "bodies" | "corpse" | "corpses" | "remains" | "buried" | "bury" | "burying"
                )
            };
            let whole = items[found.first].tokens.start..items[who].tokens.end;
            items[who].quantity().is_some() && (words.iter().any(dead) || tokens[whole].iter().any(dead))
        }
        // "a clerk attached to him was killed": an object is no subject
        Yield::Pronoun if found.first == who && words.iter().any(|t| matches!(t.norm.as_str(), "him" | "them")) => {
            false
        }
        // "he hurt nine and then turned the gun on himself", but not "he hurt nine, and two died"
        Yield::Pronoun if found.first == who && found.last - found.first > 4 => {
            let own = |t: &Token| matches!(t.norm.as_str(), "himself" | "herself" | "themselves" | "own" | "too");
            let last = items[found.last - 1].tokens.clone();
            tokens[last].iter().any(own) && words.iter().any(|t| PERSONS.contains(&t.norm.as_str()))
        }
        Yield::Pronoun => words.iter().any(|t| PERSONS.contains(&t.norm.as_str())),
        _ => true,
    }
}

/// `with 22 others`, `with her driver`: of the same fate.
fn other(with: &Item, who: &Item, words: &[Token]) -> bool {
    let hers = words.first().is_some_and(|t| matches!(t.norm.as_str(), "his" | "her" | "their"));
    with.is(Tags::WITH) && who.people().is_some_and(|p| p.other || hers)
}

/// `an exchange of fire with police died`, `who shot four people was killed`: the noun before the verb is no subject of
/// it.
fn misread(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> bool {
    // "was declared brain-dead"
    if tokens[items[found.first].tokens.start..items[found.last - 1].tokens.end].iter().any(|t| t.is("brain")) {
        return true;
    }
    let Some(verb) = (who + 1..found.last).find(|&i| items[i].is(Tags::VERB)) else { return false };
    if found.first != who || !items[verb].is(Tags::PAS.with(Tags::DIE)) {
        return false;
    }
    let led = who > 0
        && (items[who - 1].is(Tags::WITH.with(Tags::BY).with(Tags::FROM))
            || who > 1 && items[who - 1].is(Tags::OF) && items[who - 2].is(Tags::PEOPLE));
    if led && items[who].quantity().is_none() {
        return true;
    }
    // "leaders walked behind the coffins of the six nurses killed in the raid": the six
    let nearer = items[who + 1..verb].iter().rev().find(|i| i.is(Tags::PEOPLE.with(Tags::VERB)));
    let few = items[who].quantity().is_none_or(|q| q.printed() == Some(1));
    let nearer = nearer.or_else(|| items[who + 1..verb].last().filter(|i| i.is(Tags::NUM)));
    if items[verb].is(Tags::PP)
        && few
        && items[verb - 1].quantity().is_some_and(|q| q.printed().is_none_or(|n| n > 1))
        && nearer.is_some_and(|i| i.span == items[verb - 1].span || items[verb - 1].is(Tags::NUM))
        && items[who + 1..verb].iter().any(|i| i.is(Tags::VERB.with(Tags::WORD)))
    {
        return true;
    }
    // "the commander of the river guard, Colonel Paz, his wife and two cooks were killed": not the commander alone
    let alone = items[who].people().is_some_and(|p| !p.plural && p.count.is_none())
        && tokens.get(items[verb].tokens.start).is_some_and(|t| t.is("were"));
    let of_others = who > 0 && items[who - 1].is(Tags::PEOPLE);
    if alone && (of_others || items[who + 1..verb].iter().any(|i| i.is(Tags::PEOPLE))) {
        return true;
    }
    // "of the six attackers, four were shot dead"
    let counted = |i: &Item| i.is(Tags::NUM) || i.people().is_some_and(|p| p.count.is_some());
    if who > 0
        && items[who - 1].is(Tags::OF)
        && (who == 1 || items[who - 2].is(Tags::COMMA.with(Tags::SEMI)))
        && items[who + 1..verb].iter().any(counted)
    {
        return true;
    }
    // "wounded nine others and turned the gun on himself"
    let himself = tokens[items[verb].tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "himself" | "herself"));
    if himself && items[who].quantity().and_then(Quantity::printed).is_some_and(|n| n > 1) {
        return true;
    }
    let one = tokens.get(items[verb].tokens.start).is_some_and(|t| t.is("was"));
    let many = items[who].quantity().and_then(Quantity::printed).is_some_and(|n| n > 1);
    let object = who > 0 && items[who - 1].is(Tags::VERB) && items[..who].iter().rev().take(4).any(|i| i.is(Tags::REL));
    one && many && object
}

/// `A gunman who shot four people was killed` is of the gunman, `… where two clerks were killed` of the clerks.
fn agrees(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> bool {
    let last = &items[found.last - 1];
    let relative = items.get(who + 1).is_some_and(|i| i.is(Tags::REL));
    if !relative || !last.is(Tags::PAS) {
        return true;
    }
    let several = items[who].people().is_some_and(|p| p.count.map_or(p.plural, |c| c.printed() != Some(1)));
    let word = tokens.get(last.tokens.start).map_or("", |t| t.norm.as_str());
    let near = items[who + 1..found.last - 1].iter().rev().take(3).any(|i| i.is(Tags::REL.with(Tags::AND)));
    !near && if several { word != "was" } else { word != "were" }
}

/// Where a shot does not kill.
const LIMBS: &[&str] = &[
    "leg",
    "legs",
    "knee",
    "knees",
    "arm",
    "arms",
    "foot",
    "feet",
    "hand",
    "hands",
    "thigh",
    "thighs",
    "ankle",
    "ankles",
    "shoulder",
    "shoulders",
    "calf",
    "elbow",
    "elbows",
    "wrist",
    "hip",
    "buttocks",
];

/// Pronouns for people killed.
const PERSONS: &[&str] = &["he", "she", "they", "him", "her", "them", "his", "their"];

/// `As many as ten officers are dead` is a count and no estimate, as papers of South Asia use it.
pub fn counted(items: &[Item], found: &Match<'_>, who: usize, tokens: &[Token]) -> Option<Quantity> {
    let quantity = items[who].quantity()?;
    let words = &tokens[items[who].tokens.clone()];
    let as_many = words.first().is_some_and(|t| t.is("as")) && words.get(1).is_some_and(|t| t.is("many"));
    let care = |i: usize| {
        tokens[items[i].tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "treatment" | "treated" | "hospital"))
    };
    let fact = (found.first..found.last).any(|i| items[i].is(Tags::BE) && tokens[items[i].tokens.start].is("are"))
        && (found.first..found.last).any(|i| items[i].is(Tags::DEAD) || care(i));
    Some(if as_many && fact { quantity.high.map_or(quantity, Quantity::exact) } else { quantity })
}

/// `him` is one; how many `them` are is said elsewhere.
pub fn single(item: &Item, tokens: &[Token]) -> Option<Quantity> {
    let word = tokens.get(item.tokens.start)?;
    (!matches!(word.norm.as_str(), "they" | "them" | "their")).then_some(Quantity::exact(1))
}
