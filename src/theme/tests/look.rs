//! `theme.yaml`: laid over that of the theme below, its mistakes, and what it does to colours and corners.

use super::super::keys::{check, place};
use super::load;
use crate::finding::{Findings, SourceFile};
use crate::theme::{Feature, Theme};

fn with(manifest: &str) -> (Option<Theme>, Findings) {
    load("etalase", &[("theme.yaml", manifest)])
}

fn css(name: &str, files: &[(&str, &str)], kind: &str) -> String {
    let (theme, findings) = load(name, files);
    assert_eq!(findings.brief(), "");
    theme.expect("it loads").style(kind).css.clone()
}

#[test]
fn a_theme_yaml_is_laid_over_the_embedded_one_key_by_key() {
    let (theme, findings) = with("tanpa: [laporan]\nhalaman:\n  product: {html_kb: 9}\n");
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    let manifest = theme.manifest();
    assert_eq!(manifest.name, "Etalase");
    assert!(!manifest.has(Feature::Report) && manifest.has(Feature::Basket));
    let product = manifest.pages["product"];
    assert_eq!((product.html_kb, product.script_kb, product.total_kb), (Some(9), Some(4), Some(100)));
    assert_eq!(manifest.pages["storefront"].html_kb, Some(14));
    assert_eq!(manifest.photo_sizes("kotak"), "6rem");
}

#[test]
fn a_theme_of_ones_own_takes_what_it_does_not_say_from_the_one_below() {
    let (theme, findings) = load("lapak", &[("theme.yaml", "dasar: muda\nfoto: {kotak: 5rem}\n")]);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    assert_eq!(theme.manifest().pages["youth"].html_kb, Some(24), "of muda");
    assert_eq!(theme.manifest().pages["product"].html_kb, Some(12), "of etalase below it");
    assert_eq!(theme.manifest().photo_sizes("kotak"), "5rem");
}

#[test]
fn a_theme_is_for_whom_it_says_or_the_one_below() {
    let is_zine = |name: &str, manifest: &str| {
        let (theme, findings) = load(name, &[("theme.yaml", manifest)]);
        assert_eq!(findings.brief(), "");
        theme.expect("it loads").is_zine()
    };
    assert!(is_zine("muda", "nama: Muda\n") && !is_zine("etalase", "nama: Etalase\n"));
    assert!(is_zine("kelas", "dasar: muda\n") && !is_zine("kelas", "nama: Kelas\n"));
    assert!(is_zine("kelas", "untuk: pelajar\n") && !is_zine("kelas", "dasar: muda\nuntuk: pembeli\n"));
    assert_eq!(with("untuk: pelajr\n").1.brief(), "theme.yaml:1:1 theme-word-unknown\n");
}

#[test]
fn wrong_keys_and_values_are_told_at_their_place_all_at_once() {
    let (theme, findings) = with(
        "wrna: \"#0f766e\"\naksen: merah\nsudut: bulet\ntanpa: [keranjang, lapran]\nlogo: logo.png\n\
         halaman:\n  product: {html_kb: banyak, html: 3}\nfoto: {kartoe: 44vw}\n",
    );
    assert!(theme.is_none());
    let mut brief: Vec<String> = findings.brief().lines().map(str::to_owned).collect();
    brief.sort();
    assert_eq!(
        brief,
        [
            "theme.yaml:1:1 theme-key-unknown",
            "theme.yaml:2:1 theme-value-wrong",
            "theme.yaml:3:1 theme-word-unknown",
            "theme.yaml:4:20 theme-word-unknown",
            "theme.yaml:7:13 theme-value-wrong",
            "theme.yaml:7:30 theme-key-unknown",
            "theme.yaml:8:8 theme-key-unknown",
        ]
    );
    let help: Vec<&str> = findings.iter().map(|finding| finding.help.id.as_str()).collect();
    for meant in ["warna", "bulat", "laporan", "html_kb", "kartu"] {
        assert!(help.contains(&format!("maksud Anda `{meant}`?").as_str()), "{meant}: {help:?}");
    }
}

#[test]
fn a_colour_without_quotes_is_a_comment_and_a_finding() {
    let (_, findings) = with("warna: #0f766e\n");
    assert_eq!(findings.brief(), "theme.yaml:1:1 theme-value-wrong\n");
}

#[test]
fn whatever_the_checks_let_through_can_be_read() {
    for text in [
        "",
        "keterangan:\n",
        "tanpa: []\n",
        "halaman:\n",
        "halaman: {product: }\n",
        "halaman: {product: {html_kb: }}\n",
        "foto: {kartu: }\n",
        "sudut: siku\nlogo:\n",
    ] {
        let file = SourceFile::new("themes/etalase/theme.yaml", text);
        let tree = serde_yaml::from_str(text).expect("YAML");
        assert!(check(&file, &tree, &mut Findings::new()), "{text}");
        assert!(with(text).0.is_some(), "{text}");
    }
    assert!(with("- nama\n").0.is_none());
}

#[test]
fn a_key_is_found_by_its_path() {
    let file =
        SourceFile::new("theme.yaml", "nama: halaman\nhalaman:\n  youth-shu: {}\n  shu: {html_kb: 2}\n");
    let span = place(&file, &["halaman", "shu", "html_kb"]);
    assert_eq!((span.line, span.column, span.length), (4, 9, 7));
}

#[test]
fn corners_and_accent_stand_behind_the_tokens_and_before_the_sites_own_rules() {
    let sheet = css(
        "etalase",
        &[("theme.yaml", "sudut: siku\naksen: \"#7a1f3d\"\n"), ("css/site.css", ":root{--radius:1px}")],
        "storefront",
    );
    let at = |text: &str| sheet.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(at("--radius:.75rem") < at("--radius:0;--pill:0"));
    assert!(at("--radius:0;") < at("--radius:1px"));
    assert!(at("--warm:#7a1f3d") > at("--warm:#9a3f12"));
    assert!(sheet.matches("--warm:").count() == 4, "day and night, of the theme and of theme.yaml");
}

#[test]
fn a_pale_accent_is_used_as_the_nearest_that_can_be_read_with_an_advice() {
    let (theme, findings) = with("aksen: \"#ffd84d\"\n");
    assert_eq!(findings.brief(), "theme.yaml:1:1 theme-colour-not-legible\n");
    let finding = findings.iter().next().expect("one");
    let used = finding.help.en.split('"').nth(1).expect("a colour").to_owned();
    assert!(theme.expect("it loads").style("storefront").css.contains(&format!("--warm:{used}")));
    let (_, findings) = with(&format!("aksen: \"{used}\"\n"));
    assert_eq!(findings.brief(), "", "what is proposed can stay");
}

#[test]
fn a_theme_for_pupils_takes_two_colours_seven_to_one_apart() {
    let sheet = css("muda", &[("theme.yaml", "warna: \"#ffe98a\"\naksen: \"#2a0b3d\"\n")], "youth");
    assert!(sheet.contains(":root,[data-palette]{--flat:#ffe98a;--deep:#2a0b3d;"), "{sheet}");
    let (theme, findings) = load("muda", &[("theme.yaml", "warna: \"#ffe98a\"\naksen: \"#5b4a6d\"\n")]);
    assert_eq!(findings.brief(), "theme.yaml:2:1 theme-colour-not-legible\n");
    let (flat, deep) = theme.expect("it loads").look().youth_pair().expect("a pair");
    assert!(flat.contrast(deep) >= 7.0);
    let (_, findings) = load("muda", &[("theme.yaml", "sudut: siku\n")]);
    assert_eq!(findings.brief(), "theme.yaml:1:1 theme-key-idle\n");
}

#[test]
fn a_logo_is_a_drawing_of_the_theme() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let (theme, findings) = load("etalase", &[("theme.yaml", "logo: logo.svg\n"), ("logo.svg", drawing)]);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    assert_eq!(theme.look().logo.as_ref().map(|logo| logo.text.as_str()), Some(drawing));
    let (theme, findings) = load("etalase", &[("theme.yaml", "logo: loga.svg\n"), ("logo.svg", drawing)]);
    assert!(theme.is_none());
    assert_eq!(findings.brief(), "theme.yaml:1:1 theme-logo-missing\n");
    assert_eq!(findings.iter().next().map(|it| it.help.en.as_str()), Some("did you mean `logo.svg`?"));
}

#[test]
fn words_that_cannot_be_read_are_a_finding_with_the_nearest_colour_that_can() {
    let (_, findings) = load("etalase", &[("css/site.css", ":root {\n  --muted: #a89c8c;\n}\n")]);
    assert_eq!(findings.brief(), "site.css:2:3 theme-contrast\n", "by night it can be read");
    let help = findings.iter().next().expect("one").help.en.clone();
    let nearest = help.split('`').nth(1).expect("a token").to_owned();
    let sheet = format!(
        ":root {{ {nearest}; }} @media (prefers-color-scheme: dark) {{ :root {{ --muted: #bcb0a0 }} }}"
    );
    assert_eq!(load("etalase", &[("css/site.css", &sheet)]).1.brief(), "", "{nearest}");
}

#[test]
fn a_ground_that_a_site_forgets_at_night_is_told_at_the_ground() {
    // No layer wins over the built-in night, so that the paper is light while the ink is light, too.
    let (_, findings) = load("etalase", &[("css/site.css", ":root { --paper: oklch(0.98 0.01 150) }")]);
    assert_eq!(findings.brief(), "site.css:1:9 theme-contrast\n".repeat(3), "{}", findings.brief());
    assert!(findings.iter().all(|finding| finding.found.en.contains("dark mode")));
}

#[test]
fn tokens_are_followed_and_what_only_a_browser_knows_is_left_alone() {
    let (_, findings) =
        load("etalase", &[("css/site.css", ":root { --muted: var(--quiet); --quiet: #a89c8c; }")]);
    assert_eq!(findings.brief(), "site.css:1:9 theme-contrast\n");
    let mixed = ":root { --muted: color-mix(in oklab, var(--ink), var(--paper)); --ink: var(--ink) }";
    assert_eq!(load("etalase", &[("css/site.css", mixed)]).1.brief(), "");
}

#[test]
fn a_palette_for_pupils_is_held_against_seven_to_one() {
    let sheet = "[data-palette=\"bata\"] { --deep: #7a4a2f; }";
    let (_, findings) = load("muda", &[("css/site.css", sheet)]);
    assert_eq!(findings.brief(), "site.css:1:25 theme-contrast\n");
    assert!(findings.iter().all(|finding| finding.expected.en.contains("7:1")));
}
