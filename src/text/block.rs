//! Paragraphs, headings, fields and list entries.
//!
//! Enters: the stored text. Leaves: blocks with byte spans, hard-wrapped lines joined.
//! Example: `= Title =` is a title, `- Fatalities: 24` under `Infobox` is a field with the key `fatalities`.

use crate::span::Span;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline, or the title of an encyclopedic article.
    Title,
    /// A section's heading.
    Heading,
    /// Running text.
    Paragraph,
    /// A field of an infobox, with its key in lower case; the block's span is the value's.
    Field(String),
    /// An entry of a list.
    Entry,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// The heading above it, in lower case; empty before the first.
    pub section: String,
}

struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// Cuts the text into blocks. `title` is known when the reader found one.
pub fn blocks(text: &str, title: Option<&str>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut section = String::new();
    let mut in_infobox = false;
    for paragraph in paragraphs(text) {
        let table = paragraph.iter().filter(|line| cell(line.text).is_some()).count() >= 3;
        let wrapped = !table && hard_wrapped(&paragraph);
        let lines: Vec<Line<'_>> = if wrapped {
            let (first, last) = (&paragraph[0], &paragraph[paragraph.len() - 1]);
            let end = last.start + last.text.len();
            vec![Line { text: &text[first.start..end], start: first.start }]
        } else {
            paragraph
        };
        for line in lines {
            let (body, start) = trim(line.text, line.start);
            if body.is_empty() {
                continue;
            }
            let span = Span::new(start, start + body.len());
            let first_block = out.is_empty();
            if let Some((inner, level)) = wiki_heading(body) {
                let offset = start + (inner.as_ptr() as usize - body.as_ptr() as usize);
                let kind = if level == 1 && first_block { BlockKind::Title } else { BlockKind::Heading };
                in_infobox = false;
                if kind == BlockKind::Heading {
                    section = inner.to_lowercase();
                }
                out.push(Block { kind, span: Span::new(offset, offset + inner.len()), section: section.clone() });
                continue;
            }
            if body.eq_ignore_ascii_case("infobox") {
                in_infobox = true;
                continue;
            }
            if first_block && title.is_some_and(|t| t.trim() == body) {
                out.push(Block { kind: BlockKind::Title, span, section: String::new() });
                continue;
            }
            if let Some(entry) =
                body.strip_prefix("- ").or_else(|| body.strip_prefix("* ")).or_else(|| body.strip_prefix("• "))
            {
                let offset = start + body.len() - entry.len();
                if in_infobox && let Some((key, value)) = entry.split_once(':') {
                    let (value, at) = trim(value, offset + key.len() + 1);
                    if !value.is_empty() {
                        out.push(Block {
                            kind: BlockKind::Field(key.trim().to_lowercase()),
                            span: Span::new(at, at + value.len()),
                            section: String::new(),
                        });
                    }
                    continue;
                }
                out.push(Block {
                    kind: BlockKind::Entry,
                    span: Span::new(offset, offset + entry.len()),
                    section: section.clone(),
                });
                continue;
            }
            if table && let Some((key, value)) = cell(body) {
                let (value, at) = trim(value, start + body.len() - value.len());
                let kind = BlockKind::Field(key.trim().to_lowercase());
                out.push(Block { kind, span: Span::new(at, at + value.len()), section: String::new() });
                continue;
            }
            in_infobox = false;
            let kind = if !wrapped && looks_like_heading(body) && !first_block {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            out.push(Block { kind, span, section: section.clone() });
        }
    }
    out
}

/// `Deaths | 46`: a row of an infobox kept as a table.
fn cell(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(" | ")?;
    let short = key.trim().len() <= 24 && key.split_whitespace().count() <= 3;
    (short && !value.trim().is_empty() && !value.contains(" | ")).then_some((key, value))
}

/// Short, no end mark, few words: a heading inside a newspaper text.
fn looks_like_heading(body: &str) -> bool {
    body.len() <= 60
        && !body.ends_with(['.', '!', '?', '"', '\u{201d}', ':', ',', ';', ')', '\'', '\u{2019}'])
        && body.split_whitespace().count() <= 8
        && !body.chars().any(|c| c.is_ascii_digit())
}

fn trim(text: &str, start: usize) -> (&str, usize) {
    let left = text.trim_start();
    (left.trim_end(), start + text.len() - left.len())
}

fn wiki_heading(body: &str) -> Option<(&str, usize)> {
    let level = body.bytes().take_while(|&b| b == b'=').count();
    if level == 0 || body.len() < 2 * level + 1 {
        return None;
    }
    let inner = body.get(level..body.len() - level)?;
    if !body.ends_with(&"=".repeat(level)) {
        return None;
    }
    let inner = inner.trim();
    (!inner.is_empty()).then_some((inner, level))
}

fn paragraphs(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut out = Vec::new();
    let mut current = Vec::new();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        if line.trim().is_empty() {
            if !current.is_empty() {
                out.push(std::mem::take(&mut current));
            }
        } else {
            current.push(Line { text: line, start });
        }
        start += raw.len();
    }
    if !current.is_empty() {
        out.push(current);
    }
    out
}

/// Agencies break lines at 60 to 80 characters: such lines are one paragraph.
fn hard_wrapped(lines: &[Line<'_>]) -> bool {
    if lines.len() < 2 {
        return false;
    }
    let longest = lines.iter().map(|l| l.text.len()).max().unwrap_or(0);
    // a dash that a broken line begins with is no bullet: the line before it goes on
    let goes_on = |at: usize| {
        let dashed = lines[at].text.starts_with(['-', '\u{2013}', '\u{2014}']);
        let before = at.checked_sub(1).map_or("", |k| lines[k].text.trim_end());
        dashed && before.len() >= 40 && before.ends_with(|c: char| c.is_alphanumeric())
    };
    let marked = |at: usize| lines[at].text.starts_with(['-', '*', '=', '•']) && !goes_on(at);
    if longest > 90 || (0..lines.len()).any(marked) {
        return false;
    }
    let full = &lines[..lines.len() - 1];
    let long = full.iter().filter(|l| l.text.trim_end().len() * 10 >= longest * 7 && l.text.len() >= 40).count();
    long * 4 >= full.len() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_that_a_broken_line_begins_with_is_no_bullet() {
        let text = "THE REBELS LAST NIGHT BLEW UP A SECTION OF THE NORTHERN TALNIQUE\n\
                    - ATEOS OIL PIPELINE, THE COMPANY SAID IN A STATEMENT THAT IT\nISSUED TODAY.";
        assert_eq!(blocks(text, None).len(), 1);
    }

    #[test]
    fn an_encyclopedic_layout() {
        let text =
            "= A siege =\n\nInfobox\n- Date: 1 May 2001\n- Weapons: Guns\n\nLead.\n\n== Aftermath ==\nMore.\n- one\n";
        let found: Vec<_> = blocks(text, None).into_iter().map(|b| (b.kind, b.span.of(text).to_owned())).collect();
        assert_eq!(
            found,
            [
                (BlockKind::Title, "A siege".to_owned()),
                (BlockKind::Field("date".to_owned()), "1 May 2001".to_owned()),
                (BlockKind::Field("weapons".to_owned()), "Guns".to_owned()),
                (BlockKind::Paragraph, "Lead.".to_owned()),
                (BlockKind::Heading, "Aftermath".to_owned()),
                (BlockKind::Paragraph, "More.".to_owned()),
                (BlockKind::Entry, "one".to_owned()),
            ]
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "A GRENADE WAS THROWN OVER THE WALL OF A CUSTOMS DEPOT, AND THE\nCLERKS WHO SLEPT THERE SAW NOBODY. THE GATE WAS BENT, AND TWO\nCARTS BURNED.\n\nNEXT.";
        assert_eq!(blocks(text, None).len(), 2);
    }
}
