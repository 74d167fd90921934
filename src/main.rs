//! The binary: hands the arguments to `pipeline::cli` and the exit code to the system.
//!
//! Enters: the command line. Leaves: an exit code. Example: `pipeline ingest` without a path is wrong usage, and 2.

use std::process::ExitCode;

fn main() -> ExitCode {
    pipeline::cli::main()
}
