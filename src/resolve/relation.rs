//! What an article says of two groups.
//!
//! Enters: the reports of all sentences. Leaves: relations between canonical groups, with who asserts them.
//! Example: `The ministry said that A is another name for B` is asserted by the ministry, and merges nothing.

use crate::frame::report::Report;
use crate::resolve::attribution::canonical;
use crate::resolve::mention::Relation;

/// All relations, in the order of the text, each once.
pub fn relations(text: &str, reports: &[Report], country: Option<&str>) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    for report in reports {
        for related in &report.relations {
            let (Some(group), Some(other)) = (
                canonical(related.group.known, &related.group.text, country),
                canonical(related.other.known, &related.other.text, country),
            ) else {
                continue;
            };
            let same = |r: &Relation| r.group == group.0 && r.other_group == other.0 && r.relation == related.kind;
            if group.0 == other.0 || out.iter().any(same) {
                continue;
            }
            let said = report
                .speaker
                .as_ref()
                .filter(|s| s.span.end <= related.span.start || s.span.start >= related.span.end);
            out.push(Relation {
                group: group.0,
                other_group: other.0,
                relation: related.kind,
                asserted_by: said.map(|s| s.span.of(text).to_owned()),
                at: related.span.quote(text),
            });
        }
    }
    out
}
