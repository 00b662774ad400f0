//! Prices held against those that were published: a program that takes `100.000` for a number leaves 100 of it.

use super::cooperative::Understood;
use super::world::World;
use crate::content;
use crate::finding::{Findings, Span};
use crate::model::Slug;
use crate::summary::Summary;
use crate::summary::findings::price_lost_its_thousands;

/// Below this, in rupiah, a price may be what is left of another one.
const SMALL: u64 = 1_000;

/// Tells each price that is exactly a thousandth of the published one. `published` reads the summary among the pages
/// that are there, and is asked only where a price is small.
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
    let before = published().and_then(|text| Summary::parse(text.as_bytes()).ok());
    let was = |slug: &str, price: u64| {
        before.iter().any(|before| before.products.priced().any(|old| old == (slug, price * 1_000)))
    };
    let fallen: Vec<(&str, u64)> = small.into_iter().filter(|(slug, price)| was(slug, *price)).collect();
    if fallen.is_empty() {
        return;
    }
    let folder = &understood.folder;
    let profile = content::parse_profile(folder, &world.settings, &mut Findings::new());
    for (slug, price) in fallen {
        let at = Slug::parse(slug).and_then(|slug| profile.price_place(&slug, price));
        let at = at.unwrap_or_else(|| Span::path(format!("{}/profil.yaml", folder.path)));
        findings.push(price_lost_its_thousands(at, slug, price, price * 1_000));
    }
}
