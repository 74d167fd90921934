//! Who claims, denies, is blamed or suspected.
//!
//! Enters: the items of a sentence. Leaves: assertions about named groups, and whether anybody claims.
//! Example: `No group has claimed responsibility` says that there is none yet.

use std::sync::LazyLock;

use crate::annotate::item::GroupName;
use crate::annotate::{Item, Tags, Value};
use crate::frame::pattern::Pattern;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::ClaimKind;

/// A rule for assertions.
pub struct ClaimRule {
    /// Unique; stored with each claim.
    pub name: &'static str,
    /// Any of them; `who` is the group.
    pub patterns: &'static [&'static str],
    /// What is asserted of the group.
    pub kind: ClaimKind,
    /// Sentences on which it fires, and the group's words.
    pub fires: &'static [(&'static str, &'static str)],
    /// Sentences on which it must not.
    pub silent: &'static [&'static str],
}

/// An assertion.
#[derive(Clone, Debug)]
pub struct Asserted {
    /// What is asserted.
    pub kind: ClaimKind,
    /// Of which group.
    pub group: Option<GroupName>,
    /// The words.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// In the order in which they are tried; the first that fits a group in a sentence holds.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "no_claim",
        patterns: &[
            "people&!group|num|'no'|none ..5 own",
            "people&!group|num|none ..3 claim ..3 respons|event",
            "'no'|none ~3 'claim'|claim",
            "own&negated",
            "claim&negated ..3 respons|event|by",
            "'yet' to ~1 own|claim",
            "'has'|have 'yet' inf&own",
            "'unclaimed'",
            "event be&!appos neg claim",
            "respons ~2 claim&negated",
        ],
        kind: ClaimKind::NoClaim,
        fires: &[
            ("No group has claimed responsibility.", ""),
            ("There was no immediate claim of responsibility.", ""),
            ("The attack has not been claimed by any group.", ""),
        ],
        silent: &["The Taliban claimed responsibility.", "A man claimed responsibility."],
    },
    ClaimRule {
        name: "denied",
        patterns: &[
            "who:group ~4 deny",
            "deny ~3 by who:group",
            "who:group ~5 say ~4 neg ~3 'involved'|'behind'|respons|conduct",
            "who:group ..6 deny ..3 'involvement'|respons",
        ],
        kind: ClaimKind::Denial,
        fires: &[("The Taliban denied involvement.", "Taliban")],
        silent: &["The Taliban claimed responsibility."],
    },
    ClaimRule {
        name: "claimed",
        patterns: &[
            "who:group ..6 own&!negated",
            "who:group ..6 claim&act&!negated ~4 event|respons|'it'",
            "claim&pas|claim&pp ~2 by ~5 who:group",
            "respons ..7 by ~3 who:group",
            "own ~3 by ~3 who:group",
            "who:group ..5 say ..4 'behind'|conduct",
            "who:group ..5 say ..6 conduct ~3 event",
            "who:group 'was' 'behind'",
            "claim ~6 from ~3 who:group",
            "who:group ~3 be 'behind'",
            "who:group ..4 admit ..3 event|kill|conduct",
            "own ..8 'name' of ~1 who:group",
            "own ..6 'behalf' of ~1 who:group",
            "say ..3 who:group ..3 own",
            "own ..3 'to' 'the'? who:group",
            "who:group ..3 'claiming' ~3 event|respons",
        ],
        kind: ClaimKind::Responsibility,
        fires: &[
            ("The Taliban claimed responsibility for the attack.", "Taliban"),
            ("The attack was claimed by the Taliban.", "Taliban"),
            ("The Taliban, through a spokesman, said it had carried out the attack.", "Taliban"),
        ],
        silent: &["Officials blamed the Taliban.", "No group has claimed responsibility."],
    },
    ClaimRule {
        name: "accused",
        patterns: &[
            "blame&act|blame&ing ~5 who:group",
            "who:group ~2 blame&pas",
            "blame ..6 on|to ~3 who:group",
            "'responsible' ~2 'is'|be ~2 who:group",
            "'fingers' ..4 at ~2 who:group",
            "who:group ~1 be ~2 'responsible'",
            "blame&pas|blame&pp ..4 on|to ~3 who:group",
        ],
        kind: ClaimKind::Accusation,
        fires: &[
            ("Officials blamed the Taliban for the attack.", "Taliban"),
            ("The attack was blamed on the Taliban.", "Taliban"),
        ],
        silent: &["The Taliban claimed responsibility."],
    },
    ClaimRule {
        name: "suspected",
        patterns: &[
            "suspect ~6 who:group",
            "who:group ~2 suspect&pas|suspect&pp",
            "'suspicion' ..4 on ~3 who:group",
            "'hallmarks'|'hallmark' ~3 of ~3 who:group",
            "'work' of ~3 who:group",
            "'tied'|'ties' ~2 to ~3 who:group",
            "'possible'|'possibly'|'probably'|'likely'|'apparent' ~3 who:group",
            "'suspects' ~3 who:group",
        ],
        kind: ClaimKind::Suspicion,
        fires: &[
            ("Suspicion fell on the Taliban.", "Taliban"),
            ("The raid was believed to be the work of the Taliban.", "Taliban"),
        ],
        silent: &["The Taliban claimed responsibility."],
    },
    ClaimRule {
        name: "stated",
        patterns: &[
            "by ~4 who:group",
            "who:group gen? ~3 attack&act|kill&act|wound&act|shoot&act|ram&act|explode&act|abduct&act|arson&act|plant&act|conduct&act",
            "who:group ~1 event",
            "who:group rel attack|kill|explode|abduct|shoot|conduct",
            "event by ~3 who:group",
            "from ~2 who:group ~2 attack|kill|explode",
            "who:group ..4 attack&act|kill&act|explode&act|abduct&act|shoot&act|ram&act",
            "kill ~2 by ~4 who:group",
        ],
        kind: ClaimKind::Other,
        fires: &[
            ("Taliban fighters attacked a base.", "Taliban"),
            ("Ten soldiers were killed by the Taliban.", "Taliban"),
        ],
        silent: &["Ten soldiers were killed in Kabul."],
    },
];

static COMPILED: LazyLock<Vec<Vec<Pattern>>> = LazyLock::new(|| {
    RULES
        .iter()
        .map(|r| {
            r.patterns.iter().map(|p| Pattern::new(p).unwrap_or_else(|e| unreachable!("{}: {e}", r.name))).collect()
        })
        .collect()
});

/// The group that an item names.
pub fn group_of(item: &Item) -> Option<&GroupName> {
    match &item.value {
        Value::Group(g) => Some(g),
        Value::People(p) => p.group.as_ref(),
        _ => None,
    }
}

/// What a sentence asserts of groups.
pub fn assertions(items: &[Item], tokens: &[Token]) -> Vec<Asserted> {
    let mut out: Vec<Asserted> = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    let mut silent = false;
    for (rule, patterns) in RULES.iter().zip(COMPILED.iter()) {
        for pattern in patterns {
            for found in pattern.find(items, tokens) {
                let span = items[found.first].span.join(items[found.last - 1].span);
                if rule.kind == ClaimKind::NoClaim {
                    // somebody with a name claims: no absence
                    if !silent
                        && !items[found.first..found.last].iter().any(|i| i.is(Tags::GROUP))
                        && nobody(&items[found.first..found.last], tokens)
                    {
                        silent = true;
                        out.push(Asserted { kind: rule.kind, group: None, span, rule: rule.name });
                    }
                    continue;
                }
                let Some(who) = found.get("who") else { continue };
                if taken.contains(&who) || (silent && rule.kind == ClaimKind::Responsibility) {
                    continue;
                }
                let unreal = items[found.first..found.last].iter().any(|i| i.is(Tags::VERB) && i.is(Tags::MODAL_VG));
                if unreal && rule.kind == ClaimKind::Other {
                    continue;
                }
                taken.push(who);
                out.push(Asserted { kind: rule.kind, group: group_of(&items[who]).cloned(), span, rule: rule.name });
            }
        }
    }
    out
}

/// `no group`, `nobody`, `has not been claimed`: the words hold a negation.
fn nobody(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().any(|i| {
        i.is(Tags::NEGATED.with(Tags::NEG).with(Tags::NONE_WORD))
            || i.quantity().is_some_and(|q| q.high == Some(0))
            || tokens[i.tokens.clone()]
                .iter()
                .any(|t| matches!(t.norm.as_str(), "no" | "none" | "nobody" | "yet" | "unclaimed" | "not"))
    })
}
