//! `pipeline check`: is the database whole?
//!
//! Enters: a database. Leaves: one line on stdout for each thing that is not as it should be; nothing where all is well.
//! Example: `pipeline check --db incidents.db`.

use std::io::{self, Write};
use std::process::ExitCode;

use super::arguments::Database;
use super::{articles, progress};
use crate::store::Store;

/// Check the file, its keys, every quote and the derived rows
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  pipeline check --db incidents.db\n\nExit codes: 0 all is well, 3 something is not."
)]
pub struct Args {
    #[command(flatten)]
    database: Database,
}

/// Prints what is wrong.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let path = args.database.db;
    let findings = Store::read(&path)?.check()?;
    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{}: {}", finding.at, finding.what)?;
    }
    out.flush()?;
    let summary = match findings.len() {
        0 => "all is well".to_owned(),
        many => articles::counted(many, "finding"),
    };
    progress::say(quiet, &format!("{}: {summary}", path.display()));
    Ok(ExitCode::from(if findings.is_empty() { 0 } else { 3 }))
}
