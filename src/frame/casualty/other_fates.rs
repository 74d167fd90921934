//! Rules for people unharmed, missing, abducted, freed, captured or driven out.
//!
//! Enters: items. Leaves: how many of them. Example: `gunmen took 20 people hostage` is 20 abducted.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::{Abducted, Captured, Displaced, Missing, Released};

/// In the order in which they are tried.
pub const RULES: &[Rule] = &[
    Rule {
        name: "missing",
        patterns: &["who:people|num be? ~1 missing"],
        yields: Yield::Fate(Missing),
        fires: &[("Nine guards were missing.", "9-9", "Nine guards were missing")],
        silent: &["Something was missing."],
    },
    Rule {
        name: "abducted_passive",
        patterns: &["who:people|num rel? ~1 abduct&pas", "who:people|num abduct&pp !people|num"],
        yields: Yield::Fate(Abducted),
        fires: &[("Twenty-three workers were abducted.", "23-23", "Twenty-three workers were abducted")],
        silent: &["Gunmen abducted workers."],
    },
    Rule {
        name: "abducted_active",
        patterns: &[
            "abduct&act&!inf who:people|num",
            "abduct&ing who:people|num",
            "'took'|'taking'|'take'|'held'|'holding' who:people|num 'hostage'|'captive'",
        ],
        yields: Yield::Fate(Abducted),
        fires: &[("Gunmen kidnapped 12 pupils.", "12-12", "kidnapped 12 pupils")],
        silent: &["Twelve pupils were kidnapped."],
    },
    Rule {
        name: "released",
        patterns: &[
            "who:people|num rel? ~1 release&pas",
            "who:people|num release&act&!pp",
            "release&act&!inf who:people|num",
        ],
        yields: Yield::Fate(Released),
        fires: &[("Thirteen hostages were rescued.", "13-13", "Thirteen hostages were rescued")],
        silent: &["A statement was released."],
    },
    Rule {
        name: "captured",
        patterns: &["who:people|num rel? ~1 capture&pas", "capture&act&!inf who:people|num"],
        yields: Yield::Fate(Captured),
        fires: &[("Police arrested two suspects.", "2-2", "arrested two suspects")],
        silent: &["Two suspects fled."],
    },
    Rule {
        name: "displaced",
        patterns: &["who:people|num rel? ~1 displace&pas", "displace&act|displace&ing who:people|num"],
        yields: Yield::Fate(Displaced),
        fires: &[("The raid displaced 4,000 people.", "4000-4000", "displaced 4,000 people")],
        silent: &["The raid killed 4,000 people."],
    },
];
