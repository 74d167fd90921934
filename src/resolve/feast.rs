//! Feasts that move with Easter.
//!
//! Enters: days from Easter Sunday and the words for the year. Leaves: the day.
//! Example: `Good Friday`, two days before Easter, is 2 April in 2021.

use chrono::{Datelike, NaiveDate};

use crate::annotate::date::{InYear, Step};
use crate::resolve::calendar::{Anchors, shift, year_before};

/// A feast so many days from Easter; without a year the last before publication.
pub(super) fn feast(days: i32, year: InYear, anchors: &Anchors) -> Option<NaiveDate> {
    let of = |year: i32| shift(easter(year)?, days, Step::Day);
    let reference = anchors.published.or(anchors.around.or(anchors.stated).map(|i| i.end));
    match year {
        InYear::Printed(year) => of(year),
        InYear::Before(years) => of(year_before(anchors, years)?),
        InYear::Spoken if anchors.event.is_some() => of(anchors.event?.start.year()),
        InYear::Latest | InYear::Past | InYear::Spoken => {
            let reference = reference?;
            of(reference.year()).filter(|day| *day <= reference).or_else(|| of(reference.year() - 1))
        }
    }
}

/// Easter Sunday of the western churches, by the rule of the Gregorian calendar (J.-M. Oudin's form of it).
fn easter(year: i32) -> Option<NaiveDate> {
    let century = year / 100;
    let golden = year % 19;
    let k = (century - 17) / 25;
    let epact = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let last = moon - weekday;
    let month = 3 + (last + 40) / 44;
    let day = last + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::date::DateWords;
    use crate::resolve::calendar::{parse, resolve};

    fn on(published: &str) -> Anchors {
        Anchors { published: parse(published).map(|i| i.start), ..Anchors::default() }
    }

    #[test]
    fn feasts_move_with_easter() {
        for (year, month, day) in [(1987, 4, 19), (2000, 4, 23), (2016, 3, 27), (2019, 4, 21), (2038, 4, 25)] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
        let friday = DateWords::Easter { days: -2, year: InYear::Latest };
        let found = resolve(friday, &on("2020-04-09")).map(|i| i.start);
        assert_eq!(found, NaiveDate::from_ymd_opt(2019, 4, 19));
    }
}
