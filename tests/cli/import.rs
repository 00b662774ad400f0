//! Sheets as people keep them, and the profiles that come of them.

use crate::sheets::{DAY, HAND_MADE, codes, findings};
use crate::site::{Run, Site};

#[test]
fn a_sheet_of_goods_becomes_part_of_the_profile_that_is_there() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import(
        "harga.csv",
        "Nama Barang;Hrg Jual;Satuan\nKopi bubuk;12.500;bungkus\nGula aren;Rp 20.000;kg\n",
        "",
    );
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let profile = site.profile();
    assert!(profile.starts_with(HAND_MADE), "what was written by hand stays: {profile}");
    for line in [
        "nama: Kopi bubuk",
        "harga: Rp 12.500",
        "satuan: bungkus",
        "harga: Rp 20.000",
        &format!("per_tanggal: {DAY}"),
    ] {
        assert!(profile.contains(line), "{line}: {profile}");
    }
    assert_eq!(site.run("check").code, 0);
}

#[test]
fn a_second_import_of_the_same_sheet_changes_no_byte_on_any_later_day() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang;Hrg Jual;Satuan\nKopi bubuk;12.500;bungkus\nGula aren;Rp 20.000;kg\n";
    site.import("harga.csv", sheet, "");
    let before = site.profile();
    let output =
        site.command("import harga.csv").env("SOURCE_DATE_EPOCH", "1798000000").output().expect("it runs");
    assert_eq!(Run::new(&output).code, 0);
    assert_eq!(site.profile(), before);
}

#[test]
fn a_changed_price_changes_that_value_and_the_day_it_holds_from() {
    let profile = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - nama: Kopi bubuk   # dari lereng
    harga: 12.500      # naik bulan depan
    satuan: bungkus
  - {nama: Gula aren, harga: 20.000, satuan: kg}
";
    let site = Site::with_profile(profile);
    let run = site.import("harga.csv", "Nama Barang,Harga\nKOPI BUBUK,Rp 13.000\nGula Aren,20000\n", "");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let after = site.profile();
    let changed: Vec<&str> = after.lines().filter(|line| !profile.lines().any(|old| old == *line)).collect();
    assert_eq!(
        changed,
        ["    harga: Rp 13.000      # naik bulan depan", &format!("    per_tanggal: {DAY}")],
        "{after}"
    );
}

#[test]
fn one_sheet_makes_many_cooperatives_and_says_what_is_missing() {
    let site = Site::new();
    let sheet = "DATA KOPERASI KECAMATAN CONTOH,,,\n,,,\nNo,Nama Koperasi,No. WA,Kabupaten/Kota\n1,KUD Maju Jaya,0812-0000-0001,Kab. Bandung\n2,Kopkar Sejahtera,0812-0000-0002,Kota Bandung\n3,Koperasi Tanpa Nomor,,Kota Bogor\n";
    let run = site.import("koperasi.csv", sheet, "--json");
    assert_eq!(run.code, 1);
    let findings = findings(&run);
    let missing: Vec<_> = findings.iter().filter(|finding| finding["level"] == "error").collect();
    assert_eq!(missing.len(), 1, "{findings:?}");
    assert_eq!((&missing[0]["cell"], &missing[0]["file"]), (&"B6".into(), &"koperasi.csv".into()));
    let maju = site.read("content/kud-maju-jaya/profil.yaml");
    assert!(
        maju.contains("nama: KUD Maju Jaya") && maju.contains("0812-0000-0001") && maju.contains("32.04"),
        "{maju}"
    );
    assert!(site.read("content/kopkar-sejahtera/profil.yaml").contains("32.73"));
    assert!(!site.path("content/koperasi-tanpa-nomor").exists(), "nothing of it is written");
}

#[test]
fn goods_of_several_cooperatives_go_home_also_where_the_name_stands_once() {
    let site = Site::new()
        .write("content/kpc/profil.yaml", HAND_MADE)
        .write("content/maju/profil.yaml", "nama: KUD Maju\nkontak: {whatsapp: 0812-0000-0002}\n");
    let run = site.import(
        "barang.csv",
        "Koperasi,Produk,Harga\nKoperasi Contoh,Kopi,Rp 10.000\n,Teh,Rp 8.000\nKUD Maju,Beras,Rp 14.000\n",
        "--json",
    );
    assert_eq!((run.code, &codes(&run)[..1]), (0, &["name-from-above".to_owned()][..]));
    let kpc = site.profile();
    assert!(kpc.contains("Kopi") && kpc.contains("Teh") && !kpc.contains("Beras"), "{kpc}");
    assert!(site.read("content/maju/profil.yaml").contains("Beras"));
}

#[test]
fn ten_habits_of_people_are_understood() {
    let habits = [
        (
            "titles above the heads",
            "Daftar harga,,\nper November,,\n\nNama Barang,Harga,Satuan\nKopi,12.500,pak\n",
        ),
        (
            "columns in another order, with more of them",
            "Rak,Satuan,Harga Jual (Rp),Ket,Nama\nA1,pak,12.500,,Kopi\n",
        ),
        ("a row of sums", "Nama Barang,Harga,Satuan\nKopi,12.500,pak\nTotal,12.500,\n"),
        ("empty rows", "Nama Barang,Harga,Satuan\n,,\n\nKopi,12.500,pak\n,,\n"),
        ("heads again on each page", "Nama Barang,Harga,Satuan\nNama Barang,Harga,Satuan\nKopi,12.500,pak\n"),
        ("heads in two rows", "Nama Barang,Harga,,Satuan\n,Umum,Anggota,\nKopi,12.500,11.000,pak\n"),
        ("headings between the rows", "Nama Barang,Harga,Satuan\nMINUMAN,,\nKopi,12.500,pak\n"),
        ("units behind prices", "Nama Barang,Harga\nKopi,12.500/pak\n"),
        ("units in names", "Nama Barang,Harga\nKopi (pak),12.500\n"),
        ("a mistyped head", "Nama Barnag,Harga,Satuan\nKopi,12.500,pak\n"),
        ("semicolons, and commas in numbers", "Nama Barang;Harga;Satuan\nKopi;Rp 12.500,00;pak\n"),
        ("tabs, from a chat", "nama\tharga\tsatuan\nKopi\t12.500\tpak\n"),
        ("purchase prices beside", "Nama Barang,Harga Beli,Harga Jual,Satuan\nKopi,9.000,12.500,pak\n"),
    ];
    for (habit, sheet) in habits {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("a.csv", sheet, "");
        assert_eq!(run.code, 0, "{habit}: {}", run.stderr);
        let profile = site.profile();
        for part in ["nama: Kopi", "harga: Rp 12.500", "satuan: pak"] {
            assert!(profile.contains(part), "{habit}: {profile}");
        }
        assert!(!profile.contains("9.000") && !profile.contains("Total"), "{habit}: {profile}");
    }
}

#[test]
fn a_register_as_offices_keep_it_is_understood_down_to_the_signature() {
    let site = Site::new();
    let sheet = "REKAPITULASI DATA KOPERASI,,,,,,,\n,,,,,,,\n\
                 No,Nama Koperasi,Alamat,,Badan Hukum,,Telepon,\n,,Jalan,Kecamatan,Nomor,Tanggal,,\n\
                 (1),(2),(3),(4),(5),(6),(7),\n\
                 1,KOPERASI CONTOH 1,Jl. Raya 1,Tarogong Kidul,518/1/BH/2001,2 Januari 2001,0262-0000001,cek lagi\n\
                 2,KOPERASI CONTOH 2,Jl. Raya 2,sda,518/2/BH/2001,12 Mei 2001,0262-0000002,\n,,,,,,,\n\
                 ,,\"Garut, 1 Desember 2025\",,,,,\n,,Kepala Dinas,,,,,\n";
    let run = site.import("rekap.csv", sheet, "--json");
    assert_eq!(run.code, 0, "{}", run.stdout);
    for code in ["head-unknown", "cells-without-head", "lines-below-list"] {
        assert!(codes(&run).iter().any(|told| told == code), "{code}: {}", run.stdout);
    }
    for number in ["1", "2"] {
        let profile = site.read(&format!("content/koperasi-contoh-{number}/profil.yaml"));
        for part in ["32.05.", &format!("Jl. Raya {number}"), &format!("518/{number}/BH/2001"), "0262-000000"]
        {
            assert!(profile.contains(part), "{part}: {profile}");
        }
        assert!(!profile.contains("Kepala Dinas") && !profile.contains("Desember 2025"), "{profile}");
    }
}

#[test]
fn goods_beside_telephone_and_place_are_goods_still() {
    let site = Site::new();
    let sheet = "Koperasi;WA;Nama Barang;Harga;Lokasi;Warna\n\
                 KUD Maju;081234567801;Kopi;35.000;Rak A1;merah\n;;Teh;15.000;Rak B2;\n";
    let run = site.import("a.csv", sheet, "");
    let profile = site.read("content/kud-maju/profil.yaml");
    for part in ["Kopi", "Teh", "0812-3456-7801"] {
        assert!(profile.contains(part), "{part}: {profile}{}", run.stderr);
    }
    site.run_import("a.csv");
    assert_eq!(site.read("content/kud-maju/profil.yaml"), profile);
}

#[test]
fn two_rows_that_disagree_about_one_cooperative_are_told() {
    let site = Site::new();
    let sheet =
        "Nama Koperasi,WhatsApp,Alamat\nKUD Maju,0812-0000-0001,Jl. Satu\nKUD MAJU,0812-0000-0002,Jl. Satu\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["cooperative-told-twice".to_owned()]));
}

#[test]
fn what_would_not_be_built_is_never_written() {
    let beras =
        "nama: KUD Maju\nkontak: {whatsapp: 0812-0000-0000}\nproduk: [{nama: Beras, harga: Rp 12.000}]\n";
    for (sheet, code) in [
        ("Nama Barang,Harga,Harga Grosir\nBeras,Rp 12.000,Rp 11.000\n", "missing-key"),
        ("Nama Pengurus,Jabatan\nAni,\n", "missing-key"),
        ("Nama Barang,Harga\nBeras,Rp 12.000\nBeras,Rp 13.000\n", "product-twice"),
        (
            "Nama Barang,Ukuran,Harga,Harga Grosir,Grosir Mulai\nKaos,S,50000,45000,12\nKaos,M,55000,46000,6\n",
            "tiers-of-a-choice",
        ),
        ("Nama Barang,Harga Lama,Satuan\nBeras,Rp 12.000,kg\n", "price-column-unknown"),
    ] {
        let site = Site::with_profile(beras);
        let run = site.import("a.csv", sheet, "--json");
        assert_eq!(run.code, 1, "{sheet}: {}", run.stdout);
        assert!(codes(&run).iter().any(|told| told == code), "{sheet}: {}", run.stdout);
        assert_eq!(site.profile(), beras, "{sheet}");
    }
}

#[test]
fn one_folder_takes_no_rows_of_others_and_no_sums() {
    let site = Site::with_profile("nama: KPC\nkontak: {whatsapp: 0812-0000-0000}\n");
    let sheet = "Koperasi,WA,Nama Barang,Harga,Satuan\nKPC,,Gula,15.000,kg\nKUD Jaya,0812-3456-7999,Kopi,25.000,kg\nKPC,,TOTAL SEMUA,40.000,\n";
    let run = site.import("a.csv", sheet, "--into content/kpc --json");
    assert_eq!((run.code, codes(&run)), (0, vec!["rows-of-another".to_owned(), "row-of-sums".to_owned()]));
    let profile = site.profile();
    assert!(profile.contains("Gula") && !profile.contains("Kopi") && !profile.contains("7999"), "{profile}");
    assert!(!profile.contains("TOTAL"), "{profile}");
}

#[test]
fn long_names_are_told_apart_to_their_end() {
    let site = Site::with_profile(HAND_MADE);
    let long = "Kopi Bubuk Arabika Gunung Puntang Asli Premium Kemasan Aluminium Foil Kedap Udara";
    let sheet = format!("Nama Barang,Harga\n{long} 100 gram,Rp 12.500\n{long} 250 gram,Rp 29.000\n");
    let run = site.import("a.csv", &sheet, "--json");
    let profile = site.profile();
    assert!(
        run.code == 1 || (profile.contains("100 gram") && profile.contains("250 gram")),
        "{}{profile}",
        run.stdout
    );
    assert!(!codes(&run).iter().any(|told| told == "product-twice"), "{}", run.stdout);
}

#[test]
fn goods_that_are_new_all_hold_from_the_day_of_the_import() {
    let site = Site::with_profile(HAND_MADE);
    site.import("a.csv", "Nama Barang,Harga\nKopi,Rp 12.500\nTeh,Rp 8.000\nGula,Rp 15.000\n", "");
    assert_eq!(site.profile().matches(&format!("per_tanggal: {DAY}")).count(), 3, "{}", site.profile());
}

#[test]
fn tiers_that_move_are_replaced_and_tiers_by_hand_stay() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = |from: u32, price: &str| {
        format!("Nama Barang,Harga,Grosir Mulai,Harga Grosir\nGula,Rp 15.000,{from},{price}\n")
    };
    site.import("a.csv", sheet(10, "Rp 14.000"), "");
    site.import("a.csv", sheet(12, "Rp 13.500"), "");
    let profile = site.profile();
    assert!(profile.contains("Rp 13.500") && !profile.contains("Rp 14.000"), "{profile}");
    let more =
        profile.replace("harga: Rp 13.500}", "harga: Rp 13.500}\n      - {mulai: 50, harga: Rp 13.000}");
    site.put("content/kpc/profil.yaml", &more);
    let run = site.import("a.csv", sheet(12, "Rp 13.500"), "");
    assert_eq!((run.code, site.profile()), (0, more), "{}", run.stderr);
}

#[test]
fn a_sheet_without_rows_and_a_map_without_a_column_are_told() {
    let site = Site::with_profile(HAND_MADE);
    for sheet in ["Nama Barang,Harga,Satuan\n", ""] {
        assert_ne!(codes(&site.import("a.csv", sheet, "--json")), Vec::<String>::new());
    }
    let run = site.import("a.csv", "Nama Barang,Harga\nKopi,Rp 12.500\n", "--json --map Rak=-");
    assert_eq!((run.code, codes(&run)), (0, vec!["map-without-column".to_owned()]));
}

#[test]
fn what_nobody_understands_is_said_and_can_be_said_by_the_person() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Harga,Kemasan Isi\nKopi,Rp 12.500,250 g\n";
    let run = site.import("a.csv", sheet, "--json --dry-run");
    assert_eq!(codes(&run), ["head-unknown"], "{}", run.stdout);
    assert_eq!(site.profile(), HAND_MADE, "a dry run writes nothing");
    let output = site
        .command("import a.csv --lang en --map")
        .arg("Kemasan Isi=produk.berat")
        .output()
        .expect("it runs");
    assert_eq!((Run::new(&output).code, &*Run::new(&output).stderr), (0, ""));
    assert!(site.profile().contains("berat: 250 g"), "{}", site.profile());
    let output =
        site.command("import a.csv --lang en --map").arg("Kemasan Isi=produk.brt").output().expect("it runs");
    assert_eq!(Run::new(&output).code, 2);
}

#[test]
fn a_mistake_in_a_cell_is_told_at_the_cell_and_holds_up_nobody_else() {
    let site = Site::new();
    let sheet = "Nama Koperasi,WhatsApp,Nama Produk,Harga\nKUD Maju,0812-0000-0001,Kopi,belasan ribu\nKUD Jaya,0812-0000-0002,Teh,Rp 8.000\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!(run.code, 1);
    let errors: Vec<_> = findings(&run).into_iter().filter(|finding| finding["level"] == "error").collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["cell"], "D2");
    assert!(!site.path("content/kud-maju").exists() && site.path("content/kud-jaya/profil.yaml").exists());
}

#[test]
fn goods_that_left_the_sheet_are_told_and_go_only_when_asked() {
    let site = Site::with_profile(HAND_MADE);
    site.import("a.csv", "Nama Barang,Harga\nKopi,Rp 12.500\nTeh,Rp 8.000\n", "");
    let run = site.import("a.csv", "Nama Barang,Harga\nKopi,Rp 12.500\n", "--json");
    assert_eq!((run.code, codes(&run)), (0, vec!["left-out-of-sheet".to_owned()]));
    assert!(site.profile().contains("Teh"));
    let run = site.import("a.csv", "Nama Barang,Harga\nKopi,Rp 12.500\n", "--drop-missing");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!site.profile().contains("Teh") && site.profile().contains("Kopi"), "{}", site.profile());
}

#[test]
fn photos_that_are_not_there_yet_are_told_and_found_later() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Harga,Foto\nKopi,Rp 12.500,kopi.jpg; kopi-2\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!(codes(&run), ["photo-not-there-yet", "photo-not-there-yet"]);
    let photo = image::RgbImage::from_pixel(64, 48, image::Rgb([200, 120, 40]));
    photo.save(site.path("kopi.jpg")).expect("a photo");
    site.put("content/kpc/foto/kopi.jpg", std::fs::read(site.path("kopi.jpg")).expect("there"));
    site.put("content/kpc/foto/Kopi-2.JPG", std::fs::read(site.path("kopi.jpg")).expect("there"));
    let run = site.import("a.csv", sheet, "");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(
        site.profile().contains("foto/kopi.jpg") && site.profile().contains("foto/Kopi-2.JPG"),
        "{}",
        site.profile()
    );
}

#[test]
fn sizes_below_one_name_become_choices() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import(
        "a.csv",
        "Nama Barang,Ukuran,Harga\nKopi,100 g,Rp 12.500\nKopi,250 g,Rp 29.000\nTeh,,Rp 8.000\n",
        "--json",
    );
    assert_eq!(run.code, 0, "{}", run.stdout);
    let check = site.run("check --json");
    assert_eq!(check.code, 0, "{}", check.stdout);
    let profile = site.profile();
    assert_eq!(profile.matches("nama: Kopi").count(), 1, "{profile}");
    assert!(profile.contains("varian") && profile.contains("Rp 29.000"), "{profile}");
}

#[test]
fn one_folder_takes_everything_when_it_is_named() {
    let site = Site::new()
        .write("content/kpc/profil.yaml", HAND_MADE)
        .write("content/maju/profil.yaml", "nama: KUD Maju\nkontak: {whatsapp: 0812-0000-0002}\n");
    let sheet = "Nama Barang,Harga\nKopi,Rp 12.500\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["cooperative-not-named".to_owned()]));
    let run = site.import("a.csv", sheet, "--into content/kpc");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(site.profile().contains("Kopi") && !site.read("content/maju/profil.yaml").contains("Kopi"));
}

#[test]
fn the_guide_for_offices_can_be_followed_to_the_letter() {
    let site = Site::new();
    assert_eq!(site.run("new situs-dinas --portal").code, 0);
    for sheet in ["koperasi.csv", "barang.csv"] {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/impor");
        site.put(
            &format!("situs-dinas/{sheet}"),
            std::fs::read(format!("{path}/{sheet}")).expect("an example"),
        );
    }
    let run = site.run_import("situs-dinas/koperasi.csv situs-dinas/barang.csv --into situs-dinas --dry-run");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("[head-guessed]") && run.stderr.contains("[head-private]"), "{}", run.stderr);
    assert!(!site.path("situs-dinas/content/kopsis-contoh-cerdas").exists(), "only looked at");
    let run = site.run_import("situs-dinas/koperasi.csv situs-dinas/barang.csv --into situs-dinas");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let rasa = site.read("situs-dinas/content/koperasi-contoh-rasa-lestari/profil.yaml");
    for part in ["32.04.15", "Susu pasteurisasi", "Rp 12.500", "tersedia", "Keripik susu", "Rp 18.000"] {
        assert!(rasa.contains(part), "{part}: {rasa}");
    }
    let tani = site.read("situs-dinas/content/koperasi-contoh-tani-muda/profil.yaml");
    assert!(
        tani.contains("nama: Kentang\n") && tani.contains("satuan: kg") && tani.contains("habis"),
        "{tani}"
    );
    assert!(!rasa.contains("9.000") && !tani.contains("10.000"), "purchase prices stay with the shop");
    assert_eq!(site.run("check situs-dinas").code, 0);
}

#[test]
fn a_sheet_that_was_exported_changes_nothing_until_something_in_it_changes() {
    let site = Site::with_profile(
        "# Diisi Bu Neneng\nnama: Koperasi Contoh\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n  \
         - {nama: Kopi, harga: 12.500, satuan: kg}  # laris\n  - {nama: '=Teh+', harga: Rp 8.000, satuan: kg}\n",
    );
    let run = site.run_import("--template lembar.xlsx");
    assert_eq!((run.code, run.stdout.trim()), (0, "lembar.xlsx is ready; its first sheet explains"));
    let run = site.run_import("lembar.xlsx --json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "examples are skipped");
    let run = site.run("export lembar.xlsx --json");
    assert_eq!((run.code, codes(&run)), (1, vec!["file-there".to_owned()]), "nothing is replaced");
    let run = site.run("export lembar.csv --json");
    assert_eq!((run.code, codes(&run)), (2, vec!["not-xlsx".to_owned()]));
    let run = site.run("export --lang en isi.xlsx --from content/kpc");
    assert_eq!((run.code, run.stdout.trim()), (0, "isi.xlsx: 1 cooperative, 2 products"));
    let before = site.profile();
    let run = site.run_import("isi.xlsx");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(site.profile(), before);
    assert_eq!(run.stdout.trim(), "0 new cooperatives, 0 changed, 1 as before");
}

#[test]
fn goods_that_a_sheet_renames_are_still_found_at_their_old_address() {
    let texts = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - nama: Kopi bubuk   # giling halus
    kode: KP-1
    harga: Rp 12.500
    satuan: pak
";
    let site = Site::with_profile(texts);
    site.put("daftar.csv", "Kode;Nama Barang;Harga;Satuan\nKP-1;Kopi tubruk;12500;pak\n");
    let run = site.run_import("daftar.csv");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let profile = site.profile();
    let renamed = "  - nama: Kopi tubruk   # giling halus\n    kode: KP-1\n";
    assert!(profile.contains(renamed) && profile.contains("    alamat_lama: [kopi-bubuk]\n"), "{profile}");
    let again = site.run_import("daftar.csv");
    assert_eq!((again.code, site.profile()), (0, profile));
}

#[test]
fn an_export_has_translations_and_codes_of_variants() {
    let texts = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
tentang: Koperasi di lereng gunung.
tentang_en: A cooperative on the slope.
produk:
  - nama: Kopi
    nama_en: Coffee
    nama_su: Kopi lemah
    harga: Rp 12.500
    satuan: pak
    satuan_en: pack
    varian:
      - {nama: Halus, nama_en: Fine, kode: KP-H, gtin: \"9520000000011\"}
      - {nama: Kasar, harga: Rp 13.000, kode: KP-K}
";
    let site = Site::with_profile(texts);
    assert_eq!(site.run("export isi.xlsx --lang en").code, 0);
    let run = site.run_import("isi.xlsx");
    assert_eq!((run.code, &*run.stderr, site.profile().as_str()), (0, "", texts));
    // In a site that has nothing yet, the sheet says all of it.
    let other = Site::new();
    other.put("isi.xlsx", std::fs::read(site.path("isi.xlsx")).expect("exported"));
    assert_eq!(other.run_import("isi.xlsx").code, 0);
    let profile = other.read("content/kpc/profil.yaml");
    for line in texts.lines().skip(2) {
        for part in line.trim().trim_start_matches("- ").trim_matches(['{', '}']).split(", ") {
            let (key, value) = part.split_once(": ").unwrap_or((part, ""));
            assert!(
                profile.contains(key) && profile.contains(value.trim_matches('"')),
                "{part} is not in {profile}"
            );
        }
    }
}
