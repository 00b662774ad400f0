//! Words that may stand at a key, and words of others for keys of ours.

use crate::host;

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
/// Words of `gerai[].jenis` that are known beside people's own.
pub(crate) const OUTLETS: &[&str] = &[
    "sembako",
    "lpg",
    "pupuk",
    "apotek",
    "klinik",
    "simpan-pinjam",
    "agen-bank",
    "pos",
    "gudang",
    "gudang-dingin",
    "logistik",
    "loket",
];
/// Words of `gabung.bantuan`.
pub(crate) const HELPS: &[&str] = &["jualan", "bahan", "modal", "pelatihan", "sertifikat"];
/// Words of `bahasa`.
pub(crate) const LANGUAGES: &[&str] = &["id", "su", "en"];
/// Words of `zona_waktu`.
pub(crate) const ZONES: &[&str] = &["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];
/// Words of `foto.bentuk`.
pub(crate) const FORMATS: &[&str] = &["avif", "webp", "jpeg"];
/// Domains below which hosts give each site a name: `.pages.dev`.
pub(crate) fn given_domains() -> impl Iterator<Item = &'static str> {
    host::HOSTS.iter().flat_map(|host| host.given_domains.iter().copied())
}

/// Domains where code is kept: no site is shown there.
pub(crate) const CODE_HOSTS: &[&str] = &host::CODE_HOSTS;
/// Words of `inang`: the hosts whose limits are known.
pub(crate) const HOSTS: &[&str] = host::NAMES;

/// Words of `kelola.inang`: what runs where a repository lies.
pub(crate) const FORGES: &[&str] = &["github", "gitlab", "forgejo"];
/// Where each of them lies unless somebody says otherwise, in the same order.
pub(crate) const FORGE_DOMAINS: [&str; 3] = ["github.com", "gitlab.com", "codeberg.org"];
/// Words of `bobot`: how much the age of something counts.
pub(crate) const WEIGHTS: &[&str] = &["menentukan", "ikut", "abaikan"];

/// Other words for those to choose from, small and with `-` for spaces.
pub(crate) const CHOICE_SYNONYMS: &[(&str, &str)] = &[
    ("ada", "tersedia"),
    ("ready", "tersedia"),
    ("ready-stock", "tersedia"),
    ("ready-stok", "tersedia"),
    ("banyak", "tersedia"),
    ("available", "tersedia"),
    ("sedikit", "terbatas"),
    ("tinggal-sedikit", "terbatas"),
    ("kosong", "habis"),
    ("sold-out", "habis"),
    ("po", "pesan-dulu"),
    ("pre-order", "pesan-dulu"),
    ("preorder", "pesan-dulu"),
    ("indent", "pesan-dulu"),
    ("inden", "pesan-dulu"),
    ("lowongan", "kerja"),
    ("lowongan-kerja", "kerja"),
    ("loker", "kerja"),
    ("pekerjaan", "kerja"),
    ("praktik-kerja-lapangan", "pkl"),
    ("praktek-kerja-lapangan", "pkl"),
    ("prakerin", "pkl"),
    ("internship", "magang"),
    ("volunteer", "relawan"),
    ("sukarelawan", "relawan"),
    ("ketua-umum", "ketua"),
    ("wakil", "wakil-ketua"),
    ("ketua-pengawas", "pengawas"),
    ("badan-pengawas", "pengawas"),
    ("manager", "manajer"),
    ("direktur", "manajer"),
    ("penasihat", "pembina"),
    ("syari'ah", "syariah"),
    ("produksi", "produsen"),
    ("ksp", "simpan-pinjam"),
];

/// Words of other programs, other languages and other habits for keys of ours, small and with `_` for hyphens and
/// spaces.
pub(crate) const SYNONYMS: &[(&str, &str)] = &[
    ("name", "nama"),
    ("title", "judul"),
    ("nama", "judul"),
    ("acara", "judul"),
    ("judul", "nama"),
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
    ("e_mail", "surel"),
    ("wa", "whatsapp"),
    ("no_wa", "whatsapp"),
    ("hp", "telepon"),
    ("phone", "telepon"),
    ("telp", "telepon"),
    ("tlp", "telepon"),
    ("no_hp", "telepon"),
    ("no_telp", "telepon"),
    ("no_telepon", "telepon"),
    ("nomor_hp", "telepon"),
    ("nomor_telepon", "telepon"),
    ("nomor_wa", "whatsapp"),
    ("no_whatsapp", "whatsapp"),
    ("nomor_whatsapp", "whatsapp"),
    ("ig", "instagram"),
    ("website", "situs"),
    ("address", "alamat"),
    ("products", "produk"),
    ("grosiran", "grosir"),
    ("ongkir", "ongkos"),
    ("moq", "minimal"),
    ("minimum", "minimal"),
    ("min_order", "minimal"),
    ("p_irt", "pirt"),
    ("faq", "tanya_jawab"),
    ("event", "agenda"),
    ("acara", "agenda"),
    ("kegiatan", "agenda"),
    ("lowongan", "peluang"),
    ("pkl", "peluang"),
    ("layanan", "gerai"),
    ("unit_usaha", "gerai"),
    ("tags", "kategori"),
    ("category", "kategori"),
    ("about", "tentang"),
    ("cover", "sampul"),
    ("color", "warna"),
    ("tanya", "t"),
    ("jawab", "j"),
    ("pertanyaan", "t"),
    ("jawaban", "j"),
    ("question", "t"),
    ("answer", "j"),
    ("nik", "nik_koperasi"),
    ("caption", "alt"),
    ("file", "berkas"),
    ("sold_out", "stok"),
    ("no_rekening", "rekening"),
    ("author", "penulis"),
    ("date", "tanggal"),
    ("didirikan", "berdiri"),
    ("tahun_berdiri", "berdiri"),
    ("tanggal_berdiri", "berdiri"),
    ("founded", "berdiri"),
];
