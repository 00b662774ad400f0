//! Names that one cooperative has and no other may take.

use std::collections::BTreeMap;

use super::findings as finding;
use crate::content::ListedSite;
use crate::finding::Findings;
use crate::model::folded_name;
use crate::summary::Summary;

/// Who has which slug, and which name in which regency.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    /// By slug: where its cooperative is, `content/kpc` or the address of a site.
    slugs: BTreeMap<String, String>,
    /// By name as it is compared, and code of the regency.
    names: BTreeMap<(String, String), String>,
}

impl Claims {
    /// Adds a cooperative of the portal's own, which nobody can take anything from: its folder, its name, the code of
    /// its region.
    pub(crate) fn add_own(&mut self, folder: &str, name: &str, region: Option<&str>) {
        let whose = format!("content/{folder}");
        self.slugs.insert(folder.to_owned(), whose.clone());
        self.names.insert((folded_name(name), regency(region)), whose);
    }

    /// Gives a site the names that its summary has. False, with a finding, if another cooperative has one of them; the
    /// site then gets none.
    pub(crate) fn claim(&mut self, site: &ListedSite, summary: &Summary, findings: &mut Findings) -> bool {
        if let Some(whose) = self.slugs.get(&summary.slug) {
            findings.push(finding::slug_of_another(site, summary, whose));
            return false;
        }
        let region = summary.region.as_ref().map(|region| region.code.as_str());
        let name = (folded_name(&summary.name), regency(region));
        if let Some(whose) = self.names.get(&name) {
            findings.push(finding::name_of_another(site, &summary.name, whose));
            return false;
        }
        self.slugs.insert(summary.slug.clone(), site.address.clone());
        self.names.insert(name, site.address.clone());
        true
    }
}

fn regency(code: Option<&str>) -> String {
    code.map_or(String::new(), |code| code.get(..5).unwrap_or(code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    #[test]
    fn nobody_takes_the_name_of_another() {
        let mut claims = Claims::default();
        claims.add_own("kpc", "Koperasi Peternakan Contoh", Some("32.04.15"));
        let mut claim = |address: &str, slug: &str, name: &str, region: &str| {
            let json = format!(
                r#"{{"etalase":1,"slug":"{slug}","name":"{name}","region":{{"code":"{region}","regency":"x"}}}}"#
            );
            let at = Span::path("content/_situs.yaml");
            let site = ListedSite { address: address.to_owned(), region: None, slug: None, at };
            let mut findings = Findings::new();
            let summary = Summary::parse(json.as_bytes()).expect("sound");
            let is_given = claims.claim(&site, &summary, &mut findings);
            (
                is_given,
                findings.iter().next().map(|finding| (finding.code.to_string(), finding.found.en.clone())),
            )
        };
        let (given, told) = claim("https://a.id/", "kpc", "Lain", "32.01");
        let (code, found) = told.expect("told");
        assert!(!given && code == "site-slug-taken" && found.contains("content/kpc"), "{found}");
        let (given, told) = claim("https://a.id/", "a", "KOPERASI  peternakan, Contoh", "32.04");
        assert!(!given && told.is_some_and(|(code, _)| code == "site-name-taken"));
        assert!(claim("https://a.id/", "a", "Koperasi Peternakan Contoh", "32.05").0, "in another regency");
        let (given, told) = claim("https://b.id/", "a", "Lain", "32.05");
        assert!(!given && told.is_some_and(|(_, found)| found.contains("https://a.id/")));
    }
}
