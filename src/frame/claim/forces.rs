//! Attacks laid at the door of a state's forces or of a band without a name.
//!
//! Enters: the items of a sentence. Leaves: each body that is charged with an attack, or reported as the attacker of people who
//! bear no arms. Example: in `The bishop blamed the armed forces for the murder` the armed forces are accused.

use std::sync::LazyLock;

use crate::annotate::item::{GroupName, Item};
use crate::annotate::tag::Tags;
use crate::frame::claim::ClaimRule;
use crate::frame::claim::body::with_bodies;
use crate::frame::claim::charge::beside;
use crate::frame::pattern::{Match, Pattern};
use crate::frame::signs::Signs;
use crate::text::Token;
use crate::vocabulary::{ClaimKind, GroupKind, Population};

/// A body that is said to have attacked.
#[derive(Clone, Debug)]
pub struct Force {
    /// Its name as printed.
    pub name: GroupName,
    /// What it is.
    pub kind: GroupKind,
    /// What is asserted of it.
    pub asserted: ClaimKind,
    /// The rule that read it.
    pub rule: &'static str,
}

macro_rules! suffered {
    () => {
        "attack&pas|attack&pp|kill&pas|kill&pp|shoot&pas|shoot&pp|explode&pas|explode&pp|abduct&pas|abduct&pp|arson&pas|plant&pas|conduct&pas|conduct&pp|'committed'|'perpetrated'|'ordered'|'planned'"
    };
}

/// Charges, then deeds.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "forces_charged",
        patterns: &[
            "blame&act|blame&ing|blame&inf ~3 who:group",
            "blame&act|blame&ing|blame&inf ~3 group and|comma ~4 who:group",
            "who:group ..3 blame&pas",
            "blame ..6 on|to ~4 who:group",
            "who:group ~3 be ~2 'responsible'|'implicated'|'involved'|'guilty'|'behind'|suspect",
            "who:group and ~1 group ~2 be ~2 'responsible'|'implicated'|'involved'|'guilty'|'behind'",
            "who:group ..2 'participated'",
            "who:group 'involved'|'implicated' in ~3 event|deathn",
            "who:group comma rel ..4 comma be ~2 'responsible'|'implicated'|'involved'|'guilty'|'behind'",
            "who:group ~2 suspect&pas of ~3 'involvement'|'participation'|event|kill|conduct",
            "who:group ..8 'trial' ~1 for ~2 event|deathn|kill",
            "who:group ..6 'charged'|'indicted' ~1 with|for|of ~3 event|deathn|kill",
            "respons|'responsibility'|'involvement'|'participation'|'complicity' of|by ~3 who:group",
            "who:group gen? ~1 respons|'responsibility'|'involvement'|'participation'|'complicity'",
            "who:group capture&pas ..14 event|kill|deathn",
            "event|deathn|'crime'|'massacre' ..6 'work'|'action' of|by ~2 who:group",
            "people&agent|'*assassins'|'*murderers'|'*killers' ~2 be|of|from ~3 who:group",
            "'hold'|'held'|'holds' ~2 who:group ..3 'responsible'",
        ],
        kind: ClaimKind::Accusation,
        fires: &[
            ("The bishop blamed the armed forces for the murder.", "armed forces"),
            ("The union accused the army of killing two of its leaders.", "army"),
            ("The murder was attributed to death squads.", "death squads"),
            ("Members of the armed forces were involved in the murder.", "armed forces"),
            ("The bombing was blamed on the drug mafia.", "drug mafia"),
            ("Officers of the army are to stand trial for the murder.", "army"),
            ("Nine members of the armed forces implicated in the murder were named.", "armed forces"),
        ],
        silent: &[
            "The army blamed the rebels for the murder.",
            "The bishop blamed the government for the drought.",
            "The army was not involved in the murder.",
        ],
    },
    ClaimRule {
        name: "forces_acted",
        patterns: &[
            concat!(suffered!(), " ~8 by ~4 who:group"),
            "event|deathn ..4 by ~3 who:group",
            "who:group ~3 kill&act|shoot&act|abduct&act|explode&act|conduct&act !by",
            "who:group ~3 attack&act|wound&act ~4 people|site !by",
            "who:group ~1 'began'|'begins'|'continued'|'continues' ~1 explode&ing|attack&ing|kill&ing|shoot&ing",
        ],
        kind: ClaimKind::Other,
        fires: &[
            ("Two teachers were murdered by members of the armed forces.", "armed forces"),
            ("The air force bombed the town, killing three peasants.", "air force"),
            ("The journalist was kidnapped by a death squad.", "death squad"),
        ],
        silent: &[
            "The army killed five guerrillas.",
            "Guerrillas attacked the army.",
            "Two soldiers were killed by the army.",
        ],
    },
];

static COMPILED: LazyLock<Vec<(&'static ClaimRule, Vec<Pattern>)>> = LazyLock::new(|| {
    let compile = |p: &&str| Pattern::new(p).unwrap_or_else(|e| unreachable!("{p}: {e}"));
    RULES.iter().map(|r| (r, r.patterns.iter().map(compile).collect())).collect()
});

/// The bodies that a sentence charges or shows as attackers, each once.
pub fn forces(items: &[Item], tokens: &[Token]) -> Vec<Force> {
    let mut out: Vec<Force> = Vec::new();
    let Some((read, bodies)) = with_bodies(items, tokens) else { return out };
    // "the bishop blames the government for the drought"
    if !read.iter().any(|i| violent(i, tokens)) {
        return out;
    }
    let signs = Signs::of(&read, tokens);
    for (rule, patterns) in COMPILED.iter() {
        for hit in patterns.iter().flat_map(|p| p.find(&signs, &read, tokens)) {
            let Some((at, body)) = hit.get("who").and_then(|at| bodies.iter().find(|(b, _)| *b == at)) else {
                continue;
            };
            let known = out.iter().any(|f| f.name.span.overlaps(body.name.span));
            let ruler = body.kind == GroupKind::Government && rule.kind == ClaimKind::Other;
            // "more than 90 people of the drug mafias were arrested"
            let caught = body.kind == GroupKind::Other && read[*at..hit.last].iter().any(|i| i.is(Tags::CAPTURE));
            if known || ruler || caught || void(&read, &hit, *at, rule, tokens) {
                continue;
            }
            out.push(Force { name: body.name.clone(), kind: body.kind, asserted: rule.kind, rule: rule.name });
        }
    }
    out
}

fn violent(item: &Item, tokens: &[Token]) -> bool {
    let deed = Tags::EVENT
        .with(Tags::KILL)
        .with(Tags::SHOOT)
        .with(Tags::ATTACK)
        .with(Tags::EXPLODE)
        .with(Tags::ABDUCT)
        .with(Tags::DEATHN);
    let word = |t: &Token| matches!(t.norm.as_str(), "crime" | "crimes" | "massacre" | "massacres" | "killers");
    item.is(deed) || tokens[item.tokens.clone()].iter().any(word)
}

/// Not so, of something else, or against men in arms.
fn void(items: &[Item], hit: &Match<'_>, who: usize, rule: &ClaimRule, tokens: &[Token]) -> bool {
    let matched = &items[hit.first..hit.last];
    if matched.iter().any(|i| i.is(Tags::NEG.with(Tags::NEGATED).with(Tags::NONE_WORD).with(Tags::DENY))) {
        return true;
    }
    // "denied that the army had done it"
    let denied = items[hit.first.saturating_sub(4)..hit.first].iter().any(|i| i.is(Tags::DENY));
    let clash =
        |t: &Token| matches!(t.norm.as_str(), "clash" | "clashes" | "raided" | "raid" | "guarding" | "protecting");
    let words = || matched.iter().chain(items.get(hit.last)).chain(items.get(hit.last + 1));
    if denied || words().flat_map(|i| &tokens[i.tokens.clone()]).any(clash) {
        return true;
    }
    if rule.kind == ClaimKind::Accusation {
        return beside(&items[who + 1..], tokens);
    }
    if matched.iter().any(|i| i.is(Tags::MODAL_VG)) {
        return true;
    }
    let armed = |i: &Item| {
        let forces = [Population::Military, Population::Police, Population::Paramilitary, Population::Militant];
        i.is(Tags::AGENT) || i.people().is_some_and(|p| forces.contains(&p.population))
    };
    let clause = Tags::STOP.with(Tags::SEMI);
    let near = items[hit.first.saturating_sub(6)..hit.first].iter().rev().take_while(|i| !i.is(clause)).any(armed);
    let passive = who + 1 == hit.last && who > hit.first;
    let ahead = items[who + 1..].iter().take(9).take_while(|i| !i.is(clause)).any(armed);
    if passive { near } else { ahead }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    fn read(text: &str) -> Vec<(&'static str, String)> {
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        forces(&items, &document.tokens).into_iter().map(|f| (f.rule, f.name.text)).collect()
    }

    #[test]
    fn every_rule_does_what_its_examples_say() {
        for rule in RULES {
            for (text, name) in rule.fires {
                let upper = text.to_uppercase();
                for text in [*text, upper.as_str()] {
                    let found = read(text);
                    assert!(found.iter().any(|(r, n)| *r == rule.name && n == name), "{text}: {found:?}");
                }
            }
            for text in rule.silent {
                let found = read(text);
                assert!(!found.iter().any(|(r, _)| *r == rule.name), "{text}: {found:?}");
            }
        }
    }
}
