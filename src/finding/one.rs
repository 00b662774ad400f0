//! A finding as data, and how much it stops.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::place::Span;
use super::words::Text;

/// How much a finding stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The cooperative is not built; what was published for it before stays; exit code 1.
    Error,
    /// Built, and reported. `--strict` makes it count as an error.
    Warning,
    /// Built; a hint for a better page.
    Advice,
}

impl Level {
    /// The stable English word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One mistake or hint, at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable kebab-case name, for documents, tests and `--json`.
    pub code: Cow<'static, str>,
    /// How much it stops.
    pub level: Level,
    /// The file, and the place in it, unless it is about the file as a whole.
    pub at: Span,
    /// What was found, in the user's own spelling.
    pub found: Text,
    /// What was expected instead.
    pub expected: Text,
    /// How to mend it.
    pub help: Text,
}
