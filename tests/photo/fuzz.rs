//! The fuzz targets against the library as it is: each compiles, is listed, and takes what a fuzzer would begin with.
//! Finds of a fuzzer are tests of their own, beside the code that they broke.
#![expect(clippy::disallowed_methods, reason = "these tests read the repository")]

use std::fs;
use std::path::Path;

use super::targets;

/// A target by its name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 5] = [
    ("photo_header", targets::photo_header),
    ("photo_decode", targets::photo_decode),
    ("profile", targets::profile),
    ("markdown", targets::markdown),
    ("summary", targets::summary),
];

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}

#[test]
fn every_fuzz_target_takes_sound_files_and_broken_ones() {
    for seed in [
        "content/tanah-jingga/foto/cangkir.jpg",
        "content/tanah-jingga/profil.yaml",
        "content/tanah-jingga/cerita/cangkir-ke-41.md",
        "tests/sites/toko/expected/etalase.json",
    ] {
        let whole = read(seed);
        for bytes in [&whole[..], &whole[..whole.len() / 2], &whole[whole.len() / 3..], b"", b"\xff\xd8\xff"]
        {
            for (_, target) in TARGETS {
                target(bytes);
            }
        }
    }
}

#[test]
fn every_fuzz_target_is_a_program_that_hands_its_bytes_over() {
    let text = |path: &str| String::from_utf8(read(path)).expect("text");
    let (manifest, functions) = (text("fuzz/Cargo.toml"), text("fuzz/targets.rs"));
    assert_eq!(
        functions.matches("\npub(crate) fn ").count(),
        TARGETS.len(),
        "a target is missing in this test"
    );
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    for (name, _) in TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
        let program = text(&format!("fuzz/fuzz_targets/{name}.rs"));
        assert!(program.contains(&format!("fuzz_target!(|bytes: &[u8]| targets::{name}(bytes));")), "{name}");
    }
}
