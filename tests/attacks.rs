//! Types, targets, weapons and outcome of attacks, in sentences of our own.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::Mention;
use pipeline::resolve::resolve;
use pipeline::text::Document;
use pipeline::vocabulary::{IncidentOutcome, TargetKind};

fn read(text: &str) -> Option<Mention> {
    let document = Document::cut(text, None);
    resolve(annotate(&document), Some("2020-05-05")).incidents.into_iter().next()
}

fn types(text: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = read(text).iter().flat_map(|m| &m.attack_types).map(|t| t.code.code()).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn types_come_from_what_was_done() {
    let cases: [(&str, &[&str]); 7] = [
        ("A suicide bomber killed nine people in Kandahar on Monday.", &["suicide_bombing"]),
        ("A car bomb outside a bank in Cali killed two people on Monday.", &["bombing"]),
        ("Gunmen opened fire on a bus near Maiduguri on Monday, killing six passengers.", &["armed_assault"]),
        ("A man drove a lorry into a crowd in Nice on Monday, killing four people.", &["vehicle_ramming"]),
        (
            "Militants armed with rockets, rifles and grenades attacked a post in Mosul on Monday and killed five soldiers.",
            &["armed_assault"],
        ),
        ("Rebels kidnapped three engineers near Arauca on Monday.", &["kidnapping"]),
        ("Militants killed seven villagers in an attack near Gao on Monday.", &["armed_assault"]),
    ];
    for (text, expected) in cases {
        assert_eq!(types(text), expected, "{text}");
    }
}

#[test]
fn what_the_state_did_is_no_attack() {
    for text in [
        "Troops killed five militants in a raid near Maiduguri on Monday.",
        "Police said that the town had been calm since the elections, and thanked its people.",
    ] {
        assert!(read(text).is_none(), "{text}");
    }
}

#[test]
fn a_name_in_capitals_is_a_victim() {
    let mention = read("BOGOTA, 4 MAY 2020 -- GUNMEN KILLED MAYOR EFRAIN QUIROZ VELANDIA IN CALI TODAY.");
    let targets = mention.map(|m| m.targets).unwrap_or_default();
    assert!(
        targets.iter().any(|t| t.kind == TargetKind::Person && t.named && t.text.contains("EFRAIN QUIROZ")),
        "{targets:?}"
    );
}

#[test]
fn what_was_struck_is_a_target_and_what_was_seized_no_weapon() {
    let Some(mention) =
        read("Guerrillas dynamited a power pylon near Pasto on Monday. Police later seized two rifles.")
    else {
        panic!("no incident");
    };
    assert!(mention.targets.iter().any(|t| t.text.contains("pylon")), "{:?}", mention.targets);
    assert!(mention.weapons.is_empty(), "{:?}", mention.weapons);
}

#[test]
fn a_bomb_that_was_defused_is_a_foiled_attack() {
    let Some(mention) = read("Police defused a bomb outside the embassy in Athens on Monday. Nobody was hurt.") else {
        panic!("no incident");
    };
    assert_eq!(mention.outcome, IncidentOutcome::Foiled);
}
