//! What the host has to do with a site: the files it wants, and how much of its limits is used.

use std::collections::BTreeSet;

use super::World;
use crate::check::{self, Examined, Rules};
use crate::finding::{Findings, Span};
use crate::host::{self, Host, HostedSite, Redirect, Usage};
use crate::output::PhotoCache;
use crate::page::PageAddress;
use crate::photo::{Recipe, RenditionFormat};
use crate::plan::{Output, Plan, SitePath};
use crate::settings::Settings;
use crate::summary::Summary;

/// The host that the settings name. The reader of the settings lets no unknown one through.
pub(super) fn host_of(settings: &Settings) -> &'static Host {
    let name = settings.host.as_deref().unwrap_or("umum");
    host::find_host(name).expect("content::read_settings knows the hosts")
}

/// Folders that cooperatives had before, unless another cooperative has taken the name.
pub(super) fn moves(summaries: &[Summary], findings: &mut Findings) -> Vec<Redirect> {
    let taken: BTreeSet<&str> = summaries.iter().map(|summary| summary.slug.as_str()).collect();
    let mut moves = Vec::new();
    for summary in summaries {
        for old in &summary.old_slugs {
            if taken.contains(old.as_str()) {
                findings.push(host::moved_address_taken(&summary.slug, old));
            } else {
                moves.push(Redirect { from: format!("{old}/"), to: format!("{}/", summary.slug) });
            }
        }
    }
    moves.sort();
    moves.dedup_by(|a, b| a.from == b.from);
    moves
}

/// Adds the files that the host wants.
pub(super) fn claim_host_files(
    plan: &mut Plan,
    world: &World,
    redirects: &[Redirect],
    addresses: &[PageAddress],
    findings: &mut Findings,
) {
    let pages: Vec<SitePath> = addresses.iter().map(|address| address.path.clone()).collect();
    let not_found = match plan.get("404.html") {
        Some(Output::Page(bytes)) => Some(bytes.clone()),
        _ => None,
    };
    let site = HostedSite {
        base_url: world.settings.base_url.as_deref(),
        redirects,
        pages: &pages,
        not_found: not_found.as_deref(),
    };
    for (path, bytes) in host::host_files(host_of(&world.settings), &site) {
        plan.claim(path, Output::Page(bytes), findings);
    }
}

/// Where pages are opened as files, their links name files.
pub(super) fn fit_links(plan: &mut Plan, settings: &Settings) {
    if host_of(settings).opens_files {
        plan.change_pages(host::link_to_files);
    }
}

/// What `check` gathers of each part of a site.
#[derive(Debug, Default)]
pub(super) struct Examination {
    examined: Examined,
    usage: Usage,
}

impl Examination {
    /// Examines one part.
    pub(super) fn of(plan: &Plan, rules: &Rules<'_>, cache: &PhotoCache, findings: &mut Findings) -> Self {
        let mut usage = Usage::default();
        for (path, output) in plan.iter() {
            let size = match output {
                Output::Page(bytes) | Output::Asset(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
                Output::Rendition(recipe) => {
                    cache.size_bytes(recipe).unwrap_or_else(|_| usual_size_bytes(recipe))
                }
                Output::Card(card) => cache.size_bytes(card).unwrap_or(USUAL_CARD_BYTES),
            };
            usage.add(path, size);
        }
        Self { examined: check::check_part(plan, rules, findings), usage }
    }

    /// Adds another part.
    pub(super) fn merge(&mut self, other: Self) {
        self.examined.merge(other.examined);
        self.usage.merge(&other.usage);
    }

    /// Judges the whole, and gives what it takes up. Links from part to part count only where every part is
    /// known: a cooperative with an error has no pages yet, and that it has an error was said already.
    pub(super) fn judge(self, settings: &Settings, is_complete: bool, findings: &mut Findings) -> Usage {
        if is_complete {
            check::check_links(&self.examined, findings);
        }
        let host = host_of(settings);
        host::check_address(host, settings.base_url.as_deref(), &Span::path("etalase.yaml"), findings);
        host::check_terms(host, findings);
        host::check_limits(host, &self.usage, findings);
        self.usage
    }
}

/// What the pages of a site have to keep to; what each kind may weigh is said in its theme's `theme.yaml`.
pub(super) fn rules(world: &World) -> Rules<'_> {
    // The last one counts: the youth theme builds on that of shops, and has the limits of their pages, too.
    let themes = [&world.themes.youth, &world.themes.storefront];
    let budgets = themes.into_iter().flat_map(|theme| &theme.manifest().pages);
    let page_bytes = budgets.filter_map(|(kind, budget)| {
        let kilobytes = usize::try_from(budget.html_kb?).unwrap_or(usize::MAX);
        Some((kind.clone(), kilobytes.saturating_mul(1024)))
    });
    Rules {
        base_url: world.settings.base_url.as_deref(),
        analytics: world.settings.analytics.as_deref(),
        page_bytes: page_bytes.collect(),
    }
}

/// Of a card that has not been drawn yet: measured on the demo's, rounded up.
const USUAL_CARD_BYTES: u64 = 120 * 1024;

/// Of a photo that has not been encoded yet: measured on product photos of phones at quality 80, rounded up.
fn usual_size_bytes(recipe: &Recipe) -> u64 {
    let pixels = u64::from(recipe.width_px) * u64::from(recipe.height_px);
    match recipe.format {
        RenditionFormat::Jpeg => pixels / 6,
        _ => pixels / 9,
    }
}
