//! `pipeline undo`: takes a decision back.
//!
//! Enters: the number of a decision; none is the latest that stands. Leaves: another entry of the log, which can be
//! undone as well. Example: `pipeline undo 12 --why "the photograph was of another market"`.

use std::process::ExitCode;

use super::arguments::Database;
use super::decider::{By, reason};
use super::progress;
use crate::store::Store;

/// Take decisions back: corrections, merges, splits, and undoings
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline undo\n  pipeline undo 12 --why \"the photograph was of another market\"\n\n\
                  `pipeline export decisions --out -` shows the log. An undoing has a number of its own and can be undone."
)]
pub struct Args {
    /// Numbers of decisions [default: the latest that stands and is no undoing]
    #[arg(value_name = "DECISION_ID", value_parser = clap::value_parser!(i64).range(1..))]
    decisions: Vec<i64>,
    /// The reason, for the log
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    why: Option<String>,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

/// Undoes.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { decisions, why, by, database } = args;
    let ruling = by.ruling(why)?;
    let mut store = Store::existing(&database.db)?;
    let named = if decisions.is_empty() { vec![None] } else { decisions.into_iter().map(Some).collect() };
    for decision in named {
        let done = store.undo(decision, &ruling)?;
        progress::say(quiet, &format!("decision {}: {} ({}) is undone", done.decision, done.undone, done.what));
    }
    Ok(ExitCode::SUCCESS)
}
