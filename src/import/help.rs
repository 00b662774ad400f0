//! What the form says to the people who fill it in: what each column means, an example of it, and the first sheet.

use super::kind::{COOPERATIVE, Column, DISTRICT, FOLDER, Kind, PRODUCT, REGENCY, key_at};
use super::kinds::KINDS;

/// The heads of the first sheet's table.
pub(super) const HEADS: [&str; 4] = ["Lembar", "Kolom", "Isinya", "Contoh"];

/// A line of the first sheet.
pub(super) enum Line {
    Title(&'static str),
    Prose(String),
    /// Heads of a table.
    Heads(Vec<String>),
    /// Its rows.
    Cells(Vec<String>),
}

/// The head of a column; a star says that a row needs it.
pub(super) fn head(kind: &Kind, column: &Column) -> String {
    let is_needed =
        !column.path.contains('.') && key_at(kind.section, column.path).is_some_and(|key| key.needed);
    format!("{}{}", column.heads[0], if is_needed { " *" } else { "" })
}

/// What belongs into a column, in Indonesian.
pub(super) fn meaning_of(kind: &Kind, column: &Column) -> String {
    let text = match column.path {
        COOPERATIVE => "nama koperasi seperti di lembar Koperasi; boleh kosong bila hanya ada satu koperasi",
        FOLDER => "nama folder koperasi di content/; bila kosong, dibuat dari namanya",
        REGENCY => "nama kabupaten atau kota, bila kode wilayahnya tidak diketahui",
        DISTRICT => "nama kecamatan, bila kode wilayahnya tidak diketahui",
        PRODUCT => "nama atau kode produk seperti di lembar Produk",
        "buka.senin-jumat" => "jam buka hari Senin sampai Jumat",
        path => key_at(kind.section, path).map_or("", |key| key.id),
    };
    text.to_owned()
}

/// A value of a column, as a person would type it; empty where there is none.
pub(super) fn example_of(kind: &Kind, column: &Column) -> String {
    match column.path {
        COOPERATIVE => "Koperasi Peternakan Contoh".to_owned(),
        FOLDER => "koperasi-peternakan-contoh".to_owned(),
        REGENCY => "Kabupaten Bandung".to_owned(),
        DISTRICT => "Pangalengan".to_owned(),
        PRODUCT => "Susu pasteurisasi".to_owned(),
        path => {
            let yaml = key_at(kind.section, path).map_or("", |key| key.example);
            if yaml.starts_with('{') {
                return String::new();
            }
            yaml.trim_matches(['[', ']', '"', '\'']).to_owned()
        }
    }
}

/// The first sheet; `columns` are those that a kind's sheet has.
pub(super) fn instructions<C: Iterator<Item = &'static Column>>(
    columns: impl Fn(&'static Kind) -> C,
) -> Vec<Line> {
    let mut lines = vec![Line::Title("Petunjuk")];
    lines.extend(STEPS.iter().map(|step| Line::Prose((*step).to_owned())));
    lines.push(Line::Prose(String::new()));
    lines.push(Line::Heads(HEADS.map(str::to_owned).to_vec()));
    for kind in KINDS {
        for column in columns(kind) {
            let cells = [
                kind.names[0].to_owned(),
                head(kind, column),
                meaning_of(kind, column),
                example_of(kind, column),
            ];
            lines.push(Line::Cells(cells.to_vec()));
        }
    }
    lines
}

const STEPS: &[&str] = &[
    "1. Isi lembar Koperasi: satu baris untuk satu koperasi. Yang perlu hanya nama dan satu kontak.",
    "2. Isi lembar Produk: satu baris untuk satu barang. Varian dan harga grosir ada di lembarnya sendiri, satu baris \
     untuk satu varian atau satu harga.",
    "3. Lembar lain diisi bila perlu. Kolom yang tidak dipakai boleh dikosongkan atau dihapus; urutannya bebas.",
    "4. Simpan, lalu jalankan: etalase import NAMA-BERKAS.xlsx. Coba dulu dengan --dry-run: yang akan berubah \
     ditunjukkan, dan tidak ada yang ditulis.",
    "5. Impor boleh diulang kapan saja. Yang sama tidak disentuh, yang berbeda diganti, sel kosong tidak menghapus apa \
     pun, dan yang tidak ada kolomnya di sini tetap seperti di profil.",
    "Harga ditulis Rp 35.000, 35.000 atau 35000. Tanggal ditulis 2026-12-31. Nomor ditulis apa adanya: semua sel di sini \
     berupa teks, jadi angka 0 di depan tidak hilang.",
    "Beberapa isi dalam satu sel dipisahkan titik koma: foto/susu-1.jpg; foto/susu-2.jpg. Kolom dengan panah punya daftar \
     pilihan. Tanda * berarti perlu diisi.",
    "Sel yang diawali `contoh:` hanya contoh dan tidak ikut diimpor; hapus atau timpa saja.",
    "Harga beli, modal, dan nomor KTP tidak perlu dan tidak pernah diambil.",
];
