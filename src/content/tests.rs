//! Behaviour of the room as a whole: small sites in memory, read as a build reads them.

mod clerks;
mod codes;
mod files;
mod handover;
mod lists;
mod mistakes;
mod money;
mod names;
mod outlets;
mod photos;
mod prose;
mod reach;
mod syntax;
mod table;
mod together;
mod whatever;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::finding::{MessageLanguage, Span, Text, render_finding};
use crate::keys::{self, Shape};
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
    /// Reads a folder; `codes` tells what can be read in the photo at a path.
    fn of(folder: &Folder, codes: impl Fn(&str) -> Option<SeenCodes>) -> Self {
        let mut findings = Findings::new();
        let settings = Settings::for_day(TODAY);
        let profile = parse_profile(folder, &settings, &mut findings);
        let codes = profile.code_photo().and_then(codes);
        let cooperative = read_cooperative(&profile, codes.as_ref(), &mut findings);
        Self { cooperative, findings }
    }

    /// One finding a line: place and code.
    fn brief(&self) -> String {
        self.findings.brief()
    }

    /// Codes in order of place.
    fn codes(&self) -> Vec<String> {
        let mut findings = self.findings.clone();
        findings.sort();
        findings.iter().map(|finding| finding.code.to_string()).collect()
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
    let files = files(site);
    let codes = |path: &str| files.get(&format!("content/kpc/{path}")).map(|text| Ok(codes_in(text)));
    Report::of(&folder_of(&files), codes)
}

/// What can be read in a photo, by the lines of its text.
fn codes_in(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|line| line.strip_prefix("kode ")).map(str::to_owned).collect()
}

/// The smallest sound profile, and what is added to it from its third line on.
fn check_profile(rest: &str) -> Report {
    check(&format!("-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {{whatsapp: 0812-0000-0000}}\n{rest}"))
}

/// One product of the smallest profile, in line 4.
fn check_product(keys: &str) -> Report {
    check_profile(&format!("produk:\n  - {{nama: Susu, {keys}}}\n"))
}

/// A profile of exactly that text.
fn check_text(text: &str) -> Report {
    let mut folder = folder("-- content/kpc/profil.yaml --\n");
    folder.profile = Some(SourceFile::new("content/kpc/profil.yaml", text));
    Report::of(&folder, |_| None)
}

/// The texts of a site's files, by their paths.
fn files(site: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in site.split_inclusive('\n') {
        if let Some(path) = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            files.insert(path.to_owned(), String::new());
            current = Some(path.to_owned());
        } else if let Some(text) = current.as_ref().and_then(|file| files.get_mut(file)) {
            text.push_str(line);
        }
    }
    files
}

fn folder(site: &str) -> Folder {
    folder_of(&files(site))
}

/// The one folder that the files stand in.
fn folder_of(files: &BTreeMap<String, String>) -> Folder {
    let parts = |path: &str| {
        let inside = path.strip_prefix("content/").expect("a path in content/");
        let (folder, file) = inside.split_once('/').expect("a path in a folder");
        (folder.to_owned(), file.to_owned())
    };
    let name = files.keys().last().map_or("kpc".to_owned(), |path| parts(path).0);
    let path = format!("content/{name}");
    let mut folder = Folder { name, path, profile: None, stories: Vec::new(), photos: BTreeMap::new() };
    for (at, text) in files {
        let file = parts(at).1;
        if file == "profil.yaml" {
            folder.profile = Some(SourceFile::new(&**at, &**text));
        } else if let Some(stem) = file.strip_prefix("cerita/").and_then(|name| name.strip_suffix(".md")) {
            folder.stories.push(TextFile { stem: stem.to_owned(), source: SourceFile::new(&**at, &**text) });
        } else {
            folder.photos.insert(file, if text.starts_with("rusak") { faulty(at) } else { sound() });
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
        video_bytes: 0,
        is_animated: false,
        is_cmyk: false,
    })
}

fn faulty(path: &str) -> Photo {
    Photo::Faulty(Box::new(Finding {
        code: "photo-broken".into(),
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
fn an_old_address_is_no_folder_of_the_site() {
    let report = check_profile("produk: [{nama: A}]\nalamat_lama: [aset, en, kpc-lama, 404]\n");
    let code = "old-slug-of-the-site";
    assert_eq!(
        report.brief(),
        format!("profil.yaml:4:15 {code}\nprofil.yaml:4:21 {code}\nprofil.yaml:4:35 {code}\n")
    );
    assert_eq!(report.cooperative().old_slugs.len(), 1);
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

#[test]
fn a_price_below_any_coin_and_what_saves_nothing_is_told_at_its_place() {
    let report = check_profile(
        "produk:
  - {nama: A, harga: 35, satuan: kg}
  - {nama: B, harga: 90.000, satuan: kg, harga_anggota: 85.000, promo: {harga: 80.000, sampai: 2099-12-31}}
  - {nama: C, harga: 9.000, satuan: kg, minimal: 12, grosir: [{mulai: 10, harga: 8.500}]}
  - {nama: D, harga: 9.000, satuan: kg, promo: {harga: 8.000, sampai: 2099-12-31}, varian: [{nama: E, harga: 10.000}]}
gabung: {simpanan_pokok: 100, simpanan_wajib: 20}
",
    );
    assert_eq!(
        report.brief(),
        "profil.yaml:4:22 price-below-any-coin
profil.yaml:5:42 promo-is-cheaper
profil.yaml:6:54 tier-below-minimum
profil.yaml:7:15 reaches-no-variant
profil.yaml:7:41 reaches-no-variant
profil.yaml:8:47 price-below-any-coin
"
    );
    assert!(report.printed().contains("maksud Anda `Rp 35.000`?"), "{}", report.printed());
}

#[test]
fn weights_are_read_as_strictly_as_prices() {
    let berat = |text: &str| {
        let report =
            check_profile(&format!("produk: [{{nama: A, harga: 35.000, satuan: kg, berat: \"{text}\"}}]\n"));
        report.codes().join(" ")
    };
    for (text, code) in [
        ("1,800 g", "weight-comma-groups"),
        ("2,500 gram", "weight-comma-groups"),
        ("1,250 ml", "weight-comma-groups"),
        ("1,25 g", "not-a-weight"),
        ("1.500 kg", "price-per-measure-odd weight-huge"),
        ("1 g", "price-per-measure-odd"),
        ("1.800 g", ""),
        ("1,8 kg", ""),
        ("1,250 kg", ""),
        ("0,25 liter", ""),
    ] {
        assert_eq!(berat(text), code, "{text}");
    }
}

#[test]
fn heading_and_unit_of_a_product_are_translated() {
    let report = check_product(
        "harga: Rp 9.000, kategori: Olahan, kategori_en: Dairy, satuan: botol, satuan_en: bottle, varian: [{nama: A, satuan: dus, satuan_su: dus alit}, {nama: B}]",
    );
    assert_eq!(report.brief(), "");
    let product = &report.cooperative().products[0];
    let unit =
        |text: Option<&crate::model::LocalText>, language| text.expect("a unit").get(language).to_owned();
    assert_eq!(unit(product.category.as_ref(), Language::En), "Dairy");
    assert_eq!(unit(product.unit.as_ref(), Language::En), "bottle");
    assert_eq!(unit(product.unit.as_ref(), Language::Su), "botol");
    assert_eq!(unit(product.variants[0].unit.as_ref(), Language::Su), "dus alit");
}
