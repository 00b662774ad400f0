//! Free static hosts: what each can hold, which files it wants beside the site, and what its terms say about
//! shops. One table (`table.rs`) and pure functions over it; contacts no host and reads no file.

mod address;
mod files;
mod findings;
mod limits;
mod redirect;
mod stick;
mod table;

pub use address::check_address;
pub use files::{HostedSite, host_files};
pub use findings::{moved_address_claimed_twice, moved_address_is_own, moved_address_taken};
pub use limits::{Usage, UsageRow, check_limits, usage_rows};
pub use redirect::{Redirect, redirect_page};
pub use stick::link_to_files;
pub use table::HOSTS;

use crate::finding::{Findings, Span, Text};

/// A place that serves static files.
#[derive(Debug, PartialEq, Eq)]
pub struct Host {
    /// As in `inang:` and `--host`.
    pub name: &'static str,
    /// As people call it.
    pub title: Title,
    /// Where the site appears without a domain of its own.
    pub base: Base,
    /// How response headers are set.
    pub headers: HeaderStyle,
    /// How moved addresses are answered.
    pub redirects: RedirectStyle,
    /// Name of the page for unknown addresses.
    pub not_found: &'static str,
    /// A file that names a domain of one's own.
    pub domain_file: Option<&'static str>,
    /// An empty file that keeps the host from changing the site.
    pub marker_file: Option<&'static str>,
    /// Endings of the only files that it takes; none where it takes any.
    pub endings: Option<&'static [&'static str]>,
    /// True if pages are opened as files, where a folder has no page of its own.
    pub opens_files: bool,
    /// Branch that it serves, where it serves one.
    pub branch: Option<&'static str>,
    /// What it can hold.
    pub limits: &'static [Limit],
    /// What its terms say about shops, where that matters.
    pub terms: Option<Terms>,
}

/// What people call a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Title {
    /// A name of its own, which no language changes.
    const fn proper(name: &'static str) -> Self {
        Self { id: name, en: name }
    }
}

/// Where a site appears without a domain of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// At the root of a subdomain.
    Root,
    /// In a folder that is called like the repository.
    Project,
    /// Anywhere.
    Any,
}

/// How response headers are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderStyle {
    /// Not at all.
    None,
    /// By a file `_headers`.
    HeadersFile,
    /// By `vercel.json`.
    VercelJson,
    /// By `firebase.json`.
    FirebaseJson,
}

/// How moved addresses are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedirectStyle {
    /// Only by a page at the old address that leads on.
    Pages,
    /// By a file `_redirects`.
    RedirectsFile {
        /// Most rules without `*`.
        fixed: usize,
        /// Most rules with `*`.
        patterns: usize,
        /// True if every address starts with the project's folder.
        with_base: bool,
    },
    /// By `vercel.json`.
    VercelJson,
    /// By `firebase.json`.
    FirebaseJson,
}

/// One thing that a host has only so much of.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is counted.
    pub kind: LimitKind,
    /// How much of it there may be.
    pub most: u64,
    /// Where the figure stands.
    pub source: Source,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitKind {
    /// All files.
    Files,
    /// The size of all files together.
    SiteBytes,
    /// The size of any one file.
    FileBytes,
    /// Files in any one folder.
    FolderFiles,
}

/// Where a figure stands, and whether somebody looked.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Document and, where it is public, its address.
    pub name: &'static str,
    /// Day on which the figure was read there, as `2026-11-24`; `None` if it is only said to be so.
    pub checked: Option<&'static str>,
}

/// What a host's terms say about shops.
#[derive(Debug, PartialEq, Eq)]
pub struct Terms {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where it stands.
    pub source: Source,
}

/// The host of this name.
pub fn find_host(name: &str) -> Option<&'static Host> {
    HOSTS.iter().find(|host| host.name == name)
}

/// The host that the settings or `--host` name; `umum` if they name none. An unknown one is a finding.
pub fn read_host(name: Option<&str>, at: &Span, findings: &mut Findings) -> Option<&'static Host> {
    let name = name.unwrap_or("umum");
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
mod tests {
    use super::*;

    #[test]
    fn every_host_of_the_settings_is_in_the_table_once() {
        let names: Vec<&str> = HOSTS.iter().map(|host| host.name).collect();
        assert_eq!(names, crate::keys::HOSTS);
        let distinct: std::collections::BTreeSet<&&str> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    #[test]
    fn every_figure_has_a_source_and_checked_ones_a_day() {
        let sources = HOSTS.iter().flat_map(|host| {
            host.limits.iter().map(|limit| &limit.source).chain(host.terms.iter().map(|terms| &terms.source))
        });
        for source in sources {
            assert!(source.name.len() > 10);
            if let Some(day) = source.checked {
                assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
            }
        }
    }

    #[test]
    fn a_host_without_a_name_of_its_own_is_called_in_both_languages() {
        for host in HOSTS {
            let has_name = !matches!(host.name, "berkas" | "umum");
            assert_eq!(host.title.id == host.title.en, has_name, "{}", host.name);
        }
    }

    #[test]
    fn an_unknown_host_is_a_finding_that_names_the_nearest() {
        let mut findings = Findings::new();
        let at = Span::path("etalase.yaml");
        assert_eq!(read_host(Some("cloudfare-pages"), &at, &mut findings), None);
        let finding = findings.iter().next().expect("one finding");
        assert_eq!(finding.code, "unknown-host");
        assert!(finding.help.id.contains("cloudflare-pages"), "{}", finding.help.id);
        assert_eq!(read_host(None, &at, &mut findings).map(|host| host.name), Some("umum"));
    }

    #[test]
    fn terms_are_said_where_they_matter() {
        let said = |name: &str| {
            let mut findings = Findings::new();
            check_terms(find_host(name).expect("in the table"), &mut findings);
            findings.len()
        };
        assert_eq!((said("github-pages"), said("vercel"), said("gitlab-pages")), (1, 1, 0));
    }
}
