//! Denials by the accused.
//!
//! Enters and leaves: rules. Example: `The Taliban said that the bomb was none of their doing`.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

/// A group denies.
pub const RULES: &[ClaimRule] = &[ClaimRule {
    name: "denied",
    patterns: &[
        "who:group ~4 deny",
        "who:back ~3 deny",
        "who:group ..8 deny ~4 'involvement'|'it'|pron|'role'|'part'|respons|event|rel|'any'|'hand'",
        "deny ..3 by who:group",
        "who:group ..5 say ..4 neg ~3 'involved'|'behind'|'responsible'|respons|conduct",
        "who:back ~3 say ..4 neg ~3 'involved'|'behind'|'responsible'|respons|conduct",
        "who:group ..5 say ..6 neg|none|'none' ~3 'doing'|'work'",
        "who:back ~3 say ..6 neg|none|'none' ~3 'doing'|'work'",
        "who:group ..5 say ..4 pron ~1 have ~1 none|num|neg ~3 'involvement'|'part'|'role'|'hand'|respons",
        "who:back ~3 say ..4 pron ~1 have ~1 none|num|neg ~3 'involvement'|'part'|'role'|'hand'|respons",
        "who:group have none|num|neg ~2 respons|'involvement'|'part'|'role'",
        "who:group ..6 'distanced' pron",
        "event be neg ~2 'work' of ~2 who:group",
    ],
    kind: ClaimKind::Denial,
    fires: &[
        ("The Taliban denied involvement.", "Taliban"),
        ("Boko Haram said that it was not behind the bombing.", "Boko Haram"),
        ("The main Boko Haram leadership, however, denied any role.", "Boko Haram"),
    ],
    silent: &["The Taliban claimed responsibility."],
}];
