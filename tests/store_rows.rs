//! What a load writes: identity, spans, totals, supersession, re-reading.
//!
//! Enters: hand-made extractions. Leaves: nothing.
//! Example: one line loaded twice leaves one article.

mod fixture;

use fixture::{Desk, article, article_at, daraban, day, dera_ismail_khan, figure, with};
use pipeline::store::{Incoming, Tally};
use serde_json::json;

/// Everything but what each run adds by itself.
fn content(desk: &Desk) -> Vec<String> {
    [
        "articles",
        "article_sources",
        "mentions",
        "incidents",
        "incident_uids",
        "casualties",
        "claims",
        "mention_groups",
        "mention_attack_types",
        "mention_targets",
        "links",
        "groups",
    ]
    .iter()
    .flat_map(|table| desk.rows(&format!("SELECT '{table}', * FROM {table} ORDER BY 2, 3")))
    .collect()
}

#[test]
fn loading_twice_changes_nothing() {
    let mut desk = Desk::new();
    let articles = [daraban(), dera_ismail_khan()];
    assert_eq!(desk.load(&articles).0, Tally { new: 2, ..Tally::default() });
    let before = content(&desk);
    assert_eq!(desk.load(&articles).0, Tally { known: 2, ..Tally::default() });
    assert_eq!(content(&desk), before);
    assert_eq!(desk.store.check().expect("a check"), []);
}

#[test]
fn the_order_of_loading_changes_nothing() {
    let shown = "SELECT uid, title, date_start, place, killed_low, killed_best, killed_high, groups, articles FROM incident_summary ORDER BY uid";
    let (mut one, mut other) = (Desk::new(), Desk::new());
    one.load(&[daraban(), dera_ismail_khan()]);
    other.load(&[dera_ismail_khan(), daraban()]);
    assert_eq!(one.rows(shown), other.rows(shown));
    assert_eq!(
        one.rows("SELECT mention_a, mention_b, score FROM links ORDER BY 1, 2"),
        other.rows("SELECT mention_a, mention_b, score FROM links ORDER BY 1, 2")
    );
    let mut apart = Desk::new();
    apart.load(&[dera_ismail_khan()]);
    apart.load(&[daraban()]);
    let values = "SELECT title, date_start, place, killed_low, killed_best, killed_high, groups, articles FROM incident_summary ORDER BY date_start";
    assert_eq!(one.rows(values), apart.rows(values));
}

#[test]
fn one_text_from_two_places_is_one_article_with_two_sources() {
    let mut desk = Desk::new();
    let first = article_at("a", "one/a.txt", Some("2024-01-02"), "Two men died in Kabul.", &[]);
    let copy = article_at("b", "two/b.txt", Some("2024-01-02"), "Two men died in Kabul.", &[]);
    let redated = article_at("a", "three/a.txt", Some("2024-01-09"), "Two men died in Kabul.", &[]);
    assert_eq!(desk.load(&[first, copy, redated]).0, Tally { new: 2, known: 1, ..Tally::default() });
    assert_eq!(
        desk.rows("SELECT article_id, source_id, uri FROM article_sources ORDER BY 1, 2"),
        ["1|a|one/a.txt", "1|b|two/b.txt", "2|a|three/a.txt"]
    );
}

#[test]
fn a_changed_text_at_one_address_supersedes_and_keeps_the_uid() {
    let mut desk = Desk::new();
    let told = |toll: &str, number: u32| {
        let text = format!("Gunmen attacked a market in Herat on 3 May 2024. {toll} people were killed.");
        article(
            "herat",
            Some("2024-05-03"),
            &text,
            &[json!({"quote": "attacked a market", "date": day("2024-05-03", "3 May 2024"),
            "location": {"country": "Afghanistan", "country_code": "AF", "admin1": null, "admin2": null, "place": "Herat", "place_text": "Herat",
                "site": "market", "latitude": null, "longitude": null, "precision": "place", "quote": "Herat"},
            "casualties": [figure("killed", Some(number), Some(number), &format!("{toll} people"))]})],
        )
    };
    desk.load(&[told("Four", 4)]);
    assert_eq!(desk.row("SELECT uid, killed_best FROM incident_summary"), "2024-05-03-herat|4");
    let (tally, ..) = desk.load(&[told("Nine", 9)]);
    assert_eq!(tally, Tally { updated: 1, ..Tally::default() });
    assert_eq!(
        desk.row("SELECT uid, killed_low, killed_best, killed_high, articles FROM incident_summary"),
        "2024-05-03-herat|9|9|9|1"
    );
    assert_eq!(desk.rows("SELECT status, superseded_by FROM articles ORDER BY id"), ["superseded|2", "relevant|"]);
    assert_eq!(desk.row("SELECT count(*) FROM mentions WHERE incident_id IS NULL"), "1");
    assert_eq!(desk.row("SELECT count(*) FROM casualties WHERE incident_id IS NULL"), "1");
    assert_eq!(desk.store.check().expect("a check"), []);
}

#[test]
fn the_same_line_of_another_days_file_supersedes_nothing() {
    let mut desk = Desk::new();
    let line = |id: &str, text: &str| article_at(id, "today.jsonl:1", None, text, &[]);
    desk.load(&[line("today:1", "Monday's news.")]);
    assert_eq!(desk.load(&[line("today:1", "Tuesday's news.")]).0.new, 1);
    assert_eq!(desk.row("SELECT count(*) FROM articles WHERE status = 'superseded'"), "0");
    // where the input names the article, a new text is a newer version, on whatever line
    desk.load(&[line("sa-1", "Early version.")]);
    let moved = article_at("sa-1", "today.jsonl:7", None, "Later version.", &[]);
    assert_eq!(desk.load(&[moved]).0.updated, 1);
    assert_eq!(desk.rows("SELECT text FROM articles WHERE status = 'superseded'"), ["Early version."]);
}

#[test]
fn a_newer_extractor_reads_again_and_keeps_keys_and_uids() {
    let mut desk = Desk::new();
    desk.load(&[daraban(), dera_ismail_khan()]);
    let before =
        desk.rows("SELECT m.key, i.uid FROM mentions AS m JOIN incidents AS i ON i.id = m.incident_id ORDER BY 1");
    let stale = desk.store.stale("pipeline 0.2.0 rules:next", 0, 10).expect("stale articles");
    assert_eq!(stale.len(), 2);
    assert_eq!(stale[0].1.text, daraban().text);
    let mut next = daraban();
    next.extractor = "pipeline 0.2.0 rules:next".to_owned();
    // the words that introduce it are now longer, and an attack type is known
    next.incidents[0].anchor =
        pipeline::span::Span::new(next.incidents[0].anchor.start - 25, next.incidents[0].anchor.end).quote(&next.text);
    let run = desk.store.begin("ingest", &next.extractor, fixture::NOW).expect("a run");
    let batch = [Incoming::Reread { article: stale[0].0, extraction: Box::new(next) }];
    let (tally, _) = desk.store.write(run, fixture::NOW, &batch).expect("a batch");
    desk.store.relink().expect("links");
    assert_eq!(tally, Tally { updated: 1, ..Tally::default() });
    assert_eq!(
        desk.rows("SELECT m.key, i.uid FROM mentions AS m JOIN incidents AS i ON i.id = m.incident_id ORDER BY 1"),
        before
    );
    assert_eq!(desk.store.stale("pipeline 0.2.0 rules:next", 0, 10).expect("stale articles").len(), 1);
    assert_eq!(desk.store.check().expect("a check"), []);
}

#[test]
fn spans_cut_their_quotes_in_bytes_and_in_characters() {
    let mut desk = Desk::new();
    let told = json!({"quote": "attaqué", "casualties": [figure("killed", Some(2), Some(2), "2 – peut-être plus")]});
    desk.load(&[article("é", None, "À Ménaka on a attaqué : 2 – peut-être plus – morts.", &[told])]);
    assert_eq!(
        desk.rows("SELECT substr(a.text, c.start_char + 1, length(c.quote)), CAST(substr(CAST(a.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT) FROM casualties AS c JOIN articles AS a ON a.id = c.article_id"),
        ["2 – peut-être plus|2 – peut-être plus"]
    );
    assert_eq!(desk.store.check().expect("a check"), []);
    desk.store.connection().execute("UPDATE casualties SET quote = '3' || substr(quote, 2)", []).expect("damage");
    assert!(!desk.store.check().expect("a check").is_empty());
}

#[test]
fn what_breaks_the_contract_is_refused_by_name_and_costs_nothing_else() {
    let mut desk = Desk::new();
    let mut shifted = daraban();
    shifted.incidents[0].casualties[2].at.start += 1;
    let mut changed = dera_ismail_khan();
    changed.text.push('!');
    let good = article("good", None, "Nothing happened.", &[]);
    let (tally, refusals, _) = desk.load(&[shifted, changed, good]);
    assert_eq!(tally, Tally { new: 1, refused: 2, ..Tally::default() });
    assert!(
        refusals[0].starts_with("articles/daraban.txt: incidents[0].casualties[2]: the text has other words"),
        "{refusals:?}"
    );
    assert!(refusals[1].contains("sha256"), "{refusals:?}");
    assert_eq!(
        desk.rows("SELECT source_id, code FROM outcomes WHERE outcome = 'refused' ORDER BY id"),
        ["daraban|not_valid", "dera-ismail-khan|not_valid"]
    );
}

#[test]
fn totals_follow_from_the_stated_figures() {
    let cases: [(&str, Vec<serde_json::Value>, &str); 7] = [
        ("a standing total", vec![figure("killed", Some(10), Some(10), "ten")], "10|10"),
        ("open above", vec![figure("killed", Some(23), None, "ten")], "23|"),
        (
            "parts add up",
            vec![
                with(figure("killed", Some(6), Some(6), "six"), json!({"standing": "summed", "extent": "part"})),
                with(figure("killed", Some(4), Some(4), "four"), json!({"standing": "summed", "extent": "part"})),
            ],
            "10|10",
        ),
        (
            "an open part leaves the sum open",
            vec![
                with(figure("killed", Some(6), Some(6), "six"), json!({"standing": "summed", "extent": "part"})),
                with(figure("killed", Some(4), None, "four"), json!({"standing": "summed", "extent": "part"})),
            ],
            "10|",
        ),
        (
            "sources dispute",
            vec![
                with(figure("killed", Some(132), Some(132), "ten"), json!({"standing": "disputed"})),
                with(figure("killed", Some(160), Some(160), "six"), json!({"standing": "disputed"})),
            ],
            "132|160",
        ),
        (
            "a boast counts only alone",
            vec![
                figure("killed", Some(10), Some(10), "ten"),
                with(
                    figure("killed", Some(60), Some(60), "six"),
                    json!({"standing": "disputed", "reported_by_kind": "perpetrator"}),
                ),
            ],
            "10|10",
        ),
        (
            "dead attackers are taken out of a total that holds them",
            vec![
                with(
                    figure("killed", Some(24), Some(24), "24, one attacker among them"),
                    json!({"includes_perpetrators": true}),
                ),
                with(
                    figure("killed", Some(1), Some(1), "one attacker"),
                    json!({"party": "perpetrator", "extent": "part", "standing": "restated"}),
                ),
                with(figure("killed", Some(6), Some(6), "six"), json!({"party": "perpetrator"})),
                with(
                    figure("killed", Some(27), Some(27), "four"),
                    json!({"party": "perpetrator", "scope": "response"}),
                ),
            ],
            "23|23",
        ),
    ];
    for (what, figures, due) in cases {
        let mut desk = Desk::new();
        desk.load(&[article(
            "a",
            None,
            "Attack: ten, six, four; 24, one attacker among them.",
            &[json!({"quote": "Attack", "casualties": figures})],
        )]);
        assert_eq!(desk.row("SELECT killed_low, killed_high FROM mention_totals"), due, "{what}");
    }
}

#[test]
fn decisions_are_only_ever_added() {
    let desk = Desk::new();
    let db = desk.store.connection();
    db.execute("INSERT INTO decisions (kind, mentions, decided_by, decided_at) VALUES ('merge', '[\"a\", \"b\"]', 'an analyst', '2024-01-01')", [])
        .expect("a decision");
    assert!(db.execute("UPDATE decisions SET reason = 'other'", []).is_err());
    assert!(db.execute("DELETE FROM decisions", []).is_err());
    assert!(db.execute("INSERT INTO decisions (kind, decided_by, decided_at) VALUES ('merge', 'x', 'y')", []).is_err());
}

#[test]
fn full_text_search_follows_the_articles() {
    let mut desk = Desk::new();
    desk.load(&[daraban(), dera_ismail_khan()]);
    assert_eq!(desk.row("SELECT count(*) FROM article_search WHERE article_search MATCH 'daraban'"), "1");
    assert_eq!(desk.row("SELECT count(*) FROM article_search WHERE article_search MATCH 'peshawar AND december'"), "2");
}
