//! Free static hosts: what each can hold, which files it wants beside the site, and what its terms say about
//! shops. One table (`table.rs`) and pure functions over it; contacts no host and reads no file.

mod address;
mod ci;
mod files;
mod findings;
mod limits;
mod redirect;
mod row;
mod stick;
mod table;

pub use address::{CODE_HOSTS, check_address};
pub use ci::{CiForm, ENGINES, Engine, ci_marks, engine_files, most_parts};
pub use files::{HostedSite, host_files};
pub use findings::{moved_address_claimed_twice, moved_address_is_own, moved_address_taken};
pub use limits::{Usage, UsageRow, check_limits, usage_rows};
pub use redirect::{Redirect, redirect_page};
pub use row::{Base, CiFile, HeaderStyle, Host, Limit, LimitKind, RedirectStyle, Source, Terms, Title};
pub use stick::link_to_files;
pub use table::{HOSTS, NAMES};

use crate::finding::{Findings, Span, Text};

/// The host of this name.
pub fn find_host(name: &str) -> Option<&'static Host> {
    HOSTS.iter().find(|host| host.name == name)
}

/// The host of a site that names none: it has no limits and wants no files.
pub fn any_host() -> &'static Host {
    &table::ANY
}

/// The CI file that collects from sites of their own, for hosts whose night's work is a file of its own.
pub fn collecting_file(host: &Host) -> Option<CiFile> {
    table::collecting_file(host)
}

/// The same as a job, for a mark in a host's only CI file.
pub fn collecting_job() -> &'static str {
    table::COLLECT_AS_JOB
}

/// Where a first site goes unless somebody says otherwise: shops are welcome there.
pub fn first_choice() -> &'static Host {
    &HOSTS[0]
}

/// The host whose pages are opened as files.
///
/// # Panics
/// If the table has none.
pub fn stick_host() -> &'static Host {
    HOSTS.iter().find(|host| host.opens_files).expect("the table has a row for files")
}

/// The host that the settings or `--host` name; `any_host` if they name none. An unknown one is a finding.
pub fn read_host(name: Option<&str>, at: &Span, findings: &mut Findings) -> Option<&'static Host> {
    let Some(name) = name else { return Some(any_host()) };
    let host = find_host(name);
    if host.is_none() {
        findings.push(findings::unknown_host(name, at));
    }
    host
}

/// Says what the host's terms think of a shop.
pub fn check_terms(host: &Host, findings: &mut Findings) {
    if let Some(terms) = &host.terms {
        findings.push(findings::terms_matter(host, &Text::new(terms.id, terms.en)));
    }
}

#[cfg(test)]
mod tests;
