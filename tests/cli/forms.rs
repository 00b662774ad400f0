//! The form of `import --template` as clerks fill it in and save it.

use std::io::{Cursor, Read as _};

use rust_xlsxwriter::Workbook;

use crate::sheets::{HAND_MADE, codes, told};
use crate::site::Site;

/// A sheet of the form's goods: its heads, the example below them, and this typed over some of its cells.
fn typed_over(cells: &[(usize, &str)]) -> String {
    let heads = ["Koperasi", "Nama Produk *", "Kode", "Harga", "Satuan", "P-IRT", "Produsen"];
    let example = [
        "contoh: Koperasi Peternakan Contoh",
        "contoh: Susu pasteurisasi",
        "Contoh: SP-01",
        "contoh: 12.500",
        " contoh: botol",
        "contoh: 2061234567890-26",
        "contoh: dapur-lestari",
    ];
    let typed = |column: usize| cells.iter().find(|(at, _)| *at == column).map(|(_, text)| *text);
    let row: Vec<&str> = (0..heads.len()).map(|column| typed(column).unwrap_or(example[column])).collect();
    format!("{}\n{}\n", heads.join(","), row.join(","))
}

#[test]
fn examples_beside_a_name_that_was_typed_over_are_left_out_and_told() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("barang.csv", typed_over(&[]), "--json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "nothing was typed");
    assert_eq!(site.profile(), HAND_MADE);
    let run =
        site.import("barang.csv", typed_over(&[(1, "Kopi bubuk"), (3, "15.000"), (4, "pak")]), "--json");
    assert_eq!((run.code, codes(&run)), (0, vec!["example-left".to_owned()]), "{}", run.stdout);
    assert_eq!(told(&run, "example-left"), [("warning".to_owned(), "A2".to_owned())]);
    assert!(run.stdout.contains("A2, C2, F2, G2"), "{}", run.stdout);
    let profile = site.profile();
    assert!(profile.contains("Kopi bubuk") && profile.contains("Rp 15.000"), "{profile}");
    assert!(!profile.contains("SP-01") && !profile.contains("206123"), "{profile}");
}

/// A form in which nobody has filled in the column `Koperasi`.
fn without_owners(cooperatives: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Koperasi").expect("a name");
    sheet.write_row(0, 0, ["Nama Koperasi *", "WhatsApp"]).expect("a row");
    for (row, name) in (1..).zip(cooperatives) {
        sheet.write_row(row, 0, [*name, "0812-0000-0000"]).expect("a row");
    }
    let sheet = book.add_worksheet().set_name("Produk").expect("a name");
    sheet.write_row(0, 0, ["Koperasi", "Nama Produk *", "Harga"]).expect("a row");
    sheet.write_row(1, 0, ["", "Kopi", "15.000"]).expect("a row");
    let sheet = book.add_worksheet().set_name("Pengurus").expect("a name");
    sheet.write_row(0, 0, ["Koperasi", "Nama Pengurus *", "Jabatan"]).expect("a row");
    sheet.write_row(1, 0, ["contoh: KPC", "Neneng", "Ketua"]).expect("a row");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_form_of_one_cooperative_may_leave_the_column_of_owners_empty() {
    // A new one, whoever is there already.
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("lembar.xlsx", without_owners(&["KUD Maju"]), "--json");
    assert_eq!((run.code, codes(&run)), (0, vec!["example-left".to_owned()]), "{}", run.stdout);
    let profile = site.read("content/kud-maju/profil.yaml");
    assert!(profile.contains("Kopi") && profile.contains("Neneng"), "{profile}");
    assert_eq!(site.profile(), HAND_MADE);
    // The one that is there, where the form registers none.
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("lembar.xlsx", without_owners(&[]), "--json");
    assert_eq!((run.code, codes(&run)), (0, vec!["example-left".to_owned()]), "{}", run.stdout);
    assert!(site.profile().contains("Kopi"), "{}", site.profile());
    // Of two, nobody can tell whose it is.
    let site = Site::new();
    let run = site.import("lembar.xlsx", without_owners(&["KUD Maju", "KUD Mundur"]), "--json");
    assert_eq!((run.code, told(&run, "cooperative-not-named").len()), (1, 2), "{}", run.stdout);
}

#[test]
fn a_form_saved_with_its_first_sheet_alone_says_how_to_save_it() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Petunjuk,,,\n1. Isi lembar Koperasi,,,\n,,,\nLembar,Kolom,Isinya,Contoh\n\
                 Koperasi,Nama Koperasi *,nama lengkap koperasi,Koperasi Contoh\n\
                 Koperasi,Badan Hukum,nomor akta,AHU-0000014.AH.01.29.TAHUN 2021\n";
    let run = site.import("lembar.csv", sheet, "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["sheet-of-instructions".to_owned()]));
    assert!(run.stdout.contains(".xlsx"), "{}", run.stdout);
    // In a whole form it stands beside the others, whatever they are called.
    let mut book = Workbook::new();
    let first = book.add_worksheet().set_name("Petunjuk").expect("a name");
    first.write_row(3, 0, ["Lembar", "Kolom", "Isinya", "Contoh"]).expect("a row");
    let goods = book.add_worksheet().set_name("Produk").expect("a name");
    goods.write_row(0, 0, ["Nama Produk *", "Harga"]).expect("a row");
    goods.write_row(1, 0, ["Kopi", "15.000"]).expect("a row");
    let run = site.import("lembar.xlsx", book.save_to_buffer().expect("a workbook"), "--json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()));
}

#[test]
fn a_cell_that_waits_for_leave_is_not_told_as_an_empty_one() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Tahun Buku,Tanggal RAT,Ringkasan\n2025,01-03-2026,Laporan diterima\n";
    let run = site.import("rat.csv", sheet, "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["cell-day-order".to_owned()]), "{}", run.stdout);
    assert_eq!(site.profile(), HAND_MADE);
    let run = site.import("rat.csv", sheet, "--json --accept");
    assert_eq!((run.code, codes(&run)), (0, vec!["cell-day-order".to_owned()]), "{}", run.stdout);
    assert!(site.profile().contains("2026-03-01"), "{}", site.profile());
}

#[test]
fn every_head_that_the_guide_names_is_read() {
    let guide = std::fs::read_to_string("docs/PANDUAN-IMPOR.md").expect("the guide");
    let table = guide.split("| lembar | kolom yang penting |").nth(1).expect("the table of heads");
    let mut named = 0;
    for row in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let heads: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        named += heads.len();
        let site = Site::with_profile(HAND_MADE);
        let run =
            site.import("lembar.csv", format!("{}\n", heads.join(";")) + &"x;".repeat(heads.len()), "--json");
        for code in ["head-unknown", "head-guessed", "head-twice", "sheet-not-understood"] {
            assert_eq!(told(&run, code), [], "{row}: {}", run.stdout);
        }
    }
    assert!(named > 20, "{named} heads");
}

/// A part of the form's file.
fn part_of_form(site: &Site, part: &str) -> String {
    let bytes = std::fs::read(site.path("lembar.xlsx")).expect("the form");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(part).expect("a part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn the_form_prints_landscape_with_its_heads_on_pages_that_can_be_read() {
    let site = Site::new();
    assert_eq!(site.run("import --template lembar.xlsx").code, 0);
    // Instructions, cooperatives, goods and officers: as many pages side by side as their columns need.
    for (number, wide) in [(1, 1), (2, 5), (3, 3), (7, 1)] {
        let sheet = part_of_form(&site, &format!("xl/worksheets/sheet{number}.xml"));
        let setup = sheet
            .split("<pageSetup")
            .nth(1)
            .expect("a page")
            .split('>')
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(setup.contains("orientation=\"landscape\"") && setup.contains("paperSize=\"9\""), "{setup}");
        assert!(setup.contains("fitToHeight=\"0\""), "as many pages as there are rows: {setup}");
        let fit = format!("fitToWidth=\"{wide}\"");
        assert!(setup.contains(&fit) || (wide == 1 && !setup.contains("fitToWidth")), "{number}: {setup}");
        assert!(
            sheet.contains("<oddFooter>&amp;L&amp;A&amp;CHalaman &amp;P dari &amp;N&amp;R&amp;F</oddFooter>"),
            "{number}"
        );
    }
    let names = part_of_form(&site, "xl/workbook.xml");
    for titles in ["Koperasi!$A:$A,Koperasi!$1:$1", "Produk!$A:$B,Produk!$1:$1", "Pengurus!$1:$1"] {
        assert!(names.contains(titles), "{titles}: {names}");
    }
    // A print area would leave out what somebody types below it.
    assert!(!names.contains("Print_Area"), "{names}");
}
