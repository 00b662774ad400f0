//! Values set and keys taken out by their paths, on every profile that is here and on random ones; `yaml-edit`, another
//! editor that keeps a text as it was typed, says what should come of it.

use std::fmt::Write as _;
use std::path::Path;
use std::str::FromStr as _;

use etalase::SourceFile;
use etalase::for_tests::{Amended, Part, TypedValue, edit, read};
use etalase::keys;
use proptest::prelude::*;
use serde_yaml::Value;
use yaml_edit::Document;
use yaml_edit::path::YamlPath as _;

use super::random::{Dice, Typist, profile};
use super::{different, profiles};

/// A text that is a number to no reader, and needs no quotes.
const NEW: &str = "Isi lain ke tujuh";

/// Profiles and, of the files that spell values in every way, those that can be edited.
fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/yaml");
    let files =
        super::entries(&folder).into_iter().filter(|file| file.extension().is_some_and(|e| e == "yaml"));
    let spelled = files.filter_map(|file| {
        let text = std::fs::read_to_string(&file).ok()?;
        is_editable(&text).then(|| (file.display().to_string(), text))
    });
    let mut texts = profiles();
    let before = texts.len();
    texts.extend(spelled);
    assert!(texts.len() >= before + 10, "{} files that can be edited", texts.len() - before);
    texts
}

fn is_editable(text: &str) -> bool {
    read(&SourceFile::new("profil.yaml", text), Part::Whole(&keys::PROFILE)).is_ok()
}

/// Sets one value, or takes it out if it is empty.
fn set(text: &str, path: &str, value: &str) -> Amended {
    let file = SourceFile::new("profil.yaml", text);
    let values = [(path.to_owned(), value.to_owned())];
    edit(Some(&file), "profil.yaml", Part::Whole(&keys::PROFILE), &values, &[])
        .unwrap_or_else(|findings| panic!("{path}: {}\n{text}", findings.brief()))
}

/// Paths of all texts that are filled in, but for items of lists of texts, which are set as a whole.
fn paths(text: &str) -> Vec<String> {
    let file = SourceFile::new("profil.yaml", text);
    let typed = read(&file, Part::Whole(&keys::PROFILE)).expect("values");
    let mut found = Vec::new();
    collect(&typed.root, "", &mut found);
    found
}

fn collect(value: &TypedValue, path: &str, found: &mut Vec<String>) {
    match value {
        TypedValue::Text(text) if text.is_empty() => {}
        TypedValue::Text(_) => found.push(path.to_owned()),
        TypedValue::List(items) => {
            for (index, item) in
                items.iter().enumerate().filter(|(_, item)| matches!(item, TypedValue::Map(_)))
            {
                collect(item, &format!("{path}[{}]", index + 1), found);
            }
        }
        TypedValue::Map(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(value, &path, found);
            }
        }
    }
}

/// The same path, items counted from 0.
fn counted_from_0(path: &str) -> String {
    let mut out = String::new();
    for part in path.split('[') {
        match part.split_once(']') {
            Some((number, rest)) => {
                let number: usize = number.parse().expect("a number");
                write!(out, "[{}]{rest}", number - 1).expect("text");
            }
            None => out.push_str(part),
        }
    }
    out
}

fn value_of(text: &str) -> Value {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What the other editor makes of it; `None` where it sees another value than we do, or refuses.
fn other_editor(text: &str, path: &str, value: Option<&str>) -> Option<Value> {
    let document = Document::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let path = counted_from_0(path);
    match value {
        Some(value) => document.try_set_path(&path, value).ok()?,
        None => drop(document.try_remove_path(&path).ok()?),
    }
    serde_yaml::from_str(&document.to_string()).ok()
}

/// Without mappings and lists that hold nothing: a key whose last value goes, goes too.
fn pruned(value: &Value) -> Option<Value> {
    match value {
        Value::Mapping(map) => {
            let kept: serde_yaml::Mapping =
                map.iter().filter_map(|(key, value)| Some((key.clone(), pruned(value)?))).collect();
            (!kept.is_empty()).then_some(Value::Mapping(kept))
        }
        Value::Sequence(items) => {
            let kept: Vec<Value> = items.iter().filter_map(pruned).collect();
            (!kept.is_empty()).then_some(Value::Sequence(kept))
        }
        Value::String(text) => Some(Value::String(text.trim().to_owned())),
        other => Some(other.clone()),
    }
}

/// True if two texts say the same: a last line break, and what holds nothing, is nothing.
fn is_same(ours: &str, theirs: &Value) -> bool {
    pruned(&value_of(ours)) == pruned(theirs)
}

/// Holds what must hold of one value set and taken out. How often the other editor, if it is asked, had an answer.
fn try_path(name: &str, text: &str, path: &str, asks: bool) -> usize {
    let amended = set(text, path, NEW);
    let (old, new) = different(text, &amended.text);
    let is_long = old.len() > 1;
    assert_eq!(new.len(), 1, "{name} {path}: {new:?}");
    assert!(!is_long || new[0].contains(NEW) || new[0].contains('|'), "{name} {path}: {old:?}");
    assert_eq!(amended.changes.len(), 1, "{name} {path}");
    let mut agreed = 0;
    if let Some(theirs) = asks.then(|| other_editor(text, path, Some(NEW))).flatten() {
        assert!(is_same(&amended.text, &theirs), "{name} {path}\n{}", amended.text);
        agreed += 1;
    }
    let Some(fewer) = without(text, path) else { return agreed };
    let (old, new) = different(text, &fewer.text);
    let is_line = new.is_empty();
    assert!(is_line || new.len() == 1, "{name} {path}: {old:?} {new:?}");
    if let Some(theirs) = asks.then(|| other_editor(text, path, None)).flatten() {
        assert!(is_same(&fewer.text, &theirs), "{name} {path}\n{}", fewer.text);
        agreed += 1;
    }
    agreed
}

/// The text without one value; `None` where that is refused: it was the only one.
fn without(text: &str, path: &str) -> Option<Amended> {
    let file = SourceFile::new("profil.yaml", text);
    edit(Some(&file), "profil.yaml", Part::Whole(&keys::PROFILE), &[(path.to_owned(), String::new())], &[])
        .ok()
}

#[test]
fn a_value_set_or_taken_out_by_its_path_is_one_line_and_another_editor_agrees() {
    let (mut count, mut asked, mut agreed) = (0, 0, 0);
    for (name, text) in texts() {
        // The test of all values in `amend.rs` goes through all of them.
        for path in paths(&text).iter().step_by(4) {
            // It takes a tenth of a second each time; random profiles are small.
            let asks = count % 8 == 0;
            agreed += try_path(&name, &text, path, asks);
            asked += usize::from(asks) * 2;
            count += 1;
        }
    }
    assert!(count > 250, "{count}");
    assert!(agreed * 100 > asked * 95, "asked {asked}, agreed {agreed}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_every_layout_a_value_set_or_taken_out_leaves_the_rest(seed in any::<u64>()) {
        let mut dice = Dice::of(seed);
        let said = profile(&mut dice, &[1, 2, 3]);
        let text = Typist::of(&mut dice).write(&said);
        for path in paths(&text) {
            let amended = set(&text, &path, NEW);
            if let Some(theirs) = other_editor(&text, &path, Some(NEW)) {
                prop_assert!(is_same(&amended.text, &theirs), "{}\n{}\n{}", path, text, amended.text);
            }
            let Some(fewer) = without(&text, &path) else { continue };
            if let Some(theirs) = other_editor(&text, &path, None) {
                prop_assert!(
                    is_same(&fewer.text, &theirs), "{}\n{}\n{}", path, text, fewer.text);
            }
        }
    }
}
