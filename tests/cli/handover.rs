//! A site on a stick: pages that open as files, and a ZIP that holds all of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use crate::site::{Site, assert_same, files, jpeg};

fn site() -> Site {
    let site = Site::new();
    for name in ["kpc", "lain"] {
        site.put(&format!("content/{name}/profil.yaml"), crate::site::WITH_PHOTO);
        site.put(&format!("content/{name}/foto/kopi.jpg"), jpeg(3));
    }
    site
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "html")
}

/// Names and bytes of what a ZIP holds, in its own order.
fn unpacked(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("sound");
            (file.name().expect("UTF-8").into_owned(), bytes)
        })
        .collect()
}

#[test]
fn the_zip_holds_the_folder_and_a_second_build_gives_the_same_bytes() {
    let site = site();
    let run = site.build("--handover");
    assert!(run.stdout.contains("serah-terima.zip"), "{}", run.stdout);
    let folder = files(&site.path("serah-terima"));
    let zip = fs::read(site.path("serah-terima.zip")).expect("the ZIP");
    let mut inside: BTreeMap<String, Vec<u8>> = unpacked(&zip).into_iter().collect();
    let note = inside.remove("BACA-DULU.txt").expect("the note");
    assert!(String::from_utf8_lossy(&note).contains("etalase/muda/index.html"));
    let inside = inside
        .into_iter()
        .map(|(name, bytes)| (name.strip_prefix("etalase/").expect("below one folder").to_owned(), bytes))
        .collect();
    assert_same(&folder, &inside);
    site.build("--handover");
    assert!(zip == fs::read(site.path("serah-terima.zip")).expect("the ZIP"));
    let other = self::site();
    other.build("--handover --jobs 1");
    assert!(zip == fs::read(other.path("serah-terima.zip")).expect("the ZIP"), "another folder, other bytes");
    assert!(!site.path("public").exists(), "what belongs on a host is left alone");
}

#[test]
fn pages_on_a_stick_ask_for_nothing_that_only_a_server_has() {
    let site = site();
    site.build("--handover --quiet");
    let files = files(&site.path("serah-terima"));
    for name in files.keys() {
        let last = name.rsplit('/').next().unwrap_or_default();
        assert!(!["sw.js", "404.html", "manifest.webmanifest", "robots.txt"].contains(&last), "{name}");
    }
    for (name, bytes) in files.iter().filter(|(name, _)| is_page(name)) {
        let page = String::from_utf8_lossy(bytes);
        for absent in [
            "href=\"/",
            "src=\"/",
            "data-worker",
            "rel=\"manifest\"",
            "href=\"./\"",
            "../\"",
            "a href=\"https://contoh.id",
        ] {
            assert!(!page.contains(absent), "{name}: {absent}");
        }
    }
}
