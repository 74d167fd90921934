//! Arguments that several commands share.
//!
//! Enters: words of the command line. Leaves: checked values; what is wrong is a usage error before anything is read.
//! Example: `--published 2024-02-05 --format wiki -j 4`.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::read::{self, Options};
use crate::vocabulary::Format;

/// Which database.
#[derive(Clone, Debug, clap::Args)]
pub struct Database {
    /// The database file
    #[arg(long, value_name = "FILE", env = "PIPELINE_DB", default_value = "incidents.db", hide_env_values = true)]
    pub db: PathBuf,
}

/// What the caller knows better than the input.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Known {
    /// Read every input as this, whatever it looks like
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    format: Option<Format>,
    /// Publication date of every article: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = published)]
    published: Option<String>,
}

impl Known {
    /// What the reader is told.
    pub fn options(&self) -> Options {
        Options { format: self.format, published: self.published.clone() }
    }
}

/// How articles are to be read.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Reading {
    #[command(flatten)]
    known: Known,
    /// Articles read at the same time [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl Reading {
    /// What the reader is told.
    pub fn options(&self) -> Options {
        self.known.options()
    }

    /// Threads; 0 is one a core.
    pub fn threads(&self) -> usize {
        self.jobs.map_or(0, usize::from)
    }
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.code())).try_map(|code| Format::from_str(&code))
}

fn published(given: &str) -> Result<String, String> {
    read::published(given).ok_or_else(|| "is no date; write YYYY, YYYY-MM or YYYY-MM-DD".to_owned())
}
