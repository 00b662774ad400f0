//! Chooses renditions, and turns photo bytes into rendition bytes. Touches no file: `source` reads the
//! originals, `cache` keeps what was made.

#[cfg(feature = "avif")]
mod avif;
mod choose;
mod code;
mod colour;
mod decode;
mod detail;
mod encode;
mod facts;
mod fault;
mod findings;
mod header;
mod look;
mod make;
mod part;
mod picture;
mod recipe;
mod reopen;
mod resize;
mod slim;
#[cfg(feature = "turbo")]
mod turbo;
mod turn;
mod yuv;

pub use choose::{Renditions, Shape, choose_renditions, rendition_widths};
pub use code::read_codes;
pub use encode::encode_drawing;
pub use facts::{advise, advise_on_location, read_facts};
pub use fault::{ForeignKind, PhotoFault};
pub use make::{Made, make_renditions};
pub use recipe::{CODECS, Crop, Orientation, PhotoFacts, PhotoKind, PhotoLook, Recipe, SourceHash};
pub use reopen::decode_rendition;
pub use slim::{MAX_ORIGINAL_PX, needs_slimming, slim_original, slim_size};

pub use crate::settings::RenditionFormat;
