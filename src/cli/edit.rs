//! `etalase edit`: forms in the browser for people who do not write YAML.

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::browser::open_browser;
use super::environment::{Environment, memory_bytes};
use super::exit::{DONE, FAILED};
use super::failure::machine_failure;
use super::print::Printing;
use super::words::either;
use super::{arguments, build, publish, serve};
use crate::edit::{self, Audience, Ended, Options};
use crate::finding::MessageLanguage;

/// Where forms are unless somebody says otherwise.
const PORT: u16 = 4100;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let is_of_use = |argument: &Arg| !matches!(argument.get_id().as_str(), "only" | "strict");
    Command::new("edit")
        .about(say(
            "Ganti harga, barang, foto dan cerita lewat formulir di peramban",
            "Change prices, goods, photos and stories by forms in a browser",
        ))
        .args(arguments::site_arguments(language).into_iter().filter(is_of_use))
        .args([
            arguments::port(language, PORT),
            Arg::new("lan").long("lan").action(ArgAction::SetTrue).help(say(
                "Buka juga untuk ponsel di jaringan yang sama, dengan enam angka",
                "Open to phones in the same network, too, with six digits",
            )),
            arguments::open(language),
            publish::to(language),
            publish::branch(language),
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
    let is_open_to_phones = matches.get_flag("lan");
    let port = matches.get_one("port").copied().unwrap_or(PORT);
    let options = Options {
        address: IpAddr::V4(if is_open_to_phones { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST }),
        port,
        is_open_to_phones,
        order: publish::order_for(&request, matches, environment, language)?,
    };
    let teller = Teller { printing, opens: matches.get_flag("open") };
    Ok(match edit::edit(request, options, Arc::new(teller))? {
        Ended::Stopped => DONE,
        Ended::PortTaken(free) => {
            serve::port_taken(port, free, language);
            FAILED
        }
    })
}

/// Tells a person at a terminal.
struct Teller {
    printing: Printing,
    opens: bool,
}

/// Told even where progress is not: nobody comes in without it.
fn line(text: &str) {
    let mut out = anstream::stdout().lock();
    // A reader that has gone has what it wanted; one that reads along waits for the whole line.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

impl Audience for Teller {
    fn listening(&self, address: &str, phone: Option<(SocketAddr, &str)>) {
        let language = self.printing.language;
        line(&format!("{address} ({})", either(language, "Ctrl-C untuk berhenti", "Ctrl-C to stop")));
        if let Some((address, digits)) = phone {
            let line = match language {
                MessageLanguage::Id => {
                    format!("http://{address}/ dari ponsel di jaringan yang sama, angka: {digits}")
                }
                MessageLanguage::En => {
                    format!("http://{address}/ from a phone in the same network, digits: {digits}")
                }
            };
            self::line(&line);
        }
        if self.opens {
            open_browser(address);
        }
    }

    fn next_address(&self, address: &str) {
        let words = either(self.printing.language, "untuk peramban lain", "for another browser");
        line(&format!("{address} ({words})"));
    }

    fn new_digits(&self, digits: &str) {
        let words = either(self.printing.language, "angka untuk ponsel", "digits for a phone");
        line(&format!("{words}: {digits}"));
    }

    fn failed(&self, error: &anyhow::Error) {
        machine_failure(error, self.printing.language);
    }
}
