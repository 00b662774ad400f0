//! Mistakes of people who know what they want to say and not what YAML makes of it: what they are told is what they
//! meant.

use super::*;

/// The findings of a profile whose lines from the third on are given: place, code and remedy in Indonesian.
pub(super) fn told(rest: &str) -> Vec<String> {
    let mut findings = check_profile(rest).findings;
    findings.sort();
    let line = |finding: &Finding| {
        let Span { line, column, .. } = finding.at;
        format!("{line}:{column} {} | {}", finding.code, finding.help.id)
    };
    // What the small profiles here lack is beside the point.
    let is_meant = |finding: &&Finding| !matches!(&*finding.code, "no-products" | "unit-missing");
    findings.iter().filter(is_meant).map(line).collect()
}

/// The same of the keys of one product, in line 4.
pub(super) fn told_of_product(keys: &str) -> Vec<String> {
    told(&format!("produk:\n  - {{{keys}}}\n"))
}

#[test]
fn a_region_elsewhere_has_its_code_and_no_neighbour() {
    for (typed, remedy) in [
        ("Kota Surabaya", "tulis `wilayah: 35.78`, dan di baris baru `wilayah_nama: Kota Surabaya`"),
        ("Cilacap", "tulis `wilayah: 33.01`, dan di baris baru `wilayah_nama: Kabupaten Cilacap`"),
        (
            "Magelang",
            "pilih yang benar: `33.08` (Kabupaten Magelang), `33.71` (Kota Magelang); di luar Jawa Barat tulis juga `wilayah_nama`",
        ),
        ("Bali", "Bali sebuah provinsi: tulis kode kabupaten atau kotanya, `51.…`"),
        ("Jawa Barat", "Jawa Barat sebuah provinsi: tulis kode kabupaten atau kotanya, `32.…`"),
        (
            "Pangalengn",
            "maksud Anda Pangalengan, Kabupaten Bandung? Kalau ya, tulis `wilayah: 32.04.15` (Pangalengan, Kabupaten Bandung)",
        ),
        (
            "Kota Surabya",
            "maksud Anda Kota Surabaya? Kalau ya, tulis `wilayah: 35.78`, dan di baris baru `wilayah_nama: Kota Surabaya`",
        ),
    ] {
        assert_eq!(told(&format!("wilayah: {typed}\n")), [format!("3:10 region-not-a-code | {remedy}")]);
    }
    assert!(told("wilayah: Atlantis\n")[0].contains("`kode wilayah Kemendagri` dan nama kabupatennya"));
    assert_eq!(
        told("wilayah: \"33.01\"\n"),
        ["3:10 region-needs-name | tambahkan `wilayah_nama: Kabupaten Cilacap`"]
    );
    assert_eq!(
        told("wilayah: 33.01.05\n"),
        [
            "3:10 region-needs-name | tambahkan `wilayah_nama: …, Kabupaten Cilacap`, dengan nama kecamatannya di depan"
        ]
    );
    assert_eq!(told("wilayah: 33.01\nwilayah_nama: Kabupaten Cilacap\n"), [""; 0]);
}

#[test]
fn a_comma_that_cuts_a_text_in_braces_is_told_with_the_quotes() {
    for (keys, told) in [
        ("nama: Kopi, bubuk, harga: Rp 35.000", "4:12 comma-in-value | tulis `\"Kopi, bubuk\",`"),
        ("nama: Kopi bubuk, halus", "4:12 comma-in-value | tulis `\"Kopi bubuk, halus\"}`"),
        (
            "nama: Kopi, satuan: bungkus 200 g, isi 10, harga: Rp 9.000",
            "4:26 comma-in-value | tulis `\"bungkus 200 g, isi 10\",`",
        ),
        ("nama: Kopi, harga: Rp 35,000, satuan: kg", "4:25 comma-in-value | tulis `Rp 35.000,`"),
        (
            "nama: Kopi, foto: [{berkas: a.jpg, alt: Kopi di rak, dijemur}]",
            "4:46 comma-in-value | tulis `\"Kopi di rak, dijemur\"}]}`",
        ),
    ] {
        let found = told_of_product(keys);
        assert!(found.contains(&told.to_owned()), "{keys}: {found:?}");
        assert!(!found.iter().any(|line| line.contains("unknown-key")), "{found:?}");
    }
    // A key that is known is no text, one with a value is none either, and a list has its commas.
    for keys in
        ["nama: Kopi, satuan: , harga: 9.000", "nama: \"Kopi, bubuk\"", "nama: Kopi, kategori: [a, b]"]
    {
        assert!(!told_of_product(keys).iter().any(|line| line.contains("comma")), "{keys}");
    }
    assert_eq!(told_of_product("nama: Kopi, organk: ya").len(), 1);
}

#[test]
fn a_comma_that_is_missing_between_keys_is_told_there() {
    for (keys, told) in [
        ("nama: Kopi bubuk harga: Rp 35.000", "4:17 missing-comma | tulis `bubuk, harga:`"),
        ("nama: Kopi; harga: Rp 35.000", "4:12 missing-comma | tulis `Kopi, harga:`"),
        ("nama: \"Kopi bubuk\" harga: Rp 35.000", "4:18 missing-comma | tulis `bubuk\", harga:`"),
        ("nama: Kopi, musim: [1, 2] harga: 9.000", "4:29 missing-comma | tulis `2], harga:`"),
    ] {
        assert_eq!(told_of_product(keys), [told], "{keys}");
    }
    let two = told("produk: [{nama: Kopi} {nama: Teh}]\n");
    assert_eq!(two, ["3:17 missing-comma | tulis `Kopi}, {nama:`"]);
    let below = told("produk:\n  - {nama: Kopi\n     harga: 9.000,\n     satuan: kg}\n");
    assert_eq!(below, ["4:12 missing-comma | tulis `Kopi,`"]);
    let report = check_product("harga: Rp 9.000 satuan: kg");
    assert_eq!(report.codes(), ["missing-comma"]);
    // Without one comma all of it is one text: each is told.
    assert_eq!(told_of_product("nama: Kopi harga: 9.000 satuan: kg").len(), 2);
}

#[test]
fn quotes_that_are_none_to_yaml_are_named() {
    for (line, told_as) in [
        ("slogan: “Kopi kami”\n", "3:9 curly-quote | tulis `\"Kopi kami\"`"),
        ("slogan: ‘Kopi kami’\n", "3:9 curly-quote | tulis `\"Kopi kami\"`"),
        ("slogan: “Kopi: dari lereng”\n", "3:9 curly-quote | tulis `\"Kopi: dari lereng\"`"),
        ("slogan: \"Kopi kami”\n", "3:9 curly-quote | tulis `\"Kopi kami\"`"),
        ("slogan: “Kopi kami\"\n", "3:9 curly-quote | tulis `\"Kopi kami\"`"),
        ("“slogan”: Kopi kami\n", "3:1 curly-quote | tulis `slogan:`"),
        ("jenis: “produsen”\n", "3:8 curly-quote | tulis `\"produsen\"`"),
        ("sektor: [“pangan”, susu]\n", "3:10 curly-quote | tulis `[\"pangan\",`"),
    ] {
        assert_eq!(told(line), [told_as.replace("3:10 ", "3:9 ")], "{line}");
    }
    assert_eq!(
        told_of_product("nama: “Kopi, bubuk”, harga: “35.000”"),
        ["4:12 curly-quote | tulis `\"Kopi, bubuk\",`", "4:34 curly-quote | tulis `\"35.000\"}`"]
    );
    assert_eq!(
        told("sektor: [“pangan”, “susu”]\n"),
        ["3:9 curly-quote | tulis `[\"pangan\",`", "3:20 curly-quote | tulis `\"susu\"]`"]
    );
    for fine in [
        "slogan: Kopi “Lereng” kami\n",
        "slogan: “Kopi” dan “teh”\n",
        "slogan: \"“Kopi kami”\"\n",
        "slogan: Kopi Ma’soem\n",
        "slogan: ’Aisyiyah\n",
    ] {
        assert_eq!(told(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_value_that_is_a_comment_is_told_and_a_note_is_not() {
    for (line, told_as) in [
        ("slogan: # kopi kami\n", "3:9 comment-for-value | tulis `slogan: \"kopi kami\"`"),
        (
            "slogan_en: # our coffee\nslogan: Kopi\n",
            "3:12 comment-for-value | tulis `slogan_en: \"our coffee\"`",
        ),
        ("alamat: # Jl. Raya Pangalengan No. 21\n", "3:9 comment-for-value | tulis `alamat: \"Jl. Raya"),
        ("tentang: # Kami 24 petani kopi.\n", "3:10 comment-for-value | tulis `tentang: \"Kami 24"),
    ] {
        let found = told(line);
        assert!(found.len() == 1 && found[0].starts_with(told_as), "{found:?}");
    }
    let found = told("produk:\n  - nama: Kopi\n    harga: # Rp 35.000\n");
    assert!(found[0].starts_with("5:12 comment-for-value | tulis `harga: \"Rp 35.000\"`"), "{found:?}");
    for note in [
        "slogan: # isi nanti",
        "slogan: # belum ada",
        "slogan: # opsional",
        "slogan: # TODO",
        "slogan:   # kopi kami",
        "slogan: # satu kalimat pendek",
        "slogan: # slogan koperasi",
        "alamat: # alamat lengkap",
        "tentang: # cerita singkat koperasi",
        "slogan: # tanya Bu Euis",
        "slogan: #",
        "slogan: # ---",
        "jenis: # produsen",
        "# slogan: kopi kami",
        "slogan: Kopi # kopi kami",
        "koordinat: # lintang dan bujur",
    ] {
        let found = told(&format!("{note}\n"));
        assert!(!found.iter().any(|line| line.contains("comment-for-value")), "{note}: {found:?}");
    }
}

#[test]
fn one_slip_in_the_name_of_a_key_is_one_finding_with_the_name() {
    let item = |line: &str| told(&format!("produk:\n  - {line}\n    harga: 9.000\n    satuan: kg\n"));
    for typed in ["1. nama: Teh", "nma: Teh", "• nama: Teh", "(nama: Teh"] {
        assert_eq!(item(typed), ["4:5 unknown-key | maksud Anda `nama`?"], "{typed}");
    }
    // A translation is no slip.
    let translated = told("produk: [{nama_en: Tea, harga: 9.000, satuan: kg}]\n");
    assert!(translated[0].contains("missing-key"), "{translated:?}");
    let missing = told("produk: [{harga: 9.000, satuan: kg}]\n");
    assert_eq!(missing, ["3:10 missing-key | tambahkan `nama: Susu pasteurisasi`"]);
}

#[test]
fn a_colon_in_place_of_a_comma_and_a_value_that_begins_with_a_hash_are_told() {
    for (text, remedy) in [
        ("produk: [{nama: Kopi: harga: 9.000}]\n", "3:17 missing-comma | tulis `Kopi, harga:`"),
        ("slogan:# kopi kami\n", "3:1 no-space-after-colon | tulis `slogan: \"# kopi kami\"`"),
        (
            "pengurus:\n  - {nama: # Karta\n     jabatan: ketua}\n",
            "4:12 reserved-start | tulis `\"# Karta\",`",
        ),
    ] {
        assert_eq!(told(text), [remedy], "{text}");
    }
    let found = told("sektor: “pangan, susu”\n");
    assert!(found.contains(&"3:9 list-in-one-text | tulis `sektor: [pangan, susu]`".to_owned()), "{found:?}");
}

#[test]
fn an_amount_in_words_has_its_number_and_something_free_its_place() {
    for (typed, remedy) in [
        ("dua belas ribu", "price-in-words | tulis `harga: Rp 12.000`"),
        ("tiga puluh lima ribu rupiah", "price-in-words | tulis `harga: Rp 35.000`"),
        ("setengah juta", "price-in-words | tulis `harga: Rp 500.000`"),
        ("35.000 rupiah", "price-in-words | tulis `harga: Rp 35.000`"),
        ("35.OOO", "price-not-a-number | tulis `harga: Rp 35.000`"),
        (
            "gratis",
            "price-not-a-number | hapus kunci `harga` dan tulis \"gratis\" di `keterangan`; tombolnya menjadi \"Tanya harga\"",
        ),
    ] {
        assert_eq!(told_of_product(&format!("nama: Kopi, harga: {typed}")), [format!("4:25 {remedy}")]);
    }
    assert_eq!(
        told("antar:\n  - {wilayah: Pangalengan, ongkos: gratis}\n"),
        ["4:36 price-not-a-number | tulis `ongkos: 0`"]
    );
    assert_eq!(told("antar:\n  - {wilayah: Pangalengan, ongkos: 0}\n"), [""; 0]);
}

#[test]
fn a_pupils_number_is_told_wherever_it_was_typed() {
    let story = |front: &str, body: &str| {
        format!("-- content/kpc/cerita/a.md --\n---\njudul: A\ntanggal: 2026-11-01\n{front}---\n{body}\n")
    };
    let report = check(&format!(
        "{}-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {{whatsapp: 0812-0000-0000}}\n",
        story("", "Salsa, NISN 0061234567, suka kopi.")
    ));
    assert!(report.codes().contains(&"citizen-number".to_owned()), "{:?}", report.codes());
    assert!(report.printed().contains("nomor induk siswa"), "{}", report.printed());
    let report = check(&format!(
        "{}-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {{whatsapp: 0812-0000-0000}}\n",
        story("muda: ya\n", "Salsa, 0061234567, suka kopi.")
    ));
    assert!(report.codes().contains(&"youth-story-tells-too-much".to_owned()), "{:?}", report.codes());
    for line in [
        "tentang: Ketua kami Salsa, NISN 0061234567\n",
        "slogan: \"NISN: 0061234567\"\n",
        "pengurus: [{nama: Salsa NIS 212210045, jabatan: ketua}]\n",
        "tanya_jawab: [{t: NIK ketua?, j: NIK 3204159903800001}]\n",
    ] {
        assert!(told(line).iter().any(|line| line.contains("citizen-number")), "{line}: {:?}", told(line));
    }
}

#[test]
fn an_account_beside_a_card_and_a_year_beside_a_nis_stop_nobody() {
    for line in [
        "gabung: {cara: \"Bawa KTP. Transfer ke BRI 0123-01-012345-53-1.\"}\n",
        "gabung: {cara: Isi formulir, syarat: [Fotokopi KTP & KK – rekening 012301012345531]}\n",
        "produk: [{nama: Kaos NIS 2026, harga: 75.000, satuan: buah}]\n",
        "produk: [{nama: Kartu, keterangan: Cetak kartu NIS Rp 5.000, harga: 5.000, satuan: buah}]\n",
        "tentang: Kata Bu Nis 12.500 rupiah sudah untung\n",
    ] {
        assert!(told(line).iter().all(|line| !line.contains("citizen-number")), "{line}: {:?}", told(line));
    }
}

#[test]
fn an_item_whose_keys_stand_below_its_dash_is_told_where_they_belong() {
    let remedies = |text: &str| -> Vec<String> {
        told(text).into_iter().map(|line| line.replace("awali baris ini dengan ", "")).collect()
    };
    let four = ["5:1 indentation | 4 spasi", "6:1 indentation | 4 spasi"];
    assert_eq!(remedies("produk:\n  - nama: Teh\n  harga: 9.000\n  satuan: kg\n"), four);
    assert_eq!(
        remedies("produk:\n  - nama: Teh\n    harga: 9.000\n - nama: Kopi\n   harga: 9.000\n   satuan: kg\n"),
        ["6:1 indentation | 2 spasi", "7:1 indentation | 4 spasi", "8:1 indentation | 4 spasi"]
    );
    assert_eq!(
        told("produk:\n  1. nama: Teh\n     harga: 9.000\n  2. nama: Kopi\n     harga: 9.000\n"),
        ["4:3 wrong-dash | tulis `-  nama:`", "6:3 wrong-dash | tulis `-  nama:`"]
    );
}

#[test]
fn a_text_at_the_column_of_its_key_belongs_deeper() {
    for (text, lines) in [
        ("tentang:\nKami petani kopi.\nSudah lama.\nslogan: A\n", 4..=5),
        ("tentang: |\nKami petani kopi.\nSudah lama.\nslogan: A\n", 4..=5),
        ("tentang: |\nKami petani kopi.\nslogan: A\n", 4..=4),
    ] {
        let expected: Vec<String> =
            lines.map(|line| format!("{line}:1 indentation | awali baris ini dengan 2 spasi")).collect();
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn a_key_that_is_no_key_gets_no_dash() {
    for text in ["produk:\n  Teh: 9.000\n  Kopi: 35.000\n", "pengurus:\n  ketua: Euis\n  sekretaris: Asep\n"]
    {
        let found = told(text);
        assert!(!found.iter().any(|line| line.contains("missing-dash")), "{found:?}");
    }
}

#[test]
fn numbers_and_words_among_others_are_offered() {
    for (line, told_as) in [
        ("jenis: koperasi produsen\n", "3:8 unknown-word | maksud Anda `produsen`?"),
        ("sektor: pangan, susu\n", "3:9 list-in-one-text | tulis `sektor: [pangan, susu]`"),
        ("didirikan: 2001-05-12\n", "3:1 unknown-key | maksud Anda `berdiri`?"),
        ("berdiri: 20010512\n", "3:10 date-not-iso | tulis `berdiri: 2001-05-12`"),
        ("berdiri: 12/5/01\n", "3:10 date-not-iso | tulis `berdiri: 2001-05-12`"),
        (
            "berdiri: Mei 2001\n",
            "3:10 not-a-date | tulis tahun, bulan dan harinya dengan angka, mis. `berdiri: 2026-12-31`",
        ),
        ("buka: Senin-Jumat 08.00-16.00\n", "3:7 not-hours | tulis `buka: {senin-jumat: 08.00-16.00}`"),
        ("buka:\n  - senin: 08.00-16.00\n", "4:1 extra-dash | awali baris ini dengan 2 spasi, tanpa `-`"),
        (
            "buka: [senin: 08.00-16.00]\n",
            "3:7 wrong-kind | ganti kurung `[` dan `]` dengan kurung kurawal `{` dan `}`",
        ),
        (
            "produk:\n  - Teh\n",
            "4:5 wrong-kind | tulis `nama: Teh`, lalu kunci lainnya di baris-baris di bawahnya",
        ),
    ] {
        assert_eq!(told(line), [told_as], "{line}");
    }
    for (keys, told_as) in [
        ("nama: Teh, minimal: 2 kg", "4:26 not-a-number | tulis `minimal: 2`"),
        ("nama: Teh, minimal: dua", "4:26 not-a-number | tulis `minimal: 2`"),
        (
            "nama: Teh, harga: 35.000 (nego)",
            "4:24 price-not-a-number | tulis `harga: Rp 35.000`, dan sisanya di `keterangan`",
        ),
    ] {
        assert_eq!(told_of_product(keys), [told_as], "{keys}");
    }
    assert_eq!(told("koordinat: -7,1735, 107,5563\n"), [""; 0]);
    let report = check("-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {whatsapp: O812-0000-00O1}\n");
    assert!(report.printed().contains("tulis `whatsapp: 0812-0000-0001`"), "{}", report.printed());
}

#[test]
fn keys_on_one_line_without_braces_go_to_lines_of_their_own() {
    for (text, remedies) in [
        (
            "produk:\n  - nama: Kopi harga: 9.000\n    satuan: kg\n",
            &["4:16 missing-line-break | pindahkan `harga: 9.000` ke baris baru yang diawali 4 spasi"][..],
        ),
        (
            "produk:\n  - nama: Kopi bubuk, harga: 9.000; satuan: kg\n",
            &[
                "4:23 missing-line-break | hapus `,`, lalu pindahkan `harga: 9.000; satuan: kg` ke baris baru yang diawali 4 spasi",
                "4:37 missing-line-break | hapus `;`, lalu pindahkan `satuan: kg` ke baris baru yang diawali 4 spasi",
            ],
        ),
        (
            "slogan: Kopi, alamat: Jl. A\n",
            &[
                "3:15 missing-line-break | hapus `,`, lalu pindahkan `alamat: Jl. A` ke baris baru yang diawali 0 spasi",
            ],
        ),
        ("produk:\n  - nama: Kopi\n    satuan - kg\n", &["5:5 wrong-colon | tulis `satuan: kg`"]),
        // A key that is there already is a word of the text.
        ("slogan: Kopi, slogan: enak\n", &["3:9 colon-in-value | tulis `\"Kopi, slogan: enak\"`"]),
    ] {
        assert_eq!(told(text), remedies, "{text}");
    }
}

#[test]
fn a_story_whose_address_is_not_its_name_is_told() {
    let text = "---\njudul: A\ntanggal: 2026-11-01\n---\nIsi.\n";
    let report = check(&format!(
        "-- content/kpc/cerita/foto.md --\n{text}-- content/kpc/cerita/foto-panen.md --\n{text}-- content/kpc/profil.yaml --\nnama: KPC\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk: [{{nama: Teh}}]\n"
    ));
    assert_eq!(report.brief(), "foto.md address-moved\n");
    assert!(report.printed().contains("terbit di `cerita/foto-1/`"), "{}", report.printed());
}
