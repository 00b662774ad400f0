//! What a form's body does to a profile, without a server around it. For fuzzing.

use super::entries::entries;
use super::forms::sent::changed;
use super::pairs::Pairs;
use crate::amend::{self, Part};
use crate::finding::SourceFile;
use crate::keys::{PRODUCT, PROFILE};

/// A profile with values of many shapes: texts, lists, a group, a block, a comment.
const PROFILE_TEXT: &str = "\
# Ditulis oleh pengurus.
nama: KPC
bahasa: [id, su]
kontak: {whatsapp: 0812-0000-0000, surel: halo@contoh.id}
tentang: |
  Susu dari *lereng*.
  Sejak 1969.
produk:
  - nama: Susu   # manis
    harga: 12.500
    satuan: botol
    kategori: minuman
  - {nama: Keju, harga: 40.000, satuan: buah, unggulan: ya}
";

/// The profile's text after a body of a form of it, or of its first product, was sent; `None` where it cannot be
/// changed so.
pub fn try_form(body: &str) -> Option<String> {
    let path = "content/kpc/profil.yaml";
    let file = SourceFile::new(path, PROFILE_TEXT);
    let part = Part::Whole(&PROFILE);
    let typed = amend::read(&file, part).ok()?;
    let mut fields = entries(&PROFILE, "", Some(&typed.root));
    fields.extend(entries(&PRODUCT, "produk[1]", typed.get("produk[1]")));
    let values = changed(&fields, &Pairs::parse(body));
    amend::edit(Some(&file), path, part, &values, &[]).ok().map(|amended| amended.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_stands_in_the_text_and_the_rest_as_it_was() {
        let text = try_form("produk%5B1%5D.harga=Rp+13.000&kontak.surel=&nama=KPC").unwrap();
        let expected =
            PROFILE_TEXT.replace("harga: 12.500", "harga: Rp 13.000").replace(", surel: halo@contoh.id", "");
        assert_eq!(text, expected);
        assert_eq!(try_form("").as_deref(), Some(PROFILE_TEXT));
    }
}
