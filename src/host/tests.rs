//! What holds for every row of the table. A new host needs no line here.

use std::collections::BTreeSet;

use super::*;
use crate::content::read_settings;
use crate::finding::SourceFile;
use crate::scaffold::{CiNeeds, FirstSite, site_files, workflow_files};

/// How each host answers, for the browser tests.
const IMITATIONS: &str = include_str!("../../tests/browser/lib/hosts.mjs");

fn first_site(host: &'static Host) -> FirstSite<'static> {
    FirstSite {
        title: "Etalase Contoh",
        is_portal: false,
        host,
        project: "etalase-contoh",
        today: jiff::civil::date(2026, 11, 24),
    }
}

/// What `etalase new --host` writes, and the address that it suggests.
fn first_settings(host: &'static Host) -> (crate::settings::Settings, String) {
    let files = site_files(&first_site(host));
    let text = files.iter().find(|(path, _)| path == "etalase.yaml").map(|(_, text)| text.as_str());
    let file = SourceFile::new("etalase.yaml", text.expect("written"));
    let mut findings = Findings::new();
    let settings = read_settings(Some(&file), first_site(host).today, &mut findings);
    (settings, findings.brief())
}

#[test]
fn names_are_words_of_an_address_and_stand_once() {
    let distinct: BTreeSet<&str> = NAMES.iter().copied().collect();
    assert_eq!((distinct.len(), NAMES.len()), (HOSTS.len(), HOSTS.len()));
    for name in NAMES {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
        assert_eq!(find_host(name).map(|host| host.name), Some(*name));
    }
}

#[test]
fn each_host_can_be_named_in_the_settings_and_by_a_first_site() {
    for host in HOSTS {
        let (settings, findings) = first_settings(host);
        // An account that nobody has yet is told, and what is an example anywhere; nothing else is.
        let told = ["akun-anda", ".example/"].iter().any(|mark| host.example_address.contains(mark));
        let told = if told { "etalase.yaml:9:9 site-address-elsewhere\n" } else { "" };
        assert_eq!((settings.host.as_deref(), findings.as_str()), (Some(host.name), told));
    }
}

#[test]
fn the_address_of_a_first_site_has_the_shape_that_the_host_gives_away() {
    for host in HOSTS {
        let address = first_settings(host).0.base_url.expect("an address");
        let mut findings = Findings::new();
        check_address(host, Some(&address), &Span::path("etalase.yaml"), &mut findings);
        assert_eq!(findings.brief(), "", "{address} at {}", host.name);
        let domain = address::domain(&address).expect("a domain");
        let is_given = host.given_domains.iter().any(|ending| domain.ends_with(ending));
        assert_eq!(is_given, host.base != Base::Any, "{address} at {}", host.name);
        assert_eq!(address.contains("etalase-contoh"), is_given, "{address} at {}", host.name);
        assert!(host.given_domains.iter().all(|ending| ending.starts_with('.')), "{}", host.name);
    }
}

#[test]
fn a_site_reaches_each_host_by_ci_or_by_a_command_that_the_readme_names() {
    for host in HOSTS {
        let files = site_files(&first_site(host));
        let readme = &files.iter().find(|(path, _)| path == "README.md").expect("written").1;
        let step = readme.lines().find(|line| line.starts_with("5. ")).expect("a step");
        match workflow_files(host, "etalase-contoh", "", CiNeeds::default()).as_slice() {
            [] => assert!(host.opens_files || step.contains(host.branch), "{}: {step}", host.name),
            [(path, text), ..] => {
                assert!(step.contains("git push"), "{}: {step}", host.name);
                assert!(!path.starts_with('/') && text.contains(host.name), "{path} for {}", host.name);
            }
        }
    }
}

#[test]
fn each_host_of_a_network_has_an_imitation_for_the_browser_tests() {
    for host in HOSTS.iter().filter(|host| !host.opens_files) {
        let is_there = [format!("\n  {}: {{", host.name), format!("\n  '{}': {{", host.name)]
            .iter()
            .any(|row| IMITATIONS.contains(row));
        assert!(is_there, "{} has no row in tests/browser/lib/hosts.mjs", host.name);
    }
}

#[test]
fn no_limit_stands_twice_in_a_row() {
    for host in HOSTS {
        let kinds: BTreeSet<LimitKind> = host.limits.iter().map(|limit| limit.kind).collect();
        assert_eq!(kinds.len(), host.limits.len(), "{}", host.name);
        assert!(host.limits.iter().all(|limit| limit.most > 0), "{}", host.name);
    }
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
        let has_name = host.base != Base::Any;
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
