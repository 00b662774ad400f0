//! `etalase.yaml`.

use super::shape::{Section, Shape, key, needed};
use super::words::{FORGES, FORMATS, HOSTS, LANGUAGES, WEIGHTS, ZONES};
use crate::host;

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

/// When one thing that is told counts as old.
pub static AGES: Section = Section {
    name: "umur",
    keys: &[
        key(
            "menua",
            Shape::Number(0, 3650),
            "mulai lama bila lebih tua dari sekian hari",
            "ageing when older than so many days",
            "30",
        ),
        key(
            "lama",
            Shape::Number(1, 3650),
            "lama bila lebih tua dari sekian hari",
            "stale when older than so many days",
            "90",
        ),
        key(
            "bobot",
            Shape::Choice(WEIGHTS),
            "`menentukan` kesegaran, `ikut` (paling jauh mulai lama), atau `abaikan`",
            "whether it decides (`menentukan`), counts as ageing at most (`ikut`) or not at all (`abaikan`)",
            "menentukan",
        ),
    ],
};

/// `kesegaran:` of `etalase.yaml`.
pub static FRESHNESS: Section = Section {
    name: "kesegaran",
    keys: &[
        key(
            "harga",
            Shape::Map(&AGES),
            "umur harga, sejak `per_tanggal`",
            "age of prices, since `per_tanggal`",
            "",
        ),
        key("promo", Shape::Map(&AGES), "umur promo yang sudah lewat", "age of promotions that are over", ""),
        key(
            "sertifikat",
            Shape::Map(&AGES),
            "umur sertifikat yang sudah habis",
            "age of certificates that have lapsed",
            "",
        ),
        key(
            "rat",
            Shape::Map(&AGES),
            "umur RAT, sejak akhir tahun bukunya",
            "age of the members' meeting, since the end of its book year",
            "",
        ),
        key(
            "peluang",
            Shape::Map(&AGES),
            "umur peluang yang sudah tutup",
            "age of openings that are closed",
            "",
        ),
        key("profil", Shape::Map(&AGES), "umur `diperbarui`", "age of `diperbarui`", ""),
        key(
            "diam",
            Shape::Number(1, 3650),
            "diam bila tidak ada kabar yang lebih muda dari sekian hari",
            "silent when nothing is younger than so many days",
            "365",
        ),
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
            // 16,000 products take 11 s and 1.8 GB, and their storefront is one page of 5 MB.
            Shape::Number(1, 20_000),
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

/// `kelola:` of `etalase.yaml`.
pub static MANAGE: Section = Section {
    name: "kelola",
    keys: &[
        needed(
            "repo",
            Shape::Text(200),
            "repositori isi situs: akun dan namanya, atau alamatnya",
            "repository of the site's content: account and name, or its address",
            "koperasi-sagara/situs",
        ),
        key(
            "inang",
            Shape::Choice(FORGES),
            "layanan tempat repositori itu",
            "the service that keeps the repository",
            "github",
        ),
        key(
            "alamat",
            Shape::Link,
            "alamat server GitLab atau Forgejo sendiri",
            "address of a GitLab or Forgejo server of your own",
            "https://git.contoh.id",
        ),
        key(
            "cabang",
            Shape::Text(100),
            "cabang yang menerima perubahan",
            "branch that takes the changes",
            "main",
        ),
        key(
            "folder",
            Shape::Text(200),
            "folder situs di dalam repositori, bila bukan di akarnya",
            "folder of the site in the repository, if not its root",
            "situs",
        ),
    ],
};

/// A group of guides that a portal publishes.
pub static GUIDES: Section = Section {
    name: "panduan",
    keys: &[
        needed("judul", Shape::Text(80), "judul kelompok", "title of the group", "Untuk koperasi"),
        needed(
            "berkas",
            Shape::Texts(200),
            "berkas Markdown, dari folder situs, menurut urutan tampilnya",
            "Markdown files, from the site's folder, in the order in which they are shown",
            "[panduan/mulai.md, panduan/cerita.md]",
        ),
        key(
            "bahasa",
            Shape::Choice(LANGUAGES),
            "bahasa isinya, bila bukan bahasa utama situs",
            "their language, if it is not the default language of the site",
            "en",
        ),
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
        key("inang", Shape::Choice(HOSTS), "tempat situs diterbitkan", "host of the site", host::NAMES[0]),
        key("zona_waktu", Shape::Choice(ZONES), "zona waktu", "time zone", "Asia/Jakarta"),
        key("foto", Shape::Map(&SITE_PHOTO), "ukuran foto yang dibuat", "renditions", ""),
        key("program", Shape::Map(&PROGRAMME), "program dinas", "the office's programme", ""),
        key(
            "kesegaran",
            Shape::Map(&FRESHNESS),
            "kapan harga dan kabar koperasi dianggap lama",
            "when prices and news of cooperatives count as old",
            "",
        ),
        key(
            "analitik",
            Shape::Link,
            "alamat skrip penghitung kunjungan; tidak dipasang di halaman untuk pelajar",
            "address of a visit counter's script; not on pages for pupils",
            "https://hitung.contoh.id/skrip.js",
        ),
        key(
            "kelola",
            Shape::Map(&MANAGE),
            "halaman kelola/ untuk memperbarui profil dari ponsel",
            "a page kelola/ to bring profiles up to date from a phone",
            "",
        ),
        key(
            "panduan",
            Shape::List(&GUIDES),
            "panduan yang terbit di panduan/ portal ini",
            "guides that this portal publishes at panduan/",
            "",
        ),
        key(
            "cache",
            Shape::Text(300),
            "penyimpanan S3 tempat beberapa mesin berbagi foto yang sudah dibuat",
            "S3 store in which several machines share the photos that they have made",
            "s3://nama-bucket/etalase",
        ),
        key("batas", Shape::Map(&LIMITS), "batas isi", "limits of content", ""),
    ],
};
