//! What is said of cells and columns, in words of sheets.

use crate::sheets::{HAND_MADE, codes, findings, told, xlsx};
use crate::site::{Run, Site};

/// Where something is told, with its level.
fn at(level: &str, cell: &str) -> Vec<(String, String)> {
    vec![(level.to_owned(), cell.to_owned())]
}

/// The sentences of a run in Indonesian.
fn in_indonesian(site: &Site, line: &str) -> String {
    let output = site.command(&format!("import --lang id {line}")).output().expect("it runs");
    Run::new(&output).stderr
}

#[test]
fn one_cooperative_under_two_names_is_told_by_its_numbers() {
    let site = Site::new();
    let heads = "Nama Koperasi,WA,NIK Koperasi\n";
    let sheet = format!(
        "{heads}Kopontren Nurul Bukit,0812-0000-0001,3204010000001\n\
         Koperasi Pontren Nurul Bukit,0812-0000-0001,3204 0100 00001\n\
         KUD Maju,0812-0000-0002,\nKUD Jaya,+62 812-0000-0002,\n"
    );
    let run = site.import("a.csv", &sheet, "--json");
    assert_eq!(run.code, 1);
    assert_eq!(told(&run, "cooperative-twice"), at("error", "C3"));
    assert_eq!(told(&run, "number-shared"), at("warning", "B5"), "each pair once: {}", run.stdout);
    assert!(run.stdout.contains("in cell C2") && run.stdout.contains("in cell B4"), "{}", run.stdout);
    assert!(!site.path("content/kopontren-nurul-bukit").exists());
    assert!(!site.path("content/koperasi-pontren-nurul-bukit").exists());
    assert!(site.path("content/kud-maju").exists() && site.path("content/kud-jaya").exists());
}

#[test]
fn the_number_of_a_cooperative_that_is_there_leads_to_its_folder() {
    let site = Site::with_profile(
        "nama: Kopontren Nurul Bukit\nkontak: {whatsapp: 0812-0000-0001}\nlegal: {badan_hukum: 518/1/BH/2001}\n",
    );
    let sheet = "Nama Koperasi,WA,Badan Hukum\nPontren Nurul Bukit,0812-0000-0001,518 / 1 / BH / 2001\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "cooperative-twice")), (1, at("error", "C2")));
    assert!(run.stdout.contains("content/kpc"), "{}", run.stdout);
    assert!(!site.path("content/pontren-nurul-bukit").exists());
}

#[test]
fn hidden_columns_are_told_and_read() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Nama Barang", "Harga", "Rak", "Stok"])?;
        sheet.write_row(1, 0, ["Kopi", "Rp 12.500", "A1", "ada"])?;
        sheet.set_column_hidden(1)?.set_column_hidden(2)?;
        Ok(())
    });
    let run = site.import("a.xlsx", bytes, "--json");
    assert_eq!((run.code, told(&run, "columns-hidden")), (0, at("warning", "B1")));
    assert!(run.stdout.contains("hidden column was read: `Harga`"), "{}", run.stdout);
    assert!(site.profile().contains("Rp 12.500"));
}

#[test]
fn the_second_of_two_choices_of_one_name_is_told_at_its_row() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Ukuran,Harga\nKaos,S,50.000\nKaos,M,55.000\nTopi,,8.000\nKaos,M,60.000\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "variant-twice")), (1, at("error", "B5")));
}

#[test]
fn a_second_column_for_the_same_is_told_and_stops_where_they_disagree() {
    for (sheet, level, code) in [
        ("Nama Barang,Harga,Harga\nKopi,12.500,13.000\n", "error", 1),
        ("Nama Barang,Harga,Harga Jual\nKopi,12.500,13.000\n", "error", 1),
        ("Nama Barang,Harga,Harga\nKopi,12.500,12.500\n", "advice", 0),
        ("Nama Barang,Harga,Satuan,Unit\nKopi,12.500,pak,Waserda\n", "warning", 0),
    ] {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("a.csv", sheet, "--json");
        let cell = if sheet.contains("Unit") { "D1" } else { "C1" };
        assert_eq!((run.code, told(&run, "head-twice")), (code, at(level, cell)), "{sheet}: {}", run.stdout);
        assert_eq!(site.profile().contains("Kopi"), code == 0, "{sheet}");
    }
    let site = Site::with_profile(HAND_MADE);
    site.put("a.csv", "Nama Barang,Harga,Harga Jual\nKopi,12.500,13.000\n");
    let output = site.command("import a.csv --lang en --map Harga=-").output().expect("it runs");
    assert_eq!(Run::new(&output).code, 0);
    assert!(site.profile().contains("13.000"), "{}", site.profile());
}

#[test]
fn what_readers_of_profiles_say_is_told_in_words_of_sheets() {
    for (sheet, cell, id, en) in [
        (
            "Nama Barang,Harga,Harga Grosir\nBeras,Rp 12.000,Rp 11.000\n",
            "C2",
            "kolom `Grosir Mulai` kosong atau tidak ada",
            "the column `Grosir Mulai` is empty or not there",
        ),
        (
            "Nama Pengurus,Jabatan\nAni,\n",
            "A2",
            "isi kolom `Jabatan` di baris ini, mis. `ketua`",
            "fill in the column `Jabatan` of this row, for example `ketua`",
        ),
        (
            "Peluang,Jenis Peluang,Kuota\nKasir,pkl,dua\n",
            "C2",
            "kolom `Kuota` berisi `dua`",
            "column `Kuota` holds `dua`",
        ),
        (
            "Nama Barang,Kode,Harga\nTeh,A-1,Rp 8.000\nKopi,a-1,Rp 12.500\n",
            "B3",
            "kolom `Kode` `a-1` sudah dipakai di sel B2",
            "column `Kode` `a-1` is taken in cell B2",
        ),
        (
            "Nama Barang,Barcode,Harga\nTeh,12345678905,Rp 8.000\n",
            "B2",
            "tulis `012345678905` di kolom `GTIN`",
            "write `012345678905` in column `GTIN`",
        ),
        (
            "Nama Barang,Harga,Berat\nTeh,Rp 8.000,berat\n",
            "C2",
            "berat `berat` tidak terbaca",
            "weight `berat`",
        ),
        (
            "Nama Barang,Harga,Stok\nTeh,nanti,\n",
            "B2",
            "atau kosongkan kolom `Harga`",
            "empty the column `Harga`",
        ),
        (
            "Nama Barang,Harga,Stok\nTeh,gratis,\n",
            "B2",
            "kosongkan kolom `Harga` dan tulis \"gratis\"",
            "empty the column `Harga` and say",
        ),
        (
            "Nama Barang,Harga,Stok\nTeh,Rp 8.000,entah\n",
            "C2",
            "pilih salah satu, misalnya `tersedia` di kolom `Stok`",
            "for example `tersedia` in column `Stok`",
        ),
    ] {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("a.csv", sheet, "");
        assert_eq!(run.code, 1, "{sheet}");
        assert!(
            run.stderr.contains(&format!("cell {cell}: error")) && run.stderr.contains(en),
            "{en}: {}",
            run.stderr
        );
        let said = in_indonesian(&site, "a.csv");
        assert!(said.contains(id), "{id}: {said}");
        for word in ["kunci", "tambahkan `", "baris 1", ": \""] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
}

#[test]
fn goods_of_a_cooperative_that_nobody_knows_are_told_in_words_of_sheets() {
    let site = Site::new();
    let run = site.import("a.csv", "Koperasi,Nama Barang,Harga\nKUD Maju,Kopi,12.500\n", "--json");
    assert_eq!((run.code, codes(&run)), (1, vec!["cooperative-without-contact".to_owned()]));
}

#[test]
fn what_is_mended_alike_in_many_cells_is_told_once_with_all_of_them() {
    let site = Site::new();
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Nama Koperasi", "WA"])?;
        for row in 1_u32..=12 {
            sheet.write(row, 0, format!("KUD {row}"))?;
            sheet.write(row, 1, 81_200_000_000_f64 + f64::from(row))?;
        }
        Ok(())
    });
    let run = site.import("a.xlsx", bytes, "--json");
    assert_eq!((run.code, told(&run, "cell-phone-zero")), (0, at("warning", "B2")));
    assert!(
        run.stdout.contains("11 other cells are alike: B3, B4, B5, B6, B7, B8, B9, B10, …"),
        "{}",
        run.stdout
    );
    assert!(site.read("content/kud-12/profil.yaml").contains("0812-0000-0012"));
}

#[test]
fn a_price_with_decimals_is_told_in_one_sentence() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Nama Barang", "Harga"])?;
        sheet.write(1, 0, "Kopi")?;
        sheet.write(1, 1, 33_333.333)?;
        Ok(())
    });
    site.put("a.xlsx", bytes);
    let said = in_indonesian(&site, "a.xlsx");
    assert_eq!(said.matches("terima `Rp 33.333`").count(), 1, "{said}");
    assert!(!said.contains('\u{fffd}'), "{said}");
}

#[test]
fn words_of_people_beside_years_and_numbers_are_understood() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("a.csv", "Nama Pengurus,Jabatan,Masa Jabatan\nAni,ketua,2023 s/d 2028\n", "");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(site.profile().contains("2023-2028"), "{}", site.profile());
    let site = Site::new();
    let sheet = "Nama Koperasi,WA\nKUD Maju,0812-3456-7890 (Bu Ani)\nKUD Jaya,Pak Uu: 0812 3456 7891\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "cell-phone-note")), (0, at("advice", "B2")));
    assert!(run.stdout.contains("`(Bu Ani)` was not; 1 other cell is alike: B3"), "{}", run.stdout);
    assert!(site.read("content/kud-maju/profil.yaml").contains("0812-3456-7890"));
    assert!(site.read("content/kud-jaya/profil.yaml").contains("0812-3456-7891"));
}

#[test]
fn headings_of_a_register_are_no_cooperatives() {
    for sheet in [
        "No,Nama Koperasi,WA\n,Serba Usaha,\n1,KUD Maju,0812-0000-0001\n,Lain-lain di Barat,\n2,KUD Jaya,0812-0000-0002\n",
        "Nama Koperasi,WA,Alamat\nSERBA USAHA,,\nKUD Maju,0812-0000-0001,\nKOPERASI KONSUMEN,,\nKUD Jaya,0812-0000-0002,\n",
    ] {
        let site = Site::new();
        let run = site.import("a.csv", sheet, "--json");
        assert_eq!((run.code, told(&run, "row-heading").len()), (0, 2), "{}", run.stdout);
        let folders = std::fs::read_dir(site.path("content")).expect("there").count();
        assert_eq!(folders, 2);
    }
}

#[test]
fn a_kind_that_only_registers_have_is_told_and_left() {
    let site = Site::new();
    let sheet = "Nama Koperasi,WA,Jenis\nKUD Maju,0812-0000-0001,Serba Usaha\nKUD Jaya,0812-0000-0002,KSU\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "kind-not-taken")), (0, at("warning", "C2")));
    assert!(!site.read("content/kud-maju/profil.yaml").contains("jenis"));
}

#[test]
fn hidden_rows_and_columns_of_a_catalogue_are_told() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Handle", "Title", "Variant Price", "Vendor"])?;
        sheet.write_row(1, 0, ["kopi", "Kopi", "12500.00", "X"])?;
        sheet.write_row(2, 0, ["teh", "Teh", "8000.00", "X"])?;
        sheet.set_row_hidden(2)?.set_column_hidden(2)?.set_column_hidden(3)?;
        Ok(())
    });
    let run = site.import("a.xlsx", bytes, "--json");
    assert_eq!((run.code, told(&run, "rows-hidden")), (0, at("warning", "B3")));
    assert!(run.stdout.contains("hidden column was read: `Variant Price`"), "{}", run.stdout);
}

#[test]
fn ticks_are_stock_and_heads_say_thousands_for_sure() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Nama Barang", "Harga (ribu)", "Stok"])?;
        sheet.write_column(1, 0, ["Kopi", "Teh", "Gula", "Susu"])?;
        sheet.write_column(1, 1, [12.5, 8.0])?;
        sheet.write_column(3, 1, ["15", "14,5"])?;
        sheet.write_column(1, 2, [true, false])?;
        Ok(())
    });
    let run = site.import("a.xlsx", bytes, "--json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    let profile = site.profile();
    for part in ["Rp 12.500", "Rp 8.000", "Rp 15.000", "Rp 14.500", "stok: tersedia", "stok: habis"] {
        assert!(profile.contains(part), "{part}: {profile}");
    }
    let bytes = xlsx(|sheet| {
        sheet.write_row(0, 0, ["Nama Barang", "Harga (ribu)"])?;
        sheet.write(1, 0, "Kopi")?;
        sheet.write(1, 1, 12_500)?;
        Ok(())
    });
    let run = site.import("b.xlsx", bytes, "--json");
    assert_eq!((run.code, findings(&run)[0]["code"].as_str()), (1, Some("cell-price-whole")));
}

#[test]
fn a_sheet_that_a_person_calls_a_list_is_read() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        sheet.set_name("Daftar")?;
        sheet.write_row(0, 0, ["Nama Barang", "Harga"])?;
        sheet.write_row(1, 0, ["Kopi", "Rp 12.500"])?;
        Ok(())
    });
    assert_eq!(site.import("a.xlsx", bytes, "").code, 0);
    assert!(site.profile().contains("Kopi"), "{}", site.profile());
}

#[test]
fn rows_that_are_not_on_sale_are_left_and_told() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Barang,Harga,Status\nKopi,12.500,Aktif\nTeh,8.000,Nonaktif\nGula,15.000,tidak aktif\n\
                 Susu,9.000,Ready\nGaram,3.000,\n";
    let run = site.import("a.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "rows-not-on-sale")), (0, at("warning", "C3")));
    assert_eq!(told(&run, "status-not-understood"), at("warning", "C5"));
    let profile = site.profile();
    for name in ["Kopi", "Susu", "Garam"] {
        assert!(profile.contains(name), "{name}: {profile}");
    }
    assert!(!profile.contains("Teh") && !profile.contains("Gula"), "{profile}");
}

#[test]
fn a_promotion_whose_cells_were_emptied_goes_only_when_that_is_accepted() {
    let profile = "nama: Koperasi Contoh\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n  - nama: Kopi\n    \
                   harga: Rp 12.500\n    satuan: pak\n    promo: {harga: Rp 11.000, sampai: 2027-01-31}\n";
    let site = Site::with_profile(profile);
    let run = site.import("a.csv", "Nama Barang,Harga,Harga Promo,Promo Sampai\nKOPI,12.500,,\n", "--json");
    assert_eq!((run.code, told(&run, "promo-emptied")), (0, at("warning", "A2")));
    assert!(run.stdout.contains("line 7"), "{}", run.stdout);
    assert_eq!(site.profile(), profile);
    let run = site.run_import("a.csv --json --accept");
    assert_eq!((run.code, told(&run, "promo-emptied")), (0, at("warning", "A2")));
    assert!(!site.profile().contains("promo"), "{}", site.profile());
    assert_eq!(site.run("check").code, 0);
    site.put("content/kpc/profil.yaml", profile);
    for sheet in [
        "Nama Barang,Harga\nKopi,12.500\n",
        "Nama Barang,Harga,Harga Promo,Promo Sampai\nKopi,12.500,11.000,2027-01-31\n",
    ] {
        let run = site.import("a.csv", sheet, "--json");
        assert_eq!((run.code, told(&run, "promo-emptied")), (0, Vec::new()), "{sheet}");
    }
}
