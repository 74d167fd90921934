//! Accusations and suspicions.
//!
//! Enters and leaves: rules. Example: `The raid was blamed on the Taliban` accuses; `The Taliban are suspected` suspects.
//! The verb decides, whoever speaks.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

/// Blamed, then suspected.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "accused",
        patterns: &[
            "blame&act|blame&ing|blame&inf ~5 who:group",
            "blame&act|blame&ing ~3 people 'known'|'called' after|'as'|the ~2 who:group",
            "who:group ..8 blame&pas",
            "who:group ..8 blame&inf",
            "blame ..6 on|to ~4 who:group",
            "'blame' ..2 on|at ~5 who:group",
            "'put'|'puts'|'putting' ..4 'down' to ~6 who:group",
            "'responsible' ~2 be ~2 who:group",
            "'held'|'hold'|'holds'|'holding' ~3 who:group ~1 'responsible'",
            "'finger'|'fingers' ..4 at ~2 who:group",
            "who:group ~1 be ~1 'responsible'",
            "say ..4 who:group ~3 be ~1 'behind'",
            "who:group ..5 capture&pas ..4 'over'|'in' 'connection'? ~3 event",
            "speaker|people&!agent|place ..3 'named' ~3 who:group",
            "who:group ..8 rel ~3 blame&act",
            "'belonged'|'belong' to ~3 who:group",
        ],
        kind: ClaimKind::Accusation,
        fires: &[
            ("Officials blamed the Taliban for the attack.", "Taliban"),
            ("The attack was blamed on the Taliban.", "Taliban"),
            ("The Taliban is blamed for the attack.", "Taliban"),
            ("The minister said that Boko Haram was behind the attack.", "Boko Haram"),
        ],
        silent: &["The Taliban claimed responsibility."],
    },
    ClaimRule {
        name: "believed",
        patterns: &["who:group ~2 conduct&pas|attack&pas|kill&pas|explode&pas|abduct&pas|shoot&pas|plant&pas"],
        kind: ClaimKind::Suspicion,
        fires: &[("Boko Haram is believed to have carried out the bombing.", "Boko Haram")],
        silent: &["Ten Boko Haram fighters were killed."],
    },
    ClaimRule {
        name: "suspected",
        patterns: &[
            "suspect&!pas ~6 who:group",
            "speaker|people|name 'suspect'|'suspects' ~8 who:group",
            "suspect&pas ..5 'work' of ~4 who:group",
            "suspect&pas|suspect&pp ~3 by|to|with ~4 who:group",
            "suspect&pas ~3 inf&be|be|'be' ~4 who:group",
            "who:group ~4 suspect&pas|suspect&pp",
            "who:group ..3 be ~1 'suspect'|'suspects'|'suspected'",
            "'suspicion'|'suspicions' ..4 on|at ~4 who:group",
            "'hallmarks'|'hallmark'|'trademark'|'signature' ~3 of ~3 who:group",
            "'work' of ~4 who:group",
            "'signs'|'evidence'|'clues'|'signals' ..4 to|at ~6 who:group",
            "'possible'|'possibly'|'probably'|'likely'|'apparent' ~3 who:group",
            "who:group ..2 be ..3 'behind'",
            "who:group 'may'|modal have ..3 conduct|attack",
            "'linked'|suspect ~3 to ~4 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[
            ("Suspicion fell on the Taliban.", "Taliban"),
            ("The raid was believed to be the work of the Taliban.", "Taliban"),
            ("Boko Haram is suspected.", "Boko Haram"),
            ("Security forces suspect Boko Haram.", "Boko Haram"),
        ],
        silent: &["The Taliban claimed responsibility."],
    },
];
