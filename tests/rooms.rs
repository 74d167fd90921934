//! The rooms of ARCHITECTURE.md, kept by a test: facts flow one way, and the pure rooms touch nothing outside.
//!
//! Enters: the sources. Leaves: nothing; each breach is listed.
//! Example: `use crate::store` in a file of `frame/` fails.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// From left to right; a room uses only rooms to its left.
const ROOMS: [&str; 8] = ["read", "text", "annotate", "frame", "resolve", "link", "store", "export"];
/// Words that every room may use, and that use only each other.
const SHARED: [&str; 4] = ["span", "vocabulary", "error", "reference"];
/// Beside the rooms: sees shared words only.
const BESIDE: [&str; 1] = ["evaluate"];
/// Rooms that are functions of what enters and nothing else.
const PURE: [&str; 5] = ["text", "annotate", "frame", "resolve", "link"];
/// What the pure rooms may not use.
const OUTSIDE: [&str; 8] = ["fs", "io", "env", "time", "thread", "net", "process", "sync::mpsc"];

fn sources(module: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let file = root.join(format!("{module}.rs"));
    let mut found = if file.exists() { vec![file] } else { Vec::new() };
    let mut folders = vec![root.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{module} has no source");
    found
}

/// The code without comments, and without its tests, which may look anywhere.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The first name of every path that begins with `start`, also inside braces: `crate::{read, text::Document}`.
fn used(code: &str, start: &str) -> Vec<String> {
    let name =
        |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect() };
    let mut names = Vec::new();
    for (at, _) in code.match_indices(start) {
        let rest = &code[at + start.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(name(rest));
            continue;
        };
        let (mut depth, mut item) = (0, String::new());
        for letter in group.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(name(std::mem::take(&mut item).trim())),
                _ if depth == 0 => item.push(letter),
                _ => {}
            }
        }
        names.push(name(item.trim()));
    }
    names.retain(|name| !name.is_empty());
    names
}

fn faults(module: &str, allowed: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for path in sources(module) {
        let code = code(&path);
        let modules = [ROOMS.as_slice(), &SHARED, &BESIDE, &["cli", "extract"]].concat();
        for used in used(&code, "crate::").into_iter().chain(used(&code, "pipeline::")) {
            let first = used.split("::").next().unwrap_or_default().to_owned();
            if modules.contains(&first.as_str()) && first != module && !allowed.contains(&first.as_str()) {
                faults.push(format!("{} uses {first}", path.display()));
            }
        }
    }
    faults
}

#[test]
fn a_room_uses_only_rooms_to_its_left() {
    let mut found = Vec::new();
    for (at, room) in ROOMS.iter().enumerate() {
        found.extend(faults(room, &[&ROOMS[..at], &SHARED].concat()));
    }
    for module in SHARED.iter().chain(&BESIDE) {
        found.extend(faults(module, &SHARED));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_pure_rooms_touch_nothing_outside() {
    let mut found = Vec::new();
    for path in PURE.iter().flat_map(|room| sources(room)) {
        for used in used(&code(&path), "std::") {
            if OUTSIDE.iter().any(|outside| used == *outside || used.starts_with(&format!("{outside}::"))) {
                found.push(format!("{} uses std::{used}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_scan_sees_what_it_should() {
    let code = "use crate::{read::Source, store, text::{Document, token}};\nlet x = crate::link::link();";
    assert_eq!(used(code, "crate::"), ["read::Source", "store", "text::", "link::link"]);
    assert!(!faults("export", &[]).is_empty(), "export uses shared words, which this call does not allow");
}
