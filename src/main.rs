//! Parses the arguments, calls `cli`, turns the outcome into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    etalase::cli::run(std::env::args_os())
}
