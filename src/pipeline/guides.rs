//! The office's guides: read for a portal, their pictures made, and whether any of their files has changed.

use std::collections::BTreeSet;

use anyhow::Result;

use super::world::World;
use crate::cache::PhotoCache;
use crate::finding::Findings;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::guides::{self, GuideFiles, Guides};
use crate::page::SiteShape;
use crate::photo;

/// The guides that a portal publishes; none of a site that has no portal, which is a finding.
pub(crate) fn read_guides(world: &World, findings: &mut Findings) -> Guides {
    let World { site, settings, shape, .. } = world;
    let Some(first) = settings.guides.iter().flat_map(|group| &group.files).next() else {
        return Guides::default();
    };
    if *shape == SiteShape::One {
        findings.push(guides::need_portal(first.span.clone()));
        return Guides::default();
    }
    let files = GuideFiles {
        text: &|path, findings| site.read_guide(path, &settings.limits, findings),
        picture: &|path, findings| site.read_picture(path, &settings.limits, findings),
    };
    guides::read_guides(settings, &files, findings)
}

/// Makes those pictures of guides that the cache does not have. One that cannot be made is a finding.
pub(super) fn make_pictures(
    guides: &Guides,
    world: &World,
    cache: &PhotoCache,
    findings: &mut Findings,
) -> Result<()> {
    for (path, picture) in &guides.pictures {
        let wanted = std::slice::from_ref(&picture.recipe);
        if cache.look_up(picture.facts.hash, wanted).missing.is_empty() {
            continue;
        }
        let bytes = match world.site.read_known_photo(path, &picture.facts) {
            Ok(bytes) => bytes,
            Err(finding) => {
                findings.push(*finding);
                continue;
            }
        };
        match photo::make_renditions(&bytes, &picture.facts, wanted, &world.settings.limits) {
            Ok(made) => {
                let pairs: Vec<_> = wanted.iter().cloned().zip(made.renditions).collect();
                cache.store(picture.facts.hash, &made.look, &pairs)?;
            }
            Err(fault) => findings.push(fault.finding(path)),
        }
    }
    Ok(())
}

/// Every file that guides are made of, pictures included, by path from the site's folder.
pub(crate) fn files(world: &World) -> BTreeSet<String> {
    let guides = read_guides(world, &mut Findings::new());
    let named = world.settings.guides.iter().flat_map(|group| &group.files);
    named.map(|file| file.value.clone()).chain(guides.pictures.into_keys()).collect()
}

/// What these files hold.
///
/// # Errors
/// If the machine fails.
pub(crate) fn fingerprint(world: &World) -> Result<Fingerprint> {
    let mut all = Fingerprinter::new();
    for path in files(world) {
        all.add(path.as_bytes());
        all.add(world.site.fingerprint(&path)?.to_string().as_bytes());
    }
    Ok(all.finish())
}
