//! `etalase theme`: the built-in parts of a site's theme, listed, shown, and copied into the site to be changed there.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED, WRONG_USE};
use super::print::Printing;
use super::words::either;
use crate::content;
use crate::finding::{Finding, Findings, MessageLanguage};
use crate::scaffold;
use crate::source::Site;
use crate::theme::{self, BuiltInFile, CopyState};

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("theme")
        .about(say(
            "Tunjukkan bagian tema bawaan, atau salin ke situs untuk diubah",
            "Show parts of the built-in theme, or copy them into the site to change them",
        ))
        .args([
            Arg::new("action")
                .value_name(say("TINDAKAN", "ACTION"))
                .value_parser(PossibleValuesParser::new(["list", "show", "copy"]))
                .hide_possible_values(true)
                .required(true)
                .help(say(
                    "list: sebut semua bagian; show: tunjukkan satu; copy: salin satu ke themes/",
                    "list: name all parts; show: show one; copy: copy one into themes/",
                )),
            Arg::new("part")
                .value_name(say("BAGIAN", "PART"))
                .required_if_eq_any([("action", "show"), ("action", "copy")])
                .help(say(
                    "Nama bagian, mis. footer atau sections/toko/kunjungi",
                    "Name of a part, e.g. footer or sections/toko/kunjungi",
                )),
            Arg::new("site")
                .long("site")
                .value_name(say("SITUS", "SITE"))
                .value_parser(value_parser!(PathBuf))
                .help(say("Folder situs [bawaan: folder ini]", "Folder of the site [default: this folder]")),
            Arg::new("youth").long("youth").action(ArgAction::SetTrue).help(say(
                "Tema halaman pelajar (`tema_muda`)",
                "The theme of the pages for pupils (`tema_muda`)",
            )),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let folder = arguments::site_folder(matches, environment);
    let printing = Printing::new(matches, asked, &folder);
    let mut findings = Findings::new();
    let site = Site::open(&folder)?;
    let settings_file = site.read_settings(&mut findings);
    // Mistakes in the settings are `check`'s to tell.
    let settings = content::read_settings(settings_file.as_ref(), environment.today, &mut Findings::new());
    let name = if matches.get_flag("youth") { settings.youth_theme } else { settings.theme };
    let own = site.read_theme(&name, &mut findings)?;
    let Some(files) = theme::built_in_files(&name, &own.texts, &mut findings) else {
        printing.findings(&findings);
        return Ok(FAILED);
    };
    let part = matches.get_one::<String>("part").map(String::as_str);
    match (matches.get_one::<String>("action").map(String::as_str), part) {
        (Some("list"), part) => printing.theme_parts(&files, part.unwrap_or_default()),
        (Some(action), Some(part)) => match find(&files, part) {
            Ok(file) if action == "show" => printing.theme_part(file),
            Ok(file) => return copy(file, &name, &folder, &printing),
            Err(finding) => return Ok(refused(*finding, &printing)),
        },
        // The command line has both by then.
        _ => return Ok(WRONG_USE),
    }
    Ok(DONE)
}

/// The part that is called so: by its path, its path without `templates/` or ending, or its last name.
fn find<'a>(files: &'a [BuiltInFile], name: &str) -> Result<&'a BuiltInFile, Box<Finding>> {
    let wanted = name.trim_matches('/');
    let is_called = |file: &&BuiltInFile| {
        let stem = file.path.rsplit_once('.').map_or(file.path.as_str(), |(stem, _)| stem);
        [file.path.as_str(), stem].iter().any(|path| *path == wanted || path.ends_with(&format!("/{wanted}")))
    };
    let found: Vec<&BuiltInFile> = files.iter().filter(is_called).collect();
    // A template, its sheet and its script are called alike: the template is meant unless an ending says otherwise.
    let templates: Vec<&BuiltInFile> =
        found.iter().copied().filter(|file| file.path.starts_with("templates/")).collect();
    match (found.as_slice(), templates.as_slice()) {
        ([one], _) | (_, [one]) => Ok(one),
        ([], _) => {
            let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
            Err(Box::new(theme::part_unknown(name, &paths)))
        }
        (several, _) => {
            let paths: Vec<&str> = several.iter().map(|file| file.path.as_str()).collect();
            Err(Box::new(theme::part_of_several(name, &paths)))
        }
    }
}

fn copy(file: &BuiltInFile, theme: &str, site: &Path, printing: &Printing) -> Result<u8> {
    let path = format!("themes/{theme}/{}", file.path);
    if !scaffold::write_theme_part(site, &path, &file.as_copy())? {
        return Ok(refused(theme::part_there(&path), printing));
    }
    printing.theme_part_copied(&path);
    Ok(DONE)
}

fn refused(finding: Finding, printing: &Printing) -> u8 {
    printing.findings(&Findings::from(vec![finding]));
    FAILED
}

impl Printing {
    /// All parts below a folder or with a word in their paths, one a line.
    fn theme_parts(&self, files: &[BuiltInFile], word: &str) {
        for file in files.iter().filter(|file| file.path.contains(word)) {
            let name = match file.state {
                CopyState::BuiltIn => "built-in",
                CopyState::Own => "own",
                CopyState::Copied => "copied",
                CopyState::Outdated => "outdated",
            };
            if self.is_json {
                let line =
                    json!({ "part": file.path, "theme": file.theme, "state": name, "about": file.about });
                anstream::println!("{line}");
                continue;
            }
            let state = match file.state {
                CopyState::BuiltIn => "",
                CopyState::Own => either(self.language, " [milik situs]", " [the site's own]"),
                CopyState::Copied => either(self.language, " [disalin]", " [copied]"),
                CopyState::Outdated => {
                    either(self.language, " [disalin; bawaannya berubah]", " [copied; changed since]")
                }
            };
            let about = if file.about.is_empty() { String::new() } else { format!("  {}", file.about) };
            anstream::println!("{}{state}{about}", file.path);
        }
    }

    fn theme_part(&self, file: &BuiltInFile) {
        if self.is_json {
            anstream::println!("{}", json!({ "part": file.path, "theme": file.theme, "text": file.text }));
        } else {
            anstream::print!("{}", file.text);
        }
    }

    fn theme_part_copied(&self, path: &str) {
        if self.is_json {
            anstream::println!("{}", json!({ "file": path }));
        } else if self.shows_progress() {
            let what = either(
                self.language,
                "siap diubah; `check` memberi tahu bila bawaannya berubah",
                "is yours to change; `check` tells when the built-in one changes",
            );
            anstream::println!("{path} {what}");
        }
    }
}
