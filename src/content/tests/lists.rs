//! Lists and braces as chats, office programs and other notations write them: each mistake is told at its place, and
//! whoever follows the remedies letter by letter has the profile that was meant.

use super::clerks::told;
use super::mistakes::followed;
use super::*;

/// A profile as it was typed, each finding with its place, and the profile as it was meant.
fn check_followed(typed: &str, places: &[&str], meant: &str) {
    let found: Vec<String> =
        told(typed).iter().map(|line| line.split(" | ").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(found, places, "{typed}{}", check_profile(typed).printed());
    assert_eq!(followed(typed), meant, "{typed}");
    assert_eq!(told(meant), [""; 0], "{meant}");
}

#[test]
fn a_list_of_texts_gets_its_dashes_whatever_signs_it_has() {
    let meant = "gabung:\n  syarat:\n    - Warga desa\n    - Cukup umur\n    - Bawa KTP\n";
    for signs in [
        ["1. ", "2. ", "3. "],
        ["1) ", "2) ", "- "],
        ["a. ", "b. ", "c. "],
        ["• ", "• ", "- "],
        ["•", "➢ ", "✅ "],
        ["-", "-", "-"],
        ["– ", "- ", "* "],
        ["- ", "2. ", "3. "],
    ] {
        let [first, second, third] = signs;
        let typed = format!(
            "gabung:\n  syarat:\n    {first}Warga desa\n    {second}Cukup umur\n    {third}Bawa KTP\n"
        );
        let code = |line: u32, sign: &str| match sign {
            "- " => None,
            "-" => Some(format!("{line}:5 no-space-after-dash")),
            _ => Some(format!("{line}:5 wrong-dash")),
        };
        let places: Vec<String> = (5..).zip(signs).filter_map(|(line, sign)| code(line, sign)).collect();
        check_followed(&typed, &places.iter().map(String::as_str).collect::<Vec<_>>(), meant);
    }
    check_followed(
        "gabung:\n  syarat:\n  1. Warga desa\n  2. Cukup umur: 17 tahun\nslogan: A\n",
        &["5:3 wrong-dash", "6:3 wrong-dash", "6:6 colon-in-value"],
        "gabung:\n  syarat:\n  - Warga desa\n  - \"Cukup umur: 17 tahun\"\nslogan: A\n",
    );
}

#[test]
fn texts_that_only_look_like_signs_of_items_stay() {
    for text in [
        "sektor: 3D\n",
        "sektor: [1. pangan]\n",
        "gabung:\n  syarat: 17 tahun\n",
        "gabung:\n  syarat:\n    - 1. KTP\n    - 2. KK\n",
        "tentang: |\n  1. Kopi\n  2. Teh\n",
        "produk:\n  - nama: A. Kopi\n    musim: 4-10\n",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn keys_below_a_number_are_aligned_with_its_item() {
    check_followed(
        "produk:\n  1. nama: Teh\n    harga: 9.000\n    satuan: kg\n  - nama: Kopi\n    harga: 9.000\n    satuan: kg\n",
        &["4:3 wrong-dash"],
        "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n  - nama: Kopi\n    harga: 9.000\n    satuan: kg\n",
    );
    check_followed(
        "pengurus:\n  a. nama: Euis\n     jabatan: ketua\n  b. nama: Asep\n     jabatan: sekretaris\n",
        &["4:3 wrong-dash", "6:3 wrong-dash"],
        "pengurus:\n  -  nama: Euis\n     jabatan: ketua\n  -  nama: Asep\n     jabatan: sekretaris\n",
    );
}

#[test]
fn a_dash_before_every_key_stays_before_the_first_of_each_item() {
    let meant = "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n  - nama: Kopi\n    harga: 9.000\n    satuan: kg\n";
    check_followed(
        "produk:\n  - nama: Teh\n  - harga: 9.000\n  - satuan: kg\n  - nama: Kopi\n  - harga: 9.000\n  - satuan: kg\n",
        &["5:1 extra-dash", "6:1 extra-dash", "8:1 extra-dash", "9:1 extra-dash"],
        meant,
    );
    check_followed(
        "produk:\n  - nama: Teh\n    - harga: 9.000\n    - satuan: kg\n",
        &["5:1 extra-dash", "6:1 extra-dash"],
        "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
}

#[test]
fn an_item_that_begins_like_the_one_above_keeps_its_dash_whatever_is_wrong_in_it() {
    let found = told(
        "produk:\n  - nama: Teh\n    harga: 9.000\n    varian: hijau\n  - nama: Kopi\n    harga: 9.000\n    varian: halus\n",
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|line| line.contains("wrong-kind")), "{found:?}");
    check_followed(
        "buka:\n  - Senin: 08.00-16.00\n  - Sabtu: 08.00-12.00\n",
        &["4:1 extra-dash", "5:1 extra-dash"],
        "buka:\n  Senin: 08.00-16.00\n  Sabtu: 08.00-12.00\n",
    );
}

#[test]
fn round_brackets_in_place_of_braces_become_braces() {
    let meant =
        "produk:\n  - {nama: Teh, harga: 9.000, satuan: kg}\n  - {nama: Kopi, harga: 9.000, satuan: kg}\n";
    for (first, second) in [(('(', ')'), ('(', ')')), (('(', '}'), ('{', ')'))] {
        check_followed(
            &format!(
                "produk:\n  - {}nama: Teh, harga: 9.000, satuan: kg{}\n  - {}nama: Kopi, harga: 9.000, satuan: kg{}\n",
                first.0, first.1, second.0, second.1
            ),
            &[
                "4:5 round-brackets",
                if second.0 == '(' { "5:5 round-brackets" } else { "5:40 round-brackets" },
            ],
            meant,
        );
    }
    check_followed(
        "produk: [(nama: Teh, harga: 9.000, satuan: kg), (nama: Kopi (bubuk), harga: 9.000, satuan: kg)]\n",
        &["3:9 round-brackets", "3:49 round-brackets"],
        "produk: [{nama: Teh, harga: 9.000, satuan: kg}, {nama: Kopi (bubuk), harga: 9.000, satuan: kg}]\n",
    );
    for fine in ["slogan: (kopi kami)\n", "produk: [{nama: Kopi (bubuk)}]\n", "tentang: Kopi (nama lain)\n"] {
        assert_eq!(told(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_text_cut_by_its_commas_over_lines_gets_its_quotes() {
    check_followed(
        "produk:\n  - {nama: Teh, hijau\n     dan enak, harga: 9.000, satuan: kg}\n",
        &["4:12 comma-in-value", "5:10 comma-in-value"],
        "produk:\n  - {nama: \"Teh, hijau\n     dan enak\", harga: 9.000, satuan: kg}\n",
    );
    check_followed(
        "produk:\n  - {\n    nama: Teh hijau, asli,\n    harga: 9.000,\n    satuan: bungkus,\n    keterangan: Enak, segar, pesan\n      sekarang\n    }\n",
        &["5:11 comma-in-value", "8:17 comma-in-value", "9:7 comma-in-value"],
        "produk:\n  - {\n    nama: \"Teh hijau, asli\",\n    harga: 9.000,\n    satuan: bungkus,\n    keterangan: \"Enak, segar, pesan\n      sekarang\"\n    }\n",
    );
    check_followed(
        "produk:\n  - {nama: Teh, harga: 9.000, satuan: kg, keterangan: Enak, segar,\n     dan murah}\n",
        &["4:55 comma-in-value", "5:10 comma-in-value"],
        "produk:\n  - {nama: Teh, harga: 9.000, satuan: kg, keterangan: \"Enak, segar,\n     dan murah\"}\n",
    );
}

#[test]
fn quotes_of_other_languages_are_none_to_yaml_either() {
    check_followed(
        "slogan: «Kopi: kami»\nalamat: ‹Jl. Contoh›\nproduk:\n  - {nama: «Teh, hijau», harga: «9.000», satuan: `kg`}\n",
        &["3:9 curly-quote", "4:9 curly-quote", "6:12 curly-quote", "6:33 curly-quote", "6:50 curly-quote"],
        "slogan: \"Kopi: kami\"\nalamat: \"Jl. Contoh\"\nproduk:\n  - {nama: \"Teh, hijau\", harga: \"9.000\", satuan: \"kg\"}\n",
    );
    assert_eq!(told("slogan: Kopi «Lereng» kami\n"), [""; 0]);
}

#[test]
fn commas_of_other_notations_at_the_ends_of_lines_are_told_and_those_of_braces_stay() {
    check_followed(
        "slogan: \"Kopi kami\",\nsektor: [pangan, susu],\nalamat: Jl. Contoh,\nproduk:\n  - nama: Teh,\n    harga: 9.000,\n    satuan: kg,\n",
        &[
            "3:15 extra-comma",
            "4:18 extra-comma",
            "5:13 extra-comma",
            "7:11 extra-comma",
            "8:12 extra-comma",
            "9:13 extra-comma",
        ],
        "slogan: \"Kopi kami\"\nsektor: [pangan, susu]\nalamat: Jl. Contoh\nproduk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
    check_followed(
        "slogan: \"Kopi kami\";\nproduk:\n  - nama: Teh\n    harga: 9.000,\n    satuan: kg\n",
        &["3:15 extra-comma", "6:12 extra-comma"],
        "slogan: \"Kopi kami\"\nproduk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
    assert_eq!(told("produk: [\n  {nama: Teh,\n   harga: 9.000, satuan: kg},\n]\n"), [""; 0]);
}

#[test]
fn a_reserved_sign_in_braces_and_odd_spaces_on_every_line_hide_nothing() {
    let found = told(
        "produk:\n  - {nama: @kopi, harga: 9.000, satuan: kg}\n  - {nama: Teh, harga: 1,5, satuan: kg}\n",
    );
    assert_eq!(found[0], "4:12 reserved-start | tulis `\"@kopi\",`");
    assert!(found.iter().any(|line| line.starts_with("5:")), "{found:?}");
    let typed = "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n";
    check_followed(
        &typed.replace(' ', "\u{a0}"),
        &[
            "4:1 odd-space",
            "4:4 odd-space",
            "4:10 odd-space",
            "5:1 odd-space",
            "5:11 odd-space",
            "6:1 odd-space",
            "6:12 odd-space",
        ],
        typed,
    );
}

#[test]
fn capitals_of_a_phone_s_keyboard_hide_no_other_mistake() {
    let found = told(
        "Alamat: Jl. Contoh\nPengurus:\n  1. Nama: Euis\n     Jabatan: Ketua\nProduk:\n  - Nama:Teh\n    Harga: 35rb\n    Satuan: kg\n",
    );
    let places: Vec<&str> = found.iter().map(|line| line.split(" | ").next().unwrap_or_default()).collect();
    assert_eq!(
        places,
        [
            "3:1 unknown-key",
            "4:1 unknown-key",
            "5:3 wrong-dash",
            "5:6 unknown-key",
            "6:6 unknown-key",
            "6:15 unknown-word",
            "7:1 unknown-key",
            "8:5 no-space-after-colon",
            "8:5 unknown-key",
            "9:5 unknown-key",
            "9:12 price-in-words",
            "10:5 unknown-key",
        ],
        "{found:#?}"
    );
}

#[test]
fn bold_letters_of_a_chat_become_plain_keys_and_values() {
    check_followed(
        "*slogan:* Kopi kami\n*alamat*: Jl. Contoh\nproduk:\n  - **nama:** *Teh*\n    *harga:* *9.000*\n    satuan: kg\n",
        &[
            "3:1 bold-sign",
            "4:1 bold-sign",
            "6:5 bold-sign",
            "6:15 bold-sign",
            "7:5 bold-sign",
            "7:14 bold-sign",
        ],
        "slogan: Kopi kami\nalamat: Jl. Contoh\nproduk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
    check_followed(
        "slogan: *Kami* petani, *semua*\nalamat: *) belum ongkos\n",
        &["3:9 reserved-start", "4:9 reserved-start"],
        "slogan: \"*Kami* petani, *semua*\"\nalamat: \"*) belum ongkos\"\n",
    );
}

#[test]
fn a_heading_among_the_keys_becomes_a_comment() {
    check_followed(
        "DAFTAR HARGA\nproduk:\n  - {nama: Teh, harga: 9.000, satuan: kg}\n// akhir: daftar\nslogan: A\n",
        &["3:1 no-key", "6:1 no-key"],
        "# DAFTAR HARGA\nproduk:\n  - {nama: Teh, harga: 9.000, satuan: kg}\n# // akhir: daftar\nslogan: A\n",
    );
}

#[test]
fn a_text_of_several_lines_with_a_colon_gets_its_quotes() {
    check_followed(
        "alamat:\n  Jl. Contoh No. 1\n  Desa: Margamukti\n  Kec. Pangalengan\nslogan: A\n",
        &["4:3 colon-in-value", "6:8 colon-in-value"],
        "alamat:\n  \"Jl. Contoh No. 1\n  Desa: Margamukti\n  Kec. Pangalengan\"\nslogan: A\n",
    );
}

#[test]
fn keys_without_colons_below_one_another_get_them_all() {
    check_followed(
        "buka:\n  senin-jumat 08.00-16.00\n  sabtu 08.00-12.00\n",
        &["4:3 missing-colon", "5:3 missing-colon"],
        "buka:\n  senin-jumat: 08.00-16.00\n  sabtu: 08.00-12.00\n",
    );
    check_followed(
        "produk:\n  - nama Teh\n    harga 9.000\n    satuan kg\n",
        &["4:5 missing-colon", "5:5 missing-colon", "6:5 missing-colon"],
        "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
    check_followed(
        "produk:\n  nama Teh\n  harga 9.000\n  satuan kg\n",
        &["4:1 missing-dash", "4:3 missing-colon", "5:3 missing-colon", "6:3 missing-colon"],
        "produk:\n- nama: Teh\n  harga: 9.000\n  satuan: kg\n",
    );
}

#[test]
fn a_colon_in_the_text_of_a_key_that_nobody_knows_leaves_the_key() {
    assert_eq!(
        told("tanya_jawab:\n  - t: Bisa antar?\n    jawab: Tidak: ambil sendiri\n"),
        ["5:5 unknown-key | maksud Anda `j`?", "5:12 colon-in-value | tulis `\"Tidak: ambil sendiri\"`"]
    );
}

#[test]
fn a_list_in_one_line_is_told_with_its_items_between_brackets() {
    for (typed, remedy) in [
        ("gabung: {syarat: 1. KTP 2. KK}\n", "tulis `syarat: [KTP, KK]`"),
        ("gabung:\n  syarat: 1) KTP, KK 2) Foto\n", "tulis `syarat: [\"KTP, KK\", Foto]`"),
        ("sektor: (pangan, susu)\n", "tulis `sektor: [pangan, susu]`"),
    ] {
        let found = told(typed);
        assert!(found.len() == 1 && found[0].ends_with(&format!("list-in-one-text | {remedy}")), "{found:?}");
    }
    assert_eq!(told("gabung: {syarat: 1. KTP saja}\n"), [""; 0]);
}

#[test]
fn commas_that_another_notation_lacks_are_told_at_the_ends_of_their_lines() {
    let found = check_text(
        "{\n  \"nama\": \"KPC\",\n  \"kontak\": {\"whatsapp\": \"0812-0000-0001\"}\n  \"produk\": [\n    {\"nama\": \"Teh\", \"harga\": 9000, \"satuan\": \"kg\"}\n    {\"nama\": \"Kopi\", \"harga\": 9000, \"satuan\": \"kg\"}\n  ]\n}\n",
    );
    assert_eq!(found.brief(), "profil.yaml:3:26 missing-comma\nprofil.yaml:5:46 missing-comma\n");
}

#[test]
fn arrows_in_place_of_colons_become_colons() {
    check_followed(
        "produk:\n  - nama => Teh\n    harga -> 9.000\n    satuan → kg\n",
        &["4:5 wrong-colon", "5:5 wrong-colon", "6:5 wrong-colon"],
        "produk:\n  - nama: Teh\n    harga: 9.000\n    satuan: kg\n",
    );
}
