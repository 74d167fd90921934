//! How an incident's numbers come from the figures of its accounts, under one counting convention.
//!
//! Enters: a database, an incident, a convention. Leaves: lines: the rule, the voices in the order of preference, the
//! sums, and each figure that was left out with the reason.
//! Example: `killed = 12 victims + 2 attackers = 14 (low 9 + 2 = 11, high 15 + 2 = 17)`.

use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension, Row};

use super::words::{bounds, days};

/// The arithmetic of incident `id` under `convention`.
pub fn lines(db: &Connection, id: i64, convention: &str) -> rusqlite::Result<Vec<String>> {
    let mut lines = vec![format!("convention {convention}: {}", rule(convention))];
    lines.extend(copies(db, id)?);
    lines.extend(voices(db, id, convention)?);
    lines.extend(sums(db, id, convention)?);
    lines.extend(left_out(db, id, convention)?);
    Ok(lines)
}

/// The rule in a sentence; `docs/conventions.md` says it in full.
fn rule(convention: &str) -> &'static str {
    match convention {
        "gtd" => {
            "attackers count; a voice that is independent and spoke last, then the majority, then the lowest; vague words are blank"
        }
        "acled" => {
            "attackers count; the lowest until two voices say another; dozens 12, hundreds 100; nothing said is 0"
        }
        "ucdp" => "the dead of all sides; best is the last word, of one day the better placed speaker",
        "muc4" => "targets only; best is the last word, of one day the better placed speaker",
        _ => "victims; best is the last word, of one day the better placed speaker",
    }
}

/// Articles that are copies of one text.
fn copies(db: &Connection, id: i64) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT count(*) AS copies, group_concat(name, ', ') AS names FROM (
                 SELECT v.voice_id, coalesce(a.publisher, a.title, 'an article without a name') AS name FROM incident_voices AS v
                 JOIN articles AS a ON a.id = v.article_id WHERE v.incident_id = ?1
                 ORDER BY v.voice_id, a.published_on IS NULL, a.published_on, name)
               GROUP BY voice_id HAVING count(*) > 1 ORDER BY names";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(format!("{} articles are one voice: {}", row.get::<_, i64>("copies")?, row.get::<_, String>("names")?))
    })?;
    rows.collect()
}

/// The last word of each voice, the preferred one first.
fn voices(db: &Connection, id: i64, convention: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT v.*, a.publisher, a.title, (
                 SELECT group_concat('“' || c.words || '”', ', ') FROM convention_figures AS f JOIN casualties AS c ON c.id = f.casualty_id
                 WHERE f.convention = v.convention AND f.mention_id = v.mention_id AND f.outcome = v.outcome AND f.party = v.party
                   AND f.left_out IS NULL) AS words
               FROM convention_voices AS v JOIN articles AS a ON a.id = v.article_id
               WHERE v.convention = ?2 AND v.incident_id = ?1 ORDER BY v.outcome DESC, v.party DESC, v.rank";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map(rusqlite::params![id, convention], |row| {
        let (rank, voices): (i64, i64) = (row.get("rank")?, row.get("voices")?);
        let speaker = match row.get("speaker_rank")? {
            1 => "hospital or rescuers",
            2 => "authorities",
            3 => "the article itself",
            4 => "witnesses or others",
            _ => "the attackers",
        };
        let mut line = format!(
            "{}, {}: {rank}. {}, {} ({}; {speaker}",
            row.get::<_, String>("outcome")?,
            party(&row.get::<_, String>("party")?),
            bounds(row.get("low")?, row.get("high")?),
            row.get::<_, Option<String>>("words")?.unwrap_or_default(),
            outlet(row)?,
        );
        let (said, published): (Option<String>, Option<String>) = (row.get("said_on")?, row.get("published_on")?);
        if let Some(said) = said.filter(|said| Some(said) != published.as_ref()) {
            let _ = write!(line, "; first said {said}");
        }
        if voices > 1 {
            let _ = write!(line, "; {voices} voices say so");
        }
        if row.get("is_doubtful")? {
            line.push_str("; history in a round or open number");
        }
        line.push_str(if rank == 1 { ") gives best" } else { ")" });
        Ok(line)
    })?;
    rows.collect()
}

fn party(code: &str) -> &'static str {
    if code == "perpetrator" { "attackers" } else { "victims" }
}

/// Outlet and date.
fn outlet(row: &Row<'_>) -> rusqlite::Result<String> {
    let (publisher, title): (Option<String>, Option<String>) = (row.get("publisher")?, row.get("title")?);
    let name = publisher.or(title).unwrap_or_else(|| "an article without a name".to_owned());
    let published: Option<String> = row.get("published_on")?;
    Ok(published.map_or_else(|| name.clone(), |day| format!("{name}, {}", days(&day, &day))))
}

/// Low, best and high of one outcome and party.
type Total = [Option<i64>; 3];

fn sums(db: &Connection, id: i64, convention: &str) -> rusqlite::Result<Vec<String>> {
    let rules = "SELECT dead_attackers, nothing_said FROM conventions WHERE code = ?1";
    let (together, silence): (bool, Option<i64>) =
        db.query_row(rules, [convention], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut one = db.prepare(
        "SELECT low, best, high FROM convention_totals WHERE convention = ?1 AND incident_id = ?2 AND outcome = ?3 AND party = ?4",
    )?;
    let mut total = |outcome: &str, party: &str| -> rusqlite::Result<Option<Total>> {
        let read = |row: &Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?]);
        one.query_row(rusqlite::params![convention, id, outcome, party], read).optional()
    };
    let mut lines = Vec::new();
    for outcome in ["killed", "injured"] {
        let (victims, attackers) = (total(outcome, "victim")?, total(outcome, "perpetrator")?);
        match (victims, attackers.filter(|_| together)) {
            (Some(victims), Some(attackers)) => {
                let sum = |at: usize| plus(victims[at], attackers[at]);
                let number = |value: Option<i64>| value.map_or_else(|| "open".to_owned(), |value| value.to_string());
                lines.push(format!(
                    "{outcome} = {} victims + {} attackers = {} (low {}, high {})",
                    number(victims[1]),
                    number(attackers[1]),
                    number(victims[1].zip(attackers[1]).map(|(a, b)| a + b)),
                    sum(0),
                    sum(2)
                ));
            }
            (Some(total), None) => lines.push(format!("{outcome} = {}", of(total))),
            (None, Some(total)) => lines.push(format!("{outcome} = attackers alone {}", of(total))),
            (None, None) if outcome == "killed" => {
                lines.extend(silence.map(|number| format!("killed = {number}: no figure enters")));
            }
            (None, None) => {}
        }
        if let (false, Some(attackers), "killed") = (together, attackers, outcome) {
            lines.push(format!("attackers killed = {}", of(attackers)));
        }
    }
    Ok(lines)
}

fn plus(a: Option<i64>, b: Option<i64>) -> String {
    match (a, b) {
        (Some(a), Some(b)) => format!("{a} + {b} = {}", a + b),
        (one, other) => one.or(other).map_or_else(|| "open".to_owned(), |number| number.to_string()),
    }
}

fn of(total: Total) -> String {
    let [low, best, high] = total.map(|value| value.map_or_else(|| "open".to_owned(), |value| value.to_string()));
    format!("{best} (low {low}, high {high})")
}

/// Figures that do not enter, each with the reason.
fn left_out(db: &Connection, id: i64, convention: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT f.left_out, c.low, c.high, c.words, a.publisher, a.title, a.published_on
               FROM convention_figures AS f JOIN casualties AS c ON c.id = f.casualty_id
               JOIN mentions AS m ON m.id = f.mention_id JOIN articles AS a ON a.id = f.article_id
               WHERE f.convention = ?2 AND f.incident_id = ?1 AND f.left_out IS NOT NULL AND f.left_out <> 'other_outcome'
               ORDER BY a.published_on, m.key, c.seq";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map(rusqlite::params![id, convention], |row| {
        let reason: String = row.get("left_out")?;
        let number = bounds(row.get("low")?, row.get("high")?);
        let words: String = row.get("words")?;
        Ok(format!("left out: {number}, “{words}” ({}): {}", outlet(row)?, because(&reason)))
    })?;
    rows.collect()
}

fn because(code: &str) -> &str {
    match code {
        "response" => "the response to the attack",
        "background" => "another event",
        "cumulative" => "a sum over several events",
        "superseded" => "a later figure of its article replaced it",
        "restated" => "repeats another figure of its article",
        "other_party" => "neither victims nor attackers",
        "not_recorded" => "the convention does not record it",
        "own_figure" => "the attackers' own figure",
        "vague" => "too vague for the convention",
        "no_number" => "no number",
        other => other,
    }
}
