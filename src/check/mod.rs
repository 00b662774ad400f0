//! What a publisher should know before publishing, examined on a plan: links and anchors that lead nowhere,
//! requests to others, photos without a text, pages that are too heavy. Walks no folder and fetches nothing.
//!
//! A site is examined part by part (one cooperative, the portal), so that no part has to be kept; what leads
//! from one part to another is resolved at the end.

mod findings;
mod html;
mod link;
mod loads;
mod metadata;
mod rules;
mod sarif;
mod secret;
mod weight;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::finding::{Finding, Findings, without_user_info};
use crate::plan::{Output, Plan, SitePath};

pub(crate) use rules::{Budget, DEFAULT_PAGE_BYTES, Rules};
pub(crate) use sarif::to_sarif;
pub(crate) use secret::check_secrets;

use html::{PageFacts, UseKind};
use link::Target;
use loads::Loads;
use metadata::Metadata;

/// What one part of a site offers to the others and wants from them. Gathers facts; judges nothing yet.
#[derive(Debug, Default)]
pub(crate) struct Examined {
    /// Every file.
    paths: BTreeSet<String>,
    /// Every anchor, as `path#anchor`.
    anchors: BTreeSet<String>,
    /// Links that lead to no file of this part, with the first page that has each, and how many have it.
    open: BTreeMap<Target, (String, usize)>,
}

impl Examined {
    /// Adds another part.
    pub(crate) fn merge(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.anchors.extend(other.anchors);
        for (target, (page, count)) in other.open {
            self.open.entry(target).or_insert((page, 0)).1 += count;
        }
    }
}

/// Examines one part of a site. Findings about a page itself are given at once; links that may lead to
/// another part are kept for `check_links`. `picture_bytes` tells the size of a picture, made or not.
pub(crate) fn check_part(
    plan: &Plan,
    rules: &Rules<'_>,
    picture_bytes: &dyn Fn(&Output) -> u64,
    findings: &mut Findings,
) -> Examined {
    let mut part = Examined::default();
    part.paths.extend(plan.iter().map(|(path, _)| path.as_str().to_owned()));
    let pages = read_pages(plan, rules, picture_bytes, findings);
    let mut metadata = Metadata::default();
    for (path, facts) in &pages {
        metadata.look_at(path, facts, rules);
        part.anchors.extend(facts.anchors.iter().map(|anchor| format!("{path}#{anchor}")));
    }
    metadata.finish(findings);
    for ((kind, address), (path, count)) in follow_links(&pages, rules, &mut part) {
        check_foreign(kind, address, path, count, rules, findings);
    }
    part
}

/// A page by its path, with what it says of itself.
type Page<'a> = (&'a SitePath, PageFacts<'a>);

/// Reads every page of a plan; what is wrong with a page by itself goes to `findings`.
fn read_pages<'a>(
    plan: &'a Plan,
    rules: &Rules<'_>,
    picture_bytes: &dyn Fn(&Output) -> u64,
    findings: &mut Findings,
) -> Vec<Page<'a>> {
    let mut loads = Loads::of(plan, rules, picture_bytes);
    let outputs: Vec<(&SitePath, &Output)> = plan.iter().collect();
    let looked_at: Vec<Option<LookedAt<'_>>> =
        outputs.par_iter().map(|(path, output)| look_at(path, output, rules)).collect();
    let mut pages = Vec::new();
    for ((path, _), looked_at) in outputs.into_iter().zip(looked_at) {
        let Some(LookedAt { bytes, facts, found }) = looked_at else { continue };
        findings.extend(found);
        if let Some(facts) = facts {
            loads.check(path, &facts, bytes, findings);
            pages.push((path, facts));
        }
    }
    pages
}

/// Resolves what pages use. What leads to no file of this part is kept open; addresses of others come back, each with
/// the first page that has it, and how many have it.
fn follow_links<'p>(
    pages: &'p [Page<'_>],
    rules: &Rules<'_>,
    part: &mut Examined,
) -> BTreeMap<(UseKind, &'p str), (&'p SitePath, usize)> {
    let mut foreign = BTreeMap::new();
    for (path, facts) in pages {
        for used in &facts.uses {
            match link::target(path, used, rules.base_url) {
                link::Resolved::Inside(target) => {
                    if !leads_somewhere(&target, part) {
                        part.open.entry(target).or_insert_with(|| (path.as_str().to_owned(), 0)).1 += 1;
                    }
                }
                link::Resolved::Outside(address) => {
                    foreign.entry((used.kind, address)).or_insert((*path, 0)).1 += 1;
                }
                link::Resolved::Nothing => {}
            }
        }
    }
    foreign
}

/// What one page says of itself.
struct LookedAt<'a> {
    bytes: &'a [u8],
    /// `None` if it is no text.
    facts: Option<PageFacts<'a>>,
    found: Findings,
}

/// Reads a page. `None` for what is none.
fn look_at<'a>(path: &SitePath, output: &'a Output, rules: &Rules<'_>) -> Option<LookedAt<'a>> {
    let Output::Page(bytes) = output else { return None };
    path.as_str().strip_suffix(".html")?;
    let mut found = Findings::new();
    let facts = std::str::from_utf8(bytes).ok().map(html::read_page);
    match &facts {
        Some(facts) => check_page(path, facts, bytes, rules, &mut found),
        None => found.push(findings::page_not_text(path)),
    }
    Some(LookedAt { bytes, facts, found })
}

/// Resolves what leads from part to part, once all parts are known. `is_placed` tells whether somebody put a file
/// of their own at a path of the site: a leaflet, say, beside the pages.
pub(crate) fn check_links(site: &Examined, is_placed: impl Fn(&str) -> bool, findings: &mut Findings) {
    for (target, (page, count)) in &site.open {
        if leads_somewhere(target, site) || (!site.paths.contains(&target.path) && is_placed(&target.path)) {
            continue;
        }
        let finding = if !site.paths.contains(&target.path)
            && site.paths.contains(&format!("{}/index.html", target.path))
        {
            findings::link_without_slash(target, page, *count)
        } else if site.paths.contains(&target.path) {
            findings::anchor_missing(target, page, *count)
        } else {
            findings::link_broken(target, page, *count)
        };
        findings.push(finding);
    }
}

fn leads_somewhere(target: &Target, part: &Examined) -> bool {
    part.paths.contains(&target.path)
        && target
            .anchor
            .as_ref()
            .is_none_or(|anchor| part.anchors.contains(&format!("{}#{anchor}", target.path)))
}

/// What a page must have by itself.
fn check_page(
    path: &SitePath,
    facts: &PageFacts<'_>,
    bytes: &[u8],
    rules: &Rules<'_>,
    findings: &mut Findings,
) {
    if facts.title.trim().is_empty() {
        findings.push(findings::title_missing(path));
    }
    if !facts.has_language {
        findings.push(findings::language_missing(path));
    }
    if facts.images_without_text > 0 {
        findings.push(findings::alt_missing(path, facts.images_without_text));
    }
    for anchor in &facts.repeated_anchors {
        findings.push(findings::anchor_repeated(path, anchor));
    }
    let budget = rules.budgets.get(facts.kind).and_then(|budget| budget.page_bytes);
    let most = budget.unwrap_or(DEFAULT_PAGE_BYTES);
    if let Some(weight) = weight::above(bytes, most) {
        findings.push(findings::page_heavy(path, weight, most));
    }
}

/// Addresses of others: links may lead there, if they are safe; files may not come from there.
fn check_foreign(
    kind: UseKind,
    address: &str,
    page: &SitePath,
    count: usize,
    rules: &Rules<'_>,
    findings: &mut Findings,
) {
    match kind {
        UseKind::Link if address.starts_with("http://") => {
            // Where somebody typed it, it was told at its line.
            let named = format!("`{}`", without_user_info(address));
            let is_told =
                |finding: &Finding| finding.code == "link-unsafe" && finding.found.en.contains(&named);
            if findings.iter().any(is_told) {
                return;
            }
            findings.push(findings::link_unsafe(address, page, count));
        }
        UseKind::Link | UseKind::Name => {}
        UseKind::File if rules.analytics == Some(address) && !is_youth(page) => {}
        UseKind::File => findings.push(findings::third_party(address, page, count)),
    }
}

fn is_youth(page: &SitePath) -> bool {
    page.as_str().split('/').any(|part| part == "muda")
}
