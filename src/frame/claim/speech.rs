//! What a group says of an attack through its own mouth: in indirect speech, in a quotation, in a leaflet.
//!
//! Enters: the items of a sentence. Leaves: claims and denials. Example: `The group, led by its founder, said on Monday that
//! it had carried them out` owns up; `"We had no hand in it," a spokesman for the group said` denies.

use crate::annotate::item::GroupName;
use crate::annotate::{Item, Tags, Value};
use crate::frame::claim::deed::{Part, Verdict, plays, verdict as verdict_of};
use crate::frame::claim::group_of;
use crate::reference::groups::GROUPS;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::GroupKind;

/// What somebody says of the deed.
pub struct Spoken {
    /// The group; none where a pronoun or `the group` speaks.
    pub group: Option<GroupName>,
    /// It denies.
    pub denies: bool,
    /// The words.
    pub span: Span,
}

/// Who says it.
enum Mouth<'i> {
    Group(&'i GroupName),
    Back,
    Leaflet,
}

/// All that groups say of the deed in a sentence whose words that refer back are marked.
pub fn spoken(items: &[Item], tokens: &[Token]) -> Vec<Spoken> {
    let mut out = Vec::new();
    for at in 0..items.len() {
        let item = &items[at];
        if tokens[item.tokens.start].is("according") {
            out.extend(accordance(items, at, tokens));
            continue;
        }
        // "rang a newspaper to say"
        let rung = item.is(Tags::INF) && items[at.saturating_sub(8)..at].iter().any(|i| call(i, tokens));
        let says =
            item.is(Tags::SAY.with(Tags::CLAIM).with(Tags::ADMIT)) && (rung || item.is(Tags::ACT.with(Tags::ING)));
        // "the government's claim that"
        let noun = at > 0 && items[at - 1].is(Tags::GENITIVE.with(Tags::THE).with(Tags::A).with(Tags::POSS));
        if !says || noun || item.is(Tags::NEGATED.with(Tags::MODAL_VG)) {
            continue;
        }
        let start =
            items[..at].iter().rposition(|i| i.is(Tags::STOP.with(Tags::SEMI).with(Tags::BUT))).map_or(0, |k| k + 1);
        let Some(mouth) = mouth(items, start, at, tokens) else { continue };
        let end =
            items[at + 1..].iter().position(|i| i.is(Tags::SEMI.with(Tags::BUT))).map_or(items.len(), |k| at + 1 + k);
        let speaker = if let Mouth::Group(group) = mouth { Some(group) } else { None };
        // "it was their work, the group said"
        let ahead = || {
            let comma = items[start..at].iter().rposition(|i| i.is(Tags::COMMA)).map(|k| start + k)?;
            let inner = &items[comma + 1..at];
            let own = inner.iter().any(|i| i.is(Tags::BACK) || armed(i).is_some());
            if own && !inner.iter().any(|i| i.is(Tags::VERB.with(Tags::REL)) || tokens[i.tokens.start].is("what")) {
                verdict_of(&items[start..comma], speaker, tokens)
            } else {
                None
            }
        };
        let Some((verdict, named)) = verdict_of(&items[at + 1..end], speaker, tokens).or_else(ahead) else { continue };
        let group = match mouth {
            Mouth::Group(group) => Some(group.clone()),
            Mouth::Back => named.filter(|g| g.known.is_some()).cloned(),
            Mouth::Leaflet => match named {
                Some(group) => Some(group.clone()),
                None => continue,
            },
        };
        let span = items[start].span.join(items[end - 1].span);
        out.push(Spoken { group, denies: verdict == Verdict::Denies, span });
    }
    out.extend(quoted(items, tokens));
    out
}

/// `telephoned`, `rang`
fn call(item: &Item, tokens: &[Token]) -> bool {
    let word = tokens[item.tokens.start].norm.as_str();
    matches!(
        word,
        "telephoned"
            | "phoned"
            | "rang"
            | "called"
            | "contacted"
            | "faxed"
            | "emailed"
            | "wrote"
            | "texted"
            | "messaged"
    )
}

/// An armed group's name.
fn armed(item: &Item) -> Option<&GroupName> {
    group_of(item)
        // "the leader of the group", but "the police chief whom the group appointed"
        .filter(|g| {
            !item.is(Tags::APPOS) && (item.is(Tags::GROUP) || item.is(Tags::PEOPLE) && g.span.end == item.span.end)
        })
        .filter(|g| g.known.and_then(|k| GROUPS.get(usize::from(k))).is_none_or(|g| g.kind == GroupKind::ArmedGroup))
}

/// Who speaks at the verb `at`: the group that is its subject, or of which the subject is the mouth.
fn mouth<'i>(items: &'i [Item], start: usize, at: usize, tokens: &[Token]) -> Option<Mouth<'i>> {
    // whom they rang is no speaker
    let at = (start..at).find(|&k| items[at].is(Tags::INF) && k > start && call(&items[k], tokens)).unwrap_or(at);
    let behind_comma = at > start && items[at - 1].is(Tags::COMMA.with(Tags::APPOS).with(Tags::AND));
    let going = items[at].is(Tags::ING);
    let called = call(&items[at], tokens);
    for k in (start..at).rev() {
        let item = &items[k];
        let between = &items[k + 1..at];
        let finite = between.iter().any(|i| i.is(Tags::VERB) && i.is(Tags::ACT) && !i.is(Tags::SAY));
        if let Some(group) = armed(item) {
            let speaks = speaks(items, k, start, tokens);
            return (speaks && (!finite || behind_comma || going)).then_some(Mouth::Group(group));
        }
        let reach = if between.iter().any(|i| own_mouth(i, tokens)) { 7 } else { 3 };
        let far = between.iter().filter(|i| !i.is(Tags::APPOS.with(Tags::ADV).with(Tags::DATE))).count() > reach;
        if item.is(Tags::BACK) && !far && !finite && k >= start {
            return Some(Mouth::Back);
        }
        let other = matches!(item.value, Value::Speaker(_)) || item.people().is_some() || item.is(Tags::PRON);
        let medium = tokens[item.tokens.clone()].iter().any(|t| plays(&t.norm, Part::Medium));
        let name = item.is(Tags::NAME) && !medium;
        // the commas of a description hide who is named in it
        if other && !medium && !behind_comma && !own_mouth(item, tokens) && !name && !hangs(items, k, start) {
            return None;
        }
    }
    let words = || items[start..at].iter().flat_map(|i| &tokens[i.tokens.clone()]);
    let foreign = (start..at).any(|k| {
        let i = &items[k];
        // "a leaflet", but "a police statement" and "the statement", which may be anybody's
        let medium = i.tokens.len() == 1 && plays(&tokens[i.tokens.start].norm, Part::Medium);
        let anybody = k > start && items[k - 1].is(Tags::THE.with(Tags::GENITIVE).with(Tags::POSS));
        let nobody = own_mouth(i, tokens) && i.tokens.len() < 3;
        let body = (matches!(i.value, Value::Speaker(_)) || i.is(Tags::SPEAKER) && !nobody) && (!medium || anybody)
            || i.is(Tags::GROUP.with(Tags::PLACE).with(Tags::NAME).with(Tags::DEMONYM))
            || i.people().is_some() && !own_mouth(i, tokens);
        body && !hangs(items, k, start)
    });
    let amaq = words().any(|t| t.is("amaq") || t.is("aamaq"));
    // "the negotiator admitted that the group had taken him"
    let spoke = called || items[at].is(Tags::ADMIT);
    let leaflet =
        amaq || words().any(|t| plays(&t.norm, Part::Medium)) || spoke && words().any(|t| plays(&t.norm, Part::Mouth));
    (leaflet && (amaq || !foreign)).then_some(Mouth::Leaflet)
}

/// The item hangs on a preposition: `to a western news agency`.
fn hangs(items: &[Item], k: usize, start: usize) -> bool {
    let lead = Tags::THE.with(Tags::A).with(Tags::POSS).with(Tags::ADV).with(Tags::DEMONYM).with(Tags::QUOTE);
    let before = items[start..k].iter().rev().take(4).find(|i| !i.is(lead) && i.tags != Tags::WORD);
    before.is_some_and(|i| {
        i.is(Tags::PREP.with(Tags::TO).with(Tags::BY).with(Tags::IN).with(Tags::FOR).with(Tags::ON).with(Tags::AT))
    })
}

/// `a spokesman`, `its leader`: the mouth of a group named before or behind.
fn own_mouth(item: &Item, tokens: &[Token]) -> bool {
    tokens[item.tokens.clone()].iter().any(|t| plays(&t.norm, Part::Mouth))
}

/// The group at `k` is the subject itself, or hangs on its mouth: `a spokesman for`, `a statement from`, `on behalf of`.
fn speaks(items: &[Item], k: usize, start: usize, tokens: &[Token]) -> bool {
    let item = &items[k];
    if item.is(Tags::PEOPLE) && own_mouth(item, tokens) {
        return true;
    }
    let mut before = k;
    while before > start
        && (items[before - 1].is(Tags::THE
            .with(Tags::A)
            .with(Tags::QUOTE)
            .with(Tags::ADV)
            .with(Tags::APPOS)
            .with(Tags::HEAD))
            || items[before - 1].tags == Tags::WORD
                && !tokens[items[before - 1].tokens.clone()]
                    .iter()
                    .any(|t| plays(&t.norm, Part::Mouth) || plays(&t.norm, Part::Medium)))
    {
        before -= 1;
    }
    if before == start {
        return true;
    }
    let last = &items[before - 1];
    let near = tokens[items[before.saturating_sub(6).max(start)].tokens.start..last.tokens.end].iter();
    let voice = near.into_iter().any(|t| {
        plays(&t.norm, Part::Mouth)
            || plays(&t.norm, Part::Medium)
            || matches!(t.norm.as_str(), "behalf" | "name" | "according")
    });
    if last.is(Tags::OF.with(Tags::FOR).with(Tags::BY).with(Tags::FROM).with(Tags::TO).with(Tags::WITH)) {
        return voice
            && !items[before.saturating_sub(6).max(start)..before]
                .iter()
                .any(|i| matches!(i.value, Value::Speaker(_)));
    }
    last.is(Tags::COMMA.with(Tags::AND).with(Tags::COLON).with(Tags::QUOTE))
        || voice && !last.is(Tags::PREP.with(Tags::VERB))
}

/// `according to a statement from the group, its men did it`
fn accordance(items: &[Item], at: usize, tokens: &[Token]) -> Option<Spoken> {
    let comma = items[at..].iter().position(|i| i.is(Tags::COMMA.with(Tags::STOP))).map_or(items.len(), |k| at + k);
    let k = (at + 1..comma).find(|&k| armed(&items[k]).is_some())?;
    let group = armed(&items[k])?;
    let words = items[at..=k].iter().flat_map(|i| &tokens[i.tokens.clone()]);
    let voice = words.into_iter().any(|t| plays(&t.norm, Part::Mouth) || plays(&t.norm, Part::Medium));
    let content = if comma + 2 < items.len() { &items[comma + 1..] } else { &items[..at] };
    let (found, _) = verdict_of(content, Some(group), tokens).filter(|_| voice)?;
    let span = items[0].span.join(items[items.len() - 1].span);
    Some(Spoken { group: Some(group.clone()), denies: found == Verdict::Denies, span })
}

/// `"We did it," a spokesman for the group said`
fn quoted(items: &[Item], tokens: &[Token]) -> Option<Spoken> {
    let me = items
        .iter()
        .position(|i| tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "we" | "our" | "us")))?;
    let open = items[..me].iter().rposition(|i| i.is(Tags::QUOTE))?;
    let close = items[me..].iter().position(|i| i.is(Tags::QUOTE)).map_or(items.len(), |k| me + k);
    let outside = |k: usize| k < open || k > close;
    let says =
        (0..items.len()).find(|&k| outside(k) && items[k].is(Tags::SAY) && items[k].is(Tags::ACT.with(Tags::ING)))?;
    let group = (0..items.len()).filter(|&k| outside(k)).find_map(|k| {
        let group = armed(&items[k])?;
        let beside = k + 1 == says || k == says + 1;
        let from = if k > close { close + 1 } else { 0 };
        (beside || own_mouth(&items[k], tokens) || k > from && speaks(items, k, from, tokens)).then_some(group)
    })?;
    let (found, _) = verdict_of(&items[open + 1..close], Some(group), tokens)?;
    let span = items[open].span.join(items[items.len() - 1].span);
    Some(Spoken { group: Some(group.clone()), denies: found == Verdict::Denies, span })
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::frame::claim::assertions;
    use crate::text::Document;
    use crate::vocabulary::ClaimKind;

    fn kinds(text: &str) -> Vec<ClaimKind> {
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        assertions(&items, &document.tokens)
            .into_iter()
            .filter(|a| a.group.is_some() || a.back)
            .map(|a| a.kind)
            .collect()
    }

    #[test]
    fn a_group_owns_up_in_its_own_words() {
        for text in [
            "Boko Haram, led by its founder, said on Monday that it had carried them out.",
            "Boko Haram said a herder named Abu Musa had carried out the operation.",
            "Boko Haram said online that \"soldiers of the caliphate\" had set off the charge.",
            "\"Our fighters carried out the raid,\" a spokesman for Boko Haram told reporters.",
            "A leaflet left at the gate said Boko Haram had attacked the mill.",
            "According to a statement from Boko Haram, its fighters burned the mill.",
            "The negotiator admitted that Boko Haram had taken him.",
            "Boko Haram rang a newspaper to say that it had left the bomb.",
        ] {
            assert!(kinds(text).contains(&ClaimKind::Responsibility), "{text}");
        }
    }

    #[test]
    fn a_group_clears_itself_in_its_own_words() {
        for text in [
            "Boko Haram said its men did not do it.",
            "\"We had no hand in it,\" a Boko Haram spokesman said.",
            "Boko Haram said it played no part in the raid.",
        ] {
            assert_eq!(kinds(text), [ClaimKind::Denial], "{text}");
        }
    }

    #[test]
    fn what_others_did_is_no_avowal() {
        for text in [
            "Boko Haram said the army had attacked its camp.",
            "A police statement said Boko Haram had attacked the mill.",
            "A statement from the ministry said Boko Haram had attacked the mill.",
            "An army video said Boko Haram had attacked the mill.",
            "The president's statement said Boko Haram had attacked the mill.",
            "The statement said Boko Haram had attacked the mill.",
            "Boko Haram said the raid was a natural response to the arrests.",
            "Ten died, according to a spokesman for the Taliban-appointed police chief.",
        ] {
            assert!(!kinds(text).contains(&ClaimKind::Responsibility), "{text}");
        }
    }
}
