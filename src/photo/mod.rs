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
#[cfg(any(feature = "heic", feature = "avif"))]
mod heif;
mod look;
mod make;
mod part;
mod picture;
mod recipe;
mod reopen;
mod resize;
mod slim;
mod space;
#[cfg(feature = "turbo")]
mod turbo;
mod turn;
mod yuv;

pub(crate) use choose::Renditions;
pub use choose::{Shape, choose_renditions};
pub use code::read_codes;
pub(crate) use encode::encode_drawing;
pub use facts::{advise, advise_on_unseen, read_facts};
pub use fault::PhotoFault;
pub use make::{Made, make_renditions};
pub(crate) use recipe::{CODECS, PhotoLook};
pub use recipe::{Crop, Orientation, PhotoFacts, PhotoKind, Recipe, SourceHash};
pub(crate) use reopen::decode_rendition;
pub(crate) use slim::{clean_original, slim_size};
pub use slim::{needs_slimming, slim_original};

pub use crate::settings::RenditionFormat;
