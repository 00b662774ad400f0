//! Sections, copies of built-in parts, fonts and pictures.

use crate::finding::{Finding, Level, Span, Text};

/// `susunan: {toko: [barang, barang]}`.
pub(in crate::theme) fn section_twice(at: Span, list: &str, name: &str) -> Finding {
    Finding {
        code: "theme-section-twice".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("bagian `{name}` disebut dua kali di `{list}`"),
            format!("the section `{name}` stands twice in `{list}`"),
        ),
        expected: Text::new("tiap bagian satu kali", "each section once"),
        help: Text::new("hapus salah satunya", "remove one of them"),
    }
}

/// A list of sections without one that no visitor can do without, such as the price.
pub(in crate::theme) fn section_needed(at: Span, list: &str, name: &str) -> Finding {
    Finding {
        code: "theme-section-needed".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!(
                "bagian `{name}` tidak ada di `{list}`; tanpanya pengunjung tidak bisa memilih atau memesan"
            ),
            format!("the section `{name}` is not in `{list}`; without it nobody can choose or order"),
        ),
        expected: Text::new(
            format!("`{name}` di suatu tempat dalam `{list}`"),
            format!("`{name}` somewhere in `{list}`"),
        ),
        help: Text::new(
            format!("tambahkan `{name}`; bila memang tidak perlu, kosongkan bloknya di templat halaman"),
            format!("add `{name}`; if you mean to leave it out, empty its block in a template of the page"),
        ),
    }
}
