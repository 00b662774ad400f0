//! How the program ends, and what it prints.

use std::fs;

use crate::site::{Run, SMALL, Site, WITH_PHOTO, jpeg};

#[test]
fn a_name_a_number_and_one_product_make_a_site() {
    let site = Site::with_profile(SMALL);
    let run = site.build("");
    assert!(site.read("public/index.html").contains("Koperasi Contoh"));
    assert!(site.read("public/produk/kopi-bubuk/index.html").contains("wa.me/6281200000000?text="));
    assert_eq!(run.stderr, "", "a sound profile has no findings but advice: {}", run.stderr);
    assert!(run.stdout.contains("1 koperasi"), "{}", run.stdout);
}

#[test]
fn exit_codes_tell_done_findings_and_wrong_use() {
    let site = Site::with_profile(SMALL);
    assert_eq!(site.run("check").code, 0);
    assert_eq!(site.run("build").code, 0);
    assert_eq!(site.run("--version").code, 0);
    assert_eq!(site.run("").code, 2);
    assert_eq!(site.run("bangun").code, 2);
    assert_eq!(site.run("build --jobs 0").code, 2);
    assert_eq!(site.run("build --tidak-ada").code, 2);
    assert_eq!(site.run("build --today kemarin").code, 2);
    let site = Site::with_profile("nama: Koperasi Contoh\nproduk: 3\n");
    assert_eq!(site.run("check").code, 1);
    assert_eq!(site.run("build").code, 1);
}

#[test]
fn wrong_use_is_explained_with_the_nearest_word() {
    let site = Site::new();
    let run = site.run("build --outptu x");
    assert!(run.stderr.contains("`--outptu` tidak dikenal"), "{}", run.stderr);
    assert!(run.stderr.contains("`--output`"), "{}", run.stderr);
    let run = site.run("biuld --lang en");
    assert!(run.stderr.contains("`biuld` is not known") && run.stderr.contains("`build`"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn a_day_that_is_none_stops_the_run() {
    let site = Site::with_profile(SMALL);
    for day in ["0000-01-01", "1969-12-31", "2026-13-01"] {
        assert_eq!(site.run(&format!("build --today {day}")).code, 2, "{day}");
    }
    for seconds in ["", "x", "-1", "18446744073709551616"] {
        let run =
            site.command("build --lang en").env("SOURCE_DATE_EPOCH", seconds).output().expect("it runs");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{seconds}: {said}");
        assert!(said.contains("`SOURCE_DATE_EPOCH` does not take"), "{said}");
    }
    assert!(!site.path("public").exists());
    let help = site.command("--help").env("SOURCE_DATE_EPOCH", "x").output().expect("it runs");
    assert!(help.status.success());
}

#[test]
fn every_command_has_help_in_both_languages() {
    let site = Site::new();
    for command in ["", "new", "build", "check", "publish", "schema"] {
        let indonesian = site.run(&format!("{command} --help --lang id"));
        let english = site.run(&format!("{command} --help --lang en"));
        assert_eq!((indonesian.code, english.code), (0, 0), "{command}");
        assert!(indonesian.stdout.contains("Pemakaian:"), "{}", indonesian.stdout);
        assert!(english.stdout.contains("Usage:"), "{}", english.stdout);
        assert!(!english.stdout.contains("Pemakaian"), "{}", english.stdout);
        assert!(
            indonesian.stdout.contains("[PILIHAN]") && !indonesian.stdout.contains("OPTIONS"),
            "{command}"
        );
        assert!(english.stdout.contains("[OPTIONS]"), "{command}");
        for flag in ["--help", "--lang", "--quiet"] {
            assert!(indonesian.stdout.contains(flag) && english.stdout.contains(flag), "{command} {flag}");
        }
    }
}

#[test]
fn help_and_version_are_also_words() {
    let site = Site::new();
    for (word, flag) in [
        ("help", "--help"),
        ("help build --lang en", "build --help --lang en"),
        ("version", "--version"),
        ("version --verbose --lang en", "--version --verbose --lang en"),
    ] {
        let (one, two) = (site.run(word), site.run(flag));
        assert_eq!((one.code, one.stdout), (0, two.stdout), "{word}: {}", one.stderr);
    }
    assert_eq!(site.run("help bangun").code, 2);
}

#[test]
fn one_of_a_thing_is_not_many_in_english() {
    let site = Site::with_profile(&SMALL.replace("12.500", "12.5"));
    let run = site.run("build --lang en");
    assert!(run.stdout.contains("\n1 error, 0 warnings, 0 pieces of advice\n"), "{}", run.stdout);
    assert!(
        run.stdout.ends_with("1 cooperative was not built because of errors; published pages stay\n"),
        "{}",
        run.stdout
    );
    let run = site.run("check --lang en");
    assert!(run.stdout.starts_with("1 cooperative, "), "{}", run.stdout);
}

#[test]
fn messages_follow_the_language_asked_for_then_the_system_then_the_site() {
    let site = Site::with_profile("nama: Koperasi Contoh\n");
    let said = |line: &str, language: Option<&str>| {
        let mut command = site.command(line);
        if let Some(language) = language {
            command.env("LANG", language);
        }
        Run::new(&command.output().expect("ends")).stderr
    };
    assert!(said("check", None).contains("kesalahan:"));
    assert!(said("check", Some("en_GB.UTF-8")).contains("error:"));
    assert!(said("check --lang id", Some("en_GB.UTF-8")).contains("kesalahan:"));
    site.put("etalase.yaml", "bahasa: [en, id]\n");
    assert!(said("check", None).contains("error:"));
}

/// A profile in which every second line is wrong in its own way.
const TEN_MISTAKES: &str = "nama: Koperasi Contoh
jenis: produsn
wilayah: 32.99
koordinat: [97.1, 107.5]
berdiri: 1969-02-30
kontak: {whatsapp: 0812-0000}
produk:
  - {nama: Kopi, harga: 12.5, satuan: bungkus}
  - {nama: Teh, harga: gratis, satuan: bungkus}
  - {nama: Gula, hraga: 9.000, harga: 9.000, satuan: kg}
  - {nama: Beras, harga: 15.000, satuan: kg, stok: banyak}
shu: {tahun: 2025, jumlah: 1.000.000, bagi: {jasa_usaha: 60, cadangan: 45}}
";

#[test]
fn one_run_reports_every_mistake_in_order() {
    let site = Site::with_profile(TEN_MISTAKES);
    let run = site.run("check --json");
    let errors: Vec<_> = run.findings().into_iter().filter(|finding| finding["level"] == "error").collect();
    let lines: Vec<u64> = errors.iter().map(|finding| finding["line"].as_u64().expect("a line")).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 8, 9, 10, 11, 12], "{}", run.stdout);
    assert_eq!(run.code, 1);
}

#[test]
fn json_prints_one_whole_object_a_line_and_nothing_else() {
    let site = Site::with_profile(TEN_MISTAKES);
    for line in ["check --json", "build --json"] {
        let run = site.run(line);
        assert!(run.findings().len() >= 10, "{}", run.stdout);
        for finding in run.findings() {
            for key in ["code", "level", "file", "line", "column", "found", "expected", "help"] {
                assert!(!finding[key].is_null(), "{key} is missing in {finding}");
            }
            assert_eq!(finding["file"], "content/kpc/profil.yaml");
        }
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn findings_show_the_line_a_caret_and_a_remedy_without_colour_where_nobody_sees_it() {
    let site = Site::with_profile(TEN_MISTAKES);
    let run = site.run("check");
    assert!(run.stderr.contains("content/kpc/profil.yaml:8:25: kesalahan: "), "{}", run.stderr);
    assert!(run.stderr.contains("8 |   - {nama: Kopi, harga: 12.5, satuan: bungkus}\n"), "{}", run.stderr);
    assert!(run.stderr.contains("\n  |                         ^^^^ seharusnya: "), "{}", run.stderr);
    assert!(run.stderr.contains("   = perbaikan: "), "{}", run.stderr);
    assert!(!run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'));
    for foreign in ["Some(", "None", "Error(", "unwrap", "::", "serde", "saphyr"] {
        assert!(!run.stderr.contains(foreign), "`{foreign}` in {}", run.stderr);
    }
}

#[test]
fn strict_counts_warnings_as_errors() {
    let site = Site::with_profile(&SMALL.replace("kontak", "legal: {nib: \"12\"}\nkontak"));
    assert_eq!(site.run("check").code, 0);
    assert_eq!(site.run("check --strict").code, 1);
}

#[test]
fn a_shop_of_one_product_with_a_category_links_only_to_what_is_there() {
    let site = Site::with_profile(&SMALL.replace("satuan", "kategori: Kopi, satuan"));
    let run = site.run("check --json --strict");
    assert_eq!((run.code, run.codes()), (0, Vec::new()), "{}", run.stdout);
}

#[test]
fn quiet_prints_nothing_about_a_sound_site() {
    let site = Site::with_profile(SMALL);
    let run = site.build("--quiet");
    assert_eq!(run.stdout, "");
}

#[test]
fn check_writes_nothing() {
    let site = Site::with_profile(WITH_PHOTO).write("content/kpc/foto/kopi.jpg", jpeg(1));
    assert_eq!(site.run("check").code, 0);
    assert!(!site.path("public").exists() && !site.path(".etalase").exists());
}

#[test]
fn a_site_without_content_is_a_finding_that_says_what_to_do() {
    let site = Site::new();
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (1, vec!["content-missing".to_owned()]));
    fs::create_dir(site.path("content")).expect("can be made");
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (1, vec!["content-empty".to_owned()]));
}

#[test]
fn a_site_that_does_not_exist_is_named() {
    let run = Site::new().run("build tidak/ada");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("tidak/ada"), "{}", run.stderr);
    assert!(run.stderr.contains(": berkas atau folder itu tidak ada (kode sistem 2)\n"), "{}", run.stderr);
    assert!(!run.stderr.contains("cannot") && !run.stderr.contains("No such"), "{}", run.stderr);
}

#[test]
fn a_mistake_in_a_template_is_told_once_at_its_line_however_many_pages_show_it() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    let footer = "themes/etalase/templates/partials/footer.html";
    for (text, code, line) in [
        ("<footer>\n<p>{{ coop.nama.x }}</p>\n</footer>\n", "template-value", 2),
        ("<footer>\n<p>\n{{ coop.label }</p>\n</footer>\n", "template-syntax", 3),
        ("<footer>\n{% if coop.label %}\n<p>x</p>\n\n</footer>\n", "template-syntax", 2),
        ("<footer>\n{{<tiada />}}\n</footer>\n", "template-reference", 2),
    ] {
        site.put(footer, text);
        let run = site.run("check --today 2026-11-24 --json");
        assert_eq!((run.code, run.codes()), (1, vec![code.to_owned()]), "{text}");
        let told = &run.findings()[0];
        assert_eq!((told["file"].as_str(), told["line"].as_u64()), (Some(footer), Some(line)), "{text}");
    }
}

/// `build 2>catatan` on a full disk, for example.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_ends_the_run_as_a_failure_of_the_machine() {
    let site = Site::with_profile("nama: [");
    for line in ["check", "check --json", "--help", "build"] {
        let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(line.split(' ')).current_dir(site.path("")).stdout(full()).stderr(full());
        let mut run = command.spawn().expect("the program starts");
        let ended = (0..600).find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            run.try_wait().expect("it can be asked")
        });
        run.kill().ok();
        assert_eq!(ended.and_then(|status| status.code()), Some(1), "{line}");
    }
}
