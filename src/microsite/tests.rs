//! The sheet of facts for another form.

use std::collections::BTreeMap;

use super::*;
use crate::content;
use crate::finding::SourceFile;
use crate::source::Folder;

fn sheet_of(profile: &str) -> Sheet {
    let settings = Settings::for_day(jiff::civil::date(2026, 11, 30));
    let folder = Folder {
        name: "kdmp".to_owned(),
        path: "content/kdmp".to_owned(),
        profile: Some(SourceFile::new("content/kdmp/profil.yaml", profile)),
        stories: Vec::new(),
        photos: BTreeMap::new(),
    };
    let mut findings = Findings::new();
    let profile = content::parse_profile(&folder, &settings, &mut findings);
    let cooperative = content::read_cooperative(&profile, None, &mut findings).expect("sound");
    sheet(&cooperative, &settings)
}

#[test]
fn every_fact_of_a_profile_stands_in_a_field_and_what_is_missing_is_told_with_its_key() {
    let sheet = sheet_of(
        "nama: Koperasi \"Desa\" <b>Contoh</b>
kontak: {whatsapp: 0810-0000-0003}
wilayah: 32.04.15
buka: {senin-jumat: 08.00-15.00}
tentang: |
  Satu **tebal**.

  Dua.
gerai:
  - {jenis: pupuk, nama: Kios Tani, syarat: [Terdaftar di e-RDKK], bawa: [KTP]}
gabung: {simpanan_pokok: 20.000, syarat: [Warga desa, KTP]}
pengurus: [{nama: Euis, jabatan: ketua, masa: 2025-2030}]
produk: [{nama: Beras, harga: 14.000, satuan: kg}]
",
    );
    for words in [
        "Koperasi &quot;Desa&quot; &lt;b&gt;Contoh&lt;/b&gt;",
        "0810-0000-0003",
        "Pangalengan, Kabupaten Bandung",
        "Senin–Jumat 08.00–15.00",
        "Satu tebal.\n\nDua.",
        "Terdaftar di e-RDKK",
        "Pupuk bersubsidi",
        "Euis (2025–2030)",
        "Rp\u{a0}14.000 per kg",
    ] {
        assert!(sheet.html.contains(words), "{words}: {}", sheet.html);
    }
    assert!(!sheet.html.contains("<b>Contoh") && !sheet.html.contains("://"), "asks for nothing");
    assert!(
        sheet.missing.contains(&"Nomor badan hukum") && sheet.html.contains("<code>legal.badan_hukum</code>")
    );
    assert!(!sheet.missing.contains(&"Nama koperasi"));
    let fields = sheet.html.matches("readonly").count();
    assert_eq!((fields, sheet.html.matches("data-copy=").count()), (sheet.told, sheet.told));
}
