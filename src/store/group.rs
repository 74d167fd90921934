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

/// Ties claims to the groups that they are made by or about, wherever one group alone has that name. Run once all
/// articles of a load are in, so that their order does not matter. Each name is looked up among the untied claims.
pub(super) fn tie_claims(db: &Connection) -> rusqlite::Result<()> {
    for (name, id, index) in [
        ("claimant", "claimant_group_id", "claims_by_unknown_claimant"),
        ("about", "about_group_id", "claims_by_unknown_subject"),
    ] {
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
