//! The worked example of `docs/THEMES.md`: loaded as a site's own theme, with each of its changes to be seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use etalase::finding::Findings;
use etalase::model::Language;
use etalase::theme::Theme;

/// Every file of the example, by its path inside the theme.
fn example() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/theme");
    let mut files = BTreeMap::new();
    gather(&root, &root, &mut files);
    files
}

#[expect(clippy::disallowed_methods, reason = "a test reads the example from its folder")]
fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("the example is there") {
        let path: PathBuf = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let inside = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.insert(inside, std::fs::read_to_string(&path).expect("text"));
        }
    }
}

fn load(name: &str, files: &BTreeMap<String, String>) -> Theme {
    let mut findings = Findings::new();
    let theme = Theme::load(name, files, &mut findings);
    assert_eq!(findings.brief(), "");
    theme.expect("it loads")
}

#[test]
fn the_example_changes_tokens_last_and_only_these() {
    let (own, ground) = (load("lapak-hijau", &example()), load("etalase", &BTreeMap::new()));
    for shape in ["kartu", "galeri", "sampul", "kotak"] {
        assert_eq!(own.manifest().photo_sizes(shape), ground.manifest().photo_sizes(shape), "{shape}");
    }
    let (own, ground) = (&own.style("storefront").css, &ground.style("storefront").css);
    let added = own.strip_prefix(ground.as_str()).expect("everything else is as in the theme below");
    assert!(added.contains("--radius:0") && added.contains("--paper:#f4f8f2"), "{added}");
    assert!(added.contains("prefers-color-scheme:dark"), "{added}");
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
    assert!(html.contains("awning__line"), "{html}");
    assert!(!load("etalase", &BTreeMap::new()).has_page("stall"));
}
