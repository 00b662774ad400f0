//! Chooses renditions, and turns photo bytes into rendition bytes. Touches no file: `source` reads the
//! originals, `output` keeps the cache.

mod recipe;

pub use recipe::{Crop, Orientation, PhotoFacts, PhotoKind, PhotoLook, Recipe, RenditionFormat, SourceHash};
