//! The fuzz targets against the library as it is: each compiles, is listed, and takes what a fuzzer would begin with.
//! Finds of a fuzzer are tests of their own, beside the code that they broke.
#![expect(clippy::disallowed_methods, reason = "these tests read the repository")]

use std::fs;
use std::path::Path;

use super::targets;

/// A target by its name, with files and folders of the repository that it begins with.
type Target = (&'static str, fn(&[u8]), &'static [&'static str]);

const TARGETS: [Target; 15] = [
    ("photo_header", targets::photo_header, &["tests/data/exif", "tests/data/heic", "tests/data/avif"]),
    ("photo_decode", targets::photo_decode, &["fuzz/seeds/qris_photo", "tests/data/photos/assam-tea.webp"]),
    ("heic", targets::heic, &["tests/data/heic"]),
    ("avif", targets::avif, &["tests/data/avif"]),
    ("profile", targets::profile, &["fuzz/seeds/profile"]),
    ("story", targets::story, &["fuzz/seeds/story"]),
    ("markdown", targets::markdown, &["fuzz/seeds/story"]),
    ("qris", targets::qris, &["fuzz/seeds/qris"]),
    ("qris_photo", targets::qris_photo, &["fuzz/seeds/qris_photo"]),
    ("sheet", targets::sheet, &["tests/workbook"]),
    ("summary", targets::summary, &["tests/sites/toko/expected/etalase.json"]),
    ("settings", targets::settings, &["fuzz/seeds/settings"]),
    ("theme", targets::theme, &["fuzz/seeds/theme"]),
    ("request", targets::request, &["fuzz/seeds/request"]),
    ("form", targets::form, &["fuzz/seeds/form"]),
];

/// The files at a path: itself, or all in it.
fn seeds(path: &str) -> Vec<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if path.is_file() {
        return vec![fs::read(path).expect("a file of the repository")];
    }
    let mut files: Vec<_> = fs::read_dir(&path)
        .expect("a folder of the repository")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files.iter().map(|path| fs::read(path).expect("a file of the repository")).collect()
}

/// Bytes with some of them changed, the same for each number: what a fuzzer does, without its eyes.
fn changed(bytes: &[u8], number: u64) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).expect("small")).expect("small")
    };
    let mut changed = bytes.to_vec();
    for _ in 0..=next(4) {
        let (at, length) = (next(changed.len()), next(12));
        let end = (at + length).min(changed.len());
        match next(4) {
            0 => drop(changed.drain(at..end)),
            1 => {
                let copy = changed[at..end].to_vec();
                changed.splice(at..at, copy);
            }
            2 => {
                let odd = ["\0", "\u{202e}", "\n", "99999999999999999999", "&a", "*a", "{", "\\", "é", "-"];
                changed.splice(at..at, odd[next(odd.len())].bytes());
            }
            _ => {
                if let Some(byte) = changed.get_mut(at) {
                    *byte ^= 1 << next(8);
                }
            }
        }
    }
    changed
}

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}

/// Says what a target was given, if it panics.
struct Told<'a>(&'static str, u64, &'a [u8]);

impl Drop for Told<'_> {
    #[expect(clippy::print_stdout, reason = "a test that fails shows what it printed")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self(name, number, bytes) = self;
            println!("{name}, change {number}: {:?}", String::from_utf8_lossy(bytes));
        }
    }
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
            for (_, target, _) in TARGETS {
                target(bytes);
            }
        }
    }
}

#[test]
fn every_fuzz_target_takes_its_seeds_and_changes_of_them() {
    // For a longer run: changes of each seed, and the one target that is meant.
    let more = std::env::var("ETALASE_CHANGES").ok().and_then(|times| times.parse().ok());
    let only = std::env::var("ETALASE_TARGET").ok();
    for (name, target, paths) in
        TARGETS.into_iter().filter(|(name, ..)| only.as_deref().is_none_or(|only| only == *name))
    {
        let seeds: Vec<Vec<u8>> = paths.iter().flat_map(|path| seeds(path)).collect();
        assert!(!seeds.is_empty(), "{name} has no seed");
        // Small ones often; a photo is decoded anew each time.
        let times = (240 / u64::try_from(seeds.len()).expect("few")).clamp(4, 40);
        let times = more.unwrap_or(times);
        for seed in &seeds {
            target(seed);
            for number in 0..times {
                let bytes = changed(seed, number);
                let _told = Told(name, number, &bytes);
                target(&bytes);
            }
        }
    }
}

#[test]
fn every_fuzz_target_has_a_line_in_its_guide() {
    let guide = String::from_utf8(read("fuzz/README.md")).expect("text");
    for (name, _, paths) in TARGETS {
        let line = guide.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let line = line.unwrap_or_else(|| panic!("{name} is not in fuzz/README.md"));
        assert!(paths.iter().all(|path| line.contains(path)), "{name}: {paths:?}");
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
    for (name, ..) in TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
        let program = text(&format!("fuzz/fuzz_targets/{name}.rs"));
        assert!(program.contains(&format!("fuzz_target!(|bytes: &[u8]| targets::{name}(bytes));")), "{name}");
    }
}
