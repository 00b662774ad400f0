//! Everything that commands print: results to stdout, findings and failures to stderr.

use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use clap::ArgMatches;
use clap::error::{ContextKind, ErrorKind};

use super::failure::{failure_line, remedy};
use super::{DONE, WRONG_USE, either};
use crate::content;
use crate::finding::{Findings, Level, MessageLanguage, plural, render_finding, to_json_line};
use crate::host::{Host, LimitKind, UsageRow};
use crate::model::{Date, Language};
use crate::pipeline::Report;
use crate::publish::{Changes, Outcome, State, Step};
use crate::scaffold::{self, CiPlace};
use crate::source::Site;

/// Findings of one file that are shown to a person: what comes after rarely helps before these are mended.
const SHOWN_PER_FILE: usize = 60;

/// How one command prints.
pub(super) struct Printing {
    pub(super) language: MessageLanguage,
    is_json: bool,
    is_quiet: bool,
    is_verbose: bool,
}

impl Printing {
    /// The language is the one asked for, or else the site's first.
    pub(super) fn new(matches: &ArgMatches, asked: Option<MessageLanguage>, site: &Path) -> Self {
        Self {
            language: asked.unwrap_or_else(|| language_of_site(site)),
            is_json: matches.get_flag("json"),
            is_quiet: matches.get_flag("quiet"),
            is_verbose: matches.get_flag("verbose"),
        }
    }

    /// Progress is for people: not beside JSON, not when asked to be quiet.
    pub(super) fn shows_progress(&self) -> bool {
        !self.is_json && !self.is_quiet
    }

    /// True if nothing is to be left out.
    pub(super) fn tells_all(&self) -> bool {
        self.is_json || self.is_verbose
    }

    /// All findings; as JSON to stdout, for people to stderr.
    pub(super) fn findings(&self, findings: &Findings) {
        if self.is_json {
            let mut out = io::stdout().lock();
            for finding in findings {
                // A reader that has closed the pipe has what it wanted.
                let _ = writeln!(out, "{}", to_json_line(finding, self.language));
            }
            return;
        }
        let mut out = anstream::stderr().lock();
        let mut in_file = (String::new(), 0_usize);
        let mut unsaid = 0_usize;
        for finding in findings {
            if finding.at.file.path != in_file.0 {
                in_file = (finding.at.file.path.clone(), 0);
            }
            in_file.1 += 1;
            if in_file.1 > SHOWN_PER_FILE {
                unsaid += 1;
                continue;
            }
            let _ = writeln!(out, "{}", render_finding(finding, self.language));
        }
        if unsaid > 0 {
            let line = match self.language {
                MessageLanguage::Id => format!("… dan {unsaid} temuan lagi; `--json` menulis semuanya"),
                MessageLanguage::En => {
                    format!("… and {}; `--json` prints all", counted(unsaid, "more finding", "more findings"))
                }
            };
            let _ = writeln!(out, "{line}");
        }
    }

    /// What `build` did.
    pub(super) fn built(&self, report: &Report, took: Duration) {
        if !self.shows_progress() {
            return;
        }
        let language = self.language;
        let number = |value: usize| grouped(u64::try_from(value).unwrap_or(u64::MAX), language);
        let line = match language {
            MessageLanguage::Id => format!(
                "{} koperasi, {} halaman, {} foto, {} dalam {}",
                number(report.built),
                number(report.pages),
                number(report.photos),
                megabytes(report.bytes, language),
                seconds(took, language)
            ),
            MessageLanguage::En => format!(
                "{}, {}, {}, {} in {}",
                counted(report.built, "cooperative", "cooperatives"),
                counted(report.pages, "page", "pages"),
                counted(report.photos, "photo", "photos"),
                megabytes(report.bytes, language),
                seconds(took, language)
            ),
        };
        anstream::println!("{line}");
        if let Some((archive, size_bytes)) = &report.archive {
            anstream::println!("{}: {}", archive.display(), megabytes(*size_bytes, language));
        }
        if self.is_verbose {
            let line = match language {
                MessageLanguage::Id => format!(
                    "{} berkas: {} ditulis, {} dihapus; {} ukuran foto baru",
                    number(report.files),
                    number(report.written),
                    number(report.removed),
                    number(report.renditions_made)
                ),
                MessageLanguage::En => format!(
                    "{}: {} written, {} removed; {}",
                    counted(report.files, "file", "files"),
                    number(report.written),
                    number(report.removed),
                    counted(report.renditions_made, "new photo size", "new photo sizes")
                ),
            };
            anstream::println!("{line}");
        }
        self.counts(&report.findings);
        if report.failed > 0 {
            let line = match language {
                MessageLanguage::Id => format!(
                    "{} koperasi belum dibangun karena galat; halaman yang sudah terbit tetap ada",
                    number(report.failed)
                ),
                MessageLanguage::En => format!(
                    "{} not built because of errors; published pages stay",
                    counted(report.failed, "cooperative was", "cooperatives were")
                ),
            };
            anstream::println!("{line}");
        }
    }

    /// What `check` found.
    pub(super) fn checked(&self, report: &Report) {
        if !self.shows_progress() {
            return;
        }
        let language = self.language;
        let number = |value: usize| grouped(u64::try_from(value).unwrap_or(u64::MAX), language);
        let cooperatives = report.built + report.failed;
        let line = match language {
            MessageLanguage::Id => {
                format!("{} koperasi, {} halaman diperiksa", number(cooperatives), number(report.pages))
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

    /// How far `publish` is, for a person who waits.
    pub(super) fn step(&self, step: Step) {
        let language = self.language;
        let number = |value: usize| grouped(u64::try_from(value).unwrap_or(u64::MAX), language);
        let line = match (step, language) {
            (Step::Fetching, MessageLanguage::Id) => "menanyakan isi cabang tujuan …".to_owned(),
            (Step::Fetching, MessageLanguage::En) => "asking for what is published …".to_owned(),
            (Step::Reading(files), MessageLanguage::Id) => format!("membaca {} berkas …", number(files)),
            (Step::Reading(files), MessageLanguage::En) => {
                format!("reading {} …", counted(files, "file", "files"))
            }
            (Step::Writing(files), MessageLanguage::Id) => format!("menyimpan {} isi baru …", number(files)),
            (Step::Writing(files), MessageLanguage::En) => {
                format!("storing {} …", counted(files, "new content", "new contents"))
            }
            (Step::Pushing, MessageLanguage::Id) => "mengirim …".to_owned(),
            (Step::Pushing, MessageLanguage::En) => "pushing …".to_owned(),
        };
        anstream::eprintln!("{line}");
    }

    /// What `publish` came to. A dry run lists every file that would change.
    pub(super) fn published(&self, outcome: &Outcome) {
        if self.is_json {
            let _ = writeln!(io::stdout().lock(), "{}", outcome_as_json(outcome));
            return;
        }
        if self.is_quiet {
            return;
        }
        let Changes { added, changed, removed } = &outcome.changes;
        if outcome.state == State::WouldPublish {
            for (sign, paths) in [('+', added), ('~', changed), ('-', removed)] {
                for path in paths {
                    anstream::println!("{sign} {path}");
                }
            }
        }
        let language = self.language;
        let say = |id, en| either(language, id, en);
        let number = |value: usize| grouped(u64::try_from(value).unwrap_or(u64::MAX), language);
        let place = match &outcome.branch {
            Some(branch) => format!("{}/{branch}", outcome.to),
            None => outcome.to.clone(),
        };
        let what = match language {
            MessageLanguage::Id => format!(
                "{} halaman, {} berkas foto; {} baru, {} berubah, {} dihapus",
                number(outcome.counts.pages),
                number(outcome.counts.photos),
                number(added.len()),
                number(changed.len()),
                number(removed.len())
            ),
            MessageLanguage::En => format!(
                "{}, {}; {} new, {} changed, {} removed",
                counted(outcome.counts.pages, "page", "pages"),
                counted(outcome.counts.photos, "photo file", "photo files"),
                number(added.len()),
                number(changed.len()),
                number(removed.len())
            ),
        };
        match &outcome.state {
            State::Unchanged => anstream::println!(
                "{} {place}",
                say(
                    "tidak ada yang berubah sejak terbitan terakhir di",
                    "nothing changed since the last publication on"
                )
            ),
            State::WouldPublish => {
                anstream::println!("{} {place}: {what}", say("akan terbit di", "would be published on"));
            }
            State::Copied => anstream::println!("{} {place}: {what}", say("disalin ke", "copied to")),
            State::Published(commit) => anstream::println!(
                "{} {place}: {what} [{}]",
                say("terbit di", "published on"),
                &commit[..commit.len().min(10)]
            ),
        }
    }

    /// Which CI files `publish --write-workflow` wrote.
    pub(super) fn workflow_written(&self, host: &Host, written: &[String], there_is_none: bool) {
        if !self.shows_progress() {
            return;
        }
        let say = |id, en| either(self.language, id, en);
        for path in written {
            anstream::println!("{} {path}", say("ditulis:", "written:"));
        }
        if there_is_none {
            match self.language {
                MessageLanguage::Id => anstream::println!(
                    "tidak perlu berkas CI untuk {}; salin isi `public/` ke sana",
                    host.title.id
                ),
                MessageLanguage::En => anstream::println!(
                    "no CI file is needed for {}; copy what is in `public/` there",
                    host.title.en
                ),
            }
        } else if written.is_empty() {
            anstream::println!("{}", say("berkas CI sudah ada", "the CI file is there already"));
        }
    }

    /// What is to be known of CI files that were written: where they lie if that is not in the site, and what is
    /// missing in them.
    pub(super) fn ci_files(&self, place: &CiPlace, written: &[String]) {
        let Some(first) = written.first().filter(|_| self.shows_progress()) else { return };
        let shown = place.top.join(first);
        let shown = if place.folder.is_empty() { first.clone() } else { shown.display().to_string() };
        if !place.folder.is_empty() {
            match self.language {
                MessageLanguage::Id => anstream::println!(
                    "\nberkas CI ditulis di {shown}, karena hanya dibaca di akar repositori"
                ),
                MessageLanguage::En => anstream::println!(
                    "\nthe CI file is {shown}: it is read at the top of the repository only"
                ),
            }
        }
        if scaffold::SOURCE.is_empty() {
            match self.language {
                MessageLanguage::Id => anstream::println!(
                    "\nsebelum memakai CI, isi ETALASE_SUMBER di {shown} dengan alamat git tempat etalase diambil"
                ),
                MessageLanguage::En => anstream::println!(
                    "\nbefore CI is used, put the git address that etalase was taken from into ETALASE_SUMBER in {shown}"
                ),
            }
        }
    }

    /// What to do after `schema`.
    pub(super) fn schema_written(&self, file: &str) {
        if !self.shows_progress() {
            return;
        }
        match self.language {
            MessageLanguage::Id => anstream::println!(
                "{file} siap; editor yang mengenal baris `yaml-language-server` di atas profil kini membantu mengisinya"
            ),
            MessageLanguage::En => anstream::println!(
                "{file} is ready; editors that know the line `yaml-language-server` at the top of a profile now \
                 help to fill it in"
            ),
        }
    }

    /// What to do after `new`.
    pub(super) fn started(&self, folder: &Path) {
        if !self.shows_progress() {
            return;
        }
        let shown = folder.display();
        match self.language {
            MessageLanguage::Id => anstream::println!(
                "situs baru siap di {shown}\n\n  cd {shown}\n  etalase build\n\nlalu buka public/index.html, dan ganti \
                 isi content/koperasi-contoh/profil.yaml dengan milik Anda"
            ),
            MessageLanguage::En => anstream::println!(
                "a new site is ready in {shown}\n\n  cd {shown}\n  etalase build\n\nthen open public/index.html, and \
                 put your own facts into content/koperasi-contoh/profil.yaml"
            ),
        }
    }

    pub(super) fn counts(&self, findings: &Findings) {
        let (errors, warnings, advices) =
            (findings.count(Level::Error), findings.count(Level::Warning), findings.count(Level::Advice));
        let line = match (findings.is_empty(), self.language) {
            (true, MessageLanguage::Id) => "tidak ada temuan".to_owned(),
            (true, MessageLanguage::En) => "no findings".to_owned(),
            (false, MessageLanguage::Id) => {
                format!("{errors} galat, {warnings} peringatan, {advices} anjuran")
            }
            (false, MessageLanguage::En) => {
                format!(
                    "{}, {}, {}",
                    counted(errors, "error", "errors"),
                    counted(warnings, "warning", "warnings"),
                    counted(advices, "piece of advice", "pieces of advice")
                )
            }
        };
        anstream::println!("{line}");
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

/// One line for scripts.
fn outcome_as_json(outcome: &Outcome) -> String {
    let (state, commit) = match &outcome.state {
        State::Unchanged => ("unchanged", None),
        State::WouldPublish => ("would-publish", None),
        State::Published(commit) => ("published", Some(commit)),
        State::Copied => ("published", None),
    };
    serde_json::json!({
        "state": state,
        "commit": commit,
        "to": outcome.to,
        "branch": outcome.branch,
        "pages": outcome.counts.pages,
        "photos": outcome.counts.photos,
        "files": outcome.counts.files,
        "bytes": outcome.counts.size_bytes,
        "added": outcome.changes.added,
        "changed": outcome.changes.changed,
        "removed": outcome.changes.removed,
    })
    .to_string()
}

/// The site's first language, as far as messages exist in it; Sundanese readers get Indonesian.
fn language_of_site(site: &Path) -> MessageLanguage {
    let mut unheard = Findings::new();
    let file = Site::open(site).ok().and_then(|site| site.read_settings(&mut unheard));
    // The day does not matter: only the language is asked for.
    match content::read_settings(file.as_ref(), Date::default(), &mut unheard).first_language() {
        Language::En => MessageLanguage::En,
        Language::Id | Language::Su => MessageLanguage::Id,
    }
}

/// A wrong command line, or the help that was asked for.
pub(super) fn usage_error(error: &clap::Error, language: MessageLanguage) -> u8 {
    let say = |id, en| either(language, id, en);
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        anstream::print!("{}", error.render().ansi());
        return DONE;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        anstream::eprint!("{}", error.render().ansi());
        return WRONG_USE;
    }
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("`{argument}` {}", say("tidak dikenal", "is not known")),
        ErrorKind::InvalidSubcommand => format!(
            "{} `{}` {}",
            say("perintah", "command"),
            context(ContextKind::InvalidSubcommand),
            say("tidak dikenal", "is not known")
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let problem = if value.is_empty() {
                say("membutuhkan nilai", "needs a value").to_owned()
            } else {
                format!("{} `{value}`", say("tidak menerima", "does not take"))
            };
            format!("`{argument}` {problem}")
        }
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` {}", say("hanya boleh ditulis sekali", "may be given only once"))
        }
        _ => say("perintah ini tidak dapat dimengerti", "this command line is not understood").to_owned(),
    };
    anstream::eprintln!("{}: {sentence}", say("salah pakai", "wrong use"));
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().find_map(|kind| error.get(kind)) {
        anstream::eprintln!("   = {} `{suggestion}`?", say("maksud Anda", "did you mean"));
    }
    anstream::eprintln!("   = {}: etalase --help", say("bantuan", "help"));
    WRONG_USE
}

/// The machine failed: no permission, a full disk.
pub(super) fn machine_failure(error: &anyhow::Error, language: MessageLanguage) {
    let say = |id, en| either(language, id, en);
    anstream::eprintln!("{}: {}", say("gagal", "failed"), failure_line(error, language));
    if let Some(remedy) = remedy(error, language) {
        anstream::eprintln!("   = {}: {remedy}", say("saran", "help"));
    }
}

/// etalase itself is wrong.
pub(super) fn own_fault(message: &str, language: MessageLanguage) {
    let say = |id, en| either(language, id, en);
    anstream::eprintln!(
        "{}",
        say("maaf, ada kesalahan di dalam etalase sendiri", "sorry, etalase itself has a fault")
    );
    anstream::eprintln!("{message}");
    anstream::eprintln!(
        "{}",
        say(
            "situs yang sudah terbit tidak berubah; mohon laporkan pesan ini kepada pengembang",
            "the published site is unchanged; please report this message to the developers"
        )
    );
}

fn grouped(value: u64, language: MessageLanguage) -> String {
    let mark = either(language, ".", ",");
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

/// A number of things in English.
fn counted(count: usize, one: &str, many: &str) -> String {
    let shown = grouped(u64::try_from(count).unwrap_or(u64::MAX), MessageLanguage::En);
    format!("{shown} {}", plural(count, one, many))
}

/// One decimal, with the language's decimal mark.
fn decimal(tenths: u64, language: MessageLanguage) -> String {
    format!("{}{}{}", grouped(tenths / 10, language), either(language, ",", "."), tenths % 10)
}

fn megabytes(bytes: u64, language: MessageLanguage) -> String {
    format!("{} MB", decimal(bytes / 100_000, language))
}

fn seconds(took: Duration, language: MessageLanguage) -> String {
    let tenths = u64::try_from(took.as_millis() / 100).unwrap_or(u64::MAX);
    format!("{} {}", decimal(tenths, language), either(language, "detik", "seconds"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(grouped(1_234_567, MessageLanguage::Id), "1.234.567");
        assert_eq!(grouped(999, MessageLanguage::En), "999");
        assert_eq!(megabytes(8_440_000, MessageLanguage::Id), "8,4 MB");
        assert_eq!(seconds(Duration::from_millis(12_390), MessageLanguage::En), "12.3 seconds");
        assert_eq!(
            (counted(1, "page", "pages"), counted(1_200, "page", "pages")),
            ("1 page".into(), "1,200 pages".into())
        );
    }
}
