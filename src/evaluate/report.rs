//! Scores as a table for people.
//!
//! Enters: scores. Leaves: a line a slot, then the mean and the rows that nobody need touch.
//! Example: `killed                     0.912     0.884     0.898     147     142`.

use std::fmt::Write;

use super::score::Scores;

/// The table.
pub fn report(scores: &Scores) -> String {
    let mut text = format!("{} articles, {} of them predicted\n", scores.articles, scores.predicted);
    let _ = writeln!(text, "{:22}{:>10}{:>10}{:>10}{:>8}{:>8}", "", "precision", "recall", "F1", "gold", "pred");
    let named = [("relevance", scores.relevance), ("incident", scores.incident)];
    for (name, tally) in named.into_iter().chain(scores.slots.iter().copied()) {
        let (precision, recall, f1) = tally.rates();
        let _ = writeln!(text, "{name:22}{precision:10.3}{recall:10.3}{f1:10.3}{:8}{:8}", tally.gold, tally.found);
    }
    let _ = writeln!(text, "primary incidents found {} of {}", scores.primary, scores.primaries);
    let _ = writeln!(text, "mean slot F1            {:.3}", scores.mean());
    let share = scores.no_touch().map_or_else(|| "None".to_owned(), |share| format!("{share:?}"));
    let _ = writeln!(text, "no-touch primary rows   {} of {} ({share})", scores.untouched, scores.primaries);
    text
}
