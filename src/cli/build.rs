//! `etalase build`: makes the site.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments;
use super::environment::{Environment, memory_bytes};
use super::exit::{DONE, FAILED, WRONG_USE};
use super::print::Printing;
use super::progress::Progress;
use super::share::Share;
use super::words::{counted, either, megabytes, number, seconds};
use crate::finding::{Finding, MessageLanguage};
use crate::host;
use crate::output::{self, Place};
use crate::pipeline::{self, Report, Request, Selection};

/// Where a site for a stick goes: the one in `public/` stays fit for its host.
const HANDOVER_FOLDER: &str = "serah-terima";

pub(super) fn command(language: MessageLanguage) -> Command {
    Command::new("build")
        .about(either(
            language,
            "Bangun situs dari profil dan foto",
            "Build the site from profiles and photos",
        ))
        .args(arguments::site_arguments(language))
        .arg(arguments::output(language))
        .arg(handover(language))
        .args(parts(language))
}

/// A site built in parts, on several machines.
fn parts(language: MessageLanguage) -> [Arg; 2] {
    [
        Arg::new("shard")
            .long("shard")
            .value_name("K/N")
            .value_parser(Share::parse)
            .conflicts_with_all(["only", "handover"])
            .help(either(
                language,
                "Bangun hanya bagian ke-K dari N; `auto/N`: nomornya dari mesin antrean",
                "Build part K of N only; `auto/N` takes the number from the job engine",
            )),
        Arg::new("portal-only")
            .long("portal-only")
            .action(ArgAction::SetTrue)
            .conflicts_with_all(["only", "shard"])
            .help(either(
                language,
                "Bangun portal dari hasil semua bagian yang sudah disatukan",
                "Build the portal from the output of all parts, laid together",
            )),
    ]
}

/// A site that is opened as files, and a ZIP of it.
fn handover(language: MessageLanguage) -> Arg {
    Arg::new("handover").long("handover").action(ArgAction::SetTrue).conflicts_with("host").help(either(
        language,
        "Untuk flashdisk: halaman terbuka tanpa jaringan, satu ZIP di sebelahnya [folder: serah-terima]",
        "For a USB stick: pages open without a network, one ZIP beside them [folder: serah-terima]",
    ))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let mut request = request(matches, environment, memory_bytes());
    if matches.get_flag("handover") {
        request.host = Some(host::stick_host().name.to_owned());
        request.output = request.site.join(HANDOVER_FOLDER);
        request.is_handover = true;
    }
    let printing = Printing::new(matches, asked, &request.site);
    match selection(matches, environment) {
        Ok(selected) => request.selection = selected.unwrap_or(request.selection),
        Err(fault) => {
            printing.findings(&vec![*fault].into());
            return Ok(WRONG_USE);
        }
    }
    let typed = matches.get_one::<PathBuf>("output");
    if let Some(output) = typed {
        request.output = environment.folder.join(output);
    }
    let typed = typed.map_or(request.output.file_name().unwrap_or_default(), |typed| typed.as_os_str());
    let place = Place { argument: "--output", typed: &typed.to_string_lossy(), path: &request.output };
    if let Some(finding) = output::check_place(&place, &request.site, None) {
        printing.findings(&vec![finding].into());
        return Ok(WRONG_USE);
    }
    let report = run_request(&request, &printing, environment)?;
    Ok(if report.has_failed(matches.get_flag("strict")) { FAILED } else { DONE })
}

/// The part of the site that was asked for; `None` if nobody asked for one.
fn selection(matches: &ArgMatches, environment: &Environment) -> Result<Option<Selection>, Box<Finding>> {
    if matches.get_flag("portal-only") {
        return Ok(Some(Selection::PortalOnly));
    }
    let share = matches.get_one::<Share>("shard");
    share.map(|share| share.selection(&environment.engine)).transpose()
}

/// Builds, and prints what came of it.
pub(super) fn run_request(
    request: &Request,
    printing: &Printing,
    environment: &Environment,
) -> Result<Report> {
    let started = Instant::now();
    let progress =
        Progress::new(environment.stderr_is_terminal && printing.shows_progress(), printing.language);
    let report = pipeline::build(request, &progress)?;
    progress.clear();
    printing.findings(&report.findings);
    printing.built(&report, started.elapsed());
    Ok(report)
}

/// The request that `build`, `check` and `serve` understand, on a machine with that much memory.
pub(super) fn request(
    matches: &ArgMatches,
    environment: &Environment,
    machine_memory_bytes: Option<u64>,
) -> Request {
    let site = arguments::site_folder(matches, environment);
    let megabytes = matches.get_one::<u64>("memory").map(|megabytes| megabytes * 1024 * 1024);
    let today = matches.get_one("today").copied().unwrap_or(environment.today);
    let plain = Request::new(site, today, environment.now);
    Request {
        base_url: matches.get_one::<String>("base-url").cloned(),
        host: matches.get_one::<String>("host").cloned(),
        // `serve` works on whatever is asked for.
        selection: matches
            .try_get_one::<String>("only")
            .ok()
            .flatten()
            .map_or(Selection::All, |only| Selection::One(only.clone())),
        jobs: matches.get_one::<u16>("jobs").map_or(environment.cores, |jobs| usize::from(*jobs)),
        photo_memory_bytes: megabytes
            .or(machine_memory_bytes.map(|bytes| bytes / 4))
            .unwrap_or(plain.photo_memory_bytes),
        shared_store: environment.shared_store.clone(),
        program: environment.program.clone(),
        ..plain
    }
}

impl Printing {
    /// What `build` did.
    fn built(&self, report: &Report, took: Duration) {
        if !self.shows_progress() {
            return;
        }
        let language = self.language;
        anstream::println!("{}", built_line(report, took, language));
        if let Some((archive, size_bytes)) = &report.archive {
            anstream::println!("{}: {}", archive.display(), megabytes(*size_bytes, language));
        }
        if self.is_verbose {
            anstream::println!("{}", files_line(report, language));
            if report.objects_fetched + report.objects_kept > 0 {
                anstream::println!("{}", store_line(report, language));
            }
        }
        self.counts(&report.findings);
        if report.failed > 0 {
            let line = match language {
                MessageLanguage::Id => format!(
                    "{} koperasi belum dibangun karena ada kesalahan; halaman yang sudah terbit tetap ada",
                    number(report.failed, language)
                ),
                MessageLanguage::En => format!(
                    "{} not built because of errors; published pages stay",
                    counted(report.failed, "cooperative was", "cooperatives were")
                ),
            };
            anstream::println!("{line}");
        }
    }
}

/// What the site consists of, and how long it took.
fn built_line(report: &Report, took: Duration, language: MessageLanguage) -> String {
    let (bytes, took) = (megabytes(report.bytes, language), seconds(took, language));
    match language {
        MessageLanguage::Id => format!(
            "{} koperasi, {} halaman, {} foto, {bytes} dalam {took}",
            number(report.built, language),
            number(report.pages, language),
            number(report.photos, language)
        ),
        MessageLanguage::En => format!(
            "{}, {}, {}, {bytes} in {took}",
            counted(report.built, "cooperative", "cooperatives"),
            counted(report.pages, "page", "pages"),
            counted(report.photos, "photo", "photos")
        ),
    }
}

/// What came from other machines, and what went to them.
fn store_line(report: &Report, language: MessageLanguage) -> String {
    let (fetched, kept) = (report.objects_fetched, report.objects_kept);
    match language {
        MessageLanguage::Id => format!(
            "cache bersama: {} objek diambil, {} ditaruh",
            number(fetched, language),
            number(kept, language)
        ),
        MessageLanguage::En => format!(
            "shared cache: {} fetched, {} kept",
            counted(fetched, "object", "objects"),
            number(kept, language)
        ),
    }
}

/// What was written of it.
fn files_line(report: &Report, language: MessageLanguage) -> String {
    let (written, removed) = (number(report.written, language), number(report.removed, language));
    match language {
        MessageLanguage::Id => format!(
            "{} berkas: {written} ditulis, {removed} dihapus; {} ukuran foto baru",
            number(report.files, language),
            number(report.renditions_made, language)
        ),
        MessageLanguage::En => format!(
            "{}: {written} written, {removed} removed; {}",
            counted(report.files, "file", "files"),
            counted(report.renditions_made, "new photo size", "new photo sizes")
        ),
    }
}
