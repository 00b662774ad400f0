//! New parts of a profile as text: entries, items and lists, in lines or in brackets.

use super::scalar::{Manner, written};
use super::tree::{Held, Tree};

/// Longest list of short texts that stands in brackets, and its longest item, in characters.
const BRACKETS: (usize, usize) = (60, 30);
/// Lists whose items stand in braces, one a line, and the longest of them.
const BRACES: [&str; 3] = ["grosir", "varian", "pengurus"];
const LONGEST_BRACES: usize = 90;
/// The list whose items an empty line parts.
const GAPPED: &str = "produk";

/// How the profile is indented.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writer {
    /// Spaces from a key to the dashes of its list.
    pub(super) list_step: usize,
}

/// A value behind its key: what stands on the key's line, with the space before it, and the lines below.
pub(super) struct Entry {
    pub(super) head: String,
    pub(super) body: String,
}

impl Writer {
    /// Spaces from a key to the keys below it.
    const STEP: usize = 2;

    /// The value of a key that is indented by so many spaces.
    pub(super) fn entry(self, indent: usize, name: &str, tree: &Tree<'_>) -> Entry {
        let mut body = String::new();
        let head = match &tree.held {
            Held::Text { text, .. } if is_block(text) => {
                body = block(indent + Self::STEP, text);
                " |".to_owned()
            }
            Held::Text { .. } => format!(" {}", scalar(tree, false)),
            Held::Map(entries) => {
                self.entries(&mut body, indent + Self::STEP, entries);
                String::new()
            }
            Held::List(items) if is_short(items) => format!(" {}", flow(tree)),
            Held::List(items) => {
                let is_braced = BRACES.contains(&name) && items.iter().all(fits_braces);
                for (index, item) in items.iter().enumerate() {
                    if index > 0 && name == GAPPED && indent == 0 {
                        body.push('\n');
                    }
                    self.item(&mut body, indent + self.list_step, Self::STEP, is_braced, item);
                }
                String::new()
            }
        };
        Entry { head, body }
    }

    /// Lines of keys with their values.
    pub(super) fn entries<S: AsRef<str>>(self, out: &mut String, indent: usize, entries: &[(S, Tree<'_>)]) {
        for (name, tree) in entries {
            let Entry { head, body } = self.entry(indent, name.as_ref(), tree);
            out.push_str(&" ".repeat(indent));
            out.push_str(name.as_ref());
            out.push(':');
            out.push_str(&head);
            out.push('\n');
            out.push_str(&body);
        }
    }

    /// Lines of one item whose dash is indented by so many spaces, its content by `offset` more.
    pub(super) fn item(
        self,
        out: &mut String,
        indent: usize,
        offset: usize,
        is_braced: bool,
        item: &Tree<'_>,
    ) {
        let dash = format!("{}-{}", " ".repeat(indent), " ".repeat(offset.saturating_sub(1).max(1)));
        match &item.held {
            Held::Map(entries) if !is_braced => {
                let mut lines = String::new();
                self.entries(&mut lines, dash.len(), entries);
                out.push_str(&dash);
                out.push_str(lines.trim_start_matches(' '));
            }
            Held::Text { text, .. } if is_block(text) => {
                out.push_str(&dash);
                out.push_str("|\n");
                out.push_str(&block(indent + Self::STEP, text));
            }
            Held::Text { .. } => {
                out.push_str(&dash);
                out.push_str(&scalar(item, false));
                out.push('\n');
            }
            Held::Map(_) | Held::List(_) => {
                out.push_str(&dash);
                out.push_str(&flow(item));
                out.push('\n');
            }
        }
    }
}

/// A value inside brackets or braces.
pub(super) fn flow(tree: &Tree<'_>) -> String {
    match &tree.held {
        Held::Text { .. } => scalar(tree, true),
        Held::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Held::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(name, value)| format!("{name}: {}", flow(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A scalar on one line; nothing for other trees.
fn scalar(tree: &Tree<'_>, is_flow: bool) -> String {
    match &tree.held {
        Held::Text { text, is_bare, .. } => {
            written(text, Manner { is_bare: *is_bare, is_flow, quotes: None })
        }
        Held::List(_) | Held::Map(_) => String::new(),
    }
}

/// True for a text of several lines of which every character can stand below `|`.
pub(super) fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.contains(|c: char| c != '\n' && c != '\t' && super::scalar::is_unprintable(c))
}

/// The lines of a text below `|`.
pub(super) fn block(indent: usize, text: &str) -> String {
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("{}{line}\n", " ".repeat(indent)),
    };
    text.split('\n').map(line).collect()
}

/// True if a list of texts stands in brackets.
fn is_short(items: &[Tree<'_>]) -> bool {
    let is_short = |item: &Tree<'_>| match &item.held {
        Held::Text { text, .. } => text.chars().count() <= BRACKETS.1 && !text.contains('\n'),
        Held::List(_) | Held::Map(_) => false,
    };
    items.iter().all(is_short)
        && items.iter().map(|item| flow(item).chars().count() + 2).sum::<usize>() <= BRACKETS.0
}

/// True for an item of a few short texts.
pub(super) fn fits_braces(item: &Tree<'_>) -> bool {
    let is_text = |tree: &Tree<'_>| matches!(&tree.held, Held::Text { text, .. } if !text.contains('\n'));
    matches!(&item.held, Held::Map(entries) if entries.iter().all(|(_, value)| is_text(value)))
        && flow(item).chars().count() <= LONGEST_BRACES
}
