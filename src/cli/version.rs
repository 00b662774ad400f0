//! `etalase --version`: name and version; with `--verbose` also what this binary was built with.

use super::{DONE, either};
use crate::finding::MessageLanguage;

pub(super) fn print(is_verbose: bool, language: MessageLanguage) -> u8 {
    anstream::println!("etalase {}", env!("CARGO_PKG_VERSION"));
    if is_verbose {
        let formats = "WebP, JPEG";
        anstream::println!(
            "{}: {formats}",
            either(language, "ukuran foto ditulis sebagai", "renditions written as")
        );
        let read = "JPEG, PNG, WebP, GIF";
        anstream::println!("{}: {read}", either(language, "foto dibaca dari", "photos read from"));
    }
    DONE
}
