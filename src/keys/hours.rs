//! Opening hours, of a cooperative or of one of its services.

use super::shape::{Section, Shape, key};

/// Opening hours. Besides these, spans of days such as `senin-jumat` are keys.
pub static HOURS: Section = Section {
    name: "buka",
    keys: &[
        key("senin", Shape::Hours, "jam buka hari Senin", "Mondays", "08.00-16.00"),
        key("selasa", Shape::Hours, "jam buka hari Selasa", "Tuesdays", "08.00-16.00"),
        key("rabu", Shape::Hours, "jam buka hari Rabu", "Wednesdays", "08.00-12.00, 13.00-16.00"),
        key("kamis", Shape::Hours, "jam buka hari Kamis", "Thursdays", "08.00-16.00"),
        key("jumat", Shape::Hours, "jam buka hari Jumat", "Fridays", "08.00-11.00"),
        key("sabtu", Shape::Hours, "jam buka hari Sabtu", "Saturdays", "24 jam"),
        key("minggu", Shape::Hours, "jam buka hari Minggu", "Sundays", "tutup"),
        key("setiap-hari", Shape::Hours, "jam buka yang sama setiap hari", "the same hours every day", ""),
        key("libur", Shape::Dates, "tanggal tutup", "days on which it is closed", "[2026-12-25]"),
        key("catatan", Shape::Local(160), "penjelasan singkat", "a short note", "Tutup saat salat Jumat"),
    ],
};
