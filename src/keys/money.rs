//! How to pay, and how a year's surplus was shared out.

use super::shape::{Section, Shape, key, needed};

/// An account for transfers.
pub static BANK: Section = Section {
    name: "bank",
    keys: &[
        needed("nama", Shape::Text(60), "nama bank", "bank", "Bank Contoh"),
        needed("rekening", Shape::Text(40), "nomor rekening", "account number", "\"0000-0021-0021\""),
        needed("atas_nama", Shape::Text(100), "nama pemilik rekening", "holder", "Koperasi Contoh"),
    ],
};

/// How to pay.
pub static PAYMENT: Section = Section {
    name: "pembayaran",
    keys: &[
        key(
            "qris",
            Shape::Qris,
            "isi kode QRIS statis, disalin utuh",
            "text of the static QRIS code, copied whole",
            "",
        ),
        key(
            "qris_foto",
            Shape::CodePhoto,
            "foto kode QRIS yang tercetak, mis. `foto/qris.jpg`; isinya dibaca dari foto",
            "photo of the printed QRIS code, such as `foto/qris.jpg`; it is read from there",
            "",
        ),
        key(
            "qris_nominal",
            Shape::Flag,
            "buat kode QRIS dengan jumlah belanja",
            "make a QRIS code with the basket's sum",
            "tidak",
        ),
        key(
            "nmid",
            Shape::Identifier,
            "NMID koperasi dari lembar QRIS atau surat penyedianya; kode dengan NMID lain ditolak",
            "the cooperative's NMID, from its QRIS sheet or the provider's letter; a code with another one is refused",
            "ID0000000000017",
        ),
        key("bank", Shape::List(&BANK), "rekening untuk transfer", "accounts for transfers", ""),
        key("tunai", Shape::Flag, "tunai di tempat", "cash at the counter", "ya"),
        key("cod", Shape::Flag, "bayar saat barang diterima", "cash on delivery", "tidak"),
    ],
};

/// How the surplus was shared; together exactly 100.
pub static SHARES: Section = Section {
    name: "bagi",
    keys: &[
        key(
            "jasa_usaha",
            Shape::Percent,
            "untuk anggota menurut belanjanya",
            "to members by what they bought",
            "40",
        ),
        key(
            "jasa_modal",
            Shape::Percent,
            "untuk anggota menurut simpanannya",
            "to members by what they saved",
            "20",
        ),
        key("cadangan", Shape::Percent, "dana cadangan", "reserve", "20"),
        key("pendidikan", Shape::Percent, "dana pendidikan", "education", "5"),
        key("sosial", Shape::Percent, "dana sosial", "social fund", "5"),
        key("pengurus", Shape::Percent, "untuk pengurus", "officers", "5"),
        key("karyawan", Shape::Percent, "untuk karyawan", "staff", "2,5"),
        key("pembangunan", Shape::Percent, "pembangunan daerah kerja", "development of the region", "2,5"),
    ],
};

/// The surplus of a year.
pub static SURPLUS: Section = Section {
    name: "shu",
    keys: &[
        needed("tahun", Shape::Year, "tahun buku", "book year", "2025"),
        needed("jumlah", Shape::Rupiah, "SHU yang dibagi", "amount that was shared", "Rp 250.000.000"),
        needed(
            "bagi",
            Shape::Map(&SHARES),
            "pembagian dalam persen, jumlahnya 100",
            "shares in per cent, 100 in all",
            "",
        ),
        key(
            "total_belanja",
            Shape::Rupiah,
            "belanja semua anggota tahun itu",
            "all members' purchases that year",
            "Rp 1.200.000.000",
        ),
        key(
            "total_simpanan",
            Shape::Rupiah,
            "simpanan semua anggota akhir tahun",
            "all members' savings at the year's end",
            "Rp 800.000.000",
        ),
    ],
};
