//! How long the counting conventions take over many accounts.
//!
//! Enters: a database made by SQL. Leaves: seconds a view, printed.
//! Example: `cargo test --release --test conventions_speed -- --ignored --nocapture`.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a measurement reads the clock and prints")]

mod fixture;

use std::time::Instant;

use fixture::Desk;

const SUMMARIES: [&str; 5] = [
    "incident_summary",
    "incident_summary_gtd",
    "incident_summary_acled",
    "incident_summary_ucdp",
    "incident_summary_muc4",
];

/// `accounts` accounts of a fifth as many incidents, each with three figures that vary.
fn many(accounts: u32) -> Desk {
    let desk = Desk::new();
    let db = desk.store.connection();
    db.execute_batch(&format!(
        "PRAGMA foreign_keys = off;
         CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {accounts}) SELECT i FROM n;
         BEGIN;
         INSERT INTO incidents (id, uid, title, date_start, date_end, date_precision, suicide, outcome, claim_status)
           SELECT i, 'attack-' || i, 'Attack', date('2004-01-01', (i % 7300) || ' days'), date('2004-01-01', (i % 7300) || ' days'), 'day', 0,
             'completed', 'not_mentioned' FROM n WHERE i <= {accounts} / 5;
         INSERT INTO articles (id, sha256, format, published_on, language, text, status, extractor, ingested_at)
           SELECT i, printf('%064x', i), 'text', date('2004-01-01', (i % 7300 + i % 4) || ' days'), 'en', 'Ten died.', 'relevant', 'x', '2024-01-01T00:00:00Z' FROM n;
         INSERT INTO mentions (id, key, article_id, incident_id, is_primary, outcome, suicide, claim_status, quote, start_byte, end_byte, start_char)
           SELECT i, 'k' || i, i, 1 + i % ({accounts} / 5), 1, 'completed', 0, 'not_mentioned', 'Ten', 0, 3, 0 FROM n;
         INSERT INTO casualties (incident_id, mention_id, article_id, seq, outcome, party, population, low, high, qualifier, scope, extent, standing,
             reported_by_kind, words, quote, start_byte, end_byte, start_char, rule)
           SELECT 1 + i % ({accounts} / 5), i, i, seq, CASE seq WHEN 2 THEN 'injured' ELSE 'killed' END,
             CASE seq WHEN 3 THEN 'perpetrator' ELSE 'victim' END, 'unknown', 5 + i * 7919 % 13, iif(i % 3, 5 + i * 7919 % 13, NULL),
             CASE WHEN i % 11 = 0 THEN 'vague' WHEN i % 3 THEN 'exact' ELSE 'at_least' END, 'attack', 'total', 'stands',
             CASE i % 5 WHEN 0 THEN 'police' WHEN 1 THEN 'hospital' WHEN 2 THEN 'perpetrator' ELSE 'narrator' END,
             'Ten', 'Ten', 0, 3, 0, 'r' FROM n JOIN (SELECT 1 AS seq UNION SELECT 2 UNION SELECT 3);
         COMMIT;"
    ))
    .expect("rows");
    desk
}

#[test]
fn one_incident_is_found_by_its_key_and_by_its_name() {
    let desk = Desk::new();
    let asked = SUMMARIES.iter().flat_map(|view| [(view, "incident_id = 7"), (view, "uid = 'attack-7'")]);
    for (view, condition) in asked {
        let plan =
            desk.store.connection().prepare(&format!("EXPLAIN QUERY PLAN SELECT * FROM {view} WHERE {condition}"));
        let mut plan = plan.expect("a plan");
        let lines: Vec<String> =
            plan.query_map([], |row| row.get(3)).expect("lines").collect::<Result<_, _>>().expect("lines");
        for table in ["c", "i", "m", "a"] {
            let scan = format!("SCAN {table}");
            let read_whole = lines.iter().any(|line| *line == scan || line.starts_with(&format!("{scan} ")));
            assert!(!read_whole, "{view} reads {table} from end to end:\n{}", lines.join("\n"));
        }
        assert!(
            lines.iter().any(|line| line.starts_with("SEARCH c USING INDEX casualties_by_incident (incident_id=?"))
        );
    }
}

#[test]
fn counts_of_many_accounts_are_those_of_each() {
    let desk = many(500);
    for view in SUMMARIES {
        let all = desk.rows(&format!("SELECT * FROM {view} WHERE incident_id IN (7, 99) ORDER BY incident_id"));
        let each = [7, 99].map(|id| desk.row(&format!("SELECT * FROM {view} WHERE uid = 'attack-{id}'")));
        assert_eq!(all, each, "{view}");
    }
}

#[test]
#[ignore = "a measurement"]
fn seconds_over_a_hundred_thousand_accounts() {
    let desk = many(100_000);
    for view in SUMMARIES {
        let start = Instant::now();
        let incidents = desk.row(&format!("SELECT count(*) FROM (SELECT * FROM {view})"));
        let totals = desk.row(&format!("SELECT sum(killed_low), sum(killed_best), sum(killed_high) FROM {view}"));
        eprintln!("{view}: {incidents} incidents twice, {totals}: {:.1} s", start.elapsed().as_secs_f64());
        let start = Instant::now();
        desk.row(&format!("SELECT * FROM {view} WHERE incident_id = 77"));
        eprintln!("{view}: one incident: {:.3} s", start.elapsed().as_secs_f64());
    }
}
