//! What is sold: prices, variants, certificates, where else it can be had.

use super::photo::PHOTO;
use super::shape::{Section, Shape, key, needed};
use super::words::STOCKS;

/// Longest code of a shop's own. Google takes 70 characters.
const CODE: Shape = Shape::Text(50);

const WEIGHT: Shape = Shape::Measure("berat atau isi dengan satuannya", "weight or volume with its unit");

/// A price from a quantity on.
pub static TIER: Section = Section {
    name: "grosir",
    keys: &[
        needed("mulai", Shape::Number(2, 10_000_000), "jumlah paling sedikit", "smallest quantity", "24"),
        needed(
            "harga",
            Shape::Rupiah,
            "harga satuan mulai jumlah itu",
            "price of one unit from there on",
            "Rp 11.800",
        ),
    ],
};

/// One size, flavour or grade.
pub static VARIANT: Section = Section {
    name: "varian",
    keys: &[
        needed("nama", Shape::Local(80), "pembeda varian", "what sets it apart", "Cokelat"),
        key("harga", Shape::Rupiah, "harga varian, bila berbeda", "its price, if it differs", "Rp 13.000"),
        key(
            "harga_anggota",
            Shape::Rupiah,
            "harga anggota untuk varian ini",
            "its member price",
            "Rp 12.000",
        ),
        key(
            "satuan",
            Shape::Local(40),
            "satuan varian, bila berbeda",
            "its unit, if it differs",
            "botol 1 liter",
        ),
        key(
            "minimal",
            Shape::Number(1, 1_000_000),
            "pesanan paling sedikit varian ini",
            "its smallest order",
            "6",
        ),
        key("stok", Shape::Choice(STOCKS), "ketersediaan varian", "whether it can be had", "habis"),
        key("foto", Shape::Photo(&PHOTO), "foto varian", "its photo", "foto/susu-cokelat.jpg"),
        key("berat", WEIGHT, "berat atau isi varian", "its weight or volume", "1 kg"),
        key("kode", CODE, "kode varian ini di toko Anda", "your own code for it", "SS-500-COK"),
        key(
            "gtin",
            Shape::Identifier,
            "nomor di bawah kode batang varian ini",
            "the number below its bar code",
            "\"9520000000028\"",
        ),
    ],
};

/// A lower price for a time.
pub static PROMO: Section = Section {
    name: "promo",
    keys: &[
        needed("harga", Shape::Rupiah, "harga selama promo", "price during the promotion", "Rp 10.000"),
        key("mulai", Shape::Date, "hari pertama promo", "first day", "2026-12-01"),
        needed("sampai", Shape::Date, "hari terakhir promo", "last day", "2026-12-31"),
    ],
};

/// Certificates of a product.
pub static CERTIFICATES: Section = Section {
    name: "sertifikat",
    keys: &[
        key(
            "halal",
            Shape::Identifier,
            "nomor sertifikat halal: ID dan 17 angka",
            "halal certificate: ID and 17 digits",
            "ID32110000000210001",
        ),
        key(
            "pirt",
            Shape::Identifier,
            "nomor P-IRT, 15 angka",
            "P-IRT number, 15 digits",
            "P-IRT 2063204010001-30",
        ),
        key(
            "bpom",
            Shape::Identifier,
            "nomor izin edar BPOM: MD atau ML",
            "BPOM number: MD or ML",
            "MD 000000000211",
        ),
        key(
            "lainnya",
            Shape::Text(120),
            "sertifikat lain, misalnya SNI atau organik",
            "another certificate, such as SNI or organic",
            "SNI 01-0001",
        ),
        key("berlaku_sampai", Shape::Date, "hari terakhir berlaku", "last day of validity", "2028-03-31"),
    ],
};

/// The same product in marketplaces.
pub static MARKETS: Section = Section {
    name: "pasar",
    keys: &[
        key(
            "tokopedia",
            Shape::Link,
            "alamat produk di Tokopedia",
            "address at Tokopedia",
            "https://www.tokopedia.com/contoh/susu",
        ),
        key(
            "shopee",
            Shape::Link,
            "alamat produk di Shopee",
            "address at Shopee",
            "https://shopee.co.id/contoh/susu",
        ),
        key(
            "tiktok",
            Shape::Link,
            "alamat produk di TikTok Shop",
            "address at TikTok Shop",
            "https://www.tiktok.com/@contoh",
        ),
        key(
            "lazada",
            Shape::Link,
            "alamat produk di Lazada",
            "address at Lazada",
            "https://www.lazada.co.id/products/susu",
        ),
        key(
            "blibli",
            Shape::Link,
            "alamat produk di Blibli",
            "address at Blibli",
            "https://www.blibli.com/p/susu",
        ),
    ],
};

/// One step of a product's way.
pub static ORIGIN: Section = Section {
    name: "asal",
    keys: &[
        needed("judul", Shape::Local(80), "langkahnya", "the step", "Diperah pukul empat"),
        key(
            "keterangan",
            Shape::Local(400),
            "penjelasan satu dua kalimat",
            "a sentence or two",
            "Susu langsung masuk tangki dingin.",
        ),
        key("foto", Shape::Photo(&PHOTO), "foto langkah itu", "a photo of it", "foto/kandang.jpg"),
    ],
};

/// One product.
pub static PRODUCT: Section = Section {
    name: "produk",
    keys: &[
        needed("nama", Shape::Local(120), "nama produk", "name of the product", "Susu pasteurisasi"),
        key(
            "foto",
            Shape::Photos(&PHOTO),
            "foto produk; yang pertama tampil di katalog",
            "photos; the first is in the catalogue",
            "[foto/susu-1.jpg]",
        ),
        key("kategori", Shape::Local(60), "kelompok di katalog", "heading in the catalogue", "Susu"),
        key(
            "harga",
            Shape::Rupiah,
            "harga satu satuan; kosong berarti tanya harga",
            "price of one unit; left out means ask",
            "Rp 12.500",
        ),
        key("satuan", Shape::Local(40), "satuan yang dijual", "what one unit is", "botol 500 ml"),
        key("harga_anggota", Shape::Rupiah, "harga untuk anggota koperasi", "price for members", "Rp 11.000"),
        key("minimal", Shape::Number(1, 1_000_000), "pesanan paling sedikit", "smallest order", "1"),
        key("grosir", Shape::List(&TIER), "harga untuk jumlah besar", "prices for larger orders", ""),
        key("varian", Shape::List(&VARIANT), "ukuran, rasa atau mutu", "sizes, flavours, grades", ""),
        key("stok", Shape::Choice(STOCKS), "ketersediaan", "whether it can be had", "tersedia"),
        key(
            "musim",
            Shape::Months,
            "bulan panen atau pembuatan",
            "months of harvest or making",
            "[1-4, 10-12]",
        ),
        key("promo", Shape::Map(&PROMO), "harga turun untuk sementara", "a lower price for a time", ""),
        key(
            "per_tanggal",
            Shape::Date,
            "hari harga terakhir dipastikan",
            "day on which the price was last confirmed",
            "2026-11-01",
        ),
        key(
            "berat",
            WEIGHT,
            "berat bersih atau isi satu satuan",
            "net weight or volume of one unit",
            "520 g",
        ),
        key("kode", CODE, "kode barang di toko Anda", "your own code for it", "SS-500"),
        key(
            "gtin",
            Shape::Identifier,
            "nomor di bawah kode batang kemasannya: 8, 12, 13 atau 14 angka",
            "the number below the bar code on its package: 8, 12, 13 or 14 digits",
            "\"9520000000011\"",
        ),
        key(
            "umur_simpan",
            Shape::Measure("berapa lama, dengan satuannya", "how long, with its unit"),
            "lama barang tahan bila disimpan seperti seharusnya",
            "how long it keeps where it is stored as it should be",
            "12 bulan",
        ),
        key("sertifikat", Shape::Map(&CERTIFICATES), "sertifikat produk", "certificates of the product", ""),
        key(
            "pasar",
            Shape::Map(&MARKETS),
            "produk yang sama di lokapasar",
            "the same product in marketplaces",
            "",
        ),
        key(
            "produsen",
            Shape::Slug,
            "id anggota UKM pembuatnya",
            "id of the member business that makes it",
            "dapur-lestari",
        ),
        key(
            "asal",
            Shape::List(&ORIGIN),
            "perjalanan produk dari asalnya",
            "the product's way from its origin",
            "",
        ),
        key("unggulan", Shape::Flag, "tampil paling depan", "leads the catalogue", "ya"),
        key("keterangan", Shape::Markdown, "penjelasan produk", "about the product", "Dari susu sapi segar."),
        key(
            "id",
            Shape::Slug,
            "nama di alamat halaman, bila bukan dari nama produk",
            "name in addresses, if not from the product's name",
            "susu-pasteurisasi",
        ),
        key(
            "alamat_lama",
            Shape::Slugs,
            "nama yang dulu di alamat halaman",
            "earlier names in addresses",
            "[susu-segar]",
        ),
    ],
};
