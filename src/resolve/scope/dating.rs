//! Which of a sentence's dates is that of its event.
//!
//! Enters: a report and the scenes so far. Leaves: the date that stands nearest to the event and dates nothing else.
//! Example: in `the raid in May, which avenged those who died in April` the raid is of May.

use crate::annotate::date::DateWords;
use crate::frame::report::{Report, Trigger};
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::scene::SceneDate;
use crate::span::Span;
use crate::text::Document;
use crate::vocabulary::DatePrecision;

/// Words between an attack and a date that begin another matter.
const ANOTHER_MATTER: &[&str] = &[
    "who",
    "which",
    "whose",
    "after",
    "since",
    "killed",
    "died",
    "when",
    "revenge",
    "avenge",
    "retaliation",
    "response",
];

/// `the raid … who died in November`: a date in a clause of its own does not date the attack before it.
pub(super) fn dates_another(document: &Document<'_>, trigger: &Trigger, date: &SceneDate) -> bool {
    if !(trigger.noun && trigger.definite) || date.span.start < trigger.span.end {
        return false;
    }
    if date.span.of(document.text).to_lowercase().ends_with("after") {
        return true;
    }
    let between = Span::new(trigger.span.end, date.span.start).of(document.text).to_lowercase();
    // "the shooting of a captain, who was killed in May": whom it struck
    let flat = between.split_whitespace().collect::<Vec<_>>().join(" ");
    let whom = ["who was killed", "who were killed", "who was shot", "who were shot", "who was murdered", "who died"];
    if flat.starts_with("of ") && whom.iter().any(|w| flat.contains(w)) && flat.matches("who ").count() == 1 {
        return false;
    }
    between.split(|c: char| !c.is_alphabetic()).any(|w| ANOTHER_MATTER.contains(&w))
}

/// From where the dates of a sentence are counted.
#[derive(Clone, Copy)]
pub(super) struct Spoken {
    /// When the event last spoken of was.
    pub event: Option<Interval>,
    /// The last event whose day is known.
    pub day: Option<Interval>,
}

/// The date of a sentence's event: the first that does not date a statement.
pub(super) fn date_of(
    report: &Report,
    trigger: Option<&Trigger>,
    spoken: Spoken,
    anchors: &Anchors,
) -> Option<SceneDate> {
    // "on Wednesday, a day after …": another date of the sentence is what is counted from
    let own = report.dates.iter().find_map(|(words, _, _)| match words {
        DateWords::Weekday { .. }
        | DateWords::Easter { .. }
        | DateWords::Day { .. }
        | DateWords::Ago { whole: false, .. } => resolve(*words, anchors),
        _ => None,
    });
    let near = trigger.map(|t| t.span).or_else(|| report.casualties.first().map(|c| c.span));
    let counted =
        |words: &DateWords| matches!(words, DateWords::After { .. } | DateWords::SameDay(_) | DateWords::From { .. });
    let relative = report.dates.iter().any(|(words, _, _)| counted(words)) && own.is_some();
    // "a week before, on July 9, 2003": the day says what the count comes to
    let told = report.dates.windows(2).find_map(|pair| {
        let beside = pair[1].1.start.saturating_sub(pair[0].1.end) <= 6;
        (counted(&pair[0].0) && beside && matches!(pair[1].0, DateWords::Day { .. })).then_some(pair[1].1)
    });
    // "in April 2007 … a mayor, who died the next day": the next day after one that is not told
    let month = |words: &DateWords| matches!(words, DateWords::Month { .. } | DateWords::Year { .. });
    let told_by_month = |span: &Span| report.dates.iter().any(|(words, at, _)| month(words) && at.end <= span.start);
    report
        .dates
        .iter()
        .filter(|(words, span, _)| !(matches!(words, DateWords::SameDay(_)) && own.is_none() && told_by_month(span)))
        .filter(|(words, span, said)| match told {
            Some(told) => *span == told,
            None => !said && (!relative || counted(words)),
        })
        .filter_map(|(words, span, _)| {
            let event = if counted(words) { own.or(spoken.event) } else { spoken.event };
            let interval = resolve(*words, &Anchors { event, ..*anchors })
                .or_else(|| resolve(*words, &Anchors { event: spoken.day, ..*anchors }).filter(|_| counted(words)))?;
            // "eleven days before the vote" counts from no event of the text
            let nothing = !report.triggers.iter().any(|t| t.span.start >= span.end);
            if matches!(words, DateWords::After { .. }) && nothing {
                return None;
            }
            let behind = trigger.is_some_and(|t| t.definite && t.noun && t.span.start > span.end);
            if matches!(words, DateWords::After { .. }) && behind && own.is_none() {
                return None;
            }
            let vague =
                matches!(words, DateWords::Ago { whole: true, .. }) && interval.precision != DatePrecision::Month;
            (!vague || report.dates.len() == 1).then_some(SceneDate {
                interval,
                span: *span,
                close: near.is_some_and(|n| gap(n, *span) < 60),
            })
        })
        .min_by_key(|d| (wide(d.interval.precision), near.map_or(0, |n| d.span.start.abs_diff(n.start))))
}

/// Bytes between two spans.
fn gap(a: Span, b: Span) -> usize {
    if a.overlaps(b) {
        0
    } else if a.end <= b.start {
        b.start - a.end
    } else {
        a.start - b.end
    }
}

/// How wide a precision is.
pub(super) fn wide(precision: DatePrecision) -> u8 {
    match precision {
        DatePrecision::Day => 0,
        DatePrecision::Range => 1,
        DatePrecision::Month => 2,
        DatePrecision::Year => 3,
    }
}

/// Near enough to publication to be the news.
pub(super) fn recent(date: &Interval, anchors: &Anchors) -> bool {
    let Some(published) = anchors.published else { return true };
    (published - date.end).num_days() <= 21
}
