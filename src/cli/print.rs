//! How every command prints: results to stdout, findings to stderr. What only one command says stands in its file.

use std::io::{self, Write as _};
use std::path::Path;

use clap::ArgMatches;

use super::words::counted;
use crate::content;
use crate::finding::{Findings, Level, MessageLanguage, render_finding, to_json_line};
use crate::model::{Date, Language};
use crate::source::Site;

/// Findings of one file that are shown to a person: what comes after rarely helps before these are mended.
const SHOWN_PER_FILE: usize = 60;

/// How one command prints.
pub(super) struct Printing {
    pub(super) language: MessageLanguage,
    /// One line of JSON for each finding or result.
    pub(super) is_json: bool,
    /// Nothing but findings.
    pub(super) is_quiet: bool,
    /// Details, too.
    pub(super) is_verbose: bool,
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

    /// How many findings there are of each level.
    pub(super) fn counts(&self, findings: &Findings) {
        let (errors, warnings, advices) =
            (findings.count(Level::Error), findings.count(Level::Warning), findings.count(Level::Advice));
        let line = match (findings.is_empty(), self.language) {
            (true, MessageLanguage::Id) => "tidak ada temuan".to_owned(),
            (true, MessageLanguage::En) => "no findings".to_owned(),
            (false, MessageLanguage::Id) => {
                format!("{errors} kesalahan, {warnings} peringatan, {advices} saran")
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
