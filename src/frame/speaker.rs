//! Who says what a sentence says.
//!
//! Enters: the items of a sentence. Leaves: the speaker's words and kind; the narrator where nobody is named.
//! Example: `…, the provincial governor said.` is said by a government speaker.

use crate::annotate::collective::stands_for_group;
use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Side;
use crate::annotate::{Item, Tags, Value};
use crate::reference::groups::GROUPS;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{GroupKind, Population, SpeakerKind};

/// Whom a sentence quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name it.
    pub span: Span,
    /// What kind of speaker.
    pub kind: SpeakerKind,
}

/// The speaker of a sentence, if one is named.
pub fn speaker(items: &[Item], tokens: &[Token]) -> Option<Speaker> {
    let flat: Vec<&Item> = items
        .iter()
        .flat_map(|i| if i.is(Tags::APPOS) && i.is(Tags::SAY) { i.inner.iter().collect::<Vec<_>>() } else { vec![i] })
        .collect();
    for (at, item) in flat.iter().enumerate() {
        let word = &tokens[item.tokens.start];
        if word.is("according")
            && let Some(found) = flat[at + 1..].iter().take(8).find_map(|i| candidate(i, tokens))
        {
            return Some(found);
        }
        // "the group claimed that 90 soldiers had died"
        let claims = item.is(Tags::CLAIM)
            && tokens.get(item.tokens.end).is_some_and(|t| matches!(t.norm.as_str(), "that" | "to"))
            && at > 0;
        if (item.is(Tags::SAY) || claims) && item.is(Tags::ACT) {
            // "three terrorists were killed, he said": the speaker is somebody named before
            if at > 0 && flat[at - 1].is(Tags::PRON) {
                continue;
            }
            let before = main(&flat[..at])
                .iter()
                .rev()
                .take(10)
                .take_while(|i| !i.is(Tags::VERB) || i.is(Tags::SAY))
                .find_map(|i| candidate(i, tokens));
            let after = || {
                flat[at + 1..]
                    .iter()
                    .take(3)
                    .take_while(|i| !i.is(Tags::VERB.with(Tags::REL)))
                    .find_map(|i| candidate(i, tokens))
            };
            if let Some(found) = before.or_else(after) {
                return Some(found);
            }
        }
    }
    // "the mayor put the toll at 160", "councillors speak of 160 dead", "police counted 17 dead"
    let tells = |i: &&Item| {
        i.tokens.len() == 1
            && matches!(
                tokens[i.tokens.start].norm.as_str(),
                "put"
                    | "puts"
                    | "had"
                    | "gives"
                    | "listed"
                    | "speak"
                    | "spoke"
                    | "spoken"
                    | "speaks"
                    | "counted"
                    | "gave"
                    | "estimated"
            )
    };
    let verb = flat.iter().position(tells)?;
    let counts = Tags::NUM.with(Tags::TOLL).with(Tags::PEOPLE).with(Tags::INJTOLL).with(Tags::CASUALTYN);
    let toll = flat[verb + 1..].iter().take(4).any(|i| {
        i.is(counts) || tokens[i.tokens.clone()].iter().any(|t| matches!(t.norm.as_str(), "count" | "figure"))
    });
    // "a clerk who asked for anonymity put the toll at 52"
    let reach = if flat[..verb].iter().any(|i| tokens[i.tokens.start].is("anonymity")) { 8 } else { 4 };
    let before = main(&flat[..verb]);
    let found = before.iter().rev().take(reach).find_map(|i| candidate(i, tokens))?;
    // "gunmen had 40 rifles" says nothing, "the group put the toll at 19" does
    let boast = flat[verb + 1..].iter().take(2).any(|i| i.is(Tags::TOLL));
    (toll && (found.kind != SpeakerKind::Perpetrator || boast)).then_some(found)
}

/// The items before a verb without the relative clause that closes there: `an officer, who asked for anonymity, said`.
fn main<'i>(before: &[&'i Item]) -> Vec<&'i Item> {
    let Some((last, rest)) = before.split_last().filter(|(last, _)| last.is(Tags::COMMA)) else {
        return before.to_vec();
    };
    // "the institute, a body that records violence, said": what stands between the commas says who that is
    let apposed =
        |k: usize| rest[k].is(Tags::A.with(Tags::THE)) && k > 1 && rest[k - 2].is(Tags::GROUP.with(Tags::NAME));
    let opens =
        (1..rest.len()).rev().take(16).find(|&k| rest[k - 1].is(Tags::COMMA) && (rest[k].is(Tags::REL) || apposed(k)));
    match opens {
        Some(k) if !last.is(Tags::REL) => rest[..k - 1].to_vec(),
        _ => before.to_vec(),
    }
}

/// The clauses of a sentence in which different people speak, each with its speaker.
/// Example: `the army said that 17 died, but residents spoke of 40` has two.
pub fn speakers(items: &[Item], tokens: &[Token]) -> Vec<(Span, Speaker)> {
    let cuts = |i: &Item| {
        i.is(Tags::BUT.with(Tags::SEMI))
            || tokens.get(i.tokens.start).is_some_and(|t| matches!(t.norm.as_str(), "while" | "whereas"))
    };
    let clauses: Vec<&[Item]> = items.split(cuts).filter(|c| !c.is_empty()).collect();
    let mut found: Vec<(Span, Speaker)> = Vec::new();
    for c in clauses {
        // "confirmed deaths but put their number at 50": the same speaks on
        let goes_on = || found.last().filter(|_| c[0].is(Tags::MOVE) && c[0].is(Tags::ACT)).map(|(_, s)| s.clone());
        if let Some(speaker) = speaker(c, tokens).or_else(|| owner(c, tokens)).or_else(goes_on) {
            found.push((c[0].span.join(c[c.len() - 1].span), speaker));
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// `the ministry's official death toll`
fn owner(items: &[Item], tokens: &[Token]) -> Option<Speaker> {
    let toll = items.iter().position(|i| i.is(Tags::TOLL))?;
    let whose = items[..toll].iter().rposition(|i| i.is(Tags::GENITIVE)).filter(|at| toll - at <= 3)?;
    candidate(items[..whose].last()?, tokens)
}

/// What an armed group says of its own deed, where others speak in the same sentence: the group and the words.
/// Example: `the group claimed that 90 soldiers had died, but the ministry said that five were killed`.
pub fn boast(items: &[Item], tokens: &[Token]) -> Option<(Speaker, Span)> {
    let says = |i: &Item| i.is(Tags::SAY.with(Tags::CLAIM)) && i.is(Tags::ACT);
    let at = items.iter().position(|i| {
        says(i)
            && tokens
                .get(i.tokens.end)
                .is_some_and(|t| matches!(t.norm.as_str(), "that" | "to" | "it" | "its" | "they"))
    })?;
    let before = items[..at].iter().rev().take(6).take_while(|i| !i.is(Tags::VERB));
    let group = before.into_iter().find_map(|i| candidate(i, tokens)).filter(|s| s.kind == SpeakerKind::Perpetrator)?;
    let behind = |j: usize| items[j..].iter().any(|i| says(i) || i.is(Tags::SAY) && i.is(Tags::ACT));
    let end = (at + 1..items.len())
        .find(|&j| items[j].is(Tags::BUT.with(Tags::SEMI).with(Tags::STOP)) || items[j].is(Tags::COMMA) && behind(j))?;
    behind(end).then(|| (group, items[at].span.join(items[end - 1].span)))
}

fn candidate(item: &Item, tokens: &[Token]) -> Option<Speaker> {
    let kind = match &item.value {
        Value::Speaker(kind) => *kind,
        Value::Group(g) => organisation(g),
        Value::People(p) if p.group.is_some() => p.group.as_ref().map_or(SpeakerKind::Other, organisation),
        // "the Anti-Terrorist Committee"
        Value::People(_) if office(&tokens[item.tokens.end - 1].norm) => SpeakerKind::Government,
        Value::People(p) if p.side == Side::Attacker => SpeakerKind::Perpetrator,
        // "the group said", "the movement claimed"
        Value::People(p) if p.definite && stands_for_group(&tokens[item.tokens.end - 1].norm) => {
            SpeakerKind::Perpetrator
        }
        // "a rights group", "an aid group"
        Value::People(p) if p.side != Side::Attacker && tokens[item.tokens.end - 1].is("group") => SpeakerKind::Other,
        Value::People(p) => match p.population {
            Population::Police => SpeakerKind::Police,
            Population::Military | Population::Paramilitary => SpeakerKind::Military,
            Population::Official => SpeakerKind::Government,
            Population::Health => SpeakerKind::Hospital,
            Population::Journalist => SpeakerKind::Media,
            _ if item.is(Tags::SPEAKER) => SpeakerKind::Witness,
            _ => return None,
        },
        _ if item.is(Tags::HOSP) => SpeakerKind::Hospital,
        _ if item.is(Tags::SPEAKER) && item.is(Tags::SITE) => SpeakerKind::Other,
        _ if item.is(Tags::NAME) => SpeakerKind::Other,
        _ => return None,
    };
    Some(Speaker { span: item.span, kind })
}

/// The last word of a state office.
fn office(word: &str) -> bool {
    matches!(word, "committee" | "commission" | "ministry" | "agency" | "department" | "directorate")
}

/// An armed group speaks as the perpetrator, an army or a ministry as what it is.
fn organisation(name: &GroupName) -> SpeakerKind {
    let office = |w: &str| {
        matches!(
            w,
            "Committee"
                | "Commission"
                | "Ministry"
                | "Agency"
                | "Observatory"
                | "Centre"
                | "Center"
                | "Council"
                | "Authority"
                | "Service"
                | "Department"
                | "Office"
                | "Union"
                | "Association"
                | "Institute"
        )
    };
    if name.known.is_none() && name.text.split_whitespace().any(office) {
        return SpeakerKind::Other;
    }
    match name.known.and_then(|k| GROUPS.get(usize::from(k))).map(|g| (g.kind, g.name)) {
        None | Some((GroupKind::ArmedGroup, _)) => SpeakerKind::Perpetrator,
        Some((GroupKind::StateForce, name)) if name.contains("Police") => SpeakerKind::Police,
        Some((GroupKind::StateForce, _)) => SpeakerKind::Military,
        Some((GroupKind::Government, _)) => SpeakerKind::Government,
        Some((GroupKind::Other, _)) => SpeakerKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::text::Document;

    fn kind(text: &str) -> Option<SpeakerKind> {
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        speaker(&items, &document.tokens).map(|s| s.kind)
    }

    #[test]
    fn each_clause_has_its_speaker() {
        let text = "Local media reported that 40 people had died, while the army said that 17 were killed.";
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        let kinds: Vec<SpeakerKind> = speakers(&items, &document.tokens).into_iter().map(|(_, s)| s.kind).collect();
        assert_eq!(kinds, [SpeakerKind::Media, SpeakerKind::Military]);
    }

    #[test]
    fn a_boast_ends_where_others_speak() {
        let text = "The group claimed that 90 soldiers had died, but the ministry said that five were killed.";
        let document = Document::cut(text, None);
        let items = annotate(&document).items.concat();
        let words = boast(&items, &document.tokens).map(|(_, span)| span.of(text));
        assert_eq!(words, Some("claimed that 90 soldiers had died"));
    }

    #[test]
    fn armed_groups_speak_as_perpetrators_and_armies_do_not() {
        assert_eq!(kind("Boko Haram said ten soldiers were killed."), Some(SpeakerKind::Perpetrator));
        assert_eq!(kind("The group said ten soldiers were killed."), Some(SpeakerKind::Perpetrator));
        assert_eq!(kind("The Pakistan Army said ten militants were killed."), Some(SpeakerKind::Military));
        assert_eq!(kind("Ten people were killed."), None);
    }
}
