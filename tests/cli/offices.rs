//! Sheets of offices and sellers as they come, each with one habit: what is taken, and what is told at which cell.

use crate::sheets::{HAND_MADE, codes, told, xlsx};
use crate::site::{Run, Site};

fn advice(cell: &str) -> Vec<(String, String)> {
    vec![("advice".to_owned(), cell.to_owned())]
}

fn warning(cell: &str) -> Vec<(String, String)> {
    vec![("warning".to_owned(), cell.to_owned())]
}

fn error(cell: &str) -> Vec<(String, String)> {
    vec![("error".to_owned(), cell.to_owned())]
}

/// An import into a shop without goods, and its profile.
fn goods(sheet: &str, options: &str) -> (Run, String) {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("barang.csv", sheet, &format!("--json {options}"));
    let profile = site.profile();
    assert!(run.code != 0 || site.run("check").code == 0, "{profile}");
    (run, profile)
}

fn holds(profile: &str, parts: &[&str]) {
    for part in parts {
        assert!(profile.contains(part), "{part}: {profile}");
    }
}

#[test]
fn lists_of_customers_members_and_suppliers_never_become_cooperatives() {
    for sheet in [
        "Nama,No HP,Alamat\nBudi Santoso,0812-0000-0001,Jl. A\nSiti,0812-0000-0002,Jl. B\n",
        "No,No Anggota,Nama Lengkap,NIK,No HP,Simpanan Pokok\n1,A1,Budi,'3205010101010001,0812-0000-0001,100.000\n",
        "Nama,Telepon,Email\nPT Pemasok,022-1234567,a@contoh.id\n",
    ] {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("orang.csv", sheet, "--json");
        assert_eq!(run.code, 1, "{}", run.stdout);
        assert_eq!(told(&run, "list-of-persons").len(), 1, "{}", run.stdout);
        assert!(!run.stdout.contains("\"new\""), "{}", run.stdout);
        assert!(!site.path("content/budi-santoso").exists() && !site.path("content/budi").exists());
        assert!(!site.path("content/pt-pemasok").exists());
    }
    // The remedy mends, and a word of the names is enough.
    for sheet in [
        "Nama Koperasi,No HP,Alamat\nSumber Rejeki,0812-0000-0001,Jl. A\n",
        "Nama,No HP,Alamat\nKUD Sumber Rejeki,0812-0000-0001,Jl. A\n",
        "Nama,Badan Hukum,No HP\nSumber Rejeki,518/BH/XIII/2009,0812-0000-0001\n",
    ] {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("koperasi.csv", sheet, "--json");
        assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    }
}

#[test]
fn days_with_hours_in_one_cell_become_the_keys_of_a_week() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Nama Koperasi;WA;Jam Buka\n\
                 KUD Satu;0812-0000-0001;Senin-Jumat 08.00-16.00, Sabtu 08.00-12.00\n\
                 KUD Dua;0812-0000-0002;Setiap hari 24 jam\n\
                 KUD Tiga;0812-0000-0003;07.00-15.00\n\
                 KUD Empat;0812-0000-0004;Tiap hari kecuali Minggu\n";
    let run = site.import("koperasi.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "not-hours")), (1, error("C5")), "{}", run.stdout);
    holds(&site.read("content/kud-satu/profil.yaml"), &["senin-jumat: 08.00-16.00", "sabtu: 08.00-12.00"]);
    holds(&site.read("content/kud-dua/profil.yaml"), &["setiap-hari: 24 jam"]);
    holds(&site.read("content/kud-tiga/profil.yaml"), &["setiap-hari: 07.00-15.00"]);
    let written = site.read("content/kud-satu/profil.yaml");
    site.import("koperasi.csv", sheet, "--json");
    assert_eq!(site.read("content/kud-satu/profil.yaml"), written);
    assert_eq!(site.run("check").code, 0);
}

#[test]
fn signatures_and_notes_below_a_list_are_told_once() {
    let (run, profile) = goods(
        "No,Nama Barang,Satuan,Harga\n1,Kopi,kg,85.000\n2,Teh,pak,8.000\n,,,\n\
         ,Mengetahui,,\"Bandung, 3 Maret 2026\"\n,Ketua,,Bendahara\n,,,\n\
         ,( Drs. H. Asep ),,( Neneng )\n,NIP. 19700101 199503 1 001,,\n",
        "",
    );
    assert_eq!((run.code, codes(&run)), (0, vec!["lines-below-list".to_owned()]), "{}", run.stdout);
    assert_eq!(told(&run, "lines-below-list"), advice("B5"));
    holds(&profile, &["Kopi", "Teh"]);
    assert!(!profile.contains("Ketua") && !profile.contains("Asep"), "{profile}");

    let (run, _) = goods(
        "Menu,Harga,Keterangan\nNasi timbel,25.000,\n*harga belum termasuk PPN 11%,,\nPesan H-1 lewat WA 0812-0000-0009,,\n",
        "",
    );
    assert_eq!((run.code, codes(&run)), (0, vec!["lines-below-list".to_owned()]), "{}", run.stdout);

    // A note on top of goods without prices hides none of them, and what has a price is no note.
    let (run, profile) = goods("Nama Barang,Satuan,Harga\nCatatan harian,buah,\nKopi,kg,\n", "");
    assert_eq!(told(&run, "lines-below-list"), []);
    holds(&profile, &["Catatan harian", "Kopi"]);
    let (run, profile) = goods("Nama Barang,Satuan,Harga\nKopi,kg,85.000\nPesan antar,kali,10.000\n", "");
    assert_eq!(told(&run, "lines-below-list"), []);
    holds(&profile, &["Pesan antar"]);
    let (run, profile) = goods("Nama Barang,Satuan,Harga\nKopi,kg,85.000\nPesan katering,paket,\n", "");
    assert_eq!(told(&run, "lines-below-list"), []);
    holds(&profile, &["Pesan katering"]);

    let site = Site::with_profile(HAND_MADE);
    let register = "No,Nama Koperasi,WA\n1,KUD Satu,0812-0000-0001\n,,\n,,\"Garut, 3 Maret 2026\"\n,,Kepala Bidang\n,,NIP. 19700101 199503 1 001\n";
    let run = site.import("register.csv", register, "--json");
    assert_eq!((run.code, codes(&run)), (0, vec!["lines-below-list".to_owned()]), "{}", run.stdout);
}

#[test]
fn prices_as_people_say_them_are_read_and_told_by_column() {
    let (run, profile) = goods(
        "Nama Barang;Harga\nKopi;12rb\nDomba;2,5 jt/ekor\nTeh;@5000\nGula;65 000\nPisang;20.000 (sisir)\nUbi;5 ribu/kg\nMadu;tanya admin\nJahe;Rp15.000,-/kg\n",
        "",
    );
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(told(&run, "cell-price-said"), warning("B2"), "once for the column: {}", run.stdout);
    assert!(run.stdout.contains("B3, B7"), "{}", run.stdout);
    assert_eq!(told(&run, "cell-price-on-request"), advice("B8"));
    holds(
        &profile,
        &[
            "Rp 12.000",
            "Rp 2.500.000",
            "satuan: ekor",
            "Rp 5.000",
            "Rp 65.000",
            "20.000",
            "satuan: sisir",
            "Rp 5.000",
            "satuan: kg",
            "nama: Madu",
        ],
    );
    // What can mean two things is left to the person.
    for price in ["10.000-15.000", "mulai 50.000", "3 = 10.000", "gratis"] {
        let (run, profile) = goods(&format!("Nama Barang;Harga\nKopi;{price}\n"), "");
        assert_eq!((run.code, profile.as_str()), (1, HAND_MADE), "{price}: {}", run.stdout);
    }
}

#[test]
fn heads_with_quantities_are_wholesale_prices() {
    let (run, profile) = goods(
        "Nama Barang,Harga 1-11 pcs,Harga 12-47 pcs,Harga > 48 pcs\nSabun,4000,3800,3500\nOdol,12000,,11000\n",
        "",
    );
    assert_eq!((run.code, codes(&run)), (0, vec!["quantities-in-heads".to_owned()]), "{}", run.stdout);
    holds(&profile, &["harga: Rp 4.000", "mulai: 12", "Rp 3.800", "mulai: 48", "Rp 3.500", "Rp 11.000"]);
    assert_eq!(profile.matches("mulai: 12").count(), 1, "an empty cell is no price: {profile}");
}

#[test]
fn several_columns_part_choices_together() {
    let (run, profile) = goods(
        "Nama Produk,Warna,Ukuran,Harga\nBatik,Merah,M,150000\nBatik,Merah,L,160000\nBatik,Biru,M,150000\n",
        "",
    );
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    holds(&profile, &["Merah, M", "Merah, L", "Biru, M", "Rp 160.000"]);
}

#[test]
fn sizes_behind_the_word_for_price_are_choices() {
    let (run, profile) = goods("Nama Barang,Harga 100gr,Harga 1kg\nKeripik,8rb,65rb\n", "");
    assert_eq!(run.code, 0, "{}", run.stdout);
    holds(&profile, &["100gr", "Rp 8.000", "1kg", "Rp 65.000"]);
}

#[test]
fn of_prices_that_count_the_first_is_offered() {
    let (run, profile) = goods("Nama Barang,HARGA JUAL 1,HARGA JUAL 2\nTas,85000,80000\n", "");
    assert_eq!(told(&run, "price-column-unknown"), error("B1"));
    assert!(run.stdout.contains(r#"--map \"HARGA JUAL 1=produk.harga\""#), "{}", run.stdout);
    assert_eq!(profile, HAND_MADE);
}

#[test]
fn a_photo_is_looked_for_by_the_last_part_of_its_path() {
    let (run, _) = goods("Nama Barang,Harga,Foto\nKoko,150000,C:\\Users\\Dedi\\Foto\\koko.jpg\n", "");
    assert!(run.stdout.contains("content/kpc/foto/koko.jpg"), "{}", run.stdout);
    assert!(!run.stdout.contains("content/kpc/foto/C:"), "{}", run.stdout);
}

#[test]
fn the_first_of_several_numbers_is_taken_with_leave() {
    let sheet = "Nama Koperasi;WA\nKUD Satu;0812-0000-0001 / 0812-0000-0002\n";
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("koperasi.csv", sheet, "--json");
    assert_eq!((run.code, told(&run, "cell-phones-several")), (1, error("B2")), "{}", run.stdout);
    let run = site.import("koperasi.csv", sheet, "--json --accept");
    assert_eq!((run.code, told(&run, "cell-phones-several")), (0, warning("B2")), "{}", run.stdout);
    holds(&site.read("content/kud-satu/profil.yaml"), &["0812-0000-0001"]);
}

#[test]
fn heads_of_forms_on_the_net_are_known() {
    let site = Site::with_profile(HAND_MADE);
    let bytes = xlsx(|sheet| {
        let heads = [
            "Timestamp",
            "Email Address",
            "Nama Koperasi",
            "Nomor WhatsApp Koperasi",
            "Alamat lengkap koperasi",
            "Jam buka koperasi",
            "Jumlah anggota saat ini",
        ];
        sheet.write_row(0, 0, heads)?;
        sheet.write_row(
            1,
            0,
            [
                "3/11/2026 9:12:05",
                "mina@contoh.id",
                "Koperasi Mina",
                "0812-0000-0011",
                "Jl. Pantai 1",
                "Senin-Sabtu 07.00-16.00",
                "75",
            ],
        )?;
        Ok(())
    });
    let run = site.import("jawaban.xlsx", bytes, "--json");
    assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{}", run.stdout);
    holds(
        &site.read("content/koperasi-mina/profil.yaml"),
        &["mina@contoh.id", "Jl. Pantai 1", "senin-sabtu", "anggota: 75"],
    );
}

#[test]
fn a_landline_below_a_head_of_mobiles_is_a_telephone() {
    let site = Site::with_profile(HAND_MADE);
    let run = site.import("koperasi.csv", "Nama Koperasi;No HP\nKUD Satu;(0262) 233445\n", "--json");
    assert_eq!((run.code, told(&run, "landline-as-telephone")), (0, warning("B2")), "{}", run.stdout);
    holds(&site.read("content/kud-satu/profil.yaml"), &["telepon: 0262-2334-45"]);
    // Where there is a column of its own, nobody can tell which of two is meant.
    let run = site.import(
        "koperasi.csv",
        "Nama Koperasi;No HP;Telepon\nKUD Dua;(0262) 233445;0262-233446\n",
        "--json",
    );
    assert_eq!((run.code, told(&run, "whatsapp-not-mobile")), (1, error("B2")), "{}", run.stdout);
}

#[test]
fn a_head_with_currency_and_unit_gives_the_unit_alone() {
    for head in ["Harga (Rp/kg)", "Harga (Rp)/kg", "Harga Rp per kg", "Harga/kg (Rp)"] {
        let (run, profile) = goods(&format!("Komoditas;{head}\nKentang;15.000\n"), "");
        assert_eq!((run.code, codes(&run)), (0, Vec::new()), "{head}: {}", run.stdout);
        assert!(profile.contains("satuan: kg\n"), "{head}: {profile}");
    }
}
