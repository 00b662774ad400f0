//! Goes down the nodes of a profile as it was typed.

use crate::content::{Node, Value};

/// What stands at a path of keys.
pub(super) fn at<'n>(node: &'n Node<'n>, path: &str) -> Option<&'n Node<'n>> {
    path.split('.').try_fold(node, |node, name| match node.value() {
        Value::Map(entries) => {
            entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value)
        }
        _ => None,
    })
}

/// The items of a list; none of anything else.
pub(super) fn items<'n>(node: Option<&'n Node<'n>>) -> &'n [Node<'n>] {
    match node.map(Node::value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}
