//! `pipeline completions`: what a shell needs to complete the command line.
//!
//! Enters: the name of a shell. Leaves: its script on stdout.
//! Example: `pipeline completions bash > ~/.local/share/bash-completion/completions/pipeline`.

use std::io::{self, Write};
use std::process::ExitCode;

/// Print the completion script of a shell
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "Example:\n  pipeline completions bash > ~/.local/share/bash-completion/completions/pipeline")]
pub struct Args {
    /// Which shell
    shell: clap_complete::Shell,
}

/// Prints the script.
pub fn run(args: Args, _quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { shell } = args;
    // into memory first: the generator panics where its writer fails
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::command(), "pipeline", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
