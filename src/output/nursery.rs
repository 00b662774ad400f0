//! Where files and folders grow before anybody sees them.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cache::PhotoCache;
use crate::failure::{Failure, OrFailed as _};
use crate::plan::Output;

/// A folder that is complete before anybody sees it.
pub(super) struct Nursery {
    /// Where it grows.
    place: PathBuf,
    /// Where it belongs.
    pub(super) folder: PathBuf,
    /// Folders in it that were made.
    folders: HashSet<PathBuf>,
}

impl Nursery {
    /// A folder that will be at `folder` and grows at `place`, where nothing is yet.
    pub(super) fn new(place: PathBuf, folder: PathBuf) -> Self {
        Self { place, folder, folders: HashSet::new() }
    }

    /// Writes a file of the folder where nobody sees it yet. `target`: where it will be.
    pub(super) fn write_file(&mut self, target: &Path, output: &Output, cache: &PhotoCache) -> Result<()> {
        let inside = target.strip_prefix(&self.folder).or_failed(Failure::OwnFault)?;
        let place = self.place.join(inside);
        let folder = folder_of(&place);
        if !self.folders.contains(folder) {
            fs::create_dir_all(folder).or_failed_at(Failure::Write, folder)?;
            self.folders.insert(folder.to_owned());
        }
        put(&place, output, cache)
    }

    /// Puts the folder where it belongs, if anything grew.
    pub(super) fn appear(self) -> Result<()> {
        match fs::rename(&self.place, &self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).or_failed_at(Failure::Write, &self.folder)
            }
            _ => Ok(()),
        }
    }
}

impl Drop for Nursery {
    /// What could not be finished is not left behind.
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.place));
    }
}

/// Removes what a build that was killed has left half made. Nobody else writes: the output is locked.
pub(super) fn remove_unfinished(state_folder: &Path) {
    for entry in fs::read_dir(state_folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("new-") {
            // What cannot be removed is in nobody's way: the next one gets another try.
            drop(if entry.path().is_dir() {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            });
        }
    }
}

/// Makes a file at a path where nothing is yet, in a folder that is there.
pub(super) fn put(place: &Path, output: &Output, cache: &PhotoCache) -> Result<()> {
    let write = |bytes: &[u8]| fs::write(place, bytes).or_failed_at(Failure::Write, place);
    match output {
        Output::Page(bytes) | Output::Asset(bytes) => write(bytes),
        Output::Later(later) => write(later.bytes()),
        Output::Rendition(recipe) => cache.link(recipe, place),
        Output::Card(card) => cache.link(card, place),
    }
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().expect("a path in the output has a folder")
}
