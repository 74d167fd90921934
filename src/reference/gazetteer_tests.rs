//! Tests of the gazetteer: names, and the places that news mean by them.
//!
//! Enters: folded names. Leaves: nothing. Example: `khost` must give the town first, then the province.

use super::{Place, PlaceKind, country, longest, lookup, place, within};
use crate::reference::fold::fold;

fn first(name: &str) -> Place {
    *lookup(&fold(name)).first().unwrap_or_else(|| panic!("{name} is not known"))
}

#[test]
fn the_likeliest_place_comes_first() {
    for (name, kind, code, admin1) in [
        ("Dera Ismail Khan", PlaceKind::Populated, "PK", "Khyber Pakhtunkhwa"),
        ("Peshawar", PlaceKind::Populated, "PK", "Khyber Pakhtunkhwa"),
        ("Kabul", PlaceKind::Populated, "AF", "Kabul"),
        ("Kabul province", PlaceKind::Admin1, "AF", "Kabul"),
        ("Khost", PlaceKind::Populated, "AF", "Khost"),
        ("Khost province", PlaceKind::Admin1, "AF", "Khost"),
        ("Lashkar Gah", PlaceKind::Populated, "AF", "Helmand"),
        ("Helmand", PlaceKind::Admin1, "AF", "Helmand"),
        ("Maiduguri", PlaceKind::Populated, "NG", "Borno"),
        ("Borno", PlaceKind::Admin1, "NG", "Borno"),
        ("San Salvador", PlaceKind::Populated, "SV", "San Salvador"),
        ("N'Djamena", PlaceKind::Populated, "TD", "N'Djamena"),
        ("Mogadishu", PlaceKind::Populated, "SO", "Banaadir"),
        ("Deir ez-Zor", PlaceKind::Populated, "SY", "Deir ez-Zor"),
        ("Deir Ezzor", PlaceKind::Populated, "SY", "Deir ez-Zor"),
        ("Deir al-Zor", PlaceKind::Populated, "SY", "Deir ez-Zor"),
        ("Dayr az-Zawr", PlaceKind::Populated, "SY", "Deir ez-Zor"),
        ("Raqqa", PlaceKind::Populated, "SY", "Raqqa"),
        ("al-Hasakah", PlaceKind::Populated, "SY", "Hasakah"),
        ("Paris", PlaceKind::Populated, "FR", "Île-de-France"),
        ("Hodeidah", PlaceKind::Populated, "YE", "Hodeidah"),
        ("Idlib", PlaceKind::Populated, "SY", "Idlib"),
        ("Daraban", PlaceKind::Populated, "PK", "Khyber Pakhtunkhwa"),
        ("Draban tehsil", PlaceKind::Populated, "PK", "Khyber Pakhtunkhwa"),
        ("Sadr City", PlaceKind::Populated, "IQ", "Baghdad"),
        ("Chibok", PlaceKind::Admin2, "NG", "Borno"),
        ("Bali", PlaceKind::Admin1, "ID", "Bali"),
        ("Punjab", PlaceKind::Admin1, "PK", "Punjab"),
        ("Gaza", PlaceKind::Populated, "PS", "Gaza Strip"),
        ("NWFP", PlaceKind::Admin1, "PK", "Khyber Pakhtunkhwa"),
        ("North Waziristan", PlaceKind::Admin2, "PK", "Khyber Pakhtunkhwa"),
        ("Dantewara", PlaceKind::Populated, "IN", "Chhattisgarh"),
        ("Dantewada district", PlaceKind::Admin2, "IN", "Chhattisgarh"),
    ] {
        let place = first(name);
        assert_eq!((place.kind, place.country_code, place.admin1), (kind, code, Some(admin1)), "{name}");
    }
}

#[test]
fn names_are_shown_as_english_prints_them() {
    for (name, shown) in
        [("Khanaqin", "Khanaqin"), ("Lashkar Gah", "Lashkar Gah"), ("Bogota", "Bogotá"), ("Sirnak", "Şırnak")]
    {
        assert_eq!(first(name).name, shown);
    }
}

#[test]
fn countries_are_found_by_name_alias_and_code() {
    for (name, canonical) in [
        ("DR Congo", "Democratic Republic of the Congo"),
        ("Russian Federation", "Russia"),
        ("Syria", "Syria"),
        ("Iran", "Iran"),
        ("Türkiye", "Turkey"),
        ("Burma", "Myanmar"),
        ("Palestinian territories", "Palestine"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("USA", "United States"),
        ("Britain", "United Kingdom"),
        ("Georgia", "Georgia"),
        ("Niger", "Niger"),
    ] {
        let place = first(name);
        assert_eq!((place.kind, place.name, place.country), (PlaceKind::Country, canonical, canonical), "{name}");
        assert_eq!(country(place.country_code).map(|it| it.id), Some(place.id), "{name}");
    }
    assert_eq!(country("PK").map(|it| it.name), Some("Pakistan"));
    assert_eq!(country("AD").map(|it| it.name), Some("Andorra"));
    assert_eq!(country("ZW").map(|it| it.name), Some("Zimbabwe"));
    for absent in ["", "QQ", "pk", "~"] {
        assert!(country(absent).is_none(), "{absent}");
    }
}

#[test]
fn the_longest_name_wins() {
    for (words, count, name) in [
        ("dera ismail khan on monday", 3, "Dera Ismail Khan"),
        ("khyber pakhtunkhwa province said", 3, "Khyber Pakhtunkhwa"),
        ("democratic republic of the congo and", 5, "Democratic Republic of the Congo"),
        ("san salvador", 2, "San Salvador"),
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let found = longest(&words).map(|(count, places)| (count, places[0].name));
        assert_eq!(found, Some((count, name)));
    }
    assert!(longest(&["militants", "attacked"]).is_none());
    assert!(longest(&[]).is_none());
}

#[test]
fn a_place_lies_in_what_holds_it() {
    let town = first("Dera Ismail Khan");
    for area in ["khyber pakhtunkhwa", "nwfp", "pakistan", "khyber pakhtunkhwa province"] {
        assert!(within(&town, area), "{area}");
    }
    let town = first("Daraban");
    assert_eq!(town.admin2, Some("Dera Ismail Khan"));
    assert!(town.latitude.is_some());
    for area in ["dera ismail khan", "dera ismail khan district", "d i khan", "khyber pakhtunkhwa", "pakistan"] {
        assert!(within(&town, area), "{area}");
    }
    for area in ["punjab", "india", "", "peshawar city", "no such area"] {
        assert!(!within(&town, area), "{area}");
    }
    assert!(within(&first("Arish"), "sinai"));
    assert!(within(&first("Mariupol"), "donbas"));
    assert!(within(&first("Pakistan"), "pakistan"));
}

#[test]
fn common_words_lead_to_large_towns_only_and_say_so() {
    assert!(lookup("police").is_empty());
    assert!(lookup("africa").is_empty());
    assert!(lookup("nice").iter().any(|place| place.common && place.country_code == "FR"));
    assert!(lookup("central").iter().all(|place| place.common && place.kind != PlaceKind::Populated));
    assert!(lookup("khan").iter().all(|place| place.common));
    assert!(lookup("kabul").iter().all(|place| !place.common));
}

#[test]
fn every_record_can_be_read() {
    let mut count = 0;
    while let Some(it) = place(count) {
        assert!(!it.name.is_empty() && it.country_code.len() == 2, "{it:?}");
        count += 1;
    }
    assert!(count > 230_000, "{count}");
}
