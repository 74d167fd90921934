//! The two articles of the acceptance story, and what stays apart.
//!
//! Enters: hand-made extractions. Leaves: nothing.
//! Example: `In December` in one article and 12 December in the other are one incident, whose day is then known.

mod fixture;

use fixture::{Desk, article, daraban, day, dera_ismail_khan, figure};
use pipeline::resolve::mention::Extraction;
use serde_json::{Value, json};

#[test]
fn two_articles_tell_of_four_incidents() {
    let mut desk = Desk::new();
    let (_, _, relinked) = desk.load(&[daraban(), dera_ismail_khan()]);
    assert_eq!((relinked.accounts, relinked.incidents), (5, 4));
    assert_eq!(
        desk.rows("SELECT uid, date_precision, killed_low, killed_best, killed_high, articles FROM incident_summary ORDER BY uid"),
        [
            "2022-peshawar|year||||1",
            "2023-01-peshawar|month|101|101|101|1",
            "2023-12-12-daraban|day|23|23|23|2",
            "2024-02-05-dera-ismail-khan|day|10|10|10|1",
        ]
    );
    assert_eq!(desk.rows("SELECT words FROM conflicting_figures WHERE uid = '2023-12-12-daraban' AND outcome = 'killed' ORDER BY casualty_id"),
        ["24 (including a perpetrator)", "at least 23 people", "more than 20 soldiers", "23 soldiers"]);
    assert_eq!(
        desk.row("SELECT count(*) FROM incident_figures WHERE uid = '2023-12-12-daraban' AND outcome = 'killed'"),
        "6"
    );
    let reasons = desk.row("SELECT reasons FROM links WHERE verdict = 'same'");
    for reason in ["the month holds the day", "same group", "same number killed"] {
        assert!(reasons.contains(reason), "{reasons}");
    }
}

#[test]
fn an_assertion_that_two_groups_are_one_merges_nothing() {
    let mut desk = Desk::new();
    let mut told = daraban();
    told.relations = serde_json::from_value(json!([{"group": "Tehreek-e-Jihad Pakistan", "other_group": "Tehrik-i-Taliban Pakistan",
        "relation": "same_as", "asserted_by": "government", "quote": "Tehreek-e-Jihad Pakistan", "start": 61, "end": 85}]))
    .expect("a relation");
    let at = told.text.find("Tehreek-e-Jihad Pakistan").expect("the group");
    told.relations[0].at = pipeline::span::Span::new(at, at + 24).quote(&told.text);
    let before = desk.row("SELECT count(*) FROM groups WHERE name LIKE 'Teh%Pakistan'");
    assert_eq!(desk.load(&[told]).1, Vec::<String>::new());
    assert_eq!(desk.row("SELECT count(*) FROM groups WHERE name LIKE 'Teh%Pakistan'"), before);
    assert_eq!(desk.row("SELECT relation, asserted_by FROM group_relations"), "same_as|government");
}

fn report(id: &str, published: &str, place: &str, site: &str, on: &str, killed: u32, kind: &str) -> Extraction {
    let text = format!("{id}: on {on} there was an attack on a {site} in {place}; {killed} people were killed.");
    article(
        id,
        Some(published),
        &text,
        &[json!({"quote": "an attack", "date": day(on, on),
        "location": {"country": "Nigeria", "country_code": "NG", "admin1": null, "admin2": null, "place": place, "place_text": place, "site": site,
            "latitude": null, "longitude": null, "precision": "place", "quote": place},
        "attack_types": [{"code": kind, "quote": "attack"}],
        "casualties": [figure("killed", Some(killed), Some(killed), &format!("{killed} people"))]})],
    )
}

fn incidents(desk: &Desk) -> Vec<String> {
    desk.rows("SELECT group_concat(source_id) FROM (SELECT m.incident_id, s.source_id FROM mentions AS m JOIN article_sources AS s USING (article_id)
        ORDER BY s.source_id) GROUP BY incident_id ORDER BY 1")
}

#[test]
fn look_alikes_stay_apart() {
    let mut desk = Desk::new();
    desk.load(&[
        report("a1", "2024-06-02", "Gwoza", "wedding", "2024-06-01", 18, "suicide_bombing"),
        report("a2", "2024-06-03", "Gwoza", "wedding", "2024-06-01", 32, "suicide_bombing"),
        // weeks later in the same town
        report("b1", "2024-06-24", "Gwoza", "market", "2024-06-23", 18, "suicide_bombing"),
        // a year earlier on the same day
        report("c1", "2023-06-02", "Gwoza", "wedding", "2023-06-01", 18, "suicide_bombing"),
        // the same day in another town
        report("d1", "2024-06-02", "Katsina", "bus", "2024-06-01", 7, "kidnapping"),
    ]);
    assert_eq!(incidents(&desk), ["a1,a2", "b1", "c1", "d1"]);
}

#[test]
fn spellings_and_a_rising_toll_stay_together() {
    let mut desk = Desk::new();
    desk.load(&[
        report("a", "2024-06-02", "Daraban", "police station", "2024-06-01", 4, "armed_assault"),
        report("b", "2024-06-02", "Deraban", "police station", "2024-06-01", 12, "armed_assault"),
        report("c", "2024-06-03", "Draban", "police station", "2024-06-01", 24, "suicide_bombing"),
    ]);
    assert_eq!(incidents(&desk), ["a,b,c"]);
}

fn decide(desk: &Desk, kind: &str, mentions: &[String], others: &[String], undoes: Option<i64>) {
    let list = |keys: &[String]| (!keys.is_empty()).then(|| Value::from(keys.to_vec()).to_string());
    desk.store
        .connection()
        .execute(
            "INSERT INTO decisions (kind, mentions, other_mentions, undoes, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, 'an analyst', '2024-01-01')",
            rusqlite::params![kind, list(mentions), list(others), undoes],
        )
        .expect("a decision");
}

#[test]
fn a_merge_and_a_split_by_a_person_stand_until_undone_and_uids_lead_home() {
    let mut desk = Desk::new();
    desk.load(&[
        report("a", "2024-06-02", "Gwoza", "wedding", "2024-06-01", 18, "suicide_bombing"),
        report("b", "2024-06-03", "Gwoza", "wedding", "2024-06-01", 18, "suicide_bombing"),
        report("c", "2024-08-20", "Katsina", "bus", "2024-08-19", 7, "kidnapping"),
    ]);
    let key = |id: &str| desk_key(&desk, id);
    let (a, b, c) = (key("a"), key("b"), key("c"));
    assert_eq!(incidents(&desk), ["a,b", "c"]);
    decide(&desk, "merge", &[a.clone(), c.clone()], &[], None);
    desk.store.relink().expect("links");
    assert_eq!(incidents(&desk), ["a,b,c"]);
    let led = "SELECT u.uid, i.uid FROM incident_uids AS u LEFT JOIN incidents AS i ON i.id = u.incident_id ORDER BY 1";
    assert_eq!(desk.rows(led), ["2024-06-01-gwoza|2024-06-01-gwoza", "2024-08-19-katsina|2024-06-01-gwoza"]);
    decide(&desk, "undo", &[], &[], Some(1));
    decide(&desk, "split", &[a], &[b], None);
    desk.store.relink().expect("links");
    assert_eq!(incidents(&desk), ["a", "b", "c"]);
    assert_eq!(desk.row("SELECT uid FROM incidents AS i JOIN mentions AS m ON m.incident_id = i.id JOIN article_sources AS s USING (article_id) WHERE s.source_id = 'a'"), "2024-06-01-gwoza");
    // and through another load
    desk.load(&[report("d", "2024-06-04", "Gwoza", "wedding", "2024-06-01", 18, "suicide_bombing")]);
    assert!(!incidents(&desk).iter().any(|told| told.contains('a') && told.contains('b')), "{:?}", incidents(&desk));
    assert_eq!(desk.store.check().expect("a check"), []);
}

fn desk_key(desk: &Desk, id: &str) -> String {
    desk.row(&format!(
        "SELECT m.key FROM mentions AS m JOIN article_sources AS s USING (article_id) WHERE s.source_id = '{id}'"
    ))
}

#[test]
fn the_same_articles_give_the_same_incidents_in_whatever_order() {
    let mut articles = Vec::new();
    for (n, place) in ["Gwoza", "Katsina", "Daraban", "Kaduna", "Zaria"].iter().enumerate() {
        for day in [1, 2, 9] {
            for (copy, kind) in ["armed_assault", "bombing"].iter().enumerate() {
                let killed = u32::try_from(3 * n + day + copy).expect("a number");
                let on = format!("2024-06-0{day}");
                articles.push(report(
                    &format!("{place}-{day}-{copy}"),
                    "2024-06-10",
                    place,
                    "market",
                    &on,
                    killed,
                    kind,
                ));
            }
        }
    }
    let mut first = Desk::new();
    first.load(&articles);
    let shown = "SELECT uid, title, date_start, killed_low, killed_best, killed_high, articles FROM incident_summary ORDER BY uid";
    for turn in [7, 11, 13] {
        let mut other = Desk::new();
        let shuffled: Vec<Extraction> =
            (0..articles.len()).map(|at| articles[at * turn % articles.len()].clone()).collect();
        other.load(&shuffled);
        assert_eq!(incidents(&other), incidents(&first));
        assert_eq!(other.rows(shown), first.rows(shown));
    }
}
