//! A cooperative's `profil.yaml` and its stories.

use super::agenda::EVENT;
use super::handover::{DELIVERY, PICKUP};
use super::hours::HOURS;
use super::money::{PAYMENT, SURPLUS};
use super::outlet::OUTLET;
use super::people::{JOINING, MEETING, MEMBER, OFFICER};
use super::photo::{CONSENT, PHOTO};
use super::product::PRODUCT;
use super::shape::{Section, Shape, key, needed};
use super::words::{FORMS, GROUPS, KINDS, SCHEMES};
use super::youth::{OPENING, YOUTH};

/// How to reach the cooperative.
pub static CONTACT: Section = Section {
    name: "kontak",
    keys: &[
        key(
            "whatsapp",
            Shape::WhatsApp,
            "nomor WhatsApp penerima pesanan",
            "WhatsApp number that takes orders",
            "0812-0000-0000",
        ),
        key("telepon", Shape::Phone, "nomor telepon", "telephone", "022-0000021"),
        key("surel", Shape::Email, "alamat surel", "e-mail address", "halo@contoh.id"),
        key("instagram", Shape::Account, "akun Instagram tanpa @", "Instagram account without @", "contoh"),
        key("tiktok", Shape::Account, "akun TikTok tanpa @", "TikTok account without @", "contoh"),
        key("facebook", Shape::Account, "nama halaman Facebook", "Facebook page", "contoh"),
        key("youtube", Shape::Account, "akun YouTube tanpa @", "YouTube handle without @", "contoh"),
        key(
            "situs",
            Shape::Link,
            "situs lain milik koperasi",
            "another site of the cooperative",
            "https://contoh.id",
        ),
        key(
            "catatan",
            Shape::Local(200),
            "kapan atau bagaimana menghubungi",
            "when or how to reach somebody",
            "Pesan dibalas pada jam buka",
        ),
    ],
};

/// Identifiers of the cooperative.
pub static LEGAL: Section = Section {
    name: "legal",
    keys: &[
        key(
            "badan_hukum",
            Shape::Identifier,
            "nomor badan hukum",
            "number of the legal entity",
            "AHU-0000014.AH.01.29.TAHUN 2021",
        ),
        key(
            "nik_koperasi",
            Shape::Identifier,
            "nomor induk koperasi, bukan NIK orang",
            "the cooperative's own number, not a citizen's",
            "\"3204000000021\"",
        ),
        key(
            "nib",
            Shape::Identifier,
            "nomor induk berusaha, 13 angka",
            "business number, 13 digits",
            "\"0210000000021\"",
        ),
        key(
            "npwp",
            Shape::Identifier,
            "NPWP koperasi, 15 atau 16 angka",
            "tax number, 15 or 16 digits",
            "00.000.021.6-000.000",
        ),
    ],
};

/// A question and its answer.
pub static QUESTION: Section = Section {
    name: "tanya_jawab",
    keys: &[
        needed("t", Shape::Local(250), "pertanyaan", "question", "Bisa antar ke Bandung?"),
        needed("j", Shape::Markdown, "jawaban", "answer", "Bisa, setiap Selasa dan Jumat."),
    ],
};

/// `profil.yaml`.
pub static PROFILE: Section = Section {
    name: "profil",
    keys: &[
        needed(
            "nama",
            Shape::Text(150),
            "nama lengkap koperasi",
            "full name of the cooperative",
            "Koperasi Peternakan Contoh",
        ),
        key("singkatan", Shape::Text(60), "nama pendek", "short name", "KPC"),
        key(
            "slogan",
            Shape::Local(160),
            "satu kalimat pendek",
            "one short line",
            "Susu segar dari lereng gunung",
        ),
        key("jenis", Shape::Choice(KINDS), "jenis menurut kegiatan", "kind by activity", "produsen"),
        key(
            "bentuk",
            Shape::Choice(FORMS),
            "beranggota orang atau koperasi",
            "of persons or of cooperatives",
            "primer",
        ),
        key("kelompok", Shape::Choice(GROUPS), "rumpun koperasi", "family of cooperatives", "kud"),
        key(
            "pola",
            Shape::Choice(SCHEMES),
            "konvensional atau syariah",
            "conventional or sharia",
            "konvensional",
        ),
        key("sektor", Shape::Texts(60), "bidang usaha", "lines of business", "[peternakan, pangan]"),
        key(
            "wilayah",
            Shape::Region,
            "kode Kemendagri kabupaten, kota atau kecamatan",
            "Kemendagri code of regency, city or district",
            "32.04.15",
        ),
        key(
            "wilayah_nama",
            Shape::Text(120),
            "nama wilayah, untuk kode di luar Jawa Barat",
            "name of the region, for codes outside West Java",
            "Kabupaten Sleman",
        ),
        key("alamat", Shape::Text(250), "alamat jalan", "street address", "Jl. Contoh No. 1, Pangalengan"),
        key(
            "koordinat",
            Shape::Coordinates,
            "lintang dan bujur",
            "latitude and longitude",
            "[-7.1735, 107.5563]",
        ),
        key("berdiri", Shape::Date, "hari berdiri", "day of founding", "1969-03-22"),
        key("anggota", Shape::Number(1, 100_000_000), "banyaknya anggota", "number of members", "312"),
        needed("kontak", Shape::Map(&CONTACT), "cara menghubungi", "how to reach it", ""),
        key("buka", Shape::Map(&HOURS), "jam buka", "opening hours", ""),
        key("legal", Shape::Map(&LEGAL), "nomor-nomor resmi", "official numbers", ""),
        key("sampul", Shape::Photo(&PHOTO), "foto paling atas", "photo at the top", "foto/sampul.jpg"),
        key("logo", Shape::Photo(&PHOTO), "logo", "logo", "foto/logo.png"),
        key("warna", Shape::Colour, "warna khas", "brand colour", "\"#0f766e\""),
        key(
            "tentang",
            Shape::Markdown,
            "cerita koperasi",
            "about the cooperative",
            "Kami didirikan 27 peternak.",
        ),
        key("produk", Shape::List(&PRODUCT), "yang dijual", "what is sold", ""),
        key(
            "gerai",
            Shape::List(&OUTLET),
            "unit dan layanan yang bukan barang",
            "units and services that are no goods",
            "",
        ),
        key("ambil", Shape::List(&PICKUP), "tempat mengambil pesanan", "where orders are fetched", ""),
        key("antar", Shape::List(&DELIVERY), "sampai mana pesanan diantar", "how far orders are brought", ""),
        key("anggota_ukm", Shape::List(&MEMBER), "usaha milik anggota", "businesses of members", ""),
        key("pembayaran", Shape::Map(&PAYMENT), "cara membayar", "how to pay", ""),
        key("gabung", Shape::Map(&JOINING), "cara menjadi anggota", "how to become a member", ""),
        key(
            "shu",
            Shape::Map(&SURPLUS),
            "sisa hasil usaha dan pembagiannya",
            "the surplus and how it was shared",
            "",
        ),
        key("rat", Shape::List(&MEETING), "rapat anggota tahunan", "annual meetings", ""),
        key("pengurus", Shape::List(&OFFICER), "pengurus dan pengawas", "officers", ""),
        key("agenda", Shape::List(&EVENT), "acara", "events", ""),
        key(
            "peluang",
            Shape::List(&OPENING),
            "PKL, magang, kerja, relawan",
            "internships, jobs, volunteering",
            "",
        ),
        key("muda", Shape::Map(&YOUTH), "untuk pelajar", "for pupils", ""),
        key(
            "tanya_jawab",
            Shape::List(&QUESTION),
            "pertanyaan yang sering diajukan",
            "questions and answers",
            "",
        ),
        key(
            "alamat_lama",
            Shape::Slugs,
            "nama folder yang dulu",
            "earlier names of the folder",
            "[koperasi-lama]",
        ),
        key(
            "diperbarui",
            Shape::Date,
            "hari isi terakhir diperbarui",
            "day of the last update",
            "2026-11-01",
        ),
    ],
};

/// Front matter of `cerita/*.md`.
pub static STORY: Section = Section {
    name: "cerita",
    keys: &[
        needed("judul", Shape::Text(120), "judul cerita", "title", "Tangki pertama"),
        needed("tanggal", Shape::Date, "hari ditulis", "day of writing", "2026-10-05"),
        key("foto", Shape::Photo(&PHOTO), "foto paling atas", "photo at the top", "foto/susu-botol.jpg"),
        key(
            "penulis",
            Shape::Text(80),
            "penulis; untuk pelajar cukup nama depan",
            "author; a first name will do for pupils",
            "Neneng",
        ),
        key(
            "izin",
            Shape::Map(&CONSENT),
            "izin penulis; tanpa itu namanya tidak tampil di cerita pelajar",
            "the author's consent; without it a story for pupils has no name",
            "",
        ),
        key("muda", Shape::Flag, "tampil juga di halaman muda", "shown to pupils too", "tidak"),
    ],
};
