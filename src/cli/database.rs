//! What the commands that write share: the clock, the closing link, the summary.
//!
//! Enters: an open store and a tally. Leaves: a finished run and one line on stderr.
//! Example: `12 articles new, 3 known, 1 updated, 0 refused; 9 accounts in 7 incidents`.

use std::process::ExitCode;
use std::time::SystemTime;

use super::articles::counted;
use super::progress;
use crate::store::{Relinked, Store, Tally};

/// Now, as ISO 8601 in UTC: the only place where time enters.
pub fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
    let now = SystemTime::now();
    let seconds = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let at = i64::try_from(seconds).ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    at.map_or_else(String::new, |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Links, notes how the run ended, says so. Returns 1 where inputs were refused.
pub fn close(store: &mut Store, run: i64, tally: Tally, quiet: bool) -> anyhow::Result<ExitCode> {
    let relinked = store.relink_touched()?;
    store.finish(run, tally, relinked.incidents, &now())?;
    let Tally { new, known, updated, refused } = tally;
    let articles = format!("{} new, {known} known, {updated} updated, {refused} refused", counted(new, "article"));
    progress::say(quiet, &format!("{articles}; {}", incidents(relinked)));
    Ok(ExitCode::from(u8::from(refused > 0)))
}

/// What linking came to, in words.
pub fn incidents(relinked: Relinked) -> String {
    let Relinked { accounts, incidents, maybe } = relinked;
    let review = if maybe > 0 { format!("; {} to review", counted(maybe, "pair")) } else { String::new() };
    format!("{} of {}{review}", counted(accounts, "account"), counted(incidents, "incident"))
}
