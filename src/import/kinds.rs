//! The one table of what a sheet can hold: kinds of rows, and by which words people head their columns. Templates take
//! the first word of each, import knows all of them.

use super::kind::{COOPERATIVE, Column, DISTRICT, EVERY_DAY, FOLDER, Home, Kind, PRODUCT, REGENCY, STATUS};
use crate::keys;

const fn column(path: &'static str, heads: &'static [&'static str]) -> Column {
    Column { path, heads }
}

const OWNER: Column = column(
    COOPERATIVE,
    &[
        "Koperasi",
        "Nama Koperasi",
        "Nama Kop",
        "Folder Koperasi",
        "Nama Lembaga",
        "Penjual",
        "Toko",
        "Nama Toko",
        "KUD",
        "KDMP",
    ],
);
const OF_PRODUCT: Column = column(PRODUCT, &["Produk", "Nama Produk", "Nama Barang", "Barang"]);

/// All kinds, by how much of a row they tell: of two that fit a sheet as well, the first counts.
pub(crate) static KINDS: &[Kind] = &[
    Kind {
        names: &["Koperasi", "Daftar Koperasi", "Profil", "Data Koperasi", "Lembaga"],
        home: Home::Profile,
        section: &keys::PROFILE,
        columns: &[
            column(
                "nama",
                &[
                    "Nama Koperasi",
                    "Nama",
                    "Koperasi",
                    "Nama Lengkap",
                    "Nama Lembaga",
                    "Nama Kop",
                    "KUD",
                    "KDMP",
                ],
            ),
            column(FOLDER, &["Folder", "Nama Folder", "Slug"]),
            column("singkatan", &["Singkatan", "Nama Singkat", "Nama Pendek", "Akronim"]),
            column("slogan", &["Slogan", "Semboyan", "Tagline"]),
            column("jenis", &["Jenis", "Jenis Koperasi", "Jenis Kop"]),
            column("bentuk", &["Bentuk", "Bentuk Koperasi", "Primer/Sekunder"]),
            column("kelompok", &["Kelompok", "Kelompok Koperasi", "Rumpun"]),
            column("pola", &["Pola", "Pola Usaha", "Pola Pengelolaan", "Konvensional/Syariah"]),
            column("sektor", &["Sektor", "Sektor Usaha", "Bidang Usaha", "Usaha"]),
            column(
                "wilayah",
                &["Kode Wilayah", "Wilayah", "Kode Kemendagri", "Kode Kecamatan", "Kode Kab/Kota"],
            ),
            column(REGENCY, &["Kabupaten/Kota", "Kabupaten", "Kab/Kota", "Kab. / Kota", "Kota", "Kab"]),
            column(DISTRICT, &["Kecamatan", "Kec"]),
            column("wilayah_nama", &["Nama Wilayah"]),
            column("alamat", &["Alamat", "Alamat Lengkap", "Alamat Kantor", "Jalan", "Lokasi"]),
            column("koordinat", &["Koordinat", "Titik Koordinat", "Lat Long", "Lintang Bujur", "GPS"]),
            column("berdiri", &["Tanggal Berdiri", "Berdiri", "Tgl Berdiri", "Tanggal Pendirian"]),
            column("anggota", &["Jumlah Anggota", "Anggota", "Jml Anggota", "Banyak Anggota"]),
            column(
                "kontak.whatsapp",
                &[
                    "WhatsApp",
                    "No. WhatsApp",
                    "No. WA",
                    "WA",
                    "Nomor WA",
                    "No HP",
                    "HP",
                    "No. HP/WA",
                    "No HP WA",
                    "Kontak WA",
                    "Nomor WhatsApp",
                ],
            ),
            column("kontak.telepon", &["Telepon", "No. Telepon", "No. Telp", "Telp", "Tlp", "No Tlp"]),
            column("kontak.surel", &["Surel", "Email", "E-mail", "Alamat Email"]),
            column("kontak.instagram", &["Instagram", "IG", "Akun IG"]),
            column("kontak.tiktok", &["TikTok", "Akun TikTok"]),
            column("kontak.facebook", &["Facebook", "FB"]),
            column("kontak.youtube", &["YouTube"]),
            column("kontak.situs", &["Situs", "Website", "Web", "Situs Web"]),
            column("buka.senin-jumat", &["Buka Senin-Jumat", "Jam Buka Senin-Jumat", "Senin-Jumat"]),
            column("buka.sabtu", &["Buka Sabtu", "Jam Buka Sabtu", "Sabtu"]),
            column("buka.minggu", &["Buka Minggu", "Jam Buka Minggu", "Minggu"]),
            column(
                EVERY_DAY,
                &[
                    "Buka Setiap Hari",
                    "Jam Buka",
                    "Jam Operasional",
                    "Setiap Hari",
                    "Buka",
                    "Hari/Jam Buka",
                    "Hari dan Jam Buka",
                    "Jam Pelayanan",
                    "Jam Kerja",
                    "Jam Layanan",
                ],
            ),
            column(
                "legal.badan_hukum",
                &[
                    "Badan Hukum",
                    "No. Badan Hukum",
                    "Nomor Badan Hukum",
                    "No BH",
                    "Nomor BH",
                    "No & Tgl Badan Hukum",
                    "No/Tgl Badan Hukum",
                    "Nomor dan Tanggal Badan Hukum",
                    "No & Tgl BH",
                ],
            ),
            column(
                STATUS,
                &["Status Koperasi", "Status", "Keaktifan", "Status Keaktifan", "Aktif/Tidak Aktif"],
            ),
            column("legal.nik_koperasi", &["NIK Koperasi", "Nomor Induk Koperasi", "NIK"]),
            column("legal.nib", &["NIB", "No. NIB", "Nomor NIB"]),
            column("legal.npwp", &["NPWP", "No. NPWP", "Nomor NPWP"]),
            column("logo", &["Logo"]),
            column("sampul", &["Foto Sampul", "Sampul", "Foto Depan"]),
            column("warna", &["Warna"]),
            column("tentang", &["Tentang", "Profil Singkat", "Cerita", "Sejarah", "Tentang Koperasi"]),
            column("gabung.simpanan_pokok", &["Simpanan Pokok"]),
            column("gabung.simpanan_wajib", &["Simpanan Wajib"]),
            column("gabung.syarat", &["Syarat Anggota", "Syarat Menjadi Anggota"]),
            column("gabung.manfaat", &["Manfaat Anggota"]),
            column("gabung.cara", &["Cara Bergabung"]),
            column("pembayaran.qris", &["QRIS", "Isi QRIS"]),
            column("pembayaran.nmid", &["NMID"]),
            column("pembayaran.tunai", &["Tunai", "Bayar Tunai"]),
            column("pembayaran.cod", &["COD", "Bayar di Tempat"]),
            column("shu.tahun", &["Tahun SHU"]),
            column("shu.jumlah", &["SHU", "Jumlah SHU"]),
            column("shu.bagi.jasa_usaha", &["SHU Jasa Usaha"]),
            column("shu.bagi.jasa_modal", &["SHU Jasa Modal"]),
            column("shu.bagi.cadangan", &["SHU Cadangan"]),
            column("shu.bagi.pendidikan", &["SHU Pendidikan"]),
            column("shu.bagi.sosial", &["SHU Sosial"]),
            column("shu.bagi.pengurus", &["SHU Pengurus"]),
            column("shu.bagi.karyawan", &["SHU Karyawan"]),
            column("shu.bagi.pembangunan", &["SHU Pembangunan"]),
            column("diperbarui", &["Diperbarui", "Tanggal Pembaruan", "Update Terakhir"]),
        ],
    },
    Kind {
        names: &[
            "Produk",
            "Daftar Harga",
            "Daftar Produk",
            "Daftar Barang",
            "Barang",
            "Katalog",
            "Harga",
            "Stok",
        ],
        home: Home::List("produk"),
        section: &keys::PRODUCT,
        columns: &[
            OWNER,
            column(
                "nama",
                &[
                    "Nama Produk",
                    "Nama",
                    "Nama Barang",
                    "Produk",
                    "Barang",
                    "Item",
                    "Nama Item",
                    "Uraian",
                    "Jenis Barang",
                    "Nama Menu",
                    "Nama Brg",
                    "Nm Brg",
                    "Nama Produk/Jasa",
                    "Jenis Produk",
                ],
            ),
            column("kode", &["Kode", "Kode Barang", "Kode Produk", "SKU", "SKU Name", "Kode Item", "PLU"]),
            column("gtin", &["GTIN", "Barcode", "Kode Batang", "EAN", "UPC"]),
            column(
                "kategori",
                &["Kategori", "Kelompok", "Jenis", "Golongan", "Kategori Produk", "Kel Barang"],
            ),
            column(
                "harga",
                &[
                    "Harga",
                    "Harga Non Anggota",
                    "Harga Jual Non Anggota",
                    "Harga Baru",
                    "Harga Retail",
                    "Harga Ritel",
                    "Harga Cash",
                    "Harga Tunai",
                    "Harga Ecer",
                    "Harga Jual",
                    "Hrg",
                    "Hrg Jual",
                    "Harga Satuan",
                    "Harga Umum",
                    "Harga Eceran",
                    "HJ",
                    "Harga Normal",
                    "Harga Jual Umum",
                ],
            ),
            column("satuan", &["Satuan", "Sat", "Unit", "Kemasan", "UoM", "Satuan Jual"]),
            column("harga_anggota", &["Harga Anggota", "Hrg Anggota", "Harga Member", "Harga Jual Anggota"]),
            column(
                "minimal",
                &["Minimal Pesan", "Minimal", "Min Order", "MOQ", "Min Pembelian", "Minimum Pemesanan"],
            ),
            column("grosir.1.mulai", &["Grosir Mulai", "Minimal Grosir", "Grosir Min", "Grosir 1 Mulai"]),
            column(
                "grosir.1.harga",
                &["Harga Grosir", "Hrg Grosir", "Grosir", "Grosir 1 Harga", "Harga Grosir 1"],
            ),
            column("grosir.2.mulai", &["Grosir 2 Mulai"]),
            column("grosir.2.harga", &["Grosir 2 Harga", "Harga Grosir 2"]),
            column("grosir.3.mulai", &["Grosir 3 Mulai"]),
            column("grosir.3.harga", &["Grosir 3 Harga", "Harga Grosir 3"]),
            column("varian.1.nama", &["Varian", "Nama Varian", "Variasi", "Ukuran", "Rasa"]),
            column(
                "stok",
                &[
                    "Stok",
                    "Ketersediaan",
                    "Status Stok",
                    "Stock",
                    "Stok Akhir",
                    "Sisa Stok",
                    "Jumlah Stok",
                    "Stok Saat Ini",
                    "Persediaan",
                    "Ada/Habis",
                ],
            ),
            column(STATUS, &["Status", "Status Produk", "Status Barang", "Status Jual"]),
            column("musim", &["Musim", "Bulan Panen"]),
            column("promo.harga", &["Harga Promo", "Hrg Promo", "Harga Diskon", "Promo"]),
            column("promo.mulai", &["Promo Mulai"]),
            column("promo.sampai", &["Promo Sampai", "Akhir Promo", "Promo s/d", "Promo Berakhir"]),
            column("per_tanggal", &["Harga Per Tanggal", "Per Tanggal", "Tanggal Harga", "Tgl Harga"]),
            column("berat", &["Berat", "Isi", "Netto", "Berat Bersih", "Berat/Isi", "Volume"]),
            column("umur_simpan", &["Umur Simpan", "Masa Simpan", "Daya Tahan"]),
            column("foto", &["Foto", "Nama Foto", "Gambar", "File Foto", "Foto Produk", "Nama File Foto"]),
            column("sertifikat.halal", &["No. Halal", "Halal", "Sertifikat Halal"]),
            column("sertifikat.pirt", &["P-IRT", "PIRT", "No. PIRT", "SPP-IRT"]),
            column("sertifikat.bpom", &["BPOM", "No. BPOM", "Izin BPOM"]),
            column("sertifikat.lainnya", &["Sertifikat Lain"]),
            column("sertifikat.berlaku_sampai", &["Sertifikat Berlaku Sampai", "Berlaku Sampai"]),
            column("pasar.tokopedia", &["Tokopedia", "Link Tokopedia"]),
            column("pasar.shopee", &["Shopee", "Link Shopee"]),
            column("pasar.tiktok", &["TikTok Shop", "Link TikTok Shop"]),
            column("pasar.lazada", &["Lazada"]),
            column("pasar.blibli", &["Blibli"]),
            column("produsen", &["Produsen", "Pembuat", "UKM", "Anggota UKM"]),
            column("unggulan", &["Unggulan", "Produk Unggulan"]),
            column("keterangan", &["Keterangan", "Deskripsi", "Penjelasan", "Ket", "Deskripsi Produk"]),
            column("id", &["ID Alamat"]),
        ],
    },
    Kind {
        names: &["Varian", "Variasi"],
        home: Home::OfProduct("varian"),
        section: &keys::VARIANT,
        columns: &[
            OWNER,
            OF_PRODUCT,
            column("nama", &["Nama Varian", "Varian", "Variasi", "Ukuran", "Rasa"]),
            column("harga", &["Harga Varian", "Harga", "Harga Jual"]),
            column("harga_anggota", &["Harga Anggota"]),
            column("satuan", &["Satuan", "Satuan Varian"]),
            column("minimal", &["Minimal Pesan", "Minimal"]),
            column("stok", &["Stok", "Ketersediaan"]),
            column("foto", &["Foto", "Foto Varian"]),
            column("berat", &["Berat", "Isi", "Berat/Isi"]),
            column("kode", &["Kode Varian", "Kode", "SKU"]),
            column("gtin", &["GTIN Varian", "GTIN", "Barcode"]),
        ],
    },
    Kind {
        names: &["Grosir", "Harga Grosir", "Harga Bertingkat"],
        home: Home::OfProduct("grosir"),
        section: &keys::TIER,
        columns: &[
            OWNER,
            OF_PRODUCT,
            column("mulai", &["Mulai Jumlah", "Mulai", "Grosir Mulai", "Minimal", "Jumlah Minimal"]),
            column("harga", &["Harga Grosir", "Harga"]),
        ],
    },
    Kind {
        names: &["Anggota Usaha", "Anggota UKM", "UKM", "UMKM", "Usaha Anggota"],
        home: Home::List("anggota_ukm"),
        section: &keys::MEMBER,
        columns: &[
            OWNER,
            column("usaha", &["Nama Usaha", "Usaha", "Nama UKM", "Nama UMKM", "Merek"]),
            column("id", &["ID Usaha", "ID"]),
            column("pemilik", &["Pemilik", "Nama Pemilik"]),
            column("foto", &["Foto Usaha", "Foto"]),
            column("cerita", &["Cerita", "Cerita Usaha", "Keterangan"]),
            column("tempat", &["Tempat", "Desa", "Alamat"]),
            column("sejak", &["Sejak", "Tahun Berdiri"]),
            column("izin.tanggal", &["Tanggal Izin", "Izin Tanggal"]),
            column("izin.lingkup", &["Lingkup Izin"]),
        ],
    },
    Kind {
        names: &["Pengurus", "Pengurus dan Pengawas", "Susunan Pengurus"],
        home: Home::List("pengurus"),
        section: &keys::OFFICER,
        columns: &[
            OWNER,
            column("nama", &["Nama Pengurus", "Nama"]),
            column("jabatan", &["Jabatan", "Posisi"]),
            column("masa", &["Masa Jabatan", "Masa", "Periode", "Masa Bakti"]),
        ],
    },
    Kind {
        names: &["Agenda", "Acara", "Kegiatan", "Jadwal"],
        home: Home::List("agenda"),
        section: &keys::EVENT,
        columns: &[
            OWNER,
            column("judul", &["Acara", "Nama Acara", "Kegiatan", "Judul", "Nama Kegiatan"]),
            column("mulai", &["Mulai", "Tanggal", "Waktu", "Waktu Mulai", "Tanggal Mulai"]),
            column("selesai", &["Selesai", "Waktu Selesai", "Sampai"]),
            column("tempat", &["Tempat", "Lokasi"]),
            column("untuk", &["Untuk", "Peserta"]),
            column("keterangan", &["Keterangan", "Penjelasan"]),
            column("susulan.mulai", &["Susulan Mulai", "Susulan", "Tanggal Susulan"]),
            column("susulan.selesai", &["Susulan Selesai"]),
            column("susulan.tempat", &["Tempat Susulan"]),
        ],
    },
    Kind {
        names: &["Peluang", "Lowongan", "PKL", "Magang"],
        home: Home::List("peluang"),
        section: &keys::OPENING,
        columns: &[
            OWNER,
            column("judul", &["Peluang", "Judul", "Nama Peluang", "Lowongan", "Pekerjaan"]),
            column("jenis", &["Jenis Peluang", "Jenis"]),
            column("jurusan", &["Jurusan", "Jurusan SMK"]),
            column("kuota", &["Kuota", "Jumlah Tempat"]),
            column("mulai", &["Mulai", "Tanggal Mulai"]),
            column("selesai", &["Selesai", "Tanggal Selesai"]),
            column("tutup", &["Tutup", "Batas Daftar", "Batas Pendaftaran"]),
            column("syarat", &["Syarat", "Persyaratan"]),
            column("tempat", &["Tempat", "Lokasi"]),
            column("keterangan", &["Keterangan", "Penjelasan"]),
        ],
    },
    Kind {
        names: &["RAT", "Rapat Anggota"],
        home: Home::List("rat"),
        section: &keys::MEETING,
        columns: &[
            OWNER,
            column("tahun_buku", &["Tahun Buku", "Tahun"]),
            column("tanggal", &["Tanggal RAT", "Tanggal"]),
            column("ringkasan", &["Ringkasan", "Keputusan", "Hasil"]),
            column("dokumen", &["Dokumen", "Tautan Dokumen", "Link"]),
        ],
    },
    Kind {
        names: &["Rekening", "Bank"],
        home: Home::Bank,
        section: &keys::BANK,
        columns: &[
            OWNER,
            column("nama", &["Nama Bank", "Bank"]),
            column("rekening", &["No. Rekening", "Rekening", "Nomor Rekening", "No Rek"]),
            column("atas_nama", &["Atas Nama", "A.n.", "Pemilik Rekening"]),
        ],
    },
    Kind {
        names: &["Tanya Jawab", "FAQ"],
        home: Home::List("tanya_jawab"),
        section: &keys::QUESTION,
        columns: &[OWNER, column("t", &["Pertanyaan", "Tanya"]), column("j", &["Jawaban", "Jawab"])],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kind::key_at;

    #[test]
    fn every_column_fills_a_key() {
        for kind in KINDS {
            for column in kind.columns.iter().filter(|column| !column.path.starts_with('@')) {
                assert!(key_at(kind.section, column.path).is_some(), "{}: {}", kind.names[0], column.path);
            }
        }
    }

    #[test]
    fn no_head_of_a_kind_means_two_keys() {
        for kind in KINDS {
            let mut seen: Vec<(String, &str)> = Vec::new();
            for column in kind.columns {
                for head in column.heads {
                    let folded = super::super::words::fold(head);
                    let other = seen.iter().find(|(known, path)| *known == folded && *path != column.path);
                    assert_eq!(other, None, "{}: {head} of {}", kind.names[0], column.path);
                    seen.push((folded, column.path));
                }
            }
        }
    }
}
