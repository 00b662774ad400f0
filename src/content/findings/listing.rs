//! Remedies for lists and texts that were written in another form: what was typed, in the form that is read.

use super::text;
use crate::content::mending::{is_curly, quote};
use crate::content::pairs::{Item, items, numbered};
use crate::content::yaml::{Node, Value};
use crate::finding::Text;
use crate::keys::Section;

/// Most items that a remedy writes out.
const MOST: usize = 8;

/// Each item of a list that was written as keys or as one text, as it belongs; `None` where that cannot be told.
pub(super) fn written(node: &Node<'_>, section: &'static Section) -> Option<Vec<String>> {
    let items = items(node, section).filter(|items| !items.is_empty() && items.len() <= MOST)?;
    let write = |item: &Item| {
        let (key, name) = &item.name;
        match &item.value {
            Some((second, value)) => format!("- {{{key}: {}, {second}: {}}}", braced(name), braced(value)),
            None => format!("- {key}: {}", plain(name)),
        }
    };
    Some(items.iter().map(write).collect())
}

/// The remedy for such a list.
pub(super) fn as_items(items: &[String]) -> Text {
    let items = format!("`{}`", items.join("`, `"));
    text(
        format!("tulis tiap isi di baris sendiri di bawah kuncinya: {items}"),
        format!("write each item on a line of its own below the key: {items}"),
    )
}

/// Items that were written in one text, as they stand between brackets: `pangan, susu` of `(pangan, susu)`, `KTP, KK`
/// of `1. KTP 2. KK`.
pub(super) fn in_one_line(typed: &str) -> String {
    match numbered(typed) {
        Some(items) => items.into_iter().map(braced).collect::<Vec<_>>().join(", "),
        None => typed.trim_matches(|c: char| is_curly(c) || "() ".contains(c)).to_owned(),
    }
}

/// What a list or mapping says, on one line: `Jl. Contoh No. 1, Pangalengan`. `None` for one that holds others.
pub(super) fn joined(node: &Node<'_>) -> Option<String> {
    let parts: Option<Vec<String>> = match node.value() {
        Value::List(items) => items.iter().map(|item| item.text().map(str::to_owned)).collect(),
        Value::Map(entries) => entries
            .iter()
            .map(|(key, value)| Some(format!("{} {}", key.text()?, value.text()?).trim().to_owned()))
            .collect(),
        Value::Scalar(..) | Value::Refused => None,
    };
    let joined = parts?.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    (!joined.is_empty()).then(|| plain(&joined))
}

/// A value on a line of its own.
pub(super) fn plain(value: &str) -> String {
    let is_plain = value.starts_with(char::is_alphanumeric)
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with(':');
    if is_plain { value.to_owned() } else { quote(value) }
}

/// A value inside braces.
fn braced(value: &str) -> String {
    if value.contains([',', '[', ']', '{', '}', ':', '"', '\'']) { quote(value) } else { plain(value) }
}
