//! Pictures for previews and status messages, drawn from words, colours and a photo: a recipe first, so that a
//! page can name a card before it is drawn, then an SVG, then a JPEG. Knows no cooperative and no file.

mod draw;
mod font;
mod layout;
mod look;
mod recipe;

pub(crate) use draw::draw;
pub(crate) use recipe::{Card, Format, Look};
