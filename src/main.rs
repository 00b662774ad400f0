//! Parses the arguments, calls `cli`, turns the outcome into an exit code.

use std::process::ExitCode;

/// Pages are many small strings: they cost a tenth less with this allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    etalase::cli::run(std::env::args_os())
}
