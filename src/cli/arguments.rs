//! The command line: commands, flags and their help, in the language of the person who asks.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::environment::Environment;
use super::{either, new, photos, publish, schema, serve};
use crate::content::normalised_base_url;
use crate::finding::MessageLanguage;
use crate::model::Date;

/// The language in `--lang id`, before anything else is parsed: help and errors are in it too.
pub(super) fn language_asked_for(arguments: &[OsString]) -> Option<MessageLanguage> {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let value = words.iter().enumerate().find_map(|(index, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(index + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    })?;
    match value {
        "id" => Some(MessageLanguage::Id),
        "en" => Some(MessageLanguage::En),
        _ => None,
    }
}

/// The whole command line.
pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let build = Command::new("build")
        .about(say("Bangun situs dari profil dan foto", "Build the site from profiles and photos"))
        .args(site_arguments(language))
        .arg(output(language))
        .arg(handover(language));
    let check = Command::new("check")
        .about(say("Periksa isi situs tanpa menulis apa pun", "Check the site without writing anything"))
        .args(site_arguments(language))
        .arg(
            Arg::new("sarif")
                .long("sarif")
                .value_name(say("BERKAS", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .help(say("Tulis temuan juga sebagai SARIF", "Write findings as SARIF, too")),
        );
    Command::new("etalase")
        .about(say(
            "Etalase koperasi: dari profil dan foto menjadi situs yang cepat, tanpa server",
            "A cooperative's shop window: from profile and photos to a fast site, without a server",
        ))
        .subcommands(
            [
                new::command(language),
                build,
                serve::command(language),
                check,
                photos::command(language),
                publish::command(language),
                schema::command(language),
            ]
            .map(|command| translated(command, language)),
        )
        .subcommand_required(false)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::SetTrue)
                .help(say("Tunjukkan versi program ini", "Show the version of this program")),
        )
        .args(common_arguments(language))
        .pipe(|command| translated(command, language))
}

/// Arguments of every command that reads a site.
pub(super) fn site_arguments(language: MessageLanguage) -> Vec<Arg> {
    let say = |id, en| either(language, id, en);
    vec![
        site(language),
        Arg::new("base-url")
            .long("base-url")
            .value_name("URL")
            .value_parser(|typed: &str| normalised_base_url(typed).ok_or("https://…"))
            .help(say(
                "Pakai alamat ini, bukan `alamat` di etalase.yaml",
                "Use this address instead of `alamat` in etalase.yaml",
            )),
        Arg::new("only")
            .long("only")
            .value_name("SLUG")
            .help(say("Kerjakan hanya koperasi ini", "Work on this cooperative only")),
        Arg::new("strict")
            .long("strict")
            .action(ArgAction::SetTrue)
            .help(say("Anggap peringatan sebagai galat", "Count warnings as errors")),
        host(language),
        json(language),
        Arg::new("today")
            .long("today")
            .value_name(say("TANGGAL", "DATE"))
            .value_parser(|typed: &str| typed.parse::<Date>().map_err(|_| "YYYY-MM-DD"))
            .help(say(
                "Bangun seolah-olah hari itu, mis. 2026-12-01",
                "Build as if on that day, e.g. 2026-12-01",
            )),
        Arg::new("jobs")
            .long("jobs")
            .short('j')
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..=1024))
            .help(say("Pakai sekian utas [bawaan: semua inti]", "Use so many threads [default: all cores]")),
        Arg::new("memory")
            .long("memory")
            .value_name("MB")
            .value_parser(value_parser!(u64).range(1..=1_048_576))
            .help(say(
                "Batasi memori untuk foto [bawaan: seperempat memori mesin]",
                "Limit the memory for photos [default: a quarter of the machine's]",
            )),
    ]
    .into_iter()
    .chain(common_arguments(language))
    .collect()
}

/// The site's folder.
pub(super) fn site(language: MessageLanguage) -> Arg {
    Arg::new("site").value_name(either(language, "SITUS", "SITE")).value_parser(value_parser!(PathBuf)).help(
        either(language, "Folder situs [bawaan: folder ini]", "Folder of the site [default: this folder]"),
    )
}

/// The folder that `site` names, or the one that the command was called in.
pub(super) fn site_folder(matches: &ArgMatches, environment: &Environment) -> PathBuf {
    match matches.get_one::<PathBuf>("site") {
        Some(site) => environment.folder.join(site),
        None => environment.folder.clone(),
    }
}

/// The folder of what is built.
pub(super) fn output(language: MessageLanguage) -> Arg {
    Arg::new("output")
        .long("output")
        .short('o')
        .value_name(either(language, "FOLDER", "DIR"))
        .value_parser(value_parser!(PathBuf))
        .help(either(language, "Folder hasil [bawaan: public]", "Folder of the output [default: public]"))
}

/// Where the site is or will be published.
pub(super) fn host(language: MessageLanguage) -> Arg {
    let example = crate::host::first_choice().name;
    Arg::new("host").long("host").value_name(either(language, "INANG", "HOST")).help(match language {
        MessageLanguage::Id => format!("Tempat terbit, mis. {example} [bawaan: `inang` di etalase.yaml]"),
        MessageLanguage::En => format!("Host, e.g. {example} [default: `inang` in etalase.yaml]"),
    })
}

/// A site that is opened as files, and a ZIP of it.
fn handover(language: MessageLanguage) -> Arg {
    Arg::new("handover").long("handover").action(ArgAction::SetTrue).conflicts_with("host").help(either(
        language,
        "Untuk kandar USB: halaman terbuka tanpa jaringan, satu ZIP di sebelahnya [folder: serah-terima]",
        "For a USB stick: pages open without a network, one ZIP beside them [folder: serah-terima]",
    ))
}

/// For editors and CI.
pub(super) fn json(language: MessageLanguage) -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(either(
        language,
        "Tulis temuan sebagai JSON, satu per baris",
        "Print findings as JSON, one a line",
    ))
}

/// Nothing is written.
pub(super) fn dry_run(language: MessageLanguage) -> Arg {
    Arg::new("dry-run").long("dry-run").short('n').action(ArgAction::SetTrue).help(either(
        language,
        "Tunjukkan yang akan berubah saja",
        "Only show what would change",
    ))
}

/// Arguments that mean the same in every command.
pub(super) fn common_arguments(language: MessageLanguage) -> Vec<Arg> {
    let say = |id, en| either(language, id, en);
    vec![
        Arg::new("lang")
            .long("lang")
            .value_name("id|en")
            .value_parser(PossibleValuesParser::new(["id", "en"]))
            .hide_possible_values(true)
            .help(say("Bahasa pesan", "Language of messages")),
        Arg::new("quiet")
            .long("quiet")
            .short('q')
            .action(ArgAction::SetTrue)
            .help(say("Tulis temuan saja", "Print nothing but findings")),
        Arg::new("verbose")
            .long("verbose")
            .short('v')
            .action(ArgAction::SetTrue)
            .help(say("Tulis rincian", "Print details")),
    ]
}

/// How a command is written: `etalase check [PILIHAN] [SITUS]`.
fn usage(command: &Command, language: MessageLanguage) -> String {
    let mut usage = "etalase".to_owned();
    if command.get_name() != "etalase" {
        usage = format!("{usage} {}", command.get_name());
    }
    usage = format!("{usage} [{}]", either(language, "PILIHAN", "OPTIONS"));
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
        let (open, close) = if argument.is_required_set() { ('<', '>') } else { ('[', ']') };
        usage = format!("{usage} {open}{name}{close}");
    }
    if command.has_subcommands() {
        usage = format!("{usage} [{}]", either(language, "PERINTAH", "COMMAND"));
    }
    usage
}

/// Headings and the help flag in the language asked for.
fn translated(command: Command, language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let template =
        format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", say("Pemakaian", "Usage"));
    let named: Vec<Arg> = command
        .get_arguments()
        .map(|argument| {
            let heading = if argument.is_positional() {
                say("Argumen", "Arguments")
            } else {
                say("Pilihan", "Options")
            };
            argument.clone().help_heading(heading)
        })
        .collect();
    let usage = usage(&command, language);
    command
        .override_usage(usage)
        .mut_args(|argument| {
            named.iter().find(|one| one.get_id() == argument.get_id()).cloned().unwrap_or(argument)
        })
        .help_template(StyledStr::from(template))
        .subcommand_help_heading(say("Perintah", "Commands"))
        .subcommand_value_name(say("PERINTAH", "COMMAND"))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help_heading(say("Pilihan", "Options"))
                .help(say("Tunjukkan bantuan ini", "Show this help")),
        )
}

/// A step at the end of a chain of builder calls.
trait Pipe: Sized {
    fn pipe<T>(self, step: impl FnOnce(Self) -> T) -> T {
        step(self)
    }
}

impl Pipe for Command {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_sound_command_lines() {
        command(MessageLanguage::Id).debug_assert();
        command(MessageLanguage::En).debug_assert();
    }

    #[test]
    fn the_language_is_known_before_the_rest_is_parsed() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language_asked_for(&words("etalase build --lang en")), Some(MessageLanguage::En));
        assert_eq!(language_asked_for(&words("etalase --lang=id")), Some(MessageLanguage::Id));
        assert_eq!(language_asked_for(&words("etalase --lang fr")), None);
    }
}
