//! Mistakes that several lines have together, and lines that are long or many: each is told once, at its place.

use super::clerks::{told, told_of_product};
use super::*;
use crate::content::mending::effort::take;

#[test]
fn a_numbered_line_of_a_text_stays_text() {
    let kopi = "colon-in-value | tulis `\"Kopi: enak\"`";
    for (text, expected) in [
        (
            "tentang: \"Cara pesan, kirim:\n  1. nama: nama Anda\n  2. alamat: alamat kirim\"\nsingkatan:KC\n",
            &["6:1 no-space-after-colon | tulis `singkatan: KC`".to_owned()][..],
        ),
        (
            "produk:\n  - nama: Kopi\n    keterangan: \"Cara\n      1. harga: cek\"\n    harga: 9.000\nslogan: Kopi: enak\n",
            &[format!("8:9 {kopi}")],
        ),
        (
            "tentang: 'Cara:\n  produk:\n  1. nama: it''s\n\n  2. nama: isi'\nslogan: Kopi: enak\n",
            &[format!("8:9 {kopi}")],
        ),
        ("tentang: |\n  Cara:\n  1. nama: isi\nslogan: Kopi: enak\n", &[format!("6:9 {kopi}")]),
        (
            "tentang: Langkah pesan\n  1. nama: isi\n  2. alamat: isi\nslogan: Kopi: enak\n",
            &[
                "3:10 colon-in-value | tulis `\"Langkah`".to_owned(),
                "5:14 colon-in-value | tulis `isi\"`".to_owned(),
                format!("6:9 {kopi}"),
            ],
        ),
        (
            "produk:\n  - nama: Kopi\n    keterangan: Langkah\n      1. harga: cek dulu\n      2. bayar\n",
            &[
                "5:17 colon-in-value | tulis `\"Langkah`".to_owned(),
                "7:10 colon-in-value | tulis `bayar\"`".to_owned(),
            ],
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn a_numbered_list_gets_its_dashes_whatever_else_is_wrong() {
    assert_eq!(
        told("produk:\n  1. nama: Teh\n     harga; 9.000\n  2. nama: Kopi\nslogan: Kopi: enak\n"),
        [
            "4:3 wrong-dash | tulis `-  nama:`",
            "5:6 wrong-colon | tulis `harga: 9.000`",
            "6:3 wrong-dash | tulis `-  nama:`",
            "7:9 colon-in-value | tulis `\"Kopi: enak\"`"
        ]
    );
    assert_eq!(
        told(
            "produk:\n  1) nama: Teh\n     grosir:\n       1. mulai: 10\n          harga: 9.000\n     harga: 9.000\n"
        ),
        ["4:3 wrong-dash | tulis `-  nama:`", "6:8 wrong-dash | tulis `-  mulai:`"]
    );
    assert_eq!(
        told("produk:\n  - nama: Teh\n    harga: 9.000\n  2. nama: Kopi\n     harga: 9.000\n"),
        ["6:3 wrong-dash | tulis `-  nama:`"]
    );
    let braces = "produk:\n  1. {nama: Kopi, harga: 9.000}\n  2.{nama: Teh}\n";
    assert_eq!(told(braces), ["4:3 wrong-dash | tulis `- {nama:`", "5:3 wrong-dash | tulis `- {nama:`"]);
    let found = check_profile(braces).printed();
    assert!(found.contains("`1.` bukan tanda `-`") && found.contains("`2.` bukan tanda `-`"), "{found}");
    let many: Vec<String> = (1..=99).map(|number| format!("  {number}. {{nama: Kopi {number}}}\n")).collect();
    assert_eq!(told(&format!("produk:\n{}", many.concat())).len(), 99);
}

#[test]
fn commas_that_are_missing_at_the_ends_of_lines_are_told_together() {
    assert_eq!(
        told("buka: {\n  senin: 08.00-12.00\n  selasa: 08.00-12.00\n  rabu: 08.00-12.00\n  }\nslogan; A\n"),
        [
            "4:10 missing-comma | tulis `08.00-12.00,`",
            "5:11 missing-comma | tulis `08.00-12.00,`",
            "8:1 wrong-colon | tulis `slogan: A`"
        ]
    );
    assert_eq!(
        told("buka: {senin: 08.00-12.00\n  selasa: 08.00-12.00,\n  rabu: 08.00-12.00}\n"),
        ["3:15 missing-comma | tulis `08.00-12.00,`"]
    );
    // A text that goes on in the next line has no comma there.
    assert_eq!(told("produk:\n  - {nama: Kopi\n     bubuk,\n     harga: 9.000}\n"), [""; 0]);
}

#[test]
fn a_long_text_is_told_by_its_ends_and_without_the_sign_behind_it() {
    let long = "kopi pilihan, ".repeat(16);
    let ends = "dari `kopi pilihan, kopi pilih…` sampai `…n, kopi pilihan, sendiri`";
    assert_eq!(
        told_of_product(&format!("nama: Kopi, keterangan: {long}sendiri, harga: 9.000")),
        [format!("4:30 comma-in-value | apit dengan tanda kutip \" {ends}")]
    );
    assert_eq!(
        told_of_product(&format!("nama: Kopi, keterangan: {long}\"x\", Jum'at, kopi pilihan, sendiri")),
        [
            "4:30 comma-in-value | gandakan tiap ' di dalamnya, lalu apit dengan ' dari `kopi pilihan, kopi pilih…` sampai `…t, kopi pilihan, sendiri`"
        ]
    );
    assert_eq!(
        told_of_product(&format!("nama: Kopi, keterangan: “{long}sendiri”, harga: 9.000")),
        [
            "4:30 curly-quote | ganti tanda kutip di depan `kopi pilihan, kopi pilih…` dan di belakang `…n, kopi pilihan, sendiri` dengan \""
        ]
    );
}

#[test]
fn a_colon_or_a_hash_in_braces_gets_its_quotes() {
    for (keys, told) in [
        ("nama: Kopi: bubuk, harga: 9.000", "4:12 colon-in-value | tulis `\"Kopi: bubuk\",`"),
        ("nama: Paket: hemat", "4:12 colon-in-value | tulis `\"Paket: hemat\"}`"),
        ("nama: Kopi: bubuk, halus, harga: 9.000", "4:12 comma-in-value | tulis `\"Kopi: bubuk, halus\",`"),
        ("nama: Kopi, keterangan: enak: sekali", "4:30 colon-in-value | tulis `\"enak: sekali\"}`"),
        ("nama: # Karta, harga: 9.000", "4:12 reserved-start | tulis `\"# Karta\",`"),
        ("nama: Kopi, keterangan: # enak", "4:30 reserved-start | tulis `\"# enak\"}`"),
    ] {
        assert_eq!(told_of_product(keys), [told], "{keys}");
    }
    // What is behind a key that is known is no part of the text.
    let found = told_of_product("nama: Kopi: harga: 9.000");
    assert!(!found.iter().any(|line| line.contains("tulis `\"Kopi: harga")), "{found:?}");
}

/// Bytes that are looked at for one text at most, however long it is.
const MOST_BYTES: usize = 20_000_000;

/// Bytes that are looked at in search of the mistakes of a text.
fn effort(text: &str) -> usize {
    take();
    assert!(!told(text).is_empty());
    take()
}

#[test]
fn twice_as_many_lines_cost_about_twice_as_much() {
    let numbers = |count: usize| {
        let lines: Vec<String> = (1..=count).map(|number| format!("  {}. nama: A\n", number % 99)).collect();
        lines.concat()
    };
    let texts: [(&str, &dyn Fn(usize) -> String); 7] = [
        ("commas", &|count| {
            format!("produk:\n{}", format!("  - {{nama: {}a}}\n", "a, ".repeat(1_300)).repeat(count / 50))
        }),
        ("curly quotes", &|count| format!("sektor: [{}a]\n", "“a”, ".repeat(count / 12))),
        ("numbers", &|count| format!("produk:\n{}", numbers(count))),
        ("numbers in a text", &|count| format!("tentang: Langkah\n{}", numbers(count))),
        ("numbers behind a quote", &|count| format!("tentang: \"Langkah\n{}", numbers(count))),
        ("open braces", &|count| {
            format!("produk:\n{}", format!("{}}}\n", "  - {nama: a\n".repeat(100)).repeat(count / 100))
        }),
        ("open quotes", &|count| format!("produk:\n{}", "  - nama: \"a\n".repeat(count))),
    ];
    for (name, text) in texts {
        let (once, twice) = (effort(&text(2_500)), effort(&text(5_000)));
        assert!(twice < 3 * once, "{name}: {once} bytes are looked at, {twice} in twice as many lines");
        assert!(twice < MOST_BYTES, "{name}: {twice} bytes are looked at");
    }
}

#[test]
fn no_change_is_proposed_that_undoes_an_earlier_one() {
    let text = "\
judul: Etalase
alamat: https:/lebar: [320, 640], 2027, kopa,^[nama: A, keteerasi: 500mutu: [id, su, en}, {i, keterangan: Tenang.}, {id: b, nama: B, keterangan: Cepat.}]
soal]
";
    let mut findings = Findings::new();
    let _ = read_settings(Some(&SourceFile::new("etalase.yaml", text)), TODAY, &mut findings);
    let told = findings.brief();
    assert!(told.contains("extra-bracket") && !told.contains("unclosed-bracket"), "{told}");
}
