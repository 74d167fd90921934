//! Names for life: given once, never to another, and every one leads home.
//!
//! Enters: made-up reports and decisions. Leaves: nothing.
//! Example: two incidents become one: the elder's uid stays, the other's leads to it; parted again, it has a third.
#![allow(clippy::unwrap_used)]

mod fixture;

use std::collections::BTreeMap;

use fixture::world::{Dice, report, reports};
use fixture::{Desk, article, day, figure};
use pipeline::resolve::mention::Extraction;
use serde_json::json;

fn raid(id: &str, published: &str, on: &str, killed: u32) -> Extraction {
    let text = format!("{id}: a raid on the mill of Koro on {on} with {killed} dead.");
    article(
        id,
        Some(published),
        &text,
        &[json!({"quote": "raid", "date": day(on, on), "attack_types": [{"code": "armed_assault", "quote": "raid"}],
            "location": {"country": "Mali", "country_code": "ML", "admin1": null, "admin2": null, "place": "Koro", "place_text": "Koro",
                "site": "mill", "latitude": null, "longitude": null, "precision": "place", "quote": "Koro"},
            "casualties": [figure("killed", Some(killed), Some(killed), &format!("{killed} dead"))]})],
    )
}

const LED: &str =
    "SELECT u.uid, i.uid FROM incident_uids AS u LEFT JOIN incidents AS i ON i.id = u.incident_id ORDER BY 1";

fn key(desk: &Desk, id: &str) -> String {
    desk.row(&format!(
        "SELECT m.key FROM mentions AS m JOIN article_sources AS s USING (article_id) WHERE s.source_id = '{id}'"
    ))
}

fn uid(desk: &Desk, id: &str) -> String {
    desk.row(&format!(
        "SELECT i.uid FROM incidents AS i JOIN mentions AS m ON m.incident_id = i.id JOIN article_sources AS s USING (article_id) WHERE s.source_id = '{id}'"
    ))
}

fn decide(desk: &Desk, values: &str) {
    let put = "INSERT INTO decisions (kind, mentions, other_mentions, undoes, decided_by, decided_at) VALUES";
    desk.store.connection().execute(&format!("{put} ({values}, 'one', 'now')"), []).unwrap();
}

#[test]
fn the_elder_stays_when_two_become_one_and_the_other_leads_to_it() {
    let mut desk = Desk::new();
    desk.load(&[raid("late", "2024-05-09", "2024-05-08", 9)]);
    desk.load(&[raid("early", "2024-03-02", "2024-03-01", 4)]);
    // elder: the one that was named first, whatever its date
    assert_eq!(desk.rows(LED), ["2024-03-01-koro|2024-03-01-koro", "2024-05-08-koro|2024-05-08-koro"]);
    let (late, early) = (key(&desk, "late"), key(&desk, "early"));
    decide(&desk, &format!("'merge', '[\"{late}\", \"{early}\"]', NULL, NULL"));
    desk.store.relink_touched().unwrap();
    assert_eq!(desk.rows(LED), ["2024-03-01-koro|2024-05-08-koro", "2024-05-08-koro|2024-05-08-koro"]);
    assert_eq!(uid(&desk, "early"), "2024-05-08-koro");
}

#[test]
fn the_part_with_the_oldest_account_keeps_the_name_and_no_name_is_given_twice() {
    let mut desk = Desk::new();
    desk.load(&[raid("b", "2024-03-04", "2024-03-01", 4), raid("a", "2024-03-02", "2024-03-01", 4)]);
    assert_eq!((uid(&desk, "a"), uid(&desk, "b")), ("2024-03-01-koro".into(), "2024-03-01-koro".into()));
    let (a, b) = (key(&desk, "a"), key(&desk, "b"));
    decide(&desk, &format!("'split', '[\"{b}\"]', '[\"{a}\"]', NULL"));
    desk.store.relink_touched().unwrap();
    assert_eq!((uid(&desk, "a"), uid(&desk, "b")), ("2024-03-01-koro".into(), "2024-03-01-koro-2".into()));
    decide(&desk, "'undo', NULL, NULL, 1");
    desk.store.relink_touched().unwrap();
    assert_eq!((uid(&desk, "a"), uid(&desk, "b")), ("2024-03-01-koro".into(), "2024-03-01-koro".into()));
    assert_eq!(desk.rows(LED), ["2024-03-01-koro|2024-03-01-koro", "2024-03-01-koro-2|2024-03-01-koro"]);
    // parted again: the second name is taken, for it leads to the first
    decide(&desk, &format!("'split', '[\"{b}\"]', '[\"{a}\"]', NULL"));
    desk.store.relink_touched().unwrap();
    assert_eq!((uid(&desk, "a"), uid(&desk, "b")), ("2024-03-01-koro".into(), "2024-03-01-koro-3".into()));
    assert_eq!(desk.store.check().unwrap(), []);
}

#[test]
fn a_name_outlives_a_new_date_and_an_incident_that_nobody_tells_of_keeps_its_name_taken() {
    let mut desk = Desk::new();
    let at = |on: &str, killed| {
        let mut told = raid("a", "2024-03-02", on, killed);
        told.uri = "https://example.org/a".to_owned();
        told
    };
    desk.load(&[at("2024-03-01", 4)]);
    desk.load(&[at("2024-02-29", 4)]);
    assert_eq!(desk.rows("SELECT uid, date_start FROM incidents"), ["2024-03-01-koro|2024-02-29"]);
    // the text now tells of nothing: the incident goes, its name stays taken
    let mut nothing = article("a", Some("2024-03-03"), "The mill of Koro grinds again.", &[]);
    nothing.uri = "https://example.org/a".to_owned();
    desk.load(&[nothing]);
    assert_eq!(desk.rows("SELECT uid FROM incidents"), Vec::<String>::new());
    desk.load(&[raid("z", "2024-03-02", "2024-03-01", 4)]);
    assert_eq!(uid(&desk, "z"), "2024-03-01-koro-2");
}

#[test]
fn through_forty_loads_every_name_leads_to_where_its_accounts_went() {
    for seed in 1..=6 {
        let mut desk = Desk::new();
        let mut dice = Dice::new(seed);
        let mut articles = reports(seed, 40);
        dice.shuffle(&mut articles);
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for (step, one) in articles.iter().enumerate() {
            desk.load(std::slice::from_ref(one));
            if step % 7 == 6 {
                desk.load(&[report(&mut dice, &format!("again {step}"), &articles[step / 2].uri)]);
            }
            let rows = desk.rows(LED);
            let now: BTreeMap<String, String> = rows
                .iter()
                .map(|row| row.split_once('|').unwrap())
                .map(|(uid, home)| (uid.to_owned(), home.to_owned()))
                .collect();
            for (uid, home) in &known {
                assert!(now.contains_key(uid), "seed {seed}: {uid} is forgotten");
                // a name that once led to another never becomes an incident's own again
                assert!(uid == home || now[uid] != *uid, "seed {seed}: {uid} is given again");
            }
            known = now;
        }
    }
}
