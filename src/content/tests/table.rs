//! The table of keys against the readers: what it says is read, and nothing else is.

use std::fmt::Write as _;

use super::*;

/// A profile made of the table's own examples, every key filled in, and a stray key in every mapping.
fn example(section: &'static keys::Section, indent: usize, stray: &str) -> String {
    let mut text = String::new();
    for key in section.keys {
        let space = " ".repeat(indent);
        let inner = match key.shape {
            Shape::Map(below) | Shape::Photo(below) | Shape::Photos(below) => {
                format!("\n{}", example(below, indent + 2, stray))
            }
            Shape::List(below) => {
                let item = example(below, indent + 4, stray);
                format!("\n{space}  - {}", item.trim_start())
            }
            Shape::Points => " {bendahara: 1}\n".to_owned(),
            _ if key.example.is_empty() => continue,
            _ => format!(" {}\n", key.example),
        };
        // A week's hours cannot be given twice, nor a producer without its member.
        if key.name == "setiap-hari" {
            continue;
        }
        write!(text, "{space}{}:{inner}", key.name).expect("a String");
        if key.shape.is_translated() {
            write!(text, "{space}{}_en:{inner}", key.name).expect("a String");
        }
    }
    if !stray.is_empty() {
        writeln!(text, "{}{stray}: 1", " ".repeat(indent)).expect("a String");
    }
    text
}

#[test]
fn the_table_s_own_examples_are_read_without_an_error() {
    let profile = example(&keys::PROFILE, 0, "");
    // The shares of the example add up to 100 with their last one.
    assert!(profile.contains("pembangunan: 2,5"));
    let photos = "-- content/kpc/foto/susu-1.jpg --\n";
    let report = check(&format!("-- content/kpc/profil.yaml --\n{profile}{photos}"));
    let errors: Vec<String> = report
        .findings
        .iter()
        .filter(|f| f.level == Level::Error)
        .map(|f| format!("{}:{} {}", f.at.line, f.code, f.found.id))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{profile}");
    let story = format!("---\n{}---\nIsi.\n", example(&keys::STORY, 0, ""));
    let report = check(&format!(
        "-- content/kpc/profil.yaml --\nnama: A\nkontak: {{telepon: 022-1234567}}\nproduk: [{{nama: A}}]\n{photos}-- content/kpc/cerita/a.md --\n{story}"
    ));
    assert_eq!(report.findings.count(Level::Error), 0, "{}", report.printed());
}

#[test]
fn readers_and_table_know_the_same_sections() {
    let profile = example(&keys::PROFILE, 0, "qqqqqqqq");
    let strays = profile.matches("qqqqqqqq").count();
    assert!(strays > 30, "{strays}");
    let report = check(&format!("-- content/kpc/profil.yaml --\n{profile}"));
    // A mapping that no reader enters, or leaves without `finish`, would hide its stray key.
    let found = report.codes().iter().filter(|code| **code == "unknown-key").count();
    assert_eq!(found, strays, "{}", report.printed());
}

#[test]
fn every_row_of_the_table_is_complete() {
    let sections = [
        &keys::PROFILE,
        &keys::STORY,
        &keys::YOUTH_PAGE,
        &keys::QUIZ,
        &keys::SITE,
        &keys::SITES,
        &keys::EVENT,
    ];
    for section in sections {
        let rows = keys::walk(section);
        for (path, key) in &rows {
            assert!(!key.id.is_empty() && !key.en.is_empty(), "{path}");
            let needs_example = key.shape.section().is_none()
                && !matches!(key.shape, Shape::Qris | Shape::CodePhoto | Shape::Points | Shape::Hours);
            assert!(!needs_example || !key.example.is_empty(), "{path} has no example");
        }
        let mut paths: Vec<&String> = rows.iter().map(|(path, _)| path).collect();
        paths.sort();
        let count = paths.len();
        paths.dedup();
        assert_eq!(paths.len(), count, "a key is in a section twice");
    }
}
