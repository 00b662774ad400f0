//! The built-in themes as the build script prepared them.

/// Sentences by name, in order of names.
type Sentences = &'static [(&'static str, &'static str)];

// SENTENCES: the sentences of each file of texts; SHEETS: each style sheet, minified and lowered. Both in order of
// the file's path in this repository.
include!(concat!(env!("OUT_DIR"), "/prepared.rs"));

/// The sentences of a built-in file: `themes/etalase/text/id.yaml`.
pub(super) fn sentences(path: &str) -> Option<Sentences> {
    find(SENTENCES, path)
}

/// The finished form of a built-in sheet: `themes/etalase/css/base.css`.
pub(super) fn sheet(path: &str) -> Option<&'static str> {
    find(SHEETS, path)
}

fn find<T: Copy>(files: &[(&str, T)], path: &str) -> Option<T> {
    let at = files.binary_search_by(|(name, _)| (*name).cmp(path)).ok()?;
    Some(files[at].1)
}
