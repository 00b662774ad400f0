//! What stands in a file, as it was typed and by its paths, for whoever shows it in a form.

use std::sync::Arc;

use super::document::{DEPTH, document_of};
use super::part::Part;
use super::path::{Step, joined, steps};
use super::prove::Place;
use crate::content::{Node, Value};
use crate::finding::{Findings, SourceFile};

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Its keys with their values.
    pub root: TypedValue,
    /// Where each key and item begins, and its path; in the order of the file.
    places: Vec<(Place, String)>,
}

/// A value as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedValue {
    /// Without quotes, comments and white space around it; empty where nothing was filled in.
    Text(String),
    /// Items.
    List(Vec<TypedValue>),
    /// Keys with values.
    Map(Vec<(String, TypedValue)>),
}

/// Reads the values of a file; of one that has none yet, nothing.
///
/// # Errors
/// Where a form could not change the file without a risk; the findings say why, and where.
pub fn read(file: &Arc<SourceFile>, part: Part) -> Result<Typed, Findings> {
    let piece = part.of(file)?;
    let source = part.source(&piece.file, DEPTH);
    if source.is_blank() {
        return Ok(Typed { root: TypedValue::Map(Vec::new()), places: Vec::new() });
    }
    let document = document_of(source)?;
    let mut places = Vec::new();
    let root = value(&document, "", &mut places);
    Ok(Typed { root, places })
}

fn value(node: &Node<'_>, path: &str, places: &mut Vec<(Place, String)>) -> TypedValue {
    match node.value() {
        Value::Scalar(..) if node.is_empty() => TypedValue::Text(String::new()),
        Value::Scalar(text, _) => TypedValue::Text(text.trim().to_owned()),
        Value::Refused => TypedValue::Text(String::new()),
        Value::List(items) => {
            let item = |(index, item): (usize, &Node<'_>)| {
                let path = format!("{path}[{}]", index + 1);
                places.push(((item.line(), item.column()), path.clone()));
                value(item, &path, places)
            };
            TypedValue::List(items.iter().enumerate().map(item).collect())
        }
        Value::Map(entries) => {
            let entry = |(key, held): &(Node<'_>, Node<'_>)| {
                let name = key.text().unwrap_or_default();
                let path = joined(path, name);
                places.push(((key.line(), key.column()), path.clone()));
                (name.to_owned(), value(held, &path, places))
            };
            TypedValue::Map(entries.iter().map(entry).collect())
        }
    }
}

impl Typed {
    /// What stands at a path: `produk[3].harga`; items are counted from 1.
    pub fn get(&self, path: &str) -> Option<&TypedValue> {
        let mut held = &self.root;
        for step in steps(path)? {
            held = match (held, step) {
                (TypedValue::Map(entries), Step::Key(name)) => {
                    &entries.iter().find(|(key, _)| key == name)?.1
                }
                (TypedValue::List(items), Step::Nth(index)) => items.get(index)?,
                // A single value where a list may stand is its first item.
                (single, Step::Nth(0)) => single,
                _ => return None,
            };
        }
        Some(held)
    }

    /// The same as text; `None` for what is no text.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.get(path)? {
            TypedValue::Text(text) => Some(text),
            TypedValue::List(_) | TypedValue::Map(_) => None,
        }
    }

    /// The path of the key or item in which a place of the file stands, line and column from 1: so that what is wrong
    /// there can be told beside its field. `None` before the first.
    pub fn path_at(&self, line: u32, column: u32) -> Option<&str> {
        let behind = self.places.partition_point(|(place, _)| *place <= (line, column));
        Some(self.places.get(behind.checked_sub(1)?)?.1.as_str())
    }
}
