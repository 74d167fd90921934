//! The analyst's decisions that still stand.
//!
//! Enters: the table `decisions`. Leaves: what linking must keep together or apart.
//! Example: a merge that was undone, and whose undoing was undone, stands.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::link::Decision;

/// Merges and splits in force, in the order in which they were made. The later word counts: a split takes apart what
/// an earlier merge held together, and each side of a split stays together until it is split itself.
pub(super) fn standing(db: &Connection) -> rusqlite::Result<Vec<Decision>> {
    let undone = undone(db)?;
    let mut made = db.prepare(
        "SELECT id, kind, ifnull(mentions, '[]'), ifnull(other_mentions, '[]') FROM decisions WHERE kind IN ('merge', 'split') ORDER BY id",
    )?;
    let rows = made.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    })?;
    let mut made = Vec::new();
    for row in rows {
        let (id, kind, mentions, others) = row?;
        let keys = |json: &str| serde_json::from_str::<Vec<String>>(json).unwrap_or_default();
        match kind.as_str() {
            _ if undone.contains(&id) => {}
            "merge" => made.push(Decision::Together(keys(&mentions))),
            _ => made.push(Decision::Apart(keys(&mentions), keys(&others))),
        }
    }
    Ok(settled(made))
}

/// What decisions come to when a later one speaks against an earlier.
fn settled(made: Vec<Decision>) -> Vec<Decision> {
    let mut together: Vec<Vec<String>> = Vec::new();
    let mut apart: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for decision in made {
        match decision {
            Decision::Together(keys) => {
                // whoever joins both sides takes the split back for these accounts
                for (one, other) in &mut apart {
                    if one.iter().any(|key| keys.contains(key)) && other.iter().any(|key| keys.contains(key)) {
                        one.retain(|key| !keys.contains(key));
                    }
                }
                together.push(keys);
            }
            Decision::Apart(one, other) => {
                together = together.into_iter().flat_map(|keys| parted(keys, &one, &other)).collect();
                together.extend([one.clone(), other.clone()]);
                apart.push((one, other));
            }
        }
    }
    let together = together.into_iter().filter(|keys| keys.len() > 1).map(Decision::Together);
    let apart = apart.into_iter().filter(|(one, other)| !one.is_empty() && !other.is_empty());
    together.chain(apart.map(|(one, other)| Decision::Apart(one, other))).collect()
}

/// A group of accounts after a split: whole where the split leaves it alone, else in two.
fn parted(keys: Vec<String>, one: &[String], other: &[String]) -> Vec<Vec<String>> {
    let touches = |side: &[String]| keys.iter().any(|key| side.contains(key));
    if !(touches(one) && touches(other)) {
        return vec![keys];
    }
    let (inside, outside) = keys.into_iter().partition(|key| one.contains(key));
    vec![inside, outside]
}

/// Keys that any merge or split ever named, in force or not.
pub(super) fn touching(db: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    db.prepare(
        "SELECT j.value FROM decisions AS d, json_each(d.mentions) AS j WHERE d.kind IN ('merge', 'split')
         UNION SELECT j.value FROM decisions AS d, json_each(d.other_mentions) AS j WHERE d.kind = 'split'",
    )?
    .query_map([], |row| row.get(0))?
    .collect()
}

/// Decisions that an undoing in force takes back. The latest comes first: only then is it known which undoings stand.
pub(super) fn undone(db: &Connection) -> rusqlite::Result<BTreeSet<i64>> {
    let mut undone = BTreeSet::new();
    let mut undoings = db.prepare("SELECT id, undoes FROM decisions WHERE kind = 'undo' ORDER BY id DESC")?;
    for row in undoings.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (id, undoes): (i64, i64) = row?;
        if !undone.contains(&id) {
            undone.insert(undoes);
        }
    }
    Ok(undone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &str) -> Vec<String> {
        names.chars().map(String::from).collect()
    }

    fn apart(one: &str, other: &str) -> Decision {
        Decision::Apart(keys(one), keys(other))
    }

    fn together(names: &str) -> Decision {
        Decision::Together(keys(names))
    }

    #[test]
    fn a_split_takes_apart_what_was_merged_before() {
        let settled = settled(vec![together("abc"), apart("c", "ab")]);
        assert_eq!(settled, [together("ab"), together("ab"), apart("c", "ab")]);
    }

    #[test]
    fn a_merge_joins_what_was_split_before() {
        assert_eq!(settled(vec![apart("a", "bc"), together("abc")]), [together("bc"), together("abc")]);
        // the accounts that the merge does not name stay apart
        assert_eq!(settled(vec![apart("ad", "b"), together("ab")]), [together("ad"), together("ab"), apart("d", "b")]);
    }

    #[test]
    fn decisions_on_other_accounts_are_left_alone() {
        assert_eq!(settled(vec![together("ab"), apart("c", "d")]), [together("ab"), apart("c", "d")]);
    }
}
