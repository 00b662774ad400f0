//! Amounts as people write them, and what is meant by those that are refused.

use super::*;

fn rupiah(typed: &str) -> Result<u64, Fault> {
    amount(typed).map(Rupiah::amount)
}

#[test]
fn the_usual_ways_to_write_a_price_mean_the_same() {
    for typed in [
        "12.500",
        "12500",
        "Rp 12.500",
        "Rp12.500",
        "Rp. 12.500",
        "rp12500",
        "IDR 12.500",
        "12.500,-",
        "12.500.-",
        "12.500,=",
        "12.500;-",
        "12.500 ,–",
        "Rp\u{a0}12.500",
    ] {
        assert_eq!(rupiah(typed), Ok(12_500), "{typed}");
    }
    assert_eq!(rupiah("250.000.000"), Ok(250_000_000));
    assert_eq!(rupiah("0"), Ok(0));
}

#[test]
fn a_decimal_part_is_refused_with_what_was_meant() {
    assert_eq!(rupiah("12.500,00"), Err(Fault::NotWhole(Some(12_500))));
    assert_eq!(rupiah("12,500.00"), Err(Fault::NotWhole(Some(12_500))));
    assert_eq!(rupiah("12.500,75"), Err(Fault::NotWhole(None)));
    assert_eq!(rupiah("0.0"), Err(Fault::NotWhole(None)));
    assert_eq!(rupiah("13000.000"), Err(Fault::NotWhole(Some(13_000))));
    assert_eq!(rupiah("12500.0"), Err(Fault::NotWhole(Some(12_500))));
    assert_eq!(rupiah("13000.500"), Err(Fault::NotWhole(None)));
    assert_eq!(rupiah("13.750000000000002"), Err(Fault::NotWhole(None)));
}

#[test]
fn a_thousandth_that_a_program_left_is_told_with_its_thousands() {
    for (typed, meant) in [
        ("12.5", 12_500),
        ("12,5", 12_500),
        ("35.0", 35_000),
        ("100.0", 100_000),
        ("1.25", 1_250),
        ("0.5", 500),
    ] {
        assert_eq!(rupiah(typed), Err(Fault::Shrunk(meant)), "{typed}");
    }
}

#[test]
fn other_groupings_are_refused_with_what_was_meant() {
    assert_eq!(rupiah("12,500"), Err(Fault::CommaGroups(12_500)));
    assert_eq!(rupiah("1,250,000"), Err(Fault::CommaGroups(1_250_000)));
    assert_eq!(rupiah("18_000"), Err(Fault::Groups(18_000)));
    assert_eq!(rupiah("12 500"), Err(Fault::Groups(12_500)));
    assert_eq!(rupiah("1.25.000"), Err(Fault::Groups(125_000)));
    assert_eq!(rupiah("12rb"), Err(Fault::Words(12_000)));
    assert_eq!(rupiah("1,5 juta"), Err(Fault::Words(1_500_000)));
}

#[test]
fn an_amount_with_more_beside_it_is_refused_with_both_parts() {
    for typed in ["10.000-15.000", "Rp 10.000,- – Rp 15.000,-", "10rb s/d 15rb", "10.000 sampai 15.000"] {
        assert_eq!(rupiah(typed), Err(Fault::Range(10_000, 15_000)), "{typed}");
    }
    for typed in ["mulai 10.000", "Mulai dari Rp 10.000", "dari 10rb"] {
        assert_eq!(rupiah(typed), Err(Fault::From(10_000)), "{typed}");
    }
    for typed in ["12.500/kg", "Rp 12.500,-/kg", "12,500 per kg", "12.500 / Kg"] {
        assert_eq!(rupiah(typed), Err(Fault::WithUnit(12_500, "kg".to_owned())), "{typed}");
    }
    assert_eq!(rupiah("9.000/500 g"), Err(Fault::WithUnit(9_000, "500 g".to_owned())));
    for typed in ["kg/12.500", "12.500/", "mulai besok", "a-b", "0812-"] {
        assert_eq!(rupiah(typed), Err(Fault::NotANumber), "{typed}");
    }
}

#[test]
fn words_and_letters_are_refused_with_what_was_meant() {
    for typed in ["dua belas ribu", "Rp dua belas ribu", "12.000 rupiah", "12rb rupiah"] {
        assert_eq!(rupiah(typed), Err(Fault::Spelled(12_000)), "{typed}");
    }
    for typed in ["12.OOO", "12.o00", "I2.000", "l2000"] {
        let meant = if typed.starts_with('1') { Fault::Letters(12_000) } else { Fault::NotANumber };
        assert_eq!(rupiah(typed), Err(meant), "{typed}");
    }
    for typed in ["gratis", "Gratis!", "FREE", "cuma-cuma", "nol rupiah"] {
        assert_eq!(rupiah(typed), Err(Fault::Free), "{typed}");
    }
    assert_eq!(rupiah("sepuluh ribu sampai lima belas ribu"), Err(Fault::Range(10_000, 15_000)));
    assert_eq!(rupiah("dua belas ribu per kg"), Err(Fault::WithUnit(12_000, "kg".to_owned())));
}

#[test]
fn an_amount_among_words_is_offered() {
    for typed in [
        "35.000 (nego)",
        "± 35.000",
        "~35.000",
        "35 ribuan",
        "sekitar 35rb",
        "35.000 saja",
        "Rp 35.000 nett",
        "harga 35.000",
        "35.000 ++",
    ] {
        assert_eq!(rupiah(typed), Err(Fault::Among(35_000)), "{typed}");
    }
    for typed in [
        "$35.000",
        "35.000 dan 40.000",
        "diskon 20%",
        "isi 12",
        "menu 5",
        "35 dolar",
        "3.500 yen",
        "SGD 3.500",
        "RM 3500",
        "WA 081234567890",
        "tahun 2026",
        "diskon 5.000",
        "bukan 35.000",
    ] {
        assert!(!matches!(rupiah(typed), Err(Fault::Among(_)) | Ok(_)), "{typed}: {:?}", rupiah(typed));
    }
}

#[test]
fn what_is_no_amount_is_refused() {
    for typed in [".nan", ".inf", "18e3", "", "Rp", "tanya", "..", ",", "1,", "0x10"] {
        assert!(
            matches!(rupiah(typed), Err(Fault::NotANumber | Fault::Groups(_))),
            "{typed}: {:?}",
            rupiah(typed)
        );
    }
    assert_eq!(rupiah("-5000"), Err(Fault::Negative));
    assert_eq!(rupiah("Rp -5.000"), Err(Fault::Negative));
    assert_eq!(rupiah("99999999999999999999"), Err(Fault::TooBig));
    assert_eq!(rupiah(&"9".repeat(500)), Err(Fault::TooBig));
}

#[test]
fn amounts_are_written_with_dots() {
    assert_eq!(written(12_500), "12.500");
    assert_eq!(written(999), "999");
    assert_eq!(written(1_000_000), "1.000.000");
}
