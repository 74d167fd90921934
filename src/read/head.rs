//! What a plain text says about itself before its story begins.
//!
//! Enters: normalised text. Leaves: headline, outlet and publication date, as far as the first lines give them.
//! Example: `Gunmen storm police post\nBy A. Khan\nPublished August 26, 2024\n\nQUETTA — …` → the first line as title,
//! `2024-08-26` as date.
//!
//! The lines stay in the text; only their meaning is noted.

use super::calendar;

/// Lines looked at, blank ones not counted.
const LINES: usize = 8;
/// A longer first line is a paragraph.
const LONGEST_TITLE: usize = 160;
/// A longer line is part of the story.
const LONGEST_LINE: usize = 110;

/// What the first lines give.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Headline.
    pub title: Option<String>,
    /// Outlet, from a `Source:` or `Publisher:` line.
    pub publisher: Option<String>,
    /// Checked date.
    pub published: Option<String>,
}

/// Reads the first lines of `text`.
pub fn head(text: &str) -> Head {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Head { title: title(&lines).map(ToOwned::to_owned), ..Head::default() };
    let (mut stated, mut bare) = (Vec::new(), Vec::new());
    let body = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).take(LINES);
    for line in body.skip(usize::from(found.title.is_some())) {
        if line.chars().count() > LONGEST_LINE || is_dateline(line) {
            break;
        }
        if let Some(name) = field(line, &["source", "publisher"]) {
            found.publisher.get_or_insert_with(|| name.to_owned());
        }
        match publication(line) {
            Publication::Stated(date) => stated.push(date),
            // above the first headline stands what the page calls today
            Publication::Bare(date)
                if found.title.is_some() || line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(&date) =>
            {
                bare.push(date);
            }
            Publication::Bare(_) | Publication::None => {}
        }
    }
    let dates = if stated.is_empty() { bare } else { stated };
    // two dates that differ leave open which is the one of publication
    found.published = dates.first().filter(|first| dates.iter().all(|date| date == *first)).cloned();
    found
}

/// The first line, where it reads like a headline and is set apart from the story.
fn title<'a>(lines: &[&'a str]) -> Option<&'a str> {
    let first = lines.first()?.trim();
    let next = lines.get(1)?.trim();
    let story = lines.iter().skip(1).any(|line| !line.trim().is_empty());
    let apart = next.is_empty() || is_dateline(next) || is_furniture(next);
    let ends_open = !first.ends_with(['.', ',', ';', ':']);
    let words = first.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() >= 3;
    let furniture = is_dateline(first) || is_furniture(first);
    let listed = first.starts_with(['•', '-', '*', '–', '—', '=']);
    (story && apart && ends_open && words && !furniture && !listed && first.chars().count() <= LONGEST_TITLE)
        .then_some(first)
}

/// Labels of lines around a story.
const LABELS: &[&str] =
    &["source", "publisher", "url", "link", "author", "updated", "last updated", "section", "category"];

/// A line around the story that is neither headline nor story.
fn is_furniture(line: &str) -> bool {
    is_byline(line) || publication(line) != Publication::None || field(line, LABELS).is_some()
}

/// `By Ayesha Khan and Tom Reed`, `By our correspondent | 5 Feb 2024`.
fn is_byline(line: &str) -> bool {
    let Some(name) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")).or_else(|| line.strip_prefix("by "))
    else {
        return false;
    };
    !line.ends_with('.') && name.split_whitespace().count() <= 10 && line.chars().count() <= LONGEST_LINE
}

/// `KABUL, Feb. 5 (Agency) — …`: a place in capitals, then a dash within the first words.
fn is_dateline(line: &str) -> bool {
    let Some((place, rest)) =
        ["—", "–", "--", " - "].iter().filter_map(|dash| line.split_once(dash)).min_by_key(|(place, _)| place.len())
    else {
        return false;
    };
    let capitals = place.split([',', '(']).next().unwrap_or_default().trim();
    !rest.trim().is_empty()
        && place.chars().count() <= 60
        && capitals.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !capitals.chars().any(char::is_lowercase)
}

#[derive(Debug, PartialEq, Eq)]
enum Publication {
    /// The line says that it is the publication date.
    Stated(String),
    /// The line is a date and nothing else, or a byline with one.
    Bare(String),
    None,
}

/// The publication date that a line of furniture gives.
fn publication(line: &str) -> Publication {
    let line = line.trim();
    if line.chars().count() > LONGEST_LINE {
        return Publication::None;
    }
    if let Some(rest) = field(line, &["published", "posted", "date", "publication date", "published on", "posted on"]) {
        return calendar::published(rest).map_or(Publication::None, Publication::Stated);
    }
    for label in ["published on ", "published ", "posted on ", "posted "] {
        if let Some(rest) =
            line.get(..label.len()).filter(|start| start.eq_ignore_ascii_case(label)).map(|_| &line[label.len()..])
        {
            return calendar::published(rest).map_or(Publication::None, Publication::Stated);
        }
    }
    let dates: Vec<String> =
        line.split(['|', '·', '•']).filter_map(calendar::published).filter(|date| date.len() == 10).collect();
    match dates.as_slice() {
        [date] => Publication::Bare(date.clone()),
        _ => Publication::None,
    }
}

/// What stands behind `Label:`.
fn field<'a>(line: &'a str, labels: &[&str]) -> Option<&'a str> {
    let (label, value) = line.split_once(':')?;
    let value = value.trim();
    (!value.is_empty() && labels.iter().any(|known| label.trim().eq_ignore_ascii_case(known))).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<String>, Option<String>) {
        let head = head(text);
        (head.title, head.published)
    }

    #[test]
    fn a_headline_is_set_apart_and_ends_open() {
        let title = |text: &str| of(text).0;
        assert_eq!(title("Gunmen storm police post\n\nTen died."), Some("Gunmen storm police post".into()));
        assert_eq!(title("Who did it?\nBy A. Khan\nTen died."), Some("Who did it?".into()));
        assert_eq!(title("Gunmen storm post\nQUETTA, Aug 26 (MNA) — Ten died."), Some("Gunmen storm post".into()));
        assert_eq!(title("Ten police officers died on Monday.\n\nSix were hurt."), None);
        assert_eq!(title("Gunmen storm post\nSource: The Lamp\n\nTen died."), Some("Gunmen storm post".into()));
        assert_eq!(title("GUATEMALA CITY, 4 FEB 90 (XYZ) -- THE ARMY\nDENIED TODAY"), None);
        assert_eq!(title("Ten police officers\ndied on Monday"), None);
        assert_eq!(title("Gunmen storm police post"), None);
        assert_eq!(title("WEB DESK\n\nTen died."), None);
        assert_eq!(title("• Ten dead in raid\n\nThe story."), None);
    }

    #[test]
    fn a_publication_date_is_taken_where_it_is_plain() {
        let date = |text: &str| of(text).1;
        assert_eq!(date("A headline here\nPublished August 26, 2024\n\nTen died."), Some("2024-08-26".into()));
        assert_eq!(date("A headline here\n\n2024-08-26\n\nTen died."), Some("2024-08-26".into()));
        assert_eq!(date("A headline here\nBy A. Khan | 26 August 2024\n\nTen died."), Some("2024-08-26".into()));
        assert_eq!(
            date("A headline here\nPublished: 26 August 2024\nUpdated: 28 August 2024\n\nTen"),
            Some("2024-08-26".into())
        );
        assert_eq!(date("A headline here\n26 August 2024\n28 August 2024\n\nTen died."), None);
        assert_eq!(date("SATURDAY, August 26, 2024\n\nTen died."), None);
        assert_eq!(date("2024-08-26\n\nTen died."), Some("2024-08-26".into()));
        assert_eq!(date("Ten died on 26 August 2024.\n\nSix were hurt."), None);
        assert_eq!(date("A headline here\nPublished 8/9/2024\n\nTen died."), None);
        assert_eq!(date("A headline here\n\nThe army published, on 26 August 2024, a list."), None);
    }

    #[test]
    fn a_source_line_names_the_outlet() {
        assert_eq!(
            head("A headline here\nSource: The Daily Lamp\n\nTen died.").publisher.as_deref(),
            Some("The Daily Lamp")
        );
    }
}
