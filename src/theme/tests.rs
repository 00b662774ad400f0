mod look;

use super::*;

fn load(name: &str, files: &[(&str, &str)]) -> (Option<Theme>, Findings) {
    let overrides = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut findings = Findings::new();
    let theme = Theme::load(name, &overrides, &mut findings);
    (theme, findings)
}

#[test]
fn the_built_in_theme_has_no_finding() {
    let (theme, findings) = load("etalase", &[]);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    for kind in theme.manifest().pages.keys() {
        assert!(theme.has_page(kind), "theme.yaml names a page `{kind}` without a template");
    }
}

#[test]
fn every_text_that_a_template_names_exists() {
    let files = Files::collect("etalase", &BTreeMap::new(), &mut Findings::new()).expect("it exists");
    let (theme, _) = load("etalase", &[]);
    let theme = theme.expect("it loads");
    for (key, template) in template::text_keys(&files) {
        let texts = theme.texts(Language::Id);
        let is_there =
            texts.find(&key).is_some() || texts.keys().any(|name| name.starts_with(&format!("{key}.")));
        assert!(is_there, "{template} prints t.{key}");
    }
}

#[test]
fn languages_have_the_same_texts_with_the_same_places_for_values() {
    let (theme, _) = load("etalase", &[]);
    let theme = theme.expect("it loads");
    let places = |text: &str| {
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split('}').next().map(str::to_owned)).collect();
        names.sort();
        names
    };
    let first = theme.texts(Language::Id);
    for language in [Language::Su, Language::En] {
        let other = theme.texts(language);
        for key in first.keys() {
            let translated = other.find(key).unwrap_or_else(|| panic!("{language:?} lacks {key}"));
            assert_eq!(places(first.get(key)), places(translated), "{language:?} {key}");
        }
        for key in other.keys().filter(|key| !text::is_singular(key)) {
            assert!(first.find(key).is_some(), "{language:?} has {key}, which Indonesian lacks");
        }
    }
}

#[test]
fn a_misspelt_text_is_told_with_the_right_one_and_asks_for_no_translation() {
    for (text, place, nearest) in [
        ("nav: {skp: Lompat}\n", "id.yaml:1:7", "nav.skip"),
        ("nav:\n  skipp: Lompat\n", "id.yaml:2:3", "nav.skip"),
        ("nav.skp: Lompat\n", "id.yaml:1:1", "nav.skip"),
    ] {
        let (theme, findings) = load("etalase", &[("text/id.yaml", text)]);
        assert_eq!(findings.brief(), format!("{place} text-unknown\n"), "{text}");
        let help = findings.iter().next().map(|finding| finding.help.id.clone()).unwrap_or_default();
        assert_eq!(help, format!("maksud Anda `{nearest}`?"));
        assert_ne!(theme.expect("it loads").texts(Language::Id).get(nearest), "Lompat");
    }
    // What a template of the theme prints is a text of its own.
    let files = [
        ("text/id.yaml", "nav: {skp: Lompat}\n"),
        (
            "templates/components/baru.html",
            "{% component baru(@t: map) %}{{ t.nav.skp }}{% endcomponent baru %}\n",
        ),
    ];
    assert_eq!(load("etalase", &files).1.brief(), "en.yaml text-missing\nsu.yaml text-missing\n");
}

#[test]
fn a_site_replaces_one_file_and_keeps_the_rest() {
    let (theme, findings) = load("etalase", &[("text/id.yaml", "nav: {skip: Lompat}\n")]);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    assert_eq!(theme.texts(Language::Id).get("nav.skip"), "Lompat");
    assert_eq!(theme.texts(Language::Id).get("nav.join"), "Jadi anggota");
}

#[test]
fn texts_of_a_built_in_theme_are_laid_over_key_by_key() {
    for text in ["muda: {title: 'Halo {name}'}\n", "", "[]\n"] {
        let (theme, findings) = load("muda", &[("text/id.yaml", text), ("text/lembar/id.yaml", text)]);
        assert!(!findings.has_error(), "{text}: {}", findings.brief());
        let (own, whole) = (theme.expect("it loads"), load("muda", &[]).0.expect("it loads"));
        let (own, whole) = (own.texts(Language::Id), whole.texts(Language::Id));
        for key in whole.keys() {
            assert!(own.find(key).is_some(), "{text}: no {key}");
        }
        let title = if text.contains("Halo") { "Halo {name}" } else { whole.get("muda.title") };
        assert_eq!(own.get("muda.title"), title);
    }
}

#[test]
fn a_list_of_texts_is_replaced_whole() {
    let (theme, _) = load("muda", &[("text/lembar/id.yaml", "kit: {daftar: [satu]}\n")]);
    assert_eq!(theme.expect("it loads").texts(Language::Id).list("kit.daftar"), ["satu"]);
}

#[test]
fn a_site_brings_a_theme_of_its_own() {
    let (theme, findings) = load(
        "sawah",
        &[("theme.yaml", "nama: Sawah\ndasar: etalase\n"), ("css/site.css", "body { color: green }")],
    );
    assert_eq!(findings.brief(), "");
    assert!(theme.expect("it loads").style("storefront").css.ends_with("body{color:green}"));
}

#[test]
fn a_theme_that_does_not_exist_is_a_finding_with_the_nearest_name() {
    let (theme, findings) = load("etalas", &[]);
    assert!(theme.is_none());
    assert_eq!(findings.brief(), "etalase.yaml theme-unknown\n");
    assert_eq!(
        findings.iter().next().map(|finding| finding.help.id.as_str()),
        Some("maksud Anda `etalase`?")
    );
}

#[test]
fn a_text_that_one_language_lacks_is_an_advice() {
    let (theme, findings) = load("etalase", &[("text/id.yaml", "baru: {satu: Halo}\n")]);
    assert_eq!(findings.brief(), "en.yaml text-missing\nsu.yaml text-missing\n");
    assert_eq!(theme.expect("it loads").texts(Language::En).get("baru.satu"), "Halo");
}

#[test]
fn a_language_may_lack_what_a_sheet_says_and_have_a_shorter_list() {
    let sheets = [
        ("text/lembar/id.yaml", "isi: {judul: Halo, daftar: [satu, dua, tiga]}\n"),
        ("text/lembar/en.yaml", "isi: {judul: Hello, daftar: [one, two]}\n"),
    ];
    let (theme, findings) = load("etalase", &sheets);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    assert_eq!(theme.texts(Language::Su).list("isi.daftar"), ["satu", "dua", "tiga"]);
    assert_eq!(theme.texts(Language::Su).get("isi.judul"), "Halo");
    assert_eq!(theme.texts(Language::En).list("isi.daftar"), ["one", "two"]);
    assert!(theme.texts(Language::En).list("isi.lain").is_empty());
}

#[test]
fn the_theme_for_pupils_has_no_finding_and_a_template_for_every_limit() {
    let (theme, findings) = load("muda", &[]);
    assert_eq!(findings.brief(), "");
    let theme = theme.expect("it loads");
    for kind in theme.manifest().pages.keys() {
        assert!(theme.has_page(kind), "theme.yaml names a page `{kind}` without a template");
    }
}

#[test]
fn broken_files_are_findings_at_their_place() {
    let (theme, findings) =
        load("etalase", &[("templates/pages/story.html", "{% extends \"base.html\" %}\n  {% if %}")]);
    assert!(theme.is_none());
    assert_eq!(findings.brief(), "story.html:2:9 template-syntax\n");

    let (_, findings) = load(
        "etalase",
        &[(
            "templates/pages/story.html",
            "{% extends \"base.html\" %}{% block main %}\n    {{ 1 | kilau }}{% endblock main %}",
        )],
    );
    assert_eq!(findings.brief(), "story.html:2:12 template-reference\n");

    let (_, findings) =
        load("etalase", &[("css/components/story.css", ".a {\n  color: red;\n}\n} .b { color: }")]);
    assert_eq!(findings.brief(), "story.css:4:1 css-unreadable\n");

    let (theme, findings) = load("etalase", &[("text/su.yaml", "nav:\n  skip: [\n")]);
    assert!(theme.is_none());
    assert!(findings.brief().starts_with("su.yaml:"), "{}", findings.brief());
}

#[test]
fn a_value_that_a_page_lacks_is_a_finding_at_its_place() {
    let (theme, _) = load("etalase", &[("templates/pages/story.html", "<p>\n  {{ nothing.here }}</p>")]);
    let mut findings = Findings::new();
    assert_eq!(theme.expect("it loads").render("story", &Context::new(), &mut findings), None);
    assert_eq!(findings.brief(), "story.html:2:6 template-value\n");
}

#[test]
fn a_theme_renders_its_own_pages_and_those_of_the_theme_that_it_builds_on() {
    let (theme, _) = load("muda", &[]);
    let theme = theme.expect("it loads");
    for kind in ["youth", "story", "youth-quiz", "storefront"] {
        let mut findings = Findings::new();
        // Without anything to print: the page was found, and lacks a value.
        assert_eq!(theme.render(kind, &Context::new(), &mut findings), None);
        assert!(findings.iter().all(|it| it.code == "template-value"), "{kind}: {}", findings.brief());
        assert_eq!(findings.len(), 1, "{kind}");
    }
}

#[test]
fn a_page_carries_the_sheets_of_its_own_parts_only() {
    let (theme, _) = load("etalase", &[]);
    let theme = theme.expect("it loads");
    assert!(theme.style("storefront").css.contains(".product-card"));
    assert!(!theme.style("join").css.contains(".product-card"));
    assert!(theme.script("not-found").is_none());
    let script = theme.script("storefront").expect("it has parts with scripts");
    assert!(script.text.contains("open-now") && !script.text.contains("navigator.share"));
}
