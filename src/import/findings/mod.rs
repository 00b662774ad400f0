//! Every finding of this room, one function each, by subject.

pub(super) mod catalogue;
pub(super) mod cooperatives;
pub(super) mod network;
pub(super) mod rows;
pub(super) mod sheets;

use crate::finding::{Finding, Level, Span, Text};

/// In the order in which they are printed: what was found, what was expected, how to mend it.
fn finding(code: &'static str, level: Level, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at, found, expected, help }
}

/// Both languages of one phrase.
fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(id, en)
}
