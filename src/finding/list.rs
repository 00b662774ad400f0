//! A finding as data, and all of a run or of one cooperative. Knows not how they are printed.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::fmt::Write as _;

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

/// Every finding of a run or of one cooperative, in the order they were met.
#[derive(Debug, Default, Clone)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// No finding yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Findings) {
        self.list.extend(other.list);
    }

    /// True if at least one is of level error.
    pub fn has_error(&self) -> bool {
        self.count(Level::Error) > 0
    }

    /// How many there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|finding| finding.level == level).count()
    }

    /// How many in all.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// In the order of `sort`, or as met.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.list.iter()
    }

    /// By file, line, column, then code: the same order whatever ran first. Exact repeats are dropped.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| place_order(a, b).then_with(|| a.code.cmp(&b.code)));
        self.list.dedup();
    }

    /// `profil.yaml:3:25 price-not-whole`, one a line, with the file's last name only; for tests.
    pub fn brief(&self) -> String {
        let mut sorted = self.clone();
        sorted.sort();
        let mut brief = String::new();
        for finding in &sorted {
            // Writing to a String cannot fail.
            let _ = writeln!(brief, "{} {}", BriefPlace(&finding.at), finding.code);
        }
        brief
    }
}

impl From<Vec<Finding>> for Findings {
    fn from(list: Vec<Finding>) -> Self {
        Self { list }
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

fn place_order(a: &Finding, b: &Finding) -> Ordering {
    let (a, b) = (&a.at, &b.at);
    let place = |at: &Span| (at.line, at.column);
    a.file
        .path
        .cmp(&b.file.path)
        .then_with(|| a.sheet().cmp(&b.sheet()))
        .then_with(|| place(a).cmp(&place(b)))
}

struct BriefPlace<'a>(&'a Span);

impl fmt::Display for BriefPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Span { file, line, column, .. } = self.0;
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        match *line {
            0 => write!(f, "{name}"),
            line => write!(f, "{name}:{line}:{column}"),
        }
    }
}
