//! Where an attack took place: sentences of our own, each with the place that a reader would name.
//!
//! Enters: short reports. Leaves: nothing.
//! Example: `a man from Basra was shot in Mosul` took place in Mosul.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::Location;
use pipeline::resolve::resolve;
use pipeline::text::Document;

fn locations(text: &str) -> Vec<Location> {
    let document = Document::cut(text, None);
    resolve(annotate(&document), Some("2020-05-05")).incidents.into_iter().filter_map(|m| m.location).collect()
}

fn places(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = locations(text).into_iter().next();
        let place = found.as_ref().and_then(|l| l.place.clone()).unwrap_or_default();
        if place != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}, found {place:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_place_is_the_most_exact_town_that_the_attack_happened_in() {
    places(&[
        ("Gunmen killed four traders in the village of Tulmay in Nigeria's Borno state on Monday.", "Tulmay"),
        ("A bomb killed two guards in Kandahar's Maywand District on Monday.", "Maiwand"),
        ("Militants shot dead six herders in Gwoza, in the Nigerian state of Borno, on Monday.", "Gwoza"),
        ("An explosion killed three people in Central Kirkuk on Monday.", "Kirkuk"),
        ("Attackers burned a clinic in al-Zurwan village near Mosul on Monday and killed two nurses.", "al-Zurwan"),
        ("A grenade killed three people in the Iraqi city of Kirkuk on Monday.", "Kirkuk"),
        ("Two suicide bombers killed five people in the city of Hit in Iraq on Monday.", "Hit"),
    ]);
}

#[test]
fn where_people_came_from_or_went_or_spoke_is_not_the_place() {
    places(&[
        ("Gunmen killed a soldier from Djibouti near Kismayo on Monday.", "Kismayo"),
        ("A bus from Kano to Abuja was attacked near Lokoja on Monday and four passengers were killed.", "Lokoja"),
        ("Rebels killed five miners in Goma on Monday, an official told reporters in Kinshasa.", "Goma"),
        ("A roadside bomb killed two soldiers in Maymana on Monday. The wounded were flown to Kabul.", "Maymana"),
        ("Gunmen killed two pilgrims on the road between Quetta and Karachi, near Khuzdar, on Monday.", "Khuzdar"),
    ]);
}

#[test]
fn a_quarter_is_a_site_of_its_town() {
    let text = "A car bomb killed nine people in the Karrada quarter of Baghdad on Monday.";
    let found = locations(text);
    assert_eq!(found[0].place.as_deref(), Some("Baghdad"));
    assert_eq!(found[0].place_text.as_deref(), Some("Karrada quarter of Baghdad"));
    places(&[
        ("Gunmen killed a judge in the Zanwari neighbourhood of Karachi on Monday.", "Karachi"),
        ("A bomb killed two people at St Mark's Church, Abbey Street, Enugu, on Monday.", "Enugu"),
    ]);
}

#[test]
fn attacks_of_one_wave_have_several_places() {
    places(&[("Bombs killed 40 people in Mosul, Kirkuk and Baquba on Monday.", "Mosul, Kirkuk, Baqubah")]);
}

#[test]
fn namesakes_lie_in_the_country_that_is_spoken_of() {
    for (text, country) in [
        ("Boko Haram fighters killed three farmers in Damboa on Monday. Nigerian troops gave chase.", "NG"),
        ("A bomb killed three people in Tripoli on Monday, the Lebanese army said. Lebanon was calm otherwise.", "LB"),
        ("Gunmen killed 60 shoppers in the Westgate mall in the Kenyan capital on Monday.", "KE"),
    ] {
        let found = locations(text);
        assert_eq!(found.first().and_then(|l| l.country_code.as_deref()), Some(country), "{text}");
    }
}

#[test]
fn words_that_refer_back_lead_to_the_town_named_before() {
    let text = "A bomb killed 12 people in Peshawar on Monday.\n\nIn 2013 two suicide bombers killed 80 people at a \
                church in the same city.";
    let found = locations(text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].place.as_deref(), Some("Peshawar"));
}
