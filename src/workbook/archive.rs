//! Parts of a zipped spreadsheet, unzipped within bounds. What a ZIP says of its own sizes is not believed.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::budget::Budget;
use super::fault::Fault;

/// A text inside a ZIP.
pub(super) struct Part {
    /// Its path, with `/` between the folders.
    pub(super) path: String,
    /// Parts of spreadsheets are UTF-8, whatever they say.
    pub(super) text: String,
}

/// Bytes reserved for a part before it is unzipped, at most: a ZIP can promise anything.
const MOST_RESERVED_BYTES: u64 = 4 * 1024 * 1024;

/// The paths of a ZIP, in its order; empty for what is none.
pub(super) fn paths(bytes: &[u8]) -> Vec<String> {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    archive.file_names().flatten().map(|path| path.replace('\\', "/")).collect()
}

/// The parts that are wanted.
pub(super) fn unzip(
    bytes: &[u8],
    budget: &mut Budget<'_>,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Part>, Fault> {
    let damaged = |_| Fault::Damaged(None);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(damaged)?;
        let path = file.name().map_err(damaged)?.replace('\\', "/");
        if !is_wanted(&path) {
            continue;
        }
        let reserved = usize::try_from(file.size().min(MOST_RESERVED_BYTES)).unwrap_or_default();
        let most = budget.unzipped_bytes_left() as u64 + 1;
        let mut part = Vec::with_capacity(reserved);
        file.by_ref().take(most).read_to_end(&mut part).map_err(|_| Fault::Damaged(None))?;
        budget.count_unzipped(part.len())?;
        let text = String::from_utf8(part).map_err(|_| Fault::Damaged(None))?;
        parts.push(Part { path, text });
    }
    Ok(parts)
}

/// A ZIP of parts, not compressed: to be read once, by a parser that wants a ZIP.
pub(super) fn zip(parts: &[Part]) -> Result<Vec<u8>, Fault> {
    let size_bytes: usize = parts.iter().map(|part| part.text.len() + part.path.len() * 2 + 200).sum();
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(size_bytes)));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT);
    for part in parts {
        zip.start_file(part.path.as_str(), options).map_err(|_| Fault::Damaged(None))?;
        zip.write_all(part.text.as_bytes()).map_err(|_| Fault::Damaged(None))?;
    }
    Ok(zip.finish().map_err(|_| Fault::Damaged(None))?.into_inner())
}
