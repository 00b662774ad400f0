//! The photos of a cooperative, by their headers.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::findings;
use super::folder::Photo;
use super::memory::PhotoMemory;
use super::root::Root;
use super::walk::{Met, inside, is_no_file, met};
use crate::finding::Findings;
use crate::photo;
use crate::settings::Limits;

/// Deepest folder below a cooperative's own that is looked into.
const MAX_FOLDER_DEPTH: usize = 6;

/// Reads headers of photos, and may remember them.
#[derive(Debug, Clone, Default)]
pub(super) struct PhotoReader {
    memory: Option<Arc<PhotoMemory>>,
}

impl PhotoReader {
    /// One that reads a photo again only if it looks different from outside.
    pub(super) fn remembering() -> Self {
        Self { memory: Some(Arc::default()) }
    }

    /// Forgets what was read of a photo, or with `None` of all.
    pub(super) fn forget(&self, path: Option<&Path>) {
        if let Some(memory) = &self.memory {
            memory.forget(path);
        }
    }

    /// The photos below a cooperative's folder, as far as they let themselves be read.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub(super) fn read_photos(
        &self,
        root: &Root,
        folder: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Result<BTreeMap<String, Photo>> {
        let read = |(path, full): (String, PathBuf)| {
            let site_path = format!("{folder}/{path}");
            let photo = if root.stays_inside(&full, &site_path) {
                self.read_photo_header(&full, &site_path, limits).unwrap_or_else(|error| {
                    Photo::Faulty(Box::new(findings::unreadable(&site_path, error.kind())))
                })
            } else {
                Photo::Faulty(Box::new(findings::leads_outside(&site_path)))
            };
            (path, photo)
        };
        let found = list_photos(root, folder, limits, findings)?;
        Ok(found.into_par_iter().map(read).collect())
    }

    /// Of one photo, by its path on this machine and from the site's folder.
    pub(super) fn read_photo_header(
        &self,
        full: &Path,
        site_path: &str,
        limits: &Limits,
    ) -> io::Result<Photo> {
        let metadata = fs::metadata(full)?;
        let size_bytes = metadata.len();
        if size_bytes > limits.photo_bytes {
            let finding = findings::photo_too_large(site_path, size_bytes, limits.photo_bytes);
            return Ok(Photo::Faulty(Box::new(finding)));
        }
        if let Some(photo) = self.memory.as_ref().and_then(|memory| memory.recall(full, &metadata, limits)) {
            return Ok(photo);
        }
        let photo = match photo::read_facts(site_path, &fs::read(full)?, limits) {
            Ok(facts) => Photo::Sound(facts),
            Err(finding) => Photo::Faulty(finding),
        };
        if let Some(memory) = &self.memory {
            memory.remember(full, &metadata, limits, &photo);
        }
        Ok(photo)
    }
}

/// Files that may be photos, by path inside a cooperative's folder and as the system names them; no more than the
/// limit.
fn list_photos(
    root: &Root,
    folder: &str,
    limits: &Limits,
    findings: &mut Findings,
) -> Result<Vec<(String, PathBuf)>> {
    let base = root.0.join(folder);
    let mut found = Vec::new();
    for entry in WalkDir::new(&base).max_depth(MAX_FOLDER_DEPTH).sort_by_file_name() {
        let entry = match met(entry, &base)? {
            Met::Entry(entry) => entry,
            Met::Closed(path, why) => {
                findings.push(findings::unreadable(&format!("{folder}/{path}"), why));
                continue;
            }
        };
        let Some(path) = inside(&base, entry.path()) else { continue };
        if is_no_file(&entry) || is_our_text(&path) {
            continue;
        }
        if found.len() == limits.photos {
            findings.push(findings::too_many_photos(folder, limits.photos));
            break;
        }
        found.push((path, entry.into_path()));
    }
    Ok(found)
}

/// Texts and the files that systems and people leave beside photos.
fn is_our_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    // `misnamed` tells what else lies among stories.
    let is_document = path.starts_with("cerita/")
        && matches!(ending.as_str(), "docx" | "doc" | "odt" | "rtf" | "html" | "markdown");
    name.starts_with('.')
        || is_document
        || name.ends_with('~')
        || matches!(ending.as_str(), "yaml" | "yml" | "md" | "txt" | "pdf")
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_photos_are_not_photos() {
        assert!(
            is_our_text("profil.yaml")
                && is_our_text("profil.yaml~")
                && is_our_text("cerita/a.MD")
                && is_our_text("foto/.DS_Store")
        );
        assert!(!is_our_text("foto/a.jpg") && !is_our_text("foto/tanpa-akhiran"));
    }
}
