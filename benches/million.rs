//! Links a made-up corpus and then one more article; prints what it took.
//!
//! Enters: how many mentions (1,000,000 by default) and a file for the database, which is kept where it is named.
//! Leaves: seconds and bytes on stdout. The corpus is the same at every run: 20 years, 4,000 towns of 40 countries of
//! which a few are struck most, one to nine reports an attack, tolls that rise, days that are vague in one report of
//! four, history that names no day, several mentions an article.
//! Example: `cargo bench --bench million -- 1000000 /tmp/million.db`.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)] // shares of a made-up corpus

use std::path::PathBuf;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use pipeline::resolve::mention::Extraction;
use pipeline::store::{Incoming, Store};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const EXTRACTOR: &str = "pipeline 0.1.0 rules:bench";
const NOW: &str = "2024-01-01T00:00:00Z";
const KINDS: &[&str] =
    &["armed_assault", "bombing", "suicide_bombing", "ied", "kidnapping", "ambush", "mortar_or_rocket"];
const SITES: &[&str] = &["market", "mosque", "checkpoint", "police station", "school", "convoy", "hotel", "bus stop"];

/// A linear congruence, of which the high bits are good.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    /// Small numbers far oftener than large ones.
    fn skewed(&mut self, below: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        (below as f64 * share * share) as usize
    }
}

/// A name that no two numbers share.
fn name(number: usize, syllables: &[&str]) -> String {
    let (mut rest, mut name) = (number, String::new());
    for _ in 0..4 {
        name.push_str(syllables[rest % syllables.len()]);
        rest /= syllables.len();
    }
    name[..1].to_uppercase() + &name[1..]
}

const SYLLABLES: &[&str] = &["ba", "du", "gor", "ki", "mal", "no", "ras", "ti", "zan", "vel", "lom", "she"];

/// What happened, as far as reports share it.
struct Attack {
    country: usize,
    town: usize,
    on: NaiveDate,
    killed: usize,
    kind: &'static str,
    site: &'static str,
    group: Option<usize>,
    witness: usize,
}

fn attack(dice: &mut Dice, on: NaiveDate) -> Attack {
    let country = dice.skewed(40);
    Attack {
        country,
        town: dice.skewed(100),
        on,
        killed: dice.skewed(30),
        kind: KINDS[dice.skewed(KINDS.len())],
        site: SITES[dice.skewed(SITES.len())],
        group: (dice.below(2) == 0).then(|| dice.skewed(4)),
        witness: dice.below(20_000),
    }
}

/// One account of an attack: its words and its values.
fn told(dice: &mut Dice, attack: &Attack, primary: bool, verb: &str) -> (String, Value) {
    let code =
        format!("{}{}", char::from(b'A' + attack.country as u8 / 8), char::from(b'A' + attack.country as u8 % 8));
    let town = name(1 + attack.country * 100 + attack.town, SYLLABLES);
    let province = format!("{} Province", name(9_000 + attack.country * 10 + attack.town / 10, SYLLABLES));
    let (witness, site) = (name(5_000 + attack.witness, SYLLABLES), attack.site);
    let killed = attack.killed + usize::from(dice.below(3) == 0);
    let (date, printed) = match dice.below(8) {
        0 => (Value::Null, String::new()),
        1 => {
            let (year, month) = (attack.on.format("%Y-%m").to_string(), attack.on.format("%B %Y").to_string());
            let last = if year.ends_with("-02") { 28 } else { 30 };
            (
                json!({"start": format!("{year}-01"), "end": format!("{year}-{last}"), "precision": "month", "basis": "stated"}),
                month,
            )
        }
        _ => (
            json!({"start": attack.on.to_string(), "end": attack.on.to_string(), "precision": "day", "basis": "stated"}),
            attack.on.to_string(),
        ),
    };
    let group = attack.group.map(|group| format!("{} Front", name(7_000 + attack.country * 4 + group, SYLLABLES)));
    let by = group.as_deref().unwrap_or("Unknown men");
    let text = format!("{by} {verb} a {site} in {town} {printed} and {killed} people died, said {witness} there.");
    let quote = |words: &str| {
        let start = text.find(words).unwrap();
        (words.to_owned(), start, start + words.len())
    };
    let spanned = |mut value: Value, words: &str| {
        let (words, start, end) = quote(words);
        value["quote"] = words.into();
        value["start"] = start.into();
        value["end"] = end.into();
        value
    };
    let date = match date {
        Value::Null => Value::Null,
        mut date => {
            let (words, start, end) = quote(&printed);
            (date["quote"], date["start_byte"], date["end_byte"]) = (words.into(), start.into(), end.into());
            date
        }
    };
    let place = json!({"country": format!("{}land", name(8_000 + attack.country, SYLLABLES)), "country_code": code, "admin1": province,
        "admin2": null, "place": town, "place_text": town, "site": (dice.below(3) > 0).then_some(site),
        "latitude": (attack.country as f64) - 20.0 + (attack.town / 10) as f64 * 0.5, "longitude": (attack.town % 10) as f64 * 0.5, "precision": "place"});
    let groups: Vec<Value> = group
        .iter()
        .map(|group| spanned(json!({"name": group, "short_name": null, "attribution": "claimed"}), group))
        .collect();
    let figure = json!({"outcome": "killed", "party": "victim", "population": "unknown", "low": killed, "high": killed, "qualifier": "exact",
        "scope": "attack", "extent": "total", "standing": "stands", "includes_perpetrators": null, "reported_by": null,
        "reported_by_kind": "narrator", "rule": "bench"});
    let mention = json!({"primary": primary, "date": date, "location": spanned(place, &town),
        "attack_types": [spanned(json!({"code": attack.kind}), verb)], "suicide": false, "outcome": "completed", "weapons": [],
        "targets": [], "killed": null, "injured": null, "perpetrators_killed": null, "groups": groups,
        "claim_status": if group.is_some() { "claimed" } else { "not_mentioned" },
        "casualties": [spanned(figure, &format!("{killed} people"))], "claims": []});
    (text.clone(), spanned(mention, verb))
}

/// An article about one attack that recalls others.
fn article(dice: &mut Dice, number: usize, main: &Attack, recalled: &[&Attack]) -> Extraction {
    let (mut text, mut incidents) = (format!("Report {number}.\n\n"), Vec::new());
    let all = std::iter::once((main, true)).chain(recalled.iter().map(|attack| (*attack, false)));
    for (at, (attack, primary)) in all.enumerate() {
        let (words, mut mention) = told(dice, attack, primary, ["attacked", "assaulted", "raided", "stormed"][at % 4]);
        shift(&mut mention, text.len());
        incidents.push(mention);
        text.push_str(&words);
        text.push_str("\n\n");
    }
    let text = text.trim_end().to_owned();
    let sha256 = Sha256::digest(&text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let published = main.on.checked_add_days(Days::new(1 + dice.below(3) as u64));
    serde_json::from_value(json!({"id": number.to_string(), "sha256": sha256, "uri": format!("https://example.org/{number}"), "format": "text",
        "title": null, "publisher": "The Paper", "published": published.map(|day| day.to_string()), "language": "en", "text": text, "relevant": true, "reason": null,
        "extractor": EXTRACTOR, "incidents": incidents, "relations": []}))
    .unwrap()
}

/// Moves every offset by the text that stands before.
fn shift(value: &mut Value, by: usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| shift(item, by)),
        Value::Object(fields) => {
            let dated = fields.contains_key("start_byte");
            for (key, field) in fields.iter_mut() {
                match (key.as_str(), field.as_u64()) {
                    ("start_byte" | "end_byte", Some(at)) => *field = (at + by as u64).into(),
                    ("start" | "end", Some(at)) if !dated => *field = (at + by as u64).into(),
                    _ => shift(field, by),
                }
            }
        }
        _ => {}
    }
}

/// The largest share of memory that this process has had, in MiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let mentions: usize = arguments.next().map_or(1_000_000, |number| number.parse().expect("a number of mentions"));
    let folder = tempfile::tempdir().unwrap();
    let path = arguments.next().map_or_else(|| folder.path().join("million.db"), PathBuf::from);
    let mut store = Store::open(&path).unwrap();
    let run = store.begin("load", EXTRACTOR, NOW).unwrap();
    let first = NaiveDate::from_ymd_opt(2004, 1, 1).unwrap();
    let mut dice = Dice(1);
    let (mut made, mut number) = (0, 0);
    let mut past: Vec<Attack> = Vec::new();
    let mut batch: Vec<Incoming> = Vec::new();
    let began = Instant::now();
    while made < mentions {
        let day = made as u64 * 7_300 / mentions as u64;
        let main = attack(&mut dice, first.checked_add_days(Days::new(day)).unwrap());
        for _ in 0..=dice.skewed(9) {
            let mut recalled: Vec<&Attack> = Vec::new();
            for _ in 0..dice.below(3) {
                // what is recalled is mostly recent
                let back = 1 + dice.skewed(past.len().clamp(1, 4_000));
                recalled.extend(past.len().checked_sub(back).map(|at| &past[at]));
            }
            number += 1;
            made += 1 + recalled.len();
            batch.push(Incoming::Read(Box::new(article(&mut dice, number, &main, &recalled))));
            if batch.len() >= 2_000 {
                assert_eq!(store.write(run, NOW, &batch).unwrap().1, Vec::<String>::new());
                batch.clear();
            }
        }
        past.push(main);
    }
    assert_eq!(store.write(run, NOW, &batch).unwrap().1, Vec::<String>::new());
    println!(
        "{made} mentions in {number} articles of {} attacks written in {:.1} s",
        past.len(),
        began.elapsed().as_secs_f64()
    );
    let began = Instant::now();
    let relinked = store.relink().unwrap();
    println!(
        "linked in {:.1} s into {} incidents, {} pairs to review; peak memory {} MiB",
        began.elapsed().as_secs_f64(),
        relinked.incidents,
        relinked.maybe,
        peak()
    );
    let mut took: Vec<f64> = Vec::new();
    for _ in 0..100 {
        number += 1;
        let at = dice.below(past.len());
        let other = dice.below(past.len());
        let one = article(&mut dice, number, &past[at], &[&past[other]]);
        store.write(run, NOW, &[Incoming::Read(Box::new(one))]).unwrap();
        let began = Instant::now();
        store.relink_touched().unwrap();
        took.push(began.elapsed().as_secs_f64());
    }
    took.sort_by(f64::total_cmp);
    println!("one more article links in {:.3} s (median of 100; slowest {:.3} s)", took[50], took[99]);
    println!("database {} MiB", std::fs::metadata(&path).unwrap().len() / (1 << 20));
}
