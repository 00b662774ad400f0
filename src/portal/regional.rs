//! A list over all cooperatives by regency: one page with its regencies below each other, or a page for each regency
//! where that would be too long for a phone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::paging::{LINES, PagingView, leaves};
use crate::routes;
use crate::summary::Summary;
use crate::theme::Texts;

/// In the place of a code: cooperatives that do not say where they are.
pub(super) const NOWHERE: &str = "lainnya";

/// Lines by the regency of their cooperative.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Regional<L> {
    /// By code: the name, and the lines in their order.
    regencies: BTreeMap<String, (String, Vec<L>)>,
    count: usize,
}

/// A regency on a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct RegionalView<'a, L> {
    /// Its anchor.
    pub id: String,
    /// `Kabupaten Bandung`.
    pub name: &'a str,
    /// How many lines it has, here or on its own pages.
    pub count: usize,
    /// The page that shows them, where this one does not; from the language's root.
    pub href: Option<String>,
    /// Those that are shown.
    pub lines: &'a [L],
}

/// A page of the list.
#[derive(Debug)]
pub(super) struct RegionalPage<'a, L> {
    /// Its folder below the language's root.
    pub path: String,
    /// A title that no other page of the list has.
    pub title: String,
    /// What stands on it, one below the other.
    pub regencies: Vec<RegionalView<'a, L>>,
    /// The ways on, for a regency with several pages.
    pub paging: Option<PagingView>,
}

impl<L> Regional<L> {
    /// Without a line.
    pub(super) fn new() -> Self {
        Self { regencies: BTreeMap::new(), count: 0 }
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Adds a line of a cooperative.
    pub(super) fn push(&mut self, summary: &Summary, line: L, texts: &Texts) {
        let (code, name) = match &summary.region {
            Some(region) => (region.regency_code(), region.regency.as_str()),
            None => (NOWHERE, texts.get("portal.elsewhere")),
        };
        let regency = self.regencies.entry(code.to_owned());
        regency.or_insert_with(|| (name.to_owned(), Vec::new())).1.push(line);
        self.count += 1;
    }

    /// The name of each regency, how many lines it has, and where they are shown.
    pub(super) fn places(&self, list: &str) -> Vec<(&str, usize, String)> {
        let named = self.regencies.iter();
        named
            .filter_map(|(code, (name, _))| {
                let (count, href) = self.of_regency(list, code)?;
                Some((name.as_str(), count, href))
            })
            .collect()
    }

    /// True if each regency has pages of its own.
    fn is_split(&self) -> bool {
        self.count > LINES
    }

    /// How many lines a regency has, and where they are shown; `None` if it has none.
    pub(super) fn of_regency(&self, list: &str, code: &str) -> Option<(usize, String)> {
        let (_, lines) = self.regencies.get(code)?;
        let href =
            if self.is_split() { routes::in_regency(list, code) } else { routes::at_regency(list, code) };
        Some((lines.len(), href))
    }

    /// The page of the list at `list`, called `title`, then those of its regencies if they have any.
    pub(super) fn pages<'a>(&'a self, list: &str, title: &str, texts: &Texts) -> Vec<RegionalPage<'a, L>> {
        let is_split = self.is_split();
        let view = |code: &str, name: &'a str, count: usize, lines: &'a [L]| RegionalView {
            id: routes::regency_anchor(code),
            name,
            count,
            href: None,
            lines,
        };
        let regencies = self.regencies.iter().map(|(code, (name, lines))| RegionalView {
            href: is_split.then(|| routes::in_regency(list, code)),
            ..view(code, name, lines.len(), if is_split { &[] } else { lines })
        });
        let mut pages = vec![RegionalPage {
            path: list.to_owned(),
            title: title.to_owned(),
            regencies: regencies.collect(),
            paging: None,
        }];
        for (code, (name, lines)) in self.regencies.iter().filter(|_| is_split) {
            let path = routes::in_regency(list, code);
            let title = format!("{title}: {name}");
            pages.extend(leaves(lines, &path, texts).into_iter().map(|leaf| RegionalPage {
                title: leaf.title(&title, texts),
                regencies: vec![view(code, name, lines.len(), leaf.lines)],
                paging: leaf.paging,
                path: leaf.path,
            }));
        }
        pages
    }
}
