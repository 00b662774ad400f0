//! The worked example of `docs/THEMES.md`: loaded as a site's own theme, with each of its changes to be seen.

#![expect(clippy::disallowed_methods, reason = "a test writes a small site and reads what is built")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use etalase::Findings;
use etalase::for_tests::{Language, Theme};

/// Every file of the example, by its path inside the theme.
fn example() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/theme");
    let mut files = BTreeMap::new();
    gather(&root, &root, &mut files);
    files
}

fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the example is there") {
        let path: PathBuf = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let inside = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.insert(inside, fs::read_to_string(&path).expect("text"));
        }
    }
}

fn load(name: &str, files: &BTreeMap<String, String>) -> Theme {
    let mut findings = Findings::new();
    let theme = Theme::load(name, files, &mut findings);
    assert_eq!(findings.brief(), "");
    theme.expect("it loads")
}

/// The example as the theme of a small site, built; the pages by path.
fn built() -> (tempfile::TempDir, PathBuf) {
    let site = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    };
    write("etalase.yaml", "tema: lapak-hijau\nalamat: https://contoh.id/\n");
    write("content/sagara/profil.yaml", "nama: Koperasi Sagara\nkontak: {whatsapp: 0812-0000-0001}\n");
    write(
        "content/sagara/cerita/panen.md",
        "---\njudul: Panen raya\ntanggal: 2026-11-01\npenulis: Ibu Tati\n---\nPadi menguning.\n",
    );
    for (path, text) in example() {
        write(&format!("themes/lapak-hijau/{path}"), &text);
    }
    let public = site.path().join("public");
    let run = Command::new(env!("CARGO_BIN_EXE_etalase"))
        .args(["build", "--lang", "en", "--today", "2026-11-24", "--strict"])
        .arg(site.path())
        .arg("--output")
        .arg(&public)
        .env("XDG_CACHE_HOME", site.path().join("cache"))
        .output()
        .expect("it starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    (site, public)
}

#[test]
fn a_site_with_the_example_shows_each_of_its_changes() {
    let (_site, public) = built();
    let page = |path: &str| fs::read_to_string(public.join(path)).expect("a page");
    let (shop, story) = (page("index.html"), page("cerita/panen/index.html"));
    for html in [&shop, &story] {
        assert!(html.contains("--paper:#f4f8f2") && html.contains("--paper:#141914"), "a token");
        assert!(html.contains("Lapak ini milik warga desa."), "a sentence");
        assert!(html.contains("<hr class=\"awning__line\">"), "a part");
        assert!(html.contains("--radius:0;--pill:0"), "corners");
        assert!(html.contains("--warm:#8b2f4a"), "accent");
        assert!(html.contains("--brand:#2f6b3a"), "colour");
    }
    let signed = story.find("story__sign").expect("a template");
    assert!(
        story.find("Padi menguning.").expect("its text") < signed && story[signed..].contains("Ibu Tati")
    );
    let logo =
        shop.split("header__seal\" src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a logo");
    assert_eq!(fs::read_to_string(public.join(logo)).expect("there"), example()["logo.svg"]);
}

#[test]
fn the_example_changes_what_it_says_and_nothing_else() {
    let (own, ground) = (load("lapak-hijau", &example()), load("etalase", &BTreeMap::new()));
    for shape in ["kartu", "galeri", "sampul", "kotak"] {
        assert_eq!(own.manifest().photo_sizes(shape), ground.manifest().photo_sizes(shape), "{shape}");
    }
    let (own, ground) = (&own.style("storefront").css, &ground.style("storefront").css);
    let tokens = ground.find("@layer reset{").expect("the ground is in layers");
    let (before, after) = ground.split_at(tokens);
    let added = own.strip_prefix(before).expect("the tokens are as in the theme below");
    let (set, rest) = added.split_at(added.find("@layer reset{").expect("the same layers"));
    assert!(set.contains("--radius:0") && set.contains("--warm:#8b2f4a"), "{set}");
    let last = rest.strip_prefix(after).expect("everything else is as in the theme below");
    assert!(last.contains("--paper:#f4f8f2") && last.contains("prefers-color-scheme:dark"), "{last}");
}

#[test]
fn the_example_changes_one_sentence_in_every_language_and_keeps_the_others() {
    let (own, ground) = (load("lapak-hijau", &example()), load("etalase", &BTreeMap::new()));
    for language in Language::ALL {
        let (own, ground) = (own.texts(language), ground.texts(language));
        let changed: Vec<&str> = ground.keys().filter(|key| own.get(key) != ground.get(key)).collect();
        assert_eq!(changed, ["footer.owned"], "{language:?}");
    }
}

#[test]
fn the_example_replaces_a_part_of_the_page() {
    let mut context = tera::Context::new();
    context.insert("nothing", &true);
    let part = &example()["templates/partials/awning.html"];
    let page = BTreeMap::from([
        ("templates/partials/awning.html".to_owned(), part.clone()),
        ("templates/pages/stall.html".to_owned(), "{% include \"partials/awning.html\" %}".to_owned()),
    ]);
    let mut findings = Findings::new();
    let html = load("lapak-hijau", &page).render("stall", &context, &mut findings).expect("it renders");
    let html = String::from_utf8(html).expect("pages are text");
    assert!(html.contains("awning__line"), "{html}");
    assert!(!load("etalase", &BTreeMap::new()).has_page("stall"));
}
