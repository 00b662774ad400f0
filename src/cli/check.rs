//! `etalase check`: every finding, and nothing written.

use anyhow::Result;
use clap::ArgMatches;

use super::environment::Environment;
use super::print::Printing;
use super::progress::Progress;
use super::{DONE, FAILED, build};
use crate::finding::MessageLanguage;
use crate::pipeline;

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let request = build::request(matches, environment);
    let printing = Printing::new(matches, asked, &request.site);
    let progress =
        Progress::new(environment.stderr_is_terminal && printing.shows_progress(), printing.language);
    let report = pipeline::check(&request, &progress)?;
    progress.clear();
    printing.findings(&report.findings);
    printing.checked(&report);
    Ok(if report.has_failed(matches.get_flag("strict")) { FAILED } else { DONE })
}
