//! How goods reach a buyer.

use super::*;

#[test]
fn places_and_areas_are_read_with_times_cost_and_sums() {
    let report = check_profile(
        "ambil:
  - {tempat: Gudang koperasi, tempat_en: The cooperative's store, waktu: Setiap hari 06.00-10.00}
antar:
  - {wilayah: Rancabali, ongkos: Rp 10.000, mulai: 50.000, gratis: 200.000}
  - {wilayah: Bandung}
gerai: [{jenis: lpg}]
",
    );
    assert_eq!(report.brief(), "");
    let cooperative = report.cooperative.expect("sound");
    let [store] = cooperative.pickups.as_slice() else { panic!("one place") };
    assert_eq!((store.place.get(Language::En), store.times.is_some()), ("The cooperative's store", true));
    let [near, far] = cooperative.deliveries.as_slice() else { panic!("two areas") };
    let amounts = [near.cost, near.smallest_sum, near.free_from].map(|sum| sum.map(Rupiah::amount));
    assert_eq!(amounts, [Some(10_000), Some(50_000), Some(200_000)]);
    assert_eq!((far.cost, far.smallest_sum, far.free_from), (None, None, None));
}

#[test]
fn every_mistake_in_a_place_or_an_area_is_told() {
    let report = check_profile(
        "ambil:
  - {waktu: Pagi}
  - {tempat: Gudang}
  - {tempat: Gudang, jam: 06.00}
antar:
  - {wilayah: Rancabali, ongkos: 12.5, mulai: 50.000, gratis: 50.000}
  - {wilayah: Ciwidey, ongkos: 0, gratis: 100.000}
  - {ongkos: 5.000}
gerai: [{jenis: lpg}]
",
    );
    let told = "profil.yaml:4:5 missing-key
profil.yaml:6:5 handover-twice
profil.yaml:6:22 unknown-key
profil.yaml:8:34 price-not-whole
profil.yaml:8:63 delivery-free-anyway
profil.yaml:9:43 delivery-free-anyway
profil.yaml:10:5 missing-key
";
    assert_eq!(report.brief(), told);
}
