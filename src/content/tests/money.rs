//! Prices, payment codes as people type them.

use super::*;

#[test]
fn each_form_of_a_price_is_read_or_explained() {
    for price in ["12.500", "12500", "Rp 12.500", "Rp12.500", "\"12.500\"", "\"Rp 12.500,-\"", "12.500.-"] {
        let report = check_product(&format!("harga: {price}, satuan: l"));
        assert_eq!(report.brief(), "", "{price}");
        assert_eq!(report.cooperative().products[0].price, Rupiah::new(12_500), "{price}");
    }
    for (price, code, remedy) in [
        ("12.5", "price-not-whole", "maksud Anda `harga: Rp 12.500`?"),
        ("35.0", "price-not-whole", "maksud Anda `harga: Rp 35.000`?"),
        ("13000.000", "price-not-whole", "tulis `harga: Rp 13.000`"),
        ("13.750000000000002", "price-not-whole", "hapus bagian desimalnya"),
        ("\"12.500,00\"", "price-not-whole", "tulis `harga: Rp 12.500`"),
        ("\"Rp 12.500,00\"", "price-not-whole", "tulis `harga: Rp 12.500`"),
        ("\"12,500\"", "price-comma", "tulis `harga: Rp 12.500`"),
        ("18_000", "price-grouping", "maksud Anda `harga: Rp 18.000`?"),
        ("12rb", "price-in-words", "tulis `harga: Rp 12.000`"),
        ("gratis", "price-not-a-number", "hapus kunci `harga`"),
        (".nan", "price-not-a-number", "tulis angkanya"),
        ("18e3", "price-not-a-number", "tulis angkanya"),
        ("12.500/kg", "price-with-unit", "tulis `harga: Rp 12.500`, dan `satuan: kg`"),
        ("10.000-15.000", "price-range", "{nama: Kecil, harga: Rp 10.000}, {nama: Besar, harga: Rp 15.000}"),
        ("mulai 10.000", "price-range", "{nama: Kecil, harga: Rp 10.000}, {nama: Besar, harga: …}"),
        ("-5000", "price-negative", "hapus tanda minus"),
        ("0", "price-zero", "hapus kunci `harga`"),
        ("99999999999999999999", "price-too-big", "periksa jumlah nolnya"),
    ] {
        let report = check_product(&format!("harga: {price}, satuan: l"));
        assert_eq!(report.codes(), [code], "{price}");
        assert!(report.printed().contains(remedy), "{price}: {}", report.printed());
    }
}

#[test]
fn an_amount_that_is_no_price_names_no_unit_and_no_variant() {
    for (typed, code) in [("100.000/bulan", "price-with-unit"), ("50.000-100.000", "price-range")] {
        let report =
            check_profile(&format!("produk: [{{nama: Susu}}]\ngabung: {{simpanan_wajib: {typed}}}\n"));
        assert_eq!(report.codes(), [code], "{typed}");
        let printed = report.printed();
        assert!(!printed.contains("varian") && !printed.contains("`satuan"), "{typed}: {printed}");
    }
}

#[test]
fn a_comma_in_braces_is_part_of_no_price() {
    // To YAML `{harga: 12,500}` is a price of 12 and a key `500`: never a silent 12 rupiah.
    let report = check_product("harga: 12,500, satuan: l");
    assert!(report.findings.has_error(), "{}", report.brief());
}

#[test]
fn prices_of_a_product_stand_in_order() {
    for (keys, expected) in [
        ("harga: 10.000, satuan: l, harga_anggota: 11.000", "price-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 12.000, sampai: 2026-12-31}", "price-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 10.000, sampai: 2026-12-31}", "promo-not-lower"),
        ("harga: 10.000, satuan: l, promo: {harga: 9.000, sampai: 2026-10-31}", "promo-ended"),
        (
            "harga: 10.000, satuan: l, promo: {harga: 9.000, mulai: 2027-02-01, sampai: 2027-01-01}",
            "ends-before-start",
        ),
        (
            "harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 9.000}, {mulai: 5, harga: 8.000}]",
            "tiers-not-in-order",
        ),
        (
            "harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 9.000}, {mulai: 50, harga: 9.000}]",
            "tiers-not-in-order",
        ),
        ("harga: 10.000, satuan: l, grosir: [{mulai: 10, harga: 19.000}]", "price-not-lower"),
        ("harga: 10.000, satuan: l, grosir: [{mulai: 1, harga: 9.000}]", "not-a-number"),
        ("harga_anggota: 9.000", "price-missing"),
        ("harga: 10.000", "unit-missing"),
        ("harga: 10.000, satuan: l, per_tanggal: 2026-08-01", "price-stale"),
        ("harga: 10.000, satuan: l, per_tanggal: 2027-08-01", "date-in-future"),
        ("varian: [{nama: Besar}, {nama: Kecil}, {nama: Besar}]", "variant-twice"),
    ] {
        assert_eq!(check_product(keys).codes(), [expected], "{keys}");
    }
    assert_eq!(check_product("harga: 10.000, satuan: l, per_tanggal: 2026-08-26").brief(), "");
}

#[test]
fn the_qris_code_is_that_of_the_cooperative() {
    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    const ONE_TIME: &str = "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F";
    let read = |name: &str, code: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: {name}\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: Susu}}]\npembayaran: {{qris: \"{code}\"}}\n"
        ))
    };
    let report = read("Koperasi Contoh", CODE);
    assert_eq!(report.brief(), "");
    let qris = report.cooperative().payment.qris.as_ref().expect("a code");
    assert_eq!((qris.payload.as_str(), qris.nmid.as_deref()), (CODE, Some("ID0000000000017")));
    assert_eq!(read("Koperasi Peternak Sagara", CODE).codes(), ["qris-other-merchant"]);
    assert_eq!(read("Koperasi Contoh", &CODE.replace("71FC", "71FD")).codes(), ["qris-checksum"]);
    assert_eq!(read("Koperasi Contoh", "https://contoh.id").codes(), ["qris-unreadable"]);
    assert_eq!(read("Koperasi Contoh", ONE_TIME).codes(), ["qris-amount", "qris-one-time"]);
}

#[test]
fn a_photo_of_the_code_is_checked_as_its_text_is() {
    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    const ONE_TIME: &str = "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F";
    let read = |name: &str, keys: &str, photo: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: {name}\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: Susu}}]\npembayaran:\n  qris_foto: ./foto/qris.jpg\n{keys}-- content/kpc/foto/qris.jpg --\n{photo}"
        ))
    };
    let ours = "Koperasi Contoh";
    let report = read(ours, "", &format!("kode https://contoh.id\nkode {CODE}\n"));
    assert_eq!(report.brief(), "");
    let qris = report.cooperative().payment.qris.as_ref().expect("a code");
    assert_eq!((qris.payload.as_str(), qris.nmid.as_deref()), (CODE, Some("ID0000000000017")));
    let changed = CODE.replace("71FC", "71FD");
    for (name, photo, found) in [
        (ours, "", "qris-photo-without-code"),
        (ours, "kode https://contoh.id\n", "qris-photo-unreadable"),
        (ours, "kode 0002010102\n", "qris-photo-unreadable"),
        (ours, &format!("kode {changed}\n"), "qris-checksum"),
        (ours, &format!("kode {CODE}\nkode {ONE_TIME}\n"), "qris-photo-several"),
        ("Koperasi Peternak Sagara", &format!("kode {CODE}\n"), "qris-other-merchant"),
    ] {
        assert_eq!(read(name, "", photo).brief(), format!("profil.yaml:5:14 {found}\n"), "{photo}");
    }
    let both = |text: &str| read(ours, &format!("  qris: \"{text}\"\n"), &format!("kode {CODE}\n")).codes();
    assert_eq!(both(CODE), [""; 0]);
    assert_eq!(both(ONE_TIME), ["qris-photo-disagrees", "qris-amount", "qris-one-time"]);
}

#[test]
fn the_photo_of_the_code_is_named_before_the_profile_is_read() {
    let named = |payment: &str| {
        let site = format!("-- content/kpc/profil.yaml --\nnama: KPC\npembayaran: {payment}\n");
        let (folder, settings) = (folder(&site), Settings::for_day(TODAY));
        parse_profile(&folder, &settings, &mut Findings::new()).code_photo().map(str::to_owned)
    };
    assert_eq!(named("{qris_foto: ./foto/qris.jpg}").as_deref(), Some("foto/qris.jpg"));
    assert_eq!(named("{qris_foto: [foto/qris.jpg]}"), None);
    assert_eq!(named("{tunai: ya} # qris_foto"), None);
}

#[test]
fn prices_that_lost_their_thousands_are_told_by_the_others() {
    for (keys, code) in [
        ("harga: Rp 120.000, satuan: kg, varian: [{nama: A, harga: 150}, {nama: B}]", "price-thousands-lost"),
        ("harga: Rp 120.000, satuan: kg, grosir: [{mulai: 10, harga: 110}]", "price-thousands-lost"),
        ("harga: Rp 120.000, satuan: kg, harga_anggota: 110", "price-thousands-lost"),
        ("harga: Rp 12.000, satuan: kg, harga_anggota: 500", "price-far-below"),
        ("harga: Rp 35.000, satuan: kg, promo: {harga: Rp 3.400, sampai: 2026-12-31}", "price-far-below"),
        ("harga: Rp 35.000, satuan: kg, grosir: [{mulai: 10, harga: Rp 3.500}]", ""),
        ("harga: Rp 100.000.000.000, satuan: kg", "price-huge"),
        ("harga: Rp 35.000, satuan: kg, minimal: 1000000", "minimum-huge"),
    ] {
        assert_eq!(check_product(keys).codes().join(" "), code, "{keys}");
    }
    let three = |rest: &str| {
        let product = |name: &str, price: &str| format!("  - {{nama: {name}, harga: {price}, satuan: kg}}\n");
        let all = [product("A", "100"), product("B", "350"), product("C", "125"), product("D", rest)];
        check_profile(&format!("produk:\n{}", all.concat())).brief()
    };
    assert_eq!(three("500"), "profil.yaml:3:1 prices-thousands-lost\n");
    assert_eq!(three("1.250.000"), "profil.yaml:3:1 prices-thousands-lost\n");
    assert_eq!(three("Rp 2.000"), "");
    let two = |small: &str, large: &str| {
        let all = format!(
            "  - {{nama: A, harga: {small}, satuan: kg}}\n  - {{nama: B, harga: {large}, satuan: kg}}\n"
        );
        check_profile(&format!("produk:\n{all}")).brief()
    };
    assert_eq!(two("100", "1.250.000"), "profil.yaml:3:1 prices-thousands-lost\n");
    assert_eq!(two("500", "Rp 12.000"), "");
    assert_eq!(two("500", "500"), "");
}

#[test]
fn what_reaches_no_variant_is_not_compared_with_a_promo_either() {
    let report = check_product(
        "harga: Rp 10.000, satuan: kg, promo: {harga: Rp 8.000, sampai: 2026-12-31}, grosir: [{mulai: 10, harga: Rp 9.000}], \
         harga_anggota: Rp 9.500, varian: [{nama: A, harga: Rp 12.000}, {nama: B, harga: Rp 13.000}]",
    );
    assert_eq!(report.codes(), ["reaches-no-variant"; 4]);
}

#[test]
fn a_size_in_the_name_of_a_variant_is_what_its_price_is_compared_by() {
    let report = check_product(
        "harga: Rp 30.000, satuan: bungkus, berat: 250 g, \
         varian: [{nama: Kecil}, {nama: Besar 1 kg, harga: Rp 110.000}, {nama: Jumbo, harga: Rp 200.000}, {nama: 2 kg, berat: 1900 g}]",
    );
    let product = &report.cooperative().products[0];
    let today = jiff::civil::date(2026, 11, 24);
    let measured: Vec<_> =
        crate::model::Offers::of(product, today).iter().map(|offer| offer.measured).collect();
    let grams = |amount| Some(crate::model::Weight::Grams(amount));
    assert_eq!(measured, [grams(250), grams(1_000), None, grams(1_900)]);
}

#[test]
fn the_number_of_the_merchant_decides_whose_code_it_is() {
    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    let read = |name: &str, nmid: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: {name}\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: Susu}}]\npembayaran:\n  qris: \"{CODE}\"\n{nmid}"
        ))
    };
    let many = "Koperasi Contoh Kopi Lereng";
    let report = read(many, "");
    assert_eq!(report.codes(), ["qris-name-of-many"]);
    assert!(report.printed().contains("tulis `nmid: ID0000000000017`"), "{}", report.printed());
    assert_eq!(read(many, "  nmid: ID0000000000017\n").brief(), "");
    assert_eq!(read("Koperasi Lain", "  nmid: id 0000 0000 0001 7\n").brief(), "");
    assert_eq!(
        read("Koperasi Contoh", "  nmid: ID0000000000018\n").brief(),
        "profil.yaml:6:9 qris-other-nmid\n"
    );
    assert_eq!(read("Koperasi Contoh", "  nmid: 0000000000017\n").brief(), "profil.yaml:6:9 not-an-nmid\n");
}
