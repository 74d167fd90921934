//! The acceptance story told anew: a news article and an encyclopedic one with slots for whatever names, numbers and
//! dates a filling gives, and what must come out of them.
//!
//! Enters: a `Filling`. Leaves: two texts, and a list of `Check`s, each an aspect with the value due and the value got.
//! Example: another town, another group and other numbers give the same four incidents under those names.
#![allow(dead_code, clippy::unwrap_used, reason = "each test binary uses what it needs")]

mod answer;

use std::fs;
use std::path::Path;
use std::process::Command;

use answer::{bounds, date, figures, find, groups, place, rows, types};
use rusqlite::Connection;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

/// A country with the places of the story.
pub struct Region {
    pub country: &'static str,
    pub code: &'static str,
    /// First-order area as both articles print it.
    pub area: &'static str,
    /// `province`, `state`, `region`.
    pub kind: &'static str,
    /// Of the fresh attack.
    pub town: &'static str,
    /// Of the attack some months earlier, which both articles tell.
    pub earlier: &'static str,
    /// Of the attack in the news article's last paragraph.
    pub past: &'static str,
    /// Of the attack in the encyclopedia's background.
    pub older: &'static str,
}

/// Names printed in full and short; `canonical` is what the database calls them.
pub struct Group {
    pub name: &'static str,
    pub short: &'static str,
    pub canonical: &'static str,
}

/// What the slots hold.
pub struct Filling {
    pub name: &'static str,
    pub region: Region,
    /// Suspected of the fresh attack.
    pub suspect: Group,
    /// Claims the earlier one.
    pub claimant: Group,
    /// Of the encyclopedia's background.
    pub third: Group,
    pub officer: &'static str,
    pub speaker: &'static str,
    /// `(as printed, ISO)` of the fresh attack.
    pub fresh: (&'static str, &'static str),
    /// `(month, day month year, ISO)` of the earlier one.
    pub earlier: (&'static str, &'static str, &'static str),
    /// `(month year, first day, last day)`.
    pub past: (&'static str, &'static str, &'static str),
    pub older: u32,
    /// Fresh attack: as words and as numbers.
    pub killed: (&'static str, u32),
    pub injured: (&'static str, u32),
    /// Earlier attack: the news article's soldiers, the infobox, the narrator's lower bound, the boast.
    pub soldiers: u32,
    pub infobox: u32,
    pub narrator: u32,
    pub boast: u32,
    pub wounded: u32,
    /// Killed by the army afterwards; attackers killed.
    pub response: u32,
    pub attackers: u32,
    pub past_killed: u32,
    /// Order of the news article's paragraphs that stand for themselves.
    pub order: [usize; 4],
}

/// One thing that must hold.
#[derive(Debug)]
pub struct Check {
    pub filling: &'static str,
    pub aspect: &'static str,
    pub due: Value,
    pub got: Value,
}

impl Filling {
    /// A report of the morning after, with two older attacks recalled.
    pub fn news(&self) -> String {
        let Region { country, area, kind, town, .. } = &self.region;
        let month = self.earlier.0;
        let own = [
            format!(
                "Nobody has said who the attackers were, but suspicion soon fell on {} ({}), an outlawed group that has often struck at \
                 the security forces there.\n\nSenior police officer {} said that a wide search for the attackers had begun.",
                self.suspect.name, self.suspect.short, self.officer
            ),
            format!(
                "In {month}, an army base in {} was the target of a fierce raid, believed to be the work of {}, or {}. The faction later \
                 claimed responsibility for that attack.\n\nThe {month} assault, in which suicide bombers took part, killed {} soldiers and \
                 injured many others.\n\nSince the {month} attack, soldiers and police have carried out operations in which several insurgents \
                 were killed.",
                self.region.earlier, self.claimant.name, self.claimant.short, self.soldiers
            ),
            format!(
                "In {}, a suicide bomber in {} killed at least {} people, most of them police officers.",
                self.past.0, self.region.past, self.past_killed
            ),
            "The president condemned the attack and said that the vote of next week would be held as planned."
                .to_owned(),
        ];
        let own: Vec<&str> = self.order.iter().map(|&at| own[at].as_str()).collect();
        format!(
            "On {}, men armed with rifles, rockets and grenades attacked a police station in {town}, in the {area} {kind} of {country}.\n\n\
             The assault killed {} police officers, and {} more officers were injured.\n\n{}\n",
            self.fresh.0,
            self.killed.0,
            self.injured.0,
            own.join("\n\n")
        )
    }

    /// The earlier attack as an encyclopedia has it.
    pub fn wiki(&self) -> String {
        let Region { country, area, kind, earlier: town, older, .. } = &self.region;
        let (day, group) = (self.earlier.1, self.claimant.name);
        let place = format!("{town}, {area}, {country}");
        let Filling { infobox, narrator, boast, wounded, response, attackers, speaker, .. } = self;
        format!(
            "= {town} army base attack =\n\nInfobox\n- Title: {town} army base attack\n- Location: {place}\n- Target: Soldiers\n- Date: {day}\n\
             - Type: Suicide bombing, mass shooting\n- Fatalities: {infobox} (including a perpetrator)\n- Injuries: {wounded}\n- Perps: {group}\n\
             - Weapons: Car bomb, rifles\n\n\
             On {day}, the armed group {group} attacked an army base in {place}, killing at least {narrator} people.\n\n\
             == Background ==\nThe {kind} has seen fighting for more than ten years. Among earlier attacks there was the {} {older} mosque attack \
             by {}.\n\n\
             == Attack ==\nOn {day}, fighters of {group} carried out an attack on an army base in {place}. The suicide bombing and mass shooting \
             killed at least {narrator} people and wounded {wounded} others.\n\n\
             == Responsibility ==\n{group} claimed responsibility for the attack. Its spokesman {speaker} said, \"Our fighters entered the camp \
             before dawn. More than {boast} soldiers were killed\".\n\n\
             == Response ==\nThe army said that it had killed {response} militants in response, and that all {attackers} militants involved in the \
             attack had been killed.\n",
            self.older, self.third.name
        )
    }

    /// Everything that must hold of the two articles, apart and together.
    pub fn checks(&self) -> Vec<Check> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("news.txt"), self.news()).unwrap();
        fs::write(folder.path().join("wiki.txt"), self.wiki()).unwrap();
        let lines = run(folder.path(), &["-q", "extract", "news.txt", "wiki.txt"]);
        let read: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut list = List { filling: self.name, checks: Vec::new() };
        self.check_news(&read[0]["incidents"], &mut list);
        self.check_wiki(&read[1]["incidents"], &mut list);
        run(folder.path(), &["-q", "ingest", "news.txt", "wiki.txt"]);
        self.check_database(&Connection::open(folder.path().join("incidents.db")).unwrap(), &mut list);
        list.checks
    }

    fn check_news(&self, told: &Value, list: &mut List) {
        let Region { code, area, town, earlier, past, .. } = &self.region;
        list.add("news: number of incidents", json!(3), json!(told.as_array().map(Vec::len)));
        let fresh = find(told, &format!("{} police", self.killed.0), &self.news());
        list.add("news, fresh: primary", json!(true), fresh["primary"].clone());
        list.add("news, fresh: date", json!([self.fresh.1, self.fresh.1, "day"]), date(&fresh));
        list.add("news, fresh: place", json!([code, area, town, "police station"]), place(&fresh, true));
        list.add("news, fresh: killed", json!([self.killed.1, self.killed.1]), bounds(&fresh["killed"]));
        list.add("news, fresh: injured", json!([self.injured.1, self.injured.1]), bounds(&fresh["injured"]));
        list.add("news, fresh: attackers killed", Value::Null, fresh["perpetrators_killed"].clone());
        list.add("news, fresh: groups", json!([[self.suspect.canonical, "suspected"]]), groups(&fresh));
        list.add("news, fresh: claim", json!("not_mentioned"), fresh["claim_status"].clone());
        list.add("news, fresh: suicide", json!(false), fresh["suicide"].clone());
        let second = find(told, &format!("{} soldiers", self.soldiers), &self.news());
        list.add("news, earlier: primary", json!(false), second["primary"].clone());
        let month = &self.earlier.2[..7];
        let got = date(&second);
        let start = got[0].as_str().unwrap_or_default().get(..7).unwrap_or_default().to_owned();
        list.add("news, earlier: month", json!([month, "month"]), json!([start, got[2]]));
        list.add("news, earlier: place", json!([code, area, earlier]), place(&second, false));
        list.add("news, earlier: killed", json!([self.soldiers, self.soldiers]), bounds(&second["killed"]));
        list.add("news, earlier: injured", Value::Null, bounds(&second["injured"]));
        list.add("news, earlier: attackers killed", Value::Null, second["perpetrators_killed"].clone());
        list.add("news, earlier: groups", json!([[self.claimant.canonical, "claimed"]]), groups(&second));
        list.add("news, earlier: claim", json!("claimed"), second["claim_status"].clone());
        list.add("news, earlier: suicide", json!(true), second["suicide"].clone());
        let third = find(told, &format!("at least {} people", self.past_killed), &self.news());
        list.add("news, past: primary", json!(false), third["primary"].clone());
        list.add("news, past: date", json!([self.past.1, self.past.2, "month"]), date(&third));
        list.add(
            "news, past: place",
            json!([code, past]),
            json!([third["location"]["country_code"], third["location"]["place"]]),
        );
        list.add("news, past: killed", json!([self.past_killed, null]), bounds(&third["killed"]));
        list.add("news, past: types", json!(["suicide_bombing"]), types(&third));
        list.add("news, past: groups", json!([]), groups(&third));
    }

    fn check_wiki(&self, told: &Value, list: &mut List) {
        let Region { code, area, earlier, older, .. } = &self.region;
        list.add("wiki: number of incidents", json!(2), json!(told.as_array().map(Vec::len)));
        let main = find(told, &format!("at least {} people", self.narrator), &self.wiki());
        list.add("wiki: primary", json!(true), main["primary"].clone());
        list.add("wiki: date", json!([self.earlier.2, self.earlier.2, "day"]), date(&main));
        list.add("wiki: place", json!([code, area, earlier]), place(&main, false));
        list.add("wiki: killed", json!([self.narrator, null]), bounds(&main["killed"]));
        list.add("wiki: injured", json!([self.wounded, self.wounded]), bounds(&main["injured"]));
        list.add(
            "wiki: attackers killed",
            json!([self.attackers, self.attackers]),
            bounds(&main["perpetrators_killed"]),
        );
        list.add("wiki: groups", json!([[self.claimant.canonical, "claimed"]]), groups(&main));
        list.add("wiki: claim", json!("claimed"), main["claim_status"].clone());
        list.add("wiki: suicide", json!(true), main["suicide"].clone());
        list.add("wiki: types", json!(["armed_assault", "suicide_bombing"]), types(&main));
        list.add(
            "wiki, infobox",
            json!([[self.infobox, self.infobox, "victim", true, "infobox"]]),
            figures(&main, "killed", self.infobox),
        );
        list.add(
            "wiki, boast",
            json!([[self.boast, null, "victim", null, "perpetrator"]]),
            figures(&main, "killed", self.boast),
        );
        list.add(
            "wiki, response",
            json!([[self.response, self.response, "perpetrator", null, "military"]]),
            figures(&main, "killed", self.response),
        );
        let scope = main["casualties"].as_array().and_then(|all| all.iter().find(|one| one["low"] == self.response));
        list.add("wiki, response: scope", json!("response"), scope.map_or(Value::Null, |one| one["scope"].clone()));
        let back =
            told.as_array().and_then(|all| all.iter().find(|one| one["primary"] == false)).cloned().unwrap_or_default();
        list.add(
            "wiki, older: date",
            json!([format!("{}-01-01", self.older), format!("{}-12-31", self.older), "year"]),
            date(&back),
        );
        list.add(
            "wiki, older: place",
            json!([code, older, format!("{older} mosque")]),
            json!([back["location"]["country_code"], back["location"]["place"], back["location"]["site"]]),
        );
        list.add("wiki, older: killed", Value::Null, bounds(&back["killed"]));
        list.add("wiki, older: groups", json!([[self.third.canonical, "stated"]]), groups(&back));
    }

    fn check_database(&self, db: &Connection, list: &mut List) {
        list.add("both: incidents", json!(4), json!(rows(db, "SELECT count(*) FROM incidents")[0][0]));
        let joined = rows(
            db,
            "SELECT uid, date_start, date_precision, place, country_code FROM incident_summary WHERE articles = 2",
        );
        let slug: String = slug(self.region.earlier);
        list.add(
            "both: the earlier attack is one, with its day",
            json!([[
                format!("{}-{slug}", self.earlier.2),
                self.earlier.2,
                "day",
                self.region.earlier,
                self.region.code
            ]]),
            json!(joined),
        );
        let killed = |view: &str, more: &str| {
            json!(rows(
                db,
                &format!(
                    "SELECT DISTINCT low FROM {view} WHERE outcome = 'killed' AND uid IN (SELECT uid FROM incidents WHERE date_start = '{}') {more} ORDER BY low",
                    self.earlier.2
                )
            ))
        };
        let sorted = |mut all: Vec<u32>| {
            all.sort_unstable();
            all.dedup();
            json!(all.into_iter().map(|one| [one]).collect::<Vec<_>>())
        };
        list.add(
            "both: conflicting figures",
            sorted(vec![self.infobox, self.narrator, self.boast, self.soldiers]),
            killed("conflicting_figures", ""),
        );
        list.add(
            "both: response kept apart",
            sorted(vec![self.response]),
            killed("incident_figures", "AND scope = 'response' AND low IS NOT NULL"),
        );
        let all = rows(
            db,
            &format!(
                "SELECT low FROM incident_figures WHERE uid IN (SELECT uid FROM incidents WHERE date_start = '{}')",
                self.earlier.2
            ),
        );
        let kept = [self.infobox, self.narrator, self.boast, self.response, self.attackers];
        let lost: Vec<u32> = kept.into_iter().filter(|low| !all.iter().any(|row| row[0] == *low)).collect();
        list.add("both: no stated figure is lost", json!([]), json!(lost));
        list.add(
            "both: best toll of the fresh attack",
            json!([[self.killed.1, self.injured.1]]),
            json!(rows(
                db,
                &format!(
                    "SELECT killed_best, injured_best FROM incident_summary WHERE date_start = '{}'",
                    self.fresh.1
                )
            )),
        );
    }
}

impl Check {
    /// True where both say the same, letters compared without their marks.
    pub fn holds(&self) -> bool {
        same(&self.due, &self.got)
    }
}

fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::String(left), Value::String(right)) => fold(left) == fold(right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        _ => left == right,
    }
}

struct List {
    filling: &'static str,
    checks: Vec<Check>,
}

impl List {
    fn add(&mut self, aspect: &'static str, due: Value, got: Value) {
        self.checks.push(Check { filling: self.filling, aspect, due, got });
    }
}

pub fn run(folder: &Path, arguments: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_pipeline")).current_dir(folder).args(arguments).output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// A name in small plain letters: `Khānaqīn` and `Khanaqin` are one.
pub fn fold(name: &str) -> String {
    let plain = name.nfd().filter(|letter| letter.is_alphanumeric() || letter.is_whitespace() || *letter == '-');
    plain.collect::<String>().to_lowercase()
}

/// A place's name inside a uid.
fn slug(name: &str) -> String {
    fold(name).replace(' ', "-")
}
