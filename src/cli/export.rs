//! `etalase export`: what a site holds becomes a sheet that offices mend and import again, or fields to copy into
//! another form. Also writes the empty sheet of `import --template`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED, WRONG_USE};
use super::print::Printing;
use super::words::{counted, either};
use crate::content;
use crate::finding::{Findings, MessageLanguage, Span};
use crate::import;
use crate::microsite;
use crate::source::Site;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("export")
        .about(say(
            "Tulis isi profil ke lembar XLSX, untuk diperbaiki dan diimpor lagi",
            "Write what profiles hold into an XLSX sheet, to be changed and imported again",
        ))
        .args([
            Arg::new("file")
                .value_name(say("BERKAS.xlsx", "FILE.xlsx"))
                .value_parser(value_parser!(PathBuf))
                .required_unless_present("microsite")
                .help(say(
                    "Berkas yang dibuat; yang sudah ada tidak ditimpa",
                    "The file to make; one that is there is not replaced",
                )),
            Arg::new("microsite")
                .long("microsite")
                .value_name("SLUG")
                .conflicts_with("file")
                .help(say(
                    "Tulis isi profil koperasi ini ke microsite-SLUG.html, dengan tombol salin di tiap isian",
                    "Write what this cooperative's profile says into microsite-SLUG.html, each field with a copy button",
                )),
            arguments::place("from", language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let (folder, only) = arguments::site_or_cooperative(matches, "from", environment);
    let printing = Printing::new(matches, asked, &folder);
    if let Some(slug) = matches.get_one::<String>("microsite") {
        return run_microsite(slug, &folder, &printing, environment);
    }
    let Some(file) = matches.get_one::<PathBuf>("file") else { return Ok(WRONG_USE) };
    let mut findings = Findings::new();
    if !is_xlsx(file, &mut findings) {
        printing.findings(&findings);
        return Ok(WRONG_USE);
    }
    let site = Site::open(&folder)?;
    let settings_file = site.read_settings(&mut findings);
    // Mistakes in the settings are `check`'s to tell.
    let settings = content::read_settings(settings_file.as_ref(), environment.today, &mut Findings::new());
    let exported = import::export(&site, &settings, only.as_deref(), &mut findings)?;
    let is_written = write_workbook(file, &exported.bytes, environment, &mut findings)?;
    findings.sort();
    printing.findings(&findings);
    if is_written {
        printing.exported(file, &exported);
    }
    Ok(if findings.has_error() { FAILED } else { DONE })
}

/// The facts of one cooperative, to be copied into another form.
fn run_microsite(slug: &str, folder: &Path, printing: &Printing, environment: &Environment) -> Result<u8> {
    let mut findings = Findings::new();
    let site = Site::open(folder)?;
    let settings_file = site.read_settings(&mut findings);
    // Mistakes in the settings are `check`'s to tell.
    let settings = content::read_settings(settings_file.as_ref(), environment.today, &mut Findings::new());
    let names = site.list_cooperatives(&mut findings)?;
    let file = PathBuf::from(format!("microsite-{slug}.html"));
    let mut sheet = None;
    if site.has_cooperative(slug, &names, &mut findings) {
        let read = site.read_cooperative(slug, &settings.limits, &mut findings)?;
        let profile = content::parse_profile(&read, &settings, &mut findings);
        let cooperative = content::read_cooperative(&profile, None, &mut findings);
        sheet = cooperative.filter(|_| !findings.has_error()).map(|it| microsite::sheet(&it, &settings));
    }
    if let Some(sheet) = &sheet
        && !import::write_own(&environment.folder.join(&file), &sheet.html, microsite::MARK)?
    {
        findings.push(import::file_there(Span::path(shown(&file)), &shown(&file)));
    }
    findings.sort();
    let has_error = findings.has_error();
    printing.findings(&findings);
    if let Some(sheet) = sheet.filter(|_| !has_error) {
        printing.copied(&file, &sheet);
    }
    Ok(if has_error { FAILED } else { DONE })
}

/// The empty sheet of `import --template`.
pub(super) fn run_template(file: &Path, printing: &Printing, environment: &Environment) -> Result<u8> {
    let mut findings = Findings::new();
    if !is_xlsx(file, &mut findings) {
        printing.findings(&findings);
        return Ok(WRONG_USE);
    }
    let is_written = write_workbook(file, &import::template(environment.today), environment, &mut findings)?;
    printing.findings(&findings);
    if is_written && printing.shows_progress() {
        let what = either(
            printing.language,
            "siap diisi; petunjuknya di lembar pertama",
            "is ready; its first sheet explains",
        );
        anstream::println!("{} {what}", shown(file));
    }
    Ok(if is_written { DONE } else { FAILED })
}

fn is_xlsx(file: &Path, findings: &mut Findings) -> bool {
    let is_xlsx = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    if !is_xlsx {
        findings.push(import::not_xlsx(Span::path(shown(file)), &shown(file)));
    }
    is_xlsx
}

fn write_workbook(
    file: &Path,
    bytes: &[u8],
    environment: &Environment,
    findings: &mut Findings,
) -> Result<bool> {
    let is_written = import::write_new(&environment.folder.join(file), bytes)?;
    if !is_written {
        findings.push(import::file_there(Span::path(shown(file)), &shown(file)));
    }
    Ok(is_written)
}

fn shown(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

impl Printing {
    fn copied(&self, file: &Path, sheet: &microsite::Sheet) {
        let missing = sheet.missing.join(", ");
        if self.is_json {
            let line = json!({ "file": shown(file), "fields": sheet.told, "missing": sheet.missing });
            anstream::println!("{line}");
        } else if self.shows_progress() {
            let told = match self.language {
                MessageLanguage::Id => format!("{} isian untuk disalin", sheet.told),
                MessageLanguage::En => format!("{} to copy", counted(sheet.told, "field", "fields")),
            };
            anstream::println!("{}: {told}", shown(file));
            if !missing.is_empty() {
                let label = either(self.language, "belum ada di profil", "not in the profile yet");
                anstream::println!("{label}: {missing}");
            }
        }
    }

    fn exported(&self, file: &Path, exported: &import::Exported) {
        let (cooperatives, goods) = (exported.cooperatives, exported.goods);
        if self.is_json {
            let line = json!({ "file": shown(file), "cooperatives": cooperatives, "goods": goods });
            anstream::println!("{line}");
        } else if self.shows_progress() {
            let what = match self.language {
                MessageLanguage::Id => format!("{cooperatives} koperasi, {goods} produk"),
                MessageLanguage::En => format!(
                    "{}, {}",
                    counted(cooperatives, "cooperative", "cooperatives"),
                    counted(goods, "product", "products")
                ),
            };
            anstream::println!("{}: {what}", shown(file));
        }
    }
}
