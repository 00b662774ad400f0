//! What the columns of an office's list are about, by the words that offices write above them.

use crate::model::folded_name;

/// What a column tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The cooperative's name.
    Name,
    /// Its number in the register (NIK koperasi).
    Register,
    /// The folder of its storefront.
    Folder,
    /// Regency or city, by name or code.
    Regency,
    /// District.
    District,
    /// How far it is in the programme.
    Stage,
    /// The year in which it is to be online.
    Year,
    /// A person, number or address: looked at for what a spreadsheet has lost, and forgotten.
    Contact,
    /// Which bimtek it is invited to; whether it came stands in another column.
    Invited,
    /// Whether it came to the bimtek of the column `Invited`, or to the only one.
    Came,
    /// Whether it came to the bimtek of this name.
    Bimtek(String),
    /// Counts and signatures.
    Nothing,
}

const HEADS: &[(Meaning, &[&str])] = &[
    (Meaning::Name, &["nama", "nama koperasi", "koperasi", "nama peserta", "peserta", "name", "cooperative"]),
    (Meaning::Register, &["nik", "nik koperasi", "nomor induk koperasi", "no induk koperasi"]),
    (Meaning::Folder, &["etalase", "folder", "alamat etalase", "slug"]),
    (
        Meaning::Regency,
        &[
            "kabupaten",
            "kab",
            "kota",
            "kab kota",
            "kabupaten kota",
            "kabupaten atau kota",
            "wilayah",
            "daerah",
            "kode wilayah",
            "regency",
        ],
    ),
    (Meaning::District, &["kecamatan", "kec", "district"]),
    (Meaning::Stage, &["tahap", "tahapan", "gelombang", "angkatan", "batch", "status", "stage"]),
    (Meaning::Year, &["tahun", "tahun sasaran", "sasaran", "target", "year"]),
    (
        Meaning::Contact,
        &[
            "kontak",
            "nama kontak",
            "narahubung",
            "pic",
            "penanggung jawab",
            "ketua",
            "nama ketua",
            "wa",
            "no wa",
            "nomor wa",
            "whatsapp",
            "nomor whatsapp",
            "no whatsapp",
            "hp",
            "no hp",
            "nomor hp",
            "telepon",
            "telp",
            "no telp",
            "nomor telepon",
            "email",
            "e mail",
            "surel",
            "contact",
            "phone",
            "nik ketua",
            "no ktp",
            "nomor ktp",
            "alamat rumah",
            "tanggal lahir",
            "alamat",
        ],
    ),
    (Meaning::Invited, &["bimtek", "undangan", "undangan bimtek", "diundang", "diundang bimtek", "invited"]),
    (Meaning::Came, &["hadir", "kehadiran", "kehadiran bimtek", "ikut", "attended", "presensi"]),
    (
        Meaning::Nothing,
        &[
            "no",
            "nomor",
            "no urut",
            "nomor urut",
            "urut",
            "ttd",
            "tanda tangan",
            "paraf",
            "keterangan",
            "catatan",
            "ket",
        ],
    ),
];

/// Words that make any head one of contacts: rather a column too many is kept back than one too few.
const CONTACT_WORDS: &[&str] = &[
    "kontak",
    "wa",
    "whatsapp",
    "hp",
    "telp",
    "telepon",
    "telpon",
    "email",
    "surel",
    "ktp",
    "ketua",
    "pengurus",
    "narahubung",
    "pic",
    "rumah",
    "lahir",
    "contact",
    "phone",
];

/// What a head says; `None` for one that nobody knows. `Bimtek Foto Produk` names a bimtek.
pub(super) fn meaning(head: &str) -> Option<Meaning> {
    let folded = folded_name(head);
    let known = HEADS.iter().find(|(_, words)| words.contains(&folded.as_str()));
    if let Some((meaning, _)) = known {
        return Some(meaning.clone());
    }
    if ["bimtek", "bimbingan teknis", "pelatihan"].iter().any(|word| folded.starts_with(word)) {
        return Some(Meaning::Bimtek(without_first_words(head.trim()).to_owned()));
    }
    folded.split(' ').any(|word| CONTACT_WORDS.contains(&word)).then_some(Meaning::Contact)
}

/// `Foto produk` of `Bimtek: Foto produk`.
fn without_first_words(head: &str) -> &str {
    let lower = head.to_lowercase();
    let first = ["bimtek", "bimbingan teknis", "pelatihan"].into_iter().find(|word| lower.starts_with(word));
    let rest = first.and_then(|first| head.get(first.len()..)).unwrap_or(head);
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    if rest.is_empty() { head } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_the_words_of_offices() {
        for (head, wanted) in [
            ("NAMA KOPERASI", Meaning::Name),
            ("Kab./Kota", Meaning::Regency),
            ("No. WA", Meaning::Contact),
            ("NIK Ketua", Meaning::Contact),
            ("Kontak WA pengurus", Meaning::Contact),
            ("No.", Meaning::Nothing),
            ("Bimtek: Foto produk", Meaning::Bimtek("Foto produk".into())),
            ("Bimtek", Meaning::Invited),
        ] {
            assert_eq!(meaning(head), Some(wanted), "{head}");
        }
        assert_eq!(meaning("Luas lahan"), None);
    }
}
