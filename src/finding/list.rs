//! All findings of a run or of one cooperative. Knows not how they are printed.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;

use super::findings::more_of_a_kind;
use super::one::{Finding, Level};
use super::place::Span;

/// Findings of one kind that are told of one file, one by one: whoever writes one mistake a hundred thousand times may
/// not have each kept and printed.
const MOST_OF_A_KIND: u32 = 1_000;

/// Every finding of a run or of one cooperative, in the order they were met.
#[derive(Debug, Default, Clone)]
pub struct Findings {
    list: Vec<Finding>,
    /// How many were pushed, by code and path.
    pushed: BTreeMap<Cow<'static, str>, BTreeMap<String, u32>>,
}

impl Findings {
    /// No finding yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one. Behind a thousand of one kind in one file comes one that says so, and no further one of it.
    pub fn push(&mut self, finding: Finding) {
        match self.count_in(&finding) {
            count if count <= MOST_OF_A_KIND => self.list.push(finding),
            count if count == MOST_OF_A_KIND + 1 => self.list.push(more_of_a_kind(finding, MOST_OF_A_KIND)),
            _ => {}
        }
    }

    /// Counts one, and gives the number of its kind in its file.
    fn count_in(&mut self, finding: &Finding) -> u32 {
        let path = finding.at.file.path.as_str();
        if !self.pushed.contains_key(&finding.code) {
            self.pushed.insert(finding.code.clone(), BTreeMap::new());
        }
        let by_path = self.pushed.get_mut(&finding.code).expect("inserted above");
        if !by_path.contains_key(path) {
            by_path.insert(path.to_owned(), 0);
        }
        let count = by_path.get_mut(path).expect("inserted above");
        *count = count.saturating_add(1);
        *count
    }

    /// Adds all of another collection, as many of a kind as it has.
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
        Self { list, pushed: BTreeMap::new() }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::place::SourceFile;
    use super::super::words::Text;
    use super::*;

    fn mistake(code: &'static str, file: &Arc<SourceFile>, line: u32) -> Finding {
        let words = || Text::new("", "");
        let at = Span::new(file, line, 1, 1);
        Finding {
            code: code.into(),
            level: Level::Error,
            at,
            found: words(),
            expected: words(),
            help: words(),
        }
    }

    #[test]
    fn a_mistake_made_a_hundred_thousand_times_is_told_a_thousand_times() {
        let file = SourceFile::new("content/kpc/profil.yaml", "");
        let other = SourceFile::new("content/kpc/cerita/a.md", "");
        let mut findings = Findings::new();
        for line in 1..=100_000 {
            findings.push(mistake("photo-missing", &file, line));
        }
        findings.push(mistake("photo-missing", &other, 1));
        findings.push(mistake("unknown-key", &file, 1));
        assert_eq!(findings.len(), 1_000 + 1 + 2);
        let more = findings.iter().find(|finding| finding.code == "more-of-a-kind").unwrap();
        assert_eq!((more.at.line, more.level), (1_001, Level::Error), "an error stays one");
        assert!(more.found.en.contains("photo-missing"), "{:?}", more.found);
    }
}
