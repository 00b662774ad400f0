//! The whole command line, in the language of the person who asks: every command with its flags and their help.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use super::arguments::common_arguments;
use super::words::either;
use super::{apply, build, check, collect, edit, export, import, new, photos, publish, schema, serve, theme};
use crate::finding::MessageLanguage;

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
    let commands = [
        new::command(language),
        build::command(language),
        serve::command(language),
        edit::command(language),
        check::command(language),
        import::command(language),
        apply::command(language),
        export::command(language),
        collect::command(language),
        photos::command(language),
        publish::command(language),
        schema::command(language),
        theme::command(language),
    ];
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::SetTrue)
        .help(say("Tunjukkan versi program ini", "Show the version of this program"));
    let whole = Command::new("etalase")
        .about(say(
            "Etalase koperasi: dari profil dan foto menjadi situs yang cepat, tanpa server",
            "A cooperative's shop window: from profile and photos to a fast site, without a server",
        ))
        .subcommands(commands.map(|command| translated(command, language)))
        .subcommand_required(false)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(version)
        .args(common_arguments(language));
    translated(whole, language)
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
        let more =
            if argument.get_num_args().is_some_and(|count| count.max_values() > 1) { "…" } else { "" };
        usage = format!("{usage} {open}{name}{close}{more}");
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
