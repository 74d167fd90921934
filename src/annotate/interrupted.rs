//! Verb groups that a date interrupts.
//!
//! Enters: the items of a sentence. Leaves: the same, with auxiliary and participle as one group that holds the date.
//! Example: `were on Sunday killed` is `kill`, passive, with `on Sunday` inside.

use crate::annotate::item::Item;
use crate::annotate::tag::Tags;

/// Joins what a date parts.
pub fn interrupted(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for mut item in items {
        let parted = item.is(Tags::VERB) && item.is(Tags::PP) && item.is(Tags::ACT);
        let Some(from) = auxiliary(&out).filter(|_| parted) else {
            out.push(item);
            continue;
        };
        let lead = out.split_off(from);
        let passive = lead[0].is(Tags::BE);
        item.tags = item.tags.without(Tags::PP.with(Tags::ACT)).with(if passive { Tags::PAS } else { Tags::ACT });
        item.tokens.start = lead[0].tokens.start;
        item.span = lead[0].span.join(item.span);
        item.inner = lead.into_iter().skip(1).filter(|i| !i.is(Tags::COMMA)).collect();
        out.push(item);
    }
    out
}

/// Index of the auxiliary, where only a date stands behind it: `was`, `was on Sunday`, `have, on Sunday,`.
fn auxiliary(items: &[Item]) -> Option<usize> {
    let mut at = items.len();
    let mut dated = false;
    while at > 0 && items.len() - at < 6 {
        let item = &items[at - 1];
        if item.is(Tags::BE.with(Tags::HAVE)) {
            let bare = at < 2 || !items[at - 2].is(Tags::BE.with(Tags::HAVE).with(Tags::MODAL));
            return (dated && bare && item.tags.without(Tags::BE.with(Tags::HAVE)).is_empty()).then_some(at - 1);
        }
        if item.is(Tags::DATE) {
            dated = true;
        } else if !item.is(Tags::ON.with(Tags::COMMA).with(Tags::IN)) {
            return None;
        }
        at -= 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::annotate::{Tags, annotate};
    use crate::text::Document;

    fn passive(text: &str) -> bool {
        let document = Document::cut(text, None);
        annotate(&document).items[0].iter().any(|i| i.is(Tags::KILL) && i.is(Tags::PAS) && !i.inner.is_empty())
    }

    #[test]
    fn a_date_inside_the_group_does_not_part_it() {
        assert!(passive("Three traders were on Sunday killed in Lodi."));
        assert!(passive("A grocer was, on Monday, murdered in Lodi."));
        assert!(!passive("The mayor was in Lodi on Sunday and killed the plan."));
        assert!(!passive("On Sunday killed men were buried."));
    }
}
