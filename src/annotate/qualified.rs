//! Names whose last part stands in brackets or behind them.
//!
//! Enters: the words of a sentence and where a name stands. Leaves: the longer name and whose it is.
//! Example: `National Council (Khaplang)` and `Red Army (RA) of Zabul` are other groups than the bare names.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::annotate::unit::Reader;
use crate::reference::fold::fold;
use crate::reference::groups::GROUPS;

/// `People's`, `Workers'`: whose army it is.
pub fn owners(word: &str) -> bool {
    matches!(
        word,
        "people" | "worker" | "student" | "martyr" | "woman" | "farmer" | "peasant" | "soldier" | "fighter" | "lord"
    )
}

/// Every name in the table with its group, folded.
static NAMES: LazyLock<FxHashMap<String, u16>> = LazyLock::new(|| {
    let names = GROUPS.iter().enumerate().flat_map(|(at, g)| g.names().map(move |n| (fold(n), at as u16)));
    names.fold(FxHashMap::default(), |mut out, (name, at)| {
        out.entry(name).or_insert(at);
        out
    })
});

/// What stands behind a name and makes it another group's: `Red Army (Central)`, `Red Army (RA) of Zabul`.
pub fn qualified(reader: &Reader<'_>, i: usize, n: usize, index: u16) -> Option<(usize, u16)> {
    if !matches!(reader.word(i + n), "(" | "[") || !matches!(reader.word(i + n + 2), ")" | "]") {
        return None;
    }
    let bare = (i..i + n).map(|k| reader.word(k)).collect::<Vec<_>>().join(" ").replace(" 's", "'s");
    let short = GROUPS.get(usize::from(index)).map_or("", |g| g.short_name);
    let inner = reader.word(i + n + 1);
    let stems = [bare.as_str(), short].into_iter().filter(|s| !s.is_empty());
    let known = |text: String| NAMES.get(&fold(&text)).copied();
    let within = stems.clone().find_map(|s| known(format!("{s} {inner}")).or_else(|| known(format!("{s}-{inner}"))));
    if let Some(found) = within.filter(|f| *f != index) {
        return Some((n + 3, found));
    }
    let behind = i + n + 3;
    if !matches!(reader.word(behind), "of" | "in") || !reader.capital(behind + 1) {
        return None;
    }
    let place = reader.word(behind + 1);
    let found =
        stems.into_iter().find_map(|s| known(format!("{s} of {place}")).or_else(|| known(format!("{s} {place}"))));
    found.filter(|f| *f != index).map(|f| (n + 5, f))
}

#[cfg(test)]
mod tests {
    use crate::annotate::naming::{Learned, group_at};
    use crate::annotate::unit::Reader;
    use crate::reference::groups::GROUPS;
    use crate::text::Document;

    fn group(text: &str) -> Option<&'static str> {
        let document = Document::cut(text, None);
        let reader = Reader::new(&document, &document.sentences[0]);
        let (_, found) = (0..2).find_map(|i| group_at(&reader, i, text, &Learned::default()))?;
        found.known.map(|k| GROUPS[usize::from(k)].name)
    }

    #[test]
    fn brackets_make_another_group() {
        assert_eq!(group("Islamic State (Khorasan) claimed it."), group("Islamic State Khorasan claimed it."));
        assert_eq!(group("NSCN (Khaplang) claimed it."), group("NSCN-K claimed it."));
        assert_ne!(group("Islamic State (IS) claimed it."), group("Islamic State Khorasan claimed it."));
    }
}
