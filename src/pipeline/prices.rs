//! Prices held against those that were published or committed before: a program that takes `100.000` for a number
//! leaves 100 of it.

use std::collections::BTreeMap;

use super::cooperative::Understood;
use super::world::World;
use crate::content;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::Slug;
use crate::source::Folder;
use crate::summary::Summary;
use crate::summary::findings::price_lost_its_thousands;

/// Below this, in rupiah, a price may be what is left of another one.
const SMALL: u64 = 1_000;

/// Tells each price that is exactly a thousandth of the published one, or of the one in an earlier commit.
/// `published` reads the summary among the pages that are there; it and git are asked only where a price is small.
pub(super) fn compare(
    understood: &Understood,
    now: &Summary,
    published: impl FnOnce() -> Option<String>,
    world: &World,
    findings: &mut Findings,
) {
    let small: Vec<(&str, u64)> = now.products.priced().filter(|(_, price)| *price < SMALL).collect();
    if small.is_empty() {
        return;
    }
    let folder = &understood.folder;
    let before = published().and_then(|text| Summary::parse(text.as_bytes()).ok());
    // A machine with an empty disk has only the commits.
    let committed = if before.is_none() { committed_before(folder, world) } else { None };
    let committed = committed
        .as_ref()
        .map(|folder| content::parse_profile(folder, &world.settings, &mut Findings::new()));
    let was = |slug: &str, price: u64| {
        let is_committed = |slug: &Slug| committed.iter().any(|old| old.price_place(slug, price).is_some());
        before.iter().any(|before| before.products.priced().any(|old| old == (slug, price)))
            || Slug::parse(slug).is_some_and(|slug| is_committed(&slug))
    };
    let fallen: Vec<(&str, u64)> =
        small.into_iter().filter(|(slug, price)| was(slug, *price * 1_000)).collect();
    if fallen.is_empty() {
        return;
    }
    let profile = content::parse_profile(folder, &world.settings, &mut Findings::new());
    for (slug, price) in fallen {
        let at = Slug::parse(slug).and_then(|slug| profile.price_place(&slug, price));
        let at = at.unwrap_or_else(|| Span::path(format!("{}/profil.yaml", folder.path)));
        findings.push(price_lost_its_thousands(at, slug, price, price * 1_000));
    }
}

/// A cooperative's folder with the profile that was committed before the present one, and nothing else.
fn committed_before(folder: &Folder, world: &World) -> Option<Folder> {
    let now = folder.profile.as_ref()?;
    let text = world.site.committed_before(&folder.name, &now.text)?;
    let (photos, stories) = (BTreeMap::new(), Vec::new());
    let profile = Some(SourceFile::new(now.path.clone(), text));
    Some(Folder { name: folder.name.clone(), path: folder.path.clone(), profile, stories, photos })
}
