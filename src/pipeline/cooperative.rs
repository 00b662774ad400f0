//! The steps of one cooperative, from its folder to its plan. `build`, `check` and the preview call them in a row, and
//! between the last two have its photos made, looked up or left alone.

use std::collections::BTreeMap;

use anyhow::Result;

use super::hosting;
use super::world::World;
use crate::cache::Updated;
use crate::content;
use crate::finding::Findings;
use crate::manage;
use crate::model::{Cooperative, Date, PhotoUse, Quiz, Youth};
use crate::page::{self, Materials, PageAddress, SiteIdentity, SiteShape};
use crate::photo::{self, PhotoLook, SourceHash};
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::source::{Folder, Photo, SeenCodes};
use crate::summary::findings::summary_refused;
use crate::summary::{MAX_NARROWER, Summary, SummaryFile, SummaryPhoto};
use crate::theme::Feature;
use crate::view::photos::{PhotoShape, PhotoShelf, choose_photos};
use crate::view::share;

/// Width of the widest photos that a portal shows, in pixels.
const PORTAL_PHOTO_PX: u32 = 480;

/// What a cooperative's folder says, before any page is worked out.
pub(crate) struct Understood {
    pub(crate) folder: Folder,
    cooperative: Cooperative,
    updated: Updated,
    pub(super) shelf: PhotoShelf,
}

impl Understood {
    /// With what only the pixels of its photos tell.
    pub(crate) fn with_looks(self, looks: BTreeMap<SourceHash, PhotoLook>) -> Self {
        Self { shelf: self.shelf.with_looks(looks), ..self }
    }
}

/// What was worked out for one cooperative.
pub(crate) struct Planned {
    pub(crate) plan: Plan,
    pub(crate) summary: Summary,
    pub(crate) addresses: Vec<PageAddress>,
    pub(crate) identity: SiteIdentity,
    pub(super) updated: Updated,
}

/// Reads one cooperative's folder: its texts, and of its photos the headers.
pub(crate) fn read_folder(name: &str, world: &World, findings: &mut Findings) -> Result<Folder> {
    world.site.read_cooperative(name, &world.settings.limits, findings)
}

/// Understands what a cooperative's folder says. `None` if it has an error.
pub(crate) fn understand(folder: Folder, world: &World, findings: &mut Findings) -> Option<Understood> {
    advise_on_unseen(&folder, findings);
    let cooperative = read_profile(&folder, world, findings)?;
    if findings.has_error() {
        return None;
    }
    let quiz = own_quiz(world, findings);
    if findings.has_error() {
        return None;
    }
    let (updated, source) = day_of_update(&cooperative, &folder.name, world);
    let youth = Youth { quiz, ..cooperative.youth };
    let cooperative = Cooperative { youth, updated, ..cooperative };
    let shelf = choose_photos(&cooperative, &folder.photos, &world.settings, &world.themes.storefront);
    advise_on_photos(&folder, &shelf, findings);
    Some(Understood { folder, cooperative, updated: source, shelf })
}

/// What a cooperative's texts say, and the photo of its payment code.
fn read_profile(folder: &Folder, world: &World, findings: &mut Findings) -> Option<Cooperative> {
    let profile = content::parse_profile(folder, &world.settings, findings);
    let codes = match profile.code_photo() {
        Some(path) => read_codes(folder, path, world, findings),
        None => None,
    };
    content::read_cooperative(&profile, codes.as_ref(), findings)
}

/// What the codes in a photo say. `None` for one whose header is not sound, or that is not there.
fn read_codes(folder: &Folder, path: &str, world: &World, findings: &mut Findings) -> Option<SeenCodes> {
    let Some(Photo::Sound(facts)) = folder.photos.get(path) else { return None };
    match world.site.read_known_photo(&format!("{}/{path}", folder.path), facts) {
        Ok(bytes) => Some(photo::read_codes(&bytes, facts, &world.settings.limits)),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

fn advise_on_unseen(folder: &Folder, findings: &mut Findings) {
    for (path, photo) in &folder.photos {
        if let Photo::Sound(facts) = photo {
            findings.extend(photo::advise_on_unseen(&format!("{}/{path}", folder.path), facts).into());
        }
    }
}

fn advise_on_photos(folder: &Folder, shelf: &PhotoShelf, findings: &mut Findings) {
    for path in shelf.photos() {
        if let Some(Photo::Sound(facts)) = folder.photos.get(path) {
            findings.extend(photo::advise(&format!("{}/{path}", folder.path), facts).into());
        }
    }
}

/// A cooperative that has the site to itself has the site's quiz, too.
fn own_quiz(world: &World, findings: &mut Findings) -> Option<Quiz> {
    if world.shape == SiteShape::Many {
        return None;
    }
    let quiz = world.site.read_portal(&world.settings.limits, findings).quiz?;
    content::read_quiz(&quiz, &world.settings, findings)
}

/// The day of the last commit counts where the profile gives none.
fn day_of_update(cooperative: &Cooperative, name: &str, world: &World) -> (Option<Date>, Updated) {
    if cooperative.updated.is_some() {
        return (cooperative.updated, Updated::ByProfile);
    }
    let updated = world.history().last_commit(name);
    (updated, Updated::ByHistory(updated))
}

/// Works out every file of a cooperative. `None` if it has an error.
pub(crate) fn plan(understood: &Understood, world: &World, findings: &mut Findings) -> Option<Planned> {
    let World { settings, themes, shape, .. } = world;
    let Understood { cooperative, shelf, updated, .. } = understood;
    let mut plan =
        page::cooperative_pages(Materials { cooperative, shelf, settings, themes, site: *shape }, findings);
    hosting::claim_ways_up(&mut plan, world, findings);
    hosting::fit_links(&mut plan, world);
    let summary = summarise(understood, world, findings)?;
    let path = SitePath::new(format!("{}{}", shape.root_of(cooperative), routes::SUMMARY));
    if let Some(profile) = understood.folder.profile.as_ref().filter(|_| world.managed().is_some()) {
        manage::claim_prices(profile, &shape.root_of(cooperative), &mut plan, findings);
    }
    let addresses = page::page_addresses(&plan, cooperative.updated);
    let identity = SiteIdentity::of_cooperative(cooperative, settings);
    plan.claim(path, Output::Page(summary.to_json()), findings);
    let planned = Planned { plan, summary, addresses, identity, updated: *updated };
    (!findings.has_error()).then_some(planned)
}

/// The summary of a cooperative. One that no reader would accept is a finding: its portal would lose it.
pub(crate) fn summarise(understood: &Understood, world: &World, findings: &mut Findings) -> Option<Summary> {
    let World { settings, .. } = world;
    let Understood { cooperative, shelf, .. } = understood;
    let photo = |photo: &PhotoUse| summary_photo(photo, shelf, settings);
    let summary = Summary::of(cooperative, &settings.languages, settings.today, photo);
    let checked = summary.with_share(share_photo(cooperative, shelf, world)).checked();
    checked.map_err(|fault| findings.push(summary_refused(cooperative.slug.as_str(), &fault))).ok()
}

/// The card of a photo as the portal shows it: the smallest of a good size, and those below it.
fn summary_photo(photo: &PhotoUse, shelf: &PhotoShelf, settings: &Settings) -> Option<SummaryPhoto> {
    let picture = shelf.picture(photo, PhotoShape::Card, "", settings.first_language())?;
    let files = picture.sources.first().map_or(&[][..], |source| &source.files);
    let (file, width_px) = match files.iter().find(|file| file.width >= PORTAL_PHOTO_PX).or(files.last()) {
        Some(file) => (file.src.clone(), file.width),
        None => (picture.src.clone(), picture.width),
    };
    let narrower: Vec<SummaryFile> = files
        .iter()
        .take_while(|file| file.width < width_px)
        .map(|file| SummaryFile { file: file.src.clone(), width_px: file.width })
        .collect();
    let narrower = narrower[narrower.len().saturating_sub(MAX_NARROWER)..].to_vec();
    let height_px = width_px * picture.height / picture.width.max(1);
    Some(SummaryPhoto { file, width_px, height_px, narrower })
}

/// The preview picture of a cooperative's front page, if it has one of its own.
fn share_photo(cooperative: &Cooperative, shelf: &PhotoShelf, world: &World) -> Option<SummaryPhoto> {
    let World { settings, themes, shape, .. } = world;
    if settings.base_url.is_none() || !themes.storefront.has(Feature::Cards) {
        return None;
    }
    let language = settings.first_language();
    let card = share::shop::shop_of(cooperative, shelf, settings, language, *shape == SiteShape::Many);
    (!card.is_of_site).then_some(SummaryPhoto {
        file: card.src,
        width_px: card.width,
        height_px: card.height,
        narrower: Vec::new(),
    })
}
