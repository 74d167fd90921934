//! Words of a sentence asked for by lists, and what rules over them say of themselves.
//!
//! Enters: a word, words or an item, and a list. Leaves: whether the list holds one of them.
//! Example: `has(tokens, item, &["car", "van"])` for an item that reads `a hired van`.

use crate::annotate::Item;
use crate::text::Token;
use crate::vocabulary::AttackType;

/// The word is in the list.
pub fn is(token: &Token, list: &[&str]) -> bool {
    list.contains(&token.norm.as_str())
}

/// One of the words is in the list.
pub fn any(words: &[Token], list: &[&str]) -> bool {
    words.iter().any(|t| is(t, list))
}

/// The item holds one of the words.
pub fn has(tokens: &[Token], item: &Item, list: &[&str]) -> bool {
    any(&tokens[item.tokens.clone()], list)
}

/// What a rule over words tells, with sentences on which it must and must not.
pub struct Telling {
    /// The rule.
    pub rule: &'static str,
    /// The attack type that it tells of; none where it tells whom an attack was meant for.
    pub attack: Option<AttackType>,
    /// Sentences on which it fires: text, quote.
    pub fires: &'static [(&'static str, &'static str)],
    /// Sentences on which it must not.
    pub silent: &'static [&'static str],
}
