//! From nothing to a published site: `new`, `check`, `build`, `publish`, and what hosts get.

use std::process::Command;

use crate::site::{SMALL, Site, files};

fn git(site: &Site, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(site.path(""))
        .env("GIT_CONFIG_GLOBAL", site.path("gitconfig"))
        .output()
        .expect("git starts");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_new_site_checks_and_builds_with_no_finding_but_that_its_address_is_an_example() {
    // Nobody's name is taken for an address: the one that `new` writes is an example until it is changed.
    let code = Some("site-address-elsewhere");
    for options in ["", "--portal --host gitlab-pages", "--host cloudflare-workers --lang en"] {
        let site = Site::new();
        let run = site.run(&format!("new toko {options}"));
        assert_eq!((run.code, &*run.stderr), (0, ""), "{options}");
        let run = site.run("check toko --json");
        assert_eq!((run.code, run.codes()), (0, code.map(str::to_owned).into_iter().collect()), "{options}");
        let run = site.run("build toko --json");
        assert_eq!((run.code, run.codes()), (0, code.map(str::to_owned).into_iter().collect()), "{options}");
        assert!(site.path("toko/public/muda/kuis/index.html").exists(), "{options}");
        assert_eq!(site.run("new toko").code, 1, "never over what is there");
    }
}

#[test]
fn the_example_is_not_published_beside_a_cooperative_of_ones_own() {
    let site = Site::new();
    site.run("new toko --portal");
    let own = "nama: Tani Jaya\nkontak: {whatsapp: 0812-0000-0002}\n";
    let site = site.write("toko/content/tani-jaya/profil.yaml", own);
    let run = site.run("build toko --json");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.codes().iter().filter(|code| *code == "example-left-out").count(), 2, "{:?}", run.codes());
    let built = |path: &str| site.path(&format!("toko/public/{path}/index.html")).exists();
    assert!(built("tani-jaya") && !built("koperasi-contoh") && !built("kopsis-contoh"));
    // Whoever put another name into it has made it their own.
    let profile = site.read("toko/content/koperasi-contoh/profil.yaml");
    let changed = profile.replace("Koperasi Contoh Makmur", "Kopi Kami");
    let site = site.write("toko/content/koperasi-contoh/profil.yaml", changed);
    site.run("build toko");
    let built = |path: &str| site.path(&format!("toko/public/{path}/index.html")).exists();
    assert!(built("tani-jaya") && built("koperasi-contoh") && !built("kopsis-contoh"));
}

#[test]
fn ci_files_go_where_the_host_reads_them_and_nothing_there_is_replaced() {
    let site = Site::new();
    git(&site, &["init", "-q", "-b", "main"]);
    let run = site.run("new situs/toko --host github-pages --lang en");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(run.stdout.contains(".github/workflows/terbit.yml: it is read at the top"), "{}", run.stdout);
    let text = site.read(".github/workflows/terbit.yml");
    assert!(text.contains("working-directory: situs/toko\n"), "{text}");
    assert!(!site.path("situs/toko/.github").exists());
    let run = site.run("new situs/lain --host github-pages --lang en");
    assert_eq!(run.code, 0, "the site is made");
    assert!(run.stderr.contains("[workflow-exists]"), "{}", run.stderr);
    assert_eq!(site.read(".github/workflows/terbit.yml"), text);
    let run = site.run("publish situs/lain --write-workflow --host gitlab-pages");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(site.read(".gitlab-ci.yml").contains("cd \"$CI_PROJECT_DIR/situs/lain\""));
}

#[test]
fn the_file_that_lacks_the_source_of_the_program_is_named() {
    let site = Site::new();
    site.run("new toko");
    let named = |stdout: &str| {
        stdout
            .split("ETALASE_SUMBER in ")
            .nth(1)
            .map(|rest| rest.split(' ').next().unwrap().trim().to_owned())
    };
    for (host, expected) in [
        // The file that installs the program is there already; what is written beside it has no such key.
        ("cloudflare-workers", None),
        ("gitlab-pages", Some(".gitlab-ci.yml")),
        ("codeberg-pages", Some(".woodpecker/terbit.yaml")),
        ("netlify", Some("netlify.toml")),
    ] {
        let run = site.run(&format!("publish toko --write-workflow --host {host} --lang en"));
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(run.stdout.contains("written: "), "{host}: {}", run.stdout);
        assert_eq!(named(&run.stdout).as_deref(), expected, "{host}: {}", run.stdout);
    }
    let run = site.run("new lain --host cloudflare-workers --lang en");
    assert_eq!(named(&run.stdout).as_deref(), Some(".github/workflows/terbit.yml"), "{}", run.stdout);
}

#[test]
fn a_title_is_read_as_it_was_typed_whatever_it_means_to_yaml() {
    for (number, title) in ["Koperasi: Maju", "- x", "\"Maju\" Jaya", "'"].iter().enumerate() {
        let site = Site::new();
        let folder = format!("toko-{number}");
        let mut new = site.command("new --portal --title");
        let run = crate::site::Run::new(&new.arg(title).arg(&folder).output().expect("ends"));
        assert_eq!((run.code, &*run.stderr), (0, ""), "{title}");
        let settings = site.read(&format!("{folder}/etalase.yaml")).replace("-akun-anda", "");
        std::fs::write(site.path(&format!("{folder}/etalase.yaml")), settings).expect("written");
        let run = site.run(&format!("build {folder} --strict"));
        assert_eq!((run.code, &*run.stderr), (0, ""), "{title}");
        let manifest: serde_json::Value =
            serde_json::from_str(&site.read(&format!("{folder}/public/manifest.webmanifest"))).expect("JSON");
        assert_eq!(manifest["name"], *title);
    }
    let run = Site::new().run("new toko --title --portal");
    assert_eq!(run.code, 2, "a flag is no title: {}", run.stderr);
}

#[test]
fn what_was_built_is_published_and_a_hooks_environment_does_not_lead_astray() {
    let site = Site::with_profile(SMALL);
    git(&site, &["init", "-q", "-b", "main"]);
    git(&site, &["init", "-q", "--bare", "asal.git"]);
    git(&site, &["init", "-q", "lain"]);
    git(&site, &["remote", "add", "origin", "asal.git"]);
    assert_eq!(site.run("publish --json").code, 1, "nothing is built yet");
    site.build("");
    // git sets these for a hook that it runs; they name the hook's own repository.
    let mut publish = site.command("publish --lang en");
    publish.env("GIT_DIR", site.path("lain/.git")).env("GIT_INDEX_FILE", site.path("lain/.git/index"));
    publish.env("GIT_CONFIG_GLOBAL", site.path("gitconfig"));
    let run = crate::site::Run::new(&publish.output().expect("the program starts"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("published on origin/gh-pages: "), "{}", run.stdout);
    let published = git(&site, &["-C", "asal.git", "ls-tree", "-r", "--name-only", "gh-pages"]);
    assert!(published.lines().any(|path| path == "index.html"), "{published}");
    assert!(!published.contains(".etalase/"), "{published}");
    assert!(!site.path("lain/.git/index").exists());
}

#[test]
fn a_plain_folder_becomes_a_copy_from_wherever_the_command_is_called() {
    let site =
        Site::new().write("toko/etalase.yaml", "judul: Uji\n").write("toko/content/kpc/profil.yaml", SMALL);
    assert_eq!(site.run("build toko").code, 0);
    let run = site.run("publish toko --to ./web --lang en");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("copied to ./web: "), "{}", run.stdout);
    assert_eq!(site.read("web/index.html"), site.read("toko/public/index.html"));
    let run = site.run("publish toko --to ./web --json");
    let outcome: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&outcome["state"], &outcome["branch"]), (&"unchanged".into(), &serde_json::Value::Null));
    for to in ["./toko", "./toko/content/kpc", "./toko/public", "./toko/public/salinan", "."] {
        let run = site.run(&format!("publish toko --to {to}"));
        assert_eq!(run.code, 2, "{to}: {}", run.stderr);
        assert!(run.stderr.starts_with("--to: kesalahan: "), "{}", run.stderr);
    }
    let run = site.run("publish toko --to entah --lang en");
    assert_eq!(run.code, 1);
}

#[test]
fn what_changed_after_the_build_is_never_said_to_be_published() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    site.build("");
    let publish = |rest: &str| site.run(&format!("publish --to ./web --lang en {rest}"));
    assert_eq!(publish("").code, 0);
    let page = || site.read("web/kpc/produk/kopi-bubuk/index.html");
    for (source, text) in [
        ("content/kpc/profil.yaml", SMALL.replace("12.500", "13.000")),
        ("content/baru/profil.yaml", SMALL.to_owned()),
        ("etalase.yaml", "judul: Lain\n".to_owned()),
        ("themes/etalase/css/site.css", "a { color: red }\n".to_owned()),
    ] {
        site.put(source, text);
        let run = publish("");
        assert_eq!(run.code, 1, "{source}: {}", run.stdout);
        assert!(run.stderr.contains("[sources-newer]"), "{source}: {}", run.stderr);
        assert!(run.stderr.contains("etalase publish --build"), "{source}: {}", run.stderr);
        assert_eq!(publish("--build").code, 0, "{source}");
    }
    assert!(page().contains("13.000"));
    std::fs::remove_dir_all(site.path("content/baru")).expect("removed");
    assert_eq!(publish("").code, 1);
    assert_eq!((site.run("build").code, publish("").code), (0, 0));
    // Another part of the site that is built anew brings nobody else's change along.
    site.put("content/kpc/profil.yaml", SMALL.replace("12.500", "14.000"));
    assert_eq!((site.run("build --only lain").code, publish("").code), (0, 1));
    assert_eq!((site.run("build --only kpc").code, publish("").code), (0, 0));
}

#[test]
fn who_waits_because_of_an_error_is_named_when_the_others_are_published() {
    let site = Site::with_profile(SMALL).write("content/lain/profil.yaml", SMALL);
    site.build("");
    assert_eq!(site.run("publish --to ./web").code, 0);
    site.put("content/kpc/profil.yaml", SMALL.replace("12.500", "dua belas ribu"));
    site.put("content/lain/profil.yaml", SMALL.replace("12.500", "13.000"));
    let run = site.run("publish --to ./web --build --lang en");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("content/kpc: warning: `kpc` had an error in the last `build`"),
        "{}",
        run.stderr
    );
    assert!(site.read("web/lain/produk/kopi-bubuk/index.html").contains("13.000"));
    let again = site.run("publish --to ./web --lang en");
    assert_eq!(again.code, 1, "nothing went out, and something should have: {}", again.stdout);
    assert!(again.stderr.contains("[cooperative-waits]"), "{}", again.stderr);
}

#[test]
fn a_site_whose_profile_never_was_right_is_not_published_and_one_that_was_stays() {
    let site = Site::with_profile(&SMALL.replace("12.500", "dua belas ribu"));
    git(&site, &["init", "-q", "-b", "main"]);
    git(&site, &["init", "-q", "--bare", "asal.git"]);
    git(&site, &["remote", "add", "origin", "asal.git"]);
    assert_eq!(site.run("build").code, 1);
    let run = site.run("publish --lang en");
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(
        run.stderr.contains("[no-front-page]") && run.stderr.contains("nothing was sent"),
        "{}",
        run.stderr
    );
    assert_eq!(git(&site, &["-C", "asal.git", "branch", "--list"]), "");
    // With two it is a portal, which has a front page even if it shows nobody.
    site.put("content/lain/profil.yaml", "nama: Lain\n");
    assert_eq!(site.run("build").code, 1);
    assert!(site.run("publish").stderr.contains("[no-cooperative-built]"));
    site.put("content/kpc/profil.yaml", SMALL);
    assert_eq!(site.run("build").code, 1, "the other one still has an error");
    assert_eq!(site.run("publish").code, 0);
    site.put("content/kpc/profil.yaml", SMALL.replace("12.500", "dua belas ribu"));
    assert_eq!(site.run("build").code, 1);
    let run = site.run("publish");
    assert_eq!(run.code, 1, "nothing went out: {}", run.stdout);
    assert!(run.stderr.contains("[cooperative-waits]"), "its pages of before are a site: {}", run.stderr);
}

#[test]
fn the_host_of_the_settings_gets_its_files() {
    let site = Site::with_profile(SMALL)
        .write("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\ninang: cloudflare-pages\n");
    site.build("");
    assert!(site.read("public/_headers").contains("X-Content-Type-Options: nosniff"));
    site.build("--host github-pages");
    assert_eq!(site.read("public/CNAME"), "contoh.id\n");
    assert!(!site.path("public/_headers").exists(), "files of the host before are gone");
}

#[test]
fn an_unknown_host_is_wrong_use_on_the_command_line_and_a_finding_in_the_settings() {
    let site = Site::with_profile(SMALL);
    for line in ["build", "check", "serve", "publish", "publish --write-workflow", "new baru"] {
        let run = site.run(&format!("{line} --host cloudflare --lang en"));
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert!(run.stderr.contains("did you mean `cloudflare-pages`?"), "{}", run.stderr);
        assert!(
            run.stderr.contains("one of: cloudflare-pages, ") && run.stderr.contains(", umum"),
            "{}",
            run.stderr
        );
    }
    assert!(!site.path("baru").exists());
    let run = site.run("build --host cloudfare-pages --json");
    assert_eq!((run.code, run.codes()), (2, vec!["unknown-host".to_owned()]));
    site.put("etalase.yaml", "judul: Uji\ninang: cloudflare\n");
    let run = site.run("check");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("etalase.yaml:2:8: kesalahan: "), "{}", run.stderr);
    assert!(run.stderr.contains("cloudflare-pages"), "{}", run.stderr);
}

#[test]
fn an_old_address_leads_on() {
    let moved = format!("{SMALL}alamat_lama: [koperasi-lama]\n");
    let site = Site::with_profile(&moved).write("content/tani/profil.yaml", SMALL);
    site.build("");
    let page = site.read("public/koperasi-lama/produk/kopi-bubuk/index.html");
    assert!(page.contains("url=../../../kpc/produk/kopi-bubuk/"), "{page}");
    site.build("--host netlify");
    assert!(site.read("public/_redirects").contains("/koperasi-lama/* /kpc/:splat 301"));
    assert!(!site.path("public/koperasi-lama").exists());
    site.put("content/koperasi-lama/profil.yaml", SMALL);
    let run = site.run("check --json");
    assert_eq!(run.codes(), ["moved-address-taken"]);
}

#[test]
fn a_link_to_a_file_that_somebody_put_beside_the_pages_is_sound_until_it_is_gone() {
    let profile = format!("{SMALL}tentang: \"Baca [laporan](https://contoh.id/laporan.pdf).\"\n");
    let site = Site::with_profile(&profile)
        .write("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\n")
        .write("public/laporan.pdf", "%PDF-1.4");
    site.build("");
    assert_eq!(site.run("check --json").codes(), Vec::<String>::new());
    std::fs::remove_file(site.path("public/laporan.pdf")).expect("was there");
    assert_eq!(site.run("check --json").codes(), ["link-broken"]);
    site.put("content/kpc/profil.yaml", profile.replace("laporan.pdf", "produk/kopi-bubuk/lama.html"));
    assert_eq!(site.run("check --json").codes(), ["link-broken"]);
}

#[test]
fn an_unsafe_link_is_told_once_and_where_it_was_typed_however_long_it_is() {
    let address = format!("http://contoh.example/{}", "panjang/".repeat(12));
    let site = Site::with_profile(&format!("{SMALL}tentang: \"Baca [laporan]({address}).\"\n"));
    let run = site.run("check --json");
    assert_eq!(run.codes(), ["link-unsafe"], "{}", run.stdout);
    assert_eq!(run.findings()[0]["line"], 5, "{}", run.stdout);
}

#[test]
fn the_range_of_prices_reaches_up_to_the_dearest_variant() {
    let profile = SMALL
        .replace("harga: 12.500", "varian: [{nama: Kecil, harga: 12.500}, {nama: Karung, harga: 145.000}]");
    let site = Site::with_profile(&format!("{profile}alamat: Jl. Contoh 1\nwilayah: 32.04.15\n"));
    site.build("");
    assert!(
        site.read("public/index.html").contains("IDR 12500-145000"),
        "{}",
        site.read("public/index.html")
    );
}

#[test]
fn a_shop_whose_site_becomes_a_portal_is_told_to_have_moved_and_no_product_to_be_renamed() {
    let site = Site::with_profile(SMALL);
    site.build("");
    site.put("content/_agenda/bimtek.yaml", "judul: Bimtek\nmulai: 2027-01-05 09.00\n");
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (0, vec!["shop-moved".to_owned()]), "{}", run.stdout);
    assert!(run.findings()[0]["found"].as_str().unwrap_or_default().contains("`/kpc/`"), "{}", run.stdout);
    assert_eq!(site.run("build --json").codes(), Vec::<String>::new());
    std::fs::remove_dir_all(site.path("content/_agenda")).expect("the folder goes");
    assert_eq!(site.run("build --json").codes(), ["shop-moved"]);
}

#[test]
fn a_renamed_product_is_found_at_its_old_address_or_its_loss_is_told_once() {
    let site = Site::with_profile(SMALL);
    site.build("");
    let renamed = SMALL.replace("nama: Kopi bubuk", "nama: Kopi Lereng");
    site.put("content/kpc/profil.yaml", &renamed);
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (0, vec!["product-page-gone".to_owned()]), "{}", run.stdout);
    assert_eq!(site.run("build --json").codes(), Vec::<String>::new());
    let moved = renamed.replace("nama: Kopi Lereng", "nama: Kopi Lereng, alamat_lama: [kopi-bubuk]");
    site.put("content/kpc/profil.yaml", moved);
    site.build("");
    for home in ["", "en/"] {
        let page = site.read(&format!("public/{home}produk/kopi-bubuk/index.html"));
        assert!(page.contains("url=../kopi-lereng/"), "{page}");
    }
    assert!(!site.read("public/sitemap.xml").contains("kopi-bubuk"));
    site.build("--host netlify");
    let rules = site.read("public/_redirects");
    assert!(rules.starts_with("/produk/kopi-bubuk /produk/kopi-lereng/ 301\n"), "{rules}");
}

#[test]
fn an_old_address_of_the_only_cooperative_leads_to_the_root() {
    let site = Site::with_profile(&format!("{SMALL}alamat_lama: [koperasi-lama, produk]\n"));
    let run = site.run("build --json");
    assert_eq!((run.code, run.codes()), (0, vec!["old-slug-of-the-site".to_owned()]), "{}", run.stdout);
    let page = site.read("public/koperasi-lama/produk/kopi-bubuk/index.html");
    assert!(page.contains("url=../../../produk/kopi-bubuk/"), "{page}");
    assert!(page.contains("href=\"https://contoh.id/produk/kopi-bubuk/\""), "{page}");
    assert!(site.read("public/koperasi-lama/index.html").contains("url=../"));
    assert!(site.path("public/koperasi-lama/en/index.html").exists(), "in each language");
    assert!(!site.path("public/produk/produk").exists());
    for (host, file, rules) in [
        ("netlify", "_redirects", &["/koperasi-lama / 301\n", "/koperasi-lama/* /:splat 301\n"][..]),
        (
            "gitlab-pages --base-url https://a.gitlab.io/toko/",
            "_redirects",
            &["/toko/koperasi-lama/* /toko/:splat 301\n"],
        ),
        ("vercel", "vercel.json", &["\"/koperasi-lama/(.*)\"", "\"/$1\""]),
        ("firebase", "firebase.json", &["^/koperasi-lama/?$", "\"/:1\""]),
    ] {
        site.run(&format!("build --host {host}"));
        let text = site.read(&format!("public/{file}"));
        assert!(rules.iter().all(|rule| text.contains(rule)), "{host}: {text}");
        assert!(!text.contains("/produk"), "{host}: {text}");
    }
}

#[test]
fn check_counts_the_files_that_a_build_writes() {
    let profile = |name: &str| {
        format!(
            "nama: {name}\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk: [{{nama: Susu, harga: 12.500, satuan: l}}]\n"
        )
    };
    for (situation, cooperatives) in [("one", 1), ("three", 3)] {
        let site = Site::new()
            .write("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\ninang: cloudflare-pages\n");
        for number in 0..cooperatives {
            site.put(&format!("content/kop-{number}/profil.yaml"), profile(&format!("Kop {number}")));
        }
        let run = site.run("build");
        assert_eq!(run.code, 0, "{situation}: {}", run.stderr);
        let built = files(&site.path("public")).into_keys().filter(|path| path != ".gitignore").count();
        let run = site.run("check");
        assert!(
            run.stdout.contains(&format!("berkas: {built} dari 20.000")),
            "{situation}, {built}: {}",
            run.stdout
        );
    }
}

#[test]
fn check_says_how_much_of_the_host_is_used_and_writes_sarif() {
    let site = Site::with_profile(SMALL);
    let run = site.run("check --host cloudflare-pages --sarif temuan.sarif");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("dari 20.000 (0 %)"), "{}", run.stdout);
    let sarif: serde_json::Value = serde_json::from_str(&site.read("temuan.sarif")).expect("valid JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let run = site.run("check --host github-pages --json");
    assert_eq!(run.codes(), ["host-terms"]);
}

#[test]
fn a_secret_in_a_profile_is_found_and_not_repeated() {
    let secret = format!("ghp_{}", "a1".repeat(18));
    let site = Site::with_profile(&format!("{SMALL}tentang: kunci {secret}\n"));
    let run = site.run("check");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("[secret-typed]") && !run.stderr.contains(&secret), "{}", run.stderr);
}

#[test]
fn a_secret_is_told_in_the_same_run_as_every_other_mistake() {
    let profile = SMALL.replace("12.500", "dua belas ribu");
    let site = Site::with_profile(&format!("{profile}tentang: \"Password wifi: rahasia123\"\n"));
    let run = site.run("check --json");
    assert_eq!(run.code, 1);
    assert!(run.codes().contains(&"secret-typed".to_owned()) && run.codes().len() == 2, "{:?}", run.codes());
}

#[test]
fn a_secret_in_the_settings_is_found_too() {
    let secret = format!("glpat-{}", "a1".repeat(10));
    let site = Site::with_profile(SMALL).write("etalase.yaml", format!("# kunci {secret}\njudul: Toko\n"));
    let run = site.run("check");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("[secret-typed]") && !run.stderr.contains(&secret), "{}", run.stderr);
}

#[test]
fn a_password_in_an_address_is_in_no_output() {
    let settings = "judul: Uji\nanalitik: https://kas:rahasia@hitung.contoh.id/x.js\n";
    let profile = SMALL.replace(
        "produk:",
        "alamat: https://kas:rahasia@contoh.id/\npasar: https://kas:rahasia@b.id/\nproduk:",
    );
    let site = Site::with_profile(&profile).write("etalase.yaml", settings);
    for command in ["check", "check --json", "check --sarif temuan.sarif", "build", "build --lang en"] {
        let run = site.run(command);
        assert_eq!(run.code, 1, "{command}");
        for text in [&run.stdout, &run.stderr] {
            assert!(!text.contains("rahasia") && !text.contains("kas:"), "{command}: {text}");
        }
    }
    assert!(!site.read("temuan.sarif").contains("rahasia"));
    let run = site.run("check");
    assert!(
        run.stderr.contains("https://hitung.contoh.id/x.js"),
        "what is no secret is shown: {}",
        run.stderr
    );
}

#[test]
fn schema_writes_what_new_writes_over_an_old_one() {
    let site = Site::new();
    assert_eq!(site.run("new toko").code, 0);
    let first = site.read("toko/profil.schema.json");
    site.put("toko/profil.schema.json", "{}");
    let run = site.run("schema toko --lang id");
    assert_eq!((run.code, site.read("toko/profil.schema.json") == first), (0, true), "{}", run.stderr);
}

#[test]
fn a_page_heavier_than_its_theme_lets_its_kind_be_is_a_warning() {
    let site = Site::with_profile(SMALL);
    assert!(!site.run("check --json").codes().contains(&"page-heavy".to_owned()));
    let theme = "nama: Ringan\ndasar: etalase\nhalaman:\n  storefront: {html_kb: 1}\n";
    let site = site.write("themes/ringan/theme.yaml", theme).write("etalase.yaml", "tema: ringan\n");
    assert!(site.run("check --json").codes().contains(&"page-heavy".to_owned()));
}
