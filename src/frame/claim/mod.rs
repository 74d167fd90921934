//! Who claims, denies, is blamed or suspected.
//!
//! Enters: the items of a sentence. Leaves: assertions about named groups, and whether anybody claims.
//! Example: `No group has claimed responsibility` says that there is none yet.

pub mod avowal;
pub mod blame;
pub mod charge;
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
use crate::frame::claim::reading::{folded, reading};
use crate::frame::pattern::{Match, Pattern};
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
    for (rule, patterns) in COMPILED.iter() {
        // what groups say of themselves goes before what others say of them
        if rule.name == blame::RULES[0].name {
            found.hear(&folded, tokens);
            found.hear(&plain, tokens);
        }
        // ties make a group background for every other rule
        let readings = if blame::TIES.iter().any(|r| r.name == rule.name) {
            [items, &[]]
        } else if rule.name == "silent" {
            [folded.as_slice(), items]
        } else {
            [folded.as_slice(), plain.as_slice()]
        };
        for pattern in patterns {
            for reading in readings {
                for hit in pattern.find(reading, tokens) {
                    found.take(rule, &hit, reading, tokens);
                    // "the one denied it and the other claimed it": each verb has its own subject
                    if let Some(from) = second_subject(&hit, reading) {
                        for inner in pattern.find(&reading[from..hit.last], tokens) {
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
            // "it might have been revenge by the group"
            let perhaps = passive && charge::perhaps(&items[..hit.first], tokens);
            if modal || perhaps || hedged(&items[who], matched, tokens) {
                (kind, name) = (ClaimKind::Suspicion, "hedged");
            }
        }
        for at in coordinated(items, who, hit.last == who + 1, tokens) {
            let Some(group) = group_of(&items[at]).filter(|_| items[at].is(Tags::GROUP)) else {
                if items[at].is(Tags::BACK) && !self.taken.contains(&items[at].span) {
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

/// `X and Y`, `X, Y or Z`, `X together with Y`: the indices of all groups that share the verb.
fn coordinated(items: &[Item], who: usize, object: bool, tokens: &[Token]) -> Vec<usize> {
    let mut out = vec![who];
    let mut at = who + 1;
    loop {
        while items.get(at).is_some_and(|i| i.is(Tags::APPOS)) {
            at += 1;
        }
        // "X, its acronym,": one group twice
        let twice = items.get(at).is_some_and(|i| i.is(Tags::COMMA))
            && items.get(at + 1).and_then(group_of).is_some_and(|g| {
                g.known.is_some() && group_of(&items[who]).is_some_and(|first| first.known == g.known)
            });
        if twice {
            at += 2 + usize::from(items.get(at + 2).is_some_and(|i| i.is(Tags::COMMA)));
        }
        let joint = |i: &Item| i.is(Tags::AND.with(Tags::OR).with(Tags::COMMA));
        let start = at;
        let comma = items.get(at).is_some_and(|i| i.is(Tags::COMMA)) && !items.get(at + 1).is_some_and(joint);
        while at < start + 2 && items.get(at).is_some_and(joint) {
            at += 1;
        }
        if at == start {
            return out;
        }
        // "and its armed wing, the Y"
        let wing = |i: &Item| matches!(tokens[i.tokens.end - 1].norm.as_str(), "wing" | "arm" | "faction");
        if let Some(behind) = items[at..].iter().take(4).position(wing) {
            at += behind + 1 + usize::from(items.get(at + behind + 1).is_some_and(|i| i.is(Tags::COMMA)));
        }
        let limit = at + 3;
        // "and its armed wing, the …"
        let own = items.get(at).is_some_and(|i| i.is(Tags::POSS)) && items[at - 1].is(Tags::AND);
        let wing = if own { Tags::POSS.with(Tags::COMMA).with(Tags::PEOPLE) } else { Tags::NONE };
        let limit = if own { at + 6 } else { limit };
        while at < limit
            && items
                .get(at)
                .is_some_and(|i| !i.is(Tags::GROUP) && i.is(wing.with(Tags::THE).with(Tags::WORD).with(Tags::A)))
        {
            at += 1;
        }
        let verb = |i: &Item| i.is(Tags::VERB.with(Tags::BE).with(Tags::HAVE).with(Tags::DO));
        // ", a supporter of Y" describes X
        let described = comma && items.get(at).is_some_and(|i| i.is(Tags::PEOPLE));
        if described
            || !items.get(at).is_some_and(|i| i.is(Tags::GROUP))
            || (object && items.get(at + 1).is_some_and(verb))
            || comma && items.get(at + 1).is_some_and(|i| i.is(Tags::GENITIVE))
        {
            return out;
        }
        out.push(at);
        at += 1;
    }
}

/// Behind `and`, `but` or `;` inside a match a second group begins a clause of its own: its place.
fn second_subject(hit: &Match<'_>, items: &[Item]) -> Option<usize> {
    let who = hit.get("who")?;
    let joint = Tags::AND.with(Tags::BUT).with(Tags::SEMI);
    (who + 2..hit.last).find(|&at| {
        let before = items[..at].iter().rev().find(|i| !i.is(Tags::THE)).is_some_and(|i| i.is(joint));
        before && items[at].is(Tags::GROUP) && items[who + 1..at].iter().any(|i| i.is(Tags::ACT))
    })
}

/// `suspected`, `believed`, `allegedly`: reported, but not as a fact.
fn hedged(who: &Item, matched: &[Item], tokens: &[Token]) -> bool {
    let (first, last) = (matched[0].tokens.start, matched[matched.len() - 1].tokens.end);
    who.people().is_some_and(|p| p.suspected)
        || tokens[first.saturating_sub(2)..last].iter().any(|t| {
            matches!(
                t.norm.as_str(),
                "suspected"
                    | "believed"
                    | "thought"
                    | "alleged"
                    | "allegedly"
                    | "presumed"
                    | "presumably"
                    | "possibly"
                    | "probably"
                    | "apparently"
                    | "likely"
                    | "purported"
                    | "purportedly"
            )
        })
}

/// The match ends with a verb, also with one that no list knows: `descended`.
fn does(matched: &[Item], tokens: &[Token]) -> bool {
    let Some(last) = matched.last() else { return false };
    let past = |t: &Token| {
        t.norm.len() > 4 && t.norm.ends_with("ed")
            || matches!(
                t.norm.as_str(),
                "came" | "went" | "broke" | "rode" | "drove" | "swept" | "fell" | "burst" | "set" | "took"
            )
    };
    last.is(Tags::VERB) || tokens.get(last.tokens.start).is_some_and(past)
}

/// `likely`, `perhaps`
fn likely(item: &Item, tokens: &[Token]) -> bool {
    let word = |t: &Token| {
        matches!(t.norm.as_str(), "likely" | "probably" | "possibly" | "perhaps" | "apparently" | "whether")
    };
    tokens[item.tokens.clone()].iter().any(word)
}

/// `no group`, `nobody`, `has not been claimed`: the words hold a negation.
fn nobody(items: &[Item], tokens: &[Token]) -> bool {
    items.iter().filter(|i| !i.is(Tags::APPOS)).any(|i| {
        i.is(Tags::NEGATED.with(Tags::NEG).with(Tags::NONE_WORD))
            || i.quantity().is_some_and(|q| q.high == Some(0))
            || tokens[i.tokens.clone()].iter().any(|t| {
                matches!(t.norm.as_str(), "no" | "none" | "nobody" | "yet" | "unclaimed" | "not" | "without" | "never")
            })
    })
}
