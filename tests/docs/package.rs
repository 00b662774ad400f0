//! What `cargo package` puts into the crate suffices to build it: every file that the sources take in is there.

use std::collections::BTreeSet;
use std::process::Command;

use crate::tree::{File, assert_none, files_below};

#[test]
fn the_package_holds_every_file_that_the_sources_take_in() {
    let packaged = packaged_files();
    assert!(packaged.contains("Cargo.lock") && packaged.contains("build.rs"), "{packaged:?}");
    let sources = files_below("src", &["rs"]);
    let taken: Vec<_> = sources.iter().flat_map(taken_in).collect();
    assert!(taken.len() > 20, "only {} files are taken in", taken.len());
    assert_none(taken.iter().filter_map(|(source, path)| {
        let is_there = packaged.contains(path) || packaged.iter().any(|file| is_below(file, path));
        (!is_there).then(|| format!("{source} takes in `{path}`, which Cargo.toml's `include` leaves out"))
    }));
    let paths = sources.iter().map(|source| format!("src/{}", source.path));
    let left_out = paths.filter(|path| !packaged.contains(path));
    assert_none(left_out.map(|path| format!("`{path}` is not in the package")));
}

/// The list of the package, made without asking a registry.
fn packaged_files() -> BTreeSet<String> {
    let run = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("text").lines().map(|line| line.replace('\\', "/")).collect()
}

fn is_below(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Files and folders that a source includes, as paths from the root, each with the source. What a build script made
/// is not among them.
fn taken_in(source: &File) -> Vec<(String, String)> {
    let name = format!("src/{}", source.path);
    let mut taken = Vec::new();
    for word in ["include_str!(\"", "include_bytes!(\"", "include_dir!(\"", "include!(\""] {
        for (at, _) in source.text.match_indices(word) {
            let rest = &source.text[at + word.len()..];
            let path = &rest[..rest.find('"').unwrap_or(rest.len())];
            let path = match path.strip_prefix("$CARGO_MANIFEST_DIR/") {
                Some(path) => path.to_owned(),
                None => crate::resolved(&name, path),
            };
            taken.push((name.clone(), path));
        }
    }
    taken
}

#[test]
fn a_path_is_seen_from_the_source_that_takes_it_in() {
    let text = "const A: &str = include_str!(\"../../themes/a.css\");\nstatic B: Dir = include_dir!(\"$CARGO_MANIFEST_DIR/themes\");";
    let source = File { path: "view/a.rs".to_owned(), text: text.to_owned() };
    let paths: Vec<String> = taken_in(&source).into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths, ["themes/a.css", "themes"]);
    assert!(is_below("themes/a.css", "themes") && !is_below("themes2/a.css", "themes"));
}
