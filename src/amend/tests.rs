//! Behaviour of the room as a whole: a profile, what is wanted of it, and what comes of it.

use super::*;
use crate::content::{Node, Value, read_as_typed};
use crate::finding::Located;

/// What is wanted, as YAML: a scalar is a value as it was typed. Where it stands is its number in the text.
fn wanted(yaml: &str) -> Vec<(String, Wanted)> {
    let file = SourceFile::new("lembar.xlsx", yaml);
    let mut findings = Findings::new();
    let document = read_as_typed(Source::whole(&file, &PROFILE, DEPTH), &mut findings).expect("YAML");
    assert_eq!(findings.brief(), "");
    match of_node(&document) {
        Wanted::Map(entries) => entries,
        Wanted::Value(_) | Wanted::List(_) | Wanted::Nth(_) => panic!("no mapping: {yaml}"),
    }
}

fn of_node(node: &Node<'_>) -> Wanted {
    match node.value() {
        Value::Scalar(text, _) => Wanted::Value(Located::new(text.clone().into_owned(), node.span())),
        Value::List(items) => Wanted::List(items.iter().map(of_node).collect()),
        Value::Map(entries) => Wanted::Map(
            entries
                .iter()
                .map(|(key, value)| (key.text().expect("a key").to_owned(), of_node(value)))
                .collect(),
        ),
        Value::Refused => panic!("refused"),
    }
}

fn amended(profile: &str, wishes: &str) -> Amended {
    let file = SourceFile::new("profil.yaml", profile);
    amend(Some(&file), "profil.yaml", &wanted(wishes), &[])
        .unwrap_or_else(|findings| panic!("{profile}\n{wishes}\n{:#?}", findings.iter().next()))
}

fn refused(profile: &str, wishes: &str) -> String {
    let file = SourceFile::new("profil.yaml", profile);
    match amend(Some(&file), "profil.yaml", &wanted(wishes), &[]) {
        Ok(amended) => panic!("not refused:\n{}", amended.text),
        Err(findings) => findings.brief(),
    }
}

fn brief(amended: &Amended) -> String {
    let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let change = |change: &Change| {
        let Change { path, item, before, after, line } = change;
        let item = item.as_ref().map(|item| format!(" ({item})")).unwrap_or_default();
        format!("{line}: {path}{item}: {} -> {}\n", shown(before), shown(after))
    };
    amended.changes.iter().map(change).collect()
}

const SHOP: &str = "\
# Profil koperasi
nama: Koperasi Contoh   # nama lengkap
kontak: {whatsapp: 0812-0000-0001}

produk:
  # yang paling laku
  - nama: Susu pasteurisasi
    harga: 12.500  # naik bulan depan
    satuan: botol 500 ml
    grosir:
      - {mulai: 24, harga: \"Rp 11.800\"}
    stok: tersedia

  - {nama: 'Yoghurt', harga: Rp 9.000, satuan: gelas}
  # besok: keju
";

#[test]
fn what_means_the_same_stays_as_it_was_typed() {
    let amended = amended(
        SHOP,
        "nama: ' Koperasi  Contoh'
kontak: {whatsapp: '+62 812 0000 0001'}
produk:
  - {nama: SUSU PASTEURISASI, harga: 12500, stok: Tersedia, grosir: [{mulai: '24', harga: '11800'}]}
  - {nama: yoghurt, harga: '9.000,-'}
",
    );
    // The name of an item is how it is known again; it is not written in another case unasked.
    assert_eq!(brief(&amended), "");
    assert_eq!(amended.text, SHOP);
}

#[test]
fn a_changed_value_changes_its_own_characters_only() {
    let amended = amended(
        SHOP,
        "produk: [{nama: Susu pasteurisasi, harga: 13000, grosir: [{mulai: 24, harga: 12000}]}, {nama: Yoghurt, satuan: cup 200 ml}]",
    );
    let expected = SHOP
        .replace("12.500", "Rp 13.000")
        .replace("\"Rp 11.800\"", "\"Rp 12.000\"")
        .replace("satuan: gelas", "satuan: cup 200 ml");
    assert_eq!(amended.text, expected);
    assert_eq!(
        brief(&amended),
        "8: produk[1].harga (Susu pasteurisasi): 12.500 -> Rp 13.000\n\
         11: produk[1].grosir[1].harga (Susu pasteurisasi, 24): Rp 11.800 -> Rp 12.000\n\
         14: produk[2].satuan (Yoghurt): gelas -> cup 200 ml\n"
    );
}

#[test]
fn new_keys_stand_where_the_table_has_them() {
    let amended = amended(
        SHOP,
        "singkatan: KC
jenis: produsen
produk:
  - {nama: Susu pasteurisasi, harga_anggota: '11.500', kategori: Susu, keterangan: \"Segar.\\n\\nSimpan dingin.\"}
  - {nama: Yoghurt, kategori: 'Olahan, susu'}
pembayaran: {tunai: ya}
",
    );
    let expected = "\
# Profil koperasi
nama: Koperasi Contoh   # nama lengkap
singkatan: KC
jenis: produsen
kontak: {whatsapp: 0812-0000-0001}

produk:
  # yang paling laku
  - nama: Susu pasteurisasi
    kategori: Susu
    harga: 12.500  # naik bulan depan
    satuan: botol 500 ml
    harga_anggota: Rp 11.500
    grosir:
      - {mulai: 24, harga: \"Rp 11.800\"}
    stok: tersedia
    keterangan: |
      Segar.

      Simpan dingin.

  - {nama: 'Yoghurt', kategori: 'Olahan, susu', harga: Rp 9.000, satuan: gelas}
  # besok: keju

pembayaran:
  tunai: ya
";
    assert_eq!(amended.text, expected);
    assert_eq!(amended.changes.len(), 7);
}

#[test]
fn new_items_look_like_their_neighbours_and_what_only_the_profile_has_is_told() {
    let amended = amended(
        SHOP,
        "produk: [{nama: Keju, harga: 39.000, satuan: bungkus, varian: [{nama: 250 g}, {nama: 1 kg, harga: 145.000}]}]",
    );
    let expected = SHOP.to_owned()
        + "
  - nama: Keju
    harga: Rp 39.000
    satuan: bungkus
    varian:
      - {nama: \"250 g\"}
      - {nama: \"1 kg\", harga: Rp 145.000}
";
    assert_eq!(
        amended.text,
        expected.replace("{nama: \"250 g\"}", "{nama: '250 g'}").replace("\"1 kg\"", "'1 kg'")
    );
    let left: Vec<&str> = amended.left.iter().map(|left| left.path.as_str()).collect();
    assert_eq!(left, ["produk[1]", "produk[2]"]);
    assert_eq!(amended.left[1].text, "  - {nama: 'Yoghurt', harga: Rp 9.000, satuan: gelas}");
    assert_eq!(amended.left[1].item.as_deref(), Some("Yoghurt"));
}

#[test]
fn braces_and_brackets_are_continued() {
    let profile =
        "{nama: A, kontak: {surel: a@contoh.id}, produk: [{nama: B, harga: Rp 1.000}], sektor: [pangan,]}\n";
    let amended = amended(
        profile,
        "sektor: \"pangan\\nkriya, batik\"
produk: [{nama: B, satuan: kg}, {nama: C, harga: 2.000, musim: '1-4, 10'}]
kontak: {telepon: '0221234567'}
",
    );
    assert_eq!(
        amended.text,
        "{nama: A, kontak: {telepon: 022-1234567, surel: a@contoh.id}, \
         produk: [{nama: B, harga: Rp 1.000, satuan: kg}, {nama: C, harga: Rp 2.000, musim: [1-4, 10]}], \
         sektor: [pangan, 'kriya, batik',]}\n"
    );
}

#[test]
fn empty_keys_are_filled() {
    for (profile, expected) in [
        ("nama: A\nproduk:\nrat:\n", "nama: A\nproduk:\n  - nama: B\n    harga: Rp 1.000\nrat:\n"),
        ("nama: A\nproduk: []  # belum\n", "nama: A\nproduk:  # belum\n  - nama: B\n    harga: Rp 1.000\n"),
        ("nama: A\nproduk: ~", "nama: A\nproduk:\n  - nama: B\n    harga: Rp 1.000"),
        (
            "nama: A\r\nproduk:\r\n- nama: B\r\n  harga:   # tanya\r\n",
            "nama: A\r\nproduk:\r\n- nama: B\r\n  harga: Rp 1.000   # tanya\r\n",
        ),
    ] {
        assert_eq!(amended(profile, "produk: [{nama: B, harga: 1000}]").text, expected);
    }
}

#[test]
fn marks_and_line_ends_of_the_file_stay() {
    let profile = "\u{feff}nama: A\r\nkontak:\r\n  whatsapp: 0812-0000-0001\r\nproduk:\r\n  - nama: B\r\n    harga: 1.000";
    let amended = amended(
        profile,
        "produk: [{nama: B, harga: 2.000, keterangan: \"a\\nb\"}, {nama: C}]\nkontak: {surel: a@contoh.id}\n",
    );
    assert_eq!(
        amended.text,
        "\u{feff}nama: A\r\nkontak:\r\n  whatsapp: 0812-0000-0001\r\n  surel: a@contoh.id\r\nproduk:\r\n  - nama: B\r\n    \
         harga: Rp 2.000\r\n    keterangan: |\r\n      a\r\n      b\r\n  - nama: C"
    );
}

#[test]
fn longer_texts_keep_their_layout() {
    let profile = "nama: A\ntentang: >- # cerita\n    Satu.\n\n    Dua.\n\n# kontak\nkontak: {}\n";
    assert_eq!(
        amended(profile, "tentang: \"Satu.\\n\\nTiga.\"").text,
        "nama: A\ntentang: | # cerita\n    Satu.\n\n    Tiga.\n\n# kontak\nkontak: {}\n"
    );
    let profile = "nama: A\ntentang: |2\n   a\n  b\n";
    assert_eq!(amended(profile, "tentang: c").text, "nama: A\ntentang: |\n  c\n");
    let profile = "nama: A\ntentang: Satu # lama\nslogan:\n  panjang\n  sekali\n";
    assert_eq!(
        amended(profile, "tentang: \"Satu\\nDua\"\nslogan: pendek").text,
        "nama: A\ntentang: | # lama\n  Satu\n  Dua\nslogan:\n  pendek\n"
    );
    assert_eq!(
        amended("nama: A\ntentang: |\n", "tentang: B").text,
        "nama: A\ntentang: |\n  B\n".replace("|\n  B", "B")
    );
}

#[test]
fn lists_of_texts_are_wanted_as_a_whole() {
    let profile = "nama: A\nsektor: [pangan, kriya]\ngabung:\n  syarat:\n    - Satu  # tetap\n    - Dua\nproduk:\n  - nama: B\n    musim: [1-2, 3-4]\n    foto:\n      - {berkas: foto/a.jpg, alt: A}\n      - foto/b.jpg\n";
    let amended = amended(
        profile,
        "sektor: [pangan]\ngabung: {syarat: \"Satu\\nTiga\\nEmpat\"}\nproduk: [{nama: B, musim: '1-4', foto: 'foto/c.jpg; foto/a.jpg; foto/d.jpg'}]",
    );
    assert_eq!(
        amended.text,
        "nama: A\nsektor: [pangan]\ngabung:\n  syarat:\n    - Satu  # tetap\n    - Tiga\n    - Empat\nproduk:\n  - nama: B\n    musim: [1-2, 3-4]\n    foto:\n      - {berkas: foto/a.jpg, alt: A}\n      - foto/c.jpg\n      - foto/d.jpg\n"
    );
    assert_eq!(amended.changes[0].before.as_deref(), Some("[pangan, kriya]"));
}

#[test]
fn items_are_removed_only_when_they_are_named() {
    let file = SourceFile::new("profil.yaml", SHOP);
    let wishes = wanted("produk: [{nama: Yoghurt}]");
    let path = |path: &str| vec![path.to_owned()];
    let amended = amend(Some(&file), "profil.yaml", &wishes, &path("produk[1]")).expect("removed");
    assert_eq!(
        amended.text,
        SHOP[..SHOP.find("  - nama: Susu").expect("there")].to_owned()
            + "  - {nama: 'Yoghurt', harga: Rp 9.000, satuan: gelas}\n  # besok: keju\n"
    );
    assert_eq!(amended.changes[0].line, 0);
    let amended = amend(Some(&file), "profil.yaml", &[], &path("produk[2]")).expect("removed");
    assert!(!amended.text.contains("Yoghurt") && amended.text.contains("# besok"));
    let amended = amend(Some(&file), "profil.yaml", &[], &path("produk[1].grosir[1]")).expect("removed");
    assert!(amended.text.contains("    grosir: []\n    stok: tersedia\n"), "{}", amended.text);
    let findings = amend(Some(&file), "profil.yaml", &[], &path("produk[7]")).expect_err("not there");
    assert_eq!(findings.brief(), "profil.yaml nothing-to-remove\n");
    let flow = SourceFile::new("profil.yaml", "nama: A\nproduk: [{nama: B}, {nama: C}, {nama: D}]\n");
    let both = ["produk[2]".to_owned(), "produk[3]".to_owned()];
    let amended = amend(Some(&flow), "profil.yaml", &[], &both).expect("removed");
    assert_eq!(amended.text, "nama: A\nproduk: [{nama: B}]\n");
    let amended = amend(Some(&flow), "profil.yaml", &wanted("produk: [{nama: E}]"), &both).expect("removed");
    assert_eq!(amended.text, "nama: A\nproduk: [{nama: B}, {nama: E}]\n");
}

#[test]
fn items_are_known_by_their_codes_before_their_names() {
    let profile = "nama: A\nproduk:\n  - {nama: Kopi, id: kopi-1, harga: Rp 1.000}\n  - {nama: Kopi, id: kopi-2, harga: Rp 2.000}\npengurus:\n  - {nama: Dedi, jabatan: ketua}\n  - {nama: Dedi, jabatan: pengawas}\n";
    let amended = amended(
        profile,
        "produk: [{nama: Kopi susu, id: kopi-2, harga: 2.500}]\npengurus: [{nama: dedi, jabatan: pengawas, masa: 2024-2029}]",
    );
    assert_eq!(
        brief(&amended),
        "4: produk[2].nama (Kopi): Kopi -> Kopi susu\n4: produk[2].harga (Kopi): Rp 2.000 -> Rp 2.500\n\
         7: pengurus[2].masa (Dedi): - -> 2024-2029\n"
    );
    assert_eq!(refused(profile, "produk: [{nama: kopi, harga: 3.000}]"), "lembar.xlsx:1:17 several-fit\n");
}

#[test]
fn what_cannot_be_edited_safely_is_refused_with_its_place() {
    for (profile, brief) in [
        ("nama: &a A\nslogan: *a\nproduk: []\n", "profil.yaml:1:7 yaml-alias\n"),
        ("nama: A\nnama: B\n", "profil.yaml:2:1 duplicate-key\n"),
        ("nama: !x A\n", "profil.yaml:1:7 yaml-tag\n"),
        ("nama: A\nkontak: 0812\n", "profil.yaml:2:1 not-changed\n"),
        ("- nama: A\n", "profil.yaml:1:1 not-changed\n"),
    ] {
        assert_eq!(refused(profile, "kontak: {surel: a@contoh.id}"), brief, "{profile}");
    }
    assert!(refused("nama: A\n  harga: [\n", "nama: B").starts_with("profil.yaml:"));
}

#[test]
fn a_new_profile_is_written_in_the_order_of_the_table() {
    let wishes = wanted(
        "produk: [{harga: '35000', nama: Kopi, satuan: bungkus}, {nama: Gula}]
nama: Koperasi Contoh
wilayah: '32.10'
kontak: {whatsapp: '81200000001'}
legal: {nib: '0210000000021'}
koordinat: -7.1735; 107.5563
gabung: {syarat: \"Warga setempat di desa yang sama atau di desa tetangga\\nMengisi formulir\"}
",
    );
    let amended = amend(None, "content/a/profil.yaml", &wishes, &[]).expect("written");
    assert_eq!(
        amended.text,
        "nama: Koperasi Contoh
wilayah: \"32.10\"
koordinat: [-7.1735, 107.5563]

kontak:
  whatsapp: 0812-0000-0001

legal:
  nib: \"0210000000021\"

produk:
  - nama: Kopi
    harga: Rp 35.000
    satuan: bungkus

  - nama: Gula

gabung:
  syarat:
    - Warga setempat di desa yang sama atau di desa tetangga
    - Mengisi formulir
"
    );
    assert_eq!(amended.origin(12, 12).map(|at| (at.line, at.column)), Some((1, 33)));
    assert_eq!(amended.origin(13, 12).map(|at| (at.line, at.column)), Some((1, 18)));
    assert_eq!(amended.origin(12, 5).map(|at| at.file.path.as_str()), Some("lembar.xlsx"));
    assert_eq!(amended.origin(4, 1), None, "an empty line comes from nowhere");
}

#[test]
fn opening_hours_are_the_same_by_whatever_days_they_are_told() {
    let profile = "nama: A\nbuka: {senin: 08.00-16.00, 'Selasa': 8-16, sabtu - minggu: tutup}\n";
    let same = amended(profile, "buka: {senin-selasa: 08.00-16.00, sabtu-minggu: libur}");
    assert_eq!(same.text, profile);
    let changed = amended(profile, "buka: {sabtu-minggu: 09.00-12.00, rabu: 08.00-16.00}");
    assert_eq!(
        changed.text,
        "nama: A\nbuka: {senin: 08.00-16.00, 'Selasa': 8-16, rabu: 08.00-16.00, sabtu - minggu: 09.00-12.00}\n"
    );
}
