//! Themes are compiled in; a file that is new in them must be noticed too. What follows from one of their files alone
//! is worked out here, once, and not by every run. The libraries that decide the bytes of a rendition are told with
//! their versions, as the lock file has them.

#![expect(clippy::disallowed_methods, reason = "a build script is its own door")]

#[path = "src/theme/prepare.rs"]
mod prepare;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use prepare::{lowered, sentences};
use walkdir::{DirEntry, WalkDir};

/// Libraries by the feature that asks for them.
const CODECS: [(Option<&str>, &str); 11] = [
    (None, "zune-jpeg"),
    (None, "png"),
    (None, "image-webp"),
    (None, "gif"),
    (None, "moxcms"),
    (None, "fast_image_resize"),
    (None, "libwebp-sys"),
    (None, "webpx"),
    (None, "jpeg-encoder"),
    (Some("CARGO_FEATURE_TURBO"), "turbojpeg-sys"),
    (Some("CARGO_FEATURE_AVIF"), "libaom-sys"),
];

fn main() {
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=src/theme/prepare.rs");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let lock = fs::read_to_string(Path::new(&folder).join("Cargo.lock")).unwrap_or_default();
    let built_in =
        CODECS.iter().filter(|(feature, _)| feature.is_none_or(|name| env::var_os(name).is_some()));
    let versions =
        built_in.flat_map(|(_, name)| versions_of(&lock, name).map(move |it| format!("{name} {it}")));
    println!("cargo::rustc-env=ETALASE_CODECS={}", versions.collect::<Vec<_>>().join(", "));
    let prepared = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("prepared.rs");
    fs::write(&prepared, prepared_themes(Path::new(&folder))).expect("cargo gives a folder to write to");
}

/// The texts and sheets of all built-in themes, as `src/theme/prepared.rs` takes them in.
///
/// # Panics
/// If one of them cannot be understood.
fn prepared_themes(folder: &Path) -> String {
    let (mut texts, mut sheets) = (String::new(), String::new());
    let files = WalkDir::new(folder.join("themes")).into_iter().flatten().map(DirEntry::into_path);
    let named = files.map(|file| {
        let name = file.strip_prefix(folder).expect("it is below").to_string_lossy().replace('\\', "/");
        (name, file)
    });
    // In order of whole names: they are looked up by halving.
    for (name, file) in named.collect::<BTreeMap<_, _>>() {
        let part = name.split('/').nth(2);
        let ending = file.extension().and_then(|ending| ending.to_str());
        let read = || fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        if part == Some("text") && ending == Some("yaml") {
            let sentences = sentences(&read()).unwrap_or_else(|place| panic!("{name}: {place:?}"));
            let _ = writeln!(texts, "({name:?}, &{:?}),", sentences.iter().collect::<Vec<_>>());
        } else if part == Some("css") && ending == Some("css") {
            let sheet = lowered(&read()).unwrap_or_else(|place| panic!("{name}: {place:?}"));
            let _ = writeln!(sheets, "({name:?}, {sheet:?}),");
        }
    }
    format!(
        "static SENTENCES: &[(&str, Sentences)] = &[\n{texts}];\n\
         static SHEETS: &[(&str, &str)] = &[\n{sheets}];\n"
    )
}

/// The versions that stand behind a package's name in a lock file: one, or more where others need an older one.
fn versions_of<'a>(lock: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let packages: Vec<&str> = lock.split(&format!("name = \"{name}\"\n")).skip(1).collect();
    packages.into_iter().filter_map(|package| package.strip_prefix("version = \"")?.split('"').next())
}
