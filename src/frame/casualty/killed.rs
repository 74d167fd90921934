//! Rules for people killed.
//!
//! Enters: items. Leaves: how many were killed. Example: `killing at least 24 officers` is 24 or more.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Killed;

/// In the order in which they are tried.
pub const RULES: &[Rule] = &[
    Rule {
        name: "no_casualties",
        patterns: &[
            "num casualtyn|injuryn",
            "num|people kill or wound|hurt",
            "num|people dead or hurt|wound",
            "'without' casualtyn|injuryn",
        ],
        yields: Yield::Unharmed,
        fires: &[
            ("No guard was killed or wounded.", "0-0", "No guard was killed or wounded"),
            ("There were no casualties.", "0-0", "no casualties"),
        ],
        silent: &["The blast caused casualties."],
    },
    Rule {
        name: "killed_or_hurt",
        patterns: &[
            "people|num kill or wound",
            "kill or wound people|num",
            "kill and wound people|num",
            "wound or kill people|num",
            "people|num dead or hurt|wound",
        ],
        yields: Yield::Nothing,
        fires: &[
            ("About 600 people were killed or injured.", "", "About 600 people were killed or injured"),
            ("It killed or wounded 30 soldiers.", "", "killed or wounded 30 soldiers"),
        ],
        silent: &["It killed 3 and wounded 30 soldiers."],
    },
    Rule {
        name: "killed_earlier_toll",
        patterns: &[
            "former ~2 toll ~1 of|at who:people|num",
            "former move&pas at who:people|num",
            "toll be? ~1 move&pas at who:num|people",
            "from who:num to num|people",
        ],
        yields: Yield::Former(Killed),
        fires: &[("An earlier toll of 14 was corrected.", "14-14", "earlier toll of 14")],
        silent: &["The toll of 14 stands."],
    },
    Rule {
        name: "killed_toll",
        patterns: &[
            "toll ..8 move ~3 to|at who:people|num",
            "toll ..8 move&act who:people|num",
            "'number' kill&pp ..14 move ~3 to|at who:people|num",
            "people kill&pp ..10 move ~3 to|at who:num",
            "move ~2 'number' ~2 people kill&pp ..8 at who:people|num",
            "move ~2 'total' ~3 to|at who:people|num",
            "toll be who:people|num",
            "toll ~1 of who:people|num",
            "toll colon who:people|num",
            "move ~2 toll ~3 to|at who:people|num",
            "toll ~4 from num|people to who:people|num",
        ],
        yields: Yield::Toll(Killed),
        fires: &[
            ("The death toll rose to 132 on Monday.", "132-132", "death toll rose to 132"),
            ("The death toll has climbed from 12 to 23.", "23-23", "death toll has climbed from 12 to 23"),
            ("This brought the death toll to at least 15.", "15-", "brought the death toll to at least 15"),
            ("The mayor put the death toll at 160.", "160-160", "put the death toll at 160"),
            ("The number killed in the raid has risen to 42.", "42-42", "number killed in the raid has risen to 42"),
        ],
        silent: &["The toll road reopened at 7."],
    },
    Rule {
        name: "attacker_killed",
        patterns: &[
            "who:agent ..16 'before'|'and'|'but'|'until' pron? kill&pas",
            "who:people|num ..4 attack&act|kill&act|shoot&act|wound&act ..16 'before'|'and'|'but'|'until' pron? kill&pas",
            "who:people kill&pas 'after' pron attack&act|shoot&act|wound&act|kill&act",
            "who:people ~1 with ~2 weapon ..16 'but'|'and' kill&pas",
            "attack&pas|shoot&pas|kill&pas|wound&pas ..8 by who:people comma? rel kill&pas",
        ],
        yields: Yield::Attacker(Killed),
        fires: &[
            (
                "Three gunmen raided the depot before they were shot dead.",
                "3-3",
                "Three gunmen raided the depot before they were shot dead",
            ),
            (
                "A man attacked two guards with an axe and was killed.",
                "1-1",
                "A man attacked two guards with an axe and was killed",
            ),
        ],
        silent: &[
            "Two guards with rifles stood at the gate.",
            "Three gunmen raided the depot and two guards were killed.",
        ],
    },
    Rule {
        name: "killed_passive",
        patterns: &[
            "who:people|num rel? kill&pas",
            "who:people|num ^ kill&pas",
            "who:people|num ~2 kill&pas",
            "who:people|num ^ verb&pas ..4 and kill&pp !people|num|gen|a|the|poss|name|group",
            "who:people|num ^ be word ..6 and kill&pp !people|num|gen|a|the|poss|name|group",
            "who:people|num ^ leave&pas ~2 dead|kill&pp",
            "who:people|num ^ verb&pas kill&pas|die",
            "who:people&!agent|num ^ kill&pp !people|num|gen|a|the|poss|name|group|pron|demonym",
            "who:agent kill&pp in|at|by|after|on|stop|prep|comma|and",
            "who:people|num ^ be? ~1 recover&pas|recover&pp dead|kill",
            "who:people|num have 'been' kill",
        ],
        yields: Yield::Fate(Killed),
        fires: &[
            ("Ten police officers were killed.", "10-10", "Ten police officers were killed"),
            (
                "Ten people, including two children, were killed.",
                "10-10",
                "Ten people, including two children, were killed",
            ),
            ("At least 23 killed in blast", "23-", "At least 23 killed"),
            ("No one was killed.", "0-0", "No one was killed"),
            ("Two soldiers and a driver have been shot dead.", "3-3", "Two soldiers and a driver have been shot dead"),
            (
                "Three members of the river patrol travelling in a boat were killed.",
                "3-3",
                "Three members of the river patrol travelling in a boat were killed",
            ),
            (
                "Two fishermen were abducted and later beheaded.",
                "2-2",
                "Two fishermen were abducted and later beheaded",
            ),
            ("A beekeeper was shot dead by masked men.", "1-1", "A beekeeper was shot dead"),
            ("12 Afghan security forces were killed.", "12-12", "12 Afghan security forces were killed"),
        ],
        silent: &["Gunmen killed ten people.", "Ten people were questioned.", "Gunmen shot and killed a senior envoy."],
    },
    Rule {
        name: "killed_active",
        patterns: &[
            "kill&act&!inf who:people|num",
            "kill&ing who:people|num",
            "kill&act|kill&ing and shoot|arson|'looted' who:people|num",
            "kill&act|kill&ing pron and who:people|num",
            "'lost' who:people to|in|after|prep",
            "shoot&act|arson&act|attack&act|'beat'|'stoned' who:people|num to deathn",
            "shoot&act who:people|num dead",
            "arson&act who:people|num 'alive'",
        ],
        yields: Yield::Fate(Killed),
        fires: &[
            ("A bomb exploded, killing at least 24 officers.", "24-", "killing at least 24 officers"),
            ("Gunmen killed a judge and his driver.", "2-2", "killed a judge and his driver"),
            ("Militants shot dead 23 passengers.", "23-23", "shot dead 23 passengers"),
            ("Blast kills dozens", "24-", "kills dozens"),
            ("Gunmen shot and killed a senior envoy of the mission.", "1-1", "shot and killed a senior envoy"),
            ("The bomber killed himself and two others.", "2-2", "killed himself and two others"),
            ("They stabbed two shepherds to death.", "2-2", "stabbed two shepherds to death"),
            ("Militants killed more than 30 gold miners.", "30-", "killed more than 30 gold miners"),
        ],
        silent: &["Ten people were killed.", "They planned to kill ten people."],
    },
    Rule {
        name: "died",
        patterns: &["who:people|num rel? die&act", "who:people|num ^ die&act", "who:people|num ~2 die&act"],
        yields: Yield::Fate(Killed),
        fires: &[
            ("Some 40 worshippers died.", "40-40", "Some 40 worshippers died"),
            ("Two soldiers lost their lives.", "2-2", "Two soldiers lost their lives"),
        ],
        silent: &["The debate died down."],
    },
    Rule {
        name: "left_dead",
        patterns: &["leave ~1 who:people|num dead|kill&pp", "leave who:people|num ~2 dead|kill&pp"],
        yields: Yield::Fate(Killed),
        fires: &[
            ("The raid left 12 villagers dead.", "12-12", "left 12 villagers dead"),
            ("The blast left six dead.", "6-6", "left six dead"),
        ],
        silent: &["The raid left 12 villagers homeless."],
    },
    Rule {
        name: "dead",
        patterns: &[
            "who:people|num be? dead !'on'",
            "who:people|num ^ be|verb&pas ~2 dead !'on'",
            "who:people|num ^ be verb&pp dead",
        ],
        yields: Yield::Fate(Killed),
        fires: &[
            ("Seven dead, 20 hurt in blast", "7-7", "Seven dead"),
            ("Police said that 12 people were dead.", "12-12", "12 people were dead"),
        ],
        silent: &["Seven dead on arrival forms were signed."],
    },
    Rule {
        name: "lives",
        patterns: &[
            "claim|'took'|'take'|'cost'|'costing'|'taken'|'taking'|'takes'|'costs' who:num|people lifen",
            "who:num|people lifen be? 'lost'",
            "deathn of who:num lifen",
        ],
        yields: Yield::Fate(Killed),
        fires: &[
            ("The attack claimed 13 lives.", "13-13", "claimed 13 lives"),
            ("It ended in the loss of 40 lives.", "40-40", "loss of 40 lives"),
        ],
        silent: &["It saved 13 lives."],
    },
    Rule {
        name: "deaths_of",
        patterns: &["deathn of who:people", "deathn of 'at'? who:num"],
        yields: Yield::Fate(Killed),
        fires: &[(
            "The assault resulted in the death of ten police officers.",
            "10-10",
            "death of ten police officers",
        )],
        silent: &["The death of the peace process was announced."],
    },
    Rule {
        name: "count_of_deaths",
        patterns: &["who:num deathn"],
        yields: Yield::Fate(Killed),
        fires: &[("The ministry confirmed 32 deaths.", "32-32", "32 deaths")],
        silent: &["The deaths were confirmed."],
    },
    Rule {
        name: "dead_among",
        patterns: &[
            "among be who:people|num",
            "dead|people&incl incl who:people|num",
            "'victims'|'dead' incl who:people|num",
        ],
        yields: Yield::Part(Killed),
        fires: &[("Among the dead were two children.", "2-2", "Among the dead were two children")],
        silent: &["Among the topics were two reforms."],
    },
];
