//! Groups named after a day of the year.
//!
//! Enters: the words of a sentence. Leaves: how many of them name a group by a day, and which. Example: in `the bomb was laid by
//! November 17` and `the 17 November group` the day is a name, in `the bomb of November 17` it is a date.

use crate::annotate::collective::{is_body, stands_for_group};
use crate::annotate::item::GroupName;
use crate::annotate::lexicon::Sense;
use crate::annotate::tag::Tags;
use crate::annotate::unit::Reader;
use crate::span::Span;

/// The group at word `i`, where its name is a day and the words around it make it one. `sure`: the article has named it so.
pub fn dated(reader: &Reader<'_>, i: usize, text: &str, sure: bool) -> Option<(usize, GroupName)> {
    let month = |k: usize| reader.phrases(k).any(|(n, s)| n == 1 && s.contains(&Sense::Word(Tags::MONTH)));
    if !(month(i) || month(i + 1)) {
        return None;
    }
    let (n, known) = reader
        .phrases(i)
        .filter_map(|(n, senses)| {
            senses.iter().find_map(|s| if let Sense::Group(index, _) = s { Some((n, *index)) } else { None })
        })
        .last()?;
    let (before, behind) = (if i > 0 { reader.word(i - 1) } else { "" }, reader.word(i + n));
    let date = matches!(before, "on" | "since" | "until" | "till" | "from" | "before" | "after" | "dated" | "between");
    let year = |k: usize| reader.word(k).len() == 4 && reader.word(k).bytes().all(|b| b.is_ascii_digit());
    if date || year(i + n) || behind == "," && year(i + n + 1) {
        return None;
    }
    (sure || n > 2 || acts(reader, i, n)).then(|| {
        let span = Span::new(reader.tokens[i].span.start, reader.tokens[i + n - 1].span.end);
        (
            n,
            GroupName {
                known: Some(known),
                text: span.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
                span,
            },
        )
    })
}

/// What stands around the name is said of a group: `killed by …`, `… claimed`, `the … group`, `…, the left-wing band`.
fn acts(reader: &Reader<'_>, i: usize, n: usize) -> bool {
    let word = |k: usize| reader.word(k);
    let behind = word(i + n);
    if is_body(behind) || stands_for_group(behind) || behind == "members" {
        return true;
    }
    let verb = |k: usize, wanted: Tags| {
        reader.phrases(k).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Verb { class, .. } if class.any(wanted))))
    };
    let deeds = Tags::CLAIM.with(Tags::OWN).with(Tags::DENY).with(Tags::KILL).with(Tags::ATTACK).with(Tags::CONDUCT);
    if verb(i + n, deeds) && (i == 0 || !matches!(word(i - 1), "in" | "of" | "by")) {
        return true;
    }
    let charged = |k: usize| verb(k, Tags::SUSPECT.with(Tags::BLAME));
    if i > 0 && charged(i - 1) || i > 1 && word(i - 1) == "by" && verb(i - 2, deeds) {
        return true;
    }
    let near = |k: usize| is_body(word(k)) && word(k) != "group" || matches!(word(k), "group" | "gang");
    let named = i > 0 && (near(i - 1) || matches!(word(i - 1), "called" | "calling"));
    named || behind == "," && (i + n + 1..i + n + 7).take_while(|k| !matches!(word(*k), "," | ".")).any(near)
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::annotate::tag::Tags;
    use crate::text::Document;

    #[test]
    fn a_day_is_a_group_where_it_acts() {
        let named = |text: &str| annotate(&Document::cut(text, None)).items.concat().iter().any(|i| i.is(Tags::GROUP));
        for text in [
            "NOVEMBER 17 CLAIMED THE SHOOTING.",
            "The banker was killed by November 17.",
            "Police suspect November 17, a left-wing band.",
            "A member of the 17 November group was arrested.",
            "THE 17 NOVEMBER REVOLUTIONARY ORGANIZATION SAID IT HAD KILLED HIM.",
        ] {
            assert!(named(text), "{text}");
        }
        for text in
            ["He was shot on November 17.", "The bomb of November 17 killed two.", "NOVEMBER 17, 1989, WAS A FRIDAY."]
        {
            assert!(!named(text), "{text}");
        }
    }
}
