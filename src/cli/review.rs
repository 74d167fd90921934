//! `pipeline review`: what needs a person, the most doubtful first.
//!
//! Enters: the database, and keys where stdin and stdout are a terminal. Leaves: decisions of the log; off a terminal or
//! with `--json` the questions as JSON lines.
//! Example: `pipeline review --kind same_incident --limit 20 --json`.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::arguments::Database;
use super::decider::By;
use super::{database, progress};
use crate::store::field::Field;
use crate::store::{Asked, Item, Question, Refused, Ruling, Store};

/// Go through what needs a person
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  pipeline review\n  pipeline review --kind same_incident --limit 20 --json\n\n\
                  On a terminal each question is shown with the words of its articles, and answered by a key. Elsewhere the\n\
                  questions are printed as JSON lines; `pipeline merge`, `split` and `correct` answer them.")]
pub struct Args {
    /// Only questions of this kind; may be given several times
    #[arg(long = "kind", value_name = "KIND", value_parser = kinds())]
    kinds: Vec<Question>,
    /// At most so many questions
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// JSON lines, also on a terminal
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    database: Database,
}

fn kinds() -> impl TypedValueParser<Value = Question> {
    PossibleValuesParser::new(Question::ALL.iter().map(|kind| kind.code()))
        .try_map(|code| Question::of(&code).ok_or("is no kind of question"))
}

/// Prints the queue, or goes through it.
pub fn run(args: Args, quiet: bool) -> anyhow::Result<ExitCode> {
    let Args { kinds, limit, json, by, database } = args;
    if json || !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let mut out = io::stdout().lock();
        for item in Store::read(&database.db)?.review(&kinds, limit)? {
            serde_json::to_writer(&mut out, &item)?;
            writeln!(out)?;
        }
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut store = Store::existing(&database.db)?;
    let items = store.review(&kinds, limit)?;
    let ruling = by.ruling(None)?;
    let made = session(&mut store, &items, &ruling, &mut io::stdin().lock(), &mut io::stdout().lock())?;
    progress::say(quiet, &super::articles::counted(made, "decision"));
    Ok(ExitCode::SUCCESS)
}

/// Asks each question until somebody quits or the input ends. Returns how many decisions were made.
pub fn session(
    store: &mut Store,
    items: &[Item],
    ruling: &Ruling,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let mut made = 0;
    for (at, item) in items.iter().enumerate() {
        if is_settled(store, item) {
            continue;
        }
        write!(out, "{}", shown(item, at + 1, items.len()))?;
        loop {
            write!(out, "{} > ", keys(item))?;
            out.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                writeln!(out)?;
                return Ok(made);
            }
            let (key, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let answered = match key {
                "q" | "quit" => return Ok(made),
                "s" | "skip" | "" => break,
                _ => answer(store, item, ruling, key, rest),
            };
            match answered {
                Ok(said) => {
                    writeln!(out, "{said}")?;
                    made += 1;
                    break;
                }
                Err(reason) => writeln!(out, "{reason:#}")?,
            }
        }
    }
    Ok(made)
}

/// An earlier answer may have merged what a later question is about.
fn is_settled(store: &Store, item: &Item) -> bool {
    let Ok((one, _)) = store.incident(&item.uid) else { return true };
    item.other_uid.as_ref().is_some_and(|other| store.incident(other).is_ok_and(|(other, _)| other == one))
}

fn keys(item: &Item) -> &'static str {
    match item.question {
        Question::SameIncident => "[m]erge [WHY], keep [a]part [WHY], [c]orrect FIELD VALUE, [s]kip, [q]uit",
        Question::Correction => "[k]eep it, [d]rop it, [c]orrect FIELD VALUE, [s]kip, [q]uit",
        _ => "[c]orrect FIELD VALUE, [s]kip, [q]uit",
    }
}

fn answer(store: &mut Store, item: &Item, ruling: &Ruling, key: &str, rest: &str) -> anyhow::Result<String> {
    let why = |default: &str| {
        let why = if rest.trim().is_empty() { default } else { rest.trim() };
        Ruling { at: database::now(), why: Some(why.to_owned()), ..ruling.clone() }
    };
    match (key, item.question, &item.other_uid) {
        ("m" | "merge", Question::SameIncident, Some(other)) => {
            let done = store.merge(&[item.uid.clone(), other.clone()], &why("one incident, in review"))?;
            Ok(format!("decision {}: one incident, {}", done.decision, done.uids.join(", ")))
        }
        ("a" | "apart", Question::SameIncident, Some(other)) => {
            let done = store.keep_apart(&item.uid, other, &why("two incidents, in review"))?;
            Ok(format!("decision {}: kept apart, {}", done.decision, done.uids.join(", ")))
        }
        ("k" | "keep", Question::Correction, _) => {
            let (about, value) = standing(item)?;
            correct(store, item, about, &value, &why("kept against a newer text, in review"))
        }
        ("d" | "drop", Question::Correction, _) => {
            let column = item.about.as_deref().unwrap_or_default();
            let Some(decision) = store.correcting(&item.uid, column)? else { anyhow::bail!("it was given up already") };
            let done = store.undo(Some(decision), &why("given up for a newer text, in review"))?;
            Ok(format!("decision {}: {} ({}) is undone", done.decision, done.undone, done.what))
        }
        ("c" | "correct", ..) => {
            let (field, value) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            let value = value.trim().trim_matches('"');
            let Some(field) = Field::named(field) else {
                anyhow::bail!("{field:?} cannot be corrected; see pipeline correct --help")
            };
            let ruling = Ruling { at: database::now(), why: Some("in review".to_owned()), ..ruling.clone() };
            correct(store, item, field, value, &ruling)
        }
        _ => anyhow::bail!("{key:?} is no answer here"),
    }
}

/// The field and value of the correction that a question is about.
fn standing(item: &Item) -> anyhow::Result<(Field, String)> {
    let about = item.about.as_deref().and_then(Field::named);
    about
        .map(|field| (field, item.value.clone().unwrap_or_default()))
        .ok_or_else(|| anyhow::anyhow!("correct it by hand"))
}

fn correct(store: &mut Store, item: &Item, field: Field, value: &str, ruling: &Ruling) -> anyhow::Result<String> {
    let asked = Asked { uid: item.uid.clone(), changes: vec![(field, value.to_owned())] };
    match store.correct(&[asked], ruling, false)?.pop() {
        Some(Ok(done)) => {
            let number = done.first().and_then(|one| one.decision).unwrap_or_default();
            Ok(format!("decision {number}: {} is {}", field.name, if value.is_empty() { "unknown" } else { value }))
        }
        Some(Err(Refused::Value(_, reason))) => anyhow::bail!(reason),
        _ => anyhow::bail!("{} is no incident any more", item.uid),
    }
}

/// One question with its evidence.
fn shown(item: &Item, number: usize, of: usize) -> String {
    let known = |value: &Option<String>| {
        value.clone().filter(|value| !value.is_empty()).unwrap_or_else(|| "unknown".to_owned())
    };
    let about = item.about.clone().unwrap_or_default();
    let asked = match item.question {
        Question::SameIncident => format!(
            "Are these one?\n  {}  {}\n  {}  {}",
            item.uid,
            item.title,
            item.other_uid.clone().unwrap_or_default(),
            item.other_title.clone().unwrap_or_default()
        ),
        Question::Correction => format!(
            "{} was corrected to {}, but the accounts now say {}.\n  {}  {}",
            about,
            known(&item.value),
            known(&item.other_value),
            item.uid,
            item.title
        ),
        Question::Figures => {
            format!(
                "{} lies between {} and {}.\n  {}  {}",
                about,
                known(&item.value),
                known(&item.other_value),
                item.uid,
                item.title
            )
        }
        Question::When => format!("When was it?\n  {}  {}", item.uid, item.title),
        Question::Where => format!("Where was it?\n  {}  {}", item.uid, item.title),
    };
    let mut page = format!("\n{number} of {of} · doubt {:.2}\n{asked}\n", item.doubt);
    if let Some(serde_json::Value::Object(reasons)) = &item.reasons {
        let named: Vec<String> =
            reasons.iter().map(|(name, points)| format!("{name} {:+}", points.as_f64().unwrap_or_default())).collect();
        let _ = writeln!(page, "  {}", named.join(", "));
    }
    for told in &item.evidence {
        let name: Vec<String> =
            [&told.publisher, &told.source_id, &told.published].into_iter().flatten().cloned().collect();
        let what: Vec<String> = [&told.date, &told.place].into_iter().flatten().cloned().collect();
        let quote = told.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(page, "  {} [{}]\n    … {quote} …", name.join(" · "), what.join(", "));
    }
    page
}
