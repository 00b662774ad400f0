//! Photos that are sent: stored upright, smaller and without what they say of place and camera, or refused.

use std::fs;

use etalase::for_tests::{Limits, Orientation, read_facts};

use super::editor::{Editor, SHOP, Site};

const PHOTOS: &str = "/k/kpc/foto/produk[1].foto";

/// A photo that was taken sideways: 40 wide and 20 high in the file, with a place on earth.
fn sideways() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend(entry(0x0112, 3, 1, 6 << 16));
    tiff.extend(entry(0x8825, 4, 1, 38));
    tiff.extend([0, 0, 0, 0, 0, 2]);
    tiff.extend(entry(0x0001, 2, 2, u32::from_be_bytes(*b"S\0\0\0")));
    tiff.extend(entry(0x0002, 5, 1, 68));
    tiff.extend([0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1]);
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.add_exif_metadata(&tiff).expect("EXIF");
    encoder.encode(&[90; 40 * 20 * 3], 40, 20, jpeg_encoder::ColorType::Rgb).expect("encodes");
    jpeg
}

#[test]
fn a_photo_taken_sideways_is_stored_upright_without_its_place_and_named_in_the_profile() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let name = "../../../etc/\"rumah\".jpg";
    editor.upload(PHOTOS, &[("@alt", "Kopi dalam bungkus")], name, &sideways()).saved();
    let stored = fs::read(site.path("content/kpc/foto/kopi-bubuk.jpg")).expect("the photo");
    let facts = read_facts("kopi-bubuk.jpg", &stored, &Limits::default()).expect("a photo");
    assert_eq!((facts.width_px, facts.height_px), (20, 40));
    assert_eq!((facts.orientation, facts.has_location), (Orientation::Upright, false));
    assert!(!stored.windows(4).any(|four| four == b"Exif"));
    assert_eq!(
        site.difference(),
        "+    foto:\n+      - berkas: foto/kopi-bubuk.jpg\n+        alt: Kopi dalam bungkus\n"
    );
    let page = editor.page(PHOTOS);
    assert!(page.contains("/k/kpc/berkas/foto/kopi-bubuk.jpg"), "{page}");
    assert_eq!(editor.get("/k/kpc/berkas/foto/kopi-bubuk.jpg").body, stored);
    for outside in
        ["/k/kpc/berkas/profil.yaml", "/k/kpc/berkas/../../etalase.yaml", "/k/kpc/berkas/foto/x.jpg"]
    {
        assert_eq!(editor.get(outside).status, 404, "{outside}");
    }

    editor.upload(PHOTOS, &[], "dua.jpg", &sideways()).saved();
    assert!(site.path("content/kpc/foto/kopi-bubuk-2.jpg").exists());
    let point = [
        ("@fokus-datar:produk[1].foto[1]", "25"),
        ("@fokus-tegak:produk[1].foto[1]", "40"),
        ("produk[1].foto[2].alt", "Dua"),
    ];
    editor.send(PHOTOS, &point).saved();
    let profile = site.profile();
    assert!(profile.contains("fokus: [0.25, 0.4]") && profile.contains("alt: Dua"), "{profile}");

    editor.send("/k/kpc/hapus/produk[1].foto[2]", &[]).saved();
    assert!(!site.profile().contains("kopi-bubuk-2"), "{}", site.profile());
}

#[test]
fn what_is_no_photo_is_refused_whatever_its_name() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let html = b"<!DOCTYPE html><script>alert(1)</script>";
    for bytes in [&svg[..], &html[..], b"GIF89a\x01\0\x01\0\0\0\0;", b"apa saja", b"\xff\xd8\xff"] {
        let answer = editor.upload(PHOTOS, &[], "foto.jpg", bytes);
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(answer.text().contains("role=\"alert\""), "{}", answer.text());
    }
    assert!(!site.path("content/kpc/foto").exists());
    assert_eq!(site.profile(), SHOP);
}

#[test]
fn a_photo_of_a_person_asks_for_consent() {
    let site = Site::new();
    site.write(
        "content/kpc/profil.yaml",
        format!("{SHOP}pengurus:\n  - {{nama: Dedi Kurniawan, jabatan: ketua}}\n"),
    );
    let editor = Editor::start(&site);
    let at = "/k/kpc/foto/pengurus[1].foto";
    editor.upload(at, &[("@alt", "Ketua"), ("@izin", "2026-01-05")], "IMG_1.jpg", &sideways()).saved();
    let profile = site.profile();
    assert!(profile.contains("berkas: foto/dedi-kurniawan.jpg"), "{profile}");
    assert!(profile.contains("izin: {tanggal: 2026-01-05}"), "{profile}");
}
