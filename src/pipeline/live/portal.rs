//! What belongs to no cooperative, worked out when somebody asks for it: the site's own files, which need nobody,
//! and the portal, which needs a summary of each. The sitemap alone needs every page.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use rayon::prelude::*;

use super::super::world::World;
use super::super::{hosting, site};
use super::slot::{Depth, Slot};
use super::{LiveSite, lock, read};
use crate::finding::{Finding, Findings};
use crate::fingerprint::Fingerprint;
use crate::host::Redirect;
use crate::page::{self, PageAddress, SiteIdentity, SiteShape};
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
    /// What is at a path, if it is one of these files.
    pub(super) fn get(&self, path: &str) -> Option<&Output> {
        match path {
            routes::NOT_FOUND => self.not_found.as_ref(),
            _ => self.plan.get(path).filter(|_| !routes::is_sitemap(path)),
        }
    }
}

/// The portal, and what it was made of.
pub(super) struct Portal {
    key: Key,
    pub(super) plan: Plan,
    pub(super) findings: Findings,
    moves: Vec<Redirect>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    world: u64,
    summaries: u64,
    office: [Fingerprint; 2],
}

impl LiveSite {
    /// The files that a site has once, but for those that name pages.
    pub(super) fn basics(
        &self,
        world: &World,
        owner: Option<&(String, Arc<Mutex<Slot>>)>,
    ) -> Result<Arc<Basics>> {
        let number = self.now().number;
        let own = match owner {
            Some((name, slot)) if world.shape == SiteShape::One => self.pages(name, slot)?,
            _ => None,
        };
        let identity =
            own.map_or_else(|| SiteIdentity::of_portal(&world.settings), |pages| pages.identity.clone());
        let mut basics = lock(&self.basics);
        if let Some(basics) = basics.as_ref().filter(|kept| kept.world == number && kept.identity == identity)
        {
            return Ok(Arc::clone(basics));
        }
        let theme = &world.themes.storefront;
        let mut unheard = Findings::new();
        let plan = page::site_files(&identity, &[], &world.settings, theme, &mut unheard);
        // Here the site lies at the root of its host, wherever it will be published.
        let settings = Settings { base_url: None, ..world.settings.clone() };
        let at_root = page::site_files(&identity, &[], &settings, theme, &mut unheard);
        // The only one of them whose links begin at the host's root.
        let not_found = at_root.get(routes::NOT_FOUND).cloned();
        let made = Basics { world: number, identity, plan, not_found };
        let made = Arc::new(made);
        *basics = Some(Arc::clone(&made));
        Ok(made)
    }

    /// The portal as its summaries are now. One request works it out, others wait for it.
    pub(super) fn portal(&self, world: &World) -> Result<Arc<Portal>> {
        self.look_at_all()?;
        let office = ["content/_agenda", "content/_muda"].map(|folder| self.site.fingerprint(folder));
        let [agenda, youth] = office;
        let key = Key {
            world: self.now().number,
            summaries: self.summaries.load(Ordering::Relaxed),
            office: [agenda?, youth?],
        };
        let mut portal = lock(&self.portal);
        if let Some(portal) = portal.as_ref().filter(|portal| portal.key == key) {
            return Ok(Arc::clone(portal));
        }
        let mut findings = Findings::new();
        let mut plan = Plan::new();
        let summaries = self.summaries(&mut findings);
        if world.shape == SiteShape::Many {
            plan = site::plan_portal(world, &summaries, &mut findings);
        }
        let moves = hosting::moves(&summaries, world.shape, &mut findings);
        self.note_assets(&plan);
        findings.sort();
        let made = Arc::new(Portal { key, plan, findings, moves });
        *portal = Some(Arc::clone(&made));
        Ok(made)
    }

    fn summaries(&self, findings: &mut Findings) -> Vec<Summary> {
        let slots: Vec<_> =
            read(&self.slots).iter().map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect();
        let parsed: Vec<Result<Summary, Finding>> = self.pool.install(|| {
            slots
                .par_iter()
                .filter_map(|(name, slot)| {
                    let text = lock(slot).summary.clone()?;
                    Some(Summary::parse(text.as_bytes()).map_err(|fault| summary_refused(name, &fault)))
                })
                .collect()
        });
        let mut summaries = Vec::with_capacity(parsed.len());
        for one in parsed {
            match one {
                Ok(summary) => summaries.push(summary),
                Err(finding) => findings.push(finding),
            }
        }
        summaries
    }

    /// Where a cooperative's old address leads now.
    pub(super) fn moved(&self, address: &str) -> Result<Option<String>> {
        let Some(world) = self.now().world else { return Ok(None) };
        let folder = address.split_inclusive('/').next().unwrap_or_default();
        let is_present = world.shape == SiteShape::Many && self.owner(address, world.shape).is_some();
        if is_present || !folder.ends_with('/') {
            return Ok(None);
        }
        let portal = self.portal(&world)?;
        let moved = portal.moves.iter().find(|moved| moved.from == folder);
        Ok(moved.map(|moved| format!("{}{}", moved.to, &address[folder.len()..])))
    }

    /// A sitemap. Every cooperative is worked out for it, one after the other on each thread, and let go again.
    pub(super) fn sitemap(&self, path: &str, world: &World) -> Result<Option<Vec<u8>>> {
        let slots: Vec<_> =
            read(&self.slots).iter().map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect();
        let all: Result<Vec<Vec<PageAddress>>> = self.pool.install(|| {
            slots
                .par_iter()
                .map(|(name, slot)| {
                    if self.is_ending.load(Ordering::Relaxed) {
                        return Ok(Vec::new());
                    }
                    // Held until its addresses are read: others might let its pages go.
                    let mut slot = lock(slot);
                    self.look(name, &mut slot, Depth::Pages, None)?;
                    Ok(slot.pages.as_ref().map(|(_, pages)| pages.addresses.clone()).unwrap_or_default())
                })
                .collect()
        });
        let mut addresses: Vec<PageAddress> = all?.into_iter().flatten().collect();
        if world.shape == SiteShape::Many {
            addresses.extend(page::page_addresses(&self.portal(world)?.plan, None));
        }
        addresses.sort();
        let identity = SiteIdentity::of_portal(&world.settings);
        let theme = &world.themes.storefront;
        let plan = page::site_files(&identity, &addresses, &world.settings, theme, &mut Findings::new());
        Ok(match plan.get(path) {
            Some(Output::Page(bytes)) => Some(bytes.clone()),
            _ => None,
        })
    }
}
