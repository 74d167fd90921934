//! Rules for the toll as a whole: nobody, so many, no longer so many.
//!
//! Enters: items. Leaves: how many were killed, and what that does to a toll told before.
//! Example: `the death toll rose to 132` replaces what was said before; `an earlier toll of 14` is no longer true.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Killed;

/// In the order in which they are tried, before the verbs of killing.
pub const RULES: &[Rule] = &[
    Rule {
        name: "no_casualties",
        patterns: &[
            "num casualtyn|injuryn",
            "num|people kill or wound|hurt",
            "num|people dead or hurt|wound",
            "num 'reports'|'report' of casualtyn|injuryn|deathn",
            "num deathn|injuryn or deathn|injuryn",
            "'without' casualtyn|injuryn",
            "'without' 'causing'|'any' ~1 casualtyn|injuryn",
        ],
        yields: Yield::Unharmed,
        fires: &[
            ("No guard was killed or wounded.", "0-0", "No guard was killed or wounded"),
            ("There were no casualties.", "0-0", "no casualties"),
            ("It went off without causing casualties.", "0-0", "without causing casualties"),
            ("There were no reports of casualties.", "0-0", "no reports of casualties"),
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
            "'how' people|num ~1 kill|wound|die|dead|hurt",
            "people|num ^ kill&pas and wound&pp !people|num|gen|a|the|poss|name|group",
        ],
        yields: Yield::Nothing,
        fires: &[
            ("About 600 people were killed or injured.", "", "About 600 people were killed or injured"),
            ("It killed or wounded 30 soldiers.", "", "killed or wounded 30 soldiers"),
            ("It was not clear how many people were killed.", "", "how many people were killed"),
            ("Five boys were killed and injured when a shell fell.", "", "Five boys were killed and injured"),
        ],
        silent: &["It killed 3 and wounded 30 soldiers."],
    },
    Rule {
        name: "killed_earlier_toll",
        patterns: &[
            "former ~2 toll ~1 of|at who:people|num",
            "former move&pas at who:people|num",
            "toll be? ~1 move&pas at who:num|people",
            "toll comma move&pp at who:num|people",
            "from who:num to num|people",
            "toll rel ~1 move&act at who:num",
            "toll rel 'stood' at who:num",
            "former|date people ..6 for the? dead be who:num",
        ],
        yields: Yield::Former(Killed),
        fires: &[
            ("An earlier toll of 14 was corrected.", "14-14", "earlier toll of 14"),
            ("Earlier the figure for the dead was nine.", "9-9", "Earlier the figure for the dead was nine"),
            ("It raised a toll that stood at 14 at noon.", "14-14", "toll that stood at 14"),
        ],
        silent: &["The toll of 14 stands.", "The shop is open from 8 to 12."],
    },
    Rule {
        name: "killed_toll",
        patterns: &[
            "toll ..14 move ~3 to|at who:people|num",
            "toll ..14 move&act who:people|num",
            "move people at who:num",
            "move people kill&pp ^ at who:num|people",
            "'revised'|'raised'|'lowered'|'corrected' 'that'|'it'|'this' to who:num|people",
            "move ~1 dead at who:num|people",
            "the dead comma who:num in 'number'",
            "people ..6 move&act to? who:num",
            "poss 'count'|'tally'|'figure' be who:num",
            "'counted' who:num stop|comma|semi",
            "dead colon who:num",
            "people be|'numbered'|'number' who:num",
            "people for ~4 be who:num",
            "dead 'numbered'|'number' who:num",
            "move the 'number'|'figure'|'count' kill&pp? at who:num|people",
            "'number' kill&pp ..24 move ~3 to|at who:people|num",
            "people kill&pp ..10 move ~3 to|at who:num",
            "move ~2 'number' ~2 people kill&pp ..8 at who:people|num",
            "move ~2 'total' ~3 to|at who:people|num",
            "toll comma move&pp at num|people ..6 comma move&act ~2 to|at who:num|people",
            "toll ^ move&act ~2 to|at who:num|people",
            "toll be who:people|num",
            "toll ~1 of who:people|num",
            "toll colon who:people|num",
            "move ~2 toll ^ to|at who:people|num",
            "move ~2 toll ~3 to|at who:people|num",
            "'gave'|'gives'|'giving' ~2 toll 'as' who:people|num",
            "toll ~4 from num|people to who:people|num",
        ],
        yields: Yield::Toll(Killed),
        fires: &[
            ("The death toll rose to 132 on Monday.", "132-132", "death toll rose to 132"),
            ("The death toll has climbed from 12 to 23.", "23-23", "death toll has climbed from 12 to 23"),
            ("This brought the death toll to at least 15.", "15-", "brought the death toll to at least 15"),
            ("The mayor put the death toll at 160.", "160-160", "put the death toll at 160"),
            (
                "They died, raising the toll of the raid of 8 June to 36.",
                "36-36",
                "raising the toll of the raid of 8 June to 36",
            ),
            ("The mayor put the dead at 21.", "21-21", "put the dead at 21"),
            ("By evening the figure was 19.", "19-19", "the figure was 19"),
            ("The true figure for the raid on Lodi was 19.", "19-19", "The true figure for the raid on Lodi was 19"),
            (
                "The number of bodies found there has reached 31.",
                "31-31",
                "The number of bodies found there has reached 31",
            ),
            ("The diocese said its count was 120.", "120-120", "its count was 120"),
            ("A clerk gave the number of dead as 13.", "13-13", "gave the number of dead as 13"),
            ("The number killed in the raid has risen to 42.", "42-42", "number killed in the raid has risen to 42"),
        ],
        silent: &["The toll road reopened at 7."],
    },
];
