//! Claims of responsibility, and their absence.
//!
//! Enters and leaves: rules. Example: `The group said it had bombed the depot` is a claim of the group named last.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

macro_rules! violent {
    () => {
        "attack&act|kill&act|shoot&act|ram&act|explode&act|abduct&act|arson&act|plant&act|conduct&act|wound&act"
    };
}

/// Nobody claims.
pub const NO_CLAIM: &[ClaimRule] = &[ClaimRule {
    name: "no_claim",
    patterns: &[
        "people&!group|num|'no'|none ..5 own",
        "people&!group|num|none ..4 claim ~4 respons|event|pron|weapon|'it'",
        "'no'|none ~3 'claim'|claim|'claims'",
        "people&!group|num|none ..6 say ..8 'responsible'|'behind'|conduct|respons|'sent'",
        "own&negated",
        "claim&negated ..3 respons|event|by|pron",
        "'yet' to ~1 own|claim",
        "'has'|have 'yet' inf&own",
        "'unclaimed'",
        "'without' ~2 'claim'|claim",
        "event be&!appos neg claim",
        "event ..2 neg ~3 claim&pas|claim&pp",
        "respons ~2 claim&negated",
        "people&!group|none ..4 'taken'|'accepted'|'assumed' ~2 respons",
        "people&!group|none ..4 'come'|'came' 'forward'",
    ],
    kind: ClaimKind::NoClaim,
    fires: &[
        ("No group has claimed responsibility.", ""),
        ("There was no immediate claim of responsibility.", ""),
        ("The attack has not been claimed by any group.", ""),
        ("Nobody has claimed it.", ""),
        ("No organisation has said that it was behind the blast.", ""),
        ("Responsibility has not been claimed.", ""),
        ("The killing remains unclaimed.", ""),
    ],
    silent: &["The Taliban claimed responsibility.", "A man claimed responsibility."],
}];

/// Somebody claims.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "record",
        patterns: &[
            "who:group ..3 claim|own|conduct|attack|blame ..5 'similar'|'previous'|'other'|'many'|'several'|'numerous'|'past'|'earlier' ~2 event",
            "who:group ..9 event ..3 'in' 'the'? 'past'",
            "who:group ..3 'in' 'the'? 'past' ..2 claim|own|conduct|attack",
            "who:group ~1 attack&act ..6 'before' comma|stop",
            "'constant'|'frequent'|'regular'|'repeated'|'past'|'previous' ~1 'target'|'targets' of ~3 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[
            ("The Taliban have claimed similar attacks.", "Taliban"),
            ("Boko Haram has carried out many bombings in the north.", "Boko Haram"),
        ],
        silent: &["The Taliban claimed the attack."],
    },
    ClaimRule {
        name: "claimed",
        patterns: &[
            "who:back ~3 own&!negated",
            "who:group ..12 own&!negated",
            "who:group ..8 claim&!negated&!pas ~4 event|respons|pron|'it'|weapon",
            "who:back ~3 claim&!negated&!pas ~4 event|respons|pron|'it'|weapon",
            "event ..3 rel ~4 who:group ~2 claim&act",
            "claim&pas|claim&pp ..3 by ~5 who:group|back",
            "respons ..7 by ~3 who:group",
            "own ~3 by ~3 who:group",
            "who:group ..8 say ..8 pron have? be 'behind'|'responsible'",
            "who:back ~4 say ..4 pron have? be 'behind'|'responsible'",
            concat!("who:group ..8 say ..3 pron ~1 ", violent!()),
            concat!("who:back ~4 say ..3 pron ~1 ", violent!()),
            concat!("who:group ..8 say ..4 poss ~4 ", violent!()),
            concat!("who:back ~4 say ..4 poss ~4 ", violent!()),
            "who:group ..8 say ..4 poss ~3 have? be 'behind'|'responsible'",
            "who:back ~4 say ..4 poss ~3 have? be 'behind'|'responsible'",
            "who:group ..8 say ..3 pron ~1 do pron",
            "who:back ~4 say ..3 pron ~1 do pron",
            "who:group ..8 say ..3 pron 'did' pron",
            "who:back ~4 say ..3 pron 'did' pron",
            "who:group ..8 say ~8 'its'|'their'|poss 'work'|'doing'",
            "who:back ~4 say ~8 'its'|'their'|poss 'work'|'doing'",
            "who:group ..8 say ~8 'theirs'",
            "who:back ~4 say ~8 'theirs'",
            "who:group ..8 say ..3 pron have? 'sent'",
            "who:back ~4 say ..3 pron have? 'sent'",
            "who:group ..6 say ..5 conduct ~3 event|pron",
            concat!("who:group ..8 say ..3 back ..6 ", violent!()),
            concat!("who:back ~4 say ..3 back ..3 ", violent!()),
            concat!("who:group ..3 claim ..3 back ..8 ", violent!()),
            "who:group ..3 claim ..3 kill&act|attack&act|shoot&act|conduct&act",
            "who:group ..3 claim ..10 poss ~1 event",
            "claim ~6 from ~3 who:group",
            "who:group ..8 say ..10 'done' pron|'this'|the",
            "who:back ~4 say ..8 'done' pron|'this'|the",
            "who:group ..8 say ..4 back ~1 have? be 'behind'|'responsible'",
            "who:group ..8 say ..12 'theirs'",
            "who:group ..8 say ..8 conduct ~4 and ~2 group",
            "say ..8 conduct ~4 event and ~2 who:group",
            "'letter'|'note'|'message'|'statement'|'email'|'video'|speaker ~3 'name' of ~3 who:group ..12 say",
            "who:group ..4 admit ..3 event|kill|conduct",
            "own ..8 'name'|'behalf' of ~2 who:group",
            "'name'|'behalf' of ~3 who:group ..8 claim|own",
            "'claim'|claim ~3 'name'|'behalf' of ~3 who:group",
            "say ..3 who:group ..3 own",
            "own ..3 to ~2 who:group",
            "who:group ..3 'made'|'makes'|'issued' ..4 'claim'|claim",
            "say ..3 pron ~1 'belong'|'belonged' to ~2 who:group",
            "'identified'|recover pron 'as'|after ~2 who:group",
            "who:group ..3 'boasted'|'boasts' ..4 event|kill",
        ],
        kind: ClaimKind::Responsibility,
        fires: &[
            ("The Taliban claimed responsibility for the attack.", "Taliban"),
            ("The attack was claimed by the Taliban.", "Taliban"),
            ("The Taliban, through a spokesman, said it had carried out the attack.", "Taliban"),
            ("The Taliban said it was behind the bombing.", "Taliban"),
            ("Boko Haram, the most feared militant group in the region, claimed the raid.", "Boko Haram"),
            ("Boko Haram said its fighters had attacked the barracks.", "Boko Haram"),
            ("A statement in the name of Boko Haram claimed the attack.", "Boko Haram"),
        ],
        silent: &[
            "Officials blamed the Taliban.",
            "No group has claimed responsibility.",
            "The Taliban praised the attack without claiming it.",
        ],
    },
    ClaimRule {
        name: "claimed_for",
        patterns: &["claim ~4 event for ~2 who:group"],
        kind: ClaimKind::Responsibility,
        fires: &[("A warlord claimed the attack for Boko Haram.", "Boko Haram")],
        silent: &["Boko Haram claimed the attack for al-Qaeda."],
    },
    ClaimRule {
        name: "claimed_unnamed",
        patterns: &[
            "people&agent ~4 own&!negated",
            "people&agent ~4 claim&act&!negated ~3 event|pron|respons",
            "'group'|'caller'|'faction' ~3 own&!negated",
        ],
        kind: ClaimKind::Responsibility,
        fires: &[("A jihadist group claimed responsibility.", ""), ("Rebels claimed the ambush.", "")],
        silent: &["No group has claimed responsibility.", "Police claimed the ambush was over."],
    },
];
