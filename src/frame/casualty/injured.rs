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
            "injtoll ..4 move ~3 to|at who:people|num",
            "injtoll move&act who:people|num",
            "injtoll be who:people|num",
        ],
        yields: Yield::Toll(Injured),
        fires: &[("The number of wounded rose to 96.", "96-96", "number of wounded rose to 96")],
        silent: &["The death toll rose to 96."],
    },
    Rule {
        name: "left_injured",
        patterns: &[
            "leave ~1 who:people|num wound|hurt",
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
            "who:people|num ~2 wound&pas",
            "who:people|num wound&pp !people|num|gen",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("34 others were wounded.", "34-34", "34 others were wounded"),
            ("It killed ten, with an additional six officers injured.", "6-6", "an additional six officers injured"),
            ("Nobody was hurt.", "0-0", "Nobody was hurt"),
        ],
        silent: &["The blast injured 34."],
    },
    Rule {
        name: "injured_active",
        patterns: &["wound&act&!inf who:people|num", "wound&ing who:people|num"],
        yields: Yield::Fate(Injured),
        fires: &[
            ("The blast injured 34.", "34-34", "injured 34"),
            ("It killed three and wounded about 40 others.", "40-40", "wounded about 40 others"),
        ],
        silent: &["Three were wounded."],
    },
    Rule {
        name: "hurt",
        patterns: &["who:people|num be? hurt"],
        yields: Yield::Fate(Injured),
        fires: &[],
        silent: &["The hurt lasts."],
    },
    Rule {
        name: "count_of_injuries",
        patterns: &["who:num injuryn", "injuryn to who:people|num"],
        yields: Yield::Fate(Injured),
        fires: &[("There were 20 injuries.", "20-20", "20 injuries")],
        silent: &["The injuries were light."],
    },
    Rule {
        name: "injured_among",
        patterns: &["'injured'|'wounded' incl who:people|num"],
        yields: Yield::Part(Injured),
        fires: &[],
        silent: &["The dead include two children."],
    },
];
