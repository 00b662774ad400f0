//! The files that the rules look at.

use std::fs;
use std::path::Path;

/// One text file: its path inside the folder that was walked, with `/`, and what is in it.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every file below a folder of the repository whose name ends in one of `endings`, in order of path.
pub(crate) fn files_below(folder: &str, endings: &[&str]) -> Vec<File> {
    fn walk(root: &Path, folder: &Path, endings: &[&str], files: &mut Vec<File>) {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        for entry in entries {
            let path = entry.expect("the entry can be read").path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() {
                walk(root, &path, endings, files);
            } else if endings.contains(&ending) {
                let inside = path.strip_prefix(root).expect("below the root");
                let path_text = inside.to_string_lossy().replace('\\', "/");
                files.push(File { path: path_text, text: fs::read_to_string(&path).expect("text") });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    if root.is_dir() {
        walk(&root, &root, endings, &mut files);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Fails with every fault, one a line.
pub(crate) fn assert_none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
