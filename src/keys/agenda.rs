//! What takes place and when.

use super::shape::{Section, Shape, key, needed};

/// A session for those who missed the first.
pub static MAKE_UP: Section = Section {
    name: "susulan",
    keys: &[
        needed("mulai", Shape::DateTime, "mulai", "start", "2026-12-19 08:00"),
        key("selesai", Shape::DateTime, "selesai", "end", "2026-12-19 12:00"),
        key("tempat", Shape::Text(120), "tempat, bila berbeda", "place, if elsewhere", "Aula desa"),
    ],
};

/// Something that takes place.
pub static EVENT: Section = Section {
    name: "agenda",
    keys: &[
        needed("judul", Shape::Local(120), "nama acara", "what it is", "Hari pasar"),
        needed("mulai", Shape::DateTime, "mulai", "start", "2026-12-05 08:00"),
        key("selesai", Shape::DateTime, "selesai", "end", "2026-12-05 12:00"),
        key("tempat", Shape::Text(120), "tempat", "place", "Halaman koperasi"),
        key("untuk", Shape::Text(160), "siapa yang boleh datang", "for whom", "Umum"),
        key("keterangan", Shape::Markdown, "penjelasan", "about it", "Bawa botol sendiri."),
        key(
            "susulan",
            Shape::Map(&MAKE_UP),
            "jadwal bagi yang berhalangan",
            "session for those who missed it",
            "",
        ),
    ],
};
