//! Tells the program the versions of the libraries that decide the bytes of a rendition, from the lock file. Themes are
//! compiled in: cargo is told to watch their folder for new files.

#![expect(clippy::disallowed_methods, reason = "a build script is its own door")]

use std::env;
use std::fs;
use std::path::Path;

/// Libraries by the feature that asks for them.
const CODECS: [(Option<&str>, &str); 12] = [
    (None, "zune-jpeg"),
    (None, "png"),
    (None, "image-webp"),
    (None, "gif"),
    (None, "moxcms"),
    (None, "fast_image_resize"),
    (None, "libwebp-sys"),
    (None, "webpx"),
    (None, "jpeg-encoder"),
    (Some("CARGO_FEATURE_HEIC"), "heifer-hevc-dec"),
    (Some("CARGO_FEATURE_TURBO"), "turbojpeg-sys"),
    (Some("CARGO_FEATURE_AVIF"), "libaom-sys"),
];

fn main() {
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let lock = fs::read_to_string(Path::new(&folder).join("Cargo.lock")).unwrap_or_default();
    let built_in =
        CODECS.iter().filter(|(feature, _)| feature.is_none_or(|name| env::var_os(name).is_some()));
    let versions =
        built_in.flat_map(|(_, name)| versions_of(&lock, name).map(move |it| format!("{name} {it}")));
    println!("cargo::rustc-env=ETALASE_CODECS={}", versions.collect::<Vec<_>>().join(", "));
}

/// The versions that stand behind a package's name in a lock file: one, or more where others need an older one.
fn versions_of<'a>(lock: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let packages: Vec<&str> = lock.split(&format!("name = \"{name}\"\n")).skip(1).collect();
    packages.into_iter().filter_map(|package| package.strip_prefix("version = \"")?.split('"').next())
}
