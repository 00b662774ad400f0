//! Units and services, and help for members' businesses.

use super::*;
use crate::keys::OUTLETS;
use crate::model::{Help, OUTLET_KINDS};

#[test]
fn an_outlet_is_read_with_its_own_hours_terms_and_number() {
    let report = check_profile(
        "gerai:
  - jenis: pupuk
    nama: Kios Tani
    buka: {senin-kamis: 08.00-12.00, catatan: Tutup saat panen raya}
    syarat: [Petani yang terdaftar di e-RDKK]
    bawa: [KTP, Kartu Tani]
    bawa_en: [Identity card, Farmer's card]
    telepon: 022-7234567
  - {jenis: Bank sampah}
gabung:
  bantuan: [jualan, sertifikat]
",
    );
    assert_eq!(report.brief(), "");
    let cooperative = report.cooperative.expect("sound");
    let [kiosk, waste] = cooperative.outlets.as_slice() else { panic!("two outlets") };
    assert_eq!((kiosk.known_kind(), waste.known_kind()), (Some("pupuk"), None));
    assert!(kiosk.hours.as_ref().is_some_and(|hours| hours.week[4].0.is_empty() && hours.note.is_some()));
    assert_eq!((kiosk.bring.len(), kiosk.terms.len()), (2, 1));
    assert_eq!(kiosk.phone.as_ref().map(|phone| phone.dial.as_str()), Some("+62227234567"));
    assert_eq!(cooperative.joining.expect("there").helps, [Help::Selling, Help::Certificates]);
}

#[test]
fn every_mistake_in_an_outlet_is_told() {
    let report = check_profile(
        "gerai:
  - {jenis: apotekk}
  - {nama: Tanpa jenis}
  - {jenis: lpg}
  - {jenis: lpg, buka: 08.00-16.00}
  - {jenis: pos, hari: Senin}
gabung:
  bantuan: [jualan, jualan, hutang]
",
    );
    let told = "profil.yaml:4:13 outlet-kind-like
profil.yaml:5:5 missing-key
profil.yaml:7:5 outlet-twice
profil.yaml:7:24 not-hours
profil.yaml:8:18 unknown-key
profil.yaml:10:21 word-twice
profil.yaml:10:29 unknown-word
";
    assert_eq!(report.brief(), told);
}

#[test]
fn every_word_of_the_table_is_a_known_kind() {
    let mut words = OUTLET_KINDS;
    words.sort_unstable();
    let mut table = OUTLETS.to_vec();
    table.sort_unstable();
    assert_eq!(words.as_slice(), table);
}
