//! `etalase new`: starts a site.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED};
use super::print::Printing;
use super::words::either;
use crate::finding::{Findings, MessageLanguage, Span};
use crate::host;
use crate::scaffold::{self, Begun, FirstSite};

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("new")
        .about(say("Mulai situs baru", "Start a site"))
        .args([
            Arg::new("folder")
                .value_name(say("FOLDER", "DIR"))
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .help(say("Folder baru untuk situs", "New folder for the site")),
            Arg::new("portal").long("portal").action(ArgAction::SetTrue).help(say(
                "Untuk banyak koperasi: direktori, peta, agenda, pemantauan",
                "For many cooperatives: directory, map, agenda, monitoring",
            )),
            Arg::new("title")
                .long("title")
                .value_name(say("JUDUL", "TITLE"))
                .allow_hyphen_values(true)
                .value_parser(|typed: &str| {
                    // A title may begin with a dash; a flag after `--title` means that the title is missing.
                    let is_flag = typed.starts_with("--") || (typed.starts_with('-') && typed.len() == 2);
                    if is_flag { Err("…") } else { Ok(typed.to_owned()) }
                })
                .help(say(
                    "Judul situs [bawaan: Etalase Koperasi]",
                    "Title of the site [default: Etalase Koperasi]",
                )),
            arguments::host(language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let typed = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let folder = environment.folder.join(&typed);
    let printing = Printing::new(matches, asked, &folder);
    let mut findings = Findings::new();
    let name = matches.get_one::<String>("host").map_or(host::first_choice().name, String::as_str);
    // One that is not known has been refused as wrong use.
    let host = host::read_host(Some(name), &Span::path("--host"), &mut findings);
    let written = match host {
        Some(host) => {
            let project = folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let site = FirstSite {
                title: matches
                    .get_one::<String>("title")
                    .map(|title| title.trim())
                    .filter(|title| !title.is_empty())
                    .unwrap_or("Etalase Koperasi"),
                is_portal: matches.get_flag("portal"),
                host,
                project: &scaffold::project_name(&project),
                today: environment.today,
            };
            let mut begun = Begun::default();
            let files = scaffold::site_files(&site);
            let is_new = scaffold::write_site(&folder, &files, &mut begun, &mut findings)?;
            if is_new {
                let place = scaffold::ci_place(&folder);
                let ci =
                    scaffold::workflow_files(host, site.project, &place.folder, scaffold::CiNeeds::default());
                let written = scaffold::write_workflow(&place, &ci, &mut begun, &mut findings)?;
                begun.keep();
                Some((place, ci, written))
            } else {
                None
            }
        }
        None => None,
    };
    printing.findings(&findings);
    let Some((place, ci, written)) = written else { return Ok(FAILED) };
    printing.started(&typed);
    printing.ci_files(&place, &ci, &written);
    Ok(DONE)
}

impl Printing {
    /// What to do after `new`.
    fn started(&self, folder: &Path) {
        if !self.shows_progress() {
            return;
        }
        let shown = folder.display();
        match self.language {
            MessageLanguage::Id => anstream::println!(
                "situs baru siap di {shown}\n\n  cd {shown}\n  etalase serve --open\n\nlalu ganti \
                 isi content/koperasi-contoh/profil.yaml dengan milik Anda"
            ),
            MessageLanguage::En => anstream::println!(
                "a new site is ready in {shown}\n\n  cd {shown}\n  etalase serve --open\n\nthen \
                 put your own facts into content/koperasi-contoh/profil.yaml"
            ),
        }
    }
}
