//! Groups named in passing: friends, foes, landlords.
//!
//! Enters: the items of a sentence and one that names a group. Leaves: whether the group is mere background.
//! Example: `linked to al-Qaeda`, `an operation against Boko Haram`, `the town was retaken from the Taliban`.

use crate::annotate::item::Item;
use crate::annotate::tag::Tags;
use crate::frame::claim::group_of;
use crate::text::Token;

/// Words between a preposition and the name that say what the group is.
const EPITHETS: &[&str] = &[
    "the",
    "a",
    "an",
    "so",
    "called",
    "banned",
    "outlawed",
    "proscribed",
    "local",
    "terror",
    "terrorist",
    "group",
    "groups",
    "militant",
    "militants",
    "extremist",
    "extremists",
    "network",
    "movement",
    "islamist",
    "islamists",
    "jihadist",
    "jihadists",
    "notorious",
    "main",
    "rebel",
    "rebels",
    "organisation",
    "organization",
    "insurgent",
    "insurgents",
    "fighters",
    "both",
    "either",
    "regional",
    "armed",
    "sunni",
    "shiite",
    "larger",
    "wider",
    "based",
];

const OPPOSED: &[&str] = &[
    "against",
    "fighting",
    "battling",
    "fight",
    "fought",
    "fights",
    "combating",
    "combatting",
    "anti",
    "than",
    "unlike",
    "like",
    "defeat",
    "defeating",
    "defeated",
    "fled",
    "flee",
    "fleeing",
    "escaped",
    "ousted",
    "expelled",
    "expelling",
    "drove",
    "driving",
    "driven",
    "lists",
    "listed",
    "designated",
    "designates",
    "designating",
    "joined",
    "infiltrated",
    "opposes",
    "opposed",
    "crush",
    "eradicate",
    "eliminate",
    "dislodge",
    "supports",
    "supporting",
    "praising",
    "support",
    "funding",
    "finance",
    "financing",
    "arming",
];
/// Behind a group and its auxiliaries: what it is and wants, no deed.
const STATES: &[&str] = &[
    "active",
    "fighting",
    "operates",
    "operate",
    "operating",
    "operated",
    "emerged",
    "founded",
    "formed",
    "seeks",
    "seeking",
    "wants",
    "wanted",
    "controls",
    "controlled",
    "roams",
    "based",
    "present",
    "notorious",
    "insurgency",
];

const TIES: &[&str] = &[
    "linked",
    "link",
    "links",
    "ties",
    "tied",
    "affiliated",
    "allied",
    "allegiance",
    "loyalty",
    "loyal",
    "close",
    "connections",
    "connected",
    "aligned",
    "sympathetic",
    "fealty",
    "associated",
    "rival",
    "opposed",
    "affiliation",
    "joined",
    "join",
    "joining",
];
const KIN: &[&str] = &[
    "splinter",
    "breakaway",
    "offshoot",
    "affiliate",
    "affiliates",
    "ally",
    "allies",
    "rival",
    "rivals",
    "stronghold",
    "strongholds",
    "bastion",
    "founder",
    "rule",
    "fall",
    "enemies",
    "enemy",
    "opponents",
    "victims",
    "splintered",
    "group",
    "spin",
    "offshoot",
    "shadow",
    "proxy",
    "outfit",
    "place",
    "successor",
    "broke",
    "away",
    "split",
    "defected",
    "part",
    "takeover",
    "return",
    "rise",
    "leader",
    "leaders",
    "commander",
    "head",
    "chief",
];
const HELD: &[&str] = &[
    "inspired",
    "founded",
    "controlled",
    "held",
    "run",
    "ruled",
    "occupied",
    "influenced",
    "besieged",
    "recaptured",
    "backed",
    "led",
    "dominated",
    "supported",
    "condemned",
    "rejected",
    "praised",
    "governed",
];
const FREED: &[&str] =
    &["retaken", "recaptured", "captured", "liberated", "freed", "back", "withdrawn", "defected", "wrested"];
const ADJECTIVAL: &[&str] = &[
    "linked",
    "affiliated",
    "allied",
    "inspired",
    "aligned",
    "backed",
    "controlled",
    "held",
    "run",
    "appointed",
    "led",
    "dominated",
    "era",
    "style",
    "ruled",
    "infested",
    "occupied",
    "supporting",
    "affiliate",
];
const BEHIND: &[&str] = &[
    "government",
    "authorities",
    "administration",
    "officials",
    "official",
    "regime",
    "rule",
    "rulers",
    "takeover",
    "controlled",
    "stronghold",
    "strongholds",
    "territory",
    "insurgency",
    "conflict",
    "war",
    "prisoners",
    "prisoner",
    "defectors",
    "held",
    "affiliated",
    "linked",
    "affiliate",
    "ministry",
    "police",
    "hideout",
    "hideouts",
    "position",
    "positions",
    "targets",
    "base",
    "bases",
    "camp",
    "camps",
    "leader",
    "flag",
];

/// Before `against`: what is brought against a culprit.
const CHARGES: &[&str] =
    &["case", "cases", "charges", "complaint", "indictment", "evidence", "fir", "warrant", "warrants"];

const CLASHES: &[&str] =
    &["shootout", "gunfight", "clash", "clashes", "battle", "shooting", "firefight", "fighting", "encounter", "combat"];

/// The group is named only to say who somebody else is, whom somebody fights, or whose land it is.
pub fn background(items: &[Item], at: usize, start: usize, tokens: &[Token]) -> bool {
    let item = &items[at];
    let Some(group) = group_of(item) else { return false };
    let Some(first) = item.tokens.clone().find(|&t| tokens[t].span.start >= group.span.start) else { return false };
    let end =
        (first..item.tokens.end).take_while(|&t| tokens[t].span.end <= group.span.end).last().map_or(first, |t| t) + 1;
    let word = |t: usize| tokens.get(t).map_or("", |t| t.norm.as_str());
    let sentence_end = items.last().map_or(end, |i| i.tokens.end);
    if end < sentence_end {
        let next = word(end);
        let joined = tokens[end].joined;
        if (joined && ADJECTIVAL.contains(&next)) || BEHIND.contains(&next) {
            return true;
        }
        let clause = Tags::VERB.with(Tags::COMMA).with(Tags::STOP).with(Tags::AND).with(Tags::PREP).with(Tags::IN);
        let mut verb = end;
        while verb < (end + 3).min(sentence_end)
            && matches!(word(verb), "is" | "are" | "was" | "were" | "has" | "have" | "had" | "been" | "also" | "still")
        {
            verb += 1;
        }
        if STATES.contains(&word(verb))
            || items[at + 1..].iter().take(4).find(|i| clause.any(i.tags)).is_some_and(condemns)
        {
            return true;
        }
        let kin = |t: usize| {
            KIN.contains(&word(t)) && !matches!(word(t), "part" | "head" | "leader" | "leaders" | "commander" | "chief")
        };
        if next == "'s" && (end + 1..(end + 5).min(sentence_end)).any(kin) {
            return true;
        }
    }
    let mut before = first;
    while before > start && EPITHETS.contains(&word(before - 1)) {
        // "the Kabul-based"
        before -= if tokens[before - 1].joined && before > start + 1 { 2 } else { 1 };
    }
    if before == start {
        return false;
    }
    let last = word(before - 1);
    let earlier = |list: &[&str]| (before.saturating_sub(4).max(start)..before - 1).any(|t| list.contains(&word(t)));
    let far = |list: &[&str]| (before.saturating_sub(8).max(start)..before - 1).any(|t| list.contains(&word(t)));
    let just = |list: &[&str]| before >= start + 2 && list.contains(&word(before - 2));
    match last {
        "its" | "their" | "pro" => true,
        // "talks with": a party, no attacker
        "with" if just(&["talks", "negotiations", "dialogue", "truce", "ceasefire", "deal", "agreement", "accord"]) => {
            true
        }
        "to" | "with" if far(TIES) && just(&["and", "or"]) => true,
        "to" | "with" => {
            // "the raid was linked to", "officials linked the raid to": suspicions; "men linked to": who they are
            let verb = earlier(&["was", "were", "been", "is", "are"])
                && just(&["linked", "tied", "connected"])
                && !items[..at].iter().rev().take(6).any(|i| i.is(Tags::GROUP));
            let object = items[..at].iter().rev().take(4).any(|i| i.is(Tags::EVENT)) && !just(TIES);
            !verb && !object && earlier(TIES)
        }
        "of" | "from" => {
            let kin = before >= start + 2 && KIN.contains(&word(before - 2)) && word(before - 2) != "group";
            let splinter = earlier(&["splinter", "breakaway", "offshoot", "broke", "split"]);
            kin || splinter || (last == "from" && earlier(FREED))
        }
        "by" => just(HELD),
        // "blamed the attack on"
        "on" | "at" if items[..at].iter().rev().take(6).any(|i| i.is(Tags::BLAME)) || earlier(&["blame"]) => false,
        "on" | "at" => {
            items[..at]
                .iter()
                .rev()
                .take(4)
                .take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)))
                .any(|i| i.is(Tags::EVENT))
                || just(&["crackdown", "offensive", "war", "operation", "operations"])
        }
        // a gunfight has two sides; a case is a charge
        "against" => !earlier(CLASHES) && !just(CHARGES),
        _ => OPPOSED.contains(&last),
    }
}

/// `condemned`, `denounced`: the group is no author of what it condemns.
fn condemns(verb: &Item) -> bool {
    verb.is(Tags::CONDEMN) && verb.is(Tags::ACT) && !verb.is(Tags::PAS)
}
