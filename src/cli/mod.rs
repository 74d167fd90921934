//! The command line: one file a command, each a few calls into the rooms.
//!
//! Enters: arguments. Leaves: data on stdout, progress and remarks on stderr, and an exit code: 0 done, 1 done but some
//! inputs were refused, 2 usage, 3 could not do it. A closed pipe on stdout is no error.
//! Example: `pipeline extract article.txt | head -1`.

pub mod arguments;
pub mod articles;
pub mod check;
pub mod completions;
pub mod correct;
pub mod database;
pub mod decider;
pub mod eval;
pub mod explain;
pub mod export;
pub mod extract;
pub mod gazetteer;
pub mod ingest;
pub mod link;
pub mod load;
pub mod man;
pub mod merge;
pub mod migrate;
pub mod progress;
pub mod reextract;
pub mod review;
pub mod sheet;
pub mod split;
pub mod undo;

use clap::{CommandFactory, Parser, Subcommand};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const ABOUT: &str =
    "Reads articles on armed attacks into one SQLite file in which every value points at the words that say it";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "pipeline", version, about = ABOUT, max_term_width = 100, propagate_version = true, subcommand_required = true)]
#[command(arg_required_else_help = true)]
#[command(
    after_help = "Examples:\n  pipeline ingest articles/\n  pipeline export incident_summary --out -\n  pipeline explain 2023-12-12-daraban\n\nExit codes: \
                        0 done, 1 done but some inputs were refused, 2 usage, 3 could not do it."
)]
pub struct Cli {
    /// No progress and no summary on stderr; errors still show
    #[arg(short, long, global = true)]
    quiet: bool,
    /// The user's own places, as `pipeline gazetteer import` writes them
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "PIPELINE_GAZETTEER",
        default_value = gazetteer::DEFAULT,
        hide_env_values = true
    )]
    gazetteer: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Ingest(ingest::Args),
    Extract(extract::Args),
    Load(load::Args),
    Link(link::Args),
    Reextract(reextract::Args),
    Migrate(migrate::Args),
    Check(check::Args),
    Export(export::Args),
    Explain(explain::Args),
    Review(review::Args),
    Correct(correct::Args),
    Merge(merge::Args),
    Split(split::Args),
    Undo(undo::Args),
    Eval(eval::Args),
    Gazetteer(gazetteer::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // help and version are data on stdout; where nobody reads them there is nobody to tell
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    match run(cli) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "pipeline: {}", one_line(&error));
            ExitCode::from(3)
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let quiet = cli.quiet;
    let reads = matches!(
        cli.command,
        Command::Ingest(_)
            | Command::Load(_)
            | Command::Extract(_)
            | Command::Eval(_)
            | Command::Explain(_)
            | Command::Reextract(_)
    );
    if reads {
        gazetteer::install(&cli.gazetteer)?;
    }
    match cli.command {
        Command::Gazetteer(args) => gazetteer::run(args, &cli.gazetteer, quiet),
        Command::Ingest(args) => ingest::run(args, quiet),
        Command::Load(args) => load::run(args, quiet),
        Command::Link(args) => link::run(args, quiet),
        Command::Reextract(args) => reextract::run(args, quiet),
        Command::Migrate(args) => migrate::run(args, quiet),
        Command::Check(args) => check::run(args, quiet),
        Command::Extract(args) => extract::run(args, quiet),
        Command::Review(args) => review::run(args, quiet),
        Command::Correct(args) => correct::run(args, quiet),
        Command::Merge(args) => merge::run(args, quiet),
        Command::Split(args) => split::run(args, quiet),
        Command::Undo(args) => undo::run(args, quiet),
        Command::Eval(args) => eval::run(args, quiet),
        Command::Explain(args) => explain::run(args, quiet),
        Command::Export(args) => export::run(args, quiet),
        Command::Completions(args) => completions::run(args, quiet),
        Command::Man(args) => man::run(args, quiet),
    }
}

/// A usage error that the parser cannot see.
fn usage(reason: &str) -> ExitCode {
    let _ = command().error(clap::error::ErrorKind::ValueValidation, reason).print();
    ExitCode::from(2)
}

/// The whole command line, for completions and man pages.
fn command() -> clap::Command {
    Cli::command()
}

/// The error with its causes; a cause that the error itself tells already is not told again.
fn one_line(error: &anyhow::Error) -> String {
    let mut line = String::new();
    for cause in error.chain().map(|cause| cause.to_string().replace('\n', " ")) {
        if line.is_empty() {
            line = cause;
        } else if !line.contains(&cause) {
            line = format!("{line}: {cause}");
        }
    }
    line
}

/// True where the reader of stdout went away, which ends the work but is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_each_command_shows_an_example() {
        let command = command();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let example = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(example.contains("Example"), "{} shows no example", sub.get_name());
            assert!(example.contains(&format!("pipeline {}", sub.get_name())), "{}", sub.get_name());
        }
    }
}
