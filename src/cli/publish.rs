//! `etalase publish`: brings what was built to a branch of a repository, or writes the CI file that does.

use std::io::{self, Write as _};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::environment::Environment;
use super::exit::{DONE, FAILED, WRONG_USE};
use super::print::Printing;
use super::words::{counted, either, number};
use super::{arguments, build};
use crate::content;
use crate::finding::{Finding, Findings, MessageLanguage, Span};
use crate::host::{self, ENGINES, Host};
use crate::output::{self, Place};
use crate::pipeline::{self, Request};
use crate::publish::{self, Changes, GitProgram, History, Order, Outcome, State, Step};
use crate::scaffold::{self, Begun, CiNeeds};
use crate::settings::Settings;
use crate::source::Site;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let flag = |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("publish")
        .about(say(
            "Terbitkan hasil `build` ke cabang sebuah repositori git, atau ke folder biasa",
            "Publish what `build` made to a branch of a git repository, or to a plain folder",
        ))
        .args([
            arguments::site(language),
            arguments::output(language),
            to(language),
            branch(language),
            flag(
                "orphan",
                say("Simpan satu komit saja, tanpa riwayat", "Keep a single commit, without history"),
            ),
            flag(
                "force-with-lease",
                say(
                    "Ganti juga yang ditaruh atau diubah orang lain di tujuan",
                    "Replace also what others put or changed there",
                ),
            ),
            flag("build", say("Bangun situs dulu", "Build the site first")),
            arguments::dry_run(language),
            flag(
                "write-workflow",
                say(
                    "Tulis berkas CI yang menerbitkan situs secara otomatis",
                    "Write the CI file that publishes the site by itself",
                ),
            ),
            shards(language),
            engine(language),
            arguments::host(language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

/// A CI file that builds in parts.
fn shards(language: MessageLanguage) -> Arg {
    Arg::new("shards")
        .long("shards")
        .value_name("N")
        .value_parser(value_parser!(u32).range(2..=1_000))
        .requires("write-workflow")
        .help(either(
            language,
            "Berkas CI yang membangun dalam N bagian, di mesin masing-masing",
            "A CI file that builds in N parts, each on a machine of its own",
        ))
}

/// Files for an engine in place of a host's CI file.
fn engine(language: MessageLanguage) -> Arg {
    Arg::new("for")
        .long("for")
        .value_name(either(language, "MESIN", "ENGINE"))
        .value_parser(PossibleValuesParser::new(ENGINES.map(|(name, _)| name)))
        .requires("shards")
        .help(either(
            language,
            "Berkas untuk mesin antrean, bukan untuk CI inang",
            "Files for an engine that runs jobs, not for the host's CI",
        ))
}

/// Where a site is published to.
pub(super) fn to(language: MessageLanguage) -> Arg {
    Arg::new("to").long("to").value_name(either(language, "TUJUAN", "REMOTE")).help(either(
        language,
        "Nama tujuan git, alamat repositori lain, atau folder biasa [bawaan: origin]",
        "Name of a git remote, address of another repository, or a plain folder [default: origin]",
    ))
}

/// The branch that a site is published on.
pub(super) fn branch(language: MessageLanguage) -> Arg {
    Arg::new("branch").long("branch").value_name(either(language, "CABANG", "BRANCH")).help(either(
        language,
        "Cabang hasil [bawaan: menurut inang, mis. gh-pages]",
        "Branch of the output [default: the host's, e.g. gh-pages]",
    ))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let site = arguments::site_folder(matches, environment);
    let printing = Printing::new(matches, asked, &site);
    let mut findings = Findings::new();
    let settings = read_settings(&site, environment, &mut findings)?;
    let host = matches.get_one::<String>("host").cloned().or_else(|| settings.host.clone());
    let at = Span::path("etalase.yaml");
    let Some(host) = host::read_host(host.as_deref(), &at, &mut findings) else {
        printing.findings(&findings);
        return Ok(FAILED);
    };
    if matches.get_flag("write-workflow") {
        return write_workflow(matches, &site, host, &settings, &printing, findings);
    }
    let order = order(matches, environment, site, host, printing.language);
    if let Some(finding) = misplaced(&order) {
        printing.findings(&vec![finding].into());
        return Ok(WRONG_USE);
    }
    let request = request(&order, matches, environment);
    if matches.get_flag("build") {
        build::run_request(&request, &printing, environment)?;
    }
    let behind = pipeline::look_behind(&request)?.unwrap_or_default();
    findings
        .extend(behind.changed.iter().map(|source| output::sources_newer(source)).collect::<Vec<_>>().into());
    if findings.has_error() {
        printing.findings(&findings);
        return Ok(FAILED);
    }
    findings
        .extend(behind.waiting.iter().map(|name| output::cooperative_waits(name)).collect::<Vec<_>>().into());
    let shows_steps = environment.stderr_is_terminal && printing.shows_progress();
    let outcome = publish::publish(
        &order,
        &mut |step| {
            if shows_steps {
                printing.step(step);
            }
        },
        &mut findings,
    )?;
    printing.findings(&findings);
    let Some(outcome) = outcome else { return Ok(FAILED) };
    printing.published(&outcome);
    // Nothing went out, and something should have.
    let is_undone = outcome.state == State::Unchanged && !behind.waiting.is_empty();
    Ok(if is_undone { FAILED } else { DONE })
}

/// What `build` makes of the site, in the place that is published.
fn request(order: &Order, matches: &ArgMatches, environment: &Environment) -> Request {
    Request {
        output: order.output.clone(),
        host: matches.get_one::<String>("host").cloned(),
        jobs: environment.cores,
        shared_store: environment.shared_store.clone(),
        program: environment.program.clone(),
        ..Request::new(order.site.clone(), environment.today, environment.now)
    }
}

/// How a site is published from within another command.
pub(super) fn order_for(
    request: &Request,
    matches: &ArgMatches,
    environment: &Environment,
    language: MessageLanguage,
) -> Result<Order> {
    let mut unheard = Findings::new();
    let settings = read_settings(&request.site, environment, &mut unheard)?;
    let name = request.host.clone().or(settings.host);
    let at = Span::path("etalase.yaml");
    let any = || host::read_host(None, &at, &mut Findings::new());
    let host = host::read_host(name.as_deref(), &at, &mut unheard).or_else(any);
    let branch = host.map_or("", |host| host.branch);
    let (site, output) = (request.site.clone(), request.output.clone());
    Ok(plain_order(matches, environment, site, output, branch, language))
}

fn order(
    matches: &ArgMatches,
    environment: &Environment,
    site: PathBuf,
    host: &Host,
    language: MessageLanguage,
) -> Order {
    let output = match matches.get_one::<PathBuf>("output") {
        Some(output) => environment.folder.join(output),
        None => site.join("public"),
    };
    Order {
        history: if matches.get_flag("orphan") { History::Single } else { History::Kept },
        force_with_lease: matches.get_flag("force-with-lease"),
        dry_run: matches.get_flag("dry-run"),
        interactive: environment.stderr_is_terminal,
        ..plain_order(matches, environment, site, output, host.branch, language)
    }
}

/// An order that adds to the history, forces nothing and asks nobody.
fn plain_order(
    matches: &ArgMatches,
    environment: &Environment,
    site: PathBuf,
    output: PathBuf,
    branch: &str,
    language: MessageLanguage,
) -> Order {
    let text = |name: &str, default: &str| {
        matches.get_one::<String>(name).cloned().unwrap_or_else(|| default.to_owned())
    };
    Order {
        output,
        to: text("to", "origin"),
        folder: environment.folder.clone(),
        branch: text("branch", branch),
        history: History::Kept,
        force_with_lease: false,
        dry_run: false,
        interactive: false,
        words: None,
        language,
        git: GitProgram::default(),
        site,
    }
}

/// A plain folder is no place for a copy if it holds the site's sources or lies among them. A repository has its
/// branches.
fn misplaced(order: &Order) -> Option<Finding> {
    let folder = publish::plain_folder(order)?;
    let place = Place { argument: "--to", typed: &order.to, path: &folder };
    output::check_place(&place, &order.site, Some(&order.output))
}

fn write_workflow(
    matches: &ArgMatches,
    site: &Path,
    host: &Host,
    settings: &Settings,
    printing: &Printing,
    mut findings: Findings,
) -> Result<u8> {
    let folder = site.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let place = scaffold::ci_place(site);
    let collects = Site::open(site)?.lists_sites();
    let parts = matches.get_one::<u32>("shards").copied().and_then(NonZeroU32::new);
    let needs = CiNeeds { collects, parts, shares: settings.shared_cache.is_some() };
    let engine = matches.get_one::<String>("for").map(String::as_str);
    let engine = ENGINES.iter().find(|(name, _)| Some(*name) == engine).map(|(_, engine)| *engine);
    if let Some(finding) = parts.filter(|_| engine.is_none()).and_then(|parts| unfit(host, parts)) {
        findings.push(finding);
        printing.findings(&findings);
        return Ok(WRONG_USE);
    }
    let files = match engine {
        Some(engine) => scaffold::engine_files(engine, &place.folder, needs),
        None => scaffold::workflow_files(host, &scaffold::project_name(&folder), &place.folder, needs),
    };
    let mut begun = Begun::default();
    let written = scaffold::write_workflow(&place, &files, &mut begun, &mut findings)?;
    begun.keep();
    printing.findings(&findings);
    printing.workflow_written(host, &written, files.is_empty());
    if engine.is_none() {
        printing.ci_files(&place, &files, &written);
    }
    Ok(DONE)
}

/// Why a host's CI cannot build a site in so many parts.
fn unfit(host: &Host, parts: NonZeroU32) -> Option<Finding> {
    match host::most_parts(host) {
        None => Some(scaffold::no_parts_there(host)),
        Some(most) => (parts.get() > most).then(|| scaffold::too_many_parts(parts.get(), most)),
    }
}

/// Mistakes in the settings are `check`'s to tell; here only the host's name matters.
fn read_settings(site: &Path, environment: &Environment, findings: &mut Findings) -> Result<Settings> {
    let file = Site::open(site)?.read_settings(findings);
    let mut unheard = Findings::new();
    Ok(content::read_settings(file.as_ref(), environment.today, &mut unheard))
}

impl Printing {
    /// How far `publish` is, for a person who waits.
    fn step(&self, step: Step) {
        let language = self.language;
        let line = match (step, language) {
            (Step::Fetching, MessageLanguage::Id) => "menanyakan isi cabang tujuan …".to_owned(),
            (Step::Fetching, MessageLanguage::En) => "asking for what is published …".to_owned(),
            (Step::Reading(files), MessageLanguage::Id) => {
                format!("membaca {} berkas …", number(files, language))
            }
            (Step::Reading(files), MessageLanguage::En) => {
                format!("reading {} …", counted(files, "file", "files"))
            }
            (Step::Writing(files), MessageLanguage::Id) => {
                format!("menyimpan {} berkas baru …", number(files, language))
            }
            (Step::Writing(files), MessageLanguage::En) => {
                format!("storing {} …", counted(files, "new content", "new contents"))
            }
            (Step::Pushing, MessageLanguage::Id) => "mengirim …".to_owned(),
            (Step::Pushing, MessageLanguage::En) => "pushing …".to_owned(),
        };
        anstream::eprintln!("{line}");
    }

    /// What `publish` came to. A dry run lists every file that would change.
    fn published(&self, outcome: &Outcome) {
        if self.is_json {
            let _ = writeln!(io::stdout().lock(), "{}", outcome_as_json(outcome));
            return;
        }
        if self.is_quiet {
            return;
        }
        let Changes { added, changed, removed } = &outcome.changes;
        if outcome.state == State::WouldPublish {
            for (sign, paths) in [('+', added), ('~', changed), ('-', removed)] {
                for path in paths {
                    anstream::println!("{sign} {path}");
                }
            }
        }
        anstream::println!("{}", outcome_line(outcome, self.language));
    }
}

/// How a publication ended, where, and what is new there.
fn outcome_line(outcome: &Outcome, language: MessageLanguage) -> String {
    let say = |id, en| either(language, id, en);
    let place = match &outcome.branch {
        Some(branch) => format!("{}/{branch}", outcome.to),
        None => outcome.to.clone(),
    };
    let what = || changes_line(outcome, language);
    match &outcome.state {
        State::Unchanged => format!(
            "{} {place}",
            say(
                "tidak ada yang berubah sejak terbitan terakhir di",
                "nothing changed since the last publication on"
            )
        ),
        State::WouldPublish => {
            format!("{} {place}: {}", say("akan terbit di", "would be published on"), what())
        }
        State::Copied => format!("{} {place}: {}", say("disalin ke", "copied to"), what()),
        State::Published(commit) => {
            let commit = &commit[..commit.len().min(10)];
            format!("{} {place}: {} [{commit}]", say("terbit di", "published on"), what())
        }
    }
}

/// What the site consists of, and what is new, changed and gone.
fn changes_line(outcome: &Outcome, language: MessageLanguage) -> String {
    let Changes { added, changed, removed } = &outcome.changes;
    let [added, changed, removed] = [added, changed, removed].map(|paths| number(paths.len(), language));
    let (pages, photos) = (outcome.counts.pages, outcome.counts.photos);
    match language {
        MessageLanguage::Id => format!(
            "{} halaman, {} berkas foto; {added} baru, {changed} berubah, {removed} dihapus",
            number(pages, language),
            number(photos, language)
        ),
        MessageLanguage::En => format!(
            "{}, {}; {added} new, {changed} changed, {removed} removed",
            counted(pages, "page", "pages"),
            counted(photos, "photo file", "photo files")
        ),
    }
}

/// One line for scripts.
fn outcome_as_json(outcome: &Outcome) -> String {
    let (state, commit) = match &outcome.state {
        State::Unchanged => ("unchanged", None),
        State::WouldPublish => ("would-publish", None),
        State::Published(commit) => ("published", Some(commit)),
        State::Copied => ("published", None),
    };
    serde_json::json!({
        "state": state,
        "commit": commit,
        "to": outcome.to,
        "branch": outcome.branch,
        "pages": outcome.counts.pages,
        "photos": outcome.counts.photos,
        "files": outcome.counts.files,
        "bytes": outcome.counts.size_bytes,
        "added": outcome.changes.added,
        "changed": outcome.changes.changed,
        "removed": outcome.changes.removed,
    })
    .to_string()
}
