//! Pages that are written from the code: `ETALASE_REWRITE=1 cargo test --test docs reference` writes them anew.

use std::fs;
use std::path::Path;

/// Compares a page with what the code says, or writes it.
pub(crate) fn is_held(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("ETALASE_REWRITE").is_some() {
        fs::write(&file, text).expect("written");
        return;
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    let line = there.lines().zip(text.lines()).position(|(there, wanted)| there != wanted);
    let line = line.unwrap_or_else(|| there.lines().count().min(text.lines().count())) + 1;
    assert!(
        there == text,
        "{path}:{line}: ETALASE_REWRITE=1 cargo test --test docs reference writes it anew"
    );
}

/// A text as it may stand in a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// A paragraph in lines of at most 120 columns; all but the first begin with `indent`.
pub(crate) fn wrapped(text: &str, indent: &str) -> String {
    const WIDEST: usize = 120;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let is_first = lines.len() == 1 && lines[0].is_empty();
        let line = lines.last_mut().expect("one line at least");
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDEST {
            lines.push(format!("{indent}{word}"));
        } else {
            line.push_str(if is_first { "" } else { " " });
            line.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}
