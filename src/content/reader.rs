//! What every reader of one folder may look at.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use super::composed::composed;
use crate::model::without_marks;
use crate::settings::Settings;
use crate::source::{Folder, Photo, SeenCodes};

/// Missing photos for which the nearest file is looked for.
const PHOTO_SEARCHES: u32 = 50;

/// A cooperative's folder and the settings of its site.
pub(super) struct Reader<'r> {
    pub(super) folder: &'r Folder,
    pub(super) settings: &'r Settings,
    /// What is to be seen in the photo of the payment code, if it could be looked at.
    pub(super) codes: Option<&'r SeenCodes>,
    /// How many more missing photos get the name of a file that may be meant: looking for it takes time.
    pub(super) photo_searches: Cell<u32>,
    photos: OnceCell<PhotoNames<'r>>,
}

/// A photo with the path that the folder has it at.
pub(super) type Found<'r> = (&'r String, &'r Photo);

/// Photos by their paths as profiles may have them: without the marks that no text of a profile has, and with accents
/// joined to their letters, too. Made once: a profile may name a hundred thousand photos that are not there.
struct PhotoNames<'r> {
    unmarked: BTreeMap<String, Found<'r>>,
    composed: BTreeMap<String, Found<'r>>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(folder: &'r Folder, settings: &'r Settings, codes: Option<&'r SeenCodes>) -> Self {
        Self { folder, settings, codes, photo_searches: Cell::new(PHOTO_SEARCHES), photos: OnceCell::new() }
    }

    /// The photo at a path. The name of a file may hold marks that no text of a profile has, and its accents apart from
    /// their letters.
    pub(super) fn find_photo(&self, path: &str) -> Option<Found<'r>> {
        if let Some(found) = self.folder.photos.get_key_value(path) {
            return Some(found);
        }
        let names = self.photos.get_or_init(|| PhotoNames::of(&self.folder.photos));
        let found = names.unmarked.get(path).copied();
        if found.is_some() || path.is_ascii() {
            return found;
        }
        names.composed.get(&*composed(path)).copied()
    }
}

impl<'r> PhotoNames<'r> {
    /// Of two that are called alike the first counts.
    fn of(photos: &'r BTreeMap<String, Photo>) -> Self {
        let mut names = Self { unmarked: BTreeMap::new(), composed: BTreeMap::new() };
        for found in photos {
            let unmarked = without_marks(found.0.as_str().into());
            names.composed.entry(composed(&unmarked).to_string()).or_insert(found);
            names.unmarked.entry(unmarked.into_owned()).or_insert(found);
        }
        names
    }
}
