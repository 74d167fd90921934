//! `pipeline export`: tables as CSV or JSON lines.
//!
//! Enters: names of tables; none is all of them. Leaves: a file a table in a folder, or one table on stdout.
//! Example: `pipeline export incident_summary --out - | head`.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::ErrorKind;

use super::arguments::Database;
use super::articles::counted;
use super::progress;
use crate::export::{self, CONVENTIONS, Kind, TABLES, convention};
use crate::store::Store;

/// Write tables as CSV or JSON lines, with a description of every column
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline export --out csv\n  pipeline export incident_summary --excel --out for-excel\n  \
                        pipeline export casualties --out - | head\n  \
                        pipeline export incident_summary --convention gtd --out -"
)]
pub struct Args {
    /// Tables and views; none is all of them
    #[arg(value_name = "TABLE", value_parser = names(), hide_possible_values = true)]
    tables: Vec<String>,
    #[command(flatten)]
    database: Database,
    /// Folder to write into; '-' is one table on stdout
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// What is written
    #[arg(long, value_enum, default_value_t = Ending::Csv)]
    format: Ending,
    /// CSV for spreadsheets: byte order mark and CRLF
    #[arg(long)]
    excel: bool,
    /// How totals are counted: `incident_summary` and the views that add it up follow [default: stated]
    #[arg(long, value_name = "C", value_parser = PossibleValuesParser::new(CONVENTIONS))]
    convention: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Ending {
    Csv,
    Jsonl,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(TABLES.iter().map(|table| PossibleValue::new(table.name)))
}

/// Writes the tables.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { tables: named, database, out: folder, format, excel, convention: chosen } = args;
    let kind = match format {
        Ending::Csv => Kind::Csv { excel },
        Ending::Jsonl if excel => return Ok(usage("--excel goes with --format csv")),
        Ending::Jsonl => Kind::Jsonl,
    };
    let tables = convention::tables(&named, chosen.as_deref());
    let open = || -> anyhow::Result<Store> {
        let store = Store::read(&database.db)?;
        if let Some(chosen) = chosen.as_deref().filter(|chosen| *chosen != CONVENTIONS[0]) {
            convention::adopt(store.connection(), chosen)?;
        }
        Ok(store)
    };
    if folder.as_os_str() == "-" {
        let [table] = tables.as_slice() else {
            return Ok(usage("--out - takes one table; name it, or give a folder"));
        };
        let store = open()?;
        let mut out = BufWriter::new(io::stdout().lock());
        export::table(store.connection(), table, kind, &mut out, Path::new("stdout"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let store = open()?;
    let written = export::folder(store.connection(), &tables, kind, &folder)?;
    let rows = written.iter().map(|file| usize::try_from(file.rows).unwrap_or(usize::MAX)).sum();
    let summary = format!("{} with {} in {}", counted(written.len(), "file"), counted(rows, "row"), folder.display());
    progress::say(quiet, &summary);
    Ok(ExitCode::SUCCESS)
}

/// A usage error that the parser cannot see.
fn usage(reason: &str) -> ExitCode {
    let mut command = super::command();
    let _ = command.error(ErrorKind::ArgumentConflict, reason).print();
    ExitCode::from(2)
}
