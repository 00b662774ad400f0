//! The proof of an edit: the new text, read again, says exactly what was wanted and, everywhere else, what it said
//! before. On the way it notes where each change and each wanted value stands now.

use super::tree::{Held, Tree};
use crate::content::{Node, Value};
use crate::finding::Span;

/// A place, line and column from 1.
pub(super) type Place = (u32, u32);

/// What was learned of a text that says what it should.
#[derive(Debug, Default)]
pub(super) struct Proof {
    /// From and to which place a value stands that was wanted from elsewhere.
    pub(super) origins: Vec<(Place, Place, Span)>,
    /// The line of each change.
    pub(super) lines: Vec<(usize, u32)>,
}

impl Proof {
    /// Compares a document with what it should say. `Err` is the place of the first difference.
    pub(super) fn of(node: &Node<'_>, tree: &Tree<'_>) -> Result<Self, Span> {
        let mut proof = Self::default();
        proof.compare(node, tree)?;
        Ok(proof)
    }

    fn compare(&mut self, node: &Node<'_>, tree: &Tree<'_>) -> Result<(), Span> {
        if let Some(change) = tree.change {
            self.lines.push((change, node.line()));
        }
        match (node.value(), &tree.held) {
            (Value::Scalar(typed, _), Held::Text { text, origin, .. }) => {
                if typed.trim() != text.trim() {
                    return Err(node.span());
                }
                if let Some(origin) = origin {
                    self.origins.push(((node.line(), node.column()), node.end(), origin.clone()));
                }
            }
            (Value::List(items), Held::List(trees)) if items.len() == trees.len() => {
                for (item, tree) in items.iter().zip(trees) {
                    self.compare(item, tree)?;
                }
            }
            (Value::Map(entries), Held::Map(trees)) if entries.len() == trees.len() => {
                for ((key, value), (name, tree)) in entries.iter().zip(trees) {
                    self.compare_entry(key, value, name, tree)?;
                }
            }
            _ => return Err(node.span()),
        }
        Ok(())
    }

    /// A key has the origin of the first value below it.
    fn compare_entry(
        &mut self,
        key: &Node<'_>,
        value: &Node<'_>,
        name: &str,
        tree: &Tree<'_>,
    ) -> Result<(), Span> {
        if key.text() != Some(name) {
            return Err(key.span());
        }
        if let Some(origin) = first_origin(tree) {
            self.origins.push(((key.line(), key.column()), key.end(), origin.clone()));
        }
        self.compare(value, tree)
    }
}

fn first_origin<'t>(tree: &'t Tree<'_>) -> Option<&'t Span> {
    match &tree.held {
        Held::Text { origin, .. } => origin.as_ref(),
        Held::List(items) => items.first().and_then(first_origin),
        Held::Map(entries) => entries.first().and_then(|(_, tree)| first_origin(tree)),
    }
}
