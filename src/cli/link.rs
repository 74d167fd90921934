//! `pipeline link`: sorts the stored accounts into incidents again.
//!
//! Enters: a database. Leaves: its incidents, as the accounts and the analyst's decisions have it.
//! Example: `pipeline link --db incidents.db`.

use std::process::ExitCode;

use super::arguments::Database;
use super::database;
use crate::extract::extractor;
use crate::store::{Store, Tally};

/// Link the stored accounts into incidents again
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pipeline link --db incidents.db")]
pub struct Args {
    #[command(flatten)]
    database: Database,
}

/// Links.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let path = args.database.db;
    let mut store = Store::existing(&path)?;
    let run = store.begin("link", &extractor(), &database::now())?;
    let relinked = store.relink()?;
    store.finish(run, Tally::default(), relinked.incidents, &database::now())?;
    super::progress::say(quiet, &database::incidents(relinked));
    Ok(ExitCode::SUCCESS)
}
