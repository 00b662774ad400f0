//! The door in: alone touches `content/` and `themes/`. Reads text and photo headers, and keeps every path
//! inside its folder.
#![expect(clippy::disallowed_methods, reason = "this room is the door through which files are read")]

mod example;
mod findings;
mod folder;
mod history;
mod memory;
mod photos;
mod portal;
mod profile;
mod root;
mod site;
mod stamps;
mod walk;

pub use folder::{Folder, Photo, SeenCodes, TextFile};
pub use history::History;
pub use portal::PortalFiles;
pub use site::Site;
pub use stamps::Stamps;
