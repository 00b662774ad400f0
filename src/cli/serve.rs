//! `etalase serve`: a preview that follows every change.

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::browser::open_browser;
use super::environment::{Environment, memory_bytes};
use super::exit::{DONE, FAILED};
use super::failure::machine_failure;
use super::print::Printing;
use super::words::either;
use super::{arguments, build};
use crate::finding::{Finding, Findings, Level, MessageLanguage};
use crate::live::Looked;
use crate::serve::{self, Audience, Ended, Options};

/// Where a preview is unless somebody says otherwise.
const PORT: u16 = 4000;

/// Cooperatives that one line names.
const NAMED: usize = 4;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let is_of_use = |argument: &Arg| !matches!(argument.get_id().as_str(), "only" | "strict");
    Command::new("serve")
        .about(say(
            "Pratinjau situs di peramban, ikut setiap perubahan",
            "Preview the site in a browser, following every change",
        ))
        .args(arguments::site_arguments(language).into_iter().filter(is_of_use))
        .args([
            arguments::port(language, PORT),
            Arg::new("bind")
                .long("bind")
                .value_name(say("ALAMAT", "ADDRESS"))
                .value_parser(value_parser!(IpAddr))
                .help(say(
                    "Buka untuk jaringan, mis. 0.0.0.0 [bawaan: 127.0.0.1, hanya komputer ini]",
                    "Open to a network, e.g. 0.0.0.0 [default: 127.0.0.1, this machine only]",
                )),
            arguments::open(language),
        ])
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let request = build::request(matches, environment, memory_bytes());
    let printing = Printing::new(matches, asked, &request.site);
    let language = printing.language;
    let options = Options {
        address: matches.get_one("bind").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        port: matches.get_one("port").copied().unwrap_or(PORT),
        language,
    };
    let port = options.port;
    let teller = Teller { printing, opens: matches.get_flag("open") };
    Ok(match serve::serve(request, options, Arc::new(teller))? {
        Ended::Stopped => DONE,
        Ended::PortTaken(free) => {
            port_taken(port, free, language);
            FAILED
        }
    })
}

/// Says that another program listens on a port.
pub(super) fn port_taken(port: u16, free: Option<u16>, language: MessageLanguage) {
    let say = |id, en| either(language, id, en);
    let line = match language {
        MessageLanguage::Id => format!("porta {port} sudah dipakai program lain"),
        MessageLanguage::En => format!("port {port} is taken by another program"),
    };
    anstream::eprintln!("{}: {line}", say("gagal", "failed"));
    let remedy = match (free, language) {
        (Some(free), MessageLanguage::Id) => {
            format!("tutup program itu, atau pakai `--port {free}`, yang masih bebas")
        }
        (Some(free), MessageLanguage::En) => {
            format!("close that program, or use `--port {free}`, which is free")
        }
        (None, MessageLanguage::Id) => {
            "tutup program itu, atau pakai `--port 0` untuk porta bebas mana pun".to_owned()
        }
        (None, MessageLanguage::En) => "close that program, or use `--port 0` for any free port".to_owned(),
    };
    anstream::eprintln!("   = {}: {remedy}", say("perbaikan", "help"));
}

/// Tells a person at a terminal, or a program that reads JSON.
struct Teller {
    printing: Printing,
    opens: bool,
}

impl Teller {
    fn line(&self, text: &str) {
        if self.printing.shows_progress() {
            let mut out = anstream::stdout().lock();
            // A reader that has gone has what it wanted; one that reads along waits for the whole line.
            let _ = writeln!(out, "{text}").and_then(|()| out.flush());
        }
    }
}

impl Audience for Teller {
    fn listening(&self, address: SocketAddr, network: Option<SocketAddr>) {
        let stop = either(self.printing.language, "Ctrl-C untuk berhenti", "Ctrl-C to stop");
        self.line(&format!("{} ({stop})", shown_address(address)));
        if let Some(network) = network {
            let where_from = either(
                self.printing.language,
                "dari ponsel di jaringan yang sama",
                "from a phone in the same network",
            );
            self.line(&format!("http://{network}/ ({where_from})"));
        }
        if self.opens {
            open_browser(&shown_address(address));
        }
    }

    fn looked_at_all(&self, findings: &Findings) {
        // Of a large site, advice would fill the screen; `check` has it.
        let is_told = |finding: &&Finding| finding.level != Level::Advice || self.printing.tells_all();
        self.printing.findings(&findings.iter().filter(is_told).cloned().collect::<Vec<_>>().into());
        if self.printing.shows_progress() {
            self.printing.counts(findings);
        }
    }

    fn changed(&self, looked: &[Looked], took: Duration) {
        let language = self.printing.language;
        let names: Vec<&str> = looked.iter().filter_map(|one| one.name.as_deref()).collect();
        let mut told = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        if names.len() > NAMED {
            let more = names.len() - NAMED;
            let more = match language {
                MessageLanguage::Id => format!(" dan {more} lagi"),
                MessageLanguage::En => format!(" and {more} more"),
            };
            told.push_str(&more);
        }
        if names.is_empty() {
            told.push_str(either(language, "situs", "site"));
        }
        let mended: usize = looked.iter().map(|one| one.mended).sum();
        let left: usize = looked.iter().map(|one| one.left).sum();
        let milliseconds = took.as_millis();
        let mut line = match language {
            MessageLanguage::Id => format!("{told}: diperbarui dalam {milliseconds} md"),
            MessageLanguage::En => format!("{told}: updated in {milliseconds} ms"),
        };
        if mended > 0 || left > 0 {
            let count = match language {
                MessageLanguage::Id => format!("; temuan: {left}, beres: {mended}"),
                MessageLanguage::En => format!("; findings: {left}, mended: {mended}"),
            };
            line.push_str(&count);
        }
        self.line(&line);
        for one in looked.iter().filter(|one| !one.new.is_empty()) {
            self.printing.findings(&one.new);
        }
    }

    fn watching_slowly(&self) {
        anstream::eprintln!(
            "{}",
            either(
                self.printing.language,
                "sistem ini tidak sanggup mengamati folder sebanyak itu: perubahan dicari setiap detik",
                "this system cannot watch so many folders: changes are looked for every second",
            )
        );
    }

    fn failed(&self, error: &anyhow::Error) {
        machine_failure(error, self.printing.language);
    }
}

/// An address that a browser on this machine can go to: one that stands for all of them is no destination.
fn shown_address(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        return format!("http://127.0.0.1:{}/", address.port());
    }
    format!("http://{address}/")
}
