//! What a person at the terminal sees meanwhile.
//!
//! Enters: steps and remarks. Leaves: a counter on a terminal, plain lines off it, nothing under `-q`; always on
//! stderr, since stdout carries data only. Example: `refused: notes.txt: holds no text`.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Progress of one command.
pub struct Progress {
    bar: Option<ProgressBar>,
    quiet: bool,
}

impl Progress {
    /// A counter of articles, where stderr is a terminal.
    pub fn new(quiet: bool) -> Self {
        let bar = (!quiet && io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} articles  {per_sec}  {elapsed}") {
                bar.set_style(style);
            }
            bar
        });
        Self { bar, quiet }
    }

    /// One article more.
    pub fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// A line about one input.
    pub fn remark(&mut self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| say(self.quiet, line)),
            None => say(self.quiet, line),
        }
    }

    /// Takes the counter away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// One line on stderr, unless told to be silent.
pub fn say(quiet: bool, line: &str) {
    if !quiet {
        // nobody is left to tell that stderr is gone
        let _ = writeln!(io::stderr(), "{}", line.replace('\n', " "));
    }
}
