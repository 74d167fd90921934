//! The reference rows that come with the program.
//!
//! Enters: the embedded tables of `seeds/reference`. Leaves: rows of origin `seed`, renewed when the program brings
//! other ones; what a user added is left alone, what was learned from articles becomes a seed's.
//! Example: a user's group `Swords of Zabul` stays as it is when an upgrade brings one of that name.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::rows::sha256;

/// A table of the database and where its rows come from.
struct Seed {
    table: &'static str,
    tsv: &'static str,
    /// The column that names a row.
    key: &'static str,
    columns: &'static [&'static str],
}

const SEEDS: &[Seed] = &[
    Seed {
        table: "attack_types",
        tsv: include_str!("../../seeds/reference/attack_types.tsv"),
        key: "code",
        columns: &["label", "gtd_code", "gtd_text", "acled_event_type", "acled_sub_event_type"],
    },
    Seed {
        table: "weapon_types",
        tsv: include_str!("../../seeds/reference/weapon_types.tsv"),
        key: "code",
        columns: &["label", "gtd_code", "gtd_text"],
    },
    Seed {
        table: "weapon_subtypes",
        tsv: include_str!("../../seeds/reference/weapon_subtypes.tsv"),
        key: "gtd_code",
        columns: &["label", "weapon_type"],
    },
    Seed {
        table: "target_types",
        tsv: include_str!("../../seeds/reference/target_types.tsv"),
        key: "code",
        columns: &["label", "gtd_code", "gtd_text", "acled_note"],
    },
    Seed {
        table: "conventions",
        tsv: include_str!("../../seeds/reference/conventions.tsv"),
        key: "code",
        columns: &[
            "label",
            "dead_attackers",
            "attackers_apart",
            "injuries",
            "vague_words",
            "own_figures",
            "best",
            "nothing_said",
        ],
    },
    Seed {
        table: "countries",
        tsv: include_str!("../../seeds/reference/countries.tsv"),
        key: "code",
        columns: &["code3", "name", "capital", "continent"],
    },
];

const GROUPS: &str = include_str!("../../seeds/reference/groups.tsv");
const CODEBOOK: &str = include_str!("../../seeds/reference/codebook.tsv");

/// Loads each table whose seed has changed since the database last saw it.
pub(super) fn load(db: &Connection) -> rusqlite::Result<()> {
    for seed in SEEDS {
        once(db, seed.table, seed.tsv, |db| rows(db, seed))?;
    }
    once(db, "groups", GROUPS, groups)?;
    once(db, "codebook", CODEBOOK, codebook)
}

fn once(
    db: &Connection,
    name: &str,
    tsv: &str,
    load: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let sha256 = sha256(tsv);
    let seen: Option<String> =
        db.query_row("SELECT sha256 FROM seed_loads WHERE name = ?1", [name], |row| row.get(0)).optional()?;
    if seen.as_ref() == Some(&sha256) {
        return Ok(());
    }
    load(db)?;
    db.execute("INSERT OR REPLACE INTO seed_loads (name, sha256) VALUES (?1, ?2)", params![name, sha256])?;
    Ok(())
}

/// The rows of a table as maps from column to cell; empty cells are left out.
fn parse(tsv: &'static str) -> impl Iterator<Item = BTreeMap<&'static str, &'static str>> {
    let mut lines = tsv.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    lines.map(move |line| {
        header.iter().copied().zip(line.split('\t')).filter(|(_, cell)| !cell.trim().is_empty()).collect()
    })
}

fn rows(db: &Connection, seed: &Seed) -> rusqlite::Result<()> {
    let positioned = matches!(seed.table, "attack_types" | "weapon_types" | "target_types");
    let mut columns = vec![seed.key];
    columns.extend(seed.columns);
    columns.extend(positioned.then_some("position"));
    let places: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    let renewed: Vec<String> = columns[1..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    let mut insert = db.prepare(&format!(
        "INSERT INTO {table} ({columns}, origin) VALUES ({places}, 'seed')
         ON CONFLICT ({key}) DO UPDATE SET {renewed}, origin = 'seed' WHERE origin <> 'user'",
        table = seed.table,
        columns = columns.join(", "),
        places = places.join(", "),
        key = seed.key,
        renewed = renewed.join(", "),
    ))?;
    for (at, row) in parse(seed.tsv).enumerate() {
        let position = (at + 1).to_string();
        let cells = columns.iter().map(|column| match *column {
            "position" => Some(position.as_str()),
            column => row.get(column).copied(),
        });
        insert.execute(params_from_iter(cells))?;
    }
    Ok(())
}

fn groups(db: &Connection) -> rusqlite::Result<()> {
    let mut insert = db.prepare(
        "INSERT INTO groups (name, short_name, kind, country_code, origin) VALUES (?1, ?2, ?3, ?4, 'seed')
         ON CONFLICT (name) DO UPDATE SET short_name = excluded.short_name, kind = excluded.kind,
           country_code = excluded.country_code, origin = 'seed' WHERE origin <> 'user'
         RETURNING id",
    )?;
    let mut alias =
        db.prepare("INSERT OR IGNORE INTO group_aliases (group_id, alias, origin) VALUES (?1, ?2, 'seed')")?;
    for row in parse(GROUPS) {
        let Some(name) = row.get("name") else { continue };
        let kind = row.get("kind").copied().unwrap_or("armed_group");
        let id: Option<i64> = insert
            .query_row(params![name, row.get("short_name"), kind, row.get("country_code")], |row| row.get(0))
            .optional()?;
        if let (Some(id), Some(aliases)) = (id, row.get("aliases")) {
            db.prepare_cached("DELETE FROM group_aliases WHERE group_id = ?1 AND origin = 'seed'")?.execute([id])?;
            for one in aliases.split('|').map(str::trim).filter(|one| !one.is_empty()) {
                alias.execute(params![id, one])?;
            }
        }
    }
    Ok(())
}

fn codebook(db: &Connection) -> rusqlite::Result<()> {
    db.execute("DELETE FROM codebook", [])?;
    let mut insert = db.prepare(r#"INSERT INTO codebook ("table", "column", meaning) VALUES (?1, ?2, ?3)"#)?;
    for row in parse(CODEBOOK) {
        for table in row.get("table").copied().unwrap_or_default().split(' ') {
            insert.execute(params![table, row.get("column"), row.get("meaning")])?;
        }
    }
    Ok(())
}
