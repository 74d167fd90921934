//! `pipeline migrate`: brings a database up to date, or says what it lacks.
//!
//! Enters: a database of this or an older schema. Leaves: the newest schema. Every command that writes does the same
//! by itself; this one does nothing else.
//! Example: `pipeline migrate --status`.

use std::io::{self, Write};
use std::process::ExitCode;

use super::arguments::Database;
use super::{articles, progress};
use crate::store::Store;

/// Bring the database up to date with this program
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  pipeline migrate\n  pipeline migrate --status --db incidents.db")]
pub struct Args {
    #[command(flatten)]
    database: Database,
    /// Only show which migrations the database has
    #[arg(long)]
    status: bool,
}

/// Migrates, or prints the state.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { database, status } = args;
    let path = database.db;
    let before = Store::status(&path)?;
    if status {
        let mut out = io::stdout().lock();
        for step in &before {
            writeln!(out, "V{:03}\t{}\t{}", step.version, step.name, if step.applied { "applied" } else { "pending" })?;
        }
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let pending = before.iter().filter(|step| !step.applied).count();
    Store::open(&path)?;
    progress::say(quiet, &format!("{}: {} applied", path.display(), articles::counted(pending, "migration")));
    Ok(ExitCode::SUCCESS)
}
