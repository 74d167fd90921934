//! Messages in capitals, as agencies wired them.
//!
//! Enters: dispatches of our own. Leaves: nothing.
//! Example: `THE REBELS ALSO BLEW UP TWO PYLONS` is an attack beside the raid that the message began with.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::Mention;
use pipeline::resolve::resolve;
use pipeline::text::Document;

fn incidents(text: &str) -> Vec<Mention> {
    let document = Document::cut(text, None);
    resolve(annotate(&document), Some("1989-05-04")).incidents
}

fn targets(mention: &Mention) -> Vec<&str> {
    mention.targets.iter().map(|t| t.text.as_str()).collect()
}

#[test]
fn another_target_is_another_attack() {
    let found = incidents(
        "REBELS YESTERDAY ATTACKED A BANK IN TALNIQUE WITH RIFLE FIRE AND WOUNDED A WATCHMAN, OFFICIAL SOURCES SAID.\n\n   \
         MEANWHILE, URBAN COMMANDOS BLEW UP TWO PYLONS NEAR THE DAM.\n\n   THE BANK WILL REMAIN CLOSED UNTIL FRIDAY.",
    );
    assert_eq!(found.len(), 2, "{:?}", found.iter().map(targets).collect::<Vec<_>>());
    assert!(found.iter().all(|m| m.primary));
}

#[test]
fn two_murders_are_two_incidents() {
    let found = incidents(
        "THE COMMISSION CONDEMNED THE MURDER OF SENATOR RAMON LUGO VELA, WHO WAS SHOT ON MONDAY IN THE CAPITAL.\n\n   \
         IT ALSO RECALLED THE ASSASSINATION OF JUDGE ELENA MORA PAZ ON 2 APRIL.",
    );
    assert_eq!(found.len(), 2, "{:?}", found.iter().map(targets).collect::<Vec<_>>());
}

#[test]
fn an_attack_on_nobody_is_hearsay() {
    let found = incidents(
        "THE MINISTER SAID TODAY THAT THE COUNTRY NEEDS AID FROM ABROAD.  HE ADDED THAT THE ATTACK IN THE NORTH SHOWS HOW MUCH \
         REMAINS TO BE DONE, AND THAT THE TALKS WITH THE NEIGHBORING COUNTRIES WILL CONTINUE IN JUNE.",
    );
    assert!(found.is_empty(), "{:?}", found.iter().map(targets).collect::<Vec<_>>());
}

#[test]
fn a_person_is_no_town() {
    let found = incidents(
        "TWO MEN KILLED A GUARD ON MONDAY.  DR TALAVERA SAID THAT THE ATTACK ON TALAVERA, PRESIDENT OF THE COURT, HAD FAILED.",
    );
    let places: Vec<_> = found.iter().filter_map(|m| m.location.as_ref()?.place.as_deref()).collect();
    assert!(places.is_empty(), "{places:?}");
}

#[test]
fn what_is_only_mentioned_is_history() {
    let head = "DELEGATES MET TODAY AT THE LAKE.  THEY SPOKE OF PRICES FOR COFFEE.  THE TALKS LASTED SIX HOURS.  \
                A DINNER FOLLOWED IN THE EVENING.  THE HOST THANKED ALL OF THEM.  ";
    let recalled = incidents(&format!("{head}ONE RECALLED THE ASSASSINATION OF JUDGE ELENA MORA PAZ ON 2 APRIL 1981."));
    assert!(recalled.iter().all(|m| !m.primary), "{recalled:?}");
    let fresh =
        incidents(&format!("{head}MEANWHILE, TWO GUNMEN SHOT JUDGE ELENA MORA PAZ DEAD YESTERDAY IN TALNIQUE."));
    assert!(fresh.iter().any(|m| m.primary), "{fresh:?}");
}

#[test]
fn a_crash_is_no_attack_unless_somebody_is_blamed() {
    let chance =
        incidents("A LIGHT PLANE CRASHED TODAY NEAR TALNIQUE, KILLING TWO PILOTS.  ITS MECHANIC DIED ON THE SPOT.");
    assert!(chance.is_empty(), "{chance:?}");
    let meant =
        incidents("A LIGHT PLANE CRASHED TODAY NEAR TALNIQUE AFTER GUERRILLAS FIRED AT IT, KILLING TWO PILOTS.");
    assert_eq!(meant.len(), 1);
}

#[test]
fn who_dies_meeting_the_police_was_hunted() {
    let hunted =
        incidents("RAUL PENA, A SMUGGLER, DIED ON MONDAY DURING A CONFRONTATION WITH POLICEMEN NEAR TALNIQUE.");
    assert!(hunted.is_empty(), "{hunted:?}");
}
