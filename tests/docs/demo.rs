//! The demo in `content/` shows every key there is: what it leaves out, and why, stands here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use etalase::keys::{EVENT, HOURS, Key, PROFILE, QUIZ, SITE, SITES, STORY, Section, Shape, YOUTH_PAGE};
use serde_yaml::{Mapping, Value};

use crate::tree::{assert_none, files_below};

/// The tops of what people write, but for the list of sites: see below.
const TOPS: [&Section; 6] = [&PROFILE, &STORY, &SITE, &EVENT, &QUIZ, &YOUTH_PAGE];

/// Keys that the demo leaves out: section, key, and what speaks against it. A key below one of these is left out too.
const LEFT_OUT: [(&str, &str, &str); 6] = [
    ("profil", "wilayah_nama", "for codes outside West Java, and the demo's programme is that of West Java"),
    ("foto", "izin", "for people in a picture: the pictures of the demo are drawn and show nobody"),
    ("pengurus", "foto", "likewise"),
    ("etalase.yaml", "analitik", "the demo counts no visitors, and says so with `null`"),
    ("etalase.yaml", "kelola", "proposals go to a repository, and the demo has none of its own"),
    ("etalase.yaml", "cache", "a store of somebody's own, with an account"),
];

#[test]
fn the_demo_shows_every_key() {
    let used = used_by_the_demo();
    let mut missing = Vec::new();
    for section in sections() {
        for key in section.keys.iter().filter(|key| reason(section, key).is_none()) {
            let is_used = |suffix: &str| used.contains(&(section.name, format!("{}{suffix}", key.name)));
            if !is_used("") {
                missing.push(format!("{}: no file of the demo has `{}`", section.name, key.name));
            }
            let languages = if key.shape.is_translated() { &["_en", "_su"][..] } else { &[] };
            for suffix in languages.iter().filter(|suffix| !is_used(suffix)) {
                missing.push(format!("{}: no file of the demo has `{}{suffix}`", section.name, key.name));
            }
        }
    }
    assert_none(missing);
}

#[test]
fn what_the_demo_leaves_out_is_a_key_that_it_does_not_use() {
    let used = used_by_the_demo();
    for (section, key, _) in LEFT_OUT {
        let known = sections().into_iter().any(|known| known.name == section && known.key(key).is_some());
        assert!(known, "{section}: there is no key `{key}`");
        assert!(!used.contains(&(section, key.to_owned())), "{section}: the demo has `{key}` after all");
    }
    // Other sites are asked over the network, and a build of the demo asks nobody.
    assert!(!demo("content/_situs.yaml").exists() && SITES.key("situs").is_some());
}

#[test]
fn the_demo_has_the_twelve_cooperatives_and_seventy_goods_that_the_guides_name() {
    let goods: BTreeMap<String, usize> = profiles()
        .into_iter()
        .map(|(slug, profile)| {
            let goods = profile.get("produk").and_then(Value::as_sequence).map_or(0, Vec::len);
            (slug, goods)
        })
        .collect();
    assert_eq!((goods.len(), goods.values().sum::<usize>()), (12, 70), "{goods:?}");
    let sizes: BTreeSet<usize> = goods.values().copied().collect();
    assert_eq!((sizes.first(), sizes.last()), (Some(&0), Some(&12)), "from none to a dozen");
}

/// Every section below the tops, each once, without those that only stand below a key that is left out.
fn sections() -> Vec<&'static Section> {
    let mut found: Vec<&'static Section> = Vec::new();
    let mut waiting: Vec<&'static Section> = TOPS.to_vec();
    while let Some(section) = waiting.pop() {
        if found.iter().any(|known| std::ptr::eq(*known, section)) {
            continue;
        }
        found.push(section);
        let shown = section.keys.iter().filter(|key| reason(section, key).is_none());
        waiting.extend(shown.filter_map(|key| key.shape.section()));
    }
    found
}

fn reason(section: &Section, key: &Key) -> Option<&'static str> {
    LEFT_OUT.iter().find(|left| (left.0, left.1) == (section.name, key.name)).map(|left| left.2)
}

/// Section and key, as it is written, of everything in the demo that has a value. Both sections called `foto` have a
/// `mutu`, and both are in the demo.
fn used_by_the_demo() -> BTreeSet<(&'static str, String)> {
    let mut used = BTreeSet::new();
    for (_, profile) in profiles() {
        mark(&PROFILE, &profile, &mut used);
    }
    mark(&SITE, &mapping(&text_of(&demo("etalase.yaml"))), &mut used);
    mark(&QUIZ, &mapping(&text_of(&demo("content/_muda/kuis.yaml"))), &mut used);
    for file in files_below("content/_agenda", &["yaml"]) {
        mark(&EVENT, &mapping(&file.text), &mut used);
    }
    for file in files_below("content", &["md"]) {
        let head = file.text.split("---\n").nth(1).expect("a head");
        let section = if file.path.contains("_muda/") { &YOUTH_PAGE } else { &STORY };
        mark(section, &mapping(head), &mut used);
    }
    assert!(used.len() > 150, "only {} keys were found", used.len());
    used
}

/// Marks the keys of a mapping and of everything below it.
fn mark(section: &'static Section, written: &Mapping, used: &mut BTreeSet<(&'static str, String)>) {
    for (name, value) in written {
        let name = name.as_str().expect("a key is text");
        if value.is_null() {
            continue;
        }
        for day in days(section, name) {
            used.insert((section.name, day));
        }
        used.insert((section.name, name.to_owned()));
        let Some((key, below)) = section.key(name).and_then(|key| Some((key, key.shape.section()?))) else {
            continue;
        };
        for item in value.as_sequence().map_or(std::slice::from_ref(value), Vec::as_slice) {
            match (item, key.shape) {
                (Value::Mapping(item), _) => mark(below, item, used),
                // A photo may be only its file.
                (Value::String(_), Shape::Photo(_) | Shape::Photos(_)) => {
                    used.insert((below.name, "berkas".to_owned()));
                }
                _ => panic!("{}: `{name}` holds {item:?}", section.name),
            }
        }
    }
}

/// The days that a span of opening hours names: `senin-kamis` is four.
fn days(section: &'static Section, name: &str) -> Vec<String> {
    if !std::ptr::eq(section, &raw const HOURS) {
        return Vec::new();
    }
    let at = |day: &str| section.keys.iter().position(|key| key.name == day);
    let span = name.split_once('-').and_then(|(first, last)| Some((at(first)?, at(last)?)));
    let Some((first, last)) = span else { return Vec::new() };
    section.keys[first..=last].iter().map(|key| key.name.to_owned()).collect()
}

/// The profile of every cooperative of the demo, by its folder.
fn profiles() -> Vec<(String, Mapping)> {
    let files = files_below("content", &["yaml"]).into_iter();
    let profiles = files.filter_map(|file| {
        let slug = file.path.strip_suffix("/profil.yaml")?.to_owned();
        Some((slug, mapping(&file.text)))
    });
    profiles.collect()
}

fn mapping(text: &str) -> Mapping {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is there")
}

fn demo(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
