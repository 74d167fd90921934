//! Linking what an article touches comes out as linking everything: in any order, split and mixture of changes.
//!
//! Enters: the sample articles, the public gold articles and made-up reports. Leaves: nothing.
//! Example: `seed 17: batches of 3, 1, 12 …` must give the incidents that all articles at once give.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // the seeds are printed

mod fixture;

use std::path::{Path, PathBuf};

use fixture::world::{Dice, report, reports};
use fixture::{Desk, EXTRACTOR, NOW, daraban, dera_ismail_khan};
use pipeline::extract::extract;
use pipeline::read::{Options, Sources};
use pipeline::resolve::mention::Extraction;
use pipeline::store::{Incoming, Store};
use rusqlite::params;

/// Orders and splits that are tried.
const ORDERS: u64 = 200;

/// An empty database to copy: making one takes longer than all that is done with it here.
struct Blank {
    path: PathBuf,
}

impl Blank {
    /// One in this folder.
    fn new(folder: &Path) -> Self {
        let path = folder.join("blank.db");
        let mut store = Store::open(&path).unwrap();
        // the seeds' groups are learned here and not in each copy
        store.relink().unwrap();
        store.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        Self { path }
    }

    fn copy(&self) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("incidents.db");
        std::fs::copy(&self.path, &path).unwrap();
        let store = Store::open(&path).unwrap();
        store.connection().execute_batch("PRAGMA synchronous = off").unwrap();
        Desk { folder, store }
    }
}

/// The incidents as sets of account keys.
fn incidents(desk: &Desk) -> Vec<String> {
    desk.rows(
        "SELECT group_concat(key, ' ') FROM (SELECT incident_id, key FROM mentions WHERE incident_id IS NOT NULL ORDER BY key)
         GROUP BY incident_id ORDER BY 1",
    )
}

/// All that linking derives, by keys instead of numbers.
fn derived(desk: &Desk) -> Vec<String> {
    let mut all = incidents(desk);
    for sql in [
        "SELECT 'link', * FROM links ORDER BY 2, 3",
        "SELECT 'core', group_concat(key, ' ') FROM (SELECT c.core, m.key FROM link_cores AS c JOIN mentions AS m ON m.id = c.mention_id ORDER BY key)
         GROUP BY core ORDER BY 2",
        "SELECT 'looks', m.key, c.looks FROM link_cores AS c JOIN mentions AS m ON m.id = c.mention_id ORDER BY 2",
        "SELECT 'pair', m.key, o.key, p.score FROM link_pairs AS p JOIN mentions AS m ON m.id = p.mention_id
         JOIN mentions AS o ON o.id = p.other_id ORDER BY 2, 3",
        "SELECT 'listed', k.key, k.first, k.last, k.marks, k.singles, k.names, m.key FROM link_keys AS k JOIN mentions AS m ON m.id = k.mention_id
         ORDER BY 2, 8",
        "SELECT 'row', (SELECT min(key) FROM mentions WHERE incident_id = i.id), i.title, i.date_start, i.date_end, i.place, i.admin1 FROM incidents AS i ORDER BY 2",
        "SELECT 'claim', claimant, claimant_group_id IS NULL, about_group_id IS NULL, quote FROM claims ORDER BY 2, 5",
        "SELECT 'queue', * FROM link_queue",
    ] {
        all.extend(desk.rows(sql));
    }
    all
}

fn assert_same(left: &[String], right: &[String], what: &str) {
    let only = |left: &[String], right: &[String]| -> Vec<String> {
        left.iter().filter(|row| !right.contains(row)).take(5).cloned().collect()
    };
    assert!(left == right, "{what}\nfirst only: {:#?}\nsecond only: {:#?}", only(left, right), only(right, left));
}

/// Articles, and the incidents that they come to when all of them are linked at once.
struct Corpus {
    articles: Vec<Extraction>,
    expected: Vec<String>,
}

impl Corpus {
    fn new(blank: &Blank, articles: Vec<Extraction>) -> Self {
        let mut all = blank.copy();
        all.load(&articles);
        all.store.relink().unwrap();
        let expected = incidents(&all);
        assert!(expected.iter().filter(|keys| keys.contains(' ')).count() >= 5, "{expected:#?}");
        Self { articles, expected }
    }

    /// Loads the articles in an order and in batches that follow from the seed.
    fn try_order(&self, blank: &Blank, seed: u64) {
        let mut dice = Dice::new(seed);
        let mut order = self.articles.clone();
        dice.shuffle(&mut order);
        let most = *dice.pick(&[4, 12, 30, 120]);
        let mut desk = blank.copy();
        let (mut at, mut sizes) = (0, Vec::new());
        while at < order.len() {
            let size = (1 + dice.below(most)).min(order.len() - at);
            assert_eq!(desk.load(&order[at..at + size]).1, Vec::<String>::new());
            sizes.push(size);
            at += size;
        }
        let what = format!("seed {seed}: batches of {sizes:?}");
        println!("{what}");
        assert_same(&incidents(&desk), &self.expected, &what);
    }
}

#[test]
fn two_hundred_orders_and_splits_give_one_set_of_incidents() {
    let folders = ["seeds/articles", "seeds/gold/articles.jsonl"];
    let read = Sources::new(folders, Options::default()).map(|source| extract(&source.unwrap()));
    let articles: Vec<Extraction> = read.chain([daraban(), dera_ismail_khan()]).collect();
    let folder = tempfile::tempdir().unwrap();
    let blank = Blank::new(folder.path());
    // writing the rows of long articles takes most of the time: one order in ten has all of them
    let few = articles.iter().step_by(8).cloned().chain(reports(1, 30)).collect();
    let all = articles.into_iter().chain(reports(1, 30)).collect();
    let (few, all) = (Corpus::new(&blank, few), Corpus::new(&blank, all));
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (blank, few, all) = (&blank, &few, &all);
            scope.spawn(move || {
                for seed in (1..=ORDERS).filter(|seed| seed % 2 == half) {
                    let corpus = if seed % 10 < 2 && seed % 20 < 10 { all } else { few };
                    corpus.try_order(blank, seed);
                }
            });
        }
    });
}

/// Reads an article again: some of what it said is said otherwise, or not at all.
fn reread(desk: &mut Desk, dice: &mut Dice, one: &Extraction) {
    let sql = format!("SELECT id FROM articles WHERE sha256 = '{}'", one.sha256);
    let Ok(article) = desk.row(&sql).parse() else { return };
    let mut extraction = one.clone();
    "pipeline 0.1.1 rules:test".clone_into(&mut extraction.extractor);
    if dice.below(2) == 0 {
        extraction.incidents.truncate(extraction.incidents.len() / 2);
        extraction.relevant = !extraction.incidents.is_empty();
    } else if let Some(mention) = extraction.incidents.first_mut() {
        mention.date = None;
    }
    let run = desk.store.begin("ingest", EXTRACTOR, NOW).unwrap();
    let batch = [Incoming::Reread { article, extraction: Box::new(extraction) }];
    desk.store.write(run, NOW, &batch).unwrap();
}

/// Merges, splits, or takes back what was decided.
fn decide(desk: &Desk, dice: &mut Dice) {
    let keys = desk.rows("SELECT key FROM mentions ORDER BY key");
    if keys.len() < 4 {
        return;
    }
    let list = |dice: &mut Dice| format!("[\"{}\"]", dice.pick(&keys));
    let db = desk.store.connection();
    let put = "INSERT INTO decisions (kind, mentions, other_mentions, undoes, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, 'one', 'now')";
    let last: Option<i64> = db
        .query_row(
            "SELECT max(id) FROM decisions WHERE id NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    match (dice.below(3), last) {
        (0, _) => {
            let (a, b) = (dice.pick(&keys), dice.pick(&keys));
            db.execute(put, params!["merge", format!("[\"{a}\", \"{b}\"]"), None::<String>, None::<i64>]).unwrap();
        }
        (1, Some(last)) => {
            db.execute(put, params!["undo", None::<String>, None::<String>, last]).unwrap();
        }
        _ => {
            let (a, b) = (list(dice), list(dice));
            db.execute(put, params!["split", a, b, None::<i64>]).unwrap();
        }
    }
}

#[test]
fn touched_or_everything_comes_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let blank = Blank::new(folder.path());
    for seed in 1..=24 {
        let mut dice = Dice::new(seed);
        let mut desk = blank.copy();
        let mut known: Vec<Extraction> = Vec::new();
        for step in 0..8 {
            let mut batch: Vec<Extraction> = (0..=dice.below(9))
                .map(|n| report(&mut dice, &format!("{seed}-{step}-{n}"), &format!("https://example.org/{step}/{n}")))
                .collect();
            // another text at an address that was met before
            if step > 0 && dice.below(2) == 0 {
                let at = dice.pick(&known).uri.clone();
                batch.push(report(&mut dice, &format!("{seed}-{step}-again"), &at));
            }
            if step > 1 && dice.below(2) == 0 {
                let one = dice.pick(&known).clone();
                reread(&mut desk, &mut dice, &one);
            }
            if step > 1 && dice.below(2) == 0 {
                decide(&desk, &mut dice);
            }
            desk.load(&batch);
            known.extend(batch);
            let touched = derived(&desk);
            let uids = desk.rows(
                "SELECT i.uid, m.key FROM incidents AS i JOIN mentions AS m ON m.incident_id = i.id ORDER BY m.key",
            );
            desk.store.relink().unwrap();
            let what = format!("seed {seed}, step {step}");
            assert_same(&touched, &derived(&desk), &what);
            let again = desk.rows(
                "SELECT i.uid, m.key FROM incidents AS i JOIN mentions AS m ON m.incident_id = i.id ORDER BY m.key",
            );
            assert_same(&uids, &again, &what);
        }
        assert_eq!(desk.store.check().unwrap(), [], "seed {seed}");
    }
}
