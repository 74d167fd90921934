//! Groups reported as the attackers, as a fact.
//!
//! Enters and leaves: rules. Example: `in an attack by Taliban fighters on a convoy`; a hedge (`suspected Taliban
//! fighters`) makes it a suspicion, which the engine sees to.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

macro_rules! violent {
    () => {
        "attack&act|kill&act|wound&act|shoot&act|ram&act|explode&act|abduct&act|arson&act|plant&act|conduct&act"
    };
}

macro_rules! suffered {
    () => {
        "attack&pas|attack&pp|kill&pas|kill&pp|wound&pas|wound&pp|shoot&pas|shoot&pp|ram&pas|explode&pas|explode&pp|abduct&pas|abduct&pp|arson&pas|arson&pp|plant&pas|plant&pp|conduct&pas|conduct&pp|release&pas"
    };
}

/// What attackers do beside killing; no verbs of the lexicon, since armies and crowds do it too.
macro_rules! ruin {
    () => {
        "'destroyed'|'destroys'|'destroy'|'sabotaged'|'sabotages'|'overpowered'|'looted'|'ransacked'|'razed'|'vandalised'|'vandalized'|'occupied'|'occupies'|'entered'|'enters'|'captured'|'captures'|'beat'|'tortured'|'damaged'|'smashed'|'blocked'|'robbed'"
    };
}

/// Named as the attackers.
pub const RULES: &[ClaimRule] = &[
    ACTED,
    ClaimRule {
        name: "stated",
        patterns: &[
            concat!("who:group gen? ~5 ", violent!(), " !by"),
            concat!("who:group comma? rel ..3 ", violent!(), " !by"),
            concat!("who:group ~2 comma? rel ~1 ", violent!(), " !by"),
            concat!("who:group ..3 and ~2 ", violent!(), " !by"),
            concat!(suffered!(), " ~8 by ~8 who:group"),
            concat!(suffered!(), " ..14 by ~4 who:group"),
            "event|weapon ..12 by ~4 who:group",
            "'ambush' by ~3 who:group",
            "'placed'|'laid'|'buried'|'fired'|'launched'|'set'|'detonated' ~3 by ~4 who:group",
            "who:group event|weapon",
            "who:group gen ~2 event|weapon",
            "who:group 'suicide'|'car'|'deadly'|'latest'|'major'|'double'|'twin' ~1 event|weapon",
            concat!("who:group ~1 say&pas ~1 ", violent!()),
            "who:group ..9 comma kill&ing|wound&ing|abduct&ing",
            "who:group ~2 'put'|'left'|'placed'|'laid'|'buried'|'set' ~3 weapon",
            "who:group ~1 'triggered'|'triggers'|'detonated'|'hurled'|'lobbed'|'threw'|'tossed'|'fired'|'launched'|'rigged' ~4 weapon",
            "who:group ~1 'drove'|'drives'|'steered'|'steers' ~6 prep",
            "who:group ..4 'began'|'begins'|'begun'|'resumed'|'resumes'|'continued'|'unleashed'|'made' ~4 event",
            "'perpetrators'|'perpetrator'|'assailants' ~2 who:group",
            "weapon ~2 of|from ~3 who:group",
            concat!("from|of ~4 who:group ~4 ", violent!(), " !by"),
            "event ~3 with|'between'|'involving'|'against' ~5 who:group",
            "event 'between' ..6 and ~3 who:group",
            "'encounter'|'encounters'|'fighting'|'clashed'|'clashes'|'combat' ~3 with|'between'|'against' ..5 who:group",
            "'between' ~3 who:group and",
            "who:group ~2 attack&ing|kill&ing|shoot&ing|explode&ing|abduct&ing|conduct&ing",
            "who:group ~2 'attempted'|'tried'|'tries'|'attempt' ~1 attack|kill|explode|abduct",
            "who:group ~1 'used'|'uses' ..6 attack|kill|explode",
            "who:group ~1 'used'|'uses' ~3 weapon",
            "who:group comma? 'whose' ~2 weapon|event",
            "who:group ..10 after pron explode&act|attack&act|kill&act|abduct&act",
            "who:group ..3 'ambush'|'ambushes'|'ambushed'",
            "after ~2 who:group ..4 attack|kill|explode|abduct|shoot",
            concat!("who:group gen? ~4 ", ruin!()),
            "be 'destroyed'|'sabotaged'|'damaged'|'looted'|'ransacked'|'razed'|'blocked'|'robbed'|'occupied'|'tortured' ~1 by ~4 who:group",
            concat!("who:group comma? rel ..3 ", ruin!()),
            concat!("who:back&people ~4 ", violent!(), " !by"),
            concat!("who:back&people ~4 ", ruin!()),
            concat!("who:back&people ..20 and ~2 ", violent!(), " !by"),
            concat!("who:back&!people&!pron ~2 ", violent!(), " !by"),
            concat!("who:back&pron ~1 ", violent!(), " !by"),
            concat!("people&!group from|of ~3 who:back ~4 ", violent!(), " !by"),
            concat!("people&!group from|of ~3 who:back ..6 and ~2 ", violent!(), " !by"),
            concat!(suffered!(), " ~8 by ~3 who:back&people"),
            "event ..8 by ~2 who:back&people",
            "who:group ..14 'did' the ~1 event|deathn",
            "who:back&people gen ~2 event|weapon",
            "who:group ~1 be ~2 'holding' ~4 people&!agent",
            "'attempt'|'attempts'|'bid'|'plot' by ~4 who:group",
            "'attempt'|'attempts'|'bid'|'plot'|'ambush' by ~2 who:back&people",
            "event|'attempt'|'attempts' ~1 by ~3 who:back !gen",
            "'orchestrated'|'masterminded'|'planned'|'directed'|'ordered' ~1 by ~3 who:group",
            "who:group comma? ~1 have? 'orchestrated'|'masterminded'|'planned' ~3 event|'attempt'|'plot'",
        ],
        kind: ClaimKind::Other,
        fires: &[
            ("Taliban fighters attacked a base.", "Taliban"),
            ("Ten soldiers were killed by the Taliban.", "Taliban"),
            ("Five officers died in an attack on their convoy in Garissa by Boko Haram militants.", "Boko Haram"),
            ("A soldier was killed in a gunfight with members of Boko Haram.", "Boko Haram"),
            ("Two guards were killed in an ambush near Garissa, Kenya, by members of Boko Haram.", "Boko Haram"),
            ("Boko Haram gunmen sprayed a market with bullets, killing nine people.", "Boko Haram"),
            ("A Boko Haram landmine killed three farmers.", "Boko Haram"),
            ("Boko Haram fighters looted shops and razed a clinic.", "Boko Haram"),
            ("Two soldiers and a rebel of Boko Haram clashed and killed each other.", "Boko Haram"),
            ("Later the militants attacked a second village.", ""),
            ("The group first attacked that town in 2017.", ""),
            ("Boko Haram triggered a mine under his car.", "Boko Haram"),
            ("The raid was masterminded by Boko Haram.", "Boko Haram"),
            ("Boko Haram is still holding 40 girls.", "Boko Haram"),
            ("Two pylons were sabotaged by Boko Haram.", "Boko Haram"),
        ],
        silent: &[
            "Boko Haram praised the attack.",
            "The bombing was condemned by Boko Haram.",
            "Ten soldiers were killed in Kabul.",
            "Three were killed in an operation against Boko Haram.",
        ],
    },
    MEMBER,
    KNOWN_AS,
];

/// The attackers by the name that people have for them.
const KNOWN_AS: ClaimRule = ClaimRule {
    name: "known_as",
    patterns: &[
        "people&agent comma? 'known'|'called'|'dubbed' ~2 'as' ~2 who:group",
        "'known'|'called'|'dubbed' ~2 'as' ~2 who:group ..18 back&people",
    ],
    kind: ClaimKind::Other,
    fires: &[("The insurgents, known locally as Boko Haram, fled.", "Boko Haram")],
    silent: &["The town, known as a seat of Boko Haram, was quiet."],
};

/// `it` of a group that the sentence before names: only what no bomb does.
const ACTED: ClaimRule = ClaimRule {
    name: "stated_it",
    patterns: &[
        "who:back&pron ~1 attack&act|abduct&act|plant&act|shoot&act|conduct&act|arson&act|explode&act ~3 people|speaker|site !by",
    ],
    kind: ClaimKind::Other,
    fires: &[("In March it ambushed a convoy of soldiers.", "")],
    silent: &["It killed ten people.", "It was attacked."],
};

/// Who the attackers are said to be; from an official it accuses.
const MEMBER: ClaimRule = ClaimRule {
    name: "member",
    patterns: &["people&agent ~1 be ~4 who:group", "people&agent ..14 'belonged'|'belong'|'belonging' to ~3 who:group"],
    kind: ClaimKind::Other,
    fires: &[
        ("The attackers were members of Boko Haram.", "Boko Haram"),
        ("The gunmen came from the north and belonged to Boko Haram.", "Boko Haram"),
    ],
    silent: &["The victims were members of Boko Haram."],
};
