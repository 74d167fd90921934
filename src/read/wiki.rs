//! The layout of encyclopedic articles.
//!
//! Enters: normalised text. Leaves: its title, where its first line is `= Title =`.
//! Example: `= Daraban police station attack =` → `Daraban police station attack`.
//!
//! The text stays as it is: headings (`== Attack ==`), the infobox and its `- Key: value` lines are read by `text`.

/// The title of a text in the wiki layout; `None` where it is another kind of text.
pub fn title(text: &str) -> Option<&str> {
    let inner = text.trim_start().lines().next()?.trim().strip_prefix("= ")?.strip_suffix(" =")?.trim();
    (!inner.is_empty() && !inner.starts_with('=') && !inner.ends_with('=')).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_first_heading_of_the_first_order_is_a_title() {
        assert_eq!(title("= Daraban attack =\n\nInfobox"), Some("Daraban attack"));
        assert_eq!(title("== Attack ==\n"), None);
        assert_eq!(title("=  =\n"), None);
        assert_eq!(title("Text\n= Not here ="), None);
    }
}
