//! Each rule can fail.

use super::table::room;
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
        "mod a;\n#[cfg(test)]\nmod tests;\nuse crate::content::read;",
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
    assert_eq!(arrow_faults(&file("utils.rs", ""), HOUSE), ["utils.rs: room `utils` is not in the table"]);
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
fn a_list_in_another_order_and_a_door_without_its_mark() {
    let list = "//! | room | is |\n//! |---|---|\n//! | `page` | Files. |\n//! | `content` (door) | Text. |\n\
                //! | `model` | Types. |\nmod page;\n";
    assert!(list_faults("lib", list, HOUSE, &["content"]).is_empty());
    assert_eq!(list_faults("lib", list, HOUSE, &["page"]), ["lib: `page` is a door, and not marked as one"]);
    let otherwise = ["lib: the rooms stand otherwise than in the table"];
    assert_eq!(list_faults("lib", &list.replace("`model`", "`mode`"), HOUSE, &[]), otherwise);
    let swapped = "| `content` | |\n| `page` | |\n| `model` | |\n";
    assert_eq!(list_faults("lib", swapped, HOUSE, &[]), otherwise);
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
fn an_arrow_and_a_room_that_nobody_uses() {
    let table = [room("page", &["plan", "model"]), room("plan", &[]), room("model", &["plan"])];
    let files = [file("page.rs", "use crate::plan::Plan;"), file("plan.rs", "struct Plan;")];
    assert_eq!(
        unused_arrows(&files, &table),
        ["`page` may use `model`, and does not", "`model` is in the table, and there is no such room"]
    );
}

#[test]
fn a_library_without_a_home_and_a_home_without_its_library() {
    let libraries: &[(&str, &[&str])] = &[("csv", &["feed", "page"]), ("webp", &["feed"])];
    let files = [file("feed/goods.rs", "use csv::Writer;"), file("page.rs", "// csv::Writer")];
    assert_eq!(
        unused_homes(&files, libraries),
        ["`page` may use `csv`, and does not", "`feed` may use `webp`, and does not"]
    );
    let manifest = "\n[dependencies]\ncsv = \"1\"\nserde-yaml = { version = \"1\" }\n[features]\na = []\n";
    assert_eq!(
        unguarded_libraries(&dependencies(manifest), libraries),
        [
            "`serde_yaml` is in Cargo.toml and not in the table of libraries",
            "`webp` is in the table of libraries and not in Cargo.toml"
        ]
    );
}

#[test]
fn a_door_that_nobody_uses() {
    let files = [file("source.rs", "use std::fs;"), file("page.rs", "struct Page;")];
    assert_eq!(unused_doors(&files, &["source", "page"]), ["`page` is a door, and touches no disk"]);
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
    assert!(portal_faults(&file("portal/map.rs", "/// Of a Cooperative.\nfn f(s: &Summary) {}")).is_empty());
    assert!(portal_faults(&file("page.rs", "fn f(c: &Cooperative) {}")).is_empty());
}

#[test]
fn a_host_outside_its_room() {
    let words = words_of_hosts(
        "name: \"awan-pages\",\n given_domains: &[\".awan.dev\", \".awan.app\"],\n source: Source { name: \"x y\" }\n",
    );
    assert_eq!(words, ["awan-pages", ".awan.dev", ".awan.app"]);
    for bad in [
        "\"awan-pages\"",
        "\"mis. awan-pages [bawaan]\"",
        "\"https://{project}.awan.app/\"",
        "r\".awan.dev\"",
    ] {
        assert_eq!(host_faults(&file("cli/a.rs", bad), &words).len(), 1, "{bad}");
        assert!(host_faults(&file("host/a.rs", bad), &words).is_empty(), "{bad}");
    }
    for good in
        ["// awan-pages\n\"x\"", "\"awan-pages2\"", "\"awan_pages\"", "\".awan.developer\"", "\"awan\""]
    {
        assert!(host_faults(&file("cli/a.rs", good), &words).is_empty(), "{good}");
    }
}

#[test]
fn an_address_beside_the_table() {
    let names =
        names_in_addresses("const A: &str = \"muda/kit/\"; f(\"{list}halaman/{n}/\", \"404.html\", \".x\")");
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
    for good in ["// muda/\n\"x\"", "\"themes/muda/text\"", "\"pemuda/\"", "'m'", "#[cfg(test)]\nmod t {}"] {
        assert!(address_faults(&file("view/a.rs", good), &names).is_empty(), "{good}");
    }
}

#[test]
fn an_error_in_one_language() {
    for bad in [
        "f().context(\"cannot\")?;",
        "f().with_context(|| x)?;",
        "bail!(\"cannot\");",
        "return Err(anyhow::anyhow!(\"cannot\"));",
    ] {
        assert_eq!(failure_faults(&file("output/a.rs", bad)).len(), 1, "{bad}");
    }
    for good in
        ["bail!(Failure::Listen);", "anyhow::ensure!(x, Failure::Listen);", "let context = 1; context.len()"]
    {
        assert!(failure_faults(&file("output/a.rs", good)).is_empty(), "{good}");
    }
}

#[test]
fn a_file_that_does_not_say_what_it_is_for() {
    assert_eq!(opening_faults(&file("page.rs", "use std::fmt;")).len(), 1);
    assert!(opening_faults(&file("page.rs", "//! Pages.\n")).is_empty());
}
