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
