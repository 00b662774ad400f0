//! YAML that its writer did not mean, and texts that mean harm.

use std::fmt::Write as _;

use super::*;

#[test]
fn yaml_that_its_writer_did_not_mean_is_explained() {
    for (text, expected) in [
        ("nama: Koperasi: Contoh\n", "profil.yaml:1:7 colon-in-value\n"),
        ("nama: KPC\nalamat: \"Jl. Contoh\nkota: Bandung\n", "profil.yaml:2:14 unclosed-quote\n"),
        ("nama: KPC\nalamat:\n\tdesa: Contoh\n", "profil.yaml:3:1 tab-indent\n"),
        ("nama: @kpc\n", "profil.yaml:1:7 reserved-start\n"),
        ("nama: KPC\nalamat Jl. Contoh\n", "profil.yaml:2:1 missing-colon\n"),
        ("nama: KPC\nalamat:Jl. Contoh\n", "profil.yaml:2:1 no-space-after-colon\n"),
        ("nama: KPC\nsektor: [pangan, susu\n", "profil.yaml:2:18 unclosed-bracket\n"),
        ("nama: KPC\nproduk: [{nama: A]\n", "profil.yaml:2:17 unclosed-bracket\n"),
        ("nama: KPC\nproduk: {nama: A\nalamat: b\n", "profil.yaml:2:16 unclosed-bracket\n"),
        ("nama: KPC\nsektor: [a, , b]\n", "profil.yaml:2:13 bracket\n"),
        ("nama: KPC\nsektor: [a]]\n", "profil.yaml:2:9 extra-bracket\n"),
        ("nama: KPC\nsektor: a]\n", "profil.yaml:2:9 unopened-bracket\n"),
        ("nama: KPC\nkontak: {telepon: 022-1234567}}\n", "profil.yaml:2:19 extra-bracket\n"),
        ("nama: KPC\nproduk:\n  - {nama: A, sektor: [a]}}\n", "profil.yaml:3:23 extra-bracket\n"),
        ("nama: KPC\nproduk:\n  -nama: A\n    harga: 5\n", "profil.yaml:3:3 no-space-after-dash\n"),
        ("nama: KPC\nkontak: {telepon:022-1234567}\n", "profil.yaml:2:9 no-space-after-colon\n"),
        ("nama: KPC\n  alamat: Jl. Contoh\n", "profil.yaml:2:1 indentation\n"),
        ("nama: \"a\" b\n", "profil.yaml:1:11 text-after-quote\n"),
        ("nama: \"a\\d\"\n", "profil.yaml:1:9 backslash\n"),
        ("nama: *penting*\n", "profil.yaml:1:7 bold-sign\n"),
        ("nama: *penting\n", "profil.yaml:1:7 yaml-alias\n"),
        ("nama: !Halo\n", "profil.yaml:1:7 yaml-tag\n"),
        ("nama: KPC\n---\nnama: Dua\n", "profil.yaml:2:1 second-document\n"),
        ("# belum diisi\n", "profil.yaml:1:1 file-empty\n"),
        ("", "profil.yaml file-empty\n"),
        ("nama: KPC\rjenis: jasa\r", "profil.yaml line-breaks\n"),
    ] {
        let report = check(&format!("-- content/kpc/profil.yaml --\n{text}"));
        let is_there = report.brief().split_inclusive('\n').any(|line| line == expected);
        assert!(is_there, "{text:?}\n{}", report.printed());
    }
}

#[test]
fn a_dash_without_its_space_is_told_where_what_follows_is_moved_too() {
    for (keys, column) in [("  -nama: A\n  harga: 10.000\n", 3), ("-nama: A\nharga: 10.000\n", 1)] {
        let report = check_profile(&format!("produk:\n{keys}"));
        let printed = report.printed();
        assert!(column == 1 || printed.contains("beri spasi sesudah `-`: `- nama: …`"), "{printed}");
        assert!(report.findings.has_error(), "{printed}");
    }
    let report = check_profile("produk:\n  -nama: A\n   harga: 10.000\n   satuan: kg\n");
    assert!(report.printed().contains("beri spasi sesudah `-`: `- nama: …`"), "{}", report.printed());
}

#[test]
fn windows_files_read_like_others() {
    let unix = "nama: KPC\nkontak: {telepon: 022-1234567}\ntentang: |\n  Baris satu\n  Baris dua\nproduk: [{nama: Susu}]\n";
    let plain = check(&format!("-- content/kpc/profil.yaml --\n{unix}"));
    let mut folder = folder("-- content/kpc/profil.yaml --\n");
    folder.profile =
        Some(SourceFile::new("content/kpc/profil.yaml", format!("\u{feff}{}", unix.replace('\n', "\r\n"))));
    let windows = Report::of(&folder, |_| None);
    assert_eq!(windows.brief(), "");
    assert_eq!(windows.cooperative, plain.cooperative);
}

#[test]
fn every_repeated_key_is_found_where_it_repeats() {
    let report = check_profile("slogan: a\nslogan: b\nslogan: c\nproduk: [{nama: Susu, nama: Keju}]\n");
    assert_eq!(
        report.brief(),
        "profil.yaml:4:1 duplicate-key\nprofil.yaml:5:1 duplicate-key\nprofil.yaml:6:23 duplicate-key\n"
    );
}

#[test]
fn an_alias_bomb_is_one_finding_and_costs_nothing() {
    let mut bomb = String::from("a: &a [lol, lol]\n");
    for (last, next) in (b'a'..=b'y').map(|at| (char::from(at), char::from(at + 1))) {
        writeln!(bomb, "{next}: &{next} [*{last}, *{last}, *{last}, *{last}, *{last}]").expect("a String");
    }
    let report = check(&format!("-- content/kpc/profil.yaml --\n{bomb}"));
    assert_eq!(report.codes().iter().filter(|code| **code == "yaml-alias").count(), 1);
    assert!(report.cooperative.is_none());
}

#[test]
fn nesting_is_bounded_in_either_style() {
    let flow = format!("nama: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let block: String = (0..1_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    for text in [flow, block] {
        let report = check(&format!("-- content/kpc/profil.yaml --\n{text}"));
        assert_eq!(report.codes(), ["too-deep"]);
    }
}

#[test]
fn words_of_other_yaml_versions_stay_text() {
    let report = check(
        "-- content/kpc/profil.yaml --\nnama: NO\nalamat: off\nkontak: {instagram: yes}\nproduk: [{nama: y, kategori: on}]\n",
    );
    assert_eq!(report.brief(), "");
    let cooperative = report.cooperative();
    assert_eq!((cooperative.name.as_str(), cooperative.address.as_deref()), ("NO", Some("off")));
}

#[test]
fn text_after_a_hash_is_not_lost_silently() {
    let report =
        check_profile("alamat: Gang Mawar #5 RT 01\nwarna: #0f766e\nproduk: [{nama: Susu}] # biasa\n");
    assert_eq!(report.brief(), "profil.yaml:3:20 hash-cuts-text\nprofil.yaml:4:8 hash-cuts-text\n");
    assert!(report.printed().contains("tulis \"Gang Mawar #5 RT 01\""), "{}", report.printed());
}

#[test]
fn no_number_of_unknown_keys_takes_long() {
    let many: String = (0..40_000).map(|index| index.to_string() + "k: 1\n").collect();
    let report = check_profile(&many);
    assert!(report.findings.len() < 100);
    let repeated = "k: 1\n".repeat(40_000);
    let report = check_profile(&repeated);
    assert!((1_001..1_100).contains(&report.findings.len()), "{}", report.findings.len());
}

#[test]
fn large_hostile_texts_end_in_findings() {
    let fill = |unit: &str| unit.repeat(120_000 / unit.len());
    let texts = [
        format!("produk: [{}]", fill("{q: 1},")),
        format!("produk:\n{}", fill("  - {foto: [x.jpg, y.jpg]}\n")),
        format!("produk: [{{foto: [{}]}}]", fill("f.jpg,")),
        format!("tanya_jawab:\n{}", fill("  - {t: a, j: <b>halal</b>}\n")),
        format!("sektor: [{}] #x", fill("a ,")),
        format!("sektor:\n{}", fill("  - a #x\n")),
        format!("nama: {}", fill("a: ")),
        format!("nama: {}", fill("\"")),
        format!("nama: '{}", fill("'' ")),
        fill("? "),
        fill("- "),
        fill("[a, "),
        fill("{a: "),
        fill("&a "),
        fill("*a, "),
        fill("!a "),
        fill("a\n"),
        fill("a: |\n  b\n"),
        fill("\n\n"),
        fill("# \n"),
        fill("---\n"),
        fill("%a\n"),
        fill("\u{feff}"),
        format!("tentang: >\n{}", fill("  tidak dapat dikembalikan pinjaman untuk umum halal\n")),
        format!(
            "anggota_ukm: [{}]\nproduk: [{}]",
            fill("{id: a, usaha: b},"),
            "{nama: x, produsen: z},".repeat(400)
        ),
        format!("wilayah: {}", fill("bandung ")),
        format!("kontak: {{whatsapp: \"{}\"}}", fill("08")),
        format!("buka: {{senin: \"{}\"}}", fill("08.00-09.00,")),
        format!("pembayaran: {{qris: \"000201{}\"}}", fill("0100")),
    ];
    for text in &texts {
        let report = check_text(text);
        let name: String = text.chars().take(24).collect();
        assert!(report.findings.has_error(), "{name}");
    }
}

#[test]
fn a_tag_is_quoted_as_it_was_typed() {
    for tag in ["!Halo", "!!python/object/apply:os.system", "!!binary", "!<tag:contoh.id,2026:x>"] {
        let report = check(&format!("-- content/kpc/profil.yaml --\nnama: {tag} x\n"));
        assert!(report.printed().contains(&format!("`{tag}`")), "{tag}: {}", report.printed());
    }
    let report = check("-- content/kpc/profil.yaml --\nproduk: !!set {a: b}\n");
    assert!(report.printed().contains("`!!set`"), "{}", report.printed());
}
