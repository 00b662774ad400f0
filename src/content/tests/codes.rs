//! Codes of goods: the shop's own and the numbers on packages.

use super::*;
use crate::model::Gtin;

/// The codes of findings of a shop that sells these.
fn codes_of(products: &[&str]) -> (Vec<String>, String) {
    let lines: Vec<String> =
        products.iter().map(|keys| format!("  - {{harga: 10.000, satuan: l, {keys}}}")).collect();
    let report = check_profile(&format!("produk:\n{}\n", lines.join("\n")));
    (report.codes(), report.printed())
}

#[test]
fn a_number_on_a_package_is_read_at_each_length_and_in_groups() {
    for (typed, digits) in [
        ("9520000000011", "9520000000011"),
        ("\"9 520000 000011\"", "9520000000011"),
        ("952-0000000-011", "9520000000011"),
        ("95200002", "95200002"),
        ("\"012345678905\"", "012345678905"),
        ("19520000000018", "19520000000018"),
    ] {
        let report = check_product(&format!("harga: 10.000, satuan: l, kode: SS-500, gtin: {typed}"));
        assert_eq!(report.brief(), "", "{typed}");
        let product = &report.cooperative().products[0];
        assert_eq!(product.gtin.as_ref().map(Gtin::digits), Some(digits), "{typed}");
        assert_eq!(product.code.as_deref(), Some("SS-500"));
    }
}

#[test]
fn what_is_no_number_of_a_package_is_told_with_the_one_that_is_meant() {
    for (typed, code, remedy) in [
        ("9520000000012", "gtin-check-digit", "tulis `gtin: \"9520000000011\"`"),
        ("\"9 520000 000012\"", "gtin-check-digit", "`1` sebagai angka terakhir"),
        ("12345678905", "not-a-gtin", "tulis `gtin: \"012345678905\"`"),
        ("9520000000011.0", "not-a-gtin", "tulis `gtin: \"9520000000011\"`"),
        ("9.52E+12", "not-a-gtin", "salin dari kemasan"),
        ("952000000001", "gtin-check-digit", "tulis `gtin: \"952000000002\"`"),
        ("95200000000110", "gtin-check-digit", "bandingkan tiap angka"),
        ("952000000001100", "not-a-gtin", "salin dari kemasan"),
        ("SS-500", "not-a-gtin", "ditulis di `kode`"),
        ("٩٥٢٠٠٠٠٠٠٠٠١١", "not-a-gtin", "salin dari kemasan"),
        ("2000000000015", "gtin-of-one-shop", "pindahkan ke `kode`"),
        ("012345678905", "zero-may-get-lost", "tulis `gtin: \"012345678905\"`"),
    ] {
        let report = check_product(&format!("harga: 10.000, satuan: l, gtin: {typed}"));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn no_two_goods_of_a_shop_have_one_code() {
    let (codes, printed) = codes_of(&["nama: A, kode: ss-1", "nama: B, kode: SS-1"]);
    assert_eq!(codes, ["code-taken"]);
    assert!(printed.contains("`kode` `SS-1` sudah dipakai di baris"), "{printed}");
    // The same number in 12 and in 13 digits.
    let twice = ["nama: A, gtin: \"012345678905\"", "nama: B, gtin: \"0012345678905\""];
    assert_eq!(codes_of(&twice).0, ["code-taken"]);
    assert!(codes_of(&["nama: A, kode: A-1", "nama: B, kode: A-2"]).0.is_empty());
    let report = check_profile(
        "produk:\n  - nama: Susu\n    harga: 10.000\n    satuan: l\n    kode: S\n    varian:\n      \
         - {nama: Tawar, kode: S-1, gtin: 9520000000028}\n      - {nama: Kopi, kode: S-1, gtin: 9520000000028}\n",
    );
    assert_eq!(report.codes(), ["code-taken", "code-taken"]);
}

#[test]
fn a_number_of_a_product_of_several_sorts_belongs_to_one_of_them() {
    let report =
        check_product("harga: 10.000, satuan: l, gtin: 9520000000011, varian: [{nama: A}, {nama: B}]");
    assert_eq!(report.codes(), ["gtin-of-several"]);
}
