//! What every reader of one folder may look at.

use std::cell::Cell;

use crate::settings::Settings;
use crate::source::{Folder, SeenCodes};

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
}

impl<'r> Reader<'r> {
    pub(super) fn new(folder: &'r Folder, settings: &'r Settings, codes: Option<&'r SeenCodes>) -> Self {
        Self { folder, settings, codes, photo_searches: Cell::new(PHOTO_SEARCHES) }
    }
}
