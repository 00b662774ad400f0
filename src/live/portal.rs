//! What belongs to no cooperative: the site's own files, which need nobody, and the portal, which needs a summary of
//! each.

use std::sync::Arc;

use rayon::prelude::*;

use super::slot::Originals;
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::host::Redirect;
use crate::page::{self, PageAddress, SiteIdentity, SiteShape, Sitemaps};
use crate::pipeline::site::{self, OFFICE_SOURCES};
use crate::pipeline::world::World;
use crate::pipeline::{guides, hosting};
use crate::plan::{Output, Plan};
use crate::routes;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::summary::findings::summary_refused;

/// Icons, manifest, the page for addresses that lead nowhere.
pub(super) struct Basics {
    world: u64,
    identity: SiteIdentity,
    plan: Plan,
    not_found: Option<Output>,
}

impl Basics {
    /// Those of a world, by its number.
    pub(super) fn of(number: u64, world: &World, identity: SiteIdentity) -> Self {
        let theme = &world.themes.storefront;
        let mut unheard = Findings::new();
        let mut plan = page::site_files(&identity, &world.settings, theme, &mut unheard);
        site::claim_manage(world, &[], &mut plan, &mut unheard);
        // Here the site lies at the root of its host, wherever it will be published.
        let settings = Settings { base_url: None, ..world.settings.clone() };
        let at_root = page::site_files(&identity, &settings, theme, &mut unheard);
        // The only one of them whose links begin at the host's root.
        let not_found = at_root.get(routes::NOT_FOUND).cloned();
        Self { world: number, identity, plan, not_found }
    }

    /// True if they are of that world and have that face.
    pub(super) fn are_of(&self, number: u64, identity: &SiteIdentity) -> bool {
        self.world == number && self.identity == *identity
    }

    /// What is at a path, if it is one of these files.
    pub(super) fn get(&self, path: &str) -> Option<&Output> {
        match path {
            routes::NOT_FOUND => self.not_found.as_ref(),
            _ => self.plan.get(path),
        }
    }
}

/// The portal, and what it was made of.
pub(super) struct Portal {
    pub(super) key: Key,
    pub(super) plan: Plan,
    pub(super) findings: Findings,
    /// What the pictures of guides are made of.
    pub(super) originals: Originals,
    moves: Vec<Redirect>,
}

/// What a portal is made of: the world and the summaries by their numbers, the office's files by their content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) world: u64,
    pub(super) summaries: u64,
    /// What the office has written, by `OFFICE_SOURCES`.
    pub(super) office: [Fingerprint; OFFICE_SOURCES.len()],
    pub(super) guides: Fingerprint,
}

impl Portal {
    /// Of the summaries of all cooperatives, by name.
    pub(super) fn of(key: Key, world: &World, summaries: &[(String, Arc<str>)]) -> Self {
        let mut findings = Findings::new();
        let mut plan = Plan::new();
        let summaries = parse(summaries, &mut findings);
        let guides = guides::read_guides(world, &mut findings);
        if world.shape == SiteShape::Many {
            plan = site::whole_portal(world, &summaries, &guides, &mut findings);
        }
        let originals = guides.pictures.into_iter();
        let originals =
            originals.map(|(path, picture)| (picture.facts.hash, (path, picture.facts))).collect();
        let mut moves = hosting::moves(
            &summaries,
            world.shape,
            |slug, old| hosting::place_of_move(world, slug, old),
            &mut findings,
        );
        moves.extend(hosting::moved_regencies(&plan));
        moves.extend(hosting::moved_goods(&summaries, world.shape, &world.settings));
        findings.sort();
        Self { key, plan, findings, originals, moves }
    }

    /// Where an old address of a cooperative or of a page leads now.
    pub(super) fn moved(&self, address: &str) -> Option<String> {
        let file = format!("{}/index.html", address.trim_end_matches('/'));
        if let Some(page) = self.moves.iter().find(|moved| moved.from == file) {
            return Some(page.to.clone());
        }
        let folder = address.split_inclusive('/').next()?;
        let moved = self.moves.iter().find(|moved| moved.from == folder)?;
        Some(format!("{}{}", moved.to, &address[folder.len()..]))
    }
}

fn parse(texts: &[(String, Arc<str>)], findings: &mut Findings) -> Vec<Summary> {
    let parsed: Vec<_> = texts.par_iter().map(|(_, text)| Summary::parse(text.as_bytes())).collect();
    let mut summaries = Vec::with_capacity(parsed.len());
    for ((name, _), one) in texts.iter().zip(parsed) {
        match one {
            Ok(summary) => summaries.push(summary),
            Err(fault) => findings.push(summary_refused(name, &fault)),
        }
    }
    summaries
}

/// A sitemap of all pages.
pub(super) fn sitemap(path: &str, mut addresses: Vec<PageAddress>, world: &World) -> Option<Vec<u8>> {
    addresses.sort();
    let mut sitemaps = Sitemaps::new(world.settings.base_url.as_deref()?);
    let mut files: Vec<_> = addresses.iter().filter_map(|page| sitemaps.add(page)).collect();
    files.extend(sitemaps.finish());
    files.into_iter().find(|(name, _)| name == path).map(|(_, bytes)| bytes)
}
