//! What was collected, written into the portal's content: each file whole, under another name first.
#![expect(
    clippy::disallowed_methods,
    reason = "this file is the door through which what was collected is kept"
)]

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::failure::{Failure, OrFailed as _};
use crate::source::COLLECTED;
use crate::summary::{CollectedSummary, collected_name};

/// Where what a site published is kept, from the portal's folder.
pub(super) fn path_of(address: &str) -> String {
    format!("{COLLECTED}/{}.json", collected_name(address))
}

/// Writes what differs from what was kept, and gives how many files that were.
pub(super) fn write(
    site: &Path,
    before: &[Option<CollectedSummary>],
    now: &[Option<CollectedSummary>],
) -> Result<usize> {
    let changed = now.iter().zip(before).filter(|(now, before)| now != before);
    let mut written = 0;
    for one in changed.filter_map(|(now, _)| now.as_ref()) {
        write_one(&site.join(path_of(&one.address)), &one.to_json())?;
        written += 1;
    }
    Ok(written)
}

/// Removes what was kept of a site that is listed no more.
pub(super) fn remove(site: &Path, address: &str) -> Result<()> {
    let file = site.join(path_of(address));
    fs::remove_file(&file).or_failed_at(Failure::Remove, &file)
}

fn write_one(file: &Path, json: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).or_failed_at(Failure::MakeFolder, folder)?;
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // With a dot, as everywhere: what is on its way is nobody's file.
    let beside = file.with_file_name(format!(".{name}.baru"));
    fs::write(&beside, json)
        .and_then(|()| fs::rename(&beside, file))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
        .or_failed_at(Failure::Write, file)
}
