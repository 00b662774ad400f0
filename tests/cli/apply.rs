//! `etalase apply`: proposals that come as texts.

use super::site::{SMALL, Site};

/// A shop of two products, and what somebody proposes for it.
fn shop() -> Site {
    let site = Site::with_profile(SMALL);
    site.put("content/kopi/profil.yaml", PROFILE);
    site
}

const PROFILE: &str = "\
nama: Koperasi Kopi   # nama lengkap
kontak: {whatsapp: 0810-0000-0001}
produk:
  - nama: Kopi bubuk
    harga: Rp 35.000
    satuan: bungkus
  - nama: Kopi madu
    harga: Rp 90.000   # per kilogram
    satuan: kg
";

fn proposal(lines: &str) -> String {
    format!("Usulan perubahan: Koperasi Kopi\n- Kopi madu: harga jadi 95.000\n\nkoperasi kopi\n{lines}")
}

#[test]
fn a_proposal_changes_one_line_where_its_item_stands_today() {
    let site = shop();
    // In the proposal honey coffee was the first of the list.
    site.put("usulan.txt", proposal("ubah produk[1 \"Kopi madu\"].harga: \"Rp 90.000\" jadi \"95000\"\n"));
    let dry = site.run("apply usulan.txt --dry-run");
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert_eq!(site.read("content/kopi/profil.yaml"), PROFILE);
    let run = site.run("apply usulan.txt");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("content/kopi/profil.yaml") && run.stdout.contains("Kopi madu"),
        "{}",
        run.stdout
    );
    let expected = PROFILE.replace("Rp 90.000 ", "Rp 95.000 ");
    assert_eq!(site.read("content/kopi/profil.yaml"), expected);
    let again = site.run("apply usulan.txt");
    assert_eq!((again.code, site.read("content/kopi/profil.yaml")), (0, expected), "{}", again.stderr);
}

#[test]
fn a_proposed_name_keeps_the_address_that_was_shared() {
    let site = shop();
    let lines = "ubah produk[2 \"Kopi madu\"].nama: \"Kopi madu\" jadi \"Kopi honey\"\n";
    site.put("usulan.txt", proposal(lines));
    let run = site.run("apply usulan.txt");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let profile = site.read("content/kopi/profil.yaml");
    assert!(
        profile.contains("- nama: Kopi honey\n") && profile.contains("    alamat_lama: [kopi-madu]\n"),
        "{profile}"
    );
}

#[test]
fn new_goods_come_and_old_ones_go() {
    let site = shop();
    let lines = "ubah produk[3].nama: \"\" jadi \"Kopi luwak: asli\"\nubah produk[3].harga: \"\" jadi \"250.000\"\n\
                 hapus produk[1 \"Kopi bubuk\"]\n";
    site.put("usulan.txt", proposal(lines));
    let run = site.run("apply usulan.txt");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let profile = site.read("content/kopi/profil.yaml");
    assert!(profile.contains("- nama: 'Kopi luwak: asli'\n    harga: Rp 250.000\n"), "{profile}");
    assert!(!profile.contains("Kopi bubuk") && profile.contains("Rp 90.000   # per kilogram"), "{profile}");
}

#[test]
fn what_is_in_doubt_is_told_and_nothing_is_written() {
    let cases = [
        ("ubah produk[2 \"Kopi madu\"].harga: \"Rp 80.000\" jadi \"95.000\"\n", "proposal-outdated"),
        ("ubah produk[2 \"Kopi hitam\"].harga: \"Rp 80.000\" jadi \"95.000\"\n", "proposal-item-gone"),
        ("ubah produk[2 \"Kopi madu\"].harga: \"Rp 90.000\" jadi \"95 ribu\n", "proposal-unreadable"),
        ("ubah produk[2 \"Kopi madu\"].harga: \"Rp 90.000\" jadi \"murah\"\n", "price-not-a-number"),
    ];
    for (line, code) in cases {
        let site = shop();
        site.put("usulan.txt", proposal(line));
        let run = site.run("apply usulan.txt --json");
        assert_eq!(run.code, 1, "{line}");
        assert!(run.codes().iter().any(|told| told == code), "{line}: {:?}", run.codes());
        assert_eq!(site.read("content/kopi/profil.yaml"), PROFILE, "{line}");
    }
    let site = shop();
    site.put("usulan.txt", proposal("").replace("koperasi kopi", "koperasi kopy\nhapus produk[1]"));
    assert_eq!(site.run("apply usulan.txt --json").codes(), ["proposal-of-unknown"]);
    assert_eq!(site.run("apply tidak-ada.txt --json").code, 1);
}
