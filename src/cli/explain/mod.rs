//! `pipeline explain`: every span, rule and decision behind an incident, or behind what a file would give.
//!
//! Enters: an incident's uid, or a file. Leaves: plain text on stdout, and a page of HTML where one is asked for.
//! Example: `pipeline explain 2023-12-12-daraban --html daraban.html`.

mod account;
mod arithmetic;
mod counting;
mod html;
mod passage;
mod plain;
mod rows;
mod stored;
mod words;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::builder::PossibleValuesParser;

use super::arguments::{Database, Known};
use super::articles;
use crate::export::CONVENTIONS;
use crate::read::Sources;
use crate::resolve::mention::Extraction;
use crate::store::Store;

/// Show the words, rules and decisions behind an incident or a file
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline explain 2023-12-12-daraban\n  pipeline explain 2023-12-12-daraban --convention gtd\n  pipeline explain article.txt --html article.html"
)]
pub struct Args {
    /// The uid of an incident, or a file to read on the fly
    #[arg(value_name = "INCIDENT|FILE")]
    subject: PathBuf,
    #[command(flatten)]
    database: Database,
    /// How the numbers of an incident are counted
    #[arg(long, value_name = "C", value_parser = PossibleValuesParser::new(CONVENTIONS), default_value = CONVENTIONS[0])]
    convention: String,
    #[command(flatten)]
    known: Known,
    /// Write a page of HTML too
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// All that there is to say about one subject.
pub(super) struct Explanation {
    /// The incident, or the file.
    pub title: String,
    /// What the incident comes to, as name and value; empty for a file.
    pub values: Vec<(String, String)>,
    /// How its totals come from those of its accounts.
    pub totals: Vec<String>,
    /// Its accounts, article by article.
    pub articles: Vec<Told>,
    /// Why accounts were joined or kept apart.
    pub links: Vec<String>,
}

/// An article with those of its accounts that matter here.
pub(super) struct Told {
    /// Outlet, headline, date.
    pub heading: String,
    /// The stored text, where the article could be read.
    pub text: String,
    /// Its headline, which the text begins with.
    pub title: Option<String>,
    /// Why it is not relevant or was not read.
    pub remark: Option<String>,
    /// What it says, an entry an incident.
    pub accounts: Vec<account::Account>,
}

/// Explains the subject.
pub fn run(args: Args, _quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { subject, database, convention, known, html } = args;
    let (explanation, refused) = if subject.exists() {
        of_file(&subject, &known)
    } else {
        let uid = subject.to_string_lossy();
        if !database.db.exists() {
            bail!("{uid}: is no file, and there is no database {} to look in", database.db.display());
        }
        let store = Store::read(&database.db)?;
        match stored::incident(store.connection(), &uid, &convention)
            .with_context(|| database.db.display().to_string())?
        {
            Some(explanation) => (explanation, false),
            None => bail!("{uid}: is no file and no incident of {}", database.db.display()),
        }
    };
    if let Some(path) = html {
        fs::write(&path, html::page(&explanation)).with_context(|| path.display().to_string())?;
    }
    io::stdout().lock().write_all(plain::page(&explanation).as_bytes())?;
    Ok(ExitCode::from(u8::from(refused)))
}

/// Reads the articles of `path` and explains what each says; true where one was refused.
fn of_file(path: &PathBuf, known: &Known) -> (Explanation, bool) {
    let read: Vec<Extraction> = Sources::new([path], known.options()).map(articles::of).collect();
    let refused = read.iter().any(|extraction| extraction.error.is_some());
    let told = read.into_iter().map(told).collect();
    let title = path.display().to_string();
    (Explanation { title, values: Vec::new(), totals: Vec::new(), articles: told, links: Vec::new() }, refused)
}

/// An extraction in the shape that both kinds of subject share.
fn told(extraction: Extraction) -> Told {
    let known = [extraction.publisher.clone(), extraction.title.clone(), extraction.published.clone()];
    let mut heading: Vec<String> = vec![extraction.id.clone()];
    heading.extend(known.into_iter().flatten());
    Told {
        heading: heading.join(" · "),
        remark: extraction.error.map(|error| error.message).or(extraction.reason),
        accounts: extraction.incidents.iter().map(account::account).collect(),
        text: extraction.text,
        title: extraction.title,
    }
}
