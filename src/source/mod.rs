//! The door in: alone touches `content/` and `themes/`. Reads text and photo headers, and keeps every path
//! inside its folder.
#![expect(clippy::disallowed_methods, reason = "this room is the door through which files are read")]

mod example;
mod findings;
mod folder;
mod given;
mod history;
mod memory;
mod misnamed;
mod photos;
mod portal;
mod profile;
mod programme;
mod root;
mod site;
mod stamps;
mod walk;

pub use folder::{Folder, TextFile};
pub(crate) use folder::{Photo, SeenCodes};
pub(crate) use given::read_given;
pub(crate) use history::History;
pub use site::Site;
pub(crate) use site::{COLLECTED, SITES_LIST, ThemeFolder};
pub(crate) use stamps::Stamps;
