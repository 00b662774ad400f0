//! A collection of awkward profiles and broken photos that is too large for this repository: run where it is
//! present (`ETALASE_MATERIAL`, else `../shared/data`), passed over where it is not. Its `INDEX.json` says of
//! each file whether it must be taken or refused. What it has taught stands as small tests beside the code.
#![expect(clippy::disallowed_methods, reason = "these tests read files")]

#[path = "cli/site.rs"]
#[expect(dead_code, reason = "these tests need only a part of it")]
mod site;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use site::{Run, SMALL, Site, WITH_PHOTO, files};

/// No file of the collection may keep the program busy for longer, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn awkward_profiles_are_taken_or_refused_with_a_place() {
    let mut faults = Vec::new();
    for case in cases("yaml") {
        let site = Site::with_profile("").write("content/lain/profil.yaml", SMALL);
        site.put("content/kpc/profil.yaml", &case.bytes);
        let (run, took) = timed(&site, "build --json --jobs 1");
        let mut fault = |what: &str| faults.push(format!("{}: {what}\n{}", case.name, run.stdout));
        if took > PATIENCE {
            fault("takes too long");
        }
        if !matches!(run.code, 0 | 1) || !run.stderr.is_empty() {
            fault(&format!("ends with {}: {}", run.code, run.stderr));
            continue;
        }
        if !site.path("public/lain/index.html").exists() {
            fault("keeps another cooperative from being built");
        }
        let findings = run.findings();
        let errors: Vec<&Value> = findings.iter().filter(|finding| finding["level"] == "error").collect();
        if case.action == "reject" && errors.is_empty() {
            fault("is taken");
        }
        let is_placed =
            |finding: &&Value| finding["file"].as_str().is_some_and(|file| file.starts_with("content/kpc"));
        if !errors.iter().all(is_placed) {
            fault("is refused without its name");
        }
        if case.action == "accept"
            && errors.iter().any(|finding| finding["code"].as_str().is_some_and(is_about_yaml))
        {
            fault("is refused as no YAML");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn broken_photos_are_refused_by_name_and_never_published() {
    let mut faults = Vec::new();
    for case in cases("bad") {
        let ending = case.name.rsplit('.').next().unwrap_or("jpg").replace("jpeg", "jpg");
        let photo = format!("foto/uji.{ending}");
        let site = Site::with_profile(&WITH_PHOTO.replace("foto/kopi.jpg", &photo))
            .write("content/lain/profil.yaml", SMALL);
        site.put(&format!("content/kpc/{photo}"), &case.bytes);
        let (run, took) = timed(&site, "build --json --jobs 1");
        let mut fault =
            |what: &str| faults.push(format!("{}: {what}\n{}{}", case.name, run.stdout, run.stderr));
        if took > PATIENCE {
            fault("takes too long");
        }
        match (case.action.as_str(), run.code) {
            ("reject", 1) | ("accept", 0) | ("either", 0 | 1) => {}
            (action, code) => fault(&format!("should be: {action}, but ends with {code}")),
        }
        if run.code == 1 && !run.stdout.contains(&photo) {
            fault("is refused without its name");
        }
        if !site.path("public/lain/index.html").exists() {
            fault("keeps another cooperative from being built");
        }
        if files(&site.path("public")).values().any(|bytes| *bytes == case.bytes) {
            fault("is published as it came");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Codes that say the text itself could not be read, whatever it was meant to say.
fn is_about_yaml(code: &str) -> bool {
    code.starts_with("yaml") || code.contains("utf8") || code.contains("utf-8")
}

struct Case {
    name: String,
    action: String,
    bytes: Vec<u8>,
}

#[expect(clippy::print_stderr, reason = "a test that is passed over says so")]
fn cases(folder: &str) -> Vec<Case> {
    let Some(root) = material() else {
        eprintln!("skipped: the collection is not here");
        return Vec::new();
    };
    let index = fs::read_to_string(root.join("INDEX.json")).expect("the index can be read");
    let index: Value = serde_json::from_str(&index).expect("the index is JSON");
    let cases: Vec<Case> = index["files"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| {
            let name = entry["file"].as_str()?;
            let action = entry["expect"]["action"].as_str()?;
            let is_wanted = name.starts_with(folder) && matches!(action, "accept" | "reject" | "either");
            let bytes = is_wanted.then(|| fs::read(root.join(name)).expect("the file is there"))?;
            Some(Case { name: name.to_owned(), action: action.to_owned(), bytes })
        })
        .collect();
    assert!(cases.len() > 20, "the index of {folder} has shrunk");
    cases
}

fn material() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = env::var_os("ETALASE_MATERIAL").map_or_else(|| here.join("../shared/data"), PathBuf::from);
    root.join("INDEX.json").exists().then_some(root)
}

fn timed(site: &Site, line: &str) -> (Run, Duration) {
    let started = Instant::now();
    (site.run(line), started.elapsed())
}
