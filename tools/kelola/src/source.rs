#[path = "../../../src/source/folder.rs"]
mod folder;
pub use folder::Folder;
pub(crate) use folder::{Photo, SeenCodes, TextFile};
