//! What a walk through a folder meets.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Result;
use walkdir::DirEntry;

use crate::failure::{Failure, OrFailed as _};

/// What a walk through a folder meets.
pub(super) enum Met {
    /// A file, a folder or a link.
    Entry(DirEntry),
    /// A path inside the folder where the walk cannot go on, and why.
    Closed(String, io::ErrorKind),
}

/// What a walk through a folder has met.
///
/// # Errors
/// If the folder itself is not there any more.
pub(super) fn met(entry: walkdir::Result<DirEntry>, base: &Path) -> Result<Met> {
    entry.map(Met::Entry).or_else(|error| {
        let why = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
        if error.depth() == 0 && why == io::ErrorKind::NotFound {
            return Err(error).or_failed_at(Failure::Read, base);
        }
        Ok(Met::Closed(error.path().and_then(|path| inside(base, path)).unwrap_or_default(), why))
    })
}

/// True for what holds no bytes of its own: a folder, a pipe, a link to one. A link that leads nowhere is a file
/// that somebody misses.
pub(super) fn is_no_file(entry: &DirEntry) -> bool {
    !entry.file_type().is_file() && fs::metadata(entry.path()).is_ok_and(|metadata| !metadata.is_file())
}

/// Path inside a folder with `/`, if it can be written as text.
pub(super) fn inside(base: &Path, full: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = full.strip_prefix(base).ok()?.iter().map(|part| part.to_str()).collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
}

/// True for a folder, or a link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}
