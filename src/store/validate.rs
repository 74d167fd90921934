//! Does an extraction keep what the contract promises?
//!
//! Enters: an extraction, perhaps from a file that somebody else wrote. Leaves: the first thing that is wrong.
//! Example: `incidents[0].casualties[2]: the text has other words at 10..20`.

use chrono::NaiveDate;

use super::rows::sha256;
use crate::resolve::mention::{Extraction, Mention};
use crate::span::Quote;

/// Checks spans, dates and bounds.
pub(super) fn validate(extraction: &Extraction) -> Result<(), String> {
    if sha256(&extraction.text) != extraction.sha256 {
        return Err("sha256 is not that of the text".to_owned());
    }
    if extraction.published.as_deref().is_some_and(|published| !is_publication(published)) {
        return Err("published is neither YYYY, YYYY-MM nor YYYY-MM-DD".to_owned());
    }
    for (at, mention) in extraction.incidents.iter().enumerate() {
        of_mention(&extraction.text, mention).map_err(|reason| format!("incidents[{at}]{reason}"))?;
    }
    for (at, relation) in extraction.relations.iter().enumerate() {
        words(&extraction.text, &relation.at).map_err(|reason| format!("relations[{at}]{reason}"))?;
        if relation.group == relation.other_group {
            return Err(format!("relations[{at}]: a group has no relation to itself"));
        }
    }
    Ok(())
}

fn of_mention(text: &str, mention: &Mention) -> Result<(), String> {
    words(text, &mention.anchor)?;
    if let Some(date) = &mention.date {
        let day = |day: &str| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|_| day.len() == 10);
        match (day(&date.start), day(&date.end)) {
            (Some(start), Some(end)) if start <= end => {}
            _ => return Err(".date: start and end are no interval of days".to_owned()),
        }
        let quote = Quote { quote: date.quote.clone(), start: date.start_byte, end: date.end_byte };
        words(text, &quote).map_err(|reason| format!(".date{reason}"))?;
    }
    if let Some(location) = &mention.location {
        words(text, &location.at).map_err(|reason| format!(".location{reason}"))?;
        if location.latitude.is_some() != location.longitude.is_some() {
            return Err(".location: one coordinate without the other".to_owned());
        }
    }
    let each = |name: &str, quotes: &mut dyn Iterator<Item = &Quote>| {
        quotes
            .enumerate()
            .try_for_each(|(at, quote)| words(text, quote).map_err(|reason| format!(".{name}[{at}]{reason}")))
    };
    each("attack_types", &mut mention.attack_types.iter().map(|one| &one.at))?;
    each("weapons", &mut mention.weapons.iter().map(|one| &one.at))?;
    each("targets", &mut mention.targets.iter().map(|one| &one.at))?;
    each("groups", &mut mention.groups.iter().map(|one| &one.at))?;
    each("casualties", &mut mention.casualties.iter().map(|one| &one.at))?;
    each("claims", &mut mention.claims.iter().map(|one| &one.at))?;
    let bounds = mention.casualties.iter().map(|one| (one.low, one.high));
    for (low, high) in bounds.chain(mention.claims.iter().map(|one| (one.low, one.high))) {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            return Err(format!(": low {low} is above high {high}"));
        }
    }
    Ok(())
}

fn words(text: &str, quote: &Quote) -> Result<(), String> {
    if quote.quote.is_empty() || text.get(quote.start..quote.end) != Some(quote.quote.as_str()) {
        return Err(format!(": the text has other words at {}..{}", quote.start, quote.end));
    }
    Ok(())
}

fn is_publication(published: &str) -> bool {
    let full = match published.len() {
        4 => format!("{published}-01-01"),
        7 => format!("{published}-01"),
        _ => published.to_owned(),
    };
    full.len() == 10 && NaiveDate::parse_from_str(&full, "%Y-%m-%d").is_ok_and(|day| day.to_string() == full)
}
