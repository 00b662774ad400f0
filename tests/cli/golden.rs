//! Small sites as somebody looked at them last, file by file: a change of any page shows in the diff of its commit.
//!
//! ```text
//! ETALASE_REWRITE=1 cargo test --test cli golden
//! ```
//! writes `tests/sites/*/expected` anew. Of what no diff shows (pictures, scripts, the sheets inside pages), only the
//! names count: FILES lists every file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::site::{Site, files};

/// Endings of files whose text is compared.
const TEXTS: [&str; 9] = ["atom", "csv", "html", "ics", "json", "txt", "webmanifest", "xml", "yaml"];

#[test]
fn a_small_shop_is_built_as_it_was_looked_at() {
    compare("toko");
}

#[test]
fn a_small_portal_is_built_as_it_was_looked_at() {
    compare("portal");
}

#[test]
fn a_village_cooperative_without_goods_is_built_as_it_was_looked_at() {
    compare("gerai");
}

fn compare(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name);
    let site = Site::new();
    for (path, bytes) in files(&folder).iter().filter(|(path, _)| !path.starts_with("expected/")) {
        site.put(path, bytes);
    }
    site.build("--quiet");
    let built = shown(&files(&site.path("public")));
    let expected = folder.join("expected");
    if std::env::var_os("ETALASE_REWRITE").is_some() {
        rewrite(&expected, &built);
    }
    let known = files(&expected);
    let different: Vec<String> = known
        .keys()
        .chain(built.keys())
        .filter(|path| known.get(*path) != built.get(*path))
        .cloned()
        .collect();
    assert!(different.is_empty(), "{name}: ETALASE_REWRITE=1 shows what changed in {different:?}");
}

/// What is compared of a built site, by path.
fn shown(built: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let list = built.keys().map(String::as_str).chain([""]).collect::<Vec<_>>().join("\n");
    let is_text = |path: &str| TEXTS.iter().any(|ending| path.ends_with(&format!(".{ending}")));
    let texts = built.iter().filter(|(path, _)| is_text(path));
    let texts = texts.map(|(path, bytes)| (path.clone(), without_sheets(bytes)));
    texts.chain([("FILES".to_owned(), list.into_bytes())]).collect()
}

/// A page without the rules of its style sheets.
fn without_sheets(bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<style>") {
        kept.push_str(before);
        kept.push_str("<style>…</style>");
        rest = after.split_once("</style>").expect("a sheet ends").1;
    }
    kept.push_str(rest);
    kept.into_bytes()
}

fn rewrite(expected: &Path, built: &BTreeMap<String, Vec<u8>>) {
    if expected.exists() {
        fs::remove_dir_all(expected).expect("can be removed");
    }
    for (path, bytes) in built {
        let path = expected.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("can be made");
        fs::write(path, bytes).expect("can be written");
    }
}
