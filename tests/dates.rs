//! The day of an attack, however a report gives it.
//!
//! Enters: short reports of our own, all published on Wednesday 13 March 2024. Leaves: nothing.
//! Example: `police said on Tuesday that gunmen had killed six on Sunday` is of Sunday 10 March.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::MentionDate;
use pipeline::resolve::resolve;
use pipeline::text::Document;

/// The date of the first incident.
fn date(text: &str, published: Option<&str>) -> Option<MentionDate> {
    let document = Document::cut(text, None);
    resolve(annotate(&document), published).incidents.into_iter().next()?.date
}

fn hold(published: Option<&str>, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = date(text, published).map_or_else(
            || "none".to_owned(),
            |d| {
                let days = if d.start == d.end { d.start } else { format!("{}/{}", d.start, d.end) };
                format!("{days} {}", d.basis.code())
            },
        );
        if found != *expected {
            wrong.push(format!("{text}\n    due {expected}, got {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PUBLISHED: Option<&str> = Some("2024-03-13");

#[test]
fn words_beside_the_attack() {
    hold(
        PUBLISHED,
        &[
            ("Gunmen killed six villagers in Gwoza on Monday.", "2024-03-11 relative"),
            ("Gunmen killed six villagers in Gwoza on Wednesday.", "2024-03-13 relative"),
            ("Gunmen killed six villagers in Gwoza last Wednesday.", "2024-03-06 relative"),
            ("Gunmen killed six villagers in Gwoza on Friday of last week.", "2024-03-08 relative"),
            ("Gunmen killed six villagers in Gwoza late on Sunday night.", "2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza yesterday.", "2024-03-12 relative"),
            ("Gunmen last night killed six villagers in Gwoza.", "2024-03-12 relative"),
            ("Gunmen killed six villagers in Gwoza early today.", "2024-03-13 relative"),
            ("Gunmen killed six villagers in Gwoza this morning.", "2024-03-13 relative"),
            ("Gunmen killed six villagers in Gwoza the day before yesterday.", "2024-03-11 relative"),
            ("Gunmen killed six villagers in Gwoza overnight.", "2024-03-12/2024-03-13 relative"),
            ("Gunmen killed six villagers in Gwoza at the weekend.", "2024-03-09/2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza three days ago.", "2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza earlier this week.", "2024-03-11/2024-03-13 relative"),
            ("Gunmen killed six villagers in Gwoza last week.", "2024-03-04/2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza last month.", "2024-02-01/2024-02-29 relative"),
            ("Gunmen killed six villagers in Gwoza on 9 March.", "2024-03-09 stated"),
            ("Gunmen killed six villagers in Gwoza on March 9th, 2024.", "2024-03-09 stated"),
            ("Gunmen killed six villagers in Gwoza on the 9th of March.", "2024-03-09 stated"),
            ("Gunmen killed six villagers in Gwoza on Sat., Mar. 9.", "2024-03-09 stated"),
            ("Gunmen killed six villagers in Gwoza on 25/02/2024.", "2024-02-25 stated"),
            ("Gunmen killed six villagers in Gwoza on New Year's Eve.", "2023-12-31 stated"),
            ("Gunmen killed six villagers in Gwoza between 3 and 5 March.", "2024-03-03/2024-03-05 stated"),
            ("Gunmen killed six villagers in Gwoza in the night of 4-5 March.", "2024-03-04/2024-03-05 stated"),
            ("From 27 February to 2 March gunmen killed six villagers in Gwoza.", "2024-02-27/2024-03-02 stated"),
            ("GUNMEN KILLED SIX VILLAGERS IN GWOZA ON 12 MARCH.", "2024-03-12 stated"),
            ("GUNMEN KILLED SIX VILLAGERS IN GWOZA TODAY.", "2024-03-13 relative"),
            ("In January gunmen killed six villagers in Gwoza.", "2024-01-01/2024-01-31 inferred"),
            ("In May gunmen killed six villagers in Gwoza.", "2023-05-01/2023-05-31 inferred"),
            ("In March last year gunmen killed six villagers in Gwoza.", "2023-03-01/2023-03-31 inferred"),
            ("On 31 February gunmen killed six villagers in Gwoza.", "2024-03-13 published"),
            ("Gunmen killed six villagers in Gwoza.", "2024-03-13 published"),
        ],
    );
}

#[test]
fn other_dates_in_the_sentence() {
    hold(
        PUBLISHED,
        &[
            ("Police said on Tuesday that gunmen had killed six villagers in Gwoza on Sunday.", "2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza on Sunday, police said on Tuesday.", "2024-03-10 relative"),
            ("Gunmen killed six villagers in Gwoza, police said on Tuesday.", "2024-03-12 relative"),
            ("Gunmen killed six villagers in Gwoza, police told reporters Tuesday.", "2024-03-12 relative"),
            (
                "The governor on Monday visited Gwoza, where gunmen killed six villagers on Friday.",
                "2024-03-08 relative",
            ),
            ("The death toll from Friday's bombing in Gwoza rose to nine on Tuesday.", "2024-03-08 relative"),
            ("The toll of the 8 March attack on a bank in Gwoza rose to nine on Tuesday.", "2024-03-08 stated"),
            (
                "A man was arrested on Tuesday over the killing of six villagers in Gwoza on Friday.",
                "2024-03-08 relative",
            ),
            (
                "Thousands gathered on Tuesday to mourn six villagers who were shot dead in Gwoza on Friday.",
                "2024-03-08 relative",
            ),
            (
                "Six villagers were buried in Gwoza on Tuesday, three days after gunmen attacked a market there.",
                "2024-03-09 relative",
            ),
            (
                "Gwoza began to bury its dead on Tuesday, a day after gunmen killed six villagers.",
                "2024-03-11 relative",
            ),
            (
                "Residents fled Gwoza on Tuesday after gunmen killed six villagers the previous night.",
                "2024-03-11 relative",
            ),
            ("Gunmen killed six villagers in Gwoza on Monday in the worst attack since 2019.", "2024-03-11 relative"),
            (
                "A bomb killed six worshippers in Gwoza last month as they left Friday prayers.",
                "2024-02-01/2024-02-29 relative",
            ),
            ("A bomb killed six worshippers in Gwoza during Friday prayers.", "2024-03-08 relative"),
            ("The group, founded in 2009, killed six villagers in Gwoza on Monday.", "2024-03-11 relative"),
            ("Gunmen killed six villagers in Gwoza on Monday, ahead of Saturday's election.", "2024-03-11 relative"),
            (
                "On Tuesday the group claimed responsibility for an attack in Gwoza on Sunday that killed six.",
                "2024-03-10 relative",
            ),
        ],
    );
}

#[test]
fn a_date_in_another_sentence() {
    hold(
        PUBLISHED,
        &[
            (
                "A bomb killed six people at a market in Gwoza. The blast happened at 9am on Monday.",
                "2024-03-11 relative",
            ),
            ("A bomb killed six people at a market in Gwoza. It took place on 9 March.", "2024-03-09 stated"),
            (
                "A bomb killed six people at a market in Gwoza, police said on Tuesday. The device went off late on Monday.",
                "2024-03-11 relative",
            ),
            (
                "A bomb killed six people at a market in Gwoza. A suspect was held on Tuesday. The bomb exploded on Sunday as traders gathered.",
                "2024-03-10 relative",
            ),
            (
                "A bomb killed six people at a market in Gwoza. The victims were buried on Tuesday.",
                "2024-03-13 published",
            ),
            ("Monday was a dark day for Gwoza. A bomb at a market killed six people.", "2024-03-11 relative"),
            (
                "A bomb killed six people at a market in Gwoza. Nobody has claimed Sunday's attack.",
                "2024-03-10 relative",
            ),
        ],
    );
}

#[test]
fn datelines() {
    hold(
        PUBLISHED,
        &[
            ("MAIDUGURI, 12 MAR 24 (AGENCY) -- GUNMEN KILLED SIX VILLAGERS IN GWOZA TODAY.", "2024-03-12 relative"),
            ("MAIDUGURI, March 12 (Agency) - Gunmen killed six villagers in Gwoza on Monday.", "2024-03-11 relative"),
            ("MAIDUGURI, March 12: Gunmen killed six villagers in Gwoza yesterday.", "2024-03-11 relative"),
            ("March 13, 2024 - Gunmen killed six villagers in Gwoza last night.", "2024-03-12 relative"),
            ("MAIDUGURI, March 13 - Gunmen killed six villagers in Gwoza.", "2024-03-13 published"),
        ],
    );
    hold(
        None,
        &[
            (
                "SAN SALVADOR, 12 JAN 90 (AGENCY) -- GUERRILLAS KILLED SIX PEASANTS IN CHALATENANGO LAST NIGHT.",
                "1990-01-11 relative",
            ),
            (
                "SAN SALVADOR, 12 JAN 90 (AGENCY) -- GUERRILLAS KILLED SIX PEASANTS IN CHALATENANGO.",
                "1990-01-12 dateline",
            ),
            ("SAN SALVADOR, 12 JAN 90 (AGENCY) -- GUERRILLAS KILLED SIX PEASANTS ON 4 JANUARY.", "1990-01-04 stated"),
            ("Gunmen killed six villagers in Gwoza on Monday.", "none"),
            ("On 9 March 2024 gunmen killed six villagers in Gwoza.", "2024-03-09 stated"),
            ("In 1998 gunmen killed six villagers in Gwoza.", "1998-01-01/1998-12-31 stated"),
        ],
    );
}
