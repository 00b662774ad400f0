//! What a person asks an import for.

use super::heads::HeadMap;
use crate::model::Date;

/// The largest file that is read, in bytes.
pub(crate) const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// A file that was given, with what it holds.
#[derive(Debug)]
pub(crate) struct Given {
    /// As the person named it.
    pub(crate) name: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

/// What a person asks for.
#[derive(Debug)]
pub(crate) struct Order {
    /// The sheets.
    pub(crate) files: Vec<Given>,
    /// The one cooperative that everything belongs to, by the name of its folder.
    pub(crate) only: Option<String>,
    /// What heads mean.
    pub(crate) map: HeadMap,
    /// True if what was probably meant is to be taken.
    pub(crate) accepts: bool,
    /// True if goods that are in no sheet are to go.
    pub(crate) drops_missing: bool,
    /// The day on which prices hold.
    pub(crate) today: Date,
}
