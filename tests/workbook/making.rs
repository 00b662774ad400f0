//! Small spreadsheets made part by part, for what no program writes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP of texts, the first of them not compressed, as ODS wants its `mimetype`.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, (path, text)) in parts.iter().enumerate() {
        let method =
            if index == 0 { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        zip.start_file(*path, SimpleFileOptions::default().compression_method(method)).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("a ZIP").into_inner()
}

/// An XLSX file: more of the workbook, more parts, and its sheets by name.
pub(crate) fn xlsx(workbook: &str, more: &[(&str, &str)], sheets: &[(&str, &str)]) -> Vec<u8> {
    const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut relations, mut paths) = (String::new(), String::new(), Vec::new());
    for (number, (name, _)) in sheets.iter().enumerate() {
        let _ = write!(list, "<sheet name='{name}' sheetId='{number}' r:id='r{number}'/>");
        let _ = write!(
            relations,
            "<Relationship Id='r{number}' Type='{KINDS}/worksheet' Target='worksheets/{number}.xml'/>"
        );
        paths.push(format!("xl/worksheets/{number}.xml"));
    }
    let root = format!(
        "<Relationships><Relationship Id='a' Type='{KINDS}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let relations = format!("<Relationships>{relations}</Relationships>");
    let workbook = format!("<workbook>{workbook}<sheets>{list}</sheets></workbook>");
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", workbook.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
    ];
    parts.extend(more);
    parts.extend(paths.iter().zip(sheets).map(|(path, (_, sheet))| (path.as_str(), *sheet)));
    zip(&parts)
}

/// A sheet of XLSX with these rows.
pub(crate) fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// An XLSX file of one sheet with these rows.
pub(crate) fn inline(rows: &str) -> Vec<u8> {
    xlsx("", &[], &[("Lembar1", &sheet_of(rows))])
}

/// The content of an ODS file with these rows.
pub(crate) fn part(rows: &str) -> String {
    format!(
        "<office:document-content><table:table table:name='Lembar1'>{rows}</table:table></office:document-content>"
    )
}

/// An ODS file of one sheet with these rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &part(rows)),
    ])
}

/// A container of old Office files with these streams.
pub(crate) fn compound(streams: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
    for stream in streams {
        file.create_stream(stream).expect("a stream").write_all(b"x").expect("a stream");
    }
    file.flush().expect("a container");
    file.into_inner().into_inner()
}
