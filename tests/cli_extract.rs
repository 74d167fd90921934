//! `extract` as it is typed: streams, exit codes and the order of lines.
//!
//! Enters: articles by path and on stdin. Leaves: nothing.
//! Example: three paths on four threads give three lines, in the order of the paths.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use std::fs;

fn pipeline() -> Command {
    Command::cargo_bin("pipeline").unwrap()
}

fn ids(stdout: &[u8]) -> Vec<String> {
    let lines = std::str::from_utf8(stdout).unwrap().lines();
    lines
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect()
}

/// JSON lines with the ids `a0`, `a1`, …
fn lines(number: usize, text: &str) -> String {
    let line = |n| format!("{{\"id\": \"a{n}\", \"text\": \"{text}\"}}");
    (0..number).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_line_an_article_in_order_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let lines = lines(300, "Gunmen killed ten people.");
    let path = folder.path().join("n.jsonl");
    fs::write(&path, lines).unwrap();
    let print = |jobs: &str| {
        pipeline().args(["extract", "-q", "-j", jobs]).arg(&path).assert().code(0).get_output().stdout.clone()
    };
    let one = print("1");
    assert_eq!(ids(&one), (0..300).map(|n| format!("a{n}")).collect::<Vec<_>>());
    assert_eq!(one, print("3"));
}

#[test]
fn an_unreadable_article_has_a_line_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "").unwrap();
    fs::write(folder.path().join("b.txt"), "Gunmen killed ten people.").unwrap();
    let run = pipeline().arg("extract").arg(folder.path()).assert().code(1);
    let out = run.get_output();
    assert_eq!(ids(&out.stdout), ["a", "b"]);
    let first: serde_json::Value = serde_json::from_slice(out.stdout.split(|&b| b == b'\n').next().unwrap()).unwrap();
    assert_eq!(first["error"]["code"], "empty");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("a.txt: holds no text") && said.contains("1 input refused"), "{said}");
}

#[test]
fn stdin_is_read_and_nothing_gives_nothing() {
    let run = pipeline().args(["extract", "-q"]).write_stdin("{\"text\": \"One.\"}\n").assert().code(0);
    assert_eq!(ids(&run.get_output().stdout), ["stdin:1"]);
    let run = pipeline().args(["extract", "-q", "-"]).write_stdin("Gunmen killed ten.\n").assert().code(0);
    assert_eq!(ids(&run.get_output().stdout), ["stdin"]);
    pipeline().args(["extract", "-q"]).write_stdin("").assert().code(0).stdout("");
}

#[test]
fn wrong_usage_is_two_and_help_is_zero() {
    pipeline().args(["extract", "--published", "5/2/2024"]).assert().code(2);
    pipeline().args(["extract", "--format", "pdf"]).assert().code(2);
    pipeline().arg("frobnicate").assert().code(2);
    pipeline().args(["extract", "--help"]).assert().code(0);
    pipeline().arg("--version").assert().code(0);
    pipeline().args(["extract", "/no/such/file"]).assert().code(1);
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::io::Read;
    use std::process::Stdio;
    let folder = tempfile::tempdir().unwrap();
    let text = "Gunmen killed ten people. ".repeat(2000);
    let lines = lines(200, &text);
    let path = folder.path().join("n.jsonl");
    fs::write(&path, lines).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .args(["extract", "-q"])
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn completions_and_manual_pages_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let script = pipeline().args(["completions", "bash"]).assert().code(0).get_output().stdout.clone();
    assert!(String::from_utf8_lossy(&script).contains("extract"));
    pipeline().arg("man").arg("--out").arg(folder.path()).assert().code(0);
    assert!(folder.path().join("pipeline-extract.1").exists());
}
