//! What is wrong with what somebody typed, beside the field that it is about.

use std::sync::Arc;

use crate::amend::{self, Part};
use crate::content::Parted;
use crate::finding::{Finding, Findings, Level, SourceFile};

/// The place of the text below front matter, which no key has.
pub(super) const BODY: &str = "@isi";

/// Findings with the places that they are about; `None`: about the file as a whole, or about another one.
#[derive(Debug, Clone, Default)]
pub(super) struct Told(pub(super) Vec<(Option<String>, Finding)>);

impl Told {
    /// Findings of a text that is to be written.
    pub(super) fn of(findings: &Findings, file: &Arc<SourceFile>, part: Part) -> Self {
        let typed = amend::read(file, part).ok();
        let body_from = match part {
            Part::FrontMatter(_) => Parted::of(&file.text).ok().map(|parted| parted.lines_above_body()),
            Part::Whole(_) => None,
        };
        let place = |finding: &Finding| {
            let at = &finding.at;
            if at.file.path != file.path || at.line == 0 {
                return None;
            }
            if body_from.is_some_and(|line| at.line > line) {
                return Some(BODY.to_owned());
            }
            typed.as_ref()?.path_at(at.line, at.column).map(str::to_owned)
        };
        Self(findings.iter().map(|finding| (place(finding), finding.clone())).collect())
    }

    /// Findings that have no place in a form.
    pub(super) fn without_places(findings: &Findings) -> Self {
        Self(findings.iter().map(|finding| (None, finding.clone())).collect())
    }

    /// What is said about a place.
    pub(super) fn at<'t>(&'t self, place: &'t str) -> impl Iterator<Item = &'t Finding> {
        self.0.iter().filter(move |(at, _)| at.as_deref() == Some(place)).map(|(_, finding)| finding)
    }

    /// True if something keeps a text from being written.
    pub(super) fn has_error(&self) -> bool {
        self.0.iter().any(|(_, finding)| finding.level == Level::Error)
    }

    /// Without places.
    pub(super) fn findings(&self) -> Findings {
        self.0.iter().map(|(_, finding)| finding.clone()).collect::<Vec<_>>().into()
    }
}
