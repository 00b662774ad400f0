//! The walls of the house, held against `src/` as it is: which room may use which, which room may know
//! which library, and who may touch the disk.
//!
//! Every rule is a function of text that returns faults, so that each can be shown to fail.
#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

#[path = "layers/rust.rs"]
mod rust;
#[path = "layers/tree.rs"]
mod tree;

use std::collections::BTreeSet;

use rust::{literals, names_after, tokens, used_rooms};
use tree::{File, assert_none, files_below};

/// A room: the first name after `crate::`, and the rooms that it may use.
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
}

const fn room(name: &'static str, uses: &'static [&'static str]) -> Room {
    Room { name, uses }
}

/// From top to bottom. A room uses only rooms that stand below it, and of those only the ones named here: a
/// new arrow is a design decision. `docs/ARCHITECTURE.md` tells why each is there.
const ROOMS: &[Room] = &[
    room("main", &["cli"]),
    room(
        "cli",
        &[
            "serve",
            "pipeline",
            "publish",
            "scaffold",
            "schema",
            "originals",
            "output",
            "content",
            "source",
            "check",
            "host",
            "settings",
            "theme",
            "plan",
            "photo",
            "model",
            "finding",
        ],
    ),
    room("serve", &["pipeline", "routes", "finding", "fingerprint"]),
    room(
        "pipeline",
        &[
            "check",
            "host",
            "output",
            "cache",
            "portal",
            "page",
            "view",
            "content",
            "theme",
            "source",
            "summary",
            "plan",
            "card",
            "photo",
            "settings",
            "model",
            "routes",
            "finding",
            "fingerprint",
        ],
    ),
    room("publish", &["routes", "finding"]),
    room("originals", &["source", "photo", "settings", "finding"]),
    room("scaffold", &["schema", "host", "model", "finding"]),
    room("output", &["cache", "plan", "card", "photo", "finding"]),
    room("cache", &["card", "photo", "model", "fingerprint"]),
    room("check", &["host", "plan", "settings", "model", "finding"]),
    room(
        "portal",
        &[
            "page", "feed", "view", "theme", "markdown", "summary", "plan", "photo", "settings", "model",
            "routes", "finding",
        ],
    ),
    room(
        "page",
        &[
            "feed", "view", "theme", "markdown", "plan", "photo", "summary", "settings", "model", "routes",
            "finding",
        ],
    ),
    room("feed", &["view", "theme", "markdown", "settings", "model", "routes", "finding"]),
    room(
        "view",
        &[
            "theme", "source", "markdown", "summary", "plan", "card", "photo", "settings", "model", "routes",
            "finding",
        ],
    ),
    room("content", &["source", "markdown", "photo", "settings", "keys", "model", "finding"]),
    room("theme", &["source", "plan", "settings", "model", "finding"]),
    room("source", &["photo", "settings", "model", "finding", "fingerprint"]),
    room("summary", &["plan", "settings", "model", "finding"]),
    room("host", &["plan", "routes", "finding"]),
    room("plan", &["card", "photo", "model", "finding"]),
    room("card", &["photo"]),
    room("photo", &["settings", "model", "finding"]),
    room("settings", &["model", "finding"]),
    room("markdown", &["finding"]),
    room("schema", &["keys", "finding"]),
    room("keys", &[]),
    room("model", &[]),
    room("routes", &[]),
    room("finding", &[]),
    room("fingerprint", &[]),
];

/// Who may know a library. A path names one file, a name without `.rs` a whole room.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("saphyr_parser", &["content/yaml.rs"]),
    ("pulldown_cmark", &["markdown"]),
    ("clap", &["cli", "main"]),
    ("indicatif", &["cli"]),
    ("walkdir", &["source", "cache"]),
    ("image", &["photo", "page/icons.rs"]),
    ("jpeg_encoder", &["photo"]),
    ("webp", &["photo"]),
    ("moxcms", &["photo"]),
    ("exif", &["photo"]),
    ("fast_image_resize", &["photo"]),
    ("lightningcss", &["theme"]),
    ("flate2", &["check"]),
    ("resvg", &["card", "page/icons.rs", "view/qr.rs"]),
    ("rqrr", &["photo/code.rs", "view/qr.rs"]),
    ("skrifa", &["card"]),
    ("csv", &["feed", "import"]),
    ("zip", &["output/archive.rs"]),
    ("rust_xlsxwriter", &["feed/cash_book.rs", "import"]),
    ("axum", &["serve"]),
    ("tokio", &["serve"]),
    ("futures_core", &["serve"]),
    ("notify", &["serve/watch.rs"]),
];

/// The one file that spells addresses of a site.
const ADDRESSES: &str = "routes.rs";

/// Rooms that spell folders of `content/`, some of which are called like those of a site.
const KNOW_PROFILES: &[&str] = &["content", "keys", "scaffold", "source"];

/// The rooms that may touch the disk.
const DOORS: &[&str] =
    &["source", "output", "cache", "collect", "publish", "scaffold", "originals", "serve", "cli"];

/// Ways to the disk that hide behind a path, so that no `std::fs` stands in the code.
const DISK_METHODS: &[&str] = &[
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "is_symlink",
    "canonicalize",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "metadata",
];

// ---- the tree as it is ----

#[test]
fn every_arrow_between_rooms_is_in_the_table() {
    assert_none(sources().iter().flat_map(|file| arrow_faults(file, ROOMS)));
}

#[test]
fn arrows_point_down_only() {
    assert_none(table_faults(ROOMS));
}

#[test]
fn libraries_stay_in_their_rooms() {
    assert_none(sources().iter().flat_map(|file| library_faults(file, LIBRARIES)));
}

#[test]
fn only_doors_touch_the_disk() {
    assert_none(sources().iter().flat_map(disk_faults));
}

#[test]
fn portal_sees_only_summaries() {
    assert_none(sources().iter().flat_map(portal_faults));
}

#[test]
fn addresses_of_a_site_stand_in_one_table() {
    let files = sources();
    let table = files.iter().find(|file| file.path == ADDRESSES).expect("the table is there");
    let names = names_in_addresses(&table.text);
    assert!(names.contains("muda/") && names.contains("404.html"), "{names:?}");
    assert_none(files.iter().flat_map(|file| address_faults(file, &names)));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    assert_none(sources().iter().flat_map(opening_faults));
}

// ---- the rules ----

fn arrow_faults(file: &File, rooms: &[Room]) -> Vec<String> {
    let name = room_of(file);
    if name == "lib" {
        return Vec::new();
    }
    let Some(room) = rooms.iter().find(|room| room.name == name) else {
        return vec![format!("{}: room `{name}` is not in the table", file.path)];
    };
    used_rooms(&tokens(&file.text), depth_of(file), name == "main")
        .into_iter()
        .filter(|used| used != name && !room.uses.contains(&used.as_str()))
        .map(|used| format!("{}: `{name}` uses `{used}`, which the table does not allow", file.path))
        .collect()
}

/// The table itself: every room once, and every arrow to a room further down.
fn table_faults(rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        if rooms[..index].iter().any(|other| other.name == room.name) {
            faults.push(format!("`{}` stands twice in the table", room.name));
        }
        for used in room.uses {
            if !rooms[index + 1..].iter().any(|below| below.name == *used) {
                faults.push(format!("`{used}` does not stand below `{}`", room.name));
            }
        }
    }
    faults
}

fn library_faults(file: &File, libraries: &[(&str, &[&str])]) -> Vec<String> {
    let tokens = tokens(&file.text);
    let mentions = |library: &str| {
        tokens.iter().enumerate().any(|(at, token)| {
            let after = tokens.get(at + 1).map(String::as_str);
            let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(String::as_str);
            token == library
                && before != Some("::")
                && (after == Some("::") || (before == Some("use") && matches!(after, Some(";" | "as"))))
        })
    };
    libraries
        .iter()
        .filter(|(library, homes)| {
            !homes.iter().any(|home| file.path == *home || room_of(file) == *home) && mentions(library)
        })
        .map(|(library, homes)| format!("{}: `{library}` belongs to {}", file.path, homes.join(", ")))
        .collect()
}

fn disk_faults(file: &File) -> Vec<String> {
    if DOORS.contains(&room_of(file)) {
        return Vec::new();
    }
    let tokens = tokens(&file.text);
    let mut faults = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        let [first, second, third] = window else { continue };
        if first == "std" && second == "::" && names_after(&tokens, at + 2).iter().any(|name| name == "fs") {
            faults.push(format!("{}: `std::fs` outside a door", file.path));
        }
        if first == "." && third == "(" && DISK_METHODS.contains(&second.as_str()) {
            faults.push(format!("{}: `.{second}()` asks the disk outside a door", file.path));
        }
    }
    faults
}

fn portal_faults(file: &File) -> Vec<String> {
    if room_of(file) != "portal" {
        return Vec::new();
    }
    let tokens = tokens(&file.text);
    tokens
        .iter()
        .filter(|token| *token == "Cooperative")
        .map(|_| format!("{}: the portal may know a `Summary`, never a `Cooperative`", file.path))
        .take(1)
        .collect()
}

/// What addresses of the table begin with: a folder with its `/`, or a file of fixed name.
fn names_in_addresses(table: &str) -> BTreeSet<String> {
    let name = |literal: String| {
        let literal = starts_of_addresses(&literal).next()?.to_owned();
        match literal.split_once('/') {
            Some((folder, _)) => Some(format!("{folder}/")),
            None => Some(literal)
                .filter(|file| file.contains('.') && !file.contains('{') && !file.starts_with('.')),
        }
    };
    literals(table).into_iter().filter_map(name).filter(|name| name.len() > 1).collect()
}

/// Where an address may begin in a text: behind `{root}` and `../` at its start, and behind every other value.
fn starts_of_addresses(literal: &str) -> impl Iterator<Item = &str> {
    let behind_values = literal.match_indices('}').map(|(at, _)| &literal[at + 1..]);
    let starts = (!literal.starts_with('{')).then_some(literal).into_iter().chain(behind_values);
    starts.map(|start| start.trim_start_matches(['.', '/'])).filter(|start| !start.is_empty())
}

fn address_faults(file: &File, names: &BTreeSet<String>) -> Vec<String> {
    if file.path == ADDRESSES || KNOW_PROFILES.contains(&room_of(file)) {
        return Vec::new();
    }
    let spelled = |literal: &String| {
        starts_of_addresses(literal).any(|start| names.iter().any(|name| start.starts_with(name)))
    };
    literals(&file.text)
        .into_iter()
        .filter(spelled)
        .map(|literal| format!("{}: `{literal}` is an address: it belongs to {ADDRESSES}", file.path))
        .collect()
}

fn opening_faults(file: &File) -> Vec<String> {
    if file.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![format!("{}: does not open with `//! ` and what it is for", file.path)]
}

fn sources() -> Vec<File> {
    let files = files_below("src", &["rs"]);
    assert!(files.iter().any(|file| file.path == "lib.rs"), "src/ was not found");
    files
        .into_iter()
        .filter(|file| !file.path.ends_with("/tests.rs") && !file.path.contains("/tests/"))
        .collect()
}

/// `content` of `content/yaml.rs`, `plan` of `plan.rs`.
fn room_of(file: &File) -> &str {
    let first = file.path.split('/').next().unwrap_or(&file.path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many `super::` lead from a file to the crate's root.
fn depth_of(file: &File) -> usize {
    let parts = file.path.split('/').count();
    if file.path.ends_with("/mod.rs") { parts - 1 } else { parts }
}

// ---- each rule can fail ----

mod rules_can_fail {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    const HOUSE: &[Room] = &[room("page", &["model"]), room("content", &["model"]), room("model", &[])];

    #[test]
    fn an_arrow_that_is_not_in_the_table() {
        for bad in [
            "use crate::content::read;",
            "use crate::{model::Slug, content};",
            "fn f() { crate::content::read() }",
            "use super::content;",
            "pub(crate) use crate::content::x;",
            "fn f<'a>(x: &'a str) { let c = '\"'; crate::content::read() }",
        ] {
            assert_eq!(
                arrow_faults(&file("page.rs", bad), HOUSE),
                ["page.rs: `page` uses `content`, which the table does not allow"],
                "{bad}"
            );
        }
        let deep = file("page/story.rs", "use super::super::content::x;");
        assert_eq!(arrow_faults(&deep, HOUSE).len(), 1);
    }

    #[test]
    fn what_is_no_arrow() {
        for good in [
            "use crate::model::Slug;",
            "use crate::page::x;",
            "// use crate::content::x;",
            "/* crate::content::x */",
            "/// [`crate::content::x`]\nfn f() {}",
            "const X: &str = \"crate::content::x\";",
            "const X: &str = r#\"\" crate::content::x\"#;",
            "pub(in crate::page) fn f() {}",
            "fn f() {}\n#[cfg(test)]\nmod tests { use crate::content::x; }",
        ] {
            assert!(arrow_faults(&file("page.rs", good), HOUSE).is_empty(), "{good}");
        }
        assert!(arrow_faults(&file("page/story.rs", "use super::content::x;"), HOUSE).is_empty());
        assert!(arrow_faults(&file("page/mod.rs", "mod content;\nuse self::content::x;"), HOUSE).is_empty());
    }

    #[test]
    fn a_room_that_nobody_knows() {
        assert_eq!(
            arrow_faults(&file("utils.rs", ""), HOUSE),
            ["utils.rs: room `utils` is not in the table"]
        );
    }

    #[test]
    fn an_arrow_upwards_and_a_room_twice() {
        let table = [room("model", &["page"]), room("page", &["model"]), room("model", &[])];
        let faults = table_faults(&table);
        assert_eq!(faults, ["`model` stands twice in the table"]);
        let table = [room("model", &["page"]), room("content", &["model"]), room("page", &[])];
        assert_eq!(table_faults(&table), ["`model` does not stand below `content`"]);
    }

    #[test]
    fn a_library_in_the_wrong_room() {
        let libraries: &[(&str, &[&str])] = &[("saphyr", &["content/yaml.rs"]), ("clap", &["cli"])];
        for bad in ["use saphyr::Yaml;", "fn f() -> saphyr::Yaml {}", "use clap;", "use saphyr as s;"] {
            assert_eq!(library_faults(&file("content/money.rs", bad), libraries).len(), 1, "{bad}");
        }
        assert!(library_faults(&file("content/yaml.rs", "use saphyr::Yaml;"), libraries).is_empty());
        assert!(library_faults(&file("cli/build.rs", "use clap::Parser;"), libraries).is_empty());
        assert!(library_faults(&file("page.rs", "let saphyr = card.saphyr;"), libraries).is_empty());
    }

    #[test]
    fn the_disk_outside_a_door() {
        for bad in [
            "fn f() { std::fs::read(p); }",
            "use std::fs;",
            "use std::{fmt, fs::File};",
            "fn f(p: &Path) -> bool { p.exists() }",
            "fn f(p: &Path) { p.canonicalize() }",
        ] {
            assert_eq!(disk_faults(&file("page.rs", bad)).len(), 1, "{bad}");
            assert!(disk_faults(&file("source/mod.rs", bad)).is_empty(), "{bad}");
        }
        assert!(disk_faults(&file("page.rs", "use std::fmt;\nfn f() { metadata() }")).is_empty());
    }

    #[test]
    fn a_portal_that_knows_a_cooperative() {
        assert_eq!(portal_faults(&file("portal/map.rs", "fn f(c: &Cooperative) {}")).len(), 1);
        assert!(
            portal_faults(&file("portal/map.rs", "/// Of a Cooperative.\nfn f(s: &Summary) {}")).is_empty()
        );
        assert!(portal_faults(&file("page.rs", "fn f(c: &Cooperative) {}")).is_empty());
    }

    #[test]
    fn an_address_beside_the_table() {
        let names = names_in_addresses(
            "const A: &str = \"muda/kit/\"; f(\"{list}halaman/{n}/\", \"404.html\", \".x\")",
        );
        assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), ["404.html", "halaman/", "muda/"]);
        for bad in [
            "\"muda/\"",
            "format!(\"{root}muda/x/{y}\")",
            "\"../../muda/#a\"",
            "r\"/404.html\"",
            "f(\"Map: {base}404.html\")",
        ] {
            assert_eq!(address_faults(&file("view/a.rs", bad), &names).len(), 1, "{bad}");
            assert!(address_faults(&file("content/a.rs", bad), &names).is_empty(), "{bad}");
        }
        for good in
            ["// muda/\n\"x\"", "\"themes/muda/text\"", "\"pemuda/\"", "'m'", "#[cfg(test)]\nmod t {}"]
        {
            assert!(address_faults(&file("view/a.rs", good), &names).is_empty(), "{good}");
        }
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for() {
        assert_eq!(opening_faults(&file("page.rs", "use std::fmt;")).len(), 1);
        assert!(opening_faults(&file("page.rs", "//! Pages.\n")).is_empty());
    }
}
