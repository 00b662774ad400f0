//! What a file is, by its first bytes and the paths in it: tills call web pages `.xls`, and text, too.

use super::fault::Foreign;
use super::{archive, decode};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xls,
    Ods,
    FlatOds,
    /// Lines with commas, semicolons or tabs.
    Text,
    /// A workbook that opens with a password only.
    Locked,
    Foreign(Foreign),
}

const CFB: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// First bytes that tell what a file is.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"%PDF", Foreign::Pdf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"{\\rtf", Foreign::Document),
    (b"\x1f\x8b", Foreign::Archive),
    (b"7z\xbc\xaf", Foreign::Archive),
    (b"Rar!", Foreign::Archive),
    (b"\x09\x00\x04\x00", Foreign::Spreadsheet("Excel 2.0")),
    (b"\x09\x02\x06\x00", Foreign::Spreadsheet("Excel 3.0")),
    (b"\x09\x04\x06\x00", Foreign::Spreadsheet("Excel 4.0")),
];

pub(super) fn of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    if bytes.starts_with(CFB) {
        return compound(bytes);
    }
    if let Some((_, foreign)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Kind::Foreign(*foreign);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") || bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Foreign(Foreign::Picture);
    }
    decode::start(bytes).map_or(Kind::Foreign(Foreign::Unknown), |start| text(&start))
}

fn zipped(bytes: &[u8]) -> Kind {
    let paths: Vec<String> = archive::paths(bytes).iter().map(|path| path.to_ascii_lowercase()).collect();
    let has = |wanted: &str| paths.iter().any(|path| path == wanted);
    let starts = |wanted: &str| paths.iter().any(|path| path.starts_with(wanted));
    if has("xl/workbook.bin") {
        return Kind::Foreign(Foreign::Spreadsheet("XLSB"));
    }
    if starts("index/document.iwa") || has("index.zip") {
        return Kind::Foreign(Foreign::Spreadsheet("Numbers"));
    }
    if starts("word/") || starts("ppt/") {
        return Kind::Foreign(Foreign::Document);
    }
    if has("content.xml") || has("encrypted-package") {
        return opendocument(bytes);
    }
    if has("_rels/.rels")
        && paths.iter().any(|path| path.ends_with("workbook.xml") || path.contains("/worksheets/"))
    {
        return Kind::Xlsx;
    }
    // A ZIP whose list of contents is missing: an interrupted copy of one of the above.
    if paths.is_empty() { Kind::Xlsx } else { Kind::Foreign(Foreign::Archive) }
}

/// An ODF file says in its first, uncompressed part what it is.
fn opendocument(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(200)];
    let says = |kind: &[u8]| memchr::memmem::find(head, kind).is_some();
    let is_other = [&b"opendocument.text"[..], b"opendocument.presentation", b"opendocument.graphics"];
    if is_other.into_iter().any(says) { Kind::Foreign(Foreign::Document) } else { Kind::Ods }
}

/// The container of old Office files.
fn compound(bytes: &[u8]) -> Kind {
    let Ok(file) = super::compound::open(bytes) else { return Kind::Xls };
    if file.is_stream("/EncryptedPackage") {
        return Kind::Locked;
    }
    if file.is_stream("/WordDocument") || file.is_stream("/PowerPoint Document") {
        return Kind::Foreign(Foreign::Document);
    }
    Kind::Xls
}

fn text(start: &str) -> Kind {
    let lower = start.trim_start().to_ascii_lowercase();
    let is_mail = lower.starts_with("mime-version:") && lower.contains("text/html");
    if is_mail {
        return Kind::Foreign(Foreign::WebPage);
    }
    if lower.starts_with("{\"") || lower.starts_with("{\n") || lower.starts_with("[{") {
        return Kind::Foreign(Foreign::Json);
    }
    if !lower.starts_with('<') {
        return Kind::Text;
    }
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Kind::Foreign(Foreign::Spreadsheet("XML Spreadsheet 2003"));
    }
    if lower.contains("opendocument.spreadsheet") && lower.contains("<office:document") {
        return Kind::FlatOds;
    }
    let is_page = ["<html", "<!doctype html", "<table", "<body", "<meta", "<style"]
        .iter()
        .any(|tag| lower.contains(tag));
    Kind::Foreign(if is_page { Foreign::WebPage } else { Foreign::Unknown })
}
