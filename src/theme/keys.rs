//! The keys of `theme.yaml`: which there are and what each takes. A theme's own file is laid over that of the theme
//! below, key by key; each file is checked by itself, so that a mistake is told where it was typed.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::feature::Feature;
use super::findings;
use super::look::{Audience, Corners};
use crate::finding::{Findings, SourceFile, Span};
use crate::model::Colour;

/// What a key takes.
enum Takes {
    Text,
    Colour,
    Drawing,
    Corners,
    Audience,
    Parts,
    Pages,
    Widths,
    Sections,
}

const KEYS: [(&str, Takes); 12] = [
    ("nama", Takes::Text),
    ("keterangan", Takes::Text),
    ("dasar", Takes::Text),
    ("untuk", Takes::Audience),
    ("warna", Takes::Colour),
    ("aksen", Takes::Colour),
    ("logo", Takes::Drawing),
    ("sudut", Takes::Corners),
    ("tanpa", Takes::Parts),
    ("halaman", Takes::Pages),
    ("foto", Takes::Widths),
    ("susunan", Takes::Sections),
];

/// What a page kind may weigh, in KB.
const BUDGETS: [&str; 3] = ["html_kb", "script_kb", "total_kb"];
/// Shapes of photos.
const SHAPES: [&str; 5] = ["kartu", "galeri", "tegak", "sampul", "kotak"];

/// Checks one file; true if it can be used.
pub(super) fn check(file: &Arc<SourceFile>, tree: &Value, findings: &mut Findings) -> bool {
    let before = findings.iter().count();
    match tree {
        Value::Null => {}
        Value::Mapping(map) => {
            let names = KEYS.map(|(name, _)| name);
            for (key, value) in map {
                let key = key.as_str().unwrap_or_default();
                match KEYS.iter().find(|(name, _)| *name == key) {
                    Some((_, takes)) => check_value(file, key, takes, value, findings),
                    None => findings.push(findings::key_unknown(place(file, &[key]), key, &names)),
                }
            }
        }
        _ => findings.push(findings::yaml_unreadable(file, Some((1, 1)))),
    }
    findings.iter().count() == before
}

fn check_value(file: &Arc<SourceFile>, key: &str, takes: &Takes, value: &Value, findings: &mut Findings) {
    let at = || place(file, &[key]);
    let corners = Corners::ALL.map(|(word, _)| word);
    let is_right = match (takes, value) {
        // Left empty: as the theme below says. A colour without quotes is a comment to YAML.
        (Takes::Colour, Value::Null) => false,
        // Whether a drawing is there is asked where files are known.
        (_, Value::Null) | (Takes::Text | Takes::Drawing, Value::String(_)) => true,
        (Takes::Colour, Value::String(text)) => Colour::parse(text).is_some(),
        (Takes::Corners | Takes::Audience, Value::String(word)) => {
            let known = if matches!(takes, Takes::Corners) { &corners[..] } else { &Audience::WORDS };
            if !known.contains(&word.as_str()) {
                findings.push(findings::word_unknown(at(), key, word, known));
            }
            true
        }
        (Takes::Parts, Value::Sequence(parts)) => {
            for part in parts {
                let word = part.as_str().unwrap_or_default();
                if !Feature::WORDS.contains(&word) {
                    findings.push(findings::word_unknown(
                        place(file, &[key, word]),
                        key,
                        word,
                        &Feature::WORDS,
                    ));
                }
            }
            true
        }
        (Takes::Widths, Value::Mapping(_)) => {
            each(file, &[key], value, &SHAPES, findings, Value::is_string);
            true
        }
        // Which sections there are is asked where files are known.
        (Takes::Sections, Value::Mapping(lists)) => {
            for (list, names) in lists {
                let path = [key, list.as_str().unwrap_or_default()];
                let is_list = |names: &Vec<Value>| names.iter().all(Value::is_string);
                if !names.is_null() && !names.as_sequence().is_some_and(is_list) {
                    findings.push(findings::value_wrong(place(file, &path), path[1]));
                }
            }
            true
        }
        (Takes::Pages, Value::Mapping(kinds)) => {
            for (kind, limits) in kinds {
                let path = [key, kind.as_str().unwrap_or_default()];
                if limits.is_mapping() {
                    each(file, &path, limits, &BUDGETS, findings, |value| {
                        value.as_u64().is_some_and(|number| u32::try_from(number).is_ok())
                    });
                } else if !limits.is_null() {
                    findings.push(findings::value_wrong(place(file, &path), path[1]));
                }
            }
            true
        }
        _ => false,
    };
    if !is_right {
        findings.push(findings::value_wrong(at(), key));
    }
}

/// Every key below a path is known, and what it holds is right.
fn each(
    file: &Arc<SourceFile>,
    path: &[&str],
    map: &Value,
    known: &[&str],
    findings: &mut Findings,
    is_right: impl Fn(&Value) -> bool,
) {
    for (key, value) in map.as_mapping().into_iter().flatten() {
        let key = key.as_str().unwrap_or_default();
        let at = || place(file, &[path, &[key]].concat());
        if !known.contains(&key) {
            findings.push(findings::key_unknown(at(), key, known));
        } else if !value.is_null() && !is_right(value) {
            findings.push(findings::value_wrong(at(), key));
        }
    }
}

/// Lays one tree over another: a mapping key by key, anything else as a whole. What is left empty stays as below.
pub(super) fn laid_over(below: Value, above: Value) -> Value {
    let (mut merged, above) = match (below, above) {
        (below, Value::Null) => return below,
        (Value::Mapping(below), Value::Mapping(above)) => (below, above),
        (_, Value::Mapping(above)) => (Mapping::new(), above),
        (_, above) => return above,
    };
    for (key, value) in above {
        let value = laid_over(merged.remove(&key).unwrap_or_default(), value);
        if !value.is_null() {
            merged.insert(key, value);
        }
    }
    Value::Mapping(merged)
}

/// Where a key stands: its first part at the begin of a line, each further one behind the one before.
pub(super) fn place(file: &Arc<SourceFile>, path: &[&str]) -> Span {
    let Some((first, below)) = path.split_first() else { return Span::whole(file) };
    let mut start = 0;
    let lines = file.text.split_inclusive('\n').map(|line| {
        start += line.len();
        start - line.len()
    });
    let heads = |at: &usize| {
        let text = file.text[*at..].trim_start_matches(['"', '\'']);
        text.strip_prefix(first).is_some_and(|rest| rest.trim_start_matches(['"', '\'']).starts_with(':'))
    };
    let Some(mut at) = lines.into_iter().find(heads) else { return Span::whole(file) };
    let mut name = *first;
    for next in below {
        let from = at + name.len();
        let Some(found) = word_in(&file.text[from..], next) else { break };
        (at, name) = (from + found, next);
    }
    let before = &file.text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let number = |value: usize| u32::try_from(value).unwrap_or(1);
    Span::new(file, number(line), number(column), number(name.chars().count()))
}

/// Where a word stands by itself.
fn word_in(text: &str, word: &str) -> Option<usize> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        !word.is_empty() && !text[..*at].ends_with(inside) && !text[at + word.len()..].starts_with(inside)
    })
}
