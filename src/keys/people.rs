//! Members, officers and their meetings.

use super::photo::{CONSENT, PHOTO};
use super::shape::{Section, Shape, key, needed};
use super::words::{HELPS, ROLES};

/// A member's business.
pub static MEMBER: Section = Section {
    name: "anggota_ukm",
    keys: &[
        needed(
            "id",
            Shape::Slug,
            "nama di alamat halaman dan di `produsen`",
            "name in addresses and in `produsen`",
            "dapur-lestari",
        ),
        needed("usaha", Shape::Text(100), "nama usaha", "name of the business", "Dapur Lestari"),
        key(
            "pemilik",
            Shape::Text(80),
            "nama pemilik, hanya dengan izin",
            "who runs it, only with consent",
            "Bu Lestari",
        ),
        key("foto", Shape::Photo(&PHOTO), "foto usaha", "photo of the business", "foto/dapur.jpg"),
        key("cerita", Shape::Markdown, "cerita usaha", "story of the business", "Bermula dari satu wajan."),
        key("tempat", Shape::Text(100), "desa atau tempat", "village or place", "Desa Contoh"),
        key("sejak", Shape::Year, "tahun berdiri", "since which year", "2015"),
        key(
            "izin",
            Shape::Map(&CONSENT),
            "izin untuk dinamai dan ditampilkan",
            "consent to be named and shown",
            "",
        ),
    ],
};

/// How to become a member.
pub static JOINING: Section = Section {
    name: "gabung",
    keys: &[
        key(
            "simpanan_pokok",
            Shape::Rupiah,
            "dibayar sekali saat masuk",
            "paid once on joining",
            "Rp 100.000",
        ),
        key("simpanan_wajib", Shape::Rupiah, "dibayar tiap bulan", "paid each month", "Rp 20.000"),
        key(
            "syarat",
            Shape::Locals(300),
            "syarat menjadi anggota",
            "what is asked of a member",
            "[Warga setempat]",
        ),
        key("manfaat", Shape::Locals(300), "yang didapat anggota", "what a member gets", "[Bagian SHU]"),
        key(
            "bantuan",
            Shape::Choices(HELPS),
            "yang bisa dibantu bagi usaha anggota",
            "with what it helps members' businesses",
            "[jualan, pelatihan]",
        ),
        key("cara", Shape::Markdown, "langkah bergabung", "how to join", "Datang ke kantor dengan KTP."),
    ],
};

/// An annual meeting.
pub static MEETING: Section = Section {
    name: "rat",
    keys: &[
        needed("tahun_buku", Shape::Year, "tahun yang dilaporkan", "the year it was about", "2025"),
        needed("tanggal", Shape::Date, "hari rapat", "day of the meeting", "2026-03-14"),
        key(
            "ringkasan",
            Shape::Markdown,
            "keputusan rapat dalam bahasa sehari-hari",
            "what it decided, in plain words",
            "Laporan diterima.",
        ),
        key(
            "dokumen",
            Shape::Link,
            "alamat laporan lengkap",
            "address of the full report",
            "https://contoh.id/rat-2025.pdf",
        ),
    ],
};

/// Somebody who holds an office.
pub static OFFICER: Section = Section {
    name: "pengurus",
    keys: &[
        needed("nama", Shape::Text(80), "nama", "name", "Dedi Kurniawan"),
        needed("jabatan", Shape::Choice(ROLES), "jabatan", "office", "ketua"),
        key("masa", Shape::Years, "masa jabatan", "term of office", "2024-2029"),
        key(
            "foto",
            Shape::Photo(&PHOTO),
            "foto, hanya dengan izin",
            "photo, only with consent",
            "{berkas: foto/ketua.jpg, alt: Ketua koperasi, izin: {tanggal: 2026-01-05}}",
        ),
    ],
};
