//! `etalase schema`: what editors need to complete and check a profile while it is typed.

use anyhow::Result;
use clap::{ArgMatches, Command};

use super::environment::Environment;
use super::print::Printing;
use super::{DONE, arguments, either};
use crate::finding::MessageLanguage;
use crate::scaffold;
use crate::schema::SCHEMA_FILE;

pub(super) fn command(language: MessageLanguage) -> Command {
    Command::new("schema")
        .about(either(
            language,
            "Tulis profil.schema.json, supaya editor melengkapi dan memeriksa profil",
            "Write profil.schema.json, with which editors complete and check profiles",
        ))
        .args([arguments::site(language), arguments::json(language)])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let site = arguments::site_folder(matches, environment);
    let printing = Printing::new(matches, asked, &site);
    scaffold::write_schema(&site, printing.language)?;
    printing.schema_written(SCHEMA_FILE);
    Ok(DONE)
}
