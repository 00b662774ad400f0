//! A ZIP of what a build wrote, for a stick or a message. Names, times and order come from the plan alone:
//! the same site gives the same bytes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::writer::Writer;

use crate::failure::{Failure, OrFailed as _};

/// Endings of files that are compressed already.
const COMPRESSED: &[&str] = &["avif", "jpg", "png", "webp", "xlsx", "zip"];

impl Writer {
    /// Packs every file of this build into a ZIP, below `folder`, after texts that come first. The ZIP appears
    /// whole or not at all; one that was there is replaced. Gives its size in bytes.
    ///
    /// # Errors
    /// If a file cannot be read or the ZIP not be written.
    pub fn pack(&self, archive: &Path, folder: &str, texts: &[(&str, &str)]) -> Result<u64> {
        let temporary = archive.with_extension("zip.new");
        self.pack_into(&temporary, folder, texts)
            .and_then(|size_bytes| {
                fs::rename(&temporary, archive)?;
                Ok(size_bytes)
            })
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .or_failed_at(Failure::Write, archive)
    }

    fn pack_into(&self, temporary: &Path, folder: &str, texts: &[(&str, &str)]) -> Result<u64> {
        let mut zip = ZipWriter::new(BufWriter::new(File::create(temporary)?));
        for (name, text) in texts {
            zip.start_file(*name, options(name, 0))?;
            zip.write_all(text.as_bytes())?;
        }
        for (path, (place, size_bytes)) in &self.wanted_files()? {
            let mut file = File::open(place).or_failed_at(Failure::Read, place)?;
            zip.start_file(format!("{folder}/{path}"), options(path, *size_bytes))?;
            io::copy(&mut file, &mut zip)?;
        }
        zip.finish()?.into_inner()?.sync_all()?;
        Ok(fs::metadata(temporary)?.len())
    }
}

/// The first day that a ZIP can name, and rights that every machine has.
fn options(name: &str, size_bytes: u64) -> SimpleFileOptions {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let method =
        if COMPRESSED.contains(&ending) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(zip::System::Unix)
        .large_file(size_bytes >= u64::from(u32::MAX))
}
