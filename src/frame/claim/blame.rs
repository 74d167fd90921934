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
            "blame ..3 on ~3 who:back&people",
            "'identified'|'identifies'|'identify'|recover&pas ..3 'as' ~5 who:group",
            "'puts'|'put'|'lays'|'laid' ~2 'blame' ~4 on|at ~4 who:group",
            "'culprits'|'culprit'|'mastermind'|'masterminds' ~2 be ~4 who:group",
            "'charged' ~2 who:group ~1 with",
        ],
        kind: ClaimKind::Accusation,
        fires: &[
            ("Officials blamed the Taliban for the attack.", "Taliban"),
            ("The attack was blamed on the Taliban.", "Taliban"),
            ("The Taliban is blamed for the attack.", "Taliban"),
            ("The minister said that Boko Haram was behind the attack.", "Boko Haram"),
            ("Police identified the gunmen as members of Boko Haram.", "Boko Haram"),
            ("The gunmen were identified as members of Boko Haram.", "Boko Haram"),
        ],
        silent: &["The Taliban claimed responsibility.", "The victim was identified as a teacher."],
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
            "suspect ..8 'belonged'|'belong'|'belonging' to ~3 who:group",
            "speaker|people|name 'suspect'|'suspects' ~8 who:group",
            "suspect&pas ..5 'work' of ~4 who:group",
            "suspect&pas|suspect&pp ~3 by|to|with ~4 who:group",
            "suspect&pas ~3 inf&be|be|'be' ~4 who:group",
            "who:group ~4 suspect&pas|suspect&pp",
            "who:group ..3 be ~1 'suspect'|'suspects'|'suspected'",
            "'suspicion'|'suspicions' ..4 on|at ~4 who:group",
            "'hallmarks'|'hallmark'|'trademark'|'signature'|'fingerprints'|'stamp' ~3 of ~3 who:group",
            "'work' of ~4 who:group",
            "'signs'|'evidence'|'clues'|'signals' ..4 to|at ~6 who:group",
            "'possible'|'possibly'|'probably'|'likely'|'apparent' ~3 who:group",
            "who:group ..2 be ..3 'behind'",
            "who:group 'may'|modal have ..3 conduct|attack",
            "'linked'|suspect ~3 to ~4 who:group",
            "'possible'|'alleged'|'suspected'|'presumed'|'apparent' ~2 'involvement'|'role'|'hand'|'part' ~1 of|by ~3 who:group",
            "who:group gen? 'possible'|'alleged'|'suspected'|'apparent'|'likely' ~1 'involvement'|'role'|'hand'|'link'|'links'",
            "'involvement'|'hand' of ~3 who:group",
            "'act' of ~1 'reprisal'|'revenge'|'retaliation'|'vengeance' ~1 by|from|of ~3 who:group",
            "'points'|'pointed'|'pointing'|'point' ..3 at|to|'towards'|'toward' ~4 who:group",
            "'attributable' to ~3 who:group",
            "'pamphlet'|'pamphlets'|'leaflet'|'leaflets'|'graffiti'|'slogans'|'inscriptions' ~1 of|from|to|by ~4 who:group",
            "who:group ~2 'as' ~2 'possible'|'likely'|'potential'|'probable' ~1 people|'author'|'authors'|'culprit'",
            "'looking'|'investigating'|'examining'|'probing' ~6 who:group",
            "who:group ..3 'may'|modal have ..3 plant|explode|kill|abduct|shoot",
            "'possibility'|'chance' ..3 the ~1 who:group ~2 conduct|attack|kill|plant",
            "'style'|'method'|'methods'|'tactics' be ~1 'that'|'those'|rel of ~3 who:group",
            "event|pron be|'bore'|'bears' ..4 'style'|'methods'|'tactics'|'typical' ~2 of ~2 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[
            ("Suspicion fell on the Taliban.", "Taliban"),
            ("The raid was believed to be the work of the Taliban.", "Taliban"),
            ("Boko Haram is suspected.", "Boko Haram"),
            ("Security forces suspect Boko Haram.", "Boko Haram"),
            ("The possible involvement of Boko Haram is being looked into.", "Boko Haram"),
            ("Boko Haram's alleged role in the bombing is under scrutiny.", "Boko Haram"),
            ("The evidence points to Boko Haram.", "Boko Haram"),
            ("Leaflets signed by Boko Haram lay at the scene.", "Boko Haram"),
        ],
        silent: &["The Taliban claimed responsibility.", "Boko Haram has ties to al-Qaeda."],
    },
    ClaimRule {
        name: "prime_suspect",
        patterns: &["who:group ~2 be ~1 people", "people&agent comma|be ~1 who:group"],
        kind: ClaimKind::Suspicion,
        fires: &[("Boko Haram is the prime suspect.", "Boko Haram")],
        silent: &["Boko Haram is the largest group.", "Boko Haram is a group of militants."],
    },
    ClaimRule {
        name: "suspected_men",
        patterns: &[
            "who:group ~3 verb&act&!say&!condemn&!deny&!admit",
            "who:group word|move|leave on|in|prep|to|at|from|the|a|poss",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[("Suspected Boko Haram gunmen freed 70 inmates.", "Boko Haram")],
        silent: &["Boko Haram freed 70 inmates.", "Ten suspected Boko Haram members were arrested."],
    },
];

/// People of whom their ties are told, read before groups named in passing are set aside. What stands beside a noun (`men linked
/// to`) says who they are in a brief report; a clause of its own (`they had links to`) suspects.
pub const TIES: &[ClaimRule] = &[
    ClaimRule {
        name: "affiliated",
        patterns: &[
            "people&agent&!group ~2 'linked'|'affiliated'|'loyal'|'aligned'|'allied'|'connected'|suspect to|with ~4 who:group",
            "people&agent&!group ..6 'sworn'|'pledged' 'allegiance'|'loyalty' to ~4 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[("Terrorists linked to al-Qaeda killed ten people.", "al-Qaeda")],
        silent: &[
            "Boko Haram, which has ties to al-Qaeda, attacked a town.",
            "Boko Haram militants linked to al-Qaeda fled.",
        ],
    },
    ClaimRule {
        name: "had_links",
        patterns: &[
            "people&!group ..24 suspect&act&!pp to|with ~4 who:group",
            "people&!group ..24 have ~1 'links'|'ties'|'connections'|'contacts' to|with ~4 who:group",
            "people&!group ..12 be ~1 'linked'|'affiliated'|'loyal'|'connected' to|with ~4 who:group",
            "people&!group|name|pron ..12 suspect&pas to|with ~4 who:group",
            "suspect&act|suspect&ing ~1 pron|name|people&!group to ~3 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[
            ("The two brothers had links to Boko Haram.", "Boko Haram"),
            ("Police link him to Boko Haram.", "Boko Haram"),
        ],
        silent: &["Boko Haram, which has ties to al-Qaeda, attacked a town."],
    },
    ClaimRule {
        name: "accused_whom",
        patterns: &[
            "who:group ..8 'that'|'which'|'whom'|'who' ~6 blame&act",
            "who:group ..8 rel ~6 blame&act ~2 for|of|prep",
        ],
        kind: ClaimKind::Accusation,
        fires: &[(
            "The last of them was the founder of Boko Haram, the group that the mayor had blamed for weeks.",
            "Boko Haram",
        )],
        silent: &["The founder of Boko Haram was seen there."],
    },
];
