//! Rules for people injured.
//!
//! Enters: items. Leaves: how many were hurt. Example: `with an additional six officers injured` is 6.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Injured;

/// In the order in which they are tried.
pub const RULES: &[Rule] = &[
    Rule {
        name: "injured_toll",
        patterns: &[
            "injtoll ..8 move ~3 to|at who:people|num",
            "injtoll ~4 move&act who:people|num",
            "injtoll be who:people|num",
        ],
        yields: Yield::Toll(Injured),
        fires: &[("The number of wounded rose to 96.", "96-96", "number of wounded rose to 96")],
        silent: &["The death toll rose to 96."],
    },
    Rule {
        name: "left_injured",
        patterns: &[
            "leave ~1 who:people|num wound|hurt|injuryn",
            "leave people|num dead|kill&pp and who:people|num wound|hurt",
            "leave people|num dead and who:people|num wound|hurt",
            "leave people|num dead and|comma who:people|num",
        ],
        yields: Yield::Fate(Injured),
        fires: &[("The raid left 12 villagers injured.", "12-12", "left 12 villagers injured")],
        silent: &["The raid left 12 villagers dead."],
    },
    Rule {
        name: "injured_passive",
        patterns: &[
            "who:people|num rel? wound&pas",
            "who:people|num ^ wound&pas",
            "who:people|num ~2 wound&pas",
            "who:people|num ^ leave&pas ~2 wound|hurt",
            "who:people|num ^ verb&pas ..4 and wound&pp !people|num|gen|a|the|poss|name|group",
            "who:people&!agent|num ^ wound&pp !people|num|gen|a|the|poss|name|group|pron|demonym",
            "who:agent wound&pp in|at|by|after|on|stop|prep",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("34 others were wounded.", "34-34", "34 others were wounded"),
            ("It killed ten, with an additional six officers injured.", "6-6", "an additional six officers injured"),
            ("Nobody was hurt.", "0-0", "Nobody was hurt"),
            ("One was killed and another wounded.", "1-1", "another wounded"),
            ("Two clerks of the court were injured.", "2-2", "Two clerks of the court were injured"),
        ],
        silent: &["The blast injured 34."],
    },
    Rule {
        name: "injured_active",
        patterns: &[
            "wound&act&!inf who:people|num",
            "wound&ing who:people|num",
            "kill&act|kill&ing people|num and wound who:people|num",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("The blast injured 34.", "34-34", "injured 34"),
            ("It killed three and wounded about 40 others.", "40-40", "wounded about 40 others"),
            ("The mine killed a guard, wounding another.", "1-1", "wounding another"),
            ("It injured an additional 14.", "14-14", "injured an additional 14"),
        ],
        silent: &["Three were wounded."],
    },
    Rule {
        name: "count_of_injuries",
        patterns: &[
            "who:num injuryn",
            "injuryn to|of who:people|num",
            "who:people|num be|have|'suffered'|'sustained'|'received'|'suffering'|'sustaining' ~2 injuryn",
        ],
        yields: Yield::Fate(Injured),
        fires: &[("There were 20 injuries.", "20-20", "20 injuries")],
        silent: &["The injuries were light."],
    },
    Rule {
        name: "injured_adjective",
        patterns: &["who:people&hurt"],
        yields: Yield::Fate(Injured),
        fires: &[("Four injured pupils were taken to hospital.", "4-4", "Four injured pupils")],
        silent: &["Four pupils were taken to hospital."],
    },
];
