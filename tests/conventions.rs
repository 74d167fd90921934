//! One attack in ten outlets under five counting conventions, worked out by hand.
//!
//! Enters: hand-made extractions. Leaves: nothing.
//! Example: a toll that an agency said on the first day and a late copy prints again is no news.

mod fixture;

use assert_cmd::Command;
use fixture::{Desk, article, day, figure, with};
use pipeline::resolve::mention::Extraction;
use serde_json::{Value, json};

const COUNTS: &str = "killed_low, killed_best, killed_high, injured_low, injured_best, injured_high, \
                      perpetrators_killed_low, perpetrators_killed_best, perpetrators_killed_high";

/// An outlet's report of the attack on Dorra; every one has words of its own.
fn report(outlet: &str, published: &str, words: &str, figures: &[Value]) -> Extraction {
    told(outlet, published, words, &json!({"casualties": figures}))
}

fn told(outlet: &str, published: &str, words: &str, more: &Value) -> Extraction {
    let text = format!("The raid on Dorra came on 7 May 2024. {words}");
    let mut mention = json!({"quote": "raid", "date": day("2024-05-07", "7 May 2024"),
        "location": {"country": "Pakistan", "country_code": "PK", "admin1": "Punjab", "admin2": null, "place": "Dorra", "place_text": "Dorra",
            "site": null, "latitude": 31.0, "longitude": 71.0, "precision": "place", "quote": "Dorra"},
        "attack_types": [{"code": "armed_assault", "quote": "raid"}]});
    for (key, value) in more.as_object().expect("an object") {
        mention[key] = value.clone();
    }
    let mut extraction = article(outlet, Some(published), &text, &[mention]);
    extraction.publisher = Some(outlet.to_owned());
    extraction
}

fn exact(outcome: &str, number: u32, quote: &str, speaker: &str) -> Value {
    with(figure(outcome, Some(number), Some(number), quote), json!({"reported_by_kind": speaker}))
}

fn vague(outcome: &str, low: Option<u32>, quote: &str) -> Value {
    with(figure(outcome, low, None, quote), json!({"qualifier": "vague"}))
}

const WIRE: &str = "Riders with rifles came down from the hills before sunrise and went from door to door along the canal road, \
                    residents told the agency by telephone. At least 9 people were dead and dozens were hurt by noon, and the road \
                    to the district hospital was closed while soldiers searched the orchards.";

/// Ten outlets, six tolls, a boast.
fn outlets() -> Vec<Extraction> {
    let wire = |outlet: &str, published: &str, head: &str| {
        let at_least = with(figure("killed", Some(9), None, "At least 9 people"), json!({"qualifier": "at_least"}));
        report(outlet, published, &format!("{head}{WIRE}"), &[at_least, vague("injured", Some(24), "dozens")])
    };
    vec![
        wire("Agency", "2024-05-07", ""),
        wire("Morning Paper", "2024-05-07", "From our news desk. "),
        wire("Late Paper", "2024-05-12", "First printed last week. "),
        report(
            "Police Gazette",
            "2024-05-08",
            "Police counted 14 people killed and 30 injured; two of the raiders lay dead in the square. Last year 40 died here.",
            &[
                exact("killed", 14, "14 people", "police"),
                exact("injured", 30, "30 injured", "police"),
                with(exact("killed", 2, "two of the raiders", "police"), json!({"party": "perpetrator"})),
                with(exact("killed", 40, "40 died", "narrator"), json!({"scope": "background"})),
            ],
        ),
        report(
            "Clinic Bulletin",
            "2024-05-08",
            "The mortuary had received 15 bodies by evening.",
            &[exact("killed", 15, "15 bodies", "hospital")],
        ),
        report(
            "Valley Radio",
            "2024-05-08",
            "In all 14 villagers lost their lives that night.",
            &[exact("killed", 14, "14 villagers", "narrator")],
        ),
        report(
            "State Television",
            "2024-05-10",
            "The ministry first spoke of 16 dead, then put it at 12 dead with 28 wounded. The army says 20 militants fell in its sweep.",
            &[
                with(exact("killed", 16, "16 dead", "government"), json!({"standing": "superseded"})),
                exact("killed", 12, "12 dead", "government"),
                exact("injured", 28, "28 wounded", "government"),
                with(
                    exact("killed", 20, "20 militants", "military"),
                    json!({"party": "perpetrator", "scope": "response"}),
                ),
            ],
        ),
        report("Courier", "2024-05-09", "Dozens were slain, it wrote.", &[vague("killed", Some(24), "Dozens")]),
        report(
            "Mountain Voice",
            "2024-05-09",
            "Its spokesman claims that fifty soldiers perished.",
            &[exact("killed", 50, "fifty soldiers", "perpetrator")],
        ),
        report(
            "Traveller",
            "2024-05-10",
            "A shepherd saw between 10 and 13 graves. In three years 200 were killed around here.",
            &[
                with(
                    figure("killed", Some(10), Some(13), "10 and 13 graves"),
                    json!({"qualifier": "range", "reported_by_kind": "witness"}),
                ),
                with(exact("killed", 200, "200 were killed", "narrator"), json!({"scope": "cumulative"})),
            ],
        ),
    ]
}

fn counts(desk: &Desk, convention: &str) -> String {
    let view = if convention == "stated" { String::new() } else { format!("_{convention}") };
    desk.row(&format!("SELECT {COUNTS} FROM incident_summary{view}"))
}

#[test]
fn five_conventions_give_five_answers() {
    let mut desk = Desk::new();
    let (_, refused, linked) = desk.load(&outlets());
    assert_eq!((refused, linked.incidents), (Vec::new(), 1));
    // Agency, Morning and Late Paper are one voice
    assert_eq!(desk.row("SELECT articles, voices FROM incident_summary"), "10|8");
    // words of 7 voices: 9 or more (7 May); 14, 15, 14 (8 May); dozens (9 May); 12 by the ministry, 10 to 13 by a witness (10 May)
    // stated: lowest 9; the last day, the ministry before the witness: 12; highest the 24 of "dozens"
    assert_eq!(counts(&desk, "stated"), "9|12|24|24|28|30|2|2|2");
    // gtd: two attackers in every number; of 12 and 10 on the last day neither has a majority: the lower, 10 + 2
    assert_eq!(counts(&desk, "gtd"), "11|12|17|28|28|30|2|2|2");
    // acled: 14 is what two voices say, and the attackers die with them: 14 + 2
    assert_eq!(counts(&desk, "acled"), "11|16|17||||||");
    // ucdp: as stated without "dozens", with the attackers: 12 + 2
    assert_eq!(counts(&desk, "ucdp"), "11|14|17||||2|2|2");
    assert_eq!(counts(&desk, "muc4"), "9|12|15|28|28|30|||");
    assert_eq!(
        desk.row("SELECT killed_fill, injured_fill FROM incident_summary_muc4"),
        "12 / 10-13 / 15 / 14 / 9-|28 / 30"
    );
    assert_eq!(
        desk.rows("SELECT f.left_out || ' ' || c.words FROM convention_figures AS f JOIN casualties AS c ON c.id = f.casualty_id
             WHERE f.convention = 'gtd' AND f.left_out IS NOT NULL GROUP BY 1 ORDER BY 1"),
        ["background 40 died", "cumulative 200 were killed", "own_figure fifty soldiers", "response 20 militants", "superseded 16 dead", "vague Dozens", "vague dozens"]
    );
}

#[test]
fn arrival_and_batches_change_no_count() {
    let mut expected = Desk::new();
    expected.load(&outlets());
    let mut desk = Desk::new();
    for one in outlets().into_iter().rev() {
        desk.load(&[one]);
    }
    for convention in ["stated", "gtd", "acled", "ucdp", "muc4"] {
        assert_eq!(counts(&desk, convention), counts(&expected, convention), "{convention}");
    }
    let voices = "SELECT a.publisher, b.publisher FROM incident_voices AS v JOIN articles AS a ON a.id = v.article_id
                  JOIN articles AS b ON b.id = v.voice_id WHERE a.publisher IN ('Agency', 'Morning Paper', 'Late Paper') ORDER BY 1";
    assert_eq!(desk.rows(voices), expected.rows(voices));
    let leaders: std::collections::BTreeSet<String> =
        desk.rows(voices).iter().filter_map(|row| row.split('|').nth(1).map(ToOwned::to_owned)).collect();
    assert_eq!((desk.rows(voices).len(), leaders.len()), (3, 1));
    assert_eq!(desk.row("SELECT count(*) FROM voices_due"), "0");
    // a copy that is retired leaves its voice
    desk.load(&[told("Morning Paper", "2024-05-08", "Nothing is certain yet, the paper writes.", &json!({}))]);
    assert_eq!(desk.row("SELECT articles, voices FROM incident_summary"), "10|9");
}

/// The counts of one convention when these outlets tell of the attack; the columns of killed alone.
fn killed(reports: &[Extraction], convention: &str) -> String {
    let mut desk = Desk::new();
    assert_eq!(desk.load(reports).2.incidents, 1);
    counts(&desk, convention).split('|').take(3).collect::<Vec<_>>().join("|")
}

fn plain(outlet: &str, day: u32, number: u32) -> Extraction {
    let words = format!("{outlet} writes of {number} dead.");
    report(
        outlet,
        &format!("2024-05-{day:02}"),
        &words,
        &[exact("killed", number, &format!("{number} dead"), "narrator")],
    )
}

#[test]
fn gtd_takes_the_majority_of_the_last_day_and_acled_what_is_corroborated_last() {
    let tied = [plain("A", 8, 18), plain("B", 9, 20), plain("C", 9, 18), plain("D", 9, 21)];
    assert_eq!(killed(&tied, "gtd"), "18|18|21");
    assert_eq!(killed(&tied, "stated"), "18|21|21");
    let raised = [plain("A", 8, 9), plain("B", 8, 9), plain("C", 10, 14), plain("D", 10, 14), plain("E", 10, 30)];
    assert_eq!(killed(&raised, "acled"), "9|14|30");
    let alone = [plain("A", 8, 9), plain("B", 9, 14), plain("C", 10, 30)];
    assert_eq!(killed(&alone, "acled"), "9|9|30");
}

#[test]
fn a_boast_counts_only_alone_and_for_gtd_never() {
    let boast = report("Mountain Voice", "2024-05-09", "Fifty fell.", &[exact("killed", 50, "Fifty", "perpetrator")]);
    let one = std::slice::from_ref(&boast);
    let each = ["stated", "gtd", "acled", "ucdp", "muc4"].map(|convention| killed(one, convention));
    assert_eq!(each, ["50|50|50", "||", "50|50|50", "50|50|50", "50|50|50"]);
    assert_eq!(killed(&[boast, plain("A", 8, 9)], "stated"), "9|9|9");
}

#[test]
fn words_without_a_number_and_silence() {
    let several = |code: &str| {
        told(
            "A",
            "2024-05-08",
            "Several lost their lives.",
            &json!({"casualties": [vague("killed", None, "Several")],
            "attack_types": [{"code": code, "quote": "raid"}]}),
        )
    };
    let mut desk = Desk::new();
    desk.load(&[several("bombing")]);
    let each = ["stated", "gtd", "acled", "ucdp", "muc4"].map(|convention| counts(&desk, convention));
    assert_eq!(each, ["||||||||", "||||||||", "10|10|10||||||", "||||||||", "||||||||"]);
    assert_eq!(desk.row("SELECT killed_fill, injured_fill FROM incident_summary_muc4"), "PLURAL|-");
    assert_eq!(killed(&[several("armed_assault")], "acled"), "3|3|3");
    for (word, number) in [("Hundreds", 100), ("Dozens", 12), ("Scores", 20), ("Tens of people", 10)] {
        let one = report("A", "2024-05-08", &format!("{word} died."), &[vague("killed", None, word)]);
        assert_eq!(killed(&[one], "acled"), format!("{number}|{number}|{number}"), "{word}");
    }
    let mut silent = Desk::new();
    silent.load(&[told("A", "2024-05-08", "Nobody knows more.", &json!({}))]);
    assert_eq!(counts(&silent, "acled"), "0|0|0||||||");
    assert_eq!(silent.row("SELECT count(*) FROM incident_summary_ucdp"), "0");
    assert_eq!(silent.row("SELECT killed_best IS NULL, killed_fill FROM incident_summary_muc4 JOIN (SELECT 1)"), "1|-");
}

#[test]
fn a_total_with_its_attackers_is_not_counted_twice() {
    let with_one = report(
        "A",
        "2024-05-08",
        "There are 24 dead including an attacker.",
        &[with(exact("killed", 24, "24 dead", "police"), json!({"includes_perpetrators": true}))],
    );
    let attacker = report(
        "B",
        "2024-05-08",
        "One raider was shot.",
        &[with(exact("killed", 1, "One raider", "police"), json!({"party": "perpetrator"}))],
    );
    assert_eq!(killed(std::slice::from_ref(&with_one), "gtd"), "24|24|24");
    let both = [with_one, attacker];
    assert_eq!((killed(&both, "stated"), killed(&both, "gtd")), ("23|23|23".to_owned(), "24|24|24".to_owned()));
}

#[test]
fn history_in_a_round_number_revises_nothing() {
    let recalled = told(
        "B",
        "2024-11-07",
        "More than 100 died then.",
        &json!({"primary": false, "casualties": [with(figure("killed", Some(100), None, "More than 100"), json!({"qualifier": "more_than"}))]}),
    );
    assert_eq!(killed(&[plain("A", 9, 101), recalled.clone()], "stated"), "100|101|101");
    assert_eq!(killed(&[recalled], "stated"), "100|100|100");
}

fn pipeline(desk: &Desk, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("pipeline").expect("the program");
    let done = command.args(arguments).arg("--db").arg(desk.path()).assert().code(0);
    String::from_utf8(done.get_output().stdout.clone()).expect("text")
}

#[test]
fn exports_and_explanations_follow_the_convention() {
    let mut desk = Desk::new();
    desk.load(&outlets());
    let csv = pipeline(&desk, &["export", "incident_summary", "--convention", "acled", "--out", "-"]);
    assert!(csv.contains(",11,16,17,,,,,,,10,8,2024-05-07,2024-05-12,"), "{csv}");
    let csv = pipeline(&desk, &["export", "monthly_totals", "--convention", "ucdp", "--out", "-"]);
    assert!(csv.ends_with("2024-05,PK,Pakistan,1,11,14,17,,,,0\n"), "{csv}");
    let out = desk.folder.path().join("csv");
    pipeline(&desk, &["-q", "export", "--convention", "gtd", "--out", out.to_str().expect("a path")]);
    assert!(out.join("incident_summary_gtd.csv").exists() && !out.join("incident_summary.csv").exists());
    let package = std::fs::read_to_string(out.join("datapackage.json")).expect("a package");
    assert!(package.contains("\"convention\": \"gtd\""), "{package}");

    let told = pipeline(&desk, &["explain", "2024-05-07-dorra", "--convention", "gtd"]);
    for line in [
        "killed               12 (low 11, high 17)",
        "killed = 10 victims + 2 attackers = 12",
        "3 articles are one voice: Agency, Morning Paper, Late Paper",
        "left out: 50, “fifty soldiers” (Mountain Voice, 2024-05-09): the attackers' own figure",
        "left out: 20, “20 militants” (State Television, 2024-05-10): the response to the attack",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    Command::cargo_bin("pipeline").expect("the program").args(["export", "--convention", "sipri"]).assert().code(2);
}
