//! Behaviour of the room as a whole: small sites in memory, read as a build reads them.

mod files;
mod syntax;
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use super::keys::{self, Shape};
use super::*;
use crate::finding::{MessageLanguage, Span, Text, render_finding};
use crate::model::{Date, Language, Rupiah, Stock};
use crate::photo::{Orientation, PhotoFacts, PhotoKind, SourceHash};
use crate::source::TextFile;
use files::demo_folder;

const TODAY: Date = Date::constant(2026, 11, 24);

/// What came of reading a folder.
struct Report {
    cooperative: Option<Cooperative>,
    findings: Findings,
}

impl Report {
    /// One finding a line: place and code.
    fn brief(&self) -> String {
        self.findings.brief()
    }

    /// Codes in order of place.
    fn codes(&self) -> Vec<&'static str> {
        let mut findings = self.findings.clone();
        findings.sort();
        findings.iter().map(|finding| finding.code).collect()
    }

    /// As printed on a terminal, in Indonesian, without colours.
    fn printed(&self) -> String {
        let mut findings = self.findings.clone();
        findings.sort();
        let printed: String =
            findings.iter().map(|finding| render_finding(finding, MessageLanguage::Id)).collect();
        anstream::adapter::strip_str(&printed).to_string()
    }

    fn cooperative(&self) -> &Cooperative {
        self.cooperative.as_ref().expect("a cooperative")
    }
}

/// Reads one cooperative's folder from text: `-- content/kpc/profil.yaml --` starts a file; a file whose
/// name is that of a picture is a sound photo, or a faulty one if its text is `rusak`; each of its lines that
/// starts with `kode ` is a code that can be read in it.
fn check(site: &str) -> Report {
    let folder = folder(site);
    let mut findings = Findings::new();
    let cooperative = read_cooperative(&folder, &Settings::for_day(TODAY), &mut findings);
    Report { cooperative, findings }
}

/// The smallest sound profile, and what is added to it from its third line on.
fn check_profile(rest: &str) -> Report {
    check(&format!("-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {{whatsapp: 0812-0000-0000}}\n{rest}"))
}

/// One product of the smallest profile, in line 4.
fn check_product(keys: &str) -> Report {
    check_profile(&format!("produk:\n  - {{nama: Susu, {keys}}}\n"))
}

fn folder(site: &str) -> Folder {
    let mut name = String::from("kpc");
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in site.split_inclusive('\n') {
        if let Some(path) = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            let inside = path.strip_prefix("content/").expect("a path in content/");
            let (folder, file) = inside.split_once('/').expect("a path in a folder");
            folder.clone_into(&mut name);
            files.insert(file.to_owned(), String::new());
            current = Some(file.to_owned());
        } else if let Some(text) = current.as_ref().and_then(|file| files.get_mut(file)) {
            text.push_str(line);
        }
    }
    let path = format!("content/{name}");
    let mut folder = Folder {
        name,
        path: path.clone(),
        profile: None,
        stories: Vec::new(),
        photos: BTreeMap::new(),
        codes: BTreeMap::new(),
    };
    for (file, text) in files {
        let at = format!("{path}/{file}");
        if file == "profil.yaml" {
            folder.profile = Some(SourceFile::new(at, text));
        } else if let Some(stem) = file.strip_prefix("cerita/").and_then(|name| name.strip_suffix(".md")) {
            folder.stories.push(TextFile { stem: stem.to_owned(), source: SourceFile::new(at, text) });
        } else {
            let codes = text.lines().filter_map(|line| line.strip_prefix("kode ")).map(str::to_owned);
            folder.codes.insert(file.clone(), Ok(codes.collect()));
            folder.photos.insert(file, if text.starts_with("rusak") { faulty(&at) } else { sound() });
        }
    }
    folder
}

fn sound() -> Photo {
    Photo::Sound(PhotoFacts {
        hash: SourceHash::of(b"photo"),
        size_bytes: 1000,
        kind: PhotoKind::Jpeg,
        width_px: 1600,
        height_px: 1200,
        orientation: Orientation::Upright,
        has_location: false,
        is_animated: false,
    })
}

fn faulty(path: &str) -> Photo {
    Photo::Faulty(Box::new(Finding {
        code: "photo-broken",
        level: Level::Warning,
        at: Span::path(path),
        found: Text::new("berkas foto terpotong", "the photo is cut off"),
        expected: Text::new("foto utuh", "a whole photo"),
        help: Text::new("kirim ulang fotonya", "send the photo again"),
    }))
}

#[test]
fn one_run_reports_every_mistake() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Susu, harga: 12.5, satuan: l}
  - {nama: Yoghurt, harga: 9.000, satuan: l, satun: botol}
",
    );
    assert_eq!(report.brief(), "profil.yaml:4:25 price-not-whole\nprofil.yaml:5:46 unknown-key\n");
}

#[test]
fn a_name_a_contact_and_one_product_make_a_cooperative() {
    let report = check_product("harga: 12.500, satuan: botol");
    assert_eq!(report.brief(), "");
    let product = &report.cooperative().products[0];
    assert_eq!(product.price, Rupiah::new(12_500));
    assert_eq!((product.slug.as_str(), product.stock, product.minimum_order), ("susu", Stock::Available, 1));
}

#[test]
fn ten_mistakes_are_ten_findings() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: Koperasi Contoh
jenis: produsn
wilayah: Bandung
kontak: {whatsapp: 022-1234567}
berdiri: 22 Maret 1969
produk:
  - {nama: Susu, harga: 12.5, satuan: l}
  - {nama: Susu, harga: 9.000, satuan: l}
  - {nama: Keju, harga: 9.000, satuan: kg, foto: ../rahasia.jpg}
  - {nama: Dodol, harga: 9.000, satuan: kg, stock: habis}
shu: {tahun: 2025, jumlah: 1.000.000, bagi: {jasa_usaha: 65, jasa_modal: 40}}
pembayaran: {qris: \"00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FD\"}
",
    );
    assert_eq!(
        report.brief(),
        "profil.yaml:2:8 unknown-word
profil.yaml:3:10 region-not-a-code
profil.yaml:4:20 whatsapp-not-mobile
profil.yaml:5:10 date-not-iso
profil.yaml:7:25 price-not-whole
profil.yaml:8:12 slug-taken
profil.yaml:9:50 photo-outside
profil.yaml:10:45 unknown-key
profil.yaml:11:39 shares-not-100
profil.yaml:12:20 qris-checksum
"
    );
    let printed = report.printed();
    for remedy in [
        "maksud Anda `produsen`?",
        "`32.04` (Kabupaten Bandung), `32.73` (Kota Bandung)",
        "tulis `berdiri: 1969-03-22`",
        "maksud Anda `stok`?",
        "kurangi 5% dari salah satu bagian",
        "seharusnya `71FC`",
    ] {
        assert!(printed.contains(remedy), "{remedy}\n{printed}");
    }
}

#[test]
fn each_form_of_a_price_is_read_or_explained() {
    for price in ["12.500", "12500", "Rp 12.500", "Rp12.500", "\"12.500\"", "\"Rp 12.500,-\""] {
        let report = check_product(&format!("harga: {price}, satuan: l"));
        assert_eq!(report.brief(), "", "{price}");
        assert_eq!(report.cooperative().products[0].price, Rupiah::new(12_500), "{price}");
    }
    for (price, code, remedy) in [
        ("12.5", "price-not-whole", "hapus bagian desimalnya"),
        ("\"12.500,00\"", "price-not-whole", "tulis `harga: 12.500`"),
        ("\"Rp 12.500,00\"", "price-not-whole", "tulis `harga: 12.500`"),
        ("\"12,500\"", "price-comma", "tulis `harga: 12.500`"),
        ("18_000", "price-grouping", "maksud Anda `harga: 18.000`?"),
        ("12rb", "price-in-words", "tulis `harga: 12.000`"),
        ("gratis", "price-not-a-number", "hapus kunci `harga`"),
        (".nan", "price-not-a-number", "tulis angkanya"),
        ("18e3", "price-not-a-number", "tulis angkanya"),
        ("-5000", "price-negative", "hapus tanda minus"),
        ("0", "price-zero", "hapus kunci `harga`"),
        ("99999999999999999999", "price-too-big", "periksa jumlah nolnya"),
    ] {
        let report = check_product(&format!("harga: {price}, satuan: l"));
        assert_eq!(report.codes(), [code], "{price}");
        assert!(report.printed().contains(remedy), "{price}: {}", report.printed());
    }
}

#[test]
fn a_comma_in_braces_is_part_of_no_price() {
    // To YAML `{harga: 12,500}` is a price of 12 and a key `500`: never a silent 12 rupiah.
    let report = check_product("harga: 12,500, satuan: l");
    assert!(report.findings.has_error(), "{}", report.brief());
}

#[test]
fn every_spelling_of_a_whatsapp_number_is_the_same_number() {
    for typed in [
        "0812-0000-0000",
        "081200000000",
        "0812 0000 0000",
        "+62 812-0000-0000",
        "+6281200000000",
        "6281200000000",
        "\"(0812) 0000 0000\"",
        "https://wa.me/6281200000000",
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.brief(), "", "{typed}");
        let number = report.cooperative().contact.whatsapp.as_ref().expect("a number").digits();
        assert_eq!(number, "6281200000000", "{typed}");
    }
}

#[test]
fn a_long_sentence_for_pupils_is_advice() {
    let check_text = |typed: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\n\
             kontak: {{whatsapp: 0812-0000-0000}}\nmuda: {{ajakan: {typed}}}\n"
        ))
    };
    let long = "Kami mengajak kamu datang ke kandang pada pagi hari supaya kamu melihat sendiri susu diperah";
    assert_eq!(check_text(long).codes(), ["youth-text-hard"]);
    assert!(check_text("Datanglah ke kandang. Lihat sendiri susu diperah.").codes().is_empty());
    let story = |muda: &str, body: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\n\
             kontak: {{whatsapp: 0812-0000-0000}}\n-- content/kpc/cerita/pkl.md --\n---\njudul: PKL\n\
             tanggal: 2026-10-05\nmuda: {muda}\n---\n# PKL\n\n{body}\n"
        ))
    };
    assert_eq!(story("ya", &format!("{long}.\n{long}.")).brief(), "pkl.md:8:1 youth-text-hard\n");
    assert_eq!(story("tidak", &format!("{long}.\n{long}.")).brief(), "");
}

#[test]
fn a_number_that_lost_its_zero_is_read_with_a_warning() {
    for typed in [
        "81200000000",
        "812-0000-0000",
        "812 0000 0000",
        "812.0000.0000",
        "\"812 00000000\"",
        "\"(812) 0000-0000\"",
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.codes(), ["number-without-zero"], "{typed}");
        assert!(report.printed().contains("tulis `whatsapp: 0812-0000-0000`"), "{typed}");
        assert_eq!(
            report.cooperative().contact.whatsapp.as_ref().expect("a number").digits(),
            "6281200000000"
        );
    }
}

#[test]
fn numbers_that_take_no_messages_are_refused_for_whatsapp_only() {
    for (typed, code) in [
        ("022-1234567", "whatsapp-not-mobile"),
        ("1500-123", "whatsapp-not-mobile"),
        ("0800-1-234567", "whatsapp-not-mobile"),
        ("0812-00", "number-length"),
        ("+1 415 555 2671", "foreign-number"),
        ("0812-0000-0000 / 0813-0000-0000", "several-numbers"),
        ("8.12E+10", "not-a-phone-number"),
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.codes(), [code], "{typed}");
    }
    let report = check(
        "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{nama: Susu}]\nkontak: {telepon: 022-1234567}\n",
    );
    assert_eq!(report.brief(), "");
    assert_eq!(report.cooperative().contact.phone.as_ref().expect("a number").dial, "+62221234567");
}

#[test]
fn keys_are_suggested_where_they_belong() {
    let report = check_profile("telpon: 022-1234567\nproduk:\n  - {nama: Susu, price: 5.000, satuan: l}\n");
    assert_eq!(report.brief(), "profil.yaml:3:1 unknown-key\nprofil.yaml:5:18 unknown-key\n");
    let printed = report.printed();
    assert!(printed.contains("maksud Anda `telepon`? Kunci itu ditulis di bawah `kontak:`"), "{printed}");
    assert!(printed.contains("maksud Anda `harga`?"), "{printed}");
}

#[test]
fn missing_and_empty_keys_are_told_apart_and_optional_ones_may_be_empty() {
    let report = check("-- content/kpc/profil.yaml --\nnama: ~\nalamat:\nproduk: null\n");
    assert_eq!(
        report.brief(),
        "profil.yaml:1:1 missing-key\nprofil.yaml:1:7 empty-value\nprofil.yaml:3:1 no-products\n"
    );
    assert!(report.cooperative.is_none());
}

#[test]
fn wrong_kinds_say_what_belongs_there() {
    let report =
        check("-- content/kpc/profil.yaml --\nnama: [Koperasi, Contoh]\nproduk: banyak\nkontak: 0812\n");
    assert_eq!(
        report.brief(),
        "profil.yaml:1:7 wrong-kind\nprofil.yaml:2:9 wrong-kind\nprofil.yaml:3:9 wrong-kind\n"
    );
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
profil.yaml:7:21 photo-outside
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
fn addresses_are_unique_and_the_second_is_reported() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk:
  - {nama: Kopi é}
  - {nama: \"Kopi e\u{301}\"}
  - {nama: Teh, id: kopi-e}
  - {nama: \"!!!\"}
  - {nama: Susu, id: Susu Segar}
peluang:
  - {judul: PKL susu, jenis: pkl}
  - {judul: \"PKL: susu\", jenis: pkl}
anggota_ukm:
  - {id: dapur, usaha: A}
  - {id: dapur, usaha: B}
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 2026-10-05
---
Isi.
-- content/kpc/cerita/panen!.md --
---
judul: Panen
tanggal: 2026-10-05
---
Isi.
",
    );
    assert_eq!(
        report.brief(),
        "panen.md slug-taken
profil.yaml:5:12 slug-taken
profil.yaml:6:21 slug-taken
profil.yaml:7:12 no-slug
profil.yaml:8:22 not-a-slug
profil.yaml:11:13 slug-taken
profil.yaml:14:10 slug-taken
"
    );
}

#[test]
fn an_old_address_is_not_the_present_one() {
    let report = check_profile("produk: [{nama: A}]\nalamat_lama: [kpc, kpc-lama, kpc-lama, KPC]\n");
    assert_eq!(report.brief(), "profil.yaml:4:15 old-slug-is-current\nprofil.yaml:4:40 not-a-slug\n");
    assert_eq!(report.cooperative().old_slugs.len(), 1);
}

#[test]
fn a_producer_is_a_known_member() {
    let report = check_profile(
        "produk: [{nama: A, produsen: dapur-lestri}]\nanggota_ukm: [{id: dapur-lestari, usaha: Dapur}]\n",
    );
    assert_eq!(report.brief(), "profil.yaml:3:30 unknown-producer\n");
    assert!(report.printed().contains("maksud Anda `dapur-lestari`?"));
}

#[test]
fn prices_of_a_product_stand_in_order() {
    for (keys, expected) in [
        ("harga: 10.000, satuan: l, harga_anggota: 11.000", "price-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 12.000, sampai: 2026-12-31}", "price-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 10.000, sampai: 2026-12-31}", "promo-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 9.000, sampai: 2026-10-31}", "promo-ended"),
        (
            "harga: 10.000, satuan: l, promo: {harga: 9.000, mulai: 2027-02-01, sampai: 2027-01-01}",
            "ends-before-start",
        ),
        (
            "harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 9.000}, {mulai: 5, harga: 8.000}]",
            "tiers-not-in-order",
        ),
        (
            "harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 9.000}, {mulai: 50, harga: 9.000}]",
            "tiers-not-in-order",
        ),
        ("harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 19.000}]", "price-not-lower"),
        ("harga: 10.000, satuan: l, grosir: [{mulai: 1, harga: 9.000}]", "not-a-number"),
        ("harga_anggota: 9.000", "price-missing"),
        ("harga: 10.000", "unit-missing"),
        ("harga: 10.000, satuan: l, per_tanggal: 2026-08-01", "price-stale"),
        ("harga: 10.000, satuan: l, per_tanggal: 2027-08-01", "date-in-future"),
        ("varian: [{nama: Besar}, {nama: Kecil}, {nama: Besar}]", "variant-twice"),
    ] {
        assert_eq!(check_product(keys).codes(), [expected], "{keys}");
    }
    assert_eq!(check_product("harga: 10.000, satuan: l, per_tanggal: 2026-08-26").brief(), "");
}

#[test]
fn days_in_other_forms_get_the_form_to_write() {
    for (typed, code, remedy) in [
        ("24 November 2026", "date-not-iso", "tulis `per_tanggal: 2026-11-24`"),
        ("24/11/2026", "date-not-iso", "tulis `per_tanggal: 2026-11-24`"),
        ("2026-02-30", "no-such-day", "periksa hari dan bulan"),
        ("kemarin", "not-a-date", "tulis tanggalnya dengan angka"),
    ] {
        let report = check_product(&format!("per_tanggal: {typed}"));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn opening_hours_know_every_day_once() {
    let report = check_profile(
        "produk: [{nama: Susu}]
buka:
  senin-kamis: 08.00-12.00, 13.00-16.00
  Jum'at: 08:00 - 11:00
  sabtu: 24 jam
  minggu: tutup
  libur: [2026-12-25]
  catatan: Tutup saat salat
",
    );
    assert_eq!(report.brief(), "");
    let hours = report.cooperative().hours.as_ref().expect("hours");
    let spans: Vec<usize> = hours.week.iter().map(|day| day.0.len()).collect();
    assert_eq!(spans, [2, 2, 2, 2, 1, 1, 0]);
    let report = check_profile(
        "produk: [{nama: Susu}]
buka: {senin-jumat: 08.00-16.00, rabu: tutup, sbtu: 08.00-12.00, minggu: pagi, ahad: 16.00-08.00, xyz: 1}
",
    );
    let odd = check_profile("produk: [{nama: Susu}]\nbuka: {senin: [08.00-12.00, {a: b}]}\n");
    assert_eq!(odd.codes(), ["not-hours"], "a list of hours holds nothing else");
    assert_eq!(
        report.brief(),
        "profil.yaml:4:8 day-twice\nprofil.yaml:4:47 unknown-day\nprofil.yaml:4:74 not-hours\nprofil.yaml:4:86 closes-before-opening\nprofil.yaml:4:99 unknown-key\n"
    );
}

#[test]
fn regions_are_codes_and_names_get_the_codes_offered() {
    let report = check_profile("produk: [{nama: Susu}]\nwilayah: 32.04.15\n");
    assert_eq!(report.brief(), "");
    let region = report.cooperative().region.as_ref().expect("a region");
    assert_eq!(
        (region.regency.as_str(), region.district.as_deref()),
        ("Kabupaten Bandung", Some("Pangalengan"))
    );
    for (typed, code, remedy) in [
        ("Bandung", "region-not-a-code", "`32.04` (Kabupaten Bandung), `32.73` (Kota Bandung)"),
        ("3204", "region-code-dots", "tulis `wilayah: 32.04`"),
        ("320415", "region-code-dots", "tulis `wilayah: 32.04.15`"),
        ("\"32\"", "region-province-only", "mis. `32.04`"),
        ("32.04.99", "region-unknown", "Kabupaten Bandung"),
        ("34.04", "region-needs-name", "wilayah_nama"),
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nwilayah: {typed}\n"));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
    let report =
        check_profile("produk: [{nama: Susu}]\nwilayah: 34.04.07\nwilayah_nama: Depok, Kabupaten Sleman\n");
    assert_eq!(report.brief(), "");
    let region = report.cooperative().region.as_ref().expect("a region");
    assert_eq!((region.regency.as_str(), region.district.as_deref()), ("Kabupaten Sleman", Some("Depok")));
}

#[test]
fn coordinates_are_in_indonesia_and_in_order() {
    for (typed, code) in [
        ("[107.5563, -7.1735]", "coordinates-swapped"),
        ("[51.5, -0.1]", "outside-indonesia"),
        ("[-7.1]", "not-coordinates"),
        ("[.nan, .inf]", "not-coordinates"),
    ] {
        assert_eq!(
            check_profile(&format!("produk: [{{nama: Susu}}]\nkoordinat: {typed}\n")).codes(),
            [code],
            "{typed}"
        );
    }
    let report = check_profile("produk: [{nama: Susu}]\nkoordinat: -7.1735, 107.5563\n");
    assert_eq!(report.brief(), "");
    assert_eq!(report.cooperative().coordinates, Some((-7.1735, 107.5563)));
}

#[test]
fn the_qris_code_is_that_of_the_cooperative() {
    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    const ONE_TIME: &str = "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F";
    let read = |name: &str, code: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: {name}\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: Susu}}]\npembayaran: {{qris: \"{code}\"}}\n"
        ))
    };
    let report = read("Koperasi Contoh", CODE);
    assert_eq!(report.brief(), "");
    let qris = report.cooperative().payment.qris.as_ref().expect("a code");
    assert_eq!((qris.payload.as_str(), qris.nmid.as_deref()), (CODE, Some("ID0000000000017")));
    assert_eq!(read("Koperasi Peternak Sagara", CODE).codes(), ["qris-other-merchant"]);
    assert_eq!(read("Koperasi Contoh", &CODE.replace("71FC", "71FD")).codes(), ["qris-checksum"]);
    assert_eq!(read("Koperasi Contoh", "https://contoh.id").codes(), ["qris-unreadable"]);
    assert_eq!(read("Koperasi Contoh", ONE_TIME).codes(), ["qris-amount", "qris-one-time"]);
}

#[test]
fn a_photo_of_the_code_is_checked_as_its_text_is() {
    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    const ONE_TIME: &str = "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F";
    let read = |name: &str, keys: &str, photo: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: {name}\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: Susu}}]\npembayaran:\n  qris_foto: ./foto/qris.jpg\n{keys}-- content/kpc/foto/qris.jpg --\n{photo}"
        ))
    };
    let ours = "Koperasi Contoh";
    let report = read(ours, "", &format!("kode https://contoh.id\nkode {CODE}\n"));
    assert_eq!(report.brief(), "");
    let qris = report.cooperative().payment.qris.as_ref().expect("a code");
    assert_eq!((qris.payload.as_str(), qris.nmid.as_deref()), (CODE, Some("ID0000000000017")));
    let changed = CODE.replace("71FC", "71FD");
    for (name, photo, found) in [
        (ours, "", "qris-photo-without-code"),
        (ours, "kode https://contoh.id\n", "qris-photo-unreadable"),
        (ours, "kode 0002010102\n", "qris-photo-unreadable"),
        (ours, &format!("kode {changed}\n"), "qris-checksum"),
        (ours, &format!("kode {CODE}\nkode {ONE_TIME}\n"), "qris-photo-several"),
        ("Koperasi Peternak Sagara", &format!("kode {CODE}\n"), "qris-other-merchant"),
    ] {
        assert_eq!(read(name, "", photo).brief(), format!("profil.yaml:5:14 {found}\n"), "{photo}");
    }
    let both = |text: &str| read(ours, &format!("  qris: \"{text}\"\n"), &format!("kode {CODE}\n")).codes();
    assert_eq!(both(CODE), [""; 0]);
    assert_eq!(both(ONE_TIME), ["qris-photo-disagrees", "qris-amount", "qris-one-time"]);
}

#[test]
fn the_photo_of_the_code_is_named_before_the_profile_is_read() {
    let named = |payment: &str| {
        let site = format!("-- content/kpc/profil.yaml --\nnama: KPC\npembayaran: {payment}\n");
        code_photo(&folder(&site), &Settings::for_day(TODAY))
    };
    assert_eq!(named("{qris_foto: ./foto/qris.jpg}").as_deref(), Some("foto/qris.jpg"));
    assert_eq!(named("{qris_foto: [foto/qris.jpg]}"), None);
    assert_eq!(named("{tunai: ya} # qris_foto"), None);
}

#[test]
fn identifiers_are_warned_about_and_kept() {
    let report = check_profile(
        "produk: [{nama: Susu, sertifikat: {halal: KH0001, pirt: 12, bpom: SP 1, berlaku_sampai: 2026-12-31}}]
legal: {badan_hukum: diurus, nik_koperasi: 12, nib: 34, npwp: 56}
",
    );
    assert_eq!(report.findings.count(Level::Error), 0);
    assert_eq!(
        report.codes(),
        [
            "halal-not-a-certificate",
            "odd-identifier",
            "odd-identifier",
            "certificate-about-to-lapse",
            "odd-identifier",
            "odd-identifier",
            "odd-identifier",
            "odd-identifier"
        ]
    );
    assert_eq!(report.cooperative().legal.business_number.as_deref(), Some("34"));
    let lapsed = check_product("sertifikat: {halal: ID32110000000210001, berlaku_sampai: 2026-11-23}");
    assert_eq!(lapsed.codes(), ["certificate-lapsed"]);
}

#[test]
fn persons_are_protected() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: Susu}]
pengurus:
  - {nama: Dedi 3204 0101 0190 0001, jabatan: ketua, masa: 2019-2024}
  - {nama: Neneng, jabatan: bendhara, foto: foto/a.jpg}
anggota_ukm:
  - {id: a, usaha: A, pemilik: Bu A, foto: foto/a.jpg}
  - {id: b, usaha: B, pemilik: Bu B, foto: foto/a.jpg, izin: {tanggal: 2024-01-01, sampai: 2025-01-01}}
-- content/kpc/foto/a.jpg --
-- content/kpc/cerita/pkl.md --
---
judul: PKL
tanggal: 2026-10-05
foto: {berkas: foto/a.jpg, alt: Dua siswa di dapur}
penulis: Salsa
muda: true
---
Isi.
",
    );
    assert_eq!(
        report.brief(),
        "pkl.md:4:16 consent-of-guardian-missing
pkl.md:5:10 youth-name-without-consent
profil.yaml:5:12 citizen-number
profil.yaml:5:54 term-over
profil.yaml:6:29 unknown-word
profil.yaml:6:45 consent-missing
profil.yaml:8:32 consent-missing
profil.yaml:8:44 consent-missing
profil.yaml:9:56 consent-lapsed
"
    );
    let lapsed = &report.cooperative().members[1];
    assert_eq!((lapsed.owner.as_deref(), lapsed.photo.as_ref()), (None, None));
}

#[test]
fn a_citizens_number_is_refused_wherever_it_is_typed() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
alamat: Kp. Sukamaju, NIK 3204151203800001
tentang: |
  Kami menjual susu.

  Hubungi Bu Neneng (3204 1552 0380 0001).
tentang_en: We sell milk, ask 3204155203800001.
legal: {nik_koperasi: 3204151203800001}
pembayaran: {rekening: [{bank: bjb, nomor: 3204151203800001, atas_nama: KPC}]}
produk: [{nama: Susu, keterangan: Titip ke 3204151203800001 ya}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 2026-10-05
---
Cerita kami.

Kartu keluarga 3204151203800001 ikut dipotret.
",
    );
    let numbers = report.brief();
    let numbers: Vec<&str> = numbers.lines().filter(|line| line.ends_with("citizen-number")).collect();
    assert_eq!(
        numbers,
        [
            "panen.md:7:16 citizen-number",
            "profil.yaml:3:27 citizen-number",
            "profil.yaml:7:22 citizen-number",
            "profil.yaml:8:31 citizen-number",
            "profil.yaml:11:44 citizen-number",
        ]
    );
}

#[test]
fn a_link_that_will_not_be_one_is_told_at_its_address() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
tentang: |
  Lihat [harga](/harga/) dan [peta](http://peta.contoh.id/a),
  [kami](https://kpc.contoh.id) atau <kas@contoh.id>.
tentang_en: Ask [us](javascript:alert(1)).
produk: [{nama: Susu}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 2026-10-05
---
Baca [cerita lain](../lain/) di [laman](www.contoh.id).
",
    );
    assert_eq!(
        report.brief(),
        "panen.md:5:20 link-not-kept
panen.md:5:41 link-not-kept
profil.yaml:4:17 link-not-kept
profil.yaml:4:37 link-unsafe
profil.yaml:6:22 link-not-kept
"
    );
    let help = report.findings.iter().map(|finding| finding.help.en.clone()).collect::<Vec<_>>();
    assert!(help.iter().any(|help| help == "write `https://www.contoh.id`"), "{help:?}");
}

#[test]
fn a_story_for_pupils_names_nobody_without_a_record_and_tells_no_more_than_a_name() {
    let story = |front: &str, body: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kontak: {{telepon: 022-1234567}}
produk: [{{nama: Susu}}]
-- content/kpc/cerita/pkl.md --
---
judul: PKL
tanggal: 2026-10-05
{front}
muda: true
---
{body}
"
        ))
    };
    let author = |report: &Report| report.cooperative().stories[0].author.clone();
    let bare = story("penulis: Salsa", "Isi.");
    assert_eq!(bare.brief(), "pkl.md:4:10 youth-name-without-consent\n");
    assert_eq!(author(&bare), None);
    let agreed = story("penulis: Salsa\nizin: {tanggal: 2026-10-01, wali: ya}", "Isi.");
    assert_eq!((agreed.brief().as_str(), author(&agreed).as_deref()), ("", Some("Salsa")));
    let lapsed = story("penulis: Salsa\nizin: {tanggal: 2025-01-01, sampai: 2026-01-01}", "Isi.");
    assert_eq!((lapsed.codes(), author(&lapsed)), (vec!["consent-lapsed"], None));
    let class = story("penulis: Salsa kelas XI\nizin: {tanggal: 2026-10-01, wali: ya}", "Isi.");
    assert_eq!((class.codes(), author(&class)), (vec!["youth-story-tells-too-much"], None));
    let body =
        story("penulis: Salsa\nizin: {tanggal: 2026-10-01, wali: ya}", "Awal.\n\nAku lahir 3 Mei 2009.");
    assert_eq!(body.brief(), "pkl.md:10:5 youth-story-tells-too-much\n");
}

#[test]
fn claims_are_found_at_their_words() {
    let report = check_profile(
        "produk:
  - nama: Dodol
    keterangan: |
      Enak.
      Dijamin halal dan segar. Barang tidak dapat dikembalikan.
  - nama: Sirup
    keterangan: Belum bersertifikat halal.
tentang: |
  Kami membuka pinjaman untuk umum.
  <b>Mari</b>
",
    );
    assert_eq!(
        report.brief(),
        "profil.yaml:7:15 claim-halal
profil.yaml:7:39 claim-no-returns
profil.yaml:11:16 claim-public-finance
profil.yaml:12:3 raw-html
"
    );
}

#[test]
fn translations_go_with_their_original() {
    let report = check_profile(
        "slogan: Susu segar
slogan_en: Fresh milk
slogan_su: Susu seger
produk: [{nama: Susu, nama_en: Milk, keterangan_en: Only English}]
gabung: {syarat: [a, b], syarat_en: [A, B], manfaat: [a], manfaat_en: [A, B]}
",
    );
    assert_eq!(report.brief(), "profil.yaml:6:53 translation-alone\nprofil.yaml:7:71 translations-uneven\n");
    let cooperative = report.cooperative();
    let slogan = cooperative.slogan.as_ref().expect("a slogan");
    assert_eq!((slogan.get(Language::En), slogan.get(Language::Su)), ("Fresh milk", "Susu seger"));
    assert_eq!(cooperative.products[0].name.get(Language::En), "Milk");
    assert_eq!(cooperative.joining.as_ref().expect("joining").terms[1].get(Language::En), "B");
}

#[test]
fn a_story_has_its_lines() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: Susu}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 5 Oktober 2026
mda: ya
---

Isi <b>tebal</b>.
-- content/kpc/cerita/kosong.md --
Tanpa judul.
-- content/kpc/cerita/tumpah.md --
---
judul: Tumpah
-- content/kpc/cerita/utuh.md --
---
judul: Utuh
tanggal: 2026-10-05
---

Isi.
",
    );
    assert_eq!(
        report.brief(),
        "kosong.md:1:1 no-front-matter
panen.md:3:10 date-not-iso
panen.md:4:1 unknown-key
panen.md:7:5 raw-html
tumpah.md:1:1 front-matter-open
"
    );
    let story = &report.cooperative().stories[0];
    assert_eq!(
        (story.title.as_str(), story.body.as_str(), story.body_starts_after_line),
        ("Utuh", "\nIsi.\n", 4)
    );
}

#[test]
fn a_folder_must_be_an_address_with_a_profile() {
    let report = check(
        "-- content/Koperasi Susu/profil.yaml --\nnama: KPC\nkontak: {telepon: 022-1234567}\nproduk: [{nama: A}]\n",
    );
    assert_eq!(report.brief(), "Koperasi Susu folder-name\n");
    assert!(report.printed().contains("ganti nama folder menjadi `koperasi-susu`"));
    let report = check("-- content/kpc/foto/a.jpg --\n");
    assert_eq!(report.brief(), "kpc no-profile\n");
}

#[test]
fn more_products_than_allowed_are_not_read() {
    let many: String = (0..501).map(|index| "  - nama: p".to_owned() + &index.to_string() + "\n").collect();
    let report = check_profile(&format!("produk:\n{many}"));
    assert_eq!(report.brief(), "profil.yaml:3:1 too-many-products\n");
    assert_eq!(report.cooperative().products.len(), 500);
}

fn check_text(text: &str) -> Report {
    let mut folder = folder("-- content/kpc/profil.yaml --\n");
    folder.profile = Some(SourceFile::new("content/kpc/profil.yaml", text));
    let mut findings = Findings::new();
    let cooperative = read_cooperative(&folder, &Settings::for_day(TODAY), &mut findings);
    Report { cooperative, findings }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_at_all_panics(text in "\\PC{0,200}|[\\[\\]{}:,\\-#&*!|>'\"%@`\\n\\t a-c0-9.]{0,300}") {
        check_text(&text);
    }

    #[test]
    fn no_changed_profile_panics(
        at in 0.0..1.0_f64,
        length in 0..40_usize,
        with in "[\\[\\]{}:,\\-#&*!|>'\"%@`\\n\\t a-zé0-9.]{0,12}",
    ) {
        let folder = demo_folder("susu-sagara");
        let text = &folder.profile.as_ref().expect("a profile").text;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let start = (at * text.len() as f64) as usize;
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let changed = format!("{}{with}{}", &text[..floor(start)], &text[floor(start + length)..]);
        let report = check_text(&changed);
        for finding in &report.findings {
            prop_assert!(!finding.found.id.is_empty() && !finding.help.id.is_empty() && !finding.expected.en.is_empty());
            render_finding(finding, MessageLanguage::En);
        }
    }

    #[test]
    fn no_value_of_any_key_panics(value in "\\PC{0,40}|[-+0-9.,:/ a-zRp]{0,24}") {
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        let mut profile = String::new();
        for (path, key) in keys::walk(&keys::PROFILE).iter().filter(|(path, _)| !path.contains(['.', '['])) {
            if key.shape.section().is_none() {
                writeln!(profile, "{path}: \"{quoted}\"").expect("a String");
            }
        }
        let product: Vec<String> = keys::PRODUCT.keys.iter().map(|key| format!("{}: \"{quoted}\"", key.name)).collect();
        let contact: Vec<String> = keys::CONTACT.keys.iter().map(|key| format!("{}: \"{quoted}\"", key.name)).collect();
        writeln!(profile, "kontak: {{{}}}\nproduk: [{{{}}}]\nbuka: {{senin: \"{quoted}\"}}\npembayaran: {{qris: \"{quoted}\"}}", contact.join(", "), product.join(", ")).expect("a String");
        check_text(&profile);
    }
}
