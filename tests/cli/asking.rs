//! A person at a terminal is asked what a column means; nobody else is.
#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::sheets::{HAND_MADE, codes};
use crate::site::Site;

/// A head for the name and one for the price that nobody knows, and a shelf.
const SHEET: &str = "Jajanan,Bandrol,Satuan,Rak\nKopi bubuk,15.000,pak,A1\nTeh,8.000,pak,A2\n";

/// Runs the program at a terminal of its own, as util-linux makes one, types these lines, and gives what the screen
/// shows.
fn at_a_terminal(site: &Site, line: &str, typed: &str, is_ci: bool) -> String {
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--echo", "never", "--command"]);
    command.arg(format!("{} {line}", env!("CARGO_BIN_EXE_etalase"))).arg("/dev/null");
    command.current_dir(site.path("")).env("SOURCE_DATE_EPOCH", "1795521600").env("TERM", "dumb");
    if is_ci {
        command.env("CI", "true")
    } else {
        command.env_remove("CI")
    };
    let mut run = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux is there");
    run.stdin.take().expect("piped").write_all(typed.as_bytes()).expect("typed");
    let output = run.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&output.stdout).replace('\r', "")
}

#[test]
fn a_person_is_asked_which_column_it_is_and_told_how_to_say_so_next_time() {
    let site = Site::with_profile(HAND_MADE);
    site.put("harga.csv", SHEET);
    // A number that is not offered is asked for again.
    let screen = at_a_terminal(&site, "import harga.csv --lang id", "1\n7\n1\n", false);
    for part in [
        "harga.csv: kolom `Nama Produk` (nama produk) tidak ditemukan; yang mana?",
        "   1  Jajanan  Kopi bubuk",
        "kolom `Harga`",
        "   1  Bandrol  15.000",
        "nomor 1-2, atau ENTER bila tidak ada:",
        r#"--map "Jajanan=produk.nama" --map "Bandrol=produk.harga""#,
        "1 diubah",
    ] {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    let profile = site.profile();
    assert!(profile.contains("nama: Kopi bubuk") && profile.contains("Rp 15.000"), "{profile}");
    // The line that was told does the same, without a terminal.
    let other = Site::with_profile(HAND_MADE);
    let run = other.import("harga.csv", SHEET, "--json --map Jajanan=produk.nama --map Bandrol=produk.harga");
    assert_eq!((run.code, codes(&run)), (0, vec!["head-unknown".to_owned()]), "the shelf");
    assert_eq!(other.profile(), profile);
}

#[test]
fn enter_and_an_end_of_input_say_none_and_leave_all_as_it_would_be() {
    for typed in ["\n\n", "1\n\n", "\u{4}", "x\n\u{4}"] {
        let site = Site::with_profile(HAND_MADE);
        site.put("harga.csv", SHEET);
        let screen = at_a_terminal(&site, "import harga.csv --lang en", typed, false);
        assert!(screen.contains("number 1-2, or ENTER for none:"), "{typed:?}: {screen}");
        assert!(!screen.contains("produk.harga'"), "{typed:?}: {screen}");
        assert!(!site.profile().contains("15.000"), "{typed:?}");
    }
}

#[test]
fn nobody_is_asked_without_a_terminal_with_json_quietly_or_in_ci() {
    let site = Site::with_profile(HAND_MADE);
    site.put("harga.csv", SHEET);
    for (line, is_ci) in [("--json", false), ("--quiet", false), ("--dry-run", true), ("", true)] {
        let screen = at_a_terminal(&site, &format!("import harga.csv --lang en {line}"), "1\n1\n", is_ci);
        assert!(!screen.contains("ENTER") && screen.contains("sheet-not-understood"), "{line}: {screen}");
    }
    let run = site.run_import("harga.csv");
    assert!(run.code == 1 && !run.stderr.contains("ENTER"), "{}", run.stderr);
    assert_eq!(site.profile(), HAND_MADE);
}

#[test]
fn nothing_is_asked_of_a_sheet_that_needs_nothing() {
    let site = Site::with_profile(HAND_MADE);
    site.put("harga.csv", "Nama Barang,Harga,Rak\nKopi bubuk,15.000,A1\n");
    let screen = at_a_terminal(&site, "import harga.csv --lang en", "1\n", false);
    assert!(screen.contains("head-unknown") && !screen.contains("ENTER"), "{screen}");
    assert!(site.profile().contains("Rp 15.000"));
}
