//! What can stand in the way of a publication, one function each, by whose matter it is. The words of git itself are
//! never passed on; those of a host or a hook are quoted, since only they know why they refused.

pub(super) mod others;
pub(super) mod output;
pub(super) mod remote;
pub(super) mod repository;

use std::path::Path;

use crate::finding::Span;

fn at_path(path: &Path) -> Span {
    Span::path(path.to_string_lossy().replace('\\', "/"))
}
