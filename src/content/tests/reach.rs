//! How and when a cooperative is reached: numbers, hours, days and places.

use super::clerks::told;
use super::*;

#[test]
fn every_spelling_of_a_whatsapp_number_is_the_same_number() {
    for typed in [
        "0812-0000-0000",
        "081200000000",
        "0812 0000 0000",
        "+62 812-0000-0000",
        "+6281200000000",
        "6281200000000",
        "\"(0812) 0000 0000\"",
        "https://wa.me/6281200000000",
        "https://wa.me/6281200000000?text=Halo",
        "https://api.whatsapp.com/send?phone=6281200000000&text=Halo",
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.brief(), "", "{typed}");
        let number = report.cooperative().contact.whatsapp.as_ref().expect("a number").digits();
        assert_eq!(number, "6281200000000", "{typed}");
    }
}

#[test]
fn a_number_that_lost_its_zero_is_read_with_a_warning() {
    for typed in [
        "81200000000",
        "812-0000-0000",
        "812 0000 0000",
        "812.0000.0000",
        "\"812 00000000\"",
        "\"(812) 0000-0000\"",
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.codes(), ["number-without-zero"], "{typed}");
        assert!(report.printed().contains("tulis `whatsapp: 0812-0000-0000`"), "{typed}");
        assert_eq!(
            report.cooperative().contact.whatsapp.as_ref().expect("a number").digits(),
            "6281200000000"
        );
    }
}

#[test]
fn numbers_that_take_no_messages_are_refused_for_whatsapp_only() {
    for (typed, code) in [
        ("022-1234567", "whatsapp-not-mobile"),
        ("1500-123", "whatsapp-not-mobile"),
        ("0800-1-234567", "whatsapp-not-mobile"),
        ("0812-00", "number-length"),
        ("+1 415 555 2671", "foreign-number"),
        ("0812-0000-0000 / 0813-0000-0000", "several-numbers"),
        ("8.12E+10", "not-a-phone-number"),
        ("81200000000.0", "number-is-decimal"),
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{whatsapp: {typed}}}\n"
        ));
        assert_eq!(report.codes(), [code], "{typed}");
    }
    let report = check(
        "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{nama: Susu}]\nkontak: {telepon: 022-1234567}\n",
    );
    assert_eq!(report.brief(), "");
    assert_eq!(report.cooperative().contact.phone.as_ref().expect("a number").dial, "+62221234567");
}

#[test]
fn a_number_with_a_decimal_part_is_refused_with_the_one_to_write() {
    for (key, typed, remedy) in [
        ("whatsapp", "81200000000.0", "tulis `whatsapp: 0812-0000-0000`"),
        ("telepon", "6281200000000.0", "tulis `telepon: 0812-0000-0000`"),
        ("telepon", "221234567.0", "tulis `telepon: 0221234567`"),
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{{key}: {typed}}}\n"
        ));
        assert_eq!(report.codes(), ["number-is-decimal"], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn a_number_to_call_out_of_a_link_is_shown_as_a_number() {
    for typed in ["https://wa.me/6281200000000?text=Halo", "tel:+6281200000000"] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{telepon: \"{typed}\"}}\n"
        ));
        assert_eq!(report.brief(), "", "{typed}");
        let phone = report.cooperative().contact.phone.clone().expect("a number");
        assert_eq!(
            (phone.dial.as_str(), phone.shown.as_str()),
            ("+6281200000000", "0812-0000-0000"),
            "{typed}"
        );
    }
}

#[test]
fn days_in_other_forms_get_the_form_to_write() {
    for (typed, code, remedy) in [
        ("24 November 2026", "date-not-iso", "tulis `per_tanggal: 2026-11-24`"),
        ("24/11/2026", "date-not-iso", "tulis `per_tanggal: 2026-11-24`"),
        ("2026-02-30", "no-such-day", "periksa hari dan bulan"),
        ("kemarin", "not-a-date", "tulis tahun, bulan dan harinya dengan angka"),
    ] {
        let report = check_product(&format!("per_tanggal: {typed}"));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn an_event_s_day_in_another_form_gets_the_form_to_write() {
    for (typed, code, remedy) in [
        ("5 Desember 2026 08.00", "date-not-iso", "tulis `mulai: 2026-12-05 08:00`"),
        ("Sabtu, 5 Desember 2026, pukul 13.30 WIB", "date-not-iso", "tulis `mulai: 2026-12-05 13:30`"),
        ("05/12/2026 08.00", "date-not-iso", "tulis `mulai: 2026-12-05 08:00`"),
        ("5 Desember 2026", "date-not-iso", "tulis `mulai: 2026-12-05 08:00` dengan jam yang benar"),
        ("2026-12-05", "no-time", "tulis `mulai: 2026-12-05 08:00` dengan jam yang benar"),
        ("2026-02-30 08:00", "no-such-day", "periksa hari dan bulan"),
        ("besok pagi", "not-a-time", "tulis tahun-bulan-hari"),
    ] {
        let report = check_profile(&format!(
            "produk: [{{nama: Susu}}]\nagenda: [{{judul: RAT, mulai: \"{typed}\"}}]\n"
        ));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn opening_hours_know_every_day_once() {
    let report = check_profile(
        "produk: [{nama: Susu}]
buka:
  senin-kamis: 08.00-12.00, 13.00-16.00
  Jum'at: 08:00 - 11:00
  sabtu: 24 jam
  minggu: tutup
  libur: [2026-12-25]
  catatan: Tutup saat salat
",
    );
    assert_eq!(report.brief(), "");
    let hours = report.cooperative().hours.as_ref().expect("hours");
    let spans: Vec<usize> = hours.week.iter().map(|day| day.0.len()).collect();
    assert_eq!(spans, [2, 2, 2, 2, 1, 1, 0]);
    let report = check_profile(
        "produk: [{nama: Susu}]
buka: {senin-jumat: 08.00-16.00, rabu: tutup, sbtu: 08.00-12.00, minggu: pagi, ahad: 16.00-08.00, xyz: 1}
",
    );
    let odd = check_profile("produk: [{nama: Susu}]\nbuka: {senin: [08.00-12.00, {a: b}]}\n");
    assert_eq!(odd.codes(), ["not-hours"], "a list of hours holds nothing else");
    assert_eq!(
        report.brief(),
        "profil.yaml:4:8 day-twice\nprofil.yaml:4:47 unknown-day\nprofil.yaml:4:74 not-hours\nprofil.yaml:4:86 closes-before-opening\nprofil.yaml:4:99 unknown-key\n"
    );
}

#[test]
fn days_beside_hours_are_told_as_the_keys_that_they_are() {
    for (typed, remedy) in [
        ("{setiap-hari: Senin-Jumat 08.00-16.00}", "tulis `buka: {senin-jumat: 08.00-16.00}`"),
        ("{setiap-hari: 'Sn & Km: 08.00-12.00'}", "tulis `buka: {senin: 08.00-12.00, kamis: 08.00-12.00}`"),
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nbuka: {typed}\n"));
        assert_eq!(report.codes(), ["not-hours"], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
}

#[test]
fn a_day_left_empty_is_told_before_it_is_shown_as_closed() {
    for hours in [
        "{senin, selasa: 08.00-16.00}",
        "{senin: , selasa: 08.00-16.00}",
        "\n  senin:\n  selasa: 08.00-16.00",
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nbuka: {hours}\n"));
        assert_eq!(report.codes(), ["day-without-hours"], "{hours}");
        assert!(report.printed().contains("`senin: 08.00-16.00`"), "{hours}");
    }
}

#[test]
fn an_address_is_a_street_and_not_a_place_on_a_map() {
    for (typed, code) in [
        ("\"-7.1735, 107.5563\"", "address-for-maps"),
        ("https://maps.app.goo.gl/abc", "address-for-maps"),
        ("Jl. Raya No. 21.5, Pangalengan", ""),
        ("Blok 3.5", ""),
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nalamat: {typed}\n"));
        assert_eq!(report.codes().join(" "), code, "{typed}");
    }
}

#[test]
fn a_link_that_tiktok_shares_is_no_account() {
    for (typed, code) in [
        ("https://vt.tiktok.com/ZSabc/", "shared-not-an-account"),
        ("https://www.tiktok.com/t/ZSabc/", "shared-not-an-account"),
        ("https://www.tiktok.com/@kopi.lereng?_t=1", ""),
        ("\"@kopi.lereng\"", ""),
        ("kopi.lereng", ""),
    ] {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\nkontak: {{telepon: 022-1234567, tiktok: {typed}}}\n"
        ));
        assert_eq!(report.codes().join(" "), code, "{typed}");
    }
}

#[test]
fn hours_past_midnight_are_read_and_told_where_they_overlap() {
    let hours = |typed: &str| check_profile(&format!("produk: [{{nama: Susu}}]\nbuka: {{{typed}}}\n"));
    for (typed, codes) in [
        ("setiap-hari: 22.00-04.00", &[][..]),
        ("setiap-hari: 18.00-24.00", &[]),
        ("setiap-hari: 24 jam", &[]),
        ("setiap-hari: \"04.00-10.00, 22.00-04.00\"", &[]),
        ("setiap-hari: 10.00-02.00", &[]),
        ("sabtu: 22.00-04.00, minggu: 04.00-10.00", &[]),
        ("sabtu: 22.00-04.00, minggu: tutup", &[]),
        ("sabtu: 22.00-04.00, minggu: 03.00-10.00", &["hours-overlap"]),
        ("minggu: 22.00-04.00, senin: 24 jam", &["hours-overlap"]),
        ("setiap-hari: \"03.00-10.00, 22.00-04.00\"", &["hours-overlap"]),
        ("senin: \"22.00-04.00, 23.00-24.00\"", &["hours-overlap"]),
        ("senin: 08.00-08.00", &["closes-as-it-opens"]),
        ("senin: 16.00-08.00", &["closes-before-opening"]),
    ] {
        assert_eq!(hours(typed).codes(), codes, "{typed}");
    }
    assert!(hours("Sabtu: 22.00-04.00, ahad: 03.00-10.00").printed().contains("sabtu"));
}

#[test]
fn days_in_another_form_are_offered_as_keys_that_lose_none_of_them() {
    for (key, remedy) in [
        ("Senin s/d Jumat", "maksud Anda `senin-jumat`?"),
        ("Sen-Jum", "maksud Anda `senin-jumat`?"),
        ("senin & kamis", "tulis kunci sendiri untuk tiap hari: `senin`, `kamis`"),
        ("senin-xyz", "tulis harinya lengkap"),
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nbuka: {{{key}: 08.00 s/d 16.00}}\n"));
        assert_eq!(report.codes(), ["unknown-day"], "{key}");
        assert!(report.printed().contains(remedy), "{key}: {}", report.printed());
    }
}

#[test]
fn regions_are_codes_and_names_get_the_codes_offered() {
    let report = check_profile("produk: [{nama: Susu}]\nwilayah: 32.04.15\n");
    assert_eq!(report.brief(), "");
    let region = report.cooperative().region.as_ref().expect("a region");
    assert_eq!(
        (region.regency.as_str(), region.district.as_deref()),
        ("Kabupaten Bandung", Some("Pangalengan"))
    );
    for (typed, code, remedy) in [
        ("Bandung", "region-not-a-code", "`32.04` (Kabupaten Bandung), `32.73` (Kota Bandung)"),
        ("3204", "region-code-dots", "tulis `wilayah: 32.04`"),
        ("320415", "region-code-dots", "tulis `wilayah: 32.04.15`"),
        ("32.04.15.2001", "region-village-code", "hapus empat angka terakhir: tulis `wilayah: 32.04.15`"),
        ("3204152001", "region-village-code", "tulis `wilayah: 32.04.15`"),
        ("32.04.152001", "region-not-a-code", "cari kodenya"),
        ("\"32\"", "region-province-only", "mis. `32.04`"),
        ("32.04.99", "region-unknown", "Kabupaten Bandung"),
        ("34.04", "region-needs-name", "wilayah_nama"),
    ] {
        let report = check_profile(&format!("produk: [{{nama: Susu}}]\nwilayah: {typed}\n"));
        assert_eq!(report.codes(), [code], "{typed}");
        assert!(report.printed().contains(remedy), "{typed}: {}", report.printed());
    }
    let report =
        check_profile("produk: [{nama: Susu}]\nwilayah: 34.04.07\nwilayah_nama: Depok, Kabupaten Sleman\n");
    assert_eq!(report.brief(), "");
    let region = report.cooperative().region.as_ref().expect("a region");
    assert_eq!((region.regency.as_str(), region.district.as_deref()), ("Kabupaten Sleman", Some("Depok")));
}

#[test]
fn a_point_far_from_its_region_is_a_warning() {
    let read = |region: &str, point: &str| {
        check_profile(&format!("produk: [{{nama: Susu}}]\nwilayah: {region}\nkoordinat: {point}\n"))
    };
    let report = read("32.04.15", "[-6.2025, 106.8203]");
    assert_eq!(report.brief(), "profil.yaml:5:12 point-far-from-region\n");
    assert!(report.printed().contains("titik ini 132 km dari Kabupaten Bandung"), "{}", report.printed());
    assert_eq!(report.cooperative().coordinates, Some((-6.2025, 106.8203)));
    for (region, point) in [
        ("32.04.15", "[-7.1735, 107.5563]"),
        ("32.03", "[-6.68, 107.05]"),
        ("32.05", "[-7.66, 107.69]"),
        ("32.02", "[-7.36, 106.40]"),
        ("34.04\nwilayah_nama: Kabupaten Sleman", "[-6.2025, 106.8203]"),
    ] {
        assert_eq!(read(region, point).brief(), "", "{region} {point}");
    }
}

#[test]
fn coordinates_are_in_indonesia_and_in_order() {
    for (typed, code) in [
        ("[107.5563, -7.1735]", "coordinates-swapped"),
        ("[51.5, -0.1]", "outside-indonesia"),
        ("[-7.1]", "not-coordinates"),
        ("[.nan, .inf]", "not-coordinates"),
    ] {
        assert_eq!(
            check_profile(&format!("produk: [{{nama: Susu}}]\nkoordinat: {typed}\n")).codes(),
            [code],
            "{typed}"
        );
    }
    let report = check_profile("produk: [{nama: Susu}]\nkoordinat: -7.1735, 107.5563\n");
    assert_eq!(report.brief(), "");
    assert_eq!(report.cooperative().coordinates, Some((-7.1735, 107.5563)));
}

#[test]
fn hours_as_people_say_them_are_read_or_told_as_they_are_written() {
    for (typed, remedy) in [
        ("buka: setiap hari 08.00-16.00\n", "3:7 not-hours | tulis `buka: {setiap-hari: 08.00-16.00}`"),
        ("buka: 24 jam\n", "3:7 not-hours | tulis `buka: {setiap-hari: 24 jam}`"),
        (
            "buka:\n  senin: 08.00-16.00 (istirahat 12.00-13.00)\n",
            "4:10 not-hours | tulis `08.00-12.00, 13.00-16.00`",
        ),
    ] {
        assert_eq!(told(typed), [remedy], "{typed}");
    }
    assert_eq!(told("buka:\n  Senin-Jumat: 8 pagi - 4 sore.\n"), [""; 0]);
}
