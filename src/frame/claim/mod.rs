//! Who claims, denies, is blamed or suspected.
//!
//! Enters: the items of a sentence. Leaves: assertions about named groups, and whether anybody claims.
//! Example: `No group has claimed responsibility` says that there is none yet.

pub mod avowal;
pub mod blame;
pub mod charge;
mod clause;
pub mod deed;
pub mod denial;
pub mod passing;
pub mod perpetration;
pub mod reading;
pub mod responsibility;
pub mod silence;
pub mod speech;
pub mod testimony;

use std::sync::LazyLock;

use crate::annotate::item::GroupName;
use crate::annotate::{Item, Tags, Value};
use crate::frame::claim::clause::{coordinated, does, hedged, likely, nobody, second_subject};
use crate::frame::claim::reading::{folded, reading};
use crate::frame::pattern::{Match, Pattern};
use crate::frame::signs::Signs;
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
    /// Sentences on which it fires, and the group's words; empty where no group is named.
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
    /// `it`, `the group`: the group is the one named last.
    pub back: bool,
    /// The words.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// In the order in which they are tried; the first that fits a group in a sentence holds.
pub fn rules() -> impl Iterator<Item = &'static ClaimRule> {
    let claimed = [responsibility::NO_CLAIM, silence::RULES, denial::RULES, responsibility::RULES, avowal::RULES];
    claimed
        .into_iter()
        .chain([charge::CHARGED, blame::RULES, charge::TRACED, perpetration::RULES, blame::TIES])
        .flatten()
}

static COMPILED: LazyLock<Vec<(&'static ClaimRule, Vec<Pattern>)>> = LazyLock::new(|| {
    rules()
        .map(|r| {
            let patterns =
                r.patterns.iter().map(|p| Pattern::new(p).unwrap_or_else(|e| unreachable!("{}: {e}", r.name)));
            (r, patterns.collect())
        })
        .collect()
});

/// The group that an item names.
pub fn group_of(item: &Item) -> Option<&GroupName> {
    match &item.value {
        Value::Group(g) => Some(g),
        // "two soldiers and a rebel of the group"
        Value::People(p) => p.group.as_ref().or_else(|| p.parts.iter().find_map(group_of)),
        _ => None,
    }
}

/// What a sentence asserts of groups.
pub fn assertions(items: &[Item], tokens: &[Token]) -> Vec<Asserted> {
    let plain = reading(items, tokens);
    let folded = folded(&plain, tokens);
    let mut found = Found { out: Vec::new(), taken: Vec::new(), nobody: false };
    let readings = [items, plain.as_slice(), folded.as_slice()].map(|r| (Signs::of(r, tokens), r));
    let [whole, unfolded, short] = &readings;
    for (rule, patterns) in COMPILED.iter() {
        // what groups say of themselves goes before what others say of them
        if rule.name == blame::RULES[0].name {
            found.hear(&folded, tokens);
            found.hear(&plain, tokens);
        }
        // ties make a group background for every other rule
        let readings = if blame::TIES.iter().any(|r| r.name == rule.name) {
            [Some(whole), None]
        } else if rule.name == "silent" {
            [Some(short), Some(whole)]
        } else {
            [Some(short), Some(unfolded)]
        };
        for pattern in patterns {
            for (signs, reading) in readings.into_iter().flatten() {
                for hit in pattern.find(signs, reading, tokens) {
                    found.take(rule, &hit, reading, tokens);
                    // "the one denied it and the other claimed it": each verb has its own subject
                    if let Some(from) = second_subject(&hit, reading) {
                        for inner in pattern.find(signs, &reading[from..hit.last], tokens) {
                            found.take(rule, &inner, &reading[from..hit.last], tokens);
                        }
                    }
                }
            }
        }
    }
    let mut out = found.out;
    for aside in items.iter().filter(|i| i.is(Tags::APPOS) && !i.is(Tags::SAY) && i.inner.len() > 3) {
        for inner in assertions(&aside.inner, tokens) {
            if inner.group.as_ref().is_none_or(|g| !found.taken.contains(&g.span)) {
                out.push(inner);
            }
        }
    }
    out
}

struct Found {
    out: Vec<Asserted>,
    taken: Vec<Span>,
    nobody: bool,
}

impl Found {
    /// Adds what groups own or deny in speech.
    fn hear(&mut self, items: &[Item], tokens: &[Token]) {
        for said in speech::spoken(items, tokens) {
            let (kind, rule) =
                if said.denies { (ClaimKind::Denial, "spoken_denial") } else { (ClaimKind::Responsibility, "spoken") };
            let heard = self.out.iter().any(|a| a.kind == kind && a.span.overlaps(said.span));
            match said.group {
                Some(group) if self.taken.contains(&group.span) => {}
                Some(group) => {
                    self.taken.push(group.span);
                    self.out.push(Asserted { kind, group: Some(group), back: false, span: said.span, rule });
                }
                None if heard => {}
                None => self.out.push(Asserted { kind, group: None, back: true, span: said.span, rule }),
            }
        }
    }

    fn take(&mut self, rule: &ClaimRule, hit: &Match<'_>, items: &[Item], tokens: &[Token]) {
        let matched = &items[hit.first..hit.last];
        let span = matched[0].span.join(matched[matched.len() - 1].span);
        if rule.name == "silent" {
            if self.out.iter().any(|a| a.rule == "silent") {
                return;
            }
            self.out.push(Asserted { kind: rule.kind, group: None, back: false, span, rule: rule.name });
            return;
        }
        if rule.kind == ClaimKind::NoClaim {
            // "police have not said who did it": the negation must be the subject's
            let unclear =
                |i: &Item| tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "clear" | "known"));
            if rule.name == "no_claim" && matched.iter().any(|i| i.is(Tags::SAY)) && matched.iter().any(unclear) {
                return;
            }
            if rule.name == "nobody_speaks"
                && !nobody(&matched[..1], tokens)
                && !nobody(&matched[matched.len() - 1..], tokens)
            {
                return;
            }
            // somebody with a name claims: no absence
            if !self.nobody && !matched.iter().any(|i| i.is(Tags::GROUP)) && nobody(matched, tokens) {
                self.nobody = true;
                self.out.push(Asserted { kind: rule.kind, group: None, back: false, span, rule: rule.name });
            }
            return;
        }
        let own = rule.kind == ClaimKind::Responsibility;
        if own && (self.nobody || nobody(matched, tokens)) {
            return;
        }
        let Some(who) = hit.get("who") else {
            if rule.kind == ClaimKind::Denial {
                self.out.push(Asserted { kind: rule.kind, group: None, back: true, span, rule: rule.name });
            }
            if own && !self.out.iter().any(|a| a.kind == rule.kind) {
                self.out.push(Asserted { kind: rule.kind, group: None, back: false, span, rule: rule.name });
            }
            return;
        };
        // "has neither confirmed nor denied it"
        if rule.kind == ClaimKind::Denial && matched.iter().any(|i| i.is(Tags::DENY) && i.is(Tags::NEGATED)) {
            return;
        }
        // "the group is not thought to be involved", "he believes that the group is weaker now"
        if rule.kind == ClaimKind::Suspicion && charge::idle(items, hit, who, tokens) {
            return;
        }
        // "accused the group of recruiting children"
        if matches!(rule.kind, ClaimKind::Suspicion | ClaimKind::Accusation)
            && charge::beside(&items[who + 1..], tokens)
        {
            return;
        }
        // "if the group did it, …"
        if matches!(rule.kind, ClaimKind::Suspicion | ClaimKind::Accusation)
            && tokens[matched[0].tokens.start..matched[matched.len() - 1].tokens.end].iter().any(|t| t.is("if"))
        {
            return;
        }
        if rule.name == "claimed_for" && self.out.iter().any(|a| a.kind == ClaimKind::Responsibility) {
            return;
        }
        if rule.name == "believed" && !hedged(&items[who], matched, tokens) {
            return;
        }
        // "the commander killed last year": the verb is a participle, and the group's man its victim
        let ends = matched.last().is_some_and(|i| {
            i.is(Tags::ACT) && i.is(Tags::PP) && i.is(Tags::KILL.with(Tags::WOUND).with(Tags::ABDUCT))
        });
        let bare = Tags::DATE.with(Tags::IN).with(Tags::AT).with(Tags::ON).with(Tags::VERB).with(Tags::STOP);
        if rule.name == "stated" && ends && items.get(hit.last).is_none_or(|i| i.is(bare)) {
            return;
        }
        let culprit = |t: &Token| matches!(t.norm.as_str(), "suspect" | "suspects" | "culprit" | "culprits");
        if rule.name == "prime_suspect"
            && !tokens[matched[0].tokens.start..matched[matched.len() - 1].tokens.end].iter().any(culprit)
        {
            return;
        }
        if rule.name == "suspected_men" && !(items[who].people().is_some_and(|p| p.suspected) && does(matched, tokens))
        {
            return;
        }
        let mut kind = rule.kind;
        let mut name = rule.name;
        let unsure = || {
            // "analysts doubt that all of this is the work of the group"
            let doubt = |i: &Item| tokens[i.tokens.start].norm.starts_with("doubt");
            let none = |i: &Item| i.is(Tags::NONE_WORD.with(Tags::NEG)) || tokens[i.tokens.start].is("little");
            if items[..hit.first].iter().any(doubt) && !items[..hit.first].iter().any(none) {
                return true;
            }
            let before = &items[hit.first.saturating_sub(4)..hit.last];
            before.iter().any(|i| i.is(Tags::MODAL.with(Tags::MODAL_VG).with(Tags::SUSPECT)) || likely(i, tokens))
                || hedged(&items[who], matched, tokens)
        };
        // "it was the work of", "the culprits were": said as a fact by somebody, a charge
        let charge = matches!(name, "work_of" | "behind")
            || name == "prime_suspect"
                && !tokens[matched[0].tokens.start..matched[matched.len() - 1].tokens.end]
                    .iter()
                    .any(|t| t.norm.starts_with("suspect"));
        if charge && items.iter().any(|i| i.is(Tags::SAY) && i.is(Tags::ACT)) && !unsure() {
            kind = ClaimKind::Accusation;
        }
        // "may be behind it", "it is thought that the group was responsible"
        if name == "charged" && (charge::doubted(items, hit, tokens) || unsure()) {
            (kind, name) = (ClaimKind::Suspicion, "traced");
        }
        if name == "accused" && !matched.iter().any(|i| i.is(Tags::BLAME)) && unsure() {
            (kind, name) = (ClaimKind::Suspicion, "suspected");
        }
        if kind == ClaimKind::Other {
            let modal = matched.iter().any(|i| i.is(Tags::VERB) && i.is(Tags::MODAL_VG));
            let passive = matched.last().is_some_and(|i| i.is(Tags::GROUP));
            // "an attack … condemned by the group"
            let other = Tags::CONDEMN.with(Tags::DENY).with(Tags::BLAME).with(Tags::FOIL);
            let said = passive && matched[1..matched.len() - 1].iter().any(|i| i.is(Tags::SAY));
            if matched.iter().any(|i| i.is(Tags::NEGATED.with(other))) || said || (modal && !passive) {
                return;
            }
            let might = matched[0].is(Tags::EVENT)
                && items[hit.first.saturating_sub(4)..hit.first].iter().any(|i| i.is(Tags::MODAL.with(Tags::MODAL_VG)));
            // "it might have been revenge by the group"
            let perhaps = passive && charge::perhaps(&items[..hit.first], tokens);
            if modal || might || perhaps || hedged(&items[who], matched, tokens) {
                (kind, name) = (ClaimKind::Suspicion, "hedged");
            }
        }
        for at in coordinated(items, who, hit.last == who + 1, tokens) {
            let Some(group) = group_of(&items[at]).filter(|_| items[at].is(Tags::GROUP)) else {
                // "the group said its men had fired": those are the claimant's
                let own = kind == ClaimKind::Other
                    && self.out.iter().any(|a| matches!(a.kind, ClaimKind::Responsibility | ClaimKind::Denial));
                if items[at].is(Tags::BACK) && !own && !self.taken.contains(&items[at].span) {
                    self.taken.push(items[at].span);
                    self.out.push(Asserted { kind, group: None, back: true, span, rule: name });
                }
                continue;
            };
            if !self.taken.contains(&group.span) {
                self.taken.push(group.span);
                let span = span.join(group.span);
                self.out.push(Asserted { kind, group: Some(group.clone()), back: false, span, rule: name });
            }
        }
    }
}
