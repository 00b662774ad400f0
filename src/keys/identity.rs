//! By what an item of a list is known again, when the same list comes from elsewhere: by the first of these that both
//! have.

use super::shape::Section;

/// Keys that name an item and nothing else: items that both have one, and not the same, are two.
pub(crate) const CODES: &[&str] = &["id", "kode", "gtin"];

/// Keys that together are the same in no two items of a list; what names it best comes first. Of several keys the first
/// must be there, and the others are the same where both are left out.
pub(crate) fn identities(section: &Section) -> &'static [&'static [&'static str]] {
    match section.name {
        "produk" => &[&["id"], &["kode"], &["gtin"], &["nama"]],
        "varian" => &[&["kode"], &["gtin"], &["nama"]],
        "gerai" => &[&["nama"], &["jenis"]],
        "grosir" => &[&["mulai"]],
        "pengurus" => &[&["nama", "jabatan"], &["nama"]],
        "agenda" => &[&["judul", "mulai"]],
        "peluang" => &[&["id"], &["judul", "mulai"], &["judul"]],
        "rat" => &[&["tahun_buku"]],
        "anggota_ukm" => &[&["id"], &["usaha"]],
        "bank" => &[&["rekening"]],
        "tanya_jawab" => &[&["t"]],
        "asal" | "sorotan" | "tantangan" => &[&["judul"]],
        "antar" => &[&["wilayah"]],
        "ambil" => &[&["tempat"]],
        "foto" => &[&["berkas"]],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PROFILE, Shape, walk};
    use super::*;

    #[test]
    fn every_list_of_a_profile_has_items_that_are_known_again() {
        let lists = walk(&PROFILE).into_iter().filter_map(|(path, key)| match key.shape {
            Shape::List(section) | Shape::Photos(section) => Some((path, section)),
            _ => None,
        });
        for (path, section) in lists {
            let names = identities(section);
            assert!(!names.is_empty(), "{path}: by what are its items known again? say it in `identities`");
            let last = names.last().expect("not empty");
            assert!(last.iter().all(|name| section.key(name).is_some()), "{path}: {last:?}");
        }
    }
}
