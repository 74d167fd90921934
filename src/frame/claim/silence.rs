//! Silence about an attack: nobody speaks of it, or the group that is asked says nothing.
//!
//! Enters and leaves: rules. Example: `There was no word from any of the groups`, `The group had not said whether it laid the
//! mine` and `It stopped short of calling the raid its own` tell that there is no claim yet.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

/// What somebody who speaks up would have done.
macro_rules! deeds {
    () => {
        "attack&act|kill&act|shoot&act|explode&act|abduct&act|arson&act|plant&act|conduct&act|wound&act|'did'|'do'|'done'|'laid'|'took'|'taken'|'sent'|'left'|'placed'|'set'|'ordered'|'planned'|'fired'|'staged'"
    };
}

/// What a group gives out.
macro_rules! message {
    () => {
        "'word'|'statement'|'comment'|'comments'|'message'|'communique'|'communiqué'|'claim'|'admission'|'reaction'|'announcement'|speaker"
    };
}

/// Who might speak.
macro_rules! any {
    () => {
        "'any'|'*group'|'*groups'|'*organisation'|'*organization'|'*organisations'|'*organizations'|'*faction'|'*factions'|'*militias'|'*militia'|'anyone'|'anybody'"
    };
}

/// Nobody at all, then the group itself.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "nobody_speaks",
        patterns: &[
            concat!("people&!group&!speaker|none ~6 say&!negated ..3 pron|rel have? ", deeds!()),
            "people&!group|none ..6 'name'|'names'|'signature' to ~1 the|event|pron|'it'",
            "people&!group|none ..4 'spoken'|'spoke' 'up'|'for'",
            "people&!group|none ..6 'owned'|'owning' 'up'|to",
            "people&!group|none ..4 'stepped'|'step'|move 'forward'",
            "people&!group|none ~6 say&!negated ~2 'anything'|'why'",
            "claim&pas|claim&pp|own&pas ~2 by people&!group&!speaker|none",
        ],
        kind: ClaimKind::NoClaim,
        fires: &[
            ("No group has said that it laid the mine.", ""),
            ("Nobody has said who did it.", ""),
            ("So far no one has put a name to the attack.", ""),
            ("By evening nobody had spoken up for the killing.", ""),
        ],
        silent: &["The driver said that he had left the bag.", "Police have not said who did it.", "Nobody was hurt."],
    },
    ClaimRule {
        name: "silent",
        patterns: &[
            "'neither' ~8 claim|own",
            "'neither' ..8 'forward'|'responsible'|'spoken'|'commented'",
            "group|back ..2 have 'yet'|but claim|own",
            "group|back ..4 rel ~1 say&negated",
            "group|back ..12 say ~1 'nothing'",
            "group|back ..8 be|'remained'|'stayed'|'kept'|'maintained' ~2 'silent'|'silence'|'quiet'|'mum'",
            "group|back ..8 neg ~1 'commented'|'comment'",
            "group|back ..8 say&negated ..3 'anything'|'whether'",
            "group|back&people ..8 say&negated ..3 'who'|'word'|'so'",
            "group|back&people ..8 'yet'|'declined'|'refused'|'failed' ~1 inf|to ~1 'comment'|say|claim|own",
            "group|back&people ..8 'yet'|'declined'|'refused'|'failed' ~1 inf&say|inf&claim|inf&own|inf&admit",
            "group|back&people ..8 'made'|'given'|'issued'|'released'|'offered'|'put'|have ~1 none|neg ~1 'comment'|'statement'|'word'|'claim'|speaker",
            "group|back ..8 deny&negated",
            "group|back ..8 'stopped'|'stop'|'stops'|'stopping'|'fell' 'short' of",
            "group|back&people ..8 have neg ~2 'owned'|'acknowledged'|'admitted'|'confirmed'",
            "group|back&people ..8 'without' say&ing|claim&ing|'taking'|'calling'|own&ing ..4 event|pron|'its'|respons",
            concat!("none|neg ~2 ", message!(), " ..5 from|by ..3 group|back|agent|", any!()),
            concat!(
                "neg 'issued'|'released'|'received'|'had' ~1 a ~1 ",
                message!(),
                " ..3 from|by ~3 group|back|agent"
            ),
        ],
        kind: ClaimKind::NoClaim,
        fires: &[
            ("Boko Haram has said nothing.", ""),
            ("Boko Haram, which is seldom shy, stayed silent.", ""),
            ("Boko Haram has not said a word about the raid.", ""),
            ("Boko Haram stopped short of calling the raid its own.", ""),
            ("Boko Haram made no comment.", ""),
            ("Boko Haram had yet to comment on it.", ""),
            ("There was no word from any of the armed groups.", ""),
            ("No word has come from any group.", ""),
        ],
        silent: &[
            "Boko Haram said that it had done it.",
            "The minister said nothing.",
            "There was no word from the police.",
            "The ministry made no comment.",
        ],
    },
];
