//! What a build leaves in the output folder, and what it leaves alone.

use std::fs;
use std::process::Command;

use crate::site::{SMALL, Site, assert_same, contains, files, jpeg};
use crate::whole::assert_whole;

#[test]
fn files_of_somebody_else_in_public_are_never_touched() {
    let site = Site::with_profile(SMALL)
        .write("public/CNAME", "toko.contoh.id\n")
        .write("public/kampanye/index.html", "buatan sendiri");
    site.build("");
    site.build("");
    assert_eq!(site.read("public/CNAME"), "toko.contoh.id\n");
    assert_eq!(site.read("public/kampanye/index.html"), "buatan sendiri");
}

#[test]
fn somebody_elses_file_where_a_page_belongs_is_a_finding() {
    let site = Site::with_profile(SMALL).write("public/produk/kopi-bubuk/index.html", "buatan sendiri");
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (1, vec!["output-occupied".to_owned()]), "{}", run.stdout);
    assert_eq!(site.read("public/produk/kopi-bubuk/index.html"), "buatan sendiri");
    let run = site.run("build --lang en");
    assert!(
        run.stdout.starts_with("1 cooperative, ") && run.stdout.contains("\n1 error, "),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("not built"), "all its other pages were: {}", run.stdout);
}

#[test]
fn an_output_among_the_sources_is_wrong_use_and_nothing_is_written() {
    let site =
        Site::new().write("toko/etalase.yaml", "judul: Uji\n").write("toko/content/kpc/profil.yaml", SMALL);
    let before = files(&site.path(""));
    for output in [
        "toko",
        ".",
        "..",
        "/",
        "toko/content",
        "toko/content/kpc",
        "toko/themes",
        "toko/.git/x",
        "toko/.etalase",
    ] {
        let run = site.run(&format!("build toko --output {output} --lang en"));
        assert_eq!(run.code, 2, "{output}: {}", run.stderr);
        assert!(
            run.stderr.contains(&format!("`{output}`")) && run.stderr.contains("help: write"),
            "{}",
            run.stderr
        );
    }
    let run = site.run("build toko --output toko/content --json");
    assert_eq!((run.code, run.codes()), (2, vec!["output-among-sources".to_owned()]));
    assert_same(&files(&site.path("")), &before);
    for output in ["toko/hasil", "hasil", "toko/public"] {
        assert_eq!(site.run(&format!("build toko --output {output}")).code, 0, "{output}");
    }
}

#[test]
fn what_is_no_longer_wanted_is_removed() {
    let site = Site::with_profile(SMALL);
    site.build("");
    assert!(site.path("public/produk/kopi-bubuk/index.html").exists());
    site.put("content/kpc/profil.yaml", SMALL.replace("Kopi bubuk", "Teh"));
    site.build("");
    assert!(site.path("public/produk/teh/index.html").exists());
    assert!(!site.path("public/produk/kopi-bubuk").exists());
}

#[test]
fn a_cooperative_with_an_error_keeps_its_published_pages_while_others_are_built() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    site.build("");
    let before = site.read("public/kpc/produk/kopi-bubuk/index.html");
    site.put("content/kpc/profil.yaml", SMALL.replace("12.500", "dua belas ribu"));
    site.put("content/lain/profil.yaml", SMALL.replace("12.500", "13.000"));
    let run = site.run("build --today 2026-11-24 --json");
    assert_eq!(run.code, 1);
    assert_eq!(site.read("public/kpc/produk/kopi-bubuk/index.html"), before);
    assert!(site.read("public/lain/produk/kopi-bubuk/index.html").contains("13.000"));
    assert!(site.read("public/index.html").contains("kpc/"), "the portal still leads to it");
    site.put("content/kpc/profil.yaml", SMALL);
    site.build("");
}

#[test]
fn a_price_of_a_thousandth_is_told_at_its_line_before_it_is_published() {
    let goods = |dear: &str, size: &str| {
        let others: String = ('A'..='G').fold(String::new(), |lines, name| {
            lines + &format!("  - {{nama: Teh {name}, harga: Rp 9.000, satuan: bungkus}}\n")
        });
        format!(
            "nama: Koperasi Contoh\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk:\n{others}  - nama: Pala\n    \
             harga: {dear}\n    satuan: kg\n  - nama: Lada\n    satuan: kg\n    varian:\n      - {{nama: Kecil, harga: {size}}}\n"
        )
    };
    let site = Site::with_profile(&goods("Rp 250.000", "Rp 150.000"));
    site.build("");
    let before = site.read("public/produk/pala/index.html");
    site.put("content/kpc/profil.yaml", goods("250", "150"));
    for command in ["check", "build"] {
        let run = site.run(&format!("{command} --today 2026-11-24"));
        assert_eq!(run.code, 1, "{command}: {}", run.stderr);
        for told in [
            "profil.yaml:12:12: kesalahan: harga `pala` menjadi Rp 250, seperseribu dari Rp 250.000 sebelumnya",
            "profil.yaml:17:30: kesalahan: harga `lada` menjadi Rp 150",
            "tulis `harga: Rp 250.000`",
        ] {
            assert!(run.stderr.contains(told), "{command}: no {told} in {}", run.stderr);
        }
    }
    assert_eq!(site.read("public/produk/pala/index.html"), before);
    // Another price than a thousandth is a price that has changed.
    site.put("content/kpc/profil.yaml", goods("Rp 251", "Rp 150.000"));
    assert_eq!(site.run("build --today 2026-11-24").code, 0);
}

#[test]
fn a_machine_with_an_empty_disk_holds_prices_against_the_commit_before() {
    let site = Site::with_profile(&SMALL.replace("12.500", "250.000"));
    let git = |arguments: &[&str]| {
        let name = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.id"];
        let run = Command::new("git").current_dir(site.path("")).args(name).args(arguments).output();
        assert!(run.expect("git starts").status.success(), "{arguments:?}");
    };
    let commit = |price: &str| {
        site.put("content/kpc/profil.yaml", SMALL.replace("12.500", price));
        git(&["add", "content"]);
        git(&["commit", "--quiet", "--message", price]);
        fs::remove_dir_all(site.path("public")).ok();
        site.run("build --today 2026-11-24")
    };
    git(&["init", "--quiet"]);
    assert_eq!(commit("250.000").code, 0);
    let run = commit("250");
    let told = "profil.yaml:4:31: kesalahan: harga `kopi-bubuk` menjadi Rp 250, seperseribu dari Rp 250.000 sebelumnya";
    assert!(run.code == 1 && run.stderr.contains(told), "{}", run.stderr);
    assert_eq!(commit("251").code, 0);
    // Who means it saves another price in between: the finding says so.
    assert_eq!(commit("250").code, 0);
}

#[test]
fn a_site_of_one_cooperative_stays_whole_as_published_when_its_profile_has_an_error() {
    let profile = format!("{SMALL}warna: \"#7c2d12\"\n");
    let site = Site::with_profile(&profile);
    site.build("");
    let before = files(&site.path("public"));
    let told = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        let mut kept = files.clone();
        kept.retain(|path, _| !path.starts_with(".etalase"));
        kept
    };
    site.put("content/kpc/profil.yaml", profile.replace("12.500", "dua belas ribu"));
    assert_eq!(site.run("build --today 2026-11-24").code, 1);
    assert_same(&told(&files(&site.path("public"))), &told(&before));
    site.put("content/kpc/profil.yaml", profile.replace("12.500", "13.000"));
    site.build("");
    assert!(site.read("public/produk/kopi-bubuk/index.html").contains("13.000"));
}

#[test]
fn only_one_cooperative_is_built_when_asked_and_the_others_stay() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    site.build("");
    for name in ["kpc", "lain"] {
        site.put(&format!("content/{name}/profil.yaml"), SMALL.replace("12.500", "13.000"));
    }
    site.build("--only lain");
    assert!(site.read("public/kpc/produk/kopi-bubuk/index.html").contains("12.500"));
    assert!(site.read("public/lain/produk/kopi-bubuk/index.html").contains("13.000"));
    let run = site.run("build --only lian");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("lain"), "{}", run.stderr);
}

#[test]
fn a_file_in_place_of_the_output_folder_is_reported_with_its_path() {
    let site = Site::with_profile(SMALL).write("hasil", "bukan folder");
    let run = site.run("build --output hasil");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("hasil"), "{}", run.stderr);
    assert_eq!(site.read("hasil"), "bukan folder");
    let run = site.run("build --output hasil/di/dalam");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("hasil"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn no_permission_to_write_is_reported_with_a_remedy() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = Site::with_profile(SMALL);
    fs::create_dir(site.path("hasil")).expect("can be made");
    fs::set_permissions(site.path("hasil"), fs::Permissions::from_mode(0o555)).expect("can be set");
    if fs::write(site.path("hasil/coba"), "").is_ok() {
        eprintln!(
            "skipped: this user may write everywhere; the test above has a folder that nobody can write"
        );
        return;
    }
    let run = site.run("build --output hasil");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("hasil") && run.stderr.contains("izin"), "{}", run.stderr);
}

/// Needs a file system of its own that is small, and so the right to mount one; skipped where there is none.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_published_site_whole() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    fs::create_dir(site.path("public")).expect("can be made");
    let script = format!(
        "mount -t tmpfs -o size=6144k none public || exit 99
         '{program}' build --today 2026-11-24 --quiet --lang id || exit 98
         cp -r public before
         dd if=/dev/zero of=public/milik-orang bs=1k 2>/dev/null
         sed -i 's/12.500/13.000/' content/*/profil.yaml
         '{program}' build --today 2026-11-24 --lang id && exit 97
         rm public/milik-orang
         cp -r public during
         '{program}' build --today 2026-11-24 --quiet --lang id || exit 96
         cp -r public after",
        program = env!("CARGO_BIN_EXE_etalase")
    );
    let run = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &script])
        .current_dir(site.path(""))
        .output();
    let Some(run) = run.ok().filter(|run| run.status.code() != Some(99) && run.status.code() != Some(1))
    else {
        eprintln!("skipped: no right to mount a small file system here");
        return;
    };
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(0), "{said}");
    assert!(said.contains("penyimpanan penuh"), "{said}");
    assert_whole(&files(&site.path("during")));
    let (before, during) = (files(&site.path("before")), files(&site.path("during")));
    assert!(before.keys().all(|path| during.contains_key(path)), "a full disk lost published files");
    let after = files(&site.path("after"));
    assert!(contains(&after["kpc/produk/kopi-bubuk/index.html"], b"13.000"));
    site.build("--output bersih");
    assert_same(&files(&site.path("bersih")), &after);
}

#[test]
fn a_cache_that_cannot_be_written_costs_time_only() {
    let site = Site::with_profile("nama: KPC\nkontak: {telepon: 022-1234567}\nsampul: foto/a.jpg\n")
        .write("content/kpc/foto/a.jpg", jpeg(1));
    site.build("--quiet");
    let before = files(&site.path("public"));
    fs::remove_dir_all(site.path(".etalase")).expect("removed");
    fs::remove_dir_all(site.path("public")).expect("removed");
    site.put(".etalase", "");
    for _ in 0..2 {
        let run = site.build("--json");
        assert_eq!(run.codes().iter().filter(|code| *code == "cache-elsewhere").count(), 1, "{}", run.stdout);
        assert_same(&before, &files(&site.path("public")));
    }
}
