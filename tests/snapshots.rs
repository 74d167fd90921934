//! Three whole articles as an analyst would jot them down: a line an incident, a line a figure, a line a claim.
//!
//! Enters: sample articles. Leaves: nothing; what changed is shown side by side.
//! To accept changes: `INSTA_UPDATE=always cargo test --test snapshots`, and read the difference.
//! Example: a report of one bombing is one line, with its day, place and toll.
#![allow(clippy::unwrap_used)]

use std::fmt::{Display, Write};

use pipeline::extract::extract;
use pipeline::read::{Options, Sources};
use pipeline::resolve::mention::{Count, Extraction, Figure, Mention};
use serde::Serialize;

fn read(name: &str) -> Extraction {
    let path = format!("seeds/articles/{name}");
    extract(&Sources::new([path], Options::default()).next().unwrap().unwrap())
}

/// A code of a vocabulary as it is printed.
fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("?").to_owned()
}

fn bounds(low: Option<u32>, high: Option<u32>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => {
            let end = |bound: Option<u32>| bound.map_or_else(String::new, |bound| bound.to_string());
            format!("{}–{}", end(low), end(high))
        }
    }
}

fn count(count: Option<Count>) -> String {
    count.map_or_else(|| "nothing said".to_owned(), |count| bounds(count.low, count.high))
}

fn listed<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    if items.is_empty() { "–".to_owned() } else { items.join(", ") }
}

fn incident(told: &Mention) -> String {
    let when = told.date.as_ref().map_or_else(
        || "undated".to_owned(),
        |date| format!("{} to {} ({}, {})", date.start, date.end, code(&date.precision), code(&date.basis)),
    );
    let place = told.location.as_ref().map_or_else(
        || "nowhere".to_owned(),
        |place| {
            let chain = [&place.site, &place.place, &place.admin2, &place.admin1, &place.country];
            listed(chain.into_iter().flatten())
        },
    );
    let groups = told.groups.iter().map(|group| format!("{} ({})", group.name, code(&group.attribution)));
    format!(
        "{} {:?}: {when}; {place}\n  {}; {}{}; weapons {}; targets {}\n  killed {}, injured {}, attackers killed {}; by {}; {}\n",
        if told.primary { "INCIDENT" } else { "history" },
        told.anchor.quote,
        listed(told.attack_types.iter().map(|kind| code(&kind.code))),
        code(&told.outcome),
        if told.suicide { ", suicide" } else { "" },
        listed(told.weapons.iter().map(|weapon| &weapon.text)),
        listed(told.targets.iter().map(|target| &target.text)),
        count(told.killed),
        count(told.injured),
        count(told.perpetrators_killed),
        listed(groups),
        code(&told.claim_status),
    )
}

fn figure(figure: &Figure) -> String {
    let marks = [code(&figure.qualifier), code(&figure.scope), code(&figure.extent), code(&figure.standing)];
    let plain = ["exact", "attack", "total", "stands"];
    let marks = marks.into_iter().filter(|mark| !plain.contains(&mark.as_str()));
    format!(
        "    {} {} {} ({}) [{}] {:?} says {}\n",
        code(&figure.outcome),
        bounds(figure.low, figure.high),
        code(&figure.party),
        code(&figure.population),
        listed(marks),
        figure.at.quote,
        code(&figure.reported_by_kind),
    )
}

fn summary(name: &str) -> String {
    let read = read(name);
    let mut text = format!("{}\n", read.title.as_deref().unwrap_or("untitled"));
    for told in &read.incidents {
        text += &incident(told);
        for stated in &told.casualties {
            text += &figure(stated);
        }
        for claim in &told.claims {
            let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "–".to_owned());
            writeln!(
                text,
                "    claim: {} by {} about {} {:?}",
                code(&claim.kind),
                name(&claim.claimant),
                name(&claim.about),
                claim.at.quote
            )
            .unwrap();
        }
    }
    for relation in &read.relations {
        writeln!(text, "{} {} {}", relation.group, code(&relation.relation), relation.other_group).unwrap();
    }
    text
}

#[test]
fn an_encyclopedic_article() {
    insta::assert_snapshot!("westgate-wiki", summary("westgate-wiki.txt"));
}

#[test]
fn a_news_article_with_history() {
    insta::assert_snapshot!("lahore-park-next-day", summary("lahore-park-next-day.txt"));
}

#[test]
fn a_wire_report_in_capitals() {
    insta::assert_snapshot!("tarata-street", summary("tarata-street.txt"));
}
