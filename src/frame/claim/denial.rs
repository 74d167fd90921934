//! Denials by the accused.
//!
//! Enters and leaves: rules. Example: `The Taliban said that the bomb was none of their doing`.

use crate::annotate::{Item, Tags};
use crate::frame::claim::ClaimRule;
use crate::text::Token;
use crate::vocabulary::ClaimKind;

/// A group denies; or takes back what it claimed.
pub const RULES: &[ClaimRule] = &[DENIED, WITHDRAWN];

const WITHDRAWN: ClaimRule = ClaimRule {
    name: "withdrawn",
    patterns: &[
        "'claim'|claim ~1 by|from|of ~3 who:group ..3 be ~1 'withdrawn'|'retracted'|'recanted'|'rescinded'",
        "'claim'|'message'|'statement'|'posting'|'post' ~2 be ~1 'withdrawn'|'retracted'|'recanted'|'rescinded'|'deleted'",
        "'claim'|'statement' ~2 'proved'|be ~1 'false'|'hoax'",
    ],
    kind: ClaimKind::Denial,
    fires: &[("The claim was later withdrawn.", "")],
    silent: &["Boko Haram withdrew from the town."],
};

const DENIED: ClaimRule = ClaimRule {
    name: "denied",
    patterns: &[
        "who:group ~4 deny",
        "who:back ~3 deny",
        "deny&act ~1 rel ~2 who:group ..3 'involved'|'behind'|'responsible'|conduct|attack|kill|plant",
        "who:group|back ..4 'issued'|'made'|'published' ~2 'denial'",
        "who:group ..8 deny ~4 'involvement'|'it'|pron|'role'|'part'|respons|event|rel|'any'|'hand'",
        "deny ~3 by who:group",
        "who:group ..5 say ..4 neg ~3 'involved'|'behind'|'responsible'|respons|conduct",
        "who:back ~3 say ..4 neg ~3 'involved'|'behind'|'responsible'|respons|conduct",
        "who:group ..5 say ..6 neg|none|'none' ~3 'doing'|'work'",
        "who:back ~3 say ..6 neg|none|'none' ~3 'doing'|'work'",
        "who:group ..5 say ..4 pron ~1 have ~1 none|num|neg ~3 'involvement'|'part'|'role'|'hand'|respons",
        "who:back ~3 say ..4 pron ~1 have ~1 none|num|neg ~3 'involvement'|'part'|'role'|'hand'|respons",
        "who:group have none|num|neg ~2 respons|'involvement'|'part'|'role'",
        "who:group ..6 'distanced' pron",
        "event be neg ~2 'work' of ~2 who:group",
        "'we' ~2 conduct&negated|attack&negated|kill&negated|plant&negated|explode&negated ..12 comma quote? say ~2 who:group",
        "'we' ~2 conduct&negated|attack&negated|kill&negated|plant&negated|explode&negated ..12 comma quote? ~1 who:group ~3 say",
        "who:group ..12 say ~5 colon|comma quote? 'we' ~2 conduct&negated|attack&negated|kill&negated",
        "who:group|back ~2 have 'nothing' to do with",
        "who:group ..10 say ..6 pron quote? have 'nothing' to do",
        "who:group|back ..6 say ..2 pron quote? have 'no'|none ~1 'hand'|'part'|'role'",
        "who:group ..6 say ..4 group|back attack&negated|kill&negated|plant&negated|abduct&negated",
        "who:group|back ..6 'called'|'dismissed'|'rejected' ~3 'slander'|'baseless'|'lies'|'false'",
        "who:group|back ..2 'dismissed'|'rejected'|'denounced'|deny ..8 'as' ~2 'propaganda'|'baseless'|'false'|'lies'|'lie'|'unfounded'|'fabrication'|'fabricated'",
        "who:group|back ..2 'dismissed'|'rejected'|deny ~2 'accusation'|'accusations'|'allegation'|'allegations'|'charge'|'charges'|blame",
        "'cleared'|'exonerated'|'absolved'|'exonerates'|'clears' ~3 who:group of|stop",
        "neg|none|'no' ~1 'evidence'|'proof'|'sign'|'signs'|'link' ..4 who:group ~1 'involvement'|'link'|'role'|be|conduct",
        "respons|'involvement' be deny&pas ~1 by ~3 who:group",
        "deny ..2 the? ~1 who:group ~1 be ~1 'involved'|'behind'|'responsible'",
        "'nothing' to do with ~2 who:group",
        "who:group ~1 be neg ~1 'involved'|'behind'|'responsible'",
        "'ruled' 'out' ~4 who:group",
        "who:group ~1 be ~1 'ruled' 'out'",
        "who:group ~1 be ~1 'cleared'|'exonerated'",
        "neg|'no' ~1 'link'|'links'|'connection'|'evidence'|'proof' ..7 'involvement'|'involved'|'part'|'hand'|'link' ~3 who:group",
        "who:group|back ..6 'withdrew'|'withdrawn'|'retracted'|'rescinded'|'recanted' ~3 'claim'|'statement'|'it'",
        "who:group ..6 'called' ~2 'accusation'|'accusations'|'allegation'|'allegations'|'charge'|'charges'|'claim' ~1 'baseless'|'false'|'unfounded'|'lies'|'propaganda'",
    ],
    kind: ClaimKind::Denial,
    fires: &[
        ("The Taliban denied involvement.", "Taliban"),
        ("Boko Haram said that it was not behind the bombing.", "Boko Haram"),
        ("The main Boko Haram leadership, however, denied any role.", "Boko Haram"),
        ("Boko Haram had nothing to do with the raid, its leader said.", "Boko Haram"),
        ("Police ruled out Boko Haram.", "Boko Haram"),
        ("Boko Haram has withdrawn its claim.", "Boko Haram"),
    ],
    silent: &[
        "The Taliban claimed responsibility.",
        "Police did not rule out Boko Haram.",
        "Boko Haram has repeatedly rejected the government's offers of peace.",
    ],
};

/// What is turned down at a table.
const TALKS: &[&str] = &[
    "offer",
    "offers",
    "proposal",
    "proposals",
    "plan",
    "dialogue",
    "talks",
    "negotiation",
    "negotiations",
    "ceasefire",
    "truce",
    "amnesty",
    "peace",
    "invitation",
    "agreement",
    "conditions",
    "surrender",
    "mediation",
];

/// `rejected the government's offer of peace`: the verb that ends within the first `length` items takes words of a negotiation.
pub fn of_talks(items: &[Item], length: usize, tokens: &[Token]) -> bool {
    let Some(verb) = items[..length].iter().rposition(|i| i.is(Tags::DENY) || rejects(i, tokens)) else { return false };
    let stop = Tags::STOP.with(Tags::SEMI).with(Tags::VERB).with(Tags::COMMA).with(Tags::EVENT);
    let object = items[verb + 1..].iter().take(6).take_while(|i| !i.is(stop));
    object.flat_map(|i| &tokens[i.tokens.clone()]).any(|t| TALKS.contains(&t.norm.as_str()))
}

fn rejects(item: &Item, tokens: &[Token]) -> bool {
    tokens[item.tokens.clone()].iter().any(|t| t.is("rejected"))
}
