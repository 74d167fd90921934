//! What tells of an attack and what does not, and whom and what it struck.
//!
//! Enters: sentences of our own. Leaves: nothing.
//! Example: `Six rockets landed near the airport.` tells of an attack by rockets.

use pipeline::annotate::annotate;
use pipeline::frame::report::{Report, report};
use pipeline::frame::{fire, habit, intended, left_bomb, ramming, taking, trigger, weapon};
use pipeline::text::Document;

fn reports(text: &str) -> Vec<Report> {
    let document = Document::cut(text, None);
    let annotated = annotate(&document);
    annotated.items.iter().map(|items| report(items, &document.tokens)).collect()
}

fn attacks(text: &str) -> Vec<String> {
    let mut out: Vec<String> = reports(text)
        .iter()
        .flat_map(|r| &r.triggers)
        .flat_map(|t| {
            if t.types.is_empty() {
                vec!["attack".to_owned()]
            } else {
                t.types.iter().map(|c| format!("{c:?}")).collect()
            }
        })
        .collect();
    out.sort();
    out.dedup();
    out
}

fn struck(text: &str) -> Vec<String> {
    let targets = reports(text).into_iter().flat_map(|r| r.targets).filter(|t| t.struck);
    targets.map(|t| t.span.of(text).to_owned()).collect()
}

#[test]
fn every_rule_over_words_does_what_its_examples_say() {
    let mut wrong = Vec::new();
    let all = [
        fire::TELLINGS,
        habit::TELLINGS,
        intended::TELLINGS,
        left_bomb::TELLINGS,
        ramming::TELLINGS,
        taking::TELLINGS,
        trigger::TELLINGS,
        weapon::TELLINGS,
    ];
    for telling in all.into_iter().flatten() {
        let told = |text: &str| -> Vec<String> {
            let quotes = |r: &Report| match telling.attack {
                None => r.intended.iter().map(|s| s.of(text).to_owned()).collect::<Vec<_>>(),
                Some(code) => {
                    let of_it = r.triggers.iter().filter(|t| t.types.contains(&code));
                    of_it.map(|t| t.span.of(text).to_owned()).collect()
                }
            };
            reports(text).iter().flat_map(quotes).collect()
        };
        for (text, quote) in telling.fires {
            if !told(text).iter().any(|q| q == quote) {
                wrong.push(format!("{}: {text:?} should give {quote:?}, gave {:?}", telling.rule, told(text)));
            }
        }
        for text in telling.silent {
            if !told(text).is_empty() {
                wrong.push(format!("{}: should be silent on {text:?}, gave {:?}", telling.rule, told(text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn verbs_and_nouns_tell_of_attacks() {
    for (text, expected) in [
        ("Rebels used a home-made bomb against the patrol on Monday.", "Bombing"),
        ("Six rockets landed near the airport.", "MortarOrRocket"),
        ("Gunmen snatched two engineers from the road.", "Kidnapping"),
        ("Four villagers were seized at the market.", "Kidnapping"),
        ("Armed men seized the train near Dalgora.", "Hijacking"),
        ("They set fire to nine huts before dawn.", "Arson"),
        ("The car was sprayed with bullets by two men.", "ArmedAssault"),
        ("An attacker in a lorry ploughed into the crowd.", "VehicleRamming"),
    ] {
        assert!(attacks(text).iter().any(|t| t == expected), "{text}: {:?}", attacks(text));
    }
}

#[test]
fn words_alone_tell_of_none() {
    for text in [
        "The senator harshly attacked the president.",
        "The post of secretary was eliminated in May.",
        "He wants laws slashing bureaucracy.",
        "The crisis exploded in June.",
        "A murder trial opened in the capital.",
        "Police said that 96 murders were reported in June.",
        "The strike by teachers and other employees goes on.",
        "The economy needs a shot in the arm.",
        "Guards fired shots into the air.",
        "Gangs who kidnap and murder rule the valley.",
        "The army denied that the mayor had been abducted.",
        "Police are looking into whether it was a suicide bombing.",
        "Police seized 20 rifles and a car.",
        "Warplanes bombed the valley for an hour.",
        "The authorities raided four farms.",
        "The trafficker was killed in a police operation.",
        "Two suspects shot dead at the bridge.",
    ] {
        assert_eq!(attacks(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_was_struck_is_found_around_the_verb() {
    for (text, expected) in [
        ("Ana Villegas, a judge, was shot in Dalgora.", "Ana Villegas"),
        ("A bomb exploded early on Monday outside the Rosewood Hotel.", "Rosewood Hotel"),
        ("He visited the offices, which were bombed in May.", "offices"),
        ("The judge survived an attack near her home.", "judge"),
        ("Gunmen ambushed an army convoy.", "army convoy"),
        ("A car bomb meant for the governor killed a guard.", "governor"),
        ("Police arrested a man suspected of killing Ana Villegas.", "Ana Villegas"),
    ] {
        assert!(struck(text).iter().any(|t| t.ends_with(expected)), "{text}: {:?}", struck(text));
    }
    assert!(struck("The minister's residence was bombed.").iter().all(|t| t != "minister"));
}

#[test]
fn a_noun_of_attack_names_its_weapon() {
    let found = reports("A dynamite attack damaged the bank.");
    assert!(found[0].weapons.iter().any(|w| w.span.of("A dynamite attack damaged the bank.") == "dynamite"));
}

#[test]
fn a_suicide_attack_is_told_by_its_bomb() {
    let meant = |text: &str| reports(text).iter().any(|r| r.suicide.is_some());
    assert!(meant("A woman set off her vest at the gate."));
    assert!(meant("Rebels rammed a lorry packed with explosives into the barracks."));
    assert!(!meant("The general committed suicide in May."));
    assert!(!meant("A suicide bomber may have been among the gunmen."));
}

#[test]
fn a_lorry_that_kills_is_a_weapon() {
    let text = "Nine people were killed by an assailant in a van.";
    assert!(attacks(text).contains(&"VehicleRamming".to_owned()), "{:?}", attacks(text));
    assert!(!attacks("Nine people were killed by a bomb in a lorry.").contains(&"VehicleRamming".to_owned()));
}

#[test]
fn what_is_unfounded_and_the_largest_one_seized_harm_nobody() {
    let read = |text: &str| reports(text).remove(0);
    let unfounded = read("The report that a ferryman was shot dead by raiders in Lodi is unfounded.");
    assert!(unfounded.triggers.is_empty() && unfounded.casualties.iter().all(|c| c.unreal));
    assert!(read("The hoard was the largest one seized from the raiders this year.").casualties.is_empty());
    assert_eq!(read("A ferryman was shot dead by raiders in Lodi.").casualties.len(), 1);
    assert!(!read("Four ferrymen were seized by raiders.").casualties.is_empty());
}
