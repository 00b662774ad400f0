//! Photos, and the consent of the people on them.

use super::shape::{Section, Shape, key, needed};

/// Somebody's consent to be named and shown.
pub static CONSENT: Section = Section {
    name: "izin",
    keys: &[
        needed("tanggal", Shape::Date, "hari izin diberikan", "day on which consent was given", "2026-08-12"),
        key(
            "lingkup",
            Shape::Text(200),
            "untuk apa izin itu",
            "what the consent is for",
            "foto di situs koperasi",
        ),
        key("sampai", Shape::Date, "hari terakhir izin berlaku", "last day of the consent", "2028-08-12"),
        key("wali", Shape::Flag, "izin diberikan orang tua atau wali", "given by a parent or guardian", "ya"),
    ],
};

/// A photo with what is known about it.
pub static PHOTO: Section = Section {
    name: "foto",
    keys: &[
        needed("berkas", Shape::Path, "nama berkas foto", "the photo's file", "foto/susu-1.jpg"),
        key(
            "alt",
            Shape::Local(250),
            "apa yang terlihat di foto",
            "what is to be seen",
            "Susu segar dalam botol",
        ),
        key(
            "fokus",
            Shape::Focus,
            "titik yang tidak boleh terpotong",
            "the point that no crop may cut off",
            "[0.5, 0.35]",
        ),
        key(
            "mutu",
            Shape::Number(30, 100),
            "mutu foto bila bukan bawaan situs",
            "encoder quality, if not the site's",
            "85",
        ),
        key("izin", Shape::Map(&CONSENT), "izin orang yang terlihat", "consent of the people on it", ""),
    ],
};
