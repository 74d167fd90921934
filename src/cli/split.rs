//! `pipeline split`: says that some accounts of an incident tell of another one.
//!
//! Enters: a uid and names of accounts, or `--list`. Leaves: a decision of the log; or the accounts on stdout, a line
//! each, tabs between the cells. Example: `pipeline split 2023-12-12-daraban dawn-17 --why "the raid of January"`.

use std::io::{self, Write};
use std::process::ExitCode;

use super::arguments::Database;
use super::decider::{By, reason};
use super::{progress, usage};
use crate::store::Store;

/// Say that some accounts of an incident tell of another, for good
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline split 2023-12-12-daraban --list\n  pipeline split 2023-12-12-daraban dawn-17 --why \"the raid of January\"\n\n\
                  The part with the oldest account keeps the uid. `pipeline undo` takes it back."
)]
pub struct Args {
    /// The incident
    #[arg(value_name = "UID")]
    uid: String,
    /// Its accounts that tell of another incident: key or id as --list shows them, or the id that the input gave the article
    #[arg(value_name = "ACCOUNT", required_unless_present = "list")]
    accounts: Vec<String>,
    /// Show the accounts of the incident and change nothing
    #[arg(long, conflicts_with_all = ["accounts", "why"])]
    list: bool,
    /// The reason, for the log
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    why: Option<String>,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

/// Splits, or lists.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { uid, accounts, list, why, by, database } = args;
    if list {
        return show(&Store::read(&database.db)?, &uid);
    }
    let Some(why) = why else { return Ok(usage("a split needs a reason: --why TEXT")) };
    let ruling = by.ruling(Some(why))?;
    let done = Store::existing(&database.db)?.split(&uid, &accounts, &ruling)?;
    progress::say(quiet, &format!("decision {}: {}", done.decision, done.uids.join(", ")));
    Ok(ExitCode::SUCCESS)
}

fn show(store: &Store, uid: &str) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    writeln!(out, "id\tkey\tsource_ids\tpublisher\tpublished_on\tdate_start\tplace\tquote")?;
    for told in store.told(uid)? {
        let cells = [
            told.id.to_string(),
            told.key,
            told.source_ids.join("; "),
            told.publisher.unwrap_or_default(),
            told.published.unwrap_or_default(),
            told.date.unwrap_or_default(),
            told.place.unwrap_or_default(),
            told.quote,
        ];
        writeln!(out, "{}", cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).join("\t"))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
