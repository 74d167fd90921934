//! An explanation as a page of HTML.
//!
//! Enters: an explanation. Leaves: one self-contained page, without script; everything that comes from an article is
//! escaped. Example: `<mark title="killed: 10 (victim, police)">Ten police officers</mark>`.

use std::fmt::Write;

use super::{Explanation, Told};

const STYLE: &str = "body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}\
pre{white-space:pre-wrap;font:inherit}mark{background:#fdeeb0;border-bottom:1px solid #c90}\
table{border-collapse:collapse;font:14px/1.4 sans-serif;width:100%}td,th{text-align:left;vertical-align:top;\
padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ddd}h2{margin-top:2.5rem}";

/// The whole page.
pub fn page(explanation: &Explanation) -> String {
    let title = escaped(&explanation.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n"
    );
    if !explanation.values.is_empty() {
        page.push_str("<table>\n");
        for (name, value) in &explanation.values {
            let _ = writeln!(page, "<tr><th>{}</th><td>{}</td></tr>", escaped(name), escaped(value));
        }
        page.push_str("</table>\n");
    }
    list(&mut page, "How the totals come from the accounts", &explanation.totals);
    for told in &explanation.articles {
        article(&mut page, told);
    }
    list(&mut page, "Why accounts were joined or kept apart", &explanation.links);
    page.push_str("</body></html>\n");
    page
}

fn list(page: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escaped(heading));
    for line in lines {
        let _ = writeln!(page, "<li>{}</li>", escaped(line));
    }
    page.push_str("</ul>\n");
}

fn article(page: &mut String, told: &Told) {
    let _ = writeln!(page, "<h2>{}</h2>", escaped(&told.heading));
    if let Some(remark) = &told.remark {
        let _ = writeln!(page, "<p>{}</p>", escaped(remark));
    }
    let _ = writeln!(page, "<pre>{}</pre>", marked(told));
    for (at, account) in told.accounts.iter().enumerate() {
        let _ = writeln!(page, "<h3>#{} {}</h3>", at + 1, escaped(&account.heading));
        list(page, "Totals", &account.sums);
        page.push_str("<table><tr><th>what</th><th>value</th><th>how</th><th>words</th><th>bytes</th></tr>\n");
        for fact in &account.facts {
            let _ = writeln!(
                page,
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}–{}</td></tr>",
                escaped(&fact.kind),
                escaped(&fact.value),
                escaped(&fact.note),
                escaped(&fact.words),
                fact.span.start,
                fact.span.end
            );
        }
        page.push_str("</table>\n");
    }
}

/// The text with every word that carries a fact marked; facts that overlap share a mark.
fn marked(told: &Told) -> String {
    let text = &told.text;
    let facts: Vec<_> = told
        .accounts
        .iter()
        .enumerate()
        .flat_map(|(at, account)| account.facts.iter().map(move |fact| (at + 1, fact)))
        .collect();
    let mut cuts: Vec<usize> = vec![0, text.len()];
    cuts.extend(facts.iter().flat_map(|(_, fact)| [fact.span.start, fact.span.end]));
    cuts.retain(|&cut| text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut page = String::new();
    for pair in cuts.windows(2) {
        let [start, end] = *pair else { continue };
        let words = escaped(&text[start..end]);
        let held: Vec<String> = facts
            .iter()
            .filter(|(_, fact)| fact.span.start <= start && end <= fact.span.end)
            .map(|(number, fact)| format!("#{number} {}: {}", fact.kind, fact.value))
            .collect();
        if held.is_empty() {
            page.push_str(&words);
        } else {
            let _ = write!(page, "<mark title=\"{}\">{words}</mark>", escaped(&held.join("\n")));
        }
    }
    page
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::account::{Account, Fact};
    use super::*;
    use crate::span::Span;

    #[test]
    fn nothing_of_an_article_becomes_markup() {
        let words = "<script>alert('x')</script>";
        let fact = |start, end| Fact {
            kind: "killed".into(),
            value: words.into(),
            note: "\"&".into(),
            words: words.into(),
            span: Span::new(start, end),
        };
        let told = Told {
            heading: words.into(),
            text: format!("é{words} died"),
            title: None,
            remark: Some(words.into()),
            accounts: vec![Account {
                heading: words.into(),
                facts: vec![fact(2, 10), fact(5, 20), fact(1, 3)],
                sums: vec![words.into()],
            }],
        };
        let explanation = Explanation {
            title: words.into(),
            values: vec![(words.into(), words.into())],
            totals: vec![words.into()],
            articles: vec![told],
            links: vec![words.into()],
        };
        let page = page(&explanation);
        assert!(!page.contains("<script") && !page.contains("\"&\""), "{page}");
        assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
        assert!(page.contains("&lt;script&gt;"));
    }
}
