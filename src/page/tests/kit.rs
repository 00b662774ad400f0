//! The kit for pupils who found a cooperative, and its cash book.

use std::io::{Cursor, Read};

use super::*;

fn bytes(plan: &Plan, path: &str) -> Vec<u8> {
    let output = plan.get(path).unwrap_or_else(|| panic!("{path} is not there"));
    output.bytes().unwrap_or_else(|| panic!("{path} is a picture")).to_owned()
}

/// A part of a workbook.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part of that name").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn a_site_of_one_has_the_kit_in_every_language_and_a_portal_has_it_instead_of_its_cooperatives() {
    let alone = plan_of(&cooperative(), &settings(), SiteShape::One);
    for language in ["", "su/", "en/"] {
        for sheet in crate::routes::KIT_SHEETS {
            let html = page(&alone, &format!("{language}muda/kit/{sheet}/index.html"));
            for forbidden in ["<form", "<script src", "localStorage", " style="] {
                assert!(!html.contains(forbidden), "{language}{sheet}: {forbidden}");
            }
        }
        assert!(page(&alone, &format!("{language}muda/kit/index.html")).contains("\"LearningResource\""));
    }
    assert!(page(&alone, "muda/index.html").contains("href=\"../muda/kit/\""));
    let among_many = plan_of(&cooperative(), &settings(), SiteShape::Many);
    assert!(!among_many.iter().any(|(path, _)| path.as_str().contains("/kit/")));
    let root = SiteShape::Many.root_of(&cooperative());
    assert!(page(&among_many, &format!("{root}muda/index.html")).contains("href=\"../../muda/kit/\""));
    assert!(
        page(&among_many, &format!("{root}en/muda/index.html")).contains("href=\"../../../en/muda/kit/\"")
    );
}

#[test]
fn what_a_sheet_says_is_told_in_indonesian_on_a_sundanese_page() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let sheet = page(&plan, "su/muda/kit/daftar/index.html");
    assert!(sheet.contains("Daptar ngadegkeun") && sheet.contains("class=\"sheet\" lang=\"id\""), "{sheet}");
    assert!(sheet.contains("pelajar boleh membentuk koperasi"));
    let english = page(&plan, "en/muda/kit/daftar/index.html");
    assert!(english.contains("lang=\"en\"") && english.contains("pupils may form a cooperative"));
    assert_eq!(sheet.matches("type=\"checkbox\"").count(), english.matches("type=\"checkbox\"").count());
}

#[test]
fn the_workbook_works_out_its_balance_and_is_the_same_at_every_build() {
    let plan = || plan_of(&cooperative(), &settings(), SiteShape::One);
    let workbook = bytes(&plan(), "muda/kit/buku-kas.xlsx");
    assert_eq!(workbook, bytes(&plan(), "muda/kit/buku-kas.xlsx"));
    assert!(part(&workbook, "docProps/core.xml").contains("2026-01-01T00:00:00Z"));
    let names = part(&workbook, "xl/workbook.xml");
    for name in ["Buku kas", "Contoh", "Cara mengisi"] {
        assert!(names.contains(&format!("name=\"{name}\"")), "{names}");
    }
    let styles = part(&workbook, "xl/styles.xml");
    assert!(styles.contains("[$Rp-421]#,##0"), "{styles}");
    let book = part(&workbook, "xl/worksheets/sheet1.xml");
    assert_eq!(book.matches("SUM(D$5:D").count(), 300);
    // The last line of the example: everything that came in, less everything that went out.
    let example = part(&workbook, "xl/worksheets/sheet2.xml");
    let formula = "<f>IF(COUNTA(A11:E11)=0,\"\",SUM(D$5:D11)-SUM(E$5:E11))</f><v>261500</v>";
    assert!(example.replace("&quot;", "\"").contains(formula), "{example}");
    assert!(example.contains("<f>D2-E2</f><v>261500</v>"), "{example}");
}

#[test]
fn the_table_is_one_that_an_indonesian_spreadsheet_program_opens() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let table = page(&plan, "muda/kit/buku-kas.csv");
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Tanggal;Bukti;Keterangan;Masuk;Keluar;Saldo");
    assert_eq!(lines[2], "2027-01-04;2;Beli 24 botol susu, Rp5.000 sebotol;;120000;80000");
    assert_eq!(lines[7], "2027-01-08;7;Simpanan wajib 20 anggota, Rp2.000 seorang;40000;;261500");
    assert!(plan.get("en/muda/kit/cash-book.csv").is_some());
}
