//! `etalase import`: sheets become profiles.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;
use similar::TextDiff;

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED, WRONG_USE};
use super::export;
use super::print::Printing;
use super::words::{counted, either};
use crate::content;
use crate::finding::{Findings, MessageLanguage, Span};
use crate::import::{self, Asking, Change, Given, HeadMap, Order, Prepared, Profile};
use crate::source::{Site, read_given};

/// Changes of one cooperative that are shown to a person who did not ask for all.
const SHOWN_CHANGES: usize = 12;

/// Characters of a value that are shown.
const SHOWN_CHARS: usize = 60;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let switch =
        |name: &'static str, id, en| Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(id, en));
    Command::new("import")
        .about(say(
            "Jadikan lembar kerja (XLSX, XLS, ODS, CSV) profil koperasi; boleh diulang",
            "Turn sheets (XLSX, XLS, ODS, CSV) into profiles, again and again",
        ))
        .args([
            Arg::new("files")
                .value_name(say("BERKAS", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .required_unless_present("template")
                .num_args(1..)
                .help(say("Satu lembar kerja atau lebih", "One sheet or more")),
            arguments::place("into", language),
            Arg::new("template")
                .long("template")
                .value_name(say("BERKAS.xlsx", "FILE.xlsx"))
                .value_parser(value_parser!(PathBuf))
                .conflicts_with_all([
                    "files",
                    "into",
                    "map",
                    "accept",
                    "drop-missing",
                    "dry-run",
                    "fetch",
                    "fetch-photos",
                ])
                .help(say("Buat lembar kosong untuk diisi", "Make an empty sheet to fill in")),
            Arg::new("map")
                .long("map")
                .value_name(say("JUDUL=KUNCI", "HEADING=KEY"))
                .action(ArgAction::Append)
                .help(say(
                    "Arti sebuah kolom, mis. \"Jajanan=produk.nama\"; '-' berarti tidak diambil",
                    "What a column means, e.g. \"Jajanan=produk.nama\"; '-' skips it",
                )),
            switch("accept", "Ambil juga yang hanya diusulkan", "Take what is only proposed, too"),
            switch(
                "drop-missing",
                "Hapus dari profil barang yang tidak ada lagi di lembar",
                "Take goods out of profiles that are no longer in the sheets",
            ),
            switch(
                "fetch",
                "Ambil lembar dari alamat https://, mis. tautan Google Sheets",
                "Fetch sheets from https:// addresses, such as sharing links of Google Sheets",
            ),
            switch(
                "fetch-photos",
                "Unduh foto yang disebut dengan alamat",
                "Download photos that are named by address",
            ),
            switch(
                "allow-private",
                "Boleh juga dari mesin ini dan jaringannya",
                "Also from this machine and its network",
            ),
            arguments::dry_run(language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let (folder, only) = arguments::site_or_cooperative(matches, "into", environment);
    let printing = Printing::new(matches, asked, &folder);
    if let Some(file) = matches.get_one::<PathBuf>("template") {
        return export::run_template(file, &printing, environment);
    }
    let mut findings = Findings::new();
    let Some(map) = head_map(matches, &mut findings) else {
        printing.findings(&findings);
        return Ok(WRONG_USE);
    };
    let site = folder.is_dir().then(|| Site::open(&folder)).transpose()?;
    let file = site.as_ref().and_then(|site| site.read_settings(&mut findings));
    // Mistakes in the settings are `check`'s to tell.
    let settings = content::read_settings(file.as_ref(), environment.today, &mut Findings::new());
    let mut order = Order {
        files: read_files(matches, &folder, environment, &mut findings)?,
        only,
        map,
        accepts: matches.get_flag("accept"),
        drops_missing: matches.get_flag("drop-missing"),
        today: environment.today,
    };
    let is_dry = matches.get_flag("dry-run");
    let mut told = Findings::new();
    let mut prepared = import::prepare(site.as_ref(), &settings, &order, &mut told)?;
    if environment.can_ask
        && printing.shows_progress()
        && printing.ask(Asking::about(&order.files, &told), &mut order.map)
    {
        told = Findings::new();
        prepared = import::prepare(site.as_ref(), &settings, &order, &mut told)?;
    }
    if matches.get_flag("fetch-photos") && !is_dry {
        let fetcher = import::fetcher(matches.get_flag("allow-private"));
        if import::fetch_photos(&folder, &prepared.profiles, &fetcher, &mut findings)? > 0 {
            // Now that they are there, profiles can name them.
            told = Findings::new();
            let site = Site::open(&folder)?;
            prepared = import::prepare(Some(&site), &settings, &order, &mut told)?;
        }
    }
    findings.extend(told);
    findings.sort();
    printing.findings(&findings);
    if !is_dry {
        import::write(&folder, &prepared.profiles)?;
    }
    printing.imported(&prepared, is_dry);
    Ok(if findings.has_error() { FAILED } else { DONE })
}

/// What `--map` says. `None`, with findings, where something of it is no key.
fn head_map(matches: &ArgMatches, findings: &mut Findings) -> Option<HeadMap> {
    let mut map = HeadMap::default();
    for typed in matches.get_many::<String>("map").into_iter().flatten() {
        let is_known = typed.rsplit_once('=').is_some_and(|(head, path)| map.add(head, path));
        if !is_known {
            findings.push(import::unknown_key(Span::path("--map"), typed));
        }
    }
    findings.is_empty().then_some(map)
}

/// What the files and addresses of the command line hold, as far as it can be read.
fn read_files(
    matches: &ArgMatches,
    site: &Path,
    environment: &Environment,
    findings: &mut Findings,
) -> Result<Vec<Given>> {
    let mut files = Vec::new();
    let fetcher = matches.get_flag("fetch").then(|| import::fetcher(matches.get_flag("allow-private")));
    for path in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        let name = path.to_string_lossy();
        if name.starts_with("https://") || name.starts_with("http://") {
            match &fetcher {
                Some(fetcher) => files.extend(import::fetch_sheet(site, &name, fetcher, findings)?),
                None => findings.push(import::address_without_leave(&name)),
            }
            continue;
        }
        let name = name.replace('\\', "/");
        let bytes = read_given(&environment.folder.join(path), &name, import::MOST_BYTES, findings);
        files.extend(bytes.map(|bytes| Given { name, bytes }));
    }
    Ok(files)
}

impl Printing {
    /// What was imported, or would be.
    fn imported(&self, prepared: &Prepared, is_dry: bool) {
        let profiles = &prepared.profiles;
        if self.is_json {
            for profile in profiles.iter().filter(|profile| profile.is_changed()) {
                anstream::println!("{}", as_json(profile));
            }
            return;
        }
        if self.is_quiet {
            return;
        }
        for profile in profiles.iter().filter(|profile| profile.is_changed()) {
            self.one_profile(profile, is_dry);
        }
        self.sums(prepared, is_dry);
    }

    fn one_profile(&self, profile: &Profile, is_dry: bool) {
        let what = match &profile.before {
            None => either(self.language, "baru", "new"),
            Some(_) => either(self.language, "diubah", "changed"),
        };
        anstream::println!("{what}: {}", profile.path);
        let Some(before) = &profile.before else { return };
        let shown = if self.is_verbose || is_dry { usize::MAX } else { SHOWN_CHANGES };
        for change in profile.changes.iter().take(shown) {
            anstream::println!("  {}", in_words(change, self.language));
        }
        if let Some(more) = profile.changes.len().checked_sub(shown).filter(|more| *more > 0) {
            anstream::println!(
                "  … {} {more} {}",
                either(self.language, "dan", "and"),
                either(self.language, "lagi", "more")
            );
        }
        if is_dry {
            let diff = TextDiff::from_lines(before.text.as_str(), profile.text.as_str());
            anstream::print!("{}", diff.unified_diff().context_radius(0));
        }
    }

    fn sums(&self, prepared: &Prepared, is_dry: bool) {
        let Prepared { profiles, held } = prepared;
        let new = profiles.iter().filter(|profile| profile.before.is_none()).count();
        let changed = profiles.iter().filter(|profile| profile.is_changed()).count() - new;
        let same = profiles.len() - new - changed;
        let line = match self.language {
            MessageLanguage::Id => format!("{new} koperasi baru, {changed} diubah, {same} tetap"),
            MessageLanguage::En => format!(
                "{}, {changed} changed, {same} as before",
                counted(new, "new cooperative", "new cooperatives")
            ),
        };
        let end = if is_dry {
            either(self.language, "; tidak ada yang ditulis", "; nothing was written")
        } else {
            ""
        };
        let kept_back = match (held, self.language) {
            (0, _) => String::new(),
            (held, MessageLanguage::Id) => format!(", {held} tidak ditulis karena ada kesalahan"),
            (held, MessageLanguage::En) => format!(", {held} not written because of errors"),
        };
        anstream::println!("{line}{kept_back}{end}");
    }
}

/// `Susu pasteurisasi, harga: Rp 12.500 -> Rp 13.000`.
pub(super) fn in_words(change: &Change, language: MessageLanguage) -> String {
    let key = change.path.rsplit('.').next().unwrap_or(&change.path);
    let is_item = key.ends_with(']');
    let place = match &change.item {
        Some(item) if is_item => item.clone(),
        Some(item) => format!("{item}, {key}"),
        None => change.path.clone(),
    };
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{place}: {} -> {}", shortened(before), shortened(after)),
        (None, Some(_)) if is_item => format!("{place}: {}", either(language, "baru", "new")),
        (None, Some(after)) => format!("{place}: {}", shortened(after)),
        (Some(_), None) => format!("{place}: {}", either(language, "dihapus", "removed")),
        (None, None) => place,
    }
}

/// One line of a value.
fn shortened(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN_CHARS) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn as_json(profile: &Profile) -> serde_json::Value {
    let changes: Vec<_> = profile
        .changes
        .iter()
        .map(|change| json!({ "path": change.path, "before": change.before, "after": change.after, "line": change.line }))
        .collect();
    json!({ "profile": profile.path, "is_new": profile.before.is_none(), "changes": changes, "left": profile.left })
}
