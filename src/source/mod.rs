//! The door in: alone touches `content/` and `themes/`. Reads text and photo headers, and keeps every path
//! inside its folder.

mod folder;

pub use folder::{Folder, Photo, TextFile};
