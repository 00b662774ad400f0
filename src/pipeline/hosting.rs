//! What the host has to do with a site: the files it wants, and how much of its limits is used.

use std::collections::{BTreeMap, BTreeSet};

use super::world::World;
use crate::cache::PhotoCache;
use crate::check::{self, Budget, Examined, Rules};
use crate::content;
use crate::finding::{Findings, Span};
use crate::host::{self, HostedSite, Redirect, Usage};
use crate::output::Placed;
use crate::page::{SiteShape, language_folder};
use crate::photo::{Recipe, RenditionFormat};
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::theme::Feature;

/// Folders that cooperatives had before, unless another cooperative has taken the name: one that has it now, or the
/// first by name of several that had it. A name of the site's own is none either, though a summary that was published
/// earlier may still say it. A cooperative that has the site to itself moved to its root. `place` tells where a profile
/// says an old address.
pub(crate) fn moves(
    summaries: &[Summary],
    shape: SiteShape,
    place: impl Fn(&str, &str) -> Span,
    findings: &mut Findings,
) -> Vec<Redirect> {
    let taken: BTreeSet<&str> = summaries.iter().map(|summary| summary.slug.as_str()).collect();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for summary in summaries {
        for old in &summary.old_slugs {
            if routes::OWN_NAMES.contains(&old.as_str()) {
                findings.push(host::moved_address_is_own(place(&summary.slug, old), old));
                continue;
            }
            if taken.contains(old.as_str()) {
                findings.push(host::moved_address_taken(place(&summary.slug, old), old));
                continue;
            }
            let owner = *owners.entry(old).or_insert(&summary.slug);
            if owner != summary.slug {
                findings.push(host::moved_address_claimed_twice(place(&summary.slug, old), old, owner));
            }
        }
    }
    let to = |slug: &str| match shape {
        SiteShape::One => String::new(),
        SiteShape::Many => format!("{slug}/"),
    };
    let mut moves: Vec<Redirect> =
        owners.iter().map(|(old, slug)| Redirect { from: format!("{old}/"), to: to(slug) }).collect();
    moves.sort();
    moves
}

/// Where a profile says an old address; the file, if it does not say it any more or cannot be read.
pub(crate) fn place_of_move(world: &World, slug: &str, old: &str) -> Span {
    let mut unheard = Findings::new();
    let folder = world.site.read_cooperative(slug, &world.settings.limits, &mut unheard).ok();
    let place = folder.and_then(|folder| {
        content::parse_profile(&folder, &world.settings, &mut unheard).place_of_old_address(old)
    });
    place.unwrap_or_else(|| Span::path(format!("content/{slug}/profil.yaml")))
}

/// Pages of products that had another name in addresses, in each language.
pub(crate) fn moved_goods(summaries: &[Summary], shape: SiteShape, settings: &Settings) -> Vec<Redirect> {
    let mut moves = Vec::new();
    for summary in summaries {
        let root = match shape {
            SiteShape::One => String::new(),
            SiteShape::Many => format!("{}/", summary.slug),
        };
        for (moved, language) in
            summary.moved.iter().flat_map(|moved| settings.languages.iter().map(move |it| (moved, *it)))
        {
            let home = format!("{root}{}", language_folder(language, settings));
            moves.push(Redirect {
                from: format!("{home}{}index.html", routes::product(&moved.from)),
                to: format!("{home}{}", routes::product(&moved.to)),
            });
        }
    }
    moves
}

/// Pages of regencies, whose folders had the dot of the code.
pub(crate) fn moved_regencies(plan: &Plan) -> Vec<Redirect> {
    let moved = plan.iter().filter(|(path, _)| path.is_index()).filter_map(|(path, _)| {
        let from = routes::dotted_regency(path.as_str())?;
        Some(Redirect { from, to: path.canonical().to_owned() })
    });
    moved.collect()
}

/// Adds a page to each folder of pages that has none, so that an address that was shortened by hand leads to the page
/// above. From a file nobody shortens one.
pub(super) fn claim_ways_up(plan: &mut Plan, world: &World, findings: &mut Findings) {
    let ways = ways_up(plan, world, findings);
    plan.merge(ways, findings);
}

/// The pages that `claim_ways_up` adds to a plan, of which only the paths need be known.
pub(super) fn ways_up(plan: &Plan, world: &World, findings: &mut Findings) -> Plan {
    let mut ways = Plan::new();
    if world.host.opens_files {
        return ways;
    }
    let pages = plan.iter().filter(|(path, _)| path.is_page());
    let folders: BTreeSet<&str> = pages.flat_map(|(path, _)| folders_above(path)).collect();
    for folder in folders.into_iter().filter(|folder| routes::is_bare_list(folder)) {
        let from = SitePath::new(format!("{folder}index.html"));
        let to = folders_above(&from)
            .filter(|above| *above != folder)
            .map(|above| format!("{above}index.html"))
            .find(|page| plan.get(page).is_some());
        if let Some(to) = to.filter(|_| plan.get(from.as_str()).is_none()) {
            let page = host::redirect_page(&from, &SitePath::new(to), world.settings.base_url.as_deref());
            ways.claim(from, Output::Page(page.into_bytes()), findings);
        }
    }
    ways
}

/// The folders that a file is in, the nearest first: `a/b/`, `a/`, and the root.
fn folders_above(path: &SitePath) -> impl Iterator<Item = &str> {
    let path = path.as_str();
    let ends = path.rmatch_indices('/').map(|(at, _)| at + 1).chain([0]);
    ends.map(move |end| &path[..end])
}

/// Adds the files that the host wants. `pages`: those that moved, at least.
pub(super) fn claim_host_files(
    plan: &mut Plan,
    world: &World,
    redirects: &[Redirect],
    pages: &[SitePath],
    findings: &mut Findings,
) {
    let not_found = match plan.get(routes::NOT_FOUND) {
        Some(Output::Page(bytes)) => Some(bytes.clone()),
        _ => None,
    };
    let site = HostedSite {
        base_url: world.settings.base_url.as_deref(),
        redirects,
        pages,
        not_found: not_found.as_deref(),
    };
    for (path, bytes) in host::host_files(world.host, &site) {
        plan.claim(path, Output::Page(bytes), findings);
    }
}

/// Where pages are opened as files, their links name files.
pub(super) fn fit_links(plan: &mut Plan, world: &World) {
    if world.host.opens_files {
        plan.change_pages(host::link_to_files);
    }
}

/// Where pages are opened as files, nobody asks for what only servers and search engines read; the page for
/// unknown addresses has links that begin at a server's root.
pub(super) fn leave_to_servers(plan: &mut Plan, world: &World) {
    if world.host.opens_files {
        plan.keep(|path| {
            let name = path.as_str();
            !matches!(name, routes::NOT_FOUND | routes::ROBOTS | routes::WEB_MANIFEST)
                && !routes::is_sitemap(name)
        });
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
        let size_of = |output: &Output| match output {
            Output::Page(bytes) | Output::Asset(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Output::Rendition(recipe) => cache.size_bytes(recipe).unwrap_or_else(|| usual_size_bytes(recipe)),
            Output::Later(later) => later.usual_bytes(),
            Output::Card(card) => cache.size_bytes(card).unwrap_or(USUAL_CARD_BYTES),
        };
        for (path, output) in plan.iter() {
            // Scripts, and the site's own cards: cooperatives have them in common.
            let is_at_root = path.as_str().matches('/').count() == 1;
            if is_at_root && matches!(output, Output::Asset(_) | Output::Card(_)) {
                usage.add_shared(path, size_of(output));
            } else {
                usage.add(path, size_of(output));
            }
        }
        Self { examined: check::check_part(plan, rules, &size_of, findings), usage }
    }

    /// Adds another part.
    pub(super) fn merge(&mut self, other: Self) {
        self.examined.merge(other.examined);
        self.usage.merge(&other.usage);
    }

    /// Judges the whole, and gives what it takes up. Links from part to part count only where every part is
    /// known: a cooperative with an error has no pages yet, and that it has an error was said already.
    pub(super) fn judge(
        self,
        world: &World,
        cooperatives: usize,
        is_complete: bool,
        placed: &Placed,
        findings: &mut Findings,
    ) -> Usage {
        if is_complete {
            check::check_links(&self.examined, |path| placed.has(path), findings);
        }
        let World { host, settings, .. } = world;
        host::check_address(host, settings.base_url.as_deref(), &Span::path("etalase.yaml"), findings);
        host::check_terms(host, findings);
        host::check_limits(host, &self.usage, cooperatives, findings);
        self.usage
    }
}

/// What the pages of a site have to keep to; what each kind may weigh is said in its theme's `theme.yaml`.
pub(super) fn rules(world: &World) -> Rules<'_> {
    // The last one counts: the youth theme builds on that of shops, and has the limits of their pages, too.
    let themes = [&world.themes.youth, &world.themes.storefront];
    let budgets = themes.into_iter().flat_map(|theme| &theme.manifest().pages);
    let bytes = |kilobytes: Option<u32>| Some(usize::try_from(kilobytes?).ok()?.saturating_mul(1024));
    let budgets = budgets.map(|(kind, budget)| {
        let budget = Budget {
            page_bytes: bytes(budget.html_kb),
            script_bytes: bytes(budget.script_kb),
            total_bytes: bytes(budget.total_kb),
        };
        (kind.clone(), budget)
    });
    Rules {
        base_url: world.settings.base_url.as_deref(),
        analytics: world.settings.analytics.as_deref(),
        budgets: budgets.collect(),
        shows_cards: world.themes.storefront.has(Feature::Cards),
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
