//! Attacks that look like one and are two, and attacks that look like two and are one.
//!
//! Enters: hand-made extractions, in words of our own. Leaves: nothing.
//! Example: a shrine that was attacked in 2021 and again in 2022 is two incidents; a toll that falls is still one.
#![allow(clippy::unwrap_used)]

mod fixture;

use fixture::{Desk, article, day, figure, with};
use pipeline::resolve::mention::Extraction;
use serde_json::{Value, json};

/// An account of an attack on a site in a town; more is said by `with`.
fn account(anchor: &str, place: &str, site: &str, on: Option<&str>, killed: Option<u32>) -> Value {
    let toll = killed.map(|killed| figure("killed", Some(killed), Some(killed), &format!("{killed} dead")));
    json!({"quote": anchor, "date": on.map(|on| day(on, on)), "attack_types": [{"code": "armed_assault", "quote": anchor}],
        "location": {"country": "Mali", "country_code": "ML", "admin1": null, "admin2": null, "place": place, "place_text": place,
            "site": site, "latitude": null, "longitude": null, "precision": "place", "quote": place},
        "casualties": toll.into_iter().collect::<Vec<Value>>()})
}

fn one(id: &str, published: Option<&str>, text: &str, account: &Value) -> Extraction {
    article(id, published, text, std::slice::from_ref(account))
}

/// Which articles tell of each incident, after loading them one by one and after linking everything.
fn incidents(articles: &[Extraction]) -> Vec<String> {
    let told = |desk: &Desk| {
        desk.rows("SELECT group_concat(source_id) FROM (SELECT m.incident_id, s.source_id FROM mentions AS m JOIN article_sources AS s USING (article_id)
            ORDER BY s.source_id, m.start_byte) GROUP BY incident_id ORDER BY 1")
    };
    let mut desk = Desk::new();
    for one in articles {
        desk.load(std::slice::from_ref(one));
    }
    let touched = told(&desk);
    desk.store.relink().unwrap();
    assert_eq!(told(&desk), touched);
    touched
}

#[test]
fn two_attacks_on_one_town_weeks_apart_are_two() {
    let first = account("gunmen came", "Kolokani", "market", Some("2024-03-04"), Some(12));
    let second = account("gunmen came", "Kolokani", "market", Some("2024-03-25"), Some(12));
    assert_eq!(
        incidents(&[
            one(
                "a",
                Some("2024-03-05"),
                "On 2024-03-04 gunmen came to the market of Kolokani and left 12 dead.",
                &first
            ),
            one(
                "b",
                Some("2024-03-26"),
                "Again gunmen came on 2024-03-25, and 12 dead lie in Kolokani by the market.",
                &second
            ),
            one(
                "c",
                Some("2024-03-06"),
                "Kolokani buries 12 dead two days after gunmen came, on 2024-03-04, to its market.",
                &first
            ),
        ]),
        ["a,c", "b"]
    );
}

#[test]
fn one_shrine_in_two_years_is_two() {
    let year = |year: &str, killed| {
        let date = json!({"start": format!("{year}-01-01"), "end": format!("{year}-12-31"), "precision": "year", "basis": "stated", "quote": year});
        with(account("shooting", "Sikoro", "Lamp shrine", None, Some(killed)), json!({ "date": date }))
    };
    let exact = |on: &str, killed| account("shooting", "Sikoro", "Lamp shrine", Some(on), Some(killed));
    assert_eq!(
        incidents(&[
            one(
                "a",
                Some("2021-10-27"),
                "A shooting at the Lamp shrine in Sikoro on 2021-10-26: 15 dead.",
                &exact("2021-10-26", 15)
            ),
            one(
                "b",
                Some("2022-08-14"),
                "A shooting at the Lamp shrine in Sikoro on 2022-08-13: 2 dead.",
                &exact("2022-08-13", 2)
            ),
            one(
                "c",
                None,
                "Sikoro still mourns the 15 dead of the shooting of 2021 at the Lamp shrine.",
                &year("2021", 15)
            ),
            one("d", None, "In 2022 there was a shooting in Sikoro with 2 dead at the Lamp shrine.", &year("2022", 2)),
        ]),
        ["a,c", "b,d"]
    );
}

#[test]
fn attacks_of_one_day_in_several_places_are_several_each_told_of_by_many() {
    let town = |town: &str, site: &str, killed| account("raid", town, site, Some("2024-05-11"), Some(killed));
    let text = |town: &str, site: &str, killed: u32, word: &str| {
        format!("{word} the raid of 2024-05-11 on the {site} of {town}, {killed} dead.")
    };
    let mut told = Vec::new();
    for (n, (place, site, killed)) in
        [("Diafara", "customs post", 4_u32), ("Mourdia", "gendarmerie", 7), ("Banamba", "sawmill", 5)]
            .iter()
            .enumerate()
    {
        for word in ["Of", "More on"] {
            let id = format!("{}{}", ["d", "m", "b"][n], if word == "Of" { 1 } else { 2 });
            told.push(one(&id, Some("2024-05-12"), &text(place, site, *killed, word), &town(place, site, *killed)));
        }
    }
    assert_eq!(incidents(&told), ["b1,b2", "d1,d2", "m1,m2"]);
}

#[test]
fn attacks_under_one_toll_are_one_for_all_who_tell_of_them() {
    let places = "Diafara, Mourdia";
    let joint = account("attacks", places, "posts", Some("2024-05-11"), Some(31));
    let lone = account("attacks", "Mourdia", "posts", Some("2024-05-11"), Some(31));
    assert_eq!(
        incidents(&[
            one("a", Some("2024-05-12"), "The attacks of 2024-05-11 on posts in Diafara, Mourdia: 31 dead.", &joint),
            one(
                "b",
                Some("2024-05-12"),
                "31 dead, says the army, in attacks on posts, among them Mourdia, on 2024-05-11.",
                &lone
            ),
        ]),
        ["a,b"]
    );
}

#[test]
fn an_incident_recalled_by_name_only_joins_the_one_that_it_can_be() {
    let text = "On 2024-02-02 masked men fell upon the Sabalibougou granary in Nioro and left 21 dead.";
    let news = account("fell upon", "Nioro", "Sabalibougou granary", Some("2024-02-02"), Some(21));
    let other = account("fell upon", "Nioro", "ferry", Some("2023-02-02"), Some(3));
    let recalled = with(
        account("massacre", "Nioro", "Sabalibougou granary", None, Some(21)),
        json!({"primary": false, "attack_types": []}),
    );
    let recalls =
        "A new mayor was chosen. He lost a son in the massacre of Nioro at the Sabalibougou granary, 21 dead.";
    assert_eq!(
        incidents(&[
            one("ferry", Some("2023-02-03"), "On 2023-02-02 thieves fell upon the ferry of Nioro: 3 dead.", &other),
            one("news", Some("2024-02-03"), text, &news),
            one("recalls", Some("2024-09-01"), recalls, &recalled),
        ]),
        ["ferry", "news,recalls"]
    );
    // with nothing but the town's name it could be either, and waits
    let bare = with(account("trouble", "Nioro", "place", None, None), json!({"primary": false, "attack_types": []}));
    assert_eq!(
        incidents(&[
            one("ferry", Some("2023-02-03"), "On 2023-02-02 thieves fell upon the ferry of Nioro: 3 dead.", &other),
            one("news", Some("2024-02-03"), text, &news),
            one("bare", Some("2024-09-01"), "The fair is back. There was trouble at the place once, in Nioro.", &bare),
        ]),
        ["bare", "ferry", "news"]
    );
}

#[test]
fn a_toll_that_falls_is_one_incident() {
    let told = |killed| account("ambush", "Douentza", "convoy", Some("2024-07-09"), Some(killed));
    assert_eq!(
        incidents(&[
            one("a", Some("2024-07-09"), "38 dead in the ambush of 2024-07-09 on a convoy near Douentza.", &told(38)),
            one("b", Some("2024-07-10"), "The ambush on the convoy at Douentza on 2024-07-09: now 31 dead.", &told(31)),
            one(
                "c",
                Some("2024-07-12"),
                "After the ambush of 2024-07-09: 19 dead, not more, in Douentza's convoy.",
                &told(19)
            ),
        ]),
        ["a,b,c"]
    );
}

#[test]
fn an_article_that_states_the_wrong_day_is_still_about_it() {
    let on = |on: &str| {
        with(
            account("blast", "Tessalit", "Kidal road bridge", Some(on), Some(17)),
            json!({"groups": [{"name": "Al-Mourabitoun", "short_name": null, "attribution": "claimed", "quote": "Al-Mourabitoun"}]}),
        )
    };
    assert_eq!(
        incidents(&[
            one(
                "a",
                Some("2024-04-03"),
                "The blast of 2024-04-02 at Tessalit, by Al-Mourabitoun: 17 dead on the Kidal road bridge.",
                &on("2024-04-02")
            ),
            one(
                "b",
                Some("2024-04-03"),
                "17 dead: Al-Mourabitoun and the blast of 2024-04-02 on Tessalit's Kidal road bridge.",
                &on("2024-04-02")
            ),
            one(
                "c",
                Some("2024-04-05"),
                "Al-Mourabitoun owned the blast of 2024-04-04, 17 dead, on the Kidal road bridge, Tessalit.",
                &on("2024-04-04")
            ),
        ]),
        ["a,b,c"]
    );
}

#[test]
fn copies_of_one_report_are_one_incident_and_both_are_kept() {
    let words = "On 2024-08-08 riders raided the salt caravan at Araouane; 9 dead were counted.";
    let told = account("raided", "Araouane", "salt caravan", Some("2024-08-08"), Some(9));
    let copy = format!("{words} (From our partners)");
    assert_eq!(
        incidents(&[one("a", Some("2024-08-09"), words, &told), one("b", Some("2024-08-09"), &copy, &told)]),
        ["a,b"]
    );
}
