//! `pipeline man`: manual pages.
//!
//! Enters: a folder, or nothing. Leaves: `pipeline.1` and a page a command in the folder, or the first on stdout.
//! Example: `pipeline man | man -l -`.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;

/// Print the manual page, or write all pages into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  pipeline man | man -l -\n  pipeline man --out ~/.local/share/man/man1")]
pub struct Args {
    /// Folder for one page a command
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints or writes the pages.
pub fn run(args: Args, _quiet: bool) -> anyhow::Result<ExitCode> {
    if let Some(folder) = args.out {
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        clap_mangen::generate_to(super::command(), &folder).with_context(|| folder.display().to_string())?;
    } else {
        let mut page = Vec::new();
        clap_mangen::Man::new(super::command()).render(&mut page)?;
        io::stdout().lock().write_all(&page)?;
    }
    Ok(ExitCode::SUCCESS)
}
