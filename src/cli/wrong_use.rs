//! A command line that is not understood, in words.

use clap::error::{ContextKind, ErrorKind};

use super::environment::DATE_VARIABLE;
use super::exit::{DONE, WRONG_USE};
use super::words::either;
use crate::finding::MessageLanguage;

/// `SOURCE_DATE_EPOCH` with something else than its specification allows, which asks to stop then.
pub(super) fn odd_date(typed: &str, language: MessageLanguage) -> u8 {
    let say = |id, en| either(language, id, en);
    anstream::eprintln!(
        "{}: `{DATE_VARIABLE}` {} `{}`",
        say("salah pakai", "wrong use"),
        say("tidak menerima", "does not take"),
        typed.escape_debug()
    );
    anstream::eprintln!(
        "   = {}: {}",
        say("perbaikan", "help"),
        say(
            "isi dengan detik sejak 1970, mis. `1795521600`, atau hapus variabel itu",
            "set it to seconds since 1970, for example `1795521600`, or unset it"
        )
    );
    WRONG_USE
}

/// A wrong command line, or the help that was asked for.
pub(super) fn usage_error(error: &clap::Error, language: MessageLanguage) -> u8 {
    let say = |id, en| either(language, id, en);
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        anstream::print!("{}", error.render().ansi());
        return DONE;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        anstream::eprint!("{}", error.render().ansi());
        return WRONG_USE;
    }
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("`{argument}` {}", say("tidak dikenal", "is not known")),
        ErrorKind::InvalidSubcommand => format!(
            "{} `{}` {}",
            say("perintah", "command"),
            context(ContextKind::InvalidSubcommand),
            say("tidak dikenal", "is not known")
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let problem = if value.is_empty() {
                say("membutuhkan nilai", "needs a value").to_owned()
            } else {
                format!("{} `{value}`", say("tidak menerima", "does not take"))
            };
            format!("`{argument}` {problem}")
        }
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` {}", say("hanya boleh ditulis sekali", "may be given only once"))
        }
        _ => say("perintah ini tidak dapat dimengerti", "this command line is not understood").to_owned(),
    };
    anstream::eprintln!("{}: {sentence}", say("salah pakai", "wrong use"));
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().find_map(|kind| error.get(kind)) {
        anstream::eprintln!("   = {} `{suggestion}`?", say("maksud Anda", "did you mean"));
    }
    anstream::eprintln!("   = {}: etalase --help", say("bantuan", "help"));
    WRONG_USE
}
