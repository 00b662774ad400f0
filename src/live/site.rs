//! A site that is worked out as it is asked for.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, RwLock};

use anyhow::Result;

use super::changes::Changes;
use super::cooperatives::{Cooperatives, is_asset};
use super::looked::Looked;
use super::now::Now;
use super::pictures::Origin;
use super::portal::{self, Basics, Key, Portal};
use super::slot::{Depth, Pages, Slot};
use super::slots::NamedSlot;
use crate::cache::Records;
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::locks::{lock, read, write};
use crate::page::{self, PageAddress, SiteIdentity, SiteShape};
use crate::pipeline::guides;
use crate::pipeline::request::Request;
use crate::pipeline::site::OFFICE_SOURCES;
use crate::pipeline::world::{World, read_world};
use crate::plan::Output;
use crate::routes;
use crate::source::Site;

/// A site that is worked out as it is asked for.
pub struct LiveSite {
    request: Request,
    site: Site,
    now: RwLock<Now>,
    cooperatives: Cooperatives,
    basics: Mutex<Option<Arc<Basics>>>,
    portal: Mutex<Option<Arc<Portal>>>,
}

/// What there is at an address.
#[derive(Debug, PartialEq)]
pub enum Shown {
    /// A file of the site.
    File {
        /// Its path in the site.
        path: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// A folder, whose address ends in `/`.
    Folder,
    /// A page or a cooperative that has another address now: the address.
    Moved(String),
    /// Nothing; the site's own page for that, if there is one.
    Nothing(Option<Vec<u8>>),
    /// It cannot be shown; its findings say why.
    Broken,
}

/// A file in the plan, before its bytes are there.
enum Found {
    Bytes(Vec<u8>),
    Nothing,
    Broken,
}

impl LiveSite {
    /// Reads settings and themes and lists the cooperatives; looks at none of them.
    ///
    /// # Errors
    /// If the machine fails; what is wrong with content is among the findings.
    pub fn open(request: Request) -> Result<Self> {
        let live = Self {
            site: Site::open(&request.site)?.remembering_photos(),
            cooperatives: Cooperatives::new(&request)?,
            request,
            now: RwLock::default(),
            basics: Mutex::default(),
            portal: Mutex::default(),
        };
        live.read_world()?;
        live.list_cooperatives()?;
        Ok(live)
    }

    /// The site's folder.
    pub fn root(&self) -> &std::path::Path {
        self.site.root()
    }

    /// Names of the cooperatives' folders.
    pub fn names(&self) -> Vec<String> {
        self.cooperatives.slots.names()
    }

    /// Files that the portal's guides are made of, from the site's folder.
    pub(crate) fn guide_files(&self) -> BTreeSet<String> {
        self.now().world.map(|world| guides::files(&world)).unwrap_or_default()
    }

    /// Where a cooperative's pages are: in its folder, or at the root of the site that it has to itself.
    pub(crate) fn home_of(&self, name: &str) -> String {
        match self.now().world.map(|world| world.shape) {
            Some(SiteShape::One) => String::new(),
            _ => format!("{name}/"),
        }
    }

    /// Ends what runs in the background, so that the program can end.
    pub fn end(&self) {
        self.cooperatives.end();
    }

    /// What there is at an address, given below the site's root and without escapes: `kpc/produk/susu/`.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn show(&self, address: &str) -> Result<Shown> {
        let is_folder = address.is_empty() || address.ends_with('/');
        let path = if is_folder { format!("{address}index.html") } else { address.to_owned() };
        match self.find(&path)? {
            Found::Bytes(bytes) => return Ok(Shown::File { path, bytes }),
            Found::Broken => return Ok(Shown::Broken),
            Found::Nothing => {}
        }
        if !is_folder && matches!(self.find(&format!("{address}/index.html"))?, Found::Bytes(_)) {
            return Ok(Shown::Folder);
        }
        if let Some(address) = self.moved(address)? {
            return Ok(Shown::Moved(address));
        }
        Ok(Shown::Nothing(match self.find(routes::NOT_FOUND)? {
            Found::Bytes(page) => Some(page),
            _ => None,
        }))
    }

    /// What is wrong with what is shown at an address, and with the site as a whole.
    pub fn findings(&self, address: &str) -> Findings {
        let now = self.now();
        let mut findings = Findings::clone(&now.findings);
        if let Some((_, slot)) =
            now.world.and_then(|world| self.cooperatives.slots.owner(address, world.shape))
        {
            findings.extend(lock(&slot).findings.clone());
        } else if let Some(portal) = lock(&self.portal).as_ref() {
            findings.extend(portal.findings.clone());
        }
        findings.sort();
        findings
    }

    /// Findings of the whole site, as far as it was looked at.
    pub fn all_findings(&self) -> Findings {
        let mut findings = Findings::clone(&self.now().findings);
        for (_, slot) in self.cooperatives.slots.all() {
            findings.extend(lock(&slot).findings.clone());
        }
        findings.sort();
        findings
    }

    /// Looks at every cooperative that was not looked at yet: reads its files, unless the last build has
    /// remembered what they say, but renders nothing. Ends early when the site is to end.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn look_at_all(&self) -> Result<()> {
        let now = self.now();
        let Some(world) = &now.world else { return Ok(()) };
        let unseen = self.cooperatives.slots.unseen(now.number);
        if unseen.is_empty() {
            return Ok(());
        }
        let records = Records::read(&self.request.cache, &self.request.output, world.fingerprint);
        self.cooperatives.each(&unseen, |(name, slot)| {
            self.cooperatives.look(&now, name, &mut lock(slot), Depth::Summary, Some(&records))
        })?;
        Ok(())
    }

    /// Takes notice of changed files. Looks again at what they belong to: with pages where some are held or a
    /// browser shows one (`open` has the addresses), else without.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn refresh(&self, changes: &Changes, open: &[String]) -> Result<Vec<Looked>> {
        self.cooperatives.note_growing(&changes.growing);
        for path in &changes.files {
            self.site.forget_photo(Some(path));
        }
        if changes.everything {
            self.site.forget_photo(None);
        }
        let mut looked = Vec::new();
        if changes.world {
            let before = self.now().findings;
            self.read_world()?;
            looked.push(Looked::between(None, &before, &self.now().findings));
        }
        if changes.list || changes.office {
            looked.extend(self.list_cooperatives()?);
        }
        let shape = self.now().world.map_or(SiteShape::Many, |world| world.shape);
        let open: Vec<String> = open
            .iter()
            .filter_map(|address| Some(self.cooperatives.slots.owner(address, shape)?.0))
            .collect();
        // A cooperative that has the site to itself shows what lies beside it, too.
        let is_all = changes.everything || (changes.office && shape == SiteShape::One);
        let mut touched = self.cooperatives.slots.all();
        touched.retain(|(name, _)| is_all || changes.cooperatives.contains(name));
        let again = self.cooperatives.each(&touched, |(name, slot)| {
            let slot = &mut lock(slot);
            let depth =
                if slot.pages.is_some() || open.contains(name) { Depth::Pages } else { Depth::Summary };
            // Where events were lost, time stamps tell what has changed.
            if !changes.everything {
                slot.looked = None;
            }
            self.look_again(name, slot, depth)
        })?;
        looked.extend(again.into_iter().flatten());
        Ok(looked)
    }

    /// Looks again at a cooperative. `None` if its folder is gone.
    fn look_again(&self, name: &str, slot: &mut Slot, depth: Depth) -> Result<Option<Looked>> {
        let before = slot.findings.clone();
        match self.cooperatives.look(&self.now(), name, slot, depth, None) {
            Ok(()) => Ok(Some(Looked::between(Some(name.to_owned()), &before, &slot.findings))),
            Err(error) => self.unless_gone(name, error).map(|()| None),
        }
    }

    /// A folder that cannot be read because it is there no more is no failure.
    fn unless_gone(&self, name: &str, error: anyhow::Error) -> Result<()> {
        self.list_cooperatives()?;
        if self.cooperatives.slots.has(name) { Err(error) } else { Ok(()) }
    }

    fn now(&self) -> Now {
        read(&self.now).clone()
    }

    fn read_world(&self) -> Result<()> {
        let mut findings = Findings::new();
        let world = read_world(self.site.clone(), &self.request, &mut findings)?;
        findings.sort();
        let mut now = write(&self.now);
        now.findings = Arc::new(findings);
        if let Some(world) = world {
            now.number += 1;
            now.world = Some(Arc::new(world));
        }
        Ok(())
    }

    /// Brings the list of cooperatives up to date. Whether the site is a shop or a portal decides about every address.
    fn list_cooperatives(&self) -> Result<Option<Looked>> {
        let mut findings = Findings::new();
        let names = self.site.list_cooperatives(&mut findings)?;
        self.cooperatives.slots.list(&names);
        let now = self.now();
        let shape = SiteShape::of(names.len(), self.site.has_portal_files());
        if now.world.is_none_or(|world| world.shape != shape) || findings.has_error() {
            self.read_world()?;
            return Ok(Some(Looked::between(None, &now.findings, &self.now().findings)));
        }
        Ok(None)
    }

    fn find(&self, path: &str) -> Result<Found> {
        let Some(world) = self.now().world else { return Ok(Found::Broken) };
        let owner = self.cooperatives.slots.owner(path, world.shape);
        let found = |output: &Output, origin: Option<Origin<'_>>| {
            self.cooperatives.pictures.bytes_of(output, origin, &world).map(or_nothing)
        };
        let mut is_broken = false;
        if let Some((name, slot)) = &owner {
            match self.pages(name, slot)? {
                Some(pages) => {
                    if let Some(output) = pages.plan.get(path) {
                        return found(output, Some(&pages.originals));
                    }
                }
                None => is_broken = true,
            }
        }
        if let Some(asset) = self.cooperatives.asset(path) {
            return found(&asset, None);
        }
        if let Some(output) = self.basics(&world, owner.as_ref())?.get(path) {
            return found(output, None);
        }
        if is_broken {
            return Ok(Found::Broken);
        }
        if routes::is_sitemap(path) {
            return self.sitemap(path, &world).map(or_nothing);
        }
        // Addresses below a cooperative's folder and names of scripts need no portal to be told that they lead
        // nowhere.
        if owner.is_some() || is_asset(path) {
            return Ok(Found::Nothing);
        }
        let portal = self.portal(&world)?;
        portal.plan.get(path).map_or(Ok(Found::Nothing), |output| found(output, Some(&portal.originals)))
    }

    /// The pages of a cooperative as its files are now; those of before if they have an error; `None` if there
    /// never were any.
    fn pages(&self, name: &str, slot: &Mutex<Slot>) -> Result<Option<Arc<Pages>>> {
        let mut slot = lock(slot);
        if let Err(error) = self.cooperatives.look(&self.now(), name, &mut slot, Depth::Pages, None) {
            return self.unless_gone(name, error).map(|()| None);
        }
        Ok(slot.pages.as_ref().map(|(_, pages)| Arc::clone(pages)))
    }

    /// Every page of a cooperative, as `pages`.
    pub(super) fn pages_of(&self, name: &str) -> Result<Option<Arc<Pages>>> {
        let slot = self.cooperatives.slots.all().into_iter().find(|(other, _)| other == name);
        slot.map_or(Ok(None), |(name, slot)| self.pages(&name, &slot))
    }

    /// What belongs at a path of pages that somebody holds.
    pub(super) fn bytes_in(&self, pages: &Pages, path: &str) -> Result<Option<Vec<u8>>> {
        let Some(world) = self.now().world else { return Ok(None) };
        let bytes = |output| self.cooperatives.pictures.bytes_of(output, Some(&pages.originals), &world);
        pages.plan.get(path).map_or(Ok(None), bytes)
    }

    /// The files that a site has once, but for those that name pages.
    fn basics(&self, world: &World, owner: Option<&NamedSlot>) -> Result<Arc<Basics>> {
        let number = self.now().number;
        let own = match owner {
            Some((name, slot)) if world.shape == SiteShape::One => self.pages(name, slot)?,
            _ => None,
        };
        let identity =
            own.map_or_else(|| SiteIdentity::of_portal(&world.settings), |pages| pages.identity.clone());
        let mut basics = lock(&self.basics);
        if let Some(basics) = basics.as_ref().filter(|kept| kept.are_of(number, &identity)) {
            return Ok(Arc::clone(basics));
        }
        let made = Arc::new(Basics::of(number, world, identity));
        *basics = Some(Arc::clone(&made));
        Ok(made)
    }

    /// The portal as its summaries are now. One request works it out, others wait for it.
    fn portal(&self, world: &World) -> Result<Arc<Portal>> {
        self.look_at_all()?;
        let mut office = [Fingerprint::default(); OFFICE_SOURCES.len()];
        for (fingerprint, path) in office.iter_mut().zip(OFFICE_SOURCES) {
            *fingerprint = self.site.fingerprint(path)?;
        }
        let guides = guides::fingerprint(world)?;
        let summaries = self.cooperatives.slots.version();
        let key = Key { world: self.now().number, summaries, office, guides };
        let mut portal = lock(&self.portal);
        if let Some(portal) = portal.as_ref().filter(|portal| portal.key == key) {
            return Ok(Arc::clone(portal));
        }
        let summary_of = |(name, slot): NamedSlot| Some((name, lock(&slot).summary.clone()?));
        let summaries: Vec<(String, Arc<str>)> =
            self.cooperatives.slots.all().into_iter().filter_map(summary_of).collect();
        let made = Arc::new(self.cooperatives.install(|| Portal::of(key, world, &summaries)));
        self.cooperatives.note_assets(&made.plan);
        *portal = Some(Arc::clone(&made));
        Ok(made)
    }

    /// Where a cooperative's old address leads now.
    fn moved(&self, address: &str) -> Result<Option<String>> {
        let Some(world) = self.now().world else { return Ok(None) };
        let is_present =
            world.shape == SiteShape::Many && self.cooperatives.slots.owner(address, world.shape).is_some();
        if is_present || !address.contains('/') {
            return Ok(None);
        }
        Ok(self.portal(&world)?.moved(address))
    }

    /// A sitemap. Every cooperative is worked out for it, one after the other on each thread, and let go again.
    fn sitemap(&self, path: &str, world: &World) -> Result<Option<Vec<u8>>> {
        let all = self.cooperatives.each(&self.cooperatives.slots.all(), |(name, slot)| {
            // Held until its addresses are read: others might let its pages go.
            let mut slot = lock(slot);
            self.cooperatives.look(&self.now(), name, &mut slot, Depth::Pages, None)?;
            Ok(slot.pages.as_ref().map(|(_, pages)| pages.addresses.clone()).unwrap_or_default())
        })?;
        let mut addresses: Vec<PageAddress> = all.into_iter().flatten().collect();
        if world.shape == SiteShape::Many {
            addresses.extend(page::page_addresses(&self.portal(world)?.plan, None));
        }
        Ok(portal::sitemap(path, addresses, world))
    }
}

fn or_nothing(bytes: Option<Vec<u8>>) -> Found {
    bytes.map_or(Found::Nothing, Found::Bytes)
}
