//! Numbers of victims and attackers, in sentences of our own: numbers in words, their bounds, parts and sums.
//!
//! Enters: short reports. Leaves: nothing; the totals of the first incident are compared.
//! Example: `killed 24 people, including the attacker` is 23 victims and one attacker.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::{Count, Figure, Mention};
use pipeline::resolve::resolve;
use pipeline::text::Document;
use pipeline::vocabulary::{Extent, Outcome, Party, SpeakerKind, Standing};

fn read(text: &str) -> Option<Mention> {
    let document = Document::cut(text, None);
    resolve(annotate(&document), Some("2020-05-05")).incidents.into_iter().next()
}

fn show(count: Option<Count>) -> String {
    let bound = |b: Option<u32>| b.map_or_else(String::new, |n| n.to_string());
    count.map_or_else(|| "none".to_owned(), |c| format!("{}-{}", bound(c.low), bound(c.high)))
}

/// `killed injured attackers` of the first incident.
fn counts(text: &str) -> String {
    let Some(mention) = read(text) else { return "no incident".to_owned() };
    format!("{} {} {}", show(mention.killed), show(mention.injured), show(mention.perpetrators_killed))
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, counts(text)))
        .filter(|(_, expected, got)| *expected != got)
        .map(|(text, expected, got)| format!("{text:?} should give {expected:?}, gave {got:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_words_of_a_number_bound_it() {
    check(&[
        ("Gunmen killed ten police officers in Lima on Monday.", "10-10 none none"),
        ("Gunmen killed at least 23 people in Lima on Monday.", "23- none none"),
        ("Gunmen killed more than 20 people in Lima on Monday.", "20- none none"),
        ("Gunmen killed over 20 people in Lima on Monday.", "20- none none"),
        ("A bomb killed a dozen people in Lima on Monday.", "12-12 none none"),
        ("A bomb killed two dozen people in Lima on Monday.", "24-24 none none"),
        ("A bomb killed scores of people in Lima on Monday.", "40- none none"),
        ("A bomb killed as many as 30 people in Lima on Monday.", "-30 none none"),
        ("A bomb killed nearly 40 people in Lima on Monday.", "40-40 none none"),
        ("A bomb killed six or eight people in Lima on Monday.", "6-8 none none"),
        ("As many as ten officers are dead in an attack in Quetta on Monday.", "10-10 none none"),
        ("Gunmen killed up to 30 people in Lima on Monday.", "-30 none none"),
        ("Gunmen killed between 6 and 8 people in Lima on Monday.", "6-8 none none"),
        ("Gunmen killed six to eight people in Lima on Monday.", "6-8 none none"),
        ("Gunmen killed about 40 people in Lima on Monday.", "40-40 none none"),
        ("Gunmen killed fewer than 40 people in Lima on Monday.", "-40 none none"),
        ("Gunmen killed half a dozen people in Lima on Monday.", "6-6 none none"),
        ("Gunmen killed dozens of people in Lima on Monday.", "24- none none"),
        ("Gunmen killed several people in Lima on Monday.", "none none none"),
        ("A bomb exploded in Lima on Monday. There were no casualties.", "0-0 0-0 none"),
        ("A bomb exploded in Lima on Monday. No one was hurt.", "0-0 0-0 none"),
        ("A bomb exploded at a bank in Lima on Monday.", "none none none"),
    ]);
}

#[test]
fn parts_add_up_and_tolls_replace() {
    check(&[
        ("Gunmen killed six soldiers and four civilians in Lima on Monday.", "10-10 none none"),
        ("Gunmen killed an officer and 10 soldiers in Lima on Monday.", "11-11 none none"),
        ("Gunmen killed five engineers and their driver in Lima on Monday.", "6-6 none none"),
        ("Gunmen killed Ana Diaz, a deputy of the Farm Party, and 19 others in Lima on Monday.", "20-20 none none"),
        ("A bomb killed 12 people in Lima on Monday. The death toll later rose to 15.", "15-15 none none"),
        ("A bomb killed 12 people in Lima on Monday. Officials then lowered the death toll to nine.", "9-9 none none"),
        (
            "Gunmen killed 12 people in Lima on Monday, police said. The mayor put the death toll at 16.",
            "12-16 none none",
        ),
        (
            "Gunmen killed 12 people in Lima on Monday, police said. The Red Path group said it had killed 60.",
            "12-12 none none",
        ),
        (
            "Gunmen killed a mayor in Cali on Monday. His driver and a bodyguard were also killed, police said.",
            "3-3 none none",
        ),
        (
            "Gunmen killed dozens of people in Lima on Monday. A doctor said that 31 people had been killed.",
            "31-31 none none",
        ),
        (
            "A bomb went off in Lima on Monday, wounding three people. Another bomb exploded nearby, wounding two people.",
            "none 5-5 none",
        ),
    ]);
}

#[test]
fn dead_attackers_are_counted_apart() {
    check(&[
        ("A bomb killed 24 people, including the attacker, in Lima on Monday.", "23-23 none 1-1"),
        (
            "All 90 people on board, including two bombers, died when a plane was bombed near Lima on Monday.",
            "88-88 none 2-2",
        ),
        ("Two suicide bombers blew themselves up in Lima on Monday, killing six people.", "6-6 none 2-2"),
        (
            "A suicide bomber blew up the gate of a bank in Lima on Monday and two gunmen ran in. Police killed both gunmen. Six people died.",
            "6-6 none 3-3",
        ),
        ("A man stabbed a guard in Lima on Monday. He was shot and killed by police.", "none 1-1 1-1"),
        (
            "Six gunmen attacked a bank in Lima on Monday and killed two clerks. Five of them were shot dead.",
            "2-2 none 5-5",
        ),
        (
            "A gunman opened fire at a school in Lima on Monday, killing six pupils before turning the gun on himself.",
            "6-6 none 1-1",
        ),
        ("Three gunmen killed two clerks in Lima on Monday before they were shot dead.", "2-2 none 3-3"),
    ]);
}

/// Two hundred ways to tell a toll, in sentences of our own: one a line, with what it comes to.
const TOLLS: &str = include_str!("fixture/tolls.tsv");

#[test]
fn a_toll_is_read_however_it_is_told() {
    let cases: Vec<(&str, String)> = TOLLS
        .lines()
        .skip(1)
        .filter_map(|line| {
            let (counts, text) = line.rsplit_once('\t')?;
            Some((text, counts.replace('\t', " ")))
        })
        .collect();
    assert!(cases.len() > 150, "the table is there");
    let cases: Vec<(&str, &str)> = cases.iter().map(|(text, counts)| (*text, counts.as_str())).collect();
    check(&cases);
}

/// Words for the numbers that the property below prints.
const WORDS: &[(u32, &str)] = &[
    (2, "two"),
    (3, "three"),
    (7, "seven"),
    (11, "eleven"),
    (19, "nineteen"),
    (23, "twenty-three"),
    (40, "forty"),
    (86, "eighty-six"),
    (112, "112"),
    (1400, "1,400"),
];

fn of(mention: &Mention, outcome: Outcome, n: u32) -> impl Iterator<Item = &Figure> {
    mention.casualties.iter().filter(move |f| f.outcome == outcome && f.low.or(f.high) == Some(n))
}

#[test]
fn the_quote_of_a_figure_holds_the_words_of_its_number() {
    let frames = [
        "Gunmen killed {} villagers near Lima on Monday.",
        "{} villagers were killed near Lima on Monday when gunmen attacked a market.",
        "Gunmen attacked a market in Lima on Monday. The death toll has risen to {}.",
        "Gunmen attacked a market in Lima on Monday, leaving {} people dead.",
        "Gunmen attacked a market in Lima on Monday. Among the dead were {} children.",
        "Gunmen attacked a market in Lima on Monday. The bodies of {} traders were found.",
        "Gunmen attacked a market in Lima on Monday. {} people are believed to have died.",
        "Gunmen attacked a bus with {} passengers near Lima on Monday and killed them.",
    ];
    let mut wrong = Vec::new();
    for frame in frames {
        for (n, words) in WORDS {
            let text = frame.replace("{}", words);
            let Some(mention) = read(&text) else {
                wrong.push(format!("{text:?}: no incident"));
                continue;
            };
            let figures: Vec<&Figure> = of(&mention, Outcome::Killed, *n).collect();
            if figures.is_empty() {
                wrong.push(format!("{text:?}: no figure of {n}"));
            }
            for figure in figures {
                let cut = text.get(figure.at.start..figure.at.end);
                if !figure.at.quote.contains(words) || cut != Some(figure.at.quote.as_str()) {
                    wrong.push(format!("{text:?}: {n} from {:?}", figure.at.quote));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rows_keep_what_the_total_leaves_out() {
    let text = "Gunmen killed 12 people in Lima on Monday, police said. The mayor put the death toll at 16. \
                The Red Path group said it had killed 60.";
    let mention = read(text);
    let rows: Vec<_> = mention
        .iter()
        .flat_map(|m| &m.casualties)
        .filter(|f| f.outcome == Outcome::Killed && f.party == Party::Victim)
        .map(|f| (f.low, f.standing, f.extent, f.reported_by_kind))
        .collect();
    assert_eq!(
        rows,
        [
            (Some(12), Standing::Disputed, Extent::Total, SpeakerKind::Police),
            (Some(16), Standing::Disputed, Extent::Total, SpeakerKind::Government),
            (Some(60), Standing::Restated, Extent::Total, SpeakerKind::Perpetrator),
        ]
    );
}
