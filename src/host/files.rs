//! The files that a host wants beside the site: headers, redirects, its own page for unknown addresses, and
//! what names a domain.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::address::{base_path, domain, is_given_domain};
use super::redirect::{Redirect, redirect_page};
use super::row::{HeaderStyle, Host, RedirectStyle};
use super::stick::link_to_files;
use crate::model::SitePath;
use crate::routes;

/// What is to be known of a site for these files.
#[derive(Debug, Clone, Copy)]
pub struct HostedSite<'a> {
    /// Canonical address, ending in `/`.
    pub base_url: Option<&'a str>,
    /// Addresses that moved.
    pub redirects: &'a [Redirect],
    /// Every HTML page of the site.
    pub pages: &'a [SitePath],
    /// Content of the site's `404.html`.
    pub not_found: Option<&'a [u8]>,
}

/// A year: the longest that caches take seriously. Source: RFC 9111 and RFC 8246 (`immutable`).
const LASTING: &str = "public, max-age=31536000, immutable";

/// An hour, where the lifetime of a folder is sent for what is not in it, too: a photo that comes back under its name
/// is seen again. A visit loads each file once all the same, and the service worker keeps files for later ones.
const BRIEF: &str = "public, max-age=3600";

/// How long caches may keep a file whose name follows from its content.
fn lifetime(host: &Host) -> &'static str {
    if host.keeps_missing { BRIEF } else { LASTING }
}

/// For every answer. The policy for scripts and styles stands in each page, with the hashes that it needs;
/// what a page cannot say for itself is who may frame it. Source: Content Security Policy Level 3, 3.3.
const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Once seen over https, always over https. Without subdomains: they may be somebody else's.
const ONLY_HTTPS: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// Every file that the host wants, in order of path. Pages at old addresses are among them where the host
/// has no rules for that, or not enough of them.
pub fn host_files(host: &Host, site: &HostedSite<'_>) -> Vec<(SitePath, Vec<u8>)> {
    let mut files = Vec::new();
    let mut add = |path: &str, bytes: Vec<u8>| files.push((SitePath::new(path), bytes));
    if let Some(marker) = host.marker_file {
        add(marker, Vec::new());
    }
    if let Some((name, domain)) = host.domain_file.zip(site.base_url.and_then(domain))
        && !is_given_domain(domain)
        && base_path(site.base_url) == "/"
    {
        add(name, format!("{domain}\n").into_bytes());
    }
    if let Some(page) = site.not_found
        && host.not_found != routes::NOT_FOUND
    {
        add(host.not_found, page.to_vec());
    }
    if host.headers == HeaderStyle::HeadersFile {
        add("_headers", headers_file(host, site).into_bytes());
    }
    match host.redirects {
        RedirectStyle::VercelJson => add("vercel.json", pretty(&vercel(host, site))),
        RedirectStyle::FirebaseJson => add("firebase.json", pretty(&firebase(host, site))),
        RedirectStyle::RedirectsFile { fixed, patterns, with_base } if has_room(site, fixed, patterns) => {
            if !site.redirects.is_empty() {
                let base = if with_base { base_path(site.base_url) } else { "/" };
                add("_redirects", redirects_file(site.redirects, base).into_bytes());
            }
        }
        RedirectStyle::RedirectsFile { .. } | RedirectStyle::Pages => {
            for redirect in site.redirects {
                for (old, new) in redirect.moved_pages(site.pages) {
                    let page = redirect_page(&old, new, site.base_url);
                    let page = if host.opens_files { link_to_files(&page) } else { page };
                    add(old.as_str(), page.into_bytes());
                }
            }
        }
    }
    files.sort();
    files.dedup_by(|a, b| a.0 == b.0);
    files
}

/// A folder takes one rule of each kind, a page one or two without `*`.
fn has_room(site: &HostedSite<'_>, fixed: usize, patterns: usize) -> bool {
    let folders = site.redirects.iter().filter(|redirect| redirect.is_folder()).count();
    site.redirects.iter().map(|redirect| redirect.fixed().len()).sum::<usize>() <= fixed
        && folders <= patterns
}

fn all_headers(site: &HostedSite<'_>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let https = site.base_url.is_some_and(|address| address.starts_with("https://"));
    HEADERS.iter().copied().chain(https.then_some(ONLY_HTTPS))
}

/// No two rules set the same header on one address: such values would be joined. Source:
/// <https://developers.cloudflare.com/pages/configuration/headers/>. Pages need no rule for caches: these
/// hosts let them be revalidated every time. A rule names a file in a folder, not all that begins like the folder:
/// Netlify reads `/kartu/*` as `/kartu`, whatever follows, in either case. Source: @netlify/headers-parser 10.1.1.
fn headers_file(host: &Host, site: &HostedSite<'_>) -> String {
    let mut file = String::from("/*\n");
    // Writing to a String cannot fail.
    for (name, value) in all_headers(site) {
        let _ = writeln!(file, "  {name}: {value}");
    }
    for folder in routes::LASTING_FOLDERS {
        for place in [format!("/{folder}/:berkas"), format!("/:koperasi/{folder}/:berkas")] {
            let _ = writeln!(file, "{place}\n  Cache-Control: {}", lifetime(host));
        }
    }
    file
}

/// Rules without `*` first, as Cloudflare wants them.
fn redirects_file(redirects: &[Redirect], base: &str) -> String {
    let mut fixed = String::new();
    let mut patterns = String::new();
    for redirect in redirects {
        let Redirect { from, to } = redirect;
        for source in redirect.fixed() {
            let _ = writeln!(fixed, "{base}{source} {base}{to} 301");
        }
        if redirect.is_folder() {
            let _ = writeln!(patterns, "{base}{from}* {base}{to}:splat 301");
        }
    }
    fixed + &patterns
}

fn vercel(host: &Host, site: &HostedSite<'_>) -> Value {
    let general: Vec<Value> =
        all_headers(site).map(|(name, value)| json!({"key": name, "value": value})).collect();
    let lasting = json!([{"key": "Cache-Control", "value": lifetime(host)}]);
    let folders = routes::LASTING_FOLDERS.join("|");
    // Folders get their slash, or relative links would start one folder too high.
    let slash = json!({"source": r"/((?:[^/]+/)*[^/.]+)", "destination": "/$1/", "permanent": true});
    let lead = |source: String, destination: String| json!({"source": source, "destination": destination, "permanent": true});
    let redirects = site.redirects.iter().flat_map(|redirect| {
        let Redirect { from, to } = redirect;
        if redirect.is_folder() {
            // A group, not `:rest*`, which does not match an address that ends in a slash.
            return vec![lead(format!("/{from}(.*)"), format!("/{to}$1"))];
        }
        // A source is a pattern.
        let exact = |source: &str| format!("/{}", source.replace('.', r"\."));
        redirect.fixed().into_iter().map(|source| lead(exact(source), format!("/{to}"))).collect()
    });
    let redirects = redirects.chain([slash]).collect::<Vec<_>>();
    json!({
        "headers": [
            {"source": "/(.*)", "headers": general},
            {"source": format!("/({folders})/([^/]+)"), "headers": lasting},
            {"source": format!("/([^/]+)/({folders})/([^/]+)"), "headers": lasting},
        ],
        "redirects": redirects,
    })
}

fn firebase(host: &Host, site: &HostedSite<'_>) -> Value {
    let general: Vec<Value> =
        all_headers(site).map(|(name, value)| json!({"key": name, "value": value})).collect();
    let cache = |value: &str| json!([{"key": "Cache-Control", "value": value}]);
    let folders = routes::LASTING_FOLDERS.join("|");
    // A folder takes two rules: a captured part may not be empty. Its number names it, since engines spell names of
    // groups in two ways. Names of folders hold no sign that means something in a pattern.
    let redirects: Vec<Value> = site
        .redirects
        .iter()
        .flat_map(|redirect| {
            let Redirect { from, to } = redirect;
            if redirect.is_folder() {
                vec![
                    json!({"regex": format!("^/{from}?$"), "destination": format!("/{to}"), "type": 301}),
                    json!({"regex": format!("^/{from}(.+)$"), "destination": format!("/{to}:1"), "type": 301}),
                ]
            } else {
                let lead = |source: &str| json!({"source": format!("/{source}"), "destination": format!("/{to}"), "type": 301});
                redirect.fixed().into_iter().map(lead).collect()
            }
        })
        .collect();
    json!({
        "hosting": {
            "public": ".",
            "ignore": ["firebase.json", ".firebaserc", ".firebase/**", ".etalase/**", ".gitignore"],
            "headers": [
                {"source": "**", "headers": general},
                // An address that ends in a slash is a page. No other rule for caches meets these.
                {
                    "regex": r"(/sw\.js|/|\.(html|json|xml|atom|txt|ics|csv|webmanifest))$",
                    "headers": cache("no-cache")
                },
                {"regex": format!("^/([^/]+/)?({folders})/[^/]+$"), "headers": cache(lifetime(host))},
            ],
            "redirects": redirects,
        }
    })
}

fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::{HOSTS, find_host};

    fn site<'a>(redirects: &'a [Redirect], pages: &'a [SitePath]) -> HostedSite<'a> {
        HostedSite {
            base_url: Some("https://koperasi.contoh.id/"),
            redirects,
            pages,
            not_found: Some(b"<h1>Tidak ada</h1>"),
        }
    }

    fn moved() -> Vec<Redirect> {
        vec![
            Redirect { from: "lama/".into(), to: "kpc/".into() },
            Redirect { from: "promo.html".into(), to: "kpc/index.html".into() },
        ]
    }

    fn pages() -> Vec<SitePath> {
        ["index.html", "kpc/index.html", "kpc/gabung/index.html"].map(SitePath::new).into()
    }

    fn files(host: &str, site: &HostedSite<'_>) -> Vec<(String, String)> {
        host_files(find_host(host).expect("in the table"), site)
            .into_iter()
            .map(|(path, bytes)| (path.as_str().to_owned(), String::from_utf8(bytes).expect("text")))
            .collect()
    }

    fn names(host: &str) -> Vec<String> {
        files(host, &site(&moved(), &pages())).into_iter().map(|(path, _)| path).collect()
    }

    fn file(host: &str, name: &str) -> String {
        let files = files(host, &site(&moved(), &pages()));
        files.into_iter().find(|(path, _)| path == name).expect("the file").1
    }

    const OLD_PAGES: [&str; 3] = ["lama/gabung/index.html", "lama/index.html", "promo.html"];

    #[test]
    fn each_host_gets_the_files_it_wants() {
        assert_eq!(names("cloudflare-pages"), ["_headers", "_redirects"]);
        assert_eq!(names("netlify"), ["_headers", "_redirects"]);
        assert_eq!(names("gitlab-pages"), ["_redirects"]);
        assert_eq!(names("codeberg-pages")[..1], [".domains"]);
        assert_eq!(names("codeberg-pages")[1..], OLD_PAGES);
        assert_eq!(names("vercel"), ["vercel.json"]);
        assert_eq!(names("firebase"), ["firebase.json"]);
        assert_eq!(names("umum"), OLD_PAGES);
        assert_eq!(names("berkas"), OLD_PAGES);
        assert_eq!(names("github-pages")[..2], [".nojekyll", "CNAME"]);
        assert_eq!(names("github-pages")[2..], OLD_PAGES);
        assert_eq!(names("neocities")[2..4], ["not_found.html", "promo.html"]);
    }

    #[test]
    fn headers_never_meet_on_one_address() {
        assert_eq!(
            file("cloudflare-pages", "_headers"),
            "/*
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Content-Security-Policy: frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=31536000
/foto/:berkas
  Cache-Control: public, max-age=31536000, immutable
/:koperasi/foto/:berkas
  Cache-Control: public, max-age=31536000, immutable
/aset/:berkas
  Cache-Control: public, max-age=31536000, immutable
/:koperasi/aset/:berkas
  Cache-Control: public, max-age=31536000, immutable
/kartu/:berkas
  Cache-Control: public, max-age=31536000, immutable
/:koperasi/kartu/:berkas
  Cache-Control: public, max-age=31536000, immutable
"
        );
    }

    #[test]
    fn whatever_is_named_by_its_content_is_kept_for_good() {
        for (host, name, part) in [
            (
                "netlify",
                "_headers",
                "\n/:koperasi/kartu/:berkas\n  Cache-Control: public, max-age=31536000, immutable\n",
            ),
            ("vercel", "vercel.json", "/([^/]+)/(foto|aset|kartu)/([^/]+)"),
            ("firebase", "firebase.json", "^/([^/]+/)?(foto|aset|kartu)/[^/]+$"),
        ] {
            assert!(file(host, name).contains(part), "{host}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_missed_for_a_year() {
        for host in HOSTS {
            let told: String = files(host.name, &site(&[], &[])).into_iter().map(|(_, text)| text).collect();
            assert!(
                !host.keeps_missing || (!told.contains("immutable") && told.contains(BRIEF)),
                "{}",
                host.name
            );
        }
    }

    #[test]
    fn every_service_worker_is_asked_for_anew() {
        let value: Value = serde_json::from_str(&file("firebase", "firebase.json")).expect("valid JSON");
        let pattern = value.pointer("/hosting/headers/1/regex").and_then(Value::as_str).expect("a pattern");
        assert!(pattern.starts_with(r"(/sw\.js|"), "{pattern}");
    }

    #[test]
    fn a_folder_moves_with_and_without_its_slash() {
        assert_eq!(
            file("cloudflare-pages", "_redirects"),
            "/lama /kpc/ 301\n/promo.html /kpc/index.html 301\n/lama/* /kpc/:splat 301\n"
        );
    }

    #[test]
    fn a_page_moves_with_and_without_its_slash_and_takes_nothing_along() {
        let redirects = [Redirect { from: "wilayah/32.04/index.html".into(), to: "wilayah/32-04/".into() }];
        let pages = ["wilayah/32-04/index.html", "wilayah/32-04/halaman/2/index.html"].map(SitePath::new);
        let told = |host: &str| files(host, &site(&redirects, &pages));
        let rules = &told("netlify")[1].1;
        assert_eq!(rules, "/wilayah/32.04 /wilayah/32-04/ 301\n/wilayah/32.04/ /wilayah/32-04/ 301\n");
        let paths: Vec<String> = told("umum").into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["wilayah/32.04/index.html"]);
        assert!(told("firebase")[0].1.contains("\"/wilayah/32.04/\""));
        assert!(told("vercel")[0].1.contains(r#""/wilayah/32\\.04/""#));
    }

    #[test]
    fn gitlab_wants_the_projects_folder_in_every_rule() {
        let redirects = [Redirect { from: "lama/".into(), to: "kpc/".into() }];
        let site = HostedSite { base_url: Some("https://dinas.gitlab.io/etalase/"), ..site(&redirects, &[]) };
        let files = files("gitlab-pages", &site);
        assert_eq!(files[0].1, "/etalase/lama /etalase/kpc/ 301\n/etalase/lama/* /etalase/kpc/:splat 301\n");
    }

    #[test]
    fn too_many_moves_for_rules_become_pages() {
        let redirects: Vec<Redirect> =
            (0..101).map(|number| Redirect { from: format!("l{number}/"), to: "kpc/".into() }).collect();
        let names: Vec<String> = files("cloudflare-pages", &site(&redirects, &pages()))
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        assert_eq!(names.len(), 1 + 101 * 2);
        assert!(!names.contains(&"_redirects".to_owned()));
    }

    #[test]
    fn a_domain_that_the_host_gave_needs_no_file() {
        for address in ["https://koperasi.github.io/etalase/", "https://koperasi.surge.sh/"] {
            let site = HostedSite { base_url: Some(address), ..site(&[], &[]) };
            assert!(files("surge", &site).iter().all(|(path, _)| path != "CNAME"), "{address}");
        }
        assert_eq!(file("surge", "CNAME"), "koperasi.contoh.id\n");
    }

    #[test]
    fn an_address_in_a_folder_of_a_domain_does_not_claim_the_domain() {
        for host in ["github-pages", "codeberg-pages", "surge"] {
            for (address, is_claimed) in [
                ("https://portal.contoh.id/tani-jaya/", false),
                ("https://portal.contoh.id/a/b/", false),
                ("https://toko.contoh.id/", true),
                ("https://toko.contoh.id", true),
            ] {
                let site = HostedSite { base_url: Some(address), ..site(&[], &[]) };
                let has_domain =
                    files(host, &site).iter().any(|(path, _)| path == "CNAME" || path == ".domains");
                assert_eq!(has_domain, is_claimed, "{host}: {address}");
            }
        }
    }

    #[test]
    fn json_files_hold_the_same_headers_and_moves() {
        for host in ["vercel", "firebase"] {
            let text = file(host, &format!("{host}.json"));
            let value: Value = serde_json::from_str(&text).expect("valid JSON");
            for (name, _) in HEADERS.iter().chain([&ONLY_HTTPS]) {
                assert!(text.contains(name), "{host}: {name}");
            }
            let redirects = value.pointer("/redirects").or_else(|| value.pointer("/hosting/redirects"));
            assert_eq!(redirects.and_then(Value::as_array).map(Vec::len), Some(3));
        }
    }

    #[test]
    fn every_line_is_short_enough_for_every_host() {
        for host in HOSTS {
            for (path, text) in files(host.name, &site(&moved(), &pages())) {
                if path == "_headers" {
                    assert!(text.lines().all(|line| line.len() < 2_000), "{}", host.name);
                }
            }
        }
    }
}
