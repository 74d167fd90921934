//! `pipeline gazetteer`: the user's own places.
//!
//! Enters: a dump of `GeoNames`. Leaves: a table of places that every command which reads articles takes into account.
//! Example: `pipeline gazetteer import PK.txt`, and hamlets of Pakistan are found from then on.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::articles::counted;
use super::progress;
use crate::export::whole::Whole;
use crate::reference::geonames::Dump;
use crate::reference::own::{self, Row, TABLE};

/// Where the table lies unless another is named.
pub const DEFAULT: &str = "gazetteer.tsv";

/// Add places of your own to those that the program knows
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline gazetteer import PK.txt\n  unzip -p PK.zip PK.txt | pipeline gazetteer import -\n  \
                        pipeline gazetteer import cities.txt --gazetteer sahel.tsv"
)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Read a dump from geonames.org; places met before are brought up to date
    Import {
        /// The dump, unpacked (download.geonames.org/export/dump); '-' is stdin
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Imports a dump into the table at `table`. Returns 1 where lines were refused.
pub fn run(args: Args, table: &Path, quiet: bool) -> anyhow::Result<ExitCode> {
    let Action::Import { file } = args.action;
    let mut dump = Dump::default();
    let name = file.display().to_string();
    let input: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(&file).with_context(|| name.clone())?))
    };
    for line in input.split(b'\n') {
        let line = line.with_context(|| name.clone())?;
        dump.take(String::from_utf8_lossy(&line).trim_end_matches('\r'));
    }
    let (other, wrong) = (dump.other, dump.wrong);
    let rows = dump.rows();
    if rows.is_empty() {
        bail!("{name}: holds no place; a dump of GeoNames has 19 columns between tabs");
    }
    let mut all: BTreeMap<u64, Row> = read(table)?.into_iter().map(|row| (row.id, row)).collect();
    let before = all.len();
    let read = rows.len();
    all.extend(rows.into_iter().map(|row| (row.id, row)));
    let mut out = Whole::create(table)?;
    writeln!(out, "{TABLE}")?;
    for row in all.values() {
        writeln!(out, "{}", row.line())?;
    }
    out.keep()?;
    let places = format!("{} read, {} new", counted(read, "place"), all.len() - before);
    let left = format!("{} left out, {wrong} refused", counted(other, "other line"));
    progress::say(quiet, &format!("{}: {places}; {left}; {} in all", table.display(), counted(all.len(), "place")));
    Ok(ExitCode::from(u8::from(wrong > 0)))
}

/// Takes the table into use, where there is one. One that was asked for by name must be there.
pub fn install(table: &Path) -> anyhow::Result<()> {
    match text(table)? {
        Some(text) => own::install(&text).map(|_| ()).with_context(|| table.display().to_string()),
        None if table == Path::new(DEFAULT) => Ok(()),
        None => bail!("{}: there is no such table of places", table.display()),
    }
}

fn read(table: &Path) -> anyhow::Result<Vec<Row>> {
    match text(table)? {
        Some(text) => own::rows(&text).with_context(|| table.display().to_string()),
        None => Ok(Vec::new()),
    }
}

/// The table's text; none where there is no such file.
fn text(table: &Path) -> anyhow::Result<Option<String>> {
    match std::fs::read_to_string(table) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| table.display().to_string()),
    }
}
