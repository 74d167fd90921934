//! What a sentence says of two groups.
//!
//! Enters: the items of a sentence. Leaves: pairs of groups with how they are related.
//! Example: `Jamaat-ul-Ahrar, a splinter of the Pakistani Taliban, …` came out of the other.

use std::sync::LazyLock;

use crate::annotate::item::GroupName;
use crate::annotate::{Item, Tags};
use crate::frame::claim::group_of;
use crate::frame::pattern::Pattern;
use crate::frame::signs::Signs;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::RelationKind;

/// A rule for relations.
pub struct RelationRule {
    /// How the groups are related.
    pub kind: RelationKind,
    /// Any of them; `a` is related to `b`.
    pub patterns: &'static [&'static str],
    /// Sentences on which it fires, with `a` and `b`.
    pub fires: &'static [(&'static str, &'static str, &'static str)],
    /// Sentences on which it must not.
    pub silent: &'static [&'static str],
}

/// Two groups and how they are related.
#[derive(Clone, Debug)]
pub struct Related {
    /// The first.
    pub group: GroupName,
    /// The second.
    pub other: GroupName,
    /// How the first is related to the second.
    pub kind: RelationKind,
    /// The words.
    pub span: Span,
}

/// In the order in which they are tried; the first that fits a pair holds.
pub const RULES: &[RelationRule] = &[
    RelationRule {
        kind: RelationKind::SameAs,
        patterns: &[
            "a:group ..6 'name'|'alias'|'label' for|of ~3 b:group",
            "a:group ..6 'same' 'group'|people? ..2 after ~2 b:group",
            "a:group ~3 'formerly'|'previously' ..3 'known'|'called' after? ~2 b:group",
        ],
        fires: &[(
            "Officials say that Tehreek-e-Jihad Pakistan is another name for the Pakistani Taliban.",
            "Tehreek-e-Jihad Pakistan",
            "Pakistani Taliban",
        )],
        silent: &["Boko Haram fought Al-Shabaab."],
    },
    RelationRule {
        kind: RelationKind::FrontOf,
        patterns: &[
            "a:group ..6 'front'|'cover'|'shadow' ~2 for|of ~3 b:group",
            "b:group gen 'front'|'shadow' ~2 a:group",
            "b:group gen 'shadow' people|'group' comma? the? a:group",
        ],
        fires: &[(
            "Lashkar-e-Jhangvi, a front for Jamaat-ul-Ahrar, claimed it.",
            "Lashkar-e-Jhangvi",
            "Jamaat-ul-Ahrar",
        )],
        silent: &["Boko Haram fought Al-Shabaab."],
    },
    RelationRule {
        kind: RelationKind::SplinterOf,
        patterns: &[
            "a:group ..6 'splinter'|'breakaway'|'offshoot' ..3 of|from ~3 b:group",
            "a:group ..6 'broke'|'split'|'splintered'|'separated' ..2 from ~3 b:group",
            "'splinter'|'breakaway'|'offshoot' ..2 of|from ~2 b:group comma a:group",
        ],
        fires: &[
            (
                "Jamaat-ul-Ahrar, a splinter of the Pakistani Taliban, claimed it.",
                "Jamaat-ul-Ahrar",
                "Pakistani Taliban",
            ),
            (
                "A breakaway from the Pakistani Taliban, Jamaat-ul-Ahrar, claimed it.",
                "Jamaat-ul-Ahrar",
                "Pakistani Taliban",
            ),
        ],
        silent: &["Boko Haram fought Al-Shabaab."],
    },
    RelationRule {
        kind: RelationKind::FactionOf,
        patterns: &[
            "a:group ~3 a|the ~3 'faction'|'wing'|'branch'|'arm'|'affiliate'|'chapter' of|in ~3 b:group",
            "a:group comma b:group gen ~4 'faction'|'wing'|'branch'|'arm'|'affiliate'",
            "a:group comma a|the ~3 'faction'|'wing'|'branch'|'arm'|'affiliate'|'chapter' of|in ~3 b:group",
            "b:group gen ~4 'faction'|'wing'|'branch'|'arm' comma? a:group",
        ],
        fires: &[("The Haqqani network, a faction of the Taliban, was blamed.", "Haqqani network", "Taliban")],
        silent: &["Boko Haram fought Al-Shabaab."],
    },
    RelationRule {
        kind: RelationKind::AlliedWith,
        patterns: &[
            "a:group ..8 'allied'|'aligned'|'affiliated'|'linked'|suspect to|with ~3 b:group",
            "a:group ..8 'ties'|'links'|'allegiance'|'loyalty'|'loyal' to|with ~3 b:group",
            "a:group ..6 'ally'|'allies'|'supporter'|'affiliate' of ~3 b:group",
        ],
        fires: &[("Boko Haram, which has ties to al-Qaeda, attacked a town.", "Boko Haram", "al-Qaeda")],
        silent: &["Boko Haram fought Al-Shabaab."],
    },
];

static COMPILED: LazyLock<Vec<(RelationKind, Vec<Pattern>)>> = LazyLock::new(|| {
    RULES
        .iter()
        .map(|r| {
            (r.kind, r.patterns.iter().map(|p| Pattern::new(p).unwrap_or_else(|e| unreachable!("{p}: {e}"))).collect())
        })
        .collect()
});

/// What a sentence says of pairs of groups.
pub fn relations(items: &[Item], tokens: &[Token]) -> Vec<Related> {
    let mut out: Vec<Related> = Vec::new();
    if items.iter().filter(|i| i.is(Tags::GROUP)).count() < 2 {
        return out;
    }
    let signs = Signs::of(items, tokens);
    for (kind, patterns) in COMPILED.iter() {
        for found in patterns.iter().flat_map(|p| p.find(&signs, items, tokens)) {
            let named = |name| found.get(name).and_then(|at| group_of(&items[at]));
            let (Some(group), Some(other)) = (named("a"), named("b")) else { continue };
            let pair = |r: &Related| {
                (r.group.span, r.other.span) == (group.span, other.span)
                    || (r.other.span, r.group.span) == (group.span, other.span)
            };
            if group.span != other.span && !out.iter().any(pair) {
                let span = items[found.first].span.join(items[found.last - 1].span);
                out.push(Related { group: group.clone(), other: other.clone(), kind: *kind, span });
            }
        }
    }
    out
}
