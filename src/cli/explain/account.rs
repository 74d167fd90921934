//! One account as a list of facts, each with its words.
//!
//! Enters: a mention. Leaves: facts in the order of the text, and the arithmetic of its totals.
//! Example: `killed · victims, police: 10 · narrator, rule casualty.passive · "Ten police officers" at 14..33`.

use super::arithmetic;
use super::words::{days, figure, spaced};
use crate::resolve::mention::{Claim, Figure, Location, Mention};
use crate::span::{Quote, Span};
use crate::vocabulary::{Scope, SpeakerKind};

/// One value with the words that say it.
pub struct Fact {
    /// What kind of value: `date`, `killed`, `group` …
    pub kind: String,
    /// The value.
    pub value: String,
    /// Who says so, by which rule, what became of it.
    pub note: String,
    /// The words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// An account of one incident.
pub struct Account {
    /// When, where, and whether it is the article's subject.
    pub heading: String,
    /// In the order of the text.
    pub facts: Vec<Fact>,
    /// How each total comes from its figures.
    pub sums: Vec<String>,
}

/// The facts of `mention`.
pub fn account(mention: &Mention) -> Account {
    let mut facts = vec![fact("incident", heading(mention), String::new(), &mention.anchor)];
    if let Some(date) = &mention.date {
        let span = Span::new(date.start_byte, date.end_byte);
        let note = format!("{} precision, {}", date.precision, date.basis);
        facts.push(Fact {
            kind: "date".to_owned(),
            value: days(&date.start, &date.end),
            note,
            words: date.quote.clone(),
            span,
        });
    }
    if let Some(location) = &mention.location {
        let note = location.precision.map_or_else(String::new, |precision| format!("{precision} precision"));
        facts.push(fact("place", chain(location), note, &location.at));
    }
    for attack in &mention.attack_types {
        facts.push(fact("attack type", spaced(attack.code.code()), String::new(), &attack.at));
    }
    for weapon in &mention.weapons {
        facts.push(fact("weapon", weapon.text.clone(), weapon.code.to_string(), &weapon.at));
    }
    for target in &mention.targets {
        facts.push(fact("target", target.text.clone(), format!("{}, {}", target.code, target.kind), &target.at));
    }
    for group in &mention.groups {
        facts.push(fact("group", group.name.clone(), spaced(group.attribution.code()), &group.at));
    }
    facts.extend(mention.casualties.iter().map(casualty));
    facts.extend(mention.claims.iter().map(claim));
    facts.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.kind, &a.value).cmp(&(b.span.start, b.span.end, &b.kind, &b.value))
    });
    Account { heading: heading(mention), facts, sums: arithmetic::sums(mention) }
}

fn fact(kind: &str, value: String, note: String, at: &Quote) -> Fact {
    Fact { kind: kind.to_owned(), value, note, words: at.quote.clone(), span: at.span() }
}

fn heading(mention: &Mention) -> String {
    let when = mention.date.as_ref().map_or_else(|| "undated".to_owned(), |date| days(&date.start, &date.end));
    let place = |location: &Location| {
        [&location.place, &location.admin1, &location.country].into_iter().flatten().next().cloned()
    };
    let place = mention.location.as_ref().and_then(place).unwrap_or_else(|| "place unknown".to_owned());
    let role = if mention.primary { "what the article is about" } else { "history that it recalls" };
    format!("{when}, {place} ({role}; {}; responsibility {})", mention.outcome, spaced(mention.claim_status.code()))
}

/// The place and what holds it, from small to large.
fn chain(location: &Location) -> String {
    let parts = [&location.site, &location.place, &location.admin2, &location.admin1, &location.country];
    let mut named: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    named.dedup();
    let mut line = named.join(", ");
    if let (Some(latitude), Some(longitude)) = (location.latitude, location.longitude) {
        line.push_str(&coordinates(latitude, longitude));
    }
    line
}

fn coordinates(latitude: f64, longitude: f64) -> String {
    format!(" at {latitude:.3}, {longitude:.3}")
}

fn casualty(figure_: &Figure) -> Fact {
    let number = figure(figure_.low, figure_.high, figure_.qualifier);
    let with = match figure_.includes_perpetrators {
        Some(true) => ", attackers among them",
        Some(false) => ", attackers apart",
        None => "",
    };
    let value = format!("{number} ({}, {}{with})", figure_.party, spaced(figure_.population.code()));
    let belongs = match figure_.scope {
        Scope::Attack => format!("{} that {}", figure_.extent, standing(figure_)),
        other => format!("{other}: not in the toll"),
    };
    let note = format!(
        "{}; {belongs}; rule {}",
        speaker(figure_.reported_by.as_deref(), figure_.reported_by_kind),
        figure_.rule
    );
    fact(figure_.outcome.code(), value, note, &figure_.at)
}

fn standing(figure: &Figure) -> &'static str {
    use crate::vocabulary::Standing;
    match figure.standing {
        Standing::Stands => "stands",
        Standing::Superseded => "a later one replaced",
        Standing::Restated => "repeats another",
        Standing::Summed => "is added up",
        Standing::Disputed => "others dispute",
    }
}

fn claim(claim: &Claim) -> Fact {
    let about = claim.about.as_deref().map(|about| format!(" about {about}")).unwrap_or_default();
    let number = match (claim.low, claim.high) {
        (None, None) => String::new(),
        (low, high) => format!(": {}", super::words::bounds(low, high)),
    };
    let value = format!("{}{about}{number}", spaced(claim.kind.code()));
    let note = format!("{}; rule {}", speaker(claim.claimant.as_deref(), claim.claimant_kind), claim.rule);
    fact("claim", value, note, &claim.at)
}

fn speaker(name: Option<&str>, kind: SpeakerKind) -> String {
    match (name, kind) {
        (Some(name), kind) => format!("says {name} ({kind})"),
        (None, SpeakerKind::Narrator) => "says the article itself".to_owned(),
        (None, kind) => format!("says: {kind}"),
    }
}
