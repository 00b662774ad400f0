//! What the portal of many cooperatives shows of each, whatever was built, kept or refused.

use std::fs;

use crate::site::{SMALL, Site, assert_same, contains, files};

/// A product as a phone pastes it, with an invisible direction mark in front.
fn pasted() -> String {
    SMALL.replace("nama: Kopi bubuk", "nama: \u{200e}Kopi bubuk")
}

/// `kpc` and `tani`, built.
fn two(kpc: &str) -> Site {
    let site = Site::with_profile(kpc).write("content/tani/profil.yaml", SMALL);
    site.build("");
    site
}

fn assert_portal_shows(site: &Site, name: &str) {
    let portal = files(&site.path("public"))["index.html"].clone();
    assert!(contains(&portal, format!("href=\"./{name}/\"").as_bytes()), "{name} has vanished");
}

#[test]
fn a_cooperative_with_pasted_marks_stays_on_the_portal_when_another_is_edited() {
    let site = two(&pasted());
    for (options, price, clean) in [("", "13.500", "bersih-1"), ("--only tani", "14.500", "bersih-2")] {
        site.put("content/tani/profil.yaml", SMALL.replace("12.500", price));
        site.build(options);
        assert_portal_shows(&site, "kpc");
        site.build(&format!("--output {clean}"));
        assert_same(&files(&site.path("public")), &files(&site.path(clean)));
    }
}

#[test]
fn a_cooperative_whose_profile_breaks_stays_on_the_portal_with_its_published_pages() {
    let site = two(&pasted());
    site.put("content/kpc/profil.yaml", "nama: [");
    assert_eq!(site.run("build --today 2026-11-24").code, 1);
    assert_portal_shows(&site, "kpc");
}

#[test]
fn an_office_that_has_written_an_event_has_a_portal_from_its_first_cooperative_on() {
    let site = Site::with_profile(SMALL);
    site.build("");
    assert!(!site.path("public/kpc").exists(), "a shop stands at the root");
    let quiz = include_str!("../../content/_muda/kuis.yaml");
    let site = site.write("content/_muda/kuis.yaml", quiz);
    site.build("");
    assert!(!site.path("public/kpc").exists(), "a shop has the quiz, too");
    let event = "judul: Temu\nmulai: 2026-12-05 08:00\ntempat: Balai desa\n";
    let site = site.write("content/_agenda/temu.yaml", event);
    site.build("");
    assert_portal_shows(&site, "kpc");
    let alone = files(&site.path("public"));
    let site = site.write("content/tani/profil.yaml", SMALL);
    site.build("--only kpc --output hanya");
    assert!(site.path("hanya/kpc/index.html").exists() && !site.path("hanya/tani").exists());
    fs::remove_dir_all(site.path("content/tani")).expect("removed");
    site.build("");
    assert_same(&files(&site.path("public")), &alone);
}

#[test]
fn a_product_name_longer_than_the_portal_takes_is_shortened_there_and_nothing_vanishes() {
    let site = two(&SMALL.replace("Kopi bubuk", &"Kopi bubuk ".repeat(40)));
    site.put("content/tani/profil.yaml", SMALL.replace("12.500", "13.500"));
    site.build("");
    assert_portal_shows(&site, "kpc");
    assert!(site.read("public/kpc/etalase.json").contains("Kopi bubuk Ko…\""));
}

#[test]
fn a_published_summary_that_is_damaged_or_gone_is_a_finding_and_the_portal_stays() {
    let harms: [fn(&Site); 3] = [
        |site| {
            site.put("public/kpc/etalase.json", "{\"etalase\":1,\"slug\":\"kpc\",\"name\":\"a\\u202eb\"}\n");
        },
        |site| site.put("public/kpc/etalase.json", b"\xff\xfe"),
        |site| fs::remove_file(site.path("public/kpc/etalase.json")).expect("removed"),
    ];
    for harm in harms {
        let site = two(SMALL);
        let portal = site.read("public/index.html");
        harm(&site);
        site.put("content/tani/profil.yaml", SMALL.replace("Koperasi Contoh", "Koperasi Tani"));
        let run = site.run("build --today 2026-11-24 --only tani --json");
        assert_eq!((run.code, run.codes()), (1, vec!["published-summary-lost".to_owned()]));
        assert!(run.stdout.contains("content/kpc"), "{}", run.stdout);
        assert_eq!(site.read("public/index.html"), portal);
        site.build("");
        assert_portal_shows(&site, "kpc");
        assert!(site.read("public/index.html").contains("Koperasi Tani"));
    }
}

#[test]
fn an_old_address_that_two_cooperatives_claim_is_a_finding() {
    let moved = format!("{SMALL}alamat_lama: [koperasi-lama]\n");
    let site = Site::with_profile(&moved).write("content/tani/profil.yaml", &moved);
    let run = site.run("check --json");
    assert_eq!(run.codes(), ["moved-address-claimed-twice"]);
    assert!(run.stdout.contains("content/tani/profil.yaml"), "{}", run.stdout);
    site.build("");
    assert!(site.read("public/koperasi-lama/index.html").contains("url=../kpc/"));
}

#[test]
fn a_folder_called_like_a_page_of_the_portal_is_refused_and_the_portal_keeps_its_page() {
    for name in ["muda", "su", "agenda", "pantau", "wilayah", "foto"] {
        let site = Site::with_profile(SMALL);
        site.put(&format!("content/{name}/profil.yaml"), SMALL);
        site.put("content/lain/profil.yaml", SMALL);
        for command in ["check --json", "build --json", "build --json"] {
            let run = site.run(command);
            assert_eq!(
                (run.code, run.codes()),
                (1, vec!["folder-of-the-site".to_owned()]),
                "{name}: {}",
                run.stdout
            );
            assert_eq!(run.findings()[0]["file"], format!("content/{name}"), "{}", run.stdout);
        }
        assert!(site.path("public/lain/index.html").exists(), "{name}");
        assert!(!site.path(&format!("public/{name}/produk")).exists(), "{name}");
    }
}
