//! `etalase --version`: name and version; with `--verbose` also what this binary was built with.

use super::exit::DONE;
use super::words::either;
use crate::finding::MessageLanguage;
use crate::photo::CODECS;
use crate::settings::RenditionFormat;

pub(super) fn print(is_verbose: bool, language: MessageLanguage) -> u8 {
    anstream::println!("etalase {}", env!("CARGO_PKG_VERSION"));
    if is_verbose {
        let formats = [RenditionFormat::Avif, RenditionFormat::WebP, RenditionFormat::Jpeg];
        let written: Vec<&str> =
            formats.into_iter().filter(|format| format.is_built_in()).map(RenditionFormat::name).collect();
        let known = [
            ("turbo", cfg!(feature = "turbo")),
            ("avif", cfg!(feature = "avif")),
            ("heic", cfg!(feature = "heic")),
            ("s3", cfg!(feature = "s3")),
        ];
        let features: Vec<&str> =
            known.into_iter().filter_map(|(name, is_on)| is_on.then_some(name)).collect();
        let kinds = [
            ("JPEG, PNG, WebP, GIF", true),
            ("HEIC", cfg!(feature = "heic")),
            ("AVIF", cfg!(feature = "avif")),
        ];
        let read: Vec<&str> = kinds.into_iter().filter_map(|(name, is_on)| is_on.then_some(name)).collect();
        let none = either(language, "tidak ada", "none");
        let lines = [
            (either(language, "ukuran foto ditulis sebagai", "renditions written as"), written.join(", ")),
            (either(language, "foto dibaca dari", "photos read from"), read.join(", ")),
            (
                either(language, "fitur tambahan", "features"),
                if features.is_empty() { none.to_owned() } else { features.join(", ") },
            ),
            (either(language, "pustaka foto", "photo libraries"), CODECS.to_owned()),
        ];
        for (name, value) in lines {
            anstream::println!("{name}: {value}");
        }
    }
    DONE
}
