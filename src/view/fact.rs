//! Facts in words, each beside its name.

use serde::Serialize;

/// A fact with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// What is told.
    pub label: String,
    /// What it is, in words.
    pub value: String,
    /// Where it is told at length, from the language's root.
    pub href: Option<String>,
}
