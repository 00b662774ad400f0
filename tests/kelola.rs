//! The engine of `kelola/` is compiled elsewhere and lies in the repository: what it was made of is held against what
//! is here, without the tools that make it.
#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../tools/kelola/latin/src/lib.rs"]
#[expect(unreachable_pub, reason = "it is a library of its own")]
mod latin;

/// Each file that went into the engine, behind the hash of what of it counts.
const SOURCES: &str = "src/manage/engine.sources";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file as far as it makes a difference to the engine: without comments and without its own tests.
fn counting(path: &str, text: &str) -> String {
    if Path::new(path).extension().is_none_or(|ending| ending != "rs") {
        return text.to_owned();
    }
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn hash(path: &str) -> String {
    let text = fs::read_to_string(root().join(path)).unwrap_or_default();
    blake3::hash(counting(path, &text).as_bytes()).to_hex()[..16].to_owned()
}

#[test]
fn the_engine_is_made_of_the_sources_that_are_here() {
    let list = fs::read_to_string(root().join(SOURCES)).expect("the list is there");
    let paths = list.lines().map(|line| line.rsplit(' ').next().unwrap_or_default());
    let now: Vec<String> = paths.clone().map(|path| format!("{} {path}", hash(path))).collect();
    if std::env::var_os("ETALASE_REWRITE").is_some() {
        return fs::write(root().join(SOURCES), now.join("\n") + "\n").expect("the list can be written");
    }
    let changed: Vec<&str> =
        list.lines().zip(&now).filter(|(then, now)| then != now).map(|(then, _)| then).collect();
    assert!(changed.is_empty(), "run tools/kelola/build: the engine is older than {changed:#?}");
    for needed in
        ["src/amend/edit.rs", "src/content/money.rs", "src/keys/product.rs", "tools/kelola/Cargo.lock"]
    {
        assert!(paths.clone().any(|path| path == needed), "{needed} is not in the list");
    }
}

#[test]
fn comments_and_tests_do_not_count_and_code_does() {
    let text = "//! About.\nfn f() -> u8 {\n    1 // why\n}\n\n#[cfg(test)]\nmod tests {\n    fn g() {}\n}\n";
    let same = "//! Another.\n/// More.\nfn f() -> u8 {\n    1 // why\n}\n\n#[cfg(test)]\nmod tests {\n}\n";
    assert_eq!(counting("a.rs", text), counting("a.rs", same));
    assert_ne!(counting("a.rs", text), counting("a.rs", &text.replace('1', "2")));
    assert_ne!(counting("a.toml", "# a\n"), counting("a.toml", "# b\n"));
}

#[test]
fn letters_are_spelled_as_the_program_spells_them() {
    let latin = ('\0'..'\u{180}').chain('\u{2010}'..'\u{2040}');
    for letter in latin {
        let text = letter.to_string();
        let (here, there) =
            (latin::deunicode_with_tofu(&text, "?"), deunicode::deunicode_with_tofu(&text, "?"));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&here), words(&there), "{text:?}");
        let [here, there] =
            [latin::deunicode_with_tofu_cow(&text, "?"), deunicode::deunicode_with_tofu_cow(&text, "?")];
        assert_eq!(words(&here), words(&there), "{text:?}");
    }
    assert_eq!(latin::deunicode_with_tofu("Kéju Лю", "?"), "Keju ??");
}
