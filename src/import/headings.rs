//! Words that stand alone above goods become their category; those that nothing follows are told.

use super::findings as told;
use super::typing;
use crate::finding::{Findings, Located, Span};

/// Words that stand alone above goods.
#[derive(Default)]
pub(super) struct Headings {
    /// The last one, before anything stands below it.
    waiting: Option<Located<String>>,
    /// The one that holds.
    pub(super) current: Option<Located<String>>,
    /// For each row of goods, the one above it.
    pub(super) above: Vec<Option<Located<String>>>,
    /// Where the first stands, and how many have been taken.
    taken: Option<(Span, usize)>,
}

impl Headings {
    pub(super) fn meet(&mut self, name: Located<String>, findings: &mut Findings) {
        if let Some(lonely) = self.waiting.replace(name) {
            findings.push(told::rows::only_a_name(lonely.span, &lonely.value));
        }
    }

    pub(super) fn followed(&mut self) {
        if let Some(heading) = self.waiting.take() {
            let count = self.taken.take().map_or((heading.span.clone(), 1), |(at, count)| (at, count + 1));
            self.taken = Some(count);
            self.current = Some(heading.map(|name| typing::heading(&name)));
        }
    }

    pub(super) fn end(&mut self, findings: &mut Findings) {
        if let Some(lonely) = self.waiting.take() {
            findings.push(told::rows::only_a_name(lonely.span, &lonely.value));
        }
        if let Some((at, count)) = self.taken.take() {
            findings.push(told::rows::headings_as_categories(at, count));
        }
    }
}
