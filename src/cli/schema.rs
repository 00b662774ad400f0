//! `etalase schema`: what editors need to complete and check a profile while it is typed.

use anyhow::Result;
use clap::{ArgMatches, Command};

use super::arguments;
use super::environment::Environment;
use super::exit::DONE;
use super::print::Printing;
use super::words::either;
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

impl Printing {
    /// What to do after `schema`.
    fn schema_written(&self, file: &str) {
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
}
