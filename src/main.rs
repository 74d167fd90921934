//! The binary: hands the arguments to `pipeline::cli` and the exit code to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    pipeline::cli::main()
}
