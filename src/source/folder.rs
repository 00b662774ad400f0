//! What was read of one cooperative's folder: enough to think about it without touching the disk again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::finding::SourceFile;
use crate::photo::{PhotoFacts, PhotoFault};

/// One cooperative's folder in memory. A text that could not be read as text (too large, not UTF-8) is
/// absent, and the door has reported it.
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    /// Name of the folder, as it is on disk.
    pub name: String,
    /// Path from the site's folder: `content/kpc`.
    pub path: String,
    /// `profil.yaml`; `None` if it is not there, or was reported as no text.
    pub profile: Option<Arc<SourceFile>>,
    /// `cerita/*.md`, by file name without ending, in order of name.
    pub stories: Vec<TextFile>,
    /// Every file below the folder that is not a text of ours, by path inside the folder:
    /// `foto/susu.jpg`. Sorted.
    pub photos: BTreeMap<String, Photo>,
}

impl Folder {
    /// True for the path of a photo in the folder that can be used.
    pub(crate) fn has_sound_photo(&self, path: &str) -> bool {
        matches!(self.photos.get(path), Some(Photo::Sound(_)))
    }

    /// Puts a story in the place of the one at its path, or adds it.
    pub(crate) fn put_story(&mut self, source: &Arc<SourceFile>) {
        if let Some(story) = self.stories.iter_mut().find(|story| story.source.path == source.path) {
            story.source = Arc::clone(source);
            return;
        }
        let name = source.path.rsplit('/').next().unwrap_or(&source.path);
        let stem = name.strip_suffix(".md").unwrap_or(name).to_owned();
        let at = self.stories.partition_point(|story| story.stem < stem);
        self.stories.insert(at, TextFile { stem, source: Arc::clone(source) });
    }
}

/// The texts of the codes that can be read in a photo, none or several, or why its pixels cannot be looked at.
pub(crate) type SeenCodes = Result<BTreeSet<String>, PhotoFault>;

/// One Markdown file.
#[derive(Debug, Clone, PartialEq)]
pub struct TextFile {
    /// File name without ending: `panen-raya`.
    pub stem: String,
    /// Text with its path.
    pub source: Arc<SourceFile>,
}

/// A file that a profile may name as a photo.
#[derive(Debug, Clone, PartialEq)]
pub enum Photo {
    /// Its header was read and is sound.
    Sound(PhotoFacts),
    /// It cannot be used; the finding says why, at the file.
    Faulty(Box<crate::finding::Finding>),
}
