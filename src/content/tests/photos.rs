//! Photos that a profile names.

use super::*;

#[test]
fn a_photo_is_found_whether_its_accents_stand_apart_or_not() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
sampul: foto/café.jpg
logo: foto/ke\u{301}ju.jpg
produk:
  - {nama: A, foto: foto/cafe.jpg}
-- content/kpc/foto/cafe\u{301}.jpg --
-- content/kpc/foto/kéju.jpg --
",
    );
    assert_eq!(report.brief(), "profil.yaml:6:21 photo-missing\n");
}

#[test]
fn a_photo_must_be_in_the_folder_and_sound() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
sampul: foto/Sampul.JPG
logo: /etc/passwd
produk:
  - {nama: A, foto: [{berkas: foto/a.jpg, alt: Susu}, foto/rusak.jpg]}
  - {nama: B, foto: \"foto\\\\b.jpg\"}
  - {nama: C, foto: https://contoh.id/c.jpg}
  - {nama: D, foto: foto/../../rahasia.jpg}
-- content/kpc/foto/sampul.jpg --
-- content/kpc/foto/a.jpg --
-- content/kpc/foto/rusak.jpg --
rusak
-- content/kpc/foto/lain.jpg --
rusak
",
    );
    assert_eq!(
        report.brief(),
        "lain.jpg photo-broken
rusak.jpg photo-broken
profil.yaml:3:9 photo-missing
profil.yaml:4:7 photo-outside
profil.yaml:6:55 photo-unusable
profil.yaml:7:21 photo-path-marks
profil.yaml:8:21 photo-is-address
profil.yaml:9:21 photo-outside
"
    );
    assert!(report.printed().contains("maksud Anda `foto/sampul.jpg`?"));
    let level = |file: &str| report.findings.iter().find(|f| f.at.file.path.ends_with(file)).map(|f| f.level);
    assert_eq!((level("rusak.jpg"), level("lain.jpg")), (Some(Level::Error), Some(Level::Advice)));
}

#[test]
fn a_photo_like_no_other_gets_no_suggestion() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
sampul: foto/kompos.jpg
produk: [{nama: A, foto: [{berkas: foto/susu-botl.jpg, alt: Susu}]}]
-- content/kpc/foto/sampul.jpg --
-- content/kpc/foto/susu-botol.jpg --
",
    );
    assert_eq!(report.brief(), "profil.yaml:3:9 photo-missing\nprofil.yaml:4:36 photo-missing\n");
    let printed = report.printed();
    assert!(
        !printed.contains("maksud Anda `foto/sampul.jpg`")
            && printed.contains("maksud Anda `foto/susu-botol.jpg`?")
    );
}

#[test]
fn a_path_that_is_nearly_right_is_told_how_to_be_written() {
    for (typed, code, remedy) in [
        ("foto\\\\kopi.jpg", "photo-path-marks", "tulis `/`, bukan `\\`: `foto/kopi.jpg`"),
        ("/foto/kopi.jpg", "photo-path-marks", "hapus `/` di depan: `foto/kopi.jpg`"),
        ("/foto/lain.jpg", "photo-outside", "salin fotonya"),
        ("..\\\\kopi.jpg", "photo-outside", "salin fotonya"),
        ("C:\\\\foto\\\\kopi.jpg", "photo-outside", "salin fotonya"),
        ("foto/daftar.PDF", "photo-is-document", "simpan halamannya sebagai JPEG"),
        (
            "foto/kopi.jpg, foto/teh.jpg",
            "several-photos-in-text",
            "tulis `foto: [foto/kopi.jpg, foto/teh.jpg]`",
        ),
        ("foto/kop.jpg, foto/te.jpg", "photo-missing", "perbaiki namanya"),
        ("foto/IMG-20261101-WA0003.jpg", "photo-missing", "perbaiki namanya"),
        ("foto/IMG_20261101_10101.jpg", "photo-missing", "perbaiki namanya"),
        ("foto/kopi-tubrk-01.jpg", "photo-missing", "maksud Anda `foto/kopi-tubruk-1.jpg`?"),
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kontak: {{telepon: 022-1234567}}
produk: [{{nama: A, foto: \"{typed}\"}}]
-- content/kpc/foto/kopi.jpg --
-- content/kpc/foto/kopi-tubruk-1.jpg --
-- content/kpc/foto/IMG_20261101_101010.JPG --
"
        ));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: A}]
sampul: \"foto/a.jpg; foto/b.jpg\"
-- content/kpc/foto/a.jpg --
",
    );
    assert_eq!(report.codes(), ["several-photos-in-text"]);
    assert!(report.printed().contains("pilih satu, mis. `foto/a.jpg`"), "{}", report.printed());
}

#[test]
fn a_photo_without_words_is_advised_once_a_product() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: A, foto: [foto/a.jpg, foto/b.jpg]}]
-- content/kpc/foto/a.jpg --
-- content/kpc/foto/b.jpg --
",
    );
    assert_eq!(report.brief(), "profil.yaml:3:27 photo-without-alt\n");
}

#[test]
fn a_photo_whose_name_on_disk_holds_a_mark_is_found_however_it_is_typed() {
    for typed in ["foto/susu.jpg", "foto/\u{200e}susu.jpg"] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kontak: {{telepon: 022-1234567}}
produk: [{{nama: A, foto: \"{typed}\"}}]
-- content/kpc/foto/\u{200e}susu.jpg --
"
        ));
        let photos = &report.cooperative().products[0].photos;
        assert_eq!(photos[0].path, "foto/\u{200e}susu.jpg", "{}", report.brief());
    }
}

#[test]
fn photos_without_words_are_one_finding_with_all_their_lines() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk:
  - {nama: A, foto: [foto/a.jpg, {berkas: foto/b.jpg, alt: Kopi}]}
  - nama: B
    foto:
      - foto/a.jpg
      - foto/b.jpg
-- content/kpc/foto/a.jpg --
-- content/kpc/foto/b.jpg --
",
    );
    assert_eq!(report.brief(), "profil.yaml:4:22 photo-without-alt\n");
    let printed = report.printed();
    assert!(printed.contains("3 foto belum punya `alt`: di baris 4, 7, 8"), "{printed}");
}
