//! The binary: hands the arguments to `pipeline::cli` and the exit code to the system.

fn main() {}
