//! Sentences of a block.
//!
//! Enters: a block's text. Leaves: byte spans, one a sentence.
//! Example: `Lt. Khan died. He was 40.` has two sentences: the break that Unicode's rules see after `Lt.` is taken back.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "lt", "col", "gen", "maj", "capt", "sgt", "cpl", "brig", "cmdr", "adm", "dr", "mr", "mrs", "ms", "prof", "rev",
    "fr", "st", "hon", "sen", "rep", "gov", "pres", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "no", "nos", "mt", "ft", "vs", "approx", "inc", "ltd", "co", "corp", "dept", "dist",
    "mohd", "md", "km", "ave", "supt", "insp", "dy", "asst", "const", "e.g", "i.e", "eng", "atty",
];

/// Cuts one block into sentences. Line ends inside the block count as spaces.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let flat = block.of(text).replace('\n', " ");
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    let mut past = 0;
    for (at, piece) in flat.split_sentence_bound_indices() {
        let start = open.unwrap_or(at.max(past));
        let mut end = at + piece.len();
        if end <= past {
            continue;
        }
        // "They fled.[3] Two were held": the mark of a note belongs to neither sentence
        if open.is_none()
            && let Some(mark) = flat[start..end].trim_end().strip_suffix('[').map(|s| start + s.len())
            && let notes @ 1.. = notes(&flat[mark..])
        {
            past = mark + notes;
            end = mark;
        }
        if unfinished(&flat[start..end], &flat[end..]) {
            open = Some(start);
            continue;
        }
        open = None;
        let mut from = start;
        while let Some(cut) = counted(&flat[from..end]) {
            push(&mut out, &flat, block, from, from + cut);
            from += cut;
        }
        push(&mut out, &flat, block, from, end);
    }
    if let Some(start) = open {
        push(&mut out, &flat, block, start, flat.len());
    }
    out
}

/// Bytes of the note marks that `text` begins with: `[3][4]`.
fn notes(text: &str) -> usize {
    let mut taken = 0;
    while let Some(inner) = text[taken..].strip_prefix('[')
        && let Some((mark, _)) = inner.split_once(']')
        && (1..=9).contains(&mark.len())
        && mark.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ')
    {
        taken += mark.len() + 2;
    }
    taken
}

fn push(out: &mut Vec<Span>, flat: &str, block: Span, start: usize, end: usize) {
    let piece = &flat[start..end];
    let left = piece.trim_start();
    let begin = start + piece.len() - left.len();
    let stop = begin + left.trim_end().len();
    if stop > begin {
        out.push(Span::new(block.start + begin, block.start + stop));
    }
}

/// Where a sentence that begins with a number stands inside `piece`: Unicode's rules see no break in `hurt. 8 people died`.
fn counted(piece: &str) -> Option<usize> {
    piece.match_indices(". ").map(|(at, _)| at).find_map(|at| {
        let word = piece[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let mut rest = piece[at + 2..].split_whitespace();
        let number = rest.next()?.chars().all(|c| c.is_ascii_digit() || c == ',');
        let next = rest.next()?.chars().next()?;
        let full = word.chars().count() > 2 && word.chars().all(char::is_lowercase) && !ABBREVIATIONS.contains(&word);
        (number && full && next.is_lowercase()).then_some(at + 2)
    })
}

/// The break after `piece` is no sentence's end.
fn unfinished(piece: &str, rest: &str) -> bool {
    let piece = piece.trim_end();
    if rest.is_empty() {
        return false;
    }
    let Some(before) = piece.strip_suffix('.') else { return false };
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '—' | '–')).next().unwrap_or("");
    let lower = word.to_lowercase();
    if ABBREVIATIONS.contains(&lower.as_str()) {
        // "no." ends a sentence unless a number follows
        return !matches!(lower.as_str(), "no" | "nos") || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    // "the U.S. Army", but "in the U.S. The"
    if word.contains('.') && word.split('.').all(|part| part.chars().count() == 1) {
        let next = rest.split_whitespace().next().unwrap_or("");
        return !["The", "He", "She", "It", "In", "On", "They", "But", "A", "An", "His", "Police", "No"]
            .contains(&next);
    }
    // an initial: "J. Smith", "D. I. Khan"
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    single && before.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_false_breaks() {
        for (text, count) in [
            ("Lt. Khan died. He was 40.", 2),
            ("It began on Jan. 5 in D. I. Khan. Ten died.", 2),
            ("About 2.5 km away, no. 7 post fell. “Stop.” He ran.", 3),
            ("The U.S. Army left.", 1),
            ("They were stopped by police. 8 people were hurt.", 2),
            ("Ten died.[1] Nine [sic] were hurt.[2][3] They fled.", 3),
            ("It fell on approx. 8 people and no. 7 post.", 1),
        ] {
            let found = sentences(text, Span::new(0, text.len()));
            assert_eq!(found.len(), count, "{:?}", found.iter().map(|s| s.of(text)).collect::<Vec<_>>());
        }
    }
}
