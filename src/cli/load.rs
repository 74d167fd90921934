//! `pipeline load`: what `extract` printed becomes rows; then links.
//!
//! Enters: JSON lines. Leaves: rows; a summary on stderr. A line that does not keep the contract is refused by number.
//! Example: `pipeline extract articles/ | pipeline load --db incidents.db`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use super::arguments::Database;
use super::database;
use super::progress::Progress;
use crate::extract::extractor;
use crate::resolve::mention::Extraction;
use crate::store::{Incoming, Store, Tally};

/// Lines written in one transaction.
const BATCH: usize = 256;
/// Longest line, in bytes: an article with all that is said of it.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Load what `extract` printed into the database and link it into incidents
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline load mentions.jsonl\n  pipeline extract articles/ | pipeline load --db attacks.db"
)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    /// Files of JSON lines; '-' is stdin, and so is none
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Loads and links.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let files = if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files };
    let mut store = Store::open(&args.database.db)?;
    let run = store.begin("load", &extractor(), &database::now())?;
    let mut progress = Progress::new(quiet);
    let mut tally = Tally::default();
    let mut batch = Vec::with_capacity(BATCH);
    for file in &files {
        let name = if file.as_os_str() == "-" { "stdin".to_owned() } else { file.to_string_lossy().into_owned() };
        let mut reader = match open(file) {
            Ok(reader) => reader,
            Err(error) => {
                batch.push(refused(&name, &name, "io", &error.to_string()));
                continue;
            }
        };
        for number in 1.. {
            let mut line = Vec::new();
            let length = (&mut reader).take(LONGEST).read_until(b'\n', &mut line);
            if length.with_context(|| format!("cannot read {name}"))? == 0 {
                break;
            }
            if !line.trim_ascii().is_empty() {
                batch.push(incoming(&line, &format!("{name}:{number}")));
            }
            if batch.len() == BATCH {
                write(&mut store, run, &mut batch, &mut tally, &mut progress)?;
            }
        }
    }
    write(&mut store, run, &mut batch, &mut tally, &mut progress)?;
    progress.end();
    database::close(&mut store, run, tally, quiet)
}

fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    if file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::new(File::open(file)?)))
}

fn incoming(line: &[u8], at: &str) -> Incoming {
    match serde_json::from_slice::<Extraction>(line) {
        Ok(extraction) => Incoming::Read(Box::new(extraction)),
        Err(error) => refused(at, at, "not_json", &format!("is no line of `extract`: {error}")),
    }
}

fn refused(source_id: &str, uri: &str, code: &str, reason: &str) -> Incoming {
    Incoming::Refused {
        source_id: source_id.to_owned(),
        uri: uri.to_owned(),
        code: code.to_owned(),
        message: format!("{uri}: {reason}"),
    }
}

fn write(
    store: &mut Store,
    run: i64,
    batch: &mut Vec<Incoming>,
    tally: &mut Tally,
    progress: &mut Progress,
) -> anyhow::Result<()> {
    let (written, refusals) = store.write(run, &database::now(), batch)?;
    for line in refusals {
        progress.remark(&format!("refused: {line}"));
    }
    for _ in batch.drain(..) {
        progress.step();
    }
    *tally += written;
    Ok(())
}
