//! Builds the site of a folder for a day and says what it found, in English:
//!
//! ```text
//! cargo run --example build_site -- FOLDER 2026-11-24
//! ```
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it is a program, and reads the clock itself"
)]

use std::process::ExitCode;
use std::time::SystemTime;

use etalase::{Request, Unwatched, build};

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, day] = arguments.as_slice() else { return Err("usage: build_site FOLDER DAY".into()) };
    let report = build(&Request::new(folder, day.parse()?, SystemTime::now()), &Unwatched)?;
    for finding in &report.findings {
        println!("{}:{}: {} ({})", finding.at.file.path, finding.at.line, finding.found.en, finding.help.en);
    }
    println!("{} cooperatives, {} pages, {} files", report.built, report.pages, report.files);
    Ok(if report.has_failed(false) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
