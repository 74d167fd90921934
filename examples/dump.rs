//! Prints what each stage sees.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]
use pipeline::annotate::annotate;
use pipeline::frame::report::report;
use pipeline::resolve::{calendar, scope};
use pipeline::text::Document;
fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().unwrap();
    let wanted = args.next();
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        if wanted.as_deref().is_some_and(|w| v["id"].as_str() != Some(w)) {
            continue;
        }
        let title = v["title"].as_str();
        let body = v["text"].as_str().unwrap();
        let text = match title {
            Some(t) if !body.starts_with(t) => format!("{t}\n\n{body}"),
            _ => body.to_owned(),
        };
        let document = Document::cut(&text, title);
        let mut a = annotate(&document);
        let filed = pipeline::resolve::dateline::take(&mut a);
        let day = v["published"].as_str().and_then(calendar::parse).map(|i| i.start).or(filed.day);
        println!("#### {} {:?} title={title:?} day={day:?}", v["id"], v["published"].as_str());
        let segs = pipeline::resolve::segment::segments(&a.items, &document.tokens);
        let reports: Vec<_> = segs.iter().map(|i| report(&i.items, &document.tokens)).collect();
        let anchors = calendar::Anchors { published: day, ..Default::default() };
        let scenes = scope::scenes(&document, &segs, &reports, &anchors);
        for (i, seg) in segs.iter().enumerate() {
            let items = &seg.items;
            let s: Vec<usize> =
                scenes.iter().enumerate().filter(|(_, s)| s.sentences.contains(&i)).map(|(k, _)| k).collect();
            println!("[{i}] scene {s:?} {:?}", document.blocks[document.sentences[seg.sentence].block].kind);
            println!(
                "   {}",
                items
                    .iter()
                    .map(|it| format!("{}/{}", it.span.of(&text), it.tags.names().join("+")))
                    .collect::<Vec<_>>()
                    .join(" | ")
            );
            let r = &reports[i];
            for c in &r.casualties {
                println!(
                    "   CAS {:?} {:?} {:?} {} {:?} unreal={} aside={}",
                    c.outcome,
                    c.quantity.map(|q| (q.low, q.high)),
                    c.span.of(&text),
                    c.rule,
                    c.people.as_ref().map(|p| (p.side, p.population)),
                    c.unreal,
                    c.aside
                );
            }
            for t in &r.triggers {
                println!(
                    "   TRG {:?} {:?} sure={} def={} pl={} noun={} further={}",
                    t.span.of(&text),
                    t.types,
                    t.sure,
                    t.definite,
                    t.plural,
                    t.noun,
                    t.further
                );
            }
            for d in &r.dates {
                println!("   DAT {:?} {:?} said={}", d.1.of(&text), d.0, d.2);
            }
            for p in &r.places {
                println!(
                    "   PLC {:?} led={} inst={} {:?}",
                    p.span.of(&text),
                    p.led,
                    p.institutional,
                    p.candidates
                        .iter()
                        .take(3)
                        .map(|c| format!("{:?} {} {}", c.kind, c.name, c.country_code))
                        .collect::<Vec<_>>()
                );
            }
            for c in &r.assertions {
                println!(
                    "   AST {:?} {:?} {:?} {}",
                    c.kind,
                    c.group.as_ref().map(|g| &g.text),
                    c.span.of(&text),
                    c.rule
                );
            }
        }
        for s in &scenes {
            println!(
                "SCENE primary={} {:?} {:?} sentences {:?}",
                s.primary,
                s.anchor.of(&text),
                s.date.map(|d| d.interval.start.to_string()),
                s.sentences
            );
        }
    }
}
