//! One file per command: its arguments, its help text, and everything it prints. The clock, the environment
//! and the terminal are read here, once, and passed on as plain values.

mod apply;
mod arguments;
mod asking;
mod browser;
mod build;
mod check;
mod ci_files;
mod collect;
mod command_line;
mod edit;
mod environment;
mod exit;
mod export;
mod failure;
mod import;
mod new;
mod photos;
mod print;
mod progress;
mod publish;
mod schema;
mod serve;
mod share;
mod theme;
mod version;
mod words;
mod wrong_use;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use clap::ArgMatches;

use crate::finding::{Findings, MessageLanguage, Span};
use crate::host;
use crate::locks::lock;
use environment::Environment;
use exit::{FAILED, OWN_FAULT, WRONG_USE};
use print::Printing;

/// Runs a command line, name of the program first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = with_words_as_flags(arguments.into_iter().collect());
    let environment = Environment::read();
    let language = command_line::language_asked_for(&arguments).or(environment.language).unwrap_or_default();
    // A panic that nobody catches is reported below, in the user's language. One that is caught (a decoder's,
    // over a broken photo) becomes a finding and must not be printed at all.
    let last_panic = Arc::new(Mutex::new(String::new()));
    let noted = Arc::clone(&last_panic);
    panic::set_hook(Box::new(move |info| {
        *lock(&noted) = info.to_string();
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| run_command(&arguments, &environment)));
    ExitCode::from(outcome.unwrap_or_else(|_| {
        let message = lock(&last_panic).clone();
        // A full disk, or nobody who reads: the machine's failure, which cannot be told.
        if message.contains("failed printing to std") {
            return FAILED;
        }
        failure::own_fault(&message, language);
        OWN_FAULT
    }))
}

/// Every command with its flags and their help, for manual pages and completions.
pub fn command_line(language: MessageLanguage) -> clap::Command {
    command_line::command(language)
}

/// `etalase help build` and `etalase version`, as people try them, mean `etalase build --help` and `etalase --version`.
fn with_words_as_flags(mut arguments: Vec<OsString>) -> Vec<OsString> {
    match arguments.get(1).and_then(|word| word.to_str()) {
        Some("help") => {
            arguments.remove(1);
            arguments.push("--help".into());
        }
        Some("version") => arguments[1] = "--version".into(),
        _ => {}
    }
    arguments
}

fn run_command(arguments: &[OsString], environment: &Environment) -> u8 {
    let asked = command_line::language_asked_for(arguments).or(environment.language);
    let matches = match command_line::command(asked.unwrap_or_default()).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return wrong_use::usage_error(&error, asked.unwrap_or_default()),
    };
    if let (Some(typed), Some(_)) = (&environment.odd_date, matches.subcommand_name()) {
        return wrong_use::odd_date(typed, asked.unwrap_or_default());
    }
    if let Some((_, matches)) = matches.subcommand()
        && let Some(code) = refuse_unknown_host(matches, asked, environment)
    {
        return code;
    }
    let outcome = match matches.subcommand() {
        Some(("new", matches)) => new::run(matches, asked, environment),
        Some(("apply", matches)) => apply::run(matches, asked, environment),
        Some(("import", matches)) => import::run(matches, asked, environment),
        Some(("collect", matches)) => collect::run(matches, asked, environment),
        Some(("export", matches)) => export::run(matches, asked, environment),
        Some(("schema", matches)) => schema::run(matches, asked, environment),
        Some(("theme", matches)) => theme::run(matches, asked, environment),
        Some(("serve", matches)) => serve::run(matches, asked, environment),
        Some(("edit", matches)) => edit::run(matches, asked, environment),
        Some(("publish", matches)) => publish::run(matches, asked, environment),
        Some(("photos", matches)) => photos::run(matches, asked, environment),
        Some(("build", matches)) => build::run(matches, asked, environment),
        Some(("check", matches)) => check::run(matches, asked, environment),
        _ => Ok(version::print(matches.get_flag("verbose"), asked.unwrap_or_default())),
    };
    outcome.unwrap_or_else(|error| {
        failure::machine_failure(&error, asked.unwrap_or_default());
        FAILED
    })
}

/// `--host` with a name that is in no table is wrong use, whatever the command; in `etalase.yaml` it is a finding.
fn refuse_unknown_host(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Option<u8> {
    let name = matches.try_get_one::<String>("host").ok().flatten()?;
    let mut findings = Findings::new();
    if host::read_host(Some(name), &Span::path("--host"), &mut findings).is_some() {
        return None;
    }
    // `new` has no site yet.
    let site = matches.try_get_one::<PathBuf>("site").ok().flatten();
    let site = site.map_or_else(|| environment.folder.clone(), |site| environment.folder.join(site));
    Printing::new(matches, asked, &site).findings(&findings);
    Some(WRONG_USE)
}
