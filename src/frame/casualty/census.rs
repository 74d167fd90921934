//! Rules for the dead as somebody counts them: in lists, graves and losses.
//!
//! Enters: items. Leaves: how many were killed by that count.
//! Example: `The spokesman gave the dead as 105.` is a toll; `The bombing came at the cost of 34 lives.` kills 34.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Killed;

/// Tried behind the rules of the toll.
pub const RULES: &[Rule] = &[
    Rule {
        name: "killed_census",
        patterns: &[
            "dead ..4 'as' who:num",
            "'put'|'puts'|'putting' ~1 'losses'|'loss' at who:num|people",
            "gen|poss ~1 'total' be who:num",
            "'list' of who:num 'bodies'|'names'",
            "'list'|'names' of who:num dead",
        ],
        yields: Yield::Toll(Killed),
        fires: &[
            ("The spokesman gave the dead on Wednesday as 105.", "105-105", "dead on Wednesday as 105"),
            ("The army puts its losses at 53.", "53-53", "puts its losses at 53"),
            ("The priest says that his own total is 119.", "119-119", "his own total is 119"),
        ],
        silent: &["The company puts its losses at 3 million dollars.", "He was left for dead, as 20 others were."],
    },
    Rule {
        name: "killed_cost",
        patterns: &["'cost' of who:num|people lifen", "who:people|num 'met' poss deathn", "'accounted' for who:people"],
        yields: Yield::Fate(Killed),
        fires: &[
            ("It was blown up, at the cost of 27 lives.", "27-27", "cost of 27 lives"),
            ("Nine pilgrims met their deaths on the bridge.", "9-9", "Nine pilgrims met their deaths"),
        ],
        silent: &["The cost of living rose.", "Nine ministers met on the bridge."],
    },
];
