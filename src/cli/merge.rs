//! `pipeline merge`: says that several incidents are one.
//!
//! Enters: uids and a reason. Leaves: a decision of the log; the elder uid stays and the others lead to it.
//! Example: `pipeline merge 2023-12-12-daraban 2023-12-dera-ismail-khan --why "one raid, two spellings"`.

use std::process::ExitCode;

use super::arguments::Database;
use super::decider::{By, reason};
use super::progress;
use crate::store::Store;

/// Say that several incidents are one, for good
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  pipeline merge 2023-12-12-daraban 2023-12-dera-ismail-khan --why \"one raid, two spellings\"\n\n\
                  The elder uid stays and the others lead to it. `pipeline undo` takes it back."
)]
pub struct Args {
    /// The incidents
    #[arg(value_name = "UID", num_args = 2.., required = true)]
    uids: Vec<String>,
    /// The reason, for the log
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    why: String,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

/// Merges.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { uids, why, by, database } = args;
    let ruling = by.ruling(Some(why))?;
    let done = Store::existing(&database.db)?.merge(&uids, &ruling)?;
    progress::say(quiet, &format!("decision {}: one incident, {}", done.decision, done.uids.join(", ")));
    Ok(ExitCode::SUCCESS)
}
