//! The day on which an article was published.
//!
//! Enters: what an input gives or prints as its date. Leaves: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day of the calendar.
//! Example: `2024-02-05T09:30:00+05:00` → `2024-02-05`; `5/2/2024` is refused, since it may be a day in May.
//!
//! The date is taken as printed: a time zone moves no article to another day.

use chrono::NaiveDate;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A publication date, checked; `None` where the words are no date or leave open which.
///
/// `2024` · `2024-02` · `2024-02-05` · `20240205` · `2024-02-05 09:30` · `2024-02-05T09:30:00Z` ·
/// `Mon, 05 Feb 2024 09:30:00 GMT` · `February 5, 2024` · `5 Feb. 2024` · `February 2024`
pub fn published(given: &str) -> Option<String> {
    let given = given.trim();
    iso(given).or_else(|| written(given))
}

/// The forms that begin with the year.
fn iso(given: &str) -> Option<String> {
    let digits = |from: usize, to: usize| -> Option<u32> {
        given.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let year = digits(0, 4).filter(|year| (1000..=2999).contains(year))?;
    let rest = given.get(4..)?;
    if rest.is_empty() {
        return Some(format!("{year:04}"));
    }
    if rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return day(year, digits(4, 6)?, digits(6, 8)?);
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/'))?;
    let month = digits(5, 7).filter(|month| (1..=12).contains(month))?;
    let rest = given.get(7..)?;
    if rest.is_empty() && separator == '-' {
        return Some(format!("{year:04}-{month:02}"));
    }
    let of_month = digits(8, 10).filter(|_| rest.starts_with(separator))?;
    let time = given.get(10..)?;
    let is_time = time.strip_prefix(['T', 't', ' ', ',']).is_some_and(|time| clock(time.trim_start()));
    (time.is_empty() || is_time).then(|| day(year, month, of_month)).flatten()
}

/// True for what may follow a date: an hour and a minute, then anything that a clock prints.
fn clock(time: &str) -> bool {
    let mut parts = time.splitn(2, ':');
    let hour = parts.next().unwrap_or_default();
    let minute = parts.next().unwrap_or_default();
    let two = |part: &str, below: u32| part.parse::<u32>().is_ok_and(|number| number < below);
    two(hour, 25) && minute.get(..2).is_some_and(|minute| two(minute, 60))
}

/// The forms that name the month; what stands after the year must be a time of day.
fn written(given: &str) -> Option<String> {
    let found = dates_in(given);
    let [(date, before, after)] = found.as_slice() else { return None };
    let weekday = before.trim_end_matches([',', '.', ' ']);
    let after = after.trim_start_matches([',', ' ']);
    let after = after.strip_prefix("at ").unwrap_or(after);
    let alone = weekday.is_empty() || is_weekday(weekday);
    (alone && (after.is_empty() || clock(after))).then(|| date.clone())
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_lowercase();
    word.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&word))
}

/// Every date with a named month and a year in `line`, with what stands before and after it.
pub fn dates_in(line: &str) -> Vec<(String, &str, &str)> {
    let words: Vec<(usize, &str)> = words(line);
    let mut found = Vec::new();
    for (at, &(start, word)) in words.iter().enumerate() {
        let Some(month) = month(word) else { continue };
        let number = |index: Option<usize>| index.and_then(|index| words.get(index)).map(|&(_, word)| word);
        let before = number(at.checked_sub(1)).and_then(day_number);
        let next = number(Some(at + 1));
        let year_at = |index: usize| words.get(index).and_then(|&(_, word)| year(word)).map(|year| (index, year));
        // "5 February 2024", "February 5, 2024", "February 2024", in this order
        let (first, last, of_month, in_year) = if let (Some(of_month), Some((last, y))) = (before, year_at(at + 1)) {
            (words[at - 1].0, last, Some(of_month), y)
        } else if let (Some(of_month), Some((last, y))) = (next.and_then(day_number), year_at(at + 2)) {
            (start, last, Some(of_month), y)
        } else if let Some((last, y)) = year_at(at + 1) {
            (start, last, None, y)
        } else {
            continue;
        };
        let date = match of_month {
            Some(of_month) => day(in_year, month, of_month),
            None => Some(format!("{in_year:04}-{month:02}")),
        };
        let (end, last_word) = words[last];
        if let Some(date) = date {
            found.push((date, &line[..first], &line[end + last_word.len()..]));
        }
    }
    found
}

/// Runs of letters and digits with the byte where they begin.
fn words(line: &str) -> Vec<(usize, &str)> {
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .collect()
}

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let full = MONTHS.iter().position(|name| *name == word);
    let short = || {
        MONTHS
            .iter()
            .position(|name| word.len() == 3 && name.starts_with(&word) || word == "sept" && *name == "september")
    };
    full.or_else(short).and_then(|index| u32::try_from(index + 1).ok())
}

fn day_number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th");
    (ordinal && digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}

fn day(year: u32, month: u32, of_month: u32) -> Option<String> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, of_month).map(|day| day.format("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_or_refused() {
        for (given, date) in [
            ("2024", "2024"),
            ("2024-02", "2024-02"),
            (" 2024-02-05 ", "2024-02-05"),
            ("2024/02/05", "2024-02-05"),
            ("20240205", "2024-02-05"),
            ("2024-02-05 09:30:00", "2024-02-05"),
            ("2024-02-05T23:30:00.000-08:00", "2024-02-05"),
            ("Mon, 05 Feb 2024 09:30:00 GMT", "2024-02-05"),
            ("February 5th, 2024", "2024-02-05"),
            ("5 Sept. 2024, 14:05 IST", "2024-09-05"),
            ("Monday 26 August 2024", "2024-08-26"),
            ("August 2024", "2024-08"),
            ("26 AUG 2024", "2024-08-26"),
        ] {
            assert_eq!(published(given).as_deref(), Some(date), "{given}");
        }
    }

    #[test]
    fn what_is_open_or_impossible_is_no_date() {
        for given in [
            "",
            "5/2/2024",
            "2023-02-29",
            "2024-13",
            "2024-02-05x",
            "0000",
            "next week",
            "1707091200",
            "24-02-05",
            "February 5",
            "5 Feb 2024 or 6 Feb 2024",
            "the bombing of 5 February 2024",
            "May",
            "2024-02-05T99:99",
        ] {
            assert_eq!(published(given), None, "{given}");
        }
    }
}
