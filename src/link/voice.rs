//! Which articles are copies of one text.
//!
//! Enters: texts of articles that tell of one incident, the eldest first. Leaves: for each the place of the first text
//! of its voice. Example: an agency's report, the same report cut short by a second outlet, and a report of another
//! reporter are the voices 0, 0, 2.
//!
//! Texts are compared by their runs of four words. A text is a copy where half of its runs, and no fewer than twenty,
//! stand in the other too, the shorter one deciding; a brief one where all of them do.

use std::collections::BTreeSet;

/// Words that stand one after the other in both.
const RUN: usize = 4;
/// So many runs are no common phrase.
const ENOUGH: usize = 20;
/// Fewer runs than these may agree by chance, even all of them.
const BRIEF: usize = 8;

/// The first text of each text's voice.
pub fn voices(texts: &[&str]) -> Vec<usize> {
    let runs: Vec<Vec<u64>> = texts.iter().map(|text| runs(text)).collect();
    let mut voice: Vec<usize> = (0..texts.len()).collect();
    for later in 1..texts.len() {
        for earlier in 0..later {
            if voice[earlier] != voice[later] && is_copy(&runs[earlier], &runs[later]) {
                // the voices join: the eldest text of both leads from then on
                let (lead, other) = (voice[earlier].min(voice[later]), voice[earlier].max(voice[later]));
                voice.iter_mut().filter(|one| **one == other).for_each(|one| *one = lead);
            }
        }
    }
    voice
}

fn is_copy(a: &[u64], b: &[u64]) -> bool {
    let fewer = a.len().min(b.len());
    if fewer < BRIEF {
        return a == b && !a.is_empty();
    }
    let shared = shared(a, b);
    shared == fewer || shared >= ENOUGH && 2 * shared >= fewer
}

/// How many both hold; both are sorted.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut at, mut count) = (0, 0);
    for run in a {
        while b.get(at).is_some_and(|other| other < run) {
            at += 1;
        }
        count += usize::from(b.get(at) == Some(run));
    }
    count
}

/// The runs of a text as sorted numbers; what is no letter or digit divides words, and capitals do not matter.
fn runs(text: &str) -> Vec<u64> {
    let folded = text.to_lowercase();
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let length = RUN.min(words.len()).max(1);
    words.windows(length).map(number).collect::<BTreeSet<u64>>().into_iter().collect()
}

/// FNV-1a, which is the same on every machine and in every version.
fn number(words: &[&str]) -> u64 {
    words
        .iter()
        .flat_map(|word| word.bytes().chain([b' ']))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Gunmen on motorcycles opened fire on a market in the hill town of Dorra on Tuesday, killing at least twelve \
                          people and wounding thirty others, the district police said. Shopkeepers pulled down their shutters and ran \
                          into the side streets as the shots rang out shortly after noon prayers.";

    #[test]
    fn a_copy_with_another_head_or_another_toll_is_the_same_voice() {
        let trimmed = REPORT.split(". ").next().expect("a sentence");
        let updated = REPORT.replace("at least twelve", "fourteen").to_uppercase();
        let framed =
            format!("The Evening Paper. Our correspondents. {REPORT} Read more in tomorrow's paper, as always.");
        assert_eq!(voices(&[REPORT, &updated, trimmed, &framed]), [0, 0, 0, 0]);
    }

    #[test]
    fn another_report_of_the_same_attack_is_another_voice() {
        let other = "At least twelve people died when men on motorcycles fired into the bazaar of Dorra at noon on Tuesday. The police \
                     said thirty others were wounded. Witnesses spoke of panic in the lanes around the cloth market.";
        assert_eq!(voices(&[REPORT, other]), [0, 1]);
    }

    #[test]
    fn few_words_are_no_copy_unless_they_are_the_same() {
        assert_eq!(voices(&["Twelve died.", "twelve died", "Thirteen died.", "", ""]), [0, 0, 2, 3, 4]);
    }

    #[test]
    fn what_stands_between_two_joins_them() {
        let (head, tail) = REPORT.split_at(REPORT.find("Shopkeepers").expect("there"));
        assert_eq!(voices(&[head, "other words altogether", tail, REPORT]), [0, 1, 0, 0]);
    }
}
