//! Charges and suspicions in other words than blame and suspicion.
//!
//! Enters and leaves: rules, and whether words of belief hold a charge at all. Example: `laid the raid at the door of the
//! Taliban` accuses, `a trail that leads to the Taliban` suspects, `he believes that the Taliban are weaker now` does neither.

use crate::annotate::{Item, Tags};
use crate::frame::claim::ClaimRule;
use crate::frame::pattern::Match;
use crate::text::Token;
use crate::vocabulary::ClaimKind;

/// What a culprit is called.
macro_rules! culprit {
    () => {
        "'*author'|'*authors'|'*culprit'|'*culprits'|'*perpetrator'|'*perpetrators'|'responsible'|'behind'|'guilty'|'answerable'|'accountable'|'*mastermind'|'*organiser'|'*organisers'|'*organizer'"
    };
}

/// What is done to a truck and its men before words of killing are needed.
macro_rules! deeds {
    () => {
        "'laid'|'done'|'sent'|'set'|'left'|'placed'|'fired'|'taken'|'planned'|'ordered'|'staged'|'prepared'|'triggered'|attack|kill|shoot|explode|abduct|plant|conduct|arson"
    };
}

/// Charges.
pub const CHARGED: &[ClaimRule] = &[ClaimRule {
    name: "charged",
    patterns: &[
        "at ~1 'door'|'doors'|'doorstep'|'feet' of ~4 who:group",
        "at ~2 who:group gen ~1 'door'|'doors'|'doorstep'|'feet'",
        "who:group ..4 be ~3 '*author'|'*authors'|'*perpetrator'|'*perpetrators'|'answerable'|'guilty'",
        concat!(
            "'held'|'hold'|'holds'|'regard'|'regards'|'see'|'sees'|'consider'|'considers'|'considered'|'named'|'names'|'declared'|'called' ~3 who:group ..5 ",
            culprit!()
        ),
        "'held'|'hold'|'holds'|'holding' 'answerable'|'accountable'",
        concat!("who:group ~1 be ~1 'named'|'called'|'declared' ..6 ", culprit!()),
        "who:group comma? rel ..5 'holds'|'hold'|'held'|'considers' ~1 'answerable'|'accountable'|'responsible'|'guilty'",
        "'case'|'charges'|'complaint'|'indictment'|'fir'|'warrant'|'warrants' ~2 'against'|for ~4 who:group",
        concat!("'doubt'|'certain'|'sure'|'convinced'|'knew'|'know'|'knows'|'proof' ..3 who:group ~2 ", deeds!()),
        "'doubt'|'certain'|'sure'|'convinced'|'proof' ..3 who:group ~1 be ~1 'responsible'|'behind'|'involved'",
        "'crime'|'crimes'|'atrocity'|'barbarity'|'outrage' of|by ~3 who:group",
        "say ~3 be ~2 'doing'|'handiwork' of ~3 who:group",
        "'attribution' ~2 to ~4 who:group",
        "who:group|back&people ..10 be ~1 'behind'|'responsible' ..20 say|'according'",
        "who:back&people ~1 be ~1 'behind'|'responsible'",
        "'held'|'hold'|'holds'|'holding' ~8 who:group quote? ~1 'responsible'|'answerable'",
        "'charged'|'indicted'|'convicted' ~2 people ~1 of ~5 who:group with|of|for|'over'",
        "blame&act|blame&ing ~3 people ~1 comma|colon ~2 who:group",
        "blame ..4 on ~3 people ~1 comma|colon ~2 who:group",
        "blame&act ..10 of ..10 and ~5 who:group of|for ~1 have?",
        "move ..4 'down' to ~6 who:group",
        "'described'|'called'|say ~1 'as' ~1 who:group ~1 event",
        "'brand'|'branded'|'singled' ..3 who:group ~2 'out'|'responsible'|'guilty'",
    ],
    kind: ClaimKind::Accusation,
    fires: &[
        ("The minister laid the killings at the door of Boko Haram.", "Boko Haram"),
        ("The governor held Boko Haram to be the author of the raid.", "Boko Haram"),
        ("Police registered a case against Boko Haram.", "Boko Haram"),
        ("The minister said he had no doubt that Boko Haram had done it.", "Boko Haram"),
        ("He spoke of a crime of Boko Haram.", "Boko Haram"),
        ("Boko Haram was behind the raid, police officials said.", "Boko Haram"),
        ("A mayor held the remnants of Boko Haram responsible.", "Boko Haram"),
        ("The mayor blamed two guerrilla bands, Boko Haram and Ansaru.", "Boko Haram"),
        ("Judges accused the governor of ordering the raid and Boko Haram of carrying it out.", "Boko Haram"),
    ],
    silent: &["Boko Haram knocked at the door of a teacher.", "The case was heard in Kano."],
}];

/// Suspicions.
pub const TRACED: &[ClaimRule] = &[ClaimRule {
    name: "traced",
    patterns: &[
        "'suspicion'|'suspicions' ..5 on|at|prep|to ~4 who:group",
        "'trail'|'trails'|'lead'|'leads'|'line'|'lines'|'clue'|'clues'|'evidence'|'investigation'|'inquiry'|'inquiries'|'findings'|'intelligence'|'indications'|'traces'|'tracks' ..5 'lead'|'leads'|'led'|'leading'|'point'|'points'|'pointed'|'pointing' ~2 to|at|prep ~2 who:group",
        "'points'|'pointed'|'pointing' ~1 to|at|prep ..6 'branch'|'wing'|'faction'|'arm'|'offshoot'|'affiliate' of ~3 comma ~1 who:group",
        "modal have? be ..3 '*retaliation'|'*revenge'|'*reprisal'|'*work'|'*answer'|'*response' by|of|from ~4 who:group",
        "'traced'|'traces'|'tracked' ~4 to ~3 who:group",
        concat!("who:group modal have ~1 ", deeds!()),
        "who:group modal have ~1 be ~1 'responsible'|'behind'|'involved'",
        "who:group modal neg be 'ruled'|'excluded'",
        "who:group and|or|comma ..5 modal neg be 'ruled'|'excluded'",
        "'considers'|'consider'|'considered'|'regards'|'regard'|'calls' ~1 who:group ~1 '*suspect'|'*suspects'",
        "suspect&!negated ..10 by ~3 who:group",
        "suspect&!negated ..8 'belonged'|'belong'|'belonging'|'came'|'come' to|from ~3 who:group",
        "'similar'|'identical'|'akin'|'comparable' to ..6 by|of|from ~3 who:group",
        "'resembled'|'resembles'|'recalled'|'recalls'|'echoed'|'mirrored' ..5 by|of|from ~3 who:group",
        "'every'|'all' ~1 'sign'|'signs'|'mark'|'marks'|'hallmark'|'hallmarks' of ..2 who:group",
        "'carried'|'carrying'|'waved'|'waving'|'flew'|'flying'|'raised'|'bore'|'bearing'|'displayed'|'wore'|'wearing'|'hoisted'|'shouted'|'shouting' ~4 'flag'|'flags'|'banner'|'banners'|'insignia'|'emblem'|'uniforms'|'slogans' of ~3 who:group",
        "'theory'|'hypothesis'|'possibility'|'assumption'|'premise' ..3 who:group",
        "suspect&act ~1 a ~1 'cell'|'branch'|'wing'|'faction'|'unit'|'squad' of ~3 who:group",
        "'suspects'|'suspect' ~1 a ~1 'cell'|'branch'|'wing'|'faction'|'unit'|'squad' of ~3 who:group",
        "'see'|'sees'|'saw'|'detect'|'detects'|'detected' ~1 'hand'|'mark'|'work'|'involvement' of ~3 who:group",
        "'likely'|'probable'|'possible'|'presumed'|'likeliest' ~1 '*author'|'*authors'|'*culprit'|'*culprits'|'*perpetrator'|'*perpetrators' ..3 who:group",
        "who:group ..3 be ~1 'likely'|'probable'|'possible'|'presumed'|'likeliest'|'main'|'prime'|'chief'|'obvious' ~1 '*author'|'*authors'|'*culprit'|'*culprits'|'*perpetrator'|'*suspect'|'*suspects'",
    ],
    kind: ClaimKind::Suspicion,
    fires: &[
        ("Suspicion fell at once upon Boko Haram.", "Boko Haram"),
        ("The tracks led the army to Boko Haram.", "Boko Haram"),
        ("Police said that Boko Haram may have laid it.", "Boko Haram"),
        ("The attackers carried the banner of Boko Haram.", "Boko Haram"),
        ("The minister said that Boko Haram could not be ruled out.", "Boko Haram"),
        ("The army considers Boko Haram the prime suspect.", "Boko Haram"),
    ],
    silent: &[
        "Boko Haram may return.",
        "The investigation led to the arrest of two Boko Haram members.",
        "They suspect that the driver had been kidnapped.",
    ],
}];

/// Words of belief that charge nobody: what is not believed, and what is believed of a group beside its deeds.
pub fn idle(items: &[Item], hit: &Match<'_>, who: usize, tokens: &[Token]) -> bool {
    let matched = &items[hit.first..hit.last];
    if matched.iter().any(|i| i.is(Tags::SUSPECT) && i.is(Tags::NEGATED)) {
        return true;
    }
    // "analysts doubt that it was the work of the group", but "there is no doubt that …"
    let before = &items[hit.first.saturating_sub(8)..hit.last];
    let doubt =
        |i: &Item| tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "doubt" | "doubts" | "doubted"));
    if before.iter().any(doubt) && !before.iter().any(|i| i.is(Tags::NONE_WORD.with(Tags::NEG).with(Tags::NEGATED))) {
        return true;
    }
    let word = |i: &Item| i.tokens.len() == 1 && IS.contains(&tokens[i.tokens.start].norm.as_str());
    let belief = |i: &Item| {
        i.is(Tags::SUSPECT)
            && i.is(Tags::ACT)
            && tokens[i.tokens.clone()].iter().any(|t| t.norm.starts_with("belie") || t.norm.starts_with("think"))
    };
    // "believes that the group is weaker": a state, and nothing of the attack behind it
    let rest = items[who + 1..].iter().take_while(|i| !i.is(Tags::STOP.with(Tags::SEMI).with(Tags::COMMA)));
    let mut rest = rest.peekable();
    let state = rest.peek().is_some_and(|i| i.is(Tags::BE) || word(i));
    matched.first().is_some_and(belief) && hit.last == who + 1 && state && !rest.any(|i| charges(i, tokens))
}

/// Verbs of being and wanting.
const IS: &[&str] = &["is", "are", "was", "were", "wants", "hopes", "needs", "has", "grows", "remains"];

/// Something of the attack: its words, or words of guilt.
fn charges(item: &Item, tokens: &[Token]) -> bool {
    let deed = Tags::EVENT
        .with(Tags::ATTACK)
        .with(Tags::KILL)
        .with(Tags::SHOOT)
        .with(Tags::EXPLODE)
        .with(Tags::ABDUCT)
        .with(Tags::PLANT)
        .with(Tags::CONDUCT)
        .with(Tags::ARSON)
        .with(Tags::RESPONS);
    item.is(deed)
        || tokens[item.tokens.clone()]
            .iter()
            .any(|t| matches!(t.norm.as_str(), "behind" | "responsible" | "involved" | "guilty" | "blame" | "culprit"))
}

/// Somebody believes, suspects or thinks likely what the words charge.
pub fn doubted(items: &[Item], hit: &Match<'_>, tokens: &[Token]) -> bool {
    let near = &items[hit.first.saturating_sub(6)..hit.last];
    let sure = |t: &Token| matches!(t.norm.as_str(), "doubt" | "certain" | "sure" | "convinced" | "proof");
    let words = || near.iter().flat_map(|i| &tokens[i.tokens.clone()]);
    !words().any(sure)
        && (near.iter().any(|i| i.is(Tags::SUSPECT))
            || words().any(|t| {
                matches!(
                    t.norm.as_str(),
                    "likely"
                        | "probably"
                        | "possibly"
                        | "perhaps"
                        | "apparently"
                        | "may"
                        | "might"
                        | "could"
                        | "theory"
                        | "hypothesis"
                )
            }))
}

/// Behind a group: `of recruiting children`, a charge that is no attack.
pub fn beside(behind: &[Item], tokens: &[Token]) -> bool {
    const DOING: &[&str] = &[
        "being",
        "having",
        "carrying",
        "doing",
        "ordering",
        "planning",
        "staging",
        "perpetrating",
        "masterminding",
        "orchestrating",
        "organising",
        "organizing",
        "committing",
        "launching",
        "trying",
        "laying",
        "sending",
        "firing",
        "taking",
        "seizing",
        "setting",
        "mounting",
        "instigating",
        "plotting",
        "involvement",
    ];
    let mut behind = behind.iter().filter(|i| !i.is(Tags::APPOS));
    let [Some(of), Some(verb)] = [behind.next(), behind.next()] else { return false };
    let word = tokens[verb.tokens.end - 1].norm.as_str();
    let rest: Vec<&Item> = behind.take(8).take_while(|i| !i.is(Tags::STOP.with(Tags::SEMI))).collect();
    of.is(Tags::OF)
        && word.ends_with("ing")
        && !DOING.contains(&word)
        && !charges(verb, tokens)
        && !rest.iter().any(|i| charges(i, tokens))
}

/// `may`, `might`, `could` shortly before, in the same clause.
pub fn perhaps(before: &[Item], tokens: &[Token]) -> bool {
    let clause = before.iter().rev().take(5).take_while(|i| !i.is(Tags::COMMA.with(Tags::STOP).with(Tags::SEMI)));
    let word = |t: &Token| matches!(t.norm.as_str(), "may" | "might" | "could");
    clause.flat_map(|i| &tokens[i.tokens.clone()]).any(word)
}
