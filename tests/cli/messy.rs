//! Sheets as clerks of cooperatives keep them, beyond one table with one head for each column.

use crate::sheets::{HAND_MADE, codes, findings, told, xlsx};
use crate::site::Site;

fn warning(cell: &str) -> Vec<(String, String)> {
    vec![("warning".to_owned(), cell.to_owned())]
}

#[test]
fn tables_side_by_side_are_read_one_by_one() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "DAFTAR HARGA SEMBAKO DAN ATK,,,,,,,,\n\
                 No,Nama Barang,Sat,Harga Jual,,No,Nama Barang,Sat,Harga Jual\n\
                 1,Beras,sak,67500,,3,Buku tulis,pak,\n2,Gula,kg,16500,,4,Pulpen,lusin,24000\n\
                 ,,,,,,\"Bandung, 30 November 2026\",,\n";
    let run = site.import("harga.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "tables-side-by-side").len()), (0, 1), "{}", run.stdout);
    assert_eq!(told(&run, "lines-below-list"), [("advice".to_owned(), "G5".to_owned())]);
    let profile = site.profile();
    for part in ["Beras", "Rp 67.500", "Gula", "Buku tulis", "satuan: pak", "Pulpen", "Rp 24.000"] {
        assert!(profile.contains(part), "{part}: {profile}");
    }
    assert_eq!(site.run("check").code, 0);
    // A second price is no second table.
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("harga.csv", "Nama Barang,Harga,Harga\nKopi,1000,2000\n", "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["head-twice".to_owned()]), "{}", run.stdout);
}

#[test]
fn prices_below_sizes_are_choices() {
    let site = Site::with_profile(HAND_MADE);
    let sheet =
        "Nama Kopi,100 gr,250 gr,1/2 kg,Ket\nArabika,35.000,80.000,150.000,harum\nRobusta,15.000,,65.000,\n";
    let run = site.import("kopi.csv", sheet, "--json --map");
    assert_eq!(run.code, 2, "a map without a value");
    let mut run = site.command("import kopi.csv --json --lang en --map");
    let output = run.arg("Nama Kopi=produk.nama").output().expect("it runs");
    let run = crate::site::Run::new(&output);
    assert_eq!((run.code, codes(&run)), (0, vec!["sizes-as-choices".to_owned()]), "{}", run.stdout);
    let profile = site.profile();
    for part in ["Arabika", "100 gr", "Rp 80.000", "1/2 kg", "Rp 150.000", "harum", "Robusta", "Rp 65.000"] {
        assert!(profile.contains(part), "{part}: {profile}");
    }
    assert_eq!(profile.matches("250 gr").count(), 1, "{profile}");
    assert_eq!(site.run("check").code, 0);
}

#[test]
fn months_of_prices_are_told_with_all_of_them_and_the_newest_first_of_all() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Satuan,Harga Okt,Harga Nov\nSusu,liter,7600,7800\n";
    let run = site.import("harga.csv", sheet, "--json");
    assert_eq!(codes(&run), ["price-column-unknown"], "once");
    assert_eq!(told(&run, "price-column-unknown"), [("error".to_owned(), "D1".to_owned())], "{}", run.stdout);
    assert!(
        run.stdout.contains("`Harga Okt`, `Harga Nov`")
            && run.stdout.contains(r#"--map \"Harga Nov=produk.harga\""#)
    );
    assert_eq!(site.profile(), HAND_MADE);
}

#[test]
fn a_sheet_named_after_a_cooperative_is_its_own() {
    let site = Site::with_profile(HAND_MADE)
        .write("content/kud-mekar/profil.yaml", "nama: KUD Mekar\nkontak: {whatsapp: 0812-0000-0001}\n");
    let bytes = xlsx(|sheet| {
        sheet.set_name("KUD Mekar")?;
        sheet.write_row(0, 0, ["NAMA BRG", "HRG", "SATUAN"])?;
        sheet.write_row(1, 0, ["Susu", "7.800", "liter"])?;
        Ok(())
    });
    let run = site.import("harga.xlsx", bytes, "--json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    assert!(site.read("content/kud-mekar/profil.yaml").contains("Rp 7.800"));
}

#[test]
fn the_folder_that_a_person_names_counts_before_the_title_of_a_sheet() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = |title: &str| format!("{title},,\n,,\nNama Barang,Harga,Satuan\nKopi,15.000,pak\n");
    let run = site.import("a.csv", sheet("KUD MEKAR SARI"), "--json --into content/kpc");
    assert_eq!((run.code, codes(&run)), (0, vec!["title-of-another".to_owned()]), "{}", run.stdout);
    assert!(site.profile().contains("Kopi"));
    let run = site.import("a.csv", sheet("Koperasi Contoh"), "--json --into content/kpc");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    // Without a folder, the cooperative that is missing is named.
    let run = site.import("a.csv", sheet("KUD MEKAR SARI"), "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["cooperative-without-contact".to_owned()]));
    assert!(run.stdout.contains("`KUD MEKAR SARI`"), "{}", run.stdout);
}

#[test]
fn cooperatives_that_are_not_active_are_left_and_told() {
    let site = Site::new();
    let sheet = "Nama Koperasi,No & Tgl Badan Hukum,WA,Status\n\
                 KUD Maju,\"518/BH/XIII/2009, 3 April 2009\",0812-0000-0001,Aktif\n\
                 KUD Mundur,,0812-0000-0002,Tidak Aktif\nKUD Lama,,0812-0000-0003,Dibekukan\n\
                 KUD Baru,,0812-0000-0004,Binaan\n";
    let run = site.import("register.csv", sheet, "--json");
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(told(&run, "cooperatives-not-active"), warning("D3"));
    assert_eq!(told(&run, "cooperative-status"), warning("D5"));
    let folders = std::fs::read_dir(site.path("content")).expect("there").count();
    assert_eq!(folders, 2);
    let profile = site.read("content/kud-maju/profil.yaml");
    assert!(profile.contains("518/BH/XIII/2009'\n"), "the number without its day: {profile}");
}

#[test]
fn what_a_row_cannot_hold_is_told_in_words_of_sheets() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Harga,Berat\nRengginang,20.000 - 25.000,1/2 kg\nKeripik,15.000,± 200 gram\n";
    let run = site.import("harga.csv", sheet, "--json");
    let help = |code: &str| -> Vec<String> {
        let of_code = findings(&run).into_iter().filter(|one| one["code"] == code);
        of_code.map(|one| one["help"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let range = help("price-range");
    assert!(range[0].contains("`Varian`") && !range[0].contains('{'), "{range:?}");
    assert_eq!(help("not-a-weight"), ["write `0,5 kg`", "write `200 gram`"]);
}

#[test]
fn a_new_price_beside_the_day_of_the_old_one_is_told() {
    let site = Site::with_profile(
        "nama: Koperasi Contoh\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n  - nama: Kopi\n    harga: 12.500\n    \
         per_tanggal: 2026-01-05\n",
    );
    let sheet = |price: &str, day: &str| format!("Nama Barang,Harga,Harga Per Tanggal\nKopi,{price},{day}\n");
    let run = site.import("harga.csv", sheet("13.000", "2026-01-05"), "--json --dry-run");
    assert_eq!((run.code, told(&run, "price-day-left")), (0, warning("C2")), "{}", run.stdout);
    for (price, day) in [("12.500", "2026-01-05"), ("13.000", "2026-11-20"), ("13.000", "")] {
        let run = site.import("harga.csv", sheet(price, day), "--json --dry-run");
        assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{price} {day}");
    }
}

#[test]
fn the_row_that_is_most_like_heads_is_shown_where_none_is_known() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("a.csv", "Daftar 2026,,\n,,\nJajanan,Bandrol,Rak\nKopi,15.000,A1\n", "--json");
    assert_eq!(told(&run, "sheet-not-understood"), [("error".to_owned(), "A3".to_owned())]);
    assert!(run.stdout.contains("Jajanan | Bandrol | Rak"), "{}", run.stdout);
}
