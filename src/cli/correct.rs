//! `pipeline correct`: the analyst's word on a cell, for good.
//!
//! Enters: an incident with fields and values, or an edited export. Leaves: decisions of the log; on stdout a line a
//! correction: uid, field, what stood there, what stands there now.
//! Example: `pipeline correct 2023-12-12-daraban place Draban --why "as the district office spells it"`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::arguments::Database;
use super::articles::counted;
use super::decider::{By, reason};
use super::{progress, sheet, usage};
use crate::store::field::{FIELDS, Field};
use crate::store::{Asked, Corrected, Refused, Ruling, Store};

/// Correct values of an incident, for good
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pipeline correct 2023-12-12-daraban killed_best 24 --why \"the hospital's list\"\n  \
                  pipeline correct 2023-12-12-daraban place Draban coordinates 31.73,70.33 --why \"the district office\"\n  \
                  pipeline correct 2023-12-12-daraban site \"\" --why \"nobody knows\"\n  \
                  pipeline export incident_summary --out sheets && pipeline correct --from sheets/incident_summary.csv --dry-run\n\n\
                  Fields: title, date (YYYY-MM-DD, YYYY-MM, YYYY, or a range with /), country, admin1, admin2, place, site,\n\
                  coordinates (or latitude, longitude), place_precision, attack_type, attack_types, suicide, outcome,\n\
                  claim_status, and killed, injured, perpetrators_killed with _low, _best or _high.\n\
                  An empty value is \"unknown\". `pipeline undo` takes a correction back."
)]
pub struct Args {
    /// The incident
    #[arg(value_name = "UID", required_unless_present = "from", conflicts_with = "from")]
    uid: Option<String>,
    /// Fields, each with its value
    #[arg(value_name = "FIELD VALUE", required_unless_present = "from", allow_negative_numbers = true)]
    changes: Vec<String>,
    /// An export of `incident_summary` with edited cells, as CSV: exactly the changed cells are corrected; '-' is stdin
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// The reason, for the log [with --from: "edited in FILE"]
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    why: Option<String>,
    /// Only show what would be corrected
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

/// Corrects.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { uid, changes, from, why, dry_run, by, database } = args;
    if let Some(file) = from {
        let why = why.unwrap_or_else(|| format!("edited in {}", file.display()));
        return edited(&file, &database.db, &by.ruling(Some(why))?, dry_run, quiet);
    }
    let Some(why) = why else { return Ok(usage("a correction needs a reason: --why TEXT")) };
    let mut pairs = Vec::new();
    for pair in changes.chunks(2) {
        let Some(field) = Field::named(&pair[0]) else {
            let names: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
            return Ok(usage(&format!("{:?} cannot be corrected; what can is {}", pair[0], names.join(", "))));
        };
        let Some(value) = pair.get(1) else {
            return Ok(usage(&format!("{} has no value; \"\" is unknown", field.name)));
        };
        pairs.push((field, value.clone()));
    }
    let ruling = by.ruling(Some(why))?;
    let mut store = Store::existing(&database.db)?;
    let asked = Asked { uid: uid.unwrap_or_default(), changes: pairs };
    for done in store.correct(&[asked], &ruling, dry_run)? {
        match done {
            Ok(corrected) => {
                show(&corrected)?;
                remarks(&corrected, quiet);
                say(&corrected, dry_run, quiet);
            }
            Err(Refused::Value(_, reason)) => return Ok(usage(&reason)),
            Err(Refused::Unknown(uid)) => anyhow::bail!("{uid}: no incident of {}", database.db.display()),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Applies the changed cells of an export; 1 where some were refused.
fn edited(file: &Path, db: &Path, ruling: &Ruling, dry: bool, quiet: bool) -> anyhow::Result<ExitCode> {
    let mut store = Store::existing(db)?;
    let edits = sheet::read(file, &store)?;
    let mut refused = edits.refused;
    let asked: Vec<Asked> = edits.rows.iter().map(|row| row.asked.clone()).collect();
    let mut corrected = Vec::new();
    for (row, done) in edits.rows.iter().zip(store.correct(&asked, ruling, dry)?) {
        match done {
            Ok(done) => corrected.extend(done),
            Err(Refused::Value(field, reason)) => refused.push(row.refusal(field, &reason)),
            Err(Refused::Unknown(uid)) => refused.push(row.refusal("uid", &format!("no incident is called {uid:?}"))),
        }
    }
    show(&corrected)?;
    refused.sort_by_key(|refusal| refusal.line);
    for refusal in &refused {
        progress::say(
            quiet,
            &format!("refused: {}:{}: {}: {}", file.display(), refusal.line, refusal.column, refusal.reason),
        );
    }
    say(&corrected, dry, quiet);
    if !refused.is_empty() {
        progress::say(quiet, &format!("{} refused", counted(refused.len(), "cell")));
    }
    Ok(ExitCode::from(u8::from(!refused.is_empty())))
}

fn show(corrected: &[Corrected]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for one in corrected {
        let cell = |value: &Option<String>| value.clone().unwrap_or_default().replace(['\t', '\n', '\r'], " ");
        writeln!(out, "{}\t{}\t{}\t{}", one.uid, one.field, cell(&one.old), cell(&one.new))?;
    }
    out.flush()
}

/// A place that moved while its coordinates stayed is worth a word.
fn remarks(corrected: &[Corrected], quiet: bool) {
    let moved = corrected.iter().any(|one| one.field == "place" && one.old != one.new);
    if moved && !corrected.iter().any(|one| one.field == "coordinates") {
        progress::say(
            quiet,
            "the coordinates are still those of the former place; correct coordinates as well, or to \"\"",
        );
    }
}

fn say(corrected: &[Corrected], dry: bool, quiet: bool) {
    let numbers: Vec<String> = corrected.iter().filter_map(|one| one.decision).map(|id| id.to_string()).collect();
    let what = counted(corrected.len(), "correction");
    let line = match (dry, numbers.as_slice()) {
        (true, _) => format!("{what} to make; nothing was written"),
        (false, []) => "nothing to correct".to_owned(),
        (false, [one]) => format!("{what}: decision {one}"),
        (false, [first, .., last]) => format!("{what}: decisions {first} to {last}"),
    };
    progress::say(quiet, &line);
}
