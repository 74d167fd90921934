//! The day of an attack, however a report gives it.
//!
//! Enters: short reports of our own, all published on Wednesday 13 March 2024. Leaves: nothing.
//! Example: `police said on Tuesday that gunmen had killed six on Sunday` is of Sunday 10 March.

use pipeline::annotate::annotate;
use pipeline::resolve::mention::MentionDate;
use pipeline::resolve::resolve;
use pipeline::text::Document;

/// The days of all incidents, each with its basis.
fn days(text: &str, published: Option<&str>) -> Vec<String> {
    let document = Document::cut(text, None);
    let incidents = resolve(annotate(&document), published).incidents;
    let shown = |date: MentionDate| {
        let days = if date.start == date.end { date.start } else { format!("{}/{}", date.start, date.end) };
        format!("{days} {}", date.basis.code())
    };
    incidents.into_iter().map(|i| i.date.map_or_else(|| "none".to_owned(), shown)).collect()
}

/// The first incident of each text is of the days that stand beside it.
fn hold(published: Option<&str>, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = days(text, published);
        if found.first().map(String::as_str) != Some(*expected) {
            wrong.push(format!("{text}\n    due {expected}, got {found:?}"));
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

#[test]
fn an_attack_recalled() {
    let mut wrong = Vec::new();
    for (recalled, expected) in [
        ("In January 2023 a suicide bomber killed 20 people in Kano.", "2023-01-01/2023-01-31 stated"),
        ("In November a suicide bomber killed 20 people in Kano.", "2023-11-01/2023-11-30 inferred"),
        ("A year ago a suicide bomber killed 20 people in Kano.", "2023-01-01/2023-12-31 relative"),
        ("The attack came a day after a suicide bomber killed 20 people in Kano.", "2024-03-10 relative"),
        ("Two days earlier a suicide bomber killed 20 people in Kano.", "2024-03-09 relative"),
        ("A month earlier a suicide bomber killed 20 people in Kano.", "2024-02-01/2024-02-29 relative"),
        ("The next day a suicide bomber killed 20 people in Kano.", "2024-03-12 relative"),
        ("On the same day a suicide bomber killed 20 people in Kano.", "2024-03-11 relative"),
        ("Last year a suicide bomber killed 20 people in Kano.", "2023-01-01/2023-12-31 relative"),
        ("Last December a suicide bomber killed 20 people in Kano.", "2023-12-01/2023-12-31 inferred"),
        ("On 5 May 2015 a suicide bomber killed 20 people in Kano.", "2015-05-05 stated"),
        ("In 1998 a suicide bomber killed 20 people in Kano.", "1998-01-01/1998-12-31 stated"),
        ("Exactly a year earlier a suicide bomber killed 20 people in Kano.", "2023-03-11 relative"),
        ("Earlier this month a suicide bomber killed 20 people in Kano.", "2024-03-01/2024-03-31 relative"),
        (
            "The worst attack of this year was in Kano, where a suicide bomber killed 20 people in January.",
            "2024-01-01/2024-01-31 inferred",
        ),
        (
            "The last such attack was on 4 December, when a suicide bomber killed 20 people in Kano.",
            "2023-12-04 stated",
        ),
        (
            "It was the deadliest attack in the region since a suicide bomber killed 20 people in Kano in April 2021.",
            "2021-04-01/2021-04-30 stated",
        ),
        ("On Christmas Day 2011 a suicide bomber killed 20 people in Kano.", "2011-12-25 stated"),
    ] {
        let text = format!("Gunmen killed six villagers in Gwoza on Monday.\n\n{recalled}");
        let found = days(&text, PUBLISHED);
        if found != ["2024-03-11 relative", expected] {
            wrong.push(format!("{recalled}\n    due {expected}, got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reports_as_they_are_written() {
    hold(
        PUBLISHED,
        &[
            (
                "A roadside bomb hit a bus near Gwoza on Tuesday morning, killing six people and wounding 12, a police spokesman said on Wednesday.",
                "2024-03-12 relative",
            ),
            (
                "At least six people died on Tuesday when a bomb went off in Gwoza, officials said.",
                "2024-03-12 relative",
            ),
            (
                "Officials say the toll from an attack by gunmen on a market in Gwoza on Sunday has risen to 16 after four more died on Tuesday.",
                "2024-03-10 relative",
            ),
            (
                "Four of those wounded in Sunday's blast in Gwoza died on Tuesday, raising the toll to 16.",
                "2024-03-10 relative",
            ),
            (
                "The Islamic State group on Tuesday claimed an attack that killed six people in Gwoza a day earlier.",
                "2024-03-11 relative",
            ),
            (
                "The Islamic State group has claimed Monday's attack on a church in Gwoza in which six people were killed.",
                "2024-03-11 relative",
            ),
            ("The president condemned on Tuesday the killing of six villagers in Gwoza.", "2024-03-12 relative"),
            (
                "The UN Security Council on Tuesday condemned the attack in Gwoza on 7 March that killed six people.",
                "2024-03-07 stated",
            ),
            (
                "Six people were killed and 12 wounded Monday in a suicide attack in Gwoza, the army said Tuesday.",
                "2024-03-11 relative",
            ),
            ("A suicide bomber blew himself up on Monday, March 11, in Gwoza, killing six.", "2024-03-11 stated"),
            ("A suicide bomber blew himself up on Monday (11 March) in Gwoza, killing six.", "2024-03-11 stated"),
            (
                "Suspected militants ambushed an army convoy near Gwoza on the night of March 10 to 11, killing six soldiers.",
                "2024-03-10/2024-03-11 stated",
            ),
            (
                "Suspected militants ambushed an army convoy near Gwoza on the night of Sunday to Monday, killing six soldiers.",
                "2024-03-10 relative",
            ),
            (
                "Suspected militants ambushed an army convoy near Gwoza between Saturday night and Sunday morning, killing six soldiers.",
                "2024-03-09 relative",
            ),
            (
                "Six soldiers were killed when militants ambushed their convoy near Gwoza over the weekend.",
                "2024-03-09/2024-03-10 relative",
            ),
            (
                "Gunmen stormed Gwoza in the early hours of Monday and killed six villagers. Residents said on Tuesday the killers came on motorcycles.",
                "2024-03-11 relative",
            ),
            ("Villagers in Gwoza on Tuesday buried six people killed by gunmen on Monday.", "2024-03-11 relative"),
            ("Six people abducted by gunmen in Gwoza on 2 March were freed on Tuesday.", "2024-03-02 stated"),
            ("Gunmen who kidnapped six pupils in Gwoza on 2 March released them on Tuesday.", "2024-03-02 stated"),
            (
                "A man who killed six worshippers in Gwoza in July 2019 was sentenced to death on Tuesday.",
                "2019-07-01/2019-07-31 stated",
            ),
            (
                "Six people were killed in Gwoza on Monday night into Tuesday when gunmen attacked.",
                "2024-03-11 relative",
            ),
            ("Gunmen killed six villagers in Gwoza two weeks ago.", "2024-02-25/2024-03-02 relative"),
            ("Gunmen killed six villagers in Gwoza earlier on Tuesday.", "2024-03-12 relative"),
            ("Gunmen killed six villagers in Gwoza this past Saturday.", "2024-03-09 relative"),
            ("Gunmen killed six villagers in Gwoza on Tuesday of this week.", "2024-03-12 relative"),
            ("Gunmen killed six villagers in Gwoza on Monday afternoon local time (1400 GMT).", "2024-03-11 relative"),
        ],
    );
    hold(
        None,
        &[
            (
                "The Gwoza attack was an attack by gunmen on 9 March 2015 in Gwoza, Nigeria. Six people were killed. On 12 March the group claimed it.",
                "2015-03-09 stated",
            ),
            (
                "On the evening of 9 March 2015, gunmen attacked a hotel in Gwoza, Nigeria. Six people were killed.",
                "2015-03-09 stated",
            ),
            (
                "In the early hours of 9 March 2015 six people were killed by gunmen in Gwoza, Nigeria. A court convicted two men in June 2018.",
                "2015-03-09 stated",
            ),
            ("In 2015 Nigeria saw many attacks. On 9 March gunmen killed six people in Gwoza.", "2015-03-09 inferred"),
        ],
    );
    hold(Some("2024-03"), &[("Gunmen killed six villagers in Gwoza on Monday.", "2024-03-01/2024-03-31 published")]);
    hold(Some("2024-03"), &[("Gunmen killed six villagers in Gwoza on 9 March.", "2024-03-09 stated")]);
    hold(Some("2024"), &[("Gunmen killed six villagers in Gwoza on 9 March.", "2024-03-09 stated")]);
}
