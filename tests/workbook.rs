//! Spreadsheets as they come: files of real programs, files that are something else, and files that hold too much.
//! Who made the committed ones, and how: `tests/workbook/README.md`.
#![expect(clippy::disallowed_methods, reason = "these tests read files")]

#[path = "workbook/making.rs"]
mod making;

use std::fmt::Write as _;
use std::fs;

use etalase::for_tests::{CellFormat, Merged, Sheet, SheetLimits, Workbook, cell_name, read_workbook};
use etalase::{Findings, Level, MessageLanguage, render_finding};
use making::{compound, inline, ods, part, sheet_of, xlsx, zip};

/// A workbook and what is said of it: an error exactly where it is not read.
fn read(name: &str, bytes: &[u8], limits: &SheetLimits) -> (Option<Workbook>, Findings) {
    let mut findings = Findings::new();
    let workbook = read_workbook(name, bytes, limits, &mut findings);
    assert_eq!(workbook.is_none(), findings.has_error(), "{name}: {}", findings.brief());
    (workbook, findings)
}

/// A committed file.
fn file(name: &str) -> Vec<u8> {
    fs::read(format!("tests/workbook/{name}")).expect("a committed file")
}

/// A committed file that is read without a finding.
fn workbook(name: &str) -> Workbook {
    let (workbook, findings) = read(name, &file(name), &SheetLimits::default());
    assert!(findings.is_empty(), "{name}: {}", findings.brief());
    workbook.expect("a workbook")
}

/// One line a cell: its name, value and format.
fn brief(sheet: &Sheet) -> String {
    let mut brief = String::new();
    for row in &sheet.rows {
        for cell in &row.cells {
            let name = cell_name(cell.column, row.number);
            let _ = writeln!(brief, "{name} {:?} {:?}", cell.value, cell.format);
        }
    }
    brief
}

/// Value and format of one cell, by its name.
fn at<'b>(brief: &'b str, name: &str) -> &'b str {
    let line = brief.lines().find(|line| line.split(' ').next() == Some(name));
    line.map_or("", |line| &line[name.len() + 1..])
}

/// The codes of what is said of a file that is not read, which is one error in both languages.
fn refusal(name: &str, bytes: &[u8], limits: &SheetLimits) -> String {
    let (workbook, findings) = read(name, bytes, limits);
    assert!(workbook.is_none() && findings.len() == 1, "{name}: {}", findings.brief());
    let finding = findings.iter().next().expect("one");
    for language in [MessageLanguage::Id, MessageLanguage::En] {
        for words in [&finding.found, &finding.expected, &finding.help] {
            assert!(words.get(language).len() > 10, "{name}: {}", render_finding(finding, language));
        }
    }
    assert_eq!(finding.at.file.path, name);
    finding.code.to_string()
}

fn refused(name: &str, bytes: &[u8]) -> String {
    refusal(name, bytes, &SheetLimits::default())
}

// ---- files of real programs ----

#[test]
fn what_was_typed_arrives_as_the_program_kept_it() {
    for (name, cells) in [
        (
            "typed-id",
            &[
                ("B3", "Number(12500.0)"),
                ("B5", "Number(-12500.0)"),
                ("B6", "Number(12.5)"),
                ("C3", "Number(81200000001.0)"),
                ("C4", "Text(\"0812-0000-0001\")"),
                ("D3", "Day(2026-12-05)"),
                ("D5", "Text(\"1-4\")"),
                ("D6", "Day(2026-12-05)"),
                ("E3", "Time(08:00:00)"),
                ("E4", "Text(\"08.00\")"),
                ("F3", "Number(0.125)"),
                ("G3", "Flag(true)"),
                ("G4", "Flag(false)"),
                ("H4", "Day(2026-02-01)"),
            ][..],
        ),
        (
            "typed-en",
            &[
                ("B3", "Number(12.5)"),
                ("B4", "Text(\"Rp 9.000\")"),
                ("B5", "Text(\"12.500,-\")"),
                ("B6", "Number(12500.0)"),
                ("D3", "Day(2026-05-12)"),
                ("E4", "Number(8.0)"),
                ("F3", "Text(\"12,5%\")"),
                ("G3", "Text(\"BENAR\")"),
                ("H4", "Day(2026-01-02)"),
            ][..],
        ),
    ] {
        for ending in ["xlsx", "ods", "xls"] {
            let name = format!("{name}.{ending}");
            let brief = brief(&workbook(&name).sheets[0]);
            for (cell, value) in cells {
                assert!(at(&brief, cell).starts_with(value), "{name} {cell}: {}", at(&brief, cell));
            }
        }
    }
}

#[test]
fn marks_of_every_program_are_told() {
    for name in [
        "marks-openpyxl.xlsx",
        "marks-exceljs.xlsx",
        "marks-libreoffice.xlsx",
        "marks-libreoffice.ods",
        "marks-libreoffice.xls",
    ] {
        let book = workbook(name);
        let [products, notes] = &book.sheets[..] else { panic!("{name}: two sheets") };
        assert_eq!((products.name.as_str(), products.is_hidden), ("Produk", false), "{name}");
        assert_eq!((notes.name.as_str(), notes.is_hidden), ("Catatan", true), "{name}");
        let title = Merged { first_row: 1, first_column: 1, last_row: 1, last_column: 3 };
        assert_eq!(products.merged, [title], "{name}");
        assert_eq!(products.hidden_columns, [(9, 9)], "{name}");
        let hidden: Vec<u32> =
            products.rows.iter().filter(|row| row.is_hidden).map(|row| row.number).collect();
        assert_eq!(hidden, [5], "{name}");
        assert!(brief(notes).starts_with("C3 Text(\"dua\\nbaris\")"), "{name}");
        let brief = brief(products);
        assert!(at(&brief, "D5").starts_with("DayTime(2026-12-05T08:30:00)"), "{name}");
        assert!(at(&brief, "C4").starts_with("Text(\"081200000001\")"), "{name}");
        assert!(at(&brief, "I4").starts_with("Number(9000.0)"), "{name}");
    }
}

#[test]
fn a_container_is_read_as_web_programs_write_it_and_refused_when_it_is_cut_off() {
    let book = workbook("rows-sheetjs.xls");
    assert_eq!(book.sheets[0].name, "Produk");
    assert!(at(&brief(&book.sheets[0]), "B3").starts_with("Text(\"Rp 9.000\")"));
    let bytes = file("rows-sheetjs.xls");
    for length in (512..bytes.len()).step_by(512) {
        assert_eq!(refused("rows.xls", &bytes[..length]), "workbook-damaged", "{length} bytes");
    }
}

#[test]
fn formats_tell_rupiah_percent_and_zeros_where_the_file_keeps_them() {
    for name in ["marks-openpyxl.xlsx", "marks-exceljs.xlsx", "marks-libreoffice.xlsx"] {
        let brief = brief(&workbook(name).sheets[0]);
        assert_eq!(at(&brief, "B4"), "Number(12500.0) Rupiah", "{name}");
        assert_eq!(at(&brief, "B5"), "Number(9000.0) General", "{name}");
        assert_eq!(at(&brief, "C4"), "Text(\"081200000001\") Text", "{name}");
        assert_eq!(at(&brief, "F4"), "Number(0.4) Percent", "{name}");
        assert_eq!(at(&brief, "H4"), "Number(7.0) Zeros(3)", "{name}");
    }
    let ods = brief(&workbook("marks-libreoffice.ods").sheets[0]);
    assert_eq!((at(&ods, "B4"), at(&ods, "F4")), ("Number(12500.0) Rupiah", "Number(0.4) Percent"));
    assert_eq!(workbook("marks-libreoffice.xls").sheets[0].rows[0].cells[0].format, CellFormat::Text);
}

#[test]
fn a_formula_is_its_result_its_error_or_an_error_without_words() {
    for (name, sum, division) in [
        ("marks-openpyxl.xlsx", "Error(\"\")", "Error(\"\")"),
        ("marks-exceljs.xlsx", "Error(\"\")", "Error(\"#DIV/0!\")"),
        ("marks-libreoffice.xlsx", "Number(21500.0)", "Error(\"#DIV/0!\")"),
        ("marks-libreoffice.ods", "Number(21500.0)", "Error(\"#DIV/0!\")"),
        ("marks-libreoffice.xls", "Number(21500.0)", "Error(\"#DIV/0!\")"),
    ] {
        let brief = brief(&workbook(name).sheets[0]);
        assert!(at(&brief, "B6").starts_with(sum), "{name}: {}", at(&brief, "B6"));
        assert!(at(&brief, "C6").starts_with(division), "{name}: {}", at(&brief, "C6"));
    }
}

#[test]
fn sparse_writers_and_their_calendars_are_read() {
    let sheet = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>Kopi</x:t></x:is></x:c>\
        <x:c s='1'><x:v>44893</x:v></x:c></x:row><x:row><x:c t='d'><x:v>2026-11-29T08:00:00</x:v></x:c></x:row>\
        </x:sheetData></x:worksheet>";
    let styles = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
    let bytes = xlsx("<workbookPr date1904='1'/>", &[("xl/styles.xml", styles)], &[("Satu", sheet)]);
    let (book, _) = read("satu.xlsx", &bytes, &SheetLimits::default());
    assert_eq!(
        brief(&book.expect("a workbook").sheets[0]),
        "A1 Text(\"Kopi\") General\nB1 Day(2026-11-29) Day\nA2 DayTime(2026-11-29T08:00:00) Day\n"
    );
}

#[test]
fn cells_of_ods_stand_where_they_stand() {
    let rows = "<table:table-row table:number-rows-repeated='3'/><table:table-row>\
        <table:table-cell table:number-columns-repeated='2'/>\
        <table:table-cell table:number-columns-spanned='2' office:value-type='string'><text:p>a<text:s text:c='2'/>b</text:p>\
        <text:p>c<text:tab/>&amp;</text:p><office:annotation><text:p>catatan</text:p></office:annotation></table:table-cell>\
        <table:covered-table-cell office:value-type='float' office:value='7'/>\
        <table:table-cell office:value-type='string'><text:p>#N/A</text:p></table:table-cell></table:table-row>\
        <table:table-row table:visibility='filter' table:number-rows-repeated='2'>\
        <table:table-cell table:number-columns-repeated='2' office:value-type='time' office:time-value='PT08H30M00S'/>\
        </table:table-row><table:table-row table:number-rows-repeated='1048570'><table:table-cell/></table:table-row>";
    let flat = format!(
        "<?xml version='1.0'?><office:document office:mimetype='x.opendocument.spreadsheet'>{}",
        part(rows)
    );
    for (name, bytes) in [("a.ods", ods(rows)), ("a.fods", flat.into_bytes())] {
        let (book, findings) = read(name, &bytes, &SheetLimits::default());
        assert!(findings.is_empty(), "{}", findings.brief());
        let sheet = &book.expect("a workbook").sheets[0];
        assert_eq!(
            brief(sheet),
            "C4 Text(\"a  b\\nc\\t&\") Text\nD4 Number(7.0) Unknown\nE4 Error(\"#N/A\") Text\n\
             A5 Time(08:30:00) Day\nB5 Time(08:30:00) Day\nA6 Time(08:30:00) Day\nB6 Time(08:30:00) Day\n"
        );
        assert_eq!(sheet.merged, [Merged { first_row: 4, first_column: 3, last_row: 4, last_column: 4 }]);
        assert_eq!(sheet.rows.iter().map(|row| row.is_hidden).collect::<Vec<_>>(), [false, true, true]);
    }
}

#[test]
fn text_is_read_with_the_rows_that_a_spreadsheet_shows() {
    let typed = "sep=;\r\nnama;harga\r\n\r\n\"Kopi\nbubuk\"; \"12.500\"\r\nTeh;#REF!\r\n";
    let (book, findings) = read("a.csv", typed.as_bytes(), &SheetLimits::default());
    assert!(findings.is_empty());
    assert_eq!(
        brief(&book.expect("a workbook").sheets[0]),
        "A1 Text(\"nama\") Unknown\nB1 Text(\"harga\") Unknown\nA3 Text(\"Kopi\\nbubuk\") Unknown\n\
         B3 Text(\"12.500\") Unknown\nA4 Text(\"Teh\") Unknown\nB4 Error(\"#REF!\") Unknown\n"
    );
}

// ---- files that are something else ----

#[test]
fn content_decides_what_a_file_is_and_a_wrong_ending_is_told() {
    for (name, bytes) in [
        ("a.xls", file("typed-id.xlsx")),
        ("a.csv", file("typed-id.ods")),
        ("a.xlsx", file("typed-id.xls")),
        ("unduhan/a.xls", b"nama\tharga\nKopi\t12.500\n".to_vec()),
        ("A.XLSX", file("typed-id.xlsx")),
        ("tanpa-akhiran", file("typed-id.ods")),
    ] {
        let (book, findings) = read(name, &bytes, &SheetLimits::default());
        assert!(!book.expect("a workbook").sheets[0].rows.is_empty(), "{name}");
        let is_right = matches!(name, "A.XLSX" | "tanpa-akhiran");
        assert_eq!(findings.count(Level::Advice), usize::from(!is_right), "{name}: {}", findings.brief());
    }
}

#[test]
fn what_is_no_spreadsheet_is_told_with_a_remedy() {
    let page =
        b"\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table><tr><td>Kopi</table>";
    let mail = b"MIME-Version: 1.0\nContent-Type: text/html\n\n<table>";
    let old = b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    for (name, bytes) in [
        ("laporan.xls", &page[..]),
        ("laporan.mht", mail),
        ("laporan.xml", old),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n"),
        ("a.csv", b"\x00\x01\x02\x03\x04"),
        ("a.json", b"[{\"nama\": \"Kopi\"}]"),
        ("a.xlsx", &zip(&[("word/document.xml", "<w/>"), ("_rels/.rels", "<r/>")])),
        ("a.xlsx", &zip(&[("xl/workbook.bin", "x")])),
        ("a.zip", &zip(&[("foto/a.jpg", "x")])),
        ("a.doc", &compound(&["/WordDocument"])),
    ] {
        assert_eq!(refused(name, bytes), "workbook-not-read", "{name}");
    }
    assert_eq!(refused("a.xlsx", b""), "workbook-empty");
}

#[test]
fn a_password_is_told() {
    assert_eq!(refused("a.xlsx", &compound(&["/EncryptionInfo", "/EncryptedPackage"])), "workbook-locked");
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "x"),
    ]);
    assert_eq!(refused("a.ods", &locked), "workbook-locked");
}

#[test]
fn a_file_that_is_cut_off_is_damaged_wherever_it_ends() {
    for name in ["marks-openpyxl.xlsx", "marks-libreoffice.ods", "marks-libreoffice.xls"] {
        let bytes = file(name);
        for part in 1..8 {
            let cut = &bytes[..bytes.len() * part / 8];
            assert_eq!(refused(name, cut), "workbook-damaged", "{name} at {part}/8");
        }
    }
    let sheet = sheet_of(
        "<row r='1'><c r='A1' t='inlineStr'><is><t>Kopi</t></is></c><c r='B1' t='s'><v>9</v></c></row>",
    );
    let (_, findings) = read("a.xlsx", &xlsx("", &[], &[("Produk", &sheet)]), &SheetLimits::default());
    assert!(findings.iter().next().expect("one").found.id.contains("`Produk!A1`"));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_shown() {
    let (_, findings) = read("harga.csv", b"nama,harga\rKopi,\"12\rTeh,9\r", &SheetLimits::default());
    assert_eq!(findings.brief(), "harga.csv:2:6 workbook-open-quote\n");
    let finding = findings.iter().next().expect("one");
    assert_eq!(finding.at.line_text().as_deref(), Some("Kopi,\"12"));
}

// ---- files that hold too much ----

#[test]
fn a_word_filled_down_a_column_is_told_before_it_fills_memory() {
    let limits = SheetLimits { cells: 1_000, ..SheetLimits::default() };
    let rows: String = (1..=1_001).fold(String::new(), |mut rows, row| {
        let _ = write!(rows, "<row r='{row}'><c r='A{row}'><v>1</v></c></row>");
        rows
    });
    assert_eq!(refusal("a.xlsx", &inline(&rows), &limits), "workbook-too-large");
    let word = "<table:table-cell office:value-type='string'><text:p>Kopi</text:p></table:table-cell>";
    let down = format!("<table:table-row table:number-rows-repeated='1048576'>{word}</table:table-row>");
    assert_eq!(refused("a.ods", &ods(&down)), "workbook-too-large");
    let across = word.replace("cell ", "cell table:number-columns-repeated='16384' ");
    let across = format!("<table:table-row table:number-rows-repeated='100'>{across}</table:table-row>");
    assert_eq!(refused("a.ods", &ods(&across)), "workbook-too-large");
    assert_eq!(refusal("a.csv", "Kopi\n".repeat(1_001).as_bytes(), &limits), "workbook-too-large");
    let ranges = SheetLimits { cells: 3, ..SheetLimits::default() };
    assert_eq!(refusal("a.xls", &file("typed-id.xls"), &ranges), "workbook-too-large");
}

#[test]
fn two_cells_far_apart_are_two_cells() {
    let far = inline(
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>",
    );
    let (book, _) = read("a.xlsx", &far, &SheetLimits::default());
    assert_eq!(
        brief(&book.expect("a workbook").sheets[0]),
        "A1 Number(1.0) General\nXFD1048576 Number(2.0) General\n"
    );
    let cell = "<table:table-cell office:value-type='float' office:value='1'/>";
    let far = format!(
        "<table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated='1048574'/>\
         <table:table-row><table:table-cell table:number-columns-repeated='16383'/>{cell}</table:table-row>"
    );
    let (book, _) = read("a.ods", &ods(&far), &SheetLimits::default());
    assert!(brief(&book.expect("a workbook").sheets[0]).ends_with("XFD1048576 Number(1.0) Unknown\n"));
}

#[test]
fn a_workbook_of_many_sheets_is_told() {
    let sheet = sheet_of("<row><c><v>1</v></c></row>");
    let names: Vec<String> = (0..500).map(|number| format!("L{number}")).collect();
    let sheets: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), sheet.as_str())).collect();
    assert_eq!(refused("a.xlsx", &xlsx("", &[], &sheets)), "workbook-too-large");
    let tables = "</table:table><table:table table:name='b'>".repeat(500);
    assert_eq!(refused("a.ods", &ods(&tables)), "workbook-too-large");
}

#[test]
fn parts_that_unzip_to_more_than_they_may_are_told() {
    let limits = SheetLimits { unzipped_bytes: 100_000, ..SheetLimits::default() };
    let blank = " ".repeat(200_000);
    assert_eq!(refusal("a.xlsx", &inline(&blank), &limits), "workbook-too-large");
    assert_eq!(refusal("a.ods", &ods(&blank), &limits), "workbook-too-large");
    let small = SheetLimits { file_bytes: 100, ..SheetLimits::default() };
    assert_eq!(refusal("a.xlsx", &inline(""), &small), "workbook-too-large");
}

#[test]
fn one_long_text_that_many_cells_share_counts_for_each() {
    let limits = SheetLimits { text_bytes: 10_000, ..SheetLimits::default() };
    let strings = format!("<sst uniqueCount='99999999999'><si><t>{}</t></si></sst>", "a".repeat(1_000));
    let sheet = |cells: usize| sheet_of(&format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(cells)));
    let book = |cells| xlsx("", &[("xl/sharedStrings.xml", &strings)], &[("A", &sheet(cells))]);
    assert_eq!(refusal("a.xlsx", &book(11), &limits), "workbook-too-large");
    assert!(read("a.xlsx", &book(10), &limits).0.is_some());
}

#[test]
fn pictures_in_a_workbook_do_not_count() {
    let limits = SheetLimits { unzipped_bytes: 10_000, ..SheetLimits::default() };
    let picture = "x".repeat(200_000);
    let sheet = sheet_of("<row><c><v>1</v></c></row>");
    let bytes =
        xlsx("", &[("xl/media/image1.png", &picture), ("xl/drawings/d.xml", &picture)], &[("A", &sheet)]);
    assert!(read("a.xlsx", &bytes, &limits).0.is_some());
}
