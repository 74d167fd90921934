//! From reports to mentions: which incident each fact belongs to, and what its words come to.
//!
//! Enters: the annotated sentences of an article. Leaves: mentions, or the reason why there is none.

pub mod account;
pub mod antecedent;
pub mod attribution;
pub mod calendar;
pub mod cue;
pub mod dateline;
pub mod figure;
pub mod gate;
pub mod hearing;
pub mod infobox;
pub mod label;
pub mod landscape;
pub mod mention;
pub mod method;
pub mod nation;
pub mod nest;
pub mod outcome;
pub mod page;
pub mod pronoun;
pub mod relation;
pub mod roundup;
pub mod scene;
pub mod scope;
pub mod segment;
pub mod testimony;
pub mod things;
pub mod topic;
pub mod total;
pub mod whereabouts;

use crate::annotate::date::DateWords;
use crate::annotate::{Annotated, Value};
use crate::frame::report::report;
use crate::resolve::account::{Shared, account};
use crate::resolve::calendar::{Anchors, Interval, parse};
use crate::resolve::hearing::Hearing;
use crate::resolve::infobox::Infobox;
use crate::resolve::landscape::Landscape;
use crate::resolve::mention::{Mention, Relation};
use crate::resolve::nation::Countries;
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

/// The first date with a year that the text states: from there dates without one are counted, where the article has none.
fn stated_date(annotated: &Annotated<'_>) -> Option<Interval> {
    annotated.items.iter().flatten().find_map(|item| match item.value {
        Value::Date(
            words
            @ (DateWords::Day { year: Some(_), .. } | DateWords::Month { year: Some(_), .. } | DateWords::Year(_)),
        ) => calendar::resolve(words, &Anchors::default()),
        _ => None,
    })
}

/// Resolves an article.
pub fn resolve(mut annotated: Annotated<'_>, published: Option<&str>) -> Resolved {
    let document = annotated.document;
    if let Some(topic) = topic::other_topic(document) {
        return Resolved {
            incidents: Vec::new(),
            relations: Vec::new(),
            reason: Some(format!("about something else: {topic}")),
        };
    }
    let home = dateline::country(&annotated);
    let filed = dateline::take(&mut annotated);
    let around = published.and_then(parse);
    let day = around.filter(|i| i.precision == DatePrecision::Day).map(|i| i.start).or(filed);
    let anchors = Anchors {
        published: day,
        around: around.filter(|i| i.precision != DatePrecision::Day),
        stated: stated_date(&annotated),
        event: None,
    };
    let segments = segment::segments(&annotated.items, &document.tokens);
    let mut reports: Vec<_> = segments.iter().map(|s| report(&s.items, &document.tokens)).collect();
    antecedent::bind(document, &segments, &mut reports);
    let countries = Countries::of(document, &reports, home);
    nation::prune(&mut reports, &countries);
    let infobox = Infobox::read(&annotated);
    let mut scenes = scope::scenes(document, &segments, &reports, &anchors);
    pronoun::settle(document.text, &segments, &mut reports);
    drop_sums(&mut scenes, &mut reports);
    let land = Landscape::new(document, &segments, &reports, &scenes, &countries);
    let shared =
        Shared { document, segments: &segments, reports: &reports, countries: &countries, anchors, infobox, land };
    let heard = Hearing { document, segments: &segments, reports: &reports, scenes: &scenes, anchors }.lists();
    let incidents: Vec<Mention> =
        scenes.iter().enumerate().filter_map(|(i, scene)| account(&shared, scene, &heard[i], i == 0)).collect();
    let reason = incidents.is_empty().then(|| "no attack reported".to_owned());
    let relations = relation::relations(document.text, &reports, countries.most());
    Resolved { incidents, relations, reason }
}
