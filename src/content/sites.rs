//! `content/_situs.yaml`: cooperatives that publish sites of their own, as the office lists them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::read_document;
use super::findings::{site as of_site, sites as finding};
use super::piece::Source;
use super::place::parse_region_code;
use super::product::parse_slug;
use super::site::{is_own_network, meant_address, normalised_base_url};
use super::typed::Typed;
use super::yaml::Node;
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::{LISTED_SITE, SITES};
use crate::model::{RegionCode, Slug};
use crate::routes;
use crate::settings::Settings;

/// Longest address, in characters: the name of a file is made of it.
const LONGEST: usize = 80;

/// A site of the list, and what the office knows of its cooperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListedSite {
    /// `https://…/`, its host in lower case; `http://` only in a network of one's own.
    pub(crate) address: String,
    /// Region that it may name, with all that lies in it.
    pub(crate) region: Option<RegionCode>,
    /// Its name in the portal, if not the one of its site.
    pub(crate) slug: Option<Slug>,
    /// Where its address stands.
    pub(crate) at: Span,
}

/// The sites of a list, in its order. What is listed twice is left out the second time.
pub(crate) fn read_sites(
    file: &Arc<SourceFile>,
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<ListedSite> {
    let source = Source::whole(file, &SITES, settings.limits.depth);
    if source.is_blank() {
        return Vec::new();
    }
    let Some(document) = read_document(source, findings) else { return Vec::new() };
    let Some(mut keys) = document.keys(&SITES, findings) else { return Vec::new() };
    let mut taken = Taken::default();
    let mut sites = Vec::new();
    for node in keys.list("situs", findings) {
        let site = read_site(node, findings);
        sites.extend(site.filter(|site| taken.takes(site, settings, findings)));
    }
    keys.finish(findings);
    sites
}

/// One site: its address alone, or a mapping.
fn read_site(node: &Node<'_>, findings: &mut Findings) -> Option<ListedSite> {
    if node.text().is_some() {
        let typed = Typed::of("alamat", node, findings)?;
        let address = parse_address(typed, findings)?;
        return Some(ListedSite { address, region: None, slug: None, at: typed.span() });
    }
    let mut keys = node.keys(&LISTED_SITE, findings)?;
    let at = keys.value_span("alamat");
    let address = keys.parse("alamat", parse_address, findings);
    let region = keys.parse("wilayah", parse_region_code, findings);
    let slug = keys.parse("slug", parse_slug, findings);
    keys.finish(findings);
    Some(ListedSite { address: address?, region, slug, at })
}

fn parse_address(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let Some(address) = listed_address(typed.text) else {
        findings.push(of_site::site_address(typed, meant_address(typed.text).as_deref()));
        return None;
    };
    if address.len() > LONGEST {
        findings.push(finding::address_too_long(typed, LONGEST));
        return None;
    }
    Some(address)
}

/// The address of a site, also where that of its summary was typed.
fn listed_address(typed: &str) -> Option<String> {
    let folder = typed.strip_suffix(routes::SUMMARY).filter(|folder| folder.ends_with('/')).unwrap_or(typed);
    let address = normalised_base_url(folder).or_else(|| {
        let rest = folder.strip_prefix("http://")?;
        let address = normalised_base_url(&format!("https://{rest}"))?;
        let domain = rest.split(['/', ':']).next().unwrap_or_default();
        is_own_network(domain).then(|| address.replacen("https", "http", 1))
    })?;
    let (scheme, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    address.is_ascii().then(|| format!("{scheme}://{}/{path}", host.to_ascii_lowercase()))
}

/// What the sites of a list have that none of them may have again.
#[derive(Default)]
struct Taken {
    addresses: BTreeMap<String, u32>,
    slugs: BTreeMap<Slug, u32>,
}

impl Taken {
    fn takes(&mut self, site: &ListedSite, settings: &Settings, findings: &mut Findings) -> bool {
        if settings.base_url.as_deref() == Some(&site.address) {
            findings.push(finding::lists_itself(site));
            return false;
        }
        if let Some(line) = self.addresses.insert(site.address.clone(), site.at.line) {
            findings.push(finding::listed_twice(site, &site.address, line));
            return false;
        }
        let Some(slug) = &site.slug else { return true };
        if let Some(line) = self.slugs.insert(slug.clone(), site.at.line) {
            findings.push(finding::listed_twice(site, slug.as_str(), line));
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    fn read(text: &str) -> (Vec<ListedSite>, String) {
        let settings = Settings {
            base_url: Some("https://dinas.contoh.id/".to_owned()),
            ..Settings::for_day(Date::constant(2026, 11, 24))
        };
        let mut findings = Findings::new();
        let sites = read_sites(&SourceFile::new("_situs.yaml", text), &settings, &mut findings);
        (sites, findings.brief())
    }

    fn addresses(sites: &[ListedSite]) -> Vec<&str> {
        sites.iter().map(|site| site.address.as_str()).collect()
    }

    #[test]
    fn a_site_is_an_address_or_what_the_office_knows_of_it() {
        let (sites, findings) = read(
            "situs:
  - https://Susu.contoh.id
  - {alamat: https://a.github.io/kopi/etalase.json, wilayah: 32.04, slug: kopi}
  - http://192.168.1.5:8000/toko
",
        );
        assert_eq!(findings, "");
        let expected =
            ["https://susu.contoh.id/", "https://a.github.io/kopi/", "http://192.168.1.5:8000/toko/"];
        assert_eq!(addresses(&sites), expected);
        let kopi = &sites[1];
        assert_eq!(kopi.region.as_ref().map(RegionCode::as_str), Some("32.04"));
        assert_eq!(
            (kopi.slug.as_ref().map(Slug::as_str), kopi.at.line, kopi.at.column),
            (Some("kopi"), 3, 14)
        );
    }

    #[test]
    fn every_mistake_of_a_list_is_told_and_the_others_stay() {
        let (sites, findings) = read(
            "situs:
  - https://a.contoh.id/
  - https://A.contoh.id
  - http://b.contoh.id/
  - {alamat: https://c.contoh.id, slug: c, nik: 1}
  - {alamat: https://d.contoh.id, slug: c}
  - {wilayah: 3204}
  - https://dinas.contoh.id/
  - [1]
",
        );
        assert_eq!(addresses(&sites), ["https://a.contoh.id/", "https://c.contoh.id/"]);
        let expected = [
            "3:5 site-listed-twice",
            "4:5 site-address",
            "5:44 unknown-key",
            "6:14 site-listed-twice",
            "7:5 missing-key",
            "7:15 region-code-dots",
            "8:5 site-lists-itself",
            "9:5 wrong-kind",
        ];
        for finding in expected {
            assert!(findings.contains(finding), "{finding} in {findings}");
        }
        assert_eq!(findings.lines().count(), expected.len(), "{findings}");
        assert_eq!(read("# belum ada\n"), (Vec::new(), String::new()));
    }
}
