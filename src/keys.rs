//! The one table of all keys that people write: name, kind, needed or not, meaning, example, limits. The
//! readers' checks and suggestions, and every list of keys elsewhere, come from here. A reader that asks
//! for a key that is not here, or leaves one out, fails the tests.

/// Keys that stand together in one mapping.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about, as a phrase: `produk`.
    pub name: &'static str,
    /// Its keys, in the order in which a person would fill them in.
    pub keys: &'static [Key],
}

impl Section {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What belongs there.
    pub shape: Shape,
    /// True if the section makes no sense without it.
    pub needed: bool,
    /// What it means, in Indonesian.
    pub id: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// A value as it may stand in a file: one line of YAML, or empty where the section's keys are the example.
    pub example: &'static str,
}

/// What belongs at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of text of at most so many characters.
    Text(u16),
    /// The same, with translations under `…_en` and `…_su`.
    Local(u16),
    /// Markdown of any length, with translations.
    Markdown,
    /// A list of lines.
    Texts(u16),
    /// A list of lines, with lists of translations.
    Locals(u16),
    /// Whole rupiah.
    Rupiah,
    /// 0 to 100 %, at most two decimals.
    Percent,
    /// A whole number between two others.
    Number(u32, u32),
    /// A list of such numbers.
    Numbers(u32, u32),
    /// Four digits.
    Year,
    /// `2024-2029`.
    Years,
    /// A day.
    Date,
    /// A list of days.
    Dates,
    /// A day and a time.
    DateTime,
    /// Opening hours of one day.
    Hours,
    /// A list of months or spans of months.
    Months,
    /// `ya` or `tidak`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these words.
    Choices(&'static [&'static str]),
    /// An https address.
    Link,
    /// A mobile number.
    WhatsApp,
    /// Any number that can be called.
    Phone,
    /// An e-mail address.
    Email,
    /// A name in a social network.
    Account,
    /// A word of lower-case letters, digits and hyphens.
    Slug,
    /// A list of such words.
    Slugs,
    /// A Kemendagri code.
    Region,
    /// Latitude and longitude.
    Coordinates,
    /// Two parts of a photo's width and height.
    Focus,
    /// `#rrggbb`.
    Colour,
    /// `520 g`.
    Weight,
    /// An identifier that is kept as it was typed.
    Identifier,
    /// The text of a QRIS code.
    Qris,
    /// A path inside the folder.
    Path,
    /// The path of a photo of a QRIS code.
    CodePhoto,
    /// A path, or a mapping of `PHOTO`.
    Photo,
    /// A list of photos, or a single one.
    Photos,
    /// A mapping.
    Map(&'static Section),
    /// A list of mappings.
    List(&'static Section),
    /// A mapping from ids to whole numbers.
    Points,
}

impl Shape {
    /// True if the key has companions that end in `_en` and `_su`.
    pub fn is_translated(self) -> bool {
        matches!(self, Self::Local(_) | Self::Markdown | Self::Locals(_))
    }

    /// The section below a key, if there is one.
    pub fn section(self) -> Option<&'static Section> {
        match self {
            Self::Map(section) | Self::List(section) => Some(section),
            Self::Photo | Self::Photos => Some(&PHOTO),
            _ => None,
        }
    }

    /// What belongs there, in Indonesian and in English.
    pub fn phrase(self) -> (&'static str, &'static str) {
        match self {
            Self::Text(_) | Self::Local(_) => ("satu baris tulisan", "one line of text"),
            Self::Markdown => ("tulisan", "text"),
            Self::Texts(_) | Self::Locals(_) => ("daftar tulisan", "a list of texts"),
            Self::Rupiah => ("rupiah utuh", "whole rupiah"),
            Self::Percent => ("persen dari 0 sampai 100", "a percentage from 0 to 100"),
            Self::Number(..) => ("bilangan bulat", "a whole number"),
            Self::Numbers(..) => ("daftar bilangan bulat", "a list of whole numbers"),
            Self::Year => ("tahun dengan empat angka", "a year of four digits"),
            Self::Years => ("tahun awal dan akhir", "first and last year"),
            Self::Date => ("tanggal dengan urutan tahun-bulan-hari", "a day as year-month-day"),
            Self::Dates => ("daftar tanggal", "a list of days"),
            Self::DateTime => ("tanggal dan jam", "a day and a time"),
            Self::Hours => ("jam buka", "opening hours"),
            Self::Months => ("daftar bulan, 1 sampai 12", "a list of months, 1 to 12"),
            Self::Flag => ("`ya` atau `tidak`", "`ya` or `tidak`"),
            Self::Choice(_) => ("salah satu kata yang tersedia", "one of the known words"),
            Self::Choices(_) => ("daftar kata yang tersedia", "a list of the known words"),
            Self::Link => ("alamat yang diawali https://", "an address that starts with https://"),
            Self::WhatsApp => ("nomor ponsel", "a mobile number"),
            Self::Phone => ("nomor telepon", "a telephone number"),
            Self::Email => ("alamat surel", "an e-mail address"),
            Self::Account => ("nama akun", "the name of an account"),
            Self::Slug => (
                "kata dari huruf kecil, angka dan tanda hubung",
                "a word of lower-case letters, digits and hyphens",
            ),
            Self::Slugs => (
                "daftar kata dari huruf kecil, angka dan tanda hubung",
                "a list of words of lower-case letters, digits and hyphens",
            ),
            Self::Region => ("kode wilayah Kemendagri", "a Kemendagri region code"),
            Self::Coordinates => ("lintang dan bujur", "latitude and longitude"),
            Self::Focus => ("dua bilangan dari 0 sampai 1", "two numbers from 0 to 1"),
            Self::Colour => ("warna #rrggbb", "a colour #rrggbb"),
            Self::Weight => ("berat atau isi dengan satuannya", "weight or volume with its unit"),
            Self::Identifier => ("nomor seperti pada dokumennya", "the number as it is on the document"),
            Self::Qris => ("isi kode QRIS", "the text of a QRIS code"),
            Self::Path => ("nama berkas di dalam folder koperasi", "a file inside the cooperative's folder"),
            Self::CodePhoto => (
                "foto kode QRIS di dalam folder koperasi",
                "a photo of a QRIS code in the cooperative's folder",
            ),
            Self::Photo => ("foto", "a photo"),
            Self::Photos => ("daftar foto", "a list of photos"),
            Self::Map(_) => ("beberapa kunci di bawahnya", "keys below it"),
            Self::List(_) => ("daftar, tiap isinya diawali `-`", "a list, each item starting with `-`"),
            Self::Points => ("peran dengan poinnya", "roles with their points"),
        }
    }
}

/// Everything that can be reached from a section: path such as `produk[].harga`, and key, in order.
pub fn walk(section: &'static Section) -> Vec<(String, &'static Key)> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), section)];
    while let Some((prefix, section)) = waiting.pop() {
        for key in section.keys {
            let path = format!("{prefix}{}", key.name);
            if let Some(below) = key.shape.section() {
                let item = if matches!(key.shape, Shape::List(_) | Shape::Photos) { "[]." } else { "." };
                waiting.push((format!("{path}{item}"), below));
            }
            found.push((path, key));
        }
    }
    found
}

const fn key(
    name: &'static str,
    shape: Shape,
    id: &'static str,
    en: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, needed: false, id, en, example }
}

const fn needed(
    name: &'static str,
    shape: Shape,
    id: &'static str,
    en: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, needed: true, id, en, example }
}

/// Words of `jenis`.
pub(crate) const KINDS: &[&str] = &["konsumen", "produsen", "jasa", "pemasaran", "simpan-pinjam"];
/// Words of `bentuk`.
pub(crate) const FORMS: &[&str] = &["primer", "sekunder"];
/// Words of `kelompok`.
pub(crate) const GROUPS: &[&str] = &["kud", "kopontren", "kopsis", "kopkar", "kopma", "kdmp", "lainnya"];
/// Words of `pola`.
pub(crate) const SCHEMES: &[&str] = &["konvensional", "syariah"];
/// Words of `stok`.
pub(crate) const STOCKS: &[&str] = &["tersedia", "terbatas", "habis", "pesan-dulu"];
/// Words of `jabatan`.
pub(crate) const ROLES: &[&str] =
    &["ketua", "wakil-ketua", "sekretaris", "bendahara", "pengawas", "manajer", "pembina"];
/// Words of `peluang[].jenis`.
pub(crate) const OPENINGS: &[&str] = &["pkl", "magang", "kerja", "relawan", "kunjungan"];
/// Words of `bahasa`.
pub(crate) const LANGUAGES: &[&str] = &["id", "su", "en"];
/// Words of `zona_waktu`.
pub(crate) const ZONES: &[&str] = &["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];
/// Words of `foto.bentuk`.
pub(crate) const FORMATS: &[&str] = &["avif", "webp", "jpeg"];
/// Words of `inang`: the hosts whose limits are known, as in `host::HOSTS`.
pub const HOSTS: &[&str] = &[
    "cloudflare-pages",
    "cloudflare-workers",
    "netlify",
    "gitlab-pages",
    "codeberg-pages",
    "github-pages",
    "vercel",
    "firebase",
    "surge",
    "neocities",
    "berkas",
    "umum",
];

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
            "11.800",
        ),
    ],
};

/// One size, flavour or grade.
pub static VARIANT: Section = Section {
    name: "varian",
    keys: &[
        needed("nama", Shape::Local(80), "pembeda varian", "what sets it apart", "Cokelat"),
        key("harga", Shape::Rupiah, "harga varian, bila berbeda", "its price, if it differs", "13.000"),
        key("harga_anggota", Shape::Rupiah, "harga anggota untuk varian ini", "its member price", "12.000"),
        key(
            "satuan",
            Shape::Text(40),
            "satuan varian, bila berbeda",
            "its unit, if it differs",
            "botol 1 liter",
        ),
        key("stok", Shape::Choice(STOCKS), "ketersediaan varian", "whether it can be had", "habis"),
        key("foto", Shape::Photo, "foto varian", "its photo", "foto/susu-cokelat.jpg"),
        key("berat", Shape::Weight, "berat atau isi varian", "its weight or volume", "1 kg"),
    ],
};

/// A lower price for a time.
pub static PROMO: Section = Section {
    name: "promo",
    keys: &[
        needed("harga", Shape::Rupiah, "harga selama promo", "price during the promotion", "10.000"),
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
        key("foto", Shape::Photo, "foto langkah itu", "a photo of it", "foto/kandang.jpg"),
    ],
};

/// One product.
pub static PRODUCT: Section = Section {
    name: "produk",
    keys: &[
        needed("nama", Shape::Local(120), "nama produk", "name of the product", "Susu pasteurisasi"),
        key(
            "foto",
            Shape::Photos,
            "foto produk; yang pertama tampil di katalog",
            "photos; the first is in the catalogue",
            "[foto/susu-1.jpg]",
        ),
        key("kategori", Shape::Text(60), "kelompok di katalog", "heading in the catalogue", "Susu"),
        key(
            "harga",
            Shape::Rupiah,
            "harga satu satuan; kosong berarti tanya harga",
            "price of one unit; left out means ask",
            "12.500",
        ),
        key("satuan", Shape::Text(40), "satuan yang dijual", "what one unit is", "botol 500 ml"),
        key("harga_anggota", Shape::Rupiah, "harga untuk anggota koperasi", "price for members", "11.000"),
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
            Shape::Weight,
            "berat bersih atau isi satu satuan",
            "net weight or volume of one unit",
            "520 g",
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
    ],
};

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
        key("foto", Shape::Photo, "foto usaha", "photo of the business", "foto/dapur.jpg"),
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
        key("bank", Shape::List(&BANK), "rekening untuk transfer", "accounts for transfers", ""),
        key("tunai", Shape::Flag, "tunai di tempat", "cash at the counter", "ya"),
        key("cod", Shape::Flag, "bayar saat barang diterima", "cash on delivery", "tidak"),
    ],
};

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
            "00.000.021.0-000.000",
        ),
    ],
};

/// How to become a member.
pub static JOINING: Section = Section {
    name: "gabung",
    keys: &[
        key("simpanan_pokok", Shape::Rupiah, "dibayar sekali saat masuk", "paid once on joining", "100.000"),
        key("simpanan_wajib", Shape::Rupiah, "dibayar tiap bulan", "paid each month", "20.000"),
        key(
            "syarat",
            Shape::Locals(300),
            "syarat menjadi anggota",
            "what is asked of a member",
            "[Warga setempat]",
        ),
        key("manfaat", Shape::Locals(300), "yang didapat anggota", "what a member gets", "[Bagian SHU]"),
        key("cara", Shape::Markdown, "langkah bergabung", "how to join", "Datang ke kantor dengan KTP."),
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
        needed("jumlah", Shape::Rupiah, "SHU yang dibagi", "amount that was shared", "250.000.000"),
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
            "1.200.000.000",
        ),
        key(
            "total_simpanan",
            Shape::Rupiah,
            "simpanan semua anggota akhir tahun",
            "all members' savings at the year's end",
            "800.000.000",
        ),
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
            Shape::Photo,
            "foto, hanya dengan izin",
            "photo, only with consent",
            "{berkas: foto/ketua.jpg, alt: Ketua koperasi, izin: {tanggal: 2026-01-05}}",
        ),
    ],
};

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

/// A place for an internship, a job or a volunteer.
pub static OPENING: Section = Section {
    name: "peluang",
    keys: &[
        needed("judul", Shape::Local(120), "pekerjaannya", "what one does", "PKL pengolahan susu"),
        needed("jenis", Shape::Choice(OPENINGS), "jenis peluang", "kind", "pkl"),
        key("jurusan", Shape::Texts(60), "jurusan SMK yang cocok", "school fields that fit", "[APHP]"),
        key("kuota", Shape::Number(1, 10_000), "banyaknya tempat", "number of places", "6"),
        key("mulai", Shape::Date, "hari pertama", "first day", "2027-01-11"),
        key("selesai", Shape::Date, "hari terakhir", "last day", "2027-04-30"),
        key("tutup", Shape::Date, "hari terakhir mendaftar", "last day to apply", "2026-12-18"),
        key("syarat", Shape::Locals(300), "yang diminta", "what is asked", "[Surat pengantar dari sekolah]"),
        key(
            "tempat",
            Shape::Text(120),
            "tempat, bila bukan di koperasi",
            "place, if not at the cooperative",
            "Desa Contoh",
        ),
        key("keterangan", Shape::Markdown, "penjelasan", "about it", "Kamu ikut menguji susu."),
        key(
            "susulan",
            Shape::Map(&MAKE_UP),
            "kunjungan bagi yang tertinggal",
            "visit for those who missed the first",
            "",
        ),
        key(
            "id",
            Shape::Slug,
            "nama di alamat halaman, bila bukan dari judul",
            "name in addresses, if not from the title",
            "pkl-susu",
        ),
    ],
};

/// One thing to be proud of.
pub static HIGHLIGHT: Section = Section {
    name: "sorotan",
    keys: &[
        needed("judul", Shape::Local(80), "dalam beberapa kata", "in a few words", "Jam 4 pagi"),
        key("keterangan", Shape::Local(300), "dalam satu kalimat", "in a sentence", "Sapi pertama diperah."),
        key("foto", Shape::Photo, "foto", "photo", "foto/kandang.jpg"),
    ],
};

/// A task with a deadline.
pub static CHALLENGE: Section = Section {
    name: "tantangan",
    keys: &[
        needed("judul", Shape::Local(120), "dalam beberapa kata", "in a few words", "Bikin label susu"),
        key("keterangan", Shape::Markdown, "yang harus dikerjakan", "what to do", "Rancang label botol."),
        key("tutup", Shape::Date, "hari terakhir", "last day", "2027-01-15"),
        key(
            "susulan",
            Shape::Date,
            "hari terakhir bagi yang tertinggal",
            "last day for those who missed it",
            "2027-01-29",
        ),
        key("hadiah", Shape::Local(160), "hadiah", "prize", "Label dicetak sungguhan"),
    ],
};

/// What the cooperative tells pupils.
pub static YOUTH: Section = Section {
    name: "muda",
    keys: &[
        key("sapaan", Shape::Local(80), "salam pembuka", "a greeting", "Wilujeng sumping!"),
        key(
            "ajakan",
            Shape::Local(300),
            "ajakan untuk pelajar",
            "what it asks a pupil to do",
            "Yuk, lihat siapa yang bangun jam empat pagi.",
        ),
        key(
            "alasan",
            Shape::Locals(300),
            "alasan ikut berkoperasi",
            "why it is worth it",
            "[Satu orang satu suara.]",
        ),
        key("sorotan", Shape::List(&HIGHLIGHT), "hal yang dibanggakan", "things to be proud of", ""),
        key("tantangan", Shape::List(&CHALLENGE), "tugas dengan tenggat", "tasks with a deadline", ""),
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
        key("sampul", Shape::Photo, "foto paling atas", "photo at the top", "foto/sampul.jpg"),
        key("logo", Shape::Photo, "logo", "logo", "foto/logo.png"),
        key("warna", Shape::Colour, "warna khas", "brand colour", "\"#0f766e\""),
        key(
            "tentang",
            Shape::Markdown,
            "cerita koperasi",
            "about the cooperative",
            "Kami didirikan 27 peternak.",
        ),
        key("produk", Shape::List(&PRODUCT), "yang dijual", "what is sold", ""),
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
        key("foto", Shape::Photo, "foto paling atas", "photo at the top", "foto/susu-botol.jpg"),
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

/// Front matter of `_muda/*.md`.
pub static YOUTH_PAGE: Section = Section {
    name: "halaman muda",
    keys: &[
        needed("judul", Shape::Text(120), "judul halaman", "title", "Koperasi itu apa?"),
        key(
            "ringkasan",
            Shape::Text(300),
            "isi halaman dalam satu dua kalimat",
            "the page in a sentence or two",
            "Penjelasan satu menit.",
        ),
    ],
};

/// A role of the quiz.
pub static QUIZ_ROLE: Section = Section {
    name: "peran",
    keys: &[
        needed("id", Shape::Slug, "nama yang dipakai di `poin`", "name used in `poin`", "bendahara"),
        needed("nama", Shape::Text(60), "nama peran", "name of the role", "Bendahara"),
        needed(
            "keterangan",
            Shape::Text(400),
            "orang seperti apa",
            "what kind of person",
            "Kamu tenang kalau angkanya cocok.",
        ),
        key(
            "langkah",
            Shape::Text(400),
            "langkah pertama yang bisa dicoba",
            "a first step to try",
            "Catat uang jajanmu seminggu.",
        ),
    ],
};

/// An answer of the quiz.
pub static QUIZ_ANSWER: Section = Section {
    name: "jawaban",
    keys: &[
        needed("teks", Shape::Text(200), "jawaban", "answer", "Menghitung modal"),
        needed("poin", Shape::Points, "peran yang mendapat poin", "roles that score", "{bendahara: 1}"),
    ],
};

/// A question of the quiz.
pub static QUIZ_QUESTION: Section = Section {
    name: "soal",
    keys: &[
        needed("tanya", Shape::Text(250), "pertanyaan", "question", "Apa yang kamu kerjakan duluan?"),
        needed("jawaban", Shape::List(&QUIZ_ANSWER), "pilihan jawaban", "answers to choose from", ""),
    ],
};

/// `_muda/kuis.yaml`.
pub static QUIZ: Section = Section {
    name: "kuis",
    keys: &[
        needed("judul", Shape::Text(120), "judul kuis", "title", "Kamu cocok jadi apa?"),
        key(
            "ringkasan",
            Shape::Text(300),
            "penjelasan singkat",
            "a short introduction",
            "Delapan pertanyaan.",
        ),
        key(
            "cara_kertas",
            Shape::Text(400),
            "cara mengerjakan di kertas",
            "how to do it on paper",
            "Lingkari satu jawaban.",
        ),
        key(
            "seri",
            Shape::Text(400),
            "yang dikatakan bila poin sama",
            "what to say to a tie",
            "Kamu bisa merangkap.",
        ),
        needed("peran", Shape::List(&QUIZ_ROLE), "peran yang dicari", "roles to be found", ""),
        needed("soal", Shape::List(&QUIZ_QUESTION), "pertanyaan", "questions", ""),
    ],
};

/// `foto:` of `etalase.yaml`.
pub static SITE_PHOTO: Section = Section {
    name: "foto",
    keys: &[
        key(
            "bentuk",
            Shape::Choices(FORMATS),
            "bentuk berkas, yang terbaik di depan",
            "encodings, the best first",
            "[webp, jpeg]",
        ),
        key(
            "lebar",
            Shape::Numbers(160, 4096),
            "lebar foto dalam piksel",
            "widths in pixels",
            "[320, 480, 640, 960, 1280]",
        ),
        key("mutu", Shape::Number(30, 100), "mutu foto", "encoder quality", "80"),
    ],
};

/// A target of the programme.
pub static TARGET: Section = Section {
    name: "sasaran",
    keys: &[
        needed("tahun", Shape::Year, "sampai akhir tahun ini", "by the end of this year", "2027"),
        needed(
            "koperasi",
            Shape::Number(1, 10_000_000),
            "banyaknya koperasi yang tampil",
            "number of cooperatives online",
            "5000",
        ),
    ],
};

/// `program:` of `etalase.yaml`.
pub static PROGRAMME: Section = Section {
    name: "program",
    keys: &[
        key("wilayah", Shape::Region, "kode wilayah program", "region of the programme", "\"32\""),
        key("sasaran", Shape::List(&TARGET), "sasaran tiap tahun", "targets by year", ""),
    ],
};

/// `batas:` of `etalase.yaml`.
pub static LIMITS: Section = Section {
    name: "batas",
    keys: &[
        key(
            "teks_kb",
            Shape::Number(1, 16_384),
            "profil atau cerita terbesar, dalam KB",
            "largest profile or story, in KB",
            "256",
        ),
        key(
            "foto_mb",
            Shape::Number(1, 500),
            "berkas foto terbesar, dalam MB",
            "largest photo file, in MB",
            "40",
        ),
        key(
            "foto_megapiksel",
            Shape::Number(1, 500),
            "foto terbesar, dalam juta piksel",
            "largest photo, in megapixels",
            "120",
        ),
        key(
            "produk",
            Shape::Number(1, 100_000),
            "produk terbanyak satu koperasi",
            "most products of one cooperative",
            "500",
        ),
        key(
            "foto",
            Shape::Number(1, 1_000_000),
            "foto terbanyak satu koperasi",
            "most photos of one cooperative",
            "2000",
        ),
        key("tingkat", Shape::Number(8, 200), "isi bersarang paling dalam", "deepest nesting", "32"),
    ],
};

/// `etalase.yaml`.
pub static SITE: Section = Section {
    name: "etalase.yaml",
    keys: &[
        key("judul", Shape::Text(120), "judul situs", "title of the site", "Etalase Koperasi"),
        key(
            "keterangan",
            Shape::Text(300),
            "satu kalimat tentang situs",
            "one sentence about it",
            "Belanja langsung dari koperasi.",
        ),
        key(
            "alamat",
            Shape::Link,
            "alamat resmi situs",
            "canonical address of the site",
            "https://etalase.example/jabar/",
        ),
        key(
            "bahasa",
            Shape::Choices(LANGUAGES),
            "bahasa halaman; yang pertama bahasa utama",
            "languages of pages; the first is the default",
            "[id, su, en]",
        ),
        key("tema", Shape::Slug, "tema etalase", "theme of storefronts", "etalase"),
        key("tema_muda", Shape::Slug, "tema halaman muda", "theme of youth pages", "muda"),
        key(
            "inang",
            Shape::Choice(HOSTS),
            "tempat situs diterbitkan",
            "host of the site",
            "cloudflare-pages",
        ),
        key("zona_waktu", Shape::Choice(ZONES), "zona waktu", "time zone", "Asia/Jakarta"),
        key("foto", Shape::Map(&SITE_PHOTO), "ukuran foto yang dibuat", "renditions", ""),
        key("program", Shape::Map(&PROGRAMME), "program dinas", "the office's programme", ""),
        key(
            "analitik",
            Shape::Link,
            "alamat skrip penghitung kunjungan",
            "address of a visit counter's script",
            "https://hitung.contoh.id/skrip.js",
        ),
        key("batas", Shape::Map(&LIMITS), "batas isi", "limits of content", ""),
    ],
};

/// Words of other programs, other languages and other habits for keys of ours.
pub(crate) const SYNONYMS: &[(&str, &str)] = &[
    ("name", "nama"),
    ("title", "judul"),
    ("price", "harga"),
    ("harga_jual", "harga"),
    ("stock", "stok"),
    ("persediaan", "stok"),
    ("unit", "satuan"),
    ("photo", "foto"),
    ("image", "foto"),
    ("gambar", "foto"),
    ("description", "keterangan"),
    ("deskripsi", "keterangan"),
    ("kabupaten", "wilayah"),
    ("kecamatan", "wilayah"),
    ("kota", "wilayah"),
    ("jam", "buka"),
    ("jam_buka", "buka"),
    ("jam_operasional", "buka"),
    ("email", "surel"),
    ("e-mail", "surel"),
    ("wa", "whatsapp"),
    ("no_wa", "whatsapp"),
    ("hp", "telepon"),
    ("phone", "telepon"),
    ("ig", "instagram"),
    ("website", "situs"),
    ("address", "alamat"),
    ("products", "produk"),
    ("grosiran", "grosir"),
    ("moq", "minimal"),
    ("minimum", "minimal"),
    ("min_order", "minimal"),
    ("p-irt", "pirt"),
    ("faq", "tanya_jawab"),
    ("event", "agenda"),
    ("acara", "agenda"),
    ("kegiatan", "agenda"),
    ("lowongan", "peluang"),
    ("pkl", "peluang"),
    ("tags", "kategori"),
    ("category", "kategori"),
    ("about", "tentang"),
    ("cover", "sampul"),
    ("color", "warna"),
    ("tanya", "t"),
    ("jawab", "j"),
    ("nik", "nik_koperasi"),
    ("caption", "alt"),
    ("file", "berkas"),
    ("sold_out", "stok"),
    ("no_rekening", "rekening"),
    ("author", "penulis"),
    ("date", "tanggal"),
];
