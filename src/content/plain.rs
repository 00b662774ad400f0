//! A list of flat entries, such as a spreadsheet would hold, written as YAML: what its keys mean is for others to say.

use std::sync::Arc;

use super::document::read_document;
use super::piece::Source;
use super::yaml::{Node, Value};
use crate::finding::{Findings, Located, SourceFile, Span};
use crate::keys::Section;

/// A section without keys of its own: any may stand there.
static ENTRIES: Section = Section { name: "daftar", keys: &[] };

/// One entry of a list: its keys and values as they were typed, at their places.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainEntry {
    /// Where it begins.
    pub at: Span,
    /// In the order of the file. The keys of a mapping inside it follow its own key: `bimtek foto`.
    pub values: Vec<(Located<String>, Located<String>)>,
}

/// The entries of a file that is a list of mappings, or a mapping with one such list. `None` for any other; where the
/// file is no YAML, with a finding.
pub fn read_plain_entries(
    file: &Arc<SourceFile>,
    depth: usize,
    findings: &mut Findings,
) -> Option<Vec<PlainEntry>> {
    let source = Source::whole(file, &ENTRIES, depth);
    if source.is_blank() {
        return Some(Vec::new());
    }
    let root = read_document(source, findings)?;
    let items = match root.value() {
        Value::List(items) => items,
        Value::Map(entries) => match entries.as_slice() {
            [(_, list)] => match list.value() {
                Value::List(items) => items,
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    items.iter().map(entry).collect()
}

fn entry(item: &Node<'_>) -> Option<PlainEntry> {
    let Value::Map(entries) = item.value() else { return None };
    let mut values = Vec::new();
    for (key, value) in entries {
        let head = key.text()?;
        if let Value::Map(inner) = value.value() {
            values.extend(inner.iter().filter_map(|(below, value)| {
                let head = format!("{head} {}", below.text()?);
                Some((Located::new(head, key.span()), located(value)?))
            }));
        } else {
            let head = Located::new(head.to_owned(), key.span());
            values.extend(located(value).map(|value| (head, value)));
        }
    }
    Some(PlainEntry { at: item.span(), values })
}

fn located(node: &Node<'_>) -> Option<Located<String>> {
    let text = node.text().filter(|_| !node.is_empty())?;
    Some(Located::new(text.trim().to_owned(), node.span()))
}
