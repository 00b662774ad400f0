//! A page, a mistake, a finding.

use super::*;
use crate::finding::{Level, MessageLanguage, Span, Text};

const RULES: Rules<'_> = Rules {
    base_url: Some("https://contoh.id/"),
    analytics: Some("https://hitung.contoh.id/s.js"),
    budgets: BTreeMap::new(),
    shows_cards: false,
};

fn page(body: &str) -> Output {
    Output::Page(
        format!(
            "<!doctype html><html lang=id><title>T</title><meta name=robots content=noindex>\
             <body data-page=x>{body}"
        )
        .into_bytes(),
    )
}

fn plan(files: &[(&str, Output)]) -> Plan {
    let mut plan = Plan::new();
    for (path, output) in files {
        plan.claim(SitePath::new(*path), output.clone(), &mut Findings::new());
    }
    plan
}

/// Codes and places of what is wrong with a site of one part.
fn check(files: &[(&str, Output)]) -> String {
    let mut findings = Findings::new();
    let site = check_part(&plan(files), &RULES, &|_| 0, &mut findings);
    check_links(&site, |_| false, &mut findings);
    findings.brief()
}

#[test]
fn a_sound_site_has_no_findings() {
    let files = [
        (
            "index.html",
            page("<a href='kpc/#produk'>x</a><a href='https://wa.me/62'>y</a><img src=a.webp alt=''>"),
        ),
        ("kpc/index.html", page("<p id=produk><a href='../'>x</a><a href='#produk'>y</a>")),
        ("a.webp", Output::Asset(vec![1])),
    ];
    assert_eq!(check(&files), "");
}

#[test]
fn every_kind_of_broken_address_is_found() {
    for (body, code) in [
        ("<a href='tidak-ada/'>x</a>", "link-broken"),
        ("<a href='../../luar/'>x</a>", "link-broken"),
        ("<img src=hilang.webp alt=''>", "link-broken"),
        ("<img src=index.html srcset='hilang.webp 320w' alt=''>", "link-broken"),
        ("<link rel=canonical href='https://contoh.id/salah/'>", "link-broken"),
        ("<link rel=alternate hreflang=en href='https://contoh.id/en/'>", "link-broken"),
        ("<meta property='og:image' content='https://contoh.id/kartu/x.jpg'>", "link-broken"),
        ("<meta http-equiv=refresh content='0; url=pindah/'>", "link-broken"),
        ("<a href='kpc'>x</a>", "link-without-slash"),
        ("<a href='kpc/#tidak-ada'>x</a>", "anchor-missing"),
        ("<a href='#tidak-ada'>x</a>", "anchor-missing"),
        ("<svg><use href='#ikon'/></svg>", "anchor-missing"),
        ("<a href='http://lain.id/'>x</a>", "link-unsafe"),
        ("<script src='https://lain.id/x.js'></script>", "third-party"),
        ("<img src=index.html>", "alt-missing"),
        ("<p id=a><p id=a>", "anchor-repeated"),
    ] {
        let found = check(&[("index.html", page(body)), ("kpc/index.html", page(""))]);
        assert_eq!(found, format!("index.html {code}\n"), "{body}");
    }
}

#[test]
fn a_page_says_its_title_and_language() {
    let found = check(&[("index.html", Output::Page(b"<html><title> </title>".to_vec()))]);
    assert_eq!(
        found,
        "index.html canonical-missing\nindex.html description-missing\nindex.html language-missing\nindex.html title-missing\n"
    );
    assert_eq!(check(&[("index.html", Output::Page(vec![0xff]))]), "index.html page-not-text\n");
}

#[test]
fn the_visit_counter_is_let_through_but_never_on_youth_pages() {
    let body = "<script src='https://hitung.contoh.id/s.js'></script>";
    assert_eq!(check(&[("index.html", page(body))]), "");
    assert_eq!(check(&[("kpc/muda/index.html", page(body))]), "index.html third-party\n");
}

#[test]
fn links_between_parts_are_resolved_when_all_are_known() {
    let mut findings = Findings::new();
    let kpc = plan(&[("kpc/index.html", page("<a href='../'>x</a><a href='../tani/#a'>y</a>"))]);
    let portal = plan(&[("index.html", page("<a href='kpc/'>x</a><a href='tani/'>y</a>"))]);
    let mut site = check_part(&kpc, &RULES, &|_| 0, &mut findings);
    site.merge(check_part(&portal, &RULES, &|_| 0, &mut findings));
    let mut whole = Findings::new();
    check_links(&site, |_| false, &mut whole);
    assert_eq!(whole.brief(), "index.html link-broken\nindex.html link-broken\n");
    let tani = plan(&[("tani/index.html", page("<p id=a>"))]);
    site.merge(check_part(&tani, &RULES, &|_| 0, &mut findings));
    check_links(&site, |_| false, &mut findings);
    assert_eq!(findings.brief(), "");
}

#[test]
fn one_broken_link_on_many_pages_is_one_finding() {
    let files: Vec<(String, Output)> =
        (0..50).map(|number| (format!("p{number}/index.html"), page("<a href='../hilang/'>x</a>"))).collect();
    let files: Vec<(&str, Output)> =
        files.iter().map(|(path, output)| (path.as_str(), output.clone())).collect();
    let mut findings = Findings::new();
    let site = check_part(&plan(&files), &RULES, &|_| 0, &mut findings);
    check_links(&site, |_| false, &mut findings);
    assert_eq!(findings.len(), 1);
    let finding = findings.iter().next().expect("one");
    assert!(finding.found.id.ends_with("(juga di 49 halaman lain)"), "{}", finding.found.id);
}

#[test]
fn a_heavy_page_is_a_warning_by_its_kind() {
    let numbers: Vec<String> =
        (0..30_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_string()).collect();
    let text = numbers.join(" ");
    let files = [("index.html", page(&text))];
    assert_eq!(check(&files), "index.html page-heavy\n");
    let mut findings = Findings::new();
    let budget = Budget { page_bytes: Some(500_000), ..Budget::default() };
    let rules = Rules { budgets: BTreeMap::from([("x".to_owned(), budget)]), ..RULES };
    check_part(&plan(&files), &rules, &|_| 0, &mut findings);
    assert!(findings.is_empty());
}

#[test]
fn scripts_and_what_a_first_visit_loads_have_budgets() {
    let noise = |length: usize| -> Vec<u8> {
        let mut state = 1_u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_le_bytes()[3]
        };
        std::iter::repeat_with(next).take(length).collect()
    };
    let brief = |script: usize, total: usize, picture: usize| {
        let files = [
            (
                "index.html",
                page("<script src=a.js></script><script src=a.js></script><img src=f.webp alt=''>"),
            ),
            ("a.js", Output::Asset(noise(3_000))),
            ("f.webp", Output::Asset(noise(picture))),
        ];
        let budget = Budget { page_bytes: None, script_bytes: Some(script), total_bytes: Some(total) };
        let rules = Rules { budgets: BTreeMap::from([("x".to_owned(), budget)]), ..RULES };
        let mut findings = Findings::new();
        check_part(&plan(&files), &rules, &|_| 0, &mut findings);
        findings.brief()
    };
    assert_eq!(brief(4_000, 30_000, 20_000), "");
    assert_eq!(brief(2_000, 30_000, 20_000), "index.html scripts-heavy\n");
    assert_eq!(brief(4_000, 30_000, 28_000), "index.html visit-heavy\n", "the picture is counted");
}

#[test]
fn sarif_has_every_finding_at_its_place() {
    let file = crate::finding::SourceFile::new("content/k p/profil.yaml", "nama: x\n");
    let mut findings = Findings::new();
    findings.push(crate::finding::Finding {
        code: "contoh".into(),
        level: Level::Advice,
        at: Span::new(&file, 1, 7, 1),
        found: Text::new("ditemukan", "found"),
        expected: Text::new("diharapkan", "expected"),
        help: Text::new("saran", "help"),
    });
    let sarif: serde_json::Value =
        serde_json::from_str(&to_sarif(&findings, MessageLanguage::Id)).expect("valid JSON");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["level"], "note");
    assert_eq!(result["message"]["text"], "ditemukan. Perbaikan: saran");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/k%20p/profil.yaml");
    assert_eq!(place["region"]["endColumn"], 8);
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"][0]["id"], "contoh");
}

/// 57 pages of 20 KB, as a cooperative with 12 products has in three languages.
#[test]
fn a_large_cooperative_is_examined_whole() {
    let line = "<article class=card><a href='../p1/'><img src='../../foto/a.webp' srcset='../../foto/a.webp 320w' \
                alt='Susu'></a><p>Rp 12.500 per botol</p></article>";
    let mut files: Vec<(String, Output)> =
        (0..57).map(|number| (format!("produk/p{number}/index.html"), page(&line.repeat(120)))).collect();
    files.push(("foto/a.webp".to_owned(), Output::Asset(vec![1])));
    let files: Vec<(&str, Output)> =
        files.iter().map(|(path, output)| (path.as_str(), output.clone())).collect();
    let plan = plan(&files);
    let mut findings = Findings::new();
    let site = check_part(&plan, &RULES, &|_| 0, &mut findings);
    check_links(&site, |_| false, &mut findings);
    assert!(findings.is_empty(), "{}", findings.brief());
}
