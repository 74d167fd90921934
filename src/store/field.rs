//! What an analyst may correct in an incident, and how the value is written.
//!
//! Enters: a field's name and a value as a person writes it. Leaves: the one spelling that the log keeps, or a reason
//! that names what is allowed. An empty value is "unknown".
//! Example: `date` takes `2023-12-12`, `2023-12`, `2023` and `2023-12-10/2023-12-12`; `3/4/2023` is refused.

use chrono::{Days, Months, NaiveDate};

use crate::vocabulary::{AttackType, ClaimStatus, DatePrecision, IncidentOutcome, PlacePrecision};

/// One thing that can be corrected; `column` of the log bears its name.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name on the command line and in the log.
    pub name: &'static str,
    kind: Kind,
    /// The columns of `incident_summary` that it sets.
    pub columns: &'static [&'static str],
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    /// Words; unknown where empty.
    Words,
    /// Words that must be there.
    Name,
    Date,
    Country,
    Coordinates,
    Latitude,
    Longitude,
    Number,
    YesNo,
    AttackTypes,
    /// A closed vocabulary; `true` where unknown is allowed.
    Code(fn() -> Vec<&'static str>, bool),
}

macro_rules! codes {
    ($vocabulary:ident) => {
        || $vocabulary::ALL.iter().map(|one| one.code()).collect::<Vec<&'static str>>()
    };
}

const fn field(name: &'static str, kind: Kind, columns: &'static [&'static str]) -> Field {
    Field { name, kind, columns }
}

/// Everything that can be corrected.
pub const FIELDS: &[Field] = &[
    field("title", Kind::Name, &["title"]),
    field("date", Kind::Date, &["date_start", "date_end", "date_precision"]),
    field("country", Kind::Country, &["country", "country_code"]),
    field("admin1", Kind::Words, &["admin1"]),
    field("admin2", Kind::Words, &["admin2"]),
    field("place", Kind::Words, &["place"]),
    field("site", Kind::Words, &["site"]),
    field("coordinates", Kind::Coordinates, &["latitude", "longitude"]),
    field("latitude", Kind::Latitude, &["latitude"]),
    field("longitude", Kind::Longitude, &["longitude"]),
    field("place_precision", Kind::Code(codes!(PlacePrecision), true), &["place_precision"]),
    field("attack_type", Kind::Code(codes!(AttackType), true), &["attack_types"]),
    field("attack_types", Kind::AttackTypes, &["attack_types"]),
    field("suicide", Kind::YesNo, &["suicide"]),
    field("outcome", Kind::Code(codes!(IncidentOutcome), false), &["outcome"]),
    field("claim_status", Kind::Code(codes!(ClaimStatus), false), &["claim_status"]),
    field("killed_low", Kind::Number, &["killed_low"]),
    field("killed_best", Kind::Number, &["killed_best"]),
    field("killed_high", Kind::Number, &["killed_high"]),
    field("injured_low", Kind::Number, &["injured_low"]),
    field("injured_best", Kind::Number, &["injured_best"]),
    field("injured_high", Kind::Number, &["injured_high"]),
    field("perpetrators_killed_low", Kind::Number, &["perpetrators_killed_low"]),
    field("perpetrators_killed_best", Kind::Number, &["perpetrators_killed_best"]),
    field("perpetrators_killed_high", Kind::Number, &["perpetrators_killed_high"]),
];

impl Field {
    /// The field of this name.
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().copied().find(|field| field.name == name)
    }

    /// It is a count of people.
    pub fn is_figure(self) -> bool {
        matches!(self.kind, Kind::Number)
    }

    /// It is one half of a pair of coordinates.
    pub(super) fn is_half(self) -> bool {
        matches!(self.kind, Kind::Latitude | Kind::Longitude)
    }

    /// It names a country, which the database has to know.
    pub(super) fn is_country(self) -> bool {
        matches!(self.kind, Kind::Country)
    }

    /// The value in the spelling of the log; `None` is unknown. The error says what is allowed.
    pub fn read(self, given: &str) -> Result<Option<String>, String> {
        let given = given.trim();
        if given.is_empty() {
            return match self.kind {
                Kind::Name => Err(format!("{} cannot be empty", self.name)),
                Kind::YesNo => Err(format!("{} is yes or no", self.name)),
                Kind::Code(codes, false) => Err(self.not_among("an empty value", &codes())),
                _ => Ok(None),
            };
        }
        if given.chars().any(char::is_control) {
            return Err(format!("{} is one line of text", self.name));
        }
        match self.kind {
            Kind::Words | Kind::Name | Kind::Country => Ok(given.to_owned()),
            Kind::Date => date(given).map(|(start, end, precision)| written(start, end, precision)),
            Kind::Coordinates => {
                let halves = given.split_once([',', ' ']).map(|(lat, lon)| (degrees(lat, 90.0), degrees(lon, 180.0)));
                match halves {
                    Some((Some(latitude), Some(longitude))) => Ok(format!("{latitude},{longitude}")),
                    _ => Err(format!("{given:?} is no pair of coordinates; write LATITUDE,LONGITUDE, as 31.73,-70.25")),
                }
            }
            Kind::Latitude => degrees(given, 90.0)
                .map(|degrees| degrees.to_string())
                .ok_or_else(|| format!("{given:?} is no latitude; write degrees from -90 to 90, south below 0")),
            Kind::Longitude => degrees(given, 180.0)
                .map(|degrees| degrees.to_string())
                .ok_or_else(|| format!("{given:?} is no longitude; write degrees from -180 to 180, west below 0")),
            Kind::Number => number(given).map(|number| number.to_string()).ok_or_else(|| {
                format!("{given:?} is no number of people; write digits, or nothing where it is unknown")
            }),
            Kind::YesNo => match given.to_lowercase().as_str() {
                "1" | "yes" | "true" => Ok("1".to_owned()),
                "0" | "no" | "false" => Ok("0".to_owned()),
                _ => Err(format!("{given:?}: {} is yes or no", self.name)),
            },
            Kind::AttackTypes => {
                let mut codes: Vec<&str> = Vec::new();
                for code in given.split(';').map(str::trim).filter(|code| !code.is_empty()) {
                    if code.parse::<AttackType>().is_err() {
                        return Err(self.not_among(&format!("{code:?}"), &attack_types()));
                    }
                    if !codes.contains(&code) {
                        codes.push(code);
                    }
                }
                Ok(codes.join("; "))
            }
            Kind::Code(codes, _) if codes().contains(&given) => Ok(given.to_owned()),
            Kind::Code(codes, _) => Err(self.not_among(&format!("{given:?}"), &codes())),
        }
        .map(Some)
    }

    fn not_among(self, given: &str, codes: &[&str]) -> String {
        format!("{given} is no {}; it is one of {}", self.name, codes.join(", "))
    }
}

fn attack_types() -> Vec<&'static str> {
    AttackType::ALL.iter().map(|one| one.code()).collect()
}

fn degrees(given: &str, most: f64) -> Option<f64> {
    given.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= most)
}

/// Digits alone, or what a spreadsheet makes of them: `24.0`.
fn number(given: &str) -> Option<u32> {
    let digits =
        given.split_once('.').filter(|(_, rest)| rest.chars().all(|c| c == '0')).map_or(given, |(head, _)| head);
    digits.chars().all(|c| c.is_ascii_digit()).then(|| digits.parse().ok())?.filter(|people| *people <= 10_000_000)
}

/// First day, last day and precision of a day, a month, a year or a range.
pub(super) fn date(given: &str) -> Result<(NaiveDate, NaiveDate, DatePrecision), String> {
    let wrong = || format!("{given:?} is no date; write YYYY-MM-DD, YYYY-MM, YYYY or a range YYYY-MM-DD/YYYY-MM-DD");
    if let Some((start, end)) = given.split_once('/') {
        let (start, end) = day(start.trim()).zip(day(end.trim())).ok_or_else(wrong)?;
        return match start.cmp(&end) {
            std::cmp::Ordering::Less => Ok((start, end, DatePrecision::Range)),
            std::cmp::Ordering::Equal => Ok((start, end, DatePrecision::Day)),
            std::cmp::Ordering::Greater => Err(format!("{given:?} ends before it begins")),
        };
    }
    let span =
        |start: NaiveDate, months: u32| start.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1));
    let months = |first: String, months: u32| day(&first).and_then(|start| Some((start, span(start, months)?)));
    let found = match given.len() {
        4 => months(format!("{given}-01-01"), 12).map(|(start, end)| (start, end, DatePrecision::Year)),
        7 => months(format!("{given}-01"), 1).map(|(start, end)| (start, end, DatePrecision::Month)),
        _ => day(given).map(|day| (day, day, DatePrecision::Day)),
    };
    found.ok_or_else(wrong)
}

/// A day as `YYYY-MM-DD` and in no other way.
pub fn day(given: &str) -> Option<NaiveDate> {
    (given.len() == 10).then(|| NaiveDate::parse_from_str(given, "%Y-%m-%d").ok())?
}

/// The spelling of the log, which [`date`] reads back.
fn written(start: NaiveDate, end: NaiveDate, precision: DatePrecision) -> String {
    match precision {
        DatePrecision::Day => start.to_string(),
        DatePrecision::Month => start.format("%Y-%m").to_string(),
        DatePrecision::Year => start.format("%Y").to_string(),
        DatePrecision::Range => format!("{start}/{end}"),
    }
}

/// The spelling of three cells of a row; a month that is no whole month is a range.
pub fn spelled(start: &str, end: &str, precision: &str) -> Option<String> {
    let (first, last) = (day(start)?, day(end)?);
    let precision: DatePrecision = precision.parse().ok()?;
    let short = written(first, last, precision);
    Some(match date(&short) {
        Ok(read) if read == (first, last, precision) => short,
        _ => format!("{start}/{end}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, given: &str) -> Result<Option<String>, String> {
        Field::named(name).expect("a field").read(given)
    }

    #[test]
    fn dates_are_written_in_one_way_and_read_back() {
        for (given, spelling) in [
            ("2023-12-12", "2023-12-12"),
            ("2023-12", "2023-12"),
            ("2024", "2024"),
            ("2023-12-10/2023-12-12", "2023-12-10/2023-12-12"),
            ("2023-12-12/2023-12-12", "2023-12-12"),
        ] {
            assert_eq!(read("date", given), Ok(Some(spelling.to_owned())));
            let (start, end, precision) = date(spelling).expect("a date");
            assert_eq!(spelled(&start.to_string(), &end.to_string(), precision.code()).as_deref(), Some(spelling));
        }
        for wrong in
            ["12/12/2023", "2023-13-01", "2023-02-30", "12 December", "2023-12-12/2023-12-10", "2023-1-1", "20231212"]
        {
            assert!(read("date", wrong).is_err(), "{wrong}");
        }
        assert_eq!(read("date", " "), Ok(None));
        assert_eq!(date("2024-02").map(|(_, end, _)| end.to_string()), Ok("2024-02-29".to_owned()));
    }

    #[test]
    fn vocabularies_are_checked_and_named() {
        assert_eq!(read("outcome", "foiled"), Ok(Some("foiled".to_owned())));
        let error = read("outcome", "failed").expect_err("no code");
        assert!(error.contains("completed, attempted, foiled, threatened"), "{error}");
        assert!(read("outcome", "").is_err() && read("suicide", "").is_err() && read("title", "").is_err());
        assert_eq!(read("attack_type", ""), Ok(None));
        assert_eq!(read("attack_types", "bombing;arson; bombing"), Ok(Some("bombing; arson".to_owned())));
        assert!(read("attack_types", "bombing; boom").expect_err("no code").contains("\"boom\" is no attack_types"));
    }

    #[test]
    fn numbers_and_places_keep_their_bounds() {
        assert_eq!(read("killed_low", "24"), Ok(Some("24".to_owned())));
        assert_eq!(read("killed_low", "24.0"), Ok(Some("24".to_owned())));
        assert_eq!(read("killed_low", ""), Ok(None));
        for wrong in ["-1", "about 20", "1e3", "2.5", "20,000", "."] {
            assert!(read("killed_low", wrong).is_err(), "{wrong}");
        }
        assert_eq!(read("coordinates", "31.730, -70.25"), Ok(Some("31.73,-70.25".to_owned())));
        for wrong in ["91,0", "0,181", "31.7", "nan,0", "a,b"] {
            assert!(read("coordinates", wrong).is_err(), "{wrong}");
        }
        assert_eq!(read("suicide", "Yes"), Ok(Some("1".to_owned())));
        assert!(read("place", "two\nlines").is_err());
    }
}
