//! `etalase apply`: a proposal that somebody sent becomes a change of the profile.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED};
use super::import::in_words;
use super::print::Printing;
use super::words::either;
use crate::content;
use crate::edit::{self, Applied};
use crate::finding::{Findings, MessageLanguage, SourceFile};
use crate::source::{Site, read_given};

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("apply")
        .about(say(
            "Terapkan usulan perubahan yang dikirim dari ponsel",
            "Apply a proposal that was sent from a phone",
        ))
        .args([
            Arg::new("file")
                .value_name(say("BERKAS", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .help(say("Pesan usulan yang disimpan sebagai teks", "The message, saved as text")),
            arguments::place("into", language),
            arguments::dry_run(language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let (folder, _) = arguments::site_or_cooperative(matches, "into", environment);
    let printing = Printing::new(matches, asked, &folder);
    let mut findings = Findings::new();
    let applied = read_text(matches, &mut findings)
        .map(|file| {
            let site = Site::open(&folder)?;
            let file_of_settings = site.read_settings(&mut Findings::new());
            // Mistakes in the settings are `check`'s to tell.
            let settings =
                content::read_settings(file_of_settings.as_ref(), environment.today, &mut Findings::new());
            edit::apply(&file, &site, &settings, &mut findings)
        })
        .transpose()?
        .flatten();
    findings.sort();
    printing.findings(&findings);
    let Some(applied) = applied else { return Ok(FAILED) };
    let is_dry = matches.get_flag("dry-run");
    if !is_dry && !applied.changes.is_empty() {
        edit::write_applied(&folder, &applied)?;
    }
    printing.applied(&applied, is_dry);
    Ok(DONE)
}

fn read_text(matches: &ArgMatches, findings: &mut Findings) -> Option<Arc<SourceFile>> {
    let path = matches.get_one::<PathBuf>("file")?;
    let name = path.display().to_string();
    let bytes = read_given(path, &name, edit::MOST_BYTES, findings)?;
    Some(SourceFile::new(name, String::from_utf8_lossy(&bytes).into_owned()))
}

impl Printing {
    fn applied(&self, applied: &Applied, is_dry: bool) {
        if self.is_json {
            let changes: Vec<_> = applied
                .changes
                .iter()
                .map(|change| {
                    json!({ "path": change.path, "item": change.item, "before": change.before, "after": change.after, "line": change.line })
                })
                .collect();
            anstream::println!("{}", json!({ "file": applied.path, "changes": changes }));
            return;
        }
        if self.is_quiet {
            return;
        }
        if applied.changes.is_empty() {
            let all_there = "semua isi usulan ini sudah ada di profil";
            anstream::println!(
                "{}",
                either(self.language, all_there, "all of this proposal is in the profile already")
            );
            return;
        }
        let what = if is_dry {
            either(self.language, "akan diubah", "would change")
        } else {
            either(self.language, "diubah", "changed")
        };
        anstream::println!("{what}: {}", applied.path);
        for change in &applied.changes {
            anstream::println!("  {}", in_words(change, self.language));
        }
    }
}
