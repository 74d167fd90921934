//! `pipeline extract`: articles in, JSON lines out; no database is touched.
//!
//! Enters: paths, or stdin. Leaves: one line an article on stdout, in the order of the input.
//! Example: `pipeline extract --published 2024-02-05 article.txt`.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::arguments::Reading;
use super::{articles, progress};

/// Read articles and print what they say, one JSON line each
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline extract article.txt\n  pipeline extract -j 4 articles/ news.jsonl > mentions.jsonl\n  \
                        curl -s https://example.org/news.jsonl | pipeline extract -"
)]
pub struct Args {
    #[command(flatten)]
    reading: Reading,
    /// Files and folders; '-' is stdin, and so is none
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Prints one line an article.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths };
    let mut out = BufWriter::new(io::stdout().lock());
    let tally = articles::each(&paths, &args.reading, quiet, |extraction| {
        serde_json::to_writer(&mut out, &extraction)?;
        out.write_all(b"\n")?;
        Ok(())
    })?;
    out.flush()?;
    progress::say(quiet, &tally.summary());
    Ok(ExitCode::from(u8::from(tally.refused > 0)))
}
