//! `pipeline ingest`: articles in, incidents in the database.
//!
//! Enters: paths, or stdin. Leaves: rows; a summary on stderr. An article met before is not read again, even where an older
//! extractor read it: `pipeline reextract` shows first what would change.
//! Example: `pipeline ingest --db incidents.db articles/`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use rayon::prelude::*;

use super::arguments::{Database, Reading};
use super::progress::Progress;
use super::{articles, database, progress};
use crate::extract::extractor;
use crate::read::{Refusal, Source, Sources};
use crate::resolve::mention::Extraction;
use crate::store::{Incoming, Store, Tally};

/// Articles a thread takes from one batch.
const SHARE: usize = 64;

/// Read articles into the database and link them into incidents
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline ingest articles/\n  pipeline ingest --db attacks.db --published 2024-02-05 article.txt\n  \
                        zcat news.jsonl.gz | pipeline ingest -"
)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    reading: Reading,
    /// Files and folders; '-' is stdin
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
}

/// Extracts, loads and links.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(args.reading.threads()).build().context("cannot start threads")?;
    let size = SHARE * pool.current_num_threads();
    let mut store = Store::open(&args.database.db)?;
    let run = store.begin("ingest", &extractor(), &database::now())?;
    let mut progress = Progress::new(quiet);
    let mut tally = Tally::default();
    let mut sources = Sources::new(args.paths, args.reading.options());
    loop {
        let read: Vec<Result<Source, Refusal>> = sources.by_ref().take(size).collect();
        for remark in sources.take_remarks() {
            progress.remark(&remark);
        }
        if read.is_empty() {
            break;
        }
        let mut sorted = Vec::with_capacity(read.len());
        for source in read {
            sorted.push(known(&store, source)?);
        }
        let batch: Vec<Incoming> = pool.install(|| sorted.into_par_iter().map(Sorted::incoming).collect());
        write(&mut store, run, &batch, &mut tally, &mut progress)?;
    }
    progress.end();
    let skipped = sources.skipped();
    if skipped > 0 {
        progress::say(quiet, &format!("{} of other kinds passed over", articles::counted(skipped, "file")));
    }
    let code = database::close(&mut store, run, tally, quiet)?;
    let stale = store.count_stale(&extractor())?;
    if stale > 0 {
        let stale = articles::counted(stale, "article");
        progress::say(
            quiet,
            &format!("{stale} read by an older extractor; `pipeline reextract` shows what would change"),
        );
    }
    Ok(code)
}

/// An input before the costly part.
enum Sorted {
    Ready(Incoming),
    ToRead(Box<Source>),
}

impl Sorted {
    fn incoming(self) -> Incoming {
        match self {
            Self::Ready(incoming) => incoming,
            Self::ToRead(source) => incoming(articles::of(Ok(*source))),
        }
    }
}

/// Leaves out what need not be read again.
fn known(store: &Store, read: Result<Source, Refusal>) -> anyhow::Result<Sorted> {
    let source = match read {
        Ok(source) => source,
        Err(refusal) => return Ok(Sorted::Ready(incoming(articles::unreadable(&refusal)))),
    };
    Ok(match store.known(&source.sha256, source.published.as_deref())? {
        Some(known) => Sorted::Ready(Incoming::Known { article: known.id, source_id: source.id, uri: source.uri }),
        None => Sorted::ToRead(Box::new(source)),
    })
}

fn incoming(extraction: Extraction) -> Incoming {
    match extraction.error {
        Some(error) if extraction.text.is_empty() => Incoming::Refused {
            source_id: extraction.id,
            uri: extraction.uri,
            code: error.code,
            message: error.message,
        },
        _ => Incoming::Read(Box::new(extraction)),
    }
}

/// A stored article, read again from its stored text.
pub fn again((article, source): (i64, Source)) -> Incoming {
    match incoming(articles::of(Ok(source))) {
        Incoming::Read(extraction) => Incoming::Reread { article, extraction },
        refused => refused,
    }
}

fn write(
    store: &mut Store,
    run: i64,
    batch: &[Incoming],
    tally: &mut Tally,
    progress: &mut Progress,
) -> anyhow::Result<()> {
    let (written, refusals) = store.write(run, &database::now(), batch)?;
    for line in refusals {
        progress.remark(&format!("refused: {line}"));
    }
    for _ in batch {
        progress.step();
    }
    *tally += written;
    Ok(())
}
