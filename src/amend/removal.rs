//! Keys taken out of a text with their values, and what is left of commas, dashes and empty lines around them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::findings as finding;
use super::plan::{Place, Plan};
use crate::content::{Node, Value};

impl Plan<'_> {
    /// True if a key of a mapping is to go; that is noted.
    pub(super) fn takes_out(&mut self, node: &Node<'_>, index: usize, at: &Place) -> bool {
        let Value::Map(entries) = node.value() else { return false };
        let (key, value) = &entries[index];
        let place = at.key(key.text().unwrap_or_default(), 0, false);
        let Some(path) = self.removed.get(place.path.as_str()) else { return false };
        self.seen.insert(path);
        let before = match value.text() {
            Some(text) => text.to_owned(),
            None => self.layout.text[self.layout.start(value)..self.layout.end(value)].to_owned(),
        };
        self.draft(&place, Some(before), None);
        true
    }

    /// Takes keys out of a mapping; one that would be left without any is refused.
    pub(super) fn remove_entries(
        &mut self,
        node: &Node<'_>,
        gone: &BTreeSet<usize>,
        has_new: bool,
        at: &Place,
    ) {
        let Value::Map(entries) = node.value() else { return };
        if gone.is_empty() {
            return;
        }
        if gone.len() == entries.len() {
            self.findings.push(finding::other_kind(node.span(), &at.path));
        } else if at.is_flow || self.layout.is_flow(node) {
            let places: Vec<Range<usize>> = entries
                .iter()
                .map(|(key, value)| self.layout.start(key)..self.layout.entry_end(key, value))
                .collect();
            self.remove_between_commas(&places, gone);
        } else {
            self.remove_lines(node, gone, has_new, at);
        }
    }

    /// Takes items out of brackets or braces, with the commas that parted them.
    pub(super) fn remove_between_commas(&mut self, places: &[Range<usize>], gone: &BTreeSet<usize>) {
        for (first, last) in runs(gone) {
            let is_last = last + 1 == places.len();
            self.splices.replace(
                match (first, is_last) {
                    (_, false) => places[first].start..places[last + 1].start,
                    (0, true) => places[0].start..places[last].end,
                    (_, true) => places[first - 1].end..places[last].end,
                },
                "",
            );
        }
    }

    /// Takes the lines of keys out. Of empty lines above and below only those above stay.
    fn remove_lines(&mut self, node: &Node<'_>, gone: &BTreeSet<usize>, has_new: bool, at: &Place) {
        let Value::Map(entries) = node.value() else { return };
        let layout = self.layout;
        let starts_line = self.starts_line(node);
        for (first, last) in runs(gone) {
            let (key, value) = &entries[last];
            let start = layout.start(&entries[first].0);
            let end = layout.entry_end(key, value);
            if first == 0 && !starts_line {
                // Behind a dash: the next key comes there.
                let next = layout.start(&entries[last + 1].0);
                if layout.text[end..next].contains('#') {
                    self.findings.push(finding::other_kind(entries[first].0.span(), &at.path));
                    return;
                }
                self.splices.replace(start..next, "");
                continue;
            }
            let above = layout.line_of(start);
            let mut below = layout.line_of(end) + 1;
            let is_blank = |line: usize| layout.line(line).trim().is_empty();
            let was_parted = above == 0 || is_blank(above - 1);
            while was_parted && !has_new && below < layout.line_count() && is_blank(below) {
                below += 1;
            }
            self.splices.replace(layout.start_of_line(above)..layout.start_of_line(below), "");
        }
    }
}

/// First and last of each run of neighbours.
fn runs(gone: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for index in gone {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => runs.push((*index, *index)),
        }
    }
    runs
}
