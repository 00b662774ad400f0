//! Long lists in leaves of a hundred lines, a page each, so that none is too heavy for a phone however many
//! cooperatives there are.

use serde::Serialize;

use crate::routes;
use crate::theme::Texts;

/// Most lines of a list on one page: 70 KB of the directory or the board, a tenth of it on the way.
pub(super) const LINES: usize = 100;

/// Where one is in a list that has several pages, and the ways on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct PagingView {
    /// `Halaman 2 dari 14`.
    pub label: String,
    /// The page before, from the language's root.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// The lines of a list that stand on one page.
#[derive(Debug)]
pub(super) struct Leaf<'a, T> {
    /// At least one, unless the list is empty.
    pub lines: &'a [T],
    /// Its folder below the language's root: that of the list for the first leaf.
    pub path: String,
    /// `None` if the list has one page.
    pub paging: Option<PagingView>,
    number: usize,
}

impl<T> Leaf<'_, T> {
    /// True for the leaf at the list's own address.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// A title that no other leaf of the list has.
    pub(super) fn title(&self, list: &str, texts: &Texts) -> String {
        if self.is_first() {
            return list.to_owned();
        }
        texts.fill("portal.paging.title", &[("title", list), ("n", &self.number.to_string())])
    }
}

/// The leaves of the list at `path`, one if it is empty.
pub(super) fn leaves<'a, T>(lines: &'a [T], path: &str, texts: &Texts) -> Vec<Leaf<'a, T>> {
    leaves_of(lines, LINES, path, texts)
}

/// The same with so many lines on a page, for lists whose lines are short.
pub(super) fn leaves_of<'a, T>(lines: &'a [T], most: usize, path: &str, texts: &Texts) -> Vec<Leaf<'a, T>> {
    let last = lines.len().div_ceil(most).max(1);
    let path_of = |number: usize| routes::leaf(path, number);
    let leaf = |number: usize| {
        let label =
            || texts.fill("portal.paging.label", &[("n", &number.to_string()), ("all", &last.to_string())]);
        Leaf {
            lines: lines.chunks(most).nth(number - 1).unwrap_or_default(),
            path: path_of(number),
            paging: (last > 1).then(|| PagingView {
                label: label(),
                previous: (number > 1).then(|| path_of(number - 1)),
                next: (number < last).then(|| path_of(number + 1)),
            }),
            number,
        }
    };
    (1..=last).map(leaf).collect()
}
