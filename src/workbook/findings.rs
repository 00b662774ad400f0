//! Why a spreadsheet is not read, one function per finding, with what a clerk does about it.

use super::decode;
use super::fault::{Fault, Foreign, Measure};
use super::kind::Kind;
use crate::finding::{Finding, Level, SourceFile, Span, Text};

fn error(name: &str, code: &'static str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at: Span::path(name), found, expected, help }
}

/// What every file may be.
fn a_spreadsheet() -> Text {
    Text::new(
        "lembar kerja .xlsx, .xls, .ods, .csv, atau .tsv",
        "a spreadsheet .xlsx, .xls, .ods, .csv or .tsv",
    )
}

/// How to make a file that is read of one that opens in a spreadsheet program.
fn save_as_xlsx() -> Text {
    Text::new(
        "buka dengan Excel atau LibreOffice Calc, pilih Simpan Sebagai, lalu pilih jenis .xlsx",
        "open it in Excel or LibreOffice Calc, choose Save As, and choose the type .xlsx",
    )
}

/// 0 bytes, as an interrupted copy leaves them.
pub(super) fn empty(name: &str) -> Finding {
    error(
        name,
        "workbook-empty",
        Text::new("berkas ini kosong (0 byte)", "this file is empty (0 bytes)"),
        a_spreadsheet(),
        Text::new("salin atau unduh lagi berkas aslinya", "copy or download the original file again"),
    )
}

/// The finding of a fault; `bytes` are those of the file.
pub(super) fn fault(name: &str, bytes: &[u8], fault: &Fault) -> Finding {
    match fault {
        Fault::Damaged(place) => damaged(name, place.as_deref()),
        Fault::Locked => locked(name),
        Fault::Foreign(foreign) => not_read(name, *foreign),
        Fault::TooMuch(measure, limit) => too_much(name, *measure, *limit),
        Fault::OpenQuote(line, column) => open_quote(name, bytes, *line, *column),
    }
}

fn damaged(name: &str, place: Option<&str>) -> Finding {
    let (id, en) = match place {
        None => (String::new(), String::new()),
        Some(place) => (format!(" setelah `{place}`"), format!(" after `{place}`")),
    };
    error(
        name,
        "workbook-damaged",
        Text::new(
            format!("berkas ini rusak atau terpotong{id}, sehingga tidak dapat dibaca"),
            format!("this file is damaged or cut off{en} and cannot be read"),
        ),
        Text::new("lembar kerja yang utuh", "a whole spreadsheet"),
        Text::new(
            "buka dengan Excel atau LibreOffice Calc, lalu Simpan Sebagai .xlsx; bila tidak dapat dibuka \
             juga, salin atau unduh lagi berkas aslinya",
            "open it in Excel or LibreOffice Calc and Save As .xlsx; if it does not open there either, \
             copy or download the original again",
        ),
    )
}

fn locked(name: &str) -> Finding {
    error(
        name,
        "workbook-locked",
        Text::new("berkas ini terkunci dengan kata sandi", "this file is locked with a password"),
        Text::new("lembar kerja tanpa kata sandi", "a spreadsheet without a password"),
        Text::new(
            "buka dengan kata sandinya, lalu Simpan Sebagai salinan tanpa kata sandi (Excel: Berkas > \
             Info > Proteksi Buku Kerja > Enkripsi dengan Kata Sandi, kosongkan isinya)",
            "open it with its password and Save As a copy without one (Excel: File > Info > Protect \
             Workbook > Encrypt with Password, clear the field)",
        ),
    )
}

fn not_read(name: &str, foreign: Foreign) -> Finding {
    let (id, en) = match foreign {
        Foreign::Spreadsheet(kind) => (
            format!("lembar kerja jenis {kind}, yang tidak dibaca"),
            format!("a spreadsheet of the kind {kind}, which is not read"),
        ),
        Foreign::WebPage => {
            ("halaman web (HTML), bukan lembar kerja".into(), "a web page (HTML), not a spreadsheet".into())
        }
        Foreign::Pdf => ("PDF, bukan lembar kerja".into(), "a PDF, not a spreadsheet".into()),
        Foreign::Picture => ("gambar, bukan lembar kerja".into(), "a picture, not a spreadsheet".into()),
        Foreign::Document => (
            "dokumen atau presentasi, bukan lembar kerja".into(),
            "a document or slides, not a spreadsheet".into(),
        ),
        Foreign::Archive => (
            "arsip (seperti ZIP), bukan lembar kerja".into(),
            "an archive (such as a ZIP), not a spreadsheet".into(),
        ),
        Foreign::Json => ("data JSON, bukan lembar kerja".into(), "JSON data, not a spreadsheet".into()),
        Foreign::Unknown => ("bukan lembar kerja".into(), "not a spreadsheet".into()),
    };
    let found: (String, String) = (format!("isi berkas ini {id}"), format!("this file is {en}"));
    error(name, "workbook-not-read", Text::new(found.0, found.1), a_spreadsheet(), remedy(foreign))
}

fn remedy(foreign: Foreign) -> Text {
    match foreign {
        Foreign::Spreadsheet(_) | Foreign::WebPage => save_as_xlsx(),
        Foreign::Pdf | Foreign::Picture | Foreign::Document => Text::new(
            "salin tabelnya ke lembar kerja baru (Excel, LibreOffice Calc, atau Google Spreadsheet), lalu \
             simpan sebagai .xlsx",
            "copy its table into a new spreadsheet (Excel, LibreOffice Calc or Google Sheets) and save it \
             as .xlsx",
        ),
        Foreign::Archive => Text::new(
            "buka arsipnya, lalu beri nama lembar kerja yang ada di dalamnya",
            "unpack the archive and name the spreadsheet that is inside",
        ),
        Foreign::Json | Foreign::Unknown => Text::new(
            "ekspor lagi dari aplikasi asalnya sebagai .xlsx atau .csv",
            "export it again from where it came as .xlsx or .csv",
        ),
    }
}

/// More than `limit` of something.
pub(super) fn too_much(name: &str, measure: Measure, limit: usize) -> Finding {
    let megabytes = limit / (1024 * 1024);
    let (id, en) = match measure {
        Measure::FileBytes => (format!("{megabytes} MB"), format!("{megabytes} MB")),
        Measure::UnzippedBytes => {
            (format!("{megabytes} MB setelah dibuka"), format!("{megabytes} MB once unzipped"))
        }
        Measure::Sheets => (format!("{limit} lembar"), format!("{limit} sheets")),
        Measure::Cells => {
            (format!("{limit} sel yang berisi"), format!("{limit} cells with something in them"))
        }
        Measure::TextBytes => (format!("{megabytes} MB tulisan"), format!("{megabytes} MB of text")),
    };
    let help = match measure {
        Measure::Sheets => Text::new(
            "hapus lembar yang tidak diperlukan, atau bagi menjadi beberapa berkas",
            "delete sheets that are not needed, or split it into several files",
        ),
        Measure::FileBytes => Text::new(
            "hapus gambar di dalamnya, atau bagi menjadi beberapa berkas",
            "delete the pictures inside, or split it into several files",
        ),
        Measure::Cells | Measure::UnzippedBytes | Measure::TextBytes => Text::new(
            "salin hanya baris dan kolom yang diperlukan ke berkas .xlsx baru (isian yang tertarik sampai \
             baris terakhir ikut dihitung), atau bagi menjadi beberapa berkas",
            "copy only the rows and columns that are needed into a new .xlsx file (values filled down to \
             the last row count), or split it into several files",
        ),
    };
    error(
        name,
        "workbook-too-large",
        Text::new(format!("berkas ini berisi lebih dari {id}"), format!("this file holds more than {en}")),
        Text::new(format!("paling banyak {id}"), format!("at most {en}")),
        help,
    )
}

fn open_quote(name: &str, bytes: &[u8], line: u32, column: u32) -> Finding {
    let text = decode::text(bytes).unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
    let at = Span::new(&SourceFile::new(name, text), line, column, 1).with_one_line();
    Finding {
        code: "workbook-open-quote".into(),
        level: Level::Error,
        at,
        found: Text::new(
            "tanda kutip `\"` dibuka di sini dan tidak ditutup, sehingga baris sesudahnya ikut tertelan",
            "a quotation mark `\"` opens here and is not closed, which swallows the lines after it",
        ),
        expected: Text::new("tanda kutip yang berpasangan", "quotation marks in pairs"),
        help: Text::new(
            "tutup dengan `\"` di akhir isiannya, atau hapus tanda kutip ini",
            "close it with `\"` at the end of the value, or delete this mark",
        ),
    }
}

/// A name that ends like another kind than the file is; it is read all the same. `None` for a right one.
pub(super) fn odd_ending(name: &str, kind: Kind) -> Option<Finding> {
    let (id, en, endings): (_, _, &[&str]) = match kind {
        Kind::Xlsx => ("lembar kerja Excel", "an Excel workbook", &["xlsx", "xlsm", "xltx", "xltm"]),
        Kind::Xls => ("lembar kerja Excel lama", "an old Excel workbook", &["xls", "xlt", "xla"]),
        Kind::Ods => ("lembar kerja OpenDocument", "an OpenDocument spreadsheet", &["ods", "ots"]),
        Kind::FlatOds => ("lembar kerja OpenDocument datar", "a flat OpenDocument spreadsheet", &["fods"]),
        Kind::Text => ("tulisan berpemisah", "text with separators", &["csv", "tsv", "txt", "tab"]),
        Kind::Locked | Kind::Foreign(_) => return None,
    };
    let file_name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (_, ending) = file_name.rsplit_once('.')?;
    if endings.contains(&ending.to_ascii_lowercase().as_str()) {
        return None;
    }
    let right = endings[0];
    Some(Finding {
        code: "workbook-ending".into(),
        level: Level::Advice,
        at: Span::path(name),
        found: Text::new(
            format!("nama berkas ini berakhiran `.{ending}`, tetapi isinya {id}; isinya yang dibaca"),
            format!("this file's name ends in `.{ending}`, but it is {en}; it was read as that"),
        ),
        expected: Text::new(
            format!("nama yang berakhiran `.{right}`"),
            format!("a name that ends in `.{right}`"),
        ),
        help: Text::new(
            format!("ganti akhirannya menjadi `.{right}`"),
            format!("change the ending to `.{right}`"),
        ),
    })
}
