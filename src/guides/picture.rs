//! A picture that a guide shows: one rendition, no original.

use crate::model::Slug;
use crate::photo::{Crop, PhotoFacts, Recipe, RenditionFormat};
use crate::routes;
use crate::settings::PhotoSettings;

/// Widest rendition of a picture in a guide, in pixels: the text beside it is half as wide.
const MOST_PX: u32 = 1_280;
/// What shows through where the encoding has no transparency.
const GROUND: [u8; 3] = [u8::MAX; 3];

/// A picture beside a guide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// What its header says.
    pub(crate) facts: PhotoFacts,
    /// What is made of it.
    pub(crate) recipe: Recipe,
    /// Where that is, below the site's root.
    pub(crate) site_path: String,
}

impl Picture {
    /// Of a file by its path from the site's folder.
    pub(super) fn of(path: &str, facts: &PhotoFacts, settings: &PhotoSettings) -> Self {
        let (width, height) = (facts.width_px.max(1), facts.height_px.max(1));
        let width_px = width.min(MOST_PX);
        let height = u64::from(height) * u64::from(width_px) / u64::from(width);
        let recipe = Recipe {
            source: facts.hash,
            crop: Crop::Whole,
            width_px,
            height_px: u32::try_from(height).unwrap_or(1).max(1),
            format: RenditionFormat::WebP,
            quality: settings.quality,
            max_bytes: None,
            ground: GROUND,
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let stem = Slug::from_name(stem).map_or_else(|| "gambar".to_owned(), |slug| slug.as_str().to_owned());
        Self { facts: facts.clone(), site_path: routes::photo(recipe.file_name(&stem)), recipe }
    }

    /// Attributes of its tag, but for its text. `src` is its address from the page.
    pub(super) fn attributes(&self, src: &str) -> String {
        let Recipe { width_px, height_px, .. } = self.recipe;
        format!(
            "src=\"{src}\" width=\"{width_px}\" height=\"{height_px}\" loading=\"lazy\" decoding=\"async\""
        )
    }
}
