//! `etalase check`: every finding, and nothing written.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::arguments::site_arguments;
use super::build;
use super::environment::Environment;
use super::exit::{DONE, FAILED};
use super::print::Printing;
use super::progress::Progress;
use super::words::{counted, either, grouped, megabytes, number};
use crate::check;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::MessageLanguage;
use crate::host::{LimitKind, UsageRow};
use crate::pipeline::{self, Report};

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("check")
        .about(say("Periksa isi situs tanpa menulis apa pun", "Check the site without writing anything"))
        .args(site_arguments(language))
        .arg(
            Arg::new("sarif")
                .long("sarif")
                .value_name(say("BERKAS", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .help(say("Tulis temuan juga sebagai SARIF", "Write findings as SARIF, too")),
        )
}

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

impl Printing {
    /// What `check` found.
    fn checked(&self, report: &Report) {
        if !self.shows_progress() {
            return;
        }
        let language = self.language;
        let cooperatives = report.built + report.failed;
        let line = match language {
            MessageLanguage::Id => {
                format!(
                    "{} koperasi, {} halaman diperiksa",
                    number(cooperatives, language),
                    number(report.pages, language)
                )
            }
            MessageLanguage::En => {
                format!(
                    "{}, {} checked",
                    counted(cooperatives, "cooperative", "cooperatives"),
                    counted(report.pages, "page", "pages")
                )
            }
        };
        anstream::println!("{line}");
        for row in &report.usage {
            anstream::println!("{}", usage_line(row, language));
        }
        self.counts(&report.findings);
    }
}

/// How much of one of the host's limits is used.
fn usage_line(row: &UsageRow, language: MessageLanguage) -> String {
    let say = |id, en| either(language, id, en);
    let (what, amount): (_, fn(u64, MessageLanguage) -> String) = match row.limit.kind {
        LimitKind::Files => (say("berkas", "files"), grouped),
        LimitKind::FolderFiles => (say("berkas dalam satu folder", "files in one folder"), grouped),
        LimitKind::SiteBytes => (say("ukuran situs", "size of the site"), megabytes),
        LimitKind::FileBytes => (say("berkas terbesar", "largest file"), megabytes),
    };
    let doubt = if row.limit.source.checked.is_some() {
        ""
    } else {
        say(", angka belum dipastikan", ", figure not confirmed")
    };
    format!(
        "{what}: {} {} {} ({} %{doubt})",
        amount(row.used, language),
        say("dari", "of"),
        amount(row.limit.most, language),
        row.percent
    )
}
