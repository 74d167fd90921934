//! One account as rows.
//!
//! Enters: a mention of an article. Leaves: rows of `mentions`, `casualties`, `claims` and the four tables of details.
//! Example: `attacked a police station` with two figures gives one mention and two casualties.

use rusqlite::{Connection, params};

use super::group;
use super::rows::char_offset;
use crate::resolve::mention::{Extraction, Mention};
use crate::span::Quote;

/// A mention that is stored already and is about to be read again.
#[derive(Clone, Debug)]
struct Former {
    id: i64,
    key: String,
    incident: Option<i64>,
    start: usize,
    end: usize,
    date: Option<String>,
    place: Option<String>,
}

/// Writes all mentions and relations of an article, in place of what stood there before. A mention that is read
/// again keeps id, key and incident, even where the words that introduce it have moved.
pub(super) fn write_all(db: &Connection, article: i64, extraction: &Extraction) -> rusqlite::Result<()> {
    let mut former = former(db, article)?;
    let keys = keys(extraction);
    db.prepare_cached("DELETE FROM mentions WHERE article_id = ?1")?.execute([article])?;
    db.prepare_cached("DELETE FROM group_relations WHERE article_id = ?1")?.execute([article])?;
    let mut kept: Vec<Option<Former>> = vec![None; keys.len()];
    for (at, key) in keys.iter().enumerate() {
        if let Some(same) = former.iter().position(|one| one.key == *key) {
            kept[at] = Some(former.swap_remove(same));
        }
    }
    // what moved: the words still overlap, or date and place are the same
    let tests: [fn(&Former, &Mention) -> bool; 2] = [overlaps, agrees];
    for test in tests {
        for (at, mention) in extraction.incidents.iter().enumerate() {
            former.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
            if kept[at].is_none()
                && let Some(moved) = former.iter().position(|one| test(one, mention))
            {
                kept[at] = Some(former.remove(moved));
            }
        }
    }
    for ((mention, key), kept) in extraction.incidents.iter().zip(keys).zip(kept) {
        let key = kept.as_ref().map_or(key, |former| former.key.clone());
        write(db, article, &extraction.text, mention, &key, kept.as_ref())?;
    }
    for relation in &extraction.relations {
        let kind = crate::vocabulary::GroupKind::ArmedGroup;
        let (one, other) =
            (group::named(db, &relation.group, None, kind)?, group::named(db, &relation.other_group, None, kind)?);
        if one == other {
            continue;
        }
        db.prepare_cached(
            "INSERT INTO group_relations (group_id, other_group_id, relation, asserted_by, article_id, quote, start_byte, end_byte, start_char)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            one,
            other,
            relation.relation.code(),
            relation.asserted_by,
            article,
            relation.at.quote,
            relation.at.start,
            relation.at.end,
            char_offset(&extraction.text, relation.at.start)
        ])?;
    }
    Ok(())
}

/// The name of each mention: the article, where its words stand, and which of those that stand there it is.
fn keys(extraction: &Extraction) -> Vec<String> {
    let article = extraction.sha256.get(..16).unwrap_or(&extraction.sha256);
    let published = extraction.published.as_deref().unwrap_or("undated");
    let starts: Vec<usize> = extraction.incidents.iter().map(|mention| mention.anchor.start).collect();
    starts
        .iter()
        .enumerate()
        .map(|(at, start)| {
            let ordinal = starts[..at].iter().filter(|other| *other == start).count() + 1;
            format!("{article}:{published}:{start}:{ordinal}")
        })
        .collect()
}

fn former(db: &Connection, article: i64) -> rusqlite::Result<Vec<Former>> {
    db.prepare_cached(
        "SELECT id, key, incident_id, start_byte, end_byte, date_start, place FROM mentions WHERE article_id = ?1 ORDER BY start_byte, key",
    )?
    .query_map([article], |row| {
        Ok(Former {
            id: row.get(0)?,
            key: row.get(1)?,
            incident: row.get(2)?,
            start: row.get(3)?,
            end: row.get(4)?,
            date: row.get(5)?,
            place: row.get(6)?,
        })
    })?
    .collect()
}

const fn overlaps(former: &Former, mention: &Mention) -> bool {
    former.start < mention.anchor.end && mention.anchor.start < former.end
}

fn agrees(former: &Former, mention: &Mention) -> bool {
    let place = mention.location.as_ref().and_then(|location| location.place.as_ref());
    let date = mention.date.as_ref().map(|date| &date.start);
    former.date.is_some() && former.date.as_ref() == date && former.place.as_ref() == place
}

fn write(
    db: &Connection,
    article: i64,
    text: &str,
    mention: &Mention,
    key: &str,
    former: Option<&Former>,
) -> rusqlite::Result<()> {
    let (date, location) = (mention.date.as_ref(), mention.location.as_ref());
    let incident = former.and_then(|former| former.incident);
    let id = db
        .prepare_cached(
            "INSERT INTO mentions (id, key, article_id, incident_id, is_primary, date_start, date_end, date_precision, date_basis,
               date_quote, date_start_byte, date_end_byte, country_code, country, admin1, admin2, place, place_text, site, latitude,
               longitude, place_precision, place_quote, place_start_byte, place_end_byte, outcome, suicide, claim_status, quote,
               start_byte, end_byte, start_char)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
               ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32)",
        )?
        .insert(params![
            former.map(|former| former.id),
            key,
            article,
            incident,
            mention.primary,
            date.map(|date| &date.start),
            date.map(|date| &date.end),
            date.map(|date| date.precision.code()),
            date.map(|date| date.basis.code()),
            date.map(|date| &date.quote),
            date.map(|date| date.start_byte),
            date.map(|date| date.end_byte),
            location.and_then(|location| location.country_code.as_ref()),
            location.and_then(|location| location.country.as_ref()),
            location.and_then(|location| location.admin1.as_ref()),
            location.and_then(|location| location.admin2.as_ref()),
            location.and_then(|location| location.place.as_ref()),
            location.and_then(|location| location.place_text.as_ref()),
            location.and_then(|location| location.site.as_ref()),
            location.and_then(|location| location.latitude),
            location.and_then(|location| location.longitude),
            location.and_then(|location| location.precision).map(crate::vocabulary::PlacePrecision::code),
            location.map(|location| &location.at.quote),
            location.map(|location| location.at.start),
            location.map(|location| location.at.end),
            mention.outcome.code(),
            mention.suicide,
            mention.claim_status.code(),
            mention.anchor.quote,
            mention.anchor.start,
            mention.anchor.end,
            char_offset(text, mention.anchor.start)
        ])?;
    let home = Home { db, text, id, article, incident };
    home.figures(mention)?;
    home.claims(mention)?;
    home.details(mention)
}

/// The keys that every row of a mention carries.
struct Home<'a> {
    db: &'a Connection,
    text: &'a str,
    id: i64,
    article: i64,
    incident: Option<i64>,
}

impl Home<'_> {
    fn figures(&self, mention: &Mention) -> rusqlite::Result<()> {
        for (at, figure) in mention.casualties.iter().enumerate() {
            let words = figure.at.quote.split_whitespace().collect::<Vec<_>>().join(" ");
            self.db
                .prepare_cached(
                    "INSERT INTO casualties (incident_id, mention_id, article_id, seq, outcome, party, population, low, high, qualifier,
                       scope, extent, standing, includes_perpetrators, reported_by, reported_by_kind, words, quote, start_byte,
                       end_byte, start_char, rule)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
                )?
                .execute(params![
                    self.incident,
                    self.id,
                    self.article,
                    at + 1,
                    figure.outcome.code(),
                    figure.party.code(),
                    figure.population.code(),
                    figure.low,
                    figure.high,
                    figure.qualifier.code(),
                    figure.scope.code(),
                    figure.extent.code(),
                    figure.standing.code(),
                    figure.includes_perpetrators,
                    figure.reported_by,
                    figure.reported_by_kind.code(),
                    words,
                    figure.at.quote,
                    figure.at.start,
                    figure.at.end,
                    char_offset(self.text, figure.at.start),
                    figure.rule
                ])?;
        }
        Ok(())
    }

    fn claims(&self, mention: &Mention) -> rusqlite::Result<()> {
        for claim in &mention.claims {
            self.db
                .prepare_cached(
                    "INSERT INTO claims (incident_id, mention_id, article_id, kind, claimant, claimant_kind, about, low, high, quote,
                       start_byte, end_byte, start_char, rule)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                )?
                .execute(params![
                    self.incident,
                    self.id,
                    self.article,
                    claim.kind.code(),
                    claim.claimant,
                    claim.claimant_kind.code(),
                    claim.about,
                    claim.low,
                    claim.high,
                    claim.at.quote,
                    claim.at.start,
                    claim.at.end,
                    char_offset(self.text, claim.at.start),
                    claim.rule
                ])?;
        }
        Ok(())
    }

    fn details(&self, mention: &Mention) -> rusqlite::Result<()> {
        for (at, one) in mention.groups.iter().enumerate() {
            let group = group::named(self.db, &one.name, one.short_name.as_deref(), one.kind)?;
            self.detail(
                "INSERT INTO mention_groups (incident_id, mention_id, article_id, seq, quote, start_byte, end_byte, start_char, group_id, role, attribution)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                at,
                &one.at,
                &[&group, &one.role.code(), &one.attribution.code()],
            )?;
        }
        for (at, one) in mention.attack_types.iter().enumerate() {
            self.detail(
                "INSERT INTO mention_attack_types (incident_id, mention_id, article_id, seq, quote, start_byte, end_byte, start_char, code)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                at,
                &one.at,
                &[&one.code.code()],
            )?;
        }
        for (at, one) in mention.weapons.iter().enumerate() {
            self.detail(
                "INSERT INTO mention_weapons (incident_id, mention_id, article_id, seq, quote, start_byte, end_byte, start_char, code, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                at,
                &one.at,
                &[&one.code.code(), &one.text],
            )?;
        }
        for (at, one) in mention.targets.iter().enumerate() {
            self.detail(
                "INSERT INTO mention_targets (incident_id, mention_id, article_id, seq, quote, start_byte, end_byte, start_char, code, kind, named, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                at,
                &one.at,
                &[&one.code.code(), &one.kind.code(), &one.named, &one.text],
            )?;
        }
        Ok(())
    }

    fn detail(&self, sql: &str, at: usize, quote: &Quote, own: &[&dyn rusqlite::ToSql]) -> rusqlite::Result<()> {
        let (seq, start_char) = (at + 1, char_offset(self.text, quote.start));
        let mut values: Vec<&dyn rusqlite::ToSql> =
            vec![&self.incident, &self.id, &self.article, &seq, &quote.quote, &quote.start, &quote.end, &start_char];
        values.extend(own);
        self.db.prepare_cached(sql)?.execute(values.as_slice())?;
        Ok(())
    }
}
