//! The page that changes profiles: there if a site asks for it, and no part of anything else.

use std::collections::BTreeMap;

use crate::site::{SMALL, Site, contains, files};

const SETTINGS: &str = "judul: Uji\nalamat: https://contoh.id/\n";

fn built(settings: &str, options: &str) -> BTreeMap<String, Vec<u8>> {
    let site = Site::with_profile(SMALL).write("content/tani/profil.yaml", SMALL.replace("Contoh", "Tani"));
    site.put("etalase.yaml", settings);
    site.build(options);
    let check = site.run(&format!("check --today 2026-11-24 {options}"));
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
    let mut files = files(&site.path("public"));
    files.retain(|path, _| !path.starts_with(".etalase/"));
    files
}

#[test]
fn a_site_that_asks_for_it_gets_a_page_that_changes_profiles_beside_what_it_had() {
    let (without, with) = (built(SETTINGS, ""), built(&format!("{SETTINGS}kelola: {{repo: a/b}}\n"), ""));
    assert!(without.keys().all(|path| !path.contains("kelola")));
    let mut more: BTreeMap<_, _> = with.clone();
    more.retain(|path, bytes| without.get(path) != Some(bytes));
    let (own, others): (Vec<&String>, Vec<&String>) = more.keys().partition(|path| path.contains("kelola"));
    assert!(others.is_empty(), "{others:?}");
    assert_eq!(own.len(), 8, "{own:?}");
    for shop in ["kpc", "tani"] {
        assert!(
            contains(&with[&format!("{shop}/kelola.json")], br#""values":{"produk":[{"nama":"#),
            "{shop}"
        );
    }
    assert!(contains(
        &with["kelola/koperasi.json"],
        br#"[["kpc","Koperasi Contoh"],["tani","Koperasi Tani"]]"#
    ));
    assert!(!contains(&with["sitemap.xml"], b"kelola") && !contains(&with["robots.txt"], b"kelola"));
}

#[test]
fn pages_that_are_opened_as_files_have_none() {
    let settings = format!("{SETTINGS}inang: berkas\nkelola: {{repo: a/b}}\n");
    assert!(built(&settings, "").keys().all(|path| !path.contains("kelola")));
}
