//! What one incident comes to, field by field: as its accounts have it, and with corrections laid over it.
//!
//! Enters: a derived row and its counts. Leaves: values by field and by column, in the spelling of the log.
//! Example: after `amend(date, "2023-12")` the cell `date_end` is `2023-12-31`.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::field::{self, FIELDS, Field};
use crate::link::Incident;
use crate::vocabulary::AttackType;

/// One incident's values.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub incident: Incident,
    /// All types, the incident's own first, joined by `; `.
    attack_types: Option<String>,
    /// Counts by column.
    figures: BTreeMap<&'static str, Option<String>>,
    /// An analyst gave the title; else it follows from the other fields.
    is_titled: bool,
}

impl State {
    /// A row alone, without its counts.
    pub fn new(incident: Incident) -> Self {
        Self { incident, attack_types: None, figures: BTreeMap::new(), is_titled: false }
    }

    /// A derived row with what the views derive beside it.
    pub fn load(db: &Connection, id: i64, incident: Incident) -> rusqlite::Result<Self> {
        let mut state = Self::new(incident);
        let figures: Vec<&'static str> =
            FIELDS.iter().filter(|field| field.is_figure()).map(|field| field.name).collect();
        let sql = format!("SELECT {} FROM derived_figures WHERE incident_id = ?1", figures.join(", "));
        let found: Option<Vec<Option<i64>>> = db
            .prepare_cached(&sql)?
            .query_row([id], |row| (0..figures.len()).map(|at| row.get(at)).collect())
            .optional()?;
        let numbers = found.into_iter().flatten().map(|number| number.map(|number| number.to_string()));
        state.figures = figures.into_iter().zip(numbers).collect();
        let mut types = db.prepare_cached(
            "SELECT t.code FROM mention_attack_types AS t JOIN attack_types AS v ON v.code = t.code WHERE t.incident_id = ?1
             GROUP BY t.code ORDER BY t.code IS ?2 DESC, count(DISTINCT t.article_id) DESC, v.position",
        )?;
        let own = state.incident.attack_type.map(AttackType::code);
        let codes: Vec<String> =
            types.query_map(rusqlite::params![id, own], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        state.attack_types = (!codes.is_empty()).then(|| codes.join("; "));
        Ok(state)
    }

    /// The value of a field in the spelling of the log; `None` is unknown.
    pub fn value(&self, field: Field) -> Option<String> {
        let row = &self.incident;
        match field.name {
            "date" => {
                row.date.as_ref().and_then(|(start, end, precision)| field::spelled(start, end, precision.code()))
            }
            "coordinates" => row.coordinates.map(|(latitude, longitude)| format!("{latitude},{longitude}")),
            name => self.cell(name),
        }
    }

    /// A cell of `incident_summary`.
    pub fn cell(&self, column: &str) -> Option<String> {
        let row = &self.incident;
        match column {
            "title" => Some(row.title.clone()),
            "date_start" => row.date.as_ref().map(|(start, ..)| start.clone()),
            "date_end" => row.date.as_ref().map(|(_, end, _)| end.clone()),
            "date_precision" => row.date.as_ref().map(|(.., precision)| precision.code().to_owned()),
            "country_code" => row.country_code.clone(),
            "country" => row.country.clone(),
            "admin1" => row.admin1.clone(),
            "admin2" => row.admin2.clone(),
            "place" => row.place.clone(),
            "site" => row.site.clone(),
            "latitude" => row.coordinates.map(|(latitude, _)| latitude.to_string()),
            "longitude" => row.coordinates.map(|(_, longitude)| longitude.to_string()),
            "place_precision" => row.place_precision.map(|precision| precision.code().to_owned()),
            "attack_type" => row.attack_type.map(|code| code.code().to_owned()),
            "attack_types" => self.attack_types.clone(),
            "suicide" => Some(u8::from(row.suicide).to_string()),
            "outcome" => Some(row.outcome.code().to_owned()),
            "claim_status" => Some(row.claim_status.code().to_owned()),
            figure => self.figures.get(figure).cloned().flatten(),
        }
    }

    /// Lays one correction over the row. A value that no longer fits its field, as after an upgrade, changes nothing.
    pub fn amend(&mut self, db: &Connection, field: Field, value: Option<&str>) -> rusqlite::Result<()> {
        let row = &mut self.incident;
        let owned = value.map(ToOwned::to_owned);
        match field.name {
            "title" => {
                row.title = owned.unwrap_or_default();
                self.is_titled = true;
            }
            "date" => {
                row.date = value
                    .and_then(|value| field::date(value).ok())
                    .map(|(start, end, precision)| (start.to_string(), end.to_string(), precision));
            }
            "country" => {
                let sql = "SELECT code FROM countries WHERE name = ?1";
                row.country_code = db.prepare_cached(sql)?.query_row([value], |row| row.get(0)).optional()?;
                row.country = owned;
            }
            "admin1" => row.admin1 = owned,
            "admin2" => row.admin2 = owned,
            "place" => row.place = owned,
            "site" => row.site = owned,
            "coordinates" => {
                row.coordinates = value
                    .and_then(|pair| pair.split_once(','))
                    .and_then(|(latitude, longitude)| latitude.parse().ok().zip(longitude.parse().ok()));
            }
            "place_precision" => row.place_precision = value.and_then(|code| code.parse().ok()),
            "attack_type" => {
                row.attack_type = value.and_then(|code| code.parse().ok());
                // the incident's own comes first, and no type of the accounts is lost
                let others =
                    self.attack_types.iter().flat_map(|codes| codes.split("; ")).filter(|code| Some(*code) != value);
                let codes: Vec<&str> = value.into_iter().chain(others).collect();
                self.attack_types = (!codes.is_empty()).then(|| codes.join("; "));
            }
            "attack_types" => {
                row.attack_type = value.and_then(|codes| codes.split("; ").next()).and_then(|code| code.parse().ok());
                self.attack_types = owned;
            }
            "suicide" => row.suicide = value == Some("1"),
            "outcome" => row.outcome = value.and_then(|code| code.parse().ok()).unwrap_or(row.outcome),
            "claim_status" => row.claim_status = value.and_then(|code| code.parse().ok()).unwrap_or(row.claim_status),
            figure => {
                self.figures.insert(figure, owned);
            }
        }
        if !self.is_titled {
            self.incident.title = self.incident.entitled();
        }
        Ok(())
    }

    /// One half of the coordinates as the whole that the log keeps.
    pub fn whole(&self, half: Field, value: Option<&str>) -> Result<(Field, Option<String>), String> {
        let whole = Field::named("coordinates").unwrap_or(half);
        let Some(value) = value else { return Ok((whole, None)) };
        match (half.name, self.incident.coordinates) {
            ("latitude", Some((_, longitude))) => Ok((whole, Some(format!("{value},{longitude}")))),
            ("longitude", Some((latitude, _))) => Ok((whole, Some(format!("{latitude},{value}")))),
            _ => Err("the other half is not known; correct coordinates to LATITUDE,LONGITUDE".to_owned()),
        }
    }

    /// Why a count cannot stand beside the others of its kind: low, best and high must not cross.
    pub fn disorder(&self, field: Field) -> Option<String> {
        let (kind, _) = field.name.rsplit_once('_').filter(|_| field.is_figure())?;
        let bound = |bound: &str| -> Option<u64> { self.cell(&format!("{kind}_{bound}"))?.parse().ok() };
        for (lower, upper) in [("low", "best"), ("best", "high"), ("low", "high")] {
            if let (Some(less), Some(more)) = (bound(lower), bound(upper))
                && less > more
            {
                return Some(format!(
                    "{kind}_{lower} {less} would be above {kind}_{upper} {more}; correct both at once"
                ));
            }
        }
        None
    }
}
