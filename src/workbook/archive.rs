//! Parts of a zipped spreadsheet, unzipped within bounds. What a ZIP says of its own sizes is not believed.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::budget::Budget;
use super::fault::Fault;

/// The paths of a ZIP, in its order; empty for what is none.
pub(super) fn paths(bytes: &[u8]) -> Vec<String> {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    archive.file_names().flatten().map(|path| path.replace('\\', "/")).collect()
}

/// Unzips the parts that are wanted, and hands out each with its path. They share one buffer: whoever keeps a text
/// takes it out. Parts of spreadsheets are UTF-8, whatever they say.
pub(super) fn unzip(
    bytes: &[u8],
    budget: &mut Budget<'_>,
    is_wanted: impl Fn(&str) -> bool,
    mut take: impl FnMut(&str, &mut String) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let damaged = |_| Fault::Damaged(None);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut buffer = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(damaged)?;
        let path = file.name().map_err(damaged)?.replace('\\', "/");
        if !is_wanted(&path) {
            continue;
        }
        let left = budget.unzipped_bytes_left();
        buffer.reserve(usize::try_from(file.size()).map_or(left, |size| size.min(left)) + 1);
        file.by_ref().take(left as u64 + 1).read_to_end(&mut buffer).map_err(|_| Fault::Damaged(None))?;
        budget.count_unzipped(buffer.len())?;
        let mut text = String::from_utf8(buffer).map_err(|_| Fault::Damaged(None))?;
        take(&path, &mut text)?;
        buffer = text.into_bytes();
        buffer.clear();
    }
    Ok(())
}

/// A ZIP of parts, not compressed: to be read once, by a parser that wants a ZIP.
pub(super) struct Packing(ZipWriter<Cursor<Vec<u8>>>);

impl Packing {
    /// An empty one, with room for so many bytes.
    pub(super) fn new(size_bytes: usize) -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::with_capacity(size_bytes))))
    }

    pub(super) fn add(&mut self, path: &str, text: &str) -> Result<(), Fault> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::DEFAULT);
        self.0.start_file(path, options).map_err(|_| Fault::Damaged(None))?;
        self.0.write_all(text.as_bytes()).map_err(|_| Fault::Damaged(None))
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, Fault> {
        Ok(self.0.finish().map_err(|_| Fault::Damaged(None))?.into_inner())
    }
}
