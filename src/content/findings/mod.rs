//! Every finding of this room, one function each, by subject. Indonesian first; what was typed stands in
//! backticks; the remedy says what to write, not what the program thinks.

pub(super) mod code;
pub(super) mod key;
pub(super) mod legal;
pub(super) mod listing;
pub(super) mod manage;
pub(super) mod mending;
pub(super) mod money;
pub(super) mod offer;
pub(super) mod people;
pub(super) mod photo;
pub(super) mod place;
pub(super) mod plausible;
pub(super) mod prose;
pub(super) mod qris;
pub(super) mod site;
pub(super) mod sites;
pub(super) mod syntax;
pub(super) mod time;
mod words;

use crate::finding::{Finding, Level, Span, Text, without_user_info};

/// Longest piece of what was typed that a finding repeats, in characters.
const SHOWN_CHARS: usize = 60;

/// In the order in which they are printed: what was found, what was expected, how to mend it.
fn error(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at, found, expected, help }
}

/// As `error`, for what is built all the same.
fn warning(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Warning, at, found, expected, help }
}

/// As `error`, for a hint.
fn advice(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Advice, at, found, expected, help }
}

/// Both languages of one phrase.
fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(id, en)
}

/// What was typed, on one line and not too long; an address without the password in it, which could be cut in two.
fn shown(typed: &str) -> String {
    let typed = &*without_user_info(typed);
    let line = typed.lines().next().unwrap_or_default();
    let mut shown: String = line.chars().take(SHOWN_CHARS).collect();
    if shown.len() < typed.trim_end().len() {
        shown.push('…');
    }
    shown
}

/// `` `a`, `b` atau `c` ``, at most eight of them.
fn choices(words: &[&str], language_or: &str) -> String {
    let quoted: Vec<String> = words.iter().take(8).map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] if words.len() <= 8 => format!("{} {language_or} {last}", start.join(", ")),
        all => format!("{}, …", all.join(", ")),
    }
}
