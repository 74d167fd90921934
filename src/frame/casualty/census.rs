//! Rules for the dead as somebody counts them: in lists, graves and losses.
//!
//! Enters: items. Leaves: how many were killed by that count.
//! Example: `A clerk listed the dead as 71.` is a toll; `The bridge fell at a cost of nine lives.` kills nine.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Killed;

/// Tried behind the rules of the toll.
pub const RULES: &[Rule] = &[
    Rule {
        name: "killed_census",
        patterns: &[
            "dead ..8 'as' who:num",
            "'put'|'puts'|'putting' ~1 'losses'|'loss' at who:num|people",
            "gen|poss ~1 'total' be who:num",
            "'list'|'names' of who:num dead",
        ],
        yields: Yield::Toll(Killed),
        fires: &[
            ("A clerk listed the dead of the raid as 71.", "71-71", "dead of the raid as 71"),
            ("The army puts its losses at 53.", "53-53", "puts its losses at 53"),
            ("A verger says that his own total is 88.", "88-88", "his own total is 88"),
            ("The curate keeps a list of 88 dead.", "88-88", "list of 88 dead"),
        ],
        silent: &["The company puts its losses at 3 million dollars.", "He was left for dead, as 20 others were."],
    },
    Rule {
        name: "killed_cost",
        patterns: &["'cost' of who:num|people lifen", "who:people|num 'met' poss deathn", "'accounted' for who:people"],
        yields: Yield::Fate(Killed),
        fires: &[
            ("The bridge was blown up at a cost of nine lives.", "9-9", "cost of nine lives"),
            ("The mine accounted for six villagers.", "6-6", "accounted for six villagers"),
            ("Nine pilgrims met their deaths on the bridge.", "9-9", "Nine pilgrims met their deaths"),
        ],
        silent: &["The cost of living rose.", "Nine ministers met on the bridge."],
    },
];
