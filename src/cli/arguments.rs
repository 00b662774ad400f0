//! The flags that several commands have, with their help, in the language of the person who asks.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::environment::Environment;
use super::words::either;
use crate::content::normalised_base_url;
use crate::finding::MessageLanguage;
use crate::model::Date;

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
            .help(say("Anggap peringatan sebagai kesalahan", "Count warnings as errors")),
        host(language),
        json(language),
        Arg::new("today")
            .long("today")
            .value_name(say("TANGGAL", "DATE"))
            .value_parser(|typed: &str| {
                // Before that nobody's clock was, and `SOURCE_DATE_EPOCH` cannot say it either.
                typed.parse().ok().filter(|day: &Date| day.year() >= 1970).ok_or("YYYY-MM-DD")
            })
            .help(say(
                "Bangun seolah-olah hari itu, mis. 2026-12-01",
                "Build as if on that day, e.g. 2026-12-01",
            )),
        Arg::new("jobs")
            .long("jobs")
            .short('j')
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..=1024))
            .help(say("Jumlah thread [bawaan: semua inti]", "Number of threads [default: all cores]")),
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

/// For editors and CI.
pub(super) fn json(language: MessageLanguage) -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(either(
        language,
        "Tulis temuan sebagai JSON, satu per baris",
        "Print findings as JSON, one a line",
    ))
}

/// Where browsers find what is served.
pub(super) fn port(language: MessageLanguage, default: u16) -> Arg {
    Arg::new("port").long("port").short('p').value_name("N").value_parser(value_parser!(u16)).help(
        match language {
            MessageLanguage::Id => format!("Pakai porta ini [bawaan: {default}]"),
            MessageLanguage::En => format!("Use this port [default: {default}]"),
        },
    )
}

/// The browser is opened, too.
pub(super) fn open(language: MessageLanguage) -> Arg {
    let words = either(language, "Buka peramban", "Open the browser");
    Arg::new("open").long("open").action(ArgAction::SetTrue).help(words)
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

/// The folder of a site or of one of its cooperatives, for `site_or_cooperative`.
pub(super) fn place(name: &'static str, language: MessageLanguage) -> Arg {
    let say = |id, en| either(language, id, en);
    Arg::new(name).long(name).value_name(say("FOLDER", "DIR")).value_parser(value_parser!(PathBuf)).help(say(
        "Folder situs, atau satu koperasi: content/NAMA [bawaan: folder ini]",
        "Folder of the site, or of one cooperative: content/NAME [default: this folder]",
    ))
}

/// The site's folder, and the one cooperative that an argument such as `--into content/NAME` names.
pub(super) fn site_or_cooperative(
    matches: &ArgMatches,
    argument: &str,
    environment: &Environment,
) -> (PathBuf, Option<String>) {
    let Some(typed) = matches.get_one::<PathBuf>(argument) else { return (environment.folder.clone(), None) };
    let mut folder = environment.folder.join(typed);
    if folder.file_name().is_some_and(|name| name == "content") {
        // The folder of all cooperatives stands for the site.
        folder.pop();
        return (folder, None);
    }
    let content = folder.parent().filter(|parent| parent.file_name().is_some_and(|name| name == "content"));
    match (content.and_then(Path::parent), folder.file_name()) {
        (Some(site), Some(name)) => (site.to_owned(), Some(name.to_string_lossy().into_owned())),
        _ => (folder, None),
    }
}
