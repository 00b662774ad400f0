//! A cache that machines share in a store: whatever the store does, the site is the same, and what is wrong is told
//! once.
#![expect(clippy::disallowed_methods, reason = "these tests make and look at files")]

#[cfg(feature = "s3")]
#[path = "shared_cache/store.rs"]
mod store;
#[cfg(feature = "s3")]
#[path = "shared_cache/with_store.rs"]
mod with_store;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::SystemTime;

use etalase::{Report, Request, SharedStore, Unwatched, build};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Two cooperatives of a portal, with three photos, and an address, without which no share picture is drawn.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(
        folder.path(),
        "etalase.yaml",
        b"judul: Uji\nalamat: https://toko.kopkita.id/\nbahasa: [id]\ntema: polos\n",
    );
    // Few pages: these tests build many times.
    let theme = b"nama: Polos\ndasar: etalase\ntanpa: [gabung, laporan, keranjang, luring, feed, cetak, muda, agenda, pantau]\n";
    write(folder.path(), "themes/polos/theme.yaml", theme);
    for (name, photos) in [("aren", 2), ("bambu", 1)] {
        let product = |number: u8| {
            let seed = name.as_bytes()[0] * 2 + number;
            write(folder.path(), &format!("content/{name}/foto/gula-{number}.jpg"), &photo(seed));
            format!(
                "  - {{nama: Gula {number}, harga: 12.500, satuan: kg, foto: [foto/gula-{number}.jpg]}}\n"
            )
        };
        let products: String = (0..photos).map(product).collect();
        let profile = format!(
            "nama: Koperasi {name}\nwilayah: 32.04.15\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk:\n{products}"
        );
        write(folder.path(), &format!("content/{name}/profil.yaml"), profile.as_bytes());
    }
    folder
}

fn write(site: &Path, path: &str, bytes: &[u8]) {
    let file = site.join(path);
    fs::create_dir_all(file.parent().expect("it has a folder")).expect("made");
    fs::write(file, bytes).expect("written");
}

fn photo(seed: u8) -> Vec<u8> {
    let picture = RgbImage::from_fn(240, 160, |x, y| {
        let wave = u8::try_from((x * 3 + y + u32::from(seed) * 50) % 256).expect("below 256");
        Rgb([wave, 255 - wave, seed])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}

/// A machine with an empty disk builds the site. Gives what it made, and what it told.
fn built(site: &Path, shared_store: SharedStore) -> (BTreeMap<String, Vec<u8>>, Report) {
    let machine = tempfile::tempdir().expect("a temporary folder");
    let request = Request {
        output: machine.path().join("public"),
        cache: machine.path().join("cache"),
        jobs: 2,
        shared_store,
        ..Request::new(site, "2026-11-24".parse().expect("a day"), SystemTime::now())
    };
    let report = build(&request, &Unwatched).expect("the machine works");
    (files(&request.output), report)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).expect("read") {
            let path = entry.expect("read").path();
            let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            if path.is_dir() && name != ".etalase" {
                waiting.push(path);
            } else if path.is_file() {
                found.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    found
}

/// Two sites are the same; says which files are not.
fn assert_same(one: &BTreeMap<String, Vec<u8>>, two: &BTreeMap<String, Vec<u8>>, why: &str) {
    assert!(!one.is_empty(), "nothing was built");
    let different: Vec<&String> =
        one.keys().chain(two.keys()).filter(|path| one.get(*path) != two.get(*path)).collect();
    assert!(different.is_empty(), "{why}: not the same: {different:?}");
}

/// The codes of what was told of the store, in order.
fn told(report: &Report) -> Vec<String> {
    let codes = report.findings.iter().map(|finding| finding.code.to_string());
    codes.filter(|code| code.starts_with("store-")).collect()
}

#[test]
fn a_variable_that_names_no_store_is_told_and_the_site_is_built() {
    let site = site();
    let (plain, _) = built(site.path(), SharedStore::default());
    let store = SharedStore { address: Some("https://contoh.id/foto".to_owned()), ..SharedStore::default() };
    let (found, report) = built(site.path(), store);
    assert_eq!(told(&report), ["store-address"]);
    assert_same(&plain, &found, "an address that is none");
}

#[test]
#[cfg(not(feature = "s3"))]
fn a_program_that_cannot_use_a_store_says_so_and_builds_the_site() {
    let site = site();
    let (plain, _) = built(site.path(), SharedStore::default());
    let store = SharedStore { address: Some("s3://foto/uji".to_owned()), ..SharedStore::default() };
    let (found, report) = built(site.path(), store);
    assert_eq!(told(&report), ["store-not-built-in"]);
    assert_same(&plain, &found, "a program without the feature");
}
