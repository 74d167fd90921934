//! `pipeline eval`: extractions against answers.
//!
//! Enters: a file of answers, and extractions or the articles to extract. Leaves: precision, recall and F1 on stdout.
//! Example: `pipeline eval gold.jsonl --articles articles.jsonl --errors wrong.jsonl`.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::error::ErrorKind;

use super::arguments::Reading;
use super::articles;
use crate::evaluate::{self, Rows};

/// Compare what was extracted with answers: precision, recall and F1 per field
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline eval gold.jsonl mentions.jsonl\n  pipeline extract news.jsonl | pipeline eval gold.jsonl -\n  \
                        pipeline eval gold.jsonl --articles news.jsonl --errors wrong.jsonl"
)]
pub struct Args {
    /// Answers: one object a line with `id` and `gold`
    gold: PathBuf,
    /// What `extract` printed; '-' is stdin
    #[arg(conflicts_with = "articles")]
    predicted: Option<PathBuf>,
    /// Extract these articles first
    #[arg(long, value_name = "FILE")]
    articles: Vec<PathBuf>,
    /// Write every wrong slot here, one JSON object a line
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Write the figures here as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// Compares and prints the table.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { gold, predicted, articles: paths, errors, json, reading } = args;
    let (predicted, refused) = match (predicted, paths.is_empty()) {
        (Some(file), _) => (rows(&file)?, 0),
        (None, false) => extracted(&paths, &reading, quiet)?,
        (None, true) => {
            let reason = "give PREDICTED, or the articles to extract with --articles";
            let _ = super::command().error(ErrorKind::MissingRequiredArgument, reason).print();
            return Ok(ExitCode::from(2));
        }
    };
    let scores = evaluate::score(&rows(&gold)?, &predicted);
    if let Some(path) = errors {
        let lines: String = scores.errors.iter().flat_map(|error| [error.to_string(), "\n".to_owned()]).collect();
        fs::write(&path, lines).with_context(|| path.display().to_string())?;
    }
    if let Some(path) = json {
        fs::write(&path, format!("{:#}\n", scores.json())).with_context(|| path.display().to_string())?;
    }
    io::stdout().lock().write_all(evaluate::report(&scores).as_bytes())?;
    Ok(ExitCode::from(u8::from(refused > 0)))
}

fn rows(path: &Path) -> anyhow::Result<Rows> {
    let name = path.display().to_string();
    let text = if name == "-" {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    };
    Ok(evaluate::rows(&text.with_context(|| name.clone())?, &name)?)
}

/// Extracts `paths`; how many inputs were refused comes with it.
fn extracted(paths: &[PathBuf], reading: &Reading, quiet: bool) -> anyhow::Result<(Rows, usize)> {
    let mut rows = Rows::default();
    let tally = articles::each(paths, reading, quiet, |extraction| {
        rows.add(serde_json::to_value(&extraction)?);
        Ok(())
    })?;
    Ok((rows, tally.refused))
}
