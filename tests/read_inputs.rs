//! Inputs as they lie on a disk, good and bad: what is read, in which order, and what each refusal says.
//!
//! Enters: files and folders, good and bad. Leaves: nothing.
//! Example: a folder with a picture and an article gives one article, and one file is counted as passed over.
#![allow(clippy::unwrap_used)]

use pipeline::read::{Options, Refusal, Source, Sources};
use pipeline::vocabulary::Format;
use std::fs;
use std::path::{Path, PathBuf};

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

fn read(path: &Path) -> Vec<Result<Source, Refusal>> {
    Sources::new([path], Options::default()).collect()
}

fn refusal(path: &Path) -> (&'static str, String) {
    let refusal = read(path).remove(0).unwrap_err();
    (refusal.code, refusal.reason)
}

#[test]
fn a_folder_is_read_by_path_and_what_is_no_article_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a/z.txt", "a/y.md", "c.jsonl", "notes"] {
        let text = if name.ends_with("jsonl") {
            "{\"id\": \"j1\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"
        } else {
            "Ten died."
        };
        write(folder.path(), name, text);
    }
    for name in [".hidden", "incidents.db", "picture.png", ".git/config"] {
        write(folder.path(), name, "x");
    }
    let mut sources = Sources::new([folder.path()], Options::default());
    let ids: Vec<String> = sources.by_ref().map(|read| read.unwrap().id).collect();
    assert_eq!(ids, ["y", "z", "b", "j1", "c:2", "notes"]);
    assert_eq!(sources.skipped(), 4);
}

#[test]
fn each_bad_input_is_named_and_the_next_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, bytes: &[u8]| write(folder.path(), name, bytes);
    assert_eq!(refusal(&folder.path().join("missing.txt")), ("io", "no such file or folder".into()));
    assert_eq!(refusal(&at("empty.txt", b"")), ("empty", "holds no text".into()));
    assert_eq!(refusal(&at("blank.txt", b" \r\n\n")), ("empty", "holds no text".into()));
    assert_eq!(refusal(&at("latin.txt", b"Bogot\xe1")), ("not_utf8", "is not UTF-8 at byte 5 (0xE1)".into()));
    assert_eq!(refusal(&at("binary.txt", b"a\0b")), ("binary", "is binary (a NUL at byte 1)".into()));
    assert_eq!(refusal(&at("binary.json", b"a\0b")).0, "binary");
    assert_eq!(refusal(&at("empty.jsonl", b"\n")), ("empty", "holds no articles".into()));
    assert_eq!(refusal(&at("page.txt", b"<!DOCTYPE html><p>Ten died.")).0, "not_text");
    assert_eq!(refusal(&at("page.html", b"<p>Ten died.")).0, "not_text");
    assert_eq!(refusal(at("nothing/.keep", b"").parent().unwrap()), ("empty", "holds no articles".into()));
    let lines =
        at("mixed.jsonl", b"{\"text\": \"One.\"}\n{\"text\": \n{\"text\": \"Bogot\xe1\"}\n{\"text\": \"Four.\"}\n");
    let read: Vec<String> = read(&lines)
        .into_iter()
        .map(|read| read.map_or_else(|refusal| refusal.to_string(), |source| source.text))
        .collect();
    assert_eq!(read[0], "One.");
    assert!(read[1].ends_with("mixed.jsonl:2: is not JSON at column 8: EOF while parsing a value"), "{}", read[1]);
    assert!(read[2].ends_with("mixed.jsonl:3: is not UTF-8 at byte 15 of the line"), "{}", read[2]);
    assert_eq!(read[3], "Four.");
}

#[test]
fn layouts_are_recognised_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    let wiki =
        write(folder.path(), "w.txt", "\u{feff}= Raid on a post =\r\n\r\nInfobox\r\n- Date: 12 December 2023\r\n");
    let source = read(&wiki).remove(0).unwrap();
    assert_eq!((source.format, source.title.as_deref()), (Format::Wiki, Some("Raid on a post")));
    assert_eq!(source.text, "= Raid on a post =\n\nInfobox\n- Date: 12 December 2023");
    let forced = Options { format: Some(Format::Text), published: Some("2023-12-13".into()) };
    let source = Sources::new([&wiki], forced).next().unwrap().unwrap();
    assert_eq!((source.format, source.published.as_deref()), (Format::Text, Some("2023-12-13")));
    let news = write(folder.path(), "n", "Raid on a post\n\nPublished December 13, 2023\n\nTen died.");
    let source = read(&news).remove(0).unwrap();
    assert_eq!((source.title.as_deref(), source.published.as_deref()), (Some("Raid on a post"), Some("2023-12-13")));
    let array = write(folder.path(), "a.json", "[{\"text\": \"One.\"}, {\"text\": \"= T =\\n\\nTwo.\"}]");
    let read = read(&array);
    assert_eq!(read[1].as_ref().unwrap().format, Format::Wiki);
    assert!(read[0].as_ref().unwrap().uri.ends_with("a.json#1"));
}

#[test]
fn the_same_text_has_the_same_sum_from_any_format() {
    let folder = tempfile::tempdir().unwrap();
    let plain = read(&write(folder.path(), "p.txt", "Raid kills ten men\r\n\r\nPolice said so. \n")).remove(0).unwrap();
    let json = "{\"title\": \"Raid kills ten men\", \"body\": \"Police said so.\"}";
    let lines = read(&write(folder.path(), "l.jsonl", json)).remove(0).unwrap();
    assert_eq!(plain.sha256, lines.sha256);
    assert_eq!(plain.title, lines.title);
}

#[test]
fn a_date_that_is_none_is_remarked_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "d.jsonl", "{\"text\": \"Ten died.\", \"published\": \"soon\"}");
    let mut sources = Sources::new([&path], Options::default());
    assert_eq!(sources.next().unwrap().unwrap().published, None);
    let remarks = sources.take_remarks();
    assert!(remarks[0].ends_with("d.jsonl:1: \"soon\" is no publication date; left out"), "{remarks:?}");
}
