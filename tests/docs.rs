//! The documentation held against the repository: links, tests that it names, the examples of both READMEs, and the
//! package that a registry gets.
#![expect(clippy::disallowed_methods, reason = "these tests read the source tree and run the program")]

#[path = "layers/tree.rs"]
mod tree;

#[path = "docs/dependencies.rs"]
mod dependencies;

#[path = "docs/demo.rs"]
mod demo;

#[path = "docs/findings.rs"]
mod findings;

#[path = "docs/guides.rs"]
mod guides;

#[path = "docs/keys.rs"]
mod keys;

#[path = "docs/package.rs"]
mod package;

#[path = "docs/reference.rs"]
mod reference;

#[path = "docs/rust.rs"]
mod rust;

#[path = "docs/templates.rs"]
mod templates;

#[path = "docs/widths.rs"]
mod widths;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use etalase::keys::{LIMITS, Shape};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use tree::{File, assert_none, files_below};

#[test]
fn every_link_of_the_docs_leads_to_a_file_and_a_heading() {
    let pages = pages();
    assert!(pages.len() > 15, "only {} pages found", pages.len());
    let is_there = |path: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
    assert_none(pages.iter().flat_map(|page| link_faults(page, &pages, is_there)));
}

#[test]
fn every_test_that_the_docs_name_exists() {
    let mut tests = BTreeSet::new();
    for folder in ["tests", "src"] {
        tests.extend(files_below(folder, &["rs"]).iter().flat_map(|file| function_names(&file.text)));
    }
    let mut promises = 0;
    let pages = pages();
    let promising = ["docs/ARCHITECTURE.md", "docs/THREATS.md", "SECURITY.md"];
    for page in pages.iter().filter(|page| promising.contains(&&*page.path)) {
        let named = tests_named(&page.text);
        promises += named.len();
        let missing = named.iter().filter(|name| !tests.contains(*name));
        assert_none(missing.map(|name| format!("{}: there is no test `{name}`", page.path)));
    }
    assert!(promises > 20, "only {promises} tests are named");
}

#[test]
fn every_line_of_the_threats_names_what_shows_it() {
    let page = read("docs/THREATS.md");
    let threats = page.split("\n## Limits").next().unwrap_or_default();
    let rows: Vec<&str> =
        threats.lines().filter(|line| line.starts_with("| ") && line.contains('`')).collect();
    assert!(rows.len() > 50, "only {} lines", rows.len());
    for row in rows {
        let shown_by = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let browser = shown_by.split('`').find(|code| code.starts_with("tests/browser/"));
        assert!(
            browser.is_none_or(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).is_file()),
            "{row}"
        );
        assert!(browser.is_some() || !tests_named(shown_by).is_empty(), "no test shows: {row}");
    }
}

#[test]
fn the_limits_of_the_threats_are_those_of_the_code() {
    let page = read("docs/THREATS.md");
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    let limits: Vec<Vec<String>> = page.lines().filter(|line| line.starts_with("| ")).map(cells).collect();
    for key in LIMITS.keys {
        let Shape::Number(least, most) = key.shape else { panic!("{} is no number", key.name) };
        let row = limits.iter().find(|cells| cells[0] == key.name);
        let row = row.unwrap_or_else(|| panic!("{} is not in the table", key.name));
        assert_eq!(row[2..], [key.example.to_owned(), least.to_string(), most.to_string()], "{}", key.name);
    }
    let fixed: Vec<&Vec<String>> =
        limits.iter().filter(|cells| cells.len() == 4 && cells[3].starts_with("src/")).collect();
    assert!(fixed.len() > 20, "only {} limits", fixed.len());
    for row in fixed {
        let source = read(&row[3]);
        let declared =
            source.split(&format!("const {}: ", row[2])).nth(1).and_then(|rest| rest.split(';').next());
        let value = declared.and_then(|declared| declared.split_once(" = ")).map(|(_, value)| value);
        assert_eq!(value, Some(&*row[1]), "{row:?}");
    }
}

#[test]
fn every_function_of_the_walks_stands_in_its_file() {
    let page = read("docs/ARCHITECTURE.md");
    let steps = steps_of_walks(&page);
    assert!(steps.len() > 30, "only {} functions are named", steps.len());
    let sources = files_below("src", &["rs"]);
    assert_none(
        steps
            .iter()
            .filter(|step| !stands_in_its_file(step, &sources))
            .map(|step| format!("docs/ARCHITECTURE.md: there is no function `{step}`")),
    );
}

#[test]
fn the_readmes_show_what_check_says() {
    for (page, language) in [("README.md", "en"), ("README.id.md", "id")] {
        let text = read(page);
        let blocks = code_blocks(&text);
        let profile =
            blocks.iter().find_map(|(kind, text)| (kind == "yaml").then_some(text)).expect("a profile");
        let answer = blocks.iter().find(|(_, text)| text.contains("[price-not-whole]")).expect("an answer");
        assert!(profile.contains("harga: Rp 35.000"), "{page}: the profile has another price");
        let said = check(&profile.replace("Rp 35.000", "35.5"), language);
        assert!(said.contains(answer.1.trim_end()), "{page} says:\n{}\ncheck says:\n{said}", answer.1);
        assert_eq!(check(profile, language).matches("[price").count(), 0, "{page}: the profile is not sound");
    }
}

/// What `check` prints about a site of one cooperative, `kopi-lereng`, with the photo that the READMEs name.
fn check(profile: &str, language: &str) -> String {
    let site = tempfile::tempdir().expect("a folder");
    let cooperative = site.path().join("content/kopi-lereng");
    fs::create_dir_all(cooperative.join("foto")).expect("made");
    fs::write(cooperative.join("profil.yaml"), profile).expect("written");
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/tanah-jingga/foto/cangkir.jpg");
    fs::copy(photo, cooperative.join("foto/kopi.jpg")).expect("a photo of the demo");
    let run = Command::new(env!("CARGO_BIN_EXE_etalase"))
        .args(["check", "--today", "2026-11-24", "--lang", language])
        .current_dir(&site)
        .output()
        .expect("it runs");
    String::from_utf8(run.stderr).expect("text")
}

/// Every page of the documentation, by path from the repository's root.
fn pages() -> Vec<File> {
    let mut pages: Vec<File> =
        ["README.md", "README.id.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md"]
            .into_iter()
            .map(|path| File { path: path.to_owned(), text: read(path) })
            .collect();
    for folder in ["docs", "benches", "fuzz", "tools"] {
        let below =
            files_below(folder, &["md"]).into_iter().filter(|file| !file.path.contains("node_modules"));
        pages.extend(below.map(|file| File { path: format!("{folder}/{}", file.path), text: file.text }));
    }
    pages
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the page is there")
}

fn parse(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}

/// Links of a page that lead to no file of the repository, or to no heading of another page.
fn link_faults(page: &File, pages: &[File], is_there: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for event in parse(&page.text) {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
            continue;
        };
        if dest_url.contains("://") || dest_url.starts_with("mailto:") {
            continue;
        }
        let (path, heading) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
        let target = if path.is_empty() { page.path.clone() } else { resolved(&page.path, path) };
        if !is_there(&target) {
            faults.push(format!("{}: `{dest_url}` leads nowhere", page.path));
        } else if !heading.is_empty() {
            let known = pages.iter().find(|other| other.path == target).map(|other| headings(&other.text));
            if !known.is_some_and(|known| known.contains(heading)) {
                faults.push(format!("{}: `{dest_url}` names no heading", page.path));
            }
        }
    }
    faults
}

/// A relative link of a page as a path from the root.
fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The anchors that a repository's host makes of a page's headings.
fn headings(markdown: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in parse(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = heading.take().unwrap_or_default().to_lowercase().replace(' ', "-");
                anchors.insert(text.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect());
            }
            _ => {}
        }
    }
    anchors
}

/// Names of tests among a page's code: words of three parts and more, as only tests have.
fn tests_named(markdown: &str) -> Vec<String> {
    let is_test = |word: &str| {
        let is_name = word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        is_name && word.matches('_').count() >= 2
    };
    let code = parse(markdown).filter_map(|event| match event {
        Event::Code(text) if is_test(&text) => Some(text.into_string()),
        _ => None,
    });
    code.collect()
}

/// The functions that the four walks name, as `room::file::function`.
fn steps_of_walks(markdown: &str) -> Vec<String> {
    let walks = markdown.split("\n## ").find(|section| section.starts_with("Four walks")).unwrap_or_default();
    let is_path = |code: &str| {
        code.contains("::") && code.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == ':')
    };
    let code = parse(walks).filter_map(|event| match event {
        Event::Code(text) if is_path(&text) => Some(text.into_string()),
        _ => None,
    });
    code.collect()
}

/// True if `room::file::function` is declared in `room/file.rs` or `room/file/mod.rs`.
fn stands_in_its_file(step: &str, sources: &[File]) -> bool {
    let Some((file, function)) = step.rsplit_once("::") else { return false };
    let file = file.replace("::", "/");
    let places = [format!("{file}.rs"), format!("{file}/mod.rs")];
    let mut files = sources.iter().filter(|source| places.contains(&source.path));
    files.any(|source| function_names(&source.text).any(|name| name == function))
}

/// The functions that a source file declares.
fn function_names(source: &str) -> impl Iterator<Item = String> {
    let declared = source.split("fn ").skip(1);
    declared.map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
    })
}

/// Blocks of code with what stands behind their fence.
fn code_blocks(markdown: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut block: Option<(String, String)> = None;
    for event in parse(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                block = Some((kind.into_string(), String::new()));
            }
            Event::Text(text) => block.iter_mut().for_each(|(_, code)| code.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(block.take()),
            _ => {}
        }
    }
    blocks
}

mod each_rule_fails_on {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let page = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let pages = [page("docs/A.md", text), page("B.md", "# One heading: `two`\n")];
        let files = ["docs/A.md", "B.md", "docs/images"];
        link_faults(&pages[0], &pages, |path| files.contains(&path))
    }

    #[test]
    fn links_that_lead_nowhere() {
        let sound =
            "[a](../B.md#one-heading-two) [b](images/) [c](https://contoh.id/) [d](../B.md) `[e](f.md)`";
        assert_eq!(faults(sound), Vec::<String>::new());
        assert_eq!(faults("[a](B.md)"), ["docs/A.md: `B.md` leads nowhere"]);
        assert_eq!(faults("[a](../B.md#two)"), ["docs/A.md: `../B.md#two` names no heading"]);
        assert_eq!(faults("| a |\n|---|\n| ![a](b.webp) |"), ["docs/A.md: `b.webp` leads nowhere"]);
    }

    #[test]
    fn steps_that_are_not_there() {
        let steps =
            steps_of_walks("## One\n`a::b::c`\n## Four walks\n`a::b::c`, `a::d` of `Plan::new`\n## Three\n");
        assert_eq!(steps, ["a::b::c", "a::d"]);
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let sources = [file("a/b.rs", "fn c() {}"), file("a/mod.rs", "pub fn d() {}")];
        assert!(steps.iter().all(|step| stands_in_its_file(step, &sources)));
        assert!(!stands_in_its_file("a::c", &sources) && !stands_in_its_file("a::b::d", &sources));
    }

    #[test]
    fn tests_that_are_not_there() {
        let named =
            tests_named("| no `Plan` | `tests/cli.rs`, `one_run_reports` and `a_b`; `two_links_lead(…)` |");
        assert_eq!(named, ["one_run_reports"]);
        let declared: Vec<String> =
            function_names("#[test]\nfn one_run_reports() {}\nfn other<T>(t: T) {}").collect();
        assert_eq!(declared, ["one_run_reports", "other"]);
    }
}
