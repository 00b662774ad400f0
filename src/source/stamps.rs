//! Whether a folder has changed: by what it looks like from outside, or by everything that is in it.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use walkdir::WalkDir;

use super::walk::{Met, is_folder, is_no_file, met};
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::{Fingerprint, Fingerprinter};

/// A file of more bytes is no photo that anybody shows, but a film that was left beside them.
const FILM_BYTES: u64 = 64 * 1024 * 1024;

/// Endings of the texts that people write.
const TEXTS: [&str; 3] = ["yaml", "yml", "md"];

/// What a folder looks like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamps {
    marks: Fingerprint,
    newest: SystemTime,
    /// True if something may change unseen: what a link leads to, what cannot be read.
    is_hidden: bool,
}

impl Stamps {
    /// Names, sizes and time stamps of a folder's files, without reading any.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub(super) fn of(base: &Path) -> Result<Self> {
        let mut marks = Fingerprinter::new();
        let mut newest = SystemTime::UNIX_EPOCH;
        let mut is_hidden = false;
        for entry in WalkDir::new(base).sort_by_file_name() {
            let Met::Entry(entry) = met(entry, base)? else {
                is_hidden = true;
                continue;
            };
            if entry.file_type().is_dir() {
                continue;
            }
            is_hidden |= entry.file_type().is_symlink();
            let metadata = entry.metadata().or_failed_at(Failure::Read, base)?;
            let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            newest = newest.max(modified);
            marks.add(entry.path().strip_prefix(base).unwrap_or(entry.path()).as_os_str().as_encoded_bytes());
            marks.add(&metadata.len().to_le_bytes());
            marks.add(&since_epoch(modified).as_nanos().to_le_bytes());
        }
        Ok(Self { marks: marks.finish(), newest, is_hidden })
    }

    /// The fingerprint, whether it can be trusted or not.
    pub fn marks(&self) -> Fingerprint {
        self.marks
    }

    /// The fingerprint, if it can be trusted: no file changed within two seconds before `now`, since a later
    /// change could carry the same time stamp, and none may change unseen.
    pub fn trusted(&self, now: SystemTime) -> Option<Fingerprint> {
        let age = now.duration_since(self.newest).ok()?;
        (!self.is_hidden && age.as_secs() >= 2).then_some(self.marks)
    }
}

/// Names and content of a folder's files: reads them all, but for films, whose size and time stamp count.
///
/// # Errors
/// If the folder is not there any more.
pub(super) fn fingerprint(base: &Path) -> Result<Fingerprint> {
    let mut all = Fingerprinter::new();
    if !is_folder(base) {
        // What is not there has no content.
        all.add(&fs::read(base).unwrap_or_default());
        return Ok(all.finish());
    }
    for entry in WalkDir::new(base).sort_by_file_name() {
        let Met::Entry(entry) = met(entry, base)? else { continue };
        if is_no_file(&entry) {
            continue;
        }
        all.add(entry.path().strip_prefix(base).unwrap_or(entry.path()).as_os_str().as_encoded_bytes());
        match fs::metadata(entry.path()) {
            Ok(film) if film.len() > FILM_BYTES => {
                let since = since_epoch(film.modified().unwrap_or(SystemTime::UNIX_EPOCH));
                all.add(&film.len().to_le_bytes());
                all.add(&since.as_nanos().to_le_bytes());
            }
            // A link that leads nowhere has no content; where it leads is a matter for the finding about it.
            _ => all.add(&fs::read(entry.path()).unwrap_or_default()),
        }
    }
    Ok(all.finish())
}

/// Names and sizes of a folder's files, and what its texts say: as much as machines with copies of the same folder
/// agree on without reading its photos.
///
/// # Errors
/// If the folder is not there any more.
pub(super) fn outline(base: &Path) -> Result<Fingerprint> {
    let mut all = Fingerprinter::new();
    for entry in WalkDir::new(base).sort_by_file_name() {
        let Met::Entry(entry) = met(entry, base)? else { continue };
        if is_no_file(&entry) {
            continue;
        }
        all.add(entry.path().strip_prefix(base).unwrap_or(entry.path()).as_os_str().as_encoded_bytes());
        let size = fs::metadata(entry.path()).map_or(0, |file| file.len());
        all.add(&size.to_le_bytes());
        let is_text = entry.path().extension().is_some_and(|ending| TEXTS.iter().any(|text| ending == *text));
        if is_text && size <= FILM_BYTES {
            all.add(&fs::read(entry.path()).unwrap_or_default());
        }
    }
    Ok(all.finish())
}

fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}
