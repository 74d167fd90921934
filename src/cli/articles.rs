//! Inputs through the pure stages, several at a time.
//!
//! Enters: paths. Leaves: one `Extraction` an article in the order of the input, an unreadable one with its `error`.
//! Example: `each(&["news.jsonl".into()], &reading, quiet, |extraction| write(extraction))`.
//!
//! A batch is read, worked through by all threads, and handed on before the next is read: memory is bounded by the
//! batch, and the result does not depend on the number of threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use anyhow::Context;
use rayon::prelude::*;

use super::arguments::Reading;
use super::progress::Progress;
use crate::extract::{extract, extractor};
use crate::read::{Refusal, Source, Sources};
use crate::resolve::mention::{Extraction, ReadFailure};
use crate::vocabulary::Format;

/// Articles a thread takes from one batch.
const SHARE: usize = 16;

/// What became of the inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles read.
    pub articles: usize,
    /// Of these, those that tell of an incident.
    pub relevant: usize,
    /// Incidents told of.
    pub mentions: usize,
    /// Inputs that are no article.
    pub refused: usize,
    /// Files in folders that were passed over.
    pub skipped: usize,
}

impl Tally {
    /// One line for people.
    pub fn summary(&self) -> String {
        let told = counted(self.mentions, "account");
        let mut parts =
            vec![format!("{}, {} of them on attacks, {told}", counted(self.articles, "article"), self.relevant)];
        if self.refused > 0 {
            parts.push(format!("{} refused", counted(self.refused, "input")));
        }
        if self.skipped > 0 {
            parts.push(format!("{} of other kinds passed over", counted(self.skipped, "file")));
        }
        parts.join("; ")
    }
}

/// `1 file`, `2 files`.
pub fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Reads `paths` and hands each article to `take`, in order. Refusals and remarks are shown on stderr as they come.
pub fn each(
    paths: &[PathBuf],
    reading: &Reading,
    quiet: bool,
    mut take: impl FnMut(Extraction) -> anyhow::Result<()>,
) -> anyhow::Result<Tally> {
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(reading.threads()).build().context("cannot start threads")?;
    let size = SHARE * pool.current_num_threads();
    let mut sources = Sources::new(paths.iter().cloned(), reading.options());
    let mut progress = Progress::new(quiet);
    let mut tally = Tally::default();
    loop {
        let batch: Vec<Result<Source, Refusal>> = sources.by_ref().take(size).collect();
        for remark in sources.take_remarks() {
            progress.remark(&remark);
        }
        if batch.is_empty() {
            break;
        }
        let read: Vec<Extraction> = pool.install(|| batch.into_par_iter().map(of).collect());
        for extraction in read {
            if let Some(error) = &extraction.error {
                tally.refused += 1;
                progress.remark(&format!("refused: {}", error.message));
            } else {
                tally.articles += 1;
                tally.relevant += usize::from(extraction.relevant);
                tally.mentions += extraction.incidents.len();
            }
            take(extraction)?;
            progress.step();
        }
    }
    tally.skipped = sources.skipped();
    progress.end();
    Ok(tally)
}

/// One article's extraction, or its refusal in the same shape.
pub fn of(read: Result<Source, Refusal>) -> Extraction {
    match read {
        // a fault of the program in one article must not cost the others
        Ok(source) => catch_unwind(AssertUnwindSafe(|| extract(&source))).unwrap_or_else(|_| {
            let reason = "the extractor failed on this article; please report it with its text";
            unreadable(&Refusal::new(&source.id, &source.uri, "internal", reason))
        }),
        Err(refusal) => unreadable(&refusal),
    }
}

/// The line that stands for an input that is no article.
pub fn unreadable(refusal: &Refusal) -> Extraction {
    Extraction {
        id: refusal.id.clone(),
        sha256: String::new(),
        uri: refusal.uri.clone(),
        format: Format::Text,
        title: None,
        publisher: None,
        published: None,
        language: "und".to_owned(),
        text: String::new(),
        relevant: false,
        reason: Some("unreadable".to_owned()),
        extractor: extractor(),
        incidents: Vec::new(),
        relations: Vec::new(),
        error: Some(ReadFailure { code: refusal.code.to_owned(), message: refusal.message() }),
    }
}
