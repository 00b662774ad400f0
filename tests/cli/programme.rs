//! The office's programme: spreadsheets as offices keep them, on the page of monitoring, and never a contact.

use rust_xlsxwriter::{Format, Workbook};

use crate::site::{SMALL, Site, files};

/// A merged title above the heads, heads in two rows, a regency merged over its rows, numbers as text and text as
/// numbers, and two spellings of one regency.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 7, "DAFTAR PESERTA PROGRAM ETALASE 2026", &plain).expect("a title");
    for (column, head) in [(0, "No"), (1, "Nama Koperasi"), (2, "Kab./Kota"), (3, "Tahap"), (4, "Kontak WA")]
    {
        sheet.write(2, column, head).expect("a head");
    }
    sheet.merge_range(2, 5, 2, 6, "Bimtek", &plain).expect("a head");
    sheet.write(3, 5, "Foto").expect("a head").write(3, 6, "Harga").expect("a head");
    sheet.merge_range(4, 2, 5, 2, "Kabupaten Bandung", &plain).expect("a regency");
    let rows = [
        ("Koperasi Tani Maju", "", 812_000_001_u32, "hadir", "hadir"),
        ("KUD Mekar", "", 812_000_002, "tidak", "diundang"),
        ("Koperasi Nelayan", "KAB. BANDUNG", 812_000_003, "susulan", ""),
    ];
    for (row, (name, regency, number, photo, price)) in (4_u32..).zip(rows) {
        sheet.write(row, 0, row - 3).expect("a number").write(row, 1, name).expect("a name");
        if !regency.is_empty() {
            sheet.write(row, 2, regency).expect("a regency");
        }
        sheet.write(row, 3, "1").expect("a number as text").write(row, 4, number).expect("a lost 0");
        sheet.write(row, 5, photo).expect("a word").write(row, 6, price).expect("a word");
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn site() -> Site {
    let shop = "nama: Koperasi Tani Maju\nwilayah: 32.04\nkontak: {whatsapp: 0812-0000-0009}\n";
    Site::with_profile(SMALL)
        .write("content/tani/profil.yaml", shop)
        .write("content/_program/peserta.xlsx", workbook())
        .write("content/_program/~$peserta.xlsx", "an open spreadsheet program's own")
        .write(
            "content/_agenda/bimtek-foto.yaml",
            "judul: Bimtek foto\nmulai: 2026-12-05 08:00\nsusulan: {mulai: 2026-12-19 08:00, tempat: Soreang}\n",
        )
}

#[test]
fn a_spreadsheet_of_the_programme_is_read_as_offices_keep_it() {
    let site = site();
    let run = site.run("build --json --today 2026-11-24");
    let codes: Vec<String> = run.codes().into_iter().filter(|code| code.starts_with("programme-")).collect();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(codes, ["programme-zero-lost", "programme-place-spellings"], "{}", run.stdout);
    let page = site.read("public/pantau/program/index.html");
    assert!(page.contains("3 koperasi di daftar, 1 sudah tayang, 2 belum"), "{page}");
    for waiting in ["KUD Mekar", "Koperasi Nelayan", "Tahap 1", "Kabupaten Bandung"] {
        assert!(page.contains(waiting), "{waiting}: {page}");
    }
    assert!(!page.contains("<li>Koperasi Tani Maju"), "it is online");
    assert!(page.contains("1 hadir, 2 perlu susulan, 0 belum dicatat"), "{page}");
    assert!(page.contains("Susulan: ") && page.contains("19 Desember 2026") && page.contains("Soreang"));
    let report = site.read("public/pantau/32-04/cetak/index.html");
    assert!(report.contains("<p>KUD Mekar, Koperasi Nelayan</p>"), "{report}");
    let data: serde_json::Value =
        serde_json::from_str(&site.read("public/pantau/pantau.json")).expect("valid JSON");
    assert_eq!((&data["programme"]["listed"], &data["programme"]["online"]), (&3.into(), &1.into()));
    assert_eq!(data["programme"]["waiting"][0]["name"], "KUD Mekar");
    let table = site.read("public/pantau/pantau.csv");
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let row = |name: &str| rows.iter().find(|row| &row[1] == name).unwrap_or_else(|| panic!("{table}"));
    let waiting = row("KUD Mekar");
    assert_eq!([&waiting[2], &waiting[3], &waiting[7]], ["32.04", "Kabupaten Bandung", "belum tayang"]);
    assert_eq!([&waiting[22], &row("Koperasi Tani Maju")[22]], ["1", "1"], "the stage of both");
}

#[test]
fn no_contact_of_the_programme_is_published_or_shown() {
    let site = site();
    let run = site.run("build --json --today 2026-11-24");
    for number in ["812000001", "812000002", "812000003"] {
        assert!(!run.stdout.contains(number) && !run.stderr.contains(number), "{}", run.stdout);
        for (path, bytes) in files(&site.path("public")) {
            assert!(!crate::site::contains(&bytes, number.as_bytes()), "{number} in {path}");
        }
    }
    assert!(!files(&site.path("public")).keys().any(|path| path.contains("peserta")));
}

#[test]
fn an_earlier_report_gives_the_trend_and_what_has_changed() {
    let site = site();
    assert_eq!(site.run("build --today 2026-11-24").code, 0);
    let report = site.read("public/pantau/pantau.json");
    let shop = "nama: Koperasi Baru\nkontak: {whatsapp: 0812-0000-0008}\n";
    let site =
        site.write("content/_program/laporan-2026-11.json", &report).write("content/baru/profil.yaml", shop);
    assert_eq!(site.run("build --today 2026-12-24").code, 0);
    let page = site.read("public/pantau/program/index.html");
    assert!(page.contains("Yang berubah sejak 24 November 2026"), "{page}");
    assert!(page.contains("<dt>Baru tayang (1)</dt><dd>Koperasi Baru</dd>"), "{page}");
    assert!(page.contains("<b>24 November 2026</b> 2 koperasi"), "{page}");
    assert!(page.contains("<b>24 Desember 2026</b> 3 koperasi"), "{page}");
}
