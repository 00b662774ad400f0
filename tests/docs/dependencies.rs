//! What is linked into etalase: `docs/DEPENDENCIES.md` against `Cargo.toml`, the oldest compiler, and what `deny.toml`
//! asks of licences and sources, of everything that this build has fetched. Needs no network; `cargo deny` knows
//! advisories.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use super::read;
use super::tree::assert_none;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Names of the rows below a heading of the page.
fn rows(page: &str, heading: &str) -> BTreeSet<String> {
    let part = page.split(&format!("\n## {heading}\n")).nth(1).expect("a heading");
    let part = part.split("\n## ").next().unwrap_or_default();
    let names = part.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    names.map(str::to_owned).collect()
}

/// Names in a section of `Cargo.toml` of which `is_meant` is true for the line.
fn named(manifest: &str, section: &str, is_meant: fn(&str) -> bool) -> BTreeSet<String> {
    let part = manifest.split(&format!("\n[{section}]\n")).nth(1).expect("a section");
    let lines = part.split("\n[").next().unwrap_or_default().lines().filter(|line| is_meant(line));
    lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect()
}

/// The texts between quotes of a list in a TOML file.
fn listed(text: &str, key: &str) -> BTreeSet<String> {
    let list = text.split(&format!("\n{key} = [")).nth(1).expect("a list");
    let quoted = list.split("]\n").next().unwrap_or_default().split('"').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

/// Name, source and names of dependencies of each package of `Cargo.lock`.
fn locked(lock: &str) -> Vec<(String, Option<String>, Vec<String>)> {
    let value = |part: &str, key: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        line.map(|rest| rest.trim_end_matches('"').to_owned())
    };
    let below = |part: &str| {
        let quoted = part.split("dependencies = [").nth(1).unwrap_or_default().split('"').skip(1).step_by(2);
        quoted.filter_map(|name| name.split(' ').next()).map(str::to_owned).collect()
    };
    let parts = lock.split("[[package]]\n").skip(1);
    parts.map(|part| (value(part, "name").expect("a name"), value(part, "source"), below(part))).collect()
}

/// True if one of the licences that an expression offers is allowed, with all that it joins. Source: SPDX 2.3, annex D;
/// `/` is what older packages write for OR.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let text = expression.trim().replace('/', " OR ");
    let text = text.trim();
    for (operator, is_any) in [(" OR ", true), (" AND ", false)] {
        let parts = split_outside(text, operator);
        if parts.len() > 1 {
            let mut parts = parts.into_iter().map(|part| is_allowed(part, allowed));
            return if is_any { parts.any(|part| part) } else { parts.all(|part| part) };
        }
    }
    match text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => is_allowed(inner, allowed),
        None => allowed.contains(text),
    }
}

/// The parts between operators that stand in no parentheses.
fn split_outside<'a>(text: &'a str, operator: &str) -> Vec<&'a str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, _) in text.match_indices(operator) {
        let before = &text[..at];
        if before.matches('(').count() == before.matches(')').count() {
            parts.push(&text[from..at]);
            from = at + operator.len();
        }
    }
    parts.push(&text[from..]);
    parts
}

/// Every package that was fetched for this machine, as cargo knows it.
fn fetched() -> Vec<Value> {
    let rustc = Command::new("rustc").arg("-vV").output().expect("a compiler");
    let said = String::from_utf8(rustc.stdout).expect("text");
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host");
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1", "--features", "s3"])
        .args(["--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

#[test]
fn every_dependency_has_its_line_and_every_line_its_dependency() {
    let (page, manifest) = (read("docs/DEPENDENCIES.md"), read("Cargo.toml"));
    let is_optional = |line: &str| line.contains("optional = true");
    assert_eq!(
        rows(&page, "Always"),
        named(&manifest, "dependencies", |line| !line.contains("optional = true"))
    );
    assert_eq!(rows(&page, "With a feature"), named(&manifest, "dependencies", is_optional));
    assert_eq!(rows(&page, "Tests and measurements"), named(&manifest, "dev-dependencies", |_| true));
    assert!(
        !manifest.contains("[build-dependencies]") && !manifest.contains("[target."),
        "they need a heading"
    );
    let lines = page.lines().filter(|line| line.starts_with("| `"));
    let empty =
        lines.filter(|line| line.split(" | ").take(3).any(|cell| cell.trim_matches(['|', ' ']).is_empty()));
    assert_none(empty.map(str::to_owned));
}

#[test]
fn whatever_compiles_c_is_named() {
    let (page, lock) = (read("docs/DEPENDENCIES.md"), read("Cargo.lock"));
    let compiles =
        |below: &Vec<String>| below.iter().any(|name| ["cc", "cmake", "nasm-rs"].contains(&&**name));
    let native: BTreeMap<String, bool> = locked(&lock)
        .into_iter()
        .filter(|(name, _, below)| compiles(below) && !["cc", "cmake", "nasm-rs"].contains(&&**name))
        .map(|(name, ..)| (name.clone(), page.contains(&format!("`{name}`"))))
        .collect();
    assert!(native.len() > 3, "{native:?}");
    assert!(native.values().all(|is_named| *is_named), "{native:?}");
}

#[test]
fn the_oldest_compiler_is_the_one_that_everybody_builds_with() {
    let number = |path: &str, before: &str, after: char| -> String {
        let text = read(path);
        let rest = text.split(before).nth(1).unwrap_or_else(|| panic!("{path} has no `{before}`"));
        rest.split(after).next().unwrap_or_default().to_owned()
    };
    let promised = number("Cargo.toml", "\nrust-version = \"", '"');
    assert_eq!(number("rust-toolchain.toml", "channel = \"", '"'), format!("{promised}.0"));
    assert!(read("docs/DEPENDENCIES.md").contains(&format!("\n{promised} in November 2026")));
    for package in fetched() {
        let Some(oldest) = package["rust_version"].as_str() else { continue };
        let parts =
            |version: &str| -> Vec<u32> { version.split('.').filter_map(|part| part.parse().ok()).collect() };
        assert!(parts(oldest) <= parts(&format!("{promised}.0")), "{} needs Rust {oldest}", package["name"]);
    }
}

#[test]
fn licences_and_sources_are_those_that_are_allowed() {
    let rules = read("deny.toml");
    let allowed = listed(&rules, "allow");
    let packages = fetched();
    assert!(packages.len() > 200, "only {} packages", packages.len());
    assert_none(packages.iter().filter_map(|package| {
        let licence = package["license"].as_str().unwrap_or_default();
        (!is_allowed(licence, &allowed)).then(|| format!("{}: {licence}", package["name"]))
    }));
    let refused: Vec<&str> =
        rules.split("crate = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!refused.is_empty());
    assert_none(locked(&read("Cargo.lock")).into_iter().filter_map(|(name, source, _)| {
        let is_ours = source.is_none() && name == "etalase";
        let is_sound = (is_ours || source.as_deref() == Some(REGISTRY)) && !refused.contains(&&*name);
        (!is_sound).then(|| format!("{name} from {source:?}"))
    }));
}

#[test]
fn a_licence_that_is_not_allowed_is_found_in_every_form() {
    let allowed: BTreeSet<String> =
        ["MIT", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(str::to_owned).into();
    let taken = [
        "MIT",
        "GPL-3.0/MIT",
        "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        "(MIT OR GPL-3.0) AND Unicode-3.0",
        "GPL-3.0 OR (MIT AND Unicode-3.0)",
    ];
    let refused = ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-3.0", "Apache-2.0", "mit"];
    assert!(taken.into_iter().all(|licence| is_allowed(licence, &allowed)));
    assert_none(refused.into_iter().filter(|licence| is_allowed(licence, &allowed)).map(str::to_owned));
}
