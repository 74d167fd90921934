//! From reports to mentions: which incident each fact belongs to, and what its words come to.
//!
//! Enters: the annotated sentences of an article. Leaves: mentions, or the reason why there is none.
//! Example: a bombing on Monday with a paragraph on one in January gives two mentions, the first of them primary.

pub mod account;
pub mod antecedent;
pub mod assassination;
pub mod attribution;
pub mod calendar;
pub mod cue;
pub mod dateline;
pub mod deed;
pub mod evidence;
mod feast;
pub mod figure;
pub mod finer;
pub mod gate;
mod guards;
pub mod hearing;
mod implied;
pub mod infobox;
pub mod label;
pub mod landscape;
pub mod manner;
pub mod mention;
pub mod method;
pub mod namesake;
pub mod nation;
pub mod nest;
pub mod outcome;
pub mod page;
mod passing;
pub mod pronoun;
pub mod relation;
pub mod rival;
pub mod roundup;
pub mod scene;
pub mod scope;
pub mod segment;
mod telling;
pub mod testimony;
pub mod things;
pub mod topic;
pub mod total;
mod twice;
mod weigh;
pub mod when;
pub mod whereabouts;
mod wording;

use crate::annotate::date::{DateWords, DayWords, InYear};
use crate::annotate::{Annotated, Value};
use crate::frame::report::report;
use crate::resolve::account::{Shared, account};
use crate::resolve::calendar::{Anchors, Interval, parse};
use crate::resolve::hearing::Hearing;
use crate::resolve::infobox::Infobox;
use crate::resolve::landscape::Landscape;
use crate::resolve::mention::{Mention, Relation};
use crate::resolve::nation::Countries;
use crate::resolve::scene::SceneDate;
use crate::resolve::scope::sum::drop_sums;
use crate::vocabulary::DatePrecision;

/// What an article comes to.
pub struct Resolved {
    /// Its incidents, in the order of the text.
    pub incidents: Vec<Mention>,
    /// What it says of two groups.
    pub relations: Vec<Relation>,
    /// Why there are none.
    pub reason: Option<String>,
}

/// The first date with a year that the text states: from there dates without one are counted, where the article has
/// none. A bare year counts only before the first such date: behind it, it is another time that is recalled.
fn stated_date(annotated: &Annotated<'_>) -> Option<Interval> {
    let mut open = false;
    annotated.items.iter().flatten().flat_map(|item| std::iter::once(item).chain(&item.inner)).find_map(|item| {
        let Value::Date(words) = item.value else { return None };
        match words {
            DateWords::Day { first: DayWords { year: InYear::Printed(_), .. }, .. }
            | DateWords::Month { year: InYear::Printed(_), .. } => calendar::resolve(words, &Anchors::default()),
            DateWords::Year(_) if !open => calendar::resolve(words, &Anchors::default()),
            DateWords::Day { .. } => {
                open = true;
                None
            }
            _ => None,
        }
    })
}

/// Resolves an article.
pub fn resolve(mut annotated: Annotated<'_>, published: Option<&str>) -> Resolved {
    let document = annotated.document;
    // an election, a trial or a count does not rule out an attack on its way
    let topic = topic::other_topic(document);
    let wary = matches!(topic, Some("politics" | "statistics" | "court"));
    if let Some(topic) = topic.filter(|_| !wary) {
        return Resolved {
            incidents: Vec::new(),
            relations: Vec::new(),
            reason: Some(format!("about something else: {topic}")),
        };
    }
    let around = published.and_then(parse);
    let given = around.filter(|i| i.precision == DatePrecision::Day).map(|i| i.start);
    let dateline = dateline::take(&mut annotated, given);
    // a dateline of other days is that of an older report
    let filed = dateline.filed.filter(|filed| given.is_none_or(|given| (0..=3).contains(&(given - *filed).num_days())));
    let anchors = Anchors {
        published: given.or(filed),
        filed,
        by_dateline: published.is_none(),
        around: around.filter(|i| i.precision != DatePrecision::Day),
        stated: stated_date(&annotated),
        event: None,
    };
    let segments = segment::segments(&annotated.items, &document.tokens);
    let mut reports: Vec<_> = segments.iter().map(|s| report(&s.items, &document.tokens)).collect();
    antecedent::bind(document, &segments, &mut reports);
    namesake::people(document, &mut reports);
    let countries = Countries::of(document, &reports, dateline.country);
    nation::prune(&mut reports, &countries);
    let infobox = Infobox::read(&annotated);
    let boxed = infobox.as_ref().and_then(|b| b.date).map(|(interval, span)| SceneDate { interval, span, close: true });
    let mut scenes = scope::scenes(document, &segments, &reports, &anchors, boxed);
    pronoun::settle(document.text, &segments, &mut reports);
    rival::settle(document, &segments, &mut reports);
    when::settle(document, &segments, &reports, &anchors, &mut scenes);
    passing::mark(document, &segments, &reports, &anchors, &mut scenes);
    drop_sums(document, &segments, &mut scenes, &mut reports);
    let land = Landscape::new(
        document,
        &segments,
        &reports,
        &scenes,
        &countries,
        dateline.town.as_ref().filter(|_| !document.is_dispatch()),
    );
    let heard = Hearing { document, segments: &segments, reports: &reports, scenes: &scenes, anchors }.lists();
    let shared = Shared {
        document,
        segments: &segments,
        reports: &reports,
        countries: &countries,
        anchors,
        infobox,
        land,
        wary,
    };
    let incidents: Vec<Mention> =
        scenes.iter().enumerate().filter_map(|(i, scene)| account(&shared, scene, &heard[i], i == 0)).collect();
    let reason = incidents.is_empty().then(|| "no attack reported".to_owned());
    let relations = relation::relations(document.text, &reports, countries.most());
    Resolved { incidents, relations, reason }
}
