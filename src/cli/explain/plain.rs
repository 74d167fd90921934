//! An explanation as plain text.
//!
//! Enters: an explanation. Leaves: text for a terminal: totals first, then each article sentence by sentence, then the
//! accounts' arithmetic, then the links. Example: `  #1 killed  10 (victim, police)  "Ten police officers" 14..33`.

use std::fmt::Write;

use super::passage::passages;
use super::{Explanation, Told};

/// The whole text.
pub fn page(explanation: &Explanation) -> String {
    let mut page = format!("{}\n", explanation.title);
    let widest = explanation.values.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, value) in &explanation.values {
        let _ = writeln!(page, "  {name:widest$}  {value}");
    }
    section(&mut page, "How the totals come from the accounts", &explanation.totals);
    for told in &explanation.articles {
        article(&mut page, told);
    }
    section(&mut page, "Why accounts were joined or kept apart", &explanation.links);
    page
}

fn section(page: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(page, "\n{heading}");
        for line in lines {
            let _ = writeln!(page, "  {line}");
        }
    }
}

fn article(page: &mut String, told: &Told) {
    let _ = writeln!(page, "\n== {}", told.heading);
    if let Some(remark) = &told.remark {
        let _ = writeln!(page, "  {remark}");
    }
    for passage in passages(told) {
        let sentence = passage.span.of(&told.text);
        let _ = writeln!(page, "\n[{}..{}] {sentence}", passage.span.start, passage.span.end);
        for (number, fact) in passage.facts {
            let note = if fact.note.is_empty() { String::new() } else { format!(" — {}", fact.note) };
            let words = fact.words.replace('\n', " ");
            let _ = writeln!(
                page,
                "  #{number} {:<11} {}{note}\n     {:<11} “{words}” {}..{}",
                fact.kind, fact.value, "", fact.span.start, fact.span.end
            );
        }
    }
    for (at, account) in told.accounts.iter().enumerate() {
        let _ = writeln!(page, "\n#{} {}", at + 1, account.heading);
        for sum in &account.sums {
            let _ = writeln!(page, "   {sum}");
        }
    }
}
