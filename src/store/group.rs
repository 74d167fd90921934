//! Groups by name.
//!
//! Enters: a canonical name. Leaves: the group's id; a name not met before becomes a row of origin `learned`.
//! Example: `Swords of Zabul` in an article is a group from then on.

use rusqlite::{Connection, OptionalExtension, params};

use crate::vocabulary::GroupKind;

/// The group of this canonical name.
pub(super) fn named(db: &Connection, name: &str, short_name: Option<&str>, kind: GroupKind) -> rusqlite::Result<i64> {
    let found = db
        .prepare_cached(
            "SELECT id FROM groups WHERE name = ?1
             UNION ALL SELECT group_id FROM group_aliases WHERE alias = ?1 AND NOT EXISTS (SELECT 1 FROM groups WHERE name = ?1)
             ORDER BY 1 LIMIT 1",
        )?
        .query_row([name], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => db
            .prepare_cached("INSERT INTO groups (name, short_name, kind, origin) VALUES (?1, ?2, ?3, 'learned')")?
            .insert(params![name, short_name, kind.code()]),
    }
}

/// Who makes a claim and whom it is about: column of the name, column of the group, index of the names without one.
const TIES: [(&str, &str, &str); 2] = [
    ("claimant", "claimant_group_id", "claims_by_unknown_claimant"),
    ("about", "about_group_id", "claims_by_unknown_subject"),
];

/// Ties claims to the groups that they are made by or about, wherever one group alone has that name. Run once all
/// articles of a load are in, so that their order does not matter.
pub(super) fn tie_claims(db: &Connection) -> rusqlite::Result<()> {
    for (name, id, index) in TIES {
        db.execute(
            &format!(
                "UPDATE claims SET {id} = n.group_id
                 FROM (SELECT c.id AS claim, k.group_id
                       FROM (SELECT name, min(group_id) AS group_id
                             FROM (SELECT name, id AS group_id FROM groups
                                   UNION SELECT alias, group_id FROM group_aliases
                                   UNION SELECT short_name, id FROM groups WHERE short_name IS NOT NULL)
                             GROUP BY name HAVING count(*) = 1) AS k
                       CROSS JOIN claims AS c INDEXED BY {index} ON c.{name} = k.name AND c.{id} IS NULL) AS n
                 WHERE claims.id = n.claim"
            ),
            [],
        )?;
    }
    Ok(())
}

/// As [`tie_claims`], where only these mentions and the groups learned since the last link can have changed anything.
pub(super) fn tie_new_claims<'a>(db: &Connection, mentions: impl IntoIterator<Item = &'a i64>) -> rusqlite::Result<()> {
    let sql = |(name, id, index): (&str, &str, &str), which: &str| {
        format!(
            "UPDATE claims {which_index} SET {id} =
               (SELECT min(g) FROM (SELECT id AS g FROM groups WHERE name = claims.{name}
                                    UNION SELECT group_id FROM group_aliases WHERE alias = claims.{name}
                                    UNION SELECT id FROM groups WHERE short_name = claims.{name}) HAVING count(*) = 1)
             WHERE {id} IS NULL AND {which}",
            which_index = if which.contains("mention_id") { String::new() } else { format!("INDEXED BY {index}") }
        )
    };
    for mention in mentions {
        for tie in TIES {
            db.prepare_cached(&sql(tie, "mention_id = ?1"))?.execute([mention])?;
        }
    }
    let learned: Vec<String> = db
        .prepare_cached(
            "SELECT name FROM groups WHERE id > (SELECT last_group FROM link_state)
             UNION SELECT short_name FROM groups WHERE id > (SELECT last_group FROM link_state) AND short_name IS NOT NULL",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in learned {
        for tie in TIES {
            db.prepare_cached(&sql(tie, &format!("{} = ?1", tie.0)))?.execute([&name])?;
        }
    }
    Ok(())
}
