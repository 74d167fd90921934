//! Claims that place no group in the dock: figures, identities, motives, arrests, what states say of each other.
//!
//! Enters: one report. Leaves: rows of claims with their speakers. Example: `The group said it had killed 30` is a figure that
//! the group claims; `Police said that four suspects were arrested` is an arrest that the police claim.

use crate::annotate::lexicon::Side;
use crate::frame::report::Report;
use crate::resolve::attribution::canonical;
use crate::resolve::mention::Claim;
use crate::vocabulary::{ClaimKind, GroupKind, Outcome, SpeakerKind};

/// The rows of one report, in the order of its text within each kind.
pub fn rows(text: &str, report: &Report, country: Option<&str>) -> Vec<Claim> {
    let mut out: Vec<Claim> = boasts(text, report, country).collect();
    let speaker = report.speaker.as_ref();
    for said in &report.testimonies {
        let own = said.who.map(|s| s.of(text).to_owned());
        let kind = speaker.map_or(SpeakerKind::Narrator, |s| s.kind);
        out.push(Claim {
            kind: said.kind,
            claimant_kind: if own.is_some() { SpeakerKind::Government } else { kind },
            claimant: own.or_else(|| speaker.map(|s| s.span.of(text).to_owned())),
            about: said.about.map(|s| s.of(text).to_owned()),
            low: None,
            high: None,
            at: said.span.quote(text),
            rule: said.rule.to_owned(),
        });
    }
    let arrests = report.casualties.iter().filter(|c| c.outcome == Outcome::Captured && !c.unreal);
    for casualty in arrests.filter(|c| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker)) {
        out.push(Claim {
            kind: ClaimKind::Capture,
            claimant: speaker.map(|s| s.span.of(text).to_owned()),
            claimant_kind: speaker.map_or(SpeakerKind::Narrator, |s| s.kind),
            about: casualty.people.as_ref().map(|p| p.noun.of(text).to_owned()),
            low: casualty.quantity.and_then(|q| q.low),
            high: casualty.quantity.and_then(|q| q.high),
            at: casualty.span.quote(text),
            rule: casualty.rule.to_owned(),
        });
    }
    out
}

/// The figures that a group gives for its own attack.
fn boasts<'a>(text: &'a str, report: &'a Report, country: Option<&'a str>) -> impl Iterator<Item = Claim> + 'a {
    let speaker = report.speaker.as_ref().filter(|s| s.kind == SpeakerKind::Perpetrator);
    speaker.into_iter().flat_map(move |speaker| {
        let name = report
            .groups
            .iter()
            .filter_map(|g| canonical(g.known, &g.text, country))
            .find(|g| g.2 == GroupKind::ArmedGroup)
            .map(|g| g.0);
        report.casualties.iter().filter(|c| !c.unreal).filter_map(move |casualty| {
            let quantity = casualty.quantity?;
            quantity.printed()?;
            Some(Claim {
                kind: ClaimKind::Figure,
                claimant: name.clone().or_else(|| Some(speaker.span.of(text).to_owned())),
                claimant_kind: SpeakerKind::Perpetrator,
                about: None,
                low: quantity.low,
                high: quantity.high,
                at: casualty.span.quote(text),
                rule: casualty.rule.to_owned(),
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::resolve::resolve;
    use crate::text::Document;
    use crate::vocabulary::ClaimKind;

    #[test]
    fn who_and_why_and_who_was_held_are_claims() {
        let text = "A gunman killed 12 people in a market in Kano on Tuesday. Police identified the gunman as Ali Khan. He acted \
                    in revenge for the raid, police said. Three suspects were arrested.";
        let found = resolve(annotate(&Document::cut(text, None)), Some("2024-03-06")).incidents;
        let kinds: Vec<_> = found.iter().flat_map(|i| &i.claims).map(|c| c.kind).collect();
        for kind in [ClaimKind::Identity, ClaimKind::Motive, ClaimKind::Capture] {
            assert!(kinds.contains(&kind), "{kind:?} of {kinds:?}");
        }
    }
}
