//! Weighs what pages load besides themselves: scripts, and the pictures that are seen first.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::html::{PageFacts, Use, UseKind};
use super::link::{self, Resolved};
use super::rules::{DEFAULT_PAGE_BYTES, Rules};
use super::{findings, weight};
use crate::finding::Findings;
use crate::plan::{Output, Plan, SitePath};

/// Weighs what pages load besides themselves.
pub(super) struct Loads<'a> {
    plan: &'a Plan,
    rules: &'a Rules<'a>,
    picture_bytes: &'a dyn Fn(&Output) -> u64,
    /// What files are at most as sent, by path.
    at_most: BTreeMap<String, usize>,
}

impl<'a> Loads<'a> {
    /// Of a part of a site; `picture_bytes` tells the size of a picture, made or not.
    pub(super) fn of(
        plan: &'a Plan,
        rules: &'a Rules<'a>,
        picture_bytes: &'a dyn Fn(&Output) -> u64,
    ) -> Self {
        Self { plan, rules, picture_bytes, at_most: BTreeMap::new() }
    }

    /// Reports a page whose scripts, or all that a first visit loads, are more than its budget.
    pub(super) fn check(
        &mut self,
        path: &SitePath,
        facts: &PageFacts<'_>,
        bytes: &[u8],
        findings: &mut Findings,
    ) {
        let Some(budget) = self.rules.budgets.get(facts.kind).copied() else { return };
        // Only what may be too much is weighed exactly.
        let scripts: usize = facts.scripts.iter().map(|address| self.at_most(path, address)).sum();
        if let Some(most) = budget.script_bytes.filter(|most| scripts > *most) {
            let exactly = self.sent(path, &facts.scripts);
            if exactly > most {
                findings.push(findings::scripts_heavy(path, exactly, most));
            }
        }
        let Some(most) = budget.total_bytes else { return };
        let pictures: usize = facts.first_pictures.iter().map(|address| self.at_most(path, address)).sum();
        // The page counts as its budget first: most pages are light enough without being compressed again.
        let page_most = budget.page_bytes.unwrap_or(DEFAULT_PAGE_BYTES);
        if scripts + pictures + page_most.min(bytes.len()) <= most {
            return;
        }
        let total = self.sent(path, &facts.scripts) + pictures + weight::sent(bytes);
        if total > most {
            findings.push(findings::visit_heavy(path, total, most));
        }
    }

    /// What a file that a page loads is at most as sent.
    fn at_most(&mut self, page: &SitePath, address: &str) -> usize {
        let Some(path) = self.path_of(page, address) else { return 0 };
        if let Some(known) = self.at_most.get(&path) {
            return *known;
        }
        let bytes = self.weigh(&path, weight::at_most);
        self.at_most.insert(path, bytes);
        bytes
    }

    /// Bytes of files that a page loads, as sent.
    fn sent(&self, page: &SitePath, addresses: &BTreeSet<Cow<'_, str>>) -> usize {
        let paths = addresses.iter().filter_map(|address| self.path_of(page, address));
        paths.map(|path| self.weigh(&path, weight::sent)).sum()
    }

    /// The path of what a page loads; `None` for what somebody else has.
    fn path_of(&self, page: &SitePath, address: &str) -> Option<String> {
        let used = Use { kind: UseKind::File, address: address.into() };
        match link::target(page, &used, self.rules.base_url) {
            Resolved::Inside(target) => Some(target.path),
            _ => None,
        }
    }

    /// Bytes of a file of this part; none for one of another part.
    fn weigh(&self, path: &str, text_bytes: impl Fn(&[u8]) -> usize) -> usize {
        match self.plan.get(path) {
            Some(Output::Page(bytes) | Output::Asset(bytes)) => text_bytes(bytes),
            Some(picture) => usize::try_from((self.picture_bytes)(picture)).unwrap_or(usize::MAX),
            None => 0,
        }
    }
}
