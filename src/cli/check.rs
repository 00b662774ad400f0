//! `etalase check`: every finding, and nothing written.

use std::path::PathBuf;

use anyhow::Result;
use clap::ArgMatches;

use super::environment::Environment;
use super::print::Printing;
use super::progress::Progress;
use super::{DONE, FAILED, build};
use crate::check;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::MessageLanguage;
use crate::pipeline;

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    // A check decodes no photo.
    let request = build::request(matches, environment, None);
    let printing = Printing::new(matches, asked, &request.site);
    let progress =
        Progress::new(environment.stderr_is_terminal && printing.shows_progress(), printing.language);
    let report = pipeline::check(&request, &progress)?;
    progress.clear();
    if let Some(file) = matches.get_one::<PathBuf>("sarif") {
        let file = environment.folder.join(file);
        #[expect(
            clippy::disallowed_methods,
            reason = "a report where the user asked for it, not part of a site"
        )]
        std::fs::write(&file, check::to_sarif(&report.findings, printing.language))
            .or_failed_at(Failure::Write, &file)?;
    }
    printing.findings(&report.findings);
    printing.checked(&report);
    Ok(if report.has_failed(matches.get_flag("strict")) { FAILED } else { DONE })
}
