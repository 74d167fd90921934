//! Words, numbers and marks of a stretch of text.
//!
//! Enters: text. Leaves: tokens with byte spans and a folded spelling for lookups.
//! Example: `Pakistan’s six-year-old` gives `pakistan` `'s` `six` `year` `old`; the hyphens leave no token, but the
//! token behind one is `joined`.

use crate::reference::fold::fold;
use crate::span::Span;

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `soldiers`
    Lower,
    /// `Soldiers`, `iPhone`, `McCain`
    Capital,
    /// `NATO`, and single capital letters
    Upper,
    /// digits and marks
    None,
}

/// A word, a number or a mark.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands in the stored text.
    pub span: Span,
    /// Lower case, without diacritics and apostrophes; a mark is itself, all dashes are `-`, all double quotes `"`.
    pub norm: String,
    /// How it is written.
    pub case: Case,
    /// A hyphen binds it to the token before.
    pub joined: bool,
}

impl Token {
    /// The folded spelling is `word`.
    pub fn is(&self, word: &str) -> bool {
        self.norm == word
    }

    /// Begins with a digit.
    pub fn is_number(&self) -> bool {
        self.norm.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// Letters, not digits or marks.
    pub fn is_word(&self) -> bool {
        self.case != Case::None && !self.is_number()
    }

    /// Written with a capital at its start.
    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }

    /// Written in capitals throughout.
    pub fn is_shouted(&self) -> bool {
        self.case == Case::Upper
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{2bb}' | '`' | '\u{b4}' | '\u{2bf}' | '\u{2be}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    if !first.is_uppercase() {
        return if letters.any(char::is_uppercase) { Case::Capital } else { Case::Lower };
    }
    if letters.all(char::is_uppercase) { Case::Upper } else { Case::Capital }
}

/// Cuts `text[span]` into tokens.
pub fn tokenize(text: &str, span: Span) -> Vec<Token> {
    let part = span.of(text);
    let mut tokens = Vec::with_capacity(part.len() / 5);
    let chars: Vec<(usize, char)> = part.char_indices().collect();
    let at = |i: usize| chars.get(i).map_or(part.len(), |c| c.0);
    let mut i = 0;
    let mut joined = false;
    while i < chars.len() {
        let c = chars[i].1;
        if c.is_whitespace() {
            i += 1;
            joined = false;
            continue;
        }
        let begin = i;
        if c.is_alphanumeric() {
            let numeric = c.is_ascii_digit();
            while i < chars.len() {
                let c = chars[i].1;
                let next = chars.get(i + 1).map(|c| c.1);
                let inner_mark = if numeric {
                    // 1,400 and 2.5 and 10:30 stay whole
                    matches!(c, ',' | '.' | ':')
                        && next.is_some_and(|n| n.is_ascii_digit())
                        && (c != ',' || group_of_three(&chars, i))
                } else {
                    (is_apostrophe(c) && next.is_some_and(char::is_alphabetic) && !possessive(&chars, i))
                        || (c == '.' && abbreviation_dot(&chars, begin, i))
                        || (c == '&' && next.is_some_and(char::is_uppercase) && i == begin + 1)
                };
                if c.is_alphanumeric() || is_combining(c) || inner_mark {
                    if numeric && c.is_alphabetic() && !digit_suffix(&chars, i) {
                        break;
                    }
                    i += 1;
                } else {
                    break;
                }
            }
        } else if is_apostrophe(c) && possessive(&chars, i) && begin > 0 && chars[i - 1].1.is_alphanumeric() {
            i += 2;
        } else if is_hyphen(c)
            && begin > 0
            && (chars[i - 1].1.is_alphanumeric() || is_apostrophe(chars[i - 1].1))
            && chars.get(i + 1).is_some_and(|n| n.1.is_alphanumeric() || is_apostrophe(n.1))
        {
            joined = true;
            i += 1;
            continue;
        } else {
            i += 1;
        }
        let bytes = Span::new(span.start + at(begin), span.start + at(i));
        let word = bytes.of(text);
        let norm = norm_of(word);
        tokens.push(Token { span: bytes, norm, case: case_of(word), joined });
        joined = false;
    }
    tokens
}

fn norm_of(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let Some(first) = word.chars().next() else { return String::new() };
    if first.is_alphanumeric() {
        if first.is_ascii_digit() {
            return word.to_lowercase();
        }
        let folded = fold(word);
        return if folded.contains(' ') { folded.replace(' ', "") } else { folded };
    }
    if is_apostrophe(first) && word.chars().count() == 2 {
        return "'s".to_owned();
    }
    match first {
        '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' | '-' | '\u{2010}' | '\u{2011}' => "-".to_owned(),
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => "\"".to_owned(),
        '\'' | '\u{2018}' | '\u{2019}' | '`' => "'".to_owned(),
        '\u{2022}' | '\u{b7}' | '*' => "*".to_owned(),
        c => c.to_string(),
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// `'s` at the end of a word.
fn possessive(chars: &[(usize, char)], i: usize) -> bool {
    matches!(chars.get(i + 1), Some((_, 's' | 'S'))) && !chars.get(i + 2).is_some_and(|c| c.1.is_alphanumeric())
}

/// The comma of `1,400`, not that of `12,13`.
fn group_of_three(chars: &[(usize, char)], comma: usize) -> bool {
    let digits = chars[comma + 1..].iter().take_while(|c| c.1.is_ascii_digit()).count();
    digits == 3
}

/// Letters that may end a number: `1980s`, `4th`, `10am`, `7x`.
fn digit_suffix(chars: &[(usize, char)], i: usize) -> bool {
    let letters: String = chars[i..].iter().map(|c| c.1).take_while(|c| c.is_alphabetic()).take(4).collect();
    matches!(
        letters.to_lowercase().as_str(),
        "s" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "m" | "km" | "kg" | "bn" | "cm" | "mm" | "k" | "hrs" | "h"
    ) || chars[..i].last().is_some_and(|c| c.1.is_alphabetic())
}

/// The inner dots of `U.S.` and `a.m.`: a single letter on each side.
fn abbreviation_dot(chars: &[(usize, char)], begin: usize, i: usize) -> bool {
    let letter = |k: usize| chars.get(k).is_some_and(|c| c.1.is_alphabetic());
    let single_before = letter(i - 1) && (i - 1 == begin || chars[i - 2].1 == '.');
    if !single_before {
        return false;
    }
    let single_after = letter(i + 1) && !letter(i + 2);
    let last = i - 1 != begin && !letter(i + 1);
    single_after || last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norms(text: &str) -> Vec<String> {
        tokenize(text, Span::new(0, text.len())).into_iter().map(|t| t.norm).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, expected) in [
            ("Pakistan’s six-year-old", "pakistan 's six year old"),
            ("1,400 people; 2.5 km at 10:30am", "1,400 people ; 2.5 km at 10:30am"),
            ("the U.S. Army’s Lt. Khan", "the us army 's lt . khan"),
            ("N'Djamena – “no”", "ndjamena - \" no \""),
            ("al-Shabaab (AS) 600–800 kg", "al shabaab ( as ) 600 - 800 kg"),
            ("D.I. Khan and 30+ hurt", "di khan and 30 + hurt"),
            ("the 1980s, 4th", "the 1980s , 4th"),
        ] {
            assert_eq!(norms(text).join(" "), expected, "{text}");
        }
    }
}
