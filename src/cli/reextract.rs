//! `pipeline reextract`: what would the present program read in the stored texts?
//!
//! Enters: a database. Leaves: one CSV line on stdout for each cell that would change, in articles, accounts, figures and
//! incidents; the database changes only where that is accepted.
//! Example: `pipeline reextract --db incidents.db > changes.csv`, then `pipeline reextract --db incidents.db --accept`.

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Context;
use rayon::prelude::*;

use super::arguments::Database;
use super::progress::{self, Progress};
use super::{articles, database, ingest};
use crate::export::cell;
use crate::extract::extractor;
use crate::store::{Cells, Changed, Incoming, Store, Tally, changes};

/// Articles a thread takes from one batch.
const SHARE: usize = 64;
/// What every line says.
const HEADER: [&str; 6] = ["article", "table", "row", "column", "old", "new"];

/// Read the stored texts again and show what changes, cell by cell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline reextract > changes.csv\n  pipeline reextract --accept > changes.csv\n\nDecisions stand \
                        through it: merges, splits and corrections are applied to the new reading as to the old."
)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    /// Keep the new reading; without it, it is only shown (on a terminal the program asks)
    #[arg(long)]
    accept: bool,
    /// Read every stored article, not only those that an older program read
    #[arg(long)]
    all: bool,
    /// Articles read at the same time [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

/// Reads again, shows, and keeps or takes back.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { database: Database { db }, accept, all, jobs } = args;
    let threads = jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("cannot start threads")?;
    let mut store = Store::existing(&db)?;
    store.rehearse()?;
    let run = store.begin("reextract", &extractor(), &database::now())?;
    let before = store.cells_of_incidents()?;
    let mut out = Lines::new(io::stdout().lock())?;
    let tally = articles_again(&mut store, run, &pool, all, quiet, &mut out)?;
    let relinked = store.relink()?;
    out.incidents(&before, &store.cells_of_incidents()?)?;
    store.finish(run, tally, relinked.incidents, &database::now())?;
    let (cells, changed) = out.end()?;
    let read = articles::counted(tally.updated, "article");
    progress::say(
        quiet,
        &format!("{read} read again; {} in {changed} of them", articles::counted(cells, "changed cell")),
    );
    if tally.updated > 0 && (accept || asked(quiet)?) {
        store.keep()?;
        progress::say(quiet, &format!("kept; {}", database::incidents(relinked)));
    } else {
        store.discard()?;
        if tally.updated > 0 {
            progress::say(quiet, "nothing was changed; --accept keeps the new reading");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks, where a person sits at both ends.
fn asked(quiet: bool) -> anyhow::Result<bool> {
    if quiet || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(false);
    }
    write!(io::stderr(), "Keep the new reading? [y/N] ")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

fn articles_again(
    store: &mut Store,
    run: i64,
    pool: &rayon::ThreadPool,
    all: bool,
    quiet: bool,
    out: &mut Lines<impl Write>,
) -> anyhow::Result<Tally> {
    let present = extractor();
    let size = SHARE * pool.current_num_threads();
    let mut progress = Progress::new(quiet);
    let (mut tally, mut after) = (Tally::default(), 0);
    loop {
        let stored = if all { store.stored(after, size)? } else { store.stale(&present, after, size)? };
        let Some((last, _)) = stored.last() else { break };
        after = *last;
        let names: Vec<(i64, String)> = stored.iter().map(|(id, source)| (*id, source.id.clone())).collect();
        let batch: Vec<Incoming> = pool.install(|| stored.into_par_iter().map(ingest::again).collect());
        let before = names.iter().map(|(id, _)| store.cells_of_article(*id)).collect::<Result<Vec<_>, _>>()?;
        let (written, refusals) = store.write(run, &database::now(), &batch)?;
        for line in refusals {
            progress.remark(&format!("refused: {line}"));
        }
        for ((id, name), before) in names.iter().zip(before) {
            out.article(name, &before, &store.cells_of_article(*id)?)?;
            progress.step();
        }
        tally += written;
    }
    progress.end();
    Ok(tally)
}

/// The lines of changes.
struct Lines<W: Write> {
    writer: csv::Writer<W>,
    cells: usize,
    articles: usize,
}

impl<W: Write> Lines<W> {
    fn new(out: W) -> anyhow::Result<Self> {
        let mut writer = csv::WriterBuilder::new().from_writer(out);
        writer.write_record(HEADER)?;
        Ok(Self { writer, cells: 0, articles: 0 })
    }

    fn article(&mut self, name: &str, before: &Cells, after: &Cells) -> anyhow::Result<()> {
        let changed = changes(before, after);
        self.articles += usize::from(!changed.is_empty());
        self.cells += changed.len();
        self.write(name, changed)
    }

    fn incidents(&mut self, before: &Cells, after: &Cells) -> anyhow::Result<()> {
        self.write("", changes(before, after))
    }

    fn write(&mut self, article: &str, changed: Vec<Changed>) -> anyhow::Result<()> {
        for Changed { table, row, column, old, new } in changed {
            let texts = [article, table, &row, &column, old.as_deref().unwrap_or(""), new.as_deref().unwrap_or("")];
            self.writer.write_record(texts.map(|text| cell::text(text).into_owned()))?;
        }
        Ok(())
    }

    /// How many cells changed in how many articles.
    fn end(mut self) -> anyhow::Result<(usize, usize)> {
        self.writer.flush()?;
        Ok((self.cells, self.articles))
    }
}
