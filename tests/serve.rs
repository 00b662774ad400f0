//! The preview as a browser meets it: what it answers, what it tells open pages when files change, and how it
//! ends. Every test waits for what the server says, for none a time.
#![expect(clippy::disallowed_methods, reason = "these tests make and look at files")]

#[path = "serve/preview.rs"]
mod preview;
#[path = "serve/strangers.rs"]
mod strangers;

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::process::Command;

use preview::{PHOTO, Preview, SMALL, Site, jpeg};

#[test]
fn every_file_of_a_build_is_shown_with_the_same_bytes() {
    let site = two_cooperatives();
    site.write("content/_agenda/temu.yaml", "judul: Temu\nmulai: 2026-12-05 08:00\ntempat: Balai desa\n");
    assert!(site.command("build --today 2026-11-24 --quiet").status().expect("runs").success());
    let preview = Preview::start(&site, "");
    let mut seen = 0;
    // Scripts are there as soon as a page that names them is.
    let (scripts, others): (Vec<_>, Vec<_>) =
        site.built_files().into_iter().partition(|(path, _)| path.starts_with("aset/"));
    for (path, built) in others.into_iter().chain(scripts) {
        // The page for what is not there names the root of its host; a worker would hide every change.
        if path == "404.html" || path.ends_with("sw.js") {
            continue;
        }
        let address = path.strip_suffix("index.html").unwrap_or(&path);
        let answer = preview.get(&format!("/{address}"));
        assert_eq!(answer.status, 200, "{path}");
        if path.rsplit('.').next() == Some("html") {
            let plain = |html: &[u8]| without_preview(&String::from_utf8_lossy(html));
            assert_eq!(plain(&answer.body), plain(&built), "{path}");
        } else {
            assert!(answer.body == built, "{path}");
        }
        seen += 1;
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn the_page_that_changes_profiles_can_be_looked_at() {
    let site = two_cooperatives();
    site.write("etalase.yaml", "kelola: {repo: a/b}\n");
    let preview = Preview::start(&site, "");
    let page = preview.get("/kelola/");
    assert_eq!(page.status, 200);
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let script = text.split("src=\"..").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
    assert_eq!(preview.get(script).status, 200, "{script}");
    assert_eq!(preview.get("/kelola/koperasi.json").status, 200);
}

/// A page without what a preview changes: its own script, and the policy that lets it in.
fn without_preview(html: &str) -> String {
    let kept = html.lines().filter(|line| !line.contains("http-equiv=\"Content-Security-Policy\""));
    let mut text = kept.collect::<Vec<_>>().join("\n");
    if let Some(start) = text.find("<script src=\"/.etalase/") {
        let end = start + text[start..].find("</script>").expect("a whole script") + "</script>\n".len();
        text.replace_range(start..end, "");
    }
    text
}

#[test]
fn answers_have_types_and_tags_and_folders_a_slash() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    for (address, status, mime) in [
        ("/", 200, "text/html; charset=utf-8"),
        ("/kpc/?dari=wa", 200, "text/html; charset=utf-8"),
        ("/kpc/etalase.json", 200, "application/json"),
        ("/kpc/feed/harga.txt", 200, "text/plain; charset=utf-8"),
        ("/favicon.svg", 200, "image/svg+xml"),
        ("/favicon.ico", 200, "image/x-icon"),
        ("/manifest.webmanifest", 200, "application/manifest+json"),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
        ("/sw.js", 200, "text/javascript; charset=utf-8"),
        ("/.etalase/pratinjau.js", 200, "text/javascript; charset=utf-8"),
        ("/tidak/ada/di-sini", 404, "text/html; charset=utf-8"),
        ("/kpc/tidak-ada/", 404, "text/html; charset=utf-8"),
        ("/../etalase.yaml", 404, "text/plain; charset=utf-8"),
        ("/content/kpc/profil.yaml", 404, "text/html; charset=utf-8"),
    ] {
        let answer = preview.get(address);
        assert_eq!((answer.status, answer.header("content-type")), (status, mime), "{address}");
        assert_eq!(answer.header("content-length"), answer.body.len().to_string(), "{address}");
    }
    let folder = preview.get("/kpc?dari=wa");
    assert_eq!((folder.status, folder.header("location")), (302, "/kpc/?dari=wa"));
    let missing = preview.get("/tidak/ada/di-sini").text();
    assert!(
        missing.contains("data-page=\"not-found\"") && missing.contains("href=\"/favicon.svg\""),
        "{missing}"
    );
    let tag = preview.get("/kpc/").header("etag").to_owned();
    let again = preview.ask("GET", "/kpc/", &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let head = preview.ask("HEAD", "/kpc/", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.header("content-length").parse::<usize>().expect("a number") > 1000);
    assert_eq!(preview.ask("POST", "/kpc/", &[]).header("allow"), "GET, HEAD");
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let preview = Preview::start(&two_cooperatives(), "");
    let whole = preview.get("/favicon.svg");
    let part = preview.ask("GET", "/favicon.svg", &[("Range", "bytes=5-9")]);
    let range = format!("bytes 5-9/{}", whole.body.len());
    assert_eq!(
        (part.status, part.header("content-range"), &part.body[..]),
        (206, &*range, &whole.body[5..10])
    );
    let behind = preview.ask("GET", "/favicon.svg", &[("Range", "bytes=99999-")]);
    assert_eq!((behind.status, behind.body.len()), (416, 0));
    let other = preview.ask("GET", "/favicon.svg", &[("Range", "bytes=5-9"), ("If-Range", "\"lain\"")]);
    assert_eq!((other.status, other.body.len()), (200, whole.body.len()));
}

#[test]
fn an_edited_price_is_told_to_the_page_that_shows_it_and_to_no_other() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    assert!(preview.get("/kpc/").text().contains("12.500"));
    let mut shop = preview.follow("/kpc/");
    let mut other = preview.follow("/tani/");
    let (before, quiet) = (shop.next(), other.next());
    site.write("content/kpc/profil.yaml", SMALL.replace("12.500", "13.750"));
    shop.until(|state| state["body"] != before["body"]);
    assert!(preview.get("/kpc/").text().contains("13.750"));
    assert_eq!(other.next()["body"], quiet["body"]);
    assert!(preview.line_with("kpc:").starts_with("kpc: diperbarui"));
}

#[test]
fn whoever_asks_right_after_saving_gets_what_was_saved() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    for number in 1..30 {
        // Each is longer than the one before: two of a size within one tick of the file system's clock look alike
        // until the watch says otherwise.
        let slogan = format!("Wang{}", "i".repeat(number));
        site.write("content/kpc/profil.yaml", format!("{SMALL}slogan: {slogan}\n"));
        assert!(preview.get("/kpc/").text().contains(&slogan), "{number}");
    }
}

#[test]
fn a_finding_comes_with_its_line_and_goes_when_it_is_mended() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    let mut shop = preview.follow("/kpc/produk/kopi-bubuk/");
    let before = shop.next();
    assert_eq!(before["findings"].as_array().map(Vec::len), Some(0));
    site.write("content/kpc/profil.yaml", SMALL.replace("harga: 12.500", "harga: 12.5"));
    let state = shop.until(|state| state["findings"][0]["code"] == "price-not-whole");
    let finding = &state["findings"][0];
    assert_eq!((&finding["file"], &finding["line"]), (&"content/kpc/profil.yaml".into(), &4.into()));
    assert!(finding["text"].as_str().is_some_and(|line| line.contains("harga: 12.5,")), "{finding}");
    assert_eq!(state["body"], before["body"], "the page stays as it was");
    assert!(preview.get("/kpc/produk/kopi-bubuk/").text().contains("12.500"));
    assert!(preview.error_with("[price-not-whole]").contains("content/kpc/profil.yaml:4:"));
    site.write("content/kpc/profil.yaml", SMALL);
    shop.until(|state| state["findings"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn at_the_start_errors_are_told_and_advice_is_counted() {
    let site = two_cooperatives();
    site.write("content/kpc/profil.yaml", SMALL.replace("harga: 12.500", "harga: 12.5"));
    site.write(
        "content/tani/profil.yaml",
        PHOTO.replace("{berkas: foto/kopi.jpg, alt: Kopi dalam bungkus}", "foto/kopi.jpg"),
    );
    site.write("content/tani/foto/kopi.jpg", jpeg(1));
    let preview = Preview::start(&site, "");
    assert_eq!(preview.line_with("kesalahan"), "1 kesalahan, 0 peringatan, 1 saran");
    preview.error_with("[price-not-whole]");
    let verbose = Preview::start(&site, "--verbose");
    verbose.error_with("[photo-without-alt]");
}

#[test]
fn a_cooperative_that_never_could_be_shown_says_why_until_it_can() {
    let site = two_cooperatives();
    site.write("content/baru/profil.yaml", format!("{SMALL}prodk: <b>kopi</b>\n"));
    let preview = Preview::start(&site, "--lang en");
    let broken = preview.get("/baru/");
    assert_eq!(broken.status, 500);
    assert!(broken.text().contains("content/baru/profil.yaml:6:1: error: "), "{}", broken.text());
    assert!(broken.text().contains("/.etalase/pratinjau.js"));
    let mut page = preview.follow("/baru/");
    let before = page.next();
    assert_eq!(before["findings"][0]["code"], "unknown-key");
    site.write("content/baru/profil.yaml", SMALL);
    page.until(|state| state["body"] != before["body"]);
    assert_eq!(preview.get("/baru/").status, 200);
}

#[test]
fn cooperatives_come_and_go() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    let mut portal = preview.follow("/");
    portal.next();
    assert_eq!(preview.get("/baru/").status, 404);
    site.write("content/baru/profil.yaml", SMALL.replace("Contoh", "Baru Sekali"));
    portal.until(|_| preview.get("/").text().contains("Baru Sekali"));
    assert_eq!(preview.get("/baru/").status, 200);
    fs::rename(site.path("content/baru"), site.path("content/lain")).expect("renamed");
    portal.until(|_| preview.get("/").text().contains("lain/"));
    assert_eq!((preview.get("/baru/").status, preview.get("/lain/").status), (404, 200));
    fs::remove_dir_all(site.path("content/lain")).expect("removed");
    portal.until(|_| !preview.get("/").text().contains("Baru Sekali"));
    assert_eq!(preview.get("/lain/").status, 404);
}

#[test]
fn the_quiz_of_a_site_of_one_follows_its_file() {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", SMALL);
    let quiz = include_str!("../content/_muda/kuis.yaml");
    site.write("content/_muda/kuis.yaml", quiz);
    let preview = Preview::start(&site, "");
    assert!(preview.get("/muda/kuis/").text().contains("Kamu cocok jadi apa?"));
    let mut page = preview.follow("/muda/kuis/");
    let before = page.next();
    site.write("content/_muda/kuis.yaml", quiz.replace("Kamu cocok jadi apa?", "Apa bagianmu?"));
    page.until(|state| state["body"] != before["body"]);
    assert!(preview.get("/muda/kuis/").text().contains("Apa bagianmu?"));
}

#[test]
fn a_guide_follows_its_file_wherever_in_the_site_it_is() {
    let site = two_cooperatives();
    site.write("etalase.yaml", "panduan:\n  - {judul: Panduan, berkas: [docs/mulai.md]}\n");
    site.write("docs/mulai.md", "# Mulai\n\nSatu.\n\n![Toko](toko.jpg)\n");
    site.write("docs/toko.jpg", jpeg(3));
    let preview = Preview::start(&site, "");
    let mut page = preview.follow("/panduan/mulai/");
    let before = page.next();
    let html = preview.get("/panduan/mulai/").text();
    let picture =
        html.split("../../foto/").nth(1).and_then(|rest| rest.split('"').next()).expect("a picture");
    assert_eq!(preview.get(&format!("/foto/{picture}")).status, 200);
    site.write("docs/mulai.md", "# Mulai\n\nDua.\n");
    page.until(|state| state["body"] != before["body"]);
    assert!(preview.get("/panduan/mulai/").text().contains("Dua."));
}

#[test]
fn one_cooperative_becomes_many_and_one_again() {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", SMALL);
    let preview = Preview::start(&site, "");
    let mut page = preview.follow("/");
    let alone = page.next();
    assert!(preview.get("/").text().contains("data-page=\"storefront\""));
    site.write("content/tani/profil.yaml", SMALL.replace("Contoh", "Tani"));
    page.until(|_| preview.get("/").text().contains("data-page=\"portal\""));
    assert_eq!((preview.get("/kpc/").status, preview.get("/tani/").status), (200, 200));
    fs::remove_dir_all(site.path("content/tani")).expect("removed");
    page.until(|state| state["body"] == alone["body"]);
    assert!(preview.get("/").text().contains("data-page=\"storefront\""));
}

#[test]
fn editors_save_by_renaming() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    let mut shop = preview.follow("/kpc/");
    let first = shop.next();
    // Written beside it, then moved over it.
    site.write("content/kpc/.profil.yaml.tmp", SMALL.replace("12.500", "21.000"));
    fs::rename(site.path("content/kpc/.profil.yaml.tmp"), site.path("content/kpc/profil.yaml"))
        .expect("renamed");
    let second = shop.until(|state| state["body"] != first["body"]);
    assert!(preview.get("/kpc/").text().contains("21.000"));
    // Moved away first, then written anew.
    fs::rename(site.path("content/kpc/profil.yaml"), site.path("content/kpc/profil.yaml~")).expect("renamed");
    site.write("content/kpc/profil.yaml", SMALL.replace("12.500", "22.000"));
    shop.until(|state| {
        state["body"] != second["body"] && state["findings"].as_array().is_some_and(Vec::is_empty)
    });
    assert!(preview.get("/kpc/").text().contains("22.000"));
}

#[test]
fn hundreds_of_files_change_at_once() {
    let site = two_cooperatives();
    let names: Vec<String> = (0..150).map(|number| format!("kop-{number}")).collect();
    for name in &names {
        site.write(&format!("content/{name}/profil.yaml"), SMALL.replace("Contoh", "Lama"));
    }
    let preview = Preview::start(&site, "");
    let mut shop = preview.follow("/kop-149/");
    let before = shop.next();
    for name in &names {
        site.write(&format!("content/{name}/profil.yaml"), SMALL.replace("Contoh", "Anyar"));
    }
    shop.until(|state| state["body"] != before["body"]);
    let mut portal = preview.follow("/");
    portal.until(|_| {
        let summary = |name: &str| preview.get(&format!("/{name}/etalase.json")).text().contains("Anyar");
        names.iter().all(|name| summary(name))
    });
}

#[test]
fn a_change_of_style_leaves_the_words_of_a_page_alone() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    let mut shop = preview.follow("/kpc/");
    let before = shop.next();
    site.write("themes/etalase/css/site.css", "main { outline: 3px solid rebeccapurple; }\n");
    let after = shop.until(|state| state["style"] != before["style"]);
    assert_eq!(after["body"], before["body"]);
    assert!(preview.get("/kpc/").text().contains("outline:3px solid"));
    // A sheet that cannot be read is a finding with its place; pages stay as they were.
    site.write("themes/etalase/css/site.css", "main { outline: 3px }\n} h1 { color: }\n");
    let faulty = shop.until(|state| state["findings"][0]["file"] == "themes/etalase/css/site.css");
    assert_eq!((&faulty["style"], &faulty["body"]), (&after["style"], &after["body"]));
}

#[test]
fn a_site_whose_settings_are_broken_is_shown_when_they_are_mended() {
    let site = two_cooperatives();
    site.write("etalase.yaml", "judull: Uji\n");
    let preview = Preview::start(&site, "");
    let mut page = preview.follow("/kpc/");
    let state = page.next();
    assert_eq!(state["findings"][0]["code"], "unknown-key");
    assert_eq!(preview.get("/kpc/").status, 500);
    site.write("etalase.yaml", "judul: Uji\n");
    page.until(|now| now["body"] != state["body"]);
    assert_eq!(preview.get("/kpc/").status, 200);
}

#[test]
fn a_photo_is_made_when_it_is_asked_for_and_not_before() {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", PHOTO);
    site.write("content/kpc/foto/kopi.jpg", jpeg(1));
    let preview = Preview::start(&site, "");
    let page = preview.get("/").text();
    let made = || {
        let is_picture =
            |path: &&String| ["jpg", "webp"].contains(&path.rsplit('.').next().unwrap_or_default());
        walk(&site.path(".etalase")).iter().filter(is_picture).count()
    };
    assert_eq!(made(), 0, "no picture was made for the page");
    let photo = preview.get(&format!("/{}", photo_of(&page)));
    assert_eq!((photo.status, photo.header("content-type")), (200, "image/jpeg"));
    let picture = image::load_from_memory(&photo.body).expect("a picture");
    assert_eq!(picture.width(), 640);
    assert_eq!(made(), 1, "and nothing but what was asked for");
    assert!(!site.path("public").exists(), "a preview writes no site");
}

#[test]
fn a_photo_that_is_copied_in_parts_is_shown_when_it_is_whole() {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", SMALL);
    let preview = Preview::start(&site, "");
    let mut page = preview.follow("/");
    page.next();
    let bytes = jpeg(2);
    fs::create_dir_all(site.path("content/kpc/foto")).expect("made");
    let mut file = fs::File::create(site.path("content/kpc/foto/kopi.jpg")).expect("made");
    file.write_all(&bytes[..bytes.len() / 2]).expect("written");
    site.write("content/kpc/profil.yaml", PHOTO);
    file.write_all(&bytes[bytes.len() / 2..]).expect("written");
    drop(file);
    page.until(|state| {
        let html = preview.get("/").text();
        state["findings"].as_array().is_some_and(Vec::is_empty) && html.contains("foto/kopi")
    });
    let photo = preview.get(&format!("/{}", photo_of(&preview.get("/").text())));
    assert_eq!(image::load_from_memory(&photo.body).expect("a whole picture").width(), 640);
}

#[test]
fn a_folder_that_is_copied_with_its_photos_becomes_a_cooperative() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    let mut page = preview.follow("/baru/");
    page.next();
    fs::create_dir_all(site.path("content/baru/foto")).expect("made");
    let bytes = jpeg(3);
    let mut file = fs::File::create(site.path("content/baru/foto/kopi.jpg")).expect("made");
    file.write_all(&bytes[..1000]).expect("written");
    site.write("content/baru/profil.yaml", PHOTO);
    file.write_all(&bytes[1000..]).expect("written");
    drop(file);
    page.until(|state| {
        let answer = preview.get("/baru/");
        answer.status == 200
            && answer.text().contains("./foto/kopi")
            && state["findings"].as_array().is_some_and(Vec::is_empty)
    });
}

/// The JPEG that a page shows where nothing better is understood.
fn photo_of(html: &str) -> String {
    let start = html.find("src=\"./foto/").expect("a photo") + "src=\"./".len();
    html[start..].split('"').next().expect("a path").to_owned()
}

fn walk(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] })
        .collect()
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = two_cooperatives();
    site.write("content/kpc/profil.yaml", format!("{SMALL}alamat_lama: [koperasi-lama]\n"));
    let preview = Preview::start(&site, "");
    let answer = preview.get("/koperasi-lama/produk/kopi-bubuk/");
    assert_eq!((answer.status, answer.header("location")), (302, "/kpc/produk/kopi-bubuk/"));
}

#[test]
fn an_old_address_of_the_only_cooperative_leads_to_the_root() {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", format!("{SMALL}alamat_lama: [koperasi-lama]\n"));
    let preview = Preview::start(&site, "");
    for (old, new) in [("/koperasi-lama/produk/kopi-bubuk/", "/produk/kopi-bubuk/"), ("/koperasi-lama/", "/")]
    {
        let answer = preview.get(old);
        assert_eq!((answer.status, answer.header("location")), (302, new));
    }
    assert_eq!(preview.get("/entah/").status, 404);
}

#[test]
fn a_taken_port_is_named_with_the_next_free_one() {
    let site = two_cooperatives();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let output = site.command(&format!("serve --port {port} --lang en")).output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("port {port} is taken by another program")), "{said}");
    let free = said.split("--port ").nth(1).and_then(|rest| rest.split('`').next()).expect("another port");
    assert!(free.parse::<u16>().expect("a port") > port, "{said}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_though_pages_are_open() {
    let site = two_cooperatives();
    let mut preview = Preview::start(&site, "");
    let mut page = preview.follow("/kpc/");
    page.next();
    let told = Command::new("kill").args(["-INT", &preview.id().to_string()]).status().expect("runs");
    assert!(told.success());
    assert!(page.is_over(), "the stream ends");
    assert_eq!(preview.wait(), Some(0));
}

#[test]
fn a_site_that_is_not_there_is_a_clear_failure() {
    let site = Site::new();
    let output = site.command("serve tidak-ada --port 0").output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tidak-ada"));
}

fn two_cooperatives() -> Site {
    let site = Site::new();
    site.write("content/kpc/profil.yaml", SMALL);
    site.write("content/tani/profil.yaml", SMALL.replace("Contoh", "Tani"));
    site
}
