//! Keys, names and texts in other words and forms than the table has them: what was written stays in the remedy.

use super::clerks::told;

#[test]
fn a_key_in_another_spelling_is_one_finding_and_what_it_holds_is_read() {
    for (typed, expected) in [
        ("Slogan_en: Ours\nslogan: A\n", &["3:1 unknown-key | maksud Anda `slogan_en`?"][..]),
        ("gabung: {simpanan pokok: 100.000}\n", &["3:10 unknown-key | maksud Anda `simpanan_pokok`?"]),
        (
            "gabung: {simpanan pokok: 100rb}\n",
            &[
                "3:10 unknown-key | maksud Anda `simpanan_pokok`?",
                "3:26 price-in-words | tulis `simpanan_pokok: Rp 100.000`",
            ],
        ),
        (
            "pembayaran: {bank: [{Nama: BRI, no_rekening: \"0123-0123-0123\", atas nama: A}]}\n",
            &[
                "3:22 unknown-key | maksud Anda `nama`?",
                "3:33 unknown-key | maksud Anda `rekening`?",
                "3:64 unknown-key | maksud Anda `atas_nama`?",
            ],
        ),
    ] {
        assert_eq!(told(typed), expected, "{typed}");
    }
}

#[test]
fn a_name_where_a_key_belongs_is_told_with_the_keys_of_name_and_value() {
    let two = |name: &str, value: &str| {
        format!("name-as-key | tulis `{name}`, dan di baris baru di bawahnya `{value}`")
    };
    for (typed, remedy) in [
        ("produk:\n  - Kopi bubuk: 35.000\n", two("nama: Kopi bubuk", "harga: 35.000")),
        ("produk:\n  - Kopi bubuk: enak\n", two("nama: Kopi bubuk", "keterangan: enak")),
        ("antar:\n  - Pangalengan: 5.000\n", two("wilayah: Pangalengan", "ongkos: 5.000")),
        ("antar:\n  - Pangalengan: gratis\n", two("wilayah: Pangalengan", "ongkos: 0")),
        ("pengurus:\n  - Ketua: Euis, S.E.\n", two("nama: Euis, S.E.", "jabatan: ketua")),
        ("pengurus:\n  - Euis: wakil ketua\n", two("nama: Euis", "jabatan: wakil-ketua")),
        ("tanya_jawab:\n  - Bisa COD?: Bisa\n", two("t: Bisa COD?", "j: Bisa")),
        (
            "produk:\n  - Teh:\n      harga: 9.000\n      satuan: kg\n",
            "name-as-key | tulis `nama: Teh`, lalu sejajarkan kunci-kunci di bawahnya dengan `nama`"
                .to_owned(),
        ),
    ] {
        assert_eq!(told(typed), [format!("4:5 {remedy}")], "{typed}");
    }
}

#[test]
fn a_list_that_was_written_as_keys_or_as_one_text_is_told_item_by_item() {
    let product = |inside: &str| told(&format!("produk:\n  - nama: Teh\n    harga: 9.000\n    {inside}\n"));
    let items = "tulis tiap isi di baris sendiri di bawah kuncinya:";
    for (inside, remedy) in [
        ("varian: hijau, hitam", "6:13 wrong-kind | ITEMS `- nama: hijau`, `- nama: hitam`"),
        (
            "varian:\n      kecil: 5.000\n      besar: 9.000",
            "7:7 wrong-kind | ITEMS `- {nama: kecil, harga: 5.000}`, `- {nama: besar, harga: 9.000}`",
        ),
        ("grosir:\n      10: 8.500", "7:7 wrong-kind | ITEMS `- {mulai: 10, harga: 8.500}`"),
    ] {
        let remedy = remedy.replace("ITEMS", items);
        assert_eq!(product(inside), [remedy], "{inside}");
    }
    assert_eq!(
        told("pengurus:\n  Ketua: Euis\n  Bendahara: Ani, S.E.\n"),
        [format!(
            "4:3 wrong-kind | {items} `- {{nama: Euis, jabatan: ketua}}`, `- {{nama: \"Ani, S.E.\", jabatan: bendahara}}`"
        )]
    );
    assert_eq!(
        told("ambil: Kantor koperasi\n"),
        [format!("3:8 wrong-kind | {items} `- tempat: Kantor koperasi`")]
    );
}

#[test]
fn what_was_written_as_a_list_stays_in_the_remedy_for_a_text() {
    let same_line = "wrong-kind | tulis isinya di baris yang sama:";
    for (typed, remedy) in [
        ("alamat: [Jl. Contoh No. 1, Pangalengan]\n", "3:9 SAME `alamat: Jl. Contoh No. 1, Pangalengan`"),
        (
            "alamat:\n  jalan: Jl. Contoh\n  desa: Margamukti\n",
            "4:3 SAME `alamat: jalan Jl. Contoh, desa Margamukti`",
        ),
        ("gerai: [{jenis: sembako, telepon: [022-1234567]}]\n", "3:35 SAME `telepon: 022-1234567`"),
    ] {
        assert_eq!(told(typed), [remedy.replace("SAME", same_line)], "{typed}");
    }
}
