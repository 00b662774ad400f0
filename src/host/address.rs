//! Whether the canonical address fits the host.

use super::findings;
use super::row::{Base, Host};
use super::table::HOSTS;
use crate::finding::{Findings, Span};

/// Where code is kept and no site is shown, by the end of the domain.
pub const CODE_HOSTS: [&str; 4] = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"];

/// The folder of an address, with slashes on both sides: `/jabar/` of `https://contoh.id/jabar/`.
pub(super) fn base_path(base_url: Option<&str>) -> &str {
    base_url
        .and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|slash| &rest[slash..]))
        .unwrap_or("/")
}

/// The host name of an address: `contoh.id` of `https://contoh.id/jabar/`.
pub(super) fn domain(base_url: &str) -> Option<&str> {
    let rest = base_url.split_once("://")?.1;
    Some(rest.split(['/', ':']).next().unwrap_or(rest)).filter(|domain| !domain.is_empty())
}

/// True for a subdomain that some host gives away, or one for examples (RFC 2606): it needs no file that names it.
pub(super) fn is_given_domain(domain: &str) -> bool {
    domain.ends_with(".example") || HOSTS.iter().any(|host| gives(host, domain))
}

fn gives(host: &Host, domain: &str) -> bool {
    host.given_domains.iter().any(|ending| domain.ends_with(ending))
}

/// Links inside the site are relative and work anywhere; canonical links, previews, feeds and the sitemap
/// follow `alamat`, which must say where the host will really show the site.
pub fn check_address(host: &Host, base_url: Option<&str>, at: &Span, findings: &mut Findings) {
    let path = base_path(base_url);
    let Some(address) = base_url else {
        if host.base != Base::Any {
            findings.push(findings::address_missing(host, at));
        } else if !host.opens_files {
            findings.push(findings::address_advised(at));
        }
        return;
    };
    if host.base == Base::Root && path != "/" {
        findings.push(findings::address_has_folder(host, address, path, at));
    }
    let is_project = domain(address)
        .is_some_and(|domain| HOSTS.iter().any(|other| other.base == Base::Project && gives(other, domain)));
    if host.base == Base::Project && is_project && path == "/" {
        findings.push(findings::address_without_folder(host, address, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::find_host;

    fn check(host: &str, address: Option<&str>) -> String {
        let mut findings = Findings::new();
        check_address(
            find_host(host).expect("in the table"),
            address,
            &Span::path("etalase.yaml"),
            &mut findings,
        );
        findings.brief()
    }

    #[test]
    fn reads_folder_and_domain_of_an_address() {
        assert_eq!(base_path(Some("https://contoh.id/jabar/")), "/jabar/");
        assert_eq!(base_path(Some("https://contoh.id")), "/");
        assert_eq!(base_path(None), "/");
        assert_eq!(domain("https://contoh.id:8080/x"), Some("contoh.id"));
    }

    #[test]
    fn an_address_that_the_host_cannot_have_is_said() {
        assert_eq!(
            check("cloudflare-pages", Some("https://contoh.id/toko/")),
            "etalase.yaml address-has-folder\n"
        );
        assert_eq!(check("cloudflare-pages", Some("https://contoh.id/")), "");
        assert_eq!(check("netlify", None), "etalase.yaml address-missing\n");
        assert_eq!(check("berkas", None), "");
        assert_eq!(check("umum", None), "etalase.yaml address-advised\n");
    }

    #[test]
    fn a_project_page_needs_its_folder_unless_it_is_the_accounts_own() {
        let without = "etalase.yaml address-without-folder\n";
        assert_eq!(check("github-pages", Some("https://koperasi.github.io/")), without);
        assert_eq!(check("github-pages", Some("https://koperasi.github.io/etalase/")), "");
        assert_eq!(check("github-pages", Some("https://koperasi.id/")), "");
    }
}
