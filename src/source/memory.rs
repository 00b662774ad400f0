//! What was read of photos before, for a program that reads the same folder again and again. A photo that looks
//! the same from outside is not read twice; whoever hears that one has changed forgets it first.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use super::folder::Photo;
use crate::locks::lock;
use crate::settings::Limits;

/// Most photos that are remembered; then all are forgotten, and remembered anew as they are read.
const MOST: usize = 20_000;

/// Photos by path, as they were when they were read.
#[derive(Debug, Default)]
pub(super) struct PhotoMemory(Mutex<BTreeMap<PathBuf, Remembered>>);

#[derive(Debug)]
struct Remembered {
    size_bytes: u64,
    modified: Option<SystemTime>,
    limits: Limits,
    photo: Photo,
}

impl PhotoMemory {
    /// A photo that looks as it did when it was read under the same limits.
    pub(super) fn recall(&self, path: &Path, now: &Metadata, limits: &Limits) -> Option<Photo> {
        let photos = lock(&self.0);
        let known = photos.get(path)?;
        let is_same = known.size_bytes == now.len() && known.modified == now.modified().ok();
        (is_same && known.modified.is_some() && known.limits == *limits).then(|| known.photo.clone())
    }

    /// Remembers a photo as it looked before it was read.
    pub(super) fn remember(&self, path: &Path, before: &Metadata, limits: &Limits, photo: &Photo) {
        let mut photos = lock(&self.0);
        if photos.len() >= MOST {
            photos.clear();
        }
        let remembered = Remembered {
            size_bytes: before.len(),
            modified: before.modified().ok(),
            limits: limits.clone(),
            photo: photo.clone(),
        };
        photos.insert(path.to_owned(), remembered);
    }

    /// Forgets one, or with `None` all.
    pub(super) fn forget(&self, path: Option<&Path>) {
        let mut photos = lock(&self.0);
        match path {
            Some(path) => drop(photos.remove(path)),
            None => photos.clear(),
        }
    }
}
